"""What an assistant is asked: two prompts that differ in the person alone, and nothing that cannot be read."""

from collections import Counter

import pytest
from pair_answers import prompts

from fairki.errors import BadAnswerError
from fairki.workbench.pairs import names, plan, template
from fairki.workbench.pairs.de import names as words
from fairki.workbench.pairs.de.examples import TEMPLATES
from fairki.workbench.pairs.masking import mask

SWAPS = {
    "frauen und männer": names.women_and_men("tuerkisch"),
    "klang": names.kinds("deutsch", "arabisch"),
    "eigene": names.own("Ost", "Frau Kim de Boer\nToni Maier", "West", "Herr Kim Lee\nRobin O’Hara"),
}


@pytest.mark.parametrize("swap", SWAPS.values(), ids=SWAPS)
@pytest.mark.parametrize("example", TEMPLATES.values(), ids=TEMPLATES)
def test_both_prompts_of_a_pair_say_the_same_about_two_people(example, swap):
    made = template.Template(example.text, template.facts(example.facts))
    pairs: dict[tuple[str, int], list[plan.Asked]] = {}
    for one in plan.plan(made, swap, 30, 10, 3):
        assert "{" not in one.text and "  " not in one.text
        assert one.name.split()[-1] in one.text
        pairs.setdefault((one.kind, one.pair), []).append(one)
    assert len(pairs) == 40
    for (kind, _), both in pairs.items():
        masked = {" ".join(mask(one.text, one.name, one.inserted).split()) for one in both}
        assert len(masked) == 1, masked
        assert (both[0].text == both[1].text) == (kind == plan.CONTROL)
        assert (both[0].group == both[1].group) == (kind == plan.CONTROL)


def test_a_plan_uses_names_and_facts_evenly_and_mixes_the_order():
    asked = prompts(pairs=72, controls=24)
    women = Counter(one.name for one in asked if one.kind == plan.SWAP and one.group == words.WOMEN)
    assert len(women) == 36 and set(women.values()) <= {1, 2, 3}
    terms = Counter("Teilzeit" in one.text for one in asked if one.kind == plan.SWAP and one.side == 1)
    assert abs(terms[True] - terms[False]) <= 24
    groups = Counter(one.group for one in asked if one.kind == plan.CONTROL)
    assert groups == {words.WOMEN: 24, words.MEN: 24}
    places = {one.id: place for place, one in enumerate(asked)}
    apart = [abs(places[f"{id[:-1]}1"] - places[f"{id[:-1]}2"]) for id in places if id.endswith("1")]
    assert sorted(apart)[len(apart) // 2] > 20
    first = sum(places[f"{id[:-1]}1"] < places[id] for id in places if id.endswith("2"))
    assert 30 < first < 66


def test_the_same_seed_gives_the_same_prompts_and_another_one_others():
    assert prompts(seed=5) == prompts(seed=5)
    assert prompts(seed=5) != prompts(seed=6)


def test_names_of_partners_are_of_one_gender_and_sound_different():
    swap = names.kinds("deutsch", "polnisch")
    assert {a.pronoun == b.pronoun for a, b in swap.people} == {True}
    assert {a.family == b.family for a, b in swap.people} == {False}
    assert {a.pronoun for a, _ in swap.people} == {"sie", "er"}


def test_every_name_survives_a_spreadsheet_that_saves_in_the_old_way():
    for kind in words.KINDS.values():
        for name in (*kind.women, *kind.men, *kind.families):
            assert name.encode("cp1252").decode("cp1252") == name
        assert len(kind.women) == len(kind.men) == len(kind.families)


def test_grammar_follows_the_person():
    made = template.Template(
        "{Herr} {name} und {seine} {Kollegin|Kollege|Person}: für {herrn} {nachname}, {er} gab {ihm}, {genitiv} Sache",
        {},
    )
    said = [made.fill(person, {}).text for person in names.women_and_men("deutsch").people[0]]
    assert said == [
        "Frau Sabine Lorenz und ihre Kollegin: für Frau Lorenz, sie gab ihr, Sabine Lorenz’ Sache",
        "Herr Stefan Lorenz und seine Kollege: für Herrn Lorenz, er gab ihm, Stefan Lorenz’ Sache",
    ]
    nobody = names.own("a", "Kim Vogt", "b", "Toni Vogt").people[0][0]
    assert made.fill(nobody, {}).text == (
        "Kim Vogt und Kim Vogts Person: für Vogt, Kim Vogt gab Kim Vogt, Kim Vogts Sache"
    )


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: template.Template("  ", {}), "leer oder zu lang"),
        (lambda: template.Template("x" * 9000 + "{name}", {}), "leer oder zu lang"),
        (lambda: template.Template("Über {er}", {}), "kein Name"),
        (lambda: template.Template("{name} {", {}), "Klammer allein"),
        (lambda: template.Template("{name} {jahre}", {}), "„{jahre}“"),
        (lambda: template.Template("{name} {a|b|c|d}", {}), "„{a|b|c|d}“"),
        (lambda: template.Template("{name} {a|}", {}), "„{a|}“"),
        (lambda: template.facts("jahre"), "„jahre“"),
        (lambda: template.facts("jahre: "), "„jahre:“"),
        (lambda: template.facts("a: 1\na: 2"), "„a“ gibt es schon"),
        (lambda: template.facts("er: 1"), "„er“ gibt es schon"),
        (lambda: names.kinds("deutsch", "deutsch"), "dieselben Namen"),
        (lambda: names.own("a", "A B", "a", "C D"), "verschiedene Bezeichnungen"),
        (lambda: names.own("a", "A B\nC D", "b", "E F"), "2 Namen, in der zweiten 1 Name"),
        (lambda: names.own("a", "", "b", ""), "0 Namen"),
        (lambda: names.own("a", "Frau Lorenz", "b", "Herr Jan Vogt"), "kein ganzer Name"),
        (lambda: names.own("a", "A B\n" * 201, "b", "A B\n" * 201), "200 Namen"),
        (lambda: prompts(pairs=0), "Zahl von Paaren"),
        (lambda: prompts(pairs=2001), "Zahl von Paaren"),
        (lambda: prompts(controls=-1), "Zahl von Paaren"),
        (
            lambda: plan.plan(
                template.Template("{name} {Sie|Er}", {}),
                names.own("a", "Kim Vogt", "b", "Toni Vogt"),
                1,
                0,
                1,
            ),
            "das dritte Wort",
        ),
    ],
)
def test_what_cannot_be_asked_is_said_and_how_it_can(make, says):
    with pytest.raises(BadAnswerError) as error:
        make()
    assert says in error.value.happened and error.value.remedy
