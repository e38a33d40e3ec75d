"""Unit 3 of module 06: what each way of mitigating does, told from computed figures, and the law from its one file."""

import re

import pytest

from coursetools import notebooks
from fairki import manifest, reference, ui
from fairki.lessons.module_06 import many_years, mitigated, unit_3
from fairki.lessons.module_06.de import measures
from fairki.lessons.module_06.de import unit_3 as de
from fairki.speech import number, percent, points
from fairki.worlds.world import MAN, WOMAN

REACH = {"entflechten", "angleichen", "bedingung", "ergebnis", "grenzen"}
TODAY = mitigated.result("")


def plain(html) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def shown_of(way):
    return unit_3.what_a_way_does({unit_3.WAY: way})


@pytest.mark.parametrize("guess", [place for place, _ in de.PLACES])
def test_the_place_with_the_smallest_gap_is_named_whatever_was_guessed(guess):
    says = unit_3.what_each_place_does({unit_3.PLACE: guess}).says
    smallest = min(mitigated.WAYS, key=lambda way: abs(mitigated.result(way).outcome.gap.value))
    assert plain(says).startswith("Ja." if guess == mitigated.WAYS[smallest] else "Nicht ganz.")
    for name in de.WAYS.values():
        assert name not in says  # the room keeps its secret
    # „klein wird er an jeder der drei Stellen“, and the span of ways at one place is larger than between places
    for place in dict(de.PLACES):
        ways = [way for way, where in mitigated.WAYS.items() if where == place]
        assert min(abs(mitigated.result(way).outcome.gap.value) for way in ways) < mitigated.MOST_GAP


def test_twenty_years_are_shown_with_the_goal_that_each_way_reaches():
    says = plain(unit_3.what_holds({unit_3.HOLDS: 12}).says)
    kept = many_years.kept()
    reached = {way: one.reached(kept[""]) for way, one in kept.items() if way}
    assert says.startswith(f"Es sind {reached[unit_3.CLOSE]} von 20 .")
    assert 0 < reached[unit_3.CLOSE] < 20 and unit_3.CLOSE not in REACH  # what one year shows is not all
    for way, years in reached.items():
        low, high = (number(100 * end, 1) for end in kept[way].span)
        assert f"{de.WAYS[way]} {number(100 * kept[way].gap, 1)} {low} bis {high} {years}" in says
    assert min(kept[""].gaps) > 0 and reached["spalte"] == 0


def test_a_year_reaches_the_goal_only_with_a_small_gap_on_either_side_and_as_many_suitable_people():
    today = many_years.Way([180, 180, 180, 180], [400, 400, 400, 400])
    assert many_years.Way([50, -50, 51, 0], [400, 401, 500, 399]).reached(today) == 2


def test_before_a_way_is_picked_nothing_is_drawn():
    assert unit_3.what_a_way_does({unit_3.WAY: None}).traits == {ui.Swaps: {"visible": False}}


@pytest.mark.parametrize("way", list(mitigated.WAYS))
def test_a_way_is_judged_by_both_parts_of_the_goal(way):
    shown, found = shown_of(way), mitigated.result(way)
    assert ("Ziel erreicht." if way in REACH else "Ziel verfehlt.") in shown.says
    assert points(found.outcome.gap.value) in shown.says
    assert f"{found.suitable} von {found.invited}" in shown.says
    assert found.suitable >= TODAY.suitable  # „nicht weniger Geeignete“ holds for all of them in this year
    assert ("20 Personen mit dem Eintrag divers" in shown.says) is (way in mitigated.BY_GROUP)


@pytest.mark.parametrize("way", list(mitigated.WAYS))
def test_the_picture_counts_the_people_who_change_places(way):
    picture, moved = shown_of(way).traits[ui.Swaps], mitigated.swapped(way)
    gone = int(((mitigated.decisions("") == 1) & (mitigated.decisions(way) == 0)).sum())
    suitable = moved.loc[moved["new"], "right"].sum(), moved.loc[~moved["new"], "wrong"].sum()
    assert picture["headline"] == (
        f"{gone} von 600 Einladungen gehen an andere: {suitable[0]} Geeignete kommen, {suitable[1]} gehen."
    )
    assert suitable[0] - suitable[1] == mitigated.result(way).suitable - TODAY.suitable
    assert len(picture["table"]["rows"]) == len(moved) == 6
    assert len(picture["groups"]) == len(picture["come"]) == len(picture["go"]) == 3
    assert sum(map(sum, picture["go"])) == gone
    assert sum(right for right, _ in picture["come"]) == suitable[0]
    assert sum(wrong for _, wrong in picture["go"]) == suitable[1]
    invited_then = TODAY.invited + moved[moved["new"]][["right", "wrong"]].to_numpy().sum() - gone
    assert invited_then == mitigated.result(way).invited


def test_who_pays_is_told_in_people():
    told = shown_of("entflechten").traits[ui.Swaps]["more"]
    assert "Neu dabei: 104 Frauen; davon 62 geeignet" in told
    assert "Nicht mehr dabei: 104 Männer; davon 36 geeignet" in told


@pytest.mark.parametrize(
    ("guess", "said"), [("mehr", "Ja, es werden mehr."), ("weniger", "Es werden sogar mehr.")]
)
def test_the_cost_depends_on_the_yardstick(guess, said):
    shown = unit_3.what_it_costs({unit_3.YARDSTICK: guess})
    found = mitigated.result(unit_3.EXAMPLE).outcome
    assert said in shown.says and percent(found.as_suitable, 1) in shown.says
    assert found.as_suitable > TODAY.outcome.as_suitable and found.as_before < TODAY.outcome.as_before
    assert "Bei 8 von 8 Verfahren" in plain(shown.says)
    assert len(shown.picture.table) == 1 + len(mitigated.WAYS)


def test_a_fair_firm_had_no_fault_and_some_people_get_another_answer():
    firm = mitigated.fair_firm()
    says = plain(unit_3.what_it_does_to_a_fair_firm({unit_3.FAIR: 10}).says)
    assert "Hier war kein Fehler." in says and f"Es sind {firm.others} von 2.000" in says
    assert firm.before.low < 0 < firm.before.high and abs(firm.before.value) < mitigated.MOST_GAP
    assert f"{firm.suitable_after} Geeignete statt {firm.suitable_before}" in says
    assert abs(firm.suitable_after - firm.suitable_before) < 5  # „Viel gewonnen ist damit nicht“
    assert f"der {number(firm.of)} Menschen" in de.FAIR


@pytest.mark.parametrize(
    ("guess", "said"), [("pruefen", "So lesen wir es auch."), ("ja", "So einfach"), ("nein", "So einfach")]
)
def test_the_law_answers_from_its_one_file(guess, said):
    says = unit_3.what_the_law_says({unit_3.LAW: guess}).says
    assert said in says
    for id in ("agg_ausgleich", "agg_gruppe", "agg_beweis"):
        assert reference.law(id).text in says and reference.law(id).citation in says


@pytest.mark.parametrize(
    ("picked", "figures"),
    [
        (measures.VALUES, lambda one: (percent(one.ppv), percent(one.npv))),
        (measures.LIKELIHOOD, lambda one: (number(one.lr_plus, 1), number(one.lr_minus, 2))),
        (measures.ERRORS, lambda one: (number(one.missed_per_wrong, 1),)),
    ],
)
def test_a_further_measure_is_shown_for_both_groups_before_and_after(picked, figures):
    says = unit_3.what_a_measure_shows({unit_3.MEASURE: picked}).says
    assert says.count(">Frauen<") == says.count(">Männer<") == 2
    for way in ("", unit_3.EXAMPLE):
        assert set(mitigated.fields(way)) == {WOMAN, MAN}
        for one in mitigated.fields(way).values():
            assert all(figure in says for figure in figures(one))


def test_odds_and_tenths_of_the_score_have_their_intervals():
    assert unit_3.what_a_measure_shows({unit_3.MEASURE: None}).picture is None
    says = unit_3.what_a_measure_shows({unit_3.MEASURE: measures.ODDS}).says
    assert number(mitigated.odds("").value, 2) in says and "95-%-Bereich" in says
    shown = unit_3.what_a_measure_shows({unit_3.MEASURE: measures.TENTHS})
    assert len(shown.picture.table) == 10
    found = mitigated.calibration()
    assert not found["zu_klein"].any()
    # the title: in the tenth that is told, the intervals do not touch
    told = found[found["klasse"] == int(re.search(r"Im (\d+)\. Zehntel", shown.picture.summary).group(1))]
    one, other = told.to_dict("records")
    assert one["von"] > other["bis"] or other["von"] > one["bis"]


def test_the_goal_in_the_prose_is_the_one_that_is_checked():
    cells = notebooks.load(manifest.ROOT / "modules" / "06_mensch_maschine.ipynb").cells
    prose = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    assert f"höchstens {100 * mitigated.MOST_GAP:.0f} Punkte Abstand" in prose
