"""Taking hand-ins in: from a folder or a zip, whatever the files are called, without trusting any of them.

Known are: loose notebooks; Moodle's download (``Name_123_assignsubmission_file_/…``, also flat); ILIAS' download and
nbgrader's own layout (a folder per person). A hand-in says in its own metadata which exercise it belongs to. It is
copied under a pseudonym to ``submitted/<pseudonym>/<slug>/<slug>.ipynb`` and never changed or replaced again.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from coursetools.files import write_atomically
from coursetools.grading.arrivals import Arrival, Refused, Rejected, arrivals
from coursetools.grading.pseudonyms import Pseudonyms
from fairki.errors import BadFileError
from fairki.manifest import Course

SUBMITTED = "submitted"
_MOODLE = re.compile(r"^(.+?)_\d+_assignsubmission_(?:file|onlinetext)(?:_|$)")


@dataclass(frozen=True)
class HandIn:
    """One person's notebook for one exercise; ``path`` is where it lies now."""

    pseudonym: str
    slug: str
    path: Path


@dataclass(frozen=True)
class Intake:
    """What was found: ``accepted`` hand-ins (also those taken in before), and what was ``rejected``."""

    accepted: tuple[HandIn, ...]
    rejected: tuple[Rejected, ...]


def take_in(source: Path, course: Course, folder: Path) -> Intake:
    """Copy the hand-ins in ``source`` (a folder, a zip or one notebook) into the grading folder ``folder``.

    Raises:
        BadFileError: ``source`` cannot be opened, or there is nothing in it at all.
    """
    source, folder = Path(source), Path(folder)
    pseudonyms = Pseudonyms(folder)
    shelf = _Shelf(folder / SUBMITTED, pseudonyms)
    rejected: list[Rejected] = []
    recognised: list[tuple[Arrival, str, str]] = []
    for file in arrivals(source, rejected):
        try:
            content = file.read()
            recognised.append((file, _exercise(content, course), _digest(content)))
        except Refused as problem:
            rejected.append(Rejected(str(file.place), *problem.args))
    piles, accepted = _piles(recognised), {}
    people = [
        _person(file.place, slug, piles) or f"Datei {file.place.name} ({digest[:8]})"
        for file, slug, digest in recognised
    ]
    places = [
        shelf.place(person, slug, digest)
        for person, (_, slug, digest) in zip(people, recognised, strict=True)
    ]
    pseudonyms.save()  # before the first hand-in lies there: after a crash everybody is still known
    for hand_in, (file, _, _) in zip(places, recognised, strict=True):
        try:
            if hand_in in accepted and hand_in.path.read_bytes() == file.read():
                raise Refused(
                    f"Dieselbe Abgabe wie {accepted[hand_in]}.", "Sie zählt einmal. Sie müssen nichts tun."
                )
            _lay_down(hand_in, file.read())
        except Refused as problem:
            rejected.append(Rejected(str(file.place), *problem.args))
        else:
            accepted[hand_in] = file.place
    if not accepted and not rejected:
        raise BadFileError(
            f"In {source} liegt keine Abgabe.", "Abgaben sind Notebooks: Dateien mit der Endung .ipynb."
        )
    return Intake(tuple(accepted), tuple(rejected))


def taken_in(folder: Path) -> Iterator[HandIn]:
    """All hand-ins that lie in the grading folder ``folder``."""
    for path in sorted((Path(folder) / SUBMITTED).glob("*/*/*.ipynb")):
        if path.stem == path.parent.name:
            yield HandIn(path.parent.parent.name, path.stem, path)


class _Shelf:
    """Where hand-ins lie; knows what is there already."""

    def __init__(self, folder: Path, pseudonyms: Pseudonyms):
        self.folder, self.pseudonyms = folder, pseudonyms
        there = list(taken_in(folder.parent))
        self.taken = {one.pseudonym for one in there}
        # Whose pseudonym was deleted is recognised by what they handed in.
        self.orphans: dict[tuple[str, str], list[HandIn]] = {}
        self.found: dict[tuple[str, str, str], HandIn] = {}
        for one in there:
            if one.pseudonym not in pseudonyms:
                self.orphans.setdefault((one.slug, _digest(one.path.read_bytes())), []).append(one)

    def place(self, person: str, slug: str, digest: str) -> HandIn:
        """Where this hand-in lies already or has to lie."""
        if known := self.found.get((person, slug, digest)):
            return known
        if orphans := self.orphans.get((slug, digest)):
            place = orphans.pop(0)  # two people may have handed in the same
        else:
            pseudonym = self.pseudonyms.of(person, self.taken)
            self.taken.add(pseudonym)
            place = HandIn(pseudonym, slug, self.folder / pseudonym / slug / f"{slug}.ipynb")
        return self.found.setdefault((person, slug, digest), place)


def _lay_down(hand_in: HandIn, content: bytes) -> None:
    """Write a hand-in where it belongs, unless it lies there.

    Raises:
        Refused: another one of this person for this exercise lies there.
    """
    if not hand_in.path.exists():
        write_atomically(hand_in.path, content)
    elif hand_in.path.read_bytes() != content:
        raise Refused(
            f"Von dieser Person liegt schon eine andere Abgabe zur Übung „{hand_in.slug}“ vor ({hand_in.pseudonym}).",
            f"Soll die neue gelten? Dann entfernen Sie zuerst {hand_in.path}.",
        )


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


# ---- whose is it ----


def _piles(recognised: list[tuple[Arrival, str, str]]) -> set[PurePosixPath]:
    """Folders that hold hand-ins of several people: two different ones for the same exercise."""
    seen: dict[tuple[PurePosixPath, str], str] = {}
    return {
        file.place.parent
        for file, slug, digest in recognised
        if seen.setdefault((file.place.parent, slug), digest) != digest
    }


def _person(place: PurePosixPath, slug: str, piles: set[PurePosixPath]) -> str | None:
    """Who handed the file in, as far as its place says; None for a loose file."""
    for part in place.parts:
        if found := _MOODLE.match(part):
            return found[1]
    folders = place.parent
    if folders.name == slug:  # nbgrader: <person>/<slug>/<slug>.ipynb
        folders = folders.parent
    return folders.name or None if place.parent not in piles else None


# ---- which exercise is it ----


def _exercise(content: bytes, course: Course) -> str:
    """The slug of the exercise that a file answers."""
    try:
        notebook = json.loads(content)
        cells, metadata = notebook["cells"], notebook.get("metadata", {})
        if notebook["nbformat"] != 4 or not isinstance(cells, list):
            raise ValueError("not a notebook of version 4")
        own = metadata.get("fairki", {})
        slug, version = own.get("exercise"), own.get("course", course.version)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refused(
            "Das ist kein lesbares Notebook.",
            "Vielleicht wurde die Datei beim Hochladen beschädigt. Bitten Sie um eine neue.",
        ) from None
    slugs = [exercise.slug for exercise in course.exercises]
    if slug is None:
        slug = next((name for name in slugs if _looks_like(cells, course.exercise(name).title)), None)
    if slug not in slugs:
        raise Refused(
            "Das Notebook gehört zu keiner Übung dieses Kurses.",
            f"Übungen sind: {', '.join(slugs)}. Bitten Sie um die richtige Datei.",
        )
    if version != course.version:
        raise Refused(
            f"Das Notebook stammt aus einer anderen Ausgabe des Kurses ({str(version)[:20]}, hier: {course.version}).",
            "Bewerten Sie es mit jener Ausgabe, oder bitten Sie um eine Abgabe mit dem aktuellen Notebook.",
        )
    return slug


def _looks_like(cells: list, title: str) -> bool:
    """Whether a notebook that lost its metadata has the heading of an exercise."""
    sources = [cell.get("source", "") for cell in cells if isinstance(cell, dict)]
    texts = ("".join(map(str, source)) if isinstance(source, list) else str(source) for source in sources)
    return any(line == f"# {title}" for text in texts for line in text.splitlines())
