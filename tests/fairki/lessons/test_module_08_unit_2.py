"""Module 08, unit 2: what the page says of inventions follows from forms and answers, in each of its branches."""

import re

import numpy as np
import pytest

from coursetools import notebooks
from fairki import manifest
from fairki.lessons.module_08 import figures_2 as figures
from fairki.lessons.module_08 import unit_2
from fairki.lessons.module_08.de import unit_2 as de
from fairki.texts import crm, regression, sheets
from fairki.texts.crm import Check, Copying


def plain(markup) -> str:
    """What is read, without tags."""
    text = re.sub(r"<[^>]+>", " ", str(markup)).replace("\N{NO-BREAK SPACE}", " ")
    return re.sub(r" ([.,:;])", r"\1", re.sub(r"\s+", " ", text)).strip()


def test_the_numbers_in_the_prose_are_those_of_the_sheets():
    cells = notebooks.load(manifest.ROOT / "modules" / "08_schreiben.ipynb").cells
    prose = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    assert f"Es hat {sheets.REPLIES:,} alte Antworten gelesen".replace(",", ".") in prose
    assert f"mit {sheets.ARTICLES * sheets.TOPICS} Quellenblättern" in prose


def test_each_note_lacks_one_field_and_says_the_others():
    visits = figures.visits()
    for field, usual in unit_2.READ.items():
        at = visits.where(field, usual)
        assert (visits.notes[at] == regression.MISSING).tolist() == [
            one == field for one in range(len(crm.FIELDS))
        ]
    assert str(unit_2.notes()).count("<blockquote>") == len(unit_2.READ)


@pytest.mark.parametrize(("guess", "said"), [(95, "Gut geschätzt: "), (30, "Es kommt anders: ")])
def test_gaps_are_filled_and_some_are_right_by_luck(guess, said):
    shown = unit_2.what_is_filled_in({unit_2.GAPS: guess})
    copying = figures.copying()
    assert plain(shown.says).startswith(said) and f"{100 * copying.invented:.0f} von 100" in plain(shown.says)
    assert f"Davon stimmen {100 * copying.lucky:.0f} %" in plain(shown.says)
    assert "Keine Lücke bleibt sichtbar" in plain(shown.says)


def test_the_notes_that_are_read_show_a_lucky_guess_and_a_wrong_one():
    visits, forms = figures.visits(), figures.filled()
    right = []
    for field, usual in unit_2.READ.items():
        at = visits.where(field, usual)
        right.append(bool(forms.words[at, field] == visits.record[at, field]))
    assert set(right) == {True, False}
    text = plain(unit_2.what_is_filled_in({unit_2.GAPS: 30}).text)
    assert "Es fehlte: Kontaktweg im Formular" in text and text.count("wahr ist") == len(right)


def test_the_same_model_can_say_open():
    open_ = figures.copying(says_open=True)
    text = plain(unit_2.what_is_filled_in({unit_2.GAPS: 30}).text)
    assert f"bei {100 * open_.invented:.0f} von 100 fehlenden Angaben" in text and "„offen“" in text


def test_of_a_program_that_leaves_gaps_it_is_not_said_that_none_is_seen():
    some = Copying(invented=0.4, lucky=0.5, copied=1.0, left_open=0.0, notes_invented=0.4)
    assert "Keine Lücke" not in plain(de.filled(40, some)) and "40 von 100" in plain(de.filled(40, some))


@pytest.mark.parametrize(("guess", "said"), [(60, "Gut geschätzt: "), (95, "Es kommt anders: ")])
def test_two_checks_are_told_with_what_they_find_and_what_they_cost(guess, said):
    shown = unit_2.what_each_finds({unit_2.CHECK: guess})
    doubt, record = figures.checks()
    text = plain(shown.says)
    assert text.startswith(said) and f"Es sind {100 * doubt.found:.0f} von 100" in text
    assert doubt.found < doubt.found_wrong < record.found == 1 and doubt.read < record.read
    read = "so viele Notizen liest ein Mensch Programm fragen {:.1f} % nebeneinander {:.1f} %"
    assert read.format(100 * doubt.read, 100 * record.read).replace(".", ",") in text
    assert len(shown.picture.table) == 4


def test_what_the_doubt_lets_through_is_said_in_notes():
    sure = figures.filled().only_if_sure()
    visits = figures.visits()
    through = crm.compare(visits.notes, visits.record, sure).notes_invented
    text = plain(unit_2.what_each_finds({unit_2.CHECK: 60}).says)
    assert f"in {100 * through:.0f} % der Notizen mit einer Lücke" in text


def test_a_comparison_that_misses_something_says_how_much():
    check = Check(found=0.9, found_wrong=0.9, false_alarms=0.0, read=0.2)
    assert "übersieht 10 %" in plain(de.checks(50, check, check, 0.1))


@pytest.mark.parametrize(("guess", "said"), [(12, "Gut geschätzt: "), (1, "Es kommt anders: ")])
def test_a_sheet_helps_and_asking_back_helps_more(guess, said):
    shown = unit_2.what_a_sheet_brings({unit_2.SHEET: guess})
    replies = figures.replies()
    memory, with_sheet, asking = (
        replies.wrong(one) for one in (replies.memory, replies.sheet, replies.asking)
    )
    assert memory > with_sheet > asking > 0 and with_sheet > 5  # „trotzdem falsch“
    text = plain(shown.says)
    assert text.startswith(said) and f"Ohne Blatt sind {memory:.0f} von 100 falsch, mit Blatt noch" in text
    assert f"bei {replies.asked_back(replies.asking):.0f} von 100 Fragen" in text
    assert len(shown.picture.table) == 4


def test_the_example_is_wrong_at_once_and_asks_back_otherwise():
    replies, at = figures.replies(), unit_2.mistaken()
    assert replies.sheet.wrong(replies.questions, replies.facts)[at]
    assert replies.asking.value[at] == sheets.ASKS_BACK
    assert "Meinen Sie" in plain(unit_2.what_a_sheet_brings({unit_2.SHEET: 12}).text)


def test_of_the_sheets_so_many_are_current_as_the_question_says():
    question = unit_2.with_sheet().blocks[0].question
    assert f"{100 - 100 * sheets.OUTDATED:.0f} von 100 Blättern" in question


@pytest.mark.parametrize(("guess", "said"), [(90, "Gut geschätzt: "), (20, "Es kommt anders: ")])
def test_an_old_sheet_is_cited_properly_and_is_wrong(guess, said):
    shown = unit_2.what_an_old_sheet_does({unit_2.OLD: guess})
    replies = figures.replies()
    text = plain(shown.says)
    assert text.startswith(said) and f"Bei {replies.well_cited(replies.old):.0f} von 100" in text
    assert f"{replies.wrong(replies.old):.0f} von 100 Antworten falsch, mit neuen" in text


def test_what_an_old_sheet_says_is_copied_to_the_letter_so_that_a_look_at_the_sheet_finds_nothing():
    replies = figures.replies()
    given = replies.old.given
    cited = replies.facts.before[replies.old.article[given], replies.old.topic[given]]
    assert np.array_equal(replies.old.value[given], cited)
    text = plain(unit_2.what_an_old_sheet_does({unit_2.OLD: 20}).text)
    assert "Stand vom letzten Jahr" in text and "Stand heute" in text


def test_studies_stand_there_with_their_sources():
    shown = str(unit_2.studies_inventing())
    assert shown.count("<cite>") == 3
