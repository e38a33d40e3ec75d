"""What a second language has to say, as types: each file of words gives a ``typing.Protocol`` of its public names."""

import ast
import importlib
import subprocess
import sys
import types
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


def files() -> Iterator[Path]:
    """All files of German words."""
    for package in ("fairki", "coursetools"):
        for path in sorted((ROOT / package).rglob("*.py")):
            if "de" in (*path.relative_to(ROOT).parts[:-1], path.stem):
                yield path


def module_name(path: Path) -> str:
    """The dotted name of a file of the project."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def protocol(path: Path) -> str:
    """A Python file with a class ``Words``: all that a sibling of ``path`` in another language must hold.

    Functions keep their signatures; a constant has the type that stands beside it, or that of its value: a sentence is
    a ``str``, a row of three sentences has three, a table maps the same kinds.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    module = importlib.import_module(module_name(path))
    imports = [ast.unparse(node) for node in tree.body if _imports(node)]
    members = [line for node in tree.body for line in _members(node, module)]
    head = ["import typing", "import collections.abc", "import builtins", "import markupsafe", *imports]
    return "\n".join([*head, "class Words(typing.Protocol):", *(members or ["    pass"])]) + "\n"


def _imports(node: ast.stmt) -> bool:
    guarded = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    return guarded or isinstance(node, ast.Import | ast.ImportFrom)


def _members(node: ast.stmt, module: types.ModuleType) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
        node.args.args.insert(0, ast.arg("self"))
        returns = ast.unparse(node.returns) if node.returns else "typing.Any"
        yield f"    def {node.name}({ast.unparse(node.args)}) -> {returns}: ..."
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield from _constant(node.target.id, ast.unparse(node.annotation))
    elif isinstance(node, ast.Assign):
        for target in node.targets:
            for name in ast.walk(target):
                if isinstance(name, ast.Name):
                    yield from _constant(name.id, _type(getattr(module, name.id)))


def _constant(name: str, kind: str) -> Iterator[str]:
    if not name.startswith("_"):
        yield f"    @property\n    def {name}(self) -> {kind}: ..."


def _type(value: object) -> str:
    if type(value) in (str, int, float, bool):
        return type(value).__name__
    if type(value).__name__ == "Markup":
        return "markupsafe.Markup"
    if type(value) is tuple:
        return f"tuple[{', '.join(map(_type, value)) or '()'}]"
    if isinstance(value, Mapping):
        return f"collections.abc.Mapping[{_any_of(list(value))}, {_any_of(list(value.values()))}]"
    if isinstance(value, list):
        return f"collections.abc.Sequence[{_any_of(value)}]"
    return "typing.Any"


def _any_of(values: Sequence[object]) -> str:
    kinds = {_type(value) for value in values}
    return kinds.pop() if len(kinds) == 1 else "object" if kinds else "typing.Any"


def complaints(pairs: Mapping[str, tuple[str, str]], folder: Path) -> list[str]:
    """What mypy says of pairs: name → source of the protocol, source of the words in another language."""
    for name, (wanted, words) in pairs.items():
        (folder / f"{name}_wanted.py").write_text(wanted, encoding="utf-8")
        (folder / f"{name}_words.py").write_text(words, encoding="utf-8")
        check = f"import {name}_wanted\nimport {name}_words\nwords: {name}_wanted.Words = {name}_words\n"
        (folder / f"{name}_check.py").write_text(check, encoding="utf-8")
    options: list[Any] = ["--config-file", "", "--follow-imports", "silent", "--ignore-missing-imports"]
    options += ["--no-error-summary", "--hide-error-context", "--disable-error-code", "empty-body"]
    options += [
        "--cache-dir",
        ROOT / ".build" / "mypy-words",
        *(folder / f"{name}_check.py" for name in pairs),
    ]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={"MYPYPATH": f"{folder}:{ROOT}", "PATH": "/usr/bin:/bin"},
    )
    return done.stdout.splitlines() + done.stderr.splitlines()
