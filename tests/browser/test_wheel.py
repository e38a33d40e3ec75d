"""The package as pip installs it, in an environment of its own: the whole course from an empty folder."""

import os
import re
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect
from serving import ADDRESS, wait_for

from coursetools import machine
from fairki import manifest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("wheel")]

COURSE = manifest.read()
CODE = re.compile(r"Code: (\w+)")
UV = Path(sys.executable).with_name("uv")
HIDDEN = """
import subprocess
from coursetools.grading import sandbox
from fairki import home
assert home.INSTALLED and any((home.COURSE / "solutions").iterdir())
for folder in ("solutions", "data"):
    command = [*sandbox.walls(), "ls", str(home.COURSE / folder)]
    print(folder, subprocess.run(command, capture_output=True, text=True).stdout.split())
"""


@pytest.fixture(scope="module")
def python(tmp_path_factory, root) -> Path:
    """Python of an empty environment with the built wheel, in the versions of the lock file, and no trainer's tools."""
    folder = tmp_path_factory.mktemp("paket")
    locked = folder / "locked.txt"
    export = [UV, "export", "-q", "--frozen", "--no-emit-project", "--no-hashes", "-o", locked]
    subprocess.run(export, cwd=root, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([UV, "build", "-q", "--wheel", "-o", folder / "dist"], cwd=root, check=True)
    (wheel,) = (folder / "dist").glob("*.whl")
    assert f"-{COURSE.version}-" in wheel.name
    subprocess.run([UV, "venv", "-q", "--python", sys.executable, folder / "env"], check=True)
    made = folder / "env" / "bin" / "python"
    subprocess.run([UV, "pip", "install", "-q", "--python", made, "-c", locked, wheel], check=True)
    return made


@pytest.fixture
def alone(tmp_path) -> dict[str, str]:
    """The environment of somebody who has nothing of the course but the package."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("FAIRKI_", "PYTHON"))}


@contextmanager
def running(python, alone, folder, *verb: str) -> Iterator[tuple[str, list[str]]]:
    """A server of the package, called in ``folder``: its address, and the lines that it said."""
    command = [python, "-m", "coursetools", *verb, "--port", "0"]
    server = subprocess.Popen(command, cwd=folder, env=alone, stdout=subprocess.PIPE, text=True)
    lines: list[str] = []
    threading.Thread(target=lambda: lines.extend(server.stdout), daemon=True).start()
    try:
        url = wait_for(
            lambda: next((m[1] for line in lines if (m := ADDRESS.search(line))), None), 120, "an address"
        )
        yield url, lines
    finally:
        server.terminate()
        server.wait(30)


def test_the_whole_course_is_served_from_an_empty_folder(python, alone, tmp_path, page_at):
    with running(python, alone, tmp_path, "serve", "--no-browser") as (url, _):
        exercises = (f"uebung/{one.slug}" for one in COURSE.exercises)
        modules = (f"modul/{one.slug}" for one in COURSE.modules)
        for path in ["", "woerter", "quellen", *exercises, *modules]:
            assert urllib.request.urlopen(f"{url}{path}").status == 200
        page = page_at(1280)
        for id in ("01", "02", "07"):  # models learn, tables are read, documents are made
            page.goto(f"{url}modul/{COURSE.module(id).slug}")
            page.wait_for_selector("html[data-ready]", timeout=60_000)
            expect(page.get_by_text("Ein Fehler ist aufgetreten")).to_have_count(0)
    assert (tmp_path / "course.toml").read_bytes() == (manifest.ROOT / "course.toml").read_bytes()


def test_a_workshop_opens_without_the_trainers_tools(python, alone, tmp_path, page_at):
    with running(python, alone, tmp_path, "workshop", "--host", "127.0.0.1") as (url, lines):
        (code,) = (found[1] for line in lines if (found := CODE.search(line)))
        phone = page_at(360)
        phone.goto(f"{url}mitmachen/{code}")
        expect(phone.get_by_text("Willkommen, Sie sind dabei!")).to_be_visible()


@pytest.mark.parametrize("verb", [["grade", "abgaben.zip"], ["release"]], ids=lambda verb: verb[0])
def test_who_grades_or_releases_without_the_trainers_tools_reads_what_to_install(
    python, alone, tmp_path, verb
):
    looked = [
        python,
        "-c",
        "import sys; from importlib.util import find_spec as f; sys.exit(any(map(f, sys.argv[1:])))",
    ]
    assert subprocess.run([*looked, "nbgrader", "notebook", "jupyterlab"], env=alone).returncode == 0
    done = subprocess.run(
        [python, "-m", "coursetools", *verb], cwd=tmp_path, env=alone, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert 'pip install "fairki[trainer]"' in done.stderr and "Traceback" not in done.stderr


@pytest.mark.needs(machine.BUBBLEWRAP)
def test_a_hand_in_sees_the_tables_of_the_package_and_not_its_solutions(python, alone, tmp_path):
    seen = subprocess.run(
        [python, "-c", HIDDEN], cwd=tmp_path, env=alone, capture_output=True, text=True, check=True
    )
    solutions, data = seen.stdout.splitlines()
    assert solutions == "solutions []" and "bewerbungen.csv" in data
