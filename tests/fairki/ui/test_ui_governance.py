"""The blocks of module 04: the role table judges itself, and anchoring changes nothing else of a Kodex."""

import pytest

from fairki import ui
from fairki.governance import roles
from fairki.kodex import Kodex, Rule, patterns, stored

EXAMPLE = Kodex("Beispiel", (Rule(patterns.NOTICE), Rule(patterns.APPEAL, {"frist": 7})))
OWN = Kodex(
    "Unser Kodex", (Rule(patterns.ENERGY, {"energie": 50}, owner="Samira Haddad", aspects=("werte",)),)
)


def from_browser(block, value):
    block.set_state({"value": value})
    return block.value


def kinds(block, task):
    return [kind for kind, _, _ in block.remarks[task]]


def test_a_role_table_says_at_once_what_is_not_clear():
    block = ui.RoleTable(roles.KEY)
    assert kinds(block, "kodex") == [roles.GAP] * len(roles.DUTIES)
    clear = {"entscheidet": ["ethikrat"], "prueft": ["betriebsrat"], "steht_ein": ["geschaeftsfuehrung"]}
    from_browser(block, {"kodex": clear})
    assert kinds(block, "kodex") == []
    from_browser(block, {"kodex": clear | {"prueft": ["ethikrat"]}})
    assert kinds(block, "kodex") == [roles.OWN_REVIEW]
    from_browser(block, None)
    assert kinds(block, "kodex") == [roles.GAP] * len(roles.DUTIES)


def test_a_role_table_keeps_what_it_knows_when_something_else_arrives():
    block = ui.RoleTable(roles.KEY)
    from_browser(block, roles.EXAMPLE)
    for damaged in ({"fremd": {}}, {"kodex": {"entscheidet": "ethikrat"}}, ["kodex"]):
        assert from_browser(block, damaged) == roles.EXAMPLE


def test_a_table_with_nothing_in_it_is_no_answer():
    assert from_browser(ui.RoleTable(roles.KEY), {"kodex": {"entscheidet": []}}) is None


def test_without_an_own_kodex_the_example_is_anchored():
    block = ui.Anchors(stored.KEY, EXAMPLE)
    assert block.kodex == EXAMPLE and block.value is None
    assert block.sentences == [rule.sentence for rule in EXAMPLE.rules]


def test_an_own_kodex_is_shown_with_all_that_belongs_to_its_rules():
    block = ui.Anchors(stored.KEY, EXAMPLE)
    assert from_browser(block, stored.to_value(OWN)) == stored.to_value(OWN)
    assert block.kodex == OWN
    assert block.sentences == [OWN.rules[0].sentence]


def test_a_kodex_that_has_only_a_title_is_kept_and_the_example_is_shown():
    block = ui.Anchors(stored.KEY, EXAMPLE)
    titled = stored.to_value(Kodex("Nur ein Titel"))
    assert from_browser(block, titled) == titled
    assert block.kodex == EXAMPLE


@pytest.mark.parametrize("value", [{"regeln": [{"muster": "fremd"}]}, {"regeln": "alle"}, []])
def test_what_is_no_kodex_does_not_get_in(value):
    block = ui.Anchors(stored.KEY, EXAMPLE)
    from_browser(block, stored.to_value(OWN))
    assert from_browser(block, value) == stored.to_value(OWN)


def test_a_year_of_months_remembers_plans_within_their_bounds_and_nothing_else():
    block = ui.Months(["Frauen"], [(1, 12), (2, 40)])
    assert from_browser(block, [[6, 15], [1, 2]]) == [[6, 15], [1, 2]]
    for damaged in (
        [[6, 15]] * 3,
        [[6]],
        [[6, 41]],
        [[6.0, 15]],
        [[True, 15]],
        ["6-15"],
        {"plan": [6, 15]},
        6,
    ):
        assert from_browser(block, damaged) == [[6, 15], [1, 2]]
    assert from_browser(block, []) is None
