"""German of people: how reviewers judge, and what is wrong with a set-up."""

from collections.abc import Iterable, Mapping

from fairki.speech import number

REVIEWERS: Mapping[str, str] = {
    "fair": "urteilt fair",
    "durchwinken": "winkt 80 % durch",
    "einseitig": "urteilt selbst einseitig",
}

UNREADABLE = "Dieser Aufbau ist nicht lesbar.", "Stellen Sie ihn noch einmal ein."


def choose_from(known: Iterable[str]) -> str:
    """What there is."""
    return f"Zur Wahl stehen: {', '.join(known)}."


def no_way(way: str, known: Iterable[str]) -> tuple[str, str]:
    """Such a way does not exist: what happened, what to do."""
    return f"Den Weg „{way}“ gibt es nicht.", choose_from(known)


def no_selection(which: str, known: Iterable[str]) -> tuple[str, str]:
    """Such a selection of cases does not exist: what happened, what to do."""
    return f"Die Auswahl „{which}“ gibt es nicht.", choose_from(known)


def no_team(team: object, known: Iterable[str]) -> tuple[str, str]:
    """Such a team does not exist: what happened, what to do."""
    return f"Das Team „{team}“ gibt es nicht.", choose_from(known)


def wrong_cases(most: int) -> tuple[str, str]:
    """The number of cases is out of range: what happened, what to do."""
    return "Die Zahl der Fälle passt nicht.", f"Nehmen Sie eine ganze Zahl von 0 bis {number(most)}."


def wrong_minutes(shortest: float, longest: float) -> tuple[str, str]:
    """The minutes are out of range: what happened, what to do."""
    return "Die Minuten je Fall passen nicht.", f"Nehmen Sie eine Zahl von {shortest:.0f} bis {longest:.0f}."
