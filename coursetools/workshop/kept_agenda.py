"""An agenda as the database keeps it: ids and minutes. Its words are those that the course has today.

What the course does not have, such as a step that somebody wrote for this workshop, is kept whole.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from coursetools.workshop import agenda

Plain = Mapping[str, Any]
SHOWN = frozenset({"question", "title", "prompt", "unit"})
"""Settings of an activity that are words for people."""


def brief(whole: Plain) -> dict[str, Any]:
    """What has to be kept of an agenda (plain JSON as in ``coursetools.workshop.session``)."""
    head = _head(whole["id"])
    kept = {name: value for name, value in whole.items() if name != "steps" and head.get(name) != value}
    steps: list[dict[str, Any]] = []
    for at, step in enumerate(whole["steps"]):
        short = {name: step[name] for name in ("id", "minutes") if name in step}
        steps.append(short if _found(short, whole["steps"][:at]) == step else dict(step))
    return {"id": whole["id"], **kept, "steps": steps}


def whole(kept: dict[str, Any]) -> dict[str, Any]:
    """The agenda of which ``brief`` was kept, or which an earlier version kept with all its words.

    Raises:
        KeyError: a step is named that the course does not have.
    """
    steps: list[Plain] = []
    for step in kept["steps"]:
        today = _found(step, steps)
        if today is None and "kind" not in step:
            raise KeyError(step["id"])
        steps.append(today if today and ("kind" not in step or _same(step, today)) else step)
    head, old = _head(kept["id"]), all("kind" in step for step in kept["steps"])
    return (kept | head if old else head | kept) | {"steps": steps}


def _head(id: str) -> dict[str, Any]:
    """Title and description of an agenda of the course."""
    if id == agenda.OWN:
        return agenda.own_head()
    ready = agenda.load().get(id)
    return {"title": ready.title, "about": ready.about} if ready else {}


def _found(step: Plain, earlier: Sequence[Plain]) -> Plain | None:
    """The step of the course with this id, for so many minutes; None if there is none."""
    base, _, number = step["id"].rpartition("-")
    found = agenda.steps().get(base if base and number.isdecimal() else step["id"])
    if found is None or "minutes" not in step:
        return None
    made = {**agenda.plain(found), "id": step["id"], "minutes": step["minutes"]}
    for one in earlier:
        if made["again"] and one["id"] == made["again"]:
            made |= {name: one[name] for name in ("activity", "settings")}
    return made


def _same(one: Plain, other: Plain) -> bool:
    """Whether votes on one step are answers to the other."""
    return all(
        _ids(one.get(name)) == _ids(other.get(name)) for name in ("kind", "activity", "again", "settings")
    )


def _ids(value: Any) -> Any:
    """A setting without the words that people see."""
    match value:
        case dict():
            return {name: _ids(part) for name, part in value.items() if name not in SHOWN}
        case [[str(), str()], *_]:
            return [id for id, _ in value]
        case list():
            return [_ids(part) for part in value]
    return value
