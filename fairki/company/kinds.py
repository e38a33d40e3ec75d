"""What an entry of a company's file can be: each kind takes what stands there and gives what the course works with."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from fairki.company import contrast, de

LINE, TEXT, LINES, NUMBER, FLAG, DAY = "line", "text", "lines", "number", "flag", "day"
ID, CHOICE, CHOICES, ANSWERS, COLOUR, FILE = "id", "choice", "choices", "answers", "colour", "file"
"""How a form asks for an entry, see `Kind`."""


@dataclass(frozen=True)
class Kind:
    """What an entry can be; called with a value as TOML reads it, it gives what the course works with.

    Attributes:
        check: what does that; raises `Misfit`.
        shape: how a form asks for it, one of the words above.
        known: what can be chosen: of `ANSWERS` question → answers, of `FILE` the ending of its name.
    """

    check: Callable[[object], Any]
    shape: str
    known: Collection[Any] = ()

    def __call__(self, value: object) -> Any:
        """The value as the course works with it; raises `Misfit`."""
        return self.check(value)


def kind(shape: str) -> Callable[[Callable[[object], Any]], Kind]:
    """Makes a kind of a function that checks a value."""
    return lambda check: Kind(check, shape)


FORBIDDEN = '"\\<>{}|*_`[]„“$'
"""Signs that mean something in Markdown, HTML, code or a marked place: names stand in all of these."""
NAME, PROSE, MANY, PARAGRAPHS = 200, 600, 40, 6
"""Most characters of a name and of a text, most entries of a list, most paragraphs."""


class Misfit(Exception):
    """An entry does not fit.

    Args:
        write: what to write instead.
        sign: a sign that must not stand there, if that is what is wrong.
    """

    def __init__(self, write: str, sign: str = ""):
        super().__init__(write)
        self.write, self.sign = write, sign


@kind(LINE)
def name(value: object) -> str:
    """A short text that can stand everywhere, in code, too; a straight apostrophe becomes a typographic one."""
    return _plain(value, de.WRITE_TEXT)


@kind(TEXT)
def prose(value: object) -> str:
    """One or a few sentences, shown as they are."""
    if not _is_line(value, PROSE):
        raise Misfit(de.write_prose(PROSE))
    return str(value)


@kind(LINES)
def names(value: object) -> tuple[str, ...]:
    """A list of short texts."""
    return tuple(_plain(one, de.WRITE_LIST) for one in _list(value, de.WRITE_LIST))


@kind(LINES)
def proses(value: object) -> tuple[str, ...]:
    """A list of sentences."""
    return tuple(prose(one) for one in _list(value, de.WRITE_LIST))


@kind(LINES)
def paragraphs(value: object) -> tuple[str, ...]:
    """A text of one to six paragraphs, each a text of one line."""
    found = _list(value, de.WRITE_PARAGRAPHS)
    if not 1 <= len(found) <= PARAGRAPHS:
        raise Misfit(de.WRITE_PARAGRAPHS)
    return tuple(prose(one) for one in found)


@kind(NUMBER)
def number(value: object) -> int:
    """A whole number from 1."""
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value < 10**9:
        raise Misfit(de.WRITE_NUMBER)
    return value


@kind(FLAG)
def flag(value: object) -> bool:
    """Yes or no."""
    if not isinstance(value, bool):
        raise Misfit(de.WRITE_FLAG)
    return value


@kind(DAY)
def day(value: object) -> dt.date:
    """A date without a time."""
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise Misfit(de.WRITE_DAY)
    return value


@kind(ID)
def identifier(value: object) -> str:
    """The name of an answer in people's browsers: small letters, digits and underscores."""
    if not isinstance(value, str) or not 2 <= len(value) <= 40 or not value.isascii():
        raise Misfit(de.WRITE_ID)
    if not value[0].isalpha() or not value.replace("_", "a").isalnum() or value != value.lower():
        raise Misfit(de.WRITE_ID)
    return value


def one_of(known: Collection[str]) -> Kind:
    """One of these words."""

    def check(value: object) -> str:
        if not isinstance(value, str) or value not in known:
            raise Misfit(de.write_one_of(known))
        return value

    return Kind(check, CHOICE, tuple(known))


def some_of(known: Collection[str]) -> Kind:
    """A list of these words."""

    def check(value: object) -> tuple[str, ...]:
        found = _list(value, de.WRITE_LIST)
        if not all(isinstance(one, str) and one in known for one in found):
            raise Misfit(de.write_known(known))
        return tuple(found)

    return Kind(check, CHOICES, tuple(known))


def chosen(known: Mapping[str, Collection[str | int]]) -> Kind:
    """One answer to some of these questions, such as ``{mensch = "alle", einspruch = 14}``."""

    def check(value: object) -> Mapping[str, str | int]:
        if not isinstance(value, dict) or not value.keys() <= known.keys():
            raise Misfit(de.write_chosen(known))
        for key, one in value.items():
            # in TOML, true is no 1
            if isinstance(one, bool) or not isinstance(one, str | int) or one not in known[key]:
                raise Misfit(de.write_chosen({key: known[key]}))
        return value

    return Kind(check, ANSWERS, known)


@kind(COLOUR)
def colour(value: object) -> str:
    """A colour such as ``"#0b5c66"``."""
    if not isinstance(value, str) or not contrast.COLOUR.fullmatch(value):
        raise Misfit(de.WRITE_COLOUR)
    return value


@kind(LINE)
def domain(value: object) -> str:
    """An internet address without what stands before and after it."""
    found: str = name(value)
    if not found.isascii() or "." not in found or set(found) & set(" /:@&'"):
        raise Misfit(de.WRITE_INTERNET)
    return found


def file(ending: str, write: str) -> Kind:
    """The name of a file in the same folder, or nothing."""

    def check(value: object) -> str:
        if value == "":
            return ""
        # no path, on no system
        if not isinstance(value, str) or not value.endswith(ending) or set(value) & set("/\\:\0"):
            raise Misfit(write)
        return value

    return Kind(check, FILE, (ending,))


def _list(value: object, write: str) -> list[Any]:
    if not isinstance(value, list) or len(value) > MANY:
        raise Misfit(write)
    return value


def _plain(value: object, write: str) -> str:
    if not _is_line(value, NAME):
        raise Misfit(write)
    found = str(value)
    for sign in FORBIDDEN:
        if sign in found:
            raise Misfit(de.write_without(FORBIDDEN), sign)
    return found.replace("'", "’")  # a straight one ends a text in code


def _is_line(value: object, longest: int) -> bool:
    """Whether it is a text of one line, without blanks around it."""
    return (
        isinstance(value, str)
        and value.isprintable()
        and value == value.strip()
        and 0 < len(value) <= longest
    )
