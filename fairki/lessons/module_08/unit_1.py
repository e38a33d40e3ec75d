"""Unit 1, how it writes: a model learns assessments, and what it says about whom."""

import numpy as np
import pandas as pd

from fairki import charts, reference, ui
from fairki.html import Markup
from fairki.lessons.module_08 import figures_1 as figures
from fairki.lessons.module_08.de import unit_1 as de
from fairki.lessons.module_08.figures_1 import FAIR, PASSES, PAST, REVERSED
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown
from fairki.texts import corpus, language_model, probe
from fairki.texts.corpus import LOB, MAN, NEITHER, SLOTS, WOMAN, WRITTEN

HIT, PASS, BEGINNING = "08.treffer", "08.durchgaenge", "08.anfang"
WHO, CLUES, HEAT, WORLD = "08.wendung", "08.hinweise", "08.temperatur", "08.welten"

READ = 10
"""Assessments that the learner reads."""
BEGINNINGS = {
    "frau": {"anrede": WOMAN, "vorname": 0, "bereich": 4, "aufgabe": 8, "umfang": 1, "leistung": 1},
    "herr": {"anrede": MAN, "vorname": 8, "bereich": 1, "aufgabe": 2, "umfang": 0, "leistung": 1},
}
"""Two beginnings that a learner sees the model learn with."""
START = [WOMAN, 0, 1, 2, 3, 0, 2, *[ui.writer.OPEN] * len(WRITTEN)]
"""The keywords that stand in the block at first."""


def assessments() -> Markup:
    """The first texts of the firm, with the words that a model will have to choose marked."""
    surnames = corpus.surnames(READ, np.random.default_rng(figures.SEED))
    return de.assessments(
        [corpus.parts(row, int(name)) for row, name in zip(figures.texts(), surnames, strict=False)]
    )


def learning() -> Scene:
    """Guess how often the model hits the word that a person chose, then see it after each number of passes."""
    return Demonstration(
        ui.Guess(HIT, question=de.hit_question(language_model.STEPS)), reveal=how_often_it_hits
    )


def how_often_it_hits(answers: Answers) -> Shown:
    """Hits after each number of passes."""
    return Shown(de.hits(answers[HIT], figures.hits()))


def passes() -> Scene:
    """The model after as many passes as the learner clicks."""
    return Scene(
        ui.Choice(
            PASS, label=de.PASSES, kind="scale", options=[[str(n), de.passes(n)] for n in PASSES], asks=0
        ),
        ui.Text(de.PASSES_FIRST),
        waits=True,
        reveal=what_it_knows,
    )


def what_it_knows(answers: Answers) -> Shown:
    """Chances of the next praise for two beginnings."""
    stage = figures.stages()[int(answers[PASS])]
    return Shown(
        de.knows(int(answers[PASS]), {name: _praise(stage, known) for name, known in BEGINNINGS.items()})
    )


def _praise(model: language_model.LanguageModel, known: dict[str, int]) -> dict[str, float]:
    """Word → chance in percent: each frequent praise, and the rare ones together."""
    chances = 100 * model.next_words(known, SLOTS[LOB])
    words = corpus.options(SLOTS[LOB])
    frequent = {words[at]: float(chances[at]) for at in range(len(words)) if at not in corpus.RARE}
    return frequent | {de.RARE: float(chances[list(corpus.RARE)].sum())}


def next_words() -> Scene:
    """Type a beginning and see the next words; the model is sent once somebody asked for it."""
    return Scene(ui.Writer(BEGINNING, de.WRITER, START), needs=[HIT], waits=True, reveal=what_may_come_next)


def what_may_come_next(_answers: Answers) -> Shown:
    """The model itself; the browser does the rest."""
    return Shown(traits={ui.Writer: {"weights": figures.weights()}})


def who_gets_it() -> Scene:
    """Guess for whom the model sees „Potenzial zur Leitung“, then see it at equal assessment."""
    return Demonstration(
        ui.Guess(WHO, question=de.WHO, kind="choice", options=de.WHO_OPTIONS),
        ui.Chart(visible=False),
        ui.Text(),
        reveal=for_whom,
    )


def for_whom(answers: Answers) -> Shown:
    """Shares with their intervals, the few without Anrede, and one person twice."""
    old, new = figures.texts(), figures.written()
    pair = figures.pair()
    return Shown(
        de.who(answers[WHO], figures.gap(new), figures.gap(old), len(new), len(old)),
        _bars(de.WHO_TITLE, {name: (new, anrede) for anrede, name in de.ANREDEN.items()}),
        de.few(figures.share(old, NEITHER), figures.share(new, NEITHER))
        + de.pair(
            {
                pair.chance_man: corpus.parts(pair.man, pair.surname),
                pair.chance_woman: corpus.parts(pair.woman, pair.surname),
            }
        ),
    )


def clues() -> Scene:
    """Guess what is left of the gap without Anrede, then strike out one clue after the other."""
    return Demonstration(ui.Guess(CLUES, question=de.CLUES), ui.Chart(visible=False), reveal=what_is_left)


def what_is_left(answers: Answers) -> Shown:
    """The share of the gap that is left after each step."""
    found = figures.clues()
    left = {step: clue.left for step, clue in zip(de.STEPS, found, strict=True)}
    table = pd.DataFrame(
        [[step, max(value, 0) / 100] for step, value in left.items()], columns=de.CLUE_COLUMNS
    )
    return Shown(
        de.clues(answers[CLUES], left, found[0].gap),
        charts.bars(table, de.CLUES_TITLE, de.clues_summary(left)),
    )


def heat() -> Scene:
    """Guess how one-sided the words become when always the likeliest is taken."""
    men = probe.wording(figures.texts()).strong_men
    return Demonstration(
        ui.Guess(HEAT, question=de.heat_question(men)),
        ui.Chart(visible=False),
        ui.Text(),
        reveal=how_one_sided,
    )


def how_one_sided(answers: Answers) -> Shown:
    """Energetic words for men and women, in the texts of the firm and at each temperature."""
    old, cold = probe.wording(figures.texts()), figures.heats()[-1].wording
    rows = de.heat_rows(old, cold)
    table = pd.DataFrame([[name, value / 100] for name, value in rows], columns=de.HEAT_COLUMNS)
    return Shown(
        de.heat(answers[HEAT], old, cold),
        charts.bars(table, de.HEAT_TITLE, de.heat_summary(rows)),
        de.heats(figures.heats()),
    )


def worlds() -> Scene:
    """Guess what the same model writes once it learns from fair texts, then see that and the reversed world."""
    return Demonstration(
        ui.Guess(WORLD, question=de.WORLD, kind="choice", options=de.WORLD_OPTIONS),
        ui.Chart(visible=False),
        reveal=where_the_direction_comes_from,
    )


def where_the_direction_comes_from(answers: Answers) -> Shown:
    """Three worlds, one model."""
    worlds = {bias: figures.written(bias) for bias in (PAST, FAIR, REVERSED)}
    shown = {
        f"{de.WORLDS[bias]}, {name}": (new, anrede)
        for bias, new in worlds.items()
        for anrede, name in de.ANREDEN.items()
    }
    return Shown(
        de.worlds(answers[WORLD], {bias: figures.gap(new) for bias, new in worlds.items()}),
        _bars(de.WORLDS_TITLE, shown),
    )


def _bars(title: str, texts: dict[str, tuple[np.ndarray, int]]) -> charts.Picture:
    """Shares of the phrase with their intervals: name → texts, and the Anrede that counts."""
    shares = {name: figures.share(new, anrede) for name, (new, anrede) in texts.items()}
    table = pd.DataFrame(
        [[name, one.value / 100, one.low / 100, one.high / 100] for name, one in shares.items()],
        columns=de.SHARE_COLUMNS,
    )
    return charts.bars(table, title, de.shares_summary(shares))


def studies_writing() -> Markup:
    """What studies found about letters and reports that models wrote."""
    return de.studies([reference.finding(id) for id in ("wan", "rickman", "jobfair")])
