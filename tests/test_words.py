"""All German that people see stands in files of words: ``de.py``, ``de/``, ``speech/``, ``texts.js`` and ``texts/``."""

import pytest

from tests import german, script_literals


def test_no_german_stands_outside_of_the_files_of_words():
    found = [
        f"{path.relative_to(german.ROOT)}:{line}: {text}"
        for path in german.files()
        for line, text in german.offences(path)
    ]
    assert found == [], "these words belong in a de.py or texts"


@pytest.mark.parametrize(
    "text",
    [
        "Frauen",
        "Weiter",
        "noch offen",
        "ä",
        "{} von {}",
        '<p class="fk-note">Bitte lesen</p>',
        "Monate",
        "„{}“",
        "falsche Alarme",
    ],
)
def test_german_is_found(text):
    assert german.is_german(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "männlich",  # a value of the tables
        "altersgruppe",
        "nicht_eingeladen",  # an id
        "einheit-{}",
        '<div class="fk-table">{}</div>',
        "no complaint of the kind {} among {} people",
        "use strict",
        "fk-panel fk-question",
        "FAIRKI_SPRACHE",
        "system-ui, -apple-system, sans-serif",
    ],
)
def test_ids_markup_english_and_the_tables_vocabulary_are_no_german(text):
    assert not german.is_german(text)


def test_what_python_shows_is_looked_at_whole_and_its_docstrings_are_not():
    source = '''
"""Die Frauen."""
def f(n):
    """Der Betriebsrat."""
    return f"{n} von {g('Frauen')}" + "zu " "spät" + "id"
'''
    assert german.in_python(source) == [(5, "{} von {}"), (5, "Frauen"), (5, "zu spät")]


def test_literals_of_a_script_are_found_between_comments_and_regular_expressions():
    source = r"""
// "Kommentar"
/* 'auch
keiner' */
const a = text.replace(/["'\/]/g, "Wort") / 2 / b;
const b = `${n === 1 ? "eine" : `${n} Fragen`} von ${{ a: "}" }.a} gelöst`;
const c = 'it\'s';
"""
    assert script_literals.read(source) == [
        (5, "Wort"),
        (6, "eine"),
        (6, "{} Fragen"),
        (6, "{} von {} gelöst"),
        (6, "}"),
        (7, "it's"),
    ]


def test_the_text_of_a_template_is_looked_at_and_its_words_and_tags_are_not():
    source = """
<p class="{{ 'über' }}">{% if open %}{{ de.OPEN }}{# für später #}</p>
<h2>Noch offen</h2>
"""
    assert german.in_template(source) == [(3, "Noch offen")]
