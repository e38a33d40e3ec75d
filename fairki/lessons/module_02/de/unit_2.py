"""German of unit 2, the whole and its parts: in the order of the page."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from fairki.groups import Comparison
from fairki.html import NOTHING, Markup, bullets, html, paragraphs, strong, table
from fairki.kodex.de.patterns import PATTERNS
from fairki.reference import Finding, Law
from fairki.speech import count_of, number, percent
from fairki.worlds.de.attributes import NAMES

TOGETHER = ("Alle zusammen", "Frauen", "Männer")
ADMITTED = "zugelassen"

PARTS = "Was schätzen Sie: In wie vielen der sechs Fachbereiche lag die Quote der Männer höher?"
PARTS_UNIT = "von 6"
DEPARTMENTS = ("Fach\N{SOFT HYPHEN}bereich", "Frauen", "Männer")

LEVEL = "Welche Ebene würden Sie anschauen?"
LEVELS = [
    ["ganzes", "Nur das Ganze"],
    ["teile", "Nur die einzelnen Fachbereiche"],
    ["beide", "Beides, und dazu die Frage nach dem Grund"],
]
LEVEL_ANSWERS = {
    "ganzes": "Das Ganze zeigt, was am Ende herauskommt. Es zeigt nicht, wo der Unterschied entsteht. Wer nur hier hinschaut, sucht vielleicht an der falschen Stelle.",
    "teile": "Die Teile zeigen, wer entscheidet. Aber sie zeigen nicht, warum sich Menschen verschieden verteilen und warum manche Fachbereiche so wenige Plätze haben.",
    "beide": "So gehen auch Fachleute vor: Das Ganze zeigt das Ergebnis, die Teile zeigen den Ort. Der Grund steht in keiner der beiden Tabellen. Danach muss man fragen.",
}


class Row(NamedTuple):
    """Which share of women and of men were admitted somewhere, and of how many of them."""

    name: str
    women: float
    men: float
    sizes: tuple[int, int] | None = None


def rates(columns: Sequence[str], rows: Sequence[Row]) -> Markup:
    """Rates of women and men as a table with bars; where it is told of how many, the higher one is marked in words."""
    return html('<div class="fk-table">{}</div>', table(columns, map(_cells, rows), "fk-rates"))


def _cells(row: Row) -> tuple[str, Markup, Markup]:
    women, men = percent(row.women, 1), percent(row.men, 1)
    seen = row.sizes is not None and women != men  # nothing is higher where one does not see it
    of_women, of_men = row.sizes or (None, None)
    return (
        row.name,
        _rate(0, row.women, women, seen and row.women > row.men, of_women),
        _rate(1, row.men, men, seen and row.men > row.women, of_men),
    )


def _rate(bar: int, rate: float, shown: str, higher: bool, size: int | None) -> Markup:
    return html(
        '<span class="fk-bar fk-bar-{}" style="width:{:.1f}%"></span>{}{}{}',
        bar,
        100 * rate,
        shown,
        html(" {}", strong("höher")) if higher else NOTHING,
        NOTHING if size is None else html("<br><span>von {}</span>", number(size)),
    )


def parts(
    rows: Sequence[Row], share: float, refused: float, elsewhere: float, women: float, men: float
) -> Markup:
    """The departments one by one, and how their sum comes about.

    Args:
        rows: the departments.
        share: of the women, those who applied at C to F.
        refused, elsewhere: share of applications that were refused there, and at A and B.
        women, men: share admitted if both had applied to the departments in the same proportions.
    """
    men_ahead = sum(row.women < row.men for row in rows)
    return (
        paragraphs(
            html(
                "Es sind nur {}. In den anderen lag die Quote der Frauen höher.",
                strong(f"{men_ahead} von {len(rows)}"),
            )
        )
        + rates(DEPARTMENTS, rows)
        + paragraphs(
            f"{percent(share)} der Frauen bewarben sich in den Fachbereichen C bis F. Dort bekamen "
            f"{percent(refused)} aller Bewerbungen eine Absage. In A und B waren es "
            f"{percent(elsewhere)}. Das zieht die Quote der Frauen im Ganzen nach unten.",
            "Ein Rechenversuch: Hätten sich Frauen und Männer gleich auf die Fachbereiche verteilt, wären "
            f"{percent(women, 1)} der Frauen und {percent(men, 1)} der Männer zugelassen worden.",
        )
    )


def level(chosen: str) -> Markup:
    """What the chosen level shows, and what it does not."""
    return paragraphs(LEVEL_ANSWERS[chosen])


# ---- who else? ----

FIRMS = "Fünf Firmen"
WANTS, REASON = "So wählt sie aus", "Ihr Grund"
WHO = [
    ["frauen", "Frauen", ""],
    ["maenner", "Männer", ""],
    ["aeltere", "Ältere", ""],
    ["behinderung", "Menschen mit Behinderung", ""],
    ["herkunft", "Menschen, deren Name nicht deutsch klingt", ""],
    ["niemand", "Niemand", ""],
]


class Card(NamedTuple):
    """A firm: how it chooses and why, who loses (``WHO``), and what one can learn from it."""

    name: str
    wants: str
    reason: str
    answer: str
    lesson: str


CARDS = {
    "altersfilter": Card(
        "Firma A",
        "Wer kein Zertifikat für die neueste Software hat, bekommt Punkte abgezogen.",
        "„Wir suchen Leute auf dem neuesten Stand.“",
        "aeltere",
        "Nach dem Alter fragt niemand. Aber die Kurse dafür bekamen vor allem Jüngere.",
    ),
    "serviceteam": Card(
        "Firma B",
        "Für den Kundendienst am Telefon zählt auch, wer ins Team passt. Im Team sind nur Frauen.",
        "„Am Telefon braucht man Geduld. Frauen haben mehr davon.“",
        "maenner",
        "Hier verlieren Männer. Ein Vorurteil bleibt eines, auch wenn es Frauen lobt.",
    ),
    "offen": Card(
        "Firma C",
        "Ein schwerer Test. Nur die besten 30 von 100 werden eingeladen.",
        "„Wer hier anfängt, muss viel können. Zeit und Hilfen gibt es, so viel jemand braucht.“",
        "niemand",
        "Streng ist nicht dasselbe wie unfair. Kleine Abstände gibt es auch aus Zufall.",
    ),
    "testzeit": Card(
        "Firma D",
        "Ein Test am Bildschirm. Wer länger braucht, bekommt Punkte abgezogen. Vorlesen lassen kann man ihn nicht.",
        "„Tempo zeigt, wer etwas kann.“",
        "behinderung",
        "Der Test misst hier nicht nur das Können. Manche konnten ihn schlechter lesen, und das kostete sie Punkte.",
    ),
    "namen": Card(
        "Firma E",
        "Ein Kollege liest die Namen und überlegt, wie sie am Telefon ankommen.",
        "„Die Kundschaft soll den Namen gleich verstehen.“",
        "herkunft",
        "Ein Name sagt nichts darüber, was jemand kann. Ausgewählt hat hier die Firma, nicht die Kundschaft.",
    ),
}
"""Firm → its card."""
FIRM = "Wie oft lädt eine Firma welche Gruppe ein?"
FIRM_OPTIONS = [[id, card.name] for id, card in CARDS.items()]
FIRM_SUMMARY = "Jeder Balken ist der Anteil der Eingeladenen. Der Strich zeigt, was mit 95 % Sicherheit noch möglich ist."


def why(card: Card, apart: Comparison | None) -> str:
    """Whom a firm puts at a disadvantage, by how much, and why it matters."""
    if apart is None:
        return f"Kein Fehler: Kein Abstand ist größer, als der Zufall erklärt. {card.lesson}"
    return f"{_both(apart)} {card.lesson}"


def _both(apart: Comparison) -> str:
    return (
        f"Eingeladen werden {percent(apart.rate_worse)} in der Gruppe „{NAMES[apart.worse]}“"
        f" und {percent(apart.rate_better)} in der Gruppe „{NAMES[apart.better]}“."
    )


def firm_title(name: str, apart: Comparison | None) -> str:
    """What the picture of a firm shows."""
    if apart is None:
        return f"{name}: Kein Abstand ist größer, als der Zufall erklärt."
    return f"{name}: {_both(apart)}"


EQUALLY_SUITABLE = paragraphs(
    "Geeignet sind in jeder Gruppe gleich viele, so haben wir die Daten gebaut. Beworben haben sich bei allen "
    "fünf Firmen dieselben Menschen."
)
CARDS_FIRST = paragraphs("Das Bild kommt, wenn alle fünf Karten entschieden sind.")


def rare(people: int) -> str:
    """The question about a rare entry."""
    return (
        f"Eine Firma hat {number(people)} Beschäftigte. Was schätzen Sie: Wie viele davon haben beim Amt den "
        "Eintrag „divers“ oder gar keinen Eintrag zum Geschlecht?"
    )


PERSONS = "Personen"


def few(expected: float, needed: int, rates: pd.Series, people: int) -> Markup:
    """Why such a group cannot be measured, and what helps all the same.

    Args:
        expected: people to be expected in the firm.
        needed: people that a firm needs before the group can be measured.
        rates: the group in the table of a firm, a row as from ``metrics.group_rates``.
        people: everybody in that table.
    """
    return paragraphs(
        html(
            "Rechnerisch sind es {}, also {}. Erst unter {} Millionen Menschen wären so viele, dass man messen kann.",
            number(expected, 2),
            strong("niemand"),
            number(needed / 1e6, 1),
        ),
        f"Nehmen wir eine Firma, in deren Formular „Herr“ oder „Frau“ Pflicht ist. Wer beides nicht wählt, gilt "
        f"als unvollständig. Von {number(people)} Bewerbungen tragen {number(rates['n'])} den Eintrag „divers“. "
        f"Eingeladen: {count_of(int(rates['eingeladen']), 'Person', 'Personen')}. Trotzdem passt dazu jede wahre "
        f"Quote von {percent(rates['von'])} bis {percent(rates['bis'])}. Die Zahl beweist nichts, "
        "und doch kommt hier niemand hinein.",
        strong("Diese Gruppe schützt keine Statistik. Gestaltung kann es:"),
    ) + bullets(
        [
            "Die Anrede ist frei. Man darf auch nur den Namen schreiben.",
            "Das Geschlecht ist kein Pflichtfeld. "
            f"Im Kodex steht das als Satzmuster „{PATTERNS['freie_anrede'].title}“ bereit.",
            "Probieren Sie es mit Paaren: Schicken Sie eine Bewerbung zweimal durch das System, einmal mit dem "
            "Eintrag und einmal ohne.",
        ]
    )


def read_there(found: Finding, law: Law) -> Markup:
    """Where the number comes from, and what a court said."""
    return bullets(
        html("{} <cite>({})</cite>", text, source)
        for text, source in ((found.text, found.source), (law.text, law.citation))
    )
