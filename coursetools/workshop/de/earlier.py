"""German of an earlier room's file: the comparison, and the question what became of its promises."""

from fairki.speech import count_of

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


def compared(title: str, day: str, answers: int) -> str:
    """What a comparison means."""
    return (
        f"Zum Vergleich: der Workshop „{title}“ vom {day} mit {count_of(answers, 'Antwort', 'Antworten')}. Wer damals dabei war und wer heute, "
        "weiß das Programm nicht. Ein Unterschied kann auch daran liegen."
    )
