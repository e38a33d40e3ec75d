"""The reveals of unit 1."""

from fairki import ui
from fairki.company import cast
from fairki.lessons.module_00 import unit_1
from fairki.lessons.module_00.de import unit_1 as de


def test_others_are_heard_only_after_the_own_answer():
    for key, asked in unit_1.OPINIONS.items():
        assert unit_1.what_others_say({key: None}).says == ""
        said = unit_1.what_others_say({key: "3"}).says
        assert said.count("<blockquote>") == 2 and asked["voices"][0][1] in said


def test_open_questions_are_counted_until_none_is_left():
    answers = dict.fromkeys(unit_1.OPINIONS)
    assert "Noch 3 Fragen ohne Antwort" in unit_1.what_is_kept(answers).says
    answers = dict.fromkeys(answers, "3")
    assert unit_1.what_is_kept(answers).says == de.ALL_GIVEN
    answers[next(iter(answers))] = None
    assert "Noch 1 Frage ohne Antwort" in unit_1.what_is_kept(answers).says


def test_the_story_asks_nothing_is_invented_and_names_whoever_is_asked():
    scene = unit_1.opener()
    (story,) = scene.blocks
    assert isinstance(story, ui.Opener) and scene.asks == {}
    assert len(story.captions) == 6 and "ausgedacht" in story.label
    given = [one["name"] for one in story.people]
    assert given == ["Jonas", "Samira", de.PROVIDER, "Miriam"]
    for name in given:
        assert any(name in caption for caption in story.captions)
    assert story.people[1]["face"] == cast.address("kopftuch")


def test_the_story_takes_a_minute():
    words = sum(len(caption.split()) for caption in de.CAPTIONS)
    assert 45 <= words * 60 / 180 + 6 * 3 <= 75  # seconds: read at 180 words a minute, and looked at
