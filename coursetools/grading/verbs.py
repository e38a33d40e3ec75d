"""The verbs of ``grade``: short words for what its options say, so that there is one way for each thing."""

from collections.abc import Sequence
from pathlib import Path

LIST, AGAIN, REPLACE, DELETE, ARCHIVE = "liste", "noch-einmal", "ersetzen", "loeschen", "archiv"
VERBS = (LIST, AGAIN, REPLACE, DELETE, ARCHIVE)
NEED = (REPLACE, DELETE, ARCHIVE)
"""Verbs that say nothing without a word behind them."""


def in_options(arguments: Sequence[str]) -> list[str]:
    """The same call without a verb. Where a file or folder is called like a verb, that is meant.

    Raises:
        IndexError: behind the verb a word is missing.
    """
    if not arguments or arguments[0] not in VERBS or Path(arguments[0]).exists():
        return list(arguments)
    verb, *rest = arguments
    named = bool(rest) and not rest[0].startswith("-")
    if verb in NEED and not named:
        raise IndexError(verb)
    match verb:
        case "liste":
            return ["--liste", *rest]
        case "noch-einmal":
            return ["--neu-bewerten", *(["--person"] if named else []), *rest]
        case "ersetzen":
            return ["--ersetzen", *rest]
        case "loeschen":
            return ["--loeschen", *rest]
    return ["--archiv", *rest]
