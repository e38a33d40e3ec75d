"""The manifest names what each unit asks: all guesses and self-checks of its page, and nothing else."""

import sys
from importlib import import_module

import nbformat
import pytest

from fairki import manifest, ui

COURSE = manifest.read()


def shown_by(root, module, monkeypatch) -> list:
    """What the cells of a module's notebook show, in the order of the page."""
    shown = []
    import_module(f"fairki.lessons.module_{module.id}")
    for name, lesson in sys.modules.items():
        if name.startswith("fairki.lessons.") and hasattr(lesson, "display"):
            monkeypatch.setattr(lesson, "display", lambda *things, **_: shown.extend(things))
    names: dict = {}
    for cell in nbformat.read(root / "modules" / f"{module.slug}.ipynb", 4).cells:
        if cell.cell_type == "code":
            exec(compile(cell.source, module.slug, "exec"), names)  # our own page
    return shown


@pytest.mark.parametrize("module", COURSE.modules, ids=lambda module: module.id)
def test_a_unit_is_done_when_its_guesses_and_self_checks_are(root, module, monkeypatch):
    units, asked = {}, {}
    for thing in shown_by(root, module, monkeypatch):
        if isinstance(thing, ui.Guess):
            asked[thing.key] = 1
        elif isinstance(thing, ui.Quiz):
            asked[thing.key] = len(thing.questions)
        elif isinstance(thing, ui.UnitEnd):
            units[thing.unit], asked = asked, {}
    assert not asked  # nothing is asked after the last unit
    for unit in module.units:
        named = {key: answers for keys, answers in unit.asks for key in keys.split("|")}
        assert named == units[unit.id], f"module {module.id}, unit {unit.id}"


def test_few_units_can_be_ended_without_a_single_answer():
    """Those are about an opinion, or about building something, and nothing else is asked there."""
    without = [
        f"{module.id}.{unit.id}" for module in COURSE.modules for unit in module.units if not unit.asks
    ]
    assert without == ["00.1", "02.3"]
