"""The Deno process of the third wall (``supervisor.mjs``), and its isolates as children for the grader."""

import contextlib
import itertools
import json
import os
import queue
import struct
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import IO, Any, cast

from coursetools.grading.deno.bundle import ENVIRONMENT, IMAGE, PERMISSIONS, SUPERVISOR
from coursetools.grading.inside import wire
from coursetools.grading.wall import START_SECONDS, End, SandboxGone

NEEDED = ("SYSTEMROOT",)
"""What Windows needs in the environment of every program."""
FLAGS = (*PERMISSIONS, "--v8-flags=--max-old-space-size=512,--disallow-code-generation-from-strings")
"""With the second half, JavaScript can make no JavaScript, and so import nothing."""
FRAME = struct.Struct(">IcI")
UNREAD = 64 << 20
"""Bytes that nobody has read yet; an isolate that sends more is ended."""
END_SECONDS = 10


class Isolate:
    """A ``wall.Child``: it has nothing in common with the process's other isolates, and no permissions."""

    def __init__(self, supervisor: "Supervisor", number: int):
        self._supervisor, self.number = supervisor, number
        self._arrived: queue.Queue[bytes] = queue.Queue()
        self._unread, self._rest = 0, bytearray()
        self._image: queue.Queue[bytes] = queue.Queue()
        self._gone = threading.Event()
        self._told: dict[str, Any] = {}

    @property
    def why(self) -> str:
        """What JavaScript said if it broke."""
        return str(self._told.get("why", ""))

    def heard(self, kind: bytes, body: bytes) -> None:
        """Take what the supervisor says of it."""
        if kind == b"d":
            self._unread += len(body)
            if self._unread > UNREAD:
                self.kill()
            else:
                self._arrived.put(body)
        elif kind == b"m":
            self._image.put(body)
        else:
            self._told = json.loads(body or b"{}")
            self._gone.set()
            self._arrived.put(b"")
            self._image.put(b"")

    def send(self, kind: bytes, body: bytes = b"", seconds: float = 30) -> None:
        """See ``wall.Child``."""
        self.pass_on(wire.packed(kind, body))

    def pass_on(self, messages: bytes) -> None:
        """Send messages that are packed already (``wire.packed``); raises ``wire.Gone``."""
        if self._gone.is_set():
            raise wire.Gone("ended")
        self._supervisor.say(self.number, b"d", messages)

    def receive(self, most: int, deadline: float) -> tuple[bytes, bytes]:
        """See ``wall.Child``."""
        kind, length = wire.HEAD.unpack(self._exactly(wire.HEAD.size, deadline))
        if length > most:
            raise wire.Gone("too long")
        return kind, self._exactly(length, deadline)

    def _exactly(self, length: int, deadline: float) -> bytes:
        while len(self._rest) < length:
            try:
                piece = self._arrived.get(timeout=max(deadline - time.monotonic(), 0))
            except queue.Empty:
                raise wire.Late from None
            if not piece:
                self._arrived.put(b"")
                raise wire.Gone("ended")
            self._unread -= len(piece)
            self._rest += piece
        taken = bytes(self._rest[:length])
        del self._rest[:length]
        return taken

    def became(self, deadline: float) -> bytes:
        """The image that it became; raises ``wire.Gone`` or ``wire.Late``."""
        try:
            image = self._image.get(timeout=max(deadline - time.monotonic(), 0))
        except queue.Empty:
            raise wire.Late from None
        if not image:
            raise wire.Gone("ended")
        return image

    def interrupt(self) -> None:
        """See ``wall.Child``."""
        self._supervisor.say(self.number, b"i")

    def kill(self) -> None:
        """See ``wall.Child``."""
        self._supervisor.say(self.number, b"k")

    def end(self) -> End:
        """See ``wall.Child``; the CPU seconds are those in which it did not wait."""
        if not self._gone.is_set():
            self.kill()
            if not self._gone.wait(END_SECONDS):
                raise SandboxGone("no answer")
        if not self._told:
            raise SandboxGone("ended")
        told = self._told
        return End(1 if told["why"] else 0, told["busy"] / 1000, told["memory"] << 10, told["full"])


class Supervisor:
    """The process; safe to use from several threads.

    Args:
        deno, bundle: see ``wall.Deno``.
    """

    def __init__(self, deno: str, bundle: Path):
        # Deno needs no permission for caches: what a hand-in leaves there must not outlive the process.
        self._own = tempfile.TemporaryDirectory(prefix="fairki-", ignore_cleanup_errors=True)
        environment = {name: os.environ[name] for name in NEEDED if name in os.environ}
        environment |= {"DENO_DIR": self._own.name, "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
        script = [str(bundle / SUPERVISOR), json.dumps(ENVIRONMENT), str(bundle / IMAGE)]
        self._process = subprocess.Popen(
            [deno, "run", "--quiet", *FLAGS, f"--allow-read={bundle}", *script],
            cwd=self._own.name,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C reaches only us; we end it in order
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()
        self._isolates: dict[int, Isolate] = {}
        self._ready = threading.Event()
        self._complaint = b""
        for work in (self._listen, self._hear_complaints):
            threading.Thread(target=work, daemon=True).start()

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._process.poll() is None

    def ready(self) -> None:
        """Wait until it has loaded everything; raises ``SandboxGone``."""
        if not self._ready.wait(START_SECONDS) or not self.alive:
            raise SandboxGone(self._complaint.decode(errors="replace"))

    def begin(self, image: int, role: str, limits: dict[str, Any]) -> Isolate:
        """A new isolate; raises ``SandboxGone``."""
        isolate = Isolate(self, next(self._numbers))
        with self._lock:
            if not self.alive:
                raise SandboxGone(self._complaint.decode(errors="replace"))
            self._isolates[isolate.number] = isolate
        self.say(isolate.number, b"n", json.dumps({"image": image, "role": role, "limits": limits}).encode())
        return isolate

    def take(self, image: bytes) -> int:
        """Let isolates begin with an image; its number."""
        number = next(self._numbers)
        self.say(number, b"p", image)
        return number

    def forget(self, image: int) -> None:
        """Let go of an image."""
        self.say(image, b"f")

    def say(self, number: int, kind: bytes, body: bytes = b"") -> None:
        """Send a message; if the process has ended, all its isolates hear of that."""
        sink = cast("IO[bytes]", self._process.stdin)
        with self._lock, contextlib.suppress(OSError, ValueError):
            sink.write(FRAME.pack(number, kind, len(body)) + body)
            sink.flush()

    def _listen(self) -> None:
        source = cast("IO[bytes]", self._process.stdout)
        while len(head := source.read(FRAME.size)) == FRAME.size:
            number, kind, length = FRAME.unpack(head)
            body = source.read(length)
            if kind == b"r":
                self._ready.set()
            elif isolate := self._isolates.get(number):
                isolate.heard(kind, body)
                if kind == b"g":
                    del self._isolates[number]
        self._process.kill()
        self._process.wait()
        with self._lock:
            left = list(self._isolates.values())
        for isolate in left:
            isolate.heard(b"g", b"")
        self._ready.set()

    def _hear_complaints(self) -> None:
        source = cast("IO[bytes]", self._process.stderr)
        while piece := cast("Any", source).read1(1 << 12):
            self._complaint = (self._complaint + piece)[-4000:]

    def close(self) -> None:
        """End it and all its isolates."""
        self._process.kill()
        self._process.wait()
        self._own.cleanup()
