"""Every call of the course in ``deploy/`` can be made as it is written there, and every variable is read."""

import re
import shlex
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

from coursetools import cli, course_folder
from coursetools.serve import hosts
from coursetools.workshop import options
from fairki import company, language

FOLDER = Path(__file__).parents[2] / "deploy"
FILES = sorted(path for path in FOLDER.rglob("*") if path.is_file())
VERBS = get_command(cli.app).commands


def calls() -> list[tuple[str, list[str]]]:
    """Name of a file and the words after ``fairki``."""
    found = []
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        found += [
            (path.name, shlex.split(one)) for one in re.findall(r"(?m)^ExecStart=\S+/fairki (.+)$", text)
        ]
        found += [
            (path.name, re.findall(r'"([^"]*)"', one)) for one in re.findall(r"(?m)^CMD \[(.+)\]$", text)
        ]
    compose = yaml.safe_load((FOLDER / "compose.yaml").read_text(encoding="utf-8"))
    found += [
        (f"compose.yaml {name}", one["command"])
        for name, one in compose["services"].items()
        if "command" in one
    ]
    return [(name, words) for name, words in found if words[0] not in ("nginx", "sh")]


def test_the_calls_are_found():
    assert {words[0] for _, words in calls()} == {"serve", "sicherung", "workshop"} and len(calls()) >= 7


@pytest.mark.parametrize(("name", "words"), calls(), ids=lambda one: one if isinstance(one, str) else one[0])
def test_every_call_can_be_made(name, words):
    verb, *arguments = words
    VERBS[verb].make_context(verb, list(arguments))
    if verb == "workshop":
        options.check(arguments)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_variable_is_read(path):
    read = {parameter.envvar for verb in VERBS.values() for parameter in verb.params}
    read |= {hosts.VARIABLE, language.VARIABLE, company.VARIABLE, course_folder.VARIABLE}
    assert set(re.findall(r"FAIRKI_[A-Z_]+", path.read_text(encoding="utf-8"))) <= read
