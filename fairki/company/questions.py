"""Questions that a company prepares for its workshops: any number of files ``fragen/*.toml``."""

import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from fairki.company import de, kinds, source, uses
from fairki.company.firm import Question
from fairki.company.kinds import LINES, NUMBER, TEXT, Misfit, kind
from fairki.company.schema import Entry, File, Many, Place, Said, Section, Wrong
from fairki.errors import BadFileError

KEY, FOLDER = "fragen", "fragen"
POLL, SCALE, ESTIMATE, RANKING, OPEN, CLOUD, CASE, ROOM, GROUPS = (
    *("auswahl", "skala", "schaetzung", "rangfolge"),
    *("freitext", "wortwolke", "fall", "fragerunde", "gruppen"),
)
NEEDED: Mapping[str, tuple[str, ...]] = {
    POLL: ("antworten",),
    SCALE: ("links", "rechts"),
    ESTIMATE: ("kleinste", "groesste"),
    RANKING: ("antworten",),
    OPEN: (),
    CLOUD: (),
    CASE: ("fall",),
    ROOM: (),
    GROUPS: (),
}
"""Art of a question → what it cannot do without, beside id and words."""
ALLOWED: Mapping[str, tuple[str, ...]] = {
    POLL: ("hoechstens",),
    SCALE: ("stufen",),
    ESTIMATE: ("einheit", "schritt", "richtig"),
    RANKING: (),
    OPEN: (),
    CLOUD: ("hoechstens",),
    CASE: ("antworten", "hoechstens"),
    ROOM: (),
    GROUPS: ("gruppen", "einteilung"),
}
"""Art of a question → what it may have, too."""
ALWAYS = ("id", "art", "frage", "minuten")
MOST_ANSWERS: Mapping[str, int] = {POLL: 12, CASE: 12, RANKING: 8}
MOST: Mapping[str, int] = {"stufen": 10, "gruppen": 8, "minuten": 60}
WAYS = ("los", "farbe")
MOST_WORDS, USUAL_ANSWERS = 5, 3
LONGEST, LONGEST_UNIT, GREATEST, MOST_STEPS = 300, 30, 10**9, 10_000
"""Characters of a question or an answer and of a unit; the greatest number of an estimate, its most answers."""


@kind(TEXT)
def sentence(value: object) -> str:
    """A question, an answer to choose, or what the end of a scale means."""
    return _text(value, LONGEST)


@kind(LINES)
def sentences(value: object) -> tuple[str, ...]:
    """Answers to choose."""
    if not isinstance(value, list):
        raise Misfit(de.WRITE_LIST)
    return tuple(_text(one, LONGEST) for one in value)


@kind(kinds.LINE)
def unit(value: object) -> str:
    """What stands behind a number."""
    return _text(value, LONGEST_UNIT)


@kind(NUMBER)
def amount(value: object) -> float:
    """Any number that an estimate can have."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise Misfit(de.WRITE_AMOUNT)
    if not math.isfinite(value) or abs(value) > GREATEST:
        raise Misfit(de.WRITE_AMOUNT)
    return value


def _text(value: object, longest: int) -> str:
    text = kinds.prose(value)
    if len(text) > longest:
        raise Misfit(de.write_prose(longest))
    return str(text)


QUESTION: Section = {
    "id": Entry(kinds.identifier),
    "art": Entry(kinds.one_of(tuple(NEEDED))),
    "frage": Entry(sentence),
    "antworten": Entry(sentences, needed=False),
    "hoechstens": Entry(kinds.number, needed=False),
    "links": Entry(sentence, needed=False),
    "rechts": Entry(sentence, needed=False),
    "stufen": Entry(kinds.number, needed=False),
    "kleinste": Entry(amount, needed=False),
    "groesste": Entry(amount, needed=False),
    "schritt": Entry(amount, needed=False),
    "richtig": Entry(amount, needed=False),
    "einheit": Entry(unit, needed=False),
    "fall": Entry(kinds.identifier, needed=False),
    "gruppen": Entry(kinds.number, needed=False),
    "einteilung": Entry(kinds.one_of(WAYS), needed=False),
    "minuten": Entry(kinds.number, needed=False),
}
TABLE: Section = {KEY: Many(QUESTION)}


def _check(said: Said, folder: Path) -> Iterable[Wrong]:
    known = _ids(folder.parent / uses.FILE.folder / uses.FILE.name, uses.KEY)
    files = {path.name: _ids(path, KEY) or () for path in sorted(folder.glob(FILE.name))}
    for at, one in enumerate(said[KEY]):
        there = [name for name, ids in files.items() if one["id"] in ids]
        if len(there) > 1:
            yield Wrong((KEY, at, "id"), *de.asked_twice(one["id"], there))
        for entry, what, write in _wrong(one, known):
            place: Place = (KEY, at, entry)
            yield Wrong(place, what, write)


def _wrong(one: Said, cases: tuple[str, ...] | None) -> Iterable[tuple[str, str, str]]:
    """Entry, what is wrong with it, and what to write."""
    art = one["art"]
    if art is None:
        return
    for entry in NEEDED[art]:
        if one[entry] is None:
            yield entry, de.question_lacks(art, entry), de.write_entry(entry)
    fits = (*ALWAYS, *NEEDED[art], *ALLOWED[art])
    for entry, value in one.items():
        if value is not None and entry not in fits:
            yield entry, de.question_has(art, entry), de.write_known(fits)
    answers = one["antworten"]
    most_answers = MOST_ANSWERS.get(art, 0)
    if answers is not None and most_answers and not _different(answers, most_answers):
        yield "antworten", *de.bad_answers(most_answers)
    most = MOST_WORDS if art == CLOUD else len(answers or ()) or USUAL_ANSWERS
    for entry, greatest in {**MOST, "hoechstens": most}.items():
        least = 2 if entry in ("stufen", "gruppen") else 1
        if one[entry] is not None and not least <= one[entry] <= greatest:
            yield entry, *de.beyond(entry, least, greatest)
    if art == ESTIMATE and None not in (one["kleinste"], one["groesste"]):
        step = 1 if one["schritt"] is None else one["schritt"]
        yield from _bad_range(one["kleinste"], one["groesste"], step)
        if one["richtig"] is not None and not one["kleinste"] <= one["richtig"] <= one["groesste"]:
            yield "richtig", *de.BAD_TRUTH
    if art == CASE and cases is not None and one["fall"] and one["fall"] not in cases:
        yield "fall", *de.no_such_case(one["fall"], cases)


def _different(answers: tuple[str, ...], most: int) -> bool:
    return 2 <= len(answers) <= most and len(set(answers)) == len(answers)


def _bad_range(low: float, high: float, step: float) -> Iterable[tuple[str, str, str]]:
    if low >= high:
        yield "groesste", *de.BAD_RANGE
    elif step <= 0 or step > high - low or (high - low) / step > MOST_STEPS:
        yield "schritt", *de.BAD_STEP


def _ids(path: Path, key: str) -> tuple[str, ...] | None:
    """The ids in another file; None if that file has a complaint of its own."""
    try:
        raw = source.Toml(path).raw if path.is_file() else {}
    except BadFileError:
        return None
    listed = raw.get(key, [])
    if not isinstance(listed, list):
        return None
    return tuple(str(one.get("id")) for one in listed if isinstance(one, dict))


def _made(found: Mapping[str, Said], folder: Path) -> Mapping[str, Any]:
    return {
        "questions": tuple(_question(stem, one) for stem, said in sorted(found.items()) for one in said[KEY])
    }


def _question(stem: str, one: Said) -> Question:
    rest = {
        name: value for name, value in one.items() if name not in ("id", "art", "frage") and value is not None
    }
    return Question(stem, one["id"], one["art"], one["frage"], rest)


FILE = File(FOLDER, "*.toml", TABLE, _made, _check)
