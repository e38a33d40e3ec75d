"""Refusals of a workshop that have nothing to do with its current step (those: ``coursetools.workshop.session``)."""

from coursetools.workshop.de import own_questions
from coursetools.workshop.de import refusals as de
from coursetools.workshop.session import Refused

MOST_PEOPLE = 1000


def ended() -> Refused:
    """For whoever comes after the end."""
    return Refused("ended", *de.ENDED)


def elsewhere() -> Refused:
    """For whoever comes to a server that does not lead the workshop."""
    return Refused("elsewhere", *de.ELSEWHERE)


def full() -> Refused:
    """For whoever comes when `MOST_PEOPLE` are there."""
    return Refused("full", *de.full(MOST_PEOPLE))


def no_stream() -> Refused:
    """For a listener when hardly any connection is left."""
    return Refused("no_stream", *de.NO_STREAM)


def haste() -> Refused:
    """For too many requests."""
    return Refused("too_fast", *de.TOO_FAST)


def seat_needed() -> Refused:
    """For whoever comes without one of the printed codes."""
    return Refused("seat_needed", *de.SEAT_NEEDED)


def no_seats() -> Refused:
    """For whoever asks for cards where anybody may come."""
    return Refused("no_seats", *de.NO_SEATS)


def replaced() -> Refused:
    """For a vote that came late, after the one that replaced it."""
    return Refused("replaced", *de.REPLACED)


def claimed() -> Refused:
    """For an answer that one phone of a group gives, when another has given it."""
    return Refused("claimed", *own_questions.ALREADY_WRITTEN)


def unknown_token() -> Refused:
    """For a token that opens nothing here."""
    return Refused("unknown_token", *de.UNKNOWN_TOKEN)


def unknown_session() -> Refused:
    """For a code that no workshop here has."""
    return Refused("unknown_session", *de.UNKNOWN_SESSION)


def bad_request() -> Refused:
    """For what no page of ours can have sent."""
    return Refused("bad_request", *de.BAD_REQUEST)


def too_large() -> Refused:
    """For a body that is too long."""
    return Refused("too_large", *de.TOO_LARGE)


def failed() -> Refused:
    """For a fault of ours."""
    return Refused("failed", *de.FAILED)
