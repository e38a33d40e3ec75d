"""What a workshop knows, and what there is to see of it: no waiting, no disk, no network."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from coursetools.workshop.activities import KINDS, Activity
from coursetools.workshop.session import Session
from coursetools.workshop.store import Vote


class Record:
    """The state of one workshop: only what the store has kept.

    Args:
        session: the state after the last command.
        people: digest of a token → number of the participant.
        votes: all votes.

    Attributes:
        votes: (step that the activity belongs to, round) → participant → vote.
    """

    def __init__(self, session: Session, people: Mapping[str, int], votes: Iterable[Vote]):
        self.session, self.people = session, dict(people)
        self.votes: dict[tuple[str, int], dict[int, Vote]] = {}
        self._tallies: Counter[str] = Counter()
        self._activities: dict[str, Activity] = {}
        self._publics: dict[str, dict] = {}
        self.add({}, votes)

    # ---- changes ----

    def add(self, people: Mapping[str, int], votes: Iterable[Vote]) -> None:
        """Take in who has arrived and what was voted; a later vote replaces an earlier one."""
        self.people.update(people)
        for vote in votes:
            self.votes.setdefault((vote.step, vote.round), {})[vote.participant] = vote
            self._tallies[vote.step] += 1

    def follow(self, session: Session, reset: str | None = None) -> None:
        """Go on with the next session; the activity of the step `reset` loses its votes."""
        if session.plan != self.session.plan or session.free_text != self.session.free_text:
            self._activities.clear()
        self.session = session
        self._publics.clear()
        if reset is not None:
            for place in [place for place in self.votes if place[0] == reset]:
                del self.votes[place]
            self._tallies[reset] += 1

    def clear(self) -> None:
        """Forget people and votes."""
        for kept in (self.votes, self.people, self._tallies, self._publics):
            kept.clear()

    # ---- what there is to see ----

    def activity(self, step: str) -> Activity:
        """The activity of a step."""
        one = self.session.activity(step)
        if one not in self._activities:
            self._activities[one] = make(self.session, one)
        return self._activities[one]

    def public(self, step: str) -> dict:
        """What the activity of a step shows before anybody has voted in its current round."""
        if step not in self._publics:
            *earlier, (round_, _) = self.rounds(step).items()
            self._publics[step] = self.activity(step).public(round_, dict(earlier), self.session.fewest)
        return self._publics[step]

    def rounds(self, step: str) -> dict[int, list]:
        """Round → values, up to the step's current one; in no order that says who voted when."""
        activity = self.session.activity(step)
        return {
            number: [vote.value for _, vote in sorted(self.votes.get((activity, number), {}).items())]
            for number in range(1, self.session.phase(step).round + 1)
        }

    def answers(self, step: str, round_: int | None = None) -> int:
        """How many have voted in a round, by default in the step's current one."""
        round_ = self.session.phase(step).round if round_ is None else round_
        return len(self.votes.get((self.session.activity(step), round_), ()))

    def mine(self, number: int) -> Vote | None:
        """A participant's vote in the current round of the current step."""
        step, session = self.session.step, self.session
        if step is None or step["kind"] != "activity":
            return None
        place = session.activity(step["id"]), session.phase(step["id"]).round
        return self.votes.get(place, {}).get(number)

    def repeated(self, number: int, step: str, round_: int, nonce: str) -> Vote | None:
        """The vote that is stored already, if this is the same one again."""
        if step not in self.session.steps:
            return None
        known = self.votes.get((self.session.activity(step), round_), {}).get(number)
        return known if known and known.nonce == nonce else None

    def computation(self, step: str) -> tuple[tuple, Callable[[], dict]]:
        """The result of a step: all that it depends on, and how to compute it (in any thread)."""
        session, activity, rounds = self.session, self.activity(step), self.rounds(step)
        last, texts = max(rounds), session.texts(step)
        tally = self._tallies[session.activity(step)]
        state: tuple[Any, ...] = (session.plan, last, tally, session.fewest, texts, activity)
        return state, lambda: activity.result(rounds[last], rounds, session.fewest, texts)


def make(session: Session, step: str) -> Activity:
    """The activity of a step."""
    return KINDS[session.steps[step]["activity"]](session.settings(step))


def check(session: Session) -> None:
    """Make every activity of the agenda once.

    Raises:
        BadFileError: if one does not fit.
    """
    for step, content in session.steps.items():
        if content["kind"] == "activity":
            make(session, session.activity(step))
