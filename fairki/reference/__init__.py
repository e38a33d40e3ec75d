"""What the course may state as a fact: findings with their source, law with its date, words with their meaning.

Beside them lie cases that pages, workshops and an exercise share. Each is data in a TOML file beside this one; pages
and lessons only quote from here (style rule S2). What a good answer to an exercise looks like stands in
``answers/<slug>.toml``.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from fairki import company, language
from fairki.reference import de

FOLDER = Path(__file__).parent

STATUSES = tuple(de.STATUSES)
"""How well a legal statement is proven: keys of ``de.STATUSES``, the best first."""
DATA_ANSWERS = de.DATA_ANSWERS
"""What may become of a data case: id → in a word or two."""
OLD_AFTER = 183
"""Days after which somebody has to look at a legal statement again."""


@dataclass(frozen=True)
class Finding:
    """A figure from the world outside: ``text`` is a German sentence, ``source`` names who found it and where."""

    text: str
    source: str


@dataclass(frozen=True)
class Law:
    """A legal statement: orientation, no advice.

    Attributes:
        part: the heading that it stands under.
        title: what it is about.
        text: the statement.
        source: where it stands.
        as_of: the day up to which we looked.
        status: the weakest evidence of any part of it, a key of ``STATUSES``.
        link: address of the official text, or "".
        edition: which version of the statute we read (German month), where it is an older one; or "".
    """

    part: str
    title: str
    text: str
    source: str
    as_of: dt.date
    status: str
    link: str = ""
    edition: str = ""

    @property
    def stand(self) -> str:
        """State and evidence as readers see them, such as „November 2026, nach einer Quelle“."""
        return de.stand(self.as_of, self.status, self.edition)

    @property
    def citation(self) -> str:
        """What stands behind the statement wherever it is quoted: source, state, no advice."""
        return de.citation(self.source, self.stand)

    def is_old(self, today: dt.date) -> bool:
        """Whether it was looked at more than six months ago."""
        return (today - self.as_of).days > OLD_AFTER


@dataclass(frozen=True)
class RiskLevel:
    """A row of two ways to say how risky a use is; being in one row does not mean being the same.

    Attributes:
        level: number of the level that was proposed, 1 is the lowest.
        proposed: what it means.
        law: the class of the law, or "".
    """

    level: str
    proposed: str
    law: str


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


@dataclass(frozen=True)
class DataCase:
    """Something that people put into a program that writes, and what the course says about it: no law.

    Attributes:
        id: its name in answers.
        title: a few words.
        kind: what kind of data it stands for, as a rule of a company names it.
        have: what the person has in front of them.
        want: what the program is to do with it.
        answer: whether it may go in, a key of ``DATA_ANSWERS``.
        why: the reason.
        talk: what a group can talk about.
        contract: what the company's contract has to say first, "" where the answer does not depend on it.
    """

    id: str
    title: str
    kind: str
    have: str
    want: str
    answer: str
    why: str
    talk: str
    contract: str = ""


@dataclass(frozen=True)
class WorkedAnswer:
    """How a question of an exercise can be answered, and why.

    Attributes:
        text: German paragraphs, with an empty line between them.
        unit: where to read on, such as ``"01.1"`` for unit 1 of module 01.
        value: an answer that earns all points, as the form holds it; None where it takes words or a program.
        many: whether there are other good answers.
        why: reasons for single rows (counted from ``"1"``) or options.
        ideas: questions that a free text should answer.
    """

    text: str
    unit: str
    value: Any = None
    many: bool = False
    why: Mapping[str, str] = field(default_factory=dict)
    ideas: tuple[str, ...] = ()


def finding(id: str) -> Finding:
    """The finding with this id. Raises KeyError if there is none."""
    return Finding(**_read("findings")[id])


def findings() -> list[Finding]:
    """All findings, by the name of who found them."""
    return sorted((finding(id) for id in _read("findings")), key=lambda item: item.source.casefold())


def law(id: str) -> Law:
    """The legal statement with this id. Raises KeyError if there is none."""
    return Law(**_read("law")["statements"][id])


def laws() -> dict[str, list[Law]]:
    """All legal statements in the order of the file, under the headings they stand under."""
    found: dict[str, list[Law]] = {}
    for id in _read("law")["statements"]:
        found.setdefault(law(id).part, []).append(law(id))
    return found


def orientation(use: str) -> str:
    """German sentences: what the legal statements roughly mean for the everyday use of AI with this id.

    Of a company's own use the course knows what the company says: which of the course's it is like in law.
    """
    notes = _read("law")["orientation"]
    own = {case.id: case for case in company.current().cases}
    if use in own and not own[use].like:
        return " ".join([de.ORIENTATION, notes["menschen"]["text"]])
    use = own[use].like if use in own else use
    found = [note["text"] for note in notes.values() if use in note["uses"]]
    special = [note for name, note in notes.items() if name != "beschaeftigte" and use in note["uses"]]
    return " ".join([de.ORIENTATION, *([] if special else [notes["rest"]["text"]]), *found])


def risk_levels() -> list[RiskLevel]:
    """What was proposed and what is law, side by side from low to high."""
    return [RiskLevel(**row) for row in _read("risk_levels")["rows"]]


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


def data_cases() -> list[DataCase]:
    """The cases of „Was darf hinein?“ in the order of the file."""
    return [DataCase(id, **case) for id, case in _read("data_cases").items()]


def worked_answers(slug: str) -> dict[str, WorkedAnswer]:
    """Grade id of each question → how it can be answered. Raises FileNotFoundError for an unknown exercise.

    The texts name the company of the course. The values are those of the exercise, where the shipped company stands.
    """
    for own in company.own_exercises():
        if own.slug == slug:
            return {name: WorkedAnswer(way.text, way.unit) for name, way in own.ways.items()}
    return {name: _worked(entry) for name, entry in _read(f"answers/{slug}").items()}


def _worked(entry: dict[str, Any]) -> WorkedAnswer:
    said = company.fill_all(entry)
    lines = {
        "value": company.fill_all(entry.get("value"), company.shipped()),
        "text": _on_its_lines(said["text"]),
        "why": {part: _on_its_lines(why) for part, why in said.get("why", {}).items()},
    }
    return WorkedAnswer(**said | lines)


def _on_its_lines(text: str) -> str:
    """The lines of a paragraph as one, and no line break within a calculation."""
    joined = re.sub(r"(?<!\n)\n(?!\n)", " ", text.strip())
    return re.sub(r"(?<=\d) ([·/=−+≈]) (?=\d)", "\N{NO-BREAK SPACE}\\1\N{NO-BREAK SPACE}", joined)


@cache
def _read(name: str) -> dict[str, Any]:
    text = language.content(FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    for sign in (" %", "§ "):  # a number and its sign stay on one line
        text = text.replace(sign, sign.replace(" ", "\N{NO-BREAK SPACE}"))
    return tomllib.loads(text)
