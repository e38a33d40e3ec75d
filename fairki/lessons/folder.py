"""What a learner takes along at the end: the company's folder, and the record of participation."""

import datetime as dt

from IPython.display import display

from fairki import ui
from fairki.documents import folder as document
from fairki.documents.layout import WORD_TYPE, word

COMPANY = "07.firma"
"""Name of the company's name in the browser store; it is there only if the learner typed one."""


def folder() -> None:
    """„Ihre Mappe“: one Word document, or a zip with everything."""
    display(
        ui.Folder(
            COMPANY,
            "Ihre Mappe",
            parts=[(section.title, section.place) for section in document.SECTIONS],
            keys=document.KEYS,
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
