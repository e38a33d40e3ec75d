"""Unit 1, eight aspects: how far the firm is, what there is in writing, and another list beside this one."""

from fairki import register, ui
from fairki.documents import self_assessment
from fairki.documents.self_assessment import ASPECTS, LEVELS
from fairki.errors import BadAnswerError
from fairki.html import paragraphs
from fairki.kodex import patterns, stored
from fairki.kodex.example import EXAMPLE
from fairki.lessons.module_07.de import unit_1 as de
from fairki.lessons.module_07.kept import KEPT, kept_in
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown

EVIDENCE, PRINCIPLE = "07.belege", "07.grundsatz"
BEFORE = {f"{self_assessment.BEFORE}.{aspect}": aspect for aspect in ASPECTS}
TODAY = {f"{self_assessment.TODAY}.{aspect}": aspect for aspect in ASPECTS}
EXAMPLE_ANSWERS = {register.KEY: register.EXAMPLE, stored.KEY: stored.to_value(EXAMPLE)}
"""What the company has in writing, for whoever has nothing yet."""


def before() -> Scene:
    """How far is the firm with each aspect? From the gut."""
    return Scene(*_assess(BEFORE))


def _assess(asked: dict[str, str]) -> list[ui.Choice]:
    return [ui.Choice(key, de.aspect(id), list(LEVELS.items()), "select") for key, id in asked.items()]


def evidence() -> Scene:
    """Guess about how many aspects there is something in writing; then see what it says."""
    return Demonstration(
        ui.Guess(EVIDENCE, question=de.EVIDENCE, unit=de.EVIDENCE_UNIT, high=len(ASPECTS)),
        needs=[KEPT],
        reveal=what_is_in_writing,
    )


def what_is_in_writing(answers: Answers) -> Shown:
    """What earlier pages kept about each aspect or, if that is nothing, what the firm of the course has."""
    try:
        found = self_assessment.found(kept_in(answers))
        untouched = self_assessment.untouched(kept_in(answers))
    except BadAnswerError as error:
        return Shown(paragraphs(str(error)))
    if any(found.values()):
        return Shown(de.own_evidence(found, untouched))
    return Shown(de.no_evidence(self_assessment.found(EXAMPLE_ANSWERS), untouched))


def today() -> Scene:
    """The same question once more, and what has changed."""
    return Scene(*_assess(TODAY), ui.Text(), needs=BEFORE, reveal=what_has_changed)


def what_has_changed(answers: Answers) -> Shown:
    """The two assessments of every aspect that has both."""
    pairs = [
        (aspect, answers[first], answers[later])
        for (first, aspect), later in zip(BEFORE.items(), TODAY, strict=True)
        if answers[first] and answers[later]
    ]
    return Shown(de.change(pairs) if pairs else de.NO_PAIR)


def code() -> Scene:
    """The published Code of Conduct beside the course's eight aspects; neither passes for the other."""
    return Demonstration(
        ui.Guess(PRINCIPLE, question=de.CODE, kind="choice", options=de.CODE_OPTIONS),
        ui.Text(live=False),
        reveal=which_principle_is_missing,
    )


def which_principle_is_missing(answers: Answers) -> Shown:
    """The principle without an aspect of its own, and the two lists side by side."""
    rule = patterns.PATTERNS[patterns.HUMAN_NEAR_THRESHOLD]
    right = answers[PRINCIPLE] == de.MISSING_HERE
    return Shown(de.missing_here(right, rule.title), text=de.two_lists(), hit=right)
