"""Pages that Python joins when they are drawn already: light until an answer comes, and then the same pages."""

import json
import subprocess
import sys

import pytest
from lesson_pages import cells_of

from fairki import manifest, ui
from fairki.lessons.scene import Page

MODULES = manifest.read().modules
EXERCISES = manifest.read().exercises
HEAVY = ("sklearn", "scipy", "fairlearn", "plotly", "docx", "lxml")

RUN = """
import json, sys
from pathlib import Path
from coursetools import forms, pages
from fairki import web

web.wanted = False
from fairki.lessons.scene import Page

Page.drawn = True
found = {}
for name, source in pages.sources(Path(sys.argv[1])).items():
    names = {}
    for cell in pages.made(name, source).cells:
        if cell.cell_type == "code" and forms.SHOWN not in cell.metadata.get("tags", ()):
            exec(compile(cell.source, name, "exec"), names)
    found[name] = sorted(set(json.loads(sys.argv[2])) & set(sys.modules))
print(json.dumps(found))
"""


def test_no_page_loads_what_is_heavy_before_an_answer_needs_it(root):
    command = [sys.executable, "-c", RUN, str(root), json.dumps(HEAVY)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1]
    found = json.loads(said)
    assert len(found) == len(MODULES) + len(EXERCISES) + 1  # and the page for data of one's own
    assert set(map(tuple, found.values())) == {()}


def states(blocks):
    """What the blocks show: all traits, without those that say who they are."""
    return [
        {
            name: value
            for name, value in block.get_state().items()
            if not name.startswith("_") and name != "layout"
        }
        for block in blocks
    ]


@pytest.mark.parametrize("module", MODULES, ids=lambda one: one.id)
def test_a_page_that_was_joined_comes_to_the_states_that_were_drawn(root, module, monkeypatch):
    def run():
        shown = [thing for _, things in cells_of(root, module, monkeypatch) for thing in things]
        return [thing for thing in shown if isinstance(thing, ui.Block)]

    drawn = states(run())
    scenes, show = [], Page.show
    monkeypatch.setattr(Page, "drawn", True)
    monkeypatch.setattr(
        Page, "show", lambda page, name, scene: (scenes.append((page, scene)), show(page, name, scene))
    )
    blocks = run()
    assert scenes and len(blocks) == len(drawn)
    for page, scene in scenes:
        if scene.first:
            scene.put(scene.first())
        if not scene.waits:
            page._tell(scene)
    assert states(blocks) == drawn
