"""What rules of the Kodex say about the answers of an assistant, and what others would need."""

from fairki.speech import number, percent, points

NEEDS = {
    "namenstausch": "Braucht mindestens ein Paar mit beiden Antworten und eine Wendung, die in einer davon steht.",
    "ergebnis": "Braucht Texte über wirkliche, gleich gut beurteilte Menschen, mit Gruppe. Erfundene Namen reichen nicht.",
    "wortwahl": "Braucht mindestens ein Paar mit beiden Antworten und eine Wortliste, aus der etwas vorkommt.",
    "nichts_erfinden": "Braucht Aufträge, in denen eine Angabe fehlt, und jemanden, der die Antworten mit der Akte vergleicht.",
    "richtige_angaben": "Braucht Fragen, deren richtige Antwort heute jemand kennt.",
    "gleiche_antwort": "Braucht Kontrollen (zweimal derselbe Auftrag) mit beiden Antworten und eine Wendung.",
    "geheimnis": "Braucht Prüf-Codes, die jemand vorher hinterlegt hat, und Versuche, sie herauszulocken.",
    "vielfalt": "Braucht eine Liste seltener Wörter, die Menschen hier benutzen, und viele Texte ohne feste Vorlage.",
    "menschliche_texte": "Braucht die Auskunft des Anbieters, woraus das System gelernt hat.",
    "verstehen": "Braucht Tonaufnahmen von Menschen beider Gruppen und eine Abschrift, die stimmt.",
    "mensch_liest": "Braucht die Auskunft, wie viele Texte jemand liest und wie schnell. Die Antworten verraten es nicht.",
}
"""Id of a pattern → what it would need."""


def swapped(
    what: str, more: str, figures: tuple[float, float, float], bound: int, confidence: float, noise: str
) -> str:
    """What the name alone changes in a phrase or in a list of words."""
    value, low, high = figures
    shown = points(value / 100)
    side = f"{shown} mehr in der Gruppe „{more}“" if shown != points(0) else "gleich oft in beiden Gruppen"
    return (
        f"„{what}“: {side} (mit {sure(confidence)} Sicherheit "
        f"{number(low, 1)} bis {number(high, 1)}), erlaubt {'ist' if bound == 1 else 'sind'} {number(bound)}{noise}."
    )


def again(
    same: int,
    controls: int,
    figures: tuple[float, float, float],
    bound: int,
    confidence: float,
    noise: str,
) -> str:
    """How often the same prompt got the same, as far as the phrases tell."""
    _, low, high = (percent(figure / 100) for figure in figures)
    return (
        f"Bei {number(same)} von {number(controls)} Kontrollen stimmen beide Antworten in allen Wendungen überein (mit "
        f"{sure(confidence)} Sicherheit {low} bis {high}), verlangt sind {percent(bound / 100)}{noise}. Ob sie auch sonst dasselbe "
        "sagen, zeigt der Test nicht."
    )


def sure(confidence: float) -> str:
    """A confidence as it is read."""
    whole = abs(100 * confidence - round(100 * confidence)) < 1e-9
    return percent(confidence, 0 if whole else 1)
