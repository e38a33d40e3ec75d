"""Kept answers come back in any order of units: what a unit builds on elsewhere is declared, so that it comes first."""

import pytest
from answers import FULL, answers_to
from lesson_pages import shown_by

from fairki import manifest, ui
from fairki.ui import Block


class Witness:
    """Notes for each function that reacts to an answer which answers it reads and which blocks it changes."""

    def __init__(self, monkeypatch):
        self.calls, self.now = [], None
        observe, value = Block.observe, Block.value
        read = value.get

        def observe_noted(block, handler, *names, **kind):
            ours = names == ("value",)
            observe(block, (lambda change: self.call(handler, change)) if ours else handler, *names, **kind)

        def read_noted(block, owner=None):
            if self.now and block is not None:
                self.now[0].add(block)
            return read(block, owner)

        monkeypatch.setattr(Block, "observe", observe_noted)
        monkeypatch.setattr(value, "get", read_noted)
        self.watch = lambda block: observe(block, self.changed)

    def call(self, handler, change):
        before, self.now = self.now, ({change.owner}, set())
        handler(change)
        self.calls.append(self.now)
        self.now = before

    def changed(self, change):
        if self.now:
            self.now[1].add(change.owner)


def units_of(shown: list) -> dict[Block, str]:
    """The unit of each block; what stands after the last one belongs to it, too."""
    left = [thing.unit for thing in shown if isinstance(thing, ui.UnitEnd)]
    found = {}
    for thing in shown:
        if isinstance(thing, Block):
            found[thing] = left[0]
        if isinstance(thing, ui.UnitEnd) and len(left) > 1:
            left.pop(0)
    return found


@pytest.mark.parametrize("module", manifest.read().modules, ids=lambda module: module.id)
def test_a_block_names_the_later_units_that_show_something_of_it(root, module, monkeypatch):
    witness = Witness(monkeypatch)
    units = units_of(shown_by(root, module, monkeypatch))
    for block in units:
        witness.watch(block)
    given = FULL | answers_to(block.get_state() for block in units)
    for block in units:
        kept = {key: given[key] for key in getattr(block, "wanted", []) if key in given} or given.get(
            block.key
        )
        if kept is not None:
            block.set_state({"value": kept})
            assert block.value, block.key
    restored = {block for block in units if block.key or getattr(block, "wanted", [])}
    fed = {
        (block.key, units[changed])
        for reads, changes in witness.calls
        for changed in changes & units.keys()
        for block in reads & restored
        if units[changed] > units[block]
    }
    assert fed == {(block.key, unit) for block in units for unit in block.feeds}
