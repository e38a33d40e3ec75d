"""What the page is told: questions with their progress; the answers to one, with what is decided, as plain JSON."""

from collections.abc import Mapping
from typing import Any

from coursetools.grading.marking import pictures, similar
from coursetools.grading.marking.answers import LONGEST as LONGEST_SHOWN
from coursetools.grading.marking.bank import Bank
from coursetools.grading.marking.decision import Decision
from coursetools.grading.marking.desk import Desk
from coursetools.grading.marking.ledger import Opinion
from coursetools.grading.marking.questions import Question


def overview(desk: Desk) -> dict[str, Any]:
    """``{"second", "steps", "questions": [{"key", "exercise", "title", "decided", "number"}]}``; only questions with
    answers."""
    listed = []
    for key, question in desk.questions.items():
        if decisions := desk.decisions(question):
            decided = sum(one.decided for one in decisions.values())
            about = {"key": key, "exercise": question.exercise, "title": question.title}
            listed.append(about | {"decided": decided, "number": len(decisions)})
    return {"second": desk.second, "steps": desk.steps(), "questions": listed}


def question(desk: Desk, asked: Question, bank: Bank) -> dict[str, Any]:
    """One question with all answers to it.

    ``{"key", "title", "exercise", "task", "guidance", "most", "criteria": [{"name", "meaning", "points"}],
    "bank": [str], "answers": [{"id", "number", "html", "cut", "empty", "pictures": [address],
    "alike": [{"number", "same"}], "decision", "second"}]}``: the last two as ``decision`` gives them; `second` is null
    where there is none.
    """
    answers, decisions, second = desk.answers(asked), desk.decisions(asked), desk.opinions(asked)
    numbers = {one.id: number for number, one in enumerate(answers, 1)}
    like = similar.alike({one.id: one.text for one in answers}, [asked.task])
    return {
        "key": asked.key,
        "title": asked.title,
        "exercise": asked.exercise,
        "task": asked.task,
        "guidance": asked.guidance,
        "most": asked.most,
        "criteria": [{"name": c.name, "meaning": c.meaning, "points": c.points} for c in asked.criteria],
        "bank": bank.of(asked.key),
        "answers": [
            {
                "id": one.id,
                "number": numbers[one.id],
                "html": one.shown,
                "cut": len(one.text) > LONGEST_SHOWN,
                "empty": not one.text.strip() and not one.pictures,
                "pictures": [pictures.address(data) for data in one.pictures],
                "alike": [{"number": numbers[a.other], "same": a.same} for a in like.get(one.id, [])],
                "decision": decision(decisions[one.id]),
                "second": _opinion(second.get(one.id)),
            }
            for one in answers
            if one.id in decisions
        ],
    }


def decision(what: Decision) -> dict[str, Any]:
    """``{"points", "criteria": [name], "comment", "again", "automatic", "extra", "decided"}``."""
    return what.kept() | {"automatic": what.automatic, "extra": what.extra, "decided": what.decided}


def _opinion(said: Opinion | None) -> Mapping[str, Any] | None:
    return said if said and said["points"] is not None else None
