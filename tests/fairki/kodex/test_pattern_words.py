"""Every pattern, blank, option and unit has its words, and there are no words for anything else."""

import pytest

from fairki.kodex import PATTERNS, Choice, Number
from fairki.kodex.de.patterns import PATTERNS as WORDS
from fairki.kodex.de.patterns import UNITS


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


def test_every_unit_of_a_blank_has_its_words_and_is_needed():
    used = {
        blank.unit for pattern in PATTERNS.values() for blank in pattern.blanks if isinstance(blank, Number)
    }
    assert UNITS.keys() == used
