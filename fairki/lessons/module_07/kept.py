"""What was answered on earlier pages: module 07 looks at it and changes none of it."""

from collections.abc import Mapping
from typing import Any

from fairki import ui
from fairki.documents import self_assessment
from fairki.lessons import misconceptions
from fairki.lessons.module_00.unit_1 import OPINIONS
from fairki.lessons.scene import Answers, Scene

KEPT = "kept"
"""Name of what the browser keeps, as one answer: a question on this page may have an answer there, too."""


def kept() -> Scene:
    """Reads what the page looks at; it shows nothing."""
    block = ui.Kept(
        dict.fromkeys([*self_assessment.SECTION.keys, *OPINIONS, *misconceptions.KEYS]), feeds=["3", "4"]
    )
    return Scene(block, unkept={KEPT: block})


def kept_in(answers: Answers) -> Mapping[str, Any]:
    """Key → what is kept under it, as it was kept: whoever uses it has to check it."""
    return answers[KEPT] or {}
