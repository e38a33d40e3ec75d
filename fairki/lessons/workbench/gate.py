"""„Darf ich das?“: what has to be settled before a file can be chosen."""

from fairki import reference, ui
from fairki.lessons.scene import Answers, Scene, Shown
from fairki.lessons.workbench.de import gate as de

SETTLED, PURPOSE = "geklaert", "zweck"
"""Names of the answers: which points are settled (all of ``POINTS`` open the gate), and what it is for."""
POINTS = tuple(de.POINTS)
LAWS = ("besondere_daten", "sensible_daten", "mitbestimmung")
"""Ids of the statements in ``law.toml`` that belong to it."""


def scene() -> Scene:
    """The points, each to be ticked, and the purpose in one's own words, for the report."""
    settled = ui.Choice("", de.SETTLED, [[id, *words] for id, words in de.POINTS.items()], kind="checkbox")
    purpose = ui.Note("", de.PURPOSE, de.PURPOSE_HINT, rows=2)
    return Scene(
        ui.Text(de.about([(law.text, law.citation) for law in map(reference.law, LAWS)]), live=False),
        settled,
        purpose,
        unkept={SETTLED: settled, PURPOSE: purpose},
    )


def open_for(answers: Answers) -> bool:
    """Whether a file may be chosen: all points are settled and the purpose is named."""
    return set(answers[SETTLED] or ()) == set(POINTS) and bool((answers[PURPOSE] or "").strip())


def still_open(answers: Answers) -> Shown:
    """What is still missing before a file can be chosen."""
    return Shown() if open_for(answers) else Shown(de.STILL_OPEN)
