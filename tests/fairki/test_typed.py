"""Texts that people typed are fit for every file and still say the same."""

import json
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairki import ui
from fairki.typed import clean


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("Zeile\vUmbruch\fSeite", "Zeile\nUmbruch\nSeite"),
        ("Windows\r\nMac\rUnix\n", "Windows\nMac\nUnix\n"),
        ("a\x85b\u2028c\u2029d", "a\nb\nc\nd"),
        ("a\x00b\x1b[1mc\x7fd\x9fe", "ab[1mcde"),
        ("halb \ud83d oder \ude00", "halb  oder "),
        ("zwei Hälften \ud83d\ude00", "zwei Hälften \N{GRINNING FACE}"),
        ("\ufeffa\ufffe\uffff\ufdd0b", "\ufeffab"),
        ("\tTab, \u200frechts, Größe & <Maß>", "\tTab, \u200frechts, Größe & <Maß>"),
    ],
)
def test_what_no_file_can_hold_goes_and_the_rest_stays(typed, cleaned):
    assert clean(typed) == cleaned
    assert clean({"a": [typed, 1, None]}) == {"a": [cleaned, 1, None]}


@given(st.text(st.characters(exclude_categories=[])))
def test_a_cleaned_text_fits_into_every_file(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert json.dumps(cleaned, ensure_ascii=False).encode().decode()
    escaped = cleaned.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert (ElementTree.fromstring(f"<a>{escaped}</a>").text or "") == cleaned


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])))
def test_an_ordinary_text_stays_as_it_is(text):
    assert clean(text) == text


def test_a_block_takes_texts_cleaned():
    note = ui.Note("01.notiz", "Was heißt das für uns?")
    note.set_state({"value": "halb \ud83d und\vneu"})
    assert note.value == "halb  und\nneu"
