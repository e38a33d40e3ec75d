"""The real course with a changed folder, in a process of its own; it ends with the editor or the next preview."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from coursetools.company_editor.de import pages as de
from coursetools.company_editor.desk import Copy, Desk
from fairki import company


class Preview:
    """At most one course that is shown; ``root`` is the folder of the course.

    Attributes:
        address, pages: where it is shown, "" until then; address and name of each of its pages.
        failed: why it could not be shown; "" as long as nobody knows.
    """

    def __init__(self, root: Path, desk: Desk):
        self.root, self.desk = root, desk
        self.address, self.failed = "", ""
        self.pages: list[tuple[str, str]] = []
        self._copy: Copy | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._waiting: asyncio.Task[None] | None = None

    def show(self, changed: Mapping[str, bytes | None], origin: str) -> None:
        """Begin to show the folder with some files changed to a page of this origin."""
        self.end()
        self._copy, self.failed = self.desk.copy(changed), ""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "coursetools.company_editor.shown", str(self.root), origin],
            stdin=subprocess.PIPE,  # it ends when this closes, whatever becomes of us
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {company.VARIABLE: str(self._copy.place)},
        )
        self._waiting = asyncio.get_running_loop().create_task(self._learn(self._process))

    async def _learn(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        line = await asyncio.to_thread(process.stdout.readline)
        try:
            told = json.loads(line)
        except ValueError:
            told = {"failed": de.PREVIEW_FAILED}
        self.failed, self.pages = told.get("failed", ""), told.get("pages", [])
        self.address = told.get("address", "")

    def end(self) -> None:
        """Show nothing any more."""
        if self._waiting:
            self._waiting.cancel()
        if self._process:  # it ends with its input, which this closes
            asyncio.get_running_loop().run_in_executor(None, self._process.communicate)
        if self._copy:
            self._copy.end()
        self._waiting = self._process = self._copy = None
        self.address = ""
