"""German of agendas: an own one, the company's own cases, and what is wrong with the files of the ready ones."""

from collections.abc import Iterable

from fairki.speech import together

OWN_TITLE, OWN_ABOUT = "Eigener Ablauf", "Die Einheiten, die Sie ausgewählt haben."
RULES = (
    "Niemand muss etwas sagen. Zuhören zählt auch.",
    "Wir reden über Fälle und Programme, nicht über Personen im Raum.",
    "Nachfragen und Widerspruch sind willkommen. Wir lassen einander ausreden.",
    "Was hier gesagt wird, erzählen wir nur ohne Namen weiter.",
    "Das Handy ist zum Abstimmen da. Wer keines nimmt, stimmt zu zweit ab.",
)
"""Rules of play, as the projector shows them."""
BOARD = "Heute sind Sie der KI-Ethikrat."
DISCUSS = "Was geschieht jetzt? Beraten Sie zu viert, dann stimmen wir ab."
COMPOSED_ABOUT = "Die Schritte, die Sie zusammengestellt haben."
EMPTY = ("Der Ablauf ist noch leer.", "Bitte wählen Sie mindestens eine Einheit.")
INCOMPLETE = "eine Angabe fehlt oder hat die falsche Form"
TWICE = "die Kennung kommt doppelt vor"
NO_PREPARATION = "die Liste „preparation“ fehlt am Anfang der Datei"
BAD_OBJECTION = "ein Einwand braucht „says“ und „answer“, und Texte stehen in Listen"
NO_FILE = "die Datei fehlt oder lässt sich nicht öffnen"
NOT_UTF8 = "ein Zeichen ist nicht lesbar. Speichern Sie die Datei als UTF-8"
NO_TOML = "dort fehlt ein Zeichen, oder eines ist zu viel, zum Beispiel ein Anführungszeichen oder ein Komma"
AT_END = "am Ende"


def seats(voices: Iterable[str]) -> str:
    """How to lead a case without phones: ``voices`` are names."""
    return f"Verteilen Sie die Stimmen: {together(voices)}. Jede hat eine Minute."


def complaint(place: str, what: str) -> tuple[str, str]:
    """A file of agendas or steps has a fault."""
    return (
        f"Im Ablauf stimmt etwas nicht ({place}): {what}.",
        "Bitte berichtigen Sie die Stelle und starten Sie noch einmal.",
    )


def no_unit_to_choose(unit: str) -> tuple[str, str]:
    """There is no such unit."""
    return f"Die Einheit „{unit}“ gibt es nicht.", "Bitte wählen Sie Einheiten aus der Liste."


def agenda_at(file: str, line: int, id: object) -> str:
    """Where an agenda stands."""
    return f"{file}, ab Zeile {line}, Ablauf „{id}“"


def step_at(file: str, line: int, id: object) -> str:
    """Where a step stands."""
    return f"{file}, ab Zeile {line}, Schritt „{id}“"


def line(file: str, line: int) -> str:
    """A line of a file."""
    return f"{file}, Zeile {line}"


def line_and_column(line: str, column: str) -> str:
    """A place in a file."""
    return f"Zeile {line}, Spalte {column}"


def no_step(id: str) -> str:
    """There is no such step."""
    return f"den Schritt „{id}“ gibt es nicht"


def wrong_sum(minutes: int, promised: int) -> str:
    """The minutes do not add up."""
    return f"die Schritte dauern {minutes} Minuten, nicht {promised}"


def not_before(id: str, again: str) -> str:
    """A step goes on with one that does not come before it."""
    return f"„{id}“ wiederholt „{again}“, das vorher nicht vorkommt"


def no_entry(name: str) -> str:
    """There is no such entry."""
    return f"„{name}“ gibt es nicht"


def lacks(name: str) -> str:
    """An entry is missing."""
    return f"„{name}“ fehlt"


def no_kind(kind: object) -> str:
    """There is no such kind of step."""
    return f"die Art „{kind}“ gibt es nicht"


def no_unit(unit: str) -> str:
    """There is no such unit."""
    return f"die Einheit „{unit}“ gibt es nicht"


def bad_activity(activity: str) -> str:
    """The activity does not fit its step."""
    return f"die Aktivität „{activity}“ passt nicht"


def no_sections(name: str) -> str:
    """A file does not consist of sections."""
    return f"„{name}“ ist keine Folge von Abschnitten; jeder beginnt mit [[{name}]]"


def so_many_steps(most: int) -> tuple[str, str]:
    """An agenda has none, or too many steps."""
    return "Der Ablauf ist leer oder zu lang.", f"Wählen Sie 1 bis {most} Schritte."


def no_step_to_choose() -> tuple[str, str]:
    """There is no such step."""
    return (
        "Einen der Schritte gibt es hier nicht.",
        "Laden Sie die Seite neu, und wählen Sie Schritte aus der Liste.",
    )


def minutes_beyond(title: str, most: int) -> tuple[str, str]:
    """A step cannot take so long."""
    return f"So viele Minuten gehen nicht: „{title}“.", f"Wählen Sie eine ganze Zahl von 1 bis {most}."


def put_before(title: str, again: str) -> tuple[str, str]:
    """A step goes on with one that does not come before it."""
    return (
        f"„{title}“ fragt noch einmal, was in „{again}“ gefragt wird. Das kommt vorher nicht vor.",
        f"Setzen Sie „{again}“ davor, oder nehmen Sie „{title}“ heraus.",
    )
