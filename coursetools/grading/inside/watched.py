"""Whether a hand-in put something else in the place of our functions, pandas' or Python's: to tell the trainer.

To look at all these names would cost a hand-in more than its answers: Python counts references inside the objects, and
in a fork each look at one copies its page of memory. So a module is only looked at if its dictionary was written to.
"""

import ctypes
import gc
import itertools
import json
import sys
from typing import Any

import numpy as np
import pandas as pd

from coursetools.grading.inside import codec

_CARRIERS = (
    "base64",
    "codecs",
    "encodings",
    "io",
    "json",
    "json.decoder",
    "json.encoder",
    "pickle",
    "struct",
)
_LIBRARIES = (
    "builtins",
    "copy",
    "decimal",
    "fairki",
    "fractions",
    "itertools",
    "math",
    "numpy",
    "pandas",
    "re",
)
"""Modules whose names are compared in the end with what they stood for in the beginning."""
_OURS = ("fairki.", "coursetools.grading.inside.")
_GONE = object()
_VERSION_TAG = 24  # where CPython up to 3.12 keeps a number that every change of a dictionary replaces
_always_new = itertools.count()


class Watched:
    """The names in these modules and in a few classes, as they are now."""

    def __init__(self) -> None:
        self._loaded = sys.modules
        self._modules = {
            name: module
            for name, module in list(sys.modules.items())
            if (name.startswith(_OURS) or name in _CARRIERS + _LIBRARIES) and hasattr(module, "__dict__")
        }
        self._classes = {
            "pandas.DataFrame": pd.DataFrame,
            "pandas.Series": pd.Series,
            "numpy.testing": np.testing,
            "codec": codec._Encoder,
            "json.JSONEncoder": json.JSONEncoder,
        }
        owners = self._modules | self._classes
        self._held = {name: dict(vars(owner)) for name, owner in owners.items()}
        self._dictionaries = {name: _dictionary(owner) for name, owner in owners.items()}
        # Numbers only: to read these changes nothing, and so copies nothing.
        places = {name: id(dictionary) for name, dictionary in self._dictionaries.items()}
        self._stamps = [(name, place, stamp(place)) for name, place in places.items()]
        self._stamp_of_loaded = stamp(id(sys.modules))

    def replaced(self) -> list[str]:
        """Module and name of what stands for something else by now."""
        swapped = self._swapped()
        return [
            f"{name}.{one}"
            for name, place, before in self._stamps
            if name in swapped or stamp(place) != before
            for one in self._differing(name)
        ]

    def _swapped(self) -> set[str]:
        """Modules in whose place there is another one, or none."""
        if sys.modules is self._loaded and stamp(id(self._loaded)) == self._stamp_of_loaded:
            return set()
        return {name for name, module in self._modules.items() if sys.modules.get(name) is not module}

    def _differing(self, name: str) -> list[str]:
        owner = sys.modules.get(name) if name in self._modules else self._classes[name]
        now = getattr(owner, "__dict__", {})
        return [one for one, value in self._held[name].items() if now.get(one, _GONE) is not value]


def stamp(place: int) -> int:
    """A number that is another one after each change of the dictionary at this address (its ``id``)."""
    return _version(place) if _TELLING else next(_always_new)


def _version(place: int) -> int:
    return ctypes.c_uint64.from_address(place + _VERSION_TAG).value


def _dictionary(owner: Any) -> dict[str, Any]:
    """The dictionary itself, also where a class shows it read-only."""
    shown = vars(owner)
    return shown if isinstance(shown, dict) else gc.get_referents(shown)[0]


def _tells() -> bool:
    """Whether this Python keeps such a number there (newer ones do not: then every module is looked at)."""
    probe: dict[str, Any] = {"a": None, "b": None}
    seen = [_version(id(probe))]
    probe.get("a")
    if _version(id(probe)) != seen[0]:
        return False
    for change in (
        lambda: probe.update(a=1),
        lambda: probe.__setitem__("c", 2),
        lambda: probe.pop("b"),
        lambda: probe.setdefault("b", 3),
        lambda: probe.__delitem__("a"),
        lambda: probe.clear(),
    ):
        change()
        seen.append(_version(id(probe)))
    return len(set(seen)) == len(seen)


_TELLING = sys.implementation.name == "cpython" and _tells()
