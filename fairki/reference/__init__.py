"""What the course may state as a fact: findings with their source, law with its date, words with their meaning.

Each is data in a TOML file beside this one; pages and lessons only quote from here (style rule S2).
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Finding:
    """A figure from the world outside: ``text`` is a German sentence, ``source`` names who found it and where."""

    text: str
    source: str


@dataclass(frozen=True)
class Law:
    """A legal statement: orientation, no advice.

    Attributes:
        title: what it is about.
        text: the statement.
        source: where it stands.
        link: address of the official text, or "".
        as_of: the date up to which it was read (German).
    """

    title: str
    text: str
    source: str
    as_of: str
    link: str = ""


@dataclass(frozen=True)
class Term:
    """A word of the glossary and what it means in the course."""

    id: str
    word: str
    meaning: str


@dataclass(frozen=True)
class Transfer:
    """A question „Was heißt das für uns?“.

    Attributes:
        key: name of the answer in the browser store, such as ``"01.transfer.arbeit"``.
        question: the question.
        hint: what helps to begin.
    """

    key: str
    question: str
    hint: str


def finding(id: str) -> Finding:
    """The finding with this id. Raises KeyError if there is none."""
    return Finding(**_read("findings")[id])


def findings() -> list[Finding]:
    """All findings, by the name of who found them."""
    return sorted((finding(id) for id in _read("findings")), key=lambda item: item.source.casefold())


def law(id: str) -> Law:
    """The legal statement with this id. Raises KeyError if there is none."""
    table = _read("law")
    return Law(**table["statements"][id], as_of=table["as_of"])


def laws() -> list[Law]:
    """All legal statements in the order of the file."""
    return [law(id) for id in _read("law")["statements"]]


def terms(*ids: str) -> list[Term]:
    """The terms with these ids in alphabetical order, all of them without ids. Raises KeyError for an unknown id."""
    table = _read("glossary")
    return sorted((Term(id=i, **table[i]) for i in (ids or table)), key=lambda term: term.word.casefold())


def transfer(key: str) -> Transfer:
    """The question whose answer has this name in the browser store. Raises KeyError if there is none."""
    return Transfer(key, **_read("transfers")[key])


def transfers() -> list[Transfer]:
    """All questions „Was heißt das für uns?“ in the order of the course."""
    return [transfer(key) for key in _read("transfers")]


@cache
def _read(name: str) -> dict:
    text = (files(__package__) / f"{name}.toml").read_text(encoding="utf-8")
    for sign in (" %", "§ "):  # a number and its sign stay on one line
        text = text.replace(sign, sign.replace(" ", "\N{NO-BREAK SPACE}"))
    return tomllib.loads(text)
