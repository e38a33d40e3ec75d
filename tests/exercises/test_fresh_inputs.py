"""Hidden tests draw new inputs for each grade book: every fair answer earns the same whatever is drawn.

A few seeds here; ``benchmarks/fresh_inputs.py`` goes through fifty.
"""

import json
import re

import pytest
from banks import SLUGS, answered, bank, described, expected, released, solution
from judging import paper

from fairki import fresh

SEEDS = range(1, 5)
HONEST = ("full", "partial", "wrong")


def sources(slug: str) -> dict[str, str]:
    """Grade id of an answer → the solution."""
    marks = ((cell["metadata"].get("nbgrader", {}), "".join(cell["source"])) for cell in solution(slug)["cells"])
    return {about["grade_id"]: source for about, source in marks if about.get("solution")}


FUNCTIONS = {
    slug: [name for name, source in sources(slug).items() if source.startswith("def ")] for slug in SLUGS
}


def functions(slug: str) -> dict[str, tuple[str, dict[str, float]]]:
    """Question and source of every function in the bank → what each of its tests gives."""
    found = {}
    for path in bank(slug):
        hand_in = described(path)
        if path.stem.startswith(HONEST) and "damage" not in hand_in:
            for question in FUNCTIONS[slug]:
                given = hand_in.get("answers", {}).get(question)
                if given is None and answered(hand_in, question):
                    given = sources(slug)[question]
                if given is not None:
                    earns = expected(slug, hand_in)
                    found[question, given] = {
                        name: points for name, points in earns.items() if name.startswith(f"{question}-")
                    }
    return found


def differing(slug: str) -> list[tuple[str, dict[str, str]]]:
    """Functions of the bank that with today's seed do not earn what the bank says, and what is said to them."""
    whole, found = paper(slug), []
    for (question, source), earns in functions(slug).items():
        said = whole.complaints(question, source)
        if {name: 0 if said[name] else whole.most[name] for name in said} != earns:
            found.append((source, said))
    return found


@pytest.mark.parametrize("slug", SLUGS)
def test_a_function_earns_the_same_for_every_seed(slug, monkeypatch):
    assert len(functions(slug)) >= 2 * len(FUNCTIONS[slug])
    for seed in SEEDS:
        monkeypatch.setattr(fresh, "seed", seed)
        assert differing(slug) == []


def test_draws_differ_from_seed_to_seed_and_are_the_same_for_one(monkeypatch):
    def drawn() -> str:
        draw = fresh.dice("B1")
        return repr((fresh.names(draw, 3), fresh.rates(draw, 4)))

    found = []
    for seed in SEEDS:
        monkeypatch.setattr(fresh, "seed", seed)
        assert drawn() == drawn() != repr(fresh.names(fresh.dice("B2"), 3))
        found.append(drawn())
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_test_of_a_function_asks_for_something_new_and_learners_see_none_of_it(slug):
    assert "fresh" not in json.dumps(released(slug))
    for cell in solution(slug)["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
        if re.fullmatch("|".join(f"{question}-test-.*" for question in FUNCTIONS[slug]), name):
            assert "neue(\"" in "".join(cell["source"]), name
