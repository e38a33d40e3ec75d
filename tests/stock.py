"""What stock nbgrader recorded for a hand-in: the other side wherever ours is compared with it."""

from pathlib import Path

from nbgrader.api import Gradebook

FOLDER = "bewertung"
GRADEBOOK = "gradebook.db"


def points(root: Path, student: str, slug: str) -> dict[str, tuple[float | None, float]]:
    """Grade id → points that were reached (None: a person has to decide) and points that can be reached.

    Raises:
        MissingEntry: nbgrader recorded nothing.
    """
    with Gradebook(f"sqlite:///{root / GRADEBOOK}") as gradebook:
        notebook = gradebook.find_submission_notebook(slug, slug, student)
        return {
            grade.name: (None if grade.needs_manual_grade else grade.score, grade.max_score)
            for grade in notebook.grades
            if grade.max_score
        }
