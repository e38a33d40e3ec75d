"""What an earlier room found, as a file that the next room opens: figures to stand beside its own, and its promises.

The file holds sums of enough answers and nothing else. Two questions are the same if their words are; nobody knows who
was there then and is there now.
"""

import datetime as dt
import json
import re
from collections.abc import Mapping
from typing import Any

from coursetools.workshop import agenda
from coursetools.workshop.activities import FEWEST, KINDS
from coursetools.workshop.de import earlier as de
from coursetools.workshop.exports.findings import Findings
from coursetools.workshop.session import Refused
from fairki.speech import day
from fairki.typed import clean

KIND, VERSION = "fairki-raum", 1
"""What says that a file is one, and in which form."""
COMPARED = ("poll", "scale", "estimate", "retrospective")
"""Kinds of activities whose bars are shares of answers, and can stand beside each other."""
PROMISE, OTHER = "zusage", "anderes"
"""The step in which the room promises something, and the answer that names nothing."""
STEP = "zusagen"
"""Id of the step that asks what became of the promises."""
MOST_PROMISES = 3
LONGEST, MOST_RESULTS, MOST_BARS = 1000, 150, 72
"""Characters of a text, questions, and answers to one: as many as a room can have."""
LARGEST = 128 << 10  # bytes of such a file
MOST_ROOMS = 3
"""Earlier rooms that stand beside this one at once: departments, or days."""


def file(findings: Findings) -> str:
    """The file of a room: readable JSON."""
    results = [
        {
            "schritt": one.step,
            "art": one.result["kind"],
            "frage": one.result["title"],
            "antworten": one.result["answers"],
            "balken": [[bar["label"], round(bar["share"], 4), bar["text"]] for bar in one.result["bars"]],
        }
        for one in findings.found
        if one.result["kind"] in COMPARED
    ]
    content = {
        "art": KIND,
        "fassung": VERSION,
        "tag": findings.day.isoformat(),
        "titel": findings.title,
        "zusagen": _promises(findings),
        "ergebnisse": results,
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def read(value: Mapping[str, Any]) -> dict[str, Any]:
    """What a file says, as it is kept with the session.

    Raises:
        Refused: it is none, of a newer course, or damaged.
    """
    if value.get("art") != KIND:
        raise Refused("bad_value", *de.NO_ROOM)
    version = value.get("fassung")
    if type(version) is int and version > VERSION:
        raise Refused("bad_value", *de.NEWER)
    try:
        if version != VERSION or type(version) is not int:
            raise ValueError
        found = {
            "day": dt.date.fromisoformat(value["tag"]).isoformat(),
            "title": _text(value["titel"]),
            "promises": [_text(one) for one in _list(value["zusagen"], MOST_PROMISES)],
            "results": [_result(one) for one in _list(value["ergebnisse"], MOST_RESULTS)],
        }
    except (KeyError, TypeError, ValueError) as error:
        raise Refused("bad_value", *de.DAMAGED) from error
    return found


def one_more(known: Mapping[str, Any] | None, found: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of earlier rooms, with this one, too: the newest whose promises are there first, and the `others`.

    Raises:
        Refused: there are ``MOST_ROOMS`` already.
    """
    others = [one for one in rooms(known) if (one["day"], one["title"]) != (found["day"], found["title"])]
    if len(others) == MOST_ROOMS:
        raise Refused("bad_value", *de.too_many(MOST_ROOMS))
    every = [dict(found), *others]
    first = next((one for one in every if one["promises"]), every[0])
    return {**first, "others": [one for one in every if one is not first]}


def rooms(known: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    """Every earlier room that is known."""
    if not known:
        return []
    first = {name: value for name, value in known.items() if name != "others"}
    return [first, *known.get("others", ())]


def beside(
    result: dict[str, Any] | None, earlier: Mapping[str, Any] | None, step: str, fewest: int
) -> dict[str, Any] | None:
    """The result of a step, with the figures of the earlier rooms beside its own, if they were asked the same.

    There, too, at least `fewest` must have answered.
    """
    if not result or not earlier or not result["enough"] or result["kind"] not in COMPARED:
        return result
    known = rooms(earlier)
    titles = {one["title"] for one in known}
    found: list[dict[str, dict[str, Any]]] = []
    compared: list[tuple[str, str, int]] = []
    for room in known:
        then = _asked_the_same(result, room, step)
        if then is None or then["answers"] < fewest:
            continue
        on = day(dt.date.fromisoformat(room["day"]))
        title = room["title"] if len(titles) == len(known) else f"{room['title']}, {on}"
        label = title if len(known) > 1 else on
        then_bars = {
            name: {"label": label, "share": share, "text": text} for name, share, text in then["bars"]
        }
        found.append(then_bars)
        compared.append((room["title"], on, then["answers"]))
    if not found:
        return result
    bars = [
        {
            **bar,
            "earlier": [*(then[bar["label"]] for then in found if bar["label"] in then), *bar["earlier"]],
        }
        for bar in result["bars"]
    ]
    return {**result, "bars": bars, "notes": [*result["notes"], de.compared(compared)]}


def _asked_the_same(
    result: Mapping[str, Any], room: Mapping[str, Any], step: str
) -> Mapping[str, Any] | None:
    same = [
        one for one in room["results"] if (one["kind"], one["title"]) == (result["kind"], result["title"])
    ]
    return next((one for one in same if one["step"] == step), same[-1] if same else None)


def question(earlier: Mapping[str, Any] | None) -> dict[str, Any]:
    """The step that asks what became of the promises.

    Raises:
        Refused: there are none.
    """
    if not earlier or not earlier["promises"]:
        raise Refused("no_promises", *de.NO_PROMISES)
    settings = {
        "title": de.ASKED,
        "questions": [
            {"id": f"z{number}", "question": text, "options": [list(one) for one in de.OPTIONS]}
            for number, text in enumerate(earlier["promises"], 1)
        ],
        "free_text": False,
        "prompt": de.PROMPT,
    }
    KINDS["retrospective"](settings)
    made = agenda.Step(
        STEP,
        de.ASKED,
        6,
        agenda.ACTIVITY,
        goal=de.GOAL,
        say=(de.SAY,),
        ask=de.ASK,
        plan_b=de.PLAN_B,
        activity="retrospective",
        settings=settings,
    )
    return {name: value for name, value in agenda.plain(made).items() if name != "id"}


def _promises(findings: Findings) -> list[str]:
    """What most have promised, at most three; nothing that names nothing."""
    nothing = dict(agenda.steps()[PROMISE].settings["options"])[OTHER]
    for one in findings.found:
        if one.step.partition("-")[0] == PROMISE:
            bars = [bar for bar in one.result["bars"] if bar["share"] > 0 and bar["label"] != nothing]
            return [bar["label"] for bar in sorted(bars, key=lambda bar: -bar["share"])[:MOST_PROMISES]]
    return []


def _result(value: Any) -> dict[str, Any]:
    answers = value["antworten"]
    if type(answers) is not int or answers < FEWEST or value["art"] not in COMPARED:
        raise ValueError
    bars = [
        [_text(label), _share(share), _text(text)] for label, share, text in _list(value["balken"], MOST_BARS)
    ]
    return {
        "step": _text(value["schritt"]),
        "kind": value["art"],
        "title": _text(value["frage"]),
        "answers": answers,
        "bars": bars,
    }


def _list(value: Any, most: int) -> list[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise ValueError
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or not 0 < len(value.strip()) <= LONGEST:
        raise ValueError
    return re.sub(
        r"[ \t\n]+", " ", clean(value)
    ).strip()  # a blank that holds words together stays: labels have to be equal


def _share(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError
    return float(value)
