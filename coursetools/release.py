"""From solutions/ to exercises/: nbgrader takes the solutions out, the normaliser fixes the bytes."""

import hashlib
import os
import tempfile
from importlib.metadata import version
from pathlib import Path

from nbformat import NotebookNode

from coursetools import nbgrader_steps, notebooks
from coursetools.files import write_atomically
from fairki import manifest
from fairki.errors import BadFileError

SOURCE, TARGET = "solutions", "exercises"
RECORD = Path(".build") / "release.sha256"


def slugs(root: Path) -> list[str]:
    """The exercises that have a source ``solutions/<slug>/<slug>.ipynb``, in a fixed order."""
    paths = (Path(root) / SOURCE).glob("*/*.ipynb")
    return sorted(path.stem for path in paths if path.stem == path.parent.name)


def release(root: Path) -> None:
    """Build ``exercises/`` anew; what has no source any more goes.

    The new folder takes the old one's place only when it is complete: a failure or Ctrl-C leaves the old one.

    Raises:
        BadFileError: if an exercise cannot be released; the message names it and says why.
    """
    root = Path(root).resolve()
    build = root / RECORD.parent
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build, prefix="release-") as scratch:
        fresh = Path(scratch) / TARGET
        fresh.mkdir()
        for slug in slugs(root):
            _generate(root, slug, fresh)
            for path in sorted((fresh / slug).glob("*.ipynb")):
                notebook = notebooks.normalise(notebooks.load(path))
                _sign(notebook)
                # A hand-in says which edition it answers: another one may ask something else.
                notebook.metadata.setdefault("fairki", {})["course"] = manifest.read(root).version
                path.write_bytes(notebooks.dumps(notebook).encode())
        _swap(fresh, root / TARGET, Path(scratch) / "retired")
    write_atomically(root / RECORD, _fingerprint(root))


def stale(root: Path) -> bool:
    """Whether ``exercises/`` may differ from what ``release`` would write."""
    root = Path(root).resolve()
    record = root / RECORD
    return not record.exists() or record.read_text(encoding="utf-8") != _fingerprint(root)


def _generate(root: Path, slug: str, target: Path) -> None:
    """What ``nbgrader generate_assignment <slug> --force --no-db`` does, into ``target``."""
    from nbgrader.converters import GenerateAssignment

    notebooks.load(root / SOURCE / slug / f"{slug}.ipynb")  # says in German if it is no notebook at all
    config = nbgrader_steps.settings(root, slug)
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


def _swap(fresh: Path, target: Path, retired: Path) -> None:
    try:
        if target.exists():
            os.replace(target, retired)
        os.replace(fresh, target)
    except BaseException:
        if retired.exists() and not target.exists():
            os.replace(retired, target)
        raise


def _fingerprint(root: Path) -> str:
    """A digest of everything that a release depends on, and of the release itself."""
    digest = hashlib.sha256(f"{version('nbgrader')} {manifest.read(root).version}".encode())
    code = [Path(__file__), Path(notebooks.__file__), root / nbgrader_steps.CONFIG]
    files = [path for folder in (SOURCE, TARGET) for path in sorted((root / folder).rglob("*"))]
    for path in filter(Path.is_file, [*code, *files]):
        digest.update(f"\0{path.parent.name}/{path.name}\0".encode() + path.read_bytes())
    return digest.hexdigest()
