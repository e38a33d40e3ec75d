"""The answers of a learner who has filled in every part of the folder, as the browser store keeps them."""

import datetime as dt

from fairki import need, people, reference, register
from fairki.documents import action_plan, footprint, self_assessment, text_rules
from fairki.feedback import letter, plan, silence
from fairki.governance import board, life_cycle, roles
from fairki.kodex import Kodex, Rule, history, patterns, stored
from fairki.systems import questions

KODEX = Kodex(
    "Kodex der Muster GmbH",
    (
        Rule(patterns.NOTICE, owner="Frau Sommer", channel="ki@muster.example"),
        Rule(patterns.SELECTION_RATES, {"abstand": 15}),
    ),
)
OLDER = Kodex(KODEX.title, KODEX.rules[:1])
HISTORY = history.History(
    dt.date(2026, 10, 1),
    OLDER,
    (history.Change(dt.date(2026, 11, 2), "Einspruch aus der Nachtschicht", "Die Quote fehlte.", KODEX),),
)

FULL = {
    stored.KEY: stored.to_value(KODEX),
    register.KEY: [{"id": "schichtplan", "verborgen": True}, {"id": "chatbot", "verborgen": False}],
    questions.KEY: {"schichtplan": {"verantwortlich": questions.OWNER_PERSON, "einspruch": 14}},
    roles.KEY: {task: {duty: [next(iter(roles.ROLES))] for duty in roles.DUTIES} for task in roles.TASKS},
    life_cycle.SHUTDOWN_KEY: list(life_cycle.SHUTDOWN),
    "04.plan.abstand": 3,
    "04.plan.quoten": 10,
    board.OURS.decision_key: next(iter(board.OURS.decisions)),
    board.OURS.conditions_key: list(board.OURS.conditions),
    board.OURS.reason_key: "Weil die Absagen niemand prüft.",
    board.OURS.objection_key: "Das kostet Zeit.",
    plan.CHANNELS_KEY: list(silence.MEASURES),
    **{one.key: next(iter(one.options), "Herr Winter") for one in plan.DECISIONS},
    letter.OURS.reply_key: "Guten Tag,\nleider sagen wir heute ab.",
    history.KEY: history.to_value(HISTORY),
    "06.aufbau.weg": people.COMBINED,
    "06.aufbau.team": "fair",
    "06.aufbau.auswahl": people.DECLINED,
    "06.aufbau.faelle": 500,
    text_rules.CARDS: {case.id: case.answer for case in reference.data_cases()},
    **dict.fromkeys(text_rules.FIELDS, "Wir sagen, dass ein Programm geholfen hat."),
    text_rules.READS: "Wer den Text verschickt, liest ihn neben der Akte.",
    **{
        f"{when}.{aspect}": next(iter(self_assessment.LEVELS))
        for when in (self_assessment.BEFORE, self_assessment.TODAY)
        for aspect in self_assessment.ASPECTS
    },
    footprint.KIND: next(iter(footprint.KINDS)),
    footprint.CASE: "chatbot",
    **{f"07.braucht.{question.id}": question.good for question in need.QUESTIONS},
    action_plan.KEY: [
        {"was": "Register aushängen", "wer": "Leitung IT", "bis": "2027-02-01", "zeichen": "Es hängt."}
    ],
    action_plan.SENTENCES: "Wir sagen, wo KI mitrechnet.",
    action_plan.ROOM: list(action_plan.RULES),
    action_plan.AGAIN: next(iter(action_plan.TIMES)),
    **{asked.key: f"Notiz zu {asked.key}" for asked in reference.transfers()},
}


def answers_to(states) -> dict:
    """Name → answer for blocks given by their traits; what only ``FULL`` knows is left to it."""
    given = {state["key"]: answer_to(state) for state in states if state.get("key")}
    return {key: answer for key, answer in given.items() if answer is not None and key not in FULL}


def answer_to(state: dict):
    """An answer to one block, the first or the middle one that it knows; None if it asks for something else."""
    match state:
        case {"cards": cards, "choices": choices}:
            return {card["id"]: choices[at % 2][0] for at, card in enumerate(cards)}
        case {"question": _, "kind": "number", "low": low, "high": high, "step": step}:
            return low + (high - low) / step // 2 * step
        case {"question": _, "options": [[value, *_], *_]}:
            return value
        case {"questions": [{"options": [{"right": _}, *_]}, *_] as questions}:
            return {question["id"]: 0 for question in questions}
        case {"options": [[value, *_], *_], "kind": "checkbox"}:
            return [value]
        case {"options": [[value, *_], *_]}:
            return value
        case {"low": low, "high": high, "step": step, "start": _}:
            return low + (high - low) / step // 2 * step
        case {"thresholds": thresholds, "groups": groups}:
            return [thresholds[len(thresholds) // 2]] * len(groups)
        case {"start": [*row], "partners": _}:
            return {"row": row, "temperature": 0.5}
        case {"rows": _, "longest": longest}:
            return "Ein eigener Gedanke, etwas länger als eine Zeile auf dem Telefon."[:longest]
        case {"parts": _, "longest": _}:
            return "Muster GmbH"
        case {"key": "03.pruefung"}:
            return {"erste": stored.to_value(KODEX), "letzte": stored.to_value(KODEX)}
    return None


PASTED = (
    "Zeile\vUmbruch Seite\fWechsel Windows\r\nMac\rAlt Absatz\u2028Ende Null\x00 Flucht\x1b[1m Rechts\u200f "
    "Nichts\ufffe \N{GRINNING FACE} ]]> <w:p> halb\ud83d " + "x" * 320
)
"""What people paste into a field: breaks of all kinds, control characters, half an emoji, markup, one endless word."""


def pasted_over(value):
    """The value with each longer text in it replaced by a pasted one."""
    if isinstance(value, str):
        return PASTED if len(value) > 25 else value
    if isinstance(value, list):
        return [pasted_over(one) for one in value]
    return {key: pasted_over(one) for key, one in value.items()} if isinstance(value, dict) else value
