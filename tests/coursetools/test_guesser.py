"""Self-checks cannot be passed by looking at the options alone, and the guesser that says so can tell."""

from dataclasses import replace

import pytest

from coursetools import guesser
from fairki import manifest


@pytest.fixture(scope="module")
def course(root):
    return manifest.read(root)


@pytest.fixture(scope="module")
def asked(course):
    return guesser.questions(course)


def test_nothing_but_reading_helps_in_the_self_checks(course):
    assert guesser.complaints(course) == []


def test_every_question_of_every_self_check_counts(course, asked):
    assert {question.module for question in asked} == {module.id for module in course.modules}
    assert len({(question.module, question.text) for question in asked}) > 50
    assert guesser.chance(asked) == pytest.approx(1 / 3, abs=0.02)


def test_no_module_gives_itself_away_by_length(course, asked):
    for module in course.modules:
        own = [question for question in asked if question.module == module.id]
        for name in ("längste", "das Gegenteil: längste"):
            assert guesser.hits(guesser.TRICKS[name], own) <= 0.5, (module.id, name)


def changed(asked, change):
    """The questions with another text for the right option."""
    return [
        replace(
            question,
            options=tuple(
                change(option) if place == question.right else option
                for place, option in enumerate(question.options)
            ),
        )
        for question in asked
    ]


@pytest.mark.parametrize(
    "change,trick",
    [
        (lambda option: option + " " * 90, "längste"),
        (lambda option: option[:8], "das Gegenteil: längste"),
        (lambda option: option + " Immer und nur.", "absolut („immer“, „nur“)"),
        (lambda option: option + " Oft kann es.", "vorsichtig („oft“, „kann“)"),
        (lambda option: option + ",,,,", "meiste Kommas"),
    ],
)
def test_a_sign_on_every_right_option_is_noticed(asked, change, trick):
    told = guesser.results(changed(asked, change))
    assert told[trick] > 0.9
    assert told["Zeichen, gelernt aus anderen Modulen"] > 0.9


def test_right_options_in_one_place_are_noticed(asked):
    first = [
        replace(
            question, options=question.options[question.right :] + question.options[: question.right], right=0
        )
        for question in asked
    ]
    assert guesser.results(first)["das Gegenteil: letzte"] == 1


def test_a_word_that_right_options_share_is_learned_from_other_modules(asked):
    told = guesser.results(changed(asked, lambda option: option + " Apfel"))
    assert told["Wörter, gelernt aus anderen Modulen"] > 0.9


def test_whoever_cannot_tell_options_apart_guesses():
    assert guesser.credit([1, 1, 1], right=2) == pytest.approx(1 / 3)
    assert guesser.credit([2, 1, 2], right=0) == pytest.approx(1 / 2)
    assert guesser.credit([2, 1, 2], right=1) == 0
