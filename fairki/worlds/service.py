"""The world ``anfragen``: customers of the company and the minutes that the service spent on them.

Customers who do not write in German need more help on average and got less of it at the same need. Minutes
spent are therefore no measure of need. Effect sizes are chosen to be visible; they are not estimates of
reality.
"""

import numpy as np
import pandas as pd

from fairki import company, speech
from fairki.worlds import draw, need, sheet
from fairki.worlds.world import Column

NAME = "anfragen"
TITLE = f"Anfragen an den Kundendienst {company.current().genitive}"

GERMAN, OTHER = "Deutsch", "andere Sprache"
GROUP, GROUPS = "sprache", (GERMAN, OTHER)
LABEL, TRUTH = "minuten", "dringend"

MINUTES = 30
"""Minutes of work for one unit of need."""
CHANNEL_SHARES = {
    GERMAN: {"Telefon": 0.60, "E-Mail": 0.30, "Formular": 0.10},
    OTHER: {"Telefon": 0.10, "E-Mail": 0.35, "Formular": 0.55},
}
"""How customers get in touch; it says nothing about need."""

STAND_INS = ("kanal",)
"""Columns that say nothing about need, but something about the language."""
FEATURES = ("sprache", "stoerungen", "notfaelle", "minuten_vorjahr", *STAND_INS)

COLUMNS = {
    "nummer": Column("Nummer", "", "Laufende Nummer der Kundin oder des Kunden"),
    "sprache": Column("Sprache", "", "Sprache der Anfragen: Deutsch oder eine andere"),
    "stoerungen": Column("Störungen", "Anzahl", "Gemeldete Störungen an den Maschinen"),
    "notfaelle": Column("Notfälle", "Anzahl", "Fälle, in denen eine Maschine stillstand"),
    "kanal": Column("Kanal", "", "Meist benutzter Weg: Telefon, E-Mail oder Formular"),
    "minuten_vorjahr": Column(
        "Minuten im Vorjahr", "Minuten", "Arbeitszeit des Kundendienstes im Jahr davor"
    ),
    "minuten": Column("Minuten", "Minuten", "Arbeitszeit des Kundendienstes in diesem Jahr"),
    "bedarf": Column(
        "Tatsächlicher Bedarf",
        "Minuten",
        "Arbeitszeit, die nötig gewesen wäre; im echten Leben kennt man sie nicht",
    ),
    "dringend": Column("Dringend", "", "1: gehört zu den 3 % mit dem größten Bedarf"),
}

LABELS = {name: column.label for name, column in COLUMNS.items()}
"""Column → German label for screens."""


def generate(n: int = 10_000, seed: int = 2026, setting: need.Setting = need.STUDY) -> pd.DataFrame:
    """``n`` customers with the columns of ``COLUMNS``; ``setting`` says how their groups differ."""
    rng = np.random.default_rng(seed)
    people = need.people(rng, n, GERMAN, OTHER, MINUTES, setting)
    channel = {group: draw.pick(rng, shares, n) for group, shares in CHANNEL_SHARES.items()}
    return pd.DataFrame(
        {
            "nummer": np.arange(1, n + 1),
            "sprache": people.group,
            "stoerungen": people.signs,
            "notfaelle": people.emergencies,
            "kanal": np.where(people.group == OTHER, channel[OTHER], channel[GERMAN]),
            "minuten_vorjahr": people.effort_before,
            "minuten": people.effort,
            "bedarf": people.need,
            "dringend": people.urgent,
        }
    )


def datasheet(table: pd.DataFrame) -> dict[str, str]:
    """German Markdown sections after Gebru et al. (2021), figures computed from ``table``."""
    number, percent = speech.number, speech.percent
    by_language = table.groupby("sprache")
    people, urgent = by_language.size(), by_language["dringend"].mean()
    means = by_language[["bedarf", "minuten"]].mean()
    groups = sheet.rows(
        ("Sprache", "Personen", "Bedarf in Minuten", "erhaltene Minuten", "dringend"),
        [
            (
                g,
                number(people[g]),
                number(means.loc[g, "bedarf"], 1),
                number(means.loc[g, "minuten"], 1),
                percent(urgent[g], 1),
            )
            for g in GROUPS
        ],
    )
    return sheet.sections(
        motivation=(
            "Die Tabelle gehört zum Kurs „Fairer und kluger KI-Einsatz“. Sie zeigt, was geschieht, wenn ein"
            " Modell Aufgaben nach Dringlichkeit ordnen soll und dafür lernt, wie viel Zeit bisher"
            " aufgewendet wurde. Aufgewendete Zeit ist nicht dasselbe wie Bedarf."
        ),
        composition=(
            f"{number(len(table))} erfundene Kundinnen und Kunden, je Zeile eine Person mit ihren Anfragen"
            f" eines Jahres, {sheet.at_company()}."
            f" Angaben echter Menschen sind nicht enthalten; kein Wert fehlt.\n\n{groups}"
        ),
        creation=(
            "Ein Zufallsgenerator mit festem Startwert erzeugt die Tabelle; derselbe Startwert ergibt"
            " dieselbe Tabelle (`fairki.worlds.service.generate`). Zuerst bekommt jede Person einen Bedarf;"
            f" bei anderen Sprachen ist er im Mittel {number(need.MORE_NEED, 2)}-mal so hoch. Störungen und"
            " Notfälle hängen nur vom Bedarf ab, dazu kommt Zufall. Der Kanal hängt nur mit der Sprache"
            " zusammen."
        ),
        unfairness=(
            "Wer nicht auf Deutsch schreibt, bekam bei gleichem Bedarf nur das"
            f" {number(need.DAMPING, 2)}-Fache der Zeit, in diesem Jahr und im Vorjahr. Ein Modell, das"
            " Minuten vorhersagt, hält diese Anfragen deshalb für weniger dringend, als sie sind. Alle"
            " Effekte sind mit Absicht deutlich gewählt. Sie sind keine Schätzung der Wirklichkeit."
        ),
        purpose=(
            "Zum Lernen und Üben: prüfen, ob ein Zielwert das misst, worum es geht; Aufgaben nach Bedarf statt"
            " nach Gewohnheit ordnen."
        ),
        misuse=(
            "nicht, um ein Modell für einen echten Kundendienst zu trainieren oder zu prüfen",
            "nicht als Beleg dafür, wie viel Hilfe Menschen mit einer anderen Sprache brauchen",
            "nicht, um die Arbeit von Beschäftigten zu messen",
        ),
    )
