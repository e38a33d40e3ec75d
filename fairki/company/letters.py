"""A company's own letters to people about whom something was decided: ``faelle/briefe.toml``."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from fairki.company import de, kinds
from fairki.company.ethics import left_out
from fairki.company.firm import Letter
from fairki.company.schema import Entry, File, Many, Said, Section, Wrong

KEY, WITHOUT = "briefe", "weglassen"
PARTS = ("anfang", "grund", "ki", "schluss")
"""The parts of each letter, those of the course's, see ``fairki.lessons.module_05``."""
NOTHING = "nichts"
"""The option that leaves a part out; pages offer it."""
OURS = ("bewerbung",)
"""The letters that the course brings along."""


@kinds.kind(kinds.ID)
def _option(value: object) -> str:
    found: str = kinds.identifier(value)
    if found == NOTHING:
        raise kinds.Misfit(de.write_id_but(NOTHING))
    return found


OPTION: Section = {
    "id": Entry(_option),
    "text": Entry(kinds.prose),
}
LETTER: Section = {
    "id": Entry(kinds.identifier),
    "name": Entry(kinds.name),
    "anlass": Entry(kinds.prose),
    "an": Entry(kinds.name),
    **{part: Many(OPTION, least=2, most=6) for part in PARTS},
}
TABLE: Section = {
    WITHOUT: Entry(kinds.some_of(OURS), needed=False),
    KEY: Many(LETTER),
}


def _wrong(said: Said, folder: Path) -> Iterable[Wrong]:
    return left_out(said, WITHOUT, OURS, KEY)


def _made(found: Mapping[str, Said], folder: Path) -> Mapping[str, Any]:
    (said,) = found.values()
    return {"letters": tuple(map(_letter, said[KEY])), "without_letters": said[WITHOUT] or ()}


def _letter(said: Said) -> Letter:
    parts = {part: {one["id"]: one["text"] for one in said[part]} for part in PARTS}
    return Letter(said["id"], said["name"], said["anlass"], said["an"], parts)


FILE = File("faelle", "briefe.toml", TABLE, _made, _wrong)
