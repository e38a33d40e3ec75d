"""German of an earlier room's file: the comparison, and the question what became of its promises."""

from collections.abc import Sequence

from fairki.speech import count_of, number, together

NO_ROOM = (
    "Das ist keine Datei eines Raums.",
    "Wählen Sie die Datei raum.json, die Sie beim letzten Workshop unter „Ergebnisse mitnehmen“ geladen haben.",
)
NEWER = (
    "Diese Datei ist von einer neueren Fassung des Kurses.",
    "Nehmen Sie für diesen Workshop die neuere Fassung, oder verzichten Sie auf den Vergleich.",
)
DAMAGED = (
    "Diese Datei ist beschädigt oder von Hand geändert.",
    "Nehmen Sie die Datei so, wie der letzte Workshop sie geschrieben hat.",
)
NO_PROMISES = (
    "In der Datei des früheren Workshops stehen keine Zusagen.",
    "Zusagen entstehen im Schritt „Meine Zusage“, sobald die Abstimmung geschlossen ist.",
)
ASKED_ALREADY = (
    "Die Frage nach den Zusagen steht schon im Ablauf.",
    "Gehen Sie zu dem Schritt „Was wurde aus den Zusagen?“.",
)

ASKED = "Was wurde aus den Zusagen?"
OPTIONS = (
    ("ja", "Ja, das ist geschehen."),
    ("teils", "Zum Teil."),
    ("nein", "Noch nicht."),
    ("offen", "Das weiß ich nicht."),
)
PROMPT = "Was hat geholfen, was hat gefehlt? Bitte nennen Sie keine Namen."
GOAL = "Der Raum sieht, was aus den Zusagen vom letzten Mal geworden ist, und was noch fehlt."
SAY = (
    "Beim letzten Mal haben wir einander etwas zugesagt. Heute schauen wir, was daraus geworden ist. Es geht nicht darum, "
    "wer etwas versäumt hat. Wir wollen wissen, was hilft."
)
ASK = ("Was hat geholfen?", "Was stand im Weg, und wer kann das ändern?", "Was nehmen wir uns jetzt vor?")
PLAN_B = "Lesen Sie jede Zusage vor, und fragen Sie mit Handzeichen: geschehen, zum Teil, noch nicht?"


def compared(rooms: Sequence[tuple[str, str, int]]) -> str:
    """What a comparison means; ``rooms``: title, day and answers of each."""
    which = "der Workshop" if len(rooms) == 1 else "die Workshops"
    named = together(
        f"„{title}“ vom {day} mit {count_of(answers, 'Antwort', 'Antworten')}"
        for title, day, answers in rooms
    )
    return (
        f"Zum Vergleich: {which} {named}. Wer damals dabei war und wer heute, weiß das Programm nicht. Ein Unterschied "
        "kann auch daran liegen."
    )


def too_many(most: int) -> tuple[str, str]:
    """No more rooms stand beside this one."""
    return (
        f"Es stehen schon {number(most)} Workshops daneben.",
        "Entfernen Sie den Vergleich, und öffnen Sie dann die Dateien, um die es geht.",
    )
