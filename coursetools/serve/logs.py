"""Where the log goes, in which form, and how much of it: whoever runs the course for others says so."""

import logging
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursetools.serve import de
from fairki.errors import SetupError

LOG = Path(".build") / "serve.log"
"""The course's own file, below its folder; it is kept small by itself."""
STDERR = "stderr"
TEXT, JSON = FORMS = "text", "json"
LEVELS = {"fehler": logging.ERROR, "warnung": logging.WARNING, "info": logging.INFO}
LOGGERS = (
    "",
    "FairkiVoila",
    "WorkshopVoila",
    "RehearsalVoila",
    "PaperVoila",
    "PreviewVoila",
    "asyncio",
    "tornado",
    "traitlets",
)


@dataclass(frozen=True)
class Logs:
    """How a course writes down what happens.

    Attributes:
        target: `STDERR`, or a file, which is opened anew when the system has moved it away; "": the course's own.
        form: one of `FORMS`.
        level: the least important that is written down, one of `LEVELS`.
    """

    target: str = ""
    form: str = TEXT
    level: int = logging.WARNING

    @classmethod
    def of(cls, target: str, form: str, level: str) -> "Logs":
        """Of what somebody wrote.

        Raises:
            SetupError: if it means nothing, or nothing can be written there.
        """
        if form not in FORMS:
            raise SetupError(*de.no_such("--log-form", form, FORMS))
        if level not in LEVELS:
            raise SetupError(*de.no_such("--log-stufe", level, list(LEVELS)))
        if target not in ("", STDERR):
            target = os.path.abspath(target)
            try:
                with open(target, "a", encoding="utf-8"):
                    pass
            except OSError as error:
                raise SetupError(*de.no_log(target)) from error
        return cls(target, form, LEVELS[level])

    @property
    def where(self) -> str:
        """Where the log is, for people."""
        return self.target or str(LOG)

    def config(self, root: Path) -> dict[str, Any]:
        """What ``logging.config`` wants to hear; `root` is the folder of the course."""
        logging.raiseExceptions = (
            False  # a line that cannot be written would else be printed, with all that it holds
        )
        to_log = {"handlers": ["log"], "level": self.level, "propagate": False}
        return {
            "formatters": {
                TEXT: {"()": "coursetools.discreet.Discreet"},
                JSON: {"()": "coursetools.discreet.DiscreetJson"},
            },
            "filters": {"needed": {"()": "coursetools.discreet.Needed"}},
            "handlers": {"log": {**self._handler(root), "formatter": self.form, "filters": ["needed"]}},
            "loggers": dict.fromkeys(LOGGERS, to_log),
        }

    def _handler(self, root: Path) -> dict[str, Any]:
        if self.target == STDERR:
            return {"class": "logging.StreamHandler", "stream": "ext://sys.stderr"}
        if self.target:
            return {
                "class": "logging.handlers.WatchedFileHandler",
                "filename": self.target,
                "encoding": "utf-8",
                "delay": True,
            }
        return {
            "class": "logging.handlers.RotatingFileHandler",
            "filename": str(root / LOG),
            "encoding": "utf-8",
            "maxBytes": 1 << 20,
            "backupCount": 1,
            "delay": True,
        }


USUAL = Logs()
"""As on a machine of one's own."""
