"""The feedback plan in words."""

from fairki import manifest, speech

TITLE = "Feedback-Plan"
PLACE = manifest.place("05.2")
SUBTITLE = "Vom Einspruch zur Antwort"

PURPOSE = (
    "Dieser Plan sagt, wie Betroffene einer Entscheidung widersprechen können und was danach geschieht. Wer sich"
    " meldet, hat dadurch keinen Nachteil."
)
SURVEY_RULES = (
    "Wir nennen zu jedem Ergebnis, wie viele gefragt wurden und wie viele geantwortet haben.",
    "Wir sehen jede Gruppe für sich an und sagen dazu, wie ungenau die Zahl ist.",
    "Zu kleine Gruppen bekommen keine Zahl. Mit ihnen sprechen wir, wenn sie das möchten.",
    "Schweigen werten wir nicht als Zustimmung.",
)
WAYS = "Wege für einen Einspruch"
WAY_COLUMNS = ("Weg oder Hilfe", "Was das heißt")
NO_WAY = "Noch ist kein Weg gewählt."
SETTLED = "Was gilt"
SETTLED_COLUMNS = ("Was", "Wer oder wann")
SURVEYS = "Wie wir Umfragen lesen"
LETTER = "Vorlage für eine Absage"
MISSING = "Noch offen"
MISSING_WAY = "ein Weg für den Einspruch"
EMPTY = ("Ihr Feedback-Plan ist noch leer.", "Wählen Sie in Einheit 2 zuerst die Wege für Einsprüche.")

DAMAGED_WAYS = "die Wege für Einsprüche"
DAMAGED_TEXT = "ein Text"


def letter(title: str) -> str:
    """The heading of a letter of the company's own."""
    return f"Vorlage: {title}"


def damaged(what: str) -> tuple[str, str]:
    """What cannot be read, and what to do."""
    return (
        f"Im Feedback-Plan ist {what} beschädigt.",
        f"Bitte antworten Sie in {manifest.called('05')} noch einmal.",
    )


def damaged_decision(title: str) -> str:
    """A decision that cannot be read."""
    return f"„{title}“"


def sentence(text: str) -> str:
    """A way as a sentence of its own."""
    return f"{text}."


def effort(days: int) -> str:
    """How many days of work the ways take."""
    shown = speech.count_of(days, "Arbeitstag", "Arbeitstage")
    return f"Aufwand nach der Annahme des Kurses: etwa {shown} im Jahr."
