"""The room's Kodex, as the file that the Kodex-Baukasten opens."""

from coursetools.workshop.activities import KodexVote
from coursetools.workshop.de import exports as de
from coursetools.workshop.room import Room
from coursetools.workshop.session import CLOSED, OPEN, REVEALED, Refused
from fairki.errors import BadAnswerError
from fairki.kodex import Kodex


def of_room(room: Room) -> Kodex:
    """The Kodex that the room has chosen last, of the rounds that are closed.

    Raises:
        Refused: there is none yet, or too few have chosen.
    """
    record = room.record
    session = record.session
    for step, content in reversed(session.steps.items()):
        if content["kind"] != "activity" or not isinstance(record.activity(step), KodexVote):
            continue
        phase = session.phase(step)
        if phase.state not in (OPEN, CLOSED, REVEALED):
            continue
        rounds = record.rounds(step)
        if phase.state == OPEN:
            del rounds[max(rounds)]
        activity = record.activity(step)
        assert isinstance(activity, KodexVote)
        try:
            return activity.kodex(rounds, session.fewest)
        except BadAnswerError:
            continue
    raise Refused("no_kodex", *de.NO_KODEX)
