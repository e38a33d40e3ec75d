"""The company and its people as objects, with the grammar of their names."""

import datetime as dt
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import Any

from fairki.company import de


@dataclass(frozen=True)
class Person:
    """Somebody who works there.

    Attributes:
        given, family: the two names.
        role: department or office, as it stands behind the name.
        pronoun: key of ``de.PRONOUNS``, or ``de.NONE``: then the name takes the place of each pronoun.
        drawing: one of ``cast.names()``, or empty: nobody has drawn this person.
    """

    given: str
    family: str
    role: str
    pronoun: str
    drawing: str = ""

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.given} {self.family}"

    @property
    def initials(self) -> str:
        """The first letters of the two names."""
        return self.given[0] + self.family[0]

    @property
    def signed(self) -> str:
        """The name with the role."""
        return de.signed(self.name, self.role)

    @property
    def genitive(self) -> str:
        """Whose."""
        return de.genitive(self.name)

    @property
    def he(self) -> str:
        """The pronoun in the nominative."""
        return self._pronoun("er")

    @property
    def to_him(self) -> str:
        """The pronoun in the dative."""
        return self._pronoun("ihm")

    @property
    def him(self) -> str:
        """The pronoun in the accusative."""
        return self._pronoun("ihn")

    def his(self, ending: str = "") -> str:
        """The possessive with an ending of ``de.ENDINGS``, or the name in the genitive."""
        if self.pronoun == de.NONE:
            return self.genitive
        return de.PRONOUNS[self.pronoun]["sein"] + ending

    def word(self, she: str, he: str, neutral: str) -> str:
        """One of three words for the same, by pronoun."""
        return {de.SHE: she, de.HE: he}.get(self.pronoun, neutral)

    def _pronoun(self, form: str) -> str:
        return self.name if self.pronoun == de.NONE else de.PRONOUNS[self.pronoun][form]


@dataclass(frozen=True)
class People:
    """Who is who in the course; each has a part to play, whatever the name."""

    leader: Person
    hr: Person
    it: Person
    council: Person
    sales: Person
    marketing: Person
    clerk: Person
    algorithm: Person
    ethics: Person

    def __iter__(self) -> Iterator[Person]:
        return (getattr(self, one.name) for one in fields(self))


@dataclass(frozen=True)
class Look:
    """How the company looks: logo, colour, the colour of letters on it, and the logo as a picture for Word."""

    logo: Path | None
    colour: str
    letters: str
    picture: Path | None = None

    @property
    def address(self) -> str:
        """The logo as an address that holds it whole, or nothing."""
        return f"data:image/svg+xml;base64,{b64encode(self.logo.read_bytes()).decode()}" if self.logo else ""


@dataclass(frozen=True)
class Contact:
    """Whom to ask about the course, how to reach them, and where to go with a complaint."""

    person: str
    reach: str
    complaint: str


@dataclass(frozen=True)
class HandIn:
    """Where exercises are handed in, and the last day for it, if there is one."""

    where: str
    until: dt.date | None


@dataclass(frozen=True)
class Tool:
    """A program with AI that the company allows, and the kinds of data that may go into it."""

    name: str
    data: tuple[str, ...]


@dataclass(frozen=True)
class Case:
    """An everyday use of AI at the company.

    Attributes:
        id: key in people's registers; with the id of a case of the course it takes the place of that one.
        name, text, area, affected: German, as in ``fairki.register.Use``.
        many, decides, hidden: whether many people are affected, the system decides, and nobody notices it.
        like: id of the course's use for which the same law matters; "" for none.
        listed: whether the company's own register has it.
        profile: what is known of it there, question → answer, by the ids of its Steckbrief.
    """

    id: str
    name: str
    text: str
    area: str
    affected: str
    many: bool
    decides: bool
    hidden: bool
    like: str
    listed: bool
    profile: Mapping[str, str | int]


@dataclass(frozen=True)
class Voice:
    """A perspective on a case; ``who`` is a name or, for somebody of the company, a key of ``main.PEOPLE``."""

    who: str
    stands_for: str
    says: str


@dataclass(frozen=True)
class Decision:
    """What can be decided about a case: what it means, and what the months after bring."""

    id: str
    title: str
    meaning: str
    followed: tuple[str, ...]


@dataclass(frozen=True)
class Condition:
    """What can go with a decision: what it brings, and what its lack costs."""

    id: str
    text: str
    kept: str
    lacking: str


@dataclass(frozen=True)
class BoardCase:
    """A case of the company's own before the KI-Ethikrat.

    Attributes:
        id: part of the names of people's answers.
        title, told: the case in a heading and in paragraphs.
        voices, decisions, conditions: who is heard, and what can be decided.
    """

    id: str
    title: str
    told: tuple[str, ...]
    voices: tuple[Voice, ...]
    decisions: tuple[Decision, ...]
    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class Letter:
    """A letter of the company's own that learners put together.

    Attributes:
        id: part of the names of people's answers.
        title: what kind of letter it is.
        occasion: what happened, in a few sentences.
        person: to whom it goes; nobody who exists.
        parts: part → texts to choose from, by their ids.
    """

    id: str
    title: str
    occasion: str
    person: str
    parts: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Question:
    """A question that the company has prepared for its workshops.

    Attributes:
        file: name of its file, without the ending.
        id: unique among all of them.
        art: key of ``questions.NEEDED``.
        words: what is asked.
        more: what else stands there, by the entries of ``questions.QUESTION``.
    """

    file: str
    id: str
    art: str
    words: str
    more: Mapping[str, Any]


@dataclass(frozen=True)
class RunSheet:
    """An agenda of the company's own for a workshop.

    Attributes:
        name: of its file, without the ending; what people call it by.
        title, about: what it is called and what it is for.
        minutes: how long it takes; its steps take as long together.
        steps: id and minutes of each.
        rules: the room's rules of play; empty for those of the course.
        path: the file.
    """

    name: str
    title: str
    about: str
    minutes: int
    steps: tuple[tuple[str, int], ...]
    rules: tuple[str, ...] = ()
    path: Path = Path()


@dataclass(frozen=True)
class WayToSolve:
    """How a question of an own exercise is solved, and the unit to read on in."""

    text: str
    unit: str


@dataclass(frozen=True)
class OwnExercise:
    """An exercise of the company's own.

    Attributes:
        slug: name of its files, and of the exercise wherever points are kept.
        title, minutes: what it is called, and how long it takes.
        module: id of the module that it stands with.
        ways: question → how it is solved; what a form tells after a hand-in.
        folder: where its notebook lies.
    """

    slug: str
    title: str
    module: str
    minutes: int
    ways: Mapping[str, WayToSolve] = field(default_factory=dict)
    folder: Path = Path()


@dataclass(frozen=True)
class Company:
    """The company that leads through the course.

    Attributes:
        name, short: with and without the legal form.
        article: key of ``de.ARTICLES``.
        trade: what it deals with, a noun.
        does: what it does, the rest of a sentence that it begins.
        employees: how many work there.
        domain: its internet address.
        places: where it is.
        contact, hand_in: None if the company says nothing about it.
        rules: its own rules for AI.
        tools: the programs with AI that it allows.
        pages: its own pages in Markdown, by a key of ``de.PAGES``.
        cases: its own everyday uses of AI.
        without: ids of the course's uses that it does not have.
        board_cases, letters: its own cases before the KI-Ethikrat, and its own letters.
        without_board_cases, without_letters: ids of the course's that are left out.
        agendas: its own agendas for workshops.
        questions: its own questions for workshops.
        exercises: its own exercises.
        files: all that it was read from.
    """

    name: str
    short: str
    article: str
    trade: str
    does: str
    employees: int
    domain: str
    places: tuple[str, ...]
    people: People
    look: Look
    contact: Contact | None = None
    hand_in: HandIn | None = None
    rules: tuple[str, ...] = ()
    tools: tuple[Tool, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)
    cases: tuple[Case, ...] = ()
    without: tuple[str, ...] = ()
    board_cases: tuple[BoardCase, ...] = ()
    without_board_cases: tuple[str, ...] = ()
    letters: tuple[Letter, ...] = ()
    without_letters: tuple[str, ...] = ()
    agendas: tuple[RunSheet, ...] = ()
    questions: tuple[Question, ...] = ()
    exercises: tuple[OwnExercise, ...] = ()
    files: tuple[Path, ...] = field(default=(), compare=False)

    @cached_property
    def nominative(self) -> str:
        """The name with its article: who."""
        return self._with_article("der")

    @cached_property
    def accusative(self) -> str:
        """The name with its article: whom."""
        return self._with_article("den")

    @cached_property
    def dative(self) -> str:
        """The name with its article: to whom, „bei der …“."""
        return self._with_article("dem")

    @cached_property
    def genitive(self) -> str:
        """The name with its article: whose."""
        return self._with_article("des")

    def form(self, name: str) -> str:
        """The article or pronoun in a form of ``de.ARTICLES``."""
        return de.ARTICLES[self.article][name]

    def _with_article(self, form: str) -> str:
        return f"{self.form(form)} {self.name}"
