"""A Kodex: a title and its rules in order, and its readable file."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from fairki.errors import BadAnswerError, BadFileError
from fairki.kodex.de import kodex as de
from fairki.kodex.rules import Rule

VERSION = 1
"""Version of the file format; a file with a higher one was written by a newer course."""
_KEYS = {"fassung", "titel", "regel"}
_RULE_KEYS = {"muster", "angaben", "zustaendig", "meldeweg", "aspekte", "schritt", "vorlage"}


class KodexFileError(BadFileError):
    """A Kodex file that cannot be used.

    Attributes:
        text: the file as it was, so that nothing is lost.
    """

    def __init__(self, happened: str, text: str, remedy: str = ""):
        super().__init__(happened, remedy or de.STAYS)
        self.text = text


@dataclass(frozen=True)
class Kodex:
    """Rules in order, with a title."""

    title: str = de.TITLE
    rules: tuple[Rule, ...] = ()

    def rules_about(self, *kinds: str) -> tuple[tuple[int, Rule], ...]:
        """The rules about these kinds of systems (``fairki.systems.KINDS``), with their places in the Kodex from 1."""
        return tuple(
            (number, rule) for number, rule in enumerate(self.rules, 1) if rule.kind.applies_to in kinds
        )

    def as_example(self) -> "Kodex":
        """The same Kodex as something to begin with: its rules count as nobody's own yet."""
        return replace(self, rules=tuple(replace(rule, from_example=True) for rule in self.rules))

    def dumps(self) -> str:
        """The Kodex as readable TOML; ``loads`` gives the same Kodex back."""
        parts = [f"{de.HEADER}\nfassung = {VERSION}\ntitel = {_text(self.title)}\n"]
        for rule in self.rules:
            angaben = ", ".join(f"{name} = {_value(value)}" for name, value in rule.values.items())
            angaben = f"{{ {angaben} }}" if angaben else "{}"
            parts.append(
                f"\n# {rule.sentence}\n[[regel]]\nmuster = {_text(rule.pattern)}\nangaben = {angaben}\n"
                f"zustaendig = {_text(rule.owner)}\nmeldeweg = {_text(rule.channel)}\n"
                + _frame(rule)
                + ("vorlage = true\n" if rule.from_example else "")
            )
        return "".join(parts)


def loads(text: str) -> Kodex:
    """The Kodex in the text of a file.

    Raises:
        KodexFileError: no TOML, content that this course does not know, or values that do not fit; the error
            keeps the text.
    """
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise KodexFileError(de.NOT_READABLE, text) from error
    version = data.get("fassung")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise KodexFileError(de.NO_VERSION, text)
    if version > VERSION:
        raise KodexFileError(de.NEWER_FILE, text, de.OPEN_THERE)
    _only(data, _KEYS, de.IN_FILE, text)
    title, rules = data.get("titel", ""), data.get("regel", [])
    if not isinstance(title, str) or not isinstance(rules, list):
        raise KodexFileError(de.ODD_SHAPE, text)
    return Kodex(
        title, tuple(_rule(entry, de.in_rule(number), text) for number, entry in enumerate(rules, 1))
    )


def _rule(entry: object, place: str, text: str) -> Rule:
    if not isinstance(entry, dict):
        raise KodexFileError(de.no_pattern(place), text)
    _only(entry, _RULE_KEYS, place, text)
    aspects, step = entry.get("aspekte"), entry.get("schritt")
    plain = [entry.get("muster"), entry.get("zustaendig", ""), entry.get("meldeweg", "")]
    plain += [step or "", *(aspects if isinstance(aspects, list) else [])]
    values = entry.get("angaben", {})
    well_formed = isinstance(values, dict) and (aspects is None or isinstance(aspects, list))
    if not well_formed or not all(isinstance(value, str) for value in plain):
        raise KodexFileError(de.odd_entry(place), text)
    try:
        return Rule(
            entry["muster"],
            values,
            owner=plain[1],
            channel=plain[2],
            aspects=None if aspects is None else tuple(aspects),
            step=step,
            from_example=entry.get("vorlage") is True,
        )
    except BadAnswerError as error:
        raise KodexFileError(f"{place}: {error.happened}", text) from error


def _frame(rule: Rule) -> str:
    """Aspects and step; of a rule whose package is not here, only what somebody has chosen."""
    aspects = f"aspekte = [{', '.join(map(_text, rule.aspects or ()))}]\n"
    step = f"schritt = {_text(rule.step or '')}\n"
    return (aspects if rule.aspects or not rule.absent else "") + (
        step if rule.step or not rule.absent else ""
    )


def _only(table: Mapping[str, object], known: set[str], place: str, text: str) -> None:
    if unknown := sorted(set(table) - known):
        raise KodexFileError(de.unknown_entry(place, unknown[0]), text)


def _value(value: int | str) -> str:
    return _text(value) if isinstance(value, str) else str(value)


def _text(value: str) -> str:
    """A TOML basic string: JSON's escapes, and the one control character that JSON leaves alone."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
