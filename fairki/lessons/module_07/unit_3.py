"""Unit 3, visible outside: a promise nobody can check, labels that say something, and a room for experiments."""

from fairki import reference, ui
from fairki.documents import action_plan
from fairki.documents.action_plan import EXAMPLE_SENTENCES, ROOM, SENTENCES
from fairki.errors import BadAnswerError
from fairki.kodex import Kodex, patterns, stored
from fairki.kodex.example import EXAMPLE
from fairki.lessons.module_07.de import unit_3 as de
from fairki.lessons.module_07.kept import KEPT, kept_in
from fairki.lessons.scene import Answers, Demonstration, Done, Scene, Shown
from fairki.ui.inputs import LONGEST_NOTE

CLAIM, OCCASION = "07.versprechen", "07.anlass"
FOR_OUTSIDE = (
    patterns.NOTICE,
    patterns.REASON,
    patterns.APPEAL,
    patterns.HUMAN_NEAR_THRESHOLD,
    patterns.NO_SECRET_USE,
)
"""Patterns whose sentences tell people outside what they can count on."""


def claim() -> Scene:
    """What is missing in a promise on a website?"""
    return Demonstration(
        ui.Guess(CLAIM, question=de.CLAIM, kind="choice", options=de.CLAIM_OPTIONS, decision=True),
        needs=[KEPT],
        reveal=what_can_be_checked,
    )


def what_can_be_checked(answers: Answers) -> Shown:
    """What the promise lacks, and rules of the own Kodex that have it; without one, those of the example."""
    own = _own_kodex(answers)
    rules = [rule for rule in (own or EXAMPLE).rules if rule.pattern in FOR_OUTSIDE]
    return Shown(de.can_be_checked(answers[CLAIM] == "pruefbar", own is not None, rules))


def _own_kodex(answers: Answers) -> Kodex | None:
    """The learner's Kodex; None as long as it has no rule, and where it is damaged."""
    try:
        found = stored.kodex_of(kept_in(answers).get(stored.KEY))
    except BadAnswerError:
        return None
    return found if found.rules else None


def labels() -> Scene:
    """Example sentences to choose, to take over and to change."""
    return Scene(
        ui.Choice(OCCASION, de.OCCASION, de.OCCASIONS, asks=0),  # only looks up an example
        ui.Text(),
        ui.Run(de.TAKE_OVER, de.TAKING_OVER, run=None),
        ui.Note(SENTENCES, label=de.SENTENCES, hint=de.SENTENCES_HINT, rows=5),
        reveal=what_the_firm_says,
        act=take_over,
    )


def what_the_firm_says(answers: Answers) -> Shown:
    """An example for the occasion that was chosen."""
    occasion = answers[OCCASION]
    return Shown(de.example(occasion) if occasion else de.NO_OCCASION)


def take_over(answers: Answers) -> Done:
    """The example goes below what stands in the field already, once."""
    if not answers[OCCASION]:
        return Done(de.NOTHING_CHOSEN)
    example, lines = EXAMPLE_SENTENCES[answers[OCCASION]], (answers[SENTENCES] or "").splitlines()
    if example in lines:
        return Done(de.ALREADY_THERE)
    return Done(de.TAKEN_OVER, {SENTENCES: "\n".join([*lines, example])[:LONGEST_NOTE]})


def law() -> Scene:
    """What the law says about labelling."""
    return Scene(ui.Text(de.law(reference.law("transparenzpflichten")), live=False))


def room() -> Scene:
    """Rules for trying things safely."""
    return Scene(
        ui.Choice(ROOM, de.ROOM, list(action_plan.RULES.items()), "checkbox"),
        ui.Text(),
        reveal=what_the_rules_leave_open,
    )


def what_the_rules_leave_open(answers: Answers) -> Shown:
    """How many rules are chosen, and which of those that protect others are not."""
    return Shown(de.room(answers[ROOM]) if answers[ROOM] else de.NO_RULE)
