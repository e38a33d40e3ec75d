"""Prepared exercises that wait on disk for the next call of ``grade``: one file for each side of an exercise.

In Deno that is the whole memory of a process; elsewhere it is what slow functions of our library returned
(``fairki.remembered``). What is kept comes from processes that no hand-in was ever in. The judge's part holds solutions
and hidden tests. So nobody else may read it, and it lies where no process may read that runs hand-ins; its bytes reach
the process of the judges through a pipe.
"""

import contextlib
import hashlib
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

import fairki
from coursetools import course_folder
from coursetools.files import told_apart, write_atomically
from fairki import home, language
from fairki.plugins import loading

FOLDER = Path(".build") / "exercises"
"""Where results lie."""
LIBRARIES = ("numpy", "pandas", "scipy", "scikit-learn", "fairlearn", "narwhals", "ipython")
MOST = 1 << 30
"""Bytes of all files together; what was not used for the longest time goes."""
MOST_RESULTS = 64 << 20
"""Bytes of the results of one side of an exercise."""
_SUM = hashlib.sha256().digest_size
_LENGTH = 4


@dataclass(frozen=True)
class Prepared:
    """A side of an exercise: what it told (JSON), and its image."""

    told: bytes
    image: bytes


@dataclass(frozen=True)
class Shelf:
    """Where they lie.

    Attributes:
        folder: it and what is in it belongs to whoever calls ``grade`` alone.
        mark: what the images are differences to; those of another one go.
    """

    folder: Path
    mark: str

    def _path(self, side: bytes, setup: bytes) -> Path:
        return self.folder / f"{self.mark}-{hashlib.sha256(side + setup).hexdigest()}"

    def get(self, side: bytes, setup: bytes) -> Prepared | None:
        """What was prepared from this setup; None: nothing, or it is damaged."""
        path = self._path(side, setup)
        try:
            content = memoryview(path.read_bytes())
            os.utime(path)
        except OSError:
            return None
        if hashlib.sha256(content[_SUM:]).digest() != content[:_SUM]:
            return None
        start = _SUM + _LENGTH
        end = start + int.from_bytes(content[_SUM:start])
        return Prepared(bytes(content[start:end]), bytes(content[end:]))

    def put(self, side: bytes, setup: bytes, prepared: Prepared) -> None:
        """Keep it. Where that cannot be, the next call prepares again."""
        body = len(prepared.told).to_bytes(_LENGTH) + prepared.told + prepared.image
        with contextlib.suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(self._path(side, setup), hashlib.sha256(body).digest() + body, 0o600)
            self._tidy()

    def drop(self, side: bytes, setup: bytes) -> None:
        """Let go of it."""
        with contextlib.suppress(OSError):
            self._path(side, setup).unlink()

    def _tidy(self) -> None:
        found = []
        for path in self.folder.iterdir():
            with contextlib.suppress(FileNotFoundError):  # another call tidies, too
                found.append((path.name.startswith(self.mark), path.stat().st_mtime_ns, path))
        room = MOST
        for ours, _, path in sorted(found, reverse=True):
            with contextlib.suppress(FileNotFoundError):
                room -= path.stat().st_size
                if not ours or room < 0:
                    path.unlink()


class Results:
    """What was remembered while a side of an exercise was prepared: before this call, and after it.

    Attributes:
        before: what lies there, or b"".
    """

    def __init__(self, shelf: Shelf | None, setup: bytes):
        self._shelf, self._setup = shelf, setup
        found = shelf.get(b"", setup) if shelf else None
        self.before = found.image if found else b""

    def take(self, after: bytes) -> None:
        """Keep this for the next call; b"": nothing is new."""
        if self._shelf and 0 < len(after) <= MOST_RESULTS:
            self._shelf.put(b"", self._setup, Prepared(b"", after))


def of_results() -> Shelf:
    """Where results are kept for this course, these libraries and this Python."""
    return Shelf(course_folder.where() / FOLDER, _mark())


def _brought(group: str) -> Iterator[Path]:
    """The code of packages that bring own rules or systems."""
    for package in (point.dist for point in loading.entry_points(group) if point.dist):
        for file in package.files or ():
            path = Path(str(package.locate_file(file)))
            if path.suffix == ".py" and path.is_file():
                yield path


@cache
def _mark() -> str:
    """Changes with anything that could change a result."""
    inside = Path(__file__).with_name("inside")
    files = [*inside.glob("*.py"), *(home.COURSE / "data").glob("*.csv")]
    files += [path for path in Path(fairki.__file__).parent.rglob("*") if path.suffix in (".py", ".toml")]
    digest = hashlib.sha256(f"{sys.version} {platform.machine()} {language.chosen()}".encode())
    digest.update(" ".join(f"{name} {version(name)}" for name in LIBRARIES).encode())
    files += [path for group in loading.GROUPS for path in _brought(group)]
    for part in told_apart(home.COURSE, files):
        digest.update(part)
    return digest.hexdigest()[:16]
