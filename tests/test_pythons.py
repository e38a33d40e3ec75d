"""The lock file has libraries for each Python that the course allows, on each system that people have."""

import tomllib
from functools import cache
from itertools import product

import pytest
from packaging import tags
from packaging.markers import Marker
from packaging.utils import parse_wheel_filename

from fairki import manifest

ROOT = manifest.ROOT
MINORS = (11, 12, 13, 14)
SYSTEMS = {
    "Linux": ("linux", "Linux", "x86_64", [f"manylinux_2_{minor}_x86_64" for minor in range(5, 29)]),
    "Windows": ("win32", "Windows", "AMD64", ["win_amd64"]),
    "macOS": ("darwin", "Darwin", "arm64", [*tags.mac_platforms((14, 0), "arm64")]),
}
OLD_LINUX = ["manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"]
SOURCE_ONLY = {"yattag"}
"""Pure Python of which there is no wheel."""


def surroundings(minor: int, system: str) -> dict[str, str]:
    """What the markers of a lock file ask of such a machine."""
    platform, name, machine, _ = SYSTEMS[system]
    return {
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "os_name": "nt" if system == "Windows" else "posix",
        "sys_platform": platform,
        "platform_system": name,
        "platform_machine": machine,
        "python_version": f"3.{minor}",
        "python_full_version": f"3.{minor}.9",
        "implementation_version": f"3.{minor}.9",
    }


@cache
def locked() -> list[dict]:
    """All packages of the lock file."""
    return tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]


def installed(minor: int, system: str) -> list[dict]:
    """The packages of the lock file that whoever grades has on such a machine."""
    lock = locked()
    machine = surroundings(minor, system)
    (course,) = [one for one in lock if one["name"] == "fairki"]
    left = [*course["dependencies"], *course["optional-dependencies"]["trainer"]]
    found, seen = {}, set()
    while left:
        wanted = left.pop()
        if "marker" in wanted and not Marker(wanted["marker"]).evaluate(machine):
            continue
        (package,) = [
            one
            for one in lock
            if one["name"] == wanted["name"]
            and wanted.get("version", one.get("version")) == one.get("version")
        ]
        parts = [None, *wanted.get("extra", ())]
        for part in parts:
            if (key := (package["name"], part)) not in seen:
                seen.add(key)
                left += (
                    package.get("optional-dependencies", {}).get(part, ())
                    if part
                    else package.get("dependencies", ())
                )
        found[package["name"]] = package
    return list(found.values())


@pytest.mark.parametrize(("minor", "system"), list(product(MINORS, SYSTEMS)))
def test_each_library_in_the_lock_file_has_a_wheel_that_fits(minor, system):
    platforms = SYSTEMS[system][3] + (OLD_LINUX if system == "Linux" else [])
    fitting = {
        *tags.cpython_tags((3, minor), platforms=platforms),
        *tags.compatible_tags((3, minor), f"cp3{minor}", platforms),
    }
    packages = installed(minor, system)
    assert len(packages) > 100
    without = {
        package["name"]
        for package in packages
        if not any(
            parse_wheel_filename(wheel["url"].rsplit("/", 1)[-1])[3] & fitting
            for wheel in package.get("wheels", ())
        )
    }
    assert without <= SOURCE_ONLY


def test_what_newer_pythons_alone_can_read_is_refused_by_the_linter():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["ruff"]["target-version"] == f"py3{MINORS[0]}"
    assert project["project"]["requires-python"] == f">=3.{MINORS[0]},<3.{MINORS[-1] + 1}"
