"""The world ``kredite``: people who borrowed money, and who paid back.

Here the groups really differ: younger borrowers default more often. That alone is enough to make definitions
of fairness exclude each other (Chouldechova 2017; Kleinberg, Mullainathan and Raghavan 2016), without anybody
being treated unfairly on purpose. Gender has no influence at all. Effect sizes are chosen to be visible; they
are not estimates of reality.
"""

import numpy as np
import pandas as pd

from fairki import company, speech
from fairki.worlds import draw, sheet
from fairki.worlds.world import DIVERS, GENDERS, MAN, WOMAN, Column

NAME = "kredite"
TITLE = f"Ratenkredite der Partnerbank {company.current().genitive}"

OLDER, YOUNGER = "ab 30", "unter 30"
GROUP, GROUPS = "altersgruppe", (OLDER, YOUNGER)
LABEL, TRUTH = "ausgefallen", "ausgefallen"

SHARE_YOUNGER = 0.35
"""Share of borrowers under 30."""
SHARE_WOMEN, SHARE_DIVERS = 0.50, 0.01
"""Shares of the gender entries weiblich and divers; the rest is männlich."""
DEFAULT_RATE = {OLDER: 0.10, YOUNGER: 0.18}
"""How many borrowers of each age group do not pay back."""
RISK_SPREAD = 1.3
"""Spread of the risk (log-odds of default) within a group."""
RISK_MEAN = {OLDER: -2.786358, YOUNGER: -1.964828}
"""Mean risk of each group: the one that leads to ``DEFAULT_RATE``."""

INTEREST, LOSS = 600, 2500
"""What the bank earns with a loan that is paid back, and loses with one that is not, in Euro."""
BREAK_EVEN = INTEREST / (INTEREST + LOSS)
"""Probability of default from which on a loan loses money on average."""

INCOME_LOG_MEAN, INCOME_SLOPE, INCOME_NOISE = 7.9, -0.20, 0.25
"""Logarithm of the income in Euro per month: mean, change per unit of risk, spread beyond it."""
RENT_MEAN, RENT_SLOPE, RENT_NOISE = 0.33, 0.05, 0.06
"""Rent as a share of income: mean, change per unit of risk, spread beyond it."""
REMINDERS_LOG_MEAN, REMINDERS_SLOPE = -1.2, 0.6
"""Reminders are Poisson; logarithm of the mean: at average risk, change per unit of risk."""
YEARS_MEAN, YEARS_SLOPE, YEARS_NOISE = 7.0, -1.6, 2.5
"""Years with the present employer: mean, change per unit of risk, spread beyond it."""
YEARS_LESS = {OLDER: 0.0, YOUNGER: 1.5}
"""Years with the employer that a group has less at the same risk."""
CHILDREN_MEAN = {OLDER: 1.1, YOUNGER: 0.7}
"""Mean number of children; it says nothing about the risk within a group."""

FINANCES = ("einkommen", "mietanteil", "mahnungen", "jahre_beschaeftigt")
"""Columns that say something about the risk."""
FEATURES = ("altersgruppe", "geschlecht", *FINANCES, "kinder")

COLUMNS = {
    "nummer": Column("Nummer", "", "Laufende Nummer des Kredits"),
    "altersgruppe": Column("Altersgruppe", "", "Alter beim Antrag: unter 30 oder ab 30 Jahren"),
    "geschlecht": Column("Geschlecht", "", "Angabe im Kreditantrag: weiblich, männlich oder divers"),
    "einkommen": Column("Einkommen", "Euro im Monat", "Nettoeinkommen, auf 10 Euro gerundet"),
    "mietanteil": Column("Mietanteil", "Anteil", "Miete geteilt durch Einkommen", 2),
    "mahnungen": Column("Mahnungen", "Anzahl", "Mahnungen in den letzten zwei Jahren"),
    "jahre_beschaeftigt": Column("Jahre beschäftigt", "Jahre", "Jahre beim jetzigen Arbeitgeber", 1),
    "kinder": Column("Kinder", "Anzahl", "Kinder im Haushalt"),
    "risiko": Column(
        "Wahres Ausfallrisiko",
        "Anteil",
        "Wahrscheinlichkeit, mit der die Person nicht zurückzahlt; im echten Leben kennt man sie nicht",
        4,
    ),
    "ausgefallen": Column("Ausgefallen", "", "1: hat nicht zurückgezahlt, 0: hat zurückgezahlt"),
}

LABELS = {name: column.label for name, column in COLUMNS.items()}
"""Column → German label for screens."""


def generate(n: int = 4000, seed: int = 2026) -> pd.DataFrame:
    """``n`` loans with the columns of ``COLUMNS``, one row per borrower."""
    rng = np.random.default_rng(seed)
    age = draw.groups(rng, n, {YOUNGER: SHARE_YOUNGER}, rest=OLDER)
    risk = draw.by_group(age, RISK_MEAN) + RISK_SPREAD * draw.normal_within(rng, age, GROUPS)
    above = risk - RISK_MEAN[OLDER]
    income = np.exp(INCOME_LOG_MEAN + INCOME_SLOPE * above + rng.normal(0, INCOME_NOISE, n))
    rent = RENT_MEAN + RENT_SLOPE * above + rng.normal(0, RENT_NOISE, n)
    years = YEARS_MEAN + YEARS_SLOPE * above + rng.normal(0, YEARS_NOISE, n) - draw.by_group(age, YEARS_LESS)
    probability = draw.logistic(risk)
    return pd.DataFrame(
        {
            "nummer": np.arange(1, n + 1),
            "altersgruppe": age,
            "geschlecht": draw.groups(rng, n, {WOMAN: SHARE_WOMEN, DIVERS: SHARE_DIVERS}, rest=MAN),
            "einkommen": (10 * np.round(income / 10)).astype(int),
            "mietanteil": np.clip(rent, 0, 1).round(2),
            "mahnungen": rng.poisson(np.exp(REMINDERS_LOG_MEAN + REMINDERS_SLOPE * above)),
            "jahre_beschaeftigt": np.maximum(0, years).round(1),
            "kinder": rng.poisson(draw.by_group(age, CHILDREN_MEAN)),
            "risiko": probability.round(4),
            "ausgefallen": draw.yes_within(rng, probability, age, GROUPS),
        }
    )


def profit(declined, defaulted) -> float:
    """What the bank earns, in Euro.

    Args:
        declined: 1/0 per person; a loan that is not given neither earns nor loses anything.
        defaulted: 1/0 per person, or the probability of default for the profit to be expected.
    """
    declined, defaulted = np.asarray(declined), np.asarray(defaulted)
    return float(((1 - declined) * (INTEREST * (1 - defaulted) - LOSS * defaulted)).sum())


def datasheet(table: pd.DataFrame) -> dict[str, str]:
    """German Markdown sections after Gebru et al. (2021), figures computed from ``table``."""
    number, percent = speech.number, speech.percent
    cells = table.groupby(["altersgruppe", "geschlecht"])["ausgefallen"].agg(["size", "mean"])
    by_age = table.groupby("altersgruppe")["ausgefallen"].agg(["size", "mean"])
    groups = sheet.rows(
        ("Altersgruppe", "Personen", "ausgefallen"),
        [(g, number(by_age.loc[g, "size"]), percent(by_age.loc[g, "mean"], 1)) for g in GROUPS],
    )
    small = int(cells.xs(DIVERS, level="geschlecht")["size"].sum())
    genders = table.groupby("geschlecht")["ausgefallen"].mean()
    return sheet.sections(
        motivation=(
            "Die Tabelle gehört zum Kurs „Fairer und kluger KI-Einsatz“. Sie zeigt, warum sich mehrere"
            " Vorstellungen von Fairness nicht zugleich erfüllen lassen, wenn sich die Gruppen wirklich"
            " unterscheiden."
        ),
        composition=(
            f"{number(len(table))} erfundene Kredite, eine Person je Zeile, bei einer erfundenen Bank. Angaben"
            f" echter Menschen sind nicht enthalten; kein Wert fehlt.\n\n{groups}\n\n"
            "Das Geschlecht hat in dieser Tabelle keinen Einfluss. Die Ausfallquoten"
            f" ({', '.join(f'{g} {percent(genders[g], 1)}' for g in GENDERS)}) unterscheiden sich nur durch"
            f" Zufall, und bei {speech.count_of(small, 'Person', 'Personen')} mit dem Eintrag „divers“ ist der"
            " Zufall groß. Trotzdem gehört die Gruppe in jede Auswertung, mit ihrer Unsicherheit."
        ),
        creation=(
            "Ein Zufallsgenerator mit festem Startwert erzeugt die Tabelle; derselbe Startwert ergibt"
            " dieselbe Tabelle (`fairki.worlds.credit.generate`). Zuerst bekommt jede Person ein"
            " Ausfallrisiko. Einkommen, Mietanteil, Mahnungen und Jahre beim Arbeitgeber hängen davon ab,"
            " dazu kommt Zufall. Personen unter 30 sind bei gleichem Risiko im Mittel"
            f" {number(YEARS_LESS[YOUNGER], 1)} Jahre kürzer beschäftigt und haben weniger Kinder. Anders als"
            " im echten Leben bekamen alle Personen den Kredit: Man kennt also von allen das Ergebnis."
        ),
        unfairness=(
            "Niemand wurde absichtlich benachteiligt. Aber die Gruppen haben verschiedene Ausfallquoten:"
            f" {percent(DEFAULT_RATE[OLDER])} ab 30 und {percent(DEFAULT_RATE[YOUNGER])} unter 30 Jahren. Eine"
            " gemeinsame Grenze lehnt deshalb mehr junge Menschen ab, auch solche, die zurückgezahlt hätten."
            f" Ein zurückgezahlter Kredit bringt der Bank {speech.euros(INTEREST)}, ein ausgefallener kostet"
            f" {speech.euros(LOSS)}. Sie lehnt ab, wenn die geschätzte Ausfallwahrscheinlichkeit mindestens"
            f" {percent(BREAK_EVEN, 1)} beträgt. Alle Effekte sind mit Absicht deutlich gewählt. Sie sind"
            " keine Schätzung der Wirklichkeit."
        ),
        purpose=(
            "Zum Lernen und Üben: Fehlerarten je Gruppe vergleichen, Grenzwerte verschieben, den Preis jeder"
            " Fairness-Definition ausrechnen und abwägen."
        ),
        misuse=(
            "nicht, um ein Modell für echte Kredite zu trainieren oder zu prüfen",
            "nicht als Beleg dafür, wie oft junge Menschen Kredite nicht zurückzahlen",
            "nicht als Vorlage für Preise oder Grenzen einer echten Bank",
        ),
    )
