"""What was done to a pile, and when: a line each, without a name, a pseudonym or points."""

import datetime as dt
from pathlib import Path

FILE = "protokoll.csv"
HEAD = "Zeit;Was;Anzahl\n"


def note(folder: Path, what: str, number: int) -> None:
    """Add a line to the log in the grading folder ``folder``; where that cannot be, the work is done all the same.

    Args:
        what: one of the verbs.
        number: how many hand-ins, or people, it was about.
    """
    path = Path(folder) / FILE
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = not path.exists()
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{HEAD if new else ''}{dt.datetime.now():%Y-%m-%d %H:%M};{what};{number}\n")
        path.chmod(0o600)
    except OSError:
        return
