"""The folder that a company keeps: all parts in one Word document, and everything together in one zip.

Nothing in it is invented: a part without answers says that it is open and where it is made.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from fairki.documents import audit, kodex, transfers
from fairki.documents.layout import Chapter, Contents, Paper, Part, Prose, below, day, markdown, word
from fairki.documents.section import Section
from fairki.errors import BadAnswerError
from fairki.kodex import stored

SECTIONS: tuple[Section, ...] = (kodex.SECTION, audit.SECTION, transfers.SECTION)
"""The parts in the order of the document."""
KEYS = tuple(dict.fromkeys(key for section in SECTIONS for key in section.keys))
"""Names of all answers that go into the folder, each once."""
TITLE = "Mappe: Fairer und kluger KI-Einsatz"
LONGEST_COMPANY = 120  # characters
THERE, OPEN, DAMAGED = "vorhanden", "noch offen", "nicht lesbar"

WORD_NAME, TEXT_NAME, KODEX_NAME, READ_ME_NAME = "mappe.docx", "mappe.md", "kodex.toml", "LIES-MICH.txt"
SINGLE = "einzelne-teile/"
STATE_NAME = "fairki-mein-stand.json"
"""What the browser adds to the zip: everything that it keeps, see ``fairki/ui/static/store.js``."""


def paper(answers: Mapping[str, Any], on: dt.date, company: str = "") -> Paper:
    """The whole folder as one document.

    Args:
        answers: what the browser keeps, name → plain JSON; names that no part needs are left aside.
        on: today.
        company: the company's name as the learner typed it, or "".
    """
    chapters, bodies = [], []
    for number, section in enumerate(SECTIONS, 1):
        state, body = _content(section, answers)
        title = f"{number}. {section.title}"
        chapters.append(Chapter(title, f"teil_{number}", state, new_page=state == THERE))
        bodies.append(body)
    parts: list[Part] = [
        Prose(
            "Diese Mappe sammelt, was im Kurs „Fairer und kluger KI-Einsatz“ entstanden ist. "
            "Sie enthält nur eigene Angaben und was daraus berechnet wurde."
        ),
        Contents(tuple(chapters)),
        Prose("Orientierung, keine Rechtsberatung.", muted=True),
    ]
    for chapter, body in zip(chapters, bodies, strict=True):
        parts += [chapter, *body]
    return Paper(TITLE, ", ".join(filter(None, (_line(company), day(on)))), on, parts)


def files(answers: Mapping[str, Any], on: dt.date, company: str = "") -> dict[str, bytes]:
    """Everything that lies in the zip apart from the learner's state: name → content.

    The whole folder as Word and as plain text, the Kodex as a file that the course can open, each part that has
    content as a Word file of its own, and a note what is what. Arguments as in ``paper``.
    """
    whole = paper(answers, on, company)
    made = {
        READ_ME_NAME: READ_ME.format(day=day(on)).encode(),
        WORD_NAME: word(whole),
        TEXT_NAME: markdown(whole).encode(),
    }
    if rules := _rules(answers):
        made[KODEX_NAME] = rules
    for number, section in enumerate(SECTIONS, 1):
        state, body = _content(section, answers)
        if state == THERE:
            alone = Paper(section.title, whole.subtitle, on, below(body, 1))
            made[f"{SINGLE}{number:02}-{_slug(section.title)}.docx"] = word(alone)
    return made


READ_ME = """\
Mappe: Fairer und kluger KI-Einsatz
Stand: {day}

Das liegt in dieser Zip-Datei:

mappe.docx               Alles in einem Dokument, für Word und LibreOffice.
mappe.md                 Dasselbe als einfacher Text, zum Beispiel für ein Wiki.
einzelne-teile           Jeder ausgefüllte Teil als eigenes Dokument, zum Weitergeben.
kodex.toml               Ihr Kodex. Im Kurs öffnen Sie ihn im Kodex-Baukasten.
fairki-mein-stand.json   Ihr ganzer Stand im Kurs: Antworten und Fortschritt.

So machen Sie später weiter:
Öffnen Sie den Kurs. Wählen Sie unter „Ihr Stand auf diesem Gerät“ den Knopf
„Aus Datei laden“. Wählen Sie dort diese Zip-Datei.

Bitte beachten Sie:
In fairki-mein-stand.json stehen alle Ihre Antworten, auch die aus den Übungen.
Geben Sie anderen lieber mappe.docx oder einzelne Teile.

Orientierung, keine Rechtsberatung.
"""


def _content(section: Section, answers: Mapping[str, Any]) -> tuple[str, list[Part]]:
    """State and content of one part, whatever its answers look like."""
    needed = {key: answers[key] for key in section.keys if answers.get(key) is not None}
    try:
        body = section.parts(needed)
    except BadAnswerError as error:
        return DAMAGED, [
            Prose(f"Dieser Teil fehlt. {error}"),
            Prose(f"Hier ist der Teil entstanden: {section.place}.", muted=True),
        ]
    if not body:
        return OPEN, [Prose(f"Noch offen. So füllen Sie diesen Teil: {section.place}.")]
    return THERE, below(body, 2)


def _rules(answers: Mapping[str, Any]) -> bytes:
    """The Kodex as a file; empty without rules that can be read."""
    try:
        found = stored.from_value(answers[stored.KEY]) if answers.get(stored.KEY) is not None else None
    except BadAnswerError:
        return b""
    return found.dumps().encode() if found and found.rules else b""


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST_COMPANY]


def _slug(title: str) -> str:
    """A title as part of a file name: small letters, digits and hyphens."""
    for umlaut, letters in {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}.items():
        title = title.lower().replace(umlaut, letters)
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
