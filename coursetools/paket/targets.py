"""The machines that an archive can be made for: what markers and wheels say about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from packaging import tags
from packaging.markers import Marker
from packaging.tags import Tag
from packaging.utils import parse_wheel_filename

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = {"linux": ("x86_64", "arm64"), "macos": ("arm64", "x86_64"), "windows": ("x86_64", "arm64")}
"""System → its machines, the usual one first."""
GLIBC = 28
"""The archive for Linux runs from glibc 2.28 on: Debian 10, Ubuntu 20.04, RHEL 8 and newer ones."""
MACOS = (14, 0)
"""The oldest macOS that the archive for it runs on."""
_WORDS = {
    "linux": {"os_name": "posix", "sys_platform": "linux", "platform_system": "Linux"},
    "macos": {"os_name": "posix", "sys_platform": "darwin", "platform_system": "Darwin"},
    "windows": {"os_name": "nt", "sys_platform": "win32", "platform_system": "Windows"},
}
_MACHINES = {("linux", "arm64"): "aarch64", ("windows", "x86_64"): "AMD64", ("windows", "arm64"): "ARM64"}


@dataclass(frozen=True)
class Target:
    """One kind of machine: a key of `SYSTEMS`, one of its machines, one of `PYTHONS`."""

    system: str
    machine: str
    python: str

    def __str__(self) -> str:
        return f"{self.system}-{self.machine}-python{self.python}"

    def wants(self, marker: Marker | None) -> bool:
        """Whether something is needed there, with whichever patch of this Python."""
        return marker is None or any(marker.evaluate(self._environment(patch)) for patch in ("0", "99"))

    def rank(self, wheel: str) -> int | None:
        """How well a wheel fits, by its name: the lower, the better; None if it does not run there."""
        found = [self._ranks[tag] for tag in parse_wheel_filename(wheel)[3] if tag in self._ranks]
        return min(found, default=None)

    @cached_property
    def _ranks(self) -> dict[Tag, int]:
        major, minor = map(int, self.python.split("."))
        known = list(self._platforms())
        listed = [
            *tags.cpython_tags((major, minor), platforms=known),
            *tags.compatible_tags((major, minor), f"cp{major}{minor}", known),
        ]
        return {tag: place for place, tag in reversed(list(enumerate(listed)))}

    def _platforms(self) -> Iterator[str]:
        if self.system == "macos":
            yield from tags.mac_platforms(MACOS, self.machine)
        elif self.system == "windows":
            yield f"win_{self._called.lower()}"
        else:
            yield from (f"manylinux_2_{minor}_{self._called}" for minor in range(GLIBC, 4, -1))
            yield from (f"manylinux{old}_{self._called}" for old in ("2014", "2010", "1"))
            yield f"linux_{self._called}"

    @property
    def _called(self) -> str:
        return _MACHINES.get((self.system, self.machine), self.machine)

    def _environment(self, patch: str) -> dict[str, str]:
        full = f"{self.python}.{patch}"
        return {
            **_WORDS[self.system],
            "platform_machine": self._called,
            "platform_release": "",
            "platform_version": "",
            "platform_python_implementation": "CPython",
            "implementation_name": "cpython",
            "implementation_version": full,
            "python_version": self.python,
            "python_full_version": full,
            "extra": "",
        }
