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
    """

    def __init__(self, results: Mapping[bytes, bytes] | None = None):
        self.results = dict(results or {})
        self.more = False
        self._asked: set[bytes] = set()
        self._needed: list[set[bytes]] = [
            self._asked
        ]  # one for each result that is being found out, the innermost last

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
            started, needed = time.perf_counter(), set[bytes]()
            self._needed.append(needed)
            try:
                found = function(*given, **named)
            finally:
                self._needed.pop()
                self._asked |= needed
            if time.perf_counter() - started < WORTH_IT or not (content := _written(found)):
                self._needed[-1] |= needed
                return found
            self.results[key], self.more = _with_needed(sorted(needed), content), True
        self._needed[-1].add(key)
        kept: _Found = pickle.loads(_without_needed(self.results[key])[1])
        return kept

    def wanted(self) -> dict[bytes, bytes]:
        """The results that somebody asked for since this was made, and those that they were made from: somebody with
        almost the same question needs these."""
        found: dict[bytes, bytes] = {}
        left = sorted(self._asked)
        while left:
            key = left.pop()
            if key in self.results and key not in found:
                found[key] = self.results[key]
                left += _without_needed(found[key])[0]
        return dict(sorted(found.items()))


def _written(found: object) -> bytes:
    """A result as bytes; b"" if it is too large, or no plain data."""
    try:
        content = pickle.dumps(found)
    except Exception:
        return b""
    return content if len(content) <= LARGEST else b""


def _with_needed(needed: list[bytes], content: bytes) -> bytes:
    return len(needed).to_bytes(KEY) + b"".join(needed) + content


def _without_needed(result: bytes) -> tuple[list[bytes], bytes]:
    end = KEY + KEY * int.from_bytes(result[:KEY])
    return [result[at : at + KEY] for at in range(KEY, end, KEY)], result[end:]


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
