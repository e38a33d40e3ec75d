"""Unit 3, two hundred answers: how to read a survey that many did not answer, and a reply to somebody declined."""

from functools import cache

from fairki import charts, ui
from fairki.feedback import plan, reply, survey
from fairki.html import Markup
from fairki.lessons.module_05 import figures
from fairki.lessons.module_05.de import unit_3 as de
from fairki.lessons.module_05.de.shared import name
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown

ALL, STATEMENT = "05.umfrage", "05.frage"
SALUTATION = "05.brief.anrede"
PARTS = {part: f"05.brief.{part}" for part in de.LETTER}


def guess_all() -> Scene:
    """Guess what all think of whom only a part answered, then see four ways to read it."""
    return Demonstration(
        ui.Guess(
            ALL,
            unit="",
            low=survey.LOWEST,
            high=survey.HIGHEST,
            step=0.1,
        ),
        ui.Chart(visible=False),
        first=who_answered,
        reveal=what_all_think,
    )


def who_answered() -> Shown:
    """The question, with the mean of those who answered."""
    asked = figures.asked()
    question = de.everybody(survey.naive(asked).value, len(asked))
    return Shown(traits={ui.Guess: {"question": question}})


def what_all_think(_answers: Answers) -> Shown:
    """Four ways to read the answers, and who gave them."""
    asked = figures.asked()
    groups = survey.by_group(asked)
    told = de.four_ways(
        survey.naive(asked),
        survey.weighted(asked),
        survey.possible(asked),
        survey.truth(asked),
        len(asked),
    )
    return Shown(
        told,
        charts.bars(
            groups[["gruppe", "ruecklauf"]].set_axis(de.RESPONSE_COLUMNS, axis="columns"),
            title=de.RESPONSE_TITLE,
            summary=de.response(groups),
            axis_title=de.RESPONSE_AXIS,
        ),
    )


def read_groups() -> Scene:
    """The mean of each group with its interval, for either question."""
    return Scene(
        ui.Choice(STATEMENT, de.STATEMENT, list(survey.QUESTIONS.items()), kind="radio"),
        ui.Text(),
        reveal=what_each_group_thinks,
    )


def what_each_group_thinks(answers: Answers) -> Shown:
    """Each group for itself, once a statement is chosen."""
    if answers[STATEMENT] is None:
        return Shown(de.groups_later())
    return Shown(de.groups(survey.by_group(figures.asked(), answers[STATEMENT])))


def themes() -> Scene:
    """What people wrote in their own words."""
    return Scene(ui.Text(de.themes(survey.themes(figures.asked())), live=False))


def write_letter() -> Scene:
    """A reply to a rejected applicant, put together."""
    parts = [
        ui.Choice(PARTS[part], question, options, asks=0)  # one may write the letter oneself
        for part, (question, options) in de.letter_parts("").items()
    ]
    return Scene(
        ui.Note(SALUTATION, de.SALUTATION, rows=1, optional=de.SALUTATION),
        *parts,
        ui.Text(),
        first=who_gets_a_letter,
        reveal=the_letter_so_far,
    )


def who_gets_a_letter() -> Shown:
    """What can be written to the person who was rightly declined, by name."""
    traits: dict[type[ui.Block] | str, dict[str, object]] = {
        PARTS[part]: {"options": options} for part, (_, options) in letter_parts().items()
    }
    traits[SALUTATION] = {"hint": de.salutation(name(figures.declined()))}
    return Shown(traits=traits)


def look_at_letter() -> Scene:
    """The reply written anew, if one likes, and looked at."""
    return Scene(
        ui.Note(plan.REPLY_KEY, de.OWN, de.OWN_HINT, rows=8, optional=de.OWN),
        ui.Text(),
        needs=[SALUTATION, *PARTS.values()],
        reveal=what_a_look_finds,
    )


@cache
def letter_parts() -> dict[str, tuple[str, list[list[str]]]]:
    """The parts of a letter to the person who was rightly declined: part → question, options (key, text)."""
    ways = figures.declined().ways().ways
    return de.letter_parts(ways[0].sentence)


def letter(answers: Answers) -> str:
    """The letter made of the chosen parts; empty as long as nothing is chosen."""
    lines = [
        dict(options)[answers[PARTS[part]]]
        for part, (_, options) in letter_parts().items()
        if answers[PARTS[part]] not in (None, de.LEFT_OUT)
    ]
    return de.letter(name(figures.declined()), answers[SALUTATION] or "", lines) if lines else ""


def the_letter_so_far(answers: Answers) -> Shown:
    """The letter as it would be sent."""
    return Shown(de.as_sent(letter(answers)))


def what_a_look_finds(answers: Answers) -> Shown:
    """What a program sees in the learner's own letter or, without one, in the one that was put together."""
    text = answers[plan.REPLY_KEY] or letter(answers)
    return Shown(looked_at(text))


def looked_at(text: str) -> Markup:
    """What a look at a letter found; nothing is graded."""
    found = reply.look(text)
    if found.short:
        return de.too_short(begun=bool(text.strip()))
    return de.look(found)
