"""What a learner takes along at the end: the company's folder, and the record of participation."""

import datetime as dt

from IPython.display import display

from fairki import manifest, reference, ui
from fairki.documents import folder as document
from fairki.documents.layout import WORD_TYPE, word

COMPANY = "07.firma"
"""Name of the company's name in the browser store; it is there only if the learner typed one."""
LAWS = ("kompetenz", "nachweis", "dokumentation")
"""The legal statements that a record of participation quotes."""


def folder() -> None:
    """„Ihre Mappe“: one Word document, or a zip with everything."""
    display(
        ui.Folder(
            COMPANY,
            "Ihre Mappe",
            parts=[(section.title, section.place) for section in document.SECTIONS],
            answers=document.KEYS,
            make=_make,
            media_type=WORD_TYPE,
            longest=document.LONGEST_COMPANY,
        )
    )


def _make(kind: str, answers: dict, company: str) -> tuple[dict[str, bytes], list[str]]:
    found, today = document.entries(answers), dt.date.today()
    states = [entry.state for entry in found]
    if kind == "word":
        return {document.WORD_NAME: word(document.paper(found, today, company))}, states
    return document.files(found, today, company) | document.kodex_file(answers), states


def record() -> None:
    """The record of participation, made in the browser."""
    course = manifest.read()
    display(
        ui.Record(
            "Teilnahme-Nachweis",
            course.title,
            course.version,
            modules=[
                {
                    "id": module.id,
                    "title": module.title,
                    "minutes": module.minutes,
                    "goals": list(module.goals),
                    "units": [unit.step for unit in module.units],
                }
                for module in course.modules
            ],
            law=[(law.text, law.source, law.stand) for law in map(reference.law, LAWS)],
        )
    )
