"""German of what a facilitator prints: guides, run sheets, protocol, cards for seats."""

from fairki.speech import count_of

# ---- guide and run sheet ----

HONEST = (
    "Unter „Was geantwortet werden könnte“ stehen unsere Erwartungen, keine Ergebnisse einer Befragung. "
    "In Ihrem Raum kann es anders sein. Dann gilt, was Ihr Raum sagt."
)
KINDS = {
    "activity": "Abstimmung",
    "talk": "Gespräch",
    "page": "Seite auf der Leinwand",
    "break": "Pause",
}
GOALS, PREPARATION, TIMELINE = "Was die Teilnehmenden danach können", "Vorbereitung", "Zeitplan"
TRANSFER = "Was heißt das für uns?"
TRANSFER_HOW = "Wählen Sie eine dieser Fragen und lassen Sie zu zweit darüber sprechen."
RUN_SHEET = "Ablauf für den Workshop"
TIMELINE_COLUMNS = ("Zeit", "Schritt", "Art")
YOU_SAY, YOU_ASK, EXPECTED = "Das sagen Sie", "Das fragen Sie", "Was geantwortet werden könnte"
OBJECTIONS = "Einwände und gute Antworten"
OBJECTION_COLUMNS = ("Jemand sagt", "Sie können antworten")
PLAN_B = "Plan B"
READ_ALOUD = "Das lesen die Teilnehmenden (ohne Handys: zum Vorlesen)"
READ_ALOUD_COLUMNS = ("Fall", "Das sehen alle nach der Abstimmung")


def guides(course: str) -> str:
    """Title of the page that lists all guides."""
    return f"Leitfaden – {course}"


def guide(module: int) -> str:
    """Title of the guide for a module."""
    return f"Leitfaden zu Modul {module}"


def from_to(start: str, end: str) -> str:
    """When a step runs."""
    return f"{start} bis {end}"


def step(title: str, minutes: int) -> str:
    """A step and how long it takes."""
    return f"{title} ({count_of(minutes, 'Minute', 'Minuten')})"


def goal(text: str) -> str:
    """What the room can do after a step."""
    return f"Ziel: {text}"


def next_round(title: str) -> str:
    """A step that goes on with an earlier one."""
    return f"Hier öffnen Sie die nächste Runde von „{title}“."


def quoted(text: str) -> str:
    """Words that somebody says."""
    return f"„{text}“"


# ---- protocol ----

PROTOCOL = "Protokoll des Workshops"
NOTHING_YET = "Noch gibt es keine Abstimmung mit genug Antworten."


def sums_alone(fewest: int) -> str:
    """What the protocol leaves out."""
    return (
        f"Dieses Protokoll enthält nur Summen, und nur ab {fewest} Antworten. "
        "Namen hat der Workshop nie erfragt. Die einzelnen Antworten werden am Ende gelöscht."
    )


# ---- cards for seats ----

SEAT_CARDS = "Platzkarten"
SEATS_HOW = (
    "Schneiden Sie die Karten auseinander, mischen Sie sie, und lassen Sie alle eine ziehen. "
    "Schreiben Sie nicht auf, wer welche Karte hat: So bleiben die Antworten geheim. "
    "Wer das Gerät wechselt, gibt dort denselben Code ein."
)
TO_CUT_OUT = "Zum Ausschneiden"


def seat(code: str) -> str:
    """The code of one seat."""
    return f"Ihr Platzcode: {code}"


def where(address: str, code: str) -> str:
    """Where to join."""
    return f"{address} · Code {code}"
