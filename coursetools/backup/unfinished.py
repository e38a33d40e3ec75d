"""A restoration that was interrupted: its note, and that nobody works with half of it."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from coursetools.backup import de
from coursetools.files import write_atomically
from fairki.errors import BadFileError, SetupError

BACKUPS = "sicherungen"
"""Folder of backups, and of what a restored one took the place of; below the course's."""
STAGE = ".wiederherstellung"
"""Folder, below the course's, in which a backup is unpacked: on the same disk, so that moving is one step."""
NOTE, VERSION = ".wiederherstellung.json", 1


@dataclass(frozen=True)
class Plan:
    """What is to be moved where; each step may be done twice.

    Attributes:
        aside: folder, below the course's, for what has to give way.
        leaving: what gives way, each below the course's folder.
        coming: [place in the stage, place below the course's folder].
        poured: [part, place in the stage of the database that is poured into one elsewhere].
        parts: what is restored.
        made: when the backup was made, in German.
    """

    aside: str
    leaving: list[str]
    coming: list[list[str]]
    poured: list[list[str]]
    parts: list[str]
    made: str


def refuse(root: Path) -> None:
    """Go on only where no restoration was interrupted.

    Raises:
        SetupError: one was.
    """
    if (root / NOTE).exists():
        raise SetupError(*de.UNFINISHED)


def note(root: Path, plan: Plan) -> None:
    """Keep a plan, which begins with that."""
    write_atomically(root / NOTE, json.dumps({"version": VERSION, **asdict(plan)}), mode=0o600)


def noted(root: Path) -> Plan | None:
    """The plan that was interrupted, or None.

    Raises:
        BadFileError: the note is damaged, or of another version.
    """
    try:
        kept = json.loads((root / NOTE).read_text(encoding="utf-8"))
        if kept.pop("version") != VERSION:
            raise ValueError("another version")
        return Plan(**kept)
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BadFileError(*de.bad_note(root / NOTE, root / STAGE)) from None
