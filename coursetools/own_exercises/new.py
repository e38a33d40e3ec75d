"""A new exercise for the company's folder: small, whole, and ready to be changed."""

import re
from collections.abc import Mapping
from pathlib import Path

from coursetools import notebooks
from coursetools.files import write_atomically
from coursetools.own_exercises import PROBES, de
from fairki import company, home, manifest
from fairki.company import exercises
from fairki.errors import BadFileError

TEMPLATE = Path(__file__).with_name("vorlage")
SLUG = "neue-uebung"
"""Its name in the template."""
_NAME = re.compile(r"[a-z][a-z0-9-]{2,39}")


def new(slug: str, root: Path) -> list[Path]:
    """Make notebook, form, worked answers and probes of a new exercise in the folder of the company; the files.

    Raises:
        BadFileError: there is no folder, or the name is none or is taken.
    """
    firm = company.own()
    if firm is None:
        raise BadFileError(de.NO_COMPANY, de.make_company(home.COMMAND, slug))
    if not _NAME.fullmatch(slug):
        raise BadFileError(*de.is_no_name(slug))
    if slug in manifest.read(root).slugs:
        raise BadFileError(*de.is_there(slug))
    folder = firm.files[0].parent / exercises.FOLDER
    made = {folder / name: content for name, content in files(slug).items()}
    for path in made:
        if path.exists():
            raise BadFileError(*de.is_there(str(path)))
    for path, content in made.items():
        write_atomically(path, content)
    return list(made)


def files(slug: str) -> Mapping[str, str]:
    """Path in ``uebungen/`` → content."""
    notebook = notebooks.load(TEMPLATE / f"{SLUG}.ipynb")
    notebook.metadata["fairki"] = {"exercise": slug}
    return {
        f"{slug}.toml": (TEMPLATE / f"{SLUG}.toml").read_text(encoding="utf-8"),
        f"{slug}.ipynb": notebooks.dumps(notebooks.normalise(notebook)),
        f"{PROBES}/{slug}.toml": (TEMPLATE / "proben.toml").read_text(encoding="utf-8"),
    }
