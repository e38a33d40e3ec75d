"""The tools that check the JavaScript: installed once, as the lock file says; what fails is said in German."""

import json
import subprocess

import pytest

from coursetools import web_tools
from fairki.errors import SetupError


@pytest.fixture
def course(tmp_path, root):
    """A folder with the lists, where nothing is installed."""
    for name in web_tools.LISTS:
        (tmp_path / name).write_bytes((root / name).read_bytes())
    return tmp_path


@pytest.fixture
def npm(monkeypatch):
    """Stands for npm: notes its calls and answers with `code`."""

    class Npm:
        code, calls = 0, []

        def run(self, command, cwd, **_):
            self.calls.append([str(part) for part in command[2:]])
            if not self.code:
                (cwd / "node_modules").mkdir()
                (cwd / "node_modules" / ".package-lock.json").write_text("{}")
            return subprocess.CompletedProcess(
                command, self.code, "", "npm error network getaddrinfo ENOTFOUND"
            )

    one = Npm()
    one.calls = []
    monkeypatch.setattr(web_tools.subprocess, "run", one.run)
    return one


def test_the_tools_are_installed_once_with_one_line(course, npm):
    said = []
    web_tools.install(course, said.append)
    web_tools.install(course, said.append)
    assert web_tools.installed(course)
    assert [line[:43] for line in said] == ["Wird installiert: TypeScript und ESLint (na"]
    assert npm.calls == [["ci", "--no-audit", "--no-fund", "--ignore-scripts"]]


def test_a_changed_lock_file_calls_for_a_new_installation(course, npm):
    web_tools.install(course, print)
    (course / "package-lock.json").write_text("{}")
    assert not web_tools.installed(course)
    web_tools.install(course, print)
    assert web_tools.installed(course) and len(npm.calls) == 2


def test_without_a_network_a_german_sentence_says_what_to_do_and_nothing_counts_as_installed(course, npm):
    npm.code = 1
    with pytest.raises(SetupError, match=r"ließen sich nicht installieren.*npmjs.org.*ENOTFOUND"):
        web_tools.install(course, print)
    assert not web_tools.installed(course)


def test_versions_are_pinned_and_locked(root):
    wanted = json.loads((root / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    locked = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert all("integrity" in package for path, package in locked.items() if path)


def test_node_is_the_one_of_the_lock_file():
    done = subprocess.run([web_tools.node(), "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("v24.")
