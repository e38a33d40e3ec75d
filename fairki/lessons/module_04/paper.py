"""A part of the company's folder as a Word file, made of the answers that it needs."""

import datetime as dt

from fairki import speech, ui
from fairki.documents import layout, word_file
from fairki.documents.layout import EmptyPaperError, Paper
from fairki.documents.section import Section
from fairki.lessons.module_04.de import shared as de
from fairki.lessons.scene import Answers, Scene


def save(section: Section, label: str, filename: str) -> Scene:
    """The button that saves it."""
    return Scene(
        ui.Download(label, filename, layout.WORD_TYPE),
        needs=section.keys,
        make=lambda answers: word(section, answers, dt.date.today()),
    )


def word(section: Section, answers: Answers, today: dt.date) -> bytes:
    """The Word file.

    Raises:
        EmptyPaperError: nothing of it has been answered.
    """
    parts = section.parts(answers)
    if not parts:
        raise EmptyPaperError(*de.NOTHING_YET)
    return word_file.word(Paper(section.title, speech.day(today), today, layout.below(parts, 1)))
