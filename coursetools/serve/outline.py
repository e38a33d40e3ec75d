"""How a page is divided: its head, its units step by step, and what is folded at the end.

A unit begins at the heading of level 2 that has its title, and ends with its ``ui.UnitEnd``. In it, each prose cell
that begins with a heading begins a step; one with the tag ``extra`` begins a step that nobody has to open. All other
parts of level 2 (what is kept, glossary, sources) come folded behind the units. Which units there are is known from
the ``ui.Header``; a page without one is all head.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from nbformat import NotebookNode

EXTRA = "extra"
"""Tag of the prose cell that begins an extra step."""

_VIEW = "application/vnd.jupyter.widget-view+json"
_TAG = re.compile(r"<[^>]*>")
States = Mapping[str, Mapping[str, Any]]
"""Model id → what the page knows of a widget."""


@dataclass
class Part:
    """Cells below a heading. ``id``: that of its first cell, which stays. ``heading``: where it is folded."""

    id: str
    heading: NotebookNode | None
    cells: list[NotebookNode]
    extra: bool = False
    asked: dict[str, int] = field(default_factory=dict)

    @property
    def asks(self) -> str:
        """Key of each block that asks → number of answers that complete it, as JSON."""
        return json.dumps(self.asked)


@dataclass
class Unit:
    """``end``: the cells from its ``ui.UnitEnd`` on."""

    id: str
    steps: list[Part]
    end: list[NotebookNode] = field(default_factory=list)


@dataclass
class Outline:
    """All cells of a page; ``module`` is empty where there are no units."""

    module: str = ""
    head: list[NotebookNode] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    ends: list[Part] = field(default_factory=list)


def of(notebook: NotebookNode, states: States) -> Outline:
    """The outline of an executed notebook."""
    header = next((state for state in states.values() if _kind(state) == "Header"), None)
    if header is None:
        return Outline(head=list(notebook.cells))
    outline = Outline(header["module"])
    titles = {unit[0]: _plain(unit[1]) for unit in header["units"]}
    unit: Unit | None = None
    for cell in notebook.cells:
        level = _level(cell)
        shown = _widgets(cell, states)
        if level == 2:
            unit = _begins(cell, titles)
            if unit:
                outline.units.append(unit)
            else:
                outline.ends.append(_part(cell, folded=True))
        elif unit and (unit.end or any(_kind(state) == "UnitEnd" for state in shown)):
            unit.end.append(cell)
        elif unit and level:
            unit.steps.append(_part(cell, folded=_is_extra(cell)))
        elif unit:
            unit.steps[-1].cells.append(cell)
            asked = {state["key"]: state["asks"] for state in shown if state.get("key") and state.get("asks")}
            unit.steps[-1].asked |= asked
        else:
            (outline.ends[-1].cells if outline.ends else outline.head).append(cell)
    return outline


def _begins(cell: NotebookNode, titles: Mapping[str, str]) -> Unit | None:
    heading = _plain(cell.source.partition("\n")[0])
    found = next((id for id, title in titles.items() if title in heading), None)
    return Unit(found, [_part(cell, folded=False)]) if found else None


def _part(cell: NotebookNode, folded: bool) -> Part:
    """A part that begins with this cell; the heading of one that is folded stands alone."""
    if not folded:
        return Part(cell.id, None, [cell])
    heading, _, rest = cell.source.partition("\n")
    below = [NotebookNode(cell, source=rest)] if rest.strip() else []
    return Part(cell.id, NotebookNode(cell, source=heading), below, extra=_is_extra(cell))


def _level(cell: NotebookNode) -> int:
    """Of the heading with which a prose cell begins; 0: with none."""
    if cell.cell_type != "markdown":
        return 0
    return len(re.match("#*", cell.source)[0])  # type: ignore[index]  # it always matches


def _is_extra(cell: NotebookNode) -> bool:
    return EXTRA in cell.metadata.get("tags", ())


def _widgets(cell: NotebookNode, states: States) -> list[Mapping[str, Any]]:
    views = [output.get("data", {}).get(_VIEW) for output in cell.get("outputs", ())]
    return [states[view["model_id"]] for view in views if view and view["model_id"] in states]


def _kind(state: Mapping[str, Any]) -> str:
    return str(state.get("_anywidget_id", "")).rpartition(".")[2]


def _plain(text: str) -> str:
    return " ".join(_TAG.sub("", text).split()).lower()
