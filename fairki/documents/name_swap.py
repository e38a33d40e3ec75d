"""The report on a name-swap test of the firm's own assistant: no answer stands in it, only what was counted."""

import datetime as dt

from fairki.documents.de import name_swap as de
from fairki.documents.de import shared
from fairki.documents.layout import EmptyPaperError, Heading, Items, Paper, Part, Prose, Table
from fairki.workbench.pairs.de import told
from fairki.workbench.pairs.findings import Findings


def paper(found: Findings | None, on: dt.date, purpose: str = "") -> Paper:
    """The report.

    Args:
        found: what came out; None if nothing was compared, or something has changed since.
        on: today.
        purpose: what it is for, in the words of whoever examines.

    Raises:
        EmptyPaperError: nothing was compared.
    """
    if found is None:
        raise EmptyPaperError(*de.NOTHING_YET)
    result = found.result
    occur = [one for one in result.counted if one.occurs]
    never = tuple(one.phrase.label for one in result.counted if not one.occurs)
    parts: list[Part] = [
        Heading(de.IN_SHORT),
        Prose(told.headline(*found.statuses)),
        Prose(told.basis(found.file, result.n, result.controls)),
        Heading(de.WHAT),
        Table(
            de.WHAT_COLUMNS,
            (
                (de.PURPOSE, purpose or shared.OPEN),
                (de.GROUPS, de.groups(result.groups)),
                (de.PROMPT, found.example or shared.OPEN),
            ),
            (4, 10),
        ),
        Heading(de.COUNTED),
        Table(
            (de.LOOKED_FOR, *result.groups),
            (
                *(
                    (one.phrase.label, *(share for _, share in told.shares(one, result)))
                    for one in result.counted
                ),
                (told.LENGTH, *(mean for _, mean in told.means(result))),
            ),
            (6, 4, 4),
        ),
        *(
            part
            for one in occur
            for part in (Heading(one.phrase.label, 2), Items(tuple(told.counted(one, result))))
        ),
        *((Heading(told.NEVER, 2), Items(never)) if never else ()),
        Heading(told.LENGTH, 2),
        Items(tuple(told.length(result))),
        Heading(told.WHAT_IT_SAYS),
        Prose(told.kodex(found.own), muted=True),
        Table(
            de.RULE_COLUMNS,
            tuple(
                (one.rule.kind.title, told.STATES[one.outcome.status], one.outcome.why)
                for one in found.judged
            ),
            (4, 3, 7),
        ),
        Heading(told.NOT_JUDGED, 2),
        Items(tuple(f"{one.rule.kind.title}: {one.needs}" for one in found.still)),
        *((Heading(told.MISSING), Items(found.told)) if found.told else ()),
        Heading(de.METHOD),
        Items((*de.METHODS, told.all_at_once(result.comparisons, result.confidence))),
        Heading(told.LIMITS_TITLE),
        Items(told.LIMITS),
        Heading(de.TO_DO),
        Table(de.TO_DO_COLUMNS, (("", "", ""),) * 3, (8, 4, 3), height=1.1),
        Prose(shared.ORIGIN, muted=True),
    ]
    return Paper(de.TITLE, found.file or de.PASTED, on, parts)
