"""The tools of who grades, releases exercises or edits notebooks (``fairki[trainer]``); no learner needs them."""

import importlib.util

from fairki.errors import SetupError


def here() -> bool:
    """Whether they are installed; nbgrader stands for all of them."""
    return importlib.util.find_spec("nbgrader") is not None


def require() -> None:
    """Go on only where they are installed.

    Raises:
        SetupError: they are not; the message says how to install them.
    """
    if not here():
        raise SetupError(
            "Zum Bewerten und Ausgeben von Übungen fehlen hier die Werkzeuge.",
            'Installieren Sie sie mit: pip install "fairki[trainer]"',
        )
