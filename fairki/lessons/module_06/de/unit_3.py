"""German of unit 3, mitigating: in the order of the page."""

from collections.abc import Mapping

import pandas as pd

from fairki.html import Markup, bullets, folded, framed, html, paragraphs, stated, strong
from fairki.lessons.module_06.mitigated import FairFirm, Result
from fairki.metrics import Outcome
from fairki.reference import Law
from fairki.speech import count_of, number, percent, points, together
from fairki.worlds.world import DIVERS, MAN, WOMAN

TODAY = "Programm von heute"
PLACE = "Was glauben Sie: An welcher Stelle lässt sich der Abstand am stärksten mindern?"
PLACES = [
    ["daten", "Bei den Daten"],
    ["lernen", "Beim Lernen"],
    ["entscheidung", "Bei der Entscheidung"],
]
WAYS: Mapping[str, str] = {
    "spalte": "Spalte Geschlecht löschen",
    "gewichte": "Fälle anders gewichten",
    "umschreiben": "Knappe Fälle umschreiben",
    "entflechten": "Geschlecht herausrechnen",
    "angleichen": "Merkmale angleichen",
    "bedingung": "Gleiche Quoten verlangen",
    "ergebnis": "Aus dem Ergebnis lernen",
    "grenzen": "Eine Grenze je Gruppe",
}
"""Way of mitigating → its name."""
_HOW: Mapping[str, tuple[str, str]] = {
    "spalte": (
        "Das Programm sieht das Geschlecht nicht mehr. Sonst ändert sich nichts.",
        "Andere Spalten verraten das Geschlecht trotzdem, zum Beispiel Auszeit und Teilzeit.",
    ),
    "gewichte": (
        "Beim Lernen zählt mehr, was in den alten Daten zu selten vorkommt: Frauen mit Einladung.",
        "Die alten Urteile bleiben stehen.",
    ),
    "umschreiben": (
        "In den alten Daten drehen wir knappe Urteile um, bis beide Quoten gleich sind.",
        "Man ändert alte Daten. Das gehört aufgeschrieben.",
    ),
    "entflechten": (
        "Aus allen Merkmalen rechnen wir heraus, was mit dem Geschlecht steigt oder fällt.",
        "Das Geschlecht muss man auch bei neuen Bewerbungen kennen.",
    ),
    "angleichen": (
        "Jedes Merkmal verteilen wir in beiden Gruppen gleich. Die Reihenfolge in der Gruppe bleibt.",
        "Das Geschlecht muss man auch bei neuen Bewerbungen kennen. Und die Werte passen nicht mehr zu den Unterlagen.",
    ),
    "bedingung": (
        "Das Programm darf nur so lernen, dass es beide Gruppen etwa gleich oft einlädt.",
        "Es mischt mehrere Modelle. Bei knappen Fällen entscheidet das Los.",
    ),
    "ergebnis": (
        "Das Programm lernt nicht, wen die Firma einlud. Es lernt, wer wirklich geeignet war.",
        "Das weiß eine echte Firma selten. Bei Absagen erfährt sie es nie.",
    ),
    "grenzen": (
        "Jede Gruppe bekommt eine eigene Grenze, bis die Quoten etwa gleich sind.",
        "Das Geschlecht zählt offen mit. Und an der Grenze entscheidet das Los.",
    ),
}
"""Way → what it does, and its catch."""


def places(guessed: str, today: float, gaps: Mapping[str, Mapping[str, float]]) -> Markup:
    """What can be reached where.

    Args:
        guessed: the place that was guessed.
        today: the gap of today's program.
        gaps: place → way → the gap it leaves.
    """
    names = dict(PLACES)
    smallest = {place: min(map(abs, ways.values())) for place, ways in gaps.items()}
    best = min(smallest, key=smallest.__getitem__)
    left = [
        html("{} {}", strong(f"{names[place]}:"), _span(list(ways.values()))) for place, ways in gaps.items()
    ]
    return (
        paragraphs(
            html(
                "{} Am kleinsten wird der Abstand hier {}. Aber klein wird er an jeder der drei Stellen.",
                "Ja." if guessed == best else "Nicht ganz.",
                strong(names[best][0].lower() + names[best][1:]),
            ),
            f"Heute liegen Männer um {points(today)} vorn. Danach bleiben:",
        )
        + bullets(left)
        + paragraphs(
            "Ein Minus heißt: Frauen liegen vorn. Auf das Verfahren kommt es mehr an als auf die Stelle."
        )
    )


def _span(gaps: list[float]) -> str:
    """From the largest to the smallest gap of several ways."""
    if len(gaps) == 1:
        return f"{points(gaps[0])} bei einem Verfahren"
    return f"{number(100 * max(gaps), 1)} bis {points(min(gaps))} bei {number(len(gaps))} Verfahren"


WAY = "Welches Verfahren probieren Sie?"
WAY_FIRST = paragraphs("Wählen Sie ein Verfahren. Dann rechnen wir.")
SWAPS = "Wer kommt, wer geht?"
MANY: Mapping[str, tuple[str, str]] = {
    WOMAN: ("Frau", "Frauen"),
    MAN: ("Mann", "Männer"),
    DIVERS: ("Person (divers)", "Personen (divers)"),
}
"""Entry in the form → one and many of these people."""


def verdict(
    way: str, today: Result, now: Result, reached: tuple[bool, bool], too_small: Mapping[str, int]
) -> Markup:
    """Whether the goal is reached, before and after side by side, what the way does, and its catch.

    Args:
        way: the way.
        today, now: without and with it.
        reached: whether the gap is small enough, and whether no fewer suitable people are invited.
        too_small: groups that were too small for a rule of their own, and their people.
    """
    how, catch = _HOW[way]
    gap = now.outcome.gap
    small = (
        f"In den alten Daten stehen {together(f'{number(n)} Personen mit dem Eintrag {name}' for name, n in too_small.items())}: "
        "zu wenige für eine eigene Regel. Für sie gilt die der größten Gruppe."
    )
    sign = {True: "✓", False: "✗"}
    rows = [
        (
            f"{sign[reached[0]]} Abstand in Punkten",
            number(100 * today.outcome.gap.value, 1),
            number(100 * gap.value, 1),
        ),
        (
            f"{sign[reached[1]]} Geeignete unter den Eingeladenen",
            f"{number(today.suitable)} von {number(today.invited)}",
            f"{number(now.suitable)} von {number(now.invited)}",
        ),
    ]
    return (
        paragraphs(
            how,
            html(
                "{} Der Abstand beträgt {}, der 95-%-Bereich reicht von {} bis {}.",
                strong("Ziel erreicht." if all(reached) else "Ziel verfehlt."),
                strong(points(gap.value)),
                number(100 * gap.low, 1),
                number(100 * gap.high, 1),
            ),
        )
        + framed("Heute und danach", ("Ziel", "Heute", "Danach"), rows)
        + paragraphs(html("{} {}", strong("Der Haken:"), catch), small if too_small else "")
    )


def swapped(moved: pd.DataFrame, of: int) -> str:
    """How many invitations go to other people, and what that means for suitable ones."""
    come, go = (moved[moved["new"] == new] for new in (True, False))
    return (
        f"{number(_sum(go))} von {number(of)} Einladungen gehen an andere: "
        f"{number(int(come['right'].sum()))} Geeignete kommen, {number(int(go['wrong'].sum()))} gehen."
    )


def _sum(side: pd.DataFrame) -> int:
    return int(side[["right", "wrong"]].to_numpy().sum())


def everybody(moved: pd.DataFrame) -> list[str]:
    """The groups, in their order."""
    return [MANY[group][1] for group in dict.fromkeys(moved["gruppe"])]


def swaps_table(moved: pd.DataFrame) -> dict[str, list[str] | list[list[str]]]:
    """Who comes in and who goes, by suitability: it is right that suitable ones come in and that others go."""
    rows = []
    for one in moved.to_dict("records"):
        right, wrong = number(one["right"]), number(one["wrong"])
        happens = "neu eingeladen" if one["new"] else "nicht mehr eingeladen"
        counts = (right, wrong) if one["new"] else (wrong, right)
        rows.append([f"{MANY[one['gruppe']][1]}, {happens}", *counts])
    return {"columns": ["Wer", "geeignet", "nicht geeignet"], "rows": rows}


def who_pays(moved: pd.DataFrame) -> str:
    """Who comes in and who goes, and who of them is suitable."""
    come, go = (_people(moved[moved["new"] == new]) for new in (True, False))
    good = int(moved[moved["new"]]["right"].sum())
    lost = int(moved[~moved["new"]]["wrong"].sum())
    return (
        f"Neu dabei: {come}; davon {number(good)} geeignet. Nicht mehr dabei: {go}; davon {number(lost)} geeignet. "
        "Jedes Zeichen ist ein Mensch."
    )


def _people(side: pd.DataFrame) -> str:
    """``101 Frauen und 2 Männer``."""
    counts = {row["gruppe"]: row["right"] + row["wrong"] for row in side.to_dict("records")}
    return together(count_of(n, *MANY[group]) for group, n in counts.items() if n) or "niemand"


YARDSTICK = "Der Abstand ist fast weg. Was glauben Sie: Wie viele Entscheidungen sind dann noch richtig?"
YARDSTICKS = [
    ["weniger", "Weniger als heute"],
    ["gleich", "So viele wie heute"],
    ["mehr", "Mehr als heute"],
]
MEASURED = ("richtig nach den alten Urteilen", "richtig nach wahrer Eignung")
YARDSTICK_COLUMNS = ("Verfahren", "Abstand", "Nach alten Urteilen", "Nach wahrer Eignung")
YARDSTICK_TITLE = "Was Mindern kostet, hängt vom Maßstab ab."
TRUE_OUTCOME = paragraphs(
    "In einer echten Firma fehlt der zweite Maßstab oft. Wer eine Absage bekommt, kann nicht zeigen, was sie oder er "
    "kann. Darum lohnt es sich, Absagen stichprobenweise nachzuprüfen."
)


def gap_note(gap: float) -> str:
    """The gap behind a name."""
    return number(100 * gap, 1)


def costs(hit: bool, way: str, today: Outcome, example: Outcome, better: int, of: int) -> Markup:
    """What mitigating costs on each yardstick.

    Args:
        hit: whether it was guessed.
        way: name of the example.
        today, example: without and with it.
        better: ways with at least as many right decisions as today.
        of: all ways.
    """
    return paragraphs(
        html(
            "{} Mit „{}“ sind {} der Entscheidungen richtig, heute {}. Bei {} von {} Verfahren sind es mindestens so viele wie heute.",
            "Ja, es werden mehr." if hit else "Es werden sogar mehr.",
            way,
            strong(percent(example.as_suitable, 1)),
            percent(today.as_suitable, 1),
            number(better),
            number(of),
        ),
        f"Misst man an den alten Urteilen, sieht es anders aus: {percent(example.as_before, 1)} statt "
        f"{percent(today.as_before, 1)}. Die alten Urteile waren aber selbst einseitig. Wer nur an ihnen misst, hält "
        "eine Verbesserung für einen Fehler.",
    )


def yardstick_summary(today: Outcome, example: Outcome, way: str) -> str:
    """Both yardsticks for today and for the example."""
    return (
        f"{TODAY}: {percent(today.as_before, 1)} richtig nach den alten Urteilen, "
        f"{percent(today.as_suitable, 1)} nach wahrer Eignung. {way}: {percent(example.as_before, 1)} "
        f"und {percent(example.as_suitable, 1)}. In Klammern: Abstand in Punkten."
    )


FAIR = "Was schätzen Sie: Wie viele der 2.000 Menschen bekommen dadurch eine andere Antwort?"
PEOPLE = "Menschen"


def fair(firm: FairFirm) -> Markup:
    """A fair firm that mitigates all the same."""
    before, after = firm.before, firm.after
    return paragraphs(
        html(
            "Es sind {} von {}. Viel gewonnen ist damit nicht: Unter den Eingeladenen sind {} Geeignete "
            "statt {}.",
            strong(number(firm.others)),
            number(firm.of),
            number(firm.suitable_after),
            number(firm.suitable_before),
        ),
        html(
            "{} Der Abstand war schon vorher klein: {}. Der 95-%-Bereich reicht von {} bis {}, er kann also Zufall sein. "
            "Danach sind es {}.",
            strong("Hier war kein Fehler."),
            points(before.value),
            number(100 * before.low, 1),
            number(100 * before.high, 1),
            points(after.value),
        ),
        "Erst messen, dann mindern. Sonst bekommen Menschen ohne Grund eine andere Antwort.",
    )


LAW = "Was glauben Sie: Darf eine Firma für Frauen eine niedrigere Grenze setzen, um alte Nachteile auszugleichen?"
LAWS = [
    ["ja", "Ja. Sie gleicht ja nur aus, was früher schief lief."],
    ["nein", "Nein. Das Geschlecht darf dabei nie zählen."],
    ["pruefen", "Es kann erlaubt sein. Das muss jemand prüfen."],
]


def law(hit: bool, measures: Law, by_group: Law, proof: Law) -> Markup:
    """What the law says about a bar per group.

    Args:
        hit: whether it was guessed.
        measures: on positive measures.
        by_group: on programs that treat groups differently.
        proof: on who has to prove what.
    """
    return (
        paragraphs(
            "So lesen wir es auch." if hit else "So einfach ist es nicht.",
            html("{} <cite>({})</cite>", measures.text, measures.citation),
            "Schreiben Sie darum auf: Wer war benachteiligt, und woher wissen Sie das? Was haben Sie geändert, bis wann, "
            "und wer hat es geprüft?",
        )
        + folded(by_group.title, stated(by_group.text, by_group.citation))
        + folded(proof.title, stated(proof.text, proof.citation))
    )
