"""What module 06 says about set-ups follows from what they do, and its fixed prose from the experiment's constants."""

import re

import pytest

from coursetools import notebooks
from fairki import manifest, people
from fairki.lessons import module_06, module_06_texts, module_06_wording
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
    assert f"{module_06_wording.EXAMPLE.cases} Fälle nahe an der" in prose
    assert f"{100 * people.RUBBER_STAMPING.rubber_stamps:.0f} von 100 Vorschlägen" in prose
    assert f"kommen {100 * recruiting.SHARE_WOMEN:.0f} von Frauen" in prose
    years = len(people.SEEDS)
    assert f"mindestens {people.RELIABLE * years:.0f} von {years} Jahren" in prose


def test_every_way_team_and_order_can_be_chosen():
    assert [id for id, *_ in module_06_texts.WAYS] == list(people.WAYS)
    assert [id for id, *_ in module_06_texts.TEAMS] == list(people.REVIEWERS)
    assert [id for id, *_ in module_06_texts.WHICH] == list(people.WHICH)


def test_the_verdict_follows_the_years():
    assert "Ziel erreicht:" in module_06_wording.verdict(Setup(), GOAL)
    missed = module_06_wording.verdict(Setup(cases=1000), GOAL)
    assert "Ziel noch nicht erreicht:" in missed and "✗ 0 von 20 Jahren" in missed


def test_the_hint_names_what_reaches_the_goal_and_says_when_nothing_does():
    found = module_06_wording.hint(Setup(), GOAL)
    reaching = people.reaching(GOAL, people.grid(people.FAIR))
    assert re.findall(r"<li>(.*?)</li>", found) == [module_06_wording.short(setup) for setup in reaching]
    assert "Keiner" in module_06_wording.hint(Setup(reviewer=people.BIASED), GOAL)
    assert module_06_wording.hint(Setup(AUTOMATIC), GOAL) == ""


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
    assert module_06_wording.short(setup) == words


def test_the_case_is_suitable_declined_by_the_machine_and_invited_by_who_looks_at_ability():
    year = people.year(module_06.CASE_YEAR)
    case = year.applicants["nummer"] == module_06.CASE
    able = recruiting.visible_qualification(year.applicants)
    assert year.applicants.loc[case, "geeignet"].item() == 1
    assert year.proposals[case].item() == 0
    assert (able > able[case]).sum() < 600
    assert year.applicants.loc[case, "geschlecht"].item() == "weiblich"


def test_the_answers_that_the_page_takes_for_granted_hold():
    mean = module_06_wording.mean
    example, machine = module_06_wording.EXAMPLE, module_06_wording.MACHINE
    everything = Setup(cases=people.APPLICATIONS)
    assert mean(everything, "wrong") > mean(example, "wrong") + 10  # „Es werden wieder mehr.“
    assert mean(everything, "hours") == 2 * people.FRESH_HOURS  # „In der zweiten Hälfte ist es müde.“
    assert mean(Setup(reviewer=people.BIASED), "women") < mean(machine, "women")  # „schlechter“
    average = {setup: mean(setup, "wrong") for setup in module_06_wording.outcomes("fair")}
    assert mean(min(average, key=average.get), "hours") > 0  # nobody is best in everything
