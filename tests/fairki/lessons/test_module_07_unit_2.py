"""The reveals of unit 2: two figures far apart, a year as a range, and an honest answer to seven questions."""

import pytest

from fairki import footprint, need, register
from fairki.documents import footprint as paper
from fairki.documents.footprint import CASE, DAYS, GRID, KIND, NEED_KEYS, OTHER, PEOPLE, PER_DAY, USE_KEYS
from fairki.footprint import DRAW, SORT, WRITE
from fairki.lessons.module_07 import unit_2
from fairki.lessons.module_07.de import unit_2 as de

START = {KIND: None, PER_DAY: 10.0, PEOPLE: 50.0, DAYS: 220.0, GRID: 363.0}


def plain(said: str) -> str:
    return said.replace("\N{NO-BREAK SPACE}", " ")


def test_the_sliders_start_where_the_document_starts():
    blocks = {block.key: block for block in unit_2.footprint()[0].blocks}
    assert {key: blocks[key].value for key in USE_KEYS} == START
    assert "Deutschland kam 2024 auf 363 g CO₂" in unit_2.footprint()[1].blocks[0].html


@pytest.mark.parametrize("guess", [1, 38, 60])
def test_two_figures_lie_far_apart_and_none_is_called_wrong(guess):
    said = unit_2.why_they_differ({unit_2.RATIO: guess}).says
    assert "Es ist <strong>etwa das 38-Fache</strong>: 1,14 g statt 0,03 g." in said
    assert said.count("<li><strong>") == 3 and "etwa 0,087 g, also etwa 2,9-mal so viel" in said
    assert "Google nennt für eine Anfrage 0,03 g CO₂." in unit_2.guess_ratio().blocks[0].question


def test_without_a_kind_of_task_nothing_is_reckoned():
    assert unit_2.what_a_year_costs(START).says == de.NO_KIND
    assert unit_2.who_reckons_what(START).says == ""


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "Das macht <strong>etwa 1,9 bis 130 kg CO₂</strong>, dazu etwa 29 bis 5.000 Liter Wasser."),
        ({PEOPLE: 500}, "Das macht <strong>etwa 19 kg bis 1,3 t CO₂</strong>, dazu"),
        ({PEOPLE: 500, GRID: 0}, "Das macht <strong>etwa 0 g bis 1,3 t CO₂</strong>, dazu"),
        ({KIND: DRAW}, "Anfragen. Das macht <strong>etwa 120 kg CO₂</strong>.</p>"),
    ],
)
def test_the_footprint_is_a_range_that_follows_the_assumptions(changed, said):
    assert said in plain(unit_2.what_a_year_costs(START | {KIND: WRITE} | changed).says)


@pytest.mark.parametrize(("kind", "rows"), [(WRITE, 5), (SORT, 1), (DRAW, 1)])
def test_a_year_is_told_by_each_published_figure(kind, rows):
    said = plain(unit_2.who_reckons_what(START | {KIND: kind}).says)
    assert "<caption>Ein Jahr, verschieden gerechnet</caption>" in said
    assert said.count("<tbody>") == rows and said.count("<td>") == 3 * rows
    for figure in footprint.KINDS[kind]:
        assert f'colspan="3">{figure.who}<br><span class="fk-tile-hint">{figure.what}</span></th>' in said
    assert ("Für diese Aufgabe haben wir nur eine Messung." in said) is (rows == 1)
    assert "ein Bild etwa 62-mal so viel Strom wie ein Text" in said
    assert "Ein Text brauchte etwa 24-mal so viel wie das Einordnen." in said


def test_every_kind_of_task_can_be_chosen():
    assert {id for id, *_ in de.KINDS} == set(footprint.KINDS)


GOOD = {f"07.braucht.{question.id}": question.good for question in need.QUESTIONS}
NONE = dict.fromkeys(NEED_KEYS)


def test_the_keys_of_the_questions_are_in_their_order():
    assert (CASE, *GOOD) == NEED_KEYS
    _, *asked, _ = unit_2.needed().blocks
    assert [(block.key, block.label) for block in asked] == [
        (f"07.braucht.{question.id}", question.text) for question in need.QUESTIONS
    ]


@pytest.mark.parametrize(
    ("answers", "left"),
    [
        ({}, "7 Fragen"),
        ({CASE: OTHER}, "7 Fragen"),
        (GOOD | {"07.braucht.daten": None}, "1 Frage"),
    ],
)
def test_open_questions_are_counted(answers, left):
    assert unit_2.is_it_needed(NONE | answers).says == f"<p>Noch {left} ohne Antwort.</p>"


@pytest.mark.parametrize(
    ("changed", "result", "because"),
    [
        ({}, need.WITH_CARE, []),
        ({"problem": need.NO}, need.NO_AI, ["problem"]),
        ({"einfacher": need.YES}, need.SMALLER, ["einfacher"]),
        ({"einfacher": need.UNSURE}, need.OPEN, ["einfacher"]),
        ({"daten": need.NO, "fehler": need.NO}, need.NOT_THIS_WAY, ["fehler", "daten"]),
    ],
)
def test_seven_questions_end_in_an_honest_answer(changed, result, because):
    answers = GOOD | {f"07.braucht.{id}": answer for id, answer in changed.items()} | {CASE: "spam"}
    said = unit_2.is_it_needed(answers).says
    assert f"Ihr Ergebnis für „Spamfilter“: <strong>{paper.RESULTS[result]}</strong>" in said
    assert f"<p>{de.ADVICE[result]}</p>" in said
    by_id = {question.id: question for question in need.QUESTIONS}
    listed = "".join(f"<li>{by_id[id].text}<br><strong>{by_id[id].todo}</strong></li>" for id in because)
    assert said.endswith(f"<ul>{listed}</ul>" if because else "</p>")


def test_the_case_may_be_another_or_none_at_all():
    assert [id for id, *_ in unit_2.needed().blocks[0].options] == [
        *(use.id for use in register.USES),
        OTHER,
    ]
    for case in (OTHER, None):
        assert "Ihr Ergebnis für einen anderen Fall:" in unit_2.is_it_needed(GOOD | {CASE: case}).says


def test_every_result_has_its_advice():
    assert set(de.ADVICE) == set(paper.RESULTS)
