"""What a workshop knows, and what there is to see of it: no waiting, no disk, no network."""

import secrets
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace
from typing import Any

from coursetools.workshop.activities import KINDS, Activity
from coursetools.workshop.session import OPEN, Session
from coursetools.workshop.store import Place, Vote


class Record:
    """The state of one workshop: only what the store has kept.

    Args:
        session: the state after the last command.
        people: digest of a token → number of the participant.
        votes: all votes.
        shown: place → the values behind the figures that were shown last.

    Attributes:
        votes: place (step that the activity belongs to, round) → participant → vote.
        numbers: those of all people.
        voters: number of somebody → how many votes of theirs there are.

    Figures never follow single votes: they are made when voting is closed, stay as they are when it is opened again,
    and change only when `session.fewest` votes or more are new, or none, in each part of the room that they tell apart.
    """

    def __init__(
        self,
        session: Session,
        people: Mapping[str, int],
        votes: Iterable[Vote],
        shown: Mapping[Place, list[Any]] | None = None,
    ):
        self.session, self.people, self.shown = session, dict(people), dict(shown or {})
        self.votes: dict[tuple[str, int], dict[int, Vote]] = {}
        self._tallies: Counter[str] = Counter()
        self._activities: dict[str, Activity] = {}
        self._publics: dict[str, dict[str, Any]] = {}
        self.numbers = set(self.people.values())
        self.voters: Counter[int] = Counter()
        self.add({}, votes)

    # ---- changes ----

    def add(self, people: Mapping[str, int], votes: Iterable[Vote]) -> None:
        """Take in who has arrived and what was voted; a later vote replaces an earlier one."""
        self.people.update(people)
        self.numbers.update(people.values())
        for vote in votes:
            there = self.votes.setdefault((vote.step, vote.round), {})
            if vote.participant not in there:
                self.voters[vote.participant] += 1
            there[vote.participant] = vote
            self._tallies[vote.step] += 1

    def noted(self, vote: Vote) -> Vote:
        """The vote as it will be stored: one that says again what is in the figures is nothing new."""
        before = self.votes.get((vote.step, vote.round), {}).get(vote.participant)
        return replace(vote, seen=bool(before and before.seen and before.value == vote.value))

    def due(self, session: Session) -> dict[Place, list[Any]]:
        """Place → values behind the figures that are shown from now on, if `session` is the next one."""
        due = {}
        for step, phase in self.session.phases.items():
            after = session.phases.get(step)
            if phase.state != OPEN or after is None or (after.state, after.round) == (OPEN, phase.round):
                continue
            place = self.session.activity(step), phase.round
            enough = len(self.votes.get(place, ())) >= session.fewest
            if enough and self.fresh(place) and not self._missing(place, session.fewest):
                due[place] = self._values(place)
        return due

    def remove(self, hashes: Iterable[str]) -> None:
        """Forget people who have no votes."""
        for hashed in hashes:
            self.numbers.discard(self.people.pop(hashed, None))

    def follow(
        self, session: Session, reset: str | None = None, shown: Mapping[Place, list[Any]] | None = None
    ) -> None:
        """Go on with the next session; the activity of `reset` loses its votes, and `shown` (see `due`) is shown."""
        for place, values in (shown or {}).items():
            self.shown[place] = values
            self.votes[place] = {
                one: replace(vote, seen=True) for one, vote in self.votes.get(place, {}).items()
            }
            self._tallies[place[0]] += 1
        self._activities = {
            step: made
            for step, made in self._activities.items()
            if step in session.steps and _made_of(session, step) == _made_of(self.session, step)
        }
        self.session = session
        self._publics.clear()
        if reset is not None:
            for place in [place for place in self.votes if place[0] == reset]:
                self.voters -= Counter(self.votes.pop(place).keys())
            for place in [place for place in self.shown if place[0] == reset]:
                del self.shown[place]
            self._tallies[reset] += 1

    def clear(self) -> None:
        """Forget people and votes."""
        for kept in (
            self.votes,
            self.people,
            self.numbers,
            self.shown,
            self.voters,
            self._tallies,
            self._publics,
        ):
            kept.clear()

    # ---- what there is to see ----

    def activity(self, step: str) -> Activity:
        """The activity of a step."""
        one = self.session.activity(step)
        if one not in self._activities:
            self._activities[one] = make(self.session, one)
        return self._activities[one]

    def public(self, step: str) -> dict[str, Any]:
        """What the activity of a step shows before anybody has voted in its current round."""
        if step not in self._publics:
            *earlier, (round_, _) = self.rounds(step).items()
            self._publics[step] = self.activity(step).public(round_, dict(earlier), self.session.fewest)
        return self._publics[step]

    def rounds(self, step: str) -> dict[int, list[Any]]:
        """Round → values behind its figures, up to the step's current one; in no order that says who voted when."""
        activity = self.session.activity(step)
        places = [(activity, number) for number in range(1, self.session.phase(step).round + 1)]
        return {place[1]: self.shown.get(place) or self._values(place) for place in places}

    def seated(self, session: Session, step: str) -> Session:
        """The next session, with everybody in the room in a group of the step's activity, if it has some.

        Who is in one stays there; the others are dealt out in random order, so that groups have about one size.
        """
        if session.steps[step]["kind"] != "activity" or not (
            groups := make(session, session.activity(step)).assigned
        ):
            return session
        seats = dict(session.groups.get(session.activity(step), {}))
        sizes = Counter(seats.values())
        waiting = [number for number in map(str, sorted(self.numbers)) if number not in seats]
        for number in sorted(waiting, key=lambda number: secrets.token_bytes(8)):
            seats[number] = min(groups, key=lambda group: sizes[group])
            sizes[seats[number]] += 1
        return session.seat(step, seats)

    def misplaced(self, step: str, number: int, value: Any) -> bool:
        """Whether somebody who was dealt into a group answers for another one."""
        group = self.session.groups.get(self.session.activity(step), {}).get(str(number))
        return group is not None and isinstance(value, dict) and value.get("group", group) != group

    def own(self, step: str, number: int) -> dict[str, Any]:
        """What only the phone of this participant is told of a step's activity."""
        group = self.session.groups.get(self.session.activity(step), {}).get(str(number))
        return self.activity(step).own(number) | ({"group": group} if group else {})

    def claimed(self, vote: Vote, others: Iterable[Vote]) -> bool:
        """Whether somebody else has said what only one may say: in what is kept, or in `others`, which come with it."""
        activity = self.activity(vote.step)
        if not (claim := activity.claim(vote.value)):
            return False
        kept = self.votes.get((vote.step, vote.round), {})
        together = {**kept, **{one.participant: one for one in others if _place(one) == _place(vote)}}
        return any(
            number != vote.participant and activity.claim(one.value) == claim
            for number, one in together.items()
        )

    def given(self, step: str) -> list[Any]:
        """The values of the step's current round as they are now, whether or not figures were shown."""
        return self._values((self.session.activity(step), self.session.phase(step).round))

    def fresh(self, place: Place) -> int:
        """How many votes are new or changed since the figures were shown last."""
        return sum(not vote.seen for vote in self.votes.get(place, {}).values())

    def lacking(self, step: str) -> tuple[int, int]:
        """How many answers are missing before there are figures, and new figures; 0 if there is nothing to wait for."""
        place = self.session.activity(step), self.session.phase(step).round
        fewest, there = self.session.fewest, len(self.votes.get(place, ()))
        if place not in self.shown:
            return max(0, fewest - there), 0
        more = self._missing(place, fewest)
        return (more, 0) if len(self.shown[place]) < fewest else (0, more if self.fresh(place) else 0)

    def _missing(self, place: Place, fewest: int) -> int:
        """How many new votes are missing before figures that were shown change: in no part of the room by fewer."""
        if place not in self.shown:
            return 0
        activity, shown = self.activity(place[0]), self.shown[place]
        votes = self.votes.get(place, {}).values()
        parts = Counter(activity.part(vote.value, shown, fewest) for vote in votes if not vote.seen)
        return max(0, fewest - min(parts.values(), default=0))

    def answers(self, step: str, round_: int | None = None) -> int:
        """How many have voted in a round, by default in the step's current one."""
        round_ = self.session.phase(step).round if round_ is None else round_
        return len(self.votes.get((self.session.activity(step), round_), ()))

    def finished(self, step: str) -> int:
        """How many have given their whole answer in the step's current round."""
        activity, round_ = self.activity(step), self.session.phase(step).round
        votes = self.votes.get((self.session.activity(step), round_), {}).values()
        return sum(activity.finished(vote.value) for vote in votes)

    def silent(self, connected: Container[int]) -> list[str]:
        """Digests of those who never voted and do not listen; somebody who comes back joins again unnoticed."""
        return [
            hashed
            for hashed, number in self.people.items()
            if number not in connected and not self.voters[number]
        ]

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

    def computation(self, step: str) -> tuple[tuple[Any, ...], Callable[[], dict[str, Any]]]:
        """The result of a step: all that it depends on, and how to compute it (in any thread)."""
        session, activity, rounds = self.session, self.activity(step), self.rounds(step)
        last, texts = max(rounds), session.texts(step)
        tally = self._tallies[session.activity(step)]
        state: tuple[Any, ...] = (last, tally, session.fewest, texts, activity)
        return state, lambda: activity.result(rounds[last], rounds, session.fewest, texts)

    def _values(self, place: Place) -> list[Any]:
        return [vote.value for _, vote in sorted(self.votes.get(place, {}).items())]


def _place(vote: Vote) -> Place:
    return vote.step, vote.round


def _made_of(session: Session, step: str) -> tuple[str, dict[str, Any]]:
    return session.steps[step]["activity"], session.settings(step)


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
