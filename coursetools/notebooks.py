"""Notebooks as files: load, normalise, write, execute.

What ``normalise`` does, in this order:

1. outputs, execution counts and widget states go: they are results, not source;
2. the kernelspec is always the same, ``language_info`` (which changes with every Python) goes;
3. cell metadata keeps only what means something (``nbgrader``, ``fairki``, ``tags``, ``deletable``, ``editable``);
4. each cell has an id that stays: an existing unique id is kept, a missing or double one is derived
   from the cell's place and text;
5. trailing white space at the end of a cell goes;
6. JSON is written with one-space indent, sorted keys and a final line end.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4.rwbase import split_lines

from fairki.errors import BadFileError

KERNELSPEC = {"display_name": "Python 3", "language": "python", "name": "python3"}
KEPT_CELL_METADATA = ("nbgrader", "fairki", "tags", "deletable", "editable")
KEPT_NOTEBOOK_METADATA = ("fairki", "celltoolbar")


def load(path: Path) -> NotebookNode:
    """The notebook at ``path`` in format 4.

    Raises:
        BadFileError: if the file is missing or is no notebook.
    """
    path = Path(path)
    try:
        notebook: NotebookNode = nbformat.read(path, as_version=4)
        return notebook
    except FileNotFoundError:
        raise BadFileError(
            f"Das Notebook {path} fehlt.", "Holen Sie es aus Ihrer Kopie des Kurses zurück."
        ) from None
    except Exception as error:  # nbformat raises many kinds for a file that is no notebook
        raise BadFileError(
            f"Die Datei {path} ist kein lesbares Notebook.",
            "Öffnen Sie sie in JupyterLab oder ersetzen Sie sie durch eine frühere Fassung.",
        ) from error


def normalise(notebook: NotebookNode) -> NotebookNode:
    """A copy of ``notebook`` as it belongs into version control (see the list at the top of this file)."""
    clean: NotebookNode = nbformat.v4.new_notebook(metadata={"kernelspec": dict(KERNELSPEC)})
    for key in KEPT_NOTEBOOK_METADATA:
        if key in notebook.metadata:
            clean.metadata[key] = notebook.metadata[key]
    seen: set[str] = set()
    for place, cell in enumerate(notebook.cells):
        kept = NotebookNode(
            cell_type=cell.cell_type,
            id=_stable_id(cell, place, seen),
            metadata=NotebookNode({k: cell.metadata[k] for k in KEPT_CELL_METADATA if k in cell.metadata}),
            source=cell.source.rstrip(),
        )
        if cell.cell_type == "code":
            kept.outputs, kept.execution_count = [], None
        if cell.get("attachments"):
            kept.attachments = cell.attachments
        clean.cells.append(kept)
    return clean


def dumps(notebook: NotebookNode) -> str:
    """The one way in which this course writes a notebook as text."""
    split = split_lines(nbformat.from_dict(json.loads(json.dumps(notebook))))
    return json.dumps(split, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def sources(root: Path) -> Iterator[Path]:
    """Every notebook that people edit, in a fixed order."""
    for pattern in ("modules/*.ipynb", "solutions/*/*.ipynb"):
        yield from sorted(Path(root).glob(pattern))


def _stable_id(cell: NotebookNode, place: int, seen: set[str]) -> str:
    wanted = cell.get("id") or cell.metadata.get("nbgrader", {}).get("grade_id") or ""
    salt = 0
    while not wanted or wanted in seen:
        text = f"{place}\0{salt}\0{cell.source}"
        wanted, salt = hashlib.sha256(text.encode()).hexdigest()[:12], salt + 1
    seen.add(wanted)
    return wanted
