"""German that several units of module 05 share: the four people, and the button of a guess that is kept for later."""

from fairki.feedback.complaints import Complaint
from fairki.feedback.de.complaints import PEOPLE

KEEP_GUESS = "Schätzung festhalten"


def name(complaint: Complaint) -> str:
    """The full name of the person."""
    return PEOPLE[complaint.kind]
