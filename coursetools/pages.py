"""The notebooks behind the served pages: the modules as they are, and a form made of each exercise."""

import hashlib
import tempfile
from pathlib import Path

from nbformat import NotebookNode

from coursetools import notebooks, own_exercises
from coursetools.files import swap_folders, told_apart, write_atomically
from fairki import company, manifest
from fairki.company import marks

PAGES = Path(".build") / "pages"
RECORD = Path(".build") / "pages.sha256"
OWN_DATA = "eigene_daten.ipynb"
"""The page on which people examine data of their own; it is no module."""


FORM = "uebung_"
"""So begins the file of a page that shows an exercise as a form."""


def form_name(slug: str) -> str:
    """File name of the page that shows the exercise `slug` as a form."""
    return f"{FORM}{slug}.ipynb"


def stale(root: Path) -> bool:
    """Whether the pages may differ from what `build` would write."""
    record = Path(root) / RECORD
    if not record.exists() or record.read_text(encoding="utf-8") != _fingerprint(Path(root)):
        return True
    return not all((Path(root) / PAGES / name).exists() for name in sources(Path(root)))


def build(root: Path) -> None:
    """Make all pages anew; they take the place of the old ones together.

    Raises:
        BadFileError: if the manifest or a notebook is missing or damaged.
    """
    root = Path(root)
    build = root / PAGES.parent
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build, prefix="pages-") as scratch:
        fresh = Path(scratch) / PAGES.name
        fresh.mkdir()
        for name, source in sources(root).items():
            (fresh / name).write_text(notebooks.dumps(made(name, source)), encoding="utf-8")
        swap_folders(fresh, root / PAGES, Path(scratch) / "retired")
    write_atomically(root / RECORD, _fingerprint(root))


def made(name: str, source: Path) -> NotebookNode:
    """The notebook behind the page with this file name, from its source, for the company of this course."""
    from coursetools import forms  # needed only here; a server does not build

    notebook = notebooks.load(source)
    if name.startswith(FORM):
        return forms.build(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = manifest.exchange(marks.exchange(cell.source))
    return notebook


def sources(root: Path) -> dict[str, Path]:
    """Which notebook each page is made of, by the file name of the page."""
    course = manifest.read(root)
    own_data = root / "modules" / OWN_DATA
    return (
        {f"{module.slug}.ipynb": root / "modules" / f"{module.slug}.ipynb" for module in course.modules}
        | {
            form_name(exercise.slug): own_exercises.released(root, exercise.slug)
            for exercise in course.exercises
        }
        | ({OWN_DATA: own_data} if own_data.exists() else {})
    )


def _fingerprint(root: Path) -> str:
    digest = hashlib.sha256(repr(company.current()).encode())
    makers = (
        Path(__file__).with_name("forms.py"),
        marks.EXERCISES,
        root / manifest.FILE_NAME,
        Path(manifest.__file__).parent / "ui" / "exercise.py",
    )
    for part in told_apart(root, (*makers, *sources(root).values())):
        digest.update(part)
    return digest.hexdigest()
