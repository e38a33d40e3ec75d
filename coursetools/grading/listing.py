"""Every hand-in in one line: which version counts, its points, what is open, what was noticed and what to do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coursetools.grading.de import incidents as advice
from coursetools.grading.de import overview as de
from coursetools.grading.feedback import parts, title
from coursetools.grading.gradebook import Record
from coursetools.grading.job import INCIDENTS, SEEN, Assignment
from coursetools.grading.versions import Versions
from fairki import speech

NEARLY = 0.9
"""Share of the points from which on a hand-in that is not full deserves a second look."""
MOST_PLACES = 4
"""Cells that are named for one kind of incident."""
DETAILED = ("attack", "object")
"""Kinds of incidents whose own words say what it was."""

ONLY = Versions((None,), 1)
"""What is known of a hand-in that came in before versions were noted."""

GRADED, WAITING, MISSING = "graded", "waiting", "missing"


@dataclass(frozen=True)
class Reason:
    """Why a hand-in should be looked at, and what to do then ("": that is said already)."""

    text: str
    remedy: str = ""


@dataclass(frozen=True)
class Entry:
    """One hand-in, or that somebody handed nothing in.

    Attributes:
        pseudonym, slug, exercise: whose, for which exercise, and how that is called.
        state: GRADED; WAITING: not graded yet; MISSING: nothing was handed in.
        reached, most: points of the answers decided so far, and all that can be reached.
        open: questions that wait for a person's marks, in short.
        reasons: what was noticed.
        versions: those that were seen of it.
    """

    pseudonym: str
    slug: str
    exercise: str
    state: str = GRADED
    reached: float = 0.0
    most: float = 0.0
    open: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    versions: Versions = ONLY


def entries(
    assignment: Assignment,
    records: Iterable[Record],
    versions: Mapping[tuple[str, str], Versions],
    everybody: Iterable[str] = (),
) -> list[Entry]:
    """The hand-ins for one exercise, and who of ``everybody`` (pseudonyms) handed nothing in; by pseudonym."""
    name, records = title(assignment).removeprefix(de.EXERCISE_PREFIX), list(records)
    found = [_entry(assignment, name, one, versions.get((one.pseudonym, one.slug), ONLY)) for one in records]
    absent = set(everybody) - {one.pseudonym for one in records}
    found += [Entry(who, assignment.slug, name, MISSING) for who in absent]
    return sorted(found, key=lambda one: one.pseudonym)


def waiting(pseudonym: str, slug: str) -> Entry:
    """A hand-in that lies here and has no points yet."""
    return Entry(pseudonym, slug, slug, WAITING, reasons=(Reason(de.NOT_YET, de.GRADE_FIRST),))


def reasons(record: Record) -> Iterable[Reason]:
    """What was noticed about a hand-in."""
    cells: dict[str, list[str]] = {}
    details: dict[str, list[str]] = {}
    stopped = [one for one in record.incidents if one.kind == "stopped"]
    for incident in stopped[:MOST_PLACES]:
        yield Reason(f"{incident.cell.upper()}: {incident.text}", advice.REMEDIES["stopped"])
    for incident in (one for one in record.incidents if one.kind != SEEN):
        if incident not in stopped[:MOST_PLACES]:
            cells.setdefault(incident.kind, []).append(incident.cell)
        if incident.kind in DETAILED and incident.text not in ("", INCIDENTS[incident.kind]):
            details.setdefault(incident.kind, []).append(" ".join(incident.text.split()))
    for kind, places in cells.items():
        named = [place for place in dict.fromkeys(places) if place]
        where = ", ".join(named[:MOST_PLACES]) + (" …" if len(named) > MOST_PLACES else "")
        yield Reason(f"{INCIDENTS[kind]} ({where})" if where else INCIDENTS[kind], advice.REMEDIES[kind])
        yield from map(Reason, list(dict.fromkeys(details.get(kind, [])))[:MOST_PLACES])
    if again := [mark.cell for mark in record.marks if mark.again]:
        yield Reason(de.again(", ".join(again[:MOST_PLACES])))
    most = sum(mark.most for mark in record.marks if mark.score is not None)
    reached = total(record)
    if NEARLY * most <= reached < most:
        yield Reason(de.nearly(speech.number(reached, 1), speech.number(most, 1)))


def seen(record: Record) -> bool:
    """Whether the worked answers were looked at before this was handed in."""
    return any(incident.kind == SEEN for incident in record.incidents)


def total(record: Record) -> float:
    """Points of all answers that are decided."""
    return sum(mark.score or 0 for mark in record.marks)


def _entry(assignment: Assignment, name: str, record: Record, versions: Versions) -> Entry:
    noticed: Sequence[Reason] = list(reasons(record))
    if versions.used < len(versions.days):
        noticed = [*noticed, Reason(de.newer_aside(versions.used, len(versions.days)), de.TAKE_ANOTHER)]
    return Entry(
        record.pseudonym,
        record.slug,
        name,
        GRADED,
        total(record),
        sum(mark.most for mark in record.marks),
        tuple(
            part.title.partition(" · ")[0] for part in parts(assignment, record, b"") if part.score is None
        ),
        tuple(noticed),
        versions,
    )
