"""Unit 4, four views of one case: an application near the bar, and who asks what about it."""

from functools import cache

from fairki import people, ui
from fairki.html import Markup, html
from fairki.lessons.module_06.de import unit_4 as de
from fairki.lessons.module_06.de.self_check import QUESTIONS
from fairki.lessons.scene import Answers, Scene, Shown
from fairki.worlds import recruiting

FALL, QUIZ = "06.fall", "06.selbsttest"
VIEWS = {f"06.blick.{view['id']}": view for view in de.VIEWS}
CASE = 1088
"""Number of the application that this unit is about, in the year with the seed ``CASE_YEAR``."""
CASE_YEAR = 2026


def case() -> list[Scene]:
    """One application near the bar; what would you do?"""
    return [
        Scene(ui.Text(live=False), first=who_she_is),
        Scene(ui.Choice(FALL, label=de.CASE, options=de.DECISIONS), ui.Text(), reveal=who_she_really_is),
    ]


def who_she_is() -> Shown:
    """The application, and where the machine puts it."""
    year = people.year(CASE_YEAR)
    places = round(recruiting.SHARE_INVITED * people.APPLICATIONS)
    (case,) = (row for _, row in year.applicants[year.applicants["nummer"] == CASE].iterrows())
    return Shown(de.case(case, ranks()[0], places))


@cache
def ranks() -> tuple[int, int]:
    """Where the machine puts the application, and where its ability does."""
    year = people.year(CASE_YEAR)
    at = year.applicants.index[year.applicants["nummer"] == CASE][0]
    able = recruiting.visible_qualification(year.applicants)
    return 1 + int((year.scores > year.scores[at]).sum()), 1 + int((able > able[at]).sum())


def who_she_really_is(answers: Answers) -> Shown:
    """The truth, once the learner has decided."""
    return Shown() if answers[FALL] is None else Shown(de.truth(*ranks()))


def views(first: int, last: int) -> list[Scene | Markup]:
    """People ask about the case, from the first to the last of them; the learner picks what matters most to each."""
    parts: list[Scene | Markup] = []
    for key, view in list(VIEWS.items())[first - 1 : last]:
        options = [[id, question] for id, question, _ in view["questions"]]
        parts += [
            html('<div class="fairki">{}</div>', de.who(view)),
            Scene(ui.Choice(key, label=de.ask(view), options=options), ui.Text(), reveal=what_it_takes),
        ]
    return parts


def four_questions() -> Scene:
    """The four questions together, or how many are still to be picked."""
    return Scene(ui.Text(), needs=VIEWS, reveal=all_questions)


def what_it_takes(answers: Answers) -> Shown:
    """What it takes to answer the one question that was picked."""
    ((key, picked),) = answers.items()
    answer = {id: text for id, _, text in VIEWS[key]["questions"]}
    return Shown(de.answer(answer[picked])) if picked else Shown()


def all_questions(answers: Answers) -> Shown:
    """The four questions together."""
    if missing := list(answers.values()).count(None):
        return Shown(de.views_missing(missing))
    asked = [
        (view["name"], question)
        for key, view in VIEWS.items()
        for id, question, _ in view["questions"]
        if id == answers[key]
    ]
    return Shown(de.four_questions(asked))


def self_check() -> Scene:
    """Questions on the whole module."""
    return Scene(ui.Quiz(QUIZ, questions=QUESTIONS))
