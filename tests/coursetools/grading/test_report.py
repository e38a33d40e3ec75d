"""The trainer's overview and tables tell what matters; the company's file tells almost nothing."""

import base64
import csv
import hashlib
import io
import json
import re
from dataclasses import replace

import pytest
from graded import assignment, graded, record
from openpyxl import load_workbook

from coursetools.grading import report
from coursetools.grading.arrivals import Rejected
from coursetools.grading.gradebook import Mark
from coursetools.grading.job import Incident


@pytest.fixture
def task():
    return assignment()


@pytest.fixture
def records(task):
    """Three hand-ins: all, half and none of the points."""
    return [
        record(task, share, pseudonym=f"abgabe-{name}")
        for name, share in (("voll", 1), ("halb", 0.5), ("null", 0))
    ]


def test_the_distribution_counts_full_some_and_none(task, records):
    found = report.pile(task, records)
    assert (found.count, found.open) == (3, 3)
    for question in found.questions:
        if question.open:
            assert question.title.startswith("F1") and question.open == 3
        else:
            assert (question.full, question.some, question.none) == pytest.approx((1 / 3, 1 / 3, 1 / 3))
            assert question.mean == pytest.approx(question.most / 2)


def test_means_leave_out_what_nobody_has_marked_yet_and_say_so(task, records):
    marked = sum(points for cell, points in graded(task).items() if cell != "f1")
    found = report.pile(task, records)
    assert (found.mean, found.most) == (pytest.approx(marked / 2), marked)
    html = report.overview([found], [])
    assert f"{marked / 2:.1f} von {marked} Punkten".replace(".", ",") in html
    assert "offene Antworten nicht mitgezählt" in html and "Bei 3 Abgaben ist noch eine Antwort" in html
    for place, one in enumerate(records):  # one of the three free texts is marked now
        marks = tuple(replace(m, score=m.most) if m.cell == "f1" and place == 0 else m for m in one.marks)
        records[place] = replace(one, marks=marks)
    found = report.pile(task, records)
    assert found.most == marked + graded(task)["f1"] and found.open == 2
    assert found.mean == pytest.approx(marked / 2 + graded(task)["f1"])
    everybody = [
        replace(one, marks=tuple(replace(m, score=m.score or 0) for m in one.marks)) for one in records
    ]
    assert "nicht mitgezählt" not in report.overview([report.pile(task, everybody)], [])


def test_an_attack_and_a_class_of_ones_own_are_told_by_their_names(task):
    odd = replace(
        record(task, 1),
        incidents=(
            Incident("attack", "a1", "Die Zelle enthält Ungewöhnliches: codecs. Bitte ansehen."),
            Incident("attack", "", "Die Abgabe ersetzte json.dumps. Das ändert nichts an den Punkten."),
            Incident("object", "b1", "Die Klasse heißt „Alles“."),
        ),
    )
    (look,) = report.pile(task, [odd]).looks
    for name in ("Ungewöhnliches: codecs", "ersetzte json.dumps", "„Alles“", "(a1)", "(b1)"):
        assert name in " ".join(look.reasons)


def test_what_deserves_a_look_is_named_with_its_reason(task, records):
    nearly = record(task, 1, pseudonym="abgabe-fast")
    first = nearly.marks[0]
    nearly = replace(nearly, marks=(Mark(first.cell, 0, first.most, ""), *nearly.marks[1:]))
    odd = record(task, 1, incidents=("attack", "timeout"), pseudonym="abgabe-boese")
    found = {
        look.pseudonym: " ".join(look.reasons) for look in report.pile(task, [*records, nearly, odd]).looks
    }
    assert set(found) == {"abgabe-fast", "abgabe-boese"}
    assert "Fast alles richtig: 25,0 von 26,0 Punkten" in found["abgabe-fast"]
    assert (
        "ehrliche Antwort nicht braucht" in found["abgabe-boese"] and "lief zu lange" in found["abgabe-boese"]
    )


def test_the_overview_shows_piles_rubric_and_rejected_files_and_no_script_runs(task, records):
    rejected = [Rejected("<script>.ipynb", "Kein Notebook.", "Bitten Sie um eine neue Datei.")]
    html = report.overview([report.pile(task, records)], rejected)
    assert "Maßstab für die freie Antwort" in html and "Prüfbare Regel" in html
    assert "&lt;script&gt;.ipynb" in html and html.count("<script") == 1  # the page's own, by its hash
    own = html.partition("<script>")[2].partition("</script>")[0]
    assert base64.b64encode(hashlib.sha256(own.encode()).digest()).decode() in html.partition("<style>")[0]
    assert "HIDDEN TESTS" not in html and "checks.expect" not in html


def test_the_overview_says_what_shut_in_the_hand_ins_that_were_graded_last(task, records):
    piles = [report.pile(task, records)]
    assert "Die zuletzt bewerteten Abgaben liefen abgeschottet (Deno)." in report.overview(
        piles, [], walls="Deno"
    )
    assert "abgeschottet" not in report.overview(piles, [])


def test_each_reason_of_a_hand_in_stands_on_a_line_of_its_own(task):
    stopped = tuple(Incident("stopped", cell, f"Die Zeile lautet: {cell} = b") for cell in ("a1", "a2"))
    odd = replace(record(task, 0, pseudonym="abgabe-halt"), incidents=stopped)
    html = report.overview([report.pile(task, [odd])], [])
    for cell in ("a1", "a2"):
        assert f"<li>{cell.upper()}: Die Zeile lautet: {cell} = b <span" in html


def test_a_question_that_nobody_has_marked_yet_has_no_average(task, records):
    html = report.overview([report.pile(task, records)], [])
    (row,) = [part for part in html.split("<tr>") if ">F1 · " in part]
    assert "– von 4" in row and "0,0" not in row and "0 %" not in row


def test_excel_and_csv_hold_points_by_pseudonym(task, records):
    sheet = load_workbook(io.BytesIO(report.workbook([(task, records)])))["werte"]
    rows = [[cell.value for cell in row] for row in sheet.rows]
    assert [row[0] for row in rows] == ["Abgabe", "abgabe-voll", "abgabe-halb", "abgabe-null"]
    reachable = sum(most for cell, most in graded(task).items() if cell != "f1")
    assert [row[rows[0].index("Summe")] for row in rows[1:]] == [reachable, reachable / 2, 0]
    text = report.spreadsheet(task, records)
    lines = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert [line[0] for line in lines] == [row[0] for row in rows]
    assert (
        lines[1][lines[0].index("Summe")] == f"{reachable:.0f}"
        and lines[1][lines[0].index("Noch offen")] == "4"
    )


def test_no_cell_of_a_table_runs_as_a_formula(task):
    text = report.spreadsheet(task, [record(task, pseudonym="abgabe-x", incidents=("attack",))])
    assert not re.search(r"(?:^|;)[=+@-]", text.removeprefix("\ufeff"), re.MULTILINE)


@pytest.mark.parametrize("named", ["=1+1", "@SUM(1)"])
def test_what_a_company_calls_its_exercises_and_people_runs_nowhere_as_a_formula(task, named):
    found = [record(task, pseudonym=named)]
    sheet = load_workbook(io.BytesIO(report.workbook([(task, found)])))["werte"]
    assert (sheet["A2"].data_type, sheet["A2"].value) == ("s", named)
    assert f"\n'{named};" in report.spreadsheet(task, found).replace("\r", "")
    assert f"\n'{named};5" in report.completion([(named, 5)]).replace("\r", "")


def test_a_company_learns_how_many_handed_in_and_nothing_else(task, records):
    text = report.completion([("Übung: Was ist hier fair?", 12), ("Übung: Andere", 4)])
    lines = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert lines == [
        ["Übung", "Abgegeben von"],
        ["Übung: Was ist hier fair?", "12"],
        ["Übung: Andere", "weniger als 5"],
    ]
    told = json.dumps(lines).casefold()
    assert not any(word in told for word in ("abgabe-", "punkt", "versuch", "pseudonym"))
