"""Honest minutes: what the manifest promises and what the pages take."""

import pytest
from answers import FULL, answers_to
from lesson_pages import cells_of
from nbformat.v4 import new_markdown_cell

from coursetools import minutes
from fairki import manifest, ui

COURSE = manifest.read()
WITHIN = 0.2


@pytest.mark.parametrize("module", COURSE.modules, ids=lambda module: module.id)
def test_a_unit_takes_as_long_as_it_says(root, module, monkeypatch):
    cells = cells_of(root, module, monkeypatch)
    blocks = [thing for _, shown in cells for thing in shown if isinstance(thing, ui.Block) and thing.key]
    answers = FULL | answers_to([{name: getattr(one, name) for name in one.keys} for one in blocks])
    for one in blocks:
        if one.typed and one.key in answers:
            one.set_state({"value": answers[one.key]})
    counted = minutes.of_page(cells)
    assert list(counted) == [unit.id for unit in module.units]
    said = {
        f"{module.id}.{unit.id}": (unit.minutes, round(counted[unit.id].minutes, 1)) for unit in module.units
    }
    wrong = {unit: both for unit, both in said.items() if abs(both[0] - both[1]) > WITHIN * both[1]}
    assert wrong == {}, "minutes in course.toml and as they are counted"


def test_reading_is_counted_in_words_and_tables_are_not_read_cell_by_cell():
    assert minutes.text("### Ein [Modell](#glossar-modell) lernt.") == minutes.Count(words=3)
    table = "<p>Drei kurze Wörter</p><table><tr><td>viele</td><td>Zahlen</td></tr></table>"
    assert minutes.text(table) == minutes.Count(words=3, seconds=minutes.TABLE)
    assert minutes.text("<details><summary>Mehr</summary><table></table></details>ja") == minutes.Count(
        words=1
    )
    assert minutes.Count(words=360, seconds=90).minutes == 3.5


def test_a_block_takes_its_seconds_and_what_it_asks_is_read():
    guess = ui.Guess("01.a", question="Wie viele?", kind="choice", options=[["a", "Keine"], ["b", "Alle"]])
    assert minutes.block(guess) == minutes.Count(words=4, seconds=minutes.SECONDS[ui.Guess])
    guess.answer = "<p>Es waren drei.</p>"
    assert minutes.block(guess).words == 7
    guess.visible = False
    assert minutes.block(guess) == minutes.Count()
    assert minutes.block(ui.Note("01.b", "Warum?", optional="Warum?")) == minutes.Count()
    assert minutes.block(ui.Note("01.b", "Warum?")).seconds == minutes.SECONDS[ui.Note]
    with pytest.raises(KeyError, match="Block"):
        minutes.block(ui.Block())


def test_what_nobody_has_to_open_counts_nothing():
    def prose(text, **metadata):
        return new_markdown_cell(text, metadata=metadata)

    end = ui.UnitEnd("01", "1")
    cells = [
        (prose("# Ein Modul"), []),
        (prose("## Eine Einheit"), [ui.Run("Los geht es", "")]),
        (prose("### Wenn Sie mögen: Mehr", tags=["extra"]), [ui.Run("Noch mehr", "")]),
        (prose("Das gehört dazu."), []),
        (prose("### Weiter"), []),
        (prose(""), [end]),
        (prose("## Quellen"), []),
    ]
    run = minutes.SECONDS[ui.Run]
    assert minutes.of_page(cells) == {"1": minutes.Count(words=2 + 2 + 3 + 1, seconds=run)}
