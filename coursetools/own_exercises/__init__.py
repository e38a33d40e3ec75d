"""The company's own exercises on their way into the course: where they are built, and that they are sound.

They lie in the company's folder (``fairki.company.exercises``). What is made of them lies below ``FOLDER``, laid out as
the course's own ``solutions/`` and ``exercises/``, so that everything else treats them alike.
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from coursetools import notebooks, release, trainer_tools
from coursetools.files import write_atomically
from coursetools.own_exercises import de
from fairki import company, manifest
from fairki.company.firm import Company, OwnExercise
from fairki.company.source import Complaint
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
    manifest.read(root)  # names and modules that do not fit are reported before anything is made
    build = root / FOLDER.parent
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build, prefix="uebungen-") as scratch:
        fresh = Path(scratch) / FOLDER.name
        asked = {}
        for one in company.own_exercises():
            _copy(one, fresh)
            release.make(root, one.slug, fresh / release.TARGET, home=fresh)
            asked[one.slug] = probes.read(one.folder / PROBES / f"{one.slug}.toml")
            _every_way_is_told(one, fresh / release.TARGET / one.slug / f"{one.slug}.ipynb")
        release.prove(root, fresh, list(asked), root / TRIED, asked)
        shutil.rmtree(root / FOLDER, ignore_errors=True)
        os.replace(fresh, root / FOLDER)
    write_atomically(root / RECORD, _fingerprint(root))


def misfits(firm: Company) -> Iterator[Complaint]:
    """Exercises of a company without a notebook; it need not be the company that leads through the course now."""
    for one in firm.exercises:
        name = f"{one.slug}.ipynb"
        if not (one.folder / name).is_file():
            yield Complaint(one.folder / f"{one.slug}.toml", 0, *de.missing_beside(one.slug, name))


def _copy(one: OwnExercise, fresh: Path) -> None:
    notebook = one.folder / f"{one.slug}.ipynb"
    if not notebook.is_file():
        raise BadFileError(*de.no_notebook(one.slug, str(notebook)))
    named = notebooks.load(notebook).metadata.get("fairki", {}).get("exercise")
    if named != one.slug:
        raise BadFileError(*de.other_name(one.slug, str(notebook)))
    write_atomically(fresh / release.SOURCE / one.slug / notebook.name, notebook.read_bytes())


def _every_way_is_told(one: OwnExercise, notebook: Path) -> None:
    """The form shows how each question is solved."""
    cells = notebooks.load(notebook).cells
    marks = [cell.metadata.get("nbgrader", {}) for cell in cells]
    asked = [mark["grade_id"] for mark in marks if mark.get("solution")]
    if missing := [name for name in asked if name not in one.ways]:
        raise BadFileError(*de.no_way(one.slug, missing, str(one.folder / f"{one.slug}.toml")))


def _fingerprint(root: Path) -> str:
    digest = hashlib.sha256(f"{version('nbgrader')} {manifest.read(root).version}".encode())
    for one in company.own_exercises():
        digest.update(f"\0{one!r}".encode())
        for path in (one.folder / f"{one.slug}.ipynb", one.folder / PROBES / f"{one.slug}.toml"):
            digest.update(b"\0" + (path.read_bytes() if path.is_file() else b""))
    for path in sorted(path for path in (root / FOLDER).rglob("*") if path.is_file()):
        digest.update(f"\0{path.name}\0".encode() + path.read_bytes())
    return digest.hexdigest()
