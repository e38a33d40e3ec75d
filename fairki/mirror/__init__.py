"""The honest mirror: what a model learns from the decisions of a person, of a room, or of the firm.

A small linear model learns from decisions about the sixteen ``applicants`` and then decides about a fresh year of
2,000. **One measure for everything**: its gap, the rate of men it invites minus the rate of women, rounded to a tenth
of a point before anything is done with it. Sentence (``wording``), picture, table and wall show this number, its sign
names the gender, and the verdict compares it with the gaps that chance produces (``learning``). How much sixteen
decisions can show at all is measured in ``power``. For pictures, ``crowd`` has two hundred of the 2,000 people, and
``colleagues`` has the models of a hundred invented people.
"""

from fairki.mirror.applicants import applicants, cards
from fairki.mirror.colleagues import SMALL, Colleagues, as_far, colleagues
from fairki.mirror.crowd import Crowd, Sorting, crowd
from fairki.mirror.learning import (
    DIFFERENCE,
    FIRM_SHUFFLES,
    NO,
    NOT_LEARNABLE,
    OPEN,
    PULL_TO_ZERO,
    RARE,
    YES,
    Reflection,
    firm,
    fresh_applicants,
    learn,
    learn_shares,
)

__all__ = [
    "DIFFERENCE",
    "FIRM_SHUFFLES",
    "NO",
    "NOT_LEARNABLE",
    "OPEN",
    "PULL_TO_ZERO",
    "RARE",
    "SMALL",
    "YES",
    "Colleagues",
    "Crowd",
    "Reflection",
    "Sorting",
    "applicants",
    "as_far",
    "cards",
    "colleagues",
    "crowd",
    "firm",
    "fresh_applicants",
    "learn",
    "learn_shares",
]
