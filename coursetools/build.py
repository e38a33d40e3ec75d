"""What is derived from what, and in which order it is built."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from coursetools import data, notebooks, own_exercises, pages, release
from coursetools.files import write_atomically
from fairki import manifest


@dataclass(frozen=True)
class Stage:
    """One kind of derived file: is it out of date, and how is it made anew."""

    title: str
    stale: Callable[[Path], bool]
    make: Callable[[Path], None]


# In this order: exercises read the tables, pages are made from modules and exercises.
STAGES = (
    Stage("Datentabellen", data.stale, data.write),
    Stage("Übungen", release.stale, release.build),
    Stage("Eigene Übungen", own_exercises.stale, own_exercises.build),
    Stage("Seiten", pages.stale, pages.build),
)


def build_all(root: Path, console: Console) -> None:
    """Build whatever is out of date; says so, also if there is nothing to do, or something that cannot be done here.

    Raises:
        FairkiError: if a source file is missing or damaged.
    """
    manifest.read(root)  # a damaged manifest is reported before anything is written
    if edited := release.held_back(root):
        console.print(
            f"[yellow]![/yellow] Geändert, aber nicht ausgegeben: {', '.join(edited)}."
            r' Die Werkzeuge dafür fehlen: pip install "fairki\[trainer]"'
        )
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=30), TimeElapsedColumn())
    stale = [stage for stage in STAGES if stage.stale(root)]
    if not stale:
        console.print("[green]✓[/green] Alles ist aktuell.")
        return
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("Der Kurs wird gebaut", total=len(stale))
        for stage in stale:
            progress.update(task, description=f"Der Kurs wird gebaut: {stage.title}")
            stage.make(root)
            progress.advance(task)
    console.print(f"[green]✓[/green] Gebaut: {', '.join(stage.title for stage in stale)}.")


def clean(root: Path) -> list[Path]:
    """Normalise every source notebook and remove ``.build``. Returns the notebooks that changed."""
    changed = []
    for path in notebooks.sources(root):
        text = notebooks.dumps(notebooks.normalise(notebooks.load(path)))
        if path.read_text(encoding="utf-8") != text:
            write_atomically(path, text)
            changed.append(path)
    shutil.rmtree(root / ".build", ignore_errors=True)
    return changed
