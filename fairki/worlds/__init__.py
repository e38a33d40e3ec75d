"""The toy worlds: seeded generators, and the tables that the course ships."""

import pandas as pd

from fairki import home
from fairki.errors import BadFileError, MissingDataError
from fairki.worlds import admissions, care, credit, funding, leads, recruiting, service
from fairki.worlds.de import shared as de
from fairki.worlds.world import FRESH_YEAR, Column, World, top_share

__all__ = [
    "WORLDS",
    "Column",
    "World",
    "admissions",
    "care",
    "credit",
    "fresh_year",
    "funding",
    "leads",
    "load",
    "recruiting",
    "service",
    "top_share",
]

WORLDS: dict[str, World] = {
    world.NAME: world for world in (recruiting, leads, credit, service, care, funding, admissions)
}
"""Name of the table → its world."""

TABLES = home.COURSE / "data"
"""Where the tables lie."""


def load(name: str) -> pd.DataFrame:
    """The table ``name`` as the course ships it, with the columns of its world.

    Raises:
        MissingDataError: there is no such table, or its file is not there.
        BadFileError: the file is there, but is not the table that the course ships.
    """
    if name not in WORLDS:
        raise MissingDataError(*de.unknown(name, sorted(WORLDS)))
    path = TABLES / f"{name}.csv"
    if not path.is_file():
        raise MissingDataError(*de.missing(name))
    try:
        table = pd.read_csv(path, encoding="utf-8")
    except (ValueError, OSError):  # pandas' parser errors and broken UTF-8 are both ValueErrors
        table = None
    if table is None or list(table.columns) != list(WORLDS[name].COLUMNS) or table.isna().any(axis=None):
        raise BadFileError(*de.damaged(path))
    return table


def fresh_year(name: str, seed: int = 2026) -> pd.DataFrame:
    """The year after the table ``name`` with this seed: new people of the same world."""
    return WORLDS[name].generate(seed=FRESH_YEAR + seed)
