"""The house is in order: notebooks are tidy, the manifest is true, derived files are fresh, words are ours."""

import os
import re
import subprocess
import sys
import tomllib
from itertools import chain

import pytest
import yaml
from nbformat import v4
from packaging.requirements import Requirement

from coursetools import execute, notebooks, wording
from fairki import manifest

ROOT = manifest.ROOT
NOTEBOOKS = list(notebooks.sources(ROOT))
COURSE = manifest.read()


def name(path):
    return path.stem


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_is_in_its_fixed_form(path):
    assert path.read_text(encoding="utf-8") == notebooks.dumps(notebooks.normalise(notebooks.load(path)))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_runs_without_error_or_warning(path, kernel):
    assert execute.problems(path, kernel) == []


def test_a_notebook_that_fails_or_warns_says_where_and_leaves_nothing_to_the_next(tmp_path, kernel):
    cells = ["x = 1", "import warnings\nwarnings.warn('Achtung')", "nirgends"]
    for name, sources in {"a": cells, "b": ["print(x)"]}.items():
        made = v4.new_notebook(cells=[v4.new_code_cell(source) for source in sources])
        (tmp_path / f"{name}.ipynb").write_text(notebooks.dumps(notebooks.normalise(made)), encoding="utf-8")
    warned, failed = execute.problems(tmp_path / "a.ipynb", kernel)
    assert warned.startswith("Zelle 2 schreibt eine Warnung") and "Achtung" in warned
    assert failed.startswith("Zelle 3 bricht ab: NameError")
    assert execute.problems(tmp_path / "b.ipynb", kernel) == [
        "Zelle 1 bricht ab: NameError: name 'x' is not defined"
    ]


@pytest.mark.parametrize("path", [p for p in NOTEBOOKS if p.parent.name == "modules"], ids=name)
def test_a_module_is_thin(path):
    """A code cell is one to three lines; anything longer belongs into the package (rule 3 of the design)."""
    long = [
        c.source
        for c in notebooks.load(path).cells
        if c.cell_type == "code" and len(c.source.split("\n")) > 3
    ]
    assert long == []


def test_the_manifest_and_the_folders_name_the_same_notebooks():
    planned = {f"modules/{m.slug}.ipynb" for m in COURSE.modules}
    planned |= {"modules/eigene_daten.ipynb"}
    planned |= {f"solutions/{e.slug}/{e.slug}.ipynb" for e in COURSE.exercises}
    assert planned == {p.relative_to(ROOT).as_posix() for p in NOTEBOOKS}


@pytest.mark.parametrize("module", COURSE.modules, ids=lambda m: m.id)
def test_a_module_has_its_title_and_its_units_as_headings(module):
    cells = notebooks.load(ROOT / "modules" / f"{module.slug}.ipynb").cells
    text = "\n".join(c.source for c in cells if c.cell_type == "markdown")
    headings = re.findall(r"^(#{1,2}) (.+)$", text, re.MULTILINE)
    assert headings[0] == ("#", module.title)
    second = [title for level, title in headings if level == "##"]
    assert second[: len(module.units)] == [unit.title for unit in module.units]
    assert sum(unit.minutes for unit in module.units) == module.minutes
    assert all(unit.minutes <= 20 for unit in module.units)


def test_nobody_reads_a_discouraged_word():
    assert wording.complaints(ROOT) == []


@pytest.mark.parametrize(
    "text",
    [
        "Das Modell ist objektiv.",
        "Alle Teilnehmer:innen",
        "Wir entbiasen die Daten",
        "die Nutzer",
        "Prüfe dein Ergebnis",
        "Viele Bewerber kommen",
        "fuer alle",
        "MitarbeiterInnen",
        "ein neutrales Urteil",
        "Die Kosten sagt es sehr gut voraus.",
        "Es lädt Männer viel häufiger ein.",
        "Das kommt fast nie vor.",
        "Ein zuverlässiges Verfahren",
    ],
)
def test_a_discouraged_word_is_found(text):
    assert any(rule.pattern.search(text) for rule in wording.DISCOURAGED)


@pytest.mark.parametrize(
    "text",
    [
        "Bewerberinnen und Bewerber",
        "alle Beschäftigten",
        "Die Trainerin führt durch den Tag.",
        "Sie und Ihr Team",
        "In der Aktuellen Stunde",
        "die Bewerberinnen",
        "Neuer Tag, neue Daten",
        "Im Test hatte ich ein sehr gutes Gefühl.",
    ],
)
def test_a_good_word_is_left_alone(text):
    assert [rule.hint for rule in wording.DISCOURAGED if rule.pattern.search(text)] == []


def test_the_environment_file_for_conda_is_well_formed():
    from rattler import MatchSpec

    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    assert set(environment) == {"name", "channels", "dependencies"}
    specs = [MatchSpec(d) for d in environment["dependencies"] if isinstance(d, str)]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    python = next(
        s for s in specs if str(s.name.normalized if hasattr(s.name, "normalized") else s.name) == "python"
    )
    assert str(python.version) == project["requires-python"]
    assert {"pip": ["-e .[trainer]"]} in environment["dependencies"]


def test_the_lock_holds_every_dependency_within_its_bounds():
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    locked = {package["name"]: package.get("version") for package in lock["package"]}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    wanted = list(
        chain(project["project"]["dependencies"], *extras.values(), *project["dependency-groups"].values())
    )
    for text in wanted:
        requirement = Requirement(text)
        assert requirement.specifier.contains(locked[requirement.name.lower()]), text


@pytest.mark.parametrize("order", [["check"], ["format", "--check"]], ids=lambda order: order[0])
def test_ruff_has_nothing_to_say(order):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *order, "--no-cache", "."], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_mypy_has_nothing_to_say():
    """Its cache lies in .build: the first run takes about half a minute, the next one a second or two."""
    done = subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_all_of_our_code_is_typed_strictly():
    """What is looser in pyproject.toml is for libraries alone."""
    mypy = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]
    assert mypy["strict"] and mypy["packages"] == ["fairki", "coursetools"]
    named = [name for table in mypy["overrides"] for name in table["module"]]
    assert [name for name in named if name.split(".")[0] in ("fairki", "coursetools", "*")] == []


def test_a_type_that_is_ignored_has_its_reason_beside_it():
    lines = [
        line
        for package in ("fairki", "coursetools")
        for path in (ROOT / package).rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "# type: ignore" in line
    ]
    assert [line for line in lines if not re.search(r"# type: ignore\[[a-z, -]+\]  # \S+ \S+", line)] == []


def test_every_test_file_has_a_name_of_its_own():
    """Without packages, pytest knows a file by its name alone and stops at the second one."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_tests_have_the_same_names_in_every_process_and_at_any_time(request):
    later = "import sys, time; now = time.time; time.time = lambda: now() + 1_000_000; import pytest"
    collect = ["--collect-only", "-q", "--no-header", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [sys.executable, "-c", f"{later}; sys.exit(pytest.main(sys.argv[1:]))", *collect, "tests"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONHASHSEED": "1"},
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    names = set(done.stdout.splitlines())
    # pytest-xdist adds its group; an "@" within brackets is the name's own
    here = {re.sub(r"@[^@\]]*$", "", item.nodeid) for item in request.session.items}
    assert here and sorted(here - names) == []
