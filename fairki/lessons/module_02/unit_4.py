"""Unit 4, does it all go together: two rules with numbers, the learner's own rules, and the Kodex as a file."""

import datetime as dt

from fairki import documents, manifest, reference, ui
from fairki.documents.kodex import paper
from fairki.documents.layout import MARKDOWN_TYPE, WORD_TYPE
from fairki.kodex import Rule, clash, patterns, stored, tensions
from fairki.lessons.lesson import thoughts
from fairki.lessons.module_02.de import unit_4 as de
from fairki.lessons.module_02.de.self_check import QUESTIONS
from fairki.lessons.scene import Answers, Make, Scene, Shown

FIELD, RATES, CHANCES, PRICE = (
    "02.konflikt.feld",
    "02.konflikt.quoten",
    "02.konflikt.chancen",
    "02.konflikt.preis",
)
PRICE_FIRST = 1
"""Where the slider of the price stands at first."""
QUIZ = "02.selbsttest"
NOTES = tuple(asked.key for asked in reference.transfers() if asked.key.startswith("02."))
TOML_TYPE = "application/toml"


def clashes() -> Scene:
    """Two rules with numbers, three sets of data: when can both hold, and what does it cost?"""
    return Scene(
        ui.Choice(FIELD, label=de.FIELD, options=de.FIELDS),
        ui.Slider(RATES, de.RATES, high=15, unit=de.POINTS, value=2),
        ui.Slider(CHANCES, de.CHANCES, high=15, unit=de.POINTS, value=2),
        ui.Slider(PRICE, de.PRICE, high=10, unit=de.PRICE_UNIT, value=PRICE_FIRST),
        ui.Text(),
        reveal=do_both_go_together,
    )


def do_both_go_together(answers: Answers) -> Shown:
    """Whether any way to decide about these people keeps both rules."""
    if answers[FIELD] is None:
        return Shown(de.FIELD_FIRST)
    found = clash.find(
        Rule(patterns.SELECTION_RATES, {clash.BOUND: round(answers[RATES])}),
        Rule(patterns.EQUAL_OPPORTUNITY, {clash.BOUND: round(answers[CHANCES])}),
        tensions.firm(answers[FIELD], _price(answers)),
    )
    return Shown(de.together() if found is None else de.not_together(tensions.told(found)))


def own_kodex() -> Scene:
    """The learner's own Kodex: rules that clash, rules nobody answers for."""
    return Scene(ui.Text(), needs=[stored.KEY, PRICE], reveal=what_the_own_rules_make)


def what_the_own_rules_make(answers: Answers) -> Shown:
    """Which of the learner's rules clash on the examples, once there are rules."""
    rules = stored.kodex_of(answers[stored.KEY]).rules
    if not rules:
        return Shown(de.OWN_FIRST)
    return Shown(de.own(len(rules), _own_clashes(answers), sum(not rule.anchored for rule in rules)))


def _own_clashes(answers: Answers) -> list[str]:
    return tensions.of_kodex(stored.kodex_of(answers[stored.KEY]), _price(answers))


def _price(answers: Answers) -> float:
    """Share of the acceptances that may be given up; the slider may not be on the page yet."""
    price = answers[PRICE]
    return round(PRICE_FIRST if price is None else price) / 100


def self_check() -> Scene:
    """Questions on the whole module."""
    return Scene(ui.Quiz(QUIZ, questions=QUESTIONS))


def take_along() -> list[Scene]:
    """The Kodex as Word, Markdown and TOML."""
    on_paper = [stored.KEY, *NOTES, PRICE]
    return [
        _file(de.WORD, "docx", WORD_TYPE, on_paper, word),
        _file(de.TEXT, "md", MARKDOWN_TYPE, on_paper, markdown),
        _file(de.LATER, "toml", TOML_TYPE, [stored.KEY], toml),
    ]


def _file(label: str, end: str, kind: str, needs: list[str], make: Make) -> Scene:
    return Scene(ui.Download(label, f"{de.FILE}.{end}", kind), needs=needs, make=make)


def kodex_paper(answers: Answers, on: dt.date) -> documents.Paper:
    """The document of the Kodex, with the thoughts of the page and what clashes."""
    return paper(
        stored.kodex_of(answers[stored.KEY]),
        on,
        manifest.read().aspects,
        thoughts(answers, *NOTES),
        _own_clashes(answers),
    )


def word(answers: Answers) -> bytes:
    """The document for Word."""
    return documents.word(kodex_paper(answers, dt.date.today()))


def markdown(answers: Answers) -> bytes:
    """The document as plain text."""
    return documents.markdown(kodex_paper(answers, dt.date.today())).encode()


def toml(answers: Answers) -> bytes:
    """The Kodex as the Kodex-Baukasten opens it again."""
    return stored.kodex_of(answers[stored.KEY]).dumps().encode()
