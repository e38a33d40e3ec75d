"""German of questions that somebody writes for one workshop: what the room answers, and what is wrong with them."""

from collections.abc import Sequence

from fairki.speech import count_of, number, together

TITLES = {
    "poll": "Umfrage",
    "scale": "Skala",
    "estimate": "Schätzung",
    "ranking": "Rangfolge",
    "text": "Freie Antworten",
    "cloud": "Wortwolke",
    "qa": "Fragerunde",
    "groups": "Gruppen",
}
"""Kind of a question → what it is called, wherever it stands beside others."""

CASE_ANSWERS = ("Ja, so wie es ist", "Ja, aber mit Bedingungen", "Nein")
"""What can be answered to a vote on a case, unless the company says otherwise."""

NO_KIND = (
    "Diese Art von Frage gibt es nicht.",
    "Wählen Sie eine Art aus der Liste.",
)

TRUTH_BEYOND = (
    "Die richtige Antwort liegt nicht auf der Skala.",
    "Tragen Sie eine Zahl von der kleinsten bis zur größten Antwort ein, oder lassen Sie das Feld leer.",
)


def not_fit(what: str) -> tuple[str, str]:
    """The settings of an own question do not fit."""
    return what, "Bitte berichtigen Sie die Frage im Formular."


# ---- texts ----

NOTHING_WRITTEN = ("Das ist noch kein Text.", "Bitte schreiben Sie mindestens ein Wort.")


def too_long(most: int) -> tuple[str, str]:
    """A text is too long."""
    return "Dieser Text ist zu lang.", f"Bitte schreiben Sie höchstens {most} Zeichen."


def texts_shown(shown: int) -> str:
    """How many texts were let through."""
    if not shown:
        return "Noch ist keine Antwort freigegeben."
    return f"{count_of(shown, 'Antwort ist', 'Antworten sind')} zu sehen."


# ---- scale ----


def bad_steps(most: int) -> str:
    """The scale has too few or too many steps."""
    return f"„steps“ ist keine ganze Zahl von 2 bis {most}"


def step(at: int, meaning: str) -> str:
    """A step of a scale, and what it means, if it is one of the ends."""
    return f"{at} – {meaning}" if meaning else str(at)


def middle_step(middle: int, steps: int) -> str:
    """The middle of the room."""
    return f"Die Mitte des Raums liegt bei {number(middle)} von {number(steps)}."


def middle_before(round_: int, middle: int) -> str:
    """The middle in an earlier round."""
    return f"In Runde {round_} lag die Mitte bei {number(middle)}."


# ---- ranking ----

MEAN_PLACE, PLACE, FIRST_PLACES = "Platz im Mittel", "Rang", "so oft auf Platz 1"
HOW_RANKED = "Gezählt wird der Platz im Mittel aller Antworten. Der längste Balken steht am weitesten vorn."


def too_many_to_rank(most: int) -> str:
    """Too many things for an order."""
    return f"„options“ hat mehr als {most} Einträge"


def mean_place(place: float) -> str:
    """The mean place of something."""
    return f"Platz {number(place, 1)}"


def mean_of_round(round_: int) -> str:
    """The mean places of a round."""
    return f"Mittel in Runde {round_}"


def in_front(labels: Sequence[str], place: float) -> str:
    """What is in front, and where in the mean."""
    named = together(f"„{label}“" for label in labels)
    if len(labels) == 1:
        return f"Vorn liegt {named}, im Mittel auf Platz {number(place, 1)}."
    return f"Gleichauf vorn liegen {named}, im Mittel auf Platz {number(place, 1)}."


# ---- word cloud ----

WORD, PEOPLE, FORMS = "Wort", "so viele Personen", "so geschrieben"
GROUPED_BY_STEM = "Wörter mit demselben Stamm zählen zusammen. Die Tabelle zeigt, wie sie geschrieben wurden."


def bad_words(most: int) -> str:
    """Too few or too many words."""
    return f"„most“ ist keine ganze Zahl von 1 bis {most}"


def cloud(groups: Sequence[tuple[str, int]]) -> str:
    """The words of most people, which come first in `groups`."""
    if not groups:
        return "Noch ist kein Wort freigegeben."
    most = groups[0][1]
    front = [word for word, people in groups if people == most]
    if len(front) > 3:
        return f"{count_of(len(groups), 'Wort', 'Wörter')}, am häufigsten je {count_of(most, 'Mal', 'Mal')}."
    return (
        f"Am häufigsten: {together(f'„{word}“' for word in front)} ({count_of(most, 'Person', 'Personen')})."
    )


# ---- questions of the room ----

STATE = "Stand"
WANTED = (
    "Die Zahl sagt, wie viele die Antwort wissen möchten: wer gefragt hat und wer die Frage angekreuzt hat."
)
OPEN, ANSWERED = "offen", "beantwortet"


def state(answered: bool) -> str:
    """Whether a question was answered."""
    return ANSWERED if answered else OPEN


def marked(text: str, answered: bool) -> str:
    """A question, and whether it was answered."""
    return f"{text} (✓\N{NO-BREAK SPACE}{ANSWERED})" if answered else text


def questions_there(count: int) -> str:
    """How many questions there are to see."""
    return (
        f"{count_of(count, 'Frage', 'Fragen')} aus dem Raum."
        if count
        else "Noch ist keine Frage freigegeben."
    )


def too_many_asked(most: int) -> tuple[str, str]:
    """A phone has asked too much, or nothing."""
    return "Das geht hier nicht.", f"Ein Gerät kann bis zu {most} Fragen stellen."


# ---- small groups ----

GROUPS = {
    "blue": "Blau",
    "orange": "Orange",
    "green": "Grün",
    "red": "Rot",
    "yellow": "Gelb",
    "violet": "Violett",
    "white": "Weiß",
    "black": "Schwarz",
}
"""Group → its colour."""
GROUP, DEVICES = "Gruppe", "Geräte"
BAD_WAY = "„by“ ist weder „random“ noch „colour“"
ALREADY_WRITTEN = (
    "Ein anderes Gerät Ihrer Gruppe hat die Antwort schon geschickt.",
    "Soll sich etwas ändern? Das geht nur auf dem anderen Gerät.",
)


def group(id: str) -> str:
    """A group by its colour."""
    return f"Gruppe {GROUPS[id]}"


def bad_groups(most: int) -> str:
    """Too few or too many groups."""
    return f"„groups“ ist keine ganze Zahl von 2 bis {most}"


def groups_answered(answered: int, all_: int) -> str:
    """How many groups have an answer that can be seen."""
    if not answered:
        return "Noch ist keine Antwort freigegeben."
    return f"Zu sehen: Antworten von {number(answered)} von {number(all_)} Gruppen."
