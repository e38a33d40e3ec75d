"""A system of which only is known what somebody answered to the questions of a Steckbrief."""

from collections.abc import Mapping
from typing import Any

from fairki import company, register
from fairki.errors import BadAnswerError
from fairki.systems import de
from fairki.systems import steckbrief as words
from fairki.systems.steckbrief import Steckbrief
from fairki.systems.system import DecisionSystem

KEY = "03.steckbriefe"
"""Name of the learner's answers in the browser store: ``{id of a use: {id of a question: option}}``."""

OWNER_PERSON, OWNER_TEAM, OWNER_NONE = "person", "abteilung", "niemand"
LISTED, UNLISTED = "ja", "nein"

QUESTIONS: list[dict[str, Any]] = [
    {"id": id, "label": label, "options": [list(option) for option in options.items()]}
    for id, (label, options) in de.QUESTIONS.items()
]
"""The few questions of a Steckbrief that somebody without access to the data can ask about a system."""

_OURS: dict[str, dict[str, Any]] = {
    "leads": {"verantwortlich": OWNER_TEAM, "mensch": words.HUMAN_ALL, "hinweis": words.NOTICE_NONE},
    "stellenanzeigen": {"hinweis": words.NOTICE_NONE, "liste": UNLISTED},
    "anfragen": {
        "verantwortlich": OWNER_PERSON,
        "lernziel": words.FROM_SUBSTITUTE,
        "mensch": words.HUMAN_NONE,
        "hinweis": words.NOTICE_NONE,
        "pruefung": 0,
        "liste": LISTED,
    },
    "zahlung": {
        "verantwortlich": OWNER_TEAM,
        "mensch": words.HUMAN_NONE,
        "hinweis": words.NOTICE_HIDDEN,
        "begruendung": words.REASON_NONE,
        "einspruch": 14,
        "liste": LISTED,
    },
    "rechnungen": {
        "verantwortlich": OWNER_PERSON,
        "mensch": words.HUMAN_ALL,
        "pruefung": 12,
        "liste": LISTED,
    },
    "wartung": {
        "verantwortlich": OWNER_PERSON,
        "lernziel": words.FROM_RESULT,
        "pruefung": 3,
        "liste": LISTED,
    },
    "texte": {"mensch": words.HUMAN_ALL, "hinweis": words.NOTICE_NONE, "liste": UNLISTED},
    "spam": {"mensch": words.HUMAN_NONE, "liste": LISTED},
}
_OWN = {case.id: dict(case.profile) for case in company.current().cases}
EXAMPLE: dict[str, dict[str, Any]] = {
    id: _OWN.get(id, _OURS.get(id, {})) for id in (line["id"] for line in register.EXAMPLE)
}
"""What IT found out about the firm's own register (``register.EXAMPLE``) in one week."""


def system(use: register.Use, answers: Mapping[str, Any]) -> DecisionSystem:
    """A use of the register as a system of which only the Steckbrief is known."""
    step = answers.get("mensch")
    listed = answers.get("liste")
    return DecisionSystem(
        use.id,
        Steckbrief(
            name=use.name,
            area=use.area,
            organisation="",
            purpose=use.description,
            label_kind=answers.get("lernziel"),
            human_step=step,
            human_share={words.HUMAN_NONE: 0.0, words.HUMAN_ALL: 1.0}.get(step or ""),
            notice=answers.get("hinweis"),
            reason=answers.get("begruendung"),
            appeal_days=answers.get("einspruch"),
            owner=de.OWNERS.get(answers.get("verantwortlich") or ""),
            monitoring_months=answers.get("pruefung"),
            in_register=None if listed is None else listed == LISTED,
        ),
    )


def checked(value: Any) -> dict[str, dict[str, Any]]:
    """The answers in a value of the browser store; what the questions do not know is left out.

    Raises:
        BadAnswerError: it does not have the form of such answers.
    """
    if not isinstance(value, dict) or not all(isinstance(answers, dict) for answers in value.values()):
        raise BadAnswerError(*de.DAMAGED)
    options = {asked["id"]: [option for option, _ in asked["options"]] for asked in QUESTIONS}
    return {
        use: {asked: given for asked, given in answers.items() if given in options.get(asked, ())}
        for use, answers in value.items()
    }
