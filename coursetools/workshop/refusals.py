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


def haste() -> Refused:
    """For too many requests."""
    return Refused(
        "too_fast",
        "Das waren sehr viele Anfragen auf einmal.",
        "Warten Sie einen Moment. Es geht gleich weiter.",
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
