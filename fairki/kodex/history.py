"""How a Kodex came to be what it is: the first version, and each change with its day, its occasion and its reason.

In the browser store: ``{"beginn": {"tag": "2026-05-03", "kodex": Kodex}, "aenderungen": [{"tag", "anlass", "warum",
"kodex"}, …]}`` with each Kodex as in ``fairki.kodex.stored``.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from fairki.errors import BadAnswerError
from fairki.kodex import stored
from fairki.kodex.de import kodex as de
from fairki.kodex.kodex import Kodex
from fairki.kodex.rules import Rule

KEY = "05.kodex.geschichte"
"""Name of the history in the browser store."""
MOST_CHANGES = 40
LONGEST_WHY = 1000
"""Characters of a reason."""


@dataclass(frozen=True)
class Change:
    """A new version of the Kodex.

    Attributes:
        day: when it was kept.
        occasion: id of what gave rise to it (``fairki.feedback.complaints.occasion``); "" if nothing was named.
        why: the reason in the learner's own words; "" if none was given.
        kodex: the version from then on.
    """

    day: dt.date
    occasion: str
    why: str
    kodex: Kodex


@dataclass(frozen=True)
class Difference:
    """What two versions do not have in common; a mere change of order is none.

    Attributes:
        new: rules that only the later version has.
        changed: (before, after) of rules that fill in the same sentence pattern in another way.
        dropped: rules that only the earlier version has.
    """

    new: tuple[Rule, ...]
    changed: tuple[tuple[Rule, Rule], ...]
    dropped: tuple[Rule, ...]

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.dropped)


@dataclass(frozen=True)
class History:
    """A Kodex and what became of it.

    Attributes:
        day: when the first version was kept.
        start: the first version.
        changes: the later ones, the oldest first.
    """

    day: dt.date
    start: Kodex
    changes: tuple[Change, ...] = ()

    @property
    def latest(self) -> Kodex:
        """The version that holds now."""
        return self.changes[-1].kodex if self.changes else self.start

    def then(self, change: Change) -> "History":
        """The history with one more change.

        Raises:
            BadAnswerError: there are too many already.
        """
        if len(self.changes) >= MOST_CHANGES:
            raise BadAnswerError(de.HISTORY_FULL, de.SAVE_HISTORY)
        return replace(self, changes=(*self.changes, change))

    def steps(self) -> Iterator[tuple[Change, Difference]]:
        """Each change with what it changed."""
        before = self.start
        for change in self.changes:
            yield change, difference(before, change.kodex)
            before = change.kodex


def difference(before: Kodex, after: Kodex) -> Difference:
    """What has changed from one version to another; rules with the same pattern are compared in their order."""
    dropped, new, changed = list(before.rules), [], []
    for rule in after.rules:
        if rule in dropped:
            dropped.remove(rule)
        else:
            new.append(rule)
    for rule in tuple(new):
        old = next((one for one in dropped if one.pattern == rule.pattern), None)
        if old is not None:
            dropped.remove(old)
            new.remove(rule)
            changed.append((old, rule))
    return Difference(tuple(new), tuple(changed), tuple(dropped))


def from_value(value: Any) -> History:
    """The history in a value of the browser store.

    Raises:
        BadAnswerError: it is none, or one of its versions is no Kodex of this course.
    """
    start = value.get("beginn") if isinstance(value, dict) else None
    changes = value.get("aenderungen") if isinstance(value, dict) else None
    if not isinstance(start, dict) or not isinstance(changes, list) or len(changes) > MOST_CHANGES:
        raise _damaged()
    return History(_day(start), stored.from_value(start.get("kodex")), tuple(map(_change, changes)))


def to_value(history: History) -> dict[str, Any]:
    """The plain JSON of a history; ``from_value`` gives the same history back."""
    return {
        "beginn": {"tag": history.day.isoformat(), "kodex": stored.to_value(history.start)},
        "aenderungen": [
            {
                "tag": change.day.isoformat(),
                "anlass": change.occasion,
                "warum": change.why,
                "kodex": stored.to_value(change.kodex),
            }
            for change in history.changes
        ],
    }


def _change(entry: Any) -> Change:
    if not isinstance(entry, dict):
        raise _damaged()
    return Change(
        _day(entry),
        _text(entry, "anlass", stored.LONGEST),
        _text(entry, "warum", LONGEST_WHY),
        stored.from_value(entry.get("kodex")),
    )


def _day(entry: dict[str, Any]) -> dt.date:
    try:
        return dt.date.fromisoformat(entry["tag"])
    except (KeyError, TypeError, ValueError):
        raise _damaged() from None


def _text(entry: dict[str, Any], name: str, longest: int) -> str:
    text = entry.get(name, "")
    if not isinstance(text, str):
        raise _damaged()
    return text.strip()[:longest]


def _damaged() -> BadAnswerError:
    return BadAnswerError(de.HISTORY_DAMAGED, de.BEGIN_HISTORY)
