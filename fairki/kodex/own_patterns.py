"""The sentence patterns of packages of a company's own, and of packages that are not here."""

from collections.abc import Callable, Collection, Mapping
from string import Formatter
from typing import Any

from fairki import plugins
from fairki.kodex.blanks import Blank, Choice, Number
from fairki.kodex.outcome import STATUSES, UNCLEAR, Outcome
from fairki.kodex.pattern import Pattern
from fairki.kodex.words import ChoiceWords, NumberWords, PatternWords
from fairki.plugins import de, loading


def load(aspects: Collection[str], steps: Collection[str]) -> list[Pattern]:
    """The patterns of all packages.

    Args:
        aspects, steps: keys that a pattern may name.
    """

    def make(package: str, own: plugins.Pattern) -> Pattern:
        if unknown := [one for one in own.aspects if one not in aspects] or [
            one for one in [own.step] if one not in steps
        ]:
            raise loading.UnfitError(de.not_known(own.id, unknown[0]))
        if not callable(own.check):
            raise loading.UnfitError(de.no_check(own.id))
        return _pattern(package, own)

    return loading.load(loading.PATTERNS, plugins.Pattern, make)


def absent(id: str) -> Pattern | None:
    """What stands in place of a pattern whose package is not here; None if the id is not one of a package."""
    found = loading.FULL_ID.fullmatch(id)
    if not found:
        return None
    words = PatternWords(de.absent_title(found[1]), de.absent_sentence(found[1]), "")
    return Pattern(id, (), (), "", _nothing, applies_to="", own_words=words)


def _nothing(evidence: Any, values: Mapping[str, Any]) -> Outcome:
    raise LookupError("a rule without its package concerns no system")


def _pattern(package: str, own: plugins.Pattern) -> Pattern:
    id = f"{package}.{own.id}"
    blanks = tuple(_blank(id, one) for one in own.blanks)
    names = [name for _, name, _, _ in Formatter().parse(own.sentence) if name is not None]
    if names != [one.name for one in blanks]:
        raise loading.UnfitError(de.odd_sentence(own.id))
    words = PatternWords(own.title, own.sentence, own.hint)
    made = Pattern(id, blanks, own.aspects, own.step, _safe(package, own.check), own_words=words)
    made.sentence()
    return made


def _blank(pattern: str, own: plugins.Number | plugins.Choice) -> Blank:
    if not loading.ID.fullmatch(own.name):
        raise loading.UnfitError(de.no_id(own.name))
    made: Blank
    if isinstance(own, plugins.Number):
        made = Number(
            pattern,
            own.name,
            "",
            own.low,
            own.high,
            (own.low, own.high),
            own.default,
            NumberWords(own.label, own.hint),
            own.unit,
        )
    else:
        keys = tuple(own.options)
        made = Choice(
            pattern, own.name, keys, keys, own.default, ChoiceWords(own.label, own.hint, own.options)
        )
    try:
        made.read(made.default)
    except Exception:
        raise loading.UnfitError(de.bad_default(pattern, own.name)) from None
    return made


def _safe(
    package: str, check: Callable[[Any, Mapping[str, Any]], plugins.Found]
) -> Callable[[Any, Mapping[str, Any]], Outcome]:
    """The check of a package: an error in it is an open question, never the end of an audit."""

    def checked(evidence: Any, values: Mapping[str, Any]) -> Outcome:
        try:
            status, why, figure, affected = check(evidence, values)
        except Exception as error:
            return Outcome(UNCLEAR, de.failed(package, type(error).__name__))
        if status not in STATUSES or not isinstance(why, str):
            return Outcome(UNCLEAR, de.failed(package, str(status)))
        return Outcome(status, why, figure, affected=affected)

    return checked
