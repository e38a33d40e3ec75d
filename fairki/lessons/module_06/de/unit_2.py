"""German of unit 2, who reviews: in the order of the page."""

from collections.abc import Mapping, Sequence

from fairki.html import Markup, bullets, grouped, html, paragraphs, strong
from fairki.lessons.module_06.de.shared import MOVE_THE_SLIDER
from fairki.reference import Finding
from fairki.speech import number, percent, points

BIASED = (
    "Was schätzen Sie: Wie viele von 100 Eingeladenen sind Frauen, nachdem das einseitige Team geprüft hat?"
)
BIASED_UNIT = "von 100"
TEAMS_TITLE = "Wer prüft, entscheidet, ob es besser wird."
GUESS_FIRST = paragraphs("Schätzen Sie zuerst. Dann erscheint hier die Tabelle.")
PROMISES = {
    "women": "mehr Vielfalt",
    "fit": "Passung mindestens so gut",
    "wrong": "weniger Fehlentscheidungen",
}
WAVING = "So viele von 100 Vorschlägen bestätigt das Team ungelesen"
WAVING_UNIT = "von 100"
WAVING_FIRST = paragraphs(MOVE_THE_SLIDER)
WAVES_THROUGH = "winkt durch"


def biased(after: float, before: float) -> Markup:
    """Share of women with a biased team, and with the machine alone."""
    return paragraphs(
        html(
            "Es sind {}. Das Programm allein kommt auf {} von 100.",
            strong(f"{number(100 * after)} von 100"),
            number(100 * before),
        ),
        html(
            "Ein Mensch am Ende macht es hier also {}. Das Team zieht noch einmal Punkte ab, "
            "die schon das Programm abgezogen hat.",
            strong("schlechter"),
        ),
    )


def kept(teams: Mapping[str, Mapping[str, int]], of: int, stays: float) -> Markup:
    """In how many years each team keeps each promise.

    Args:
        teams: name of a team → promise → years.
        of: number of years.
        stays: share of the gain that is left when most is waved through.
    """
    rows = {
        f"Das Team {name}": [
            (promise, f"{years[measure]} von {of} Jahren") for measure, promise in PROMISES.items()
        ]
        for name, years in teams.items()
    }
    return grouped(
        "Hält das Versprechen? Verglichen mit dem Programm allein", ("Versprechen", "Gehalten in"), rows
    ) + paragraphs(
        "Die Tabelle zeigt, wie oft auch ein Team besser ist, das durchwinkt. Aber der Gewinn ist kleiner: "
        f"Vom Zuwachs an Vielfalt bleiben nur {percent(stays)} übrig. "
        "Auf dem Papier sieht es trotzdem nach Prüfung aus."
    )


def waving(gain: float, full: float, hours: float, full_hours: float, mostly: bool) -> Markup:
    """What is left of the gain when a share of the proposals is waved through."""
    return paragraphs(
        html("Zuwachs an Vielfalt: {} von {} möglichen.", strong(points(gain)), number(100 * full, 1)),
        f"Arbeitszeit: {number(hours)} von {number(full_hours)} Stunden.",
        "Durchwinken spart Stunden. Aber es spart genau die Stunden, die etwas bringen."
        if mostly
        else "Je mehr das Team wirklich liest, desto mehr bleibt vom Gewinn.",
    )


def studies(findings: Sequence[Finding]) -> Markup:
    """What studies found."""
    return bullets(html("{} <cite>({})</cite>", found.text, found.source) for found in findings)
