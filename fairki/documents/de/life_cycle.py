"""The life-cycle plan in words."""

from fairki import manifest, speech

TITLE = "Lebensweg eines Systems"
PLACE = manifest.place("04.2")

GATES = "Die vier Tore"
GATE_COLUMNS = ("Tor", "Was muss klar sein?", "Wer entscheidet?", "Regeln")
NO_RULE = "keine"
RULES = "Die Regeln und wer sie trägt"
SHUTDOWN = "Für das Ende ist schon geregelt"
WATCHED = "So überwachen wir den Betrieb"
MISSING = "Was noch fehlt"
PLAN_DAMAGED = ("Ihr Plan für die Überwachung passt nicht zum Kurs.", "Stellen Sie ihn bitte neu ein.")


def often(months: int) -> str:
    """How often somebody looks."""
    interval = "jeden Monat" if months == 1 else f"alle {speech.number(months)} Monate"
    return f"Wir sehen {interval} nach."


def process(name: str) -> str:
    """The process that a gate belongs to."""
    return f"Prozess: {name}"


def point(phase: str, missing: str) -> str:
    """What is missing at a gate."""
    return f"{phase}: {missing}"
