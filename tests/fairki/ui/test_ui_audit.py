"""The audit's blocks: a matrix that remembers two Kodexe, Steckbriefe, a history, a button that says it is done."""

import datetime as dt

import pytest

from fairki import ui
from fairki.kodex import Kodex, Rule, history, patterns, stored

KODEX = stored.to_value(Kodex("Unser Kodex", (Rule(patterns.NOTICE), Rule(patterns.APPEAL, {"frist": 7}))))
QUESTIONS = [
    {"id": "mensch", "label": "Ein Mensch?", "options": [["ja", "ja"], ["nein", "nein"]]},
    {"id": "frist", "label": "Frist?", "options": [[0, "keine"], [14, "14 Tage"]]},
]


def from_browser(block, value):
    block.set_state({"value": value})
    return block.value


def test_a_matrix_takes_two_kodexe_from_the_browser():
    value = {"erste": KODEX, "letzte": KODEX}
    assert from_browser(ui.Matrix("03.pruefung"), value) == value


@pytest.mark.parametrize(
    "value",
    [
        {"erste": KODEX},
        {"erste": KODEX, "letzte": KODEX, "dritte": KODEX},
        {"erste": KODEX, "letzte": {"regeln": [{"muster": "gibt_es_nicht"}]}},
        {"erste": KODEX, "letzte": "text"},
        [KODEX, KODEX],
    ],
)
def test_a_matrix_keeps_out_what_is_no_pair_of_kodexe(value):
    assert from_browser(ui.Matrix("03.pruefung"), value) is None


def test_profiles_keep_known_answers_only():
    block = ui.Profiles("03.steckbriefe", questions=QUESTIONS)
    given = {"spam": {"mensch": "ja", "frist": 14, "fremd": "x"}, "leads": {"mensch": "vielleicht"}}
    assert from_browser(block, given) == {"spam": {"mensch": "ja", "frist": 14}}
    assert from_browser(block, {"leads": {"mensch": "vielleicht"}}) is None


@pytest.mark.parametrize("value", [["spam"], {"spam": "ja"}, {str(i): {} for i in range(101)}])
def test_profiles_keep_out_what_is_no_steckbrief(value):
    block = ui.Profiles("03.steckbriefe", questions=QUESTIONS)
    from_browser(block, {"spam": {"mensch": "ja"}})
    assert from_browser(block, value) == {"spam": {"mensch": "ja"}}


def test_a_run_happens_at_a_click_and_says_its_message_again():
    said = []
    block = ui.Run("Prüfen", "Läuft …", lambda: said.append(1) or "Fertig.")
    heard = []
    block.observe(lambda change: heard.append(change.new), "message")
    for _ in range(2):
        block._handle_custom_msg({"type": "run"}, [])
    block._handle_custom_msg({"type": "anderes"}, [])
    assert len(said) == 2
    assert heard == ["Fertig.", "", "Fertig."]


def test_a_history_takes_from_the_browser_only_what_is_one():
    begun = history.History(dt.date(2026, 5, 3), Kodex("Unser Kodex", (Rule(patterns.NOTICE),)))
    value = history.to_value(begun.then(history.Change(dt.date(2026, 6, 1), "Anlass", "Grund", Kodex())))
    block = ui.KodexHistory()
    assert block.key == history.KEY and block.html == ""
    assert from_browser(block, value) == value
    for odd in ({"beginn": value["beginn"]}, [], "text", value | {"aenderungen": [{"tag": "gestern"}]}):
        assert from_browser(block, odd) == value
