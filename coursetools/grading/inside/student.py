"""The child in which a hand-in's cells run: an IPython shell without history, terminal, threads or sockets.

It is told what to do in messages (``coursetools.grading.inside.wire``):

- ``h`` seed: reseed the random generators.
- ``r`` source: run a cell; the reply is ``o`` (JSON: ``outputs`` in nbformat's form, ``flood``), one ``a`` for each
  answer that changed (name, NUL, ``codec.encode``) and ``.`` (with ``wire.FULL`` if no memory is left).
- ``q`` source: run a cell whose outcome nobody needs; the reply is ``.``.
- ``l`` grade id: take over what this locked cell bound; no reply.
- ``c`` name, NUL, pickle of (arguments, keyword arguments) from the judge: call the function that the answer
  ``name`` held after the last cell; the reply is ``v`` (``codec.encode`` of its value) or ``x`` (JSON: the exception's
  type and text).
- ``e``: the end; the reply is ``p`` (names in our modules that the hand-in replaced, one a line). The same comes, and
  is the end, once such a name keeps this process from its work.

All of this shares one interpreter with the hand-in. Whoever takes it over can send what he likes, and gains nothing:
the other side takes these bytes for what the hand-in claims, and knows the right answers alone.
"""

import json
import pickle
import random
import signal
import socket
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, TypeVarTuple

import numpy as np
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from coursetools.grading.inside import codec, wire
from coursetools.grading.inside.prepared import Prepared, is_python
from coursetools.grading.inside.watched import Watched

KEPT = ("text/plain", "image/png")
FLOOD = 20
"""A cell may write this many times what is kept; then it is stopped."""
_LONGEST_LINE = 2000

_GONE = object()
_empty = np.empty
ROOM = 1 << 20  # bytes that the next cell has to find; stacks of waiting threads may leave no more than a few


class OutputFlood(BaseException):
    """A cell that writes far more than anybody will read; not an Exception, so that „except Exception“ lets it pass."""


class Outputs:
    """What one cell shows, in nbformat's form, cut to ``limit`` characters."""

    def __init__(self, limit: int):
        self.limit, self.seen = limit, 0
        self.entries: list[dict[str, Any]] = []

    @property
    def flood(self) -> bool:
        return self.seen > FLOOD * self.limit

    def _room(self, length: int) -> int:
        """How many of ``length`` more characters are kept."""
        room = max(self.limit - self.seen, 0)
        self.seen += length
        if self.flood:
            raise OutputFlood("Diese Zelle gibt zu viel aus.")
        return room

    def stream(self, name: str, text: str) -> None:
        """Text on stdout or stderr; text that follows text on the same stream is joined."""
        text = text[: self._room(len(text))]
        if not text:
            return
        last = self.entries[-1] if self.entries else {}
        if last.get("name") == name:
            last["text"] += text
        else:
            self.entries.append({"output_type": "stream", "name": name, "text": text})

    def data(self, kind: str, bundle: dict[str, Any]) -> None:
        """Something shown: ``kind`` is ``display_data`` or ``execute_result``."""
        kept = {mime: bundle[mime] for mime in KEPT if isinstance(bundle.get(mime), str)}
        text = kept.get("text/plain", "")
        kept["text/plain"] = text[: self._room(len(text))]
        entry = {"output_type": kind, "data": kept, "metadata": {}}
        self.entries.append(entry | ({"execution_count": None} if kind == "execute_result" else {}))

    def error(self, kind: str, text: str, lines: list[str]) -> None:
        """An exception."""
        lines = [line[:_LONGEST_LINE] for line in lines[:10] + lines[10:][-20:]]
        self.entries.append(
            {
                "output_type": "error",
                "ename": kind[:100],
                "evalue": text[:_LONGEST_LINE],
                "traceback": lines,
            }
        )


class _Stream:
    """Stands in for sys.stdout or sys.stderr while a cell runs."""

    encoding, errors, closed = "utf-8", "replace", False

    def __init__(self, outputs: Outputs, name: str):
        self._outputs, self._name = outputs, name

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError("write() argument must be str")
        self._outputs.stream(self._name, text)
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return False

    def writable(self) -> bool:
        return True


class _Hook(DisplayHook):
    """The value of a cell's last line goes to the outputs."""

    def __call__(self, result: Any = None) -> None:
        if self.shell is not None and result is not None and not self.quiet():  # type: ignore[no-untyped-call]  # IPython has no types here
            bundle, _ = self.compute_format_data(result)  # type: ignore[no-untyped-call]  # IPython has no types here
            self.shell.outputs.data("execute_result", bundle)


class _Publisher(DisplayPublisher):
    """What ``display`` shows goes to the outputs."""

    def publish(self, data: dict[str, Any], metadata: Any = None, source: Any = None, **_: Any) -> None:
        if self.shell is not None:
            self.shell.outputs.data("display_data", data)

    def clear_output(self, wait: bool = False) -> None:
        self.shell.outputs.entries.clear()


class Shell(InteractiveShell):
    """IPython as notebooks know it, without what a grader does not have."""

    outputs = Outputs(0)

    def _showtraceback(self, etype: type, evalue: Any, stb: list[str]) -> None:
        self.outputs.error(getattr(etype, "__name__", str(etype)), _text_of(evalue), list(map(str, stb)))

    def transform_cell(self, raw_cell: str) -> str:
        """The cell as Python. In a single line, IPython finds commands that are Python as well (``ls -l``)."""
        if "\n" in raw_cell.strip() and is_python(raw_cell):
            return raw_cell if raw_cell.endswith("\n") else f"{raw_cell}\n"
        transformed: str = super().transform_cell(raw_cell)  # type: ignore[no-untyped-call]  # IPython has no types here
        return transformed

    def enable_matplotlib(self, gui: str | None = None) -> tuple[str, None]:
        """Answers ``%matplotlib inline``, which many notebooks begin with: pictures appear here without it."""
        return gui or "inline", None

    def system(self, cmd: str) -> None:
        """Answers ``!command``, which runs nothing here."""
        print("Bei der Bewertung laufen keine anderen Programme.")

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> list[str] | str:
        """Answers ``x = !command``."""
        self.system(cmd)
        return [] if split else ""


@cache
def the_shell() -> Shell:
    """The shell of this process. It is made before any exercise is known, once for all of them."""
    shell = Shell(  # type: ignore[no-untyped-call]  # IPython has no types here
        config=Config(
            {
                "HistoryManager": {"enabled": False},
                "InteractiveShell": {"colors": "nocolor", "xmode": "Plain"},
            }
        ),
        displayhook_class=_Hook,
        display_pub_class=_Publisher,
    )
    shell.display_formatter.active_types = list(KEPT)  # type: ignore[union-attr]  # there once the shell is
    shell.run_cell("0\nNone", store_history=False)  # type: ignore[no-untyped-call]  # loads more of IPython
    return shell


def prepare(setup: dict[str, Any]) -> tuple[Callable[[socket.socket], None], dict[str, Any]]:
    """Run the locked cells once; returns the work of a child and what the grader is told (nothing).

    ``setup`` holds ``locked`` (list of grade id, source), ``answers`` (names) and ``limits``.
    """
    shell = the_shell()
    prepared = Prepared(shell.user_ns)
    worker = _Worker(shell, prepared, setup["answers"], setup["limits"]["output"])
    for cell, source in setup["locked"]:
        prepared.record(cell, source, worker.run)
    prepared.back_to_start()
    from fairki import checks
    from fairki.checks import answers

    checks.forget()
    answers.names()  # it remembers which names are its own
    worker.watched = Watched()
    return worker.serve, {}


_Given = TypeVarTuple("_Given")


class _Worker:
    """Carries out the messages of one hand-in."""

    def __init__(self, shell: Shell, prepared: Prepared, answers: list[str], limit: int):
        self.shell, self.prepared, self.answers, self.limit = shell, prepared, answers, limit
        self.watched: Watched | None = None
        self.sent: dict[str, bytes] = {}
        self.functions: dict[str, Any] = {}

    def serve(self, channel: socket.socket) -> None:
        """Answer messages until the end."""
        try:
            self._serve(channel)
        except wire.Gone:
            raise
        except BaseException:
            self._tell_replaced(channel)

    def _tell_replaced(self, channel: socket.socket) -> None:
        wire.send(channel, b"p", "\n".join(self._replaced()).encode("ascii", "replace"))

    def _serve(self, channel: socket.socket) -> None:
        while True:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            kind, body = wire.receive(channel)
            if kind == b"h":
                self._seed(int(body))
            elif kind == b"l":
                self.prepared.replay(body.decode())
            elif kind == b"q":
                self.run(body.decode())
                wire.send(channel, b".")
            elif kind == b"r":
                outputs = self.run(body.decode())
                shown = {"outputs": outputs.entries, "flood": outputs.flood}
                wire.send(channel, b"o", json.dumps(shown).encode())
                for name, data in self._changed():
                    wire.send(channel, b"a", name.encode() + b"\0" + data)
                wire.send(channel, b".", b"" if _has_room() else wire.FULL)
            elif kind == b"c":
                function, _, arguments = body.partition(b"\0")
                wire.send(channel, *self._call(function.decode(), arguments))
            elif kind == b"e":
                self._tell_replaced(channel)
                return

    def run(self, source: str) -> Outputs:
        """Run one cell; every exception ends up in the outputs."""
        outputs = self.shell.outputs = Outputs(self.limit)
        before = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = _Stream(outputs, "stdout"), _Stream(outputs, "stderr")
        try:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            self.shell.run_cell(source, store_history=False)  # type: ignore[no-untyped-call]  # IPython has no types here
        except BaseException as error:  # IPython itself may stumble over what a hand-in does to it
            outputs.error(type(error).__name__, _text_of(error), [])
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            sys.stdout, sys.stderr = before
        return outputs

    def _changed(self) -> Iterator[tuple[str, bytes]]:
        """Name and data of each answer that is not what was sent last."""
        for name in self.answers:
            value = self.shell.user_ns.get(name, _GONE)
            if value is _GONE:
                data = b""
            else:
                if callable(value) and self.functions.get(name) is not value:
                    self.functions[name] = value
                    self.sent.pop(name, None)
                data = self._guarded(codec.encode, value, 0)
            if self.sent.get(name, b"") != data:
                self.sent[name] = data
                yield name, data

    def _guarded(self, encode: Callable[[*_Given], bytes], *arguments: *_Given) -> bytes:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            return encode(*arguments)
        except BaseException as error:
            return json.dumps({"unreadable": type(error).__name__[:40]}).encode()
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)

    def _call(self, name: str, arguments: bytes) -> tuple[bytes, bytes]:
        given, named = pickle.loads(arguments)  # written by the judge, who runs no stranger's code
        silent = Outputs(self.limit)
        before = sys.stdout, sys.stderr, self.shell.outputs
        sys.stdout, sys.stderr = _Stream(silent, "stdout"), _Stream(silent, "stderr")
        self.shell.outputs = silent
        try:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            return b"v", codec.encode(self.functions[name](*given, **named))
        except BaseException as error:
            return b"x", json.dumps([type(error).__name__[:50], _text_of(error)[:200]]).encode()
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            sys.stdout, sys.stderr, self.shell.outputs = before

    def _seed(self, seed: int) -> None:
        random.seed(seed)
        np.random.seed(seed % (1 << 32))

    def _replaced(self) -> list[str]:
        """What the hand-in put in the place of our functions, pandas' or Python's: to tell the trainer."""
        found = (self.watched.replaced() if self.watched else []) + self.prepared.replaced()
        if self.shell.ast_transformers or self.shell.input_transformers_post:
            found.append("IPython")
        if sys.gettrace() or sys.getprofile():
            found.append("sys.settrace")
        return [name for name in found if not name.startswith("builtins._")][:20]


def _has_room() -> bool:
    """Whether later cells find memory; a recursion without end may have left none, and nothing runs any more."""
    try:
        return bool(_empty(ROOM, np.uint8).size)  # asks for it without writing to it
    except MemoryError:
        return False


def _text_of(error: BaseException) -> str:
    try:
        return str(error)[:_LONGEST_LINE]
    except BaseException:
        return ""
