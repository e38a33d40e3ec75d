"""``build_course.py grade``: from a pile of files to points, feedback and an overview; can be stopped at any time.

Results go into the gradebook one by one. What is recorded there for the same file and the same version of the
exercise is not graded again, so a run that was interrupted goes on where it stopped.
"""

import dataclasses
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from coursetools import own_exercises
from coursetools.files import write_atomically
from coursetools.grading import (
    exchange,
    feedback,
    listing,
    log,
    origins,
    places,
    report,
    returning,
    sheet,
    verbs,
    versions,
)
from coursetools.grading.arrivals import NO_NOTEBOOK
from coursetools.grading.de import exchange as de_exchange
from coursetools.grading.de import overview as de
from coursetools.grading.exchange import Exchange
from coursetools.grading.gradebook import Gradebook, Record
from coursetools.grading.intake import SUBMITTED, HandIn, Intake, digests, origins_in, take_in, taken_in
from coursetools.grading.job import Assignment, Job, Result
from coursetools.grading.origins import FEEDBACK
from coursetools.grading.pages import in_points
from coursetools.grading.person import AUTOGRADED
from coursetools.grading.runner import Runner
from coursetools.grading.sandbox import wall
from fairki import home, manifest, speech
from fairki.errors import BadFileError, SetupError

FOLDER, LOCK = places.FOLDER, places.LOCK
Piles = Sequence[tuple[Assignment, Sequence[Record]]]
"""The graded hand-ins of each exercise that has some."""
MOST_PLACES = 4
"""Hand-ins that an error names."""
MOST_ROWS = 40
"""Hand-ins that the console lists one by one; the overview lists all."""
OVERVIEW, EXCEL, COMPLETION = "uebersicht.html", "punkte.xlsx", "abgegeben.csv"


def grade(
    root: Path,
    source: Path | Exchange | None,
    console: Console,
    sandbox: bool = True,
    executor: Executor | None = None,
    url: str | None = None,
    replace: bool = False,
    again: Callable[[HandIn], bool] | None = None,
    give_back: bool = False,
) -> None:
    """Take in the hand-ins in ``source``, grade what is new, and write feedback and overview.

    Args:
        root: the course's folder; everything is written to ``bewertung`` in it, points to the gradebook.
        source: a folder, a zip, a notebook, or nbgrader's exchange; None: go on with what was taken in before.
        console: where progress and a summary are shown.
        sandbox: see ``Runner``.
        executor: where hand-ins run; None: here.
        url: the gradebook's address; None: the course's own file.
        replace: whether a new hand-in takes the place of an earlier one of the same person.
        again: which hand-ins are graded once more though nothing has changed.
        give_back: whether feedback is packed as the hand-ins came (see ``returning``).

    Raises:
        BadFileError: there is nothing to grade (again); or, after all others were graded, an exercise is broken.
        SandboxMissingError: this machine cannot isolate hand-ins.
        SetupError: the gradebook cannot be opened, or another run is under way.
    """
    root = Path(root).resolve()
    with alone(root):
        _grade(root, source, console, sandbox, executor, url, replace, again, give_back)


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Let nobody else grade in this course meanwhile; a run that was killed bars nobody."""
    with places.alone(
        root,
        "Hier läuft schon eine Bewertung.",
        "Warten Sie, bis sie fertig ist, oder brechen Sie sie mit Strg+C ab. Danach geht es hier weiter.",
    ):
        yield


def _grade(
    root: Path,
    source: Path | Exchange | None,
    console: Console,
    sandbox: bool,
    executor: Executor | None,
    url: str | None,
    replace: bool,
    again: Callable[[HandIn], bool] | None,
    give_back: bool,
) -> None:
    folder = root / FOLDER
    drop_half_written(folder)
    assignments, broken = exercises(root)
    found = None
    if source is not None:
        found = take_in(source, manifest.read(root), folder, replace)
        if replace:
            log.note(folder, verbs.REPLACE, len(found.accepted))
        if isinstance(source, Path):
            origins.remember(folder, source)
        else:
            keep_from_others(folder)
    if not isinstance(source, Exchange) and exchange.collected(folder / SUBMITTED):
        console.print(de_exchange.COLLECTED)
    all_of_them = list(taken_in(folder))
    for slug in sorted({one.slug for one in all_of_them} - assignments.keys() - broken.keys()):
        broken[slug] = BadFileError(
            f"Die Übung „{slug}“ fehlt im Kursordner. Ihre Abgaben warten.",
            f"Holen Sie solutions/{slug} und exercises/{slug} aus Ihrer Kopie des Kurses zurück.",
        )
    hand_ins = [one for one in all_of_them if one.slug in assignments]
    walls = ""
    if source is None and not all_of_them:
        raise BadFileError(
            "Es ist noch keine Abgabe da.",
            f"Nennen Sie einen Ordner, eine Zip-Datei oder ein Notebook: {home.COMMAND} grade ORDNER",
        )
    with Gradebook(root, url) as book:
        if again is not None:
            wanted = [(one.pseudonym, one.slug) for one in hand_ins if again(one)]
            if not wanted:
                name_broken(broken, "Danach rufen Sie denselben Befehl noch einmal auf.")
                raise BadFileError(
                    "Dazu liegt keine Abgabe vor.", "Prüfen Sie die Angaben bei --person und --uebung."
                )
            book.grade_again(wanted)
            log.note(folder, verbs.AGAIN, len(wanted))
        keys = book.keys()
        todo = [one for one in hand_ins if not _done(one, assignments[one.slug], keys, folder)]
        # What was made ready for an exercise is used before it makes room for that of the next one.
        todo.sort(key=lambda one: one.slug)
        needed = [assignments[slug] for slug in sorted({one.slug for one in todo})]
        if needed:
            if sandbox and executor is None:
                walls = wall()
                console.print(f"Jede Abgabe läuft abgeschottet ({walls}).")
            seed = book.seed()
            seeded = [dataclasses.replace(assignment, seed=seed) for assignment in needed]
            with Runner(seeded, executor, sandbox=sandbox) as runner:  # it warms up meanwhile
                for assignment in needed:
                    try:
                        book.prepare(assignment)
                    except BadFileError as error:
                        runner.broken[assignment.slug] = error
                _run(runner, todo, assignments, book, folder, console)
            broken |= runner.broken
        piles = write_reports(book, assignments, folder, found, broken, walls)
        _nobody_is_lost([one for one in hand_ins if one.slug not in broken], book)
    _show(piles, folder, console)
    if found:
        _account(found, console)
    console.print(f"Übersicht: {folder / OVERVIEW}\nRückmeldungen: {folder / FEEDBACK}")
    if give_back:
        for line in _given_back(root, folder, piles, found, source):
            console.print(escape(line))
    name_broken(broken, "Danach rufen Sie denselben Befehl noch einmal auf: Er bewertet nur, was fehlt.")


def _given_back(
    root: Path, folder: Path, piles: Piles, found: Intake | None, source: Path | Exchange | None
) -> list[str]:
    """Let feedback go back the way the hand-ins came; what the trainer is told, in German."""
    ways = {
        (one.pseudonym, one.slug): origins.way_to_exchange(folder / FEEDBACK, one.pseudonym, one.slug)
        for _, records in piles
        for one in records
    }
    slugs = sorted(slug for (_, slug), way in ways.items() if way)
    others = [
        (one, [record for record in records if not ways[record.pseudonym, record.slug]])
        for one, records in piles
    ]
    said = []
    if not slugs or any(records for _, records in others):
        said += returning.write(folder, others, _where_they_lay(root, folder, found, source))
    if slugs:
        exchange.release(root, dict.fromkeys(slugs))
        said.append(de_exchange.released(len(slugs)))
    return said


def _where_they_lay(
    root: Path, folder: Path, found: Intake | None, source: Path | Exchange | None
) -> dict[tuple[str, str], origins.Origin]:
    """Where hand-ins lay, by person and exercise; all sources are looked at again that are still there, but the one
    that was just taken in."""
    lay: dict[HandIn, origins.Origin] = {}
    course, named = manifest.read(root), source.resolve() if isinstance(source, Path) else None
    for known in origins.sources(folder):
        if known != named:
            with suppress(BadFileError):  # it is there no more: of its hand-ins the trainer is told
                lay |= origins_in(known, course, folder)
    lay |= found.origins if found else {}
    return {(hand_in.pseudonym, hand_in.slug): origin for hand_in, origin in lay.items()}


def exercises(root: Path) -> tuple[dict[str, Assignment], dict[str, BadFileError]]:
    """The course's exercises by slug: those that can be graded, and why others cannot."""
    sound: dict[str, Assignment] = {}
    broken: dict[str, BadFileError] = {}
    for slug in own_exercises.slugs(root):
        try:
            assignment = Assignment.load(root, slug)
            sheet.read(assignment)
            sound[slug] = assignment
        except BadFileError as error:
            broken[slug] = error
    return sound, broken


def name_broken(broken: Mapping[str, BadFileError], then: str) -> None:
    """Say which exercises were left out and why, once everything else is done.

    Raises:
        BadFileError: if there is one.
    """
    if broken:
        names = ", ".join(f"„{slug}“" for slug in sorted(broken))
        reasons = "\n".join(str(broken[slug]) for slug in sorted(broken))
        raise BadFileError(
            f"Nicht bewertet: {names}. Niemand bekommt dort deshalb 0 Punkte.\n{reasons}",
            f"Alle anderen Übungen sind fertig. {then}",
        )


def keep_from_others(folder: Path) -> None:
    """Where others have accounts on this machine, they look at nothing in the grading folder ``folder``."""
    folder.chmod(stat.S_IMODE(folder.stat().st_mode) & ~stat.S_IRWXO)


def drop_half_written(folder: Path) -> None:
    """Remove what a killed run left half-written in the grading folder, see ``write_atomically``."""
    for leftover in folder.rglob(".*.????????"):
        leftover.unlink()


def _nobody_is_lost(hand_ins: list[HandIn], book: Gradebook) -> None:
    """Every hand-in that lies here has its points now."""
    keys = book.keys()
    if lost := [one for one in hand_ins if (one.pseudonym, one.slug) not in keys]:
        names = ", ".join(f"{one.pseudonym}/{one.slug}" for one in lost[:MOST_PLACES])
        raise SetupError(
            f"{len(lost)} Abgabe(n) liegen hier ohne Ergebnis: {names}.",
            "Rufen Sie den Befehl noch einmal auf. Bleibt der Fehler, melden Sie ihn bitte.",
        )


def _account(found: Intake, console: Console) -> None:
    """Say what became of every file, and who was recognised by what."""
    listed = sorted(found.rejected, key=lambda one: (one.happened, one.remedy) == NO_NOTEBOOK)
    for one in listed[:MOST_ROWS]:
        console.print(f"[red]✗[/red] {escape(one.name)}: {escape(one.happened)} {escape(one.remedy)}")
    if len(listed) > MOST_ROWS:
        console.print(f"… und {speech.number(len(listed) - MOST_ROWS)} weitere Dateien, siehe Übersicht.")
    for question in found.questions[:MOST_ROWS]:
        console.print(f"[yellow]?[/yellow] {escape(question)}")
    if len(found.questions) > MOST_ROWS:
        console.print(
            f"… und {speech.number(len(found.questions) - MOST_ROWS)} weitere Fragen, siehe Übersicht."
        )
    ways = ", ".join(f"{by} {speech.number(number)}" for by, number in sorted(found.recognised.items()))
    console.print(
        f"{speech.count_of(found.files, 'Datei', 'Dateien')}: {speech.number(len(found.accepted))} angenommen,"
        f" {speech.number(len(found.rejected))} nicht." + (f" Personen erkannt an: {ways}." if ways else "")
    )
    if found.skipped:
        names = sorted(set(found.skipped))
        some = ", ".join(names[:MOST_PLACES]) + (" …" if len(names) > MOST_PLACES else "")
        number = speech.count_of(len(found.skipped), "Datei", "Dateien")
        console.print(f"Übergangen: {number} des Systems oder des Kurses ({escape(some)}).")


def write_reports(
    book: Gradebook,
    assignments: dict[str, Assignment],
    folder: Path,
    found: Intake | None = None,
    broken: Mapping[str, BadFileError] = MappingProxyType({}),
    walls: str = "",
) -> list[tuple[Assignment, list[Record]]]:
    """Write every feedback page, the overview and the tables anew, with what people have decided meanwhile."""
    piles = [(one, records) for one in assignments.values() if (records := list(book.records(one)))]
    for assignment, records in piles:
        for record in records:
            _write_feedback(assignment, record, folder)
        write_atomically(folder / f"punkte_{assignment.slug}.csv", report.spreadsheet(assignment, records))
    for slug in assignments.keys() - {assignment.slug for assignment, _ in piles}:
        (folder / f"punkte_{slug}.csv").unlink(missing_ok=True)  # the last one was deleted
    if not piles:
        (folder / EXCEL).unlink(missing_ok=True)
        (folder / COMPLETION).unlink(missing_ok=True)
    else:
        write_atomically(folder / EXCEL, report.workbook(piles))
        counts = [(feedback.title(assignment), len(records)) for assignment, records in piles]
        write_atomically(folder / COMPLETION, report.completion(counts))
    shown, waiting = _looked_at(piles, folder)
    rejected, questions = (found.rejected, found.questions) if found else ((), ())
    said = [*(f"Nicht bewertet: {error}" for _, error in sorted(broken.items())), *questions]
    write_atomically(folder / OVERVIEW, report.overview(shown, rejected, said, walls, waiting))
    return piles


def _looked_at(piles: Piles, folder: Path) -> tuple[list[report.Pile], list[listing.Entry]]:
    """The figures of all hand-ins, and those that wait for being graded."""
    lying = digests(folder)
    seen = versions.of(folder, lying)
    everybody = {pseudonym for pseudonym, _ in lying}
    shown = [report.pile(assignment, records, seen, everybody) for assignment, records in piles]
    graded = {(record.pseudonym, record.slug) for _, records in piles for record in records}
    return shown, [listing.waiting(*one) for one in sorted(lying.keys() - graded)]


def listed(root: Path, console: Console, url: str | None = None) -> None:
    """Show each hand-in in one line, as the overview does; nothing is changed.

    Raises:
        BadFileError: there is none.
        SetupError: the gradebook cannot be opened, or another run is under way.
    """
    root = Path(root).resolve()
    folder = root / FOLDER
    if not digests(folder):
        raise BadFileError(
            "Es ist noch keine Abgabe da.", f"Bewerten Sie zuerst welche: {home.COMMAND} grade ORDNER"
        )
    assignments, _ = exercises(root)
    with alone(root), Gradebook(root, url) as book:
        piles = [(one, records) for one in assignments.values() if (records := list(book.records(one)))]
    shown, waiting = _looked_at(piles, folder)
    table = Table()
    for place, name in enumerate(de.LISTED):
        table.add_column(name, justify="right" if place == de.LISTED.index(de.POINTS) else "left")
    for one in (*waiting, *(entry for pile in shown for entry in pile.entries)):
        points = de.points(in_points(one.reached), in_points(one.most)) if one.state == listing.GRADED else ""
        noticed = de.NOTHING_HANDED_IN if one.state == listing.MISSING else str(len(one.reasons) or "")
        version = de.versions_of(one.versions)[0] if one.state == listing.GRADED else ""
        table.add_row(one.pseudonym, one.exercise, version, points, ", ".join(one.open), noticed)
    console.print(table)


def _done(hand_in: HandIn, assignment: Assignment, keys: dict[tuple[str, str], str], folder: Path) -> bool:
    key = Job(assignment.key, hand_in.path.read_bytes()).key
    return keys.get((hand_in.pseudonym, hand_in.slug)) == key and _autograded(folder, hand_in).exists()


def _run(
    runner: Runner,
    todo: list[HandIn],
    assignments: dict[str, Assignment],
    book: Gradebook,
    folder: Path,
    console: Console,
) -> None:
    waiting: dict[str, list[HandIn]] = {}  # two people may have handed in the same bytes

    def jobs() -> Iterator[Job]:
        for hand_in in todo:
            job = Job(assignments[hand_in.slug].key, hand_in.path.read_bytes())
            waiting.setdefault(job.key, []).append(hand_in)
            if len(waiting[job.key]) == 1:
                yield job

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[latest]}"),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("Abgaben werden bewertet", total=len(todo), latest="")
        for result in runner.map(jobs()):
            for hand_in in waiting.pop(result.key):
                # The notebook first: what the gradebook knows, the formgrader can open.
                write_atomically(_autograded(folder, hand_in), result.notebook)
                book.record(hand_in.pseudonym, hand_in.slug, result)
                progress.update(task, advance=1, latest=f"{hand_in.pseudonym}: {_points(result)}")


def _autograded(folder: Path, hand_in: HandIn) -> Path:
    return folder / AUTOGRADED / hand_in.pseudonym / hand_in.slug / f"{hand_in.slug}.ipynb"


def _write_feedback(assignment: Assignment, record: Record, folder: Path) -> None:
    notebook = _autograded(folder, HandIn(record.pseudonym, record.slug, folder))
    html = feedback.page(assignment, record, notebook.read_bytes() if notebook.exists() else b"")
    path = folder / FEEDBACK / record.pseudonym / f"{record.slug}.html"
    if not path.exists() or path.read_text(encoding="utf-8") != html:
        write_atomically(path, html)
    if way := origins.way_to_exchange(folder / FEEDBACK, record.pseudonym, record.slug):
        write_atomically(way / f"{record.slug}.html", html)


def _points(result: Result) -> str:
    decided = [(grade.score, grade.most) for grade in result.grades if grade.score is not None]
    return (
        f"{speech.number(sum(score for score, _ in decided), 1)} von "
        f"{speech.number(sum(most for _, most in decided))}"
    )


def _show(
    piles: list[tuple[Assignment, list[Record]]],
    folder: Path,
    console: Console,
) -> None:
    for assignment, records in piles:
        head, *rows = report.table(assignment, records)
        table = Table(title=feedback.title(assignment))
        for place, name in enumerate(head[:-1]):
            table.add_column(
                str(name).split(" · ")[0], justify="left" if place == 0 else "right", no_wrap=place == 0
            )
        for row in rows[:MOST_ROWS]:
            table.add_row(*("?" if cell is None else _cell(cell) for cell in row[:-1]))
        console.print(table)
        if len(rows) > MOST_ROWS:
            console.print(f"… und {speech.number(len(rows) - MOST_ROWS)} weitere, siehe Übersicht.")
        looks = report.pile(assignment, records).looks
        for look in looks[:MOST_ROWS]:
            console.print(f"[yellow]![/yellow] {look.pseudonym}: {escape(' '.join(look.reasons))}")
    if any(mark.score is None for _, records in piles for record in records for mark in record.marks):
        console.print(f"Ein ? heißt: Diese Antwort bewertet ein Mensch: {home.COMMAND} grade --bewerten")


def _cell(value: str | float) -> str:
    return value if isinstance(value, str) else in_points(value)
