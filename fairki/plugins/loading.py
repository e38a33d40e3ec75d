"""Packages of a company's own, loaded once: what is broken is left out and said, and the course goes on."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from typing import TypeVar

from fairki.plugins import de

PATTERNS, SYSTEMS = GROUPS = "fairki.patterns", "fairki.systems"
"""Groups of entry points."""
ID = re.compile(r"[a-z][a-z0-9_]*")
FULL_ID = re.compile(rf"({ID.pattern})\.{ID.pattern}")
"""Name of the entry point and id within: how files name what a package brings."""

T = TypeVar("T")
U = TypeVar("U")


class UnfitError(Exception):
    """Something in a package does not fit; the message is German."""


@dataclass(frozen=True)
class Problem:
    """Why a package is left out: what happened, and what to do."""

    happened: str
    remedy: str


_problems: list[Problem] = []


def problems() -> tuple[Problem, ...]:
    """What is wrong with packages that have been loaded so far."""
    return tuple(_problems)


@cache
def entry_points(group: str) -> tuple[metadata.EntryPoint, ...]:
    """The entry points of a group, in the order of their names."""
    return tuple(sorted(metadata.entry_points(group=group), key=lambda one: one.name))


def load(group: str, kind: type[T], make: Callable[[str, T], U]) -> list[U]:
    """What ``make`` makes of all that the packages bring, given the name of the entry point.

    A package of which one thing does not fit is left out as a whole.

    Args:
        group: one of ``GROUPS``.
        kind: what each entry point's function has to return a list of.
        make: may raise anything.
    """
    made: list[U] = []
    taken: set[str] = set()
    for point in entry_points(group):
        try:
            if point.name in taken:
                raise UnfitError(de.TWICE)
            if not ID.fullmatch(point.name):
                raise UnfitError(de.NO_NAME)
            made += [make(point.name, one) for one in _checked(point.load()(), kind)]
            taken.add(point.name)
        except (Exception, SystemExit) as error:  # whatever a foreign package does, the course goes on
            _problems.append(Problem(*de.broken(package(point), reason(error))))
    return made


def package(point: metadata.EntryPoint) -> str:
    """The name of the package that an entry point belongs to."""
    return point.dist.name if point.dist else point.value


def reason(error: BaseException) -> str:
    """What went wrong, in one line."""
    if isinstance(error, UnfitError):
        return str(error)
    line = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}: {line}" if line else type(error).__name__


def _checked(found: object, kind: type[T]) -> Iterable[T]:
    if not isinstance(found, list | tuple) or not all(isinstance(one, kind) for one in found):
        raise UnfitError(de.NO_LIST)
    ids = [getattr(one, "id", None) for one in found]
    for at, id in enumerate(ids):
        if not isinstance(id, str) or not ID.fullmatch(id):
            raise UnfitError(de.no_id(id))
        if id in ids[:at]:
            raise UnfitError(de.twice(id))
    return found
