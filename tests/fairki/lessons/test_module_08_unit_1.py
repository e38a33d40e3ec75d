"""Module 08, unit 1: what the page says follows from what the model wrote, in each of its branches."""

import re

import numpy as np
import pytest

from coursetools import notebooks
from fairki import manifest, ui
from fairki.lessons.module_08 import figures_1 as figures
from fairki.lessons.module_08 import unit_1
from fairki.lessons.module_08.de import unit_1 as de
from fairki.texts import corpus, language_model, probe
from fairki.texts.corpus import LOB, MAN, NEITHER, SLOTS, WOMAN
from fairki.texts.measures import Estimate

NO_BREAK = "\N{NO-BREAK SPACE}"


def plain(markup) -> str:
    """What is read, without tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", str(markup)).replace(NO_BREAK, " "))


@pytest.fixture(scope="module")
def prose() -> str:
    cells = notebooks.load(manifest.ROOT / "modules" / "08_schreiben.ipynb").cells
    return "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")


def test_the_numbers_in_the_prose_are_those_of_the_texts(prose):
    assert f"{corpus.TEXTS:,} kurzen Beurteilungen".replace(",", ".") in prose
    assert f"schreibt jetzt {len(figures.written()):,} Beurteilungen".replace(",", ".") in prose
    assert unit_1.READ == 10 and "Das sind zehn von" in prose
    strong = r"„(\w+)“ und „(\w+)“ nennen wir tatkräftig, „(\w+)“ und „(\w+)“ nennen wir herzlich"
    assert re.findall(strong, prose) == [corpus.options(SLOTS[LOB])[:4]]


def test_ten_texts_of_the_firm_are_read_with_three_places_marked_in_each():
    shown = str(unit_1.assessments())
    assert shown.count("<li>") == 10 and shown.count("<mark>") == 30
    first = corpus.parts(figures.texts()[0])
    assert all(part.text in shown for part in first if part.written)


@pytest.mark.parametrize(("guess", "said"), [(30, "Gut geschätzt: "), (90, "Es kommt anders: ")])
def test_hits_are_told_beside_those_without_learning(guess, said):
    hits = figures.hits()
    text = plain(unit_1.how_often_it_hits({unit_1.HIT: guess}).says)
    assert text.strip().startswith(said)
    assert f"{hits[language_model.STEPS]:.0f} von 100 Texten" in text
    assert text.count("von 100") == 1 + len(figures.PASSES)


def test_a_model_that_has_read_nothing_hits_with_the_most_frequent_word():
    people = corpus.people(8000, figures.SEED)
    most = np.bincount(figures.texts()[:, LOB]).argmax()
    assert figures.hits()[0] == pytest.approx(100 * (people[:, LOB] == most).mean())


def test_the_two_beginnings_part_only_with_learning():
    assert "bei beiden das Gleiche" in plain(unit_1.what_it_knows({unit_1.PASS: "0"}).says)
    learnt = plain(unit_1.what_it_knows({unit_1.PASS: "80"}).says)
    assert "Punkte auseinander" in learnt
    model = figures.stages()[80]
    share = model.next_words(unit_1.BEGINNINGS["frau"], "lob")[2]
    assert f"Herzlichkeit {100 * share:.0f} %" in learnt


def test_every_number_of_passes_can_be_chosen_and_the_last_is_the_finished_model():
    options = [value for value, _ in unit_1.passes().blocks[0].options]
    assert options == [str(n) for n in figures.PASSES] and figures.PASSES[-1] == language_model.STEPS
    last, finished = figures.stages()[language_model.STEPS].weights, figures.model().weights
    assert all(np.array_equal(last[slot][1], finished[slot][1]) for slot in finished)


def test_the_browser_gets_the_model_with_the_first_answer_and_computes_as_it_does():
    scene = unit_1.next_words()
    assert scene.waits and scene.blocks[0].weights == {}
    sent = unit_1.what_may_come_next({}).traits[ui.Writer]["weights"]["lob"]
    row = [1, 8, 1, 2, 3, 0, 2, 0, -1, -1]
    scores, first = np.array(sent["table"][0]), 1
    for slot in sent["uses"]:
        if row[slot] >= 0:
            scores = scores + np.array(sent["table"][first + row[slot]])
        first += corpus.SIZE[slot]
    shares = np.exp(scores) / np.exp(scores).sum()
    known = {name: value for name, value in zip(SLOTS, row, strict=True) if value >= 0}
    assert shares == pytest.approx(figures.model().next_words(known, "lob"), abs=1e-3)


def test_the_keywords_at_first_are_a_whole_person_and_nothing_is_written():
    known = unit_1.START[: corpus.VERB]
    assert all(0 <= word < size for word, size in zip(known, corpus.SIZE, strict=False))
    assert set(unit_1.START[corpus.VERB :]) == {ui.writer.OPEN}


@pytest.mark.parametrize(("guess", "said"), [("herr", "Richtig: "), ("gleich", "Es kommt anders: ")])
def test_who_gets_the_phrase_is_told_at_equal_assessment_with_its_interval(guess, said):
    shown = unit_1.for_whom({unit_1.WHO: guess})
    gap = figures.gap(figures.written())
    assert gap.low > 0 and plain(shown.says).strip().startswith(said)
    assert f"{gap.value:.1f} Punkte vorn".replace(".", ",") in plain(shown.says)
    assert list(shown.picture.table.iloc[:, 0]) == list(de.ANREDEN.values())


def test_the_few_without_anrede_are_told_with_their_number_and_not_put_in_order():
    text = plain(unit_1.for_whom({unit_1.WHO: "herr"}).text)
    few = figures.share(figures.texts(), NEITHER)
    assert f"nur {few.n} Texte" in text and "ordnen diese Menschen deshalb nirgends ein" in text
    assert "ohne Anrede" not in unit_1.for_whom({unit_1.WHO: "herr"}).picture.summary


def test_a_person_is_shown_twice_with_both_chances():
    pair, text = figures.pair(), plain(unit_1.for_whom({unit_1.WHO: "herr"}).text)
    assert pair.man[0] == MAN and pair.woman[0] == WOMAN
    for chance in (pair.chance_man, pair.chance_woman):
        assert f"{chance:.0f} %" in text


@pytest.mark.parametrize(("guess", "said"), [(90, "Gut geschätzt: "), (10, "Es kommt anders: ")])
def test_striking_out_the_anrede_leaves_most_and_striking_out_all_leaves_nothing(guess, said):
    shown = unit_1.what_is_left({unit_1.CLUES: guess})
    left = [clue.left for clue in figures.clues()]
    assert left == sorted(left, reverse=True) and left[1] > 80 and abs(left[-1]) < 3
    assert plain(shown.says).strip().startswith(said) and f"davon {left[1]:.0f} %" in plain(shown.says)
    assert "ist der Abstand weg" in shown.says and len(shown.picture.table) == len(de.STEPS) == len(
        probe.CLUES
    )


def test_what_stays_of_the_gap_after_all_is_said_as_well():
    left = dict(zip(de.STEPS, (100, 90, 60, 30, 12), strict=True))
    assert "bleiben 12 %" in plain(de.clues(50, left, 20.0))


@pytest.mark.parametrize(("guess", "said"), [(88, "Gut geschätzt: "), (50, "Es kommt anders: ")])
def test_temperature_0_drives_apart_what_was_a_little_apart(guess, said):
    shown = unit_1.how_one_sided({unit_1.HEAT: guess})
    old, cold = probe.wording(figures.texts()), figures.heats()[-1].wording
    assert cold.strong_men > old.strong_men + 10 and cold.strong_women < old.strong_women - 10
    assert plain(shown.says).strip().startswith(said)
    assert (
        f"sind jetzt {cold.strong_men:.0f} von 100 dieser Wörter tatkräftig, in der Firma waren es {old.strong_men:.0f}"
        in re.sub(r" ([.,])", r"\1", plain(shown.says))
    )
    assert f"{old.strong_men:.0f} von 100" in unit_1.heat().blocks[0].question
    assert plain(shown.text).count(" % ") >= 3 * len(figures.heats())


@pytest.mark.parametrize(("guess", "said"), [("gleich", "Richtig: "), ("herr", "Es kommt anders: ")])
def test_the_fair_world_comes_out_fair_and_the_reversed_one_reversed(guess, said):
    shown = unit_1.where_the_direction_comes_from({unit_1.WORLD: guess})
    text = plain(shown.says).strip()
    assert text.startswith(said) and "kein Unterschied nachweisbar" in text and de.FAIR_IS_FAIR in text
    assert "Menschen mit „Frau“" in text and de.DIRECTION in text
    assert len(shown.picture.table) == 6


FAIR, FOR_MEN, FOR_WOMEN = (Estimate(v, v - 2, v + 2, 8000) for v in (0.5, 9.0, -9.0))


def test_a_fair_world_in_which_chance_left_a_gap_is_called_so():
    said = plain(de.worlds("gleich", {1.0: FOR_MEN, 0.0: FOR_MEN, -1.0: FOR_MEN}))
    assert de.FAIR_BY_CHANCE in said and de.DIRECTION not in said and "anders" in said


@pytest.mark.parametrize(
    ("gap", "ahead", "said"),
    [
        (FAIR, "gleich", "kein Unterschied nachweisbar (Spanne −1,5 bis 2,5 Punkte)"),
        (FOR_MEN, "herr", "Menschen mit „Herr“ 9,0 Punkte vorn (Spanne 7,0 bis 11,0 Punkte)"),
        (FOR_WOMEN, "frau", "Menschen mit „Frau“ 9,0 Punkte vorn (Spanne 7,0 bis 11,0 Punkte)"),
    ],
)
def test_whoever_is_ahead_is_named_only_beyond_chance(gap, ahead, said):
    assert de.ahead(gap) == ahead
    assert said in plain(de.who(ahead, gap, FOR_MEN, 8000, 2000))


def test_the_answers_that_can_be_chosen_are_those_that_can_be_right():
    for options in (de.WHO_OPTIONS, de.WORLD_OPTIONS):
        assert {value for value, _ in options} == {"frau", "gleich", "herr"}
