"""The walls: one bubblewrap with one preloaded process, which forks a stage per exercise and a child per hand-in.

Where bubblewrap is missing, a podman container stands in its place (see ``container``); where that is missing, too, and
on other systems than Linux, Deno (see ``deno.wall``).

What stands between a hand-in and the trainer (see also docs/bewertung.md):

1. bubblewrap: own process, network, shared-memory and host-name namespaces; a file system that holds Python, the
   libraries and ``fairki``, all read-only, and nothing else; an empty environment; no capabilities; an ordinary user.
2. Each hand-in: its own user, process, mount and shared-memory namespaces, an empty work folder in memory, no
   ``/proc``, limits on memory, time, threads and files, no further processes or programs, no sockets, and a filter
   that refuses system calls which no exercise needs. It ends as a whole.
3. One pipe: what comes out of it is data of a bounded length. Hidden tests, right answers and points are in other
   processes, which never run code that was handed in.
"""

import atexit
import contextlib
import json
import os
import platform
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any, cast

import psutil

import coursetools
from coursetools import machine
from coursetools.grading import container, kept
from coursetools.grading.inside import WORK, wire
from coursetools.grading.job import Assignment, Limits
from coursetools.grading.wall import START_SECONDS, End, SandboxGone, SandboxMissingError, Wall, found_by
from fairki import company, home, language

BUBBLEWRAP, PODMAN, DENO = "bubblewrap", "podman", "Deno"
DENO_ITSELF, HAND_IN_IN_DENO = 1300 << 20, 600 << 20
"""Bytes that the two processes of Deno take, and each hand-in in them besides."""
HIDDEN = [home.PACKAGE / "reference" / "answers", *([home.COURSE / "solutions"] if home.INSTALLED else [])]
"""The folders of our packages that a hand-in does not get to see."""
HOST = "fairki"
"""What a hand-in gets to know as the name of its machine."""
MACHINES = ("x86_64", "aarch64")
STOP_SECONDS = 60

ENVIRONMENT = {
    company.VARIABLE: "",  # exercises are about the shipped company, whichever their pages show
    language.VARIABLE: language.chosen(),
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",  # large pages: a fork copies a table of pages that is shorter
    "JOBLIB_MULTIPROCESSING": "0",
    "LANG": "C.UTF-8",
    "MKL_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PATH": "/usr/bin",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0",  # sets come in the same order each time: the same hand-in gets the same result
}
AT_HOME = {"HOME": WORK, "IPYTHONDIR": WORK, "TMPDIR": WORK}
"""Inside the walls there is one folder to write to."""


SYSTEM = tuple(Path("/", name) for name in ("bin", "sbin", "lib", "lib32", "lib64"))

ELSEWHERE = (
    "Bewerten Sie auf einem Rechner mit Linux (x86-64 oder ARM, 64 Bit), mit Windows (x86-64) oder mit macOS. Unter"
    " Windows auf ARM geht es in WSL 2: Rufen Sie in der PowerShell wsl --install auf, und starten Sie Ubuntu. Dort"
    " geben Sie ein: sudo apt install bubblewrap. Rufen Sie den Befehl dann in Ubuntu auf, im Ordner des Kurses."
)


class Halted(Exception):
    """The run is being ended: no more hand-ins."""


class Child:
    """A process for one hand-in."""

    def __init__(self, channel: socket.socket, report: socket.socket):
        self._channel, self._report = channel, report
        self._end: End | None = None

    def send(self, kind: bytes, body: bytes = b"", seconds: float = 30) -> None:
        """Send a message; raises ``wire.Gone`` or ``wire.Late``."""
        wire.send(self._channel, kind, body, time.monotonic() + seconds)

    def receive(self, most: int, deadline: float) -> tuple[bytes, bytes]:
        """The next message; raises ``wire.Gone`` or ``wire.Late`` (``deadline`` is a ``time.monotonic``)."""
        return wire.receive(self._channel, most, deadline)

    def interrupt(self) -> None:
        """What the stop button of a notebook does."""
        with contextlib.suppress(OSError):
            self._report.send(b"i")

    def kill(self) -> None:
        """Kill what is left of it, without waiting."""
        with contextlib.suppress(OSError):
            self._report.send(b"k")

    def end(self) -> End:
        """Kill what is left of it, and say how it ended.

        Raises:
            SandboxGone: nobody is left who could say so.
        """
        if self._end is None:
            self.kill()
            try:
                found = json.loads(wire.receive(self._report, 10_000, time.monotonic() + STOP_SECONDS)[1])
            except (wire.Gone, wire.Late) as error:
                raise SandboxGone(str(error)) from None
            finally:
                self._channel.close()
                self._report.close()
            if "error" in found:
                raise SandboxMissingError(*_refused(found["error"]))
            self._end = End(**found)
        return self._end


class Stage:
    """Forks children for one exercise and one side."""

    def __init__(self, control: socket.socket, found: dict[str, Any]):
        self._control, self._lock, self.found = control, threading.Lock(), found

    def child(self) -> Child:
        """A new child; raises ``SandboxGone``."""
        channel, far_channel = socket.socketpair()
        report, far_report = socket.socketpair()
        with far_channel, far_report:
            try:
                with self._lock:
                    socket.send_fds(self._control, [b"F"], [far_channel.fileno(), far_report.fileno()])
            except OSError as error:
                raise SandboxGone(str(error)) from None
        return Child(channel, report)

    def close(self) -> None:
        self._control.close()


class Sandbox:
    """One bubblewrap or container and its stages; safe to use from several threads.

    Starts at once and loads meanwhile. Make it in a thread that stays: bubblewrap ends with the thread that started it.

    Args:
        shut_in: False leaves out all walls. Only for people who said so themselves.
        kind: ``BUBBLEWRAP`` or ``PODMAN``; None: what ``wall`` finds.
        shelf: where results of preparing exercises are kept; None: nowhere.

    Raises:
        SandboxMissingError: there is nothing on this machine to isolate with.
    """

    def __init__(self, shut_in: bool = True, kind: str | None = None, shelf: kept.Shelf | None = None):
        self._lock = threading.Lock()
        self._shelf = shelf
        self._stages: dict[tuple[str, int, bytes, Limits], Stage] = {}
        self._starting: dict[tuple[str, int, Limits], threading.Lock] = {}
        self.container: container.Container | None = None
        kind = (kind or wall()) if shut_in else None
        if not hasattr(os, "fork"):
            raise SandboxMissingError(
                "Ohne Sandkasten bewertet der Kurs nur unter Linux und macOS.",
                "Lassen Sie --ohne-sandbox weg: Hier schottet Deno die Abgaben ab.",
            )
        program = [sys.executable, "-s", "-P", "-m", "coursetools.grading.inside.zygote"]
        control, theirs = socket.socketpair()
        if kind == PODMAN:
            self.container = container.Container(_shown(), HIDDEN, _links(), ENVIRONMENT | AT_HOME, HOST)
            command = self.container.command([*program, str(container.SOCKET)])
        elif kind == BUBBLEWRAP:
            command = [*walls(), *program, str(theirs.fileno())]
        elif kind is None:
            command = [*program, str(theirs.fileno()), "open"]
        else:
            raise ValueError(kind)
        environment = None if shut_in else os.environ | ENVIRONMENT | {"IPYTHONDIR": tempfile.gettempdir()}
        with theirs:
            self._process = subprocess.Popen(
                command,
                pass_fds=[] if self.container else [theirs.fileno()],
                env=environment,
                stdin=theirs.fileno() if self.container else subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                start_new_session=True,  # Ctrl-C reaches only us; we end it in order
            )
        self._stderr = cast("IO[bytes]", self._process.stderr)  # it is a pipe
        self._control, self._awaited = control, False

    def ready(self) -> None:
        """Wait until it has loaded everything.

        Raises:
            SandboxMissingError: this machine cannot isolate.
        """
        with self._lock:
            if self._awaited:
                return
            self._awaited = True
            try:
                wire.receive(self._control, 100, time.monotonic() + START_SECONDS)
            except (wire.Gone, wire.Late):
                self.close()
                raise SandboxMissingError(*_refused(self._stderr.read().decode(errors="replace"))) from None
            threading.Thread(target=self._stderr.read, daemon=True).start()

    @property
    def alive(self) -> bool:
        """Whether the preloaded process still runs."""
        return self._process.poll() is None

    def stages(self, assignment: Assignment, limits: Limits) -> tuple[Stage, Stage]:
        """The stages for hand-ins and for the judge; the first call for an exercise prepares them.

        First the locked cells run, for both; then each side goes on by itself.

        Raises:
            BadFileError: the exercise's own cells fail.
            SandboxGone: the preloaded process has ended.
            SandboxMissingError: as ``ready``.
        """
        self.ready()
        with self._lock:
            lock = self._starting.setdefault((assignment.key, assignment.seed, limits), threading.Lock())
        with lock:
            sides = (b"S", b"J")
            keys = [(assignment.key, assignment.seed, side, limits) for side in sides]
            if any(key not in self._stages for key in keys):
                from coursetools.grading import sheet as sheets  # late: it loads nbgrader, see ``begin``

                sheet = sheets.read(assignment)
                setups = (sheet.student_setup(asdict(limits)), sheet.judge_setup(asdict(limits)))
                student_kept, judge_kept = (self._kept(setup) for setup in setups)
                with self._begin(self._control, b"E", setups[0], student_kept.before) as exercise:
                    student_kept.take(_answer(exercise)[1])
                    _answer(exercise)
                    before = (b"", judge_kept.before)
                    controls = [
                        self._begin(exercise, *one) for one in zip(sides, setups, before, strict=True)
                    ]
                # The judge first: where a cell fails or never ends, it says which one.
                stages = [_ready(sheet.slug, control) for control in reversed(controls)]
                judge_kept.take(_answer(controls[1])[1])
                for key, stage in zip(reversed(keys), stages, strict=True):
                    self._stages[key] = stage
            try:
                student, judge = (self._stages[key] for key in keys)
                return student, judge
            except KeyError:  # another thread found it dead and forgot it
                raise SandboxGone from None

    def forget(self, assignment: Assignment) -> None:
        """Let the next call of ``stages`` begin anew for this exercise: one of its stages has ended."""
        with self._lock:
            for key in [key for key in self._stages if key[0] == assignment.key]:
                self._stages.pop(key).close()

    def _kept(self, setup: dict[str, Any]) -> kept.Results:
        """What is kept from earlier calls for this setup; a judge's holds that of all seeds."""
        return kept.Results(self._shelf, json.dumps(setup | {"seed": 0}).encode())

    def _begin(self, parent: socket.socket, what: bytes, setup: dict[str, Any], kept: bytes) -> socket.socket:
        """Let ``parent`` fork a process for ``what``, and give it its setup and what was kept; the line to it."""
        control, theirs = socket.socketpair()
        with theirs:
            try:
                with self._lock:
                    socket.send_fds(parent, [what], [theirs.fileno()])
            except OSError as error:
                raise SandboxGone(str(error)) from None
        try:
            wire.send(control, b"s", json.dumps(setup).encode())
            wire.send(control, b"k", kept)
        except wire.Gone as error:
            raise SandboxGone(str(error)) from None
        return control

    def close(self) -> None:
        """End everything inside."""
        self._control.close()
        for stage in self._stages.values():
            stage.close()
        if self.container:
            self.container.remove()
        self._process.kill()
        self._process.wait()


def _answer(control: socket.socket) -> tuple[bytes, bytes]:
    """What a new process says once it is prepared; raises ``SandboxGone``."""
    try:
        return wire.receive(control, 1 << 28, time.monotonic() + START_SECONDS)
    except (wire.Gone, wire.Late) as error:
        raise SandboxGone(str(error)) from None


def _ready(slug: str, control: socket.socket) -> Stage:
    return Stage(control, found_by(slug, *_answer(control)))


def walls() -> list[str]:
    """The command line of bubblewrap, up to the program that it runs."""
    root = os.geteuid() == 0
    inside = [
        "--die-with-parent",
        "--new-session",
        *["--hostname", HOST],
        *(
            ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"]
            if root
            else []
        ),
        *([] if root else ["--unshare-all", "--uid", "65534", "--gid", "65534"]),
        # As root, the files have to be shown by root; the process then becomes an ordinary user by itself.
        *["--cap-drop", "ALL"],
        *(["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"] if root else []),
        "--clearenv",
        *(part for name, value in (ENVIRONMENT | AT_HOME).items() for part in ("--setenv", name, value)),
    ]
    made: set[Path] = set()
    for path in _shown():
        for folder in reversed(path.parents[:-1]):
            if folder not in made:
                inside += ["--perms", "0755", "--dir", str(folder)]
                made.add(folder)
        inside += ["--ro-bind", str(path), str(path)]
        made.add(path)
    for path in HIDDEN:
        inside += ["--tmpfs", str(path), "--remount-ro", str(path)]
    for place, target in _links().items():
        inside += ["--symlink", target, str(place)]
    inside += ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"]
    inside += ["--size", str(16 << 20), "--perms", "1777", "--tmpfs", WORK, "--chdir", WORK]
    return [shutil.which("bwrap") or "bwrap", *inside, "--remount-ro", "/", "--"]


def _shown() -> list[Path]:
    """Everything that can be seen inside: the system's programs, Python, the libraries, our packages and tables."""
    ours = [home.PACKAGE, Path(coursetools.__file__), Path(__file__).parent]
    ours += [home.COURSE / "data"]
    wanted = [Path("/usr"), Path(sys.base_prefix), Path(sys.prefix), *ours]
    wanted += [folder for folder in SYSTEM if folder.exists() and not folder.is_symlink()]
    wanted += [path for path in (Path("/etc/ld.so.cache"), Path("/etc/localtime")) if path.exists()]
    kept: list[Path] = []
    for path in sorted({path.absolute() for path in wanted}, key=lambda path: len(path.parts)):
        if not any(path.is_relative_to(other) for other in kept):
            kept.append(path)
    return kept


def _links() -> dict[Path, str]:
    """The system's folders that are only links into ``/usr`` on most machines: place → target."""
    return {folder: os.readlink(folder) for folder in SYSTEM if folder.is_symlink()}


def wall() -> str:
    """What shuts hand-ins in on this machine: ``BUBBLEWRAP``, ``PODMAN`` where that is missing, then ``DENO``.

    Raises:
        SandboxMissingError: none of them is there; says what to do.
    """
    linux = sys.platform == "linux" and platform.machine() in MACHINES
    if linux and machine.BUBBLEWRAP.there():
        return BUBBLEWRAP
    if linux and machine.PODMAN.there():
        return PODMAN
    if machine.DENO.there():
        return DENO
    if not linux:
        raise SandboxMissingError(
            f"Auf diesem Rechner ({platform.system()}, {platform.machine()}) fehlt ein Sandkasten für die Abgaben.",
            ELSEWHERE,
        )
    docker = "Docker allein genügt nicht. " if shutil.which("docker") else ""
    raise SandboxMissingError(
        "Zum sicheren Ausführen der Abgaben fehlt das Programm bubblewrap (oder podman).",
        f"{docker}Bitte geben Sie ein: {machine.command([machine.BUBBLEWRAP])}",
    )


def opened(shut_in: bool = True) -> Wall:
    """Walls of the kind that this machine has.

    Args:
        shut_in: False leaves out all walls. Only for people who said so themselves.

    Raises:
        SandboxMissingError: there is nothing on this machine to isolate with.
        SetupError: what runs in Deno cannot be fetched or made.
    """
    if shut_in and wall() == DENO:
        from coursetools.grading.deno import bundle
        from coursetools.grading.deno.wall import Deno

        return Deno(str(machine.find_deno()), supply(), bundle.shelf(supply()))
    # Without walls, a hand-in could write there what the next one's tests rely on.
    return Sandbox(shut_in, shelf=kept.of_results() if shut_in else None)


_supplied: Path | None = None


def supply(source: Path | None = None, say: Callable[[str], None] = lambda _: None) -> Path:
    """The folder of what runs in Deno; made if it is not there, which takes a minute or two.

    Args:
        source: a folder with what otherwise comes from the network.
        say: called with a German line before something takes long.
    """
    global _supplied
    if _supplied is None:
        from coursetools.grading.deno import bundle

        _supplied = bundle.folder(str(machine.find_deno()), source=source, say=say)
    return _supplied


def provide(source: Path | None, say: Callable[[str], None]) -> None:
    """Fetch and make what the walls of this machine need, see ``supply``."""
    with contextlib.suppress(SandboxMissingError):  # whoever needs them will hear why
        if wall() == DENO:
            supply(source, say)


def at_once(shut_in: bool = True) -> int:
    """How many hand-ins this machine bears side by side."""
    processors = os.cpu_count() or 1
    if not shut_in or machine.BUBBLEWRAP.there() or machine.PODMAN.there():
        return processors
    room = psutil.virtual_memory().available - DENO_ITSELF
    return max(1, min(processors, room // HAND_IN_IN_DENO))


def _refused(words: str) -> tuple[str, str]:
    """What a system said that does not let bubblewrap, podman or a hand-in's process isolate, in German."""
    return (
        f"Die Abgaben lassen sich hier nicht abschotten ({' '.join(words.split())[-300:] or 'ohne Meldung'}).",
        "Ubuntu ab 24.04 braucht dafür ein AppArmor-Profil für bwrap (sysctl"
        " kernel.apparmor_restrict_unprivileged_userns). In Docker sperrt das übliche seccomp-Profil den Weg:"
        " Starten Sie den Container mit --security-opt seccomp=unconfined --security-opt apparmor=unconfined oder"
        " bewerten Sie außerhalb. Läuft ein anderes Linux, muss user.max_user_namespaces größer als 0 sein. Kam die"
        " Meldung von podman? Dann installieren Sie bubblewrap: sudo apt install bubblewrap (Fedora: sudo dnf install"
        " bubblewrap). Schritt für Schritt: docs/bewertung.md, „Was der Sandkasten braucht“.",
    )


def offer(ask: Callable[[str], str], say: Callable[[str], None], yes: bool) -> None:
    """Where nothing isolates yet and packages can be installed: ask once, and install bubblewrap.

    Args:
        ask: shows a question and returns what was typed; EOFError means that nobody is there.
        say: shows a line.
        yes: do not ask.

    Raises:
        SetupError: the installation failed.
    """
    if machine.BUBBLEWRAP.there() or machine.PODMAN.there() or not machine.can_install():
        return
    try:
        answer = "j" if yes else ask("Zum sicheren Bewerten fehlt bubblewrap. Jetzt installieren? [J/n] ")
    except EOFError:
        say("")  # the question stands in a line of its own
        return
    if answer.strip().lower() in ("", "j", "ja"):
        machine.install([machine.BUBBLEWRAP], say)


_shared: dict[bool, Wall] = {}
_shared_lock = threading.Lock()
_halted = threading.Event()


def shared(shut_in: bool = True) -> Wall:
    """The sandbox of this process: started when it is first asked for, and again if it has ended.

    Raises:
        Halted: after ``halt``.
    """
    with _shared_lock:
        if _halted.is_set():
            raise Halted
        sandbox = _shared.get(shut_in)
        if sandbox is None or not sandbox.alive:
            if sandbox is not None:
                sandbox.close()
            sandbox = _shared[shut_in] = opened(shut_in)
        return sandbox


def begin(shut_in: bool = True) -> None:
    """Start the sandbox of this process before it is needed; if that fails, whoever needs it will hear why."""
    with contextlib.suppress(SandboxMissingError):
        shared(shut_in)


def halt() -> None:
    """End the sandboxes of this process at once; hand-ins that are under way are given up, until ``resume``."""
    _halted.set()
    close_shared()


def resume() -> None:
    """Undo ``halt``."""
    _halted.clear()


@atexit.register
def close_shared() -> None:
    """End the sandboxes of this process."""
    with _shared_lock:
        while _shared:
            _shared.popitem()[1].close()
