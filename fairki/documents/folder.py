"""The folder that a company keeps: all parts in one Word document, and everything together in one zip.

Nothing in it is invented: a part without answers says that it is open and where it is made.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fairki.company import own
from fairki.documents import (
    action_plan,
    audit,
    ethics_board,
    feedback_plan,
    footprint,
    kodex,
    kodex_history,
    life_cycle,
    review_setup,
    roles,
    self_assessment,
    text_rules,
    transfers,
)
from fairki.documents.de import folder as de
from fairki.documents.de import shared
from fairki.documents.de.audit import NO_PICTURE
from fairki.documents.layout import Chapter, Contents, Heading, Paper, Part, Prose, below, markdown
from fairki.documents.section import Section
from fairki.documents.word_file import word
from fairki.errors import BadAnswerError
from fairki.kodex import stored
from fairki.speech import day
from fairki.typed import clean

SECTIONS: tuple[Section, ...] = (
    kodex.SECTION,
    audit.SECTION,
    roles.SECTION,
    life_cycle.SECTION,
    ethics_board.SECTION,
    feedback_plan.SECTION,
    kodex_history.SECTION,
    review_setup.SECTION,
    text_rules.SECTION,
    self_assessment.SECTION,
    footprint.SECTION,
    action_plan.SECTION,
    transfers.SECTION,
)
"""The parts in the order of the document."""
KEYS = tuple(dict.fromkeys(key for section in SECTIONS for key in section.keys))
"""Names of all answers that go into the folder, each once."""
_OWNERS = {
    key: min((one for one in SECTIONS if key in one.keys), key=lambda one: len(one.keys)) for key in KEYS
}
"""Name of an answer → the part that it belongs to: of those that need it the one that needs the fewest."""
LONGEST_COMPANY = 120  # characters
THERE, OPEN, DAMAGED = de.THERE, de.OPEN, de.DAMAGED

WORD_NAME, TEXT_NAME, KODEX_NAME, READ_ME_NAME = "mappe.docx", "mappe.md", "kodex.toml", de.READ_ME_NAME
PRIVATE_NAME = de.PRIVATE_NAME
SINGLE = "einzelne-teile/"
STATE_NAME = "fairki-mein-stand.json"
"""What the browser adds to the zip: everything that it keeps, see ``fairki/web/store.js``."""


@dataclass(frozen=True)
class Entry:
    """One part of a folder.

    Attributes:
        section: what it is.
        state: ``THERE``, ``OPEN`` or ``DAMAGED``.
        parts: its content.
        short: what the first page says of it.
    """

    section: Section
    state: str
    parts: list[Part]
    short: list[Part]


def entries(answers: Mapping[str, Any]) -> list[Entry]:
    """All parts of the folder in order, each with what the answers give.

    A damaged answer spoils the part that it belongs to; other parts that look at it do without and say so.

    Args:
        answers: what the browser keeps, name → plain JSON; names that no part needs are left aside.
    """
    given = {key: clean(answers[key]) for key in KEYS if answers.get(key) is not None}
    made = [_made(section, given) for section in SECTIONS]
    damaged = {
        key
        for section, one in zip(SECTIONS, made, strict=True)
        if isinstance(one, BadAnswerError)
        for key in _damaged(section, given)
    }
    return [_entry(section, one, given, damaged) for section, one in zip(SECTIONS, made, strict=True)]


def paper(found: Sequence[Entry], on: dt.date, company: str = "") -> Paper:
    """The folder as one document: one page „Auf einen Blick“, the contents, the parts. Private ones stay outside.

    Args:
        found: its parts, those that somebody chose.
        on: today.
        company: the company's name as the learner typed it, or "".
    """
    shown = _for_all(found)
    chapters = [
        Chapter(f"{number}. {entry.section.title}", f"teil_{number}", entry.state, entry.state == THERE)
        for number, entry in enumerate(shown, 1)
    ]
    glance = _at_a_glance(shown)
    parts: list[Part] = [
        *glance,
        Contents(tuple(chapters), new_page=bool(glance)),
        Prose(de.ABOUT),
        Prose(shared.NO_ADVICE, muted=True),
    ]
    for chapter, entry in zip(chapters, shown, strict=True):
        parts += [chapter, *entry.parts]
    return Paper(de.TITLE, _subtitle(on, company), on, parts)


def files(found: Sequence[Entry], on: dt.date, company: str = "") -> dict[str, bytes]:
    """Everything that lies in the zip apart from the learner's state: name → content.

    The folder as Word and as plain text, each part that has content as a Word file of its own, private parts as
    one file that is the learner's alone, and a note what is what. Arguments as in ``paper``.
    """
    shown = _for_all(found)
    private = [one for one in found if one.section.private and one.state == THERE]
    made = {READ_ME_NAME: de.read_me(day(on), bool(private)).encode()}
    if shown:
        whole = paper(shown, on, company)
        made |= {WORD_NAME: word(whole), TEXT_NAME: markdown(whole).encode()}
    if private:
        parts = [part for one in private for part in (Heading(one.section.title), *one.parts)]
        made[PRIVATE_NAME] = word(Paper(de.PRIVATE_TITLE, day(on), on, [Prose(de.PRIVATE), *parts]))
    for number, entry in enumerate(shown, 1):
        if entry.state == THERE:
            title = entry.section.title
            alone = Paper(title, _subtitle(on, company), on, below(entry.parts, 1))
            made[f"{SINGLE}{number:02}-{_slug(title)}.docx"] = word(alone)
    return made


def _for_all(found: Sequence[Entry]) -> list[Entry]:
    """The parts that others may read."""
    return [entry for entry in found if not entry.section.private]


def _at_a_glance(shown: Sequence[Entry]) -> list[Part]:
    """The first page: a few lines about the parts that matter most; nothing if none of them was chosen."""
    parts: list[Part] = []
    for number, entry in enumerate(shown, 1):
        if entry.section.short is not None:
            told = entry.short or [Prose(de.of_part(number, entry.state), muted=True)]
            if entry.section is audit.SECTION and not entry.short:
                told = [*told, Prose(NO_PICTURE, muted=True)]
            parts += [Heading(de.GLANCE[entry.section.id], 2), *told]
    return [Heading(de.AT_A_GLANCE), *parts] if parts else []


def kodex_file(answers: Mapping[str, Any]) -> dict[str, bytes]:
    """The Kodex as a file that the course can open, name → content; nothing without rules that can be read."""
    try:
        found = stored.from_value(clean(answers[stored.KEY]))
    except (KeyError, BadAnswerError):
        return {}
    return {KODEX_NAME: found.dumps().encode()} if found.rules else {}


def _made(section: Section, given: Mapping[str, Any]) -> list[Part] | BadAnswerError:
    """The content of a part, or why it has none."""
    try:
        return section.parts({key: given[key] for key in section.keys if key in given})
    except BadAnswerError as error:
        return error


def _damaged(section: Section, given: Mapping[str, Any]) -> list[str]:
    """The answers that a part refuses one by one; if it refuses them only together, all that belong to it."""
    alone = [
        key
        for key in section.keys
        if key in given and isinstance(_made(section, {key: given[key]}), BadAnswerError)
    ]
    return alone or [key for key in section.keys if _OWNERS[key] is section]


def _entry(
    section: Section, made: list[Part] | BadAnswerError, given: Mapping[str, Any], damaged: set[str]
) -> Entry:
    foreign = [key for key in section.keys if key in damaged and _OWNERS[key] is not section]
    if foreign:
        made = _made(section, {key: value for key, value in given.items() if key not in foreign})
    if isinstance(made, BadAnswerError):
        where = Prose(de.made_in(section.place), muted=True)
        return Entry(section, DAMAGED, [Prose(de.missing(str(made))), where], [])
    if not made:
        return Entry(section, OPEN, [Prose(de.still_open(section.place))], [])
    parts = below(made, 2)
    read = {key: given[key] for key in section.keys if key in given and key not in foreign}
    short = section.short(read) if section.short else []
    if foreign:
        titles = list(dict.fromkeys(_OWNERS[key].title for key in foreign))
        parts = [Prose(de.left_out(titles), muted=True), *parts]
    return Entry(section, THERE, parts, short)


def _subtitle(on: dt.date, company: str) -> str:
    firm = own()
    typed = " ".join(company.split()) or (firm.name if firm else "")
    return de.subtitle(typed[:LONGEST_COMPANY], day(on))


def _slug(title: str) -> str:
    """A title as part of a file name: small letters, digits and hyphens."""
    for umlaut, letters in de.LETTERS.items():
        title = title.lower().replace(umlaut, letters)
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
