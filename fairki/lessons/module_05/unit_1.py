"""Unit 1, four complaints: what the system says when it is asked, what one decides, what was true, and the law."""

import datetime as dt
from functools import partial

from fairki import reference, ui
from fairki.feedback import complaints, counterfactuals
from fairki.feedback.complaints import STANDS, Complaint
from fairki.feedback.de.complaints import VERDICT_LINES
from fairki.lessons.module_05 import figures
from fairki.lessons.module_05.de import unit_1 as de
from fairki.lessons.module_05.de.shared import KEEP_GUESS, name
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown

FOUNDED, DEADLINE, EXPLANATION = "05.berechtigt", "05.frist", "05.auskunft"
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
    asked, decided = ASKED[number - 1], DECIDED[number - 1]
    return [
        Scene(ui.Text(live=False), first=partial(what_was_written, number)),
        Scene(
            ui.Choice(asked, de.ASK, de.ASKED, kind="checkbox"),
            ui.Text(),
            reveal=partial(what_is_answered, number),
        ),
        Demonstration(
            ui.Guess(
                decided,
                kind="choice",
                options=_verdicts(),
                button=de.DECIDE,
                decision=True,
            ),
            first=partial(whom_to_decide_about, number),
            reveal=partial(what_was_true, number),
        ),
    ]


def what_was_written(number: int) -> Shown:
    """The letter, and what the system knows about the person."""
    return Shown(de.case(figures.cases()[number - 1]))


def whom_to_decide_about(number: int) -> Shown:
    """The question to decide, with the person's name."""
    return Shown(traits={ui.Guess: {"question": de.decide(figures.cases()[number - 1])}})


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


def deadline() -> Scene:
    """Guess when the time for a claim begins; the law answers, with three cases."""
    return Demonstration(
        ui.Guess(DEADLINE, question=de.DEADLINE, kind="choice", options=de.DEADLINE_OPTIONS),
        reveal=when_it_ends,
    )


def when_it_ends(answers: Answers) -> Shown:
    """What the law says about the time for a claim, and about in which month it ends."""
    ends = [last_month(refused, known) for refused, known in de.DEADLINE_CASES]
    laws = [reference.law(id) for id in ("agg_entschaedigung", "agg_klage", "agg_beweis")]
    hit = answers[DEADLINE] == de.KNOWN
    return Shown(de.deadline(hit, ends, laws), hit=hit)


def last_month(refused: dt.date, known: dt.date | None) -> dt.date | None:
    """The first day of the month in which the time for a claim ends: about two months, and no promise of a day.

    Args:
        refused: day of the refusal.
        known: day on which the person learns of the discrimination; None: not yet.

    Returns:
        None as long as the time has not begun (law ``agg_entschaedigung``).
    """
    if known is None:
        return None
    begins = max(refused, known)
    later, month = divmod(begins.month - 1 + 2, 12)
    return dt.date(begins.year + later, month + 1, 1)


def explanation() -> Scene:
    """Guess which answer helps a refused person; the court answers."""
    return Demonstration(
        ui.Guess(EXPLANATION, kind="choice", options=de.explanations("")),
        first=who_asks_for_one,
        reveal=what_explains,
    )


def who_asks_for_one() -> Shown:
    """The question and the possible answers, with what would have helped this person."""
    case = figures.declined()
    options = de.explanations(de.ways([case.ways().ways[0].sentence]))
    return Shown(traits={ui.Guess: {"question": de.explain(case), "options": options}})


def what_explains(answers: Answers) -> Shown:
    """What the court asks for, which of the answers helps, and what it can hide."""
    court, what_if = reference.law("auskunft"), reference.law("auskunft_was_waere_wenn")
    return Shown(de.explained(answers[EXPLANATION], court, what_if))
