"""The reveals of unit 3."""

import pytest

from fairki.lessons.module_00 import unit_3
from fairki.lessons.module_00.de import unit_3 as de


@pytest.mark.parametrize("guessed", range(11))
def test_an_estimate_of_secret_use_is_never_judged_right_or_wrong(guessed):
    said = unit_3.what_an_estimate_says({unit_3.SHADOW: guessed}).says
    assert "Ob das stimmt, wissen wir nicht." in said
    assert ("wissen bei Ihnen alle voneinander" in said) == (guessed == 0)


def test_the_estimate_is_told_for_the_firm_of_the_course():
    assert "96 Menschen" in unit_3.what_an_estimate_says({unit_3.SHADOW: 4}).says


def test_each_reason_brings_what_helps():
    assert unit_3.what_helps({unit_3.REASONS: None}).says == de.NO_REASON
    every = [name for name, *_ in de.WHY_SECRET]
    said = unit_3.what_helps({unit_3.REASONS: every}).says
    assert all(f"<li><strong>{reason}</strong> {help}</li>" in said for _, reason, help in de.WHY_SECRET)
