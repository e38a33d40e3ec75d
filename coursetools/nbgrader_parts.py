"""What we use of nbgrader, without what it loads beside that: extensions of JupyterLab's server and setuptools.

These cost more time than all the rest. They are loaded as soon as somebody calls them.
"""

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

LATER = {
    **dict.fromkeys(
        (
            f"nbgrader.server_extensions.{name}"
            for name in ("assignment_list", "course_list", "validate_assignment", "formgrader")
        ),
        ("load_jupyter_server_extension",),
    ),
    "setuptools.archive_util": ("unpack_archive", "unpack_tarfile", "unpack_zipfile"),
}
"""Modules that nbgrader takes functions from → these functions."""


def _later(module: str, name: str) -> Callable[..., Any]:
    def call(*given: Any, **named: Any) -> Any:
        return getattr(importlib.import_module(module), name)(*given, **named)

    return call


@contextmanager
def _put_off() -> Iterator[None]:
    """Let others stand in for those modules that are not loaded yet."""
    standing_in = {}
    for module in LATER.keys() - sys.modules.keys():
        standing_in[module] = ModuleType(module)
        for name in LATER[module]:
            setattr(standing_in[module], name, _later(module, name))
    sys.modules |= standing_in
    try:
        yield
    finally:
        for module, stand_in in standing_in.items():
            if sys.modules.get(module) is stand_in:
                del sys.modules[module]


with _put_off():
    from nbgrader import api
    from nbgrader.utils import compute_checksum, determine_grade

__all__ = ["api", "compute_checksum", "determine_grade"]
