"""The verb about own exercises: ``uebung neu``."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from coursetools import course_folder, german_cli, own_company
from fairki import home

console = Console(highlight=False)

app = typer.Typer(
    help="Eigene Übungen: im Ordner des Betriebs, mit Formular, Prüfungen und Proben.",
    cls=german_cli.GermanGroup,
)


@app.callback()
def exercises() -> None:
    pass  # so that „neu“ stays a verb of its own


@app.command(
    cls=german_cli.GermanCommand,
    help="Eine neue Übung anlegen, fertig zum Ändern: Notebook mit Lösung und Prüfungen, Lösungswege, Proben.",
)
def neu(
    slug: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="Name der Übung für immer, z. B. schichtplan: kleine Buchstaben."
        ),
    ],
    firm: Annotated[
        Path | None,
        typer.Option(
            own_company.OPTION,
            metavar="ORDNER",
            help="Ordner des eigenen Betriebs; sonst „betrieb“ beim Kurs.",
        ),
    ] = None,
) -> None:
    from coursetools.own_exercises import new

    for path in new.new(slug, course_folder.where()):
        console.print(f"  {path}", markup=False, soft_wrap=True)
    console.print(
        "[green]✓[/green] Die Übung ist da. Sie gilt, wie sie ist; ändern Sie, was anders sein soll."
    )
    usual = own_company.usual(course_folder.where())
    named = firm or (usual.relative_to(Path.cwd()) if usual.is_relative_to(Path.cwd()) else usual)
    for what, verb, chosen in (("Proben", "release", named), ("Zeigen", "serve", firm)):
        option = (
            f" {own_company.OPTION} {chosen}" if chosen else ""
        )  # „release“ looks into no folder by itself
        console.print(f"{what}: {home.COMMAND} {verb}{option}", markup=False, soft_wrap=True)
