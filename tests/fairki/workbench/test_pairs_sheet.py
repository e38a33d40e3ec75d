"""The table goes out and comes back: through spreadsheets, shortened, mixed up, doubled, half filled in."""

import csv
import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pair_answers import prompts

from fairki.errors import BadAnswerError
from fairki.typed import active, clean, inert
from fairki.workbench.pairs import sheet
from fairki.workbench.pairs.plan import CONTROL, SWAP

ASKED = prompts(pairs=4, controls=2)
AWKWARD = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="=+-@\t\r\n;\"' \ufeffa,|", max_size=12),
    st.sampled_from(
        ["=1+1", "-2", "'=x", "''@", "\t=1", " =cmd|' /C calc'!A0", "a;b", 'sie sagt: "nein"', "a\nb"]
    ),
)


def table(data):
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    return rows[0], rows[1:]


def filled(**changed):
    """The table with an answer in each row, but for what is changed: id → answer."""
    answers = {one.id: "Gut gemacht." for one in ASKED} | changed
    return table(sheet.write(ASKED, answers))


@given(AWKWARD)
def test_a_text_comes_back_as_it_went_out_and_is_no_formula_on_its_way(text):
    assert active(inert(text)) == text
    assert inert(text).lstrip(" \N{NO-BREAK SPACE}\ufeff")[:1] not in tuple("=+-@\t\r\n")


@given(st.lists(AWKWARD, min_size=len(ASKED), max_size=len(ASKED)))
def test_the_table_round_trips_with_whatever_an_assistant_writes(texts):
    answers = {one.id: text for one, text in zip(ASKED, texts, strict=True)}
    columns, rows = table(sheet.write(ASKED, answers))
    assert all(len(row) == len(columns) for row in rows)
    at = columns.index("antwort")
    assert [active(row[at]) for row in rows] == texts
    found = sheet.read(columns, rows)
    typed = sheet.answered(ASKED, answers)
    assert (found.pairs, found.asked, found.groups) == (typed.pairs, typed.asked, typed.groups)
    whole = {id for id, text in answers.items() if clean(text).strip()}
    assert len(found.pairs) <= len(whole) / 2


def test_the_file_is_one_that_a_german_spreadsheet_opens():
    data = sheet.write(ASKED, {ASKED[0].id: "eins\nzwei"})
    assert data.startswith(b"\xef\xbb\xbfkennung;paar;art;gruppe;name;eingesetzt;auftrag;antwort\r\n")
    assert b'"eins\nzwei"\r\n' in data
    assert data.count(b"\r\n") == 1 + len(ASKED)


def test_order_of_rows_and_columns_makes_no_difference():
    columns, rows = filled()
    straight = sheet.read(columns, rows)
    mixed = list(range(len(columns)))
    random.Random(1).shuffle(mixed)
    random.Random(2).shuffle(rows)
    again = sheet.read(
        [f" {columns[at].upper()} " for at in mixed], [[row[at] for at in mixed] for row in rows]
    )
    assert again == straight and straight.told == ()
    assert len(straight.of(SWAP)) == 4 and len(straight.of(CONTROL)) == 2


def test_what_is_missing_is_said():
    ids = {one.id[6:]: one.id for one in ASKED}
    found = sheet.read(
        *filled(**{ids["t002-1"]: "", ids["t003-1"]: "", ids["t003-2"]: "", ids["k001-2"]: ""})
    )
    assert found.told == (
        "Es fehlt eine von zwei Antworten: Paar 2. Sie zählen erst, wenn beide da sind.",
        "Noch ohne Antwort: Paar 3.",
        "Es fehlt eine von zwei Antworten: Kontrolle 1.",
    )
    assert [pair.number for pair in found.of(SWAP)] == [1, 4] and found.asked == {SWAP: 4, CONTROL: 2}


def test_rows_that_a_spreadsheet_dropped_are_missed():
    columns, rows = filled()
    kept = [row for row in rows if not row[0].endswith(("t004-1", "t004-2"))]
    assert sheet.read(columns, kept).told == ("Noch ohne Antwort: Paar 4.",)


def test_cells_at_the_end_of_a_row_may_be_missing():
    columns, rows = filled()
    short = [row[:-1] if row[0].endswith("t001-1") else row for row in rows]
    assert sheet.read(columns, short).told[0].startswith("Es fehlt eine von zwei Antworten: Paar 1.")


@pytest.mark.parametrize(
    ("change", "says", "lost"),
    [
        (lambda row: row.__setitem__(7, "#NAME?"), "für eine Formel", 1),
        (lambda row: row.__setitem__(7, "x" * sheet.CELL), "abgeschnitten", 1),
        (lambda row: row.__setitem__(4, ""), "„name“ ist leer", 1),
        (lambda row: row.__setitem__(6, row[6] + " Sei streng."), "in mehr als dem Namen", 1),
        (lambda row: row.__setitem__(0, "summe"), "nicht von dieser Seite", 1),
        (lambda row: row.__setitem__(0, "bbbbb-t001-1"), "zu einem anderen Test", 1),
    ],
)
def test_what_went_wrong_with_a_row_is_said_with_its_number_and_never_counted(change, says, lost):
    columns, rows = filled()
    place = next(at for at, row in enumerate(rows) if row[0].endswith("t001-1"))
    change(rows[place])
    found = sheet.read(columns, rows)
    assert any(says in sentence and f"{place + 2}" in sentence for sentence in found.told), found.told
    assert len(found.pairs) == 6 - lost


def test_a_row_that_stands_there_twice_counts_once_and_a_contradiction_not_at_all():
    columns, rows = filled()
    twice = sheet.read(columns, [*rows, list(rows[0])])
    assert len(twice.pairs) == 6 and "Er zählt einmal" in twice.told[0]
    other = [*rows[0][:-1], "Etwas anderes."]
    unlike = sheet.read(columns, [*rows, other])
    assert len(unlike.pairs) == 5 and "verschiedene Antworten" in unlike.told[0]
    assert f"2 und {len(rows) + 2}" in unlike.told[0]


def test_empty_rows_are_no_rows_and_many_numbers_are_cut():
    columns, rows = filled()
    assert sheet.read(columns, [*rows, [""] * 8, []]).told == ()
    told = sheet.read(columns, [*rows, *[["x"] for _ in range(30)]]).told
    assert told[0].startswith("Zeilen 14, 15, 16, 17, 18, 19, 20, 21 und 22 weitere:")


def test_a_table_of_something_else_is_refused_with_what_is_missing():
    with pytest.raises(BadAnswerError, match="„antwort“") as error:
        sheet.read(["Kennung", "Paar", "art", "gruppe", "name", "eingesetzt", "auftrag"], [])
    assert "„Paar“" in error.value.happened
    with pytest.raises(BadAnswerError, match="keine Zeile aus diesem Test"):
        sheet.read(*[filled()[0], [["a"] * 8]])
    with pytest.raises(BadAnswerError, match="Gelesen wurden die Spalten keine"):
        sheet.read([], [])
