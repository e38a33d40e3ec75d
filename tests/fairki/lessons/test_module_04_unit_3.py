"""The reveals of unit 3: the hidden fault, two extremes, and a plan that gets the word it needs most."""

import datetime as dt
import io

import pytest
from docx import Document

from fairki.documents import life_cycle
from fairki.governance import operation
from fairki.governance.life_cycle import SHUTDOWN_KEY
from fairki.governance.roles import KEY as TABLE
from fairki.kodex import stored
from fairki.lessons.module_04 import figures, paper, unit_3
from fairki.lessons.module_04.de import unit_3 as de
from fairki.lessons.module_04.unit_3 import INTERVAL, LIMITS, MONTH

NO_BREAK = "\N{NO-BREAK SPACE}"


def result(delay=2.0, false_alarms=0.5, found=90):
    return operation.Result(faults=100, found=found, delay=delay, false_alarms=false_alarms, looks=12)


def plan(interval=6, gap=15, pool=15, missing=20):
    return {INTERVAL: interval, LIMITS["abstand"]: gap, LIMITS["pool"]: pool, LIMITS["fehlend"]: missing}


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (result(), de.BALANCED),
        (result(false_alarms=7, delay=1), de.CONSTANT_ALARM),
        (result(false_alarms=0, delay=11, found=5), de.NEVER_ALARM),
        (result(delay=7), de.LATE_ALARM),
        (result(false_alarms=2.5), de.NOISY_ALARM),
    ],
)
def test_a_plan_gets_the_word_it_needs_most(of, expected):
    assert unit_3.word_on(of) == expected


def test_the_words_on_plans_name_the_limits_they_stand_for():
    assert (unit_3.MANY_FALSE, unit_3.SOME_FALSE, unit_3.FEW_FOUND, unit_3.LATE) == (4, 2, 0.5, 6)
    assert "mehr als die Hälfte der Fehler" in de.NEVER_ALARM
    assert "weniger als vier falsche Alarme" in de.LATE_ALARM and "sechs Monate" in de.LATE_ALARM
    assert "zweimal im Jahr oder öfter" in de.NOISY_ALARM and "weniger als sechs Monaten" in de.NOISY_ALARM
    assert "weniger als zwei falsche Alarme" in de.BALANCED


def test_the_picture_of_the_year_names_the_span_of_its_rates():
    year = figures.shown_year()
    picture = unit_3.year_of(year)
    women = year.table["eingeladen_frauen"] / year.table["frauen"]
    low, high = (f"{100 * share:.0f}{NO_BREAK}%" for share in (women.min(), women.max()))
    assert f"zwischen {low} und {high} der Frauen" in picture.summary
    assert list(picture.table.columns) == list(de.YEAR_COLUMNS) and len(picture.table) == operation.MONTHS


@pytest.mark.parametrize(
    ("guess", "said"),
    [
        (7, "Genau getroffen."),
        (8, "Fast."),
        (6, "Fast."),
        (9, "Das ist schwer zu sehen."),
        (1, "Das ist schwer"),
    ],
)
def test_the_month_is_named_with_how_far_the_guess_is_away(guess, said):
    shown = unit_3.when_it_went_wrong({MONTH: guess}).says
    assert f"<p>{said}" in shown and "Es war <strong>Monat 7</strong>." in shown
    assert operation.KINDS["formular"].story in shown and "rund 165 Bewerbungen" in shown


def test_neither_a_strict_plan_nor_a_loose_one_helps():
    said = unit_3.what_extremes_bring({unit_3.ALARMS: 2}).says
    strict, loose = figures.extremes()
    assert f"<strong>{strict.false_alarms:.0f} falsche Alarme</strong>" in said and de.CONSTANT_ALARM in said
    assert f"erst bei 30 Punkten Alarm schlägt, findet {loose.found} von {loose.faults} Fehlern." in said


def test_the_strict_plan_is_the_one_that_the_question_describes():
    assert (figures.STRICT.interval, figures.LOOSE.interval) == (1, operation.MONTHS)
    assert "mehr als 4 Punkten Abstand" in de.alarms(figures.STRICT.limits["abstand"])


@pytest.mark.parametrize(
    ("own", "word", "first"),
    [
        (plan(1, gap=2), de.CONSTANT_ALARM, "am Ende von Monat 7."),
        (plan(12, gap=40), de.NEVER_ALARM, "käme kein richtiger Alarm."),
        (plan(1, gap=15, pool=12), de.BALANCED, "am Ende von Monat "),
    ],
)
def test_both_lazy_plans_are_told_why_and_a_better_one_is_praised(own, word, first):
    said = unit_3.what_the_plan_brings(own).says
    assert said.startswith("<p>Ausprobiert in 200 Jahren: Ihr Plan findet <strong>")
    assert word in said and first in said


def test_a_plan_stands_beside_two_extremes():
    shown = unit_3.what_the_plan_brings(plan())
    own = figures.score(life_cycle.plan(plan()))
    delay, alarms = (f"{value:.1f}".replace(".", ",") for value in (own.delay, own.false_alarms))
    assert f"<strong>{own.found} von {own.faults} Fehlern</strong>" in shown.says
    assert f"<strong>{delay} Monate</strong>" in shown.says and f"<strong>{alarms}</strong>" in shown.says
    assert shown.picture.title.startswith(f"Ihr Plan: {delay} Monate bis zur Entdeckung, {alarms} falsche")
    assert list(shown.picture.table["Plan"]) == list(de.PLANS)
    assert shown.picture.summary.count("; ") == 2 and f"Ihr Plan: {delay} Monate" in shown.picture.summary


def test_the_sliders_start_with_the_plan_of_the_paper():
    blocks = unit_3.plan().asks
    assert {key: block.value for key, block in blocks.items()} == life_cycle.START


def test_the_life_of_a_system_is_saved_as_a_word_file_with_its_day():
    nothing = dict.fromkeys((stored.KEY, TABLE, SHUTDOWN_KEY))
    made = paper.word(life_cycle.SECTION, nothing | plan(1), dt.date(2027, 3, 2))
    texts = [one.text for one in Document(io.BytesIO(made)).paragraphs]
    assert "Wir sehen jeden Monat nach." in texts
    assert any("2. März 2027" in text for text in texts)
    assert unit_3.life_cycle_paper().make(nothing | plan(1)).startswith(b"PK")
