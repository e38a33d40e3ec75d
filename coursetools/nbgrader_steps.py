"""Calling nbgrader's steps from Python: the course's settings, and the reason when a step fails."""

import logging
import warnings
from pathlib import Path

from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

CONFIG = "nbgrader_config.py"
COURSE = "fairki"
"""The course's id in nbgrader."""


class StepFailed(Exception):
    """A step of nbgrader ended with an error; the text is nbgrader's own reason (English)."""


def settings(root: Path, assignment: str, home: Path | None = None) -> Config:
    """What ``nbgrader_config.py`` says, for one assignment of the course in ``root``.

    Args:
        home: the folder in whose ``solutions/`` the assignment lies; None: the course's.
    """
    config: Config = PyFileConfigLoader(CONFIG, path=str(root)).load_config()
    config.CourseDirectory.root = str(home or root)
    config.CourseDirectory.assignment_id = assignment
    config.BaseConverter.force = True
    return config


def run(converter: type, config: Config) -> None:
    """Run one of ``nbgrader.converters``.

    Raises:
        StepFailed: with the last line of the first traceback that nbgrader logged.
    """
    from nbgrader.coursedir import CourseDirectory

    step = converter(coursedir=CourseDirectory(config=config), config=config)
    errors = _Errors()
    logs = step.log, logging.getLogger("tornado.application")  # nbgrader's gradebook takes the latter
    for log in logs:
        log.addHandler(errors)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # nbgrader's gradebook warns about its own habits
            step.start()
    except Exception as error:
        raise StepFailed(errors.reason() or str(error)) from error
    finally:
        for log in logs:
            log.removeHandler(errors)


class _Errors(logging.Handler):
    """Collects what nbgrader logs as an error: its exceptions only say that there was one."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())

    def reason(self) -> str:
        tracebacks = [message for message in self.messages if "Traceback" in message]
        return tracebacks[0].strip().splitlines()[-1] if tracebacks else ""
