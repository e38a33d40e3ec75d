"""German of unit 1, three ways: in the order of the page."""

from collections.abc import Mapping

from fairki import people
from fairki.documents.review_setup import minutes
from fairki.html import Markup, bullets, html, paragraphs, strong
from fairki.lessons.module_06.de.shared import MOVE_THE_SLIDER, comparison
from fairki.people import Band
from fairki.speech import number

WAY = "Was glauben Sie: Welcher Weg macht die wenigsten Fehlentscheidungen?"
WAYS = [
    [people.AUTOMATIC, "Programm allein", "Was das Programm vorschlägt, gilt."],
    [people.HUMAN, "Mensch allein", "Das Team liest Bewerbungen ohne Vorschlag und wählt selbst aus."],
    [
        people.COMBINED,
        "Mensch mit Vorschlag",
        "Das Team prüft einen Teil der Vorschläge und darf sie ändern.",
    ],
]
GUESS_FIRST = paragraphs("Schätzen Sie zuerst. Dann erscheint hier das Bild.")
WAYS_TITLE = "Ohne Team lädt das Programm zu wenige Frauen ein."
MORE = "Was glauben Sie: Was wird aus den Fehlentscheidungen, wenn das Team alle Vorschläge prüft?"
MORE_OPTIONS = [
    ["weniger", "Es werden noch weniger."],
    ["gleich", "Es bleiben etwa gleich viele."],
    ["mehr", "Es werden wieder mehr."],
]
CASES = "So viele Vorschläge nahe an der Grenze prüft das Team"
CASES_FIRST = paragraphs(MOVE_THE_SLIDER)
SETTING = "Ihr Regler"


def ways(
    hit: bool, best: str, wrong: float, measures: Mapping[str, Mapping[str, Band]], hours: float
) -> Markup:
    """Which way makes the fewest wrong decisions, all of them side by side, and under which conditions.

    Args:
        hit: whether it was guessed.
        best: its name.
        wrong: its wrong decisions a year.
        measures: measure → way → its years.
        hours: what people alone take in a year.
    """
    return (
        paragraphs(
            html(
                "{}: Am wenigsten Fehlentscheidungen macht der Weg {}, im Mittel {} im Jahr.",
                "Ja" if hit else "Hier nicht",
                strong(f"„{best}“"),
                number(wrong),
            )
        )
        + comparison("Drei Wege in 20 Jahren", measures)
        + paragraphs(
            "Das Versprechen hält hier also. "
            "Das gilt für ein Team, das fair urteilt und genug Zeit hat. Das Programm allein kostet keine Stunde. "
            f"Der Mensch allein braucht {number(hours)} Stunden und wird dabei müde."
        )
    )


def assumptions() -> Markup:
    """What the experiment assumes about people at work, to unfold."""
    items = [
        f"Wer sorgfältig liest, braucht {minutes(people.CAREFUL_MINUTES)} für einen Fall. "
        "Mit halb so viel Zeit wird das Urteil doppelt so ungenau.",
        f"Das Team hat {number(people.FRESH_HOURS)} Stunden volle Aufmerksamkeit. "
        f"Danach ist es müde. Sein Urteil wird {number(people.TIRED)}-mal so ungenau.",
        f"Durchwinken dauert {minutes(people.GLANCE_MINUTES)}.",
        "Das Programm hat aus alten Einladungen der Firma gelernt, ohne die Spalte Geschlecht.",
    ]
    return html(
        '<details class="fairki"><summary>Was wir über Menschen bei der Arbeit annehmen</summary>{}{}</details>',
        bullets(items),
        paragraphs("Diese Zahlen haben wir gewählt, nicht gemessen. In Ihrer Firma können sie anders sein."),
    )


def more(
    hit: bool, cases: int, some: Mapping[str, float], all_: Mapping[str, float], by_lot: float
) -> Markup:
    """What becomes of the wrong decisions when everything is reviewed.

    Args:
        hit: whether that was guessed.
        cases: how many the example reviews.
        some, all_: means of ``wrong`` and ``hours`` for the example and for everything.
        by_lot: wrong decisions when as many cases are drawn by lot.
    """
    return paragraphs(
        html("{}: Es werden {}.", "Richtig" if hit else "Es kommt anders", strong("wieder mehr")),
        f"Mit {number(cases)} geprüften Fällen sind es im Mittel {number(some['wrong'])} Fehlentscheidungen, "
        f"mit allen Fällen {number(all_['wrong'])}. Dabei arbeitet das Team {number(all_['hours'])} statt "
        f"{number(some['hours'])} Stunden. In der zweiten Hälfte ist es müde.",
        "Weniger Fälle, aber gut geprüft, sind hier also besser. Und es kommt darauf an, welche: Hätte das Team "
        f"{number(cases)} Fälle nach dem Los geprüft statt die nahe an der Grenze, wären es {number(by_lot)}.",
    )


def capacity(measures: Mapping[str, Mapping[str, Band]], tired: bool) -> Markup:
    """What the chosen number of cases brings."""
    return comparison("Ein faires Team mit 6 Minuten je Fall", measures) + paragraphs(
        "Ein Teil der Fälle wird jetzt müde gelesen."
        if tired
        else "Das Team bleibt noch aufmerksam bis zum Schluss."
    )
