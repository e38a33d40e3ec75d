"""The reveals of module 06 follow from what set-ups do, and its fixed prose from the experiment's constants."""

import re

import pytest

from coursetools import notebooks
from fairki import manifest, people
from fairki.documents.review_setup import GOAL_KEYS, SETUP_KEYS, START
from fairki.lessons.module_06 import figures, set_up, unit_1, unit_2, unit_4
from fairki.lessons.module_06.de import set_up as de_set_up
from fairki.lessons.module_06.de import unit_1 as de_1
from fairki.lessons.module_06.de import unit_4 as de_4
from fairki.people import AUTOMATIC, COMBINED, HUMAN, Goal, Setup
from fairki.worlds import recruiting

GOAL = Goal(women=0.38, wrong=250, hours=60)


@pytest.fixture(scope="module")
def prose() -> str:
    cells = notebooks.load(manifest.ROOT / "modules" / "06_mensch_maschine.ipynb").cells
    return "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")


def test_the_numbers_in_the_prose_are_those_of_the_experiment(prose):
    assert f"{people.APPLICATIONS:,} Bewerbungen".replace(",", ".") in prose
    assert f"{recruiting.SHARE_INVITED * people.APPLICATIONS:.0f} davon sind wirklich geeignet" in prose
    assert f"{figures.EXAMPLE.cases} Fälle nahe an der" in prose
    assert f"{100 * people.RUBBER_STAMPING.rubber_stamps:.0f} von 100 Vorschlägen" in prose
    assert f"kommen {100 * recruiting.SHARE_WOMEN:.0f} von Frauen" in prose
    years = len(people.SEEDS)
    assert f"mindestens {people.RELIABLE * years:.0f} von {years} Jahren" in prose
    assert f"mindestens {START['frauen']} % Frauen" in prose
    assert f"höchstens {START['fehler']} Fehlentscheidungen" in prose
    assert f"höchstens {START['stunden']} Stunden" in prose


def test_every_way_team_and_order_can_be_chosen():
    assert [id for id, *_ in de_1.WAYS] == list(people.WAYS)
    assert [id for id, *_ in de_set_up.TEAMS] == list(people.REVIEWERS)
    assert [id for id, *_ in de_set_up.WHICH_OPTIONS] == list(people.WHICH)


def test_the_verdict_follows_the_years():
    assert "Ziel erreicht:" in set_up.verdict(Setup(), GOAL)
    missed = set_up.verdict(Setup(cases=1000), GOAL)
    assert "Ziel noch nicht erreicht:" in missed and "✗ 0 von 20 Jahren" in missed


def test_the_hint_names_what_reaches_the_goal_and_says_when_nothing_does():
    found = set_up.hint(Setup(), GOAL)
    reaching = people.reaching(GOAL, people.grid(people.FAIR))
    assert re.findall(r"<li>(.*?)</li>", found) == [de_set_up.short(setup) for setup in reaching]
    assert "Keiner" in set_up.hint(Setup(reviewer=people.BIASED), GOAL)
    assert set_up.hint(Setup(AUTOMATIC), GOAL) == ""


@pytest.mark.parametrize(
    ("setup", "words"),
    [
        (Setup(AUTOMATIC), "Programm allein"),
        (Setup(HUMAN, cases=2000, minutes=2.5), "Mensch allein: 2.000 Bewerbungen, je 2,5 Minuten"),
        (
            Setup(COMBINED, minutes=1),
            "Mensch mit Vorschlag: 500 Fälle, je 1 Minute, Vorschläge nahe an der Grenze",
        ),
    ],
)
def test_a_set_up_is_told_in_one_line(setup, words):
    assert de_set_up.short(setup) == words


def test_the_case_is_suitable_declined_by_the_machine_and_invited_by_who_looks_at_ability():
    year = people.year(unit_4.CASE_YEAR)
    case = year.applicants["nummer"] == unit_4.CASE
    able = recruiting.visible_qualification(year.applicants)
    assert year.applicants.loc[case, "geeignet"].item() == 1
    assert year.proposals[case].item() == 0
    assert (able > able[case]).sum() < 600
    assert year.applicants.loc[case, "geschlecht"].item() == "weiblich"


def test_the_answers_that_the_page_takes_for_granted_hold():
    mean = figures.mean
    example, machine = figures.EXAMPLE, figures.MACHINE
    everything = Setup(cases=people.APPLICATIONS)
    assert mean(everything, "wrong") > mean(example, "wrong") + 10  # „Es werden wieder mehr.“
    assert mean(everything, "hours") == 2 * people.FRESH_HOURS  # „In der zweiten Hälfte ist es müde.“
    assert mean(Setup(reviewer=people.BIASED), "women") < mean(machine, "women")  # „schlechter“
    average = {setup: mean(setup, "wrong") for setup in figures.outcomes("fair")}
    assert mean(min(average, key=average.get), "hours") > 0  # nobody is best in everything


@pytest.mark.parametrize(
    ("guess", "said"), [(COMBINED, "Ja: Am wenigsten"), (HUMAN, "Hier nicht: Am wenigsten")]
)
def test_the_best_way_is_named_whatever_was_guessed(guess, said):
    shown = unit_1.which_way_is_best({unit_1.WAY: guess})
    assert said in shown.says and "„Mensch mit Vorschlag“" in shown.says
    picture = unit_1.how_many_women({unit_1.WAY: guess}).picture
    assert list(picture.table.iloc[:, 0]) == [name for _, name, _ in de_1.WAYS]
    assert unit_1.how_many_women({unit_1.WAY: None}).picture is None


@pytest.mark.parametrize(("guess", "said"), [("mehr", "Richtig: "), ("weniger", "Es kommt anders: ")])
def test_more_cases_are_not_better_whatever_was_guessed(guess, said):
    assert said in unit_1.what_more_cases_bring({unit_1.ALL: guess}).says


@pytest.mark.parametrize(("cases", "tired"), [(300, False), (1500, True)])
def test_too_many_cases_are_read_by_tired_people(cases, tired):
    said = unit_1.what_capacity_brings({unit_1.CASES: cases}).says
    assert ("müde gelesen" in said) is tired and ("bis zum Schluss" in said) is not tired


def test_a_biased_team_is_told_with_the_years_in_which_promises_hold():
    shown = unit_2.what_a_team_does({unit_2.BIASED: 30})
    assert "schlechter" in shown.says and shown.picture
    assert "Hält das Versprechen?" in unit_2.who_keeps_the_promise({unit_2.BIASED: 30}).says
    assert "Schätzen Sie zuerst" in unit_2.who_keeps_the_promise({unit_2.BIASED: None}).says


@pytest.mark.parametrize(
    ("share", "said"), [(100, "0,0 Punkte"), (20, "desto mehr bleibt"), (50, "spart genau")]
)
def test_what_is_waved_through_brings_nothing(share, said):
    assert said in unit_2.what_waving_leaves({unit_2.WAVING: share}).says.replace("\N{NO-BREAK SPACE}", " ")


WISHED = {key: START[name] for name, key in GOAL_KEYS.items()}
ADJUSTED = {key: START.get(name) for name, key in SETUP_KEYS.items()}
WAY, TEAM, WHICH, CASES, MINUTES = SETUP_KEYS.values()


@pytest.mark.parametrize(
    ("chosen", "open_", "seen"),
    [
        ({}, "Wählen Sie noch: Wer entscheidet?", set()),
        ({WAY: HUMAN}, "Mit welchem Team", {TEAM, CASES, MINUTES}),
        ({WAY: COMBINED}, "Mit welchem Team rechnen Sie? Was prüft", {TEAM, CASES, MINUTES, WHICH}),
        ({WAY: AUTOMATIC}, "Ziel noch nicht erreicht", set()),
        ({WAY: HUMAN, TEAM: "fair"}, "Das Team", {TEAM, CASES, MINUTES}),
    ],
)
def test_the_search_asks_for_what_this_way_needs(chosen, open_, seen):
    shown = set_up.does_it_reach_the_goal(WISHED | ADJUSTED | chosen)
    assert open_ in shown.says
    assert {key for key, visible in shown.visible.items() if visible} == seen


def test_nothing_is_best_in_everything_and_the_picture_marks_what_reaches_the_goal():
    shown = set_up.what_each_costs(WISHED | {set_up.BEST: "ja"})
    assert shown.says.count("<li>") == 3 and "Ihr Ziel erreichen" in shown.picture.summary
    assert "Ihr Ziel erreichen 0 davon" in set_up.what_each_costs(
        dict.fromkeys(WISHED, 0) | {set_up.BEST: "ja"}
    ).picture.summary.replace("\N{NO-BREAK SPACE}", " ")


def test_the_truth_about_the_case_comes_after_the_decision():
    assert unit_4.who_she_really_is({unit_4.FALL: None}).says == ""
    assert "ist geeignet" in unit_4.who_she_really_is({unit_4.FALL: "fragen"}).says


def test_each_question_has_its_answer_and_all_four_come_together():
    picked = {}
    for key, view in unit_4.VIEWS.items():
        assert unit_4.what_it_takes({key: None}).says == ""
        for id, _, answer in view["questions"]:
            assert answer in unit_4.what_it_takes({key: id}).says
            picked[key] = id
    assert unit_4.all_questions(picked).says.count("<li>") == len(de_4.VIEWS)
    assert "Noch 1 Blick ohne Frage" in unit_4.all_questions(picked | {key: None}).says
