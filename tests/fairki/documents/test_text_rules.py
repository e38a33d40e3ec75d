"""„Spielregeln für KI-Texte“: what was sorted and written, what is open, and what is refused."""

import datetime as dt
import io

import pytest
from docx import Document

from fairki import reference
from fairki.documents import layout, text_rules, word_file
from fairki.documents.text_rules import ASKS, CARDS, FIELDS, LABELS, NEVER, READS, USES
from fairki.errors import BadAnswerError

TODAY = dt.date(2026, 11, 29)
SORTED = {case.id: case.answer for case in reference.data_cases()}
FULL = {
    CARDS: SORTED,
    USES: "Entwürfe\n\n  Zusammenfassungen ",
    NEVER: "Codes <b>",
    READS: "Wer verschickt",
    LABELS: "Wir sagen es.",
    ASKS: "die IT",
}


def shown(answers, thoughts=()):
    return layout.markdown(text_rules.paper(answers, TODAY, thoughts)).replace("\N{NO-BREAK SPACE}", " ")


def test_the_page_says_what_was_written_line_by_line():
    text = shown(FULL, [("Wer liest?", "Niemand"), ("Und?", "")])
    assert text.startswith("# Spielregeln für KI-Texte")
    assert "- Entwürfe\n- Zusammenfassungen\n" in text and "Codes \\<b\\>" in text
    assert all(f"## {field.title}" in text for field in FIELDS.values())
    assert "noch offen" not in text and "Niemand" in text


def test_a_typed_list_is_one_list():
    assert text_rules.lines({USES: "- Entwürfe\n •  Übersetzungen\n-\n* Ideen\n-5 Grad\n – \n"}, USES) == (
        "Entwürfe",
        "Übersetzungen",
        "Ideen",
        "-5 Grad",
    )


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("---", "\\---"),
        ("+ x", "\\+ x"),
        ("1. Lesen", "1\\. Lesen"),
        ("1) Lesen", "1\\) Lesen"),
        ("10.5 Stunden", "10.5 Stunden"),
        ("a ~~b~~ &amp; c & d", "a \\~\\~b\\~\\~ \\&amp; c & d"),
    ],
)
def test_a_typed_line_stays_a_line_of_text_in_markdown(typed, written):
    assert f"- {written}\n" in shown({USES: typed})


def test_the_page_names_the_data_as_the_learner_sorted_it():
    text = shown(FULL | {CARDS: SORTED | {"torcode": "frei"}})
    assert "| frei | Einladungen ohne Namen; Codes und Passwörter;" in text
    assert "| nie | Angaben über die Gesundheit;" in text
    assert "Der Kurs rät hier zu mehr Vorsicht: Codes und Passwörter." in text and "rät" not in shown(FULL)
    assert "| nur im Werkzeug der Firma |" in shown({CARDS: {"angebot": "werkzeug"}})
    assert "| frei |" not in shown({CARDS: {"angebot": "werkzeug"}})


def test_what_the_law_says_about_labels_stands_beside_the_companys_own_words():
    text = shown(FULL)
    for law in map(reference.law, text_rules.LAWS):
        assert law.text.replace("\N{NO-BREAK SPACE}", " ") in text and "keine Rechtsberatung" in text


@pytest.mark.parametrize("key", text_rules.SECTION.keys)
def test_each_answer_alone_is_enough_and_leaves_the_rest_open_and_its_damage_is_refused(key):
    parts = text_rules.SECTION.parts({key: FULL[key]})
    assert sum(isinstance(part, layout.Prose) and part.text == "noch offen" for part in parts) >= 4
    assert all(part.level <= 2 for part in parts if isinstance(part, layout.Heading))
    for damaged in (3, ["angebot"], {"gibt_es_nicht": "frei"}, {"angebot": "immer"}, {"angebot": ["frei"]}):
        with pytest.raises(BadAnswerError) as error:
            text_rules.SECTION.parts({key: damaged})
        assert error.value.remedy


def test_without_answers_there_is_no_page():
    assert text_rules.SECTION.parts({}) == [] == text_rules.SECTION.parts({USES: " \n "})
    with pytest.raises(layout.EmptyPaperError, match="noch leer"):
        text_rules.paper({}, TODAY)


def test_the_page_opens_in_word():
    document = Document(io.BytesIO(word_file.word(text_rules.paper(FULL, TODAY))))
    assert document.paragraphs[0].text == "Spielregeln für KI-Texte"
