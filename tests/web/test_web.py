"""The JavaScript of the course without a browser: its own tests, its types, its form."""

import subprocess
from pathlib import Path

import pytest

from coursetools import web_tools

FOLDERS = (
    "fairki/web",
    "fairki/ui/static",
    "coursetools/publish/static",
    "coursetools/serve",
    "coursetools/workshop/pages",
    "coursetools/company_editor/static",
    "coursetools/grading/templates",
    "coursetools/grading/marking/pages",
)


@pytest.fixture(scope="session")
def node(root: Path):
    """Runs Node in the folder of the course. Where its tools are missing, tests fail; they are never skipped."""
    if not web_tools.installed(root):
        pytest.fail("TypeScript and ESLint are missing: run the tests with „python3 build_course.py test“.")

    def run(*arguments: str) -> None:
        done = subprocess.run([web_tools.node(), *arguments], cwd=root, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr

    return run


def program(path: str) -> str:
    """A program of one of the tools."""
    return (web_tools.FOLDER / "node_modules" / path).as_posix()


def test_the_scripts_do_what_their_own_tests_say(node):
    node("--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "--test", "tests/web/*.test.mjs")


def test_the_scripts_are_typed(node):
    node(program("typescript/bin/tsc"), "--project", "tsconfig.json")


def test_scripts_and_styles_are_in_form_and_known_to_every_browser_of_the_promise(node):
    node(program("eslint/bin/eslint.js"), "--max-warnings", "0", "eslint.config.mjs", "tests/web", *FOLDERS)


def test_no_script_is_longer_than_can_be_read_in_one_go(root):
    files = [file for folder in FOLDERS for file in (root / folder).rglob("*.js")]
    lengths = {file.name: len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    assert len(lengths) > 50
    assert {name: length for name, length in lengths.items() if length > 400} == {}
