"""The manifest names what each unit asks: all guesses and self-checks of its path, and nothing else."""

import pytest
from lesson_pages import shown_by

from fairki import manifest, ui

COURSE = manifest.read()


@pytest.mark.parametrize("module", COURSE.modules, ids=lambda module: module.id)
def test_a_unit_is_done_when_its_guesses_and_self_checks_are(root, module, monkeypatch):
    units, asked = {}, {}
    for thing in shown_by(root, module, monkeypatch, extra=False):
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


def test_only_one_unit_can_be_ended_without_a_single_answer():
    """It is about opinions, and nothing else is asked there."""
    without = [
        f"{module.id}.{unit.id}" for module in COURSE.modules for unit in module.units if not unit.asks
    ]
    assert without == ["00.1"]
