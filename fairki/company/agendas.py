"""A company's own agendas for workshops: each file in ``ablaeufe/`` is one, and its name is what people call it by.

Here is said what stands in it, and that its minutes add up; which steps there are, ``coursetools.workshop`` knows.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from fairki.company import de, kinds
from fairki.company.firm import RunSheet
from fairki.company.kinds import LINE, Misfit, kind
from fairki.company.schema import Entry, File, Many, Said, Section, Wrong

FOLDER = "ablaeufe"
TITLE, ABOUT, MINUTES, RULES, STEPS, STEP = "titel", "ueber", "minuten", "spielregeln", "schritte", "schritt"
MOST_STEPS, MOST_MINUTES = 60, 600
_STEP = re.compile(r"[a-z][a-z0-9_.]{1,60}")


@kind(LINE)
def step(value: object) -> str:
    """The id of a step that a workshop can have."""
    if not isinstance(value, str) or not _STEP.fullmatch(value):
        raise Misfit(de.WRITE_STEP)
    return value


@kind(kinds.NUMBER)
def minutes(value: object) -> int:
    """Minutes of a step or of a workshop."""
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_MINUTES:
        raise Misfit(de.WRITE_MINUTES)
    return value


TABLE: Section = {
    TITLE: Entry(kinds.name),
    ABOUT: Entry(kinds.prose, needed=False),
    MINUTES: Entry(minutes),
    RULES: Entry(kinds.proses, needed=False),
    STEPS: Many({STEP: Entry(step), MINUTES: Entry(minutes)}, least=1, most=MOST_STEPS),
}


def _wrong(said: Said, folder: Path) -> Iterable[Wrong]:
    """The minutes of the steps are those of the agenda."""
    times = [one[MINUTES] for one in said[STEPS]]
    if said[MINUTES] and times and None not in times and sum(times) != said[MINUTES]:
        yield Wrong((MINUTES,), *de.wrong_minutes(sum(times), said[MINUTES]))


def _made(found: Mapping[str, Said], folder: Path) -> Mapping[str, Any]:
    return {
        "agendas": tuple(
            RunSheet(
                name,
                said[TITLE],
                said[ABOUT] or "",
                said[MINUTES],
                tuple((one[STEP], one[MINUTES]) for one in said[STEPS]),
                said[RULES] or (),
                folder / f"{name}.toml",
            )
            for name, said in found.items()
        )
    }


FILE = File(FOLDER, "*.toml", TABLE, _made, _wrong)
