"""The notebooks behind the served pages: complete, up to date, never half-written."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from coursetools import notebooks, pages
from fairki import manifest
from fairki.company import marks
from fairki.errors import BadFileError


@pytest.fixture
def course(root, tmp_path):
    """A copy of the course's notebooks."""
    for name in ("course.toml", "modules", "exercises"):
        source = root / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    return tmp_path


def built(course) -> set[str]:
    """The pages that are there."""
    return {path.name for path in (course / pages.PAGES).iterdir()}


def test_every_module_and_every_exercise_has_its_page(course):
    pages.build(course)
    planned = manifest.read(course)
    assert built(course) == {pages.OWN_DATA, *(f"{m.slug}.ipynb" for m in planned.modules)} | {
        f"uebung_{e.slug}.ipynb" for e in planned.exercises
    }


def test_a_module_is_served_with_its_marked_places_filled_and_an_exercise_as_a_form(course):
    pages.build(course)
    module = notebooks.load(course / "modules" / "01_bewusstsein.ipynb")
    assert any(marks.spans(cell.source) for cell in module.cells)
    for cell in module.cells:
        cell.source = marks.exchange(cell.source)
    assert notebooks.load(course / pages.PAGES / "01_bewusstsein.ipynb") == module
    form = notebooks.load(course / pages.PAGES / "uebung_bewusstsein.ipynb")
    assert form.cells != notebooks.load(course / "exercises/bewusstsein/bewusstsein.ipynb").cells


def test_pages_are_stale_until_built_and_again_after_a_change(course):
    assert pages.stale(course)
    pages.build(course)
    assert not pages.stale(course)
    path = course / "modules" / "01_bewusstsein.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("#", "# Neu:", 1), encoding="utf-8")
    assert pages.stale(course)
    pages.build(course)
    (course / pages.PAGES / "01_bewusstsein.ipynb").unlink()
    assert pages.stale(course)


def test_what_has_no_source_any_more_goes(course):
    pages.build(course)
    (course / pages.PAGES / "alt.ipynb").touch()
    pages.build(course)
    assert "alt.ipynb" not in built(course)


def test_pages_in_a_layer_of_an_image_which_can_only_be_copied_are_built_anew(course, monkeypatch):
    pages.build(course)
    kept, rename = course / pages.PAGES, os.rename

    def renamed(source, target):
        if Path(source) == kept:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        rename(source, target)

    monkeypatch.setattr(os, "rename", renamed)
    monkeypatch.setattr(os, "replace", renamed)
    monkeypatch.setattr(Path, "replace", renamed)
    (kept / "alt.ipynb").write_text("", encoding="utf-8")
    pages.build(course)
    assert not (kept / "alt.ipynb").exists() and not pages.stale(course)


def test_a_failing_build_leaves_the_old_pages_and_nothing_half_written(course):
    pages.build(course)
    before = built(course)
    (course / "modules" / "01_bewusstsein.ipynb").write_text("{", encoding="utf-8")
    with pytest.raises(BadFileError, match="01_bewusstsein"):
        pages.build(course)
    assert built(course) == before and pages.stale(course)
    assert {path.name for path in (course / ".build").iterdir()} == {"pages", "pages.sha256"}
