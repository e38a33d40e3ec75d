"""A room's texts: the halves differ in the Anrede alone, the interval is honest, and so is what is said beforehand."""

import numpy as np
import pytest

from fairki import metrics
from fairki.texts import corpus, room
from fairki.texts.corpus import ANREDE, MAN, PHRASE, WOMAN


def votes(women: int, of_women: int, men: int, of_men: int) -> list[tuple[int, int, int, int]]:
    """So many of each half promise ``PHRASE``; verb and praise are the same for both."""
    made = []
    for anrede, promised, n in ((WOMAN, women, of_women), (MAN, men, of_men)):
        made += [(anrede, at % 5, at % 5, PHRASE if at < promised else 1) for at in range(n)]
    return made


def test_the_two_texts_differ_in_nothing_but_anrede_and_pronouns_and_name_nobody_in_particular():
    woman, man = (corpus.text(room.person(anrede)) for anrede in (WOMAN, MAN))
    changed = woman.replace("Frau", "Herr").replace("Sie ", "Er ").replace("ihre", "seine")
    assert changed == man
    rows = room.texts(votes(1, 2, 1, 2))
    assert (np.delete(rows, ANREDE, axis=1)[:, :6] == room.FACTS).all()


@pytest.mark.parametrize("women,of_women,men,of_men", [(1, 10, 6, 12), (5, 7, 0, 9), (40, 150, 40, 150)])
def test_the_difference_has_the_interval_that_the_course_uses_elsewhere(women, of_women, men, of_men):
    found = room.learn(room.texts(votes(women, of_women, men, of_men)))
    decided = [1] * women + [0] * (of_women - women) + [1] * men + [0] * (of_men - men)
    gap = metrics.gap(decided, ["w"] * of_women + ["m"] * of_men, "m", "w")
    assert [found.gap, found.low, found.high] == pytest.approx(
        [100 * gap.value, 100 * gap.low, 100 * gap.high]
    )
    assert found.proven == (gap.low > 0 or gap.high < 0)
    assert (found.women.share, found.men.share) == (women / of_women, men / of_men)


def test_the_model_writes_what_the_room_wrote_for_either_half():
    for_men = room.learn(room.texts(votes(2, 20, 18, 20)))
    for_women = room.learn(room.texts(votes(18, 20, 2, 20)))
    assert for_men.men.chance > 0.7 and for_men.women.chance < 0.3
    assert for_women.women.chance == pytest.approx(for_men.men.chance, abs=0.02)
    assert for_men.men.text[corpus.AUSBLICK] == PHRASE != for_men.women.text[corpus.AUSBLICK]
    assert corpus.text(for_men.men.text).endswith("Wir sehen Potenzial zur Leitung.")


def test_a_room_without_a_difference_gets_a_model_without_one():
    found = room.learn(room.texts(votes(8, 20, 8, 20)))
    assert not found.proven and found.gap == 0
    assert found.women.chance == pytest.approx(found.men.chance, abs=1e-3)
    assert found.women.text[1:] == found.men.text[1:]


@pytest.mark.parametrize("n", [10, 20, 50, 100, 300])
def test_what_is_called_visible_is_found_in_eight_of_ten_rooms_and_a_point_less_is_not(n):
    points = room.detectable(n - n // 2, n // 2)
    rng = np.random.default_rng(n)
    for difference, enough in ((points, True), (points - 1, False)):
        exact = room.chance_to_see(difference, n - n // 2, n // 2)
        assert (exact >= room.POWER) == enough
        men = rng.binomial(n // 2, 0.5 + difference / 200, 4000)
        women = rng.binomial(n - n // 2, 0.5 - difference / 200, 4000)
        low, _ = room.newcombe(men, n // 2, women, n - n // 2)
        assert (low > 0).mean() == pytest.approx(exact, abs=0.025)


def test_more_votes_see_smaller_differences_and_two_see_nothing():
    seen = [room.detectable(n, n) for n in (5, 10, 25, 50, 150)]
    assert seen == sorted(seen, reverse=True) and seen[0] > 60 and seen[-1] < 20
    assert room.detectable(1, 1) is None


@pytest.mark.parametrize("n", [5, 10, 25, 150])
@pytest.mark.parametrize("share", [0.1, 0.3, 0.5])
def test_a_room_without_a_difference_is_rarely_told_of_one(n, share):
    """At most 7 of 100: 95 % intervals of such small groups are off by a little."""
    rng = np.random.default_rng([n, int(100 * share)])
    low, high = room.newcombe(rng.binomial(n, share, 20_000), n, rng.binomial(n, share, 20_000), n)
    assert ((low > 0) | (high < 0)).mean() < 0.07
