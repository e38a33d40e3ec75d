"""The words of the pseudo-language, made from the German ones when a process loads them: all that is shown in ⟦ ⟧.

Copied into ``fairki`` by ``pseudo_language``; each ``xx.py`` says ``fill(globals(), __file__)``.
"""

import ast
import dataclasses
import functools
import re
import types
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

ID = re.compile(r"(?:[a-z0-9_.:#/%?=&-]|\{\})*|[a-z]{2}[-_][A-Z]{2}|https?://\S+")
WORD = re.compile(r"[^\W\d_]{2,}|„")

WORDS = ("MARKS",)
"""Constants whose words look like ids, and are shown."""


def fill(names: dict[str, Any], file: str) -> None:
    """Give the module ``xx`` the names of its German sibling, with wrapped words."""
    path = Path(file)
    parts = ["de" if part == "xx" else "de.py" if part == "xx.py" else part for part in path.parts]
    source = Path(*parts)
    tree = ast.parse(source.read_text(encoding="utf-8"))
    german = {key: names[key] for key in ("__name__", "__package__", "__spec__", "__builtins__")}
    german["__file__"] = str(source)
    exec(compile(tree, str(source), "exec"), german)
    own = set(_made(tree))
    for name, value in german.items():
        if not name.startswith("__"):
            if name in WORDS:
                names[name] = tuple(f"⟦{word}⟧" for word in value)
            else:
                names[name] = wrapped(value) if name in own else value


def _made(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                yield from (one.id for one in ast.walk(target) if isinstance(one, ast.Name))


def wrapped(value: Any) -> Any:
    """The same with every text in it in ⟦ ⟧; ids, keys and figures stay."""
    if isinstance(value, Markup):
        return Markup("⟦{}⟧").format(value) if WORD.search(value) else value
    if isinstance(value, str):
        return value if ID.fullmatch(value) or not WORD.search(value) else f"⟦{value}⟧"
    if isinstance(value, types.FunctionType):
        return _wrapping(value)
    if isinstance(value, tuple):
        inner = map(wrapped, value)
        return type(value)(*inner) if hasattr(value, "_fields") else tuple(inner)
    if isinstance(value, list):
        match value:
            case [str() as id, str() as word] if id.isdigit() and WORD.search(word):
                return [id, f"⟦{word}⟧"]  # an option, also of one small word
        return [wrapped(one) for one in value]
    if isinstance(value, Mapping):
        return {key: wrapped(one) for key, one in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {
            one.name: wrapped(getattr(value, one.name)) for one in dataclasses.fields(value) if one.init
        }
        return dataclasses.replace(value, **fields)
    if isinstance(value, types.GeneratorType):
        return (wrapped(one) for one in value)
    return value


def _wrapping(function: types.FunctionType) -> Any:
    @functools.wraps(function)
    def call(*arguments: Any, **named: Any) -> Any:
        return wrapped(function(*arguments, **named))

    return call
