"""Pages are easy to read, and the measure can tell."""

import pytest

from coursetools import reading
from fairki import manifest


@pytest.mark.parametrize(
    "word,count",
    [
        ("Quote", 2),
        ("Bewerberinnen", 5),
        ("Entscheidung", 3),
        ("über", 2),
        ("Idee", 2),
        ("automatisch", 4),
        ("neue", 2),
        ("BGB", 1),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word, count):
    assert reading.syllables(word) == count


def test_the_measure_follows_the_formula():
    found = reading.measure("x", "Das ist ein Satz. Er hat acht Silben, ja!")
    # 9 words in 2 sentences; only „Silben“ has two syllables
    assert (found.words, found.per_sentence, found.long) == (9, 4.5, 0)
    assert found.ease == pytest.approx(180 - 4.5 - 58.5 * 10 / 9)


def test_items_headings_and_cells_end_a_sentence():
    assert reading.measure("x", "# Kopf\n\n- eins zwei\n- drei vier\n- fünf").per_sentence == pytest.approx(
        6 / 4
    )
    assert reading.measure("x", "<p>eins zwei</p><p>drei vier</p>").per_sentence == 2


def test_code_tables_and_addresses_are_no_prose():
    text = "Ein [Wort](#glossar-wort) steht `im_code_nicht`.\n\n| a | b |\n|---|---|\n| c | d |"
    assert reading.measure("x", text).words == 3


def test_text_between_two_tables_is_measured():
    table = "| a | b |\n|---|---|\n| c | d |"
    assert reading.measure("x", f"{table}\n\nDas zählt mit.\n\n{table}").words == 3


def test_official_german_is_hard_to_read():
    text = (
        "Die Inanspruchnahme der Beschwerdemöglichkeit setzt die Inkenntnissetzung der verantwortlichen "
        "Organisationseinheit unter Zugrundelegung der Datenschutzgrundverordnung voraus."
    )
    assert reading.measure("x", text).ease < reading.EASY_ENOUGH


def test_only_sentences_are_read_from_a_program():
    source = '''"""Doc of the file."""
def f(n):
    """Doc of it."""
    return "ein_schluessel", f"Das sind {n} ganze Sätze.", "Auch das ist einer."
'''
    assert sorted(reading.strings(source)) == ["Auch das ist einer.", "Das sind Wert ganze Sätze."]


def test_every_page_is_easy_enough(root):
    hard = [page for page in reading.pages(manifest.read(), root) if page.ease < reading.EASY_ENOUGH]
    assert hard == []


def test_the_sentences_of_every_lesson_count(root, tmp_path):
    course = manifest.read()
    with_lessons = reading.pages(course, root)
    for source in ("modules", "exercises"):
        (tmp_path / source).symlink_to(root / source)
    without = reading.pages(course, tmp_path)
    for module in course.modules:
        words = [
            next(page.words for page in found if page.page == f"Modul {module.number}")
            for found in (with_lessons, without)
        ]
        assert words[0] > words[1] + 500, module.id
