"""Kinds of questions that a facilitator writes: votes, figures, and texts that stay text."""

import json
import unicodedata

import asked
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetools.workshop.activities import KINDS, Cloud, OpenText, Poll, Ranking, Scale
from fairki.errors import BadAnswerError, BadFileError

TYPED = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp; {{ 7*7 }} ${x} %s",
    '=HYPERLINK("http://a.de";"b")',
    "Robert'); DROP TABLE workshop_vote;--",
    "a\x00b\x07c\x1b[31md",
    "\ud800 halb \udfff",
    "\u202egnuhcu\u202c\u200b\ufeff",
    "zeile eins\nzeile zwei\r\n\t drei",
    "👩🏽‍💻 ja",
    "Z̸̢̛a̷l̶g̵o̴",
    "ﷺ" * 20,
]
"""What people type to see what happens."""
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)


def made(kind: str):
    """The example of a kind."""
    return KINDS[kind](asked.SETTINGS[kind])


@pytest.mark.parametrize("kind", sorted(asked.SETTINGS))
@given(value=anything)
def test_a_vote_is_refused_in_german_or_has_a_normal_form_that_stays(kind, value):
    activity = made(kind)
    try:
        accepted = activity.accept(value)
    except BadAnswerError as error:
        assert error.happened and error.remedy
    else:
        assert activity.accept(accepted) == accepted == json.loads(json.dumps(accepted))
        assert len(json.dumps(accepted)) < 4000


@pytest.mark.parametrize("text", TYPED)
def test_whatever_is_typed_stays_text_in_one_line_that_every_file_can_hold(text):
    for kind, value in (("text", text), ("cloud", [text[:30]])):
        activity = made(kind)
        try:
            accepted = activity.accept(value)
        except BadAnswerError:
            assert not any(unicodedata.category(sign)[0] in "LN" for sign in text)
            continue
        (kept,) = activity.texts_of(accepted)
        assert not [sign for sign in kept if unicodedata.category(sign).startswith("C")]
        kept.encode("utf-8")
        result = activity.result([accepted] * 5, approved={kept})
        assert kept in [cell for row in result["table"]["rows"] for cell in row]


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u2060", "\x00\x01", "\ud800", "...", None, 3, ["a"]])
def test_a_text_without_anything_to_read_is_refused(text):
    with pytest.raises(BadAnswerError):
        made("text").accept(text)
    with pytest.raises(BadAnswerError):
        made("cloud").accept([text])


def test_long_texts_are_refused():
    with pytest.raises(BadAnswerError, match="zu lang"):
        made("text").accept("a" * 281)
    with pytest.raises(BadAnswerError, match="zu lang"):
        made("cloud").accept(["a" * 31])


def test_a_scale_tells_its_middle_and_every_step():
    result = Scale(asked.SETTINGS["scale"]).result(["1", "4", "4", "5", "5", "2"])
    assert result["summary"] == "6 Personen haben geantwortet. Die Mitte des Raums liegt bei 4 von 5."
    assert [bar["label"] for bar in result["bars"]] == ["1 – gar nicht", "2", "3", "4", "5 – sehr"]
    assert result["table"]["rows"][2] == ["3", "0"]


def test_a_scale_that_is_asked_again_tells_where_the_middle_was():
    scale = Scale(asked.SETTINGS["scale"])
    result = scale.result(["5"] * 5, {1: ["2"] * 5, 2: ["5"] * 5})
    assert "bei 5 von 5" in result["summary"] and result["notes"][0] == "In Runde 1 lag die Mitte bei 2."


def test_a_ranking_goes_by_the_mean_place():
    votes = [
        ["a1", "a2", "a3"],
        ["a1", "a3", "a2"],
        ["a2", "a1", "a3"],
        ["a1", "a2", "a3"],
        ["a1", "a2", "a3"],
    ]
    result = Ranking(asked.SETTINGS["ranking"]).result(votes)
    assert result["table"]["rows"] == [
        ["1", "Sicherheit", "1,2", "4"],
        ["2", "Tempo", "2,0", "1"],
        ["3", "Kosten", "2,8", "0"],
    ]
    assert "Vorn liegt „Sicherheit“, im Mittel auf Platz 1,2." in result["summary"]
    assert [bar["share"] for bar in result["bars"]] == pytest.approx([0.9, 0.5, 0.1])


def test_phones_begin_a_ranking_in_different_orders_so_that_no_entry_has_a_lead():
    first = [Ranking(asked.SETTINGS["ranking"]).own(number)["order"][0] for number in range(300)]
    assert all(70 <= first.count(key) <= 130 for key in ("a1", "a2", "a3"))


def test_texts_that_were_not_let_through_are_nowhere_in_a_result():
    result = OpenText({"question": "Was fehlt?"}).result(
        ["eins", "zwei", "drei", "vier", "fünf"], approved={"zwei"}
    )
    assert result["texts"] == ["zwei"] and result["table"]["rows"] == [["zwei"]]
    assert not {"eins", "drei"} & set(json.dumps(result, ensure_ascii=False).replace('"', " ").split())


def test_a_text_that_nobody_has_written_is_not_shown_although_it_was_let_through():
    assert OpenText({"question": "?"}).result(["a"] * 5, approved={"b"})["texts"] == []


def test_words_of_one_stem_count_once_per_person_and_have_the_name_that_is_used_most():
    votes = [["fair", "Faire"], ["fair"], ["Vertrauen"], ["fairer"], ["Chef ist doof"]]
    approved = {"fair", "Faire", "fairer", "Vertrauen"}
    result = Cloud(asked.SETTINGS["cloud"]).result(votes, approved=approved)
    assert [(bar["label"], bar["text"]) for bar in result["bars"]] == [
        ("fair", "3 (60\xa0%)"),
        ("Vertrauen", "1 (20\xa0%)"),
    ]
    assert result["table"]["rows"][0] == ["fair", "3 (60\xa0%)", "fair, Faire, fairer"]
    assert "Am häufigsten: „fair“ (3 Personen)." in result["summary"]
    assert "doof" not in json.dumps(result)


def test_a_poll_about_a_case_says_what_it_is_about():
    poll = Poll({**asked.SETTINGS["poll"], "about": ["Wohngeld", "Ein Programm rechnet vor."]})
    assert poll.public()["about"] == ["Wohngeld", "Ein Programm rechnet vor."]
    assert poll.result([["a1"]] * 5)["title"] == "Wohngeld: Was zählt?"
    assert "about" not in Poll(asked.SETTINGS["poll"]).public()


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("scale", {"low": ""}),
        ("scale", {"steps": 11}),
        ("scale", {"steps": True}),
        ("ranking", {"options": [[f"a{at}", str(at)] for at in range(9)]}),
        ("text", {"question": "x" * 301}),
        ("text", {"anders": 1}),
        ("cloud", {"most": 6}),
        ("poll", {"about": ["nur ein Name"]}),
        ("poll", {"about": ["Name", "x" * 601]}),
    ],
)
def test_settings_that_do_not_fit_are_named(kind, change):
    with pytest.raises(BadFileError, match="passt nicht"):
        KINDS[kind]({**asked.SETTINGS[kind], **change})
