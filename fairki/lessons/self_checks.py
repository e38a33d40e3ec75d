"""Where the self-check of each module stands."""

from importlib import import_module
from importlib.util import find_spec


def questions(module: str) -> list[dict]:
    """The questions of one module's self-check, as ``ui.Quiz`` takes them.

    Args:
        module: the module's id, such as ``"01"``.
    """
    if find_spec(f"fairki.lessons.module_{module}_texts"):  # not yet made of scenes
        return import_module(f"fairki.lessons.module_{module}_texts").SELF_CHECK
    return import_module(f"fairki.lessons.module_{module}.de.self_check").QUESTIONS
