"""Every pattern, blank, option and unit has its words, and there are no words for anything else."""

import json
import re

import pytest

from fairki.kodex import PATTERNS, STATUSES, Choice, Number, form_of
from fairki.kodex.de.patterns import PATTERNS as WORDS
from fairki.kodex.de.patterns import UNITS
from fairki.kodex.text_checks import OUTLOOKS
from fairki.texts import corpus


def test_patterns_and_their_words_have_the_same_ids():
    assert WORDS.keys() == PATTERNS.keys()


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=lambda pattern: pattern.id)
def test_blanks_and_their_words_have_the_same_names(pattern):
    words = WORDS[pattern.id]
    assert set(words.numbers) == {blank.name for blank in pattern.blanks if isinstance(blank, Number)}
    assert set(words.choices) == {blank.name for blank in pattern.blanks if isinstance(blank, Choice)}
    for blank in pattern.blanks:
        assert blank.pattern == pattern.id
        assert f"{{{blank.name}}}" in words.template
        if isinstance(blank, Choice):
            assert set(blank.keys) == set(blank.words.options)
        else:
            assert all(blank.low <= number <= blank.high for number in blank.words.forms)


def test_the_outlooks_to_choose_from_are_those_that_assessments_end_with():
    for pattern in ("namenstausch", "ergebnis"):
        options = PATTERNS[pattern].blanks[0].options
        assert [f"{phrase}." for phrase in options.values()] == list(corpus.options("ausblick"))
        assert list(options) == list(OUTLOOKS) and list(OUTLOOKS.values()) == [0, 1, 2, 3]


def test_every_unit_of_a_blank_has_its_words_and_is_needed():
    used = {
        blank.unit for pattern in PATTERNS.values() for blank in pattern.blanks if isinstance(blank, Number)
    }
    assert UNITS.keys() == used


def test_whatever_a_kodex_keeps_or_sends_is_an_id():
    """In the file, in the browser and in a vote: patterns, blanks, options, units, aspects, steps, outcomes."""
    ids = {*STATUSES, *UNITS} - {""}
    for pattern in PATTERNS.values():
        ids |= {pattern.id, pattern.step, *pattern.aspects}
        for blank in pattern.blanks:
            ids |= {blank.name, *(blank.keys if isinstance(blank, Choice) else ())}
    assert [one for one in ids if not re.fullmatch("[a-z0-9_]+", one)] == []


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=lambda pattern: pattern.id)
def test_the_form_of_a_pattern_says_all_that_a_page_needs(pattern):
    form = json.loads(json.dumps(form_of(pattern)))
    assert [form["id"], form["title"], form["hint"]] == [pattern.id, pattern.title, pattern.hint]
    shown = {blank.name: blank.render(blank.default) for blank in pattern.blanks}
    assert "".join(text + shown.get(name, "") for text, name in form["parts"]) == pattern.sentence()
    for blank, said in zip(pattern.blanks, form["blanks"], strict=True):
        assert [said[key] for key in ("name", "label", "hint", "default")] == [
            blank.name,
            blank.label,
            blank.hint,
            blank.default,
        ]
        if isinstance(blank, Choice):
            assert said["kind"] == "choice" and dict(said["options"]) == blank.options
        else:
            assert [said[key] for key in ("kind", "low", "high")] == ["number", blank.low, blank.high]


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=lambda pattern: pattern.id)
def test_an_exercise_gets_neither_hints_nor_suggestions(pattern):
    form = form_of(pattern, hints=False, suggests=False)
    assert [form["hint"], *(blank["hint"] for blank in form["blanks"])] == [""] * (1 + len(pattern.blanks))
    assert all(blank["default"] is None for blank in form["blanks"])
