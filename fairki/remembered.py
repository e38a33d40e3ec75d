"""Slow functions whose arguments say all: what they returned is remembered.

Within a process as with ``functools.lru_cache``. Where a ``shelf`` stands, also for whoever fills it the next time:
grading takes such results along from one call to the next (``coursetools.grading.kept``). Results are shared: nobody
may change them.
"""

import io
import pickle
import time
from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from hashlib import blake2b
from typing import Any, ParamSpec, TypeVar, cast

WORTH_IT = 0.002
"""Seconds; what is faster is not worth a place on the shelf."""
KEY = 16
"""Bytes that stand for a function and its arguments."""
LARGEST = 8 << 20
"""Bytes of a result; a larger one is made anew."""

DICE = ("random", "numpy.random")
"""Modules whose objects go on with each draw."""

_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")


class _Asked(pickle.Pickler):
    """Writes what a function is asked; refuses what each look moves on (dice, iterators): later calls would find it
    where it was."""

    def reducer_override(self, one: object) -> Any:
        """See ``pickle``."""
        if type(one).__module__.startswith(DICE) or hasattr(type(one), "__next__"):
            raise pickle.PicklingError(type(one).__name__)
        return NotImplemented


class Shelf:
    """Results as bytes, by function and arguments.

    Attributes:
        results: what is there; only from processes that ran no code of strangers.
        more: whether something came in since it was made.
        asked: which of them somebody wanted since then.
    """

    def __init__(self, results: Mapping[bytes, bytes] | None = None):
        self.results = dict(results or {})
        self.more = False
        self.asked: set[bytes] = set()

    def result(
        self, function: Callable[_Given, _Found], *given: _Given.args, **named: _Given.kwargs
    ) -> _Found:
        """What ``function`` returns: from here, or found out and kept. Each caller gets a copy, the first one, too.

        A function that was made within another one, or has no name, is called: two of them share a name.
        """
        if "<" in function.__qualname__:
            return function(*given, **named)
        try:
            asked = io.BytesIO()
            _Asked(asked).dump((function.__module__, function.__qualname__, given, named))
        except Exception:  # something that is not plain data, such as a function
            return function(*given, **named)
        key = blake2b(asked.getvalue(), digest_size=KEY).digest()
        if key not in self.results:
            started = time.perf_counter()
            found = function(*given, **named)
            if time.perf_counter() - started < WORTH_IT:
                return found
            try:
                content = pickle.dumps(found)
            except Exception:
                return found
            if len(content) > LARGEST:
                return found
            self.results[key], self.more = content, True
        self.asked.add(key)
        kept: _Found = pickle.loads(self.results[key])
        return kept


shelf: Shelf | None = None
"""Where this process looks for results; None: nowhere."""


def looked_up(function: Callable[_Given, _Found], *given: _Given.args, **named: _Given.kwargs) -> _Found:
    """What ``function`` returns, from the shelf if one stands here; for arguments that cannot be hashed."""
    return function(*given, **named) if shelf is None else shelf.result(function, *given, **named)


def remembered(most: int | None) -> Callable[[Callable[_Given, _Found]], Callable[_Given, _Found]]:
    """Decorates a function whose arguments can be hashed; ``most`` results are remembered (None: all)."""

    def decorate(function: Callable[_Given, _Found]) -> Callable[_Given, _Found]:
        @lru_cache(most)
        @wraps(function)
        def call(*given: _Given.args, **named: _Given.kwargs) -> _Found:
            return looked_up(function, *given, **named)

        return cast("Callable[_Given, _Found]", call)

    return decorate
