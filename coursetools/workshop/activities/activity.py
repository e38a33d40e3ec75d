"""What every activity of a workshop has in common: its settings, a vote, a result, and the least number of answers."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, ClassVar

from coursetools.workshop.de import activities as de
from fairki import speech
from fairki.errors import BadAnswerError, BadFileError

FEWEST = 5
"""Answers from which on a result is shown; a facilitator may ask for more, never for fewer."""
LONGEST_TEXT = 300
"""Characters of a question or of an answer in the settings."""
MOST_OPTIONS = 12
Rounds = Mapping[int, Sequence[Any]]
"""Number of the round (from 1) → its accepted values."""


class Activity:
    """Something that the whole room takes part in.

    Subclasses say what the phones show (``public``), check one vote (``accept``) and describe the room
    (``result``). They keep nothing: whoever stores the votes hands them in. A round may be held any number of
    times; in an activity with ``phases`` the rounds are those phases in order, each with a form of its own.

    Args:
        settings: plain JSON from the agenda.

    Raises:
        BadFileError: the settings do not fit; the message says what is missing.

    Attributes:
        kind: key in ``activities.KINDS``.
        phases: ids of the rounds, if each round asks for something else; otherwise empty.
        moderated: whether answers hold texts that a facilitator reads before others do.
        as_they_come: whether these can be read while voting is open, as soon as enough people are in the room; else
            from enough answers on.
    """

    kind: ClassVar[str]
    phases: tuple[str, ...] = ()
    moderated: ClassVar[bool] = False
    as_they_come: ClassVar[bool] = False

    def __init__(self, settings: Mapping[str, Any]):
        self.settings = dict(settings)

    def public(self, round: int = 1, rounds: Rounds | None = None, fewest: int = FEWEST) -> dict[str, Any]:
        """What a phone needs to draw this round: plain JSON without any result or solution.

        Args:
            round: number of the round, from 1.
            rounds: the earlier rounds; only activities with ``phases`` look at them.
            fewest: answers from which on an earlier round counts, at least ``FEWEST``.
        """
        raise NotImplementedError

    def own(self, number: int) -> dict[str, Any]:
        """What the phone of the participant with this number shows beside ``public``, and nobody else; mostly nothing.

        Numbers are random and stay with a participant; about half of them are even (see ``Room``).
        """
        return {}

    def accept(self, value: Any, round: int = 1) -> Any:
        """The vote in its normal form (plain JSON, at most a few hundred characters).

        Raises:
            BadAnswerError: it is no possible answer in this round.
        """
        raise NotImplementedError

    def result(
        self,
        values: Sequence[Any],
        rounds: Rounds | None = None,
        fewest: int = FEWEST,
        approved: Collection[str] = (),
    ) -> dict[str, Any]:
        """What the projector shows after a round.

        Show it only once the round is closed: whoever watches a result change with a single new vote knows
        that vote.

        Args:
            values: the accepted values of the round that is shown.
            rounds: all rounds up to and including the one shown; None if it is the first.
            fewest: answers from which on anything is shown, at least ``FEWEST``.
            approved: the free texts that the facilitator has let through (see ``texts_of``); all others stay hidden.

        Returns:
            Plain JSON, every figure a finished German text, with the keys

            - ``kind``, ``enough`` (whether anything is shown), ``answers`` (how many), ``title``, ``summary``
              (sentences), ``notes`` (more sentences),
            - ``marks``: what is striking, as ids: ``notes`` (``clash``, ``truth``, or "" for each note) and ``rows``
              (``chosen`` or "" for each row of the table); what is beyond the end of a list is not striking,
            - ``bars``: dicts of ``label``, ``share`` (0 to 1, the length of the bar), ``text`` (the value) and
              ``earlier`` (list of dicts of ``label`` (the round), ``share`` and ``text``),
            - ``spans``: dicts of ``label``, ``women``, ``men`` (shares), ``value``, ``low``, ``high`` (points),
              ``outside`` and ``text``,
            - ``table``: ``columns`` and ``rows`` (lists of texts),
            - ``texts``: free texts that the facilitator has let through.
        """
        fewest = max(fewest, FEWEST)
        rounds = {1: values} if not rounds else dict(rounds)
        shown = max(rounds)
        rounds[shown] = list(values)
        if len(values) < fewest:
            return self._shape(
                len(values),
                de.TOO_FEW,
                de.from_so_many(fewest),
                enough=False,
            )
        enough = {number: list(rounds[number]) for number in sorted(rounds) if len(rounds[number]) >= fewest}
        return self._result(shown, enough, fewest, frozenset(approved))

    def on_paper(self) -> list[tuple[str, str]]:
        """What is read aloud if there are no phones, each with what a facilitator has to know; mostly nothing."""
        return []

    def warm_up(self) -> None:
        """Compute what does not depend on votes, so that the first result does not have to wait for it."""

    def finished(self, value: Any) -> bool:
        """Whether an accepted value is a whole answer; phones may send one in parts."""
        return True

    def part(self, value: Any, shown: Sequence[Any], fewest: int) -> Any:
        """Which part of the room an accepted value is from, if the figures of `shown` tell parts apart; else None."""
        return None

    def texts_of(self, value: Any) -> tuple[str, ...]:
        """The free texts in an accepted value, which a facilitator has to let through."""
        return ()

    @property
    def assigned(self) -> tuple[str, ...]:
        """The groups into which everybody in the room is put when voting is opened; mostly none."""
        return ()

    def claim(self, value: Any) -> str:
        """What only one phone of the room may say in a round, as an id; mostly nothing."""
        return ""

    def _result(
        self, shown: int, rounds: dict[int, list[Any]], fewest: int, approved: frozenset[str]
    ) -> dict[str, Any]:
        """As ``result``, with enough answers in ``shown`` and in each of ``rounds``."""
        raise NotImplementedError

    def _shape(
        self,
        answers: int,
        title: str,
        summary: str,
        *,
        enough: bool = True,
        notes: Sequence[str] = (),
        bars: Sequence[dict[str, Any]] = (),
        spans: Sequence[dict[str, Any]] = (),
        columns: Sequence[str] = (),
        rows: Sequence[Sequence[str]] = (),
        texts: Sequence[str] = (),
        marked_notes: Sequence[str] = (),
        marked_rows: Sequence[str] = (),
    ) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "enough": enough,
            "answers": answers,
            "title": title,
            "summary": summary,
            "notes": [note for note in notes if note],
            "bars": [{"earlier": [], **bar} for bar in bars],
            "spans": list(spans),
            "table": {"columns": list(columns), "rows": [list(row) for row in rows]},
            "texts": list(texts),
            "marks": {"notes": list(marked_notes), "rows": list(marked_rows)},
        }

    # --- settings ----------------------------------------------------------------------------------

    def _text(self, name: str) -> str:
        """A text that has to be in the settings."""
        text = self.settings.get(name)
        if not isinstance(text, str) or not 0 < len(text.strip()) <= LONGEST_TEXT:
            raise self._unfit(de.no_text(name, LONGEST_TEXT))
        return text.strip()

    def _options(self, name: str = "options") -> dict[str, str]:
        """Key → label, from pairs in the settings."""
        return read_options(self.settings.get(name), self._unfit, name)

    def _only(self, *known: str) -> None:
        if unknown := sorted(set(self.settings) - set(known)):
            raise self._unfit(de.no_setting(unknown[0]))

    def _unfit(self, what: str) -> BadFileError:
        return BadFileError(*de.unfit(self.kind, what))


def read_options(pairs: Any, unfit: Callable[[str], BadFileError], name: str = "options") -> dict[str, str]:
    """Key → label, from a list of 2 to ``MOST_OPTIONS`` pairs of texts; otherwise ``unfit(what)`` is raised."""
    good = isinstance(pairs, list) and 2 <= len(pairs) <= MOST_OPTIONS
    good = good and all(isinstance(pair, (list, tuple)) and len(pair) == 2 for pair in pairs)
    if not good or not all(isinstance(part, str) and part.strip() for pair in pairs for part in pair):
        raise unfit(de.no_pairs(name, MOST_OPTIONS))
    options = {key: label for key, label in pairs}
    if len(options) < len(pairs) or max(map(len, options.values())) > LONGEST_TEXT:
        raise unfit(de.twice(name))
    return options


def not_an_answer() -> BadAnswerError:
    """The error for a vote that the form on the phone cannot have made; what it held are keys that nobody sees."""
    return BadAnswerError(*de.NOT_AN_ANSWER)


def share_text(count: int, of: int) -> str:
    """``12 (45 %)`` or, for nobody, ``0``: a count with its share of all answers."""
    return f"{speech.number(count)} ({speech.percent(count / of)})" if count else speech.number(0)
