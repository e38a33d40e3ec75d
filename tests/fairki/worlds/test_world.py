import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from fairki.worlds import top_share

SCORES = st.lists(st.integers(-5, 5), max_size=60)
SHARES = st.sampled_from([0.0, 0.03, 0.3, 0.5, 1.0])


@given(SCORES, SHARES)
def test_the_share_is_met_and_nobody_better_is_left_out(scores, share):
    decisions = top_share(scores, share)
    assert decisions.sum() == int(share * len(scores) + 0.5)
    if 0 < decisions.sum() < len(scores):
        scores = np.array(scores)
        assert scores[decisions == 1].min() >= scores[decisions == 0].max()


@given(SCORES, SHARES)
def test_of_equal_scores_the_one_further_up_is_picked(scores, share):
    decisions, scores = top_share(scores, share), np.array(scores)
    for value in set(scores.tolist()):
        among_equals = decisions[scores == value]
        assert (np.diff(among_equals) <= 0).all()


def test_a_missing_score_is_never_preferred():
    assert top_share([np.nan, 1.0, np.nan, -2.0], 0.5).tolist() == [0, 1, 0, 1]
