"""The table that leaves the page and comes back with answers: a CSV as German spreadsheets like it, and its reading.

Nothing is kept by the page, so each row says all that its answer needs: test and pair, group, name, words for the
person, prompt. What has happened to the table on its way is found and told, and never guessed away.
"""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from fairki.errors import BadAnswerError
from fairki.typed import active, clean, inert
from fairki.workbench.pairs.de import grammar, notices, problems
from fairki.workbench.pairs.de import sheet as de
from fairki.workbench.pairs.masking import mask
from fairki.workbench.pairs.plan import KINDS, LETTERS, Asked
from fairki.workbench.table import Table

BOM = "\ufeff"
CELL = 32_767
"""Most characters that a cell of Excel holds: a text of this length was cut there."""
BETWEEN = " | "
_ID = re.compile(rf"([{LETTERS}]+)-([{''.join(kind[0] for kind in KINDS)}])(\d{{3,4}})-([12])")
_ERRORS = re.compile(grammar.SPREADSHEET_ERROR)
_COUNT = re.compile(r"(\d{1,4})\D+(\d{1,4})(?!\d)")
_KIND = {kind[0]: kind for kind in KINDS}


@dataclass(frozen=True)
class Pair:
    """Two answers that may be compared, masked.

    Attributes:
        kind: one of ``plan.KINDS``.
        number: of the pair.
        groups: of the two names.
        answers: what the assistant wrote, without what tells the two apart.
    """

    kind: str
    number: int
    groups: tuple[str, str]
    answers: tuple[str, str]


@dataclass(frozen=True)
class Answers:
    """What has come back.

    Attributes:
        pairs: whole ones.
        asked: kind → how many pairs there should be.
        told: what is missing or was left out, a German sentence each.
        groups: what the two groups are called.
        example: one of the prompts.
    """

    pairs: tuple[Pair, ...]
    asked: Mapping[str, int]
    told: tuple[str, ...]
    groups: tuple[str, str]
    example: str = ""

    def of(self, kind: str) -> list[Pair]:
        """The whole pairs of one kind."""
        return [pair for pair in self.pairs if pair.kind == kind]


def write(prompts: Iterable[Asked], answers: Mapping[str, str] | None = None) -> bytes:
    """The table as CSV: UTF-8 with BOM, ``;`` between cells, CRLF; cells that look like a formula stay text.

    Args:
        prompts: the rows, in this order.
        answers: id → answer, as far as there are any.
    """
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow(de.COLUMNS)
    for one in prompts:
        row = [
            one.id,
            de.place(one.pair, one.of),
            one.kind,
            one.group,
            one.name,
            BETWEEN.join(one.inserted),
            one.text,
            (answers or {}).get(one.id, ""),
        ]
        writer.writerow(map(inert, row))
    return (BOM + lines.getvalue()).encode()


@dataclass(frozen=True)
class _Row:
    line: int
    id: str
    code: str
    kind: str
    number: int
    side: int
    of: int
    group: str
    name: str
    inserted: tuple[str, ...]
    prompt: str
    answer: str


def read(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Answers:
    """What a table with answers holds; its rows may be in any order, and some may be missing.

    Args:
        columns: the names in the first line.
        rows: the others, each cell as the text that it holds; short ones are filled up.

    Raises:
        BadAnswerError: a column is missing, or no row belongs to a test.
    """
    at = {name.strip().casefold(): place for place, name in enumerate(columns)}
    if missing := [name for name in de.COLUMNS if name not in at]:
        raise BadAnswerError(*problems.no_column(missing, columns))
    told = _Told()
    found: list[_Row] = []
    for line, row in enumerate(rows, 2):
        cells = {
            name: clean(active(row[at[name]])).strip() if at[name] < len(row) else "" for name in de.COLUMNS
        }
        if not any(cells.values()):
            continue
        if one := _row(line, cells):
            found.append(one)
        else:
            told.add(notices.unknown_id, line)
    if not found:
        raise BadAnswerError(*problems.NO_ROWS)
    return _collected(_of_one_test(found, told), told)


def rows_of(table: Table) -> tuple[list[str], list[list[str]]]:
    """Names of columns and rows of a file, for ``read``."""
    columns = [[*column.values, ""] for column in table.columns]  # where nothing is known, the code is −1
    codes = [column.codes for column in table.columns]
    rows = [[texts[code[at]] for texts, code in zip(columns, codes, strict=True)] for at in range(table.rows)]
    return [column.name for column in table.columns], rows


def answered(prompts: Sequence[Asked], answers: Mapping[str, str]) -> Answers:
    """The same for answers that were typed into the page: id → answer."""
    told = _Told()
    rows = [
        _Row(
            line,
            one.id,
            one.id.partition("-")[0],
            one.kind,
            one.pair,
            one.side,
            one.of,
            one.group,
            one.name,
            one.inserted,
            one.text,
            clean(answers.get(one.id, "")).strip(),
        )
        for line, one in enumerate(prompts, 2)
    ]
    return _collected(rows, told)


class _Told:
    """Findings about rows, gathered by what is to be said of them."""

    def __init__(self) -> None:
        self._places: dict[Callable[[list[int]], str], list[int]] = defaultdict(list)

    def add(self, say: Callable[[list[int]], str], *places: int) -> None:
        """One more finding: rows or pairs, as ``say`` expects."""
        self._places[say] += places

    def sentences(self) -> tuple[str, ...]:
        """All of it."""
        return tuple(say(sorted(set(places))) for say, places in self._places.items())


def _row(line: int, cells: Mapping[str, str]) -> _Row | None:
    id = cells[de.ID].casefold()
    match = _ID.fullmatch(id)
    count = _COUNT.search(cells[de.PAIR])
    if not match:
        return None
    code, kind, number, side = match.groups()
    return _Row(
        line=line,
        id=id,
        code=code,
        kind=_KIND[kind],
        number=int(number),
        side=int(side),
        of=int(count[2]) if count else 0,
        group=cells[de.GROUP],
        name=cells[de.NAME],
        inserted=tuple(filter(None, map(str.strip, cells[de.INSERTED].split("|")))),
        prompt=cells[de.PROMPT],
        answer=cells[de.ANSWER],
    )


def _of_one_test(rows: list[_Row], told: _Told) -> list[_Row]:
    """The rows of the test that has most of them."""
    codes = [row.code for row in rows]
    code = max(dict.fromkeys(codes), key=codes.count)
    told_of = [row.line for row in rows if row.code != code]
    if told_of:
        told.add(notices.other_test, *told_of)
    return [row for row in rows if row.code == code]


def _collected(rows: list[_Row], told: _Told) -> Answers:
    usable = _without_doubles(_with_an_answer(rows, told), told)
    asked = {
        kind: max((max(row.of, row.number) for row in rows if row.kind == kind), default=0) for kind in KINDS
    }
    pairs = []
    for kind, say_half, say_none in (
        (KINDS[0], notices.half_pair, notices.no_pair),
        (KINDS[1], notices.half_control, notices.no_control),
    ):
        for number in range(1, asked[kind] + 1):
            both = [usable.get((kind, number, side)) for side in (1, 2)]
            if both[0] and both[1]:
                if pair := _pair(both[0], both[1]):
                    pairs.append(pair)
                else:
                    told.add(notices.prompt_changed, both[0].line, both[1].line)
            else:
                told.add(say_half if any(both) else say_none, number)
    groups = {row.side: row.group for row in rows if row.kind == KINDS[0]}
    return Answers(
        tuple(pairs),
        asked,
        told.sentences(),
        (groups.get(1) or de.FIRST, groups.get(2) or de.SECOND),
        example=min(rows, key=lambda row: row.id).prompt,
    )


def _with_an_answer(rows: list[_Row], told: _Told) -> list[_Row]:
    """Rows whose answer can be used."""
    kept = []
    for row in rows:
        if _ERRORS.fullmatch(row.answer):
            told.add(notices.took_for_formula, row.line)
        elif len(row.answer) >= CELL:
            told.add(notices.cut, row.line)
        elif not row.name:
            told.add(notices.no_name, row.line)
        elif row.answer:
            kept.append(row)
    return kept


def _without_doubles(rows: list[_Row], told: _Told) -> dict[tuple[str, int, int], _Row]:
    """Each prompt's answer; one that was given twice, and differently, counts for neither."""
    found: dict[tuple[str, int, int], list[_Row]] = defaultdict(list)
    for row in rows:
        found[row.kind, row.number, row.side].append(row)
    for same in found.values():
        if len(same) > 1:
            alike = len({row.answer for row in same}) == 1
            told.add(notices.doubled if alike else notices.contradicts, *(row.line for row in same))
    return {key: same[0] for key, same in found.items() if len({row.answer for row in same}) == 1}


def _pair(first: _Row, second: _Row) -> Pair | None:
    """Both answers, unless their prompts differ in more than the person."""
    prompts, answers = (
        [mask(text, row.name, row.inserted) for row, text in ((first, texts[0]), (second, texts[1]))]
        for texts in ((first.prompt, second.prompt), (first.answer, second.answer))
    )
    if prompts[0].split() != prompts[1].split():
        return None
    return Pair(first.kind, first.number, (first.group, second.group), (answers[0], answers[1]))
