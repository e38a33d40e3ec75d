"""The whole and its parts: rates of Berkeley turn round, and tables claim no more than the numbers in them show."""

import re

import pytest

from fairki import reference
from fairki.lessons.module_02 import figures, unit_2
from fairki.lessons.module_02.de import unit_2 as de
from fairki.worlds import admissions, attributes, firms
from fairki.worlds.de.attributes import NAMES


def table(women: float, men: float, sizes=(1000, 1000)) -> str:
    return de.rates(("Fach", "Frauen", "Männer"), [de.Row("A", women, men, sizes)])


def test_a_rate_is_marked_as_higher_only_where_one_sees_it():
    assert "höher" not in table(0.30001, 0.30004)
    assert table(0.30, 0.31).count("höher") == 1


@pytest.mark.parametrize(("women", "men", "side"), [(0.31, 0.30, 0), (0.30, 0.31, 1)])
def test_the_higher_rate_is_the_one_that_is_marked(women, men, side):
    cells = re.findall("<td>(.*?)</td>", table(women, men))
    assert ["höher" in cell for cell in cells] == [side == 0, side == 1]
    assert all("von 1.000" in cell for cell in cells)


def test_without_numbers_of_people_no_rate_is_marked():
    alone = table(0.30, 0.44, None)
    assert "höher" not in alone and "von" not in alone
    assert "width:30.0%" in alone and "width:44.0%" in alone


def test_all_together_men_were_admitted_more_often():
    (text,) = unit_2.the_whole().blocks
    women, men = re.findall(r"([\d,]+)\s%</td>", text.html)
    assert (women, men) == ("30,4", "44,5")
    assert not text.live  # nothing of it ever changes


def test_berkeley_turns_round_between_the_whole_and_its_parts():
    said = unit_2.what_the_parts_show({unit_2.PARTS: 5}).says
    assert "Es sind nur <strong>2 von 6</strong>." in said
    assert said.count('<th scope="row">') == len(admissions.DEPARTMENTS)
    assert said.count("<strong>höher</strong>") == 6
    assert re.search(r"43,0\s% der Frauen und 38,7\s% der Männer", said)


def test_women_applied_where_most_are_refused():
    said = unit_2.what_the_parts_show({unit_2.PARTS: 0}).says
    shares = re.search(r"(\d+)\s% der Frauen bewarben.*bekamen (\d+)\s% aller.*waren es (\d+)\s%\.", said)
    counts = admissions.COUNTS
    applied = {cell: sum(both) for cell, both in counts.items()}
    women = sum(n for (_, gender), n in applied.items() if gender == "weiblich")
    late = sum(applied[name, "weiblich"] for name in unit_2.LATE)

    def refused(names) -> float:
        cells = [cell for cell in counts if cell[0] in names]
        return sum(counts[cell][1] for cell in cells) / sum(applied[cell] for cell in cells)

    expected = late / women, refused(unit_2.LATE), refused("AB")
    assert [int(share) for share in shares.groups()] == [round(100 * share) for share in expected]


@pytest.mark.parametrize("chosen", [key for key, _ in de.LEVELS])
def test_every_level_is_answered(chosen):
    assert de.LEVEL_ANSWERS[chosen] in unit_2.what_the_level_shows({unit_2.LEVEL: chosen}).says


def test_no_level_is_answered_before_one_is_chosen():
    assert unit_2.what_the_level_shows({unit_2.LEVEL: None}).says == ""


LOSE = {
    "aeltere": attributes.OLD,
    "maenner": "männlich",
    "behinderung": attributes.WITH,
    "herkunft": attributes.OTHER,
}
"""Answer → group; whoever says „niemand“ names none."""


def test_each_firm_is_fair_or_unfair_to_the_group_that_its_card_says():
    for id, card in de.CARDS.items():
        firm, apart = firms.FIRMS[id], figures.apart(id)
        assert (apart.worse if apart else "") == firm.loses == LOSE.get(card.answer, "")


def test_men_older_people_and_nobody_are_among_the_right_answers_and_women_are_not():
    right = [card.answer for card in de.CARDS.values()]
    assert {"maenner", "aeltere", "niemand"} <= set(right) and len(set(right)) == len(right)
    assert {value for value, *_ in de.WHO} - set(right) == {"frauen"}


def test_the_reply_to_a_card_has_the_rates_of_its_firm():
    replies = {firm: unit_2.reply(firm)["why"] for firm in de.CARDS}
    assert replies["offen"].startswith("Kein Fehler")
    year = firms.generate(firm=firms.SERVICE_TEAM)
    rates = year.groupby("geschlecht")["eingeladen"].mean()
    shown = [int(n) for n in re.findall(r"(\d+)\s%", replies["serviceteam"])]
    assert shown == [round(100 * rates["männlich"]), round(100 * rates["weiblich"])]


def test_rates_of_a_firm_wait_for_all_cards_and_a_choice():
    some = dict.fromkeys(list(de.CARDS)[1:], "frauen")
    waiting = unit_2.how_groups_fare({unit_2.WHO_LOSES: None, unit_2.FIRM: None})
    assert waiting.visible == {unit_2.FIRM: False} and waiting.says == de.CARDS_FIRST
    assert unit_2.how_groups_fare({unit_2.WHO_LOSES: some, unit_2.FIRM: "offen"}).picture is None
    shown = unit_2.how_groups_fare({unit_2.WHO_LOSES: some | {"altersfilter": "niemand"}, unit_2.FIRM: None})
    assert shown.picture is None and shown.visible == {unit_2.FIRM: True}


@pytest.mark.parametrize("firm", de.CARDS)
def test_a_firm_shows_every_group_and_says_which_is_too_small(firm):
    answers = {unit_2.WHO_LOSES: dict.fromkeys(de.CARDS, "niemand"), unit_2.FIRM: firm}
    picture = unit_2.how_groups_fare(answers).picture
    assert len(picture.table) == len(NAMES)
    assert list(picture.table["Urteil möglich"]).count("nein, zu klein") == 1
    assert "„divers“ mit 2 Personen: zu klein zum Messen" in picture.summary
    fair = figures.apart(firm) is None
    assert ("Kein Abstand ist größer, als der Zufall erklärt" in picture.title) == fair


def test_a_firm_that_is_fair_to_everybody_is_accused_in_at_most_one_of_twenty_years(monkeypatch):
    figures.apart.cache_clear()
    accused = 0
    for seed in range(100):
        year = firms.generate(seed=seed, firm=firms.OPEN_DOOR)
        rates = {
            name: figures.metrics.group_rates(year["eingeladen"], year[name]) for name in attributes.SHARES
        }
        monkeypatch.setattr(figures, "rates_of_firm", lambda _firm, rates=rates: rates)
        accused += figures.apart.__wrapped__("offen") is not None
    assert accused <= 5


def test_nobody_is_to_be_expected_and_the_table_proves_nothing():
    said = unit_2.what_design_can_do({unit_2.RARE: 7}).says
    assert "also <strong>niemand</strong>" in said and "1,1 Millionen" in said
    assert re.search(r"Von 2\.000 Bewerbungen tragen 2 .*Eingeladen: 0\sPersonen", said)
    assert "kein Pflichtfeld" in said and "Die Anrede ist frei" in said and "mit Paaren" in said
    assert "„Freie Anrede“" in said


def test_the_expected_number_rests_on_the_share_of_the_finding():
    share = f"{100 * attributes.CENSUS_DIVERS:.4f}".replace(".", ",")
    assert f"{share}\N{NO-BREAK SPACE}%" in reference.finding("zensus_divers").text.replace(
        " %", "\N{NO-BREAK SPACE}%"
    )
