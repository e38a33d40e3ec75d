"""Agendas that somebody put together step by step: on the facilitator's page, or in a file of the company."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from coursetools.workshop import agenda, own_questions
from coursetools.workshop.agenda import OWN, Agenda, NotBeforeError, Step
from coursetools.workshop.de import agenda as de
from fairki import company, manifest
from fairki.company import agendas as files
from fairki.company import de as company_de
from fairki.company import ethics, questions
from fairki.company.firm import Company, RunSheet
from fairki.company.schema import File
from fairki.company.source import Complaint, Toml
from fairki.errors import BadAnswerError
from fairki.typed import clean

NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
"""What an agenda of the company may be called on the command line."""
LONGEST_TITLE = 200
_NAMED = {f"{agenda.BOARD}.": ethics.FILE, own_questions.PREPARED: questions.FILE}
"""How the id of a step begins that a company's file brings along."""


def library() -> dict[str, Step]:
    """Every step that an agenda can name, by the id that it is named by: those of the course, and the company's own."""
    board = {step.id: step for step in agenda.board_steps().values()}
    return agenda.steps() | board | own_questions.prepared(company.current())


def ready() -> dict[str, Agenda]:
    """All agendas that can be chosen by their id: the company's own first.

    Raises:
        BadFileError: one does not fit.
    """
    for complaint in misfits(company.current()):
        raise complaint
    return {one.name: _of_file(one) for one in company.current().agendas} | agenda.load()


def of_steps(named: Sequence[tuple[str, int]], title: str = "") -> Agenda:
    """An agenda of these steps (id, minutes) in this order.

    Raises:
        BadAnswerError: none, too many, one that there is not, or one that goes on with something that is not there.
    """
    known = library()
    if not 1 <= len(named) <= files.MOST_STEPS:
        raise BadAnswerError(*de.so_many_steps(files.MOST_STEPS))
    for id, minutes in named:
        if id not in known:
            raise BadAnswerError(*de.no_step_to_choose())
        if not 1 <= minutes <= files.MOST_MINUTES:
            raise BadAnswerError(*de.minutes_beyond(known[id].title, files.MOST_MINUTES))
    try:
        steps = agenda.in_order([replace(known[id], minutes=minutes) for id, minutes in named])
    except NotBeforeError as error:
        raise BadAnswerError(*de.put_before(known[error.step].title, known[error.again].title)) from None
    title = " ".join(clean(title).split())[:LONGEST_TITLE] or de.OWN_TITLE
    return Agenda(OWN, title, de.COMPOSED_ABOUT, sum(step.minutes for step in steps), steps)


def offered() -> list[dict[str, Any]]:
    """Every step that can be chosen: ``id``, ``title``, ``minutes``, ``kind``, ``again``, and ``group``, its module."""
    modules = {one.id: one.title for one in manifest.read().modules}
    return [
        {
            "id": id,
            "title": own_questions.called(step),
            "minutes": step.minutes,
            "kind": step.kind,
            "again": step.again,
            "group": modules.get(
                step.unit.partition(".")[0], "" if id in agenda.steps() else company.current().short
            ),
        }
        for id, step in library().items()
    ]


def misfits(firm: Company, broken: Collection[File] = ()) -> Iterator[Complaint]:
    """What is wrong with the agendas of a company; it need not be the one that leads through the course now.

    What may stand in a file of a kind that is `broken` is not called unknown.
    """
    course = agenda.load()
    unsure = tuple(begin for begin, file in _NAMED.items() if file in broken)
    known = {
        **{id: step.again for id, step in agenda.steps().items()},
        **{f"{agenda.BOARD}.{case.id}": "" for case in firm.board_cases},
        **{f"{own_questions.PREPARED}{one.id}": "" for one in firm.questions},
    }
    for one in firm.agendas:
        if not NAME.fullmatch(one.name) or one.name in course or one.name == OWN:
            yield _complaint(one, (files.TITLE,), *company_de.taken_name(one.name))
        before: set[str] = set()
        for at, (id, _) in enumerate(one.steps):
            place = (files.STEPS, at, files.STEP)
            if id not in known:
                if not id.startswith(unsure):
                    yield _complaint(one, place, *company_de.no_step(id, known))
            elif known[id] and known[id] not in before:
                yield _complaint(one, place, *company_de.not_before(id, known[id]))
            before.add(id)


def _of_file(one: RunSheet) -> Agenda:
    """An agenda of the company; there are no ``misfits`` in it."""
    known = library()
    steps = agenda.in_order([replace(known[id], minutes=minutes) for id, minutes in one.steps])
    return Agenda(one.name, one.title, one.about, one.minutes, steps, one.rules)


def _complaint(one: RunSheet, place: tuple[str | int, ...], what: str, write: str) -> Complaint:
    return Complaint(one.path, Toml(one.path).line(*place), what, write, place)
