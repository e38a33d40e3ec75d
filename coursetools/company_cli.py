"""The verbs about the company's own folder: ``betrieb neu``, ``betrieb pruefen`` and ``betrieb bearbeiten``."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from coursetools import course_folder, german_cli, own_company, own_packages
from coursetools.company_editor.de import pages as editor
from fairki import home, speech
from fairki.errors import FairkiError

CALL = home.COMMAND
DONE = "[green]✓[/green]"
console = Console(highlight=False)

app = typer.Typer(
    help="Den Kurs an den eigenen Betrieb anpassen: Namen, Ansprechperson, Regeln, eigene Seiten und Fälle.",
    cls=german_cli.GermanGroup,
)
Folder = Annotated[Path, typer.Argument(metavar="ORDNER", help="Der Ordner des Betriebs.")]


@app.command(cls=german_cli.GermanCommand, help="Einen neuen Ordner anlegen, mit Erklärungen in jeder Datei.")
def neu(folder: Folder) -> None:
    for name in own_company.new(folder):
        _say(f"  {folder / name}")
    console.print(f"{DONE} Der Ordner ist da. Er gilt, wie er ist; ändern Sie, was anders sein soll.")
    _say(f"Bearbeiten: {CALL} {own_company.VERB} bearbeiten {folder}")
    _say(f"Prüfen: {CALL} {own_company.VERB} pruefen {folder}")
    _say(f"Zeigen: {CALL} serve {own_company.OPTION} {folder}")


@app.command(
    cls=german_cli.GermanCommand, help="Den Ordner prüfen: Was passt nicht, wo, und was gehört dorthin?"
)
def pruefen(folder: Folder) -> None:
    complaints = own_company.complaints(folder)
    for complaint in complaints:
        _say(f"✗ {complaint.happened}\n  {complaint.remedy}")
    if complaints:
        raise FairkiError(
            f"Im Ordner des Betriebs passt etwas nicht: {speech.count_of(len(complaints), 'Stelle', 'Stellen')}.",
            "Berichtigen Sie das, und prüfen Sie noch einmal. Bis dahin nimmt der Kurs den Ordner nicht.",
        )
    console.print(f"{DONE} Der Ordner ist in Ordnung.")
    own_packages.tell(_say)


@app.command(cls=german_cli.GermanCommand, help=editor.HELP)
def bearbeiten(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="ORDNER", help="Der Ordner des Betriebs; ohne Angabe der, den der Kurs nähme."
        ),
    ] = None,
    port: Annotated[
        int, typer.Option(metavar="NUMMER", help="Anschluss; ohne Angabe wird ein freier genommen.")
    ] = 0,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", metavar=" ", help="Keinen Browser öffnen.")
    ] = False,
) -> None:
    from coursetools.company_editor import server

    root = course_folder.where()
    server.run(folder or own_company.usual(root), root, port, not no_browser, _say)


def _say(line: str) -> None:
    console.print(line, markup=False, soft_wrap=True)
