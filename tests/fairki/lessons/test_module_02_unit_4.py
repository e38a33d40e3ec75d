"""Does it all go together? Two rules, the own rules, and the files that are made of them."""

import datetime as dt
import io
from dataclasses import replace

import pytest
from docx import Document

from fairki import documents, reference
from fairki.documents.layout import EmptyPaperError
from fairki.kodex import Kodex, Rule, loads, patterns, stored
from fairki.kodex.example import EXAMPLE
from fairki.lessons import scene as scenes
from fairki.lessons.module_02 import Module02, unit_4
from fairki.lessons.module_02.unit_4 import CHANCES, FIELD, NOTES, PRICE, RATES

STRICT = Kodex(
    rules=(Rule(patterns.SELECTION_RATES, {"abstand": 1}), Rule(patterns.EQUAL_OPPORTUNITY, {"abstand": 1}))
)
START = {RATES: 2.0, CHANCES: 2.0, PRICE: 1.0}
THIS_DAY = dt.date(2026, 11, 29)


def together(field: str | None, **bounds: float) -> str:
    return unit_4.do_both_go_together(START | {FIELD: field} | bounds).says


def own(kodex: Kodex | None, price: float | None = 3) -> str:
    kept = None if kodex is None else stored.to_value(kodex)
    return unit_4.what_the_own_rules_make({stored.KEY: kept, PRICE: price}).says


def answers(kodex: Kodex, price: float = 3, **notes: str) -> dict:
    return dict.fromkeys(NOTES) | {stored.KEY: stored.to_value(kodex), PRICE: price} | notes


def test_first_the_data_are_chosen():
    assert together(None) == "<p>Wählen Sie zuerst die Daten.</p>"


def test_two_rules_clash_on_some_data_and_not_on_others():
    assert "Beide Regeln gehen zusammen." in together("bewerbung")
    clash = together("versorgung")
    assert "Beide Regeln gehen hier nicht zusammen." in clash
    assert "Die nächsten Grenzen, die zusammen gehen" in clash and "Auch ein Los ist dabei erlaubt." in clash
    assert "Beide Regeln gehen zusammen." in together("versorgung", **{PRICE: 10})


def test_looser_bounds_go_together():
    assert "Beide Regeln gehen zusammen." in together("versorgung", **{RATES: 15, CHANCES: 15})


def test_the_box_says_by_its_sign_and_its_colour_what_its_words_say():
    good, bad = together("bewerbung"), together("versorgung")
    assert 'data-state="right"' in good and '<span aria-hidden="true">✓</span> Beide' in good
    assert 'data-state="not-yet"' in bad and '<span aria-hidden="true">✗</span> Beide' in bad


@pytest.mark.parametrize("kodex", [None, Kodex(title="Ohne Regeln")])
def test_an_empty_kodex_waits_for_rules(kodex):
    assert "Ihr Kodex ist noch leer." in own(kodex)


def test_rules_of_the_own_kodex_that_clash_are_named():
    said = own(STRICT)
    assert "<p>Ihr Kodex hat 2 Regeln.</p>" in said
    assert "Nicht alle Ihre Regeln lassen sich hier einhalten:" in said
    assert "<li>Regel 1 und Regel 2 im Beispiel" in said


def test_rules_about_texts_that_clash_are_named_on_the_page_and_in_the_document():
    rules = (Rule(patterns.NAME_SWAP, {"abstand": 3}), Rule(patterns.EQUAL_OUTCOME, {"abstand": 3}))
    said = own(Kodex(rules=rules))
    assert "Regel 1 und Regel 2 im Beispiel „Beurteilungen“" in said and "in die andere Richtung" in said
    text = unit_4.markdown(answers(Kodex(rules=rules))).decode()
    assert "Ein Ausweg: Anrede, Vorname" in text
    wide = own(Kodex(rules=tuple(Rule(rule.pattern) for rule in rules)))
    assert "Kein Zielkonflikt gefunden" in wide
    for rule in rules:
        assert f"„{rule.kind.title}“" in wide, "what was looked at is named"


def test_rules_that_nobody_has_to_weigh_against_each_other_are_said_to_go_together():
    said = own(Kodex(rules=(Rule(patterns.APPEAL),)))
    assert "Kein Zielkonflikt gefunden." in said and "mit dem Preis, den Sie eingestellt haben" in said
    assert "<li>" not in said


@pytest.mark.parametrize(
    ("owner", "channel", "said"),
    [
        ("Samira Haddad", "Intranet", "Für jede Regel ist geklärt, wer sich kümmert"),
        ("Samira Haddad", "", "fehlt noch, wer sich kümmert"),
        ("", "", "fehlt noch, wer sich kümmert"),
    ],
)
def test_rules_that_nobody_answers_for_are_counted(owner, channel, said):
    assert said in own(Kodex(rules=(Rule(patterns.APPEAL, owner=owner, channel=channel),)))


def test_the_price_decides_which_own_rules_clash_and_begins_where_its_slider_does():
    assert own(STRICT, 10) != own(STRICT, 0)
    assert own(STRICT, None) == own(STRICT, unit_4.PRICE_FIRST)


def test_the_page_looks_at_the_own_rules_again_when_they_change_and_when_the_price_moves(monkeypatch):
    shown = []
    monkeypatch.setattr(scenes, "display", lambda *blocks: shown.extend(blocks))
    lesson = Module02()
    lesson.build()
    lesson.clashes()
    lesson.own_kodex()
    builder, *_, price, _clash, text = shown
    assert text.html == own(None)
    builder.value = stored.to_value(STRICT)
    assert text.html == own(STRICT, unit_4.PRICE_FIRST)
    price.value = 10
    assert text.html == own(STRICT, 10)


def test_the_document_names_clashes_and_thoughts():
    first, *_, last = NOTES
    paper = answers(STRICT, **{first: "Rabatte", last: "Mit Thomas Krüger"})
    paragraphs = [one.text for one in Document(io.BytesIO(unit_4.word(paper))).paragraphs]
    assert any("Regel 1 und Regel 2" in text for text in paragraphs)
    questions = [reference.transfer(key).question for key in (first, last)]
    assert [text for text in paragraphs if text in {*questions, "Rabatte", "Mit Thomas Krüger"}] == [
        questions[0],
        "Rabatte",
        questions[1],
        "Mit Thomas Krüger",
    ]


def test_what_was_typed_stands_in_the_plain_text_as_it_was_typed():
    text = unit_4.markdown(answers(EXAMPLE, **{NOTES[2]: "Schichtpläne <und> Fotos"})).decode()
    assert "Schichtpläne \\<und\\> Fotos" in text


def test_the_document_carries_the_day_on_which_it_is_made():
    paper = unit_4.kodex_paper(answers(EXAMPLE), THIS_DAY)
    assert "29. November 2026" in documents.markdown(paper)


def test_what_is_saved_for_later_is_the_same_kodex_again():
    named = replace(EXAMPLE, title="Kodex der Werkstatt")
    assert loads(unit_4.toml({stored.KEY: stored.to_value(named)}).decode()) == named
    assert loads(unit_4.toml({stored.KEY: None}).decode()) == Kodex()


@pytest.mark.parametrize("make", [unit_4.word, unit_4.markdown])
def test_of_an_empty_kodex_no_document_is_made(make):
    with pytest.raises(EmptyPaperError, match="Ihr Kodex ist noch leer"):
        make(answers(Kodex()) | {stored.KEY: None})


def test_there_are_three_files_and_each_is_made_of_what_it_needs():
    files = {scene.download.filename: scene for scene in unit_4.take_along()}
    assert list(files) == ["unser-ki-kodex.docx", "unser-ki-kodex.md", "unser-ki-kodex.toml"]
    for scene in files.values():
        given = answers(EXAMPLE)
        assert scene.make({key: given[key] for key in scene.needs})


def test_the_thoughts_are_those_of_the_whole_page():
    assert len(NOTES) == 5 and all(key.startswith("02.transfer.") for key in NOTES)
