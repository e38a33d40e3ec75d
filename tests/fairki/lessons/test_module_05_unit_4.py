"""Module 05, unit 4: what the Kodex lacks, a change that is kept with its reason, and what it brings."""

import datetime as dt
import io
from html import unescape

import pytest
from docx import Document

from fairki import ui
from fairki.documents.layout import EmptyPaperError
from fairki.feedback import letter, plan
from fairki.kodex import Kodex, Rule, history, patterns, stored
from fairki.kodex.history import Change, History
from fairki.lessons import bench
from fairki.lessons.bench import de as bench_de
from fairki.lessons.module_05 import figures, unit_4
from fairki.lessons.module_05.de import unit_4 as de
from fairki.lessons.module_05.de.shared import name

DAY, LATER = dt.date(2026, 5, 3), dt.date(2026, 6, 1)
LOOSE = Kodex("Kodex der Probe", (Rule(patterns.SELECTION_RATES, {"abstand": 40}),))
STRICT = Kodex("Kodex der Probe", (Rule(patterns.SELECTION_RATES, {"abstand": 5}),))
BEGUN = History(DAY, LOOSE)
CHANGED = BEGUN.then(Change(LATER, "Einspruch von Aylin Demir", "Punkte je nach Geschlecht", STRICT))
NOTHING = dict.fromkeys([stored.KEY, history.KEY, unit_4.OCCASION, unit_4.WHY])
TYPED = "<i>kurz</i>"


def answers(kodex=None, kept=None, **given):
    found = {stored.KEY: kodex and stored.to_value(kodex), history.KEY: kept and history.to_value(kept)}
    return NOTHING | found | {getattr(unit_4, key): value for key, value in given.items()}


def written(done):
    return history.from_value(done.writes[history.KEY])


def test_the_page_says_which_lesson_the_kodex_has_already():
    kodex = Kodex("Mein Kodex", (Rule(patterns.NOTICE), Rule(patterns.APPEAL)))
    told = unit_4.which_rules_are_there({stored.KEY: stored.to_value(kodex)}).says
    assert "Regel 2 (Einspruch)" in told and told.count("Im Kodex fehlt dazu noch eine Regel.") == 2
    assert "Wir vergleichen mit Ihrem Kodex." in told and told.count("<li>") == len(figures.cases())
    assert all(name(case) in told for case in figures.cases())


@pytest.mark.parametrize("kodex", [None, Kodex("Leer")])
def test_without_rules_of_ones_own_the_example_is_compared(kodex):
    told = unit_4.which_rules_are_there({stored.KEY: kodex and stored.to_value(kodex)}).says
    assert f"{bench.EXAMPLE.title}, denn Sie haben noch keinen eigenen" in unescape(told)
    assert "Regel 1 (Gleiche Quoten)" in told


def test_the_history_begins_with_the_kodex_of_that_day():
    done = unit_4.begin(answers(LOOSE), DAY)
    assert done.says.startswith("Fertig: 0 von 14") and written(done) == BEGUN
    assert written(unit_4.begin(answers(), DAY)).start == bench.EXAMPLE


def test_a_history_that_has_begun_is_left_alone_and_its_latest_version_is_examined():
    done = unit_4.begin(answers(LOOSE, CHANGED), LATER)
    assert not done.writes and done.says == bench_de.message(bench.audited(STRICT))


def test_a_changed_kodex_is_kept_with_day_occasion_and_reason():
    given = answers(STRICT, BEGUN, OCCASION="3", WHY="  Weil Punkte zählten ")
    done = unit_4.keep(given, LATER)
    assert done.says.startswith("Festgehalten. Fertig:")
    (change,) = written(done).changes
    assert change == Change(LATER, figures.cases()[2].kind, "Weil Punkte zählten", STRICT)


@pytest.mark.parametrize("occasion", [None, unit_4.OTHER])
def test_without_an_occasion_or_with_another_one_none_is_kept(occasion):
    (change,) = written(unit_4.keep(answers(STRICT, BEGUN, OCCASION=occasion), LATER)).changes
    assert (change.occasion, change.why) == ("", "")


def full():
    kept = BEGUN
    for number in range(history.MOST_CHANGES):
        kept = kept.then(Change(LATER, "", "", Kodex(f"K {number}", STRICT.rules)))
    return kept


@pytest.mark.parametrize(
    ("kodex", "kept", "said"),
    [
        (STRICT, None, de.EXAMINE_FIRST),
        (None, BEGUN, de.LOAD_FIRST),
        (LOOSE, BEGUN, de.NOTHING_CHANGED),
        (bench.EXAMPLE, History(DAY, bench.EXAMPLE), de.NOTHING_CHANGED),  # loaded, not changed yet
        (LOOSE, full(), de.FULL),
    ],
)
def test_what_cannot_be_kept_is_said_and_changes_nothing(kodex, kept, said):
    done = unit_4.keep(answers(kodex, kept), LATER)
    assert (done.says, done.writes) == (said, {})


def test_an_example_that_was_loaded_and_changed_is_kept():
    own = Kodex(bench.EXAMPLE.title, (STRICT.rules[0], *bench.EXAMPLE.rules[1:]))
    done = unit_4.keep(answers(own, History(DAY, bench.EXAMPLE)), LATER)
    assert done.says.startswith("Festgehalten. Fertig:") and written(done).latest == own


@pytest.mark.parametrize("kept", [None, BEGUN])
def test_before_a_change_the_guess_waits(kept):
    shown = unit_4.what_the_change_brought(answers(None, kept, EFFECT="mehr"))
    assert "Ändern Sie eine Regel, und prüfen Sie neu." in shown.says


@pytest.mark.parametrize(("guess", "hit"), [("mehr", True), ("gleich", False)])
def test_the_change_is_told_in_faults_and_in_wrong_accusations(guess, hit):
    told = unit_4.what_the_change_brought(answers(None, CHANGED, EFFECT=guess)).says
    assert ("Das hatten Sie erwartet." in told) == hit
    first, last = (bench.audited(kodex).score for kodex in (LOOSE, STRICT))
    assert f"Gefundene Fehler: <strong>+{last.found - first.found}</strong>" in told
    assert "Manche Regel ändert hier nichts" not in told


def test_a_change_without_effect_can_be_right_all_the_same():
    hardly = Kodex("Kodex der Probe", (Rule(patterns.SELECTION_RATES, {"abstand": 39}),))
    same = BEGUN.then(Change(LATER, "", "", hardly))
    told = unit_4.what_the_change_brought(answers(None, same, EFFECT="gleich")).says
    first, last = (bench.audited(kodex).score for kodex in (same.start, same.latest))
    assert (first.found, first.accused) == (last.found, last.accused)
    assert "Das hatten Sie erwartet." in told and "Manche Regel ändert hier nichts" in told


@pytest.mark.parametrize(
    ("found", "accused", "came"),
    [(2, 0, "mehr"), (2, 1, "beides"), (0, 0, "gleich"), (-1, 0, "weniger"), (3, -1, "mehr")],
)
def test_the_effect_of_a_change_is_one_of_those_to_guess(found, accused, came):
    assert unit_4.effect(found, accused) == came and came in [key for key, _ in de.EFFECTS]


def test_fewer_wrong_accusations_alone_are_an_effect_nobody_could_guess():
    assert unit_4.effect(0, -1) not in [key for key, _ in de.EFFECTS]
    assert "−1" in de.effect(0, -1, hit=False, same=False)


def test_before_the_first_examination_there_is_nothing_to_compare():
    shown = unit_4.before_and_after({history.KEY: None})
    assert shown.says == "" and shown.traits[ui.Matrix] == bench.NO_MATRIX
    assert unit_4.what_is_kept({history.KEY: None}).traits[ui.KodexHistory] == {"html": ""}


def test_before_a_change_the_history_says_what_is_kept():
    begun = {history.KEY: history.to_value(BEGUN)}
    shown = unit_4.before_and_after(begun)
    assert shown.says == "" and shown.traits[ui.Matrix] == bench.NO_MATRIX
    kept = unit_4.what_is_kept(begun).traits[ui.KodexHistory]["html"].replace("\N{NO-BREAK SPACE}", " ")
    assert "Festgehalten ist der Kodex vom 3. Mai 2026 mit 1 Regel. Ändern Sie jetzt eine Regel." in kept


def test_after_a_change_both_examinations_stand_side_by_side():
    changed = {history.KEY: history.to_value(CHANGED)}
    shown = unit_4.before_and_after(changed)
    assert "Erste und letzte Prüfung" in shown.says
    assert "<strong>Azubi-Start:</strong> Stellvertreter-Merkmal" in shown.says
    matrix = shown.traits[ui.Matrix]
    assert [rule["sentence"] for rule in matrix["rules"]] == [STRICT.rules[0].sentence]
    (cell,) = next(one["cells"] for one in matrix["systems"] if one["name"] == "Azubi-Start")
    assert (cell["answer"], cell["changed"]) == ("nein", "ja")
    told = unit_4.what_is_kept(changed).traits[ui.KodexHistory]["html"]
    assert "Anlass: Einspruch von Aylin Demir" in told and "Warum: Punkte je nach Geschlecht" in told


def test_the_history_tells_the_newest_change_first_with_both_wordings():
    short, long = (Rule(patterns.APPEAL, {"frist": days}) for days in (7, 30))
    grown = History(DAY, Kodex("K", (short,))).then(Change(DAY, "Einspruch", TYPED, Kodex("K", (long,))))
    anchored = Rule(patterns.APPEAL, {"frist": 30}, owner="Frau Haddad")
    grown = grown.then(Change(LATER, "", "", Kodex("K", (anchored,))))
    told = de.history(grown)
    assert told.index("1. Juni 2026") < told.index("3. Mai 2026")
    assert short.sentence in told and long.sentence in told and "&lt;i&gt;kurz" in told
    assert "Zuständig oder Meldeweg geändert" in told
    assert told.count("Anlass:") == told.count("Warum:") == 1


def test_new_and_dropped_rules_are_named():
    grown = BEGUN.then(Change(DAY, "", "", Kodex("K", (Rule(patterns.APPEAL),))))
    told = de.history(grown)
    assert f"<strong>Neu:</strong> {Rule(patterns.APPEAL).sentence}" in told
    assert f"<strong>Entfallen:</strong> {LOOSE.rules[0].sentence}" in told


def test_the_guess_and_both_buttons_know_what_they_need():
    asked, (guess, button) = unit_4.change(), unit_4.guess_effect()
    assert list(asked.asks) == [stored.KEY, unit_4.OCCASION, unit_4.WHY]
    assert guess.reacts_to == {unit_4.EFFECT, history.KEY} and list(button.stale_on) == [stored.KEY]
    assert button.act(answers(STRICT)).says == de.EXAMINE_FIRST
    assert written(unit_4.examine().act(answers(LOOSE))).day == dt.date.today()
    assert unit_4.what_follows().reacts_to == {stored.KEY}


def saved():
    """Label of each button → the scene that saves a file."""
    return {scene.download.label: scene for scene in unit_4.take_along()}


def test_the_plan_holds_what_is_settled_and_what_was_thought():
    word, text = (saved()[f"Feedback-Plan als {kind} speichern"] for kind in ("Word-Datei", "einfachen Text"))
    assert (word.download.filename, text.download.filename) == ("feedback-plan.docx", "feedback-plan.md")
    given = dict.fromkeys(word.needs) | {
        plan.CHANNELS_KEY: ["vertrauensperson"],
        "05.plan.frist": "30",
        "05.transfer.stille": "die Nachtschicht",
    }
    paper = Document(io.BytesIO(word.make(given)))
    cells = {cell.text for table in paper.tables for row in table.rows for cell in row.cells}
    assert {"Vertrauensperson", "30 Tage", "noch offen"} <= cells
    assert "die Nachtschicht" in [paragraph.text for paragraph in paper.paragraphs]
    assert "die Nachtschicht" in text.make(given).decode()
    assert {letter.OURS.reply_key, *(one.key for one in plan.DECISIONS)} <= set(text.needs)
    with pytest.raises(EmptyPaperError):
        word.make(dict.fromkeys(word.needs))


def test_the_kodex_is_saved_with_its_history_once_there_is_one():
    word, text = (
        saved()[f"Kodex mit Geschichte als {kind} speichern"] for kind in ("Word-Datei", "einfachen Text")
    )
    kept = {history.KEY: history.to_value(CHANGED)}
    paper = Document(io.BytesIO(word.make(kept)))
    assert f"Vorher: {LOOSE.rules[0].sentence}" in [paragraph.text for paragraph in paper.paragraphs]
    assert f"Vorher: {LOOSE.rules[0].sentence}" in text.make(kept).decode()
    with pytest.raises(EmptyPaperError, match="Es ist noch keine Änderung festgehalten"):
        word.make({history.KEY: None})
