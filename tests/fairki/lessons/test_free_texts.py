"""Few words to type: what belongs to the path and what is for those who like to write."""

import pytest
from lesson_pages import shown_by

from coursetools import notebooks
from fairki import manifest, ui

COURSE = manifest.read()
MOST = 2
HEADING = "#### Was heißt das für uns?"


def on_the_path(block) -> bool:
    """Whether a block asks everybody for words of their own (a plan for one commitment, anchors for one rule)."""
    return (isinstance(block, ui.Note) and not block.optional) or isinstance(block, ui.Plan | ui.Anchors)


@pytest.mark.parametrize("module", COURSE.modules, ids=lambda module: module.id)
def test_the_path_of_a_module_asks_for_at_most_two_free_texts(root, module, monkeypatch):
    shown = shown_by(root, module, monkeypatch)
    asked = [block.key for block in shown if on_the_path(block)]
    assert 1 <= len(asked) <= MOST, asked
    named = {key for unit in module.units for keys, _ in unit.asks for key in keys.split("|")}
    assert not named & {block.key for block in shown if isinstance(block, ui.Note)}


@pytest.mark.parametrize("module", COURSE.modules, ids=lambda module: module.id)
def test_a_note_has_its_heading_on_the_page_or_else_on_its_fold(root, module, monkeypatch):
    cells = notebooks.load(root / "modules" / f"{module.slug}.ipynb").cells
    notes = [one for one in shown_by(root, module, monkeypatch) if isinstance(one, ui.Note)]
    open_ones = [note for note in notes if ".transfer." in note.key and not note.optional]
    assert len(open_ones) == sum(HEADING in cell.source for cell in cells)
    assert all(note.optional for note in notes if ".transfer." in note.key and note not in open_ones)
