"""Logs without a word about people.

What a library says of an error may hold anything: an address, a kernel's id, a text that somebody wrote. Of such lines
only the place and the kind are kept. Our own lines are written so that they hold nothing of the kind.
"""

import datetime as dt
import errno
import json
import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any

HERE = str(Path(__file__).parent)
DEEPEST = 8  # steps of a traceback that are kept, innermost last


class Discreet(logging.Formatter):
    """One line per record: our own message, or the place of a foreign one; errors with kind and place alone."""

    def __init__(self, **_: Any):
        super().__init__("%(asctime)s %(levelname)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The line for a record."""
        return f"{self.formatTime(record)} {record.levelname} {said(record)}"


class DiscreetJson(logging.Formatter):
    """The same as one JSON object per record, for programs that collect logs."""

    def __init__(self, **_: Any):
        super().__init__()

    def format(self, record: logging.LogRecord) -> str:
        """The line for a record; the time is UTC."""
        time = dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds")
        return json.dumps({"time": time, "level": record.levelname.lower(), "message": said(record)})


class Needed(logging.Filter):
    """Lets pass what is wrong, and of the rest what is ours: of a foreign line no more than its place would be left."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is written down."""
        return record.levelno >= logging.WARNING or _ours(record)


def said(record: logging.LogRecord) -> str:
    """What may be written down of a record."""
    text = (
        record.getMessage() if _ours(record) else f"{record.name}: {_short(record.pathname)}:{record.lineno}"
    )
    if record.exc_info and record.exc_info[1] is not None:
        text = f"{text}: {kind_and_place(record.exc_info[1])}"
    return text


def _ours(record: logging.LogRecord) -> bool:
    return record.pathname.startswith(HERE)


def kind_and_place(error: BaseException) -> str:
    """What kind of error it is and where it happened; nothing of its message or of the values at work."""
    steps = traceback.extract_tb(error.__traceback__)[-DEEPEST:]
    places = " → ".join(f"{_short(step.filename)}:{step.lineno} {step.name}" for step in steps)
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    because = f" because of {kind_and_place(cause)}" if cause is not None else ""
    return f"{type(error).__name__}{_code(error)} at {places}{because}"


def _code(error: BaseException) -> str:
    """The code that a system or a database gives its errors, such as ``SQLITE_FULL``: they are all known words."""
    number = getattr(error, "errno", None)
    code = getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None)
    code = code or (errno.errorcode.get(number) if isinstance(number, int) else None)
    return f" ({code})" if code else ""


def hush(log: logging.Logger) -> None:
    """Send to `log` what Python would print about errors that nobody caught."""

    def uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("uncaught", exc_info=error.with_traceback(trace))

    def elsewhere(found: Any) -> None:
        if found.exc_value is not None and found.exc_type is not SystemExit:
            uncaught(found.exc_type, found.exc_value, found.exc_traceback)

    threading.excepthook = sys.unraisablehook = elsewhere


def _short(path: str) -> str:
    return "/".join(Path(path).parts[-2:])
