"""The edition for paper: what Chromium makes of a real module."""

import json
import re
import subprocess
import sys
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from coursetools import cli, machine, notebooks
from coursetools.publish import de, paper
from coursetools.workshop.options import WrongCallError
from fairki import manifest
from fairki.errors import SetupError

pytestmark = pytest.mark.browser

MODULE = manifest.read().module("01")
ROLES, SETUPS = (manifest.read().module(one) for one in ("04", "06"))
ADDRESS = "https://kurs.example/fairki/"
PRINT = """
import sys
from pathlib import Path
from coursetools.publish import paper
from fairki import manifest
root, folder, address, *modules = sys.argv[1:]
paper.print_modules(Path(root), [manifest.read().module(one) for one in modules], Path(folder), address, print)
"""
FOOTER = re.compile(r"Seite \d+ von \d+")


@pytest.fixture(scope="module")
def folder(course_folder, tmp_path_factory) -> Path:
    """Three modules on paper; a server and a browser of its own come and go."""
    folder = tmp_path_factory.mktemp("druck")
    modules = [module.id for module in (MODULE, ROLES, SETUPS)]
    call = [sys.executable, "-c", PRINT, str(course_folder), str(folder), ADDRESS, *modules]
    done = subprocess.run(call, capture_output=True, text=True, timeout=480)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [f"Gedruckt: {number} von 3 Modulen" for number in (1, 2, 3)]
    return folder


@pytest.fixture(scope="module")
def printed(folder) -> PdfReader:
    """Module 01."""
    return PdfReader(folder / f"{MODULE.slug}.pdf")


@cache
def texts_of(folder, module) -> list[str]:
    """The text of each page, without the footer."""
    pages = PdfReader(folder / f"{module.slug}.pdf").pages
    texts = [unicodedata.normalize("NFKC", page.extract_text()) for page in pages]  # ﬀ is two letters
    return [FOOTER.sub("", text).replace(module.title, "") for text in texts]


@pytest.fixture(scope="module")
def pages(folder) -> list[str]:
    """Those of module 01."""
    return texts_of(folder, MODULE)


def squeezed(text: str) -> str:
    """Without what depends on where lines end."""
    return re.sub(r"[\s\u00ad‐-]", "", text)


def elements(node, kind: str) -> list:
    """All elements of this kind below one of the structure of a PDF."""
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, list):
        return [found for part in node for found in elements(part, kind)]
    if not isinstance(node, dict):
        return []
    below = elements(node["/K"], kind) if "/K" in node else []
    return [node, *below] if node.get("/S") == kind else below


def titles(outline) -> list[str]:
    """All titles of an outline, from top to bottom."""
    return [title for one in outline for title in (titles(one) if isinstance(one, list) else [one["/Title"]])]


def test_it_is_tagged_german_and_has_a_title(printed):
    root = printed.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "de"
    assert printed.metadata.title == f"{MODULE.title} – FairKI"


def test_every_figure_says_in_words_what_it_shows(printed):
    figures = elements(printed.trailer["/Root"]["/StructTreeRoot"], "/Figure")
    assert len(figures) > 4
    assert [one for one in figures if not one.get("/Alt")] == []


def test_the_outline_leads_to_each_unit_and_to_what_belongs_to_its_end(printed):
    found = titles(printed.outline)
    for unit in MODULE.units:
        assert unit.title in found
        assert f"Auflösungen: {unit.title}" in found


def test_each_word_of_the_notebook_is_on_paper(pages, root):
    whole = squeezed("".join(pages))
    notebook = notebooks.load(root / "modules" / f"{MODULE.slug}.ipynb")
    prose = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    for sentence, here in de.ON_PAPER.items():
        prose = prose.replace(sentence, here)
    words = set(re.findall(r"\w{4,}", re.sub(r"<[^>]*>|\]\([^)]*\)", " ", prose)))
    assert len(words) > 300
    assert [word for word in words if word not in whole] == []


def test_it_is_a_form_for_a_pen_and_answers_stand_behind_it(pages):
    whole = "\n".join(pages)
    assert whole.count("Einladen Absagen") == 16
    assert "Ihre Schätzung:" in whole
    assert "Beispiel-Antwort:" in whole
    assert not re.search(r"Auflösen|Weiter ohne Antwort|Prüfen\n|Herunterladen", whole)


@pytest.mark.parametrize("module", [MODULE, ROLES, SETUPS], ids=lambda module: module.id)
def test_no_page_is_empty(folder, module):
    pages = texts_of(folder, module)
    assert [number for number, text in enumerate(pages, 1) if len(squeezed(text)) < 40] == []


def test_nothing_is_called_a_gap_before_somebody_filled_it_in(folder):
    pages = texts_of(folder, ROLES)
    end = next(at for at, text in enumerate(pages) if f"Auflösungen: {ROLES.units[0].title}" in text)
    form = "\n".join(pages[:end])
    assert form.count("Wer steht dafür ein?") >= 8
    assert not re.search(r"\? (\d Lücken|Lücke|noch offen)", form)


def test_of_a_long_table_the_first_rows_stand_there_and_a_sentence_says_so(folder):
    said = "".join(texts_of(folder, SETUPS))
    assert "Hier stehen die ersten 12 von 65 Zeilen. Am Bildschirm stehen alle." in said
    pdf = PdfReader(folder / f"{SETUPS.slug}.pdf")
    tables = elements(pdf.trailer["/Root"]["/StructTreeRoot"], "/Table")
    assert max(len(elements(one, "/TR")) for one in tables) < 40


def test_each_unit_names_its_address(pages):
    whole = squeezed("".join(pages))
    for unit in MODULE.units:
        assert squeezed(f"{ADDRESS}modul/{MODULE.slug}.html#einheit-{unit.id}") in whole


def test_without_chromium_one_sentence_says_what_to_install(course_folder, tmp_path, monkeypatch):
    monkeypatch.setattr(machine, "BROWSERS", ())
    monkeypatch.delenv("FAIRKI_CHROMIUM", raising=False)
    with pytest.raises(SetupError) as refused:
        paper.run(course_folder, tmp_path, None, json.dumps)
    assert refused.value.happened == "Zum Drucken fehlt Chromium."
    assert machine.HEADLESS in refused.value.remedy


def test_an_address_alone_is_a_wrong_call(tmp_path):
    with pytest.raises(WrongCallError, match="--druck"):
        cli.publish(tmp_path, address=ADDRESS)
