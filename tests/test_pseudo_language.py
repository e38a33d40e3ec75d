"""A second language can be whole: with every word in ⟦ ⟧, nothing German is to be seen outside of it."""

import json
import re

import pytest

from coursetools import machine
from fairki import manifest, ui
from tests import pseudo_language, script_literals
from tests.answers import FULL, answers_to
from tests.lesson_pages import shown_by
from tests.pseudo_language import german_in, run
from tests.test_kept import answers_of

KEPT = manifest.ROOT / "tests" / "kept" / "2026.1"
"""What somebody answered in every module that this version had."""
REVEALED = {"00": 9, "01": 16, "02": 6, "03": 22, "04": 14, "05": 24, "06": 21, "07": 15, "08": 5}
"""So many parts of a page say something else once they are answered."""

LATER = [module for module in manifest.read().modules if module.id == "08"]
"""Modules that it did not have yet: there, whatever the blocks know is answered."""
PROSE = {
    "00_willkommen": 16,
    "01_bewusstsein": 25,
    "02_werte": 24,
    "03_pruefen": 36,
    "04_governance": 27,
    "05_feedback": 30,
    "06_mensch_maschine": 31,
    "07_verankern": 22,
    "08_schreiben": 40,
    "eigene_daten": 10,
}
"""Cells of Markdown in each notebook: the one kind of German that is no word of code."""

SHOW = """
import coursetools, json, sys
from pathlib import Path
from importlib import import_module
import nbformat
from fairki import manifest

def plain(thing):
    if hasattr(thing, "traits"):
        sync = thing.traits(sync=True)
        skip = {"key", "layout", "tabbable", "tooltip", "plotly", "value"}
        return {name: json.loads(json.dumps(getattr(thing, name), default=str)) for name in sync
                if not name.startswith("_") and name not in skip}
    return str(getattr(thing, "data", thing))

kept = json.loads(Path("answers.json").read_text("utf-8"))

def answer(blocks):
    known = {block.key: block for block in blocks if getattr(block, "key", "") in kept}
    for block in known.values():
        block.set_state({"value": kept[block.key]})
    return len(known)

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
    asked = [{type(one).__name__: plain(one)} for one in shown]
    count = answer(shown)
    answered = [{type(one).__name__: plain(one)} for one in shown]
    pages[module.id] = {"asked": asked, "answered": answered, "count": count}
print(json.dumps(pages))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The course in a folder of its own, with the pseudo-language."""
    folder = pseudo_language.write(tmp_path_factory.mktemp("pseudo"))
    answers = answers_of(KEPT)
    with pytest.MonkeyPatch.context() as patch:
        shown = [one for module in LATER for one in shown_by(manifest.ROOT, module, patch)]
    states = [one.get_state() for one in shown if isinstance(one, ui.Block)]
    answers |= {key: FULL[key] for key in (state["key"] for state in states) if key in FULL} | answers_to(
        states
    )
    (folder / "answers.json").write_text(json.dumps(answers), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def pages(folder):
    """Module → what the cells of its page show."""
    return run(folder, SHOW)


@pytest.mark.parametrize("module", [module.id for module in manifest.read().modules])
def test_a_page_shows_no_german_outside_of_the_words(pages, module):
    assert "⟦" in str(pages[module]["asked"])
    assert list(german_in(pages[module]["asked"])) == []


@pytest.mark.parametrize("module", [module.id for module in manifest.read().modules])
def test_what_a_page_reveals_is_no_german_outside_of_the_words(pages, module):
    before, after = pages[module]["asked"], pages[module]["answered"]
    assert list(german_in(after)) == []
    assert sum(one != other for one, other in zip(before, after, strict=True)) >= REVEALED[module]


FORMS = """
import coursetools, json
from pathlib import Path
from fairki import manifest, ui

def plain(block):
    names = [name for name in block.traits(sync=True) if not name.startswith("_")]
    skip = {"key", "layout", "tabbable", "tooltip", "value"}
    return {name: json.loads(json.dumps(getattr(block, name), default=str)) for name in names
            if name not in skip}

forms = {}
for exercise in manifest.read().exercises:
    released = Path("exercises", exercise.slug, exercise.slug + ".ipynb").read_text("utf-8")
    form = ui.Form(released)
    end = form.finish()
    blocks = [form.start(), *form.answers.values(), form.further(), end]
    states = [list(map(plain, blocks))]
    sent = []
    end.send = sent.append
    end.check()
    states.append(list(map(plain, blocks)))
    end.save()
    end.resolve()
    states.append(list(map(plain, blocks)))
    forms[exercise.slug] = {"states": states, "said": [one["text"] for one in sent if "text" in one]}
print(json.dumps(forms))
"""


def test_a_form_says_nothing_german_but_what_its_exercise_asks(folder, root):
    """The questions are those of the notebook that was given out."""
    forms = run(folder, FORMS)
    assert len(forms) == len(manifest.read().exercises)
    for slug, shown in forms.items():
        cells = json.loads((root / "exercises" / slug / f"{slug}.ipynb").read_text("utf-8"))["cells"]
        units = [cell["metadata"].get("fairki", {}).get("control", {}).get("unit", "") for cell in cells]
        given = " ".join(" ".join(["".join(cell["source"]) for cell in cells] + units).split())
        assert len(shown["said"]) == 1 and "⟦" in str(shown)
        pieces = [piece for one in german_in(shown) for piece in one.partition(": ")[2].split(" – ")]
        assert [piece for piece in pieces if re.sub(r"^[\d,.]+ ", "", piece) not in given] == []


SCRIPTS = """
import coursetools, json
from pathlib import Path
from fairki import web
folders = ["fairki/ui/static", "fairki/web", "coursetools/workshop/pages/static",
           "coursetools/grading/marking/pages/static"]
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
    assert len(shown) == 19 and all("⟦" in str(one) for one in shown.values())
    assert list(german_in(shown)) == []


GRADING = """
import sys
sys.path[:0] = [{tests!r}]
import json, pathlib, pseudo_grading
print(json.dumps(pseudo_grading.shown("bewusstsein", pathlib.Path({hand_ins!r}))))
"""
WRITTEN = {
    "a1": "abstand_abgelesen = 1 / 0",
    "a2": 'etikett_misst = "a"',
    "a4": 'weggenommen = ["geschlecht"]',
    "a5": 'urteile = {1: "stimmt", 2: "stimmt", 4: "offen"}',
    "f1": "Der Satz ist zu ungenau.",
    "b1": "import os\ndef abstand(tabelle, gruppe, entscheidung):\n    return os.environ",
    "b2": "while True:\n    pass",
}
"""Grade id → what a person wrote."""


@pytest.fixture(scope="module")
def graded(folder, root, tmp_path_factory):
    """Page → what its learner is shown, and what the trainer is; and what stands in exercise and hand-ins."""
    hand_ins = tmp_path_factory.mktemp("hand_ins")
    given = json.loads((root / "exercises" / "bewusstsein" / "bewusstsein.ipynb").read_text("utf-8"))
    (hand_ins / "empty.ipynb").write_text(json.dumps(given), encoding="utf-8")
    slips = json.loads(json.dumps(given))
    slips["metadata"]["fairki"]["solution_seen"] = True
    for cell in slips["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id")
        cell["source"] = WRITTEN.get(name, cell["source"])
    slips["cells"] = [cell for cell in slips["cells"] if cell["id"] != "a3-tabelle"]
    (hand_ins / "slips.ipynb").write_text(json.dumps(slips), encoding="utf-8")
    (hand_ins / "torn.ipynb").write_text("{", encoding="utf-8")
    shown = run(folder, GRADING.format(tests=str(root / "tests"), hand_ins=str(hand_ins)))
    source = json.loads((root / "solutions" / "bewusstsein" / "bewusstsein.ipynb").read_text("utf-8"))
    own = [*WRITTEN.values(), *("".join(cell["source"]) for one in (given, source) for cell in one["cells"])]
    return shown, " ".join(" ".join(own).split())


@pytest.mark.needs(machine.BUBBLEWRAP)
@pytest.mark.parametrize(
    ("page", "least"), [("empty", 50), ("slips", 50), ("torn", 10), ("overview", 30), ("table", 8)]
)
def test_grading_says_nothing_german_but_what_exercise_and_learner_wrote(graded, page, least):
    pages, written = graded
    assert str(pages[page]).count("⟦") >= least
    found = [
        piece for one in german_in(pages[page]) for piece in re.split(r"^: (?:[AB]\d: )?| –(?: |$)", one)
    ]
    assert [piece for piece in found if piece not in written] == []


def test_the_prose_of_the_notebooks_is_all_that_is_not_in_files_of_words(root):
    """A second language needs notebooks of its own: so many cells of prose they have."""
    prose = {
        path.stem: sum(
            cell["cell_type"] == "markdown" for cell in json.loads(path.read_text("utf-8"))["cells"]
        )
        for path in sorted((root / "modules").glob("*.ipynb"))
    }
    assert prose == PROSE
