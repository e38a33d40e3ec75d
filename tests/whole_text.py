"""All that the course says to learners and facilitators, read without a browser: place → texts.

``python -m tests.whole_text`` prints it as JSON, for the company in ``FAIRKI_BETRIEB``.
"""

import ast
import datetime as dt
import json
from collections.abc import Iterator
from typing import Any
from unittest import mock

import IPython.display

from coursetools import data, pages
from coursetools.workshop import agenda, guide
from fairki import manifest, systems, ui, worlds
from fairki.documents import folder
from fairki.documents.layout import markdown
from fairki.kodex.example import EXAMPLE_KODEX
from fairki.lessons import lesson, scene
from fairki.ui.form import Answer, Solved

ROOT = manifest.ROOT
DAY = dt.date(2026, 11, 2)
KEPT = ROOT / "tests" / "kept" / "2026.1"
ANSWERS = json.loads((KEPT / "store.json").read_text(encoding="utf-8"))["answers"]


def texts(value: Any) -> Iterator[str]:
    """Every text in a value that a page gets."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield str(key)
            yield from texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)


NOT_SHOWN = ("_esm", "_css", "value", "right")
"""Traits that no reader sees: scripts, and answers as they are kept."""


def of_block(block: ui.Block) -> list[str]:
    """What a block shows; of an option its words and not the value that is kept."""
    state = {key: one for key, one in block.get_state().items() if key not in NOT_SHOWN}
    if isinstance(block, Answer):
        state["options"] = [words for _, *words in block.options]
    if isinstance(block, Solved):
        state["worked"] = [{**one, "right": []} for one in block.worked]
    return list(texts(state))


def of_cells(cells: list) -> Iterator[str]:
    """The prose of a page, then what its cells show: as it comes, and once everything is answered."""
    shown: list = []
    names: dict = {}
    with mock.patch.multiple(IPython.display, display=lambda *all: shown.extend(all)):
        for cell in cells:
            if cell["cell_type"] == "markdown":
                yield cell["source"]
                continue
            *body, last = ast.parse(cell["source"]).body
            exec(compile(ast.Module(body, []), "cell", "exec"), names)
            if isinstance(last, ast.Expr):
                shown.append(eval(compile(ast.Expression(last.value), "cell", "eval"), names))
            else:
                exec(compile(ast.Module([last], []), "cell", "exec"), names)
    blocks = [one for one in shown if isinstance(one, ui.Block)]
    yield from (one._repr_html_() for one in shown if hasattr(one, "_repr_html_") and one not in blocks)
    for block in blocks:
        yield from of_block(block)
    for block in blocks:
        if getattr(block, "key", "") in ANSWERS:
            block.set_state({"value": ANSWERS[block.key]})
        if isinstance(block, Solved):
            block.offer()
        if isinstance(block, Answer):
            with_answers(block)
    for block in blocks:
        yield from of_block(block)


def with_answers(block: Answer) -> None:
    """Give the worked answer to a question, and let the visible checks speak to it."""
    for option, _ in block.question.options[:1]:
        value = {"choice": option, "table": {"1": option}, "checkbox": [option]}.get(block.kind)
        if value is not None:
            block.value = value
    block.check()


def pages_of_course() -> Iterator[tuple[str, list[str]]]:
    with (
        mock.patch.object(lesson, "display", lambda *all: IPython.display.display(*all)),
        mock.patch.object(scene, "display", lambda *all: IPython.display.display(*all)),
    ):
        for name, source in pages.sources(ROOT).items():
            yield name, list(of_cells(pages.made(name, source)["cells"]))


def documents() -> Iterator[tuple[str, list[str]]]:
    for name, answers in (("empty", {}), ("kept", ANSWERS)):
        yield f"folder, {name}", [markdown(folder.paper(folder.entries(answers), DAY))]
    yield "example of a Kodex", [EXAMPLE_KODEX.dumps()]


def workshop() -> Iterator[tuple[str, list[str]]]:
    for module in manifest.read().modules:
        yield f"guide {module.id}", [markdown(guide.guide(module.id, DAY))]
    for name, one in agenda.load().items():
        yield f"agenda {name}", [*texts(one.plain()), markdown(guide.run_sheet(one, DAY))]
    for name, step in agenda.steps().items():
        yield f"step {name}", list(texts(json.loads(json.dumps(vars(step), default=vars))))


def tables() -> Iterator[tuple[str, list[str]]]:
    for name, world in worlds.WORLDS.items():
        yield f"data sheet {name}", [data.datasheet(world, worlds.load(name))]
    for system in systems.catalogue():
        yield f"system {system.id}", list(texts(json.loads(json.dumps(vars(system.steckbrief), default=str))))


def everything() -> dict[str, list[str]]:
    """Place → the texts that stand there."""
    return dict([*pages_of_course(), *documents(), *workshop(), *tables()])


if __name__ == "__main__":
    print(json.dumps(everything(), ensure_ascii=False))
