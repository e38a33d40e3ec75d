"""Unit 1, four complaints: what the system says when it is asked, what one decides, and what was true."""

from functools import partial

from fairki import ui
from fairki.feedback import complaints, counterfactuals
from fairki.feedback.complaints import STANDS, Complaint
from fairki.feedback.de.complaints import VERDICT_LINES
from fairki.lessons.module_05 import figures
from fairki.lessons.module_05.de import unit_1 as de
from fairki.lessons.module_05.de.shared import KEEP_GUESS, name
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown

FOUNDED = "05.berechtigt"
ASKED = tuple(f"05.fragen.{number}" for number in range(1, len(complaints.KINDS) + 1))
DECIDED = tuple(f"05.entscheidung.{number}" for number in range(1, len(complaints.KINDS) + 1))


def guess_founded() -> Scene:
    """Guess how many of the four complaints are founded; the answer comes when all are decided."""
    return Demonstration(
        ui.Guess(FOUNDED, question=de.FOUNDED, unit=de.FOUNDED_UNIT, high=4, button=KEEP_GUESS),
        needs=DECIDED,
        reveal=how_many_are_founded,
    )


def how_many_are_founded(answers: Answers) -> Shown:
    """The count, once all four are decided."""
    if None in [answers[key] for key in DECIDED]:
        return Shown(de.founded_later())
    cases = figures.cases()
    founded = sum(complaints.RIGHT_VERDICT[case.kind] != STANDS for case in cases)
    return Shown(de.founded(founded, len(cases)))


def complaint(number: int) -> list[Scene]:
    """One complaint: the letter, questions to the system, the decision, and then the truth."""
    case = figures.cases()[number - 1]
    asked, decided = ASKED[number - 1], DECIDED[number - 1]
    return [
        Scene(ui.Text(de.case(case), live=False)),
        Scene(
            ui.Choice(asked, de.ASK, de.ASKED, kind="checkbox"),
            ui.Text(),
            reveal=partial(what_is_answered, number),
        ),
        Demonstration(
            ui.Guess(
                decided,
                question=de.decide(case),
                kind="choice",
                options=_verdicts(),
                button=de.DECIDE,
                decision=True,
            ),
            reveal=partial(what_was_true, number),
        ),
    ]


def _verdicts() -> list[list[str]]:
    """Each verdict: its first sentence, and what it leads to as a hint."""
    return [[verdict, what, then] for verdict, (what, then) in VERDICT_LINES.items()]


def what_is_answered(number: int, answers: Answers) -> Shown:
    """What the system and the documents answer to the questions that were asked."""
    case, asked = figures.cases()[number - 1], answers[ASKED[number - 1]]
    if not asked:
        return Shown(de.ask_first())
    return Shown(de.answers({question: answer(case, question) for question in asked}))


def answer(case: Complaint, question: str) -> str:
    """The answer to one question of ``de.ASKED`` in German sentences."""
    if question == de.WAYS:
        found = case.ways()
        return de.ways([way.sentence for way in found.ways]) if found.ways else found.reason
    if question == de.DOCUMENTS:
        return de.documents_differ(case) if case.differing else de.DOCUMENTS_FIT
    other = counterfactuals.asked(case.recorded, question)
    if not other:
        return de.NO_BREAK
    return de.turned(counterfactuals.depends_on(case.decider, case.recorded, **other))


def what_was_true(number: int, answers: Answers) -> Shown:
    """The truth about one complaint, what the decision leads to, and what it did to the person."""
    case = figures.cases()[number - 1]
    return Shown(de.truth(case, complaints.judge(case, answers[DECIDED[number - 1]])))


def summary() -> Scene:
    """All four side by side, once they are decided."""
    # not live: the decision that it follows is read out itself
    return Scene(ui.Text(live=False), needs=DECIDED, reveal=side_by_side)


def side_by_side(answers: Answers) -> Shown:
    """Each decision beside the one that fits, and whose harm is left."""
    given = [answers[key] for key in DECIDED]
    if missing := given.count(None):
        return Shown(de.decisions_missing(missing))
    pairs = list(zip(figures.cases(), given, strict=True))
    judged = {name(case): complaints.judge(case, verdict) for case, verdict in pairs}
    return Shown(
        de.summary(
            [(name(case), verdict, complaints.RIGHT_VERDICT[case.kind]) for case, verdict in pairs],
            [person for person, found in judged.items() if found.harm_left],
        )
    )
