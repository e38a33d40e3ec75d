"""What learners hand over, read as plain values: numbers as Germans type them, texts, tables."""

import ast
import contextlib
import math
import numbers as abstract_numbers
import re
import reprlib
from typing import Any

from fairki import speech
from fairki.checks import answers, de


def as_number(value: Any) -> float | None:
    """``value`` as a finite float, or None; None, too, for a text that can mean two numbers (``"1.000"``).

    Python reads ``14,8`` as the pair (14, 8); here it is 14.8.
    """
    if (typed := what_was_typed(value)) is not None:
        meant = speech.readings(typed)
        return meant[0] if len(meant) == 1 else None
    if type(value).__module__.split(".")[0] in ("numpy", "pandas") and getattr(value, "size", 0) == 1:
        value = value.item() if hasattr(value, "item") else None
    if isinstance(value, bool) or not isinstance(value, abstract_numbers.Real):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def what_was_typed(value: Any) -> str | None:
    """What was typed, if ``value`` is a text or the pair that Python makes of ``14,8``."""
    if isinstance(value, tuple) and [type(part) for part in value] == [int, int] and value[1] >= 0:
        return f"{value[0]},{value[1]}"
    return value if isinstance(value, str) else None


def is_ambiguous(value: Any) -> bool:
    typed = what_was_typed(value)
    return typed is not None and len(speech.readings(typed)) > 1


def no_number(value: Any) -> str:
    """A sentence: why ``value`` is not taken for a number."""
    typed = what_was_typed(value)
    return speech.which(typed) if typed and is_ambiguous(value) else de.no_number(shown(value))


def hint(name: str, only_round: bool = False) -> str:
    """A hint if ``name`` was typed as a number that people may mean as thousands; "" if not.

    Args:
        only_round: only for numbers such as ``1.000`` or ``2.500``, which nobody calculates and types as they are.
    """
    for typed in _typed(name):
        if not only_round or typed.endswith("0"):
            large, small = map(speech.spelling, speech.readings(typed))
            return de.as_python_reads(typed, large, small)
    return ""


def _typed(name: str) -> list[str]:
    """The ambiguous numbers in the newest cell that assigns ``name``; outside of Jupyter there are no cells."""
    cells = answers.names().get("In")
    for cell in reversed(cells if isinstance(cells, list) else []):
        with contextlib.suppress(SyntaxError, ValueError, TypeError, RecursionError, MemoryError):
            for node in reversed(ast.parse(cell).body):
                if isinstance(node, ast.Assign) and any(getattr(to, "id", "") == name for to in node.targets):
                    found = [
                        (ast.get_source_segment(cell, part) or "").strip("()")
                        for part in ast.walk(node.value)
                        if isinstance(part, ast.Constant | ast.Tuple)
                        and not isinstance(getattr(part, "value", None), str)
                    ]
                    return [typed for typed in found if len(speech.readings(typed)) > 1]
    return []


def as_dict(value: Any) -> dict[Any, Any] | None:
    if type(value).__module__.split(".")[0] == "pandas" and hasattr(value, "squeeze"):
        value = value.squeeze("columns") if value.ndim == 2 else value
        value = value.to_dict() if value.ndim == 1 and hasattr(value, "to_dict") else None
    return dict(value) if isinstance(value, dict) else None


def option(given: Any, options: list[str]) -> str | None:
    if not isinstance(given, str):
        return None
    return {_bare(option): option for option in options}.get(_bare(given[:200]))


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def short(value: float) -> str:
    """A number with two decimals at most, and none for a whole one."""
    return speech.number(value, next(d for d in (0, 1, 2) if d == 2 or round(value, d) == value))


def shown(value: Any) -> str:
    return de.quoted(value[:40] if isinstance(value, str) else reprlib.repr(value)[:60])
