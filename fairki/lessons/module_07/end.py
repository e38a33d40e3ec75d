"""The end of the page, what a learner takes along: the company's folder, and the record of participation."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from fairki import manifest, reference, ui
from fairki.company import own
from fairki.documents import folder as document
from fairki.documents import kodex
from fairki.documents.layout import WORD_TYPE
from fairki.documents.word_file import word
from fairki.lessons.module_07.de import end as de
from fairki.lessons.scene import Scene
from fairki.ui.folder import Choosable

COMPANY = "07.firma"
"""Name of the company's name in the browser store; it is there only if the learner typed one."""
CHOSEN = "07.mappe"
"""Name of the choice of parts in the browser store."""
KODEX = kodex.SECTION.id
LAWS = ("kompetenz", "nachweis", "dokumentation")
"""The legal statements that a record of participation quotes."""


def folder() -> Scene:
    """„Ihre Mappe“: one Word document, or a zip with everything."""
    return Scene(
        ui.Folder(
            COMPANY,
            CHOSEN,
            de.FOLDER,
            parts=[
                Choosable(section.id, section.title, section.place, section.keys, section.private)
                for section in document.SECTIONS
            ],
            make=lambda kind, answers, company, chosen: what_to_take_along(
                kind, answers, company, chosen, dt.date.today()
            ),
            media_type=WORD_TYPE,
            longest=document.LONGEST_COMPANY,
        )
    )


def what_to_take_along(
    kind: str, answers: Mapping[str, Any], company: str, chosen: Collection[str], today: dt.date
) -> tuple[dict[str, bytes], dict[str, str]]:
    """The files of the folder and the state of each chosen part, id → state, as ``ui.Folder`` asks for them."""
    found = [entry for entry in document.entries(answers) if entry.section.id in chosen]
    states = {entry.section.id: entry.state for entry in found}
    if kind == "word":
        return {document.WORD_NAME: word(document.paper(found, today, company))}, states
    with_kodex = document.kodex_file(answers) if KODEX in states else {}
    return document.files(found, today, company) | with_kodex, states


def record() -> Scene:
    """The record of participation, made in the browser."""
    course, firm = manifest.read(), own()
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
            company=firm.name if firm else "",
            logo=firm.look.address if firm else "",
        )
    )
