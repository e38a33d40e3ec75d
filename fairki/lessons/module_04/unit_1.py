"""Unit 1, who does what: the firm's table, the learner's own, and what is not clear in it."""

from collections import Counter

from fairki import reference, ui
from fairki.documents.roles import SECTION
from fairki.governance import roles
from fairki.html import NOTHING, Markup, stated
from fairki.lessons.module_04 import paper
from fairki.lessons.module_04.de import unit_1 as de
from fairki.lessons.scene import Answers, Demonstration, Done, Scene, Shown

CLEAR, TABLE = "04.klar", roles.KEY


def guess_clear() -> Scene:
    """Guess for how many tasks the firm has settled everything, then see its table."""
    tasks = len(roles.TASKS)
    return Demonstration(
        ui.Guess(CLEAR, question=de.clear(tasks), unit=de.clear_unit(tasks), high=tasks),
        reveal=how_clear_the_firms_table_is,
    )


def how_clear_the_firms_table_is(_answers: Answers) -> Shown:
    """The firm's table, task by task, and how often what is not clear in it."""
    found = [finding for task in roles.TASKS for finding in roles.findings(roles.EXAMPLE, task)]
    return Shown(
        de.firms_table(
            roles.EXAMPLE, len(roles.clear_tasks(roles.EXAMPLE)), Counter(finding.kind for finding in found)
        )
    )


def course_roles() -> Markup:
    """The roles of the course, the four new ones first."""
    return de.roles(roles.ROLES, roles.NEW_ROLES)


def role_table() -> Scene:
    """The learner's own table, which may begin with the firm's."""
    return Scene(
        ui.Run(de.TAKE_EXAMPLE, de.ONE_MOMENT, run=None),
        ui.RoleTable(TABLE, label=de.TABLE, feeds=["2", "4"]),
        act=take_example,
    )


def take_example(answers: Answers) -> Done:
    """Fill the tasks that are still empty; what the learner has entered stays."""
    table = answers[TABLE] or {}
    empty = {task: held for task, held in roles.EXAMPLE.items() if task not in table}
    return Done(de.taken(len(empty)), {TABLE: roles.from_value(table | empty)})


def whole_table() -> Scene:
    """What shows in the whole of the learner's table."""
    return Scene(ui.Text(), needs=[TABLE], reveal=what_the_table_says)


def what_the_table_says(answers: Answers) -> Shown:
    """The founding questions, and what shows in the whole table only."""
    table = answers[TABLE] or {}
    return Shown(
        de.own_table(
            {question: roles.holders(table, task, duty) for question, task, duty in roles.FOUNDING_QUESTIONS},
            len(roles.clear_tasks(table)),
            len(roles.TASKS),
            roles.bottlenecks(table),
            roles.without_task(table) if table else [],
        )
    )


def law() -> Markup:
    """What the law says about co-determination and early information, with its date."""
    found = [reference.law(id) for id in ("mitbestimmung", "planung")]
    return NOTHING.join(stated(law.text, law.citation) for law in found)


def role_paper() -> Scene:
    """The role table as a Word file."""
    return paper.save(SECTION, de.SAVE, de.FILE)
