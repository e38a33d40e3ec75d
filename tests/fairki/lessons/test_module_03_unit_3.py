"""The reveals of unit 3: computed figures of three traps."""

import re

import numpy as np
import pytest
from lesson_pages import begun

from fairki import metrics, reference
from fairki.kodex import Kodex, Rule, stored
from fairki.lessons.module_03 import figures, unit_3
from fairki.lessons.module_03.de import unit_3 as de
from fairki.speech import percent
from fairki.worlds import crossings
from fairki.worlds.world import MAN, WOMAN


def test_who_learns_costs_overlooks_the_country():
    shown = unit_3.what_costs_teach({unit_3.LABEL: 40})
    costs, need = figures.learnt(figures.COSTS), figures.learnt(figures.NEED)
    assert costs.share < need.share and costs.need > 1
    assert "Es sind <strong>17" in shown.says
    assert shown.picture.title == de.SHARES_TITLE
    assert list(shown.picture.table.columns) == de.SHARES_COLUMNS
    shares = (costs.among_all, costs.among_urgent, costs.share, need.share)
    assert all(percent(share) in shown.picture.summary for share in shares)
    assert list(shown.picture.table[de.SHARES_COLUMNS[1]]) == [percent(share, 1) for share in shares]


def test_the_rule_cries_wolf_in_small_groups():
    shown = unit_3.how_often_chance_alarms({unit_3.ALARMS: 10})
    assert "Es sind <strong>60 von 100</strong>." in shown.says
    assert shown.picture.title == de.ALARMS_TITLE
    assert list(shown.picture.table[de.ALARMS_COLUMNS[0]]) == [f"je {n} Personen" for n in figures.SIZES]
    alarms = [metrics.four_fifths_false_alarms(n) for n in figures.SIZES]
    assert alarms == sorted(alarms, reverse=True)
    assert shown.picture.summary.startswith("Falscher Alarm: bei je 25 Personen ")


@pytest.mark.parametrize(("size", "alarms"), [(25.0, "60"), (1000.0, "weniger als 1")])
def test_the_own_size_has_its_own_share_of_false_alarms(size, alarms):
    said = unit_3.how_often_at_this_size({unit_3.SIZE: size}).says
    assert f"<strong>{alarms} von 100</strong> fairen Firmen Alarm." in said
    assert said.startswith(f"<p>Bei je {'1.000' if size == 1000 else '25'} Personen ")


CROSSING_RULE = stored.to_value(Kodex(rules=(Rule("kreuzungen"),)))


@pytest.mark.parametrize(
    ("guess", "kodex", "said"),
    [
        ("finder", None, ["Ja, nur beim Stellenfinder.", "Unser Beispiel-Kodex findet diesen Fehler nicht."]),
        ("keines", CROSSING_RULE, ["Es ist nur der Stellenfinder.", "Ihr Kodex findet diesen Fehler, mit"]),
    ],
)
def test_one_of_two_systems_has_a_fault_that_only_crossings_show_and_the_other_has_none(guess, kodex, said):
    shown = unit_3.what_rules_see({unit_3.SYSTEMS: guess, stored.KEY: kodex})
    assert all(one in shown.says for one in [*said, "<strong>kein Fehler.</strong>", "Es kann Zufall sein."])
    assert shown.hit is (guess == "finder")
    sound, faulty = figures.two_systems()
    assert (sound.system.faults, faulty.system.faults) == (frozenset(), {"kreuzung"})
    young = faulty.decisions[faulty.system.crossings == "weiblich, unter 30"].mean()
    assert f"von den Frauen unter 30 <strong>{percent(young)}</strong> ein" in shown.says
    table = shown.picture.table.set_index("Gruppe")
    assert table["Eingeladen"]["Frauen + unter 30"] == percent(young, 1)
    assert len(table) == 6 and (table["Urteil möglich"] == "ja").all()
    assert shown.picture.summary.startswith("Am seltensten eingeladen: Frauen + unter 30 und Männer + ab 50.")
    small = [
        np.sum(faulty.system.crossings == f"divers, {age}") for age in ("unter 30", "30 bis 49", "ab 50")
    ]
    assert f"„divers“ haben {min(small)} bis {max(small)} Personen: zu wenige, um zu messen." in shown.says


def test_two_groups_look_fair_alone_and_their_crossing_does_not():
    shown = unit_3.what_crossings_show({unit_3.CROSSED: "nein"})
    year = figures.crossed()
    assert shown.picture.title == de.CROSSED_TITLE
    assert "eingeladen: Frauen + türkischer Name und Männer + deutscher Name." in shown.picture.summary
    table = shown.picture.table.set_index("Gruppe")
    assert list(table.index) == ["Frauen", "Männer", "divers (kleine Gruppe)", *de.CROSSED_GROUPS.values()]
    rate = year.groupby(["geschlecht", "name"])["eingeladen"].mean()
    women, men = (rate[gender][crossings.TURKISH] for gender in ("weiblich", "männlich"))
    assert table["Eingeladen"]["Frauen + türkischer Name"] == percent(women, 1)
    assert f"mit türkischem Namen werden <strong>{percent(women)}</strong> eingeladen" in shown.says
    assert f"Bei den Männern ist es umgekehrt: {percent(men)} mit türkischem Namen" in shown.says
    assert (
        "Eingeladen werden 30\N{NO-BREAK SPACE}% der Frauen und 30\N{NO-BREAK SPACE}% der Männer."
        in shown.says
    )
    assert metrics.gap(year["eingeladen"], year["geschlecht"]).low < 0 < figures.names_apart(year).low


def test_the_third_entry_is_called_too_small_and_the_form_protects_it():
    shown = unit_3.what_crossings_show({unit_3.CROSSED: "ja"})
    few = (figures.crossed()["geschlecht"] == "divers").sum()
    assert f"Ihn haben {few} von 2.000 Personen." in shown.says and "kein Pflichtfeld" in shown.says
    row = shown.picture.table.set_index("Gruppe").loc["divers (kleine Gruppe)"]
    assert (row["Personen"], row["Urteil möglich"]) == (str(few), "nein, zu klein")


def test_how_many_it_takes_is_shown_after_the_guess():
    shown = unit_3.how_many_it_takes({unit_3.CROSSED: None, unit_3.APPLICATIONS: 200.0})
    assert (shown.says, shown.picture, shown.visible) == ("", None, {unit_3.APPLICATIONS: False})


def test_more_applications_show_the_disadvantage_and_a_fair_firm_has_no_fault():
    seen = {size: figures.years_seen(size) for size in (100, 300, 1000)}
    assert seen[100][0] < 15 < 50 < seen[300][0] < 90 < seen[1000][0]
    assert all(alarms <= 2 for _, alarms in seen.values())
    for size, (found, alarms) in seen.items():
        shown = unit_3.how_many_it_takes({unit_3.CROSSED: "ja", unit_3.APPLICATIONS: float(size)})
        assert f"in <strong>{found} von 100</strong> Jahren" in shown.says
        assert (
            f"<strong>kein Fehler.</strong> Falschen Alarm gibt es in {alarms} von 100 Jahren." in shown.says
        )
        assert shown.visible == {unit_3.APPLICATIONS: True} and shown.picture.title == de.FAIR_TITLE
        people = shown.picture.table["Personen"].str.replace(".", "").astype(int)
        assert people.sum() == size - round(0.001 * size)


@pytest.mark.parametrize("size", range(100, 1001, 100))
def test_the_fair_firm_in_the_picture_has_no_gap_beyond_chance(size):
    fair = crossings.generate(size, penalties=crossings.NOBODY_LOSES)
    rates = unit_3.rates_of_crossings(fair)
    assert rates["von"].max() < rates["bis"].min()


def test_a_rejected_woman_has_two_explanations():
    text = begun(unit_3.two_explanations()[0]).blocks[0]
    first, second = text.html.split("fk-panel")[1:]
    assert text.html.startswith('<div class="fk-card"><h4 class="fk-card-title">Bewerbung ')
    assert ": Absage</h4>" in text.html and "<dt>Geschlecht</dt><dd>weiblich</dd>" in text.html
    assert " Monate</dd>" in text.html
    assert re.search(r"gegen sie</span>: <strong>Geschlecht</strong>", first)
    assert re.search(r"spielt keine Rolle</span>: <strong>Geschlecht</strong>", second)


def test_the_strongest_reasons_come_first_and_two_are_always_named():
    for explanation in (figures.case().first, figures.case().second):
        found = unit_3.reasons(explanation)
        columns = [column for column, _, _ in found]
        assert set(unit_3.ALWAYS_EXPLAINED) <= set(columns) and len(columns) == len(set(columns))
        assert unit_3.REASONS <= len(columns) <= unit_3.REASONS + 2
        sizes = [abs(explanation.parts[column]) for column in columns[: unit_3.REASONS]]
        assert sizes == sorted(sizes, reverse=True)
        for column, sign, strongly in found:
            assert sign == explanation.sign(column)
            assert strongly == (abs(explanation.parts[column]) >= unit_3.STRONG)


def test_a_strong_reason_is_called_so():
    said = de.rejected(7, {"test": 80.0}, [[("test", 1, True)], [("test", -1, False)]])
    assert '<span class="fk-icon" aria-hidden="true">+</span>stark für sie</span>' in said
    assert '<span class="fk-icon" aria-hidden="true">−</span>gegen sie</span>' in said


def test_both_explanations_are_right():
    shown = unit_3.which_one_is_right({unit_3.CASE: "a"})
    case = figures.case()
    assert "<strong>Beide sind richtig gerechnet.</strong>" in shown.says
    assert case.first.compared_with in shown.says and case.second.compared_with in shown.says


def test_whatever_is_explained_outcomes_are_counted():
    case = figures.case()
    women = case.decisions[(case.people["geschlecht"] == "weiblich").to_numpy()]
    (chart,) = begun(unit_3.outcomes()).blocks
    assert percent(women.mean(), 1) in {cell for row in chart.table["rows"] for cell in row}


@pytest.mark.parametrize(
    ("said", "id"), [(unit_3.published_case(), "obermeyer"), (unit_3.fooled_explanations(), "slack")]
)
def test_a_finding_is_quoted_with_its_source(said, id):
    found = reference.finding(id)
    assert f"<cite>({found.source})</cite>".replace("&", "&amp;") in said
    assert found.text in said


def test_what_an_explanation_names_stands_on_the_card():
    case = figures.case()
    for explanation in (case.first, case.second):
        assert {column for column, _, _ in unit_3.reasons(explanation)} <= set(unit_3.TOLD)
    assert "Teilzeit gewünscht" in unit_3.who_was_rejected().says


def test_a_firm_at_which_the_example_of_the_rule_happens_gets_an_alarm():
    decisions = [1] * 30 + [0] * 70 + [1] * 23 + [0] * 77
    groups = [MAN] * 100 + [WOMAN] * 100
    assert metrics.breaks_four_fifths(decisions, groups)
    decisions[decisions.index(0, 100)] = 1  # 24 of 100 are exactly four fifths
    assert not metrics.breaks_four_fifths(decisions, groups)
