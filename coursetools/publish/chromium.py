"""A Chromium without windows, led over its debugging protocol: just enough of it to fill a page and print it."""

import asyncio
import itertools
import json
import os
import signal
import subprocess
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from tornado.websocket import WebSocketClientConnection, websocket_connect

from coursetools import machine
from coursetools.publish import de
from fairki.errors import FairkiError, SetupError

FLAGS = (
    "--headless",
    "--remote-debugging-port=0",  # it chooses a free one, and writes it into the file below
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=de-DE",
)
PORT_FILE, MESSAGES = "DevToolsActivePort", "messages.txt"
LARGEST_MESSAGE = 1 << 29  # a PDF comes as one message
PATIENCE = 120  # seconds in which a wish is fulfilled, on a busy machine as well


class Chromium:
    """One page of a browser. Get one by ``opened``."""

    def __init__(self, line: WebSocketClientConnection, session: str):
        self._line, self._session = line, session
        self._numbers = itertools.count(1)

    async def call(self, method: str, *, patience: float = PATIENCE, **wanted: Any) -> dict[str, Any]:
        """Do what the protocol calls ``method`` and return its result, within seconds of ``patience``.

        Raises:
            FairkiError: the browser refused, or is gone.
        """
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": wanted}
        if self._session:
            message["sessionId"] = self._session
        await self._line.write_message(json.dumps(message))
        async with asyncio.timeout(patience):
            while True:
                came = await self._line.read_message()
                if came is None:
                    raise FairkiError(*de.browser_failed("–"))
                answer = json.loads(came)
                if answer.get("id") == number:
                    break
        if "error" in answer:
            raise FairkiError(*de.browser_failed(answer["error"]["message"]))
        result: dict[str, Any] = answer["result"]
        return result

    async def run(self, script: str, patience: float = PATIENCE) -> Any:
        """The value of a script in the page, once it is there.

        Raises:
            FairkiError: the script failed.
        """
        done = await self.call(
            "Runtime.evaluate",
            patience=patience,
            expression=script,
            awaitPromise=True,
            returnByValue=True,
            userGesture=True,
        )
        if "exceptionDetails" in done:
            problem = done["exceptionDetails"]
            raise FairkiError(
                *de.browser_failed(problem.get("exception", {}).get("description", problem["text"]))
            )
        return done["result"].get("value")


def program() -> str:
    """Where Chromium is.

    Raises:
        SetupError: there is none.
    """
    found = machine.find_browser()
    if found is None:
        raise SetupError(*de.no_browser(machine.command([machine.CHROMIUM])))
    return found


@asynccontextmanager
async def opened() -> AsyncIterator[Chromium]:
    """An empty page of a Chromium of its own, which ends with this.

    Raises:
        SetupError: there is no Chromium, or it does not start.
    """
    path = program()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        flags = [*FLAGS, f"--user-data-dir={folder}"]
        if machine.as_root():
            flags.append("--no-sandbox")  # Chromium has none for root; it opens nothing but our own pages
        with (Path(folder) / MESSAGES).open("w+b") as told:
            try:
                process = subprocess.Popen(
                    [path, *flags],
                    stdin=subprocess.DEVNULL,
                    stdout=told,
                    stderr=told,
                    start_new_session=True,  # Debian's is a script: what it starts has to end with it
                )
            except OSError as error:
                raise SetupError(*de.browser_failed(error.strerror or str(error))) from error
            try:
                at = await _address(process, Path(folder))
                line = await websocket_connect(at, max_message_size=LARGEST_MESSAGE)
                browser = Chromium(line, "")
                target = (await browser.call("Target.createTarget", url="about:blank"))["targetId"]
                session = await browser.call("Target.attachToTarget", targetId=target, flatten=True)
                yield Chromium(line, session["sessionId"])
                line.close()
            finally:
                _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the browser and all that it has started."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


async def _address(process: subprocess.Popen[bytes], folder: Path) -> str:
    """Where the browser listens, once it does."""
    async with asyncio.timeout(PATIENCE):
        while True:
            lines = (folder / PORT_FILE).read_text().split() if (folder / PORT_FILE).exists() else []
            if len(lines) == 2:
                return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
            if process.poll() is not None:
                told = (folder / MESSAGES).read_text(errors="replace").strip().splitlines()
                raise SetupError(*de.browser_failed(told[-1] if told else "–"))
            await asyncio.sleep(0.05)
