"""A workshop's state, and what a facilitator may do with it. No input or output, no clock of its own.

The agenda is plain JSON (``dataclasses.asdict`` of ``coursetools.workshop.agenda.Agenda``), so that a running
workshop depends on no file; on the disk only its ids are kept (``coursetools.workshop.kept_agenda``). It is ``{"id",
"title", "minutes", "steps": [{"id", "title", "minutes", "kind", "activity", "settings", …}]}``. A step of kind
``"activity"`` names in ``activity`` a key of ``activities.KINDS`` and gives that class its ``settings``; one that names
in ``again`` an earlier step goes on with that step's activity, in its next round. Questions that a facilitator asks
live become such steps, too (``coursetools.workshop.own_questions``). All other keys of a step are only shown to the
facilitator. An activity that can take free text says so with the key ``free_text`` in its settings;
whether it does is for the facilitator to switch.

The position is the id of a step, or None while people arrive. Only the activity at the position can be open.
"""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from coursetools.workshop import timer
from coursetools.workshop.de import refusals as de
from coursetools.workshop.timer import Timer
from fairki.errors import FairkiError

HIDDEN, OPEN, CLOSED, REVEALED = "hidden", "open", "closed", "revealed"
FEWEST, MOST_FEWEST = 5, 50
"""Results are shown from so many answers on; how far up the facilitator may set that."""
MOST_ROUNDS = 20
MOST_STEPS = 150
"""Steps from which on nobody can add one."""
MOST_KNOWN = 64
"""So many commands are known again; a network that repeats one does so soon."""


class Refused(FairkiError):
    """Something that does not go; `code` says to programs what `happened` and `remedy` say to people."""

    def __init__(self, code: str, happened: str, remedy: str):
        super().__init__(happened, remedy)
        self.code = code

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.code, self.happened, self.remedy)


@dataclass(frozen=True)
class Phase:
    """Where a step with an activity stands: `state` is HIDDEN, OPEN, CLOSED or REVEALED; rounds count from 1."""

    state: str = HIDDEN
    round: int = 1


@dataclass(frozen=True)
class Session:
    """A workshop between two commands; each command makes a new one with the next `revision`.

    Attributes:
        code: what people type to join.
        agenda: see the module.
        position: id of the current step, or None while people arrive.
        phases: step → Phase, for the steps whose activity has been touched.
        revision: grows by one with every command.
        fewest: results are shown from so many answers on.
        free_text: activities whose free text is switched on.
        approved: activity → the free texts that the facilitator has let through.
        answered: activity → those of them that are questions and were answered.
        groups: activity → number of a participant, as a text → the group that the room has put this phone into.
        started, entered: when the workshop began and the current step was entered, in seconds since 1970;
            None while people arrive.
        plan: grows whenever the agenda is exchanged.
        seats: codes on printed cards, without which nobody joins; each is one seat. Empty: all may come.
        address: where people join, of several addresses of this machine; "" for the first one.
        timer: the time that the room was given in the current step, or None.
        rules: whether the projector shows the rules of play instead of the step.
        earlier: what earlier rooms found (``coursetools.workshop.earlier``), or None.
        counting: whether raised cards are counted (``coursetools.workshop.raised_cards``).
        cards: the secret of these cards, once they were counted; it stays, so that no card votes twice.
        done: what the last commands were called by those who gave them, so that none comes into effect twice.
    """

    code: str
    agenda: Mapping[str, Any]
    position: str | None = None
    phases: Mapping[str, Phase] = field(default_factory=dict)
    revision: int = 1
    fewest: int = FEWEST
    free_text: frozenset[str] = frozenset()
    approved: Mapping[str, frozenset[str]] = field(default_factory=dict)
    answered: Mapping[str, frozenset[str]] = field(default_factory=dict)
    groups: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    started: int | None = None
    entered: int | None = None
    plan: int = 1
    seats: tuple[str, ...] = ()
    address: str = ""
    timer: Timer | None = None
    rules: bool = False
    counting: bool = False
    cards: str = ""
    earlier: Mapping[str, Any] | None = None
    done: tuple[str, ...] = ()

    # ---- what there is ----

    @property
    def steps(self) -> dict[str, Mapping[str, Any]]:
        """Id → step, in order."""
        return {step["id"]: step for step in self.agenda["steps"]}

    @property
    def step(self) -> Mapping[str, Any] | None:
        """The current step."""
        return None if self.position is None else self.steps[self.position]

    def activity(self, step: str) -> str:
        """The step that a step's activity belongs to: itself, or the earlier one that it goes on with."""
        return self.steps[step].get("again") or step

    def phase(self, step: str) -> Phase:
        """Where a step stands; before it is touched, its round is the next one of its activity."""
        return self.phases.get(step) or Phase(HIDDEN, self.last_round(step) + 1)

    def last_round(self, step: str) -> int:
        """The last round of a step's activity, in whichever step it was; 0 if there was none."""
        activity = self.activity(step)
        return max(
            (phase.round for one, phase in self.phases.items() if self.activity(one) == activity), default=0
        )

    def settings(self, step: str) -> dict[str, Any]:
        """What the activity of a step is made with: its settings, with free text as the facilitator set it.

        One that works with the texts that were released and answered gets these, too.
        """
        activity = self.activity(step)
        settings = dict(self.steps[activity].get("settings") or {})
        for name, texts in (("released", self.approved), ("answered", self.answered)):
            if name in settings:
                settings[name] = sorted(texts.get(activity, ()))
        if "free_text" in settings:
            settings["free_text"] = activity in self.free_text
        return settings

    def texts(self, step: str) -> frozenset[str]:
        """The free texts of a step's activity that the facilitator has let through."""
        return self.approved.get(self.activity(step), frozenset())

    def admit(self, step: str, round_: int) -> None:
        """Let a vote pass.

        Raises:
            Refused: if this round of this step takes no votes now.
        """
        if step != self.position or round_ != self.phase(step).round:
            raise Refused("not_current", *de.QUESTION_OVER)
        if self.phase(step).state != OPEN:
            raise Refused("closed", *de.CLOSED)

    # ---- commands ----

    def go(self, step: str | None, now: float) -> "Session":
        """Go to a step, in any direction; an open activity that is left is closed."""
        if step is not None and step not in self.steps:
            raise Refused("unknown_step", *de.UNKNOWN_STEP)
        phases = dict(self.phases)
        if step != self.position and self.position and self.phase(self.position).state == OPEN:
            phases[self.position] = replace(phases[self.position], state=CLOSED)
        entered = self.entered if step == self.position else int(now)
        started = int(now) if self.started is None and step is not None else self.started
        kept = self.timer if step == self.position else None
        return self._next(
            position=step, phases=phases, entered=entered, started=started, timer=kept, rules=False
        )

    def open(self, step: str, round_: int | None = None) -> "Session":
        """Take votes: in the same round again, or in the next one. Naming the round makes a double click harmless."""
        phase = self._activity(step)
        round_ = phase.round if round_ is None else round_
        possible = {phase.round} if phase.state == HIDDEN else {phase.round, self.last_round(step) + 1}
        if round_ not in possible or round_ > MOST_ROUNDS:
            raise Refused("bad_round", *de.bad_round(MOST_ROUNDS))
        return self._with(step, Phase(OPEN, round_))

    def seat(self, step: str, seats: Mapping[str, str]) -> "Session":
        """Put phones into groups, together with the command before."""
        return replace(self, groups={**self.groups, self.activity(step): dict(seats)})

    def noting(self, command: str) -> "Session":
        """Know again the command that led here, by what it was called; "": it has no name."""
        return replace(self, done=(*self.done, command)[-MOST_KNOWN:]) if command else self

    def close(self, step: str) -> "Session":
        """Take no more votes; a result that was shown is hidden again."""
        return self._with(step, replace(self._touched(step), state=CLOSED))

    def reveal(self, step: str) -> "Session":
        """Show the result to all; takes no more votes."""
        return self._with(step, replace(self._touched(step), state=REVEALED))

    def reset(self, step: str) -> "Session":
        """Begin an activity anew, in all steps that it has. Its votes have to be deleted with the same command."""
        self._activity(step)
        activity = self.activity(step)
        phases = {one: phase for one, phase in self.phases.items() if self.activity(one) != activity}
        approved, answered = (
            {one: texts for one, texts in kept.items() if one != activity}
            for kept in (self.approved, self.answered)
        )
        groups = {one: seats for one, seats in self.groups.items() if one != activity}
        return self._next(phases=phases, approved=approved, answered=answered, groups=groups)

    def show_from(self, fewest: int, voted: bool = False) -> "Session":
        """Show results from so many answers on; never from fewer than FEWEST, nor than before once somebody `voted`."""
        if not FEWEST <= fewest <= MOST_FEWEST:
            raise Refused("bad_number", *de.bad_fewest(fewest, FEWEST, MOST_FEWEST))
        if voted and fewest < self.fewest:
            # Whoever sees a result from 20 answers, and then one from 21, knows the last one.
            raise Refused("bad_number", *de.only_more(self.fewest))
        return self._next(fewest=fewest)

    def show_address(self, address: str) -> "Session":
        """Have people join at this address."""
        return self._next(address=address)

    def time(self, action: str, minutes: int, now: float) -> "Session":
        """Give the room a time, pause it, go on, give it more, or take it away (``coursetools.workshop.timer``)."""
        if action in (timer.START, timer.MORE) and not 1 <= minutes <= timer.MOST_MINUTES:
            raise Refused("bad_number", *de.bad_minutes(timer.MOST_MINUTES))
        if action == timer.STOP:
            return self._next(timer=None)
        if action == timer.START:
            return self._next(timer=Timer(60 * minutes, int(now)))
        if self.timer is None:
            raise Refused("no_timer", *de.NO_TIMER)
        return self._next(timer=self.timer.after(action, minutes, now))

    def count_cards(self, on: bool, secret: str) -> "Session":
        """Count raised cards from now on, or no more; under this secret, if there is none yet."""
        return self._next(counting=on, cards=self.cards or secret)

    def stand_beside(self, earlier: Mapping[str, Any] | None) -> "Session":
        """Have the figures of earlier rooms stand beside those of this one, or no more."""
        return self._next(earlier=earlier)

    def show_rules(self, on: bool) -> "Session":
        """Have the projector show the rules of play, or the step again."""
        return self._next(rules=on)

    def allow_text(self, step: str, on: bool) -> "Session":
        """Switch the free text of an activity on or off."""
        self._activity(step)
        if "free_text" not in self.settings(step):
            raise Refused("no_free_text", *de.NO_FREE_TEXT)
        one = {self.activity(step)}
        return self._next(free_text=self.free_text | one if on else self.free_text - one)

    def moderate(self, step: str, texts: Collection[str], shown: bool) -> "Session":
        """Let free texts through, or take them back."""
        self._activity(step)
        now = self.texts(step) | set(texts) if shown else self.texts(step) - set(texts)
        return self._next(approved={**self.approved, self.activity(step): now})

    def ask(self, id: str, step: Mapping[str, Any], at: int) -> "Session":
        """Add a step of kind "activity" (without its id) as the one with number `at`, from 0."""
        steps = self.agenda["steps"]
        if len(steps) >= MOST_STEPS:
            raise Refused("too_many", *de.too_many_steps(MOST_STEPS))
        return self._with_steps([*steps[:at], {"id": id, **step}, *steps[at:]])

    def rewrite(self, id: str, step: Mapping[str, Any]) -> "Session":
        """Exchange a step that nobody has seen yet."""
        self._unseen(id)
        return self._with_steps(
            [{"id": id, **step} if one["id"] == id else one for one in self.agenda["steps"]]
        )

    def drop(self, id: str) -> "Session":
        """Take away a step that nobody has seen yet."""
        self._unseen(id)
        if id == self.position:
            raise Refused("not_current", *de.STEP_RUNS)
        return self._with_steps([one for one in self.agenda["steps"] if one["id"] != id])

    def mark(self, step: str, text: str, answered: bool) -> "Session":
        """Say that a question that was let through is answered, or is not."""
        self._activity(step)
        if "answered" not in self.settings(step) or text not in self.texts(step):
            raise Refused("not_released", *de.NOT_RELEASED)
        texts = self.answered.get(self.activity(step), frozenset())
        texts = texts | {text} if answered else texts - {text}
        return self._next(answered={**self.answered, self.activity(step): texts})

    def follow(self, agenda: Mapping[str, Any]) -> "Session":
        """Exchange the agenda before the first activity is opened."""
        if self.phases:
            raise Refused("already_running", *de.ALREADY_RUNNING)
        return self._next(agenda=agenda, position=None, started=None, entered=None, plan=self.plan + 1)

    # ---- on the disk ----

    def plain(self) -> dict[str, Any]:
        """Plain JSON of all but the code."""
        values = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "code"}
        return values | {
            "agenda": dict(self.agenda),
            "phases": {step: asdict(phase) for step, phase in self.phases.items()},
            "free_text": sorted(self.free_text),
            "approved": {step: sorted(texts) for step, texts in self.approved.items()},
            "answered": {step: sorted(texts) for step, texts in self.answered.items()},
            "groups": {step: dict(seats) for step, seats in self.groups.items()},
            "timer": self.timer and asdict(self.timer),
        }

    @classmethod
    def from_plain(cls, code: str, values: Mapping[str, Any]) -> "Session":
        """The session that `plain` described."""
        return cls(
            code,
            **{
                **values,
                "phases": {step: Phase(**phase) for step, phase in values["phases"].items()},
                "free_text": frozenset(values["free_text"]),
                "approved": {step: frozenset(texts) for step, texts in values["approved"].items()},
                "answered": {step: frozenset(texts) for step, texts in values.get("answered", {}).items()},
                "seats": tuple(values.get("seats", ())),
                "done": tuple(values.get("done", ())),
                "timer": Timer(**values["timer"]) if values.get("timer") else None,
            },
        )

    # ---- helpers ----

    def _next(self, **changes: Any) -> "Session":
        return replace(self, revision=self.revision + 1, **changes)

    def _with_steps(self, steps: list[Mapping[str, Any]]) -> "Session":
        minutes = sum(step["minutes"] for step in steps)
        return self._next(agenda={**self.agenda, "steps": steps, "minutes": minutes}, plan=self.plan + 1)

    def _unseen(self, step: str) -> None:
        if step not in self.steps:
            raise Refused("unknown_step", *de.UNKNOWN_STEP)
        if self.last_round(step):
            raise Refused("already_running", *de.ALREADY_ASKED)

    def _with(self, step: str, phase: Phase) -> "Session":
        return self._next(phases={**self.phases, step: phase})

    def _activity(self, step: str) -> Phase:
        # A click on what another facilitator has just left must not do anything.
        if step != self.position or self.steps[step]["kind"] != "activity":
            raise Refused("not_current", *de.STEP_OVER)
        return self.phase(step)

    def _touched(self, step: str) -> Phase:
        phase = self._activity(step)
        if phase.state == HIDDEN:
            raise Refused("not_opened", *de.NOT_OPENED)
        return phase
