"""The tables that the course ships, with one datasheet each: derived from the seeded generators."""

from pathlib import Path

import pandas as pd

from coursetools.data_places import SHEET, TITLE, place
from coursetools.files import write_atomically
from fairki.worlds import WORLDS, World


def write(root: Path) -> None:
    """Write ``data/<world>.csv`` and ``data/<world>.datenblatt.md`` of every world below ``root``.

    Each file is replaced in one step. The bytes are the same on every machine.
    """
    for name, content in _files().items():
        write_atomically(place(root, name), content)


def stale(root: Path) -> bool:
    """Whether a file is missing or differs from what ``write`` would put there."""
    return any(
        not (path := place(root, name)).is_file() or path.read_bytes() != content
        for name, content in _files().items()
    )


def _files() -> dict[str, bytes]:
    files = {}
    for name, world in WORLDS.items():
        table = world.generate()
        files[f"{name}.csv"] = csv(world, table).encode("utf-8")
        files[f"{name}{SHEET}"] = datasheet(world, table).encode("utf-8")
    return files


def csv(world: World, table: pd.DataFrame) -> str:
    """The table as CSV: comma, decimal point, line feed, and the fixed decimals of each column."""
    shown = table.copy()
    for name, column in world.COLUMNS.items():
        if column.digits is not None:
            shown[name] = [f"{value + 0.0:.{column.digits}f}" for value in table[name]]  # + 0.0: no "-0.00"
    return shown.to_csv(index=False, lineterminator="\n")


def datasheet(world: World, table: pd.DataFrame) -> str:
    """The German datasheet (Markdown) of a world's table, ending with its columns."""
    parts = [f"{TITLE}{world.TITLE}", f"Tabelle `{world.NAME}.csv`, {len(table.columns)} Spalten."]
    for heading, text in world.datasheet(table).items():
        parts += [f"## {heading}", text]
    rows = [
        f"| `{name}` | {column.label} | {column.unit or '–'} | {column.meaning} |"
        for name, column in world.COLUMNS.items()
    ]
    head = "| Spalte | Bezeichnung | Einheit | Bedeutung |\n|---|---|---|---|\n"
    parts += ["## Spalten", head + "\n".join(rows)]
    return "\n\n".join(parts) + "\n"
