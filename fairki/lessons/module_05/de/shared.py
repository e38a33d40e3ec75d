"""German that several units of module 05 share: the four people, and the button of a guess that is kept for later."""

from fairki.feedback.complaints import DIRECT, STAND_IN, UNFOUNDED, WRONG_DATA, Complaint

PEOPLE = {
    DIRECT: "Aylin Demir",
    STAND_IN: "Katrin Lorenz",
    UNFOUNDED: "Sofia Wagner",
    WRONG_DATA: "Jan Petersen",
}
"""Kind of a complaint → the name of the person. „Frau“ or „Herr“ is never needed to speak of somebody."""
KEEP_GUESS = "Schätzung festhalten"


def name(complaint: Complaint) -> str:
    """The full name of the person."""
    return PEOPLE[complaint.kind]
