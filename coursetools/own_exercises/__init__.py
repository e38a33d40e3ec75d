"""The company's own exercises on their way into the course: where they are built, and that they are sound.

They lie in the company's folder (``fairki.company.exercises``). What is made of them lies below ``FOLDER``, laid out as
the course's own ``solutions/`` and ``exercises/``, so that everything else treats them alike.
"""

import hashlib
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from coursetools import notebooks, release, trainer_tools
from coursetools.files import swap_folders, told_apart, write_atomically
from coursetools.own_exercises import de
from fairki import company, manifest
from fairki.company import exercises
from fairki.company.firm import Company, OwnExercise
from fairki.company.source import Complaint, Toml
from fairki.errors import BadFileError

FOLDER = Path(".build") / "uebungen"
PROBES = "proben"
"""The folder beside own exercises with what ``probes`` reads."""
RECORD, TRIED = Path(".build") / "uebungen.sha256", Path(".build") / "uebungen-probe.sha256"


def slugs(root: Path) -> list[str]:
    """All exercises: the course's, then the company's own."""
    return [*release.slugs(root), *(one.slug for one in company.own_exercises())]


def home_of(root: Path, slug: str) -> Path:
    """The folder in whose ``solutions/`` and ``exercises/`` the exercise lies."""
    own = slug in {one.slug for one in company.own_exercises()}
    return Path(root) / FOLDER if own else Path(root)


def released(root: Path, slug: str) -> Path:
    """The notebook that learners get."""
    return home_of(root, slug) / release.TARGET / slug / f"{slug}.ipynb"


def stale(root: Path) -> bool:
    """Whether own exercises are to be built anew."""
    if not company.own_exercises():
        return False
    record = Path(root) / RECORD
    return not record.exists() or record.read_text(encoding="utf-8") != _fingerprint(Path(root))


def build(root: Path) -> None:
    """Build all own exercises, once each has passed its trial and its probes; else the old ones stay.

    Raises:
        BadFileError: a file is missing or does not fit, or a trial is not passed; says which and why.
        SetupError: as ``release.release``.
    """
    from coursetools.own_exercises import probes  # late: it loads pandas

    trainer_tools.require()
    root = Path(root).resolve()
    for complaint in misfits(company.current()):
        raise complaint
    build = root / FOLDER.parent
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build, prefix="uebungen-") as scratch:
        fresh = Path(scratch) / FOLDER.name
        asked = {}
        for one in company.own_exercises():
            _copy(one, fresh)
            release.make(root, one.slug, fresh / release.TARGET, home=fresh)
            asked[one.slug] = probes.read(one.folder / PROBES / f"{one.slug}.toml")
        release.prove(root, fresh, list(asked), root / TRIED, asked)
        swap_folders(fresh, root / FOLDER, Path(scratch) / "retired")
    write_atomically(root / RECORD, _fingerprint(root))


def misfits(firm: Company) -> Iterator[Complaint]:
    """What is wrong with the exercises of a company; it need not be the company that leads through the course now."""
    yield from manifest.misfits(manifest.shipped(), firm)
    for one in firm.exercises:
        notebook = one.folder / f"{one.slug}.ipynb"
        if not notebook.is_file():
            yield Complaint(one.folder / f"{one.slug}.toml", 0, *de.missing_beside(one.slug, notebook.name))
            continue
        try:
            found = notebooks.load(notebook)
        except BadFileError:
            yield Complaint(notebook, 0, *de.NO_NOTEBOOK)
            continue
        ours = found.metadata.get("fairki")
        if not isinstance(ours, dict) or ours.get("exercise") != one.slug:
            yield Complaint(notebook, 0, *de.other_name(one.slug))
        marks = [mark for cell in found.cells if isinstance(mark := cell.metadata.get("nbgrader"), dict)]
        names = [mark.get("grade_id") for mark in marks if mark.get("solution")]
        asked = [name for name in names if isinstance(name, str)]
        if len(asked) < len(names):
            yield Complaint(notebook, 0, *de.NO_GRADE_ID)
        yield from _misfit_ways(one, asked)
        yield from _misfit_probes(one, asked)


def untried(root: Path, folder: Path) -> dict[str, Path | BadFileError]:
    """Slug → what learners would get, made in ``folder`` without a trial: to look at, never to be given out.

    An exercise that cannot be made says why; it keeps nobody from looking at the others.
    """
    found: dict[str, Path | BadFileError] = {}
    for one in company.own_exercises() if trainer_tools.here() else ():
        _copy(one, folder)
        try:
            release.make(root, one.slug, folder / release.TARGET, home=folder)
        except BadFileError as error:
            found[one.slug] = error
        else:
            found[one.slug] = folder / release.TARGET / one.slug / f"{one.slug}.ipynb"
    return found


def _misfit_ways(one: OwnExercise, asked: list[str]) -> Iterator[Complaint]:
    """The form shows how each question is solved."""
    toml = Toml(one.folder / f"{one.slug}.toml")
    for at, name in enumerate(one.ways):
        if name not in asked:
            place = (exercises.WAYS, at, exercises.QUESTION)
            yield Complaint(toml.path, toml.line(*place), *de.way_to_nothing(name, asked), place)
    if missing := [name for name in asked if name not in one.ways]:
        yield Complaint(toml.path, 0, *de.no_way(missing), (exercises.WAYS,))


def _misfit_probes(one: OwnExercise, asked: list[str]) -> Iterator[Complaint]:
    path = one.folder / PROBES / f"{one.slug}.toml"
    if not path.is_file():
        return
    from coursetools.own_exercises import probes  # late: it loads pandas

    try:
        found = probes.read(path)
    except Complaint as error:
        yield error
        return
    for at, probe in enumerate(found):
        if unknown := sorted({*probe.answers, *probe.points} - {*asked}):
            yield Complaint(path, Toml(path).line(probes.PROBE, at), *de.no_question(probe.name, unknown))


def _copy(one: OwnExercise, fresh: Path) -> None:
    name = f"{one.slug}.ipynb"
    write_atomically(fresh / release.SOURCE / one.slug / name, (one.folder / name).read_bytes())


def _fingerprint(root: Path) -> str:
    own = company.own_exercises()
    digest = hashlib.sha256(f"{version('nbgrader')} {manifest.read(root).version} {own!r}".encode())
    made = [path for path in (root / FOLDER).rglob("*") if path.is_file()]
    for one in own:
        made += [one.folder / f"{one.slug}.ipynb", one.folder / PROBES / f"{one.slug}.toml"]
    for part in told_apart(root, made):
        digest.update(part)
    return digest.hexdigest()
