"""The role table as a document: who decides, reviews and answers, and what is still open."""

from collections.abc import Mapping
from typing import Any

from fairki.documents.de import roles as de
from fairki.documents.de import shared
from fairki.documents.layout import Heading, Items, Part, Table
from fairki.documents.section import Section
from fairki.governance import roles


def parts(answers: Mapping[str, Any]) -> list[Part]:
    """The founding questions with their answers, the table, open points, and room for names.

    Raises:
        BadAnswerError: the role table cannot come from this course.
    """
    table = roles.from_value(answers.get(roles.KEY) or {})
    if not table:
        return []
    made: list[Part] = [
        Heading(de.FOUNDING, 2),
        Table(
            de.FOUNDING_COLUMNS,
            tuple((question, _names(table, task, duty)) for question, task, duty in roles.FOUNDING_QUESTIONS),
            (3, 2),
        ),
        Heading(de.TABLE, 2),
        Table(
            (de.TASK, *roles.DUTIES.values()),
            tuple(
                (task.name, *(_names(table, id, duty) for duty in roles.DUTIES))
                for id, task in roles.TASKS.items()
            ),
            (3.2, 3, 3, 3),
        ),
    ]
    if points := open_points(table):
        made += [Heading(shared.OPEN_POINTS, 2), Items(tuple(points))]
    made += [
        Heading(de.ROLES, 2),
        Table(
            de.ROLE_COLUMNS,
            tuple(((role.name, role.does), "") for role in roles.ROLES.values()),
            (3, 2),
        ),
    ]
    return made


def open_points(table: roles.RoleTable) -> list[str]:
    """What is not clear, as sentences: each task's findings, then what shows in the whole table."""
    points = [
        de.point(task.name, finding.why)
        for id, task in roles.TASKS.items()
        for finding in roles.findings(table, id)
    ]
    points += [de.bottleneck(name) for name in roles.bottlenecks(table)]
    if idle := roles.without_task(table):
        points.append(de.idle(idle))
    return points


def _names(table: roles.RoleTable, task: str, duty: str) -> str:
    return ", ".join(roles.holders(table, task, duty)) or shared.OPEN


SECTION = Section("rollen", de.TITLE, de.PLACE, (roles.KEY,), parts)
