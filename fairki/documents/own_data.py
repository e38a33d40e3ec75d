"""The audit report about people's own data: method, findings, limits and date, and nothing of the data but groups."""

import datetime as dt
from collections.abc import Sequence

from fairki.documents.de import own_data as de
from fairki.documents.de import shared
from fairki.documents.layout import EmptyPaperError, Heading, Items, Paper, Part, Prose, Table
from fairki.workbench import rows
from fairki.workbench.de import told
from fairki.workbench.figures import Errors, Findings, Rates
from fairki.workbench.judged import Judged


def paper(
    found: Findings | None,
    rules: Sequence[Judged],
    on: dt.date,
    purpose: str = "",
    own_kodex: bool = False,
) -> Paper:
    """The report.

    Args:
        found: what was found; None if nothing was examined, or the answers have changed since.
        rules: what the rules of a Kodex found.
        on: today.
        purpose: what it is for, in the words of whoever examines.
        own_kodex: whether the rules are the learner's own.

    Raises:
        EmptyPaperError: nothing was examined.
    """
    if found is None:
        raise EmptyPaperError(*de.NOTHING_YET)
    parts: list[Part] = [
        Heading(de.IN_SHORT),
        Items(tuple(told.in_short(found))),
        Heading(de.WHAT),
        Table(de.WHAT_COLUMNS, tuple(_asked(found, purpose)), (4, 10)),
        Heading(de.RATES),
        *(part for one in found.rates for part in _rates(one, found)),
        *_all_errors(found),
        *_calibration(found),
        Heading(de.PROXIES),
        Prose(told.proxies(found.proxies)),
        *_table(told.PROXY_COLUMNS, rows.proxies(found.proxies), (5, 5, 4)),
        Heading(de.RULES),
        Prose(de.OWN_KODEX if own_kodex else de.EXAMPLE_KODEX, muted=True),
        *_table(told.RULE_COLUMNS, rows.rules(rules), (6, 2.4, 6)),
        Heading(de.METHOD),
        Items(de.methods(found.roles.smallest)),
        Heading(de.LIMITS),
        Items(told.LIMITS),
        Heading(de.TO_DO),
        Table(de.TO_DO_COLUMNS, (("", "", ""),) * 3, (8, 4, 3), height=1.1),
        Prose(shared.ORIGIN, muted=True),
    ]
    return Paper(de.TITLE, found.table.name, on, parts)


def _asked(found: Findings, purpose: str) -> list[tuple[str, str]]:
    roles, columns = found.roles, found.table.columns
    asked = [
        (de.PURPOSE, purpose or shared.OPEN),
        (de.FILE, de.file(found.table.name, found.table.rows)),
        (de.DECISION, de.column(columns[roles.decision].name, roles.good)),
        (de.GROUPS, ", ".join(name for name, _, _ in found.parted.attributes)),
    ]
    if roles.truth is not None:
        asked.append((de.TRUTH, de.column(columns[roles.truth].name, roles.truth_good)))
    if roles.score is not None:
        asked.append((de.SCORE, columns[roles.score].name))
    return asked


def _rates(one: Rates, found: Findings) -> list[Part]:
    columns = (told.GROUP, told.PEOPLE, told.RATE, told.INTERVAL, told.JUDGEABLE)
    said = [
        told.apart(one.furthest, found.roles.good),
        told.four_fifths(one.four_fifths),
        told.same_mix(one, one.second),
        told.hidden(one.hidden, found.roles.smallest),
    ]
    return [
        Heading(one.name, 2),
        *_table(columns, rows.rates(one.rates), (5, 2, 2, 3.2, 2.8)),
        *(Prose(text) for text in said if text),
    ]


def _all_errors(found: Findings) -> list[Part]:
    if not found.errors:
        return []
    parts = [part for one in found.errors for part in _errors(one, found.roles.smallest)]
    return [Heading(de.ERRORS), Prose(told.ERRORS_MEAN), *parts]


def _errors(one: Errors, smallest: int) -> list[Part]:
    said = [told.wrongly(one.refused_apart, False), told.wrongly(one.granted_apart, True)]
    return [
        Heading(one.name, 2),
        *_table(told.ERROR_COLUMNS, rows.errors(one), (4, 3, 3, 3, 3)),
        *(Prose(text) for text in (*dict.fromkeys(said), told.hidden(one.hidden, smallest)) if text),
    ]


def _calibration(found: Findings) -> list[Part]:
    if not found.calibrations:
        return []
    parts: list[Part] = [Heading(de.CALIBRATION)]
    for one in found.calibrations:
        lines = rows.calibration(one)
        parts += [Heading(one.name, 2), Prose(told.calibrated(one.name, one.chances))]
        parts += _table(told.CALIBRATION_COLUMNS, lines, (5, 2, 3, 2.4, 3.2)) or [Prose(told.NO_CLASSES)]
    return parts


def _table(columns: Sequence[str], lines: Sequence[tuple[str, ...]], widths: tuple[float, ...]) -> list[Part]:
    return [Table(tuple(columns), tuple(lines), widths)] if lines else []
