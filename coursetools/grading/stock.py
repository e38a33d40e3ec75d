"""Grading with nbgrader as it is: take hand-ins in, run them, write feedback, show the points."""

import os
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from coursetools import nbgrader_steps, release
from coursetools.files import write_atomically
from fairki import german
from fairki.errors import BadFileError

FOLDER = "bewertung"
GRADEBOOK = "gradebook.db"


@dataclass(frozen=True)
class HandIn:
    """One person's notebook for one exercise, as it lies in ``bewertung/submitted``."""

    student: str
    slug: str


def grade(root: Path, folder: Path, console: Console) -> None:
    """Grade every hand-in found in ``folder`` and print the points.

    Loose notebooks get the ids abgabe-001, abgabe-002, …; folders ``<id>/<slug>/<slug>.ipynb`` keep theirs.
    What was handed in before is never replaced.

    Raises:
        BadFileError: there is no hand-in, or one collides with another one that was taken in before.
    """
    from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback

    root = Path(root).resolve()
    # Two BLAS threads on two cores slow each other down in the kernels that are started from here.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    hand_ins = take_in(root, Path(folder))
    failed: dict[HandIn, str] = {}
    for slug in sorted({hand_in.slug for hand_in in hand_ins}):
        config = nbgrader_steps.settings(root, slug)
        config.CourseDirectory.release_directory = f"{FOLDER}/release"
        try:
            nbgrader_steps.run(GenerateAssignment, config)
        except nbgrader_steps.StepFailed as error:
            raise BadFileError(
                f"Die Übung „{slug}“ lässt sich nicht für die Bewertung vorbereiten ({error}).",
                f"Wurde sie geändert, nachdem Abgaben bewertet waren? Dann entfernen Sie {GRADEBOOK}.",
            ) from error
    columns = (TextColumn("Abgaben werden bewertet"), BarColumn(bar_width=30), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        for hand_in in progress.track(hand_ins):
            config = nbgrader_steps.settings(root, hand_in.slug)
            config.CourseDirectory.student_id = hand_in.student
            try:
                nbgrader_steps.run(Autograde, config)
                nbgrader_steps.run(GenerateFeedback, config)
            except nbgrader_steps.StepFailed as error:
                failed[hand_in] = str(error)
    _show(root, hand_ins, failed, console)


def take_in(root: Path, folder: Path) -> list[HandIn]:
    """Copy the notebooks in ``folder`` to where nbgrader expects them; what is there already stays.

    Raises:
        BadFileError: as in ``grade``.
    """
    folder = folder.resolve()
    slugs = release.slugs(root)
    submitted = root / FOLDER / "submitted"
    hand_ins = []
    for path in sorted(folder.rglob("*.ipynb")):
        if any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        slug = next((slug for slug in slugs if path.stem.startswith(slug)), None)
        if slug is None:
            raise BadFileError(
                f"Zu welcher Übung {path.name} gehört, ist nicht zu erkennen.",
                f"Benennen Sie die Datei so um, dass ihr Name mit der Übung beginnt: {', '.join(slugs)}.",
            )
        named = path.parent.name == slug and path.parent.parent != folder.parent
        student = path.parent.parent.name if named else _pseudonym(submitted, slug, path)
        target = submitted / student / slug / f"{slug}.ipynb"
        if not target.exists():
            write_atomically(target, path.read_bytes())
        elif target.read_bytes() != path.read_bytes():
            raise BadFileError(
                f"Von „{student}“ liegt schon eine andere Abgabe zur Übung „{slug}“ in {target.parent}.",
                "Soll die neue gelten? Dann entfernen Sie zuerst die alte.",
            )
        hand_ins.append(HandIn(student, slug))
    if not hand_ins:
        raise BadFileError(f"In {folder} liegt keine Abgabe.", "Abgaben sind Dateien mit der Endung .ipynb.")
    return hand_ins


def _pseudonym(submitted: Path, slug: str, path: Path) -> str:
    """The id under which the same notebook was taken in before, or the next free one."""
    taken = sorted(submitted.glob("abgabe-*"))
    for earlier in taken:
        file = earlier / slug / f"{slug}.ipynb"
        if file.exists() and file.read_bytes() == path.read_bytes():
            return earlier.name
    return f"abgabe-{max((int(t.name.removeprefix('abgabe-')) for t in taken), default=0) + 1:03}"


def points(root: Path, hand_in: HandIn) -> dict[str, tuple[float | None, float]]:
    """Grade id → points that were reached (None: a person has to decide) and points that can be reached."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{root / GRADEBOOK}") as gradebook:
        notebook = gradebook.find_submission_notebook(hand_in.slug, hand_in.slug, hand_in.student)
        return {
            grade.name: (None if grade.needs_manual_grade else grade.score, grade.max_score)
            for grade in notebook.grades
            if grade.max_score
        }


def _show(root: Path, hand_ins: list[HandIn], failed: dict[HandIn, str], console: Console) -> None:
    for slug in sorted({hand_in.slug for hand_in in hand_ins}):
        found = {h: {} if h in failed else points(root, h) for h in hand_ins if h.slug == slug}
        most = {name: most for grades in found.values() for name, (_, most) in grades.items()}
        questions = sorted({_question(name) for name in most})
        table = Table(title=f"Übung „{slug}“: erreichte Punkte")
        table.add_column("Abgabe", no_wrap=True)
        for question in questions:
            possible = sum(most[name] for name in most if _question(name) == question)
            table.add_column(f"{question.upper()}\n({german.number(possible)})", justify="right")
        table.add_column(f"Summe\n({german.number(sum(most.values()))})", justify="right")
        for hand_in, grades in found.items():
            cells = [[grades[n][0] for n in grades if _question(n) == question] for question in questions]
            table.add_row(
                hand_in.student, *map(_cell, cells), _cell([reached for reached, _ in grades.values()])
            )
        console.print(table)
    console.print("Ein ? heißt: Diese Antwort bewertet ein Mensch (in JupyterLab unter „Formgrader“).")
    console.print(f"Die Rückmeldungen liegen in {FOLDER}/feedback.")
    for hand_in, reason in failed.items():
        console.print(f"[red]✗[/red] {hand_in.student}: nicht bewertbar. nbgrader meldet: {escape(reason)}")


def _question(grade_id: str) -> str:
    return grade_id.split("-")[0]


def _cell(reached: list[float | None]) -> str:
    """Points; with a question mark if a person still has to decide; a dash for what could not be graded."""
    decided = [points for points in reached if points is not None]
    text = german.number(sum(decided)) if decided else ""
    if len(decided) < len(reached):
        text += " + ?" if decided else "?"
    return text or "–"
