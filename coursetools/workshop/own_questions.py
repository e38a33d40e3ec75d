"""Questions that a facilitator asks beside those of the course, live or prepared in the company's folder.

In the session each is a step like any other, of kind "activity"; its id says that it is one (``is_own``). So rounds,
results, protocol and what is kept need to know nothing of it.
"""

import re
from collections.abc import Mapping
from typing import Any

from coursetools.workshop import agenda
from coursetools.workshop.activities import KINDS, groups
from coursetools.workshop.de import own_questions as de
from coursetools.workshop.session import Refused, Session
from fairki import typed
from fairki.company import Company, Question, questions
from fairki.errors import BadFileError

ASKED = tuple(de.TITLES)
"""Kinds of activities that can be asked."""
MINUTES = 3
"""How long a question takes, unless somebody says otherwise."""
LONGEST = 60
"""Minutes that a question may take."""
PREPARED = "frage_"
KIND = {
    questions.POLL: "poll",
    questions.SCALE: "scale",
    questions.ESTIMATE: "estimate",
    questions.RANKING: "ranking",
    questions.OPEN: "text",
    questions.CLOUD: "cloud",
    questions.CASE: "poll",
    questions.ROOM: "qa",
    questions.GROUPS: "groups",
}
"""Art of a prepared question → kind of activity."""
KEPT: Mapping[str, dict[str, list[str]]] = {"qa": {"released": [], "answered": []}}
"""Kind → settings that the session fills in (``Session.settings``)."""
SETTING = {
    "hoechstens": "most",
    "links": "low",
    "rechts": "high",
    "stufen": "steps",
    "kleinste": "low",
    "groesste": "high",
    "schritt": "step",
    "einheit": "unit",
    "richtig": "truth",
    "gruppen": "groups",
}
"""Entry of a prepared question → setting of the activity."""
_OWN = re.compile(r"own-(\d+)")


def is_own(step: str) -> bool:
    """Whether a step is a question that was asked live."""
    return bool(_OWN.fullmatch(step))


def next_id(steps: Mapping[str, Any]) -> str:
    """An id that none of these steps has."""
    numbers = [int(found[1]) for id in steps if (found := _OWN.fullmatch(id))]
    return f"own-{max(numbers, default=0) + 1}"


def place(session: Session, now: bool) -> int:
    """Where a new question goes: behind the current step, and unless it comes `now`, behind those that wait there."""
    steps = list(session.steps)
    at = steps.index(session.position) + 1 if session.position else 0
    while not now and at < len(steps) and waits(session, steps[at]):
        at += 1
    return at


def waits(session: Session, step: str) -> bool:
    """Whether a step is a question that was not asked yet."""
    return is_own(step) and not session.last_round(step)


def along(session: Session, other: Mapping[str, Any]) -> dict[str, Any]:
    """Another agenda, with the questions that wait: they come behind its first step."""
    waiting = [step for id, step in session.steps.items() if waits(session, id)]
    minutes = other["minutes"] + sum(step["minutes"] for step in waiting)
    return {**other, "steps": [*other["steps"][:1], *waiting, *other["steps"][1:]], "minutes": minutes}


def step(kind: str, settings: Mapping[str, Any], minutes: int = MINUTES) -> dict[str, Any]:
    """The step of a question, without an id; what was typed is made fit for every file.

    Raises:
        Refused: if there is no such kind, or the settings do not fit.
    """
    if kind not in ASKED:
        raise Refused("bad_value", *de.NO_KIND)
    cleaned = {**_cleaned(settings), **KEPT.get(kind, {})}
    try:
        KINDS[kind](cleaned)
    except BadFileError as error:
        raise Refused("bad_value", *de.not_fit(error.happened)) from error
    # Only here: a room that was kept may hold such a one, and opens nevertheless.
    truth = cleaned.get("truth") if kind == "estimate" else None
    if isinstance(truth, int | float) and not cleaned["low"] <= truth <= cleaned["high"]:
        raise Refused("bad_value", *de.TRUTH_BEYOND)
    minutes = min(max(1, minutes), LONGEST)
    made = agenda.Step("", de.TITLES[kind], minutes, agenda.ACTIVITY, activity=kind, settings=cleaned)
    return {name: value for name, value in agenda.plain(made).items() if name != "id"}


def prepared(firm: Company) -> dict[str, agenda.Step]:
    """The questions of a company's folder as steps, by ids that begin with ``PREPARED``."""
    return {f"{PREPARED}{one.id}": _prepared(one, firm) for one in firm.questions}


def called(one: agenda.Step) -> str:
    """What a step is called in a list of many: a prepared question has its words there."""
    prepared = one.id.startswith(PREPARED)
    return f"{one.title}: {one.settings['question']}" if prepared else one.title


def cases(firm: Company) -> list[dict[str, str]]:
    """A company's own everyday uses of AI, with what is said of them."""
    return [{"id": one.id, "name": one.name, "text": one.text} for one in firm.cases]


def _prepared(one: Question, firm: Company) -> agenda.Step:
    answers = one.more.get("antworten", de.CASE_ANSWERS)
    settings: dict[str, Any] = {"question": one.words}
    if one.art in (questions.POLL, questions.CASE, questions.RANKING):
        settings["options"] = [[f"a{at}", text] for at, text in enumerate(answers, 1)]
    settings |= KEPT.get(KIND[one.art], {}) | {
        SETTING[name]: value for name, value in one.more.items() if name in SETTING
    }
    if "einteilung" in one.more:
        settings["by"] = dict(zip(questions.WAYS, (groups.RANDOM, groups.COLOUR), strict=True))[
            one.more["einteilung"]
        ]
    if one.art == questions.CASE:
        case = next(case for case in firm.cases if case.id == one.more["fall"])
        settings["about"] = [case.name, case.text]
    return agenda.Step(
        id=f"{PREPARED}{one.id}",
        title=de.TITLES[KIND[one.art]],
        minutes=one.more.get("minuten", MINUTES),
        kind=agenda.ACTIVITY,
        activity=KIND[one.art],
        settings=settings,
    )


def _cleaned(value: Any) -> Any:
    """Texts of the facilitator, each in one line."""
    match value:
        case str():
            return " ".join(typed.clean(value).split())
        case dict():
            return {name: _cleaned(part) for name, part in value.items()}
        case list():
            return [_cleaned(part) for part in value]
    return value
