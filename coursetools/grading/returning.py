"""Feedback on its way back: a zip per exercise, laid out as the download was in which the hand-ins came.

Learning platforms find people by the names of folders or files. So a zip keeps the part of a place that names the
person, adds the feedback, and nothing else: what else a person has there, stays as it is.
"""

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from coursetools.files import write_atomically
from coursetools.grading.de import returning as de
from coursetools.grading.gradebook import Record
from coursetools.grading.job import Assignment
from coursetools.grading.layouts import FOLDER, LAYOUTS
from coursetools.grading.origins import FEEDBACK, RETURNED, Origin
from coursetools.grading.pages import in_points
from coursetools.grading.pseudonyms import Pseudonyms, harmless

_WHEN = (2026, 1, 1, 0, 0, 0)
"""The same feedback makes the same file, whenever it is packed."""


@dataclass(frozen=True)
class Feedback:
    """One page that goes back.

    Attributes:
        path: where it lies in the zip.
        record: points and comments.
        origin: of the hand-in.
        page: the feedback (HTML).
    """

    path: str
    record: Record
    origin: Origin
    page: bytes

    @property
    def points(self) -> float | None:
        """All points; None as long as a person has to decide about some."""
        scores = [mark.score for mark in self.record.marks if mark.score is not None]
        return sum(scores) if len(scores) == len(self.record.marks) else None


def way_back(origin: Origin, slug: str) -> str:
    """Where the feedback for a hand-in lies in the zip."""
    file, place = f"rueckmeldung_{slug}.html", PurePosixPath(origin.place)
    for layout in LAYOUTS:
        if layout.name == origin.by and (path := layout.way_back(origin.place, file, slug)):
            return path
    if origin.by == FOLDER:
        return str(place.parent / file)
    return str(place.with_name(f"{place.name.split('.ipynb')[0]}_{file}"))


_Origins = Mapping[tuple[str, str], Origin]
"""By pseudonym and exercise."""


def write(folder: Path, piles: Iterable[tuple[Assignment, Sequence[Record]]], origins: _Origins) -> list[str]:
    """Pack all feedback in the grading folder ``folder`` whose way back is known.

    Returns:
        What the trainer is told, in German.
    """
    people = Pseudonyms(folder).people
    names = {pseudonym: person for person, pseudonym in people.items()}
    said, unknown = [], 0
    for assignment, records in piles:
        found = list(_found(folder, origins, records))
        unknown += len(records) - len(found)
        path = folder / RETURNED / f"{assignment.slug}.zip"
        sheet = path.with_suffix(".csv")
        for old in (path, sheet):
            old.unlink(missing_ok=True)  # of people for whom there is nothing any more
        if not found:
            continue
        write_atomically(path, _packed(found), mode=0o600)
        said.append(de.packed(len(found), str(path)))
        if numbered := [one for one in found if one.origin.by == "Moodle" and one.origin.number]:
            write_atomically(sheet, _worksheet(numbered, names), mode=0o600)
        platform = Counter(one.origin.by for one in found).most_common(1)[0][0]
        if way := de.ways(platform, sheet.name, in_points(_most(found[0].record))):
            said.append(way)
        if waiting := sum(one.points is None for one in found):
            said.append(de.waiting(waiting))
    if unknown:
        said.append(de.unknown(unknown))
    return said or [de.NOBODY]


def _found(folder: Path, origins: _Origins, records: Iterable[Record]) -> Iterable[Feedback]:
    """The feedback whose way back is known. Nobody's takes the place of somebody else's."""
    taken: set[str] = set()
    for record in records:
        page = folder / FEEDBACK / record.pseudonym / f"{record.slug}.html"
        if (origin := origins.get((record.pseudonym, record.slug))) and page.exists():
            path = way_back(origin, record.slug)
            if path in taken:
                path = str(PurePosixPath(path).with_suffix(f".{record.pseudonym}.html"))
            taken.add(path)
            yield Feedback(path, record, origin, page.read_bytes())


def _packed(found: Iterable[Feedback]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in sorted(found, key=lambda one: one.path):
            archive.writestr(zipfile.ZipInfo(one.path, _WHEN), one.page, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _worksheet(found: Iterable[Feedback], names: dict[str, str]) -> bytes:
    """Points as Moodle's „Bewertungstabelle“: UTF-8 and commas, as it expects without being asked.

    Moodle passes over a row without points, and leaves alone what has no column here.
    """
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(de.WORKSHEET)
    for one in sorted(found, key=lambda one: int(one.origin.number)):
        name = harmless(names.get(one.record.pseudonym, one.record.pseudonym))
        points = (
            "" if one.points is None else f"{one.points:.10g}"
        )  # with a dot: Moodle reads it in any language
        rows.writerow([f"{de.PARTICIPANT}{one.origin.number}", name, points, f"{_most(one.record):.10g}", ""])
    return text.getvalue().encode()


def _most(record: Record) -> float:
    return sum(mark.most for mark in record.marks)
