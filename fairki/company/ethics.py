"""A company's own cases before the KI-Ethikrat: ``faelle/ethikrat.toml``."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from fairki.company import de, kinds
from fairki.company.firm import BoardCase, Condition, Decision, Voice
from fairki.company.main import PEOPLE
from fairki.company.schema import Entry, File, Many, Place, Said, Section, Wrong

KEY, WITHOUT = "faelle", "weglassen"
VOICES, DECISIONS, CONDITIONS = "stimmen", "beschluesse", "auflagen"
OURS = ("absagen",)
"""The cases that the course brings along, see ``fairki.governance.board``."""


@kinds.kind(kinds.LINE)
def _who(value: object) -> str:
    """A name, or somebody of the company by key; a word in small letters that is no key is a slip."""
    found: str = kinds.name(value)
    if found.islower() and found not in PEOPLE:
        raise kinds.Misfit(de.write_who(PEOPLE))
    return found


VOICE: Section = {
    "wer": Entry(_who),
    "steht_fuer": Entry(kinds.name),
    "sagt": Entry(kinds.prose),
}
DECISION: Section = {
    "id": Entry(kinds.identifier),
    "titel": Entry(kinds.name),
    "heisst": Entry(kinds.prose),
    "folgen": Entry(kinds.paragraphs),
}
CONDITION: Section = {
    "id": Entry(kinds.identifier),
    "text": Entry(kinds.prose),
    "mit": Entry(kinds.prose),
    "ohne": Entry(kinds.prose),
}
CASE: Section = {
    "id": Entry(kinds.identifier),
    "titel": Entry(kinds.name),
    "text": Entry(kinds.paragraphs),
    VOICES: Many(VOICE, least=1, most=8),
    DECISIONS: Many(DECISION, least=2, most=8),
    CONDITIONS: Many(CONDITION, most=8),
}
TABLE: Section = {
    WITHOUT: Entry(kinds.some_of(OURS), needed=False),
    KEY: Many(CASE),
}


def _wrong(said: Said, folder: Path) -> Iterable[Wrong]:
    return left_out(said, WITHOUT, OURS, KEY)


def left_out(said: Said, without: str, ours: Iterable[str], key: str) -> Iterable[Wrong]:
    """If all of the course's are left out, there is one of the company's own."""
    if set(ours) <= set(said[without] or ()) and not said[key]:
        place: Place = (without,)
        yield Wrong(place, *de.nothing_left(without))


def _made(found: Mapping[str, Said], folder: Path) -> Mapping[str, Any]:
    (said,) = found.values()
    return {"board_cases": tuple(map(_case, said[KEY])), "without_board_cases": said[WITHOUT] or ()}


def _case(said: Said) -> BoardCase:
    return BoardCase(
        said["id"],
        said["titel"],
        said["text"],
        tuple(Voice(one["wer"], one["steht_fuer"], one["sagt"]) for one in said[VOICES]),
        tuple(Decision(one["id"], one["titel"], one["heisst"], one["folgen"]) for one in said[DECISIONS]),
        tuple(Condition(one["id"], one["text"], one["mit"], one["ohne"]) for one in said[CONDITIONS]),
    )


FILE = File("faelle", "ethikrat.toml", TABLE, _made, _wrong)
