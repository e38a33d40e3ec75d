"""Feedback says in German what was reached, needs nothing else, and gives nothing away."""

import json
import re
from dataclasses import replace

import pytest
from graded import assignment, graded, record

from coursetools import release
from coursetools.grading import feedback
from coursetools.grading.grader import MANUAL, TOO_MUCH
from fairki import manifest

SLUGS = release.slugs(manifest.ROOT)


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html.partition("</style>")[2]).split())


def said_of(slug: str, cell: str, source: str) -> str:
    """What the page says of a hand-in in which one cell was filled in."""
    task = assignment(slug)
    notebook = json.loads(task.released)
    (answer,) = [
        one for one in notebook["cells"] if one["metadata"].get("nbgrader", {}).get("grade_id") == cell
    ]
    answer["source"] = source
    return text(feedback.page(task, record(task), json.dumps(notebook).encode()))


@pytest.mark.parametrize("slug", SLUGS)
def test_every_question_has_its_title_and_its_points(slug):
    task = assignment(slug)
    said = text(feedback.page(task, record(task), task.source))
    reachable = sum(graded(task).values())
    assert f"{reachable - graded(task)['f1']:.0f} von {reachable:.0f} Punkten" in said
    for name in {feedback.question_of(cell) for cell in graded(task)}:
        assert f"{name.upper()} · " in said


@pytest.mark.parametrize("slug", SLUGS)
def test_no_hidden_test_appears(slug):
    task = assignment(slug)
    html = feedback.page(task, record(task, 0, "Da fehlt etwas."), task.source)
    hidden = re.findall(
        r"### BEGIN HIDDEN TESTS\n(.*?)### END HIDDEN TESTS",
        "\n".join("".join(cell["source"]) for cell in json.loads(task.source)["cells"]),
        re.DOTALL,
    )
    lines = {line.strip() for block in hidden for line in block.splitlines() if len(line.strip()) > 25}
    shown = {"".join(cell["source"]) for cell in json.loads(task.released)["cells"]}
    secret = {line for line in lines if not any(line in source for source in shown)}
    assert len(secret) > 10 and [line for line in secret if line in html] == []
    assert "HIDDEN" not in html and "MARK SCHEME" not in html


def test_answers_from_the_form_are_repeated_in_words():
    task = assignment()
    said = text(feedback.page(task, record(task), task.source))
    assert (
        "Frauen bewarben sich häufiger als Männer dort, wo nur wenige zugelassen wurden. – Das stimmt."
        in said
    )
    assert "urteile = {" not in said


def test_rules_are_repeated_as_sentences_and_choices_by_their_labels():
    for slug, words in (
        ("pruefen", "lassen wir zwischen zwei Gruppen höchstens 5 Prozentpunkte Abstand zu."),
        ("mensch-maschine", "Wer entscheidet? – Mensch mit Vorschlag"),
    ):
        task = assignment(slug)
        assert words in text(feedback.page(task, record(task), task.source))


def test_a_rule_whose_blanks_do_not_fit_is_repeated_as_it_was_written():
    said = said_of("werte", "a4", "kodex = {'gleiche_quoten': {'abstand': 'viel'}, 'erfunden': 3}")
    assert "abstand = viel" in said and "erfunden – 3" in said


def test_an_answer_that_a_person_marks_is_not_said_to_lack_something():
    task = assignment("werte")
    marks = [replace(mark, remark=MANUAL if mark.score is None else "") for mark in record(task).marks]
    html = feedback.page(task, replace(record(task), marks=tuple(marks)), task.source)
    assert "Was noch fehlt" not in html and MANUAL in html


@pytest.mark.parametrize("remark", [MANUAL, TOO_MUCH])
def test_an_answer_that_a_person_has_marked_no_longer_waits_for_one(remark):
    task = assignment("werte")
    for points, right in ((1.0, False), (None, True)):
        marks = [
            replace(mark, score=mark.most if points is None else points, remark=remark)
            if mark.score is None
            else mark
            for mark in record(task).marks
        ]
        html = feedback.page(task, replace(record(task), marks=tuple(marks)), task.source)
        assert remark not in html and "Was noch fehlt" not in html
        assert (
            html.count("Alles richtig.") == len({feedback.question_of(one.cell) for one in marks})
        ) == right


def test_a_set_is_repeated_in_the_same_order_in_every_process():
    said = said_of(
        "bewusstsein", "a4", "weggenommen = {'delta', 'beta', 'gamma', 'alpha', 'zeta', 'eta', 'epsilon'}"
    )
    assert "alpha beta delta epsilon eta gamma zeta" in said


def test_remarks_and_comments_are_shown_and_the_rest_is_right():
    task = assignment()
    remark = "Zählen Sie in der Tabelle. Lesen Sie nach: Modul 2."
    marks = record(task, 0.5, remark, comments={"f1": "Sehr <b>klar</b>.\nWeiter so."})
    html = feedback.page(task, marks, task.source)
    assert remark in html and "Sehr &lt;b&gt;klar&lt;/b&gt;.<br>Weiter so." in html
    assert (
        html.count(remark) == len({feedback.question_of(cell) for cell in graded(task)}) - 1
    )  # once per question
    assert "noch offen: Das bewertet Ihre Kursleitung." in html


def test_learners_hear_of_a_timeout_but_not_of_a_suspicion():
    task = assignment()
    said = text(feedback.page(task, record(task, incidents=("timeout", "attack", "timeout")), task.source))
    assert said.count("Eine Zelle lief zu lange") == 1 and "ehrliche Antwort" not in said


def test_a_file_that_is_no_notebook_still_gets_a_page():
    task = assignment()
    said = text(feedback.page(task, record(task, 0, incidents=("unreadable",)), b""))
    assert "kein lesbares Notebook" in said and "Hier lag keine Antwort vor." in said


@pytest.mark.parametrize(
    "source",
    [
        "urteile = {1: '<script>alert(1)</script>'}",
        "urteile = " + "[" * 5000,
        "urteile = {[]: 1}",
        "urteile = 'a' * 10 ** 9",
        "urteile = None",
        "kein Python (",
        "x" * 10_000_000,
    ],
    ids=range(7),
)
def test_no_answer_can_break_the_page(source):
    task = assignment()
    notebook = json.loads(task.released)
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") in ("a1", "b1", "f1"):
            cell["source"] = source
    html = feedback.page(task, record(task, 0), json.dumps(notebook).encode())
    assert "<script" not in html and len(html) < 100_000


def test_a_remark_names_what_the_page_shows_and_not_the_key():
    task = assignment("mensch-maschine")
    said = text(feedback.page(task, record(task, 0, "Für „vielfalt“ fehlt noch eine Zahl."), task.source))
    assert "Für „Vielfalt: Frauen unter 100 Eingeladenen“ fehlt noch eine Zahl." in said
