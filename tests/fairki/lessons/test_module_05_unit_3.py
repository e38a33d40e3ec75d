"""Module 05, unit 3: a survey is read in four ways, and a letter is put together and looked at."""

import re
from dataclasses import replace

import pytest
from lesson_pages import begun

from fairki import metrics, speech, ui
from fairki.feedback import letter, reply, survey
from fairki.lessons import scene
from fairki.lessons.module_05 import figures, unit_3
from fairki.lessons.module_05.de import unit_3 as de
from fairki.lessons.module_05.de.self_check import QUESTIONS

EMPTY = dict.fromkeys(letter.OURS.keys)
BEST = {"anfang": "kurz", "grund": "klar", "ki": "ja", "schluss": "weg"}
WORST = {"anfang": "amt", "grund": "leer", "ki": "nichts", "schluss": "wunsch"}
TYPED = "<b>x</b> " * 30
OWN = (
    "Guten Tag,\n\nleider müssen wir absagen, weil im Test Punkte fehlten. Ein Programm hat mitgewirkt."
    " Sehen Sie das anders? Dann legen Sie in 30 Tagen Einspruch ein: hilfe@firma.example."
)


def chosen(parts, **given):
    return EMPTY | {letter.OURS.part_keys[part]: option for part, option in parts.items()} | given


def salutation(text):
    return {letter.OURS.salutation_key: text}


def look(answers):
    return unit_3.what_a_look_finds(answers).says


def test_a_survey_is_read_in_four_ways():
    shown = unit_3.what_all_think({unit_3.ALL: 4})
    assert "Nur die 200 Antworten" in shown.says
    assert "Der wahre Wert liegt nicht im Bereich der ersten Zeile." in shown.says
    assert shown.says.count('<th scope="row">') == 4
    assert "Leiharbeit" in shown.picture.summary
    assert list(shown.picture.table.iloc[:, 0]) == list(survey.GROUPS)


def test_a_true_value_within_the_range_is_no_reason_to_rely_on_it():
    everybody = survey.Mean(3.0, 2.0, 4.0, 200, False)
    told = de.four_ways(everybody, everybody, (1.5, 4.5), 3.1, 400)
    assert "Der wahre Wert liegt im Bereich der ersten Zeile. Darauf verlassen" in told


def test_the_guess_names_the_mean_of_the_answers_and_how_many_were_asked():
    question = begun(unit_3.guess_all()).blocks[0].question
    mean = speech.number(survey.naive(figures.asked()).value, 1)
    assert f"liegt das Mittel der Antworten bei {mean}." in question
    assert f"bei allen {len(figures.asked())} Befragten?" in question


@pytest.mark.parametrize("statement", survey.QUESTIONS)
def test_small_groups_get_no_figure(statement):
    groups = survey.by_group(figures.asked(), statement)
    told = unit_3.what_each_group_thinks({unit_3.STATEMENT: statement}).says
    assert told.count("zu klein") == groups["zu_klein"].sum() > 0
    assert "Leiharbeit" in told.partition("Zu klein für eine Zahl")[2]


def test_before_a_statement_is_chosen_there_are_no_groups():
    told = unit_3.what_each_group_thinks({unit_3.STATEMENT: None}).says
    assert "Wählen Sie eine Aussage." in told and "<table>" not in told


def test_where_no_group_is_small_nothing_is_said_about_small_groups():
    large = survey.by_group(figures.asked()).query("not zu_klein")
    assert "Zu klein" not in de.groups(large)


def test_fear_is_written_about_least_and_the_page_says_why():
    text = unit_3.themes().blocks[0].html
    assert "„Ich habe Angst vor Nachteilen“ steht ganz unten." in text
    written = survey.themes(figures.asked()).query("anzahl > 0")
    assert text.count('<th scope="row">') == len(written)
    assert "Ich bin zufrieden" not in de.themes(written.query("thema != 'zufrieden'"))


def test_a_letter_of_the_best_parts_is_complete_and_of_the_worst_is_not():
    made = unit_3.letter(chosen(BEST))
    assert made.startswith("Guten Tag Sofia Wagner,")
    assert figures.declined().ways().ways[0].sentence in made
    assert reply.look(made).complete and "Diesen Brief versteht man." in look(chosen(BEST))
    assert 'data-state="right"' in look(chosen(BEST))
    told = look(chosen(WORST))
    assert 'data-state="not-yet"' in told and "könnte noch helfen" in told
    assert (
        "Der längste Satz hat" in told and "anderweitig" in told and "Bis wann hat die Person Zeit?" in told
    )
    assert "Das klingt nach einem Grund, nennt aber keinen: „Nach sorgfältiger Prüfung“" in told


def test_without_parts_there_is_no_letter():
    assert unit_3.letter(EMPTY | salutation("Hallo")) == ""
    assert unit_3.letter(chosen({"grund": "nichts", "ki": "nichts"})) == ""
    assert unit_3.the_letter_so_far(EMPTY).says == ""
    assert "Wählen Sie die Bausteine" in look(EMPTY)
    assert "Der Brief ist noch sehr kurz." in look(EMPTY | {letter.OURS.reply_key: "Guten Tag"})


def test_the_letter_stands_there_as_it_would_be_sent():
    told = unit_3.the_letter_so_far(chosen(BEST)).says
    assert told.startswith("<blockquote><p>Guten Tag Sofia Wagner,</p><p>vielen Dank")
    assert told.count("<p>") == 5


def test_an_own_text_goes_first_and_is_looked_at():
    told = look(chosen(WORST) | {letter.OURS.reply_key: OWN})
    assert "Diesen Brief versteht man." in told and "anderweitig" not in told


def test_whatever_is_typed_or_chosen_reaches_the_letter_and_the_look_at_it(monkeypatch):
    monkeypatch.setattr(scene, "display", lambda *blocks: None)
    page, parts, own = scene.Page(), unit_3.write_letter(), unit_3.look_at_letter()
    for name, part in (("a", parts), ("b", own)):
        page.show(name, part)
    texts = [next(block for block in one.blocks if isinstance(block, ui.Text)) for one in (parts, own)]
    for part, option in WORST.items():
        parts.asks[letter.OURS.part_keys[part]].value = option
    parts.asks[letter.OURS.salutation_key].value = "Liebe Frau Wagner,"
    assert "<p>Liebe Frau Wagner,</p>" in texts[0].html and "Guten Tag" not in texts[0].html
    assert "anderweitig" in texts[1].html and "Die Anrede nennt ein Geschlecht." in texts[1].html
    own.asks[letter.OURS.reply_key].value = OWN
    assert "Diesen Brief versteht man." in texts[1].html and "Liebe Frau Wagner," in texts[0].html


def test_the_salutation_is_free_and_the_letter_names_nobody_who_did_not_decide():
    made = unit_3.letter(chosen({"ki": "ja"}) | salutation(" Liebe Sofia, "))
    assert made.startswith("Liebe Sofia,\n\nüber Ihre")
    every = [option for _, options in unit_3.letter_parts().values() for _, option in options]
    assert not any(reply.look(text).decider for text in every)
    assert "ein Programm entschieden" in made
    assert not any(re.search(r"\b(Frau|Herrn?)\b", text) for text in every)


@pytest.mark.parametrize(
    ("greeting", "first", "begins"),
    [
        ("Guten Tag,", "Vielen Dank.", "Guten Tag,\n\nvielen Dank."),
        ("Guten Tag!", "Vielen Dank.", "Guten Tag!\n\nVielen Dank."),
        ("Guten Tag,", "Sie haben recht.", "Guten Tag,\n\nSie haben recht."),
        ("", "Ihre Bewerbung.", "Guten Tag Jan Petersen,\n\nIhre Bewerbung."),
    ],
)
def test_only_a_comma_makes_the_first_sentence_small_and_never_a_polite_form(greeting, first, begins):
    assert de.letter("Jan Petersen", greeting, [first, "Ende."]) == f"{begins}\n\nEnde."


def test_the_hint_about_the_salutation_shows_what_stands_there_without_one():
    note = begun(unit_3.write_letter()).blocks[0]
    assert "dann steht da: „Guten Tag Sofia Wagner“." in note.hint


def test_what_somebody_typed_stays_text():
    assert "<b>x" not in look(EMPTY | {letter.OURS.reply_key: TYPED})
    assert "<b>x" not in unit_3.the_letter_so_far(chosen(BEST) | salutation(TYPED)).says
    assert "&lt;b&gt;x" in unit_3.the_letter_so_far(chosen(BEST) | salutation(TYPED)).says


def test_a_complete_letter_without_hints_has_no_list_of_them():
    found = replace(reply.look(OWN), sentence="", length=5, heavy=(), vague=(), decider="", title=False)
    assert de.look(found).count("<ul") == 1


def test_the_range_for_two_of_seven_is_the_one_the_self_check_states():
    (asked,) = (one for one in QUESTIONS if one["id"] == "kleine_gruppe")
    low, high = metrics.wilson(2, 7)
    stated = f"von {speech.number(100 * float(low))} bis {speech.number(100 * float(high))} %"
    assert stated in asked["options"][0]["why"]
