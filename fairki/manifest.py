"""The course's table of contents, read from ``course.toml`` and checked piece by piece."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from fairki import company, de, home, language
from fairki.company import Company, exercises
from fairki.company.source import Complaint, Toml
from fairki.errors import BadFileError

FILE_NAME = "course.toml"
ROOT = home.COURSE
MARK = "modul"
"""What marks a module in our texts: ``{modul.07}``, and ``data-modul="07"`` in notebooks."""
_MARK = re.compile(rf"\{{{MARK}\.(\w+)\}}")
_SPAN = re.compile(rf'<span data-{MARK}="([^"]*)">(.*?)</span>', re.DOTALL)


@dataclass(frozen=True)
class Unit:
    """A part of a module that is done in one go, in at most twenty minutes (see ``coursetools.minutes``).

    ``asks`` names the guesses and self-checks that have to be answered (or left on purpose) before the unit is done:
    (key in the browser store, number of answers that make it complete); ``"04.a|04.b"`` is either of two. Free texts
    never belong to them.
    """

    id: str
    title: str
    minutes: int
    asks: tuple[tuple[str, int], ...] = ()

    @property
    def step(self) -> list[Any]:
        """The unit as the page wants it: id, title, minutes, ``{key: answers}``."""
        return [self.id, self.title, self.minutes, dict(self.asks)]


@dataclass(frozen=True)
class Module:
    """One notebook ``modules/<slug>.ipynb``.

    ``number`` is what people see: the module's place in the file, from 0. ``id`` is its name in people's files and in
    addresses; it stays when the module moves. ``step`` is a key of ``Course.steps``, or "" if the module brings
    several steps together; ``exercise`` is a slug or "".
    """

    id: str
    slug: str
    title: str
    step: str
    minutes: int
    about: str
    goals: tuple[str, ...]
    units: tuple[Unit, ...]
    number: int
    exercise: str = ""


@dataclass(frozen=True)
class Exercise:
    """One nbgrader assignment ``solutions/<slug>/<slug>.ipynb``; ``module`` is the id of its module."""

    slug: str
    title: str
    module: str
    minutes: int


@dataclass(frozen=True)
class Topic:
    """One part of the course's frame, and where it is taught and checked.

    Attributes:
        id: ``"<table>.<key>"``, such as ``"aspects.werte"``.
        name: its German name.
        units: where it is taught, such as ``"02.1"`` for unit 1 of module 02.
        checks: where learners check themselves: ``"02.vier"`` is the question ``vier`` of module 02's self-check,
            ``"werte.a2"`` question A2 of the exercise ``werte``.
    """

    id: str
    name: str
    units: tuple[str, ...]
    checks: tuple[str, ...]


FRAME = ("steps", "aspects", "roles", "processes", "impulses", "questions")
"""The tables of ``course.toml`` that hold the course's frame."""


@dataclass(frozen=True)
class Course:
    """Everything that ``course.toml`` says. ``steps`` and ``aspects`` map keys to German names.

    ``topics`` has one entry for each key of the frame; one that [frame] does not place has no units and checks.
    ``short_path`` names the units for somebody with little time, such as ``"00.2"``.
    """

    title: str
    version: str
    steps: dict[str, str]
    aspects: dict[str, str]
    modules: tuple[Module, ...]
    exercises: tuple[Exercise, ...] = ()
    topics: tuple[Topic, ...] = ()
    short_path: tuple[str, ...] = ()

    def module(self, slug_or_id: str) -> Module:
        """The module with this slug or id. Raises KeyError if there is none."""
        for module in self.modules:
            if slug_or_id in (module.id, module.slug):
                return module
        raise KeyError(slug_or_id)

    def unit(self, place: str) -> tuple[Module, Unit]:
        """The unit with this name, such as ``"00.2"``, and its module. Raises KeyError if there is none."""
        module_id, _, unit_id = place.partition(".")
        module = self.module(module_id)
        for unit in module.units:
            if unit.id == unit_id:
                return module, unit
        raise KeyError(place)

    def module_after(self, id: str) -> Module | None:
        """The module that follows in the order of the course; None after the last."""
        following = iter(self.modules)
        next(module for module in following if module.id == id)
        return next(following, None)

    def next_short(self, place: str) -> str:
        """The unit after ``place`` on the short path; "" if there is none, or ``place`` is not on it."""
        after = dict(zip(self.short_path, self.short_path[1:], strict=False))
        return after.get(place, "")

    @property
    def short_minutes(self) -> int:
        """How long the short path takes."""
        return sum(self.unit(place)[1].minutes for place in self.short_path)

    @property
    def slugs(self) -> set[str]:
        """The slugs of all modules and exercises."""
        return {module.slug for module in self.modules} | {exercise.slug for exercise in self.exercises}

    def exercise(self, slug: str) -> Exercise:
        """The exercise with this slug. Raises KeyError if there is none."""
        for exercise in self.exercises:
            if exercise.slug == slug:
                return exercise
        raise KeyError(slug)


def read(root: Path = ROOT) -> Course:
    """The course in the folder ``root`` (by default the one this package belongs to), with the company's exercises.

    Raises:
        BadFileError: if ``course.toml`` is missing, damaged or does not fit together, or an own exercise does not.
    """
    return _with_own_exercises(shipped(root))


def shipped(root: Path = ROOT) -> Course:
    """The same without the exercises of a company. Raises BadFileError as ``read``."""
    path = language.content(Path(root) / FILE_NAME)
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadFileError(*de.no_manifest(FILE_NAME, path.parent)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadFileError(*de.damaged_manifest(FILE_NAME, error)) from error
    return _Reader(raw).course()


def called(id: str) -> str:
    """A module as people see it: ``called("07")`` is „Modul“ with its number. Raises KeyError if there is none."""
    return de.module(_own().module(id).number)


def place(unit: str) -> str:
    """A unit as people see it: ``place("04.1")`` is „Modul 4, Einheit „Wer macht was?““.

    Raises:
        KeyError: there is no such unit.
    """
    module, found = _own().unit(unit)
    return de.place(de.module(module.number), found.title)


def fill(text: str) -> str:
    """The same text with each mark ``{modul.07}`` replaced by ``called("07")``, for TOML files.

    Raises:
        KeyError: a mark names no module.
    """
    return _MARK.sub(lambda mark: called(mark[1]), text)


def exchange(markdown: str) -> str:
    """The same Markdown with each span ``<span data-modul="07">…</span>`` as ``called("07")`` that links to its page.

    The link is one from page to page of a module, as they lie on our site.

    Notebooks keep the words inside, so that they read well in JupyterLab; a test says whether they are still true.

    Raises:
        KeyError: a span names no module.
    """
    return _SPAN.sub(lambda span: f"[{called(span[1])}]({_own().module(span[1]).slug}.html)", markdown)


def spans(markdown: str) -> list[tuple[str, str]]:
    """The spans for ``exchange``: (id of the module, the words that stand there)."""
    return _SPAN.findall(markdown)


def without_spans(markdown: str) -> str:
    """What stands outside of them."""
    return _SPAN.sub("", markdown)


@cache
def _own() -> Course:
    """The course that this package belongs to."""
    return read()


def misfits(course: Course, firm: Company) -> Iterator[Complaint]:
    """What the exercises of a company name and the course, without them, has not: its modules, units, free names."""
    units = {f"{module.id}.{unit.id}" for module in course.modules for unit in module.units}
    modules = [module.id for module in course.modules]
    for one in firm.exercises:
        path = one.folder / f"{one.slug}.toml"
        if one.slug in course.slugs:
            yield Complaint(path, 1, *de.name_is_taken(one.slug))
        if one.module not in modules:
            place: tuple[str | int, ...] = (exercises.MODULE,)
            yield Complaint(path, Toml(path).line(*place), *de.no_module_for(one.module, modules), place)
        for at, way in enumerate(one.ways.values()):
            if way.unit not in units:
                place = (exercises.WAYS, at, exercises.UNIT)
                near = sorted(unit for unit in units if unit.startswith(way.unit[:2])) or sorted(units)
                yield Complaint(path, Toml(path).line(*place), *de.no_unit_for(way.unit, near), place)


def _with_own_exercises(course: Course) -> Course:
    """The course with the exercises of the company that was chosen."""
    found = company.own_exercises()
    for complaint in misfits(course, company.current()) if found else ():
        raise complaint
    own = tuple(Exercise(one.slug, one.title, one.module, one.minutes) for one in found)
    return replace(course, exercises=(*course.exercises, *own))


class _Reader:
    """Turns the raw tables into objects; every complaint names the place in the file."""

    def __init__(self, raw: dict[str, Any]):
        self.raw = raw

    def course(self) -> Course:
        head = self._get(self.raw, "course", dict, de.START)
        exercises = tuple(self._exercise(e, i) for i, e in enumerate(self._tables("exercises"), 1))
        course = Course(
            title=self._get(head, "title", str, "[course]"),
            version=self._get(head, "version", str, "[course]"),
            steps=self._names("steps"),
            aspects=self._names("aspects"),
            modules=tuple(self._module(m, i) for i, m in enumerate(self._tables("modules"), 1)),
            exercises=exercises,
            topics=tuple(self._topics()),
            short_path=self._short_path(),
        )
        self._fits_together(course)
        return course

    def _module(self, raw: dict[str, Any], number: int) -> Module:
        place = de.nth("modules", number)
        return Module(
            id=self._get(raw, "id", str, place),
            slug=self._get(raw, "slug", str, place),
            title=self._get(raw, "title", str, place),
            step=str(self._get(raw, "step", int, place)) if "step" in raw else "",
            minutes=self._get(raw, "minutes", int, place),
            about=self._get(raw, "about", str, place),
            goals=self._texts(raw, "goals", place),
            units=tuple(
                self._unit(u, self._get(raw, "id", str, place), place)
                for u in self._get(raw, "units", list, place)
            ),
            number=number - 1,
            exercise=self._get(raw, "exercise", str, place) if "exercise" in raw else "",
        )

    def _unit(self, raw: dict[str, Any], module: str, module_place: str) -> Unit:
        place = de.inside("modules.units", module_place)
        return Unit(
            id=self._get(raw, "id", str, place),
            title=self._get(raw, "title", str, place),
            minutes=self._get(raw, "minutes", int, place),
            asks=tuple(self._asks(raw, module, place)) if "asks" in raw else (),
        )

    def _asks(self, raw: dict[str, Any], module: str, place: str) -> Iterator[tuple[str, int]]:
        asks = self._get(raw, "asks", dict, place)
        for names in asks:
            answers = self._get(asks, names, int, de.entry("asks", place))
            if answers < 1:
                raise self._complaint(de.at_least_one(names, place))
            yield "|".join(f"{module}.{name}" for name in names.split("|")), answers

    def _exercise(self, raw: dict[str, Any], number: int) -> Exercise:
        place = de.nth("exercises", number)
        return Exercise(
            slug=self._get(raw, "slug", str, place),
            title=self._get(raw, "title", str, place),
            module=self._get(raw, "module", str, place),
            minutes=self._get(raw, "minutes", int, place),
        )

    def _short_path(self) -> tuple[str, ...]:
        if "short_path" not in self.raw:
            return ()
        return self._texts(self._get(self.raw, "short_path", dict, de.FILE), "units", "[short_path]")

    def _topics(self) -> Iterator[Topic]:
        mapped = self._get(self.raw, "frame", dict, de.FILE) if "frame" in self.raw else {}
        for table in FRAME if mapped else ():
            names, places = self._names(table), self._get(mapped, table, dict, "[frame]")
            if unknown := sorted(set(places) - set(names)):
                raise self._complaint(de.not_in_frame(unknown[0], table))
            for key, name in names.items():
                entry, place = places.get(key, {"units": [], "checks": []}), de.topic(table, key)
                units, checks = self._texts(entry, "units", place), self._texts(entry, "checks", place)
                yield Topic(f"{table}.{key}", name, units, checks)

    def _fits_together(self, course: Course) -> None:
        ids = [m.id for m in course.modules]
        slugs = [m.slug for m in course.modules] + [e.slug for e in course.exercises]
        for name in (*ids, *slugs):
            if (ids + slugs).count(name) > 1:
                raise self._complaint(de.twice(name))
        for module in course.modules:
            place = de.of_module(module.id)
            if module.step and module.step not in course.steps:
                raise self._complaint(de.no_step(module.step, place))
            if module.exercise and module.exercise not in [e.slug for e in course.exercises]:
                raise self._complaint(de.no_exercise(module.exercise, place))
            if not 1 <= len(module.units) <= 4:
                raise self._complaint(de.number_of_units(place, len(module.units)))
        for exercise in course.exercises:
            if exercise.module not in ids:
                raise self._complaint(de.no_module(exercise.module, exercise.slug))
        for unit in course.short_path:
            try:
                course.unit(unit)
            except KeyError:
                raise self._complaint(de.no_unit(unit, "[short_path]")) from None

    def _tables(self, key: str) -> list[dict[str, Any]]:
        tables: list[dict[str, Any]] = self._get(self.raw, key, list, de.FILE) if key in self.raw else []
        if not all(isinstance(t, dict) for t in tables):
            raise self._complaint(de.only_tables(key))
        return tables

    def _names(self, key: str) -> dict[str, str]:
        names: dict[str, str] = self._get(self.raw, key, dict, de.FILE)
        if not all(isinstance(v, str) for v in names.values()):
            raise self._complaint(de.only_text(key))
        return names

    def _texts(self, raw: dict[str, Any], key: str, place: str) -> tuple[str, ...]:
        texts = self._get(raw, key, list, place)
        if not all(isinstance(t, str) for t in texts):
            raise self._complaint(de.only_texts(key, place))
        return tuple(texts)

    def _get(self, raw: dict[str, Any], key: str, kind: type, place: str) -> Any:
        if not isinstance(raw, dict) or key not in raw:
            raise self._complaint(de.lacks(key, place))
        if not isinstance(raw[key], kind) or isinstance(raw[key], bool):
            raise self._complaint(de.must_be(key, kind.__name__, place))
        return raw[key]

    @staticmethod
    def _complaint(what: str) -> BadFileError:
        return BadFileError(*de.wrong_manifest(FILE_NAME, what))
