"""The reveals of unit 3: the hidden fault, two extremes, and a plan that gets the word it needs most."""

import datetime as dt
import io

import pytest
from docx import Document

from fairki import company, ui
from fairki.documents import life_cycle
from fairki.governance import operation
from fairki.governance.life_cycle import SHUTDOWN_KEY
from fairki.governance.roles import KEY as TABLE
from fairki.kodex import stored
from fairki.lessons.module_04 import figures, paper, unit_3
from fairki.lessons.module_04.de import unit_3 as de
from fairki.lessons.module_04.unit_3 import INTERVAL, LIMITS, MONTH
from fairki.speech import count_of, number

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


def test_a_plan_is_told_with_its_figures_and_invites_to_try_another():
    shown = unit_3.what_the_plan_brings(plan())
    own = figures.score(life_cycle.plan(plan()))
    delay, alarms = (f"{value:.1f}".replace(".", ",") for value in (own.delay, own.false_alarms))
    assert f"<strong>{own.found} von {own.faults} Fehlern</strong>" in shown.says
    assert f"<strong>{delay} Monate</strong>" in shown.says and f"<strong>{alarms}</strong>" in shown.says
    assert de.NO_OTHER in shown.says and "<table>" not in shown.says


@pytest.mark.parametrize(
    ("ran", "said"),
    [
        ([[6, 15, 15, 20]], "Mehr Arbeit als vorher, und ein Fehler fällt früher auf."),
        ([[6, 15, 15, 20], [1, 12, 15, 20]], "Mehr Arbeit als vorher, und ein Fehler fällt früher auf."),
        ([[1, 5, 5, 20]], "Weniger Arbeit als vorher, und ein Fehler fällt später auf."),
        ([[1, 12, 15, 60]], "Gleich viel Arbeit wie vorher, und ein Fehler fällt früher auf."),
    ],
)
def test_the_plan_before_stands_beside_the_plan_of_today(ran, said):
    answers = plan(1, gap=12) | {unit_3.RAN: ran}
    shown = unit_3.what_the_plan_brings(answers).says
    before = [one for one in ran if one != [1, 12, 15, 20]][-1]
    old, new = (figures.score(life_cycle.plan(plan(*one))) for one in (before, [1, 12, 15, 20]))
    for value in (f"{old.harmed:.0f}", f"{new.harmed:.0f}", f"{new.hours:.0f}"):
        assert f'<td class="fk-number">{value}</td>' in shown
    assert f"<strong>{said}</strong>" in shown and "jetzt: jeden Monat, Grenzen 12, 15, 20" in shown
    assert de.NO_OTHER not in shown


def test_the_same_plan_again_is_no_comparison():
    assert de.NO_OTHER in unit_3.what_the_plan_brings(plan() | {unit_3.RAN: [[6, 15, 15, 20]]}).says


def runs(own):
    return unit_3.what_a_year_brings(own).traits[ui.Months]


def test_the_years_of_the_picture_have_faults_of_both_kinds_a_season_and_nothing_at_all():
    kinds = [year.kind for year in figures.run_years()]
    assert set(kinds) == {*operation.USUAL_KINDS, None} and kinds.count(None) == 2


@pytest.mark.parametrize("own", [plan(), plan(1, gap=5, pool=5), plan(2, gap=10, pool=10)])
def test_a_run_ends_with_the_alarm_that_finds_the_fault_and_says_so(own):
    parsed = life_cycle.plan(own)
    for year, shown in zip(figures.run_years(), runs(own)["years"], strict=True):
        alarms = [look["month"] for look in shown["looks"] if look["alarm"]]
        assert alarms == [month for month in operation.watch(parsed, year) if month <= shown["end"]]
        right = [look["month"] for look in shown["looks"] if look["right"]]
        if year.fault_since is None:
            assert right == [] and shown["end"] == 12 and shown["toll"] == ""
            assert shown["verdict"].startswith("Kein Fehler in diesem Jahr")
            assert "„Kein Fehler“ ist hier die richtige Antwort." in shown["story"]
        else:
            assert f"begann in Monat {year.fault_since}." in shown["verdict"]
            assert right == [month for month in alarms if month >= year.fault_since]
            assert str(sum(map(sum, shown["harmed"]))) in shown["toll"]
        false = len(alarms) - len(right)
        if year.fault_since is None:
            told = (
                f"aber {count_of(false, 'falscher Alarm', 'falsche Alarme')}." if false else "und kein Alarm."
            )
            assert shown["verdict"].endswith(told)
        else:
            assert (f"Falsche Alarme davor: {false}." in shown["story"]) == bool(false)


def test_the_log_has_each_month_once_and_names_what_was_measured_done_and_who_is_called():
    for shown in runs(plan(2, gap=6))["years"]:
        months = [month for line in shown["log"] for month in range(line["first"], line["last"] + 1)]
        assert months == list(range(1, shown["end"] + 1))
        for look in shown["looks"]:
            line = next(one for one in shown["log"] if one["last"] == look["month"])
            assert line["seen"].startswith(f"Abstand {number(look['values'][0][0], 1)}; Frauen ")
            assert bool(line["after"]) == look["alarm"] and (line["done"] == de.QUIET) != look["alarm"]
            if look["alarm"]:
                assert f"{company.current().people.algorithm.name} sieht nach." in line["done"]


def test_a_fault_that_a_plan_misses_harms_until_december():
    missed = next(one for one in runs(plan(12, 40, 40, 60))["years"] if one["fault"])
    assert missed["verdict"].endswith("Ihr Plan hat ihn nicht gemerkt.") and missed["end"] == 12
    assert missed["toll"].startswith("Bis zum Ende des Jahres fehlen ")


def test_a_lane_has_room_for_its_limit():
    for limit in (2, 40):
        for lane in runs(plan(6, limit, limit, limit))["lanes"]:
            low, high = lane["domain"]
            assert all(low < at < high for at in lane["limits"])
    gap, pool, missing = runs(plan())["lanes"]
    assert (gap["limits"], pool["limits"], missing["limits"]) == ([-15, 15], [30, 60], [20])


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
