"""How lessons are made: state stands where a scene is made, and German in files of its own."""

import ast
import re
from pathlib import Path

import pytest

from fairki import lessons

FOLDER = Path(lessons.__file__).parent
FILES = sorted(FOLDER.rglob("*.py"))
GERMAN = re.compile(
    r"[äöüÄÖÜß„“]|\b(?:der|die|das|den|dem|und|oder|nicht|Sie|Ihre?|ist|sind|ein|eine|von|mit|für|wird|Was|Wie)\b"
)


def name(path: Path) -> str:
    return str(path.relative_to(FOLDER))


def texts(tree: ast.Module) -> list[ast.Constant]:
    """The texts of a file without its docstrings."""
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in alone)
    return [node for node in constants if isinstance(node.value, str)]


@pytest.mark.parametrize("path", FILES, ids=name)
def test_nothing_is_born_outside_of_init_and_nothing_is_asked_whether_it_is_there(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert not [
        call.lineno for call in calls if isinstance(call, ast.Name) and call.id in ("hasattr", "setattr")
    ]
    methods = [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name != "__init__"
    ]
    stores = [node for method in methods for node in ast.walk(method) if isinstance(node, ast.Attribute)]
    own = [node for node in stores if isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name)]
    assert [f"{node.lineno}: self.{node.attr}" for node in own if node.value.id == "self"] == []


@pytest.mark.parametrize("path", [path for path in FILES if "de" not in path.with_suffix("").parts], ids=name)
def test_german_stands_in_its_own_files(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [f"{one.lineno}: {one.value}" for one in texts(tree) if GERMAN.search(one.value)] == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_of_a_lesson_can_be_read_at_once(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
