"""Grading one hand-in: its cells run in one child, the tests in another, and only data goes between them.

Step by step through the notebook: code that was handed in goes to the child ``student``; answers that it changed go
on to the child ``judge``; a test runs there, and if it calls a function that was handed in, the call goes to a second
child of the hand-in, the ``twin``, which stands at just this point of the notebook: it has run the same cells. What
functions see of hidden tests stays with it, because no answer, output or error of the twin is ever taken over. The
tests decide on points exactly as nbgrader does.
"""

import json
import re
import time
from dataclasses import dataclass, replace
from typing import Any

from nbformat import from_dict

from coursetools.grading.de import incidents as de
from coursetools.grading.de import remarks
from coursetools.grading.hand_in import Step, Unreadable, lay_out, read
from coursetools.grading.inside import OWN_CLASS, wire
from coursetools.grading.job import (
    INCIDENTS,
    SEEN,
    Assignment,
    Grade,
    Incident,
    Job,
    Limits,
    Result,
    question_of,
)
from coursetools.grading.sheet import Cell, Sheet, words
from coursetools.grading.sheet import read as read_sheet
from coursetools.grading.stopped import explain, names_lost
from coursetools.grading.wall import Child, End, Stage, Wall
from coursetools.nbgrader_parts import determine_grade
from fairki.checks import de as words_of_checks

GRACE = 2.0  # seconds between the interrupt and the end
MOST_CALLS = 10_000
MOST_SHOWN = 1 << 20  # bytes of a cell's outputs, pictures included
MOST_SHOWN_IN_ALL = 8 << 20
MANUAL = remarks.MANUAL
EMPTY = remarks.EMPTY
TOO_MUCH = remarks.TOO_MUCH
MISSING = re.compile(".+".join(map(re.escape, words_of_checks.missing("\0").split("\0"))))
"""What a check says of an answer that nobody bound."""
BY_HEART = "OnlyTheExample"
OURS = ("NotYetRight", BY_HEART, remarks.ABORTED)
"""What ends a test with words for the learner."""
EXHAUSTED = remarks.EXHAUSTED
BROKEN = remarks.BROKEN

JUDGED = ("NotYetRight", "AssertionError", remarks.ABORTED)
"""Errors with which a test says that an answer is not right; any other one may be a fault of the test."""

SUSPICIOUS = re.compile(
    r"\b_getframe\b|\bf_(?:back|locals|globals)\b|\bget_objects\b|\bget_referrers\b|\bast_transformers\b|\bctypes\b"
    r"|\bos\s*\.\s*(?:_exit|environ|fork|getenv|kill|listdir|scandir|system|popen|exec\w*|spawn\w*|walk)\b|\bsubprocess\b|\bmultiprocessing\b|\bsocket\b"
    r"|\bopen\s*\(|\bglob\b|\bpathlib\b|\bsqlite3\b|\burllib\b"
    r"|/proc/|\bgradebook\b|\b__subclasses__\b|\bsettrace\b|\bsetprofile\b|\bsetrecursionlimit\b|\bptrace\b"
    r"|\b__(?!(?:init|name|main|doc|file|version|all|future)__)[a-z_]+__\b|\bBEGIN HIDDEN\b|\bget_ipython\b"
    r"|\bbuiltins\b|\bcodecs\b|\bencodings\b|\bimportlib\b|\bmarshal\b|\bpickle\b|\bsys\s*\.\s*(?:modules|meta_path|path_hooks)\b"
    r"|\bset_int_max_str_digits\b|\bjson\s*\.\s*\w+(?:\s*\.\s*\w+)*\s*=(?!=)|\bsetattr\s*\("
    r"|\bworked_answers\b"
)


def grade(assignment: Assignment, job: Job, sandbox: Wall, limits: Limits) -> Result:
    """Grade one hand-in.

    Raises:
        SandboxGone: the sandbox ended meanwhile; nothing is known about the hand-in.
        SandboxMissingError, BadFileError: as ``Wall.stages``.
    """
    started, sheet = time.monotonic(), read_sheet(assignment)
    try:
        steps, incidents = lay_out(sheet, read(job.hand_in, sheet.slug))
    except Unreadable as error:
        incident = Incident("unreadable", "", str(error))
        return Result(job.key, (), (incident,), b"", 0.0, time.monotonic() - started)
    session = _Session(sheet, job, sandbox.stages(assignment, limits), limits, incidents)
    session.words = set().union(*(words(step.source) for step in steps if step.strangers))
    try:
        cells = [session.cell(step) for step in steps]
        session.finish()
    finally:
        cpu = session.close()
    grades = tuple(_grade(cell) for cell in cells if cell["metadata"].get("nbgrader", {}).get("grade"))
    grades = tuple(session.explained(one) for one in grades)
    if any(one.kind == SEEN for one in session.incidents):
        cells.insert(0, _note(f"**{INCIDENTS[SEEN]}**"))
    notebook = _notebook(sheet, cells)
    return Result(job.key, grades, tuple(session.incidents), notebook, cpu, time.monotonic() - started)


class _Session:
    """One hand-in on its way through the notebook."""

    def __init__(
        self,
        sheet: Sheet,
        job: Job,
        stages: tuple[Stage, Stage],
        limits: Limits,
        incidents: list[Incident],
    ):
        self.sheet, self.limits, self.incidents = sheet, limits, incidents
        self.shown: dict[str, list[dict[str, Any]]] = stages[1].found["shown"]
        self.student = _Student(stages[0], limits, int(job.key[:8], 16), set(sheet.answers))
        self.twin = _Twin(self.student)
        self.judge = _Judge(stages[1], limits, self)
        self.words: set[str] = set()  # everything in the code that was handed in that could be a name
        self.stopped: dict[str, str] = {}  # answers whose cell ended in an error, and why
        self.failed: dict[str, str] = {}  # tests that ended in an error which no check raises, and its kind
        self.lost: set[str] = set()  # names that cells which stopped would have made
        self.seen: set[str] = set()  # answers that have run
        self.tested: set[str] = set()  # and those that a test has followed

    def cell(self, step: Step) -> dict[str, Any]:
        """Carry out one cell; returns it for the autograded notebook."""
        outputs: list[dict[str, Any]] = []
        if step.strangers:
            self._mark_words(step)
            outputs = self._strangers(step)
            self.seen.add(step.cell.id if step.cell else "")
        elif step.type == "code" and step.cell:
            outputs = self._ours(step.cell)
            errors = [entry["ename"] for entry in outputs if entry["output_type"] == "error"]
            if broken := [kind for kind in errors if kind not in JUDGED]:
                self.failed[step.cell.id] = broken[0]
        return _cell(step, outputs)

    def tell(self, kind: str, cell: str, text: str = "") -> None:
        """Note an incident, each kind once per cell."""
        if not any((known.kind, known.cell) == (kind, cell) for known in self.incidents):
            self.incidents.append(Incident(kind, cell, text or INCIDENTS[kind]))

    def call(self, body: bytes) -> tuple[bytes, bytes]:
        """Let the twin call a function for the judge."""
        name = body.partition(b"\0")[0].decode()
        outcome = self.twin.call(name, body)
        if isinstance(outcome, _Trouble):
            if outcome.kind:
                self.tell(outcome.kind, self.sheet.answered_in.get(name, ""), outcome.text)
            return b"x", json.dumps([outcome.name, outcome.text]).encode()
        if outcome[0] == b"x" and outcome[1].startswith(b'["SystemExit"'):
            self.tell("exit", self.sheet.answered_in[name])
        self._mark_object(self.sheet.answered_in[name], outcome[1])
        return outcome

    def explained(self, grade: Grade) -> Grade:
        """A grade that says so if points were lost because the answer's cell stopped; the trainer hears of a test that
        itself may be at fault."""
        answer = question_of(grade.cell)
        if grade.remark == TOO_MUCH:
            self.tell("check", grade.cell, de.PAYS_TOO_MUCH)
        if grade.cell in self.failed and answer not in self.stopped:
            self.tell("check", grade.cell, de.test_failed(self.failed[grade.cell]))
        if answer not in self.stopped or grade.score is None or grade.score >= grade.most:
            return grade
        self.tell("stopped", answer, self.stopped[answer])
        more = "" if MISSING.search(grade.remark) else f" {grade.remark}"
        return replace(grade, remark=f"{self.stopped[answer]}{more}")

    def finish(self) -> None:
        """Hear at the end what the hand-in replaced."""
        if replaced := list(dict.fromkeys(self.student.finish() + self.twin.finish())):
            text = de.replaced(", ".join(replaced[:8]))
            self.tell("attack", "", text)

    def close(self) -> float:
        """End all children; returns their CPU seconds."""
        sides = (self.student, self.twin, self.judge)
        for side in sides:
            side.kill()  # they end side by side
        cpu = sum(side.close() for side in sides)
        if self.student.filled or self.twin.filled:
            self.tell("folder", "")
        return cpu

    def _strangers(self, step: Step) -> list[dict[str, Any]]:
        name = step.cell.id if step.cell else ""
        outcome = self.student.run(step.source)
        if isinstance(outcome, _Trouble):
            self.tell(outcome.kind, name, outcome.text)
            self._stopped(name, outcome.text, step.source)
            return [_error(outcome.name, outcome.text)]
        outputs, flood, answers = outcome
        if flood:
            self.tell("output", name)
        for output in outputs:
            if output["output_type"] == "error":
                reason = output["ename"], output["evalue"], output["traceback"]
                late = output["ename"] == "KeyboardInterrupt" and self.student.interrupted
                self._stopped(name, explain(*reason, step.source, self.lost, late), step.source)
            if output.get("ename") == "MemoryError":
                self.tell("memory", name)
            elif output.get("ename") == "SystemExit":
                self.tell("exit", name)
            elif output.get("ename") == "PermissionError":
                self.tell("attack", name, de.FORBIDDEN)
            elif output.get("ename") == "KeyboardInterrupt" and self.student.interrupted:
                self.tell("timeout", name)
        for answer, data in answers:
            self._mark_object(name, data)
            if (answered_in := self.sheet.answered_in[answer]) in self.tested:
                self.tell("changed", answered_in)
            self.twin.revive(answer)
            self.judge.tell(b"b", answer.encode() + b"\0" + data)
        return outputs

    def _stopped(self, name: str, why: str, source: str) -> None:
        if name:
            self.stopped[name] = why
        self.lost |= names_lost(source)

    def _ours(self, cell: Cell) -> list[dict[str, Any]]:
        if self.sheet.prepared(cell):
            self.student.tell(b"l", cell.id.encode())
            self.judge.tell(b"l", cell.id.encode())
            return self.shown.get(cell.id, [])
        if cell.role == "test":
            self.tested |= self.seen
        if cell.role == "locked" or (cell.role == "test" and cell.binds & self.words):
            # what learners see of a locked cell runs for them as well: their code may use its names
            self.student.quietly(cell.visible)
        outputs = self.judge.run(cell.id)
        if any(output.get("ename") == BY_HEART for output in outputs):
            self.tell("example", question_of(cell.id))
        return outputs

    def _mark_object(self, cell: str, data: bytes) -> None:
        if data.startswith(_OBJECT):
            name = re.sub(
                r"\W", "", data[len(_OBJECT) : len(_OBJECT) + 40].decode(errors="replace").split('"')[0]
            )
            self.tell("object", cell, de.own_class(name))

    def _mark_words(self, step: Step) -> None:
        found = sorted(set(SUSPICIOUS.findall(step.source)))
        if found:
            text = de.unusual(", ".join(found[:5]))
            self.tell("attack", step.cell.id if step.cell else "", text)


@dataclass(frozen=True)
class _Trouble:
    """Why a cell or a call has no outcome: kind of incident ("": known already), a name for it, a German sentence."""

    kind: str
    name: str
    text: str


_Ran = tuple[list[dict[str, Any]], bool, list[tuple[str, bytes]]]
"""Outputs of a cell, whether it flooded them, and the answers that changed."""


class _Side:
    """One of the two children, and what a new one in its place has to go through again."""

    def __init__(self, stage: Stage, limits: Limits):
        self.stage, self.limits = stage, limits
        self._done: list[tuple[bytes, bytes]] = []
        self._child: Child | None = None
        self._starts = 0
        self._cpu = 0.0

    def tell(self, kind: bytes, body: bytes) -> None:
        """A message without a reply."""
        self._done.append((kind, body))
        if self._child is not None:
            try:
                self._child.send(kind, body)
            except (wire.Gone, wire.Late):
                self._drop()

    @property
    def _living(self) -> Child:
        """The child that was started.

        Raises:
            wire.Gone: it has ended.
        """
        if self._child is None:
            raise wire.Gone("ended")
        return self._child

    def kill(self) -> None:
        """End it without waiting for it."""
        if self._child is not None:
            self._child.kill()

    def close(self) -> float:
        """End it; returns the CPU seconds of all that lived."""
        self._drop()
        return self._cpu

    def _drop(self) -> End | None:
        """End the child; how it ended."""
        if self._child is None:
            return None
        child, self._child = self._child, None
        end = child.end()
        self._cpu += end.cpu
        return end


class _Student(_Side):
    """The child that runs what was handed in; a new one takes its place if a cell ends it."""

    def __init__(self, stage: Stage, limits: Limits, seed: int, answers: set[str]):
        super().__init__(stage, limits)
        self.seed, self.answers = seed, answers
        self.interrupted = False
        self.exhausted = False  # the last cell left no memory
        self._deadline = time.monotonic() + limits.total_seconds
        self._received = 0  # bytes
        self._shown = 0  # bytes of outputs among them
        self.filled = False  # the work folder of a child
        self.replaced: list[str] = []  # names that stand for something else now, if it says so
        self._left_out: set[int] = set()  # messages that are not repeated

    def run(self, source: str) -> _Ran | _Trouble:
        """Run code; its outputs, whether it flooded them, and the answers that changed."""
        message = (b"r", source.encode())
        try:
            self._ready()
            found = self._reply_to(message, self.limits.cell_seconds)
        except (wire.Gone, wire.Late) as error:
            return self._lost(error)
        if self.exhausted:
            # The next cell gets a new child, which does not go through this again.
            self._drop()
            outputs, flood, answers = found
            if not any(output["output_type"] == "error" for output in outputs):
                outputs = [*outputs, _error("MemoryError", EXHAUSTED)]
            return outputs, flood, answers
        self._done.append(message)
        return found

    def quietly(self, source: str) -> None:
        """Run our own code beside the hand-in's; nobody needs its outcome."""
        try:
            self._ready()
            self._reply_to((b"q", source.encode()), self.limits.cell_seconds)
        except (wire.Gone, wire.Late):
            self._drop()
        self._done.append((b"q", source.encode()))

    def finish(self) -> list[str]:
        """End it in peace; the names that the hand-in replaced (as far as it says so)."""
        if self._child is not None:
            self._ask()
        return self.replaced

    def _ask(self) -> None:
        """Ask the child what was replaced; what it had on its tongue is passed over."""
        try:
            self._living.send(b"e")
            for _ in range(2 + len(self.answers)):
                kind, body = self._living.receive(self.limits.message, time.monotonic() + GRACE)
                if kind == b"p":
                    self.replaced += _names(body)
                    return
        except (wire.Gone, wire.Late):
            return

    def _ready(self) -> None:
        if self._child is not None:
            return
        repeated = False
        while not repeated:
            if self._starts > self.limits.restarts:
                raise wire.Gone("restarts")
            self._starts += 1
            self._child = self.stage.child()
            self._living.send(b"h", str(self.seed).encode())
            repeated = self._repeat(0)

    def _repeat(self, first: int) -> bool:
        """Go through the messages from this one on again; False if that ended the child.

        A cell that just came to its end may not do so again, when the machine is busier. It is left out from then on.
        """
        for place in range(first, len(self._done)):
            message = self._done[place]
            if place in self._left_out:
                continue
            try:
                if message[0] == b"l":
                    self._living.send(*message)
                else:
                    self._reply_to(message, self.limits.cell_seconds)
                    if self.exhausted:
                        raise wire.Gone("memory")
            except (wire.Gone, wire.Late):
                ran = (at for at in range(place, -1, -1) if self._done[at][0] != b"l")
                self._left_out.add(next((at for at in ran if at not in self._left_out), place))
                self._drop()
                return False
        return True

    def _reply_to(self, message: tuple[bytes, bytes], seconds: float) -> _Ran:
        self._living.send(*message)
        self.interrupted, until = False, time.monotonic() + seconds
        answers: list[tuple[str, bytes]] = []
        outputs: list[dict[str, Any]] = []
        flood = False
        while True:
            kind, body = self._receive(until)
            self._received += len(body)
            if self._received > 2 * self.limits.message:
                raise wire.Gone("too long")
            if kind == b".":
                self.exhausted = body == wire.FULL
                return outputs, flood, answers
            if kind == b"o":
                self._shown += len(body)
                outputs, flood = _outputs(body, self.limits.output)
                if self._shown > MOST_SHOWN_IN_ALL:
                    outputs, flood = [], True
            elif kind == b"a":
                name, _, data = body.partition(b"\0")
                if (answer := name.decode(errors="replace")) not in self.answers:
                    raise wire.Gone("form")  # nothing else is ever bound where the tests run
                answers.append((answer, data))
            elif kind == b"p":
                self.replaced += _names(body)
                raise wire.Gone("replaced")
            else:
                raise wire.Gone("form")

    def _receive(self, until: float) -> tuple[bytes, bytes]:
        """The next message; a child that is late is first interrupted, then given up."""
        try:
            return self._living.receive(self.limits.message, min(until, self._deadline))
        except wire.Late:
            if not self.interrupted:
                self.interrupted = True
                self._living.interrupt()
            return self._living.receive(self.limits.message, time.monotonic() + GRACE)

    def _lost(self, error: Exception) -> _Trouble:
        """Give the child up, and say why."""
        if str(error) == "form" and self._child is not None:
            self._ask()
        ended = self._drop()
        code = ended and ended.code
        if (
            isinstance(error, wire.Late)
            or code == -24
            or (code == -9 and self._cpu >= self.limits.total_seconds)
        ):
            return _Trouble("timeout", remarks.TIME_LIMIT, de.NOT_STOPPED)
        if str(error) in ("too long", "form", "replaced"):
            return _Trouble("attack", remarks.ABORTED, de.NO_ANSWERS)
        if str(error) == "restarts":
            return _Trouble("crash", remarks.ABORTED, de.TOO_OFTEN)
        return _Trouble("crash", remarks.ABORTED, INCIDENTS["crash"])

    def _drop(self) -> End | None:
        end = super()._drop()
        self.filled |= end is not None and end.full
        return end


class _Twin(_Student):
    """The child whose functions the tests call: it runs what the other one has run, and nobody hears of that."""

    def __init__(self, student: _Student):
        super().__init__(student.stage, student.limits, student.seed, student.answers)
        self._deadline = student._deadline
        self._done = student._done
        self._behind = 0  # where it stands in these messages
        self._dead: set[str] = set()  # functions that ended the child

    def call(self, name: str, body: bytes) -> "tuple[bytes, bytes] | _Trouble":
        """Call a function that was handed in, at the place that the other child has reached."""
        if name in self._dead:
            return _Trouble("", remarks.ABORTED, de.BROKE_BEFORE)
        try:
            self._ready()
            self._living.send(b"c", body)
            self.interrupted = False
            kind, reply = self._receive(time.monotonic() + self.limits.call_seconds)
            if kind not in (b"v", b"x"):
                raise wire.Gone("form")
        except (wire.Gone, wire.Late) as error:
            self._dead.add(name)
            return self._lost(error)
        if self.interrupted:
            self._dead.add(name)
            return _Trouble("timeout", remarks.TIME_LIMIT, de.FUNCTION_TOO_LONG)
        return kind, reply

    def _ready(self) -> None:
        if self._child is None or not self._repeat(self._behind):
            super()._ready()
        self._behind = len(self._done)

    def revive(self, name: str) -> None:
        """The answer ``name`` holds something new."""
        self._dead.discard(name)


class _Judge(_Side):
    """The child that runs the tests."""

    def __init__(self, stage: Stage, limits: Limits, session: _Session):
        super().__init__(stage, limits)
        self.session = session

    def run(self, cell: str) -> list[dict[str, Any]]:
        """The outputs of one of the instructor's cells."""
        message = (b"r", cell.encode())
        try:
            if self._child is None:
                self._starts += 1
                if self._starts > 1 + self.limits.restarts:
                    raise wire.Gone("restarts")
                self._child = self.stage.child()
                for earlier in self._done:
                    if earlier[0] == b"r":
                        self._reply_to(earlier)
                    else:
                        self._living.send(*earlier)
            outputs = self._reply_to(message)
        except (wire.Gone, wire.Late):
            # Data that is meant to choke the test: this one earns nothing, and nobody tries that data again.
            self._drop()
            self._put_aside(question_of(cell))
            self.session.tell("check", cell, de.NOT_FINISHED)
            return [_error(remarks.ABORTED, BROKEN)]
        self._done.append(message)
        return outputs

    def _put_aside(self, answer: str) -> None:
        """Let what this answer's cell bound, and all that was bound since the last test, be unreadable from now on."""
        last = max((place for place, (kind, _) in enumerate(self._done) if kind == b"r"), default=-1)
        for place, (kind, body) in enumerate(self._done):
            name = body.partition(b"\0")[0]
            if kind == b"b" and (place > last or self.session.sheet.answered_in[name.decode()] == answer):
                self._done[place] = (
                    kind,
                    name + b"\0" + json.dumps({"unreadable": remarks.TOO_COSTLY}).encode(),
                )

    def _reply_to(self, message: tuple[bytes, bytes]) -> list[dict[str, Any]]:
        self._living.send(*message)
        for _ in range(MOST_CALLS):
            kind, body = self._living.receive(1 << 28, time.monotonic() + self.limits.cell_seconds)
            if kind == b"o":
                outputs: list[dict[str, Any]] = json.loads(body)
                return outputs
            self._living.send(*self.session.call(body))
        raise wire.Late


def _names(body: bytes) -> list[str]:
    """Names from a hand-in's process, each in a line."""
    lines = body[:10_000].decode("ascii", "replace").split("\n")[:20]
    return [line[:80] for line in lines if line.replace(".", "_").isidentifier()]


def _outputs(body: bytes, limit: int) -> tuple[list[dict[str, Any]], bool]:
    """Outputs from a hand-in's process, rebuilt from nothing but texts and pictures of a bounded length."""
    try:
        if len(body) > MOST_SHOWN:
            raise ValueError
        given = json.loads(body)
        entries, flood = given["outputs"], given["flood"] is True
        if not isinstance(entries, list):
            raise TypeError
        found, left = [], 2 * limit + 1000
        for entry in entries[:200]:
            output = _output(entry, left)
            left -= (
                len(json.dumps(output)) if "data" not in output or "image/png" not in output["data"] else 0
            )
            if left <= 0:
                break
            found.append(output)
        return found, flood
    except (ValueError, TypeError, KeyError, RecursionError):
        raise wire.Gone("form") from None


_OBJECT = f'{{"unreadable": "{OWN_CLASS}'.encode()
_PICTURE = re.compile(r"[A-Za-z0-9+/=\n]{0,1000000}")


def _output(entry: dict[str, Any], limit: int) -> dict[str, Any]:
    kind = entry["output_type"]
    if kind == "stream":
        name = "stderr" if entry["name"] == "stderr" else "stdout"
        return {"output_type": kind, "name": name, "text": _clean(entry["text"], limit)}
    if kind == "error":
        lines = [_clean(line, 2000) for line in entry["traceback"][:40]]
        return _error(_clean(entry["ename"], 100), _clean(entry["evalue"], 2000)) | {"traceback": lines}
    data = {"text/plain": _clean(entry["data"].get("text/plain", ""), limit)}
    picture = entry["data"].get("image/png")
    if isinstance(picture, str) and _PICTURE.fullmatch(picture):
        data["image/png"] = picture
    if kind == "execute_result":
        return {"output_type": kind, "data": data, "metadata": {}, "execution_count": None}
    return {"output_type": "display_data", "data": data, "metadata": {}}


def _clean(text: Any, limit: int) -> str:
    if not isinstance(text, str):
        raise TypeError
    text = text[:limit].encode("utf-8", "replace").decode()
    return "".join(letter for letter in text if letter in "\n\t\r" or ord(letter) >= 32)


def _error(name: str, text: str) -> dict[str, Any]:
    return {"output_type": "error", "ename": name, "evalue": text, "traceback": [text] if text else []}


def _cell(step: Step, outputs: list[dict[str, Any]]) -> dict[str, Any]:
    """A cell of the autograded notebook; its id may still be double or missing."""
    known = step.cell
    cell: dict[str, Any] = {"cell_type": step.type, "source": step.source}
    cell |= {"id": known.place if known else "", "metadata": known.metadata if known else {}}
    if step.type == "code":
        cell |= {"outputs": outputs, "execution_count": None}
    elif step.pictures:
        cell["attachments"] = dict(step.pictures)
    return cell


def _note(text: str) -> dict[str, Any]:
    """Words for the person who marks the free text and sees the autograded notebook."""
    return {"cell_type": "markdown", "source": text, "id": "", "metadata": {}}


def _grade(cell: dict[str, Any]) -> Grade:
    """What nbgrader's own rule gives the cell, with a sentence about it."""
    marks, node = cell["metadata"]["nbgrader"], from_dict(cell)
    try:
        score, most = determine_grade(node)
    except ValueError:  # a test that pays more than its points
        score, most = None, float(marks["points"])
    errors = [entry for entry in cell.get("outputs", []) if entry["output_type"] == "error"]
    remark = ""
    if score is None:
        remark = MANUAL if marks.get("solution") else TOO_MUCH
    elif marks.get("solution"):
        remark = EMPTY
    elif score < most:
        ours = [entry["evalue"] for entry in errors if entry["ename"] in OURS]
        remark = ours[0] if ours else BROKEN
    return Grade(marks["grade_id"], score, most, remark)


def _notebook(sheet: Sheet, cells: list[dict[str, Any]]) -> bytes:
    taken: set[str] = set()
    for number, cell in enumerate(cells):
        if not cell["id"] or cell["id"] in taken:
            cell["id"] = f"zelle-{number}"
        taken.add(cell["id"])
    notebook = {"cells": cells, "metadata": sheet.metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(notebook, ensure_ascii=False, sort_keys=True).encode()  # without indents, C does it
