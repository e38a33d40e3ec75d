"""What a facilitator prints: a guide per module, and the run sheet of an agenda.

Both are ``fairki.documents.Paper``s, so page and Word file say the same. Their addresses are in ``guide_handlers``.
"""

import datetime as dt
from collections.abc import Iterator

from coursetools.workshop import agenda
from coursetools.workshop.agenda import BREAK, Agenda, Step
from fairki import manifest, reference, speech
from fairki.documents.layout import Heading, Items, Paper, Part, Prose, Table

HONEST = (
    "Unter „Was geantwortet werden könnte“ stehen unsere Erwartungen, keine Ergebnisse einer Befragung. "
    "In Ihrem Raum kann es anders sein. Dann gilt, was Ihr Raum sagt."
)
KINDS = {
    agenda.ACTIVITY: "Abstimmung",
    agenda.TALK: "Gespräch",
    agenda.PAGE: "Seite auf der Leinwand",
    BREAK: "Pause",
}


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
        f"Leitfaden zu Modul {int(module.id)}",
        module.title,
        on,
        [
            Prose(module.about),
            Heading("Was die Teilnehmenden danach können"),
            Items(module.goals),
            Heading("Vorbereitung"),
            Items(agenda.preparation(module.id)),
            Heading("Zeitplan"),
            _timeline(steps),
            *(part for step in steps for part in _described(step)),
            Heading("Was heißt das für uns?"),
            Prose("Wählen Sie eine dieser Fragen und lassen Sie zu zweit darüber sprechen."),
            Items(tuple(one.question for one in transfers)),  # the hints are about writing on the page
            Prose(HONEST, muted=True),
        ],
    )


def run_sheet(one: Agenda, on: dt.date) -> Paper:
    """The run sheet of an agenda: the timeline, and what to say and ask in each step."""
    return Paper(
        "Ablauf für den Workshop",
        one.title,
        on,
        [
            Prose(one.about),
            Heading("Zeitplan"),
            _timeline(one.steps),
            *(part for step in one.steps for part in _described(step)),
            Prose(HONEST, muted=True),
        ],
    )


def _timeline(steps) -> Table:
    """From which minute to which each step runs."""
    rows, start = [], 0
    for step in steps:
        end = start + step.minutes
        rows.append((f"{clock(start)} bis {clock(end)}", (step.title, step.goal), KINDS[step.kind]))
        start = end
    return Table(("Zeit", "Schritt", "Art"), tuple(rows), (1.2, 4, 1.4))


def clock(minutes: int) -> str:
    """Time since the beginning: ``0:05``, ``1:30``."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def _described(step: Step) -> Iterator[Part]:
    yield Heading(f"{step.title} ({speech.count_of(step.minutes, 'Minute', 'Minuten')})")
    if step.goal:
        yield Prose(f"Ziel: {step.goal}")
    if step.say:
        yield Heading("Das sagen Sie", 2)
        yield from map(Prose, step.say)
    if step.again:
        yield Prose(f"Hier öffnen Sie die nächste Runde von „{agenda.steps()[step.again].title}“.")
    if step.ask:
        yield Heading("Das fragen Sie", 2)
        yield Items(step.ask)
    if step.expect:
        yield Heading("Was geantwortet werden könnte", 2)
        yield Items(step.expect)
    if step.objections:
        yield Heading("Einwände und gute Antworten", 2)
        yield Table(
            ("Jemand sagt", "Sie können antworten"),
            tuple((f"„{one.says}“", one.answer) for one in step.objections),
            (2, 3),
        )
    if step.plan_b:
        yield Heading("Plan B", 2)
        yield Prose(step.plan_b)
