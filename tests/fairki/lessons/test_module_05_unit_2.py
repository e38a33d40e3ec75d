"""Module 05, unit 2: who complains by letter, whom the channels reach, and what there is to settle."""

import pytest

from fairki import ui
from fairki.feedback import plan, silence
from fairki.lessons.module_05 import unit_2


def reached(*offered):
    shown = unit_2.whom_the_channels_reach({plan.CHANNELS_KEY: list(offered) or None})
    return shown.says.replace("\N{NO-BREAK SPACE}", " "), shown.picture


def test_by_letter_seven_of_a_hundred_complain_and_the_picture_says_who():
    shown = unit_2.who_complains_by_letter({unit_2.SILENT: 50})
    assert "Im Mittel sind es nur <strong>7 von 100</strong>." in shown.says
    assert "aus einer Gruppe, „Übung mit Ämtern“" in shown.says
    assert list(shown.picture.table.iloc[:, 0]) == [group.name for group in silence.GROUPS]
    assert "Übung mit Ämtern" in shown.picture.summary


@pytest.mark.parametrize("offered", [(), (silence.NOTICE,)])
def test_without_a_channel_nobody_is_reached_and_the_page_says_so(offered):
    told, picture = reached(*offered)
    assert "Noch ist kein Weg offen." in told
    assert (picture is None) == (not offered)


def test_channels_reach_more_people_and_cost_days():
    by_letter, _ = reached(silence.LETTER)
    assert "So melden sich <strong>10 von" in by_letter
    assert "Das kostet im Jahr etwa 2 Arbeitstage." in by_letter
    with_trusted, _ = reached(silence.LETTER, silence.TRUSTED)
    assert "etwa 16 Arbeitstage" in with_trusted
    assert "Am seltensten hören Sie von der Gruppe „" in with_trusted


def test_even_all_channels_leave_people_silent():
    told, picture = reached(*silence.MEASURES)
    assert "34 Arbeitstage" in told and "zusätzlich von sich aus" in told and picture
    assert "zusätzlich von sich aus" not in reached(silence.FORM)[0]


def test_each_channel_can_be_chosen_with_a_sentence_about_it():
    offered = unit_2.channels().blocks[0]
    assert [key for key, *_ in offered.options] == list(silence.MEASURES)
    assert all(sentence.endswith(".") for *_, sentence in offered.options)


def test_what_there_is_to_settle_is_asked_as_a_list_or_as_a_line():
    blocks = unit_2.settle("regel", "frist").blocks
    assert [block.key for block in blocks] == ["05.plan.frist", "05.plan.regel"]
    assert isinstance(blocks[0], ui.Choice) and isinstance(blocks[1], ui.Note)
    assert blocks[0].options[0] == ["14", "14 Tage"] and blocks[1].label.startswith("Wer fragt nach")
