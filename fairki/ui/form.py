"""An exercise as a form: accessible controls instead of code cells, and a hand-in that nbgrader grades."""

import hashlib
import json
from typing import Any

import traitlets as t

from fairki import speech
from fairki.kodex import PATTERNS, form_of
from fairki.ui import de, worked
from fairki.ui.base import Block, Json, script, text_of
from fairki.ui.exercise import Exercise, Question
from fairki.ui.inputs import LONGEST_NOTE
from fairki.ui.text import Text


class FormStart(Text):
    """What a form promises, and the stylesheet (as ``Header`` does it for a module)."""

    _css = text_of("fairki.css") + text_of("pattern_form.css") + text_of("form.css")


OFFERED, SEEN = "bereit", "angesehen"
"""How far the worked answers are: a hand-in was saved, or somebody looked at them."""


class Solved(Block):
    """A block that can show worked answers.

    Args:
        exercise: the exercise.
        names: grade ids of the questions that it answers.
    """

    worked: t.List[Json] = t.List(help="see ``fairki.ui.worked``; empty as long as nothing may be shown").tag(
        sync=True
    )
    unfolded = t.Bool(help="whether they are shown at once or can be unfolded").tag(sync=True)
    seen = t.Bool(help="whether somebody looked at them")

    def __init__(self, exercise: Exercise, names: list[str], **block: Any) -> None:
        self.exercise, self.names = exercise, names
        super().__init__(**block)
        self.on_msg(self._looked)

    def offer(self) -> None:
        """Let the worked answers be unfolded."""
        self.worked = [worked.of(self.exercise, name) for name in self.names]

    def withdraw(self) -> None:
        """Show no worked answers (the learner deleted everything, for instance)."""
        self.worked, self.unfolded, self.seen = [], False, False

    def _looked(self, _widget: object, content: Json, _buffers: object) -> None:
        if content == {"type": "look"} and self.worked:
            self.seen = True


class Further(Solved):
    """The worked answers to the questions that only the notebook asks; nothing before they may be shown."""

    _esm = script("form")

    part = t.Unicode("further").tag(sync=True)


class Answer(Solved):
    """One question with its control.

    ``value`` is what was typed (number, text), ``{option: what was typed}`` (numbers), ``{option: what was typed or
    chosen}`` (fields), the chosen option (choice), the chosen options (checkbox), ``{row: option}`` with rows counted
    from ``"1"`` (table) or ``{pattern: {blank: what was typed or chosen}}`` (rules).

    Args:
        exercise: the exercise that the question belongs to.
        question: the question.
    """

    _esm = script("form")

    part = t.Unicode("answer").tag(sync=True)
    kind = t.Unicode().tag(sync=True)
    title = t.Unicode().tag(sync=True)
    hint = t.Unicode().tag(sync=True)
    unit = t.Unicode().tag(sync=True)
    options: t.List[Json] = t.List().tag(sync=True)
    choices: "t.Dict[str, Json]" = t.Dict(help="option → what can be chosen for it, for fields").tag(
        sync=True
    )
    rows: t.List[Json] = t.List().tag(sync=True)
    patterns: "t.Dict[str, Json]" = t.Dict(help="pattern → how it is filled in, for rules").tag(sync=True)
    longest = t.Int().tag(sync=True)
    verdict: "t.Dict[str, Json]" = t.Dict().tag(sync=True)

    def __init__(self, exercise: Exercise, question: Question, **block: Any) -> None:
        self.question = question
        super().__init__(
            exercise,
            [question.id],
            key=f"uebung.{exercise.slug}.{question.name}",
            label=question.label,
            kind=question.kind,
            title=question.title,
            hint=question.hint,
            unit=question.unit,
            options=question.options,
            choices=question.choices,
            rows=question.rows,
            patterns=_patterns(question) if question.kind == "rules" else {},
            longest=LONGEST_NOTE if question.kind == "text" else speech.LONGEST,
            **block,
        )
        self.observe(lambda _: self.set_trait("verdict", {}), "value")
        self.on_msg(lambda _widget, content, _buffers: self.check() if content == {"type": "check"} else None)

    def check(self) -> bool:
        """Show what the visible checks say; whether they are content."""
        self.verdict = {}  # the same verdict once more has to reach the browser as well
        verdict = self.exercise.check(self.question, self.value)
        solved = verdict.state == "filled" and self.worked
        self.verdict = {"state": verdict.state, "text": de.COMPARE if solved else verdict.text}
        return verdict.state in ("filled", "told")

    def accept(self, value: Json) -> Json:
        """A text that is not too long, or options that exist."""
        values = [option for option, _ in self.question.options]
        match self.question.kind, value:
            case (("number" | "text"), str()):
                return self._typed(value) or None
            case (("numbers" | "fields"), dict()):
                entries = {key: self._entered(key, value.get(key)) for key in values}
                return {key: entry for key, entry in entries.items() if entry} or None
            case "choice", str() if value in values:
                return value
            case "checkbox", list():
                return [known for known in values if known in value] or None
            case "table", dict():
                rows = [str(row) for row in range(1, len(self.question.rows) + 1)]
                return {row: value[row] for row in rows if value.get(row) in values} or None
            case "rules", dict():
                return {
                    key: self._filled(key, value[key]) for key in values if isinstance(value.get(key), dict)
                } or None
        raise self.refusal()

    def _entered(self, option: str, value: Json) -> str:
        """What was typed for an option or, if there is something to choose from, chosen; empty if it is neither."""
        known = [choice for choice, _ in self.question.choices.get(option, [])]
        return self._typed(value) if not known or value in known else ""

    def _typed(self, value: Json) -> str:
        """A text that is not too long, empty if it is none; half a character would spoil the file."""
        whole = value.encode("utf-8", "ignore").decode() if isinstance(value, str) else ""
        return whole[: self.longest].strip()

    def _filled(self, pattern: str, value: dict[str, Json]) -> dict[str, Json]:
        entries = {blank.name: self._typed(value.get(blank.name)) for blank in PATTERNS[pattern].blanks}
        return {name: entry for name, entry in entries.items() if entry}


def _patterns(question: Question) -> dict[str, Json]:
    """The sentence patterns that a question offers; it neither helps nor suggests anything."""
    return {key: form_of(PATTERNS[key], hints=False, suggests=False) for key, _ in question.options}


class HandIn(Block):
    """The end of a form: check everything, save the hand-in, show worked answers.

    ``value`` is None, ``OFFERED`` or ``SEEN``. Once it is ``SEEN``, every hand-in says so.

    Args:
        exercise: the exercise.
        answers: its questions' blocks, in their order.
        further: the block with the worked answers to all other questions.
    """

    _esm = script("form")

    part = t.Unicode("hand-in").tag(sync=True)
    verdict: "t.Dict[str, Json]" = t.Dict().tag(sync=True)

    def __init__(self, exercise: Exercise, answers: list[Answer], further: Further, **block: Any) -> None:
        self.exercise, self.answers, self.solved = exercise, answers, [*answers, further]
        super().__init__(key=f"uebung.{exercise.slug}.loesung", label=de.FINISH, **block)
        self.on_msg(self._react)
        self.observe(self._follow, "value")
        for one in self.solved:
            one.observe(lambda change: change.new and self.set_trait("value", SEEN), "seen")

    def accept(self, value: Json) -> Json:
        """How far the worked answers are."""
        if value not in (OFFERED, SEEN):
            raise self.refusal()
        return value

    def check(self) -> None:
        """Check every answer and sum up."""
        self.verdict = {}
        missing = [[answer.question.id, answer.title] for answer in self.answers if not answer.check()]
        text = de.STILL_MISSING if missing else de.all_answered(len(self.answers))
        self.verdict = {"state": "not-yet" if missing else "filled", "text": text, "open": missing}

    def save(self) -> None:
        """Send the hand-in to the browser, which offers it as a download; then let worked answers be unfolded."""
        seen = self.value == SEEN
        hand_in = self.exercise.compose(
            {answer.question.id: answer.value for answer in self.answers}, solution_seen=seen
        )
        missing = [answer.title for answer in self.answers if answer.value is None]
        said = [de.SAVED]
        if missing:
            said.append(de.unanswered(missing))
        said.append(de.SAVE_AGAIN)
        said.append(de.SEEN if seen else de.OFFER)
        content = json.dumps(hand_in, ensure_ascii=False, indent=1) + "\n"
        # Files of several people land in one folder: the name tells them apart and says nothing about anybody.
        mark = hashlib.sha256(content.encode()).hexdigest()[:6]
        self.send(
            {
                "type": "file",
                "name": f"{self.exercise.slug}-{mark}.ipynb",
                "content": content,
                "text": " ".join(said),
            }
        )
        if not seen:
            self.value = OFFERED
        for answer in self.answers:
            answer.check()

    def resolve(self) -> None:
        """Show every worked answer at once, and what the visible checks say to each answer."""
        self.verdict = {}
        for one in self.solved:
            one.unfolded = True
        self.value = SEEN
        for answer in self.answers:
            answer.check()
        places = [[answer.question.id, answer.title] for answer in self.answers]
        self.verdict = {"state": "resolved", "text": de.RESOLVED, "open": places}

    def _follow(self, change: Json) -> None:
        for one in self.solved:
            if change.new is None:
                one.withdraw()
            elif not one.worked:
                one.offer()

    def _react(self, _widget: object, content: Json, _buffers: object) -> None:
        known = {"check": self.check, "save": self.save, "resolve": self.resolve}
        for kind, act in known.items():
            if content == {"type": kind}:
                act()


class Form:
    """The blocks of one exercise's form.

    Args:
        notebook: the JSON text of the released notebook.
    """

    def __init__(self, notebook: str):
        self.exercise = Exercise(json.loads(notebook))
        self.answers = {
            name: Answer(self.exercise, question) for name, question in self.exercise.questions.items()
        }
        self.others = Further(self.exercise, self.exercise.further)

    def start(self) -> FormStart:
        """The promise at the top of the form."""
        return FormStart(de.PROMISE, live=False)

    def ask(self, question: str) -> Answer:
        """The block of the question with this grade id."""
        return self.answers[question]

    def further(self) -> Further:
        """The block for the worked answers to the questions that the form does not ask."""
        return self.others

    def finish(self) -> HandIn:
        """The block that checks, saves and shows worked answers."""
        return HandIn(self.exercise, list(self.answers.values()), self.others)
