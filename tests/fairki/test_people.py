import numpy as np
import pytest

from fairki import metrics, people

# reviewer: women among the invited (percent) after 20, 50 and 100 % of the proposals were reviewed; start 32.7
STATED = {
    "FAIR": (35.0, 38.7, 45.0),
    "RUBBER_STAMPING": (33.2, 34.0, 35.3),
    "BIASED": (30.6, 27.7, 22.7),
}
SHARES = (0.2, 0.5, 1.0)
DRAWS = 4


@pytest.fixture(scope="module")
def women(years, decided):
    """(reviewer, share) → share of women among the invited, mean over years and draws, in percent."""
    proposals = decided("model without gender")

    def mean(reviewer, share):
        found = [
            metrics.outcome(
                people.review(year.fresh, p, share, reviewer, seed=DRAWS * year.seed + draw), year.fresh
            ).women
            for year, p in zip(years, proposals, strict=True)
            for draw in range(DRAWS)
        ]
        return 100 * np.mean(found)

    return mean


@pytest.mark.parametrize("name", STATED)
def test_a_review_changes_the_share_of_women_as_stated(name, women):
    reviewer = getattr(people, name)
    found = [women(reviewer, share) for share in SHARES]
    assert found == pytest.approx(STATED[name], abs=1.2)


@pytest.mark.parametrize("name", STATED)
@pytest.mark.parametrize("share", SHARES)
def test_the_law_of_reviews_is_linear(name, share, women):
    reviewer = getattr(people, name)
    alone = people.Reviewer(reviewer.name, reviewer.penalties)
    expected = people.expected_share(women(reviewer, 0), women(alone, 1), share, reviewer.rubber_stamps)
    assert women(reviewer, share) == pytest.approx(expected, abs=0.2)


def test_a_biased_reviewer_makes_it_worse_and_a_fair_one_better(women):
    start = women(people.FAIR, 0)
    assert women(people.BIASED, 0.5) < start < women(people.RUBBER_STAMPING, 0.5) < women(people.FAIR, 0.5)


def test_without_review_or_without_reading_the_proposals_stay(years, decided):
    fresh, proposals = years[0].fresh, decided("model without gender")[0]
    absent = people.Reviewer("winkt alles durch", people.FAIR.penalties, rubber_stamps=1.0)
    assert (people.review(fresh, proposals, 0, people.FAIR) == proposals).all()
    assert (people.review(fresh, proposals, 1, absent) == proposals).all()


def test_a_review_touches_no_more_than_its_share_and_depends_on_its_seed(years, decided):
    fresh, proposals = years[0].fresh, decided("model without gender")[0]
    one, other = (people.review(fresh, proposals, 0.2, people.FAIR, seed=s) for s in (1, 2))
    assert 0 < (one != proposals).sum() <= 400
    assert (one != other).any()
    assert (one == people.review(fresh, proposals, 0.2, people.FAIR, seed=1)).all()
