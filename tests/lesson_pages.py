"""The pages of the modules without a server: what their cells show, as objects."""

import sys
from importlib import import_module

import nbformat

from fairki.manifest import ROOT


def titles_of(module) -> set[str]:
    """What a place to look may be called: a unit of the module, or a step in it."""
    notebook = nbformat.read(ROOT / "modules" / f"{module.slug}.ipynb", 4)
    headings = {
        cell.source.partition("\n")[0].lstrip("# ") for cell in notebook.cells if cell.source.startswith("#")
    }
    return headings | {unit.title for unit in module.units}


def begun(scene):
    """The scene as a page shows it before anything is answered."""
    scene.put(scene.first())
    return scene


def shown_by(root, module, monkeypatch, extra: bool = True) -> list:
    """What the cells of a module's notebook show, in the order of the page; ``extra``: see ``cells_of``."""
    return [thing for _, shown in cells_of(root, module, monkeypatch, extra) for thing in shown]


def cells_of(root, module, monkeypatch, extra: bool = True) -> list[tuple]:
    """Each cell of a module's notebook and what it shows; ``extra``: also what is there for those who like to see
    more, from a heading with the tag ``extra`` to the next one or the end of the unit."""
    shown: list = []
    import_module(f"fairki.lessons.module_{module.id}")
    for name, lesson in sys.modules.items():
        if name.startswith("fairki.lessons.") and hasattr(lesson, "display"):
            monkeypatch.setattr(lesson, "display", lambda *things, **_: shown.extend(things))
    names: dict = {}
    cells, more = [], False
    for cell in nbformat.read(root / "modules" / f"{module.slug}.ipynb", 4).cells:
        if cell.cell_type == "markdown":
            more = "extra" in cell.metadata.get("tags", ()) or (more and not cell.source.startswith("#"))
        elif extra or not more or "end_unit" in cell.source:
            exec(compile(cell.source, module.slug, "exec"), names)  # our own page
        cells.append((cell, shown[:]))
        shown.clear()
    return cells
