"""Unit 4, together and visible: copies of copies, reading in a hurry, where it helps, and rules of play."""

import datetime as dt

from fairki import reference, speech, ui
from fairki.documents import layout, text_rules
from fairki.html import Markup
from fairki.kodex import patterns, stored
from fairki.lessons import bench
from fairki.lessons.bench.examination import FIRST, OF_TEXTS
from fairki.lessons.lesson import thoughts
from fairki.lessons.module_08 import figures_4 as figures
from fairki.lessons.module_08.de import unit_4 as de
from fairki.lessons.module_08.de.self_check import QUESTIONS
from fairki.lessons.scene import Answers, Demonstration, Done, Scene, Shown
from fairki.lessons.take_along import files
from fairki.systems import TEXTS
from fairki.texts import reading, years
from fairki.texts.corpus import LOB, SIZE

COPIES, YEAR, ROAD, READING, FELT = "08.kopien", "08.jahr", "08.weg", "08.lesen", "08.gefuehlt"
FOUND, QUIZ = "08.gefunden", "08.selbsttest"
THOUGHTS = ("08.transfer.daten", "08.transfer.regeln")
ASKED, SLOW = 60, 20
"""Texts in an hour: in the question, and a slower pace."""
HELPS = ("brynjolfsson", "noy_zhang", "dellacqua")


def copies() -> Scene:
    """Guess how many words are left, then see the years."""
    words = SIZE[LOB]
    return Demonstration(
        ui.Guess(COPIES, question=de.copies(words, years.YEARS), unit=de.of(words), high=words),
        ui.Chart(visible=False),
        reveal=what_is_left_over,
    )


def what_is_left_over(_answers: Answers) -> Shown:
    """Words and shares in the first and in the last year."""
    first, *_, last = figures.road(figures.ALONE)
    women, men = ([getattr(one.shares, group) / 100 for one in (first, last)] for group in ("women", "men"))
    return Shown(de.left_over(last.in_use, women, men), figures.over_the_years(figures.ALONE, de.ALONE_TITLE))


def year_by_year() -> Scene:
    """The words of each year."""
    return Scene(
        ui.Slider(YEAR, de.YEAR, low=0, high=years.YEARS),
        ui.Text(),
        needs=[COPIES],
        waits=True,
        reveal=what_is_still_said,
    )


def what_is_still_said(answers: Answers) -> Shown:
    """The words of praise of the chosen year, once the guess is given."""
    if answers[COPIES] is None:
        return Shown(de.GUESS_FIRST)
    at = round(answers[YEAR])
    return Shown(de.words_of(at, figures.praise(figures.road(figures.ALONE)[at])))


def other_roads() -> Scene:
    """What if people go on writing, or the model sharpens nothing?"""
    return Scene(
        ui.Choice(ROAD, de.ROAD, de.ROADS),
        ui.Text(),
        ui.Chart(visible=False),
        reveal=where_a_road_leads,
    )


def where_a_road_leads(answers: Answers) -> Shown:
    """The years on the chosen road."""
    id = answers[ROAD]
    if id is None:
        return Shown(de.ROAD_FIRST)
    first, *_, last = figures.road(id)
    rare, gap = ([part(one) / 100 for one in (first, last)] for part in (_rare, _gap))
    alone = figures.road(figures.ALONE)[-1].in_use
    return Shown(de.road(id, last.in_use, alone, rare, gap), figures.over_the_years(id, de.ROAD_TITLES[id]))


def _rare(year: years.Year) -> float:
    return year.rare


def _gap(year: years.Year) -> float:
    return year.shares.gap


def collapse() -> Markup:
    """What was found with real models."""
    return de.found([reference.finding("shumailov")])


def in_a_hurry() -> Scene:
    """Guess how many errors a reader finds, then see what was assumed."""
    return Demonstration(
        ui.Guess(READING, question=de.reading(ASKED, reading.ERRORS), unit=de.READING_UNIT, high=100),
        reveal=what_is_caught,
    )


def what_is_caught(_answers: Answers) -> Shown:
    """Errors caught at each pace, alone and beside the record."""
    rows = [
        (pace, figures.read(pace, False).caught, figures.read(pace, True).caught) for pace in figures.PER_HOUR
    ]
    slipped = [figures.read(ASKED, beside).slipped for beside in (False, True)]
    return Shown(de.caught(ASKED, rows, SLOW, slipped))


def felt() -> Scene:
    """Guess whether those who felt quicker were."""
    return Demonstration(
        ui.Guess(FELT, question=de.FELT, kind="choice", options=de.FELT_OPTIONS), reveal=what_the_clock_said
    )


def what_the_clock_said(answers: Answers) -> Shown:
    """What was measured."""
    hit = answers[FELT] == de.SLOWER
    return Shown(de.felt(hit, reference.finding("metr")), hit=hit)


def helps() -> Markup:
    """Where it helps, and where it does harm."""
    return de.found([reference.finding(id) for id in HELPS])


def guess_found() -> Scene:
    """Guess how many of the planted faults the Kodex finds."""
    planted = sum(len(system.faults or ()) for system in bench.systems(TEXTS))
    return Demonstration(
        ui.Guess(
            FOUND, question=de.how_many(planted), unit=de.of(planted), high=planted, button=de.KEEP_GUESS
        ),
        needs=[OF_TEXTS.key],
        reveal=how_many_were_found,
    )


def how_many_were_found(answers: Answers) -> Shown:
    """What the first audit found; before it, how to go on."""
    first = OF_TEXTS.audit_of(answers[OF_TEXTS.key], FIRST)
    return Shown(de.first_audit(first.score.found) if first else de.START_NOW)


def why_hidden() -> Markup:
    """Why some say nothing of the help they had."""
    return de.found([reference.finding("reif")])


def rules_of_play() -> Scene:
    """The learner's own page: a suggestion made of what was chosen before, and five fields to change."""
    return Scene(
        ui.Text(live=False),
        ui.Run(de.PROPOSE, de.PROPOSING, run=None),
        *(
            ui.Note(key, label=field.question, hint=field.hint, rows=3, optional=field.question)
            for key, field in text_rules.FIELDS.items()
        ),
        needs=[text_rules.CARDS, stored.KEY],
        act=propose,
        stale_on=text_rules.SECTION.keys,
        reveal=what_stands_there,
    )


def what_stands_there(answers: Answers) -> Shown:
    """How many cards are sorted, and which fields are empty."""
    cases = text_rules.sorted_cards(answers[text_rules.CARDS])
    count = sum(map(len, cases.values()))
    missing = [field.title for key, field in text_rules.FIELDS.items() if not text_rules.lines(answers, key)]
    return Shown(de.page_so_far(count, len(reference.data_cases()), missing))


def propose(answers: Answers) -> Done:
    """What follows from the learner's choices goes into the fields in which nothing stands."""
    empty = [key for key in text_rules.FIELDS if not text_rules.lines(answers, key)]
    if not empty:
        return Done(de.ALL_FULL)
    suggested = suggestions(answers)
    writes = {key: "\n".join(suggested[key]) for key in empty if suggested[key]}
    cases = text_rules.sorted_cards(answers[text_rules.CARDS])
    looser = any(text_rules.looser(case, answer) for answer, found in cases.items() for case in found)
    lacking = de.NONE_SORTED_SO if any(cases.values()) else de.SORT_FIRST
    notes = (de.STRICTER if looser else "") + (lacking if len(writes) < len(empty) else "")
    return Done(de.PROPOSED + notes, writes)


def suggestions(answers: Answers) -> dict[str, list[str]]:
    """Key of a field → lines that follow from what was chosen; none where nothing was.

    Where somebody sorted a card less strictly than we do, our suggestion goes into the rules.
    """
    kinds: dict[str, list[str]] = {answer: [] for answer in reference.DATA_ANSWERS}
    for answer, cases in text_rules.sorted_cards(answers[text_rules.CARDS]).items():
        for case in cases:
            kinds[case.answer if text_rules.looser(case, answer) else answer].append(case.kind)
    kodex = stored.kodex_of(answers[stored.KEY])
    reads = [rule.sentence for rule in kodex.rules if rule.pattern == patterns.HUMAN_READS]
    allowed = ((de.ANY, kinds["frei"]), (de.APPROVED, kinds["werkzeug"]))
    return {
        text_rules.USES: [de.uses(where, found) for where, found in allowed if found],
        text_rules.NEVER: list(map(speech.capital, kinds["nie"])),
        text_rules.READS: [*reads, de.SUGGESTED_READS],
        text_rules.LABELS: list(de.SUGGESTED_LABELS),
        text_rules.ASKS: list(de.SUGGESTED_ASKS),
    }


def take_along() -> list[Scene]:
    """The page as Word and as plain text."""
    return files(de.TITLE, de.FILE, rules_paper, [*text_rules.SECTION.keys, *THOUGHTS])


def rules_paper(answers: Answers, today: dt.date) -> layout.Paper:
    """The page with the learner's own thoughts."""
    return text_rules.paper(answers, today, thoughts(answers, *THOUGHTS))


def self_check() -> Scene:
    """Questions on the whole module."""
    return Scene(ui.Quiz(QUIZ, questions=QUESTIONS))
