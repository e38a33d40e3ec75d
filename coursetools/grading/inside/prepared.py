"""Locked cells that ran once: their results are laid into the notebook where the cell stands.

Running the locked cells again for each hand-in would cost more than all answers together. They do not depend on
answers, so each child takes over the names that they bound. (A locked cell that does use an answer is run anew.)
"""

import ast
import re
import symtable
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any

_GONE = object()
_PROMPT = re.compile(r"^[ \t]*(?:In ?\[|>>>|\.\.\.)|\A[ \t]*\r?\n", re.MULTILINE)
_one_at_a_time = threading.Lock()


class Prepared:
    """A notebook's namespace, and what each locked cell put into it.

    Args:
        names: the namespace; functions that cells define see it as their globals, so it stays this very dict.
    """

    def __init__(self, names: dict[str, Any]):
        self.names = names
        self._start = dict(names)
        self._bound: dict[str, dict[str, Any]] = {}

    def record(self, cell: str, source: str, run: Callable[[str], Any]) -> Any:
        """Run the locked cell ``cell`` and remember what it bound; returns what ``run`` does."""
        before = dict(self.names)
        result = run(source)
        written = names_bound(source)
        self._bound[cell] = {
            name: value
            for name, value in self.names.items()
            if name in written or before.get(name, _GONE) is not value
        }
        return result

    @property
    def bound(self) -> set[str]:
        """The names that locked cells bound."""
        return set().union(*self._bound.values())

    def replaced(self) -> list[str]:
        """Functions and classes that locked cells bound and whose names now stand for something else."""
        bound = {name: value for cell in self._bound.values() for name, value in cell.items()}
        return [
            name
            for name, value in bound.items()
            if callable(value) and self.names.get(name, _GONE) is not value
        ]

    def back_to_start(self) -> None:
        """Empty the namespace of all that ran in it."""
        self.names.clear()
        self.names.update(self._start)

    def replay(self, cell: str) -> None:
        """Bind what the locked cell ``cell`` bound."""
        self.names.update(self._bound.get(cell, {}))


def parsed(source: str) -> ast.Module:
    """The tree of a Python source. Two threads of Python 3.11 at it count each other's depth, and one fails
    (SystemError, see CPython's issue 106905); many hand-ins are graded side by side."""
    with _one_at_a_time:
        return ast.parse(source)


def is_python(source: str) -> bool:
    """Whether a cell is Python as it stands, so that IPython would change nothing but the end of its last line. To ask
    IPython takes longer than most cells run."""
    return not _PROMPT.search(source) and _tree(source) is not None  # „In [1]: x“ is Python, too


def names_bound(source: str) -> set[str]:
    """The names that a cell binds outside of its functions and classes; none if it is no Python."""
    tree = _tree(source)
    return set(_bound(tree.body)) if tree else set()


def _tree(source: str) -> ast.Module | None:
    """As `parsed`; None if it is no Python."""
    try:
        return parsed(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _bound(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            continue
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from (alias.asname or alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        else:
            yield from _bound(ast.iter_child_nodes(node))


def names_read(source: str) -> set[str]:
    """The names of the notebook that a cell reads, also inside of its functions."""
    found, tables = set(), [symtable.symtable(source, "cell", "exec")]
    for table in tables:
        tables += table.get_children()
        top = table.get_type() == "module"
        found |= {
            symbol.get_name()
            for symbol in table.get_symbols()
            if symbol.is_referenced() and (top or symbol.is_global())
        }
    return found
