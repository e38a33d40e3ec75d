"""The Kodex as the browser keeps it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairki.errors import BadAnswerError
from fairki.kodex import PATTERNS, Choice, Kodex, Rule, loads, stored


def fillings(pattern):
    return st.fixed_dictionaries(
        {
            blank.name: st.sampled_from(list(blank.options))
            if isinstance(blank, Choice)
            else st.integers(blank.low, blank.high)
            for blank in pattern.blanks
        }
    )


LINE = st.text(st.characters(categories=("L", "N", "P")), max_size=30)
RULES = st.one_of(
    [
        st.builds(
            Rule,
            st.just(pattern.id),
            fillings(pattern),
            owner=LINE,
            channel=LINE,
            aspects=st.none() | st.just(("werte",)),
            step=st.none() | st.just("4"),
        )
        for pattern in PATTERNS.values()
    ]
)


@given(st.builds(Kodex, st.just("Mein Kodex"), st.lists(RULES, max_size=6).map(tuple)))
def test_a_kodex_comes_back_as_it_was_stored(kodex):
    assert stored.from_value(stored.to_value(kodex)) == kodex


def test_a_kodex_remembers_which_rules_are_only_an_example():
    one = Kodex(rules=(Rule("einspruch"), Rule("energie")))
    assert not any("vorlage" in rule for rule in stored.to_value(one)["regeln"])
    example = one.as_example()
    assert example == one  # it says the same
    mixed = Kodex(rules=(example.rules[0], one.rules[1]))
    for again in (stored.from_value(stored.to_value(mixed)), loads(mixed.dumps())):
        assert [rule.from_example for rule in again.rules] == [True, False]


@pytest.mark.parametrize(
    "value",
    [
        None,
        "Kodex",
        [],
        {},
        {"regeln": "alle"},
        {"regeln": ["keine"]},
        {"regeln": [{}]},
        {"regeln": [{"muster": "gibt_es_nicht"}]},
        {"regeln": [{"muster": 3}]},
        {"regeln": [{"muster": "einspruch", "angaben": {"frist": "lang"}}]},
        {"regeln": [{"muster": "einspruch", "angaben": {"frist": 0}}]},
        {"regeln": [{"muster": "einspruch", "angaben": [14]}]},
        {"regeln": [{"muster": "einspruch", "zustaendig": 7}]},
        {"titel": 7, "regeln": []},
        {"regeln": [{"muster": "einspruch"}] * (stored.MOST_RULES + 1)},
    ],
)
def test_what_is_no_kodex_is_refused(value):
    with pytest.raises(BadAnswerError):
        stored.from_value(value)


def test_blanks_left_out_get_their_default_and_names_are_trimmed():
    kodex = stored.from_value({"regeln": [{"muster": "einspruch", "zustaendig": "  Samira \n Haddad "}]})
    assert kodex.title == Kodex.title
    assert kodex.rules == (Rule("einspruch", {"frist": 14}, owner="Samira Haddad"),)


def test_the_name_that_the_course_gives_is_looked_up_and_not_kept():
    assert "titel" not in stored.to_value(Kodex(rules=(Rule("einspruch"),)))
    assert stored.from_value({"regeln": []}).title == Kodex.title
    assert stored.to_value(Kodex("Kodex der Werkstatt"))["titel"] == "Kodex der Werkstatt"
