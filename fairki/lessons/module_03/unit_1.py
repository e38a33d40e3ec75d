"""Unit 1, from the register to the Steckbrief: what a firm knows about its systems, and the class of risk."""

from collections.abc import Mapping, Sequence
from typing import Any

from fairki import reference, register, ui
from fairki.lessons.module_03.de import unit_1 as de
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown
from fairki.systems import questions
from fairki.systems.questions import QUESTIONS

KNOWN, RISK, LEVEL = "03.bekannt", "03.risiko", "03.stufe"
REGISTER, PROFILES, EXAMPLE = register.KEY, questions.KEY, "03.beispiel"
SYSTEMS = (REGISTER, PROFILES, EXAMPLE)
"""What ``entries`` and ``profiles_of`` look at."""
RARE = 1
"""A question that was answered for at most so many systems was hardly ever answered."""


def guess_known() -> Scene:
    """Guess how much a firm does not know about its own systems, then see."""
    systems = len(register.EXAMPLE)
    asked = systems * len(QUESTIONS)
    return Demonstration(
        ui.Guess(KNOWN, question=de.known(systems, asked), unit=de.of(asked), high=asked),
        reveal=what_nobody_knew,
    )


def what_nobody_knew(_answers: Answers) -> Shown:
    """How many questions about the firm's own systems stayed open, and which ones nearly always did."""
    found = register.entries(register.EXAMPLE)
    often = how_often_known(found, questions.EXAMPLE)
    asked = len(found) * len(QUESTIONS)
    rare = [label for label, times in often.items() if times <= RARE]
    return Shown(de.nobody_knew(asked - sum(often.values()), asked, rare))


def how_often_known(
    found: Sequence[register.Entry], profiles: Mapping[str, Mapping[str, Any]]
) -> dict[str, int]:
    """Question → for how many of these systems it is answered."""
    return {
        asked["label"]: sum(asked["id"] in profiles.get(entry.use.id, {}) for entry in found)
        for asked in QUESTIONS
    }


def profiles() -> list[Scene]:
    """A Steckbrief for each line of the register: the learner's own, or the firm's as an example."""
    uses = [
        {"id": use.id, "title": use.name, "text": use.description, "group": use.area} for use in register.USES
    ]
    example = ui.Profiles(
        label=de.EXAMPLE_PROFILES,
        systems=cards(register.entries(register.EXAMPLE)),
        questions=QUESTIONS,
        value=questions.EXAMPLE,
    )
    return [
        Scene(
            ui.PickList(REGISTER, items=uses, mark=("verborgen", ""), visible=False, feeds=["2"]),
            ui.Text(live=False),
            reveal=whose_register,
        ),
        Scene(
            ui.Profiles(PROFILES, de.OWN_PROFILES, questions=QUESTIONS, visible=False, feeds=["2"]),
            needs=[REGISTER],
            reveal=own_profiles,
        ),
        Scene(
            example,
            ui.Text(),
            unkept={EXAMPLE: example},
            needs=[REGISTER, PROFILES],
            reveal=how_much_is_known,
        ),
    ]


def cards(found: Sequence[register.Entry]) -> list[dict[str, str]]:
    """Systems of a register as ``ui.Profiles`` wants them."""
    return [
        {
            "id": entry.use.id,
            "name": entry.use.name,
            "text": de.about(entry.use),
            "note": reference.orientation(entry.use.id),
        }
        for entry in found
    ]


def whose_register(answers: Answers) -> Shown:
    """The learner's register and how long it is, or that an example stands in for it."""
    own = register.entries(answers[REGISTER])
    return Shown(de.own_register(len(own)) if own else de.NO_REGISTER)


def own_profiles(answers: Answers) -> Shown:
    """A Steckbrief for each line of the learner's register."""
    own = register.entries(answers[REGISTER])
    return Shown(visible={PROFILES: bool(own)}, traits={ui.Profiles: {"systems": cards(own)}})


def entries(answers: Answers) -> list[register.Entry]:
    """The systems in use: those of the learner's register, or the firm's."""
    return register.entries(answers[REGISTER]) or register.entries(register.EXAMPLE)


def profiles_of(answers: Answers) -> dict[str, dict[str, Any]]:
    """What is known about the systems in use: id of a system → id of a question → option."""
    return answers[PROFILES if answers[REGISTER] else EXAMPLE] or {}


def how_much_is_known(answers: Answers) -> Shown:
    """How many entries are known, and the question that is answered least often; the example if it is in use."""
    found = entries(answers)
    often = how_often_known(found, profiles_of(answers))
    rarest = [label for label, times in often.items() if times == min(often.values())]
    return Shown(
        de.entries_known(sum(often.values()), len(found) * len(QUESTIONS), rarest),
        visible={EXAMPLE: not answers[REGISTER]},
    )


def risk_class() -> Scene:
    """Guess the risk class of a program for applications; the law answers, with its date."""
    return Demonstration(
        ui.Guess(RISK, question=de.RISK, kind="choice", options=de.RISK_CLASSES), reveal=what_the_law_says
    )


def what_the_law_says(answers: Answers) -> Shown:
    """The class by law, and whether it was guessed."""
    hit = answers[RISK] == de.HIGH
    return Shown(de.risk(hit, reference.law("hochrisiko"), reference.law("zweck_zaehlt")), hit=hit)


def risk_levels() -> Scene:
    """An opinion on five levels that were proposed; then these beside the four classes of the law."""
    return Demonstration(
        ui.Guess(LEVEL, question=de.LEVEL, kind="choice", options=de.LEVELS, decision=True),
        reveal=both_scales,
    )


def both_scales(answers: Answers) -> Shown:
    """The proposal beside the law; no answer is right."""
    return Shown(
        de.scales(
            answers[LEVEL],
            reference.risk_levels(),
            reference.finding("datenethikkommission"),
            reference.law("klassen"),
            reference.finding("ki_observatorium"),
        )
    )
