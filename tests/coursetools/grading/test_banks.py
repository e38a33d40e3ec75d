"""Every hand-in of the banks earns what it deserves, and honest ones exactly what stock nbgrader gives them."""

import pytest
from banks import SLUGS, bank, described, expected, most_points
from grading import bank_results, points

pytestmark = pytest.mark.xdist_group("grading")


@pytest.mark.parametrize("slug", SLUGS)
def test_a_bank_gets_exactly_its_points(slug):
    results = bank_results(slug)
    for path in bank(slug):
        name, result = path.stem, results[path.stem]
        found = points(result) or dict.fromkeys(most_points(slug), "none")
        assert found == expected(slug, described(path)), name
        if name.startswith(("full", "partial", "wrong")):
            assert result.incidents == (), name
        if "none" in found.values():
            assert [incident.kind for incident in result.incidents] == ["unreadable"]


@pytest.mark.parametrize("slug", SLUGS)
def test_stock_differs_for_broken_and_hostile_hand_ins_only(slug):
    for path in bank(slug):
        if "stock" in described(path):
            assert path.stem.startswith(("broken", "hostile")), path
