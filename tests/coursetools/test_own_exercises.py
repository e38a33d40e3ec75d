"""An exercise of the company's own: made by one call, refused as long as it is unsound, then an exercise like all."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from banks import ROOT
from piles import command, course, packed

from coursetools import own_company
from coursetools.files import write_atomically
from coursetools.grading import grade
from coursetools.own_exercises import new, probes
from coursetools.own_exercises.probes import BY_HAND, Probe
from fairki import manifest
from fairki.company import reading
from fairki.errors import BadFileError

pytestmark = pytest.mark.xdist_group("grading")

SLUG = "schichtplan"
EXAMPLE = ROOT / "docs" / "beispiele" / "stadtverwaltung"
SHOW = """
import json, sys
from pathlib import Path
from coursetools import own_company
own_company.take(sys.argv[1])
from coursetools import forms, notebooks, own_exercises, pages
from coursetools.serve import site
from fairki import company, manifest, reference
from fairki.ui import worked
from fairki.ui.exercise import Exercise
root, slug = Path(sys.argv[2]), sys.argv[3]
exercise = manifest.read(root).exercise(slug)
found = site.site(manifest.read(root), root)
released = notebooks.load(found.downloads[f"uebung/{slug}.ipynb"])
form = pages.made(pages.form_name(slug), pages.sources(root)[pages.form_name(slug)])
print(json.dumps({
    "title": exercise.title, "module": exercise.module,
    "page": found.pages[f"uebung/{slug}"].title,
    "released": "".join(cell.source for cell in released.cells),
    "form": "".join(cell.source for cell in form.cells),
    "worked": worked.of(Exercise(json.loads(notebooks.dumps(released))), "a1"),
    "published": [path.name for path in company.current().files],
}))
"""


def run(code: str, *arguments: object) -> subprocess.CompletedProcess:
    line = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(line, capture_output=True, text=True, timeout=120)


BUILD = """
import sys
from pathlib import Path
from coursetools import own_company
own_company.take(sys.argv[1])
from coursetools import own_exercises
from fairki.errors import FairkiError
try:
    own_exercises.build(Path(sys.argv[2]))
except FairkiError as error:
    sys.exit(str(error))
print(own_exercises.stale(Path(sys.argv[2])))
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> tuple[Path, Path]:
    """A course, and a company with an exercise of its own, made and built by commands alone."""
    root = course(tmp_path_factory.mktemp("eigene") / "kurs")
    firm = shutil.copytree(EXAMPLE, root.parent / "betrieb")
    line, environment = command(root)
    line = [*line[:-1], "uebung", "neu", SLUG, "--betrieb", str(firm)]
    told = subprocess.run(line, env=environment, capture_output=True, text=True, timeout=120)
    assert told.returncode == 0, told.stderr
    assert f"release --betrieb {firm}\n" in told.stdout  # which looks into no folder by itself
    built = run(BUILD, firm, root)
    assert (built.returncode, built.stdout.strip()) == (0, "False"), built.stderr
    return root, firm


def test_the_guide_shows_what_the_command_makes():
    """Its example is the one that these tests run: the same call, the same files, the same probe."""
    guide = (ROOT / "docs" / "eigene-uebung.md").read_text(encoding="utf-8")
    assert f"build_course.py uebung neu {SLUG}\n" in guide
    assert all(f"`uebungen/{name}`" in guide for name in new.files(SLUG))
    (shown,) = [block for block in guide.split("```") if block.strip().startswith("[[probe]]")]
    assert shown.strip() in new.files(SLUG)[f"proben/{SLUG}.toml"]


def test_the_folder_of_the_company_stays_sound(made):
    _, firm = made
    company, complaints = reading.check(firm)
    assert complaints == [] and [one.slug for one in company.exercises] == [SLUG]


def test_it_has_its_page_its_form_its_notebook_and_its_worked_answers(made):
    root, firm = made
    shown = run(SHOW, firm, root, SLUG)
    assert shown.returncode == 0, shown.stderr
    found = json.loads(shown.stdout)
    assert found["title"] == "Darf das hinein?" and found["module"] == "01"
    assert found["page"].startswith("Darf das hinein?")
    assert 'form.ask("a1")' in found["form"]
    assert "Adresse eines Menschen" in "".join(found["worked"]["text"])
    assert found["worked"]["link"].startswith("../modul/")


def test_neither_page_nor_download_nor_what_is_published_holds_its_solution(made):
    root, firm = made
    found = json.loads(run(SHOW, firm, root, SLUG).stdout)
    for text in (found["released"], found["form"]):
        assert "HIDDEN" not in text and "tolerance=0.5" not in text and 'darf_hinein = "b"' not in text
    assert f"{SLUG}.ipynb" not in found["published"] and "proben" not in found["published"]


def test_without_the_company_the_course_has_only_its_own(made):
    root, _ = made
    assert SLUG not in [one.slug for one in manifest.read(root).exercises]


def test_hand_ins_are_graded_as_those_of_all_exercises(made):
    root, firm = made
    released = root / ".build" / "uebungen" / "exercises" / SLUG / f"{SLUG}.ipynb"
    solved = json.loads(released.read_bytes())
    for cell in solved["cells"]:
        if cell["id"] == "a1":
            cell["source"] = 'darf_hinein = "b"'
    hand_ins = [("Selma Ak", json.dumps(solved).encode()), ("Ben Ito", released.read_bytes())]
    line, environment = command(
        root, str(packed(root / "abgaben.zip", hand_ins)), "--betrieb", str(firm), "--rueckgabe"
    )
    done = subprocess.run(line, env=environment, capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stderr
    folder = root / grade.FOLDER
    table = (folder / f"punkte_{SLUG}.csv").read_text(encoding="utf-8-sig")
    assert sorted(row.split(";")[1] for row in table.splitlines()[1:]) == ["0", "2"]
    assert (folder / "rueckgabe" / f"{SLUG}.zip").exists()
    assert "Darf das hinein?" in (folder / grade.OVERVIEW).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "before", "after", "told"),
    [
        ("proben/schichtplan.toml", 'a2 = "20"', 'a2 = "25"', "gerechnet“, Frage „a2“: bekommt 4 Punkte"),
        ("schichtplan.ipynb", 'darf_hinein = \\"b\\"', 'darf_hinein = \\"c\\"', "diese Prüfungen nicht: a1-test-1"),
        ("schichtplan.ipynb", "wahl == ", "True or wahl == ", None),
        ("schichtplan.ipynb", '"exercise": "schichtplan"', '"exercise": "andere"', "gehört nicht zur Übung"),
        ("schichtplan.toml", 'frage = "a2"', 'frage = "a3"', "Eine Frage „a3“ gibt es im Notebook nicht"),
        ("schichtplan.toml", 'modul = "01"', 'modul = "77"', "Ein Modul „77“ gibt es nicht"),
        ("proben/schichtplan.toml", "grundlage", "grund", "Diese Probe passt nicht"),
    ],
)  # fmt: skip
def test_what_is_unsound_is_refused_with_its_place(made, tmp_path, file, before, after, told):
    root, firm = made
    firm = shutil.copytree(firm, tmp_path / "betrieb")
    path = firm / "uebungen" / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    old = (root / ".build" / "uebungen" / "exercises" / SLUG / f"{SLUG}.ipynb").read_bytes()
    built = run(BUILD, firm, root)
    assert built.returncode != 0
    assert (told or "Das Falsche angekreuzt“, Frage „a1“: bekommt 2 Punkte") in built.stderr
    assert (root / ".build" / "uebungen" / "exercises" / SLUG / f"{SLUG}.ipynb").read_bytes() == old


@pytest.mark.parametrize(
    ("file", "before", "after", "line", "told"),
    [
        ("schichtplan.toml", 'modul = "01"', 'modul = "77"', 6, "Ein Modul „77“ gibt es nicht"),
        ("schichtplan.toml", '"01.1" #', '"01.9" #', 12, "Eine Einheit „01.9“ gibt es nicht"),
        ("schichtplan.toml", 'frage = "a2"', 'frage = "a9"', 15, "Eine Frage „a9“ gibt es im Notebook nicht"),
        ("schichtplan.toml", 'frage = "a2"', 'frage = "a1"', 15, "Der Lösungsweg zu „a1“ steht zweimal da"),
        ("schichtplan.ipynb", '"exercise": "schichtplan"', '"exercise": "andere"', 0, "gehört nicht zur Übung"),
        ("schichtplan.ipynb", '"cells"', "cells", 0, "kein lesbares Notebook"),
        ("schichtplan.ipynb", '"grade_id": "a1",', "", 0, "hat keine Kennung von nbgrader"),
        ("proben/schichtplan.toml", "grundlage = ", "grund = ", None, "Diese Probe passt nicht"),
        ("proben/schichtplan.toml", "a2 = ", "a9 = ", None, "gibt es in der Übung nicht: a9"),
        ("proben/schichtplan.toml", "[[probe]]", "[[probe]", None, "stimmt die Schreibweise nicht"),
    ],
)  # fmt: skip
def test_the_check_of_the_folder_names_file_and_line_of_what_is_unsound(
    tmp_path, file, before, after, line, told
):
    """All that it names is looked up, before anything is built: modules, units, questions, probes."""
    own_company.new(tmp_path / "wir")
    for name, content in new.files(SLUG).items():
        write_atomically(tmp_path / "wir" / "uebungen" / name, content)
    assert own_company.complaints(tmp_path / "wir") == []
    path = tmp_path / "wir" / "uebungen" / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    first, *_ = own_company.complaints(tmp_path / "wir")
    wanted = text[: text.index(before)].count("\n") + 1 if line is None else line
    assert told in first.what and first.path == path and first.write
    assert first.line == wanted or (line is None and 0 < first.line <= wanted)


@pytest.mark.parametrize("slug", ["", "Übung", "a b", "../x", "x" * 50, "werte"])
def test_a_name_that_does_not_fit_or_is_taken_is_refused(made, monkeypatch, slug):
    root, firm = made
    monkeypatch.setattr(new.company, "own", lambda: reading.read(firm))
    with pytest.raises(BadFileError):
        new.new(slug, root)


def test_without_a_company_it_says_how_to_get_one(made):
    with pytest.raises(BadFileError, match="Ordner Ihres Betriebs") as told:
        new.new("neu", made[0])
    assert "betrieb neu" in told.value.remedy


class TestProbes:
    MOST = {"a1": 2.0, "f1": 2.0}  # noqa: RUF012  (never written to)

    def test_what_is_not_said_is_what_the_base_earns(self):
        assert Probe("x", True, {}, {}).expected(self.MOST, {"f1"}) == {"a1": 2, "f1": BY_HAND}
        assert Probe("x", False, {}, {"a1": 1}).expected(self.MOST, set()) == {"a1": 1, "f1": 0}

    def test_points_of_no_question_are_refused(self):
        with pytest.raises(BadFileError, match="a9"):
            Probe("x", True, {}, {"a9": 1}).expected(self.MOST, set())

    def test_answers_of_no_question_are_refused(self):
        untouched = json.dumps(json.loads((new.TEMPLATE / f"{new.SLUG}.ipynb").read_text("utf-8"))).encode()
        with pytest.raises(BadFileError, match="a9"):
            Probe("x", True, {"a9": "1"}, {}).made(untouched, untouched)

    def test_no_file_means_no_probes(self, tmp_path):
        assert probes.read(tmp_path / "nichts.toml") == []

    @pytest.mark.parametrize(
        "text",
        [
            "[[probe]",
            "probe = 1",
            "x = 1",
            '[[probe]]\nname = "x"\ngrundlage = "leer"\npunkte = { a1 = "viel" }',
        ],
    )
    def test_a_damaged_file_is_named(self, tmp_path, text):
        path = tmp_path / "kaputt.toml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(BadFileError, match=r"kaputt\.toml"):
            probes.read(path)
