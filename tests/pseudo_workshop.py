"""Said to a process that speaks the pseudo-language: hold a workshop, and print all that it sends."""

import json
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import coursetools  # noqa: F401 (it chooses the language)
from coursetools.workshop import agenda
from coursetools.workshop.activities import KINDS
from coursetools.workshop.workshop import of_course

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent / "coursetools" / "workshop"))
import asked
import served

PEOPLE = 5
PAGES = ("/mitmachen", "/leitung", "/leinwand")


def hold(folder: Path) -> dict[str, Any]:
    """Page or step → what is sent for it: one step of each kind of step and of activity."""
    asks = [replace(step, title="", settings=_typed(step.settings)) for step in asked.STEPS]
    library = [*agenda.steps().values(), *asks]
    steps = [next(step for step in library if step.activity == kind) for kind in KINDS]
    steps += [next(step for step in library if step.kind == kind) for kind in (agenda.TALK, agenda.PAGE)]
    served.AGENDAS = of_course()
    served.AGENDA = agenda.Agenda("alle", **agenda.own_head(), minutes=30, steps=tuple(steps)).plain()
    workshop = served.Served(f"sqlite:///{folder / 'workshop.db'}")
    try:
        shown: dict[str, Any] = {path: _texts(workshop.request("GET", path)[1].decode()) for path in PAGES}
        shown["sheet"] = workshop.request("GET", "/leitung/ablauf", workshop.facilitator)[1]
        people = [workshop.join() for _ in range(PEOPLE)]
        for step in steps:
            shown[step.id] = list(_led(workshop, step, people))
            people.append(people.pop(0))  # the first one looks: nobody asks so often that it is too fast
        return shown
    finally:
        workshop.stop()


def _led(workshop: served.Served, step: agenda.Step, people: list[str]) -> Any:
    assert workshop.order("go", step=step.id)[0] == 200
    rounds = min(2, len(KINDS[step.activity](step.settings).phases)) or 1 if step.activity else 0
    yield from _states(workshop, people[0], lambda state: True)
    for number in range(1, rounds + 1):
        assert workshop.order("open", step=step.id, round=number)[0] == 200
        activity = workshop.state(people[0])["step"]["activity"]
        for person in people:
            value = _vote(activity["public"] | activity["own"])
            assert workshop.vote(person, value, step.id, number, f"nonce-{step.id}-{number}")[0] == 200
        looking = people[number % PEOPLE]  # nobody asks too often
        yield from _states(workshop, looking, lambda state: True)
        assert workshop.order("close", step=step.id)[0] == 200
        assert workshop.order("reveal", step=step.id)[0] == 200
        yield from _states(workshop, looking, lambda state: _result(state) is not None)
        assert workshop.state(looking)["step"]["activity"]["summary"]


def _states(workshop: served.Served, person: str, ready: Any) -> Any:
    """What facilitator, projector and a phone are sent, once it is `ready`."""
    for path, token in (
        ("/leitung/ereignisse", workshop.facilitator),
        ("/leinwand/ereignisse", workshop.room.projector),
    ):
        stream = workshop.stream(path, token)
        yield stream.until(ready)
        stream.close()
    yield workshop.state(person)


def _result(state: dict) -> Any:
    return state.get("result") or ((state.get("step") or {}).get("activity") or {}).get("result")


def _vote(public: dict) -> Any:
    match public["kind"]:
        case "applicants":
            return {card["id"]: "ja" if place % 2 else "nein" for place, card in enumerate(public["cards"])}
        case "kodex_vote" if "patterns" in public:
            return [pattern["id"] for pattern in public["patterns"][: public["most"]]]
        case "kodex_vote":
            return {}
        case "retrospective":
            return {"answers": {one["id"]: one["options"][0]["id"] for one in public["questions"]}}
        case "sentence":
            picked = {blank["id"]: blank["options"][0]["id"] for blank in public["blanks"]}
            return {"anrede": public["anrede"], **picked}
        case "data_cases":
            return public["options"][0]["id"]
    return _typed(asked.answer(public))


def _typed(value: Any) -> Any:
    """What people typed, marked like words of the course: nobody translates it."""
    match value:
        case str() if not re.fullmatch(r"[a-z]?\d*", value):  # no key
            return f"⟦{value}⟧"
        case dict():
            return {name: part if name in ("by", "group") else _typed(part) for name, part in value.items()}
        case list():
            return [_typed(part) for part in value]
    return value


def _texts(page: str) -> list[str]:
    """What a page of HTML says, without its scripts and looks."""
    bare = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.DOTALL)
    said = re.findall(r'(?:aria-label|title|placeholder|alt|content)="([^"]*)"', bare)
    return [*said, re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", bare))]


if __name__ == "__main__":
    print(json.dumps(hold(Path(sys.argv[1]))))
