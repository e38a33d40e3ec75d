"""German of refusals: what happened, and what to do now."""

ENDED = (
    "Dieser Workshop ist beendet. Alles ist gelöscht.",
    "Sie können diese Seite schließen. Danke!",
)
ELSEWHERE = (
    "Den Workshop übernimmt gerade ein anderer Server.",
    "Ihr Gerät versucht es von selbst gleich noch einmal.",
)
NO_STREAM = (
    "Gerade sind sehr viele Geräte verbunden.",
    "Ihr Gerät fragt von selbst alle paar Sekunden nach.",
)
TOO_FAST = (
    "Das waren sehr viele Anfragen auf einmal.",
    "Warten Sie einen Moment. Es geht gleich weiter.",
)
SEAT_NEEDED = (
    "In diesem Workshop hat jeder Platz einen eigenen Code.",
    "Geben Sie den Platzcode von Ihrer Karte ein.",
)
NO_SEATS = (
    "Dieser Workshop hat keine Platzkarten. Alle kommen mit der Adresse und dem Code hinein.",
    "Möchten Sie Platzkarten? Beginnen Sie einen neuen Workshop mit --plaetze und einer Zahl.",
)
REPLACED = (
    "Inzwischen ist eine neuere Stimme von diesem Gerät da.",
    "Es zählt die neuere.",
)
UNKNOWN_TOKEN = (
    "Dieser Zugang gehört nicht zu diesem Workshop.",
    "Treten Sie bitte noch einmal bei. Wer leitet, nimmt die Adresse, die beim Start im Terminal steht.",
)
UNKNOWN_SESSION = (
    "Einen Workshop mit diesem Code gibt es hier nicht.",
    "Prüfen Sie den Code auf der Leinwand. Groß- und Kleinschreibung ist egal.",
)
BAD_REQUEST = (
    "Diese Anfrage ist nicht zu verstehen.",
    "Laden Sie die Seite neu und versuchen Sie es noch einmal.",
)
TOO_LARGE = (
    "Diese Antwort ist zu lang.",
    "Bitte kürzen Sie sie.",
)
FAILED = (
    "Da ist bei uns etwas schiefgegangen.",
    "Bitte versuchen Sie es gleich noch einmal.",
)
QUESTION_OVER = (
    "Diese Frage ist nicht mehr an der Reihe.",
    "Ihr Gerät zeigt gleich die aktuelle Frage.",
)
CLOSED = (
    "Die Abstimmung ist gerade geschlossen.",
    "Ihre Stimme zählt diesmal nicht. Bei der nächsten Frage sind Sie wieder dabei.",
)
UNKNOWN_STEP = (
    "Diesen Schritt gibt es im Ablauf nicht.",
    "Laden Sie die Seite neu.",
)
NO_FREE_TEXT = (
    "Diese Frage kennt keine freien Antworten.",
    "Wählen Sie eine Rückschau.",
)
ALREADY_RUNNING = (
    "Der Ablauf lässt sich jetzt nicht mehr tauschen, weil schon abgestimmt wurde.",
    "Springen Sie zu einem anderen Schritt, oder beenden Sie den Workshop und starten neu.",
)
NOT_RELEASED = (
    "Diese Frage ist nicht freigegeben.",
    "Geben Sie sie zuerst frei.",
)
ALREADY_ASKED = (
    "Diese Frage lässt sich nicht mehr ändern, weil sie schon gestellt wurde.",
    "Stellen Sie eine neue Frage.",
)
STEP_RUNS = (
    "Diese Frage ist gerade an der Reihe.",
    "Gehen Sie zuerst zu einem anderen Schritt.",
)
STEP_OVER = (
    "Dieser Schritt ist gerade nicht an der Reihe, oder er hat keine Abstimmung.",
    "Gehen Sie zuerst zu diesem Schritt.",
)
NO_CARDS = (
    "Hier lassen sich gerade keine Karten zählen.",
    "Das geht bei Fragen mit Antworten zum Ankreuzen, solange die Abstimmung offen ist.",
)
NO_TIMER = (
    "Gerade läuft keine Zeit.",
    "Geben Sie dem Raum zuerst eine Zeit.",
)
NOT_OPENED = (
    "Hier wurde noch nicht abgestimmt.",
    "Öffnen Sie zuerst die Abstimmung.",
)
NO_AGENDA = (
    "Diesen Ablauf gibt es nicht.",
    "Wählen Sie einen aus der Liste.",
)
NO_OWN_AGENDA = (
    "Daraus lässt sich kein Ablauf machen.",
    "Wählen Sie mindestens eine Einheit.",
)
UNKNOWN_ADDRESS = (
    "Diese Adresse hat der Rechner nicht.",
    "Wählen Sie eine aus der Liste.",
)


def full(most: int) -> tuple[str, str]:
    """No more devices fit."""
    return f"In diesem Workshop sind schon {most} Geräte.", "Schauen Sie bei jemandem in der Nähe mit hinein."


def too_many_steps(most: int) -> tuple[str, str]:
    """No more steps fit."""
    return (
        f"Der Ablauf hat schon {most} Schritte.",
        "Entfernen Sie zuerst eine Frage, die noch nicht dran war.",
    )


def bad_round(most: int) -> tuple[str, str]:
    """A round cannot be opened now."""
    return (
        "Diese Runde lässt sich jetzt nicht öffnen.",
        f"Möglich sind die laufende und die nächste Runde, höchstens {most}.",
    )


def bad_fewest(wanted: int, low: int, high: int) -> tuple[str, str]:
    """Results cannot be shown from so many answers on."""
    return (
        f"Ergebnisse ab {wanted} Antworten sind nicht möglich.",
        f"Wählen Sie eine Zahl von {low} bis {high}.",
    )


def only_more(now: int) -> tuple[str, str]:
    """Somebody has voted, and trusted in the number."""
    return (
        f"Es wurde schon abgestimmt. Jetzt lässt sich die Zahl nur noch erhöhen, nicht unter {now}.",
        "Darauf haben alle vertraut, die geantwortet haben. Kleiner wird sie erst wieder, wenn es keine Stimmen mehr gibt.",
    )


def bad_minutes(most: int) -> tuple[str, str]:
    """No time for the room can be so long."""
    return "So viele Minuten sind nicht möglich.", f"Wählen Sie eine ganze Zahl von 1 bis {most}."


def bad_cards(most: int) -> tuple[str, str]:
    """So many cards cannot be counted."""
    return "So viele Karten sind nicht möglich.", f"Zählen Sie zusammen 1 bis {most} Karten."


def fewer_cards(before: int) -> tuple[str, str]:
    """Fewer cards than were counted before."""
    return (
        f"Eingetragen waren schon {before} Karten. Weniger geht nicht, denn jede Karte ist eine Stimme.",
        "Haben Sie sich verzählt? Setzen Sie die Abstimmung zurück, und zählen Sie neu.",
    )
