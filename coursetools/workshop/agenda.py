"""Agendas: which step follows which, how long it takes, and what a facilitator says and asks.

The steps of each module stand in ``steps/<module>.toml``, those that frame a workshop in ``steps/rahmen.toml``; the
ready agendas in ``agendas.toml`` only name steps and minutes. All of them are content: one file per language. In an own
agenda a step takes its ``minutes``, or as long as its unit in ``course.toml``.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from coursetools.workshop.activities import KINDS
from coursetools.workshop.de import agenda as de
from fairki import company, language, manifest
from fairki.errors import BadAnswerError, BadFileError
from fairki.governance import board

FOLDER = Path(__file__).parent
FRAME = "rahmen"
"""Name of the file with the steps that belong to no module."""
ACTIVITY, TALK, PAGE, BREAK = "activity", "talk", "page", "break"
BOARD = "ethikrat"
"""Id of the step in which a room decides a case."""
OWN = "eigener"
"""Id of an agenda made of units."""
OPENING, CLOSING, PAUSE = ("ankommen",), ("rueckblick", "zusage"), "pause"
"""Steps of the frame that begin and end an own agenda, and its break."""
WITHOUT_BREAK = 75
"""Minutes after which an own agenda takes a break."""


@dataclass(frozen=True)
class Objection:
    """What somebody in the room may say against it, and a friendly answer."""

    says: str
    answer: str


@dataclass(frozen=True)
class Step:
    """One step of a workshop.

    Attributes:
        id: unique within an agenda.
        title: German title.
        minutes: how long it takes.
        kind: ``ACTIVITY``, ``TALK``, ``PAGE`` (a page of the course on the projector) or ``BREAK``.
        unit: unit of the course that it belongs to, such as ``"01.1"``; "" for the frame.
        page: address of the unit's page, such as ``"/modul/01_bewusstsein"``; "" for the frame.
        goal: what the room can do afterwards.
        say: paragraphs to read aloud or to put into one's own words.
        ask: questions to the room.
        expect: answers that may come; nobody has counted them.
        objections: what may be said against it.
        plan_b: what to do if the technology or the time fails.
        activity, settings: kind of activity and its settings, for steps of kind ``ACTIVITY``.
        again: id of an earlier activity of the same agenda that this one goes on with, in its next round; "" for none.
            In an agenda such a step has the ``activity`` and ``settings`` of the earlier one.
    """

    id: str
    title: str
    minutes: int
    kind: str
    unit: str = ""
    page: str = ""
    goal: str = ""
    say: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    expect: tuple[str, ...] = ()
    objections: tuple[Objection, ...] = ()
    plan_b: str = ""
    activity: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    again: str = ""


@dataclass(frozen=True)
class Agenda:
    """A run sheet: its steps take ``minutes`` together; ``rules``: the room's rules of play, if it has its own."""

    id: str
    title: str
    about: str
    minutes: int
    steps: tuple[Step, ...]
    rules: tuple[str, ...] = ()

    def plain(self) -> dict[str, Any]:
        """The agenda as plain JSON (see ``coursetools.workshop.session``)."""
        return plain(self)


def plain(one: Step | Agenda) -> dict[str, Any]:
    """A step or an agenda as plain JSON."""
    made: dict[str, Any] = json.loads(json.dumps(asdict(one)))
    return made


def own_head() -> dict[str, Any]:
    """Title and description of an own agenda."""
    return {"title": de.OWN_TITLE, "about": de.OWN_ABOUT}


@cache
def load(folder: Path = FOLDER) -> dict[str, Agenda]:
    """The ready agendas, by id.

    Raises:
        BadFileError: a file is damaged, names an unknown step or unit, or the minutes do not add up.
    """
    library, agendas = steps(folder), {}
    for line, entry in _entries(language.content(folder / "agendas.toml"), "agendas"):
        place = de.agenda_at("agendas.toml", line, entry.get("id"))
        try:
            named = [(id, minutes) for id, minutes in entry["steps"]]
            head = entry["id"], entry["title"], entry["about"], entry["minutes"]
        except (KeyError, TypeError, ValueError):
            raise _complaint(place, de.INCOMPLETE) from None
        if unknown := [id for id, _ in named if id not in library]:
            raise _complaint(place, de.no_step(unknown[0]))
        if (total := sum(minutes for _, minutes in named)) != head[3]:
            raise _complaint(place, de.wrong_sum(total, head[3]))
        try:
            made = in_order([replace(library[id], minutes=minutes) for id, minutes in named])
        except NotBeforeError as error:
            raise _complaint(place, de.not_before(error.step, error.again)) from None
        agendas[head[0]] = Agenda(*head, made)
    return agendas


class NotBeforeError(Exception):
    """A step goes on with one that does not come before it."""

    def __init__(self, step: str, again: str):
        super().__init__(step, again)
        self.step, self.again = step, again


def in_order(named: Sequence[Step]) -> tuple[Step, ...]:
    """These steps as an agenda has them: with distinct ids, and with the activity that one goes on with.

    Raises:
        NotBeforeError: there is none before it.
    """
    made: list[Step] = []
    for step in named:
        if step.again:
            earlier = next((one for one in made if one.id == step.again), None)
            if earlier is None:
                raise NotBeforeError(step.id, step.again)
            step = replace(step, activity=earlier.activity, settings=earlier.settings)
        made.append(step)
    return _distinct(made)


def of_units(units: Sequence[str]) -> Agenda:
    """An own agenda: the ticked units in the order of the course, with opening, breaks and commitment.

    Raises:
        BadAnswerError: no unit, or one that the course does not have.
    """
    library = steps()
    of_unit = {unit: [step for step in library.values() if step.unit == unit] for unit in _units()}
    if not units:
        raise BadAnswerError(*de.EMPTY)
    if unknown := [str(unit) for unit in units if unit not in of_unit]:
        raise BadAnswerError(*de.no_unit_to_choose(unknown[0]))
    chosen, since = [library[id] for id in OPENING], 0
    wanted = [
        board_steps().get(step.id, step)
        for unit in of_unit
        if unit in units
        for step in of_unit[unit]
        if step.id not in CLOSING
    ]
    for step in wanted:
        if since >= WITHOUT_BREAK:
            chosen, since = [*chosen, library[PAUSE]], 0
        chosen, since = [*chosen, step], since + step.minutes
    chosen += [library[id] for id in CLOSING]
    head = own_head()
    return Agenda(
        OWN,
        head["title"],
        head["about"],
        minutes=sum(step.minutes for step in chosen),
        steps=_distinct(chosen),
    )


def units() -> list[dict[str, Any]]:
    """Every unit that can be ticked: ``id``, ``number`` (the one that is shown), ``title``, ``module`` (its title) and
    ``minutes`` (of its steps)."""
    taken: dict[str, int] = {}
    for step in steps().values():
        taken[step.unit] = taken.get(step.unit, 0) + step.minutes
    return [
        {
            "id": id,
            "number": f"{module.number}.{unit.id}",
            "title": unit.title,
            "module": module.title,
            "minutes": taken[id],
        }
        for id, (module, unit) in _units().items()
    ]


@cache
def steps(folder: Path = FOLDER) -> dict[str, Step]:
    """Every step that an agenda can name, by id.

    Raises:
        BadFileError: a file is damaged or a step does not fit.
    """
    library: dict[str, Step] = {}
    for german in sorted((folder / "steps").glob("*.toml")):
        if "." in german.stem:  # of another language
            continue
        path = language.content(german)
        for line, entry in _entries(path, "steps"):
            place = de.step_at(path.name, line, entry.get("id"))
            step = _step(entry, place)
            if step.id in library:
                raise _complaint(place, de.TWICE)
            library[step.id] = step
    return library


@cache
def board_steps() -> dict[str, Step]:
    """The company's own cases before the KI-Ethikrat as steps, by id; the first also by that of the course's case,
    whose place it takes."""
    ours = steps()[BOARD]
    made = [
        replace(
            ours,
            id=f"{BOARD}.{case.id}",
            title=case.title,
            say=(de.BOARD, *case.told, de.DISCUSS),
            expect=(),
            objections=(),
            plan_b=de.seats([voice.name for voice in case.voices]),
            settings={
                "question": case.title,
                "options": [[id, title] for id, (title, _) in case.decisions.items()],
            },
        )
        for case in board.OWN
    ]
    return {BOARD: made[0], **{step.id: step for step in made}} if made else {}


@cache
def preparation(module: str, folder: Path = FOLDER) -> tuple[str, ...]:
    """What a facilitator gets ready before a module (id such as ``"01"``)."""
    path = language.content(folder / "steps" / f"{module}.toml")
    try:
        return tuple(_read(path)["preparation"])
    except (KeyError, TypeError):
        raise _complaint(path.name, de.NO_PREPARATION) from None


def _step(entry: dict[str, Any], place: str) -> Step:
    known = Step.__dataclass_fields__
    if unknown := sorted(set(entry) - set(known)):
        raise _complaint(place, de.no_entry(unknown[0]))
    needed = ("id", "title", "kind") if entry.get("unit") else ("id", "title", "kind", "minutes")
    if missing := [name for name in needed if not entry.get(name)]:
        raise _complaint(place, de.lacks(missing[0]))
    if entry["kind"] not in (ACTIVITY, TALK, PAGE, BREAK):
        raise _complaint(place, de.no_kind(entry["kind"]))
    unit = entry.get("unit", "")
    if unit and unit not in _units():
        raise _complaint(place, de.no_unit(unit))
    found = _units().get(unit)
    try:
        step = Step(
            **{
                **entry,
                "minutes": entry.get("minutes") or (found[1].minutes if found else 0),
                "page": f"/modul/{found[0].slug}" if found else "",
                "say": tuple(entry.get("say", ())),
                "ask": tuple(entry.get("ask", ())),
                "expect": tuple(entry.get("expect", ())),
                "objections": tuple(Objection(**one) for one in entry.get("objections", ())),
            }
        )
    except TypeError:
        raise _complaint(place, de.BAD_OBJECTION) from None
    named = bool(step.activity or step.again)
    if (step.kind == ACTIVITY) != named or (step.activity and step.activity not in KINDS):
        raise _complaint(place, de.bad_activity(step.activity))
    if step.activity:
        try:
            KINDS[step.activity](step.settings)
        except BadFileError as error:
            raise _complaint(place, error.happened.removesuffix(".")) from error
    return step


def _distinct(named: Sequence[Step]) -> tuple[Step, ...]:
    """The same steps; a step that comes again (a break) gets a number after its id."""
    seen: dict[str, int] = {}
    made = []
    for step in named:
        seen[step.id] = seen.get(step.id, 0) + 1
        made.append(step if seen[step.id] == 1 else replace(step, id=f"{step.id}-{seen[step.id]}"))
    return tuple(made)


@cache
def _units() -> dict[str, tuple[manifest.Module, manifest.Unit]]:
    """Id such as ``"01.1"`` → its module and unit, in the order of the course."""
    return {
        f"{module.id}.{unit.id}": (module, unit)
        for module in manifest.read().modules
        for unit in module.units
    }


def _entries(path: Path, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line of the head and content of each ``[[name]]`` in a file."""
    entries = _read(path).get(name, [])
    if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        raise _complaint(path.name, de.no_sections(name))
    head = re.compile(rf"\s*\[\[\s*{name}\s*\]\]")
    lines = [
        number
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if head.match(line)
    ]
    yield from zip(lines, entries, strict=False)


@cache
def _read(path: Path) -> dict[str, Any]:
    try:
        content = path.read_bytes()
    except OSError:
        raise _complaint(path.name, de.NO_FILE) from None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _complaint(de.line(path.name, line), de.NOT_UTF8) from None
    try:
        named = manifest.fill(text.replace(" %", "\N{NO-BREAK SPACE}%"))
        filled: dict[str, Any] = company.fill_all(tomllib.loads(named))
        return filled
    except BadFileError as error:
        raise _complaint(path.name, error.happened.removesuffix(".")) from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+), column (\d+)", str(error))
        where = de.line_and_column(found[1], found[2]) if found else de.AT_END
        raise _complaint(
            f"{path.name}, {where}",
            de.NO_TOML,
        ) from error


def _complaint(place: str, what: str) -> BadFileError:
    return BadFileError(*de.complaint(place, what))
