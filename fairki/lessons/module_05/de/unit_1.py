"""German of unit 1, four complaints: in the order of the page."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from fairki.feedback import counterfactuals
from fairki.feedback.complaints import (
    CORRECT_DATA,
    DIRECT,
    STAND_IN,
    STANDS,
    TREATED_UNFAIRLY,
    UNFOUNDED,
    WRONG_DATA,
    Complaint,
    Judgement,
)
from fairki.html import (
    NOTHING,
    Markup,
    bullets,
    facts,
    folded,
    framed,
    html,
    icon,
    paragraphs,
    stated,
    strong,
)
from fairki.lessons.module_05.de.shared import name
from fairki.reference import Law
from fairki.speech import count_of, month, number, together
from fairki.worlds import recruiting

FOUNDED = "Was schätzen Sie: Wie viele der vier Einsprüche sind berechtigt?"
FOUNDED_UNIT = "von 4"

ASK = "Was möchten Sie wissen?"
WAYS, DOCUMENTS = "weg", "unterlagen"
ASKED = [
    [WAYS, "Was hätte anders sein müssen?", "Nur, was man ändern kann"],
    ["geschlecht", "Nur das Geschlecht anders?"],
    ["auszeit_monate", "Nur die Auszeit anders?"],
    ["teilzeit", "Nur die Teilzeit anders?"],
    [DOCUMENTS, "Passt das zu den Unterlagen?"],
]
"""What one can ask about a complaint: key, question, hint."""
DOCUMENTS_FIT = "Ja, alle Angaben stimmen überein."
NO_BREAK = "Hier gibt es keine Auszeit. Es ändert sich nichts."
DECIDE = "Entscheiden"

SHOWN = ("geschlecht", "abschlussnote", "test", "fachkenntnisse", "erfahrung", "auszeit_monate", "teilzeit")
"""What the card of a complaint shows: what the system saw, without what is the same in every case."""
UNITS = {
    "test": ("Punkt", "Punkte"),
    "fachkenntnisse": ("Punkt", "Punkte"),
    "erfahrung": ("Jahr", "Jahre"),
    "auszeit_monate": ("Monat", "Monate"),
}

HAPPENED = {
    DIRECT: (
        "Der Schaden: {name} hat eine Stelle nicht bekommen, für die sie gut genug war. Und sie war nicht die Einzige. "
        "Das hat niemand so gewollt. Das System hat es aus alten Entscheidungen gelernt.",
        "Verraten hat es nur die Frage „Nur das Geschlecht anders?“. Die Frage nach dem Weg hätte geantwortet: "
        "etwas mehr Punkte. Das klingt harmlos, und doch hätte ein Mann die Punkte nicht gebraucht.",
    ),
    STAND_IN: (
        "Der Schaden: {name} hat in dieser Zeit ihren Vater gepflegt. Deshalb bekam sie keine Einladung. "
        "Auch das hat niemand so beschlossen. Es stand in keiner Regel.",
        "Verraten hat es die Frage „Nur die Auszeit anders?“. Das Geschlecht allein hätte nichts geändert: "
        "Die Auszeit steht hier stellvertretend dafür.",
    ),
    UNFOUNDED: (
        "Ein Schaden war trotzdem da: {name} hat wochenlang gegrübelt, weil die Absage keinen Grund nannte. "
        "Ein verständlicher Brief hätte das erspart.",
        "Keine der Fragen hat etwas ergeben. Gefehlt haben Punkte im Test und Fachkenntnisse.",
    ),
    WRONG_DATA: (
        "Der Schaden: Beim Abtippen wurden zwei Ziffern vertauscht. {name} hat eine Stelle verloren, und niemand hätte "
        "es gemerkt. Nur er selbst konnte wissen, dass etwas nicht stimmt.",
        "Verraten hat es der Blick in die Unterlagen. Mit dem System hatte der Fehler nichts zu tun.",
    ),
}
"""Kind of a complaint → what it did to the person, and which question brought it to light."""
GAVE_AWAY = "Welche Frage hat es gezeigt?"
SHORT = {
    TREATED_UNFAIRLY: "benachteiligt",
    CORRECT_DATA: "Angabe falsch",
    STANDS: "Absage bleibt",
}
"""Verdict → in a word or two."""


def founded_later() -> Markup:
    """The guess is kept; the answer comes with the decisions."""
    return paragraphs("Gut. Entscheiden Sie jetzt über die vier Einsprüche.")


def founded(count: int, of: int) -> Markup:
    """How many complaints are founded."""
    return paragraphs(html("Berechtigt sind {}.", strong(f"{number(count)} von {number(of)}")))


def case(complaint: Complaint) -> Markup:
    """The letter of the person, and what the system saw."""
    known = [(recruiting.LABELS[column], value(column, complaint.recorded[column])) for column in SHOWN]
    return html(
        '<div class="fk-card"><h4 class="fk-card-title">{} schreibt:</h4><blockquote>{}</blockquote>{}</div>',
        name(complaint),
        complaint.text,
        folded("Das steht im System", facts(known, wide=True)),
    )


def value(column: str, found: Any) -> str:
    """A value of an application with its unit."""
    if column == "auszeit_monate" and not found:
        return "keine"
    text = counterfactuals.shown(column, found)
    if column not in UNITS:
        return text
    return f"{text}\N{NO-BREAK SPACE}{UNITS[column][found != 1]}"


def ask_first() -> Markup:
    """Nothing is asked yet."""
    return paragraphs("Wählen Sie eine Frage. Sie dürfen auch alle stellen.")


def answers(told: Mapping[str, str]) -> Markup:
    """Questions (keys of ``ASKED``) with their answers."""
    questions = {key: question for key, question, *_ in ASKED}
    return paragraphs(strong("Die Antworten:")) + bullets(
        html("{}<br>{}", strong(questions[key]), answer) for key, answer in told.items()
    )


def ways(sentences: Sequence[str]) -> str:
    """What would have brought an invitation."""
    return f"Eine Einladung gäbe es zum Beispiel so: {'; oder: '.join(sentences)}."


def turned(invited: bool) -> str:
    """Whether the one change would have turned the decision."""
    return "Dann hätte das System eingeladen." if invited else "Auch dann bliebe es bei der Absage."


def documents_differ(complaint: Complaint) -> str:
    """What is recorded wrongly, and what the system decides once it is corrected."""
    lines = [
        f"{recruiting.LABELS[column]} im System: {value(column, wrong)}. In den Unterlagen: {value(column, right)}."
        for column, (wrong, right) in complaint.differing.items()
    ]
    then = (
        "Mit dem richtigen Wert hätte das System eingeladen."
        if complaint.invited_by_documents()
        else "Auch mit dem richtigen Wert bliebe es bei der Absage."
    )
    return " ".join(["Nein.", *lines, then])


def decide(complaint: Complaint) -> str:
    """The question to decide."""
    return f"Wie entscheiden Sie über den Einspruch von {name(complaint)}?"


def truth(complaint: Complaint, found: Judgement) -> Markup:
    """What was true, what the verdict leads to, what it did to the person, and which question gave it away."""
    harm, gave_away = (line.format(name=name(complaint)) for line in HAPPENED[complaint.kind])
    return paragraphs(strong(found.text), harm) + folded(GAVE_AWAY, paragraphs(gave_away))


def decisions_missing(missing: int) -> Markup:
    """Not all are decided yet."""
    left = count_of(missing, "Einspruch", "Einsprüche")
    return paragraphs(f"Zu entscheiden: noch {left}. Danach steht hier der Vergleich.")


def summary(decided: Sequence[tuple[str, str, str]], left: Sequence[str]) -> Markup:
    """All complaints with the verdict and the truth side by side.

    Args:
        decided: name of the person, the verdict, the one that fits.
        left: names of those whose harm is left.
    """
    end = (
        f"Noch nicht wiedergutgemacht ist der Schaden bei: {together(left)}."
        if left
        else "Niemand ist mehr zu Unrecht abgelehnt."
    )
    right = sum(verdict == fits for _, verdict, fits in decided)
    return framed(
        "Vier Einsprüche im Vergleich",
        ("Person", "Ihre Entscheidung"),
        [(person, _verdict(verdict, fits)) for person, verdict, fits in decided],
    ) + paragraphs(
        html("{} Entscheidungen passen. {}", strong(f"{number(right)} von {number(len(decided))}"), end),
        "In einer echten Firma zeigt Ihnen niemand die Lösung. Deshalb lohnt es sich, mehrere Fragen zu stellen.",
    )


def _verdict(verdict: str, fits: str) -> Markup:
    if verdict == fits:
        return html("{} {} (passt)", icon("✓"), SHORT[verdict])
    return html("{} {} (es passt: {})", icon("✗"), SHORT[verdict], SHORT[fits])


DEADLINE = (
    "Eine Frau bekommt im März eine Absage. Erst im Juni erfährt sie: Ihr Geschlecht gab den Ausschlag. "
    "Was glauben Sie: Ab wann läuft ihre Frist für eine Entschädigung?"
)
KNOWN = "wissen"
DEADLINE_OPTIONS = [
    ["absage", "Ab März, als die Absage kam"],
    [KNOWN, "Ab Juni, als sie davon erfuhr"],
    ["keine", "Es gibt keine Frist."],
]
REFUSED = dt.date(2026, 3, 2)
DEADLINE_CASES = ((REFUSED, REFUSED), (REFUSED, dt.date(2026, 6, 15)), (REFUSED, None))
"""Day of the refusal, day on which the person learns of the discrimination (None: not yet)."""


def deadline(hit: bool, ends: Sequence[dt.date | None], laws: Sequence[Law]) -> Markup:
    """When the time for a claim begins and ends.

    Args:
        hit: whether its beginning was guessed.
        ends: for each of ``DEADLINE_CASES`` a day of the month in which it ends; None: it has not begun.
        laws: on the claim, on going to court, on proof.
    """
    rows = [
        (
            month(refused),
            month(known) if known else "noch nicht",
            f"etwa im {month(end)}" if end else "läuft noch nicht",
        )
        for (refused, known), end in zip(DEADLINE_CASES, ends, strict=True)
    ]
    claim, *others = laws
    return (
        paragraphs(
            f"{'Richtig' if hit else 'Es ist anders'}: Es zählt auch, wann sie davon erfuhr.",
            html("{} <cite>({})</cite>", claim.text, claim.citation),
        )
        + framed("Drei Fälle", ("Absage", "Sie erfährt davon", "Ende der Frist"), rows)
        + paragraphs("Auf den Tag genau rechnet das eine Fachperson aus.")
        + NOTHING.join(folded(law.title, stated(law.text, law.citation)) for law in others)
    )


FORMULA, MODEL, OTHERWISE = "formel", "modell", "anders"


def explain(complaint: Complaint) -> str:
    """The question."""
    return f"{name(complaint)} fragt nach dem Grund. Was glauben Sie: Welche Antwort hilft ihr weiter?"


def explanations(otherwise: str) -> list[list[str]]:
    """Three answers to a refused person; ``otherwise``: what would have brought an invitation."""
    return [
        [FORMULA, "„Hier ist die Formel, mit der das Programm rechnet.“"],
        [MODEL, "„Das Modell hat so entschieden.“"],
        [OTHERWISE, f"„{otherwise}“"],
    ]


WHY_NOT = {
    FORMULA: "Das reicht nicht: Eine Formel sagt ihr nicht, was mit ihren Angaben geschah.",
    MODEL: "Das reicht nicht: So erfährt sie nicht, was mit ihren Angaben geschah.",
    OTHERWISE: "Das hilft: Sie sieht, worauf es bei ihr ankam.",
}
"""Answer → whether it helps, and why."""


def explained(given: str, court: Law, what_if: Law) -> Markup:
    """What the court asks for.

    Args:
        given: the answer that was chosen.
        court: what a person may ask for.
        what_if: what can be a good explanation.
    """
    return paragraphs(
        WHY_NOT[given],
        html("{} <cite>({})</cite>", what_if.text, what_if.citation),
        "Aber Vorsicht: Sie haben oben gesehen, dass „etwas mehr Punkte“ auch einen Fehler verdecken kann. "
        "Fragen Sie darum immer auch nach Geschlecht und Auszeit.",
    ) + folded(court.title, stated(court.text, court.citation))
