"""German of the reference: how well a legal statement is proven, and what stands behind it."""

import datetime as dt
from collections.abc import Mapping

from fairki.speech import month

STATUSES: Mapping[str, str] = {
    "wortlaut": "Wortlaut gelesen",
    "mehrere": "nach mehreren Quellen",
    "eine": "nach einer Quelle",
}
"""How well a legal statement is proven, the best first."""

DATA_ANSWERS: Mapping[str, str] = {
    "frei": "frei",
    "werkzeug": "nur im Werkzeug der Firma",
    "nie": "nie",
}
"""Whether a data case may go into a program that writes: any, the one that is approved for it, none."""

ORIENTATION = "Orientierung:"


def stand(as_of: dt.date, status: str, edition: str) -> str:
    """State and evidence: „November 2026, nach einer Quelle“."""
    version = f" in der Fassung vom {edition}" if edition else ""
    return f"{month(as_of)}, {STATUSES[status]}{version}"


def citation(source: str, stand: str) -> str:
    """What stands behind a statement."""
    return f"{source}. Stand: {stand}. Orientierung, keine Rechtsberatung."
