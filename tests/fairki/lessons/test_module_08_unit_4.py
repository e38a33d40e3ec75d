"""The reveals of unit 4: what copies of copies lose, what readers find, and what the clock said."""

import datetime as dt
import re

import pytest

from fairki import reference
from fairki.documents import layout, text_rules
from fairki.kodex import Kodex, Rule, patterns, stored
from fairki.lessons import bench
from fairki.lessons.bench.examination import OF_TEXTS
from fairki.lessons.module_08 import figures_4 as figures
from fairki.lessons.module_08 import unit_4
from fairki.lessons.module_08.de import unit_4 as de
from fairki.lessons.scene import Done
from fairki.systems import TEXTS
from fairki.texts import corpus, reading
from fairki.texts.corpus import LOB, SIZE

TODAY = dt.date(2026, 11, 29)


def plain(markup):
    return re.sub(r"<[^>]+>", " ", re.sub(r"</?strong>", "", markup)).replace("\N{NO-BREAK SPACE}", " ")


def test_words_and_fairness_get_lost_on_the_way():
    shown = unit_4.what_is_left_over({unit_4.COPIES: 13})
    first, *_, last = figures.road(figures.ALONE)
    assert first.in_use == SIZE[LOB] and last.in_use < SIZE[LOB] / 2
    assert last.shares.women < first.shares.women and last.shares.men > first.shares.men  # „Abstand wächst“
    assert f"noch {last.in_use}." in plain(shown.says)
    assert f"am Ende in {last.shares.women:.0f} %" in plain(shown.says)
    assert len(shown.picture.table) == 7


def test_every_year_shows_its_words_and_what_is_gone():
    assert unit_4.what_is_still_said({unit_4.COPIES: None, unit_4.YEAR: 3}).says == de.GUESS_FIRST
    for year, road in enumerate(figures.road(figures.ALONE)):
        said = unit_4.what_is_still_said({unit_4.COPIES: 4, unit_4.YEAR: float(year)}).says
        assert said.count("<li>") == road.in_use
        gone = SIZE[LOB] - road.in_use
        assert ("Verschwunden ist noch kein Wort." in said) == (gone == 0)
        assert sum(word in said for word in corpus.options("lob")) == SIZE[LOB]
        assert ("So schreiben Menschen" in said) == (year == 0)


def test_the_words_of_a_year_are_shares_of_its_texts():
    for road in figures.road(figures.ALONE):
        shares = figures.praise(road)
        assert sum(shares.values()) == pytest.approx(1)
        assert list(shares.values()) == sorted(shares.values(), reverse=True)


def test_not_every_road_leads_down():
    assert unit_4.where_a_road_leads({unit_4.ROAD: None}).says == de.ROAD_FIRST
    alone = figures.road(figures.ALONE)[-1]
    for id, *_ in de.ROADS:
        shown, last = unit_4.where_a_road_leads({unit_4.ROAD: id}), figures.road(id)[-1]
        assert f"{last.in_use} Wörter statt {alone.in_use}" in plain(shown.says)
        assert (
            last.in_use == SIZE[LOB] and shown.picture.title == de.ROAD_TITLES[id]
        )  # „Kein Wort geht verloren“
    half, hot = (figures.road(id) for id in ("halb", "bunt"))
    assert alone.rare < half[-1].rare < half[0].rare / 2  # „die seltenen werden seltener“
    assert hot[-1].rare == pytest.approx(hot[0].rare, abs=3)
    assert hot[-1].shares.gap == pytest.approx(hot[0].shares.gap, abs=6) and hot[-1].shares.gap > 10


def test_what_readers_find_is_called_assumed_and_the_record_helps_more_than_slowness():
    said = plain(unit_4.what_is_caught({unit_4.READING: 90}).says)
    assert "Angenommen:" in said and "nicht an Menschen gemessen" in said
    alone, slow = figures.read(unit_4.ASKED, False), figures.read(unit_4.SLOW, False)
    beside = figures.read(unit_4.ASKED, True)
    assert f"etwa {100 * alone.caught:.0f} von 100" in said
    assert beside.caught > slow.caught > alone.caught  # „hilft hier noch mehr“
    assert said.count(f"{100 * beside.caught:.0f} %") >= 2
    assert f"{100 * reading.ERRORS:.0f} von 100 Texten" in de.reading(unit_4.ASKED, reading.ERRORS)


@pytest.mark.parametrize(("guess", "said"), [(de.SLOWER, "Ja. Sie waren"), ("gleich", "Es kam anders.")])
def test_felt_is_not_measured_whatever_was_guessed(guess, said):
    shown = plain(unit_4.what_the_clock_said({unit_4.FELT: guess}).says)
    assert said in shown and reference.finding("metr").text.replace("\N{NO-BREAK SPACE}", " ") in shown


def test_findings_are_told_in_both_directions():
    told = unit_4.helps()
    assert all(reference.finding(id).source in told for id in unit_4.HELPS)
    assert "seltener richtig" in told and "mehr Anfragen" in told
    assert "nicht jedes Lernen" in unit_4.collapse()


# ---- the Kodex

BEST = stored.to_value(Kodex("Alles", tuple(Rule(id) for id in patterns.about(TEXTS))))


def test_the_guess_is_answered_by_the_first_audit():
    key = OF_TEXTS.key
    assert unit_4.how_many_were_found({key: None}).says == de.START_NOW
    found = bench.audited(stored.from_value(BEST), TEXTS).score
    said = unit_4.how_many_were_found({key: {"erste": BEST, "letzte": BEST}}).says
    assert f"<strong>{found.found}</strong>" in said
    assert found.found == found.planted and found.accused == 0


def test_the_kodex_to_begin_with_leaves_something_to_find():
    first = bench.audited(bench.kodex_of(None, TEXTS), TEXTS).score
    assert 0 < first.found < first.planted


# ---- rules of play

EMPTY = dict.fromkeys((*text_rules.SECTION.keys, stored.KEY))
SORTED = {case.id: case.answer for case in reference.data_cases()}


def test_the_suggestion_follows_the_cards_and_fills_only_empty_fields():
    done = unit_4.propose(EMPTY | {text_rules.CARDS: SORTED, text_rules.ASKS: "Samira"})
    assert set(done.writes) == set(text_rules.FIELDS) - {text_rules.ASKS} and done.says == de.PROPOSED
    assert done.writes[text_rules.NEVER].splitlines()[0] == "Codes und Passwörter"
    any_, approved = done.writes[text_rules.USES].splitlines()
    assert any_.startswith("In jedem Programm: ") and "Bewerbungen" in approved
    moved = unit_4.propose(EMPTY | {text_rules.CARDS: SORTED | {"bewerbung": "nie"}}).writes
    assert "Bewerbungen" in moved[text_rules.NEVER] and "Bewerbungen" not in moved[text_rules.USES]


def test_who_sorted_less_strictly_than_we_do_gets_our_suggestion_and_is_told():
    done = unit_4.propose(EMPTY | {text_rules.CARDS: SORTED | {"torcode": "frei"}})
    assert de.STRICTER in done.says and "Codes und Passwörter" in done.writes[text_rules.NEVER]
    assert "Codes und Passwörter" not in done.writes[text_rules.USES]


def test_a_rule_of_the_kodex_about_reading_comes_first():
    kodex = stored.to_value(Kodex("Unser", (Rule(patterns.NAME_SWAP), Rule(patterns.HUMAN_READS))))
    first, second = unit_4.propose(EMPTY | {stored.KEY: kodex}).writes[text_rules.READS].splitlines()
    assert first == Rule(patterns.HUMAN_READS).sentence and second == de.SUGGESTED_READS


def test_without_cards_the_suggestion_says_what_it_lacks():
    done = unit_4.propose(EMPTY)
    assert done.says.endswith(de.SORT_FIRST)
    assert set(done.writes) == {text_rules.READS, text_rules.LABELS, text_rules.ASKS}


@pytest.mark.parametrize(("answer", "empty"), [("nie", text_rules.USES), ("frei", None)])
def test_who_sorted_all_cards_hears_that_none_is_in_a_pile_and_not_that_cards_are_missing(answer, empty):
    done = unit_4.propose(EMPTY | {text_rules.CARDS: dict.fromkeys(SORTED, answer)})
    assert set(done.writes) == set(text_rules.FIELDS) - {empty}
    assert (de.NONE_SORTED_SO in done.says) == bool(empty) and de.SORT_FIRST not in done.says


def test_what_somebody_wrote_is_never_replaced():
    full = EMPTY | dict.fromkeys(text_rules.FIELDS, "Unser Satz.")
    assert unit_4.propose(full) == Done(de.ALL_FULL)


def test_the_page_says_what_is_still_empty():
    some = EMPTY | {text_rules.CARDS: {"angebot": "nie"}, text_rules.USES: "Entwürfe"}
    said = unit_4.what_stands_there(some).says
    assert "Sortierte Karten: 1 von 20." in said and "„Was nie hineinkommt“" in said and "„Wofür" not in said
    full = EMPTY | {text_rules.CARDS: SORTED} | dict.fromkeys(text_rules.FIELDS, "x")
    assert "Ihre Seite ist vollständig." in unit_4.what_stands_there(full).says


def test_the_page_can_be_taken_along_with_the_learners_thoughts():
    answers = (
        EMPTY | dict.fromkeys(unit_4.THOUGHTS) | unit_4.propose(EMPTY | {text_rules.CARDS: SORTED}).writes
    )
    text = layout.markdown(unit_4.rules_paper(answers | {unit_4.THOUGHTS[1]: "dem Team"}, TODAY))
    assert "dem Team" in text and "Codes und Passwörter" in text and "noch offen" not in text
