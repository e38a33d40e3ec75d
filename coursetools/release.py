"""From solutions/ to exercises/: nbgrader takes the solutions out, the normaliser fixes the bytes, a trial follows."""

import hashlib
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from nbformat import NotebookNode

import fairki
from coursetools import course_folder, nbgrader_steps, notebooks, trainer_tools
from coursetools.files import swap_folders, told_apart, write_atomically
from fairki import manifest
from fairki.errors import BadFileError

if TYPE_CHECKING:  # it is loaded when an exercise is tried
    from coursetools.grading.job import Assignment
    from coursetools.own_exercises.probes import Probe

SOURCE, TARGET = "solutions", "exercises"
RECORD = Path(".build") / "release.sha256"
TRIED = Path(".build") / "trial.sha256"
"""Digests of exercises that passed their trial (see ``coursetools.grading.trial``), one a line."""


def slugs(root: Path) -> list[str]:
    """The exercises that have a source ``solutions/<slug>/<slug>.ipynb``, in a fixed order."""
    paths = (Path(root) / SOURCE).glob("*/*.ipynb")
    return sorted(path.stem for path in paths if path.stem == path.parent.name)


def build(root: Path) -> None:
    """``release`` for whoever starts the course: what already lies in ``exercises/`` needs no second trial."""
    release(root, trust=True)


def release(root: Path, trust: bool = False) -> None:
    """Build ``exercises/`` anew; what has no source any more goes.

    Each exercise is tried first (see ``coursetools.grading.trial``), unless just this one passed before. The new folder
    takes the old one's place only when it is complete and sound: a failure or Ctrl-C leaves the old one.

    Args:
        root: the course's folder.
        trust: take an exercise as tried if it comes out as it already lies in ``exercises/``.

    Raises:
        BadFileError: if an exercise cannot be released; the message names it and says why.
        SetupError: the trainer's tools are missing; an exercise has to be tried, and this machine cannot; or the
            gradebook cannot be opened.
    """
    trainer_tools.require()
    root = Path(root).resolve()
    build = root / RECORD.parent
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build, prefix="release-") as scratch:
        fresh = Path(scratch) / TARGET
        fresh.mkdir()
        for slug in slugs(root):
            make(root, slug, fresh)
        prove(root, Path(scratch), slugs(root), root / TRIED, trusted=root / TARGET if trust else None)
        swap_folders(fresh, root / TARGET, Path(scratch) / "retired")
    write_atomically(root / RECORD, _fingerprint(root))


def make(root: Path, slug: str, target: Path, home: Path | None = None) -> None:
    """Make the learner's version of an exercise in ``target``.

    Args:
        root: the course's folder.
        home: the folder in whose ``solutions/`` it lies; None: the course's.
    """
    _generate(root, slug, target, home or root)
    for path in sorted((target / slug).glob("*.ipynb")):
        notebook = notebooks.normalise(notebooks.load(path))
        _sign(notebook)
        # A hand-in says which edition it answers: another one may ask something else.
        notebook.metadata.setdefault("fairki", {})["course"] = manifest.read(root).version
        path.write_bytes(notebooks.dumps(notebook).encode())


def vouch(root: Path) -> None:
    """Note that ``exercises/`` is what ``release`` would write: it came so with the package."""
    if trainer_tools.here():
        write_atomically(root / RECORD, _fingerprint(root))


def prove(
    root: Path,
    fresh: Path,
    which: Sequence[str],
    record: Path,
    probes: Mapping[str, Sequence["Probe"]] = MappingProxyType({}),
    trusted: Path | None = None,
) -> None:
    """Refuse exercises that fail their trial, or that would cost a point somebody gave by hand.

    Args:
        root: the course's folder.
        fresh: the folder in whose ``exercises/`` they lie; their sources lie there as well, or in the course.
        which: their names.
        record: keeps what has passed.
        probes: further hand-ins that have to earn their points.
        trusted: a folder; what comes out as it lies there counts as tried.

    Raises:
        BadFileError: one of them does not pass.
    """
    from coursetools.grading import gradebook, trial  # late: they load what only few verbs need
    from coursetools.grading.job import Assignment

    sources = fresh if (fresh / SOURCE).exists() else root
    assignments = [
        Assignment(
            slug,
            _notebook(sources / SOURCE, slug).read_bytes(),
            _notebook(fresh / TARGET, slug).read_bytes(),
        )
        for slug in which
    ]
    gradebook.keep_marks(root, assignments)
    tried = set(record.read_text(encoding="utf-8").split()) if record.exists() else set()
    digests = {one.slug: _trial_digest(one, probes.get(one.slug, ())) for one in assignments}
    todo = [
        one
        for one in assignments
        if digests[one.slug] not in tried and not (trusted and _is(trusted, one.slug, one.released))
    ]
    complain = partial(trial.complaints, probes=probes) if probes else trial.complaints
    found = complain(todo) if todo else {}
    passed = tried & set(digests.values()) | {digests[one.slug] for one in todo if one.slug not in found}
    write_atomically(record, "".join(f"{digest}\n" for digest in sorted(passed)))
    if found:
        names = ", ".join(f"„{slug}“" for slug in sorted(found))
        raise BadFileError(
            f"Die Probe ist nicht bestanden: {names}. Es wurde nichts ausgegeben.\n"
            + "\n".join(f"Übung „{slug}“: {said}" for slug in sorted(found) for said in found[slug]),
            f"Berichtigen Sie die Zellen in {SOURCE}/, bei eigenen Übungen im Ordner des Betriebs,"
            " dort auch die erwarteten Punkte in uebungen/proben/."
            " Die Musterlösung muss alle Punkte bekommen, die leere Übung keinen.",
        )


def _notebook(folder: Path, slug: str) -> Path:
    return folder / slug / f"{slug}.ipynb"


def _is(folder: Path, slug: str, content: bytes) -> bool:
    path = _notebook(folder, slug)
    return path.exists() and path.read_bytes() == content


def _trial_digest(assignment: "Assignment", probes: Sequence["Probe"]) -> str:
    """Stands for an exercise and all code that decides what its cells earn."""
    parts = [assignment.source, assignment.released, repr(probes).encode(), _code_that_decides()]
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


@cache
def _code_that_decides() -> bytes:
    digest = hashlib.sha256()
    for folder in (Path(fairki.__file__).parent, Path(__file__).parent / "grading"):
        code = (path for path in folder.rglob("*") if path.suffix in (".py", ".toml"))
        for part in told_apart(folder.parent, code):
            digest.update(part)
    return digest.digest()


def stale(root: Path) -> bool:
    """Whether ``exercises/`` may differ from what ``release`` would write.

    Without the trainer's tools nobody can release: what lies there is what there is.
    """
    if not trainer_tools.here():
        return False
    root = Path(root).resolve()
    record = root / RECORD
    return not record.exists() or record.read_text(encoding="utf-8") != _fingerprint(root)


def held_back(root: Path) -> list[str]:
    """Sources that were changed where the trainer's tools are missing, so that nobody can release them."""
    return [] if trainer_tools.here() else course_folder.changed(Path(root), SOURCE)


def _generate(root: Path, slug: str, target: Path, home: Path) -> None:
    """What ``nbgrader generate_assignment <slug> --force --no-db`` does, into ``target``."""
    from nbgrader.converters import GenerateAssignment

    notebooks.load(home / SOURCE / slug / f"{slug}.ipynb")  # says in German if it is no notebook at all
    config = nbgrader_steps.settings(root, slug, home)
    config.CourseDirectory.release_directory = str(target)
    config.GenerateAssignment.no_database = True
    config.SaveCells.enabled = False
    try:
        nbgrader_steps.run(GenerateAssignment, config)
    except nbgrader_steps.StepFailed as error:
        raise BadFileError(
            f"Die Übung „{slug}“ ließ sich nicht ausgeben ({error}).",
            f"Prüfen Sie die Zellen und ihre nbgrader-Angaben in {SOURCE}/{slug}/{slug}.ipynb.",
        ) from error


def _sign(notebook: NotebookNode) -> None:
    """Give each cell the checksum of the very text that learners get: nbgrader computed it before white space went."""
    from nbgrader.utils import compute_checksum

    for cell in notebook.cells:
        marks = cell.metadata.get("nbgrader", {})
        if "checksum" in marks:
            marks["checksum"] = compute_checksum(cell)


def _fingerprint(root: Path) -> str:
    """A digest of everything that a release depends on, and of the release itself."""
    digest = hashlib.sha256(f"{version('nbgrader')} {manifest.read(root).version}".encode())
    code = [Path(__file__), Path(notebooks.__file__), root / nbgrader_steps.CONFIG]
    files = [path for folder in (SOURCE, TARGET) for path in (root / folder).rglob("*")]
    for part in told_apart(root, filter(Path.is_file, [*code, *files])):
        digest.update(part)
    return digest.hexdigest()
