"""Refusals of a workshop that have nothing to do with its current step (those: ``coursetools.workshop.session``)."""

from coursetools.workshop.session import Refused

MOST_PEOPLE = 1000


def ended() -> Refused:
    """For whoever comes after the end."""
    return Refused(
        "ended",
        "Dieser Workshop ist beendet. Alles ist gelöscht.",
        "Sie können diese Seite schließen. Danke!",
    )


def full() -> Refused:
    """For whoever comes when `MOST_PEOPLE` are there."""
    return Refused(
        "full",
        f"In diesem Workshop sind schon {MOST_PEOPLE} Geräte.",
        "Schauen Sie bei jemandem in der Nähe mit hinein.",
    )


def no_stream() -> Refused:
    """For a listener when hardly any connection is left."""
    return Refused(
        "no_stream",
        "Gerade sind sehr viele Geräte verbunden.",
        "Ihr Gerät fragt von selbst alle paar Sekunden nach.",
    )


def haste() -> Refused:
    """For too many requests."""
    return Refused(
        "too_fast",
        "Das waren sehr viele Anfragen auf einmal.",
        "Warten Sie einen Moment. Es geht gleich weiter.",
    )


def seat_needed() -> Refused:
    """For whoever comes without one of the printed codes."""
    return Refused(
        "seat_needed",
        "In diesem Workshop hat jeder Platz einen eigenen Code.",
        "Geben Sie den Platzcode von Ihrer Karte ein.",
    )


def no_seats() -> Refused:
    """For whoever asks for cards where anybody may come."""
    return Refused(
        "no_seats",
        "Dieser Workshop hat keine Platzkarten. Alle kommen mit der Adresse und dem Code hinein.",
        "Möchten Sie Platzkarten? Beginnen Sie einen neuen Workshop mit --plaetze und einer Zahl.",
    )


def replaced() -> Refused:
    """For a vote that came late, after the one that replaced it."""
    return Refused(
        "replaced",
        "Inzwischen ist eine neuere Stimme von diesem Gerät da.",
        "Es zählt die neuere.",
    )


def unknown_token() -> Refused:
    """For a token that opens nothing here."""
    return Refused(
        "unknown_token",
        "Dieser Zugang gehört nicht zu diesem Workshop.",
        "Treten Sie bitte noch einmal bei. Wer leitet, nimmt die Adresse, die beim Start im Terminal steht.",
    )


def unknown_session() -> Refused:
    """For a code that no workshop here has."""
    return Refused(
        "unknown_session",
        "Einen Workshop mit diesem Code gibt es hier nicht.",
        "Prüfen Sie den Code auf der Leinwand. Groß- und Kleinschreibung ist egal.",
    )


def bad_request() -> Refused:
    """For what no page of ours can have sent."""
    return Refused(
        "bad_request",
        "Diese Anfrage ist nicht zu verstehen.",
        "Laden Sie die Seite neu und versuchen Sie es noch einmal.",
    )


def too_large() -> Refused:
    """For a body that is too long."""
    return Refused("too_large", "Diese Antwort ist zu lang.", "Bitte kürzen Sie sie.")


def failed() -> Refused:
    """For a fault of ours."""
    return Refused(
        "failed", "Da ist bei uns etwas schiefgegangen.", "Bitte versuchen Sie es gleich noch einmal."
    )
