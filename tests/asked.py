"""One question of each kind that a facilitator can ask beside those of the course, and what somebody answers."""

from dataclasses import replace
from typing import Any

from coursetools.workshop import agenda

OPTIONS = [["a1", "Sicherheit"], ["a2", "Tempo"], ["a3", "Kosten"]]
SETTINGS: dict[str, dict[str, Any]] = {
    "poll": {"question": "Was zählt?", "options": OPTIONS, "most": 2},
    "scale": {"question": "Wie fair ist das?", "low": "gar nicht", "high": "sehr", "steps": 5},
    "estimate": {
        "question": "Wie viele Anfragen am Tag?",
        "low": 0,
        "high": 500,
        "step": 1,
        "unit": "Anfragen",
    },
    "ranking": {"question": "Was zuerst?", "options": OPTIONS},
    "text": {"question": "Was fehlt uns?"},
    "cloud": {"question": "Woran denken Sie?", "most": 3},
    "groups": {"question": "Was raten Sie?", "groups": 3, "by": "colour"},
    "qa": {"question": "Was möchten Sie wissen?", "released": [], "answered": []},
}
"""Kind → settings."""
STEPS = [
    replace(agenda.Step(f"own-{at}", kind, 3, agenda.ACTIVITY), activity=kind, settings=settings)
    for at, (kind, settings) in enumerate(SETTINGS.items(), 1)
]


def answer(public: dict[str, Any], at: int = 0) -> Any:
    """What person number `at` answers; None for kinds of the course alone."""
    match public["kind"]:
        case "poll":
            chosen = public["options"][at % len(public["options"])]["id"]
            return chosen if public["most"] == 1 else [chosen]
        case "scale":
            return public["options"][at % len(public["options"])]["id"]
        case "estimate":
            return min(public["high"], public["low"] + at * public["step"])
        case "ranking":
            return [one["id"] for one in public["options"]]
        case "text":
            return f"Antwort von Person {at}"
        case "cloud":
            return ["fair", "Vertrauen"] if at % 2 else ["Faire"]
        case "groups":
            chosen = public["groups"][at % len(public["groups"])]["id"]
            return {"group": public.get("group", chosen)}
        case "qa":
            return {"asked": [f"Frage von Person {at}"], "up": [one["id"] for one in public["released"]]}
    return None
