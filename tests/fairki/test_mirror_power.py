"""What the mirror can find is measured, and the kept figures are those that measuring gives."""

import pytest

from coursetools.workshop import agenda
from fairki import mirror
from fairki.mirror import power
from fairki.mirror.de import wording

SETTINGS, SMALLEST = power.kept()
FEW_ROOMS = 15


def test_all_settings_are_kept():
    assert [(one.scatter, one.invited) for one in SETTINGS] == [
        (scatter, invited) for scatter in power.SCATTERS for invited in power.INVITED
    ]


@pytest.mark.parametrize("kept", SETTINGS, ids=lambda one: f"{one.scatter}-{one.invited}")
def test_the_kept_figures_are_measured_again(kept):
    """Everybody who decides alone; of the rooms the first few, which are among the kept ones."""
    again = power.measure(kept.scatter, kept.invited, rooms=FEW_ROOMS)
    # a score on the bar may fall to either side on another machine
    assert again.alone == pytest.approx(kept.alone, abs=3) and again.alone_fair == pytest.approx(
        kept.alone_fair, abs=3
    )
    for name in ("rooms", "rooms_fair", "majority", "majority_fair"):
        found, of_all = getattr(again, name), getattr(kept, name)
        assert found <= of_all <= found + power.ROOMS - FEW_ROOMS


def test_the_smallest_gap_that_can_be_proven_is_the_kept_one():
    assert power.smallest() == SMALLEST


def test_one_person_is_seldom_found_and_a_room_often_but_not_by_its_majority():
    measured = power.power()
    assert measured.alone <= 5 and measured.alone_fair <= 1
    assert measured.rooms[0] >= 50 and measured.rooms[1] >= 95 and measured.rooms_fair <= 5
    assert measured.majority <= 5


def test_fewer_than_six_unequal_pairs_never_prove_anything():
    _, verdicts = power.every_pattern()
    for number in (verdicts == mirror.DIFFERENCE).nonzero()[0]:
        unequal = (number ^ number >> 1) & 0b01_01_01_01_01_01_01_01
        assert int(unequal).bit_count() >= 6


def test_it_is_said_before_the_guess_and_read_aloud_before_the_vote():
    said = wording.beforehand_alone(power.power())
    assert any(f"höchstens {power.power().alone} von 100" in text for text in said)
    assert any(wording.points(SMALLEST) in text for text in said) and wording.NOT_FAIR_YET in said[-1]
    assert wording.beforehand_room(power.power()) in agenda.steps()["spiegel"].say
