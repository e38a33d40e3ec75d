"""The verbs about backups: ``sicherung`` and ``wiederherstellen``."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from coursetools import course_folder, german_cli
from coursetools.backup import de

console = Console(highlight=False)

Rooms = Annotated[
    str | None,
    typer.Option(
        "--datenbank", metavar="ADRESSE", envvar="FAIRKI_WORKSHOP", show_envvar=False, help=de.HELP_ROOMS
    ),
]
Grades = Annotated[
    str | None,
    typer.Option(
        "--gradebook", metavar="ADRESSE", envvar="FAIRKI_GRADEBOOK", show_envvar=False, help=de.HELP_GRADES
    ),
]


def register(app: typer.Typer) -> None:
    """Add both verbs to the course's."""
    app.command("sicherung", cls=german_cli.GermanCommand, help=de.HELP)(back_up)
    app.command("wiederherstellen", cls=german_cli.GermanCommand, help=de.HELP_RESTORE)(restore)


def back_up(
    target: Annotated[Path | None, typer.Argument(metavar="DATEI", help=de.HELP_TARGET)] = None,
    rooms: Rooms = None,
    grades: Grades = None,
) -> None:
    from coursetools.backup import make

    make.back_up(course_folder.where(), target, rooms, grades, _say)


def restore(
    source: Annotated[Path | None, typer.Argument(metavar="DATEI", help=de.HELP_SOURCE)] = None,
    replace: Annotated[bool, typer.Option("--ersetzen", metavar=" ", help=de.HELP_REPLACE)] = False,
    rooms: Rooms = None,
    grades: Grades = None,
) -> None:
    from coursetools.backup import restore as restoring

    restoring.restore(course_folder.where(), source, replace, rooms, grades, _say)


def _say(line: str) -> None:
    console.print(line, markup=False, soft_wrap=True)
