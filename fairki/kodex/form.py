"""A sentence pattern as plain JSON: what ``fairki/web/pattern_form.js`` draws, wherever rules are edited."""

from string import Formatter
from typing import Literal, NotRequired, TypedDict

from fairki.kodex.blanks import Blank, Choice
from fairki.kodex.pattern import Pattern


class BlankForm(TypedDict):
    """A blank: a whole number from ``low`` to ``high``, or one of its ``options`` ([key, phrase])."""

    name: str
    kind: Literal["number", "choice"]
    label: str
    hint: str
    default: int | str | None
    low: NotRequired[int]
    high: NotRequired[int]
    unit: NotRequired[list[str]]
    forms: NotRequired[list[tuple[int, str]]]
    phrase: NotRequired[str]
    options: NotRequired[list[tuple[str, str]]]


class PatternForm(TypedDict):
    """A pattern; ``parts`` are [text, name of the blank behind it or None]."""

    id: str
    title: str
    hint: str
    parts: list[tuple[str, str | None]]
    blanks: list[BlankForm]


def form_of(pattern: Pattern, *, hints: bool = True, suggests: bool = True) -> PatternForm:
    """The JSON of a pattern.

    Args:
        pattern: the pattern.
        hints: whether the course helps to choose, with a sentence for the rule and for each blank.
        suggests: whether it suggests what to fill in; an exercise does not.
    """
    return {
        "id": pattern.id,
        "title": pattern.title,
        "hint": pattern.hint if hints else "",
        "parts": [(text, name) for text, name, _, _ in Formatter().parse(pattern.template)],
        "blanks": [_blank(blank, hints, suggests) for blank in pattern.blanks],
    }


def _blank(blank: Blank, hints: bool, suggests: bool) -> BlankForm:
    form: BlankForm = {
        "name": blank.name,
        "kind": "choice" if isinstance(blank, Choice) else "number",
        "label": blank.label,
        "hint": blank.hint if hints else "",
        "default": blank.default if suggests else None,
    }
    if isinstance(blank, Choice):
        form["options"] = list(blank.options.items())
    else:
        form["low"], form["high"] = blank.low, blank.high
        form["unit"], form["phrase"] = list(blank.units), blank.words.phrase
        form["forms"] = list(blank.forms)
    return form
