"""A second language can be whole: with every word in ⟦ ⟧, nothing German is to be seen outside of it."""

import json

import pytest

from fairki import manifest
from tests import pseudo_language, script_literals
from tests.pseudo_language import german_in, run

PROSE = {
    "00_willkommen": 16,
    "01_bewusstsein": 20,
    "02_werte": 20,
    "03_pruefen": 25,
    "04_governance": 23,
    "05_feedback": 29,
    "06_mensch_maschine": 20,
    "07_verankern": 24,
}
"""Cells of Markdown in each notebook: the one kind of German that is no word of code."""

SHOW = """
import coursetools, json, sys
from importlib import import_module
import nbformat
from fairki import manifest

def plain(thing):
    if hasattr(thing, "traits"):
        sync = thing.traits(sync=True)
        skip = {"key", "layout", "tabbable", "tooltip", "plotly"}
        return {name: json.loads(json.dumps(getattr(thing, name), default=str)) for name in sync
                if not name.startswith("_") and name not in skip}
    return str(getattr(thing, "data", thing))

pages = {}
for module in manifest.read().modules:
    shown = []
    import_module(f"fairki.lessons.module_{module.id}")
    for name, lesson in list(sys.modules.items()):
        if name.startswith("fairki.lessons.") and hasattr(lesson, "display"):
            lesson.display = lambda *things, **_: shown.extend(things)
    names = {}
    for cell in nbformat.read(f"modules/{module.slug}.ipynb", 4).cells:
        if cell.cell_type == "code":
            exec(compile(cell.source, module.slug, "exec"), names)
    pages[module.id] = [{type(one).__name__: plain(one)} for one in shown]
print(json.dumps(pages))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The course in a folder of its own, with the pseudo-language."""
    return pseudo_language.write(tmp_path_factory.mktemp("pseudo"))


@pytest.fixture(scope="module")
def pages(folder):
    """Module → what the cells of its page show."""
    return run(folder, SHOW)


@pytest.mark.parametrize("module", [module.id for module in manifest.read().modules])
def test_a_page_shows_no_german_outside_of_the_words(pages, module):
    assert "⟦" in str(pages[module])
    assert list(german_in(pages[module])) == []


SCRIPTS = """
import coursetools, json
from pathlib import Path
from fairki import web
folders = ["fairki/ui/static", "fairki/web", "coursetools/workshop/pages/static"]
scripts = [path for folder in folders for path in sorted(Path(folder).glob("*.js")) if "texts" not in path.name]
print(json.dumps({str(path): web.module(path.resolve()) for path in scripts}))
"""


def test_a_script_says_nothing_german_outside_of_the_words(folder):
    kept = {
        text for _, text in script_literals.read((folder / "fairki/web/migrations.js").read_text("utf-8"))
    }
    found = {
        path: [text for _, text in script_literals.read(script) if text not in kept]
        for path, script in run(folder, SCRIPTS).items()
    }
    assert sum("⟦" in str(texts) for texts in found.values()) > 40
    assert list(german_in(found)) == []


WORD = """
import coursetools, datetime as dt, io, json
from docx import Document
from fairki.documents import kodex as document
from fairki.documents.word_file import word
from fairki import manifest
from fairki.kodex import example
paper = document.paper(example.EXAMPLE_KODEX, dt.date(2026, 5, 3), manifest.read().aspects)
made = Document(io.BytesIO(word(paper)))
cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
section = made.sections[0]
ends = [one.text for end in (section.header, section.footer) for one in end.paragraphs]
print(json.dumps([one.text for one in made.paragraphs] + cells + ends))
"""


def test_a_word_file_says_nothing_german_outside_of_the_words(folder):
    shown = run(folder, WORD)
    assert len(shown) > 20 and "⟦" in str(shown)
    assert list(german_in(shown)) == []


WORKSHOP = """
import sys, tempfile
sys.path[:0] = [{tests!r}]
import json, pathlib, pseudo_workshop
with tempfile.TemporaryDirectory() as folder:
    print(json.dumps(pseudo_workshop.hold(pathlib.Path(folder))))
"""


def test_a_workshop_says_nothing_german_outside_of_the_words(folder, root):
    shown = run(folder, WORKSHOP.format(tests=str(root / "tests")))
    assert len(shown) == 11 and all("⟦" in str(one) for one in shown.values())
    assert list(german_in(shown)) == []


def test_the_prose_of_the_notebooks_is_all_that_is_not_in_files_of_words(root):
    """A second language needs notebooks of its own: so many cells of prose they have."""
    prose = {
        path.stem: sum(
            cell["cell_type"] == "markdown" for cell in json.loads(path.read_text("utf-8"))["cells"]
        )
        for path in sorted((root / "modules").glob("*.ipynb"))
    }
    assert prose == PROSE
