"""Taking hand-ins in: from a folder or an archive, whatever the files are called, without trusting any of them.

Whose a hand-in is, its place says (``layouts``); which exercise it belongs to, its own metadata. It is copied under a
pseudonym to ``submitted/<pseudonym>/<slug>/<slug>.ipynb``, without saved outputs. Every file is accounted for: taken
in, known already, an older version of another one, or refused with its reason.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from coursetools.files import write_atomically
from coursetools.grading import versions
from coursetools.grading.arrivals import (
    NO_NOTEBOOK,
    Arrival,
    Refused,
    Rejected,
    arrivals,
    courses,
    of_the_course,
    shown,
)
from coursetools.grading.de import exchange as de_exchange
from coursetools.grading.exchange import Exchange
from coursetools.grading.hand_in import Unreadable, read
from coursetools.grading.layouts import LOOSE, Owner, Piece, owners
from coursetools.grading.notebook_file import DAMAGED, tidied
from coursetools.grading.origins import FEEDBACK, Origin
from coursetools.grading.pseudonyms import LONGEST, PSEUDONYM, Pseudonyms
from fairki.errors import BadFileError
from fairki.manifest import Course

SUBMITTED, REPLACED = "submitted", "ersetzt"
WITH_EXERCISES = (
    "exercises",
    "release",
    "solutions",
    "source",
    "autograded",
    "solution",
    "source_with_tests",
)
"""Folders in which the course itself keeps notebooks of its exercises."""


@dataclass(frozen=True)
class HandIn:
    """One person's notebook for one exercise; ``path`` is where it lies now."""

    pseudonym: str
    slug: str
    path: Path


@dataclass(frozen=True)
class Intake:
    """What was found.

    Attributes:
        accepted: the hand-ins (also those taken in before).
        rejected: files that are none, with the reason, and versions that do not count.
        files: how many files there were; every one is either accepted or rejected.
        recognised: how people were told apart → number of hand-ins.
        questions: what only the trainer can know, in German.
        skipped: names of files of the system and of the course, which nobody handed in; they are not among ``files``.
        origins: where each of ``accepted`` lay.
    """

    accepted: tuple[HandIn, ...]
    rejected: tuple[Rejected, ...]
    files: int = 0
    recognised: Mapping[str, int] = field(default_factory=dict)
    questions: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    origins: Mapping[HandIn, Origin] = field(default_factory=dict)


@dataclass(frozen=True)
class _Found:
    """A file that is a hand-in: where it came from, its exercise, and what is kept of it."""

    file: Arrival
    slug: str
    digest: str


def take_in(
    source: Path | Exchange,
    course: Course,
    folder: Path,
    replace: bool = False,
) -> Intake:
    """Copy the hand-ins in ``source`` (a folder, an archive, one notebook, or nbgrader's exchange) into the grading
    folder ``folder``.

    Args:
        source: what the trainer named.
        course: its exercises.
        folder: where hand-ins lie; it is never taken for arrivals.
        replace: whether a new hand-in takes the place of another one of the same person for the same exercise.

    Raises:
        BadFileError: ``source`` cannot be opened, or there is nothing in it at all.
    """
    folder = Path(folder)
    pseudonyms = Pseudonyms(folder)
    shelf = _Shelf(folder, pseudonyms, replace)
    found, whose, rejected, skipped, questions = _looked_through(source, course, folder, pseudonyms)
    files = len(found) + len(rejected)
    pseudonyms.recognise(owner.person for owner in whose)
    newest = _newest(found, whose, rejected)
    places = {number: shelf.place(whose[number], found[number]) for number in newest}
    for number in newest:
        pseudonyms.remember(whose[number].person, found[number].slug, whose[number].number)
    pseudonyms.save()  # before the first hand-in lies there: after a crash everybody is still known
    accepted: dict[HandIn, str] = {}
    origins: dict[HandIn, Origin] = {}
    waiting: list[str] = []
    for number, hand_in in places.items():
        place = str(found[number].file.place)
        try:
            if hand_in in accepted:
                raise Refused(
                    f"Dieselbe Abgabe wie {accepted[hand_in]}.", "Sie zählt einmal. Sie müssen nichts tun."
                )
            shelf.lay_down(hand_in, tidied(found[number].file.read())[1])
        except Refused as problem:
            rejected.append(Rejected(place, *problem.args))
            waiting += [place] if hand_in not in accepted else []
        else:
            accepted[hand_in] = place
            origins[hand_in] = Origin(place, whose[number].by, whose[number].number)
    if isinstance(source, Exchange):
        rejected = source.named(pseudonyms, shelf.taken, rejected)
        pseudonyms.save()
        source.note(folder / FEEDBACK, {(one.pseudonym, one.slug): place for one, place in accepted.items()})
        source.drop_collected(waiting)
        origins = {}  # feedback goes back by the exchange
        if not files:
            raise BadFileError(*de_exchange.NOBODY)
    if not files:
        raise BadFileError(
            f"In {shown(str(source), LONGEST)} liegt keine Abgabe.",
            "Abgaben sind Notebooks: Dateien mit der Endung .ipynb.",
        )
    if len(accepted) + len(rejected) != files:
        raise AssertionError(f"{files} files came in, {len(accepted)} + {len(rejected)} are accounted for")
    versions.note(folder, _seen(found, whose, places))
    recognised = Counter(whose[number].by for number, hand_in in places.items() if hand_in in accepted)
    return Intake(
        tuple(accepted), tuple(rejected), files, recognised, tuple(questions), tuple(skipped), origins
    )


def digests(folder: Path) -> dict[tuple[str, str], str]:
    """Pseudonym and slug → digest of the hand-in that counts, for all that lie in the grading folder ``folder``."""
    return {(one.pseudonym, one.slug): _digest(_kept(one.path)) for one in taken_in(folder)}


def origins_in(source: Path, course: Course, folder: Path) -> dict[HandIn, Origin]:
    """Where hand-ins that lie in the grading folder ``folder`` lay in ``source``; nothing is taken in.

    Raises:
        BadFileError: ``source`` cannot be opened.
    """
    pseudonyms, there = Pseudonyms(folder), {}
    found, whose, rejected, _, _ = _looked_through(source, course, Path(folder), pseudonyms)
    pseudonyms.recognise(owner.person for owner in whose)
    lying = {(one.pseudonym, one.slug): one for one in taken_in(folder)}
    for number in _newest(found, whose, rejected):
        owner, one = whose[number], found[number]
        hand_in = lying.get((pseudonyms.people.get(owner.person, ""), one.slug))
        if hand_in and _digest(_kept(hand_in.path)) == one.digest:
            there[hand_in] = Origin(str(one.file.place), owner.by, owner.number)
    return there


def _looked_through(
    source: Path | Exchange, course: Course, folder: Path, pseudonyms: Pseudonyms
) -> tuple[list[_Found], list[Owner], list[Rejected], list[str], list[str]]:
    """The hand-ins in ``source`` and whose each is; what was refused and skipped; and questions."""
    rejected: list[Rejected] = []
    skipped: list[str] = []
    found: list[_Found] = []
    if isinstance(source, Exchange):
        files: Iterable[Arrival] = source.arrivals(pseudonyms, rejected)
    else:
        files = arrivals(source, rejected, skipped, lambda path: path.resolve() == folder.resolve())
    for file in files:
        try:
            notebook, content = tidied(file.read())
            slug = _exercise(notebook, course)
            _refuse_the_course(file, slug, notebook, content)
            found.append(_Found(file, slug, _digest(content)))
        except Refused as problem:
            unlike = problem.args == DAMAGED and ".ipynb" not in file.place.suffixes
            rejected.append(Rejected(str(file.place), *(NO_NOTEBOOK if unlike else problem.args)))
    if isinstance(source, Exchange):
        return found, [source.owner(one.file.place) for one in found], rejected, skipped, []
    found, rejected = _without_the_course(found, rejected, skipped)
    whose, questions = owners(
        [Piece(one.file.place, one.slug, one.digest, one.file.changed) for one in found],
        {exercise.slug: exercise.title for exercise in course.exercises},
        {person: pseudonyms.numbers.get(person, {}) for person in pseudonyms.people},
    )
    return found, whose, rejected, skipped, questions


def _without_the_course(
    found: list[_Found], rejected: list[Rejected], skipped: list[str]
) -> tuple[list[_Found], list[Rejected]]:
    """Both without what belongs to a course that somebody packed as a whole."""
    names = [PurePosixPath(one.name) for one in rejected]
    roots = courses([*(one.file.place for one in found), *names])
    if not roots:
        return found, rejected
    skipped += [one.file.place.name for one in found if of_the_course(one.file.place, roots)]
    skipped += [place.name for place in names if of_the_course(place, roots)]
    return (
        [one for one in found if not of_the_course(one.file.place, roots)],
        [one for one, place in zip(rejected, names, strict=True) if not of_the_course(place, roots)],
    )


def taken_in(folder: Path) -> Iterator[HandIn]:
    """All hand-ins that lie in the grading folder ``folder``; what ``nbgrader collect`` laid there is none yet."""
    for path in sorted((Path(folder) / SUBMITTED).glob("*/*/*.ipynb")):
        if path.stem == path.parent.name and PSEUDONYM.fullmatch(path.parent.parent.name):
            yield HandIn(path.parent.parent.name, path.stem, path)


def _newest(found: list[_Found], whose: list[Owner], rejected: list[Rejected]) -> list[int]:
    """The places in ``found`` of what counts: of each person's versions for one exercise the newest one."""
    by_person: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (one, owner) in enumerate(zip(found, whose, strict=True)):
        by_person[owner.person, one.slug].append(number)
    counting = []
    for numbers in by_person.values():
        last = max(numbers, key=lambda number: whose[number].newest)
        for number in numbers:
            if number == last:
                counting.append(number)
            elif found[number].digest == found[last].digest:
                reason = (
                    f"Dieselbe Abgabe wie {found[last].file.place}.",
                    "Sie zählt einmal. Sie müssen nichts tun.",
                )
                rejected.append(Rejected(str(found[number].file.place), *reason))
            else:
                reason = (
                    f"Eine ältere Fassung: Es zählt {found[last].file.place}.",
                    "Neuer ist, was die Lernplattform später zählt; sonst die höhere Nummer im Namen,"
                    " sonst die spätere Änderung. Soll diese gelten? Dann geben Sie nur sie an, mit --ersetzen.",
                )
                rejected.append(Rejected(str(found[number].file.place), *reason))
    return sorted(counting)


def _seen(
    found: list[_Found], whose: list[Owner], places: Mapping[int, HandIn]
) -> dict[tuple[str, str], list[tuple[str, versions.Changed]]]:
    """Pseudonym and slug → all versions that came in of a hand-in, the newest last."""
    who = {(whose[number].person, one.slug): one for number, one in places.items()}
    seen: dict[tuple[str, str], list[tuple[str, versions.Changed]]] = {}
    for number in sorted(range(len(found)), key=lambda number: whose[number].newest):
        if one := who.get((whose[number].person, found[number].slug)):
            version = found[number].digest, found[number].file.changed
            seen.setdefault((one.pseudonym, one.slug), []).append(version)
    return seen


class _Shelf:
    """Where hand-ins lie; knows what is there already."""

    def __init__(self, folder: Path, pseudonyms: Pseudonyms, replace: bool):
        self.folder, self.pseudonyms, self.replace = folder, pseudonyms, replace
        there = list(taken_in(folder))
        self.taken = {one.pseudonym for one in there}
        # Whose pseudonym was deleted is recognised by what they handed in.
        # So is a file without any name on it, for the course knew it by all its content once, outputs included.
        named = {pseudonym: person for person, pseudonym in pseudonyms.people.items()}
        self.orphans: dict[tuple[str, str], list[HandIn]] = {}
        self.loose: dict[tuple[str, str], HandIn] = {}
        for one in there:
            if one.pseudonym not in pseudonyms:
                self.orphans.setdefault((one.slug, _digest(_kept(one.path))), []).append(one)
            elif named[one.pseudonym].startswith("Datei "):
                self.loose[one.slug, _digest(_kept(one.path))] = one

    def place(self, owner: Owner, found: _Found) -> HandIn:
        """Where this hand-in lies already or has to lie."""
        content = found.slug, found.digest
        if owner.person not in self.pseudonyms.people:
            if orphans := self.orphans.get(content):
                return orphans.pop(0)  # two people may have handed in the same
            if owner.by == LOOSE and content in self.loose:
                return self.loose[content]
        pseudonym = self.pseudonyms.of(owner.person, self.taken)
        self.taken.add(pseudonym)
        path = self.folder / SUBMITTED / pseudonym / found.slug / f"{found.slug}.ipynb"
        return HandIn(pseudonym, found.slug, path)

    def lay_down(self, hand_in: HandIn, content: bytes) -> None:
        """Write a hand-in where it belongs, unless it lies there.

        Raises:
            Refused: another one of this person for this exercise lies there, and it shall stay.
        """
        if hand_in.path.exists():
            before = hand_in.path.read_bytes()
            if _kept(hand_in.path) == content:
                return
            if not self.replace:
                raise Refused(
                    f"Von dieser Person liegt schon eine andere Abgabe zur Übung „{hand_in.slug}“ vor"
                    f" ({hand_in.pseudonym}).",
                    "Soll die neue gelten? Dann rufen Sie den Befehl noch einmal auf, mit --ersetzen. Sind es zwei"
                    " Personen gleichen Namens? Dann geben Sie alle Abgaben zusammen an.",
                )
            archive = self.folder / REPLACED / hand_in.pseudonym / hand_in.slug
            write_atomically(archive / f"{_digest(before)[:12]}.ipynb", before)
        write_atomically(hand_in.path, content)


def _kept(path: Path) -> bytes:
    """What would be kept today of a hand-in that lies there; earlier versions of the course kept all of it."""
    content = path.read_bytes()
    try:
        return tidied(content)[1]
    except Refused:
        return content


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


# ---- which exercise is it ----


def _exercise(notebook: dict[str, Any], course: Course) -> str:
    """The slug of the exercise that a notebook answers."""
    own = notebook.get("metadata", {}).get("fairki", {})
    if not isinstance(own, dict):
        raise Refused(*DAMAGED)
    slug, version = own.get("exercise"), own.get("course", course.version)
    slugs = [exercise.slug for exercise in course.exercises]
    if slug is None:
        titles = (name for name in slugs if _looks_like(notebook["cells"], course.exercise(name).title))
        slug = next(titles, None)
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


def _looks_like(cells: list[Any], title: str) -> bool:
    """Whether a notebook that lost its metadata has the heading of an exercise."""
    return any(line == f"# {title}" for text in _sources(cells) for line in text.splitlines())


def _refuse_the_course(file: Arrival, slug: str, notebook: dict[str, Any], content: bytes) -> None:
    """Refuse what lies in the course's own folders and is nobody's answers: solutions, and exercises as given out."""
    if set(file.place.parts).isdisjoint(WITH_EXERCISES):
        return
    if any("### BEGIN HIDDEN TESTS" in text for text in _sources(notebook["cells"])):
        raise Refused(
            "Das ist die Fassung der Kursleitung mit Lösungen, keine Abgabe.", "Sie müssen nichts tun."
        )
    try:
        answers = [cell for cell in read(content, slug).cells if cell.solution]
    except Unreadable:
        return  # grading says what is wrong with it
    if answers and all(answer.as_released for answer in answers):
        raise Refused("Das ist die leere Übung des Kurses, keine Abgabe.", "Sie müssen nichts tun.")


def _sources(cells: list[Any]) -> list[str]:
    sources = [cell.get("source", "") for cell in cells if isinstance(cell, dict)]
    return ["".join(map(str, source)) if isinstance(source, list) else str(source) for source in sources]
