"""The child that judges: it never runs a line of a hand-in, only the instructor's cells on data from the hand-in.

Its stage runs the whole instructor's notebook once, reference solution included: this fills every cache (of worlds,
models, systems), and what a locked cell shows is kept. Calls of our own library with the same arguments are computed
once for all hand-ins (``from_shelf``): hidden tests make the same new years and systems again and again.

Messages of a child (``coursetools.grading.inside.wire``):

- ``b`` name, NUL, data: bind an answer (``codec.decode``); no data: the answer is gone. No reply.
- ``l`` grade id: take over what this locked cell bound. No reply.
- ``r`` grade id: run this cell (a test, or a locked cell that uses answers); the reply is ``o`` (JSON: outputs).
  In between ``c`` (name, NUL, pickle of arguments) asks for a call of a function that was handed in, and wants
  ``v`` (``codec.encode`` of its value) or ``x`` (JSON: the exception's type and text).
"""

import ast
import builtins
import contextlib
import io
import json
import pickle
import signal
import socket
import types
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from IPython.core.formatters import DisplayFormatter
from IPython.core.inputtransformer2 import TransformerManager

from coursetools.grading.inside import alarm, codec, wire
from coursetools.grading.inside.prepared import Prepared, is_python, names_bound, names_read
from fairki import remembered

KEPT = ("text/plain", "text/html", "image/png")
_LONGEST = 20_000


def prepare(setup: dict[str, Any]) -> tuple[Callable[[socket.socket], None], dict[str, Any]]:
    """Run the instructor's notebook once; returns the work of a child and what the grader is told.

    ``setup`` holds ``cells`` (list of grade id, role, source; roles are those of ``sheet.Cell``), ``live`` (ids of
    locked cells that use answers), ``answers`` (the only names that hand-ins bind), ``seed`` (what hidden tests draw
    their inputs from, see ``fairki.fresh``) and ``limits``. The grader is told
    ``shown`` (grade id → outputs of locked cells) and ``failed`` (grade ids, with reasons, of what fails with the
    reference solution).
    """
    from fairki import checks, fresh

    fresh.seed = setup["seed"]
    remembered.shelf = remembered.shelf or remembered.Shelf()
    judge = _Judge(frozenset(setup["answers"]))
    shown, failed = {}, []
    for cell, role, source in setup["cells"]:
        judge.add(cell, source)
        with alarm.within(setup["limits"]["prepare_seconds"]):
            if role == "locked" and cell not in setup["live"]:
                outputs = judge.record(cell, source)
                shown[cell] = outputs
            else:
                outputs = judge.run(cell)
        failed += [f"{cell} ({entry['evalue']})" for entry in outputs if entry["output_type"] == "error"]
    judge.keep_functions(cell for cell, role, _ in setup["cells"] if role == "test")
    judge.prepared.back_to_start()
    checks.forget()
    return judge.serve, {"shown": shown, "failed": failed}


class _Judge:
    """The instructor's cells, compiled once, and the namespace they run in."""

    def __init__(self, answers: frozenset[str]):
        self.answers = answers
        self.names: dict[str, Any] = {"__name__": "__main__", "__builtins__": __builtins__}
        self.prepared = Prepared(self.names)
        self.formatter = DisplayFormatter()
        self.cells: dict[str, _Compiled] = {}
        self.channel: socket.socket  # there as soon as messages are served

    def add(self, cell: str, source: str) -> None:
        """Compile a cell, so that ``run`` finds it."""
        self.cells[cell] = _Compiled(cell, source, self.answers)

    def record(self, cell: str, source: str) -> list[dict[str, Any]]:
        """Run a locked cell and remember what it bound; its outputs."""
        outputs: list[dict[str, Any]] = self.prepared.record(cell, source, lambda _: self.run(cell))
        return outputs

    def keep_functions(self, tests: Iterable[str]) -> None:
        """Let tests that ran once define their functions no more: what these remember (lru_cache) is shared.

        Only functions that see nothing of a hand-in but their arguments: all other names that they read are Python's
        own, bound by locked cells or imported, or again such functions.
        """
        known = set(dir(builtins)) | self.prepared.bound
        trees = [compiled.tree for compiled in self.cells.values()]
        for node in (
            node for tree in trees for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)
        ):
            known |= names_bound(ast.unparse(node))
        known -= self.answers
        for test in tests:
            self.cells[test].keep_functions(self.names, known)

    def serve(self, channel: socket.socket) -> None:
        """Answer messages until the other side ends."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        self.channel = channel
        while True:
            kind, body = wire.receive(channel)
            if kind == b"b":
                name, _, data = body.partition(b"\0")
                self._bind(name.decode(), data)
            elif kind == b"l":
                self.prepared.replay(body.decode())
            elif kind == b"r":
                wire.send(channel, b"o", json.dumps(self.run(body.decode())).encode())

    def _bind(self, name: str, data: bytes) -> None:
        if name not in self.answers:
            return  # a name such as „all“ would put the hand-in in the place of Python's own
        self.names.pop(name, None)
        if data:
            self.names[name] = codec.decode(data, lambda _: _Function(name, self.channel))

    def run(self, cell: str) -> list[dict[str, Any]]:
        """Run one of the instructor's cells; its outputs in nbformat's form."""
        out, err = io.StringIO(), io.StringIO()
        last: list[dict[str, Any]] = []
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                value = self.cells[cell].run(self.names)
                if value is not None:
                    data, _ = self.formatter.format(value)
                    kept = {mime: data[mime] for mime in KEPT if mime in data}
                    last.append(
                        {
                            "output_type": "execute_result",
                            "data": kept,
                            "metadata": {},
                            "execution_count": None,
                        }
                    )
            except wire.Gone:
                raise
            except (Exception, SystemExit) as error:
                last.append(_error(error))
        streams = [
            {"output_type": "stream", "name": name, "text": stream.getvalue()[:_LONGEST]}
            for name, stream in (("stdout", out), ("stderr", err))
            if stream.getvalue()
        ]
        return streams + last


class _Compiled:
    """One cell: its statements, and its last line if that is an expression whose value is shown."""

    def __init__(self, cell: str, source: str, answers: frozenset[str]):
        self.cell, self.answers = cell, answers
        plain = source if is_python(source) else TransformerManager().transform_cell(source)
        tree = ast.parse(plain)
        self.tree, self.last = ast.fix_missing_locations(_Remembering().visit(tree)), None
        if tree.body and isinstance(last := tree.body[-1], ast.Expr):
            tree.body.pop()
            self.last = compile(ast.Expression(last.value), f"<{cell}>", "eval")
            self.quiet = source.rstrip().endswith(";")
        self.body = compile(tree, f"<{cell}>", "exec")

    def keep_functions(self, names: dict[str, Any], known: set[str]) -> None:
        """Replace each function definition by the function that ``names`` holds now, if this cell made it and it reads
        nothing but ``known`` names; its own name is then known as well."""
        kept = {}
        for node in self.tree.body:
            if not isinstance(node, ast.FunctionDef):
                continue
            made = names.get(node.name)
            inner = getattr(made, "__wrapped__", made)
            ours = getattr(getattr(inner, "__code__", None), "co_filename", "") == f"<{self.cell}>"
            source = ast.unparse(node)
            if (
                ours
                and names_read(source) <= known | {node.name, "__remembering__"}
                and not texts(node) & self.answers
            ):
                kept[node.name] = made
                known.add(node.name)
        if kept:
            body = [
                self._kept(node) if getattr(node, "name", "") in kept else node for node in self.tree.body
            ]
            tree = ast.fix_missing_locations(ast.Module(body=body, type_ignores=[]))
            self.body = compile(tree, f"<{self.cell}>", "exec")
            self.kept = kept

    kept: dict[str, Any] = {}  # noqa: RUF012  (never written to)

    def _kept(self, node: ast.FunctionDef) -> ast.stmt:
        return ast.parse(f"{node.name} = __kept__[{node.name!r}]").body[0]

    def run(self, names: dict[str, Any]) -> Any:
        """Run the cell; the value of its last line (None if there is none)."""
        names |= {"__kept__": self.kept, "__remembering__": from_shelf}
        exec(self.body, names)
        if self.last is None:
            return None
        value = eval(self.last, names)
        return None if self.quiet else value


def from_shelf(function: Callable[..., Any]) -> Callable[..., Any]:
    """``function``, or one that asks the shelf first if it is a function of ours: these are pure (rule S6: chance has a
    seed that is an argument). ``checks`` looks up answers, and ``fresh`` moves dice on: more than arguments say."""
    module = getattr(function, "__module__", None) or ""
    ours = isinstance(function, types.FunctionType) and module.startswith("fairki.")
    if not ours or module == "fairki.fresh" or f"{module}.".startswith("fairki.checks."):
        return function
    shelf = remembered.shelf
    return function if shelf is None else partial(shelf.result, function)


class _Remembering(ast.NodeTransformer):
    """``a.b(…)`` becomes ``__remembering__(a.b)(…)``."""

    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        if isinstance(node.func, ast.Attribute):
            node.func = ast.Call(ast.Name("__remembering__", ast.Load()), [node.func], [])
        return node


class _Function:
    """Stands for a function that was handed in: a call goes to the hand-in's process, data comes back."""

    def __init__(self, name: str, channel: socket.socket):
        self._name, self._channel = name, channel

    def __repr__(self) -> str:
        return f"<Funktion {self._name}>"

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        body = self._name.encode() + b"\0" + pickle.dumps((arguments, named), protocol=5)
        wire.send(self._channel, b"c", body)
        kind, reply = wire.receive(self._channel)
        if kind == b"v":
            return codec.decode(reply)
        raise _raised(reply)


def _raised(reply: bytes) -> Exception:
    """An exception of a function that was handed in, of a class of our own and without its words.

    The function has seen the inputs of hidden tests: its words, and any name it makes up, could carry them out.
    """
    try:
        name = json.loads(reply)[0]
        known = getattr(builtins, name)
        if not (isinstance(known, type) and issubclass(known, BaseException)):
            raise ValueError
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        name = "Exception"
    made: Exception = type(name, (Exception,), {})()
    return made


def texts(node: ast.AST) -> set[str]:
    """The texts in a piece of code; one of them could be the name of an answer for ``checks``."""
    constants = (inner.value for inner in ast.walk(node) if isinstance(inner, ast.Constant))
    return {text for text in constants if isinstance(text, str)}


def _error(error: BaseException) -> dict[str, Any]:
    """An exception as an output. Only the text of our own checks; a traceback would show the hidden tests."""
    name, text = type(error).__name__, str(error)[:2000]
    lines = error._render_traceback_() if hasattr(error, "_render_traceback_") else [f"{name}: {text}"]
    return {"output_type": "error", "ename": name, "evalue": text, "traceback": list(lines)}
