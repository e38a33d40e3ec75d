"""German of unit 4, protect data, write the report: in the order of the page."""

from collections.abc import Sequence

from fairki import company
from fairki.html import Markup, html, paragraphs, strong, table
from fairki.speech import count_of, number, percent

UNIQUE = "Was schätzen Sie: Wie viele von 100 Personen sind mit diesen drei Angaben einmalig?"
OF_100 = "von 100"


def unique(share: float, people: int, combinations: int) -> Markup:
    """How many people three entries identify, how that is computed, and what it means."""
    return paragraphs(
        html("Es sind etwa {}.", strong(f"{number(100 * share)} von 100")),
        f"Gerechnet ist es für {number(people)} Menschen in einem Postleitzahl-Gebiet. "
        f"Es gibt {number(combinations)} Kombinationen aus Geburtsdatum (80 Jahrgänge) und zwei "
        "Geschlechtern. Wir nehmen an, dass alle gleich häufig sind. In Wirklichkeit sind sie es nicht. "
        "Dann ist der Anteil kleiner.",
        "Wer diese Angaben aus einer anderen Quelle kennt, findet die Person wieder. Einen Namen braucht es nicht.",
    )


COLUMNS = "Diese Spalten stehen in der Liste:"
CHOOSE = paragraphs("Wählen Sie eine Spalte und dann noch eine. Wie schnell geht es?")


def alone(columns: int, share: float, people: int) -> Markup:
    """How many of the applicants are alone with the chosen columns."""
    return paragraphs(
        html(
            "Mit {} sind {} Personen einmalig ({}).",
            count_of(columns, "Spalte", "Spalten"),
            strong(f"{number(share * people)} von {number(people)}"),
            percent(share),
        ),
        _hint(share),
    )


def _hint(share: float) -> str:
    if share < 0.01:
        return "Noch haben mindestens 99 von 100 Personen dieselben Angaben wie andere. Welche Spalte kommt dazu?"
    if share < 0.5:
        return "Namen stehen keine in der Liste. Trotzdem ist ein Teil der Menschen schon erkennbar."
    return "Namen stehen keine in der Liste. Trotzdem ist mindestens die Hälfte der Menschen erkennbar."


EPSILON = "Epsilon: je kleiner, desto mehr Schutz"


def noisy(
    groups: Sequence[tuple[str, int, float]], span: float, lost: Sequence[str], smallest: str
) -> Markup:
    """True counts beside noisy ones, and what noise of this strength costs.

    Args:
        groups: name, true count, noisy count.
        span: how large the noise is in 95 of 100 cases at most.
        lost: names of the groups for which that is more than half the count.
        smallest: name of the smallest group.
    """
    if lost == [smallest]:
        verdict = f"Für die Gruppe „{smallest}“ kann der Fehler größer sein als die halbe Zahl."
    elif lost:
        verdict = f"Der Fehler kann größer sein als die halbe Zahl bei: {', '.join(lost)}."
    else:
        verdict = "Bei keiner Gruppe ist der Fehler größer als die halbe Zahl. Dafür ist der Schutz der einzelnen Person schwächer."
    rows = [
        (group, number(count), strong(number(shown)), percent(span / count)) for group, count, shown in groups
    ]
    return table(
        ("Gruppe", "Genau", "Gezeigt", "Fehler bis"),
        rows,
        "fk-groups",
        "Einladungen: genau und mit Rauschen gezeigt",
    ) + paragraphs(
        f"In 95 von 100 Fällen liegt das Rauschen zwischen {number(-span)} und {number(span)}. {verdict}"
    )


WORD = "Prüfbericht als Word-Datei speichern"
MARKDOWN = "Prüfbericht als einfachen Text speichern"
NO_AUDIT = ("Es ist noch nichts geprüft.", "Starten Sie zuerst in Einheit 2 die Prüfung.")
EXAMPLE_SYSTEMS = f"Beispiel: die Systeme aus dem Register {company.current().genitive}"
