"""Where the tables that the course ships lie, and their datasheets; to know that, no table is calculated."""

from pathlib import Path

from fairki import company

TABLES = ("bewerbungen", "leads", "kredite", "anfragen", "versorgung", "foerderung", "zulassung")
"""As in ``fairki.worlds.WORLDS``, without the worlds."""
FOLDER = "data"
OWN_SHEETS = Path(".build") / "datenblaetter"
SHEET = ".datenblatt.md"
"""How the names of datasheets end; they name the company."""
TITLE = "# Datenblatt: "
"""How a datasheet begins, before its table's title."""


def place(root: Path, name: str) -> Path:
    """Where a table or datasheet lies: the datasheets of an own company outside of what the course ships."""
    own = name.endswith(SHEET) and company.own()
    return Path(root) / (OWN_SHEETS if own else FOLDER) / name


def title(sheet: Path) -> str:
    """The title of a datasheet's table.

    Raises:
        OSError: if the datasheet cannot be read.
    """
    with sheet.open(encoding="utf-8") as lines:
        return lines.readline().removeprefix(TITLE).strip()
