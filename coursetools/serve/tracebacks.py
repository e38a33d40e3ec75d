"""What of an error goes into the log."""

import re
from collections.abc import Iterable

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")  # IPython's tracebacks are made for a terminal
_PLACE = re.compile(r"(?:File (.+?:\d+)|(Cell .*?, line \d+))(?:, in (\S+?)\(|$)", re.MULTILINE)
_PLACES = 6


def plain(text: str) -> str:
    """`text` without colours."""
    return _COLOUR.sub("", text)


def places(traceback: Iterable[str]) -> str:
    """Where an error happened, innermost place last, and nothing of what was worked on.

    The message of an error and the values in it may stem from what a learner wrote; they are not kept.
    """
    found = [_PLACE.match(plain(part)) for part in traceback]  # each step begins with its place
    steps = [(match[1] or match[2], match[3] or "") for match in found if match]
    return " → ".join(f"{place} {function}".strip() for place, function in steps[-_PLACES:])
