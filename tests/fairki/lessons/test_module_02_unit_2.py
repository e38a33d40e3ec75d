"""The whole and its parts: rates of Berkeley turn round, and tables claim no more than the numbers in them show."""

import re

import pytest

from fairki.lessons.module_02 import unit_2
from fairki.lessons.module_02.de import unit_2 as de
from fairki.worlds import admissions


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
