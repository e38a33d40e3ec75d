"""German of channels, and of the groups that use them or stay silent."""

from collections.abc import Iterable

MEASURES = {
    "brief": ("Brief", "Einspruch nur schriftlich per Post an die Personalabteilung"),
    "formular": ("Online-Formular", "Einspruch über ein kurzes Formular im Internet"),
    "vertrauensperson": (
        "Vertrauensperson",
        "Einspruch bei einer Person, die nicht zur Personalabteilung gehört",
    ),
    "hinweis": (
        "Hinweis auf KI",
        "In jeder Absage steht, dass KI mitgewirkt hat und wie man Einspruch erhebt",
    ),
    "sprachen": ("Hilfe in mehreren Sprachen", "Hinweise und Hilfe in fünf Sprachen"),
}
"""Measure → its name, and what it is."""
GESTURES = {
    "bericht": ("Bericht", "Ein Bericht im Jahresheft erzählt von gelungenen Einsprüchen"),
    "plakat": ("Plakat", "Ein Plakat im Eingang sagt: Wir sind für Sie da"),
    "siegel": ("Siegel", "Auf der Internetseite steht ein Siegel für faire KI"),
}
USED_TO_OFFICES = "Übung mit Ämtern"
OTHER_LANGUAGE = "Andere Erstsprache"
GAP_OR_PART_TIME = "Auszeit oder Teilzeitwunsch"
OWN_HOUSE = "Aus dem eigenen Haus"
NO_CHANCE = (
    "Wo sich niemand melden kann, lässt sich aus Einsprüchen nichts schätzen.",
    "Öffnen Sie zuerst einen Weg für Einsprüche.",
)


def no_such_offer(unknown: Iterable[str], possible: Iterable[str]) -> tuple[str, str]:
    """There are no such measures."""
    return f"Diese Wege gibt es hier nicht: {', '.join(unknown)}.", f"Möglich ist: {', '.join(possible)}."
