"""German of unit 3, eight years: in the order of the page."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from fairki.html import Markup, paragraphs
from fairki.speech import number, percent, points, together

YEARS = "Was glauben Sie: Wie groß ist der Abstand nach acht Jahren?"
YEARS_OPTIONS = [
    ["weg", "Er ist von selbst verschwunden."],
    ["gleich", "Er ist etwa so groß wie am Anfang."],
    ["doppelt", "Er hat sich mindestens verdoppelt."],
]
YEARS_TITLE = "Acht Jahre lang lernt das Modell von sich selbst."
REACTION = "Was geschieht in diesen acht Jahren?"
REACTION_OPTIONS = [
    ["bleiben", "Alle bewerben sich weiter wie bisher."],
    ["wegbleiben", "Wer kaum Chancen sieht, bewirbt sich seltener."],
    ["wahrheit", "Das Modell lernt daraus, wer wirklich geeignet war."],
]
QUEUE = "Die Schlange der Bewerbungen in acht Jahren"
GROUPS = ("Frauen", "Männer", "divers")
"""Women, men, divers, as in ``rounds.RATES``."""
QUEUE_COLUMNS = ["Jahr", *GROUPS, "bleiben weg", "davon geeignet", "Abstand", "richtig entschieden"]
REACTION_FIRST = paragraphs("Wählen Sie eine Möglichkeit.")


def years(first: float, last: float) -> Markup:
    """The gap in the first and in the last year."""
    return paragraphs(
        f"Im ersten Jahr beträgt der Abstand {points(first)}, im achten Jahr {points(last)}.",
        "Nichts im Kreislauf macht ihn kleiner. Jedes Modell hält für richtig, was das Modell davor getan hat.",
    )


def reaction(what: str, history: pd.DataFrame) -> Markup:
    """What eight rounds show under one of the three assumptions."""
    first, last = history.iloc[0], history.iloc[-1]
    if what == "wegbleiben":
        return paragraphs(
            f"Der Anteil der Frauen unter den Bewerbungen ändert sich von {percent(first['pool'])} "
            f"auf {percent(last['pool'])}. Der Anteil der richtigen Entscheidungen ändert sich dabei von "
            f"{percent(first['agreement'], 1)} auf {percent(last['agreement'], 1)}. "
            "Eine gute Zahl kann also verdecken, dass Menschen fehlen."
        )
    if what == "wahrheit":
        second = history.iloc[1]
        return paragraphs(
            f"Abstand im ersten Jahr: {points(first['gap'])}. Abstand schon im zweiten Jahr: "
            f"{points(second['gap'])}. Das Modell lernt jetzt aus der Eignung und nicht aus alten "
            "Einladungen. In Wirklichkeit kennt eine Firma die Eignung nur bei Menschen, die sie eingestellt hat."
        )
    return paragraphs(
        f"Abstand am Anfang: {points(first['gap'])}. Abstand am Ende: {points(last['gap'])}. "
        "Von selbst verschwindet er nicht."
    )


def queue_table(by_year: Sequence[pd.DataFrame], history: pd.DataFrame) -> dict[str, Any]:
    """What the picture of the queue shows, and how good the decisions look meanwhile.

    Args:
        by_year: for each year one row per group, as from ``rounds.queue``.
        history: one row per year, as from ``rounds.run``.
    """
    rows = [
        [
            number(at + 1),
            *map(number, year["here"]),
            number(year["gone"].sum()),
            number(year["suitable"].sum()),
            points(history["gap"].iloc[at]),
            percent(history["agreement"].iloc[at], 1),
        ]
        for at, year in enumerate(by_year)
    ]
    return {"columns": QUEUE_COLUMNS, "rows": rows}


def queue_note(people: int) -> str:
    """What the marks stand for."""
    return (
        f"Jedes Zeichen ist ein Mensch. Im ersten Jahr stehen {number(people)} in der Schlange, "
        "so gemischt wie in den Bewerbungen, mit denen wir rechnen."
    )


URN = "Was glauben Sie: Wie groß ist der rote Anteil nach acht Jahren?"
URN_OPTIONS = [
    ["haelfte", "In jeder Firma etwa die Hälfte."],
    ["eine", "In jeder Firma gibt es nur noch eine Farbe."],
    ["verschieden", "In jeder Firma ist er anders."],
]
URN_FIRST = paragraphs("Wählen Sie eine Möglichkeit. Dann ziehen vier Firmen.")
YEAR = "Jahr"
URN_TITLE = "Vier Firmen beginnen gleich und enden verschieden."


def firm(number_: int) -> str:
    """One of the firms."""
    return f"Firma {number(number_ + 1)}"


def urns(hit: bool, shares: pd.DataFrame) -> Markup:
    """Where the firms end, and how little moves later; a row of ``shares`` per year, a column per firm."""
    ends = shares.iloc[-1]
    early, late = (shares.iloc[b] - shares.iloc[a] for a, b in ((0, 1), (len(shares) - 2, len(shares) - 1)))
    return paragraphs(
        f"{'Ja' if hit else 'Es kommt anders'}: Am Ende sind {number(100 * ends.min())} bis "
        f"{percent(ends.max())} der Kugeln rot.",
        f"Im ersten Jahr ändert sich der Anteil im Mittel um {points(early.abs().mean())}, im letzten nur noch um "
        f"{points(late.abs().mean())}. Die ersten Züge entscheiden.",
        "Niemand hat hier ein Vorurteil. Beide Hochschulen sind gleich gut. Ein Abstand allein beweist also noch nicht, "
        "dass jemand benachteiligt. Aber von selbst geht er nicht wieder weg. Fachleute nennen das eine Pólya-Urne.",
    )


def urn_summary(shares: pd.DataFrame) -> str:
    """The last share of each firm."""
    ends = (f"{firm(at)} {percent(share)}" for at, share in enumerate(shares.iloc[-1]))
    return f"Roter Anteil nach acht Jahren: {together(ends)}. Am Anfang war er überall {percent(shares.iloc[0].mean())}."
