"""The end of the page, what a learner takes along: the company's folder, and the record of participation."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from fairki import manifest, reference, ui
from fairki.documents import folder as document
from fairki.documents.layout import WORD_TYPE
from fairki.documents.word_file import word
from fairki.lessons.module_07.de import end as de
from fairki.lessons.scene import Scene

COMPANY = "07.firma"
"""Name of the company's name in the browser store; it is there only if the learner typed one."""
LAWS = ("kompetenz", "nachweis", "dokumentation")
"""The legal statements that a record of participation quotes."""


def folder() -> Scene:
    """„Ihre Mappe“: one Word document, or a zip with everything."""
    return Scene(
        ui.Folder(
            COMPANY,
            de.FOLDER,
            parts=[(section.title, section.place) for section in document.SECTIONS],
            answers=document.KEYS,
            make=lambda kind, answers, company: what_to_take_along(kind, answers, company, dt.date.today()),
            media_type=WORD_TYPE,
            longest=document.LONGEST_COMPANY,
        )
    )


def what_to_take_along(
    kind: str, answers: Mapping[str, Any], company: str, today: dt.date
) -> tuple[dict[str, bytes], list[str]]:
    """The files of the folder and the state of each of its parts, as ``ui.Folder`` asks for them."""
    found = document.entries(answers)
    states = [entry.state for entry in found]
    if kind == "word":
        return {document.WORD_NAME: word(document.paper(found, today, company))}, states
    return document.files(found, today, company) | document.kodex_file(answers), states


def record() -> Scene:
    """The record of participation, made in the browser."""
    course = manifest.read()
    return Scene(
        ui.Record(
            de.RECORD,
            course.title,
            course.version,
            modules=[
                {
                    "id": module.id,
                    "number": module.number,
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
