"""The file that says how to join and to lead: one running server has it, nobody else reads it, and it ends with it."""

import atexit
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from coursetools.files import write_atomically
from coursetools.workshop.de import terminal as de
from fairki.errors import SetupError


class WaysIn:
    """That file, held by this process until its end; one that was killed holds nothing.

    Raises:
        SetupError: another server that runs has it, or it cannot be written.
    """

    def __init__(self, file: Path):
        self.file = Path(file)
        self._lock = FileLock(self.file.with_name(f".{self.file.name}.lock"), timeout=0)
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
        except Timeout:
            raise SetupError(*de.ways_in_held(self.file)) from None
        except OSError as error:
            raise SetupError(*de.no_ways_in(self.file)) from error
        atexit.register(self.end)  # also where the server does not come to run
        self.write(de.STARTS)

    def write(self, text: str) -> None:
        """Have the file say this to the user of this process, and to nobody else.

        Raises:
            SetupError: it cannot be written.
        """
        try:
            write_atomically(self.file, f"{text}\n", mode=0o600)
        except OSError as error:
            raise SetupError(*de.no_ways_in(self.file)) from error

    def end(self) -> None:
        """Leave no key behind, and let another server have the file."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)
        self._lock.release()
