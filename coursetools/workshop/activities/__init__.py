"""What the room does together: one class per kind of activity, without any input or output (see ``Activity``).

For those who build on it:

- ``KINDS[step.activity](step.settings)`` makes one; ``public``, ``accept`` and ``result`` do the rest.
- ``own(number)`` is what one phone shows beside ``public``: two halves of the room may read different words.
- ``phases`` is empty for most: their rounds repeat the same question. ``kodex_vote`` and ``data_cases`` have one phase
  per round; opening the next round starts the next phase, and ``public(round, rounds)`` may need the earlier rounds.
- ``result(values, rounds, fewest, approved)``: ``rounds`` are all rounds up to and including the one shown;
  ``approved`` the free texts (``texts_of(value)``) that were let through.
"""

from coursetools.workshop.activities.activity import FEWEST, Activity
from coursetools.workshop.activities.applicants import Applicants
from coursetools.workshop.activities.cloud import Cloud
from coursetools.workshop.activities.data_cases import DataCases
from coursetools.workshop.activities.estimate import Estimate
from coursetools.workshop.activities.groups import Groups
from coursetools.workshop.activities.kodex_vote import KodexVote
from coursetools.workshop.activities.open_text import OpenText
from coursetools.workshop.activities.poll import Poll
from coursetools.workshop.activities.questions import Questions
from coursetools.workshop.activities.ranking import Ranking
from coursetools.workshop.activities.retrospective import Retrospective
from coursetools.workshop.activities.scale import Scale
from coursetools.workshop.activities.sentence import Sentence

KINDS: dict[str, type[Activity]] = {
    one.kind: one
    for one in (
        *(Poll, Estimate, Applicants, KodexVote, Retrospective, Sentence, DataCases),
        *(Scale, Ranking, OpenText, Cloud, Questions, Groups),
    )
}
"""kind → class."""

__all__ = [
    "FEWEST",
    "KINDS",
    "Activity",
    "Applicants",
    "Cloud",
    "DataCases",
    "Estimate",
    "Groups",
    "KodexVote",
    "OpenText",
    "Poll",
    "Questions",
    "Ranking",
    "Retrospective",
    "Scale",
    "Sentence",
]
