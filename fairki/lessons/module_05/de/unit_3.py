"""German of unit 3, two hundred answers: in the order of the page."""

from collections.abc import Mapping, Sequence

import pandas as pd

from fairki import company
from fairki.company import letters
from fairki.feedback import reply, survey
from fairki.html import NOTHING, Markup, box, bullets, framed, html, icon, only_heard, paragraphs, strong
from fairki.speech import count_of, number, together

RESPONSE_COLUMNS = ["Gruppe", "Rücklauf"]
RESPONSE_TITLE = "Nicht alle Gruppen haben gleich oft geantwortet."
RESPONSE_AXIS = "Anteil, der geantwortet hat"
STATEMENT = "Welche Aussage?"

LETTER = {
    "anfang": (
        "Wie fängt der Brief an?",
        [
            ["kurz", "Vielen Dank für Ihre Bewerbung. Leider müssen wir Ihnen heute absagen."],
            [
                "amt",
                "Bezugnehmend auf Ihre Bewerbung teilen wir Ihnen unter Berücksichtigung aller Umstände mit, dass wir "
                "Ihnen seitens der Personalabteilung leider keine positive Rückmeldung geben können.",
            ],
        ],
    ),
    "grund": (
        "Was steht zum Grund darin?",
        [
            ["leer", "Nach sorgfältiger Prüfung haben wir uns anderweitig entschieden."],
            [
                "klar",
                "Den Ausschlag gab der Eignungstest. So hätte es gereicht: {way}.",
            ],
            ["nichts", "(Der Brief nennt keinen Grund.)"],
        ],
    ),
    "ki": (
        "Was steht zum Programm darin?",
        [
            [
                "ja",
                "Über Ihre Bewerbung hat ein Programm entschieden. Nach Ihrem Einspruch hat ein Mensch alles "
                "noch einmal geprüft.",
            ],
            ["nichts", "(Das Programm kommt nicht vor.)"],
        ],
    ),
    "schluss": (
        "Wie geht es für die Person weiter?",
        [
            ["wunsch", "Wir wünschen Ihnen für Ihren weiteren Weg alles Gute."],
            [
                "weg",
                f"Sehen Sie das anders? Dann schreiben Sie uns bis zum 3. Dezember: einspruch@{company.current().domain}. "
                "Eine Person, die noch nicht beteiligt war, liest Ihre Bewerbung noch einmal.",
            ],
        ],
    ),
}
"""The parts of a letter: key → question, options (key, text with blanks); „nichts“ leaves the part out."""
WHICH = "Welchen Brief schreiben Sie? Ohne Auswahl ist es der erste."
OCCASION = paragraphs(
    "Der Brief geht an Sofia Wagner. Ihr Einspruch war nicht berechtigt. Trotzdem verdient sie eine gute Antwort."
)
LEFT_OUT = letters.NOTHING
SALUTATION = "Wie reden Sie die Person an?"
OWN = "Schreiben Sie den Brief selbst"
OWN_HINT = "Was hier steht, geht vor. Es kommt als Vorlage in Ihren Feedback-Plan."
GREETING = "Guten Tag {name}"
"""What stands above a letter unless somebody writes another salutation: it fits everybody."""
ADDRESSES = ("Sie ", "Ihr", "Ihnen ")
"""How a sentence begins that keeps its capital letter after the comma of a salutation."""


def everybody(mean: float, asked: int) -> str:
    """The question about all who were asked; ``mean`` is that of the answers."""
    return (
        f"Bei „{survey.QUESTIONS[survey.FAIR]}“ liegt das Mittel der Antworten bei {_mean(mean)}. "
        f"Was schätzen Sie: Wo liegt es bei allen {number(asked)} Befragten?"
    )


def four_ways(
    naive: survey.Mean, weighted: survey.Mean, possible: tuple[float, float], truth: float, asked: int
) -> Markup:
    """The mean of the answers, and what can be said about everybody who was asked.

    Args:
        naive, weighted, possible, truth: as the functions of these names in ``survey`` return them.
        asked: how many people.
    """
    rows = [
        (f"Nur die {number(naive.n)} Antworten", _spread(naive.low, naive.high, naive.value)),
        ("Jede Gruppe nach ihrer Größe gezählt", _spread(weighted.low, weighted.high, weighted.value)),
        ("Die Stillen könnten alles denken", _between(*possible)),
        (f"Alle {number(asked)} Befragten", strong(_mean(truth))),
    ]
    missed = not naive.low <= truth <= naive.high
    return (
        paragraphs(
            html(
                "Bei allen liegt der Wert bei {}, bei den Antworten bei {}. Das wissen wir nur, weil diese Menschen "
                "erfunden sind.",
                strong(_mean(truth)),
                _mean(naive.value),
            )
        )
        + framed("Vier Arten, die Umfrage zu lesen", ("So gelesen", "Mittel und Bereich"), rows, numbers=True)
        + paragraphs(
            "Der wahre Wert liegt nicht im Bereich der ersten Zeile. Viele Antworten helfen wenig, wenn bestimmte "
            "Menschen fehlen."
            if missed
            else "Der wahre Wert liegt im Bereich der ersten Zeile. Darauf verlassen kann man sich nicht."
        )
    )


def response(groups: pd.DataFrame) -> str:
    """Who answered, in one sentence (``groups`` as from ``survey.by_group``)."""
    parts = [
        f"{row['gruppe']} {number(row['antworten'])} von {number(row['gefragt'])}"
        for row in groups.to_dict("records")
    ]
    return f"Geantwortet haben: {', '.join(parts)}."


def groups_later() -> Markup:
    """No statement is chosen yet."""
    return paragraphs("Wählen Sie eine Aussage. Dann sehen Sie jede Gruppe für sich.")


def groups(found: pd.DataFrame) -> Markup:
    """The mean of each group with its interval; small groups get no figure of their own.

    Args:
        found: as from ``survey.by_group``.
    """
    rows = [
        (
            f"{row['gruppe']} ({count_of(row['antworten'], 'Antwort', 'Antworten')})",
            "zu klein" if row["zu_klein"] else _spread(row["von"], row["bis"], row["mittel"]),
        )
        for row in found.to_dict("records")
    ]
    small = [str(row["gruppe"]) for row in found.to_dict("records") if row["zu_klein"]]
    return framed(
        "Mittel je Gruppe, 1 bis 5", ("Gruppe", "Mittel und Bereich"), rows, numbers=True
    ) + paragraphs(
        f"Zu klein für eine Zahl: {together(small)}. Gerade dort wäre es wichtig. Mit diesen "
        "Menschen sollte jemand sprechen, dem sie vertrauen."
        if small
        else ""
    )


def themes(found: pd.DataFrame) -> Markup:
    """What people wrote, with one sentence as an example (``found`` as from ``survey.themes``)."""
    written = found[found["anzahl"] > 0]
    rows = [
        (
            html('{}<br><span style="font-weight: 400">„{}“</span>', row["name"], row["beispiel"]),
            number(row["anzahl"]),
        )
        for row in written.to_dict("records")
    ]
    return framed(
        "Themen der freien Antworten", ("Worum es geht", "Wie oft"), rows, numbers=True
    ) + paragraphs(
        f"„{written.iloc[-1]['name']}“ steht ganz unten. Ist es deshalb unwichtig? Auch hier gilt: Wer Angst hat, "
        "schreibt sie vielleicht nicht auf. Ein einziger Satz kann wichtiger sein als zehn freundliche."
    )


def _mean(value: float) -> str:
    return number(value, 1)


def _between(low: float, high: float) -> str:
    return f"{_mean(low)} bis {_mean(high)}"


def _spread(low: float, high: float, value: float) -> Markup:
    return html("{}<br>{}", strong(_mean(value)), _between(low, high))


def salutation(person: str) -> str:
    """The hint about how to address this person."""
    return (
        f"Lassen Sie das Feld leer, dann steht da: „{GREETING.format(name=person)}“. Das passt für alle. „Frau“ oder "
        "„Herr“ passt nur, wenn Sie wissen, dass die Person so angeredet werden möchte."
    )


def letter_parts(way: str) -> dict[str, tuple[str, list[list[str]]]]:
    """The parts of a letter: part → question, options (key, text).

    Args:
        way: what would have been enough for this person.
    """
    return {
        part: (question, [[key, text.format(way=way)] for key, text in options])
        for part, (question, options) in LETTER.items()
    }


def own_parts(parts: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[str, list[list[str]]]]:
    """The parts of a letter of the company's own, as in ``letter_parts``; a part that the course's letter may leave
    out can be left out here, too.

    Args:
        parts: part → texts to choose from, by their ids.
    """
    return {
        part: (question, [*map(list, parts[part].items()), *(one for one in options if one[0] == LEFT_OUT)])
        for part, (question, options) in LETTER.items()
    }


def occasion(told: str, person: str) -> Markup:
    """What happened, and to whom the letter goes."""
    return paragraphs(told, f"Der Brief geht an {person}.")


def letter(person: str, salutation: str, lines: Sequence[str]) -> str:
    """The letter made of these paragraphs, at least one.

    Args:
        person: full name.
        salutation: what stands above the letter; "": „Guten Tag“ with the full name.
        lines: the paragraphs.
    """
    greeting = salutation.strip() or f"{GREETING.format(name=person)},"
    first, *others = lines
    if greeting.endswith(",") and not first.startswith(ADDRESSES):
        first = first[0].lower() + first[1:]  # no sentence begins after a comma
    return "\n\n".join([greeting, first, *others])


def as_sent(letter: str) -> Markup:
    """The letter as it would be sent; nothing if there is none."""
    return html("<blockquote>{}</blockquote>", paragraphs(*letter.split("\n\n"))) if letter else NOTHING


def too_short(begun: bool) -> Markup:
    """The letter is too short for a look; ``begun``: whether there is one at all."""
    return paragraphs(
        "Der Brief ist noch sehr kurz. Wird er etwas länger, sehen wir ihn an."
        if begun
        else "Wählen Sie die Bausteine, oder schreiben Sie selbst. Dann sehen wir den Brief an."
    )


def look(found: reply.Look) -> Markup:
    """What a look at the letter found."""
    right = found.complete and found.plain
    parts = [
        html("{} {}", _seen(True), part.there)
        if part.id in found.there
        else html("{} {}", _seen(False), part.missing)
        for part in reply.PARTS
    ]
    first = (
        "Diesen Brief versteht man. Und man weiß, was man tun kann."
        if right
        else "Das ist schon da, und das könnte noch helfen:"
    )
    return box(
        right,
        paragraphs(strong(first)),
        bullets(parts, signs=True),
        paragraphs(f"Der Brief hat {number(found.words)} Wörter, der längste Satz {number(found.length)}."),
        bullets(found.hints) if found.hints else NOTHING,
        paragraphs(
            "Ein Programm sucht hier nach Wörtern und zählt. Es versteht den Brief nicht und kann sich irren. "
            "Ihr eigenes Urteil zählt mehr."
        ),
    )


def _seen(there: bool) -> Markup:
    if there:
        return icon("✓") + only_heard("ist da:")
    return icon("○") + only_heard("fehlt vielleicht:")
