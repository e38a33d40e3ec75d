"""The feedback plan: what a firm has to settle so that an objection reaches somebody who answers."""

from dataclasses import dataclass

from fairki import company

CHANNELS_KEY = "05.kanaele"
"""Name of the chosen channels in the browser store: a list of ids of ``silence.CHANNELS``."""
REPLY_KEY = "05.brief"
"""Name of the learner's own reply to a rejected person."""


@dataclass(frozen=True)
class Decision:
    """Something to settle.

    Attributes:
        key: name of the answer in the browser store.
        question: the question on the page.
        title: its name in the plan.
        options: value → German words; empty: the answer is a line of the learner's own.
        hint: helps to answer a line of one's own.
    """

    key: str
    question: str
    title: str
    options: dict[str, str]
    hint: str = ""


PEOPLE = company.current().people
DECISIONS = (
    Decision(
        "05.plan.frist",
        "Wie lange ist ein Einspruch möglich?",
        "Frist für den Einspruch",
        {"14": "14 Tage", "30": "30 Tage", "90": "3 Monate", "offen": "ohne Frist"},
    ),
    Decision(
        "05.plan.eingang",
        "Bis wann bestätigen wir, dass der Einspruch da ist?",
        "Bestätigung",
        {"1": "am nächsten Arbeitstag", "3": "nach 3 Arbeitstagen", "7": "nach einer Woche"},
    ),
    Decision(
        "05.plan.antwort",
        "Bis wann bekommt die Person eine Antwort?",
        "Antwort",
        {"7": "nach 7 Tagen", "14": "nach 14 Tagen", "30": "nach 30 Tagen"},
    ),
    Decision(
        "05.plan.umfrage",
        "Wie oft fragen wir die Betroffenen, auch die Stillen?",
        "Umfrage",
        {"3": "alle 3 Monate", "6": "alle 6 Monate", "12": "einmal im Jahr"},
    ),
    Decision(
        "05.plan.annahme",
        "Wer nimmt Einsprüche an und antwortet?",
        "Annahme und Antwort",
        {},
        f"Name und Rolle, zum Beispiel: {PEOPLE.hr.signed}.",
    ),
    Decision(
        "05.plan.pruefung",
        "Wer prüft den Einspruch, ohne vorher entschieden zu haben?",
        "Prüfung",
        {},
        f"Zum Beispiel: {PEOPLE.it.signed}, zusammen mit {PEOPLE.council.signed}.",
    ),
    Decision(
        "05.plan.regel",
        "Wer fragt nach jedem berechtigten Einspruch: Welche Regel fehlt?",
        "Vom Einspruch zur Regel",
        {},
        "Zum Beispiel: der KI-Ethikrat in seiner nächsten Sitzung.",
    ),
)
"""What there is to settle, in the order of the page and of the plan."""
