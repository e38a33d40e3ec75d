"""The audit report of the first tool, made at each click."""

import datetime as dt

from fairki.documents import layout, own_data
from fairki.lessons import take_along
from fairki.lessons.scene import Answers, Scene
from fairki.lessons.workbench import gate
from fairki.lessons.workbench.de import decisions as de
from fairki.lessons.workbench.decisions import ASKED, KODEX, RESULT, Decisions


def scenes(tool: Decisions) -> list[Scene]:
    """Two buttons: as a Word file, as plain text."""

    def paper(answers: Answers, on: dt.date) -> layout.Paper:
        found, rules, own = tool.judged(answers)
        return own_data.paper(found, rules, on, purpose=answers[gate.PURPOSE] or "", own_kodex=own)

    return take_along.files(de.REPORT, "pruefbericht", paper, [RESULT, KODEX, *ASKED])
