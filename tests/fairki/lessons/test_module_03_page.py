"""The page of module 03 as a whole: two buttons, the cards at both, and what reacts to it."""

import pytest
from lesson_pages import shown_by

from fairki import manifest, ui
from fairki.kodex import Kodex, Rule, patterns, stored
from fairki.lessons.bench import de as bench_de
from fairki.lessons.module_03 import unit_1, unit_2
from fairki.lessons.module_03.de import unit_2 as de


@pytest.fixture
def blocks(root, monkeypatch):
    module = manifest.read().module("03")
    return [thing for thing in shown_by(root, module, monkeypatch) if isinstance(thing, ui.Block)]


def one(blocks, key):
    return next(block for block in blocks if block.key == key)


def click(blocks, label):
    button = next(block for block in blocks if isinstance(block, ui.Run) and block.label == label)
    button._answer(None, {"type": "run"}, [])
    return button


def test_each_audit_is_shown_and_outdates_what_the_other_button_said(blocks):
    matrix, builder = one(blocks, unit_2.AUDIT), one(blocks, unit_2.KODEX)
    guess = one(blocks, unit_2.FOUND)
    guess.value = 3
    assert guess.answer == de.START_NOW
    start = click(blocks, bench_de.START)
    assert start.message.startswith("Fertig: ") and matrix.rules and "ersten Prüfung" in guess.answer
    assert matrix.value["erste"] == matrix.value["letzte"]
    again = click(blocks, bench_de.AGAIN)  # nothing has changed meanwhile
    assert again.message.startswith("Fertig: ") and not start.message
    builder.value = stored.to_value(Kodex("Unser", (Rule(patterns.NOTICE),)))
    assert again.message and len(matrix.rules) > 1
    start = click(blocks, bench_de.START)
    assert start.message and not again.message and len(matrix.rules) == 1
    compared = [
        block.html for block in blocks if isinstance(block, ui.Text) and "Erste und letzte" in block.html
    ]
    assert len(compared) == 1
    matrix.value = None  # all answers deleted
    assert not start.message and not matrix.rules and guess.answer == de.START_NOW


def test_the_systems_of_the_register_follow_register_steckbriefe_and_kodex(blocks):
    matrix = next(block for block in blocks if isinstance(block, ui.Matrix) and block.label == de.OWN_MATRIX)
    own, example = (block for block in blocks if isinstance(block, ui.Profiles))
    assert len(matrix.systems) == len(example.systems) and example.visible and not own.visible
    one(blocks, unit_1.REGISTER).value = [{"id": "chatbot", "verborgen": True}]
    one(blocks, unit_2.KODEX).value = stored.to_value(Kodex("Unser", (Rule(patterns.NO_SECRET_USE),)))
    assert own.visible and not example.visible
    assert [system["cells"][0]["answer"] for system in matrix.systems] == ["offen"]
    own.value = {"chatbot": {"liste": "nein"}}
    assert [system["cells"][0]["answer"] for system in matrix.systems] == ["nein"]


def test_the_report_is_made_of_what_was_typed_and_of_the_audit(blocks, monkeypatch):
    save = next(block for block in blocks if isinstance(block, ui.Download) and "Text" in block.label)
    sent = []
    monkeypatch.setattr(save, "send", lambda message, buffers=(): sent.append((message, *buffers)))
    assert unit_2.AUDIT not in save.answers and unit_2.KODEX in save.answers
    typed = [None, None, None, "Frau Kaya fragen", None, None, None]
    save._answer(None, {"type": "make", "values": typed}, [])
    assert sent.pop()[0]["type"] == "problem"
    click(blocks, bench_de.START)
    save._answer(None, {"type": "make", "values": typed}, [])
    assert "Frau Kaya fragen" in sent.pop()[1].decode()
