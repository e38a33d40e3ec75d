"""``build_course.py check``: what an author wants to know before showing the course to anybody."""

import datetime as dt
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from coursetools import build, coverage, execute, guesser, installed, notebooks, pins, reading, wording
from coursetools.pages import OWN_DATA
from fairki import manifest, reference, speech
from fairki.errors import FairkiError


def check(root: Path, console: Console) -> list[str]:
    """German complaints about the course in ``root``; an empty list if all is well.

    Looks at: the manifest and whether all of the course's frame is covered, the form of every notebook, discouraged
    words, self-checks that can be passed without reading, derived files that are out of date, how easy each page is
    to read (this is printed), legal statements that are older than six months (printed as a warning), and runs every
    notebook in a real kernel. At last it prints what is installed, writes the whole
    list of it to a file, and warns of pins that were taken back or are old, as far as an index can be asked.

    Raises:
        BadFileError: if the manifest is damaged, because then nothing else can be checked.
    """
    course = manifest.read(root)
    for warning in old_laws(dt.date.today()):
        console.print(f"[yellow]Hinweis:[/] {warning}")
    found = [*_missing(root, course), *_untidy(root), *wording.complaints(root)]
    if not found:  # with a notebook missing or damaged, there is nothing to measure
        found += [*coverage.complaints(course, root), *guesser.complaints(course)]
        found += _hard_to_read(root, course, console)
    found += [
        f"{stage.title}: nicht aktuell. Bitte neu bauen." for stage in build.STAGES[:2] if stage.stale(root)
    ]
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=30), TimeElapsedColumn())
    paths = list(notebooks.sources(root))
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("Notebooks laufen", total=len(paths))
        with execute.kernel() as kernel:
            for path in paths:
                progress.update(task, description=f"Notebook läuft: {path.name}")
                found += [
                    f"{path.relative_to(root)}: {problem}" for problem in execute.problems(path, kernel)
                ]
                progress.advance(task)
    _installed(root, console)
    for warning in pins.warnings(root):
        console.print(f"[yellow]Hinweis:[/] {escape(warning)}")
    return found


def old_laws(today: dt.date) -> list[str]:
    """A German sentence for each legal statement that nobody has looked at for six months; a warning, no complaint."""
    return [
        f"law.toml: „{law.title}“ hat den Stand {law.as_of:%d.%m.%Y}, älter als sechs Monate. "
        "Sehen Sie nach, ob der Satz noch stimmt, und tragen Sie den neuen Tag ein."
        for laws in reference.laws().values()
        for law in laws
        if law.is_old(today)
    ]


def _installed(root: Path, console: Console) -> None:
    found = installed.libraries()
    console.print(installed.table(found))
    console.print(
        f"Alle Bibliotheken mit Größe und Lizenz stehen in {installed.write(root, found).relative_to(root)}."
    )


def _missing(root: Path, course: manifest.Course) -> list[str]:
    planned = {root / "modules" / f"{m.slug}.ipynb" for m in course.modules}
    planned |= {root / "modules" / OWN_DATA}
    planned |= {root / "solutions" / e.slug / f"{e.slug}.ipynb" for e in course.exercises}
    there = set(notebooks.sources(root))
    return [f"{p.relative_to(root)} steht in course.toml, fehlt aber." for p in sorted(planned - there)] + [
        f"{p.relative_to(root)} steht nicht in course.toml." for p in sorted(there - planned)
    ]


def _untidy(root: Path) -> list[str]:
    found = []
    for path in notebooks.sources(root):
        try:
            tidy = notebooks.dumps(notebooks.normalise(notebooks.load(path)))
        except FairkiError as error:
            found.append(str(error))
            continue
        if path.read_text(encoding="utf-8") != tidy:
            found.append(f"{path.relative_to(root)} ist nicht in seiner festen Form (build_course.py clean).")
    return found


def _hard_to_read(root: Path, course: manifest.Course, console: Console) -> list[str]:
    measured = reading.pages(course, root)
    table = Table("Seite", title="Wie leicht sich die Seiten lesen")
    for name in ("Wörter", "Wörter je Satz", "Lange Wörter", "Flesch (Deutsch)"):
        table.add_column(name, justify="right")
    for page in measured:
        table.add_row(
            page.page,
            speech.number(page.words),
            speech.number(page.per_sentence, 1),
            speech.percent(page.long),
            speech.number(page.ease),
        )
    console.print(table)
    return [
        f"{page.page}: schwer zu lesen (Flesch {speech.number(page.ease)}, nötig sind {reading.EASY_ENOUGH}). "
        "Kürzen Sie Sätze und lange Wörter."
        for page in measured
        if page.ease < reading.EASY_ENOUGH
    ]
