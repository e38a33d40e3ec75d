"""The real runtime: built, laid out and run in Node as a browser would. One build for all, kept in ``.build``."""

import gzip
import json
import subprocess
from pathlib import Path

import pytest

from coursetools import notebooks, web_tools
from coursetools.publish import packing, runtime_files, supply
from fairki import manifest, worlds

pytestmark = pytest.mark.xdist_group("runtime")  # one process builds, and looks at, the one cache

RUN = Path(__file__).with_name("run_pages.mjs")
FIRST_ANSWER, ALL = 15e6, 35e6
"""Bytes, compressed."""


def all_said(line):
    """Nobody listens: a test has nobody who waits."""


@pytest.fixture(scope="module")
def cache(root):
    return root / ".build" / "publish"


@pytest.fixture(scope="module")
def runtime(cache):
    return runtime_files.build(cache, source=None, say=all_said)


@pytest.fixture(scope="module")
def folder(runtime, tmp_path_factory):
    place = tmp_path_factory.mktemp("site")
    runtime.write(place)
    return place / runtime.folder


def code(path):
    return [cell.source for cell in notebooks.load(path).cells if cell.cell_type == "code"]


def ran(runtime, folder, pages, then):
    """What ``run_pages.mjs`` says."""
    wanted = {
        "folder": str(folder),
        "start": runtime.start,
        "late": runtime.late,
        "pages": pages,
        "then": then,
    }
    done = subprocess.run(
        [web_tools.node(), RUN],
        input=json.dumps(wanted),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def test_every_page_runs_with_the_packed_libraries_and_fetches_what_it_needs(root, runtime, folder):
    pages = {path.stem: code(path) for path in sorted((root / "modules").glob("*.ipynb"))}
    then = """
import io, sys
from docx import Document
from fairki import worlds
from fairki.workbench.reading import read
import openpyxl
import fairlearn.metrics, fairlearn.postprocessing, fairlearn.preprocessing, fairlearn.reductions
import scipy.optimize, scipy.stats, sklearn.inspection, sklearn.metrics, sklearn.model_selection
from sklearn.compose import ColumnTransformer
Document().save(io.BytesIO())
book, made = openpyxl.Workbook(), io.BytesIO()
for row in (["a", "b"], ["x", 1.5], ["y", 2]):
    book.active.append(row)
book.save(made)
sheet = read("a.xlsx", made.getvalue())
tables = {name: len(worlds.load(name)) for name in worlds.WORLDS}
fit = scipy.optimize.linprog([1, 1], A_ub=[[-1, -1]], b_ub=[-1]).fun
{"tables": tables, "sheet": list(sheet.columns[1].values), "fit": fit}
"""
    said = ran(runtime, folder, pages, then)
    assert said["mistakes"] == {}
    tables = {name: len(worlds.load(name)) for name in worlds.WORLDS}
    assert said["then"] == {"tables": tables, "sheet": ["1,5", "2"], "fit": 1}
    assert sorted(said["fetched"]) == sorted({name for names in runtime.late.values() for name in names})


def test_module_01_needs_nothing_but_what_every_page_fetches(root, runtime, folder):
    said = ran(
        runtime,
        folder,
        {"01": code(root / "modules" / f"{manifest.read(root).module('01').slug}.ipynb")},
        "1",
    )
    assert (said["mistakes"], said["fetched"]) == ({}, [])


def test_what_is_fetched_stays_small(runtime, folder):
    python = {"pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip"}
    assert python < runtime.bytes.keys()
    sizes = {
        name: size if name.endswith(".zip") else len(gzip.compress((folder / name).read_bytes()))
        for name, size in runtime.bytes.items()
    }
    assert sum(sizes[name] for name in {*python, *runtime.start}) < FIRST_ANSWER
    assert sum(sizes.values()) < ALL


def test_names_change_with_what_is_in_the_files_and_the_course_changes_only_its_own(cache, runtime):
    other = runtime_files.build(cache, source=None, say=all_said, beside={"betrieb/x.toml": b""})
    assert other.folder == runtime.folder and other.start[:-1] == runtime.start[:-1]
    assert other.start[-1] != runtime.start[-1]


def test_scripts_of_another_version_are_not_changed_blindly(cache, runtime):
    pyodide = {name: (cache / "pyodide" / name).read_bytes() for name in supply.MEMBERS}
    twice = pyodide["pyodide.asm.mjs"] + b"var GOT={};"
    with pytest.raises(RuntimeError, match=r"pyodide.asm.mjs is of a version"):
        runtime_files.python(pyodide | {"pyodide.asm.mjs": twice})


def test_licences_of_everything_are_named_with_their_words(runtime):
    assert {"Pyodide", "Python", "numpy", "scipy", "lxml", "babel"} <= {one.name for one in runtime.licences}
    assert all(one.version and one.kind and one.text for one in runtime.licences)


def test_a_second_build_takes_everything_from_the_cache(cache, runtime, monkeypatch):
    monkeypatch.setattr(packing, "_compile", None)
    monkeypatch.setattr(supply, "_arrived", None)
    assert runtime_files.build(cache, source=None, say=all_said) == runtime


def test_a_damaged_zip_in_the_cache_is_made_anew(cache, runtime, monkeypatch):
    damaged = next((cache / "packed").glob("fairlearn-*.zip"))
    damaged.write_bytes(b"half")
    assert runtime_files.build(cache, source=None, say=all_said) == runtime
