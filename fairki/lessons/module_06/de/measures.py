"""German of „Noch mehr Maße“ in unit 3."""

from collections.abc import Mapping

import pandas as pd

from fairki.diagnostics import Fields, OddsRatio
from fairki.html import Markup, framed, grouped, paragraphs
from fairki.lessons.module_06.de.unit_3 import MANY, TODAY, WAYS
from fairki.speech import number, percent, together
from fairki.worlds.world import WOMAN

MEASURE = "Welches Maß möchten Sie sehen?"
MEASURE_FIRST = paragraphs("Wählen Sie ein Maß.")
VALUES, LIKELIHOOD, ERRORS, ODDS, TENTHS = "werte", "likelihood", "fehlerarten", "odds", "zehntel"
MEASURES = [
    [VALUES, "Wie oft stimmt ein Ja, wie oft ein Nein?", "PPV und NPV"],
    [LIKELIHOOD, "Wie viel verrät ein Ja oder ein Nein?", "LR+ und LR−"],
    [ERRORS, "Welche Fehler treffen wen?", "Treatment Equality"],
    [ODDS, "Wie stehen die Chancen?", "Odds Ratio"],
    [TENTHS, "Heißt derselbe Punktwert dasselbe?", "Kalibrierung in Zehnteln"],
]
_MEANS: Mapping[str, str] = {
    VALUES: "Von 100 Zusagen gehen so viele an Geeignete. Von 100 Absagen gehen so viele an Menschen, die nicht geeignet sind.",
    LIKELIHOOD: "Chance heißt hier: Geeignete je nicht Geeignete. LR+ sagt: Mit einem Ja wird sie so viele Male größer. "
    "LR− sagt: Mit einem Nein bleibt dieser Teil von ihr. Bei 1 verrät das Nein nichts.",
    ERRORS: "So viele Geeignete gehen leer aus, wenn eine Person zu Unrecht eingeladen wird. Ist die Zahl in beiden Gruppen "
    "gleich, treffen die Fehler beide gleich.",
}


def measure(picked: str, before: Mapping[str, Fields], after: Mapping[str, Fields]) -> Markup:
    """One of the measures among women and men, today and after the example."""

    def told(one: Fields) -> tuple[str, ...]:
        shown = {
            VALUES: (percent(one.ppv), percent(one.npv)),
            LIKELIHOOD: (number(one.lr_plus, 1), number(one.lr_minus, 2)),
            ERRORS: (number(one.missed_per_wrong, 1),),
        }
        return shown[picked]

    columns = {
        VALUES: ("Ja stimmt", "Nein stimmt"),
        LIKELIHOOD: ("LR+", "LR−"),
        ERRORS: ("Übersehene je falsche Zusage",),
    }
    rows = {
        title: [(MANY[group][1], *told(one)) for group, one in fields.items()]
        for title, fields in ((TODAY, before), (WAYS["angleichen"], after))
    }
    return paragraphs(_MEANS[picked]) + grouped(
        "Gemessen an der wahren Eignung", ("Gruppe", *columns[picked]), rows
    )


def odds(before: OddsRatio, after: OddsRatio) -> Markup:
    """Odds of an invitation for men against those for women."""
    rows = [
        (title, number(one.value, 2), f"{number(one.low, 2)} bis {number(one.high, 2)}")
        for title, one in ((TODAY, before), (WAYS["angleichen"], after))
    ]
    return paragraphs(
        "Die Chance ist die Zahl der Zusagen je Absage. Wir teilen die Chance der Männer durch die der Frauen. "
        "1 heißt: gleiche Chancen."
    ) + framed("Chancen der Männer je Chance der Frauen", ("Programm", "Odds Ratio", "95-%-Bereich"), rows)


TENTH, SAID = "Zehntel", "Programm sagt: einladen"
TENTHS_TITLE = "Derselbe Punktwert heißt bei Frauen und Männern nicht dasselbe."


def suitable(group: str) -> str:
    """Suitable people of a group."""
    return f"{MANY[group][1]}: geeignet"


def tenths(widest: pd.DataFrame) -> Markup:
    """What the score means; ``widest``: the tenth in which the groups are furthest apart, a row per group."""
    rows = [
        (
            MANY[row["gruppe"]][1],
            number(row["n"]),
            f"{percent(row['rate'])} ({number(100 * row['von'])} bis {number(100 * row['bis'])})",
        )
        for row in widest.to_dict("records")
    ]
    return paragraphs(
        "Wir ordnen alle nach dem Punktwert des Programms und teilen sie in zehn gleich große Gruppen. In jedem Zehntel "
        "sagt das Programm über alle etwa dasselbe. Wie viele sind dort wirklich geeignet?",
        f"Am weitesten liegt es im {number(widest['klasse'].iloc[0])}. Zehntel auseinander:",
    ) + framed("Das Zehntel mit dem größten Unterschied", ("Gruppe", "Personen", "Geeignet"), rows)


def tenths_summary(widest: pd.DataFrame) -> str:
    """The tenth in which the groups are furthest apart."""
    parts = together(
        f"{percent(row['rate'])} der {'Frauen' if row['gruppe'] == WOMAN else 'Männer'}"
        for row in widest.to_dict("records")
    )
    return f"Im {number(widest['klasse'].iloc[0])}. Zehntel sind {parts} wirklich geeignet."
