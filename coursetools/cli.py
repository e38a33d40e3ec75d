"""The verbs of ``build_course.py``: thin, each calls one function of the package and speaks German."""

import errno
import gc
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape
from typer.exceptions import TyperException

from coursetools import (
    backup_cli,
    company_cli,
    course_folder,
    exercise_cli,
    german_cli,
    own_company,
    own_packages,
    trainer_tools,
)
from coursetools.backup import NothingThereError, unfinished
from coursetools.grade_command import GradeCommand
from coursetools.workshop import options
from fairki import company, home, speech
from fairki.errors import BadFileError, FairkiError, SetupError

if TYPE_CHECKING:
    from coursetools.grading.intake import HandIn

ROOT = course_folder.where()
CALL = home.COMMAND

MUTANTS = "--mutanten"

german_cli.speak_german()
console = Console(highlight=False)


class Interrupted(FairkiError):
    """Somebody pressed Ctrl-C where there is more to say about it than „Abgebrochen“."""


EXIT_CODES = {Interrupted: 130, options.WrongCallError: 2, NothingThereError: 3}

app = typer.Typer(
    help="FairKI – der Kurs „Fairer und kluger KI-Einsatz“. Ohne Befehl wird alles gebaut, was veraltet ist.",
    cls=german_cli.GermanGroup,
    add_completion=False,
    invoke_without_command=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["--help", "-h"]},
)

app.add_typer(company_cli.app, name=own_company.VERB)
app.add_typer(exercise_cli.app, name="uebung")

Firm = Annotated[
    Path | None,
    typer.Option(
        own_company.OPTION,
        metavar="ORDNER",
        help="Ordner (oder Datei) des eigenen Betriebs; ohne Angabe der Ordner betrieb beim Kurs, wenn es ihn gibt.",
    ),
]
"""Read before the verbs are loaded, by ``own_company.choose``: their words name the company."""


PublicAddress = Annotated[
    str,
    typer.Option(
        options.PUBLIC,
        metavar="URL",
        help="Adresse, die alle eintippen, wenn ein Proxy davorsteht, z. B. https://firma.de/kurs/.",
    ),
]
Trusted = Annotated[
    list[str] | None,
    typer.Option(
        options.TRUSTED,
        metavar="ADRESSE",
        help="Dieser Proxy (IP-Adresse oder Netz) sagt die Wahrheit darüber, woher jemand kommt (mehrfach möglich).",
    ),
]
PagesAtOnce = Annotated[
    int,
    typer.Option(
        options.PAGES,
        metavar="ZAHL",
        min=0,
        envvar="FAIRKI_SEITEN",
        show_envvar=False,
        help="So viele Seiten dürfen zugleich rechnen; ohne Angabe so viele, wie der Arbeitsspeicher trägt.",
    ),
]


LogTo = Annotated[
    str,
    typer.Option(
        "--log",
        metavar="ZIEL",
        envvar="FAIRKI_LOG",
        show_envvar=False,
        help="Wohin Fehler geschrieben werden: eine Datei oder stderr; ohne Angabe .build/serve.log.",
    ),
]
LogForm = Annotated[
    str,
    typer.Option(
        "--log-form",
        metavar="FORM",
        envvar="FAIRKI_LOG_FORM",
        show_envvar=False,
        help="Form des Logs: text oder json.",
    ),
]
LogLevel = Annotated[
    str,
    typer.Option(
        "--log-stufe",
        metavar="STUFE",
        envvar="FAIRKI_LOG_STUFE",
        show_envvar=False,
        help="Was ins Log kommt: fehler, warnung oder info.",
    ),
]
Figures = Annotated[
    str,
    typer.Option(
        "--metriken",
        metavar="ANSCHLUSS",
        envvar="FAIRKI_METRIKEN",
        show_envvar=False,
        help="Zahlen für Prometheus unter /metriken an diesem Anschluss, z. B. 9100 oder 0.0.0.0:9100.",
    ),
]


@app.callback()
def build(context: typer.Context) -> None:
    if home.INSTALLED:
        course_folder.lay_out(ROOT, _say)
    if context.invoked_subcommand is None:
        from coursetools import build

        build.build_all(ROOT, console)
        console.print(f"\nKurs starten: [bold]{CALL} serve[/bold]")


@app.command(
    cls=german_cli.GermanCommand, help="Den Kurs starten: baut, was veraltet ist, und öffnet den Browser."
)
def serve(
    host: Annotated[
        str, typer.Option(metavar="ADRESSE", help="Adresse, auf der der Kurs erreichbar ist.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="NUMMER", help="Anschluss; ist er belegt, wird der nächste genommen.")
    ] = 8866,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", metavar=" ", help="Keinen Browser öffnen.")
    ] = False,
    framed_by: Annotated[
        list[str] | None,
        typer.Option(
            "--einbetten",
            metavar="ADRESSE",
            help="Diese Seite, z. B. ein LMS, darf den Kurs in einem Rahmen zeigen (mehrfach möglich).",
        ),
    ] = None,
    address: PublicAddress = "",
    trusted: Trusted = None,
    log: LogTo = "",
    log_form: LogForm = "text",
    log_level: LogLevel = "warnung",
    figures: Figures = "",
    pages_at_once: PagesAtOnce = 0,
    firm: Firm = None,
) -> None:
    from coursetools import build
    from coursetools.serve import app as server
    from coursetools.serve import logs

    written = logs.Logs.of(log, log_form, log_level)
    build.build_all(ROOT, console)
    own_packages.tell(_say)
    server.run(
        ROOT,
        host=host,
        port=port,
        open_browser=not no_browser,
        say=console.print,
        framed_by=framed_by or (),
        address=address,
        trusted=trusted or (),
        logs=written,
        figures=figures,
        pages_at_once=pages_at_once,
    )


@app.command(
    cls=german_cli.GermanCommand,
    help="Einen Workshop leiten: startet den Kurs im Firmennetz, mit Abstimmungen auf dem Handy.",
)
def workshop(
    context: typer.Context,
    agenda: Annotated[
        str, typer.Option("--ablauf", metavar="NAME", help="Ablauf, mit dem der Workshop beginnt.")
    ] = "45",
    host: Annotated[
        str, typer.Option(metavar="ADRESSE", help="Adresse, auf der der Workshop erreichbar ist.")
    ] = "0.0.0.0",
    port: Annotated[
        int, typer.Option(metavar="NUMMER", help="Anschluss; ist er belegt, wird der nächste genommen.")
    ] = 8866,
    anew: Annotated[
        bool,
        typer.Option(
            "--neu", metavar=" ", help="Einen Workshop, der nicht beendet wurde, löschen und neu beginnen."
        ),
    ] = False,
    database: Annotated[
        str | None,
        typer.Option(
            "--datenbank",
            metavar="ADRESSE",
            envvar="FAIRKI_WORKSHOP",
            show_envvar=False,
            help="Datenbank woanders, z. B. postgresql+psycopg://… (mit Passwort besser in FAIRKI_WORKSHOP).",
        ),
    ] = None,
    rehearsal: Annotated[
        bool,
        typer.Option(
            "--probe",
            metavar=" ",
            help="Allein üben: nur auf diesem Rechner, mit simulierten Teilnehmenden. Nichts davon bleibt.",
        ),
    ] = False,
    people: Annotated[
        int, typer.Option("--teilnehmende", metavar="ZAHL", help="Simulierte Teilnehmende bei --probe.")
    ] = 20,
    seats: Annotated[
        int,
        typer.Option(
            "--plaetze", metavar="ZAHL", help="Nur mit Platzkarten: so viele Plätze mit gedrucktem Code."
        ),
    ] = 0,
    rooms: Annotated[
        int,
        typer.Option(
            "--raeume",
            metavar="ZAHL",
            help="So viele Räume zugleich, jeder mit eigenem Code und eigener Leitung.",
        ),
    ] = 1,
    no_browser: Annotated[
        bool,
        typer.Option(
            "--no-browser", metavar=" ", help="Keinen Browser öffnen; das tut dieser Befehl ohnehin nicht."
        ),
    ] = False,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--probelauf", metavar=" ", help="Vor dem Workshop prüfen, ob Kurs, Netz und Rechner bereit sind."
        ),
    ] = False,
    ways_in: Annotated[
        Path | None,
        typer.Option(
            "--zugang",
            metavar="DATEI",
            envvar="FAIRKI_ZUGANG",
            show_envvar=False,
            help="Als Dienst: Wie man beitritt und leitet, steht dann in dieser Datei und nicht in der Ausgabe.",
        ),
    ] = None,
    address: PublicAddress = "",
    trusted: Trusted = None,
    log: LogTo = "",
    log_form: LogForm = "text",
    log_level: LogLevel = "warnung",
    figures: Figures = "",
    pages_at_once: PagesAtOnce = 0,
    firm: Firm = None,
) -> None:
    options.check(_on_the_command_line(context))
    unfinished.refuse(ROOT)
    from coursetools import build
    from coursetools.serve import logs
    from coursetools.workshop import server

    if dry_run:
        from coursetools.workshop import dry_run as check_up

        raise typer.Exit(0 if check_up.run(ROOT, agenda, host, port, database, _say) else 1)
    written = logs.Logs.of(log, log_form, log_level)
    build.build_all(ROOT, console)
    own_packages.tell(_say)
    if rehearsal:
        from coursetools.workshop import rehearsal as practice

        practice.run(ROOT, agenda, people, port, say=_say)
        return
    server.run(
        ROOT,
        agenda,
        host=host,
        port=port,
        database=database,
        anew=anew,
        seats=seats,
        rooms=rooms,
        say=_say,
        address=address,
        trusted=trusted or (),
        logs=written,
        figures=figures,
        ways_in=ways_in,
        pages_at_once=pages_at_once,
    )


@app.command(
    cls=german_cli.GermanCommand,
    help="Den Kurs ausgeben: als Ordner für jeden Webserver, als Paket für ein LMS oder auf Papier.",
)
def publish(
    folder: Annotated[
        Path | None, typer.Argument(metavar="ORDNER", help="Neuer, leerer oder früher so gemachter Ordner.")
    ] = None,
    scorm_12: Annotated[
        Path | None,
        typer.Option(
            "--scorm12", metavar="DATEI", help="Statt eines Ordners ein Paket für ein LMS: SCORM 1.2."
        ),
    ] = None,
    scorm_2004: Annotated[
        Path | None, typer.Option("--scorm2004", metavar="DATEI", help="Ein Paket: SCORM 2004.")
    ] = None,
    cmi5: Annotated[Path | None, typer.Option("--cmi5", metavar="DATEI", help="Ein Paket: cmi5.")] = None,
    module: Annotated[
        str, typer.Option("--modul", metavar="NUMMER", help="Nur dieses Modul ins Paket, z. B. 1.")
    ] = "",
    each: Annotated[
        bool, typer.Option("--je-modul", metavar=" ", help="Im LMS steht jedes Modul als eigener Eintrag.")
    ] = False,
    source: Annotated[
        Path | None,
        typer.Option("--quelle", metavar="ORDNER", help="Ohne Netz: Ordner mit den geladenen Bausteinen."),
    ] = None,
    paper: Annotated[
        bool,
        typer.Option("--druck", metavar=" ", help="Für Papier: in den Ordner je Modul eine PDF-Datei."),
    ] = False,
    address: Annotated[
        str,
        typer.Option(
            "--adresse",
            metavar="URL",
            help="Wo der Kurs liegen wird: Mit --druck führen QR-Codes dorthin, mit --cmi5 das Paket.",
        ),
    ] = "",
    notebooks: Annotated[
        bool,
        typer.Option(
            "--notebooks", metavar=" ", help="In den Ordner auch die Übungen als Notebooks (17 MB mehr)."
        ),
    ] = False,
    firm: Firm = None,
) -> None:
    from coursetools import build
    from coursetools.publish import command
    from coursetools.publish import options as publishing

    files = {"--scorm12": scorm_12, "--scorm2004": scorm_2004, "--cmi5": cmi5}
    chosen = {option: file for option, file in files.items() if file}
    wish = publishing.Wish(folder, chosen, module, each, address, source, paper, notebooks)
    publishing.check(wish)
    build.build_all(ROOT, console)
    own_packages.tell(_say)
    command.run(ROOT, wish, _say)


@app.command(
    cls=german_cli.GermanCommand,
    help="Ein Archiv für einen Rechner ohne Internet machen: der Kurs mit allen Bibliotheken, Stückliste und Lizenzen.",
)
def paket(
    place: Annotated[
        str, typer.Argument(metavar="ZIEL", help="Ordner oder Zip-Datei; ohne Angabe hier in den Ordner.")
    ] = "",
    system: Annotated[
        str,
        typer.Option(
            "--system", metavar="SYSTEM", help="linux, macos oder windows; ohne Angabe wie dieser Rechner."
        ),
    ] = "",
    machine: Annotated[
        str, typer.Option("--prozessor", metavar="ART", help="x86_64 oder arm64; ohne Angabe der übliche.")
    ] = "",
    python: Annotated[
        str, typer.Option("--python", metavar="FASSUNG", help="3.11 bis 3.14; ohne Angabe wie hier.")
    ] = "",
    source: Annotated[
        Path | None,
        typer.Option(
            "--quelle", metavar="ORDNER", help="Bausteine der Ausgabe ohne Server, wie bei publish."
        ),
    ] = None,
    slim: Annotated[
        bool,
        typer.Option(
            "--ohne-ausgabe", metavar=" ", help="Die Ausgabe für Webserver weglassen (spart 30 MB)."
        ),
    ] = False,
    firm: Firm = None,
) -> None:
    from coursetools import build
    from coursetools.paket import command

    def edition(folder: Path) -> None:
        from coursetools.publish import command as publishing
        from coursetools.publish.options import Wish

        publishing.run(ROOT, Wish(folder, {}, source=source), lambda line: None)

    wish = command.Wish(place, system, machine, python, None if slim else edition)
    command.target(wish)  # before anything takes long
    build.build_all(ROOT, console)
    command.run(ROOT, wish, _say)


def _on_the_command_line(context: typer.Context) -> set[str]:
    """The options that somebody typed, such as ``{"--probe"}``; not those that stand in the environment."""
    sources = {
        parameter.opts[0]: context.get_parameter_source(parameter.name)
        for parameter in context.command.params
    }
    return {
        option for option, source in sources.items() if source is not None and source.name == "COMMANDLINE"
    }


def _say(line: str) -> None:
    console.print(line, markup=False, soft_wrap=True)


@app.command(
    cls=german_cli.GermanCommand,
    help="Prüfen, ob Notebooks sauber, Texte in Ordnung und abgeleitete Dateien aktuell sind.",
)
def check() -> None:
    from coursetools import check as checking

    complaints = checking.check(ROOT, console)
    for complaint in complaints:
        console.print(f"[red]✗[/red] {complaint}")
    if complaints:
        raise FairkiError(
            f"Die Prüfung fand {speech.count_of(len(complaints), 'Stelle', 'Stellen')}.",
            f"Bitte berichtigen Sie sie. Vieles erledigt: {CALL} clean und danach {CALL}",
        )
    console.print("[green]✓[/green] Alles in Ordnung.")


@app.command(
    cls=german_cli.GermanCommand, help="Notebooks in ihre feste Form bringen und Gebautes (.build) entfernen."
)
def clean() -> None:
    from coursetools import build

    changed = build.clean(ROOT)
    for path in changed:
        console.print(f"in Form gebracht: {path.relative_to(ROOT)}")
    console.print("[green]✓[/green] Aufgeräumt.")


@app.command(
    cls=german_cli.GermanCommand,
    help="Die Übungen für die Ausgabe neu bauen (solutions → exercises). Vorher läuft von jeder eine Probe.",
)
def release(firm: Firm = None) -> None:
    from coursetools import own_exercises
    from coursetools import release as releasing

    with console.status("Übungen werden gebaut und geprobt …"):
        if own := company.own_exercises():
            own_exercises.build(ROOT)  # first: whoever wrote them waits for them
        releasing.release(ROOT)
    console.print("[green]✓[/green] Die Übungen liegen in exercises/.")
    if own:
        names = ", ".join(one.slug for one in own)
        console.print(f"[green]✓[/green] Eigene Übungen bestehen die Probe: {escape(names)}.")


@app.command(cls=german_cli.GermanCommand, help="Datentabellen und Datenblätter neu erzeugen.")
def data() -> None:
    from coursetools import data as tables

    with console.status("Daten werden erzeugt …"):
        tables.write(ROOT)
    console.print("[green]✓[/green] Die Tabellen liegen in data/.")


@app.command(
    cls=german_cli.GermanCommand, help="Die gezeichneten Menschen des Kurses neu zeichnen (braucht Node)."
)
def cast() -> None:
    from coursetools import cast as drawings

    drawings.write(ROOT, _say)
    console.print("[green]✓[/green] Die Zeichnungen liegen in fairki/company/drawings/.")


@app.command(
    cls=GradeCommand,
    help="Abgaben bewerten: sicher, schnell und mit Rückmeldung. Unterbrechen ist jederzeit möglich. Statt einer"
    " QUELLE geht auch ein Wort: liste, noch-einmal [PERSON], ersetzen QUELLE, loeschen PERSON, archiv DATEI.",
)
def grade(
    source: Annotated[
        Path | None,
        typer.Argument(metavar="QUELLE", help="Ordner, Zip-Datei oder Notebook; ohne Angabe geht es weiter."),
    ] = None,
    from_exchange: Annotated[
        bool,
        typer.Option(
            "--aus-exchange",
            metavar=" ",
            help="Abgaben aus dem Austausch von nbgrader holen, auf einem JupyterHub (statt QUELLE).",
        ),
    ] = False,
    manual: Annotated[
        bool,
        typer.Option(
            "--manuell", metavar=" ", help="Freie Antworten im Formgrader von nbgrader bewerten (englisch)."
        ),
    ] = False,
    marking: Annotated[
        bool,
        typer.Option(
            "--bewerten",
            metavar=" ",
            help="Freie Antworten auf einer deutschen Seite bewerten: alle zu einer Frage nebeneinander.",
        ),
    ] = False,
    no_browser: Annotated[
        bool,
        typer.Option(
            "--no-browser", metavar=" ", help="Bei --bewerten und --manuell: keinen Browser öffnen."
        ),
    ] = False,
    second: Annotated[
        Path | None,
        typer.Option(
            "--zweitmeinung",
            metavar="DATEI",
            help="Bei --bewerten: die Datei bewerten, um die jemand Sie als zweite Person bat.",
        ),
    ] = None,
    replace: Annotated[
        bool,
        typer.Option(
            "--ersetzen",
            metavar=" ",
            help="Neue Abgaben gelten statt früherer derselben Person.",
        ),
    ] = False,
    again: Annotated[
        bool,
        typer.Option(
            "--neu-bewerten", metavar=" ", help="Alles noch einmal bewerten; Punkte von Hand bleiben."
        ),
    ] = False,
    person: Annotated[
        str | None,
        typer.Option(
            "--person", metavar="PERSON", help="Bei --neu-bewerten: nur diese Person (Name oder Kürzel)."
        ),
    ] = None,
    exercise: Annotated[
        str | None,
        typer.Option("--uebung", metavar="ÜBUNG", help="Bei --neu-bewerten: nur diese Übung, z. B. werte."),
    ] = None,
    remove: Annotated[
        str | None,
        typer.Option(
            "--loeschen",
            metavar="PERSON",
            help="Alles löschen, was zu einer Person gehört (Name oder Kürzel; fragt nach).",
        ),
    ] = None,
    give_back: Annotated[
        bool,
        typer.Option(
            "--rueckgabe",
            metavar=" ",
            help="Rückmeldungen so packen, wie die Abgaben kamen (Moodle, ILIAS, Ordner …).",
        ),
    ] = False,
    show: Annotated[
        bool, typer.Option("--liste", metavar=" ", help="Alle Abgaben zeigen, je eine Zeile; ändert nichts.")
    ] = False,
    put_away: Annotated[
        Path | None,
        typer.Option(
            "--archiv",
            metavar="DATEI",
            help="Alles Bewertete in eine Zip-Datei packen, unter Kürzeln und ohne die Zuordnung.",
        ),
    ] = None,
    forget: Annotated[
        bool, typer.Option("--pseudonyme-loeschen", metavar=" ", help="Vergessen, wessen Abgabe welche ist.")
    ] = False,
    unprotected: Annotated[
        bool,
        typer.Option("--ohne-sandbox", metavar=" ", help="Fremden Code ungeschützt ausführen (fragt nach)."),
    ] = False,
    yes: Annotated[
        bool,
        typer.Option(
            "--ja",
            metavar=" ",
            help="Nicht nachfragen: bei --loeschen, und falls bubblewrap fehlt (Debian, Ubuntu).",
        ),
    ] = False,
    supplies: Annotated[
        Path | None,
        typer.Option(
            "--quelle",
            metavar="ORDNER",
            help="Ohne Linux und ohne Netz: Ordner mit den geladenen Bausteinen.",
        ),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADRESSE", help="Auf einem Dask-Cluster bewerten, z. B. tcp://rechner:8786."),
    ] = None,
    gradebook: Annotated[
        str | None,
        typer.Option(
            metavar="ADRESSE",
            envvar="FAIRKI_GRADEBOOK",
            show_envvar=False,
            help="Notendatei woanders, z. B. postgresql+psycopg://… (mit Passwort besser in FAIRKI_GRADEBOOK).",
        ),
    ] = None,
    firm: Firm = None,
) -> None:
    if second is not None and not marking:
        raise options.WrongCallError(
            "--zweitmeinung gibt es nur zusammen mit --bewerten.", "Ergänzen Sie --bewerten."
        )
    if marking and (source or manual or replace or again or forget or give_back or remove is not None):
        raise options.WrongCallError("--bewerten steht allein.", "Lassen Sie die anderen Angaben weg.")
    if remove is not None and (source or manual or replace or again or forget or give_back):
        raise options.WrongCallError("--loeschen steht allein.", "Lassen Sie die anderen Angaben weg.")
    if (show or put_away) and (
        source or manual or marking or replace or again or forget or give_back or remove is not None
    ):
        raise options.WrongCallError(
            "--liste und --archiv stehen allein.", "Lassen Sie die anderen Angaben weg."
        )
    if no_browser and not (marking or manual):
        raise options.WrongCallError(
            "--no-browser gibt es nur zusammen mit --bewerten oder --manuell.", "Lassen Sie --no-browser weg."
        )
    if from_exchange and (source or manual or marking or forget or show or put_away or remove is not None):
        raise options.WrongCallError(
            "--aus-exchange steht statt einer Quelle.",
            "Dazu passen --ersetzen, --rueckgabe und --neu-bewerten. Lassen Sie die anderen Angaben weg.",
        )
    if (person or exercise) and not again:
        raise options.WrongCallError(
            "--person und --uebung gibt es nur zusammen mit --neu-bewerten.", "Ergänzen Sie --neu-bewerten."
        )
    if give_back and (manual or forget):
        raise options.WrongCallError(
            "--rueckgabe packt, was bewertet ist.", "Lassen Sie --manuell und --pseudonyme-loeschen weg."
        )
    trainer_tools.require()
    unfinished.refuse(ROOT)
    if not (forget or manual or marking or show or put_away or remove is not None):
        if unprotected:
            _confirm_without_sandbox()
        if scheduler is None:
            from coursetools.grading import sandbox

            if not unprotected:
                sandbox.offer(console.input, _say, yes)
                sandbox.provide(supplies, _say)
            sandbox.begin(not unprotected)  # it loads its libraries while this process loads nbgrader
    gc.disable()  # it would look through all that is loaded again and again
    from coursetools.grading import deletion
    from coursetools.grading import grade as grading

    gc.freeze()
    gc.enable()
    if finished := deletion.finish(ROOT, gradebook):
        _say(f"Eine Löschung war unterbrochen. Jetzt ist sie fertig: {finished}.")
    if remove is not None:
        if finished is None or remove not in (finished.name, finished.pseudonym):
            _delete(remove, gradebook, yes)
    elif forget:
        from coursetools.grading import pseudonyms

        there = pseudonyms.delete(ROOT / grading.FOLDER)
        console.print("[green]✓[/green] Gelöscht." if there else "Es gab keine Zuordnung.")
    elif show:
        grading.listed(ROOT, console, gradebook)
    elif put_away:
        from coursetools.grading import archive

        number = archive.write(ROOT, put_away, gradebook)
        console.print(
            f"[green]✓[/green] {speech.count_of(number, 'Abgabe', 'Abgaben')} im Archiv: {escape(str(put_away))}"
        )
        _say("Wer hinter einem Kürzel steckt, steht nicht darin. Es kann in Antworten stehen.")
    elif manual:
        from coursetools.grading import manual as by_hand

        by_hand.run(ROOT, console, url=gradebook, open_browser=not no_browser)
    elif marking:
        from coursetools.grading.marking import server

        server.run(ROOT, console, url=gradebook, file=second, open_browser=not no_browser)
    else:
        from coursetools.grading.exchange import Exchange
        from coursetools.grading.intake import SUBMITTED

        _build_own_exercises()
        try:
            with _executor(scheduler) as executor:
                grading.grade(
                    ROOT,
                    Exchange(ROOT, ROOT / grading.FOLDER / SUBMITTED) if from_exchange else source,
                    console,
                    sandbox=not unprotected,
                    executor=executor,
                    url=gradebook,
                    replace=replace,
                    again=_chosen(person, exercise) if again else None,
                    give_back=give_back,
                )
        except KeyboardInterrupt:
            raise Interrupted(
                "Abgebrochen. Was bewertet ist, bleibt.",
                "Weiter geht es mit demselben Befehl: Er bewertet nur, was noch fehlt.",
            ) from None


def _build_own_exercises() -> None:
    """Bring the company's own exercises up to date; one that is broken keeps nobody else from their points."""
    from coursetools import own_exercises

    if own_exercises.stale(ROOT):
        try:
            with console.status("Eigene Übungen werden gebaut und geprobt …"):
                own_exercises.build(ROOT)
        except BadFileError as error:
            _say(f"! {error}")


def _chosen(named: str | None, slug: str | None) -> "Callable[[HandIn], bool]":
    """Which hand-ins are graded again: everybody's, or those of one person or for one exercise."""
    from coursetools import own_exercises
    from coursetools.grading import grade as grading
    from coursetools.grading import person as people

    if slug and slug not in own_exercises.slugs(ROOT):
        listed = ", ".join(own_exercises.slugs(ROOT))
        raise FairkiError(f"Die Übung „{slug}“ gibt es hier nicht.", f"Übungen sind: {listed}.")
    pseudonym = people.find(ROOT / grading.FOLDER, named).pseudonym if named else None
    return lambda one: pseudonym in (None, one.pseudonym) and slug in (None, one.slug)


def _delete(named: str, gradebook: str | None, yes: bool) -> None:
    from coursetools.grading import deletion

    person = deletion.meant(ROOT, named, gradebook)
    if person is None:
        _say(f"Zu „{named}“ ist hier nichts da. Es gibt nichts zu löschen. Prüfen Sie auch die Schreibweise.")
        return
    if not yes:
        _say(f"Gelöscht wird alles zu {person}: Abgaben, Punkte, Kommentare, Rückmeldungen und der Name.")
        answer = typer.prompt(
            "Das lässt sich nicht zurücknehmen. Löschen? [j/N]", default="n", show_default=False
        )
        if answer.strip().lower() not in ("j", "ja"):
            raise FairkiError("Abgebrochen.", "Es wurde nichts gelöscht.")
    try:
        left = deletion.delete(ROOT, person, gradebook)
    except KeyboardInterrupt:
        raise Interrupted("Die Löschung ist nicht fertig.", f"Weiter geht es mit: {CALL} grade") from None
    console.print("[green]✓[/green] Gelöscht. Gibt die Person noch einmal ab, gilt sie als neue Person.")
    for path in left:
        _say(f"! Das Kürzel oder der Name steht noch in {path}. Bitte sehen Sie selbst nach.")
    _say(
        "Nicht in der Hand des Kurses: Ihr Download mit den Abgaben, verteilte Rückmeldungen, Archive, Dateien für eine"
        " Zweitmeinung, Sicherungskopien."
    )


def _confirm_without_sandbox() -> None:
    console.print(
        "[bold red]Achtung:[/bold red] Ohne Sandkasten läuft der Code aus fremden Abgaben mit Ihren Rechten. Er kann "
        "Ihre Dateien lesen, ändern und ins Netz schicken. Tun Sie das nur mit Abgaben, denen Sie vertrauen."
    )
    if (
        typer.prompt("Zum Fortfahren tippen Sie: ungeschützt", default="", show_default=False)
        != "ungeschützt"
    ):
        raise FairkiError("Abgebrochen.", "Es wurde nichts ausgeführt.")


@contextmanager
def _executor(scheduler: str | None) -> Iterator[Executor | None]:
    if scheduler is None:
        yield None
        return
    try:
        from distributed import Client

        client = Client(scheduler, timeout=5)  # type: ignore[no-untyped-call]  # distributed has no types there
    except ImportError:
        raise SetupError(
            "Dask fehlt.", "Installieren Sie es mit: uv sync --extra trainer --extra cluster"
        ) from None
    except (OSError, ValueError) as error:
        raise SetupError(
            f"Unter {scheduler} antwortet kein Dask-Scheduler.", "Prüfen Sie Adresse, Netz und Firewall."
        ) from error
    with client, client.get_executor(pure=False) as executor:  # type: ignore[no-untyped-call]  # as above
        yield executor


@app.command(
    cls=german_cli.GermanCommand,
    help="Alle Tests ausführen. Weitere Angaben gehen an pytest. Mit --mutanten [DATEI] [--minuten 30] prüft der"
    " Befehl die Tests selbst: Bemerken sie kleine Fehler im Code?",
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
)
def test(context: typer.Context) -> None:
    if MUTANTS in context.args:
        from coursetools import mutants

        arguments = [one for one in context.args if one != MUTANTS]
        raise typer.Exit(mutants.run(ROOT, arguments, console))
    from coursetools import testing

    raise typer.Exit(testing.run(ROOT, context.args, console))


backup_cli.register(app)


@app.command(cls=german_cli.GermanCommand, help="Die Fassung des Kurses nennen.")
def version() -> None:
    from fairki import manifest

    _say(f"FairKI {manifest.read(ROOT).version}")


def main() -> None:
    """Run the verb named on the command line; every failure ends in a German sentence and an exit code."""
    try:
        code = app(prog_name=CALL, standalone_mode=False)
    except TyperException as error:
        fail(german_cli.explain(error), f"Hilfe zeigt: {CALL} --help", code=2)
    except FairkiError as error:
        fail(error.happened, error.remedy, code=EXIT_CODES.get(type(error), 1))
    except (KeyboardInterrupt, typer.Abort):
        fail("Abgebrochen.", "Es wurde nichts halb geschrieben. Sie können jederzeit neu starten.", code=130)
    except OSError as error:
        if error.errno == errno.EROFS:
            fail(
                f"Hier lässt sich nichts schreiben: {error.filename}.",
                "Der Kurs baut Seiten in seinem Ordner. Geben Sie ihm dort Schreibrechte, oder bauen Sie ihn"
                " vorher fertig (docs/installieren.md).",
            )
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise
        fail(
            "Auf dem Datenträger ist kein Platz mehr.",
            "Schaffen Sie Platz und starten Sie noch einmal. Es wurde nichts halb geschrieben.",
        )
    sys.exit(code or 0)


def fail(happened: str, remedy: str, code: int = 1) -> None:
    """Say what happened and what to do now on stderr, and end with ``code``."""
    Console(stderr=True, highlight=False).print(
        f"[bold red]Fehler:[/bold red] {escape(happened)}\n{escape(remedy)}"
    )
    sys.exit(code)
