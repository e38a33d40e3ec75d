"""Where the self-check of each module stands."""

from importlib import import_module
from typing import Any


def questions(module: str) -> list[dict[str, Any]]:
    """The questions of one module's self-check, as ``ui.Quiz`` takes them.

    Args:
        module: the module's id, such as ``"01"``.
    """
    asked: list[dict[str, Any]] = import_module(f"fairki.lessons.module_{module}.de.self_check").QUESTIONS
    return asked
