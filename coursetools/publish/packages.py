"""What a package for learning platforms consists of: which modules, which entries the platform lists, which pages."""

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursetools.publish.platforms import Platform
from coursetools.serve import de
from fairki.manifest import Course, Exercise, Module

SHELL = "lms.html"
"""The page that a platform opens."""
_STORE = "fairki.paket."
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same files make the same package


@dataclass(frozen=True)
class Entry:
    """What a platform lists and opens: ``name`` in its manifest, ``query`` behind the address of the shell."""

    name: str
    title: str
    about: str
    query: str = ""


@dataclass(frozen=True)
class Package:
    """A package, or a folder that platforms open where it lies.

    Attributes:
        platform: how it speaks.
        course: the whole course.
        only: the one module that is in it; None: all are.
        each: whether the platform lists each module for itself.
        address: where its files lie, if the package only leads there; it ends with a slash.
    """

    platform: Platform
    course: Course
    only: Module | None = None
    each: bool = False
    address: str = ""

    @property
    def name(self) -> str:
        """Stays the same in each new version: answers are kept under it."""
        return self.only.id if self.only else "kurs"

    @property
    def title(self) -> str:
        """For the platform's list."""
        return self.only.title if self.only else self.course.title

    @property
    def about(self) -> str:
        """What it is about, in a sentence or two."""
        return self.only.about if self.only else de.HOME_ABOUT

    @property
    def store(self) -> str:
        """The name of a learner's data in the browser; at an address of its own it is the one as ever."""
        return "fairki" if self.address else _STORE + self.name

    @property
    def modules(self) -> tuple[Module, ...]:
        """What is in it."""
        return (self.only,) if self.only else self.course.modules

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """Those of its modules."""
        return tuple(one for one in self.course.exercises if one.module in [m.id for m in self.modules])

    @property
    def start(self) -> str:
        """The page that it opens first, without its ending."""
        return f"modul/{self.only.slug}" if self.only else "index"

    @property
    def entries(self) -> list[Entry]:
        """What the platform lists."""
        if self.each:
            return [Entry(one.id, one.title, one.about, f"?modul={one.id}") for one in self.modules]
        return [Entry(self.name, self.title, self.about)]

    def shell(self, library: str, pages: list[str]) -> dict[str, Any]:
        """What the shell has to know, see ``Package`` in lms.js. ``pages``: all that one can link to."""
        return {
            "kind": self.platform.kind,
            "library": library,
            "start": f"{self.start}.html",
            "pages": pages if self.only else None,
            "modules": {
                module.id: {
                    "page": f"modul/{module.slug}.html",
                    "units": [unit.id for unit in module.units],
                }
                for module in self.modules
            },
        }


def write(file: Path, manifest: str, text: bytes, folder: Path | None) -> None:
    """Make the zip ``file`` of a manifest and all files in ``folder``; what is packed already is not packed again."""
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder else []
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(manifest, _EPOCH), text, zipfile.ZIP_DEFLATED)
        for path in files:
            assert folder
            info = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _EPOCH)
            how = zipfile.ZIP_STORED if path.suffix == ".zip" else zipfile.ZIP_DEFLATED
            archive.writestr(info, path.read_bytes(), how)
