"""What the course calls fair besides its systems: the model of module 04 before anything changes, and the fair team.

Both pass what ``systems/test_sound.py`` asks of a sound system whose groups do not differ, over the same forty seeds.
Need at equal score cannot be asked of either: people decide without scores, and a year keeps counts only.
"""

import numpy as np
import pytest

from fairki import metrics, people
from fairki.governance import operation
from fairki.worlds import recruiting
from fairki.worlds.world import FRESH_YEAR, MAN, WOMAN

SEEDS = range(40)
POINTS = 2
"""Mean over all seeds, in which chance is a sixth as large."""


@pytest.fixture(scope="module")
def quiet_years():
    return [operation.year(seed, None).table.sum() for seed in SEEDS]


@pytest.fixture(scope="module")
def reviewed():
    """Applicants of forty years, and what a fair team that reads every case decides about them."""
    years = [recruiting.generate(2000, FRESH_YEAR + seed) for seed in SEEDS]
    return [
        (people_, people.review(people_, np.zeros(len(people_)), 1.0, people.FAIR, seed))
        for seed, people_ in zip(SEEDS, years, strict=True)
    ]


def test_the_model_in_operation_invites_women_and_men_alike_until_something_changes(quiet_years):
    gaps = []
    for year in quiet_years:
        women, men = (
            year["eingeladen_frauen"] / year["frauen"],
            year["eingeladen_maenner"] / year["maenner"],
        )
        gaps.append(100 * (men - women))
    assert abs(np.mean(gaps)) <= POINTS


def test_four_fifths_is_broken_beyond_chance_in_no_quiet_year(quiet_years):
    for year in quiet_years:
        invited = np.array([year["eingeladen_frauen"], year["eingeladen_maenner"]])
        size = np.array([year["frauen"], year["maenner"]])
        low, high = metrics.wilson(invited, size, 0.99)
        rate = invited / size
        apart = low[rate.argmax()] > high[rate.argmin()]
        assert not (apart and rate.min() < metrics.FOUR_FIFTHS * rate.max())


def test_the_fair_team_gives_equal_rates_chances_and_meaning(reviewed):
    found = []
    for applicants, decisions in reviewed:
        men, women = ((applicants["geschlecht"] == g).to_numpy() for g in (MAN, WOMAN))
        yes, good = decisions == 1, applicants["geeignet"].to_numpy() == 1

        def apart(who, among, groups=(men, women)):
            return 100 * (who[groups[0] & among].mean() - who[groups[1] & among].mean())

        found.append([apart(yes, yes | ~yes), apart(yes, good), apart(yes, ~good), apart(good, yes)])
    assert np.abs(np.mean(found, axis=0)).max() <= POINTS
