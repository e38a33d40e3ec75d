"""Two hundred people stand for 2,000: the picture of the mirror shows what the mirror measures."""

import numpy as np
import pytest

from fairki import mirror

IDS = mirror.applicants()["id"].tolist()
YEAR = mirror.fresh_applicants()
SIZES = {"weiblich": 900, "männlich": 1080, "divers": 20}


def decisions(seed: int) -> dict[str, str]:
    rng = np.random.default_rng(seed)
    yes = rng.permutation(16) < rng.integers(3, 14)
    return {id: mirror.YES if one else mirror.NO for id, one in zip(IDS, yes, strict=True)}


def other(decided: dict[str, str], card: str) -> dict[str, str]:
    return decided | {card: mirror.NO if decided[card] == mirror.YES else mirror.YES}


def away(crowd: mirror.Crowd, one: mirror.Sorting) -> float:
    """By how many points the piles of women and men differ from the rates of all, at most."""
    groups = [
        (one.invited[crowd.gender == group].mean(), one.rates[group]) for group in ("weiblich", "männlich")
    ]
    return max(abs(100 * shown - of_all / 10) for shown, of_all in groups)


@pytest.fixture(scope="module")
def twenty() -> list[tuple[dict[str, str], mirror.Crowd]]:
    return [(decided, mirror.crowd(decided)) for decided in map(decisions, range(20))]


def test_a_tenth_of_each_group_stands_in_the_picture_and_as_many_suitable_ones_in_each(twenty):
    for _, crowd in twenty:
        assert crowd.of_all == SIZES
        assert {group: (crowd.gender == group).sum() * 10 for group in SIZES} == SIZES
        for group in ("weiblich", "männlich"):
            assert crowd.suitable[crowd.gender == group].mean() == pytest.approx(0.3, abs=0.02)


def test_the_piles_are_as_high_as_the_rates_of_all(twenty):
    own = [away(crowd, crowd.own) for _, crowd in twenty]
    assert max(own) < 2.5 and np.mean(own) < 1
    turned = [away(crowd, one) for _, crowd in twenty for one in crowd.turned.values()]
    assert max(turned) < 3 and np.mean(turned) < 1


def test_who_changes_piles_for_one_card_are_as_many_as_among_all(twenty):
    for decided, crowd in twenty[:5]:
        own = mirror.learn(decided).decisions
        for card in IDS:
            among_all = (mirror.learn(other(decided, card)).decisions != own).mean()
            assert crowd.moved(card) == pytest.approx(200 * among_all, abs=4)


def test_the_models_are_those_of_the_mirror(twenty):
    for decided, crowd in twenty[:5]:
        assert crowd.own.gap == mirror.learn(decided).gap
        for card in IDS:
            assert crowd.turned[card].gap == mirror.learn(other(decided, card)).gap


def test_one_card_changes_many_people_and_a_lot_of_the_gap(twenty):
    """What the page lets learners try: it is there for nearly all decisions."""
    moved = [max(map(crowd.moved, IDS)) for _, crowd in twenty]
    assert min(moved) >= 15
    spans = [np.ptp([one.gap for one in crowd.turned.values()]) for _, crowd in twenty]
    assert np.mean(spans) > 150


def test_a_card_whose_turning_would_leave_all_answers_alike_has_no_model():
    crowd = mirror.crowd(dict.fromkeys(IDS, mirror.YES) | {IDS[4]: mirror.NO})
    assert [card for card, one in crowd.turned.items() if one is None] == [IDS[4]]
    assert crowd.moved(IDS[4]) == 0


def test_the_same_decisions_bring_the_same_people():
    first, again = (mirror.crowd(decisions(3)) for _ in range(2))
    assert np.array_equal(first.own.invited, again.own.invited)
    assert np.array_equal(first.suitable, again.suitable)
