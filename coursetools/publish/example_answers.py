"""What somebody could answer: paper shows by it what a page says once it was answered. Fixed, simple, and marked."""

from collections.abc import Iterable, Mapping
from typing import Any

from fairki.kodex import Kodex, stored
from fairki.kodex.example import EXAMPLE_KODEX, EXAMPLE_TEXTS

KODEX = Kodex(EXAMPLE_KODEX.title, (*EXAMPLE_KODEX.rules, *EXAMPLE_TEXTS.rules))
"""What a page takes for the learner's Kodex: the company's own examples for both kinds of systems."""


def to(states: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Key → answer for the blocks of a page, given by their traits.

    Guesses and choices get the first option or the middle of their scale, cards in turns each choice, questions of a
    self-check the right option. What a firm writes about itself stays empty, and a slider where it stands.
    """
    given = {state["key"]: _answer(state) for state in states if state.get("key")}
    return {stored.KEY: stored.to_value(KODEX)} | {
        key: answer for key, answer in given.items() if answer is not None
    }


def _answer(state: Mapping[str, Any]) -> Any:
    match state:
        case {"cards": cards, "choices": choices}:
            return {card["id"]: choices[at % len(choices)][0] for at, card in enumerate(cards)}
        case {"questions": [{"options": [{"right": _}, *_]}, *_] as questions}:
            return {
                one["id"]: [option["right"] for option in one["options"]].index(True) for one in questions
            }
        case {"question": _, "kind": "number", "low": low, "high": high, "step": step}:
            return low + (high - low) / step // 2 * step
        case {"question": _, "options": [[value, *_], *_]}:
            return value
        case {"options": [[value, *_], *_], "kind": "checkbox"}:
            return [value]
        case {"options": [[value, *_], *_]}:
            return value
    return None
