"""A Kodex as the plain JSON that the browser keeps: what the Kodex-Baukasten writes and other modules read.

``{"regeln": [{"muster": id, "angaben": {blank: value}, "zustaendig": text, "meldeweg": text}, …]}``, with a ``titel``
where it is not the one that the course gives. A rule has ``aspekte`` and ``schritt`` only where they differ from those
of its pattern, and ``"vorlage": true`` as long as it is one of an example that nobody has changed or confirmed.
"""

from typing import Any

from fairki.errors import BadAnswerError
from fairki.kodex.de import kodex as de
from fairki.kodex.kodex import Kodex
from fairki.kodex.rules import Rule

KEY = "02.kodex"
"""Name of the learner's Kodex in the browser store."""
MOST_RULES = 60
LONGEST = 200
"""Characters of a title, of a person's name or of a channel."""


def from_value(value: Any) -> Kodex:
    """The Kodex in a value of the browser store.

    Raises:
        BadAnswerError: it is none, or contains patterns or blanks that the course does not know.
    """
    rules = value.get("regeln") if isinstance(value, dict) else None
    if not isinstance(rules, list) or len(rules) > MOST_RULES:
        raise BadAnswerError(de.NO_KODEX, de.BEGIN_ANEW)
    return Kodex(_line(value, "titel") or Kodex.title, tuple(_rule(rule) for rule in rules))


def kodex_of(answer: Any) -> Kodex:
    """The learner's Kodex as an answer of the page: empty as long as there is none."""
    return Kodex() if answer is None else from_value(answer)


def to_value(kodex: Kodex) -> dict[str, Any]:
    """The plain JSON of a Kodex; ``from_value`` gives the same Kodex back."""
    title = {} if kodex.title == Kodex.title else {"titel": kodex.title}
    return title | {"regeln": [_plain(rule) for rule in kodex.rules]}


def _rule(entry: Any) -> Rule:
    if not isinstance(entry, dict) or not isinstance(entry.get("angaben", {}), dict):
        raise BadAnswerError(de.DAMAGED_RULE, de.REMOVE_IT)
    aspects, step = entry.get("aspekte"), entry.get("schritt")
    return Rule(
        _line(entry, "muster"),
        entry.get("angaben", {}),
        owner=_line(entry, "zustaendig"),
        channel=_line(entry, "meldeweg"),
        aspects=tuple(map(str, aspects)) if isinstance(aspects, list) else None,
        step=step if isinstance(step, str) else None,
        from_example=entry.get("vorlage") is True,
    )


def _plain(rule: Rule) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "muster": rule.pattern,
        "angaben": dict(rule.values),
        "zustaendig": rule.owner,
        "meldeweg": rule.channel,
    }
    if rule.aspects != rule.kind.aspects:
        entry["aspekte"] = list(rule.aspects or ())
    if rule.step != rule.kind.step:
        entry["schritt"] = rule.step
    if rule.from_example:
        entry["vorlage"] = True
    return entry


def _line(entry: dict[str, Any], name: str) -> str:
    text = entry.get(name, "")
    if not isinstance(text, str):
        raise BadAnswerError(de.NO_TEXT, de.WRITE_ANEW)
    return " ".join(text.split())[:LONGEST]
