"""Blocks driven by their value, as the browser does it."""

import json
import re

import pytest

from fairki import ui
from fairki.kodex import Kodex, Rule, patterns
from fairki.texts import corpus

CARDS = [{"id": f"k{i}", "title": f"Person {i}", "facts": [["Test", "70"]]} for i in range(3)]
QUESTIONS = [
    {"id": "a", "text": "Frage?", "options": [{"text": "x", "right": True, "why": "w"}] * 2},
    {"id": "b", "text": "Frage?", "options": [{"text": "x", "right": True, "why": "w"}] * 3},
]

ITEMS = [{"id": name, "title": name, "text": "Ein Satz.", "group": "Büro"} for name in ("spam", "texte")]

EVERY_BLOCK = [
    lambda: ui.Header("01", "Der Spiegel", [("1", "Sie entscheiden", 15)]),
    lambda: ui.UnitEnd("01", "1"),
    lambda: ui.Cards("01.karten", CARDS),
    lambda: ui.Quiz("01.check", QUESTIONS),
    lambda: ui.Guess("01.schaetzung", "Wie viel?"),
    lambda: ui.Choice("01.wahl", "Welche?", [("a", "A")]),
    lambda: ui.PickList("00.register", "Was?", ITEMS, ("verborgen", "unbemerkt")),
    lambda: ui.Slider("01.regler", "Anteil", 0, 10),
    lambda: ui.Note("01.notiz", "Was heißt das für uns?"),
    lambda: ui.Plan("07.zusagen", "Zusagen", ["Erste"], [["was", "Was?", "Ein Satz."]], "Bis wann?"),
    lambda: ui.Kept(["02.kodex"]),
    lambda: ui.Ranking("03.regeln", "Liste", "Welche?", [["a", "A", "5"]]),
    lambda: ui.RoleTable("04.rollen"),
    lambda: ui.Anchors("02.kodex", Kodex(rules=(Rule(patterns.NOTICE),)), ["Jonas Weber"], ["Intranet"]),
    lambda: ui.Text("<p>Hallo</p>"),
    lambda: ui.Writer("08.anfang", "Anfang", [0, 0, 1, 2, 3, 0, 2, -1, -1, -1]),
    lambda: ui.Chart(None, "Titel.", "Satz.", {"columns": ["a"], "rows": [["1"]]}),
    lambda: ui.Prompts("Antworten", [("bcd-t001-1", "Schreiben Sie …")]),
    lambda: ui.Store(),
]


def from_browser(block, value):
    """What the block makes of a value that the browser sends."""
    block.set_state({"value": value})
    return block.value


@pytest.mark.parametrize("make", EVERY_BLOCK)
def test_a_block_says_all_that_the_page_needs_as_json(make):
    state = make().get_state()
    del state["layout"]
    told = json.loads(json.dumps(state, allow_nan=False))
    assert told["visible"] is True
    assert "export default" in told["_esm"]


@pytest.mark.parametrize("make", EVERY_BLOCK)
def test_the_browser_changes_the_value_and_nothing_else(make):
    block = make()
    before = block.get_state()
    block.set_state({"key": "fremd", "visible": False, "html": "<b>x</b>", "cards": [], "_esm": "alert(1)"})
    assert block.get_state() == before


@pytest.mark.parametrize("make", EVERY_BLOCK)
@pytest.mark.parametrize(
    "value", [{"fremd": "x"}, ["x"], "x" * 20_000, True, 10**9, [[[]]], {"k0": {"a": 1}}]
)
def test_a_value_that_does_not_fit_never_gets_through_unchanged(make, value):
    block = make()
    kept = from_browser(block, value)
    assert kept != value or isinstance(block, ui.Note)
    assert kept is None or block.accept(kept) == kept


def test_observers_hear_of_a_decision_on_a_card():
    cards = ui.Cards("01.karten", CARDS)
    heard = []
    cards.observe(lambda change: heard.append(change["new"]), "value")
    from_browser(cards, {"k0": "ja"})
    from_browser(cards, {"k0": "ja", "k1": "nein"})
    assert heard == [{"k0": "ja"}, {"k0": "ja", "k1": "nein"}]
    assert not cards.complete
    from_browser(cards, {"k0": "ja", "k1": "nein", "k2": "ja"})
    assert cards.complete


def test_cards_keep_only_decisions_on_their_own_cards_with_their_own_choices():
    assert from_browser(ui.Cards("", CARDS), {"k0": "ja", "k1": "vielleicht", "k9": "ja"}) == {"k0": "ja"}


def test_two_cards_with_one_id_are_refused():
    with pytest.raises(ValueError, match="same id"):
        ui.Cards("", [CARDS[0], CARDS[0]])


def test_a_quiz_keeps_only_options_that_exist():
    quiz = ui.Quiz("", QUESTIONS)
    assert from_browser(quiz, {"a": 1, "b": 3, "c": 0}) == {"a": 1}
    assert not quiz.complete
    assert from_browser(quiz, {"a": 1, "b": 2}) == {"a": 1, "b": 2}
    assert quiz.complete
    assert from_browser(quiz, {"a": True, "b": -1}) is None


def test_a_guess_stays_on_its_scale():
    guess = ui.Guess("", "Wie viel?", low=0, high=100)
    assert from_browser(guess, 80) == 80
    assert from_browser(guess, 900) == 100
    assert from_browser(guess, "viel") == 100


def test_a_guess_among_options_is_one_of_them():
    guess = ui.Guess("", "Was?", kind="choice", options=[("a", "A"), ("b", "B")])
    assert from_browser(guess, "c") is None
    assert from_browser(guess, "b") == "b"


def test_checkboxes_keep_known_values_in_the_order_of_the_options():
    choice = ui.Choice("", "Welche?", [("a", "A"), ("b", "B"), ("c", "C")], kind="checkbox")
    assert from_browser(choice, ["c", "x", "a"]) == ["a", "c"]
    assert from_browser(choice, []) is None


def test_a_pick_list_keeps_known_items_once_in_order_and_only_with_their_mark():
    picked = ui.PickList("", "Was?", ITEMS, ("verborgen", "unbemerkt"))
    one, other = {"id": "texte", "verborgen": True}, {"id": "spam", "verborgen": False}
    assert from_browser(picked, [one, other, one]) == [other, one]
    for odd in (
        {"id": "<b>", "verborgen": True},
        {"id": "texte"},
        {"id": "texte", "verborgen": 1},
        "texte",
    ):
        assert from_browser(picked, [odd, other]) == [other]
    assert from_browser(picked, []) is None


def test_a_slider_is_never_without_a_number():
    slider = ui.Slider("", "Anteil", 0, 100, value=40)
    assert slider.value == 40
    assert from_browser(slider, 55.5) == 55.5
    assert from_browser(slider, float("nan")) == 55.5
    assert from_browser(slider, None) == 40
    assert ui.Slider("", "Anteil", 10, 20).value == 10


def test_a_note_is_cut_to_its_longest_length():
    note = ui.Note("", "Was heißt das?")
    assert len(from_browser(note, "ä" * 20_000)) == note.longest
    assert from_browser(note, "") is None


def test_the_browser_hears_what_was_made_of_its_value():
    cards = ui.Cards("", CARDS)
    told = []
    cards.send_state = told.append
    from_browser(cards, {"k0": "ja"})
    assert told == []
    from_browser(cards, {"k0": "ja", "k9": "ja"})
    from_browser(cards, "unsinn")
    assert told == ["value", "value"]


def test_what_was_kept_elsewhere_comes_as_it_is_and_nothing_else():
    kept = ui.Kept(["02.kodex", "00.register"])
    assert from_browser(kept, {"02.kodex": {"regeln": []}, "01.karten": {"k0": "ja"}}) == {
        "02.kodex": {"regeln": []}
    }
    assert from_browser(ui.Kept(["a"]), {"a": "x" * 3_000_000}) is None


def plan():
    return ui.Plan("07.zusagen", "Zusagen", ["Erste", "Zweite"], [["was", "Was?", ""], ["wer", "Wer?", ""]])


def test_a_commitment_keeps_its_texts_and_a_day_that_exists():
    first = {"was": "Hinweis einbauen", "bis": "2026-11-30", "fremd": "x", "wer": "  "}
    assert from_browser(plan(), [first]) == [{"was": "Hinweis einbauen", "bis": "2026-11-30"}, {}]
    assert from_browser(plan(), [{"was": "x" * 1000}])[0]["was"] == "x" * 300


@pytest.mark.parametrize(
    "day", ["2026-02-30", "30.11.2026", "20261130", "1999-01-01", "2100-01-01", 20261130, ""]
)
def test_a_day_that_does_not_exist_or_makes_no_sense_is_left_out(day):
    assert from_browser(plan(), [{"was": "x", "bis": day}]) == [{"was": "x"}, {}]


@pytest.mark.parametrize("value", [[{}, {}], [], [[]], [{}, {}, {"was": "x"}], {"was": "x"}])
def test_an_empty_or_foreign_plan_is_none(value):
    assert from_browser(plan(), value) is None


FACTS = [1, 8, 1, 2, 3, 0, 2]
ROW = [*FACTS, -1, -1, -1]


def test_a_writer_takes_words_that_there_are_and_moves_the_temperature_into_its_range():
    block = ui.Writer("08.anfang", "Anfang", ROW)
    from_browser(block, {"row": [*FACTS, 0, 12, 3], "temperature": 0.4})
    assert block.value == {"row": [*FACTS, 0, 12, 3], "temperature": 0.4}
    for far, nearest in ((7, 1), (-3, 0), (10**400, 1)):
        from_browser(block, {"row": ROW, "temperature": far})
        assert block.value == {"row": ROW, "temperature": nearest}


@pytest.mark.parametrize(
    "value",
    [
        [],
        {"temperature": 1},
        {"row": ROW},
        {"row": ROW[:-1], "temperature": 1},
        {"row": [*FACTS, -2, -1, -1], "temperature": 1},
        {"row": [*FACTS, 0, 13, -1], "temperature": 1},
        {"row": [*FACTS, 0.5, -1, -1], "temperature": 1},
        {"row": [*FACTS, True, -1, -1], "temperature": 1},
        {"row": ROW, "temperature": "warm"},
    ],
)
def test_a_writer_refuses_what_is_no_text(value):
    block = ui.Writer("08.anfang", "Anfang", ROW)
    from_browser(block, value)
    assert block.value is None


def test_no_word_of_the_texts_is_unknown_to_a_writer():
    block = ui.Writer("08.anfang", "Anfang", ROW)
    listed = " ".join([*block.others, *(form for slot in block.slots for form in slot["forms"])])
    for anrede in range(corpus.SIZE[0]):
        text = corpus.text([anrede, *[0] * (len(corpus.SLOTS) - 1)])
        assert set(re.findall(r"\w+", text)) <= set(re.findall(r"\w+", listed))


def test_a_writer_knows_every_form_of_a_text_without_asking_the_kernel():
    block = ui.Writer("08.anfang", "Anfang", ROW)
    assert [len(slot["words"]) for slot in block.slots] == list(corpus.SIZE)
    for row in ([0, 3, *ROW[2:]], [1, 9, 4, 8, 0, 1, 1, 2, 6, 1], [2, 17, *ROW[2:]]):
        said = ""
        for text, id in block.templates[1 + row[0]]:
            at = corpus.SLOTS.index(id) if id else None
            known = at is not None and row[at] >= 0
            said += text.replace(block.gap, block.slots[at]["forms"][row[at]]) if known else text
        assert said == corpus.text(row)
