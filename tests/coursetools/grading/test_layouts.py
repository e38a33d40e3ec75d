"""Downloads of many platforms, and piles that no platform made: every person is one, and no two are."""

from pathlib import PurePosixPath

import pytest

from coursetools.grading import layouts
from coursetools.grading.layouts import FILE_NAME, FOLDER, LAYOUTS, LOOSE, Piece
from fairki import manifest

TITLES = {exercise.slug: exercise.title for exercise in manifest.read().exercises}


def pile(*places: str | tuple, slug: str = "werte") -> list[Piece]:
    """Hand-ins at these places: (place, exercise, content); each content is another one unless it is named."""
    full = [
        (place, slug, str(number)) if isinstance(place, str) else place for number, place in enumerate(places)
    ]
    return [Piece(PurePosixPath(place), which, f"{content:>8}") for place, which, content in full]


def people(*places, slug: str = "werte", known=None) -> list[str]:
    return [owner.person for owner in layouts.owners(pile(*places, slug=slug), TITLES, known or {})[0]]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_the_examples_of_a_layout_name_the_person_and_no_other_layout_takes_them(layout):
    for place, person in layout.examples.items():
        (owner,), questions = layouts.owners(pile(place), TITLES, {})
        assert (owner.person, owner.by, questions) == (person, layout.name, [])


@pytest.mark.parametrize(
    "places,expected",
    {
        "nbgrader": (("submitted/selma/werte/werte.ipynb", "submitted/tom/werte/werte.ipynb"), ["selma", "tom"]),
        "a folder each": (("Ak, Selma/werte.ipynb", "Bär, Tom/werte (3).ipynb"), ["Ak, Selma", "Bär, Tom"]),
        "in a wrapper": (("Kurs Mai/Selma/a.ipynb", "Kurs Mai/Tom/b.ipynb"), ["Selma", "Tom"]),
        "with folders below": (("Selma/mein zeug/a.ipynb", "Tom/b.ipynb", "Uwe/c.ipynb"), ["Selma", "Tom", "Uwe"]),
        "an exercise's folder first": (("werte/Selma/a.ipynb", "werte/Tom/a.ipynb"), ["Selma", "Tom"]),
        "the title as folder": (("Selma/Was ist hier fair?/a.ipynb", "Tom/Abgabe/a.ipynb"), ["Selma", "Tom"]),
        "groups of people": (("Gruppe A/Selma/a.ipynb", "Gruppe A/Tom/a.ipynb", "Gruppe B/Uwe/a.ipynb"),
                             ["Selma", "Tom", "Uwe"]),
        "the whole course of one": (("Selma/kurs/exercises/werte/werte.ipynb", "Tom/exercises/werte/werte.ipynb"),
                                    ["Selma", "Tom"]),
        "alone": (("'t Hooft, Gerda/werte.ipynb",), ["'t Hooft, Gerda"]),
        "named files": (("werte_anna.ipynb", "bert - werte (2).ipynb", "werte-celik.ipynb"), ["anna", "bert", "celik"]),
        "named files in a folder": (("Abgaben/werte_anna.ipynb", "Abgaben/werte_bert.ipynb"), ["anna", "bert"]),
        "years in names are no numbers of people": (
            ("werte_2026_11_anna.ipynb", "werte_2026_12_bert.ipynb"), ["anna", "bert"]),
        "a course that looks like a person": (
            ("Kurs_KI_Mai_2026/werte_anna.ipynb", "Kurs_KI_Mai_2026/werte_bert.ipynb"), ["anna", "bert"]),
        "late ones": (("Ak_Selma_sak_1/Verspaetete Abgabe - werte.ipynb", "Baer_Tom_tba_2/werte.ipynb"),
                      ["Ak_Selma_sak_1", "Baer_Tom_tba_2"]),
    }.values(),
)  # fmt: skip
def test_people_are_told_apart_by_folders_and_names(places, expected):
    assert people(*places) == expected


@pytest.mark.parametrize(
    "places",
    [
        ("werte.ipynb", "werte (1).ipynb", "werte (2).ipynb"),
        ("Downloads/werte.ipynb", "Downloads/werte (1).ipynb", "Downloads/werte (2).ipynb"),
        ("Kurs Mai/werte.ipynb", "Kurs Mai/werte (1).ipynb"),
        ("Kurs_KI_Mai_2026/werte.ipynb", "Kurs_KI_Mai_2026/werte (1).ipynb"),
        ("A/werte.ipynb", "A/werte (1).ipynb", "B/werte.ipynb", "B/werte (1).ipynb"),
        ("Teilnehmerin_901_assignsubmission_file/w.ipynb", "Teilnehmerin_902_assignsubmission_file/w.ipynb"),
        ("Anna Schmidt_1_assignsubmission_file/w.ipynb", "Anna Schmidt_2_assignsubmission_file/w.ipynb"),
        ("Gruppe A/Selma/w.ipynb", "Gruppe B/Selma/w.ipynb"),
    ],
)
def test_hand_ins_that_may_be_of_different_people_stay_apart(places):
    assert len(set(people(*places))) == len(places)


@pytest.mark.parametrize(
    "places",
    [
        ("Kurs Mai/werte.ipynb", "Kurs Mai/werte (1).ipynb"),
        ("Anna Schmidt_1_assignsubmission_file/w.ipynb", "Anna Schmidt_2_assignsubmission_file/w.ipynb"),
        ("Gruppe A/Selma/w.ipynb", "Gruppe B/Selma/w.ipynb"),
    ],
)
def test_what_is_unclear_is_asked(places):
    (question,) = layouts.owners(pile(*places), TITLES, {})[1]
    assert question.endswith(".")


@pytest.mark.parametrize(
    "places,questions",
    [
        (("Selma Ak/werte.ipynb", "Selma Ak/werte - Kopie.ipynb", "Tom Bär/werte.ipynb"), 0),
        (
            ("Ak, Selma/werte-Copy1.ipynb", "Ak, Selma/werte.ipynb", "Bär, Tom/w.ipynb", "Bär, Tom/w2.ipynb"),
            0,
        ),
        (("Werte (Abgegeben)/Selma Ak (late)/w.ipynb", "Werte (Abgegeben)/Tom Bär (late)/w.ipynb"), 0),
        (("Selma\u00a0Ak (Abgegeben)/w.ipynb", "ak, selma/w.ipynb"), 1),
        (("Selma Ak (1)/w.ipynb", "Selma Ak/w.ipynb"), 1),
        (("Selma Ak 2/w.ipynb", "Selma Ak/w.ipynb"), 1),
        (("Kopie von Selma Ak/w.ipynb", "Tom Bär - Kopie/w.ipynb"), 0),
        (("Müller_Jörg/w.ipynb", "Joerg Mueller/w.ipynb"), 1),
        (
            ("Gruppe 1-Selma Ak_1_assignsubmission_file/w.ipynb", "Selma Ak_2_assignsubmission_file/w.ipynb"),
            1,
        ),
        (("Anna-Lena Maier/w.ipynb", "Anna-Maria Maier/w.ipynb", "Lena Mayer/w.ipynb"), 0),
        (("werte.ipynb",), 1),
    ],
)
def test_only_what_may_be_one_person_is_asked(places, questions):
    assert len(layouts.owners(pile(*places), TITLES, {})[1]) == questions


def test_a_question_is_asked_about_people_of_earlier_runs_but_not_without_anybody_of_this_one():
    known = {"Ak, Selma": {}, "Müller_Jörg": {}, "Jörg Müller": {}}
    (question,) = layouts.owners(pile("Selma Ak/w.ipynb"), TITLES, known)[1]
    assert "Ak, Selma" in question and "Müller" not in question


@pytest.mark.parametrize(
    "folder",
    ["Woche 2", "Modul 3", "2026-03-02", "02.03.2026", "02_werte", "Verspätet", "1_Aufgabe", "Kopie"],
)
def test_what_is_nobodys_name_is_not_taken_for_one(folder):
    assert people(f"Selma Ak/{folder}/w.ipynb", "Tom Bär/Abgabe/w.ipynb") == ["Selma Ak", "Tom Bär"]
    if folder != "Kopie":
        assert people(f"{folder}/Selma Ak/w.ipynb", "Tom Bär/w.ipynb") == ["Selma Ak", "Tom Bär"]


def test_a_person_who_was_known_with_the_exercise_in_the_name_stays_known():
    places = ("werte_Selma Ak/w.ipynb", "werte_Tom Bär/w.ipynb")
    assert people(*places, known={"werte_Selma Ak": {}}) == ["werte_Selma Ak", "Tom Bär"]


@pytest.mark.parametrize(
    "older,newer",
    [
        ("Ak_Selma_sak_5101/werte.ipynb", "Ak_Selma_sak_5101/werte (2).ipynb"),
        ("W_ak47_attempt_2026-03-02-10-11-12_w.ipynb", "W_ak47_attempt_2026-03-03-08-00-00_w.ipynb"),
        ("x/Selma Ak/Werte/Version 9/w.ipynb", "x/Selma Ak/Werte/Version 10/w.ipynb"),
        ("akselma_11871_930001_werte.ipynb", "akselma_11871_930002_werte-1.ipynb"),
        (
            "selma+werte+2026-03-02 10:11:12 UTC/werte.ipynb",
            "selma+werte+2026-03-03 10:11:12 UTC/werte.ipynb",
        ),
        (
            "77-4711 - Selma Ak - 2. März 2026 10 11/w.ipynb",
            "77-4711 - Selma Ak - 3. März 2026 10 11/w.ipynb",
        ),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_versions_of_one_person_are_in_the_order_of_time(older, newer, turned):
    others = ["Baer_Tom_tba_5102/werte.ipynb", "W_tb08_attempt_2026-03-02-12-00-00_w.ipynb",
              "baertom_11872_930009_werte.ipynb"]  # fmt: skip
    places = [*([newer, older] if turned else [older, newer]), *others]
    first, second = layouts.owners(pile(*places), TITLES, {})[0][:2]
    assert first.person == second.person
    assert (first.newest > second.newest) == turned


def test_the_time_of_change_decides_where_names_do_not():
    early = Piece(PurePosixPath("Ak_Selma_sak_1/werte.ipynb"), "werte", "a" * 8, (2026, 3, 2))
    late = Piece(PurePosixPath("Ak_Selma_sak_1/loesung.ipynb"), "werte", "b" * 8, (2026, 3, 3))
    other = Piece(PurePosixPath("Baer_Tom_tba_2/werte.ipynb"), "werte", "c" * 8, (2026, 3, 3))
    (first, second, _), _ = layouts.owners([early, late, other], TITLES, {})
    assert first.person == second.person and first.newest < second.newest


def test_one_person_with_several_exercises_stays_one():
    both = [
        ("Ak_Selma_0012345_werte.ipynb", "werte", "1"),
        ("Ak_Selma_0012345_pruefen.ipynb", "pruefen", "2"),
    ]
    assert people(*both) == ["Ak_Selma_0012345"] * 2
    both = [
        ("akselma_11871_930001_werte.ipynb", "werte", "1"),
        ("akselma_11871_940001_b.ipynb", "pruefen", "2"),
    ]
    assert people(*both) == ["akselma (11871)"] * 2
    both = [("werte/Selma/a.ipynb", "werte", "1"), ("pruefen/Selma/a.ipynb", "pruefen", "2")]
    assert people(*both) == ["Selma"] * 2
    both = [("Selma Ak/w.ipynb", "werte", "1"), ("Selma Ak/p.ipynb", "pruefen", "2")]
    assert people(*both) == ["Selma Ak"] * 2


def test_two_exercises_of_different_people_in_one_folder_do_not_make_them_one():
    both = [("Sammlung/werte_anna.ipynb", "werte", "1"), ("Sammlung/pruefen_bert.ipynb", "pruefen", "2")]
    assert people(*both) == ["anna", "bert"]


def test_moodles_number_differs_for_each_assignment_and_tells_two_people_of_one_name_apart_in_one():
    known = {"Selma Ak": {"werte": "5101"}}
    assert people("Selma Ak_7790_assignsubmission_file/b.ipynb", slug="pruefen", known=known) == ["Selma Ak"]
    assert people("Selma Ak_5101_assignsubmission_file/w.ipynb", known=known) == ["Selma Ak"]
    both = ("Selma Ak_5101_assignsubmission_file/w.ipynb", "Selma Ak_5107_assignsubmission_file/w.ipynb")
    assert people(*both, known=known) == ["Selma Ak", "Selma Ak (5107)"]
    known = {"Anna (1)": {"werte": "1"}, "Anna (2)": {"werte": "2"}}
    again = people(
        "Anna_1_assignsubmission_file/w.ipynb", "Anna_2_assignsubmission_file/w.ipynb", known=known
    )
    assert again == ["Anna (1)", "Anna (2)"]


def test_how_somebody_was_recognised_is_said():
    by = [owner.by for owner in layouts.owners(pile("Selma/w.ipynb", "Tom/w.ipynb"), TITLES, {})[0]]
    assert by == [FOLDER, FOLDER]
    assert layouts.owners(pile("werte_anna.ipynb"), TITLES, {})[0][0].by == FILE_NAME
    assert layouts.owners(pile("werte.ipynb"), TITLES, {})[0][0].by == LOOSE
