"""Files as German Excel and others save them: the same table, or a German sentence."""

import csv
import io
import zipfile

import numpy as np
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairki import ui
from fairki.errors import BadFileError
from fairki.workbench import excel, reading
from fairki.workbench.reading import read
from fairki.workbench.table import column

PLAIN = "Geschlecht;Größe;Eingeladen\r\nweiblich;1,70;ja\r\nmännlich;1,85;nein\r\n"
HEADER, ROWS = (
    ["Geschlecht", "Größe", "Eingeladen"],
    [("weiblich", "1,70", "ja"), ("männlich", "1,85", "nein")],
)


def texts(table):
    """Header and rows of a table; "" where nothing is known."""
    columns = [["" if code < 0 else one.values[code] for code in one.codes] for one in table.columns]
    return [one.name for one in table.columns], list(zip(*columns, strict=True))


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode("utf-8"),
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("cp1252"),
        PLAIN.encode("utf-16"),
        b"\xfe\xff" + PLAIN.encode("utf-16-be"),
        PLAIN.encode("utf-16-le"),
        PLAIN.encode("utf-16-be"),
        PLAIN.replace("\r\n", "\n").encode(),
        PLAIN.replace("\r\n", "\r").encode(),
        PLAIN.replace(";", "\t").encode("utf-16"),
        PLAIN.replace(";", "|").encode(),
        ("sep=;\r\n" + PLAIN).encode(),
        PLAIN.replace("weiblich", '"weiblich"').encode(),
        PLAIN.replace("\r\n", ";;\r\n").encode(),
        ("Bericht vom 1.1.2026;;\r\n;;\r\n" + PLAIN).encode(),
        ("Unsere Auswertung\r\n\r\n" + PLAIN + "\r\n;;\r\n").encode(),
        PLAIN.replace("\r\nm", "\r\n  \r\nm").encode(),
        PLAIN.replace("weiblich", " weiblich\N{NO-BREAK SPACE}").encode(),
    ],
)
def test_the_same_table_comes_out_however_it_was_saved(content):
    assert texts(read("a.csv", content)) == (HEADER, ROWS)


def test_a_comma_parts_columns_where_nothing_else_does_and_quotes_keep_what_is_within():
    content = 'a,b\n"eins, zwei","sagt ""ja"""\n"über\nzwei Zeilen",drei\n'
    assert texts(read("a.csv", content.encode())) == (
        ["a", "b"],
        [("eins, zwei", 'sagt "ja"'), ("über\nzwei Zeilen", "drei")],
    )


def test_a_decimal_comma_does_not_part_columns():
    content = "wert;rest\n1,5;2,5\n3,5;4,5\n"
    assert texts(read("a.csv", content.encode()))[1] == [("1,5", "2,5"), ("3,5", "4,5")]


def test_nameless_and_doubled_columns_get_names_of_their_own_and_empty_ones_go():
    header, rows = texts(read("a.csv", b"a;a;;;b\n1;2;3;;4\nx;y;z;;w\n"))
    assert header == ["a", "a (2)", "Spalte 3", "b"]
    assert rows == [("1", "2", "3", "4"), ("x", "y", "z", "w")]


def test_a_table_of_numbers_without_a_header_loses_no_row():
    table = read("a.csv", b"1;2\n3;4\n5;6\n")
    assert texts(table) == (["Spalte 1", "Spalte 2"], [("1", "2"), ("3", "4"), ("5", "6")])


def test_what_was_done_with_a_file_is_said():
    notes = read(
        "a.csv", ("Bericht\n" + PLAIN + "w;1,6;ja;zu;viel\n" + "w;1,6;ja\n" * 20).encode("cp1252")
    ).notes
    assert [note.split(" ")[0] for note in notes] == ["Die", "Über", "1"]


@pytest.mark.parametrize(
    ("texts", "german", "numbers"),
    [
        (["1.234,5", "7"], True, [1234.5, 7]),
        (["1,234.5", "7"], True, [1234.5, 7]),
        (["1.234", "5.678"], True, [1234, 5678]),
        (["1.234", "5.678"], False, [1.234, 5.678]),
        (["0.234", "5.678"], True, [0.234, 5.678]),
        (["1,234", "5,678"], True, [1.234, 5.678]),
        (["1,234", "5,678"], False, [1234, 5678]),
        (["12 %", "7,5%"], True, [12, 7.5]),
        (["1\N{NO-BREAK SPACE}000", "-2"], True, [1000, -2]),
        (["1,5E-05", "2"], True, [1.5e-5, 2]),
        (["3", "", "k. A.", "#NV"], True, [3, np.nan, np.nan, np.nan]),
    ],
)
def test_numbers_are_read_as_the_whole_column_means_them(texts, german, numbers):
    assert column("x", texts, german).numbers.tolist() == pytest.approx(numbers, nan_ok=True)


@pytest.mark.parametrize("texts", [["1", "zwei"], ["1.2.2026"], ["=1+1"], [""]])
def test_other_columns_have_no_numbers(texts):
    assert column("x", texts).numbers is None


def test_a_column_of_many_numbers_makes_bands_and_one_of_many_texts_no_groups():
    ages = column("Alter", [str(age) for age in range(18, 66)])
    assert ages.grouped.values == ("unter 34", "34 bis unter 50", "ab 50")
    assert np.bincount(ages.grouped.codes).tolist() == [16, 16, 16]
    assert column("Name", [f"Person {at}" for at in range(50)]).grouped is None


def packed(**files) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "leer"),
        (b"\xef\xbb\xbf \r\n\r\n", "leer"),
        (b"a;b\n", "nur Überschriften"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".xls"),
        (packed(a_txt="x"), "Zip"),
        (packed(word__document_xml="x"), "Word"),
        (packed(xl__workbook_bin="x"), ".xlsb"),
        (packed(content_xml="x"), "LibreOffice"),
        (b"PK\x03\x04" + bytes(50), "beschädigt"),
        (packed(xl__workbook_xml="kaputt"), "beschädigt"),
        (b"\x1f\x8b\x08" + bytes(20), "Archiv"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "Bild"),
        (bytes(range(256)) * 40, "keine Tabelle"),
        (b"<html><table><tr><td>a</td></tr></table></html>", "Webseite"),
        (b'{"a": [1, 2]}', "JSON"),
        (b"nur ein Text ohne Spalten\nund noch eine Zeile\n", "nur eine Spalte"),
        (b"a;b\n" + b"1;2\n" * 300 + b"1;2;3;4\n" * 60, "mehr Zellen"),
        (b'a;b\n"' + b"x" * 200_000, "Anführungszeichen"),
    ],
)
def test_what_is_no_table_is_refused_in_german(content, says):
    with pytest.raises(BadFileError, match=says) as refused:
        read("a.csv", content)
    assert refused.value.remedy.endswith(".")


def test_a_text_file_may_have_200_000_rows_and_no_more(monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 50)
    assert read("a.csv", b"a;b\n" + b"1;2\n" * 50).rows == 50
    with pytest.raises(BadFileError, match="mehr als 50 Zeilen"):
        read("a.csv", b"a;b\n" + b"1;2\n" * 51)


CELL = st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=12).map(
    lambda text: " ".join(text.split())
)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=12)
    ),
    st.sampled_from(["utf-8-sig", "cp1252", "utf-16"]),
)
def test_whatever_a_spreadsheet_writes_comes_back(rows, encoding):
    """Property: what Python's own CSV writer saves as German Excel does is read as it was, apart from blank rows."""
    header = [f"Spalte mit Namen {at}" for at in range(len(rows[0]))]
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerows([header, *rows])
    kept = [tuple("" if column("", [cell]).missing else cell for cell in row) for row in rows if any(row)]
    content = made.getvalue().encode(encoding)
    if not kept:
        with pytest.raises(BadFileError):
            read("a.csv", content)
    else:
        assert texts(read("a.csv", content)) == (header, kept)


# ---- Excel ----


def workbook(*sheets) -> bytes:
    """An Excel file of (title, rows)."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_an_excel_file_gives_numbers_days_and_switches_as_german_text():
    import datetime as dt

    rows = [
        ["Bericht"],
        [],
        ["Wer", "Note", "Tag", "Ja?", "Zahl"],
        ["w", 1.5, dt.datetime(2026, 3, 1), True, 3.0],
        ["m", 2, None, False, 1234.5],
    ]
    said = []
    table = read("a.xlsx", workbook(("Leer", []), ("Daten", rows)), said.append)
    assert texts(table) == (
        ["Wer", "Note", "Tag", "Ja?", "Zahl"],
        [("w", "1,5", "2026-03-01", "WAHR", "3"), ("m", "2", "", "FALSCH", "1234,5")],
    )
    assert table.columns[4].numbers.tolist() == [3, 1234.5]
    assert any("„Daten“" in note for note in table.notes) and said


def test_a_formula_is_neither_run_nor_shown_as_a_value():
    table = read("a.xlsx", workbook(("T", [["a", "b"], ["x", "=1+1"], ["y", "z"]])))
    assert texts(table)[1] == [("x", ""), ("y", "z")]  # what Excel had not computed is not known


def test_a_large_excel_file_is_sent_back_as_csv(monkeypatch):
    monkeypatch.setattr(excel, "MOST_ROWS", 20)
    with pytest.raises(BadFileError, match="CSV"):
        read("a.xlsx", workbook(("T", [["a", "b"], *([["1", "2"]] * 30)])))


def test_an_excel_file_says_how_far_it_is(monkeypatch):
    monkeypatch.setattr(excel, "EVERY", 10)
    said = []
    read("a.xlsx", workbook(("T", [["a", "b"], *([["x", "y"]] * 30)])), said.append)
    assert [text for text in said if "Zeilen" in text] == [
        "10 Zeilen gelesen …",
        "20 Zeilen gelesen …",
        "30 Zeilen gelesen …",
    ]


def test_a_last_column_that_is_empty_in_most_rows_stays_and_no_row_is_lost():
    book = openpyxl.Workbook()
    book.active.append(["Gruppe", "Entscheidung", "Ergebnis"])
    for number in range(60):
        book.active.append(["w" if number % 2 else "m", "ja", None if number % 12 else "gut"])
    saved = io.BytesIO()
    book.save(saved)
    made = read("a.xlsx", saved.getvalue())
    assert (made.rows, made.notes) == (60, ())
    assert [one.name for one in made.columns] == ["Gruppe", "Entscheidung", "Ergebnis"]
    assert made.columns[2].missing == 55


@pytest.mark.parametrize("row", ['ja;"w;3', 'ja;"w";3\nja;"w;4\nja;"m;5'])
def test_a_quotation_mark_that_stays_open_swallows_no_rows(row):
    with pytest.raises(BadFileError, match="Anführungszeichen"):
        read("a.csv", "\n".join(["E;G;N", *["ja;w;1"] * 20, row, *["nein;m;2"] * 20]).encode())


def test_a_number_beyond_all_numbers_makes_no_column_of_numbers():
    assert column("x", ["1", "1e999"]).numbers is None


def test_bands_of_very_small_numbers_have_names_of_their_own():
    bands = column("x", [f"0,000{number:03d}" for number in range(300)]).grouped
    assert bands.values == ("unter 0,0001", "0,0001 bis unter 0,0002", "ab 0,0002")


def test_a_file_that_was_chosen_while_another_is_on_its_way_arrives_whole():
    taken = []
    block = ui.DataFile("Datei", take=lambda name, content, say: taken.append((name, content)) or "")

    def send(content, *buffers):
        block._handle_custom_msg(content, [memoryview(one) for one in buffers])

    send({"type": "begin", "number": 1, "name": "a.csv"})
    send({"type": "part", "number": 1, "last": False}, b"aa")
    send({"type": "begin", "number": 2, "name": "b.csv"})
    send({"type": "part", "number": 1, "last": True}, b"aa")
    send({"type": "part", "number": 2, "last": False}, b"bb")
    send({"type": "part", "number": 2, "last": True}, b"b")
    assert taken == [("b.csv", b"bbb")]
