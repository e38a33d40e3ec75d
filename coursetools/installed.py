"""What is installed here besides the course's own code: for people in IT and law who want to know size and licence."""

import csv
import io
import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageMetadata, distributions
from pathlib import Path

from rich.table import Table

from coursetools.files import write_atomically
from fairki import speech

LIST = Path(".build") / "lizenzen.csv"
"""The whole list: ``Bibliothek;Fassung;Bytes;Lizenz``, biggest first."""
SHOWN = 15
"""So many of the biggest are shown."""
UNKNOWN = "unbekannt"
_LONGEST = 60
"""Characters; a ``License`` field with more in its first line is the text of a licence and no name."""


@dataclass(frozen=True)
class Library:
    """An installed distribution: its name and version, the bytes of its files on disk, its licence as it says."""

    name: str
    version: str
    size: int
    licence: str


def libraries() -> list[Library]:
    """All distributions that this Python finds, the biggest first; files that Python compiled later do not count."""
    found: dict[str, Library] = {}
    for one in distributions():
        key = re.sub(r"[-_.]+", "-", one.name).lower()
        if key not in found:  # Python imports the first that it finds, too
            found[key] = Library(one.name, one.version, _size(one), licence(one.metadata))
    return sorted(found.values(), key=lambda library: (-library.size, library.name.lower()))


def licence(metadata: PackageMetadata) -> str:
    """What a distribution says of its licence: the expression, else the classifiers, else the field of old times."""
    if "License-Expression" in metadata:
        return metadata["License-Expression"]
    classifiers = metadata.get_all("Classifier") or []
    named = [line.split(" :: ")[-1] for line in classifiers if line.startswith("License :: ")]
    if named := [name for name in named if name != "OSI Approved"]:
        return ", ".join(named)
    lines = metadata["License"].strip().splitlines() if "License" in metadata else []
    first = lines[0].strip() if lines else ""
    return first if 0 < len(first) <= _LONGEST and first.upper() != "UNKNOWN" else UNKNOWN


def table(found: list[Library]) -> Table:
    """The biggest, how many more there are, and the sum of all."""
    rest, every = found[SHOWN:], sum(library.size for library in found)
    view = Table("Bibliothek", "Fassung", title="Was installiert ist")
    view.add_column("MB", justify="right")
    view.add_column("Lizenz")
    for library in found[:SHOWN]:
        view.add_row(library.name, library.version, _megabytes(library.size), library.licence)
    if rest:
        size = sum(library.size for library in rest)
        view.add_row(f"und {speech.number(len(rest))} weitere", "", _megabytes(size), "", end_section=True)
    view.add_row("zusammen", "", _megabytes(every), "")
    return view


def write(root: Path, found: list[Library]) -> Path:
    """Write the whole list to `LIST` in the course's folder; returns the file."""
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\n")
    rows.writerow(["Bibliothek", "Fassung", "Bytes", "Lizenz"])
    rows.writerows([library.name, library.version, library.size, library.licence] for library in found)
    path = root / LIST
    write_atomically(path, text.getvalue().encode("utf-8-sig"))  # spreadsheets take it for Latin-1 else
    return path


def _size(one: Distribution) -> int:
    paths = (Path(str(one.locate_file(file))) for file in one.files or [])
    return sum(path.stat().st_size for path in paths if path.is_file())


def _megabytes(size: int) -> str:
    return speech.number(size / 1e6, 1)
