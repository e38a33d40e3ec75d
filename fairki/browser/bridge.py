"""The other half of a page's widgets, in the same browser: runs the cells, then answers the page's messages.

``fairki/web/worker.js`` calls it. Widgets are numbered as in a kernel (``coursetools.kernels.kernel``), so that a page
rendered with the one fits the other. Nothing here needs a browser: tests run it anywhere.
"""

import datetime
import gc
import importlib
import itertools
import json
import numbers
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

from fairki import language, web
from fairki.browser import stand_in

Send = Callable[[str, str, list[bytes]], None]
"""Takes a message for the page: its type, its content as JSON, its binary parts."""


class Bridge:
    """One page after the other. ``send`` gets what the page is told, once its cells have run: until then it knows all
    that is said."""

    def __init__(self, send: Send, chosen: str = language.GERMAN, firm: str = ""):
        """To be made before any widget is imported.

        Args:
            send: see above.
            chosen: the language.
            firm: the file of a company, if it is not the shipped one.
        """
        self.send, self.silent = send, True
        self.numbers = itertools.count(1)
        language.choose(chosen)
        web.wanted = False  # the page has the scripts of all blocks
        if firm:
            from fairki import company

            company.use(firm)
        stand_in.install(self.report)
        self.manager = self._comms()

    def _comms(self) -> Any:
        import comm
        from comm.base_comm import BaseComm, CommManager

        publish, manager = self.publish, CommManager()

        class PageComm(BaseComm):
            """Says to the page what a widget has to say."""

            def publish_msg(
                self, msg_type: str, data: Any = None, metadata: Any = None, buffers: Any = None, **keys: Any
            ) -> None:
                publish(msg_type, {"comm_id": self.comm_id, "data": data or {}, **keys}, buffers or ())

        def create(*args: Any, **values: Any) -> PageComm:
            values["comm_id"] = values.get("comm_id") or f"{next(self.numbers):032x}"
            return PageComm(*args, **values)

        comm.create_comm = create
        comm.get_comm_manager = lambda: manager
        return manager

    def publish(self, kind: str, content: dict[str, Any], buffers: Sequence[Any] = ()) -> None:
        """Tell the page something."""
        if not self.silent:
            self.send(kind, as_json(content), [bytes(memoryview(part).cast("B")) for part in buffers])

    def report(self, problem: BaseException) -> None:
        """Tell the page that something failed; what it was, stays in the browser's console."""
        traceback.print_exception(problem)
        self.publish("error", {"memory": isinstance(problem, MemoryError)})

    def run(self, cells: Sequence[str]) -> None:
        """Run the code of all cells for a page that shows already what they show; now it is told what changes.

        The page before is forgotten.
        """
        from ipywidgets import Widget  # type: ignore[import-untyped]  # it publishes no types

        from fairki.lessons.scene import Page

        self.silent, self.numbers = True, itertools.count(1)
        Widget.close_all()
        gc.collect()
        Page.drawn = True
        space = {"__name__": "__main__"}
        for place, source in enumerate(cells):
            exec(compile(source, f"<cell {place}>", "exec"), space)
        self.silent = False

    def handle(self, comm_id: str, data: Any, buffers: Sequence[bytes] = ()) -> None:
        """Take one message of the page."""
        one = self.manager.comms.get(comm_id)
        if one is None:
            return
        try:  # not the manager's `comm_msg`: that one swallows errors
            one.handle_msg({"content": {"comm_id": comm_id, "data": data}, "buffers": list(buffers)})
        except Exception as problem:
            self.report(problem)


def as_json(content: Any) -> str:
    """JSON as a kernel writes it, also of numpy's numbers and of dates."""
    return json.dumps(content, default=_plain, ensure_ascii=False, allow_nan=False)


def _plain(value: Any) -> Any:
    if isinstance(value, numbers.Integral):
        return int(value)
    if isinstance(value, numbers.Real):
        return float(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


class OnDemand(MetaPathFinder):
    """Libraries that only some answers need are fetched at their first import.

    Args:
        wanted: name of a top-level module → what has to be fetched for it.
        fetch: fetches one and puts it among the modules.
    """

    def __init__(self, wanted: dict[str, Sequence[str]], fetch: Callable[[str], None]):
        self.wanted, self.fetch = dict(wanted), fetch
        self.fetched: set[str] = set()

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Fetch what is wanted for the module ``name``; how Python asks for it."""
        if path is not None or name not in self.wanted:
            return None
        for one in self.wanted[name]:
            if one not in self.fetched:
                self.fetch(one)
                self.fetched.add(one)
        del self.wanted[name]
        importlib.invalidate_caches()
        return PathFinder.find_spec(name)

    def install(self) -> None:
        """Be asked before anybody else."""
        sys.meta_path.insert(0, self)
