"""Unit 3, two hundred answers: how to read a survey that many did not answer, and a reply to somebody declined."""

from collections.abc import Callable, Iterable
from functools import cache

from fairki import charts, ui
from fairki.feedback import letter as letters
from fairki.feedback import reply, survey
from fairki.html import Markup
from fairki.lessons.module_05 import figures
from fairki.lessons.module_05.de import unit_3 as de
from fairki.lessons.module_05.de.shared import name
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown

ALL, STATEMENT = "05.umfrage", "05.frage"
WHICH = (letters.LETTER_KEY, *(key for one in letters.LETTERS for key in one.keys)) if letters.SEVERAL else ()
"""What tells which letter is the chosen one."""


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


def put_together() -> list[Scene]:
    """Who gets the letter, and its parts."""
    return [choose_letter(), write_letter()]


def choose_letter() -> Scene:
    """What happened, and to whom the letter goes; where there are several, one to choose."""
    if not letters.SEVERAL:
        return Scene(ui.Text(live=False), first=lambda: what_happened({}))
    options = [[one.id, one.title] for one in letters.LETTERS]
    return Scene(
        ui.Choice(letters.LETTER_KEY, de.WHICH, options, asks=0), ui.Text(), needs=WHICH, reveal=what_happened
    )


def what_happened(answers: Answers) -> Shown:
    """Why somebody gets this letter."""
    found = letters.chosen(answers)
    return Shown(de.occasion(found.own.occasion, person(found)) if found.own else de.OCCASION)


def write_letter() -> Scene:
    """A letter, put together."""
    blocks: list[ui.Block] = []
    for one in letters.LETTERS:
        seen = one is letters.LETTERS[0]
        blocks.append(
            ui.Note(one.salutation_key, de.SALUTATION, rows=1, optional=de.SALUTATION, visible=seen)
        )
        parts = letter_parts(one) if one.own else de.letter_parts("")  # how it would be enough is computed
        for part, (question, options) in parts.items():
            # asks nothing: one may write the letter oneself
            blocks.append(ui.Choice(one.part_keys[part], question, options, asks=0, visible=seen))
    return Scene(*blocks, ui.Text(), needs=WHICH, first=who_gets_a_letter, reveal=the_letter_so_far)


def who_gets_a_letter() -> Shown:
    """What can be written to whom, by name."""
    traits: dict[type[ui.Block] | str, dict[str, object]] = {}
    for one in letters.LETTERS:
        traits[one.salutation_key] = {"hint": de.salutation(person(one))}
        if not one.own:
            for part, (_, options) in letter_parts(one).items():
                traits[one.part_keys[part]] = {"options": options}
    return Shown(traits=traits)


def look_at_letter() -> Scene:
    """The letter written anew, if one likes, and looked at."""
    own = [
        ui.Note(one.reply_key, de.OWN, de.OWN_HINT, 8, de.OWN, visible=one is letters.LETTERS[0])
        for one in letters.LETTERS
    ]
    chosen = [key for one in letters.LETTERS for key in one.keys]
    return Scene(*own, ui.Text(), needs=[*WHICH, *chosen], reveal=what_a_look_finds)


def person(letter: letters.Letter) -> str:
    """To whom a letter goes."""
    return letter.own.person if letter.own else name(figures.declined())


def letter_parts(letter: letters.Letter = letters.OURS) -> dict[str, tuple[str, list[list[str]]]]:
    """The parts of a letter: part → question, options (key, text)."""
    return de.own_parts(letter.own.parts) if letter.own else _ours()


@cache
def _ours() -> dict[str, tuple[str, list[list[str]]]]:
    """The parts of the letter to the person who was rightly declined."""
    return de.letter_parts(figures.declined().ways().ways[0].sentence)


def letter(answers: Answers) -> str:
    """The letter made of the chosen parts; empty as long as nothing is chosen."""
    found = letters.chosen(answers)
    lines = [
        dict(options)[answers[found.part_keys[part]]]
        for part, (_, options) in letter_parts(found).items()
        if answers[found.part_keys[part]] not in (None, de.LEFT_OUT)
    ]
    return de.letter(person(found), answers[found.salutation_key] or "", lines) if lines else ""


def the_letter_so_far(answers: Answers) -> Shown:
    """The letter as it would be sent."""
    visible = _seen(answers, lambda one: (one.salutation_key, *one.part_keys.values()))
    return Shown(de.as_sent(letter(answers)), visible=visible)


def what_a_look_finds(answers: Answers) -> Shown:
    """What a program sees in the learner's own letter or, without one, in the one that was put together."""
    found = letters.chosen(answers)
    text = answers[found.reply_key] or letter(answers)
    return Shown(looked_at(text), visible=_seen(answers, lambda one: (one.reply_key,)))


def _seen(answers: Answers, keys: Callable[[letters.Letter], Iterable[str]]) -> dict[str, bool]:
    """Which blocks are of the letter that was chosen."""
    found = letters.chosen(answers)
    return {key: one is found for one in letters.LETTERS for key in keys(one)}


def looked_at(text: str) -> Markup:
    """What a look at a letter found; nothing is graded."""
    found = reply.look(text)
    if found.short:
        return de.too_short(begun=bool(text.strip()))
    return de.look(found)
