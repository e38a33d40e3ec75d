"""The little of IPython that widgets and lessons ask for; a page in the browser has no console."""

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any


class _Events:
    def trigger(self, *names: Any, **values: Any) -> None:
        """Nobody listens."""


class Shell:
    """What ``get_ipython()`` returns. ``tell`` gets the error that is being handled when a widget fails."""

    kernel = None
    events = _Events()

    def __init__(self, tell: Callable[[BaseException], None]):
        self.tell = tell

    def showtraceback(self, *names: Any, **values: Any) -> None:
        """Report the error that is being handled."""
        if (problem := sys.exc_info()[1]) is not None:
            self.tell(problem)


class Shown:
    """Markup that a cell shows; the page has it already."""

    def __init__(self, data: Any = None, **values: Any):
        self.data = data


def _nothing(*objects: Any, **values: Any) -> None:
    """What a cell shows stands on the page already."""


def install(tell: Callable[[BaseException], None]) -> None:
    """Let ``import IPython`` find this; before any widget is imported."""
    shell = Shell(tell)
    module("IPython", __version__="9.0.0", version_info=(9, 0, 0), get_ipython=lambda: shell)
    module("IPython.display", HTML=Shown, Markdown=Shown, display=_nothing, clear_output=_nothing)
    module("IPython.core")
    module("IPython.core.interactiveshell", InteractiveShell=Shell)
    module("IPython.core.getipython", get_ipython=lambda: shell)


def module(name: str, **content: Any) -> None:
    """Let ``import`` find a module with this content under ``name``."""
    module = sys.modules[name] = ModuleType(name)
    module.__path__ = []
    vars(module).update(content)
    parent, _, last = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], last, module)
