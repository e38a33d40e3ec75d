"""What the two pictures of the mirror show and say, as data."""

import pytest

from fairki import mirror
from fairki.lessons.module_01 import pictures
from fairki.lessons.module_01.de import pictures as de

PEOPLE = mirror.applicants().set_index("id")
ONLY_MEN = {id: "nein" if gender == "weiblich" else "ja" for id, gender in PEOPLE["geschlecht"].items()}
ONE_NOT = dict.fromkeys(PEOPLE.index, "ja") | {PEOPLE.index[2]: "nein"}


def test_headline_marks_table_and_note_speak_of_the_same_people():
    shown = pictures.people(ONLY_MEN)
    own = shown["sortings"][0]
    assert [group["n"] for group in shown["groups"]] == [90, 108, 2] and len(shown["members"]) == 200
    assert [group["small"] for group in shown["groups"]] == [False, False, True]
    for place, (group, row) in enumerate(zip(shown["groups"], own["rows"], strict=True)):
        marks = [
            (yes, able)
            for of, yes, able in zip(shown["members"], own["invited"], shown["suitable"], strict=True)
            if of == place
        ]
        lost = marks.count(("0", "1"))
        assert row[:4] == [
            group["name"],
            str(len(marks)),
            str(sum(yes == "1" for yes, _ in marks)),
            str(lost),
        ]
        able = sum(able == "1" for _, able in marks)
        assert (f"{lost} von {able} {group['of']}" in own["lost"]) is not group["small"]
    assert own["rows"][2][-1] == de.NO_RATE
    assert "200 der 2.000" in shown["note"] and "„divers“ steht nur in 20 Bewerbungen" in shown["note"]


def test_each_card_can_be_turned_and_says_whom_it_moves():
    shown = pictures.people(ONLY_MEN)
    own, *turned = shown["sortings"]
    assert len(turned) == len(shown["cards"]) == 16
    assert [card["yes"] for card in shown["cards"]] == [card["group"] == 1 for card in shown["cards"]]
    for one in turned:
        moved = sum(a != b for a, b in zip(one["invited"], own["invited"], strict=True))
        assert f"{moved} von 200 Menschen" in one["turned"] and one["says"].startswith("Dann lädt das Modell")


def test_a_card_that_would_leave_nothing_to_learn_says_so():
    turned = pictures.people(ONE_NOT)["sortings"][3]
    assert not turned["invited"]
    assert turned["turned"] == "Dann bekämen alle eine Einladung. Daraus lernt ein Modell nichts."


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        (0, "Ein kleiner Abstand heißt noch nicht „fair“."),
        (-49, "Ein kleiner Abstand heißt noch nicht „fair“."),
        (120, "16 Karten verraten nicht, ob jemand fair ist."),
        (600, "Ihr Modell liegt weit außen: ein Hinweis, kein Beweis."),
        (-600, "Ihr Modell liegt weit außen: ein Hinweis, kein Beweis."),
    ],
)
def test_the_swarm_says_what_one_gap_tells(gap, said):
    together, apart = pictures.swarm(gap)["views"]
    both = mirror.colleagues()
    assert apart["headline"] == said and said != together["headline"]
    assert f"{mirror.as_far(both.fair, gap)} von 50 fairen" in apart["more"]
    assert f"{mirror.as_far(both.biased, gap)} von 50 unfairen" in apart["more"]
    assert "fair" not in "".join(together["columns"]) + together["headline"] + together["more"]
