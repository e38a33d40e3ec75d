"""The world ``versorgung``: insured people, what they cost and what they would have needed.

People in the countryside need more care on average and got less of it at the same need, because the way to a
practice is long. Costs are therefore no measure of need. The model is Obermeyer et al. (Science 2019). Effect
sizes are chosen to be visible; they are not estimates of reality.
"""

import numpy as np
import pandas as pd

from fairki import speech
from fairki.worlds import draw, need, sheet
from fairki.worlds.world import Column

NAME = "versorgung"
TITLE = "Versicherte einer erfundenen Krankenkasse"

TOWN, COUNTRY = "Stadt", "Land"
GROUP, GROUPS = "wohnort", (TOWN, COUNTRY)
LABEL, TRUTH = "kosten", "dringend"

EUROS = 1500
"""Euro for one unit of need."""
WAY_MEAN = {TOWN: 10.0, COUNTRY: 35.0}
"""Middle of the minutes to the nearest practice; it says nothing about need."""
WAY_NOISE = 0.4
"""Spread of the logarithm of these minutes."""

STAND_INS = ("weg_minuten",)
"""Columns that say nothing about need, but something about where somebody lives."""
FEATURES = ("wohnort", "erkrankungen", "notaufnahmen", "kosten_vorjahr", *STAND_INS)

COLUMNS = {
    "nummer": Column("Nummer", "", "Laufende Nummer der versicherten Person"),
    "wohnort": Column("Wohnort", "", "Stadt oder Land"),
    "erkrankungen": Column("Erkrankungen", "Anzahl", "Bekannte chronische Erkrankungen"),
    "notaufnahmen": Column("Notaufnahmen", "Anzahl", "Aufnahmen in einer Notfallambulanz"),
    "weg_minuten": Column("Weg zur Praxis", "Minuten", "Weg zur nächsten Arztpraxis"),
    "kosten_vorjahr": Column("Kosten im Vorjahr", "Euro", "Behandlungskosten im Jahr davor"),
    "kosten": Column("Kosten", "Euro", "Behandlungskosten in diesem Jahr"),
    "bedarf": Column(
        "Tatsächlicher Bedarf",
        "Euro",
        "Kosten der Behandlung, die nötig gewesen wäre; im echten Leben kennt man sie nicht",
    ),
    "dringend": Column("Dringend", "", "1: gehört zu den 3 % mit dem größten Bedarf"),
}

LABELS = {name: column.label for name, column in COLUMNS.items()}
"""Column → German label for screens."""


def generate(n: int = 10_000, seed: int = 2026, setting: need.Setting = need.STUDY) -> pd.DataFrame:
    """``n`` insured people with the columns of ``COLUMNS``; ``setting`` says how their groups differ."""
    rng = np.random.default_rng([seed, 1])  # other people than in the world anfragen, which draws alike
    people = need.people(rng, n, TOWN, COUNTRY, EUROS, setting)
    way = draw.by_group(people.group, WAY_MEAN) * np.exp(rng.normal(0, WAY_NOISE, n))
    return pd.DataFrame(
        {
            "nummer": np.arange(1, n + 1),
            "wohnort": people.group,
            "erkrankungen": people.signs,
            "notaufnahmen": people.emergencies,
            "weg_minuten": np.rint(way).astype(int),
            "kosten_vorjahr": people.effort_before,
            "kosten": people.effort,
            "bedarf": people.need,
            "dringend": people.urgent,
        }
    )


def datasheet(table: pd.DataFrame) -> dict[str, str]:
    """German Markdown sections after Gebru et al. (2021), figures computed from ``table``."""
    number, percent = speech.number, speech.percent
    by_home = table.groupby("wohnort")
    people, urgent = by_home.size(), by_home["dringend"].mean()
    means = by_home[["bedarf", "kosten", "weg_minuten"]].mean()
    groups = sheet.rows(
        ("Wohnort", "Personen", "Bedarf in Euro", "Kosten in Euro", "dringend"),
        [
            (
                g,
                number(people[g]),
                number(means.loc[g, "bedarf"]),
                number(means.loc[g, "kosten"]),
                percent(urgent[g], 1),
            )
            for g in GROUPS
        ],
    )
    return sheet.sections(
        motivation=(
            "Die Tabelle gehört zum Kurs „Fairer und kluger KI-Einsatz“. Sie zeigt, was geschieht, wenn ein"
            " Modell die Menschen finden soll, die am meisten Hilfe brauchen, und dafür Kosten vorhersagt."
            " Vorbild ist eine Studie von Obermeyer und anderen (Science, 2019)."
        ),
        composition=(
            f"{number(len(table))} erfundene Versicherte, eine Person je Zeile. Angaben echter Menschen sind"
            f" nicht enthalten; kein Wert fehlt.\n\n{groups}"
        ),
        creation=(
            "Ein Zufallsgenerator mit festem Startwert erzeugt die Tabelle; derselbe Startwert ergibt"
            " dieselbe Tabelle (`fairki.worlds.care.generate`). Zuerst bekommt jede Person einen Bedarf; auf"
            f" dem Land ist er im Mittel {number(need.MORE_NEED, 2)}-mal so hoch. Erkrankungen und"
            " Notaufnahmen hängen nur vom Bedarf ab, dazu kommt Zufall. Der Weg zur Praxis hängt nur vom"
            f" Wohnort ab: im Mittel {number(means.loc[TOWN, 'weg_minuten'])} Minuten in der Stadt und"
            f" {number(means.loc[COUNTRY, 'weg_minuten'])} auf dem Land."
        ),
        unfairness=(
            "Auf dem Land wurde bei gleichem Bedarf nur das"
            f" {number(need.DAMPING, 2)}-Fache ausgegeben, in diesem Jahr und im Vorjahr. Ein Modell, das"
            " Kosten vorhersagt, hält Menschen auf dem Land deshalb für gesünder, als sie sind. Alle"
            " Effekte sind mit Absicht deutlich gewählt. Sie sind keine Schätzung der Wirklichkeit."
        ),
        purpose=(
            "Zum Lernen und Üben: prüfen, ob ein Zielwert das misst, worum es geht; Kosten und Bedarf"
            " auseinanderhalten."
        ),
        misuse=(
            "nicht, um ein Modell für echte Kranke zu trainieren oder zu prüfen",
            "nicht als Beleg dafür, wie gut Menschen in Stadt und Land versorgt sind",
            "nicht für Aussagen über Krankheiten und ihre Kosten",
        ),
    )
