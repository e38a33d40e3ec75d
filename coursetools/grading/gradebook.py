"""nbgrader's gradebook, written by one process: many results in little time, each in one transaction.

The tables are nbgrader's own, so that its commands and its formgrader read what we write. Tables of our own
beside them hold what nbgrader has no room for: which file and which version of an exercise a result belongs to (so
that only what changed is graded again), its German remarks and its incidents, and the seed of hidden inputs.
"""

import contextlib
import json
import os
import secrets
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from alembic.script import ScriptDirectory

from coursetools import nbgrader_steps
from coursetools.grading import places
from coursetools.grading.job import INCIDENTS, Assignment, Incident, Result
from coursetools.nbgrader_parts import api
from coursetools.own_exercises import home_of
from fairki import home, speech
from fairki.errors import BadFileError, SetupError

FILE = places.GRADEBOOK
SECONDS_FOR_READERS = 5
"""How long deleting waits until other programs have read what they are reading."""
URL = "FAIRKI_GRADEBOOK"
"""The environment variable that holds the address of another gradebook; ``nbgrader_config.py`` reads it, too."""

VERSION = 1
"""Of our own tables; those of nbgrader have their own, see ``_versions``."""

_own = sa.MetaData()
_version = sa.Table("fairki_version", _own, sa.Column("version", sa.Integer, primary_key=True))
_versions = sa.Table(
    "alembic_version", sa.MetaData(), sa.Column("version_num", sa.String(32), nullable=False)
)
_exercises = sa.Table(
    "fairki_exercise",
    _own,
    sa.Column("slug", sa.String(128), primary_key=True),
    sa.Column("version", sa.String(64), nullable=False),
)
_results = sa.Table(
    "fairki_result",
    _own,
    sa.Column("pseudonym", sa.String(128), primary_key=True),
    sa.Column("slug", sa.String(128), primary_key=True),
    sa.Column("key", sa.String(64), nullable=False),
    sa.Column("remarks", sa.Text, nullable=False),
    sa.Column("incidents", sa.Text, nullable=False),
    sa.Column("cpu_seconds", sa.Float, nullable=False),
    sa.Column("wall_seconds", sa.Float, nullable=False),
)
_seed = sa.Table(
    "fairki_seed",
    _own,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("seed", sa.BigInteger, nullable=False),
)
_again = sa.Table(
    "fairki_again",
    _own,
    sa.Column("pseudonym", sa.String(128), primary_key=True),
    sa.Column("slug", sa.String(128), primary_key=True),
)
"""Hand-ins that somebody wants to be graded once more, though nothing has changed."""
marking = sa.Table(
    "fairki_marking",
    _own,
    sa.Column("pseudonym", sa.String(128), primary_key=True),
    sa.Column("slug", sa.String(128), primary_key=True),
    sa.Column("cell", sa.String(128), primary_key=True),
    sa.Column("criteria", sa.Text, nullable=False, server_default="[]"),
    sa.Column("second", sa.Text, nullable=False, server_default=""),
)
"""What ``grading.marking`` knows of an answer beside nbgrader's points: which criteria it meets, and what a second
person decided (JSON)."""
marking_steps = sa.Table(
    "fairki_marking_step",
    _own,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("who", sa.String(16), nullable=False),
    sa.Column("pseudonym", sa.String(128), nullable=False),
    sa.Column("slug", sa.String(128), nullable=False),
    sa.Column("cell", sa.String(128), nullable=False),
    sa.Column("edit", sa.String(64), nullable=False),
    sa.Column("before", sa.Text, nullable=False),
    sa.Column("after", sa.Text, nullable=False),
    sqlite_autoincrement=True,
)
"""Each change that a person made there, so that it can be taken back."""


def keep_marks(root: Path, assignments: Iterable[Assignment]) -> None:
    """See to it that no version of an exercise is given out that costs a point which somebody gave by hand.

    Raises:
        BadFileError: see ``Gradebook.keep_marks``.
        SetupError: there is a gradebook, and it cannot be opened.
    """
    url = os.environ.get(URL)
    if url or (Path(root) / FILE).exists():
        with Gradebook(root, url) as book:
            for assignment in assignments:
                book.keep_marks(assignment)


@dataclass(frozen=True)
class Mark:
    """What a graded cell of a hand-in stands at, after the computer and people.

    Attributes:
        cell: its grade id.
        score: points; None as long as a person has to decide.
        most: points that can be reached.
        remark: German sentences of the automatic check.
        again: a person gave points, and the cell was graded anew since: to be looked at again.
    """

    cell: str
    score: float | None
    most: float
    remark: str
    again: bool = False


@dataclass(frozen=True)
class Record:
    """One graded hand-in.

    Attributes:
        pseudonym, slug: whose it is, and for which exercise.
        marks: one for each graded cell, in the order of the exercise.
        comments: grade id of an answer → what a person wrote about it.
        incidents: what a trainer should know.
    """

    pseudonym: str
    slug: str
    marks: tuple[Mark, ...]
    comments: Mapping[str, str]
    incidents: tuple[Incident, ...]


class Gradebook:
    """The gradebook of the course in ``root``; close it by leaving its context.

    Args:
        root: the course's folder.
        url: SQLAlchemy's address of the database; None: ``gradebook.db`` in ``root``.

    Raises:
        SetupError: the database cannot be opened.
    """

    def __init__(self, root: Path, url: str | None = None):
        self.root = Path(root)
        self.url = url or f"sqlite:///{self.root / FILE}"
        try:
            self.engine = _engine(self.url)
            _refuse_newer(self.engine)
            _make_tables(self.engine)
            with api.Gradebook(self.url, nbgrader_steps.COURSE):
                pass  # enters the course
        except (sa.exc.SQLAlchemyError, ImportError) as error:
            raise SetupError(
                f"Die Notendatei lässt sich nicht öffnen ({address(self.url)}).",
                f"Prüfen Sie Adresse, Rechte und freien Platz. Gemeldet wurde: {_first_line(error)}",
            ) from None  # the address may hold a password
        self._cells: dict[str, _Cells] = {}

    def __enter__(self) -> "Gradebook":
        return self

    def __exit__(self, *_exception: object) -> None:
        self.engine.dispose()

    def prepare(self, assignment: Assignment) -> None:
        """Make room for hand-ins of an exercise; needed before its first result, and after each change of it.

        Raises:
            BadFileError: nbgrader cannot read the exercise.
        """
        slug = assignment.slug
        with self.engine.connect() as connection:
            known = connection.scalar(sa.select(_exercises.c.version).where(_exercises.c.slug == slug))
            there = _Cells.read(connection, slug)
        if known != assignment.version or there is None:
            self.keep_marks(assignment)
            self._drop_cells_that_are_gone(assignment)
            self._generate(slug)
            with self.writing() as connection:
                upsert(connection, _exercises, {"slug": slug}, {"version": assignment.version})
        with self.engine.connect() as connection:
            cells = _Cells.read(connection, slug)
        if cells is None:
            raise BadFileError(
                f"Die Notendatei nimmt die Übung „{slug}“ nicht an.",
                f"Heißt das Notebook solutions/{slug}/{slug}.ipynb?",
            )
        self._cells[slug] = cells

    def keep_marks(self, assignment: Assignment) -> None:
        """See to it that nothing which a person decided gets lost with this version of the exercise.

        Raises:
            BadFileError: points or comments of people hang on a cell that is gone, is of another kind, or has fewer
                points than somebody gave; the message names the cells.
        """
        about = _about(assignment)
        with self.engine.connect() as connection:
            found = list(_by_hand(connection, assignment.slug))
        lost: dict[str, set[str]] = {}
        for one in found:
            cell = about.get(one.cell)
            if cell is None or not one.fits(cell):
                lost.setdefault(one.cell, set()).add(one.person)
        if lost:
            people = len(set().union(*lost.values()))
            cells = ", ".join(f"„{name}“" for name in sorted(lost))
            raise BadFileError(
                f"Die Übung „{assignment.slug}“ hat sich geändert: Punkte oder Kommentare von Hand gingen verloren"
                f" ({speech.count_of(people, 'Abgabe', 'Abgaben')}, Zelle {cells}).",
                "Es wurde nichts geändert. Geben Sie jeder Zelle wieder ihren Namen (grade_id), ihre Art und mindestens"
                f" die vergebenen Punkte, in solutions/{assignment.slug}/{assignment.slug}.ipynb. Sollen die Punkte von"
                f" Hand wegfallen? Dann leeren Sie die Felder vorher im Formgrader: {home.COMMAND} grade"
                " --manuell",
            )

    def seed(self) -> int:
        """What hidden tests draw their inputs from: drawn when it is first asked for, and the same ever after."""
        with contextlib.suppress(sa.exc.IntegrityError), self.engine.begin() as connection:
            if connection.scalar(sa.select(_seed.c.seed)) is None:  # else somebody else was quicker
                connection.execute(_seed.insert().values(id=1, seed=secrets.randbits(62)))
        with self.engine.connect() as connection:
            seed: int = connection.execute(sa.select(_seed.c.seed)).scalar_one()
        return seed

    def keys(self) -> dict[tuple[str, str], str]:
        """(pseudonym, slug) → key of the job whose result is recorded; "" if it is to be graded again."""
        with self.engine.connect() as connection:
            rows = connection.execute(sa.select(_results)).all()
            found = {(row.pseudonym, row.slug): row.key if _said(row) else "" for row in rows}
            again = connection.execute(sa.select(_again.c.pseudonym, _again.c.slug)).all()
        return found | {tuple(row): "" for row in again if tuple(row) in found}

    def grade_again(self, hand_ins: Iterable[tuple[str, str]]) -> None:
        """Let these, (pseudonym, slug), be graded once more, by this run or if it is interrupted by the next one.

        What a person decided about them stays decided unless the computer's points come out differently.
        """
        with self.writing() as connection:
            connection.execute(_again.delete())
            for pseudonym, slug in hand_ins:
                connection.execute(_again.insert().values(pseudonym=pseudonym, slug=slug))

    def forget(self, pseudonym: str) -> None:
        """Delete every row about a person, and what the database keeps of deleted rows; may be called again.

        Raises:
            SetupError: the database cannot be written, or another program has it open.
        """
        submission, notebook = api.SubmittedAssignment.__table__, api.SubmittedNotebook.__table__
        theirs = sa.select(submission.c.id).where(submission.c.student_id == pseudonym)
        notebooks = sa.select(notebook.c.id).where(notebook.c.assignment_id.in_(theirs))
        tables = (_results, _again, marking, marking_steps)
        with self.writing() as connection:
            for table in (api.Grade.__table__, api.Comment.__table__):
                connection.execute(table.delete().where(table.c.notebook_id.in_(notebooks)))
            connection.execute(notebook.delete().where(notebook.c.assignment_id.in_(theirs)))
            connection.execute(submission.delete().where(submission.c.student_id == pseudonym))
            for table in tables:
                connection.execute(table.delete().where(table.c.pseudonym == pseudonym))
            student = api.Student.__table__
            connection.execute(student.delete().where(student.c.id == pseudonym))
        self._scrub(
            [api.Grade, api.Comment, api.SubmittedNotebook, api.SubmittedAssignment, api.Student], tables
        )

    def _scrub(self, kinds: Iterable[type[Any]], tables: Iterable[sa.Table]) -> None:
        """Write the tables anew, so that nothing deleted stays in pages that are free or in the log of changes."""
        names = [kind.__table__.name for kind in kinds] + [table.name for table in tables]
        try:
            with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                if self.engine.dialect.name == "postgresql":
                    connection.exec_driver_sql(f"VACUUM FULL {', '.join(names)}")
                elif self.engine.dialect.name == "sqlite":
                    connection.exec_driver_sql(f"PRAGMA busy_timeout={SECONDS_FOR_READERS * 1000}")
                    connection.exec_driver_sql("VACUUM")
                    busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
                    if busy:
                        raise _unwritable("ein anderes Programm hat sie geöffnet, vielleicht der Formgrader")
        except sa.exc.DBAPIError as error:
            raise _unwritable(_first_line(error)) from None

    def record(self, pseudonym: str, slug: str, result: Result) -> None:
        """Write one result; points and comments that a person gave stay, and are marked to be looked at again.

        A result that says ``failed`` is written without its key, so that the next run tries again.

        Raises:
            KeyError: the exercise was not prepared.
        """
        cells = self._cells[slug]
        with self.writing() as connection:
            notebook = _submission(connection, pseudonym, cells)
            of_hand_in = {"pseudonym": pseudonym, "slug": slug}
            known = connection.scalar(sa.select(_results.c.key).filter_by(**of_hand_in))
            _write_grades(connection, notebook, cells, result, same=known == result.key)
            connection.execute(_again.delete().filter_by(**of_hand_in))
            remarks = {grade.cell: grade.remark for grade in result.grades if grade.remark}
            upsert(
                connection,
                _results,
                of_hand_in,
                {
                    "key": "" if any(one.kind == "failed" for one in result.incidents) else result.key,
                    "remarks": json.dumps(remarks, ensure_ascii=False),
                    "incidents": json.dumps([_kept(one) for one in result.incidents], ensure_ascii=False),
                    "cpu_seconds": result.cpu_seconds,
                    "wall_seconds": result.wall_seconds,
                },
            )

    def records(self, assignment: Assignment) -> Iterator[Record]:
        """Every graded hand-in of an exercise, by pseudonym; graded cells in the order of the exercise."""
        slug = assignment.slug
        grade, comment, graded = api.Grade.__table__, api.Comment.__table__, api.GradeCell.__table__
        with self.engine.connect() as connection:
            of_exercise = _results.c.slug == slug
            ours = {row.pseudonym: row for row in connection.execute(sa.select(_results).where(of_exercise))}
            columns = (
                grade.c.auto_score,
                grade.c.manual_score,
                grade.c.extra_credit,
                grade.c.needs_manual_grade,
                graded.c.max_score,
            )
            query = by_cell(slug, grade, *columns).outerjoin(graded, graded.c.id == grade.c.cell_id)
            # A question with a mark scheme has nothing to earn, unless somebody gave points just there.
            given = sa.or_(grade.c.manual_score.is_not(None), sa.func.coalesce(grade.c.extra_credit, 0) != 0)
            query = query.where(sa.or_(graded.c.id.is_not(None), given))
            rows = list(connection.execute(query))
            written = connection.execute(by_cell(slug, comment, comment.c.manual_comment)).all()
        order = {name: place for place, name in enumerate(_names(assignment, lambda about: about["grade"]))}
        rows.sort(key=lambda row: order.get(row.name, len(order)))
        marks: dict[str, list[tuple[str, float | None, float, bool]]] = defaultdict(list)
        comments: dict[str, dict[str, str]] = defaultdict(dict)
        for row in rows:
            again = row.manual_score is not None and bool(row.needs_manual_grade)
            marks[row.student_id].append((row.name, _score(row), row.max_score or 0.0, again))
        for row in written:
            if row.manual_comment:
                comments[row.student_id][row.name] = row.manual_comment
        for pseudonym, own in sorted(ours.items()):
            remarks, incidents = _said(own) or ({}, [Incident("failed", "", INCIDENTS["failed"])])
            yield Record(
                pseudonym,
                slug,
                tuple(
                    Mark(name, score, most, remarks.get(name, ""), again)
                    for name, score, most, again in marks[pseudonym]
                ),
                comments[pseudonym],
                tuple(incidents),
            )

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A transaction: it leaves everything or nothing, and says in German what went wrong.

        What is read in it stays true until it ends: no other process of the course writes meanwhile. In SQLite nobody
        does; nbgrader's own formgrader knows nothing of PostgreSQL's lock.
        """
        try:
            with self.engine.begin() as connection:
                if alone := _ALONE.get(connection.dialect.name):
                    connection.exec_driver_sql(alone)
                yield connection
        except sa.exc.DBAPIError as error:
            raise _unwritable(_first_line(error)) from None

    def _generate(self, slug: str) -> None:
        """Let nbgrader write the exercise into its tables, as ``nbgrader generate_assignment`` begins."""
        from nbgrader import preprocessors as steps
        from nbgrader.converters import GenerateAssignment

        from coursetools.grading.save_cells import SaveCellsAtOnce

        with TemporaryDirectory() as scratch:
            config = nbgrader_steps.settings(self.root, slug, home_of(self.root, slug))
            config.CourseDirectory.db_url = self.url
            config.CourseDirectory.release_directory = scratch
            config.GenerateAssignment.preprocessors = [  # what follows would make a version for learners
                steps.LockCells,
                steps.ClearSolutions,
                steps.ClearOutput,
                steps.CheckCellMetadata,
                steps.ComputeChecksums,
                SaveCellsAtOnce,
            ]
            try:
                nbgrader_steps.run(GenerateAssignment, config)
            except nbgrader_steps.StepFailed as error:
                if "OperationalError" in str(error):
                    raise _unwritable(str(error)) from error
                raise BadFileError(
                    f"Die Übung „{slug}“ lässt sich nicht für die Bewertung vorbereiten ({error}).",
                    f"Prüfen Sie die Zellen und ihre nbgrader-Angaben in solutions/{slug}/{slug}.ipynb.",
                ) from error

    def _drop_cells_that_are_gone(self, assignment: Assignment) -> None:
        """Make the tables fit an exercise whose cells have changed: nbgrader refuses that once there are hand-ins."""
        kinds: dict[type[Any], Callable[[dict[str, Any]], bool]] = {
            api.GradeCell: lambda about: about["grade"],
            api.SolutionCell: lambda about: about["solution"],
            api.TaskCell: lambda about: about["task"],
            api.SourceCell: lambda about: about["grade"] or about["solution"] or about["locked"],
        }
        with api.Gradebook(self.url, nbgrader_steps.COURSE) as stock:
            try:
                notebook = stock.find_notebook(assignment.slug, assignment.slug)
            except api.MissingEntry:
                return
            for kind, wanted in kinds.items():
                names = set(_names(assignment, wanted))
                there = {
                    cell.name: cell for cell in stock.db.query(kind).filter(kind.notebook_id == notebook.id)
                }
                for name in there.keys() - names:
                    for child in (*getattr(there[name], "grades", ()), *getattr(there[name], "comments", ())):
                        stock.db.delete(child)
                    stock.db.delete(there[name])
                for name in names - there.keys():
                    about = _about(assignment)[name]
                    stock.db.add(_new_cell(kind, name, notebook, about))
            stock.db.commit()


@dataclass(frozen=True)
class _Cells:
    """What nbgrader knows of one exercise: ids of its rows, cell ids by grade id."""

    assignment: str
    notebook: str
    graded: dict[str, str]
    answered: dict[str, str]

    @classmethod
    def read(cls, connection: sa.Connection, slug: str) -> "_Cells | None":
        task, notebook, base = (kind.__table__ for kind in (api.Assignment, api.Notebook, api.BaseCell))
        ids = connection.execute(
            sa.select(task.c.id, notebook.c.id)
            .join(notebook, notebook.c.assignment_id == task.c.id)
            .where(task.c.name == slug, notebook.c.name == slug)
        ).first()
        if ids is None:
            return None
        rows = connection.execute(
            sa.select(base.c.type, base.c.name, base.c.id).where(base.c.notebook_id == ids[1])
        ).all()
        # A task cell (the text of a question with its rubric) has a row of both kinds in nbgrader.
        graded = {name: id for kind, name, id in rows if kind in ("GradeCell", "TaskCell")}
        answered = {name: id for kind, name, id in rows if kind in ("SolutionCell", "TaskCell")}
        return cls(ids[0], ids[1], graded, answered)


@dataclass(frozen=True)
class _ByHand:
    """What a person decided about one cell of one hand-in: points, or a comment (then ``points`` is None)."""

    person: str
    cell: str
    kind: str
    points: float | None

    def fits(self, cell: Mapping[str, Any]) -> bool:
        """Whether it still has its place in a cell with these marks of nbgrader."""
        if self.points is None:
            return bool(cell["solution"] or cell["task"])
        return bool(
            (cell["grade"] or cell["task"])
            and cell["cell_type"] == self.kind
            and self.points <= float(cell["points"])
        )


def _by_hand(connection: sa.Connection, slug: str) -> Iterator[_ByHand]:
    grade, comment, base = api.Grade.__table__, api.Comment.__table__, api.BaseCell.__table__
    graded, task = api.GradeCell.__table__, api.TaskCell.__table__
    points = (grade.c.manual_score, grade.c.extra_credit)
    kind = sa.func.coalesce(graded.c.cell_type, task.c.cell_type)
    query = by_cell(slug, grade, *points, kind.label("kind"))
    query = query.outerjoin(graded, graded.c.id == base.c.id).outerjoin(task, task.c.id == base.c.id)
    for row in connection.execute(query):
        if row.manual_score is not None or row.extra_credit:
            yield _ByHand(row.student_id, row.name, row.kind, row.manual_score or 0.0)
    for row in connection.execute(by_cell(slug, comment, comment.c.manual_comment)):
        if row.manual_comment:
            yield _ByHand(row.student_id, row.name, "", None)


def address(url: str) -> str:
    """The address of a gradebook without its password."""
    try:
        return sa.make_url(url).render_as_string(hide_password=True)
    except sa.exc.ArgumentError:
        return "die Adresse hat eine falsche Form"


_ALONE = {
    "sqlite": "BEGIN IMMEDIATE",  # sqlite3 itself begins when something is written
    "postgresql": "SELECT pg_advisory_xact_lock(1178683724)",
}
"""What keeps all others from writing until a transaction ends, by the kind of database."""


def _unwritable(reported: str) -> SetupError:
    return SetupError(
        f"In die Notendatei lässt sich nicht schreiben ({reported}).",
        "Prüfen Sie freien Platz, Rechte und Verbindung. Rufen Sie dann denselben Befehl noch einmal auf: "
        "Was bewertet ist, bleibt.",
    )


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def _engine(url: str) -> sa.Engine:
    if not url.startswith("sqlite"):
        return sa.create_engine(url)
    engine = sa.create_engine(url, connect_args={"timeout": 60})

    @sa.event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _record: object) -> None:
        # Readers such as the formgrader do not wait for the writer, and a killed process leaves no half results.
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")

    return engine


def _scripts() -> ScriptDirectory:
    """What nbgrader knows about versions of its tables."""
    return ScriptDirectory(str(Path(str(api.__file__)).parent / "alembic"))


def _refuse_newer(engine: sa.Engine) -> None:
    """Touch nothing in a grade book that a newer course, or a newer nbgrader, has changed.

    Raises:
        SetupError: it is one.
    """
    with engine.connect() as connection:
        there = set(sa.inspect(connection).get_table_names())
        ours = connection.scalar(sa.select(_version.c.version)) if _version.name in there else None
        theirs = connection.scalar(sa.select(_versions.c.version_num)) if _versions.name in there else None
    known = {None, *(one.revision for one in _scripts().walk_revisions())}
    if (ours or VERSION) > VERSION or theirs not in known:
        raise SetupError(
            f"Eine neuere Fassung des Kurses hat diese Notendatei geschrieben ({address(str(engine.url))}).",
            "Es wurde nichts geändert. Bringen Sie zuerst den Kurs auf den neuesten Stand.",
        )


def _make_tables(engine: sa.Engine) -> None:
    """nbgrader's tables and our own, if they are not there. In one transaction, and without the program ``alembic``,
    which nbgrader itself calls for a new gradebook."""
    with engine.begin() as connection:
        new = not sa.inspect(connection).has_table(api.Student.__tablename__)  # rooms may lie beside it
        api.Base.metadata.create_all(connection)
        _own.create_all(connection)
        if new:
            _versions.create(connection)
            connection.execute(_versions.insert().values(version_num=_scripts().get_current_head()))
        if connection.scalar(sa.select(_version.c.version)) is None:
            connection.execute(_version.insert().values(version=VERSION))


def _submission(connection: sa.Connection, pseudonym: str, cells: _Cells) -> str:
    """Id of the person's row for the exercise's notebook; made if there is none."""
    student, submission, notebook = (
        kind.__table__ for kind in (api.Student, api.SubmittedAssignment, api.SubmittedNotebook)
    )
    if not connection.scalar(sa.select(student.c.id).where(student.c.id == pseudonym)):
        connection.execute(student.insert().values(id=pseudonym))
    whose = {"assignment_id": cells.assignment, "student_id": pseudonym}
    handed_in = connection.scalar(sa.select(submission.c.id).filter_by(**whose))
    if not handed_in:
        handed_in = _id()
        connection.execute(submission.insert().values(id=handed_in, **whose))
    which = {"assignment_id": handed_in, "notebook_id": cells.notebook}
    found = connection.scalar(sa.select(notebook.c.id).filter_by(**which))
    if not found:
        found = _id()
        connection.execute(
            notebook.insert().values(id=found, flagged=False, late_submission_penalty=0, **which)
        )
    return found


def _write_grades(
    connection: sa.Connection, notebook: str, cells: _Cells, result: Result, same: bool
) -> None:
    """Write points; ``same`` says that the same file was graded before with the same version of the exercise."""
    grade = api.Grade.__table__
    rows = connection.execute(
        sa.select(
            grade.c.cell_id, grade.c.id, grade.c.manual_score, grade.c.auto_score, grade.c.needs_manual_grade
        ).where(grade.c.notebook_id == notebook)
    )
    known = {cell: found for cell, *found in rows}
    scores = {one.cell: one.score for one in result.grades}
    # A file that is no notebook earns nothing, a task cell has nothing to earn; what broke on our side stays open.
    otherwise = None if any(one.kind == "failed" for one in result.incidents) else 0.0
    new, changed = [], []
    for name, cell in cells.graded.items():
        score = scores.get(name, otherwise)
        row, manual, before, look = known.get(cell, (None, None, None, True))
        if manual is None or not same or score != before:
            look = manual is not None or score is None
        values = {"auto_score": score, "needs_manual_grade": look}
        if row is None:
            new.append({"id": _id(), "cell_id": cell, "notebook_id": notebook, **values})
        else:
            changed.append({"row": row, **values})
    if new:
        connection.execute(grade.insert(), new)
    if changed:
        update = grade.update().where(grade.c.id == sa.bindparam("row"))
        connection.execute(
            update.values(
                auto_score=sa.bindparam("auto_score"), needs_manual_grade=sa.bindparam("needs_manual_grade")
            ),
            changed,
        )
    _write_comments(connection, notebook, cells, result)


def _write_comments(connection: sa.Connection, notebook: str, cells: _Cells, result: Result) -> None:
    """Room for a person's comment on each answer; the formgrader shows there why an answer's cell stopped."""
    comment = api.Comment.__table__
    rows = connection.execute(
        sa.select(comment.c.cell_id, comment.c.id, comment.c.auto_comment).where(
            comment.c.notebook_id == notebook
        )
    )
    there = {cell: (row, said) for cell, row, said in rows}
    reasons = {one.cell: one.text for one in result.incidents if one.kind == "stopped"}
    missing = []
    for name, cell in cells.answered.items():
        row, said = there.get(cell, (None, None))
        reason = reasons.get(name)
        if row is None:
            missing.append({"id": _id(), "cell_id": cell, "notebook_id": notebook, "auto_comment": reason})
        elif said != reason:
            connection.execute(comment.update().where(comment.c.id == row).values(auto_comment=reason))
    if missing:
        connection.execute(comment.insert(), missing)


def upsert(
    connection: sa.Connection, table: sa.Table, key: Mapping[str, Any], values: Mapping[str, Any]
) -> None:
    """Write ``values`` into the row with this key, or a new row."""
    updated = connection.execute(table.update().filter_by(**key).values(**values))
    if not updated.rowcount:
        connection.execute(table.insert().values(**key, **values))


def by_cell(slug: str, table: sa.Table, *columns: sa.ColumnElement[Any]) -> sa.Select[*tuple[Any, ...]]:
    """Rows of the grades or comments of an exercise: person, grade id and ``columns``."""
    base, task = api.BaseCell.__table__, api.Assignment.__table__
    notebook, submission = api.SubmittedNotebook.__table__, api.SubmittedAssignment.__table__
    return (
        sa.select(submission.c.student_id, base.c.name, *columns)
        .select_from(submission)
        .join(task, submission.c.assignment_id == task.c.id)
        .join(notebook, notebook.c.assignment_id == submission.c.id)
        .join(table, table.c.notebook_id == notebook.c.id)
        .join(base, base.c.id == table.c.cell_id)
        .where(task.c.name == slug)
    )


def _kept(incident: Incident) -> dict[str, str]:
    """An incident as it is kept: a sentence that its kind says already is not."""
    return asdict(incident) | ({"text": ""} if incident.text == INCIDENTS.get(incident.kind) else {})


def _said(row: sa.Row[*tuple[Any, ...]]) -> tuple[dict[str, str], list[Incident]] | None:
    """Remarks and incidents of a row of ``fairki_result``; None if it is damaged."""
    try:
        remarks = json.loads(row.remarks)
        incidents = [Incident(**one) for one in json.loads(row.incidents)]
    except (ValueError, TypeError):
        return None
    if not isinstance(remarks, dict) or any(one.kind not in INCIDENTS for one in incidents):
        return None
    return remarks, [replace(one, text=one.text or INCIDENTS[one.kind]) for one in incidents]


def _score(row: sa.Row[*tuple[Any, ...]]) -> float | None:
    """Points as nbgrader counts them: a person's decision goes before the computer's."""
    given = row.auto_score if row.manual_score is None else row.manual_score
    return None if given is None else given + (row.extra_credit or 0)


def _about(assignment: Assignment) -> dict[str, dict[str, Any]]:
    """Grade id → nbgrader's metadata, kind of cell and source, in the order of the exercise."""
    cells = json.loads(assignment.source)["cells"]
    return {
        cell["metadata"]["nbgrader"]["grade_id"]: cell["metadata"]["nbgrader"]
        | {"cell_type": cell["cell_type"], "source": "".join(cell["source"])}
        for cell in cells
        if "nbgrader" in cell["metadata"]
    }


def _names(assignment: Assignment, wanted: Callable[[dict[str, Any]], bool]) -> list[str]:
    return [name for name, about in _about(assignment).items() if wanted(about)]


def _new_cell(kind: type[Any], name: str, notebook: api.Notebook, about: dict[str, Any]) -> Any:
    if kind in (api.GradeCell, api.TaskCell):
        return kind(name=name, notebook=notebook, max_score=about["points"], cell_type=about["cell_type"])
    if kind is api.SolutionCell:
        return kind(name=name, notebook=notebook)
    return kind(
        name=name,
        notebook=notebook,
        cell_type=about["cell_type"],
        source=about["source"],
        locked=about["locked"],
    )


def _id() -> str:
    return uuid4().hex
