"""What a facilitator prints: a guide per module, and the run sheet of an agenda.

Both are ``fairki.documents.Paper``s, so page and Word file say the same. Their addresses are in ``guide_handlers``.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from coursetools.workshop import agenda
from coursetools.workshop.activities import KINDS
from coursetools.workshop.agenda import Agenda, Step
from coursetools.workshop.de import papers as de
from fairki import manifest, reference
from fairki.documents.layout import Heading, Items, Paper, Part, Prose, Table


def guide(module_id: str, on: dt.date) -> Paper:
    """The guide for one module: goals, preparation, timeline, each unit's steps, transfer.

    Args:
        module_id: such as ``"01"``.
        on: the day it is made.

    Raises:
        KeyError: there is no such module.
    """
    module = manifest.read().module(module_id)
    steps = [step for step in agenda.steps().values() if step.unit.partition(".")[0] == module.id]
    steps.sort(key=lambda step: step.unit)
    transfers = [one for one in reference.transfers() if one.key.startswith(f"{module.id}.")]
    return Paper(
        de.guide(module.number),
        module.title,
        on,
        [
            Prose(module.about),
            Heading(de.GOALS),
            Items(module.goals),
            Heading(de.PREPARATION),
            Items(agenda.preparation(module.id)),
            Heading(de.TIMELINE),
            _timeline(steps),
            *(part for step in steps for part in _described(step)),
            Heading(de.TRANSFER),
            Prose(de.TRANSFER_HOW),
            Items(tuple(one.question for one in transfers)),  # the hints are about writing on the page
            Prose(de.HONEST, muted=True),
        ],
    )


def run_sheet(one: Agenda, on: dt.date) -> Paper:
    """The run sheet of an agenda: the timeline, and what to say and ask in each step."""
    return Paper(
        de.RUN_SHEET,
        one.title,
        on,
        [
            Prose(one.about),
            Heading(de.TIMELINE),
            _timeline(one.steps),
            *(part for step in one.steps for part in _described(step)),
            Prose(de.HONEST, muted=True),
        ],
    )


def _timeline(steps: Sequence[Step]) -> Table:
    """From which minute to which each step runs."""
    rows, start = [], 0
    for step in steps:
        end = start + step.minutes
        rows.append((de.from_to(clock(start), clock(end)), (step.title, step.goal), de.KINDS[step.kind]))
        start = end
    return Table(de.TIMELINE_COLUMNS, tuple(rows), (1.2, 4, 1.4))


def clock(minutes: int) -> str:
    """Time since the beginning: ``0:05``, ``1:30``."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def _read_aloud(read: Sequence[tuple[str, str]]) -> Iterator[Part]:
    if any(known for _, known in read):
        yield Table(de.READ_ALOUD_COLUMNS, tuple(read), (2, 3))
    else:
        yield Items(tuple(text for text, _ in read))


def _described(step: Step) -> Iterator[Part]:
    yield Heading(de.step(step.title, step.minutes))
    if step.goal:
        yield Prose(de.goal(step.goal))
    if step.say:
        yield Heading(de.YOU_SAY, 2)
        yield from map(Prose, step.say)
    if step.again:
        yield Prose(de.next_round(agenda.steps()[step.again].title))
    if step.activity and (read := KINDS[step.activity](step.settings).on_paper()):
        yield Heading(de.READ_ALOUD, 2)
        yield from _read_aloud(read)
    if step.ask:
        yield Heading(de.YOU_ASK, 2)
        yield Items(step.ask)
    if step.expect:
        yield Heading(de.EXPECTED, 2)
        yield Items(step.expect)
    if step.objections:
        yield Heading(de.OBJECTIONS, 2)
        yield Table(
            de.OBJECTION_COLUMNS,
            tuple((de.quoted(one.says), one.answer) for one in step.objections),
            (2, 3),
        )
    if step.plan_b:
        yield Heading(de.PLAN_B, 2)
        yield Prose(step.plan_b)
