"""What is handed out: derived from the solutions, complete, and without anything that gives them away."""

import ast
import os
import re
import shutil
import tomllib
from pathlib import Path

import nbformat
import pytest
from lesson_pages import titles_of
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.utils import compute_checksum

from coursetools import notebooks, release
from coursetools.grading import gradebook, trial
from fairki import manifest
from fairki.errors import BadFileError

ROOT = manifest.ROOT
SLUGS = release.slugs(ROOT)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


@pytest.fixture
def course(tmp_path) -> Path:
    """A copy of what a release is made from and of what it made."""
    for folder in (release.SOURCE, release.TARGET):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for name in ("course.toml", "nbgrader_config.py"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


@pytest.fixture(autouse=True)
def tried(monkeypatch) -> list[set[str]]:
    """The slugs of each trial; all pass at once. The trial itself has its own tests (grading/test_trial.py)."""
    trials = []
    monkeypatch.setattr(trial, "complaints", lambda todo: trials.append({one.slug for one in todo}) or {})
    return trials


def source(root: Path, slug: str) -> Path:
    return root / release.SOURCE / slug / f"{slug}.ipynb"


def released(slug: str) -> nbformat.NotebookNode:
    return notebooks.load(ROOT / release.TARGET / slug / f"{slug}.ipynb")


def test_the_release_is_what_a_fresh_build_makes_of_the_solutions(course):
    shutil.rmtree(course / release.TARGET)
    release.release(course)
    assert contents(course / release.TARGET) == contents(ROOT / release.TARGET)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_released_exercise_says_which_edition_of_the_course_it_belongs_to(slug):
    assert released(slug).metadata.fairki == {"exercise": slug, "course": manifest.read().version}


def test_a_release_is_stale_until_it_is_made_and_after_each_change(course):
    assert release.stale(course)
    release.release(course)
    assert not release.stale(course)
    path = source(course, SLUGS[0])
    path.write_text(path.read_text(encoding="utf-8").replace("Kollegen", "Team"), encoding="utf-8")
    assert release.stale(course)
    release.release(course)
    assert not release.stale(course)
    (course / release.TARGET / SLUGS[0] / "notiz.txt").write_text("von Hand")
    assert release.stale(course)


def test_what_has_no_source_any_more_goes(course):
    old = course / release.TARGET / "frueher" / "frueher.ipynb"
    old.parent.mkdir()
    old.write_text("{}")
    release.release(course)
    assert sorted(p.name for p in (course / release.TARGET).iterdir()) == SLUGS


@pytest.mark.parametrize("failing", ["_generate", "swap_folders"])
def test_an_interruption_leaves_the_old_release_whole(course, monkeypatch, failing):
    def interrupted(*_):
        raise KeyboardInterrupt

    before = contents(course / release.TARGET)
    monkeypatch.setattr(release, failing, interrupted)
    with pytest.raises(KeyboardInterrupt):
        release.release(course)
    assert contents(course / release.TARGET) == before
    assert [path for path in (course / ".build").iterdir() if path.is_dir()] == []


def test_an_interruption_between_the_two_renames_brings_the_old_release_back(course, monkeypatch):
    before, rename = contents(course / release.TARGET), os.replace

    def interrupted(old, new):
        if Path(new) == (course / release.TARGET).resolve() and Path(old).name == release.TARGET:
            raise KeyboardInterrupt
        return rename(old, new)

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        release.release(course)
    assert contents(course / release.TARGET) == before


def test_an_exercise_is_tried_when_it_or_what_it_runs_on_is_new(course, tried):
    release.build(course)
    assert tried == []  # what lies in exercises/ was tried when it came there
    release.release(course)
    release.release(course)
    assert tried == [set(SLUGS)]
    path = source(course, SLUGS[0])
    path.write_text(path.read_text(encoding="utf-8").replace("Kollegen", "Team"), encoding="utf-8")
    release.build(course)
    release.release(course)
    assert tried == [set(SLUGS), {SLUGS[0]}]


@pytest.mark.parametrize("make", [release.build, release.release])
def test_an_exercise_that_fails_its_trial_is_named_and_nothing_is_given_out(course, monkeypatch, make):
    said = "Zelle „a1-test-1“: Die leere Übung bekommt schon 2 von 2 Punkten."
    asked = []

    def fails(todo):
        asked.extend(one.slug for one in todo)
        return {SLUGS[0]: [said]} if SLUGS[0] in asked else {}

    monkeypatch.setattr(trial, "complaints", fails)
    path = source(course, SLUGS[0])
    path.write_text(path.read_text(encoding="utf-8").replace("Kollegen", "Team"), encoding="utf-8")
    before = contents(course / release.TARGET)
    for _ in range(2):  # a failed trial is not taken for a passed one
        with pytest.raises(BadFileError, match="Es wurde nichts ausgegeben") as refused:
            make(course)
        assert f"Übung „{SLUGS[0]}“: {said}" in refused.value.happened
        assert contents(course / release.TARGET) == before and release.stale(course)
    assert asked.count(SLUGS[0]) == 2


def test_an_exercise_that_would_cost_a_trainers_points_is_not_given_out(course, monkeypatch):
    def refuses(root, assignments):
        assert (root, [one.slug for one in assignments]) == (course, SLUGS)
        raise BadFileError("Punkte von Hand gingen verloren.", "…")

    monkeypatch.setattr(gradebook, "keep_marks", refuses)
    before = contents(course / release.TARGET)
    with pytest.raises(BadFileError, match="gingen verloren"):
        release.build(course)
    assert contents(course / release.TARGET) == before


def test_a_damaged_solution_is_named_in_german(course):
    source(course, SLUGS[0]).write_text("{")
    with pytest.raises(BadFileError, match="kein lesbares Notebook"):
        release.release(course)


def test_a_solution_outside_an_answer_cell_is_refused_with_the_reason(course):
    path = source(course, SLUGS[0])
    notebook = notebooks.load(path)
    notebook.cells.append(nbformat.v4.new_code_cell("### BEGIN SOLUTION\nx = 1\n### END SOLUTION"))
    nbformat.write(notebook, path)
    with pytest.raises(BadFileError, match="Solution region detected in a non-solution cell"):
        release.release(course)
    assert contents(course / release.TARGET) == contents(ROOT / release.TARGET)


def visible_part(text: str) -> str:
    """A source cell without its regions; a solution leaves a stub behind."""
    shown, inside = [], False
    for line in text.split("\n"):
        if region := re.search(r"^(\s*)### (BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)$", line):
            inside = region[2] == "BEGIN"
            if inside and region[3] == "SOLUTION":
                shown.append(f"{region[1]}# Platz für Ihre Schritte")
        elif not inside:
            shown.append(line)
    return "\n".join(shown).rstrip()


@pytest.mark.parametrize("slug", SLUGS)
def test_no_solution_no_hidden_test_and_no_rubric_is_handed_out(slug):
    """Cell by cell: what is handed out is the source without its regions, and for a written answer the stub."""
    sources, outs = notebooks.load(source(ROOT, slug)).cells, released(slug).cells
    assert len(sources) == len(outs)
    regions = 0
    for cell, out in zip(sources, outs, strict=True):
        meta = cell.metadata.get("nbgrader", {})
        regions += "### BEGIN " in cell.source
        if cell.cell_type == "markdown" and meta.get("solution"):
            assert out.source == "*Bitte ersetzen Sie diese Zeile durch Ihre Antwort.*"
        else:
            assert out.source == visible_part(cell.source)
    assert regions > 10


@pytest.mark.parametrize("slug", SLUGS)
def test_a_release_is_a_valid_nbgrader_notebook_with_german_stubs(slug):
    notebook = released(slug)
    nbformat.validate(notebook)
    MetadataValidator().validate_nb(notebook)
    text = "\n".join(cell.source for cell in notebook.cells)
    assert "YOUR" not in text
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            assert "# Platz für Ihre Schritte" in cell.source or "Bitte ersetzen Sie" in cell.source


@pytest.mark.parametrize("slug", SLUGS)
def test_every_checksum_is_that_of_the_very_text_that_learners_get(slug):
    """Also of questions whose mark scheme was cut away."""
    marked = [cell for cell in released(slug).cells if "nbgrader" in cell.metadata]
    assert any(cell.metadata.nbgrader.grade_id == "f1-frage" for cell in marked)
    assert [
        cell.metadata.nbgrader.grade_id
        for cell in marked
        if compute_checksum(cell) != cell.metadata.nbgrader.checksum
    ] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_graded_cells_never_end_with_a_value(slug):
    """nbgrader would take a trailing number for partial credit."""
    for cell in notebooks.load(source(ROOT, slug)).cells:
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("grade"):
            last = ast.parse(cell.source).body[-1]
            assert isinstance(last, ast.Expr)
            assert ast.unparse(last.value.func) == "checks.expect"


@pytest.mark.parametrize("slug", SLUGS)
def test_points_in_headings_are_the_points_of_the_checks(slug):
    """``### A1 · … (4 Punkte)`` and ``**Teil A** (18 Punkte)`` say what the graded cells add up to."""
    cells = released(slug).cells
    graded = [cell.metadata.nbgrader for cell in cells if cell.metadata.get("nbgrader", {}).get("grade")]
    points = {meta.grade_id: meta.points for meta in graded}
    prose = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    said = re.findall(r"^### (\w\d) · .* \((\d+) Punkte\)$", prose, re.MULTILINE)
    questions = {name.split("-")[0] for name in points}
    assert {name.lower() for name, _ in said} == questions
    for name, number in said:
        assert sum(p for grade_id, p in points.items() if grade_id.split("-")[0] == name.lower()) == int(
            number
        )
    for letter, number in zip(
        "afb", re.findall(r"^- \*\*.*\*\* \((\d+) Punkte\)", prose, re.MULTILINE), strict=True
    ):
        assert sum(p for grade_id, p in points.items() if grade_id[0] == letter) == int(number)


@pytest.mark.parametrize("slug", SLUGS)
def test_minutes_and_title_are_those_of_the_manifest(slug):
    exercise = manifest.read().exercise(slug)
    first = released(slug).cells[0].source
    assert first.startswith(f"# {exercise.title}\n")
    assert f"etwa {exercise.minutes} Minuten" in first


@pytest.mark.parametrize("slug", SLUGS)
def test_every_place_to_look_is_a_unit_of_the_exercises_module(slug):
    course = manifest.read()
    module = course.module(course.exercise(slug).module)
    text = "\n".join(cell.source for cell in notebooks.load(source(ROOT, slug)).cells)
    places = set(re.findall(r"Modul \d+, „[^“]+“", text))
    assert places
    assert places <= {f"Modul {module.number}, „{title}“" for title in titles_of(module)}


@pytest.mark.parametrize("slug", SLUGS)
def test_the_bank_names_only_cells_that_exist(slug):
    names = {cell.metadata.get("nbgrader", {}).get("grade_id") for cell in released(slug).cells}
    for path in (ROOT / "tests" / "hand_ins" / slug).glob("*.toml"):
        hand_in = tomllib.loads(path.read_text(encoding="utf-8"))
        named = (
            hand_in.get("answers", {}).keys()
            | hand_in.get("form", {}).keys()
            | hand_in.get("points", {}).keys()
        )
        assert named - {"*"} <= names, path.name
