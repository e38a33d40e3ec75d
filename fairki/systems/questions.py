"""A system of which only is known what somebody answered to the questions of a Steckbrief."""

from typing import Any

from fairki import register
from fairki.errors import BadAnswerError
from fairki.systems import steckbrief as words
from fairki.systems.steckbrief import Steckbrief
from fairki.systems.system import DecisionSystem

KEY = "03.steckbriefe"
"""Name of the learner's answers in the browser store: ``{id of a use: {id of a question: option}}``."""

OWNER_PERSON, OWNER_TEAM, OWNER_NONE = "eine Person mit Namen", "nur eine Abteilung", "niemand"

QUESTIONS = [
    {
        "id": "verantwortlich",
        "label": "Wer ist verantwortlich?",
        "options": [[owner, owner] for owner in (OWNER_PERSON, OWNER_TEAM, OWNER_NONE)],
    },
    {
        "id": "lernziel",
        "label": "Woraus hat das System gelernt?",
        "options": [
            [words.FROM_DECISIONS, "aus eigenen früheren Entscheidungen"],
            [words.FROM_SUBSTITUTE, "aus einer Ersatzgröße wie Kosten oder Aufwand"],
            [words.FROM_RESULT, "aus dem tatsächlichen Ergebnis"],
        ],
    },
    {
        "id": "mensch",
        "label": "Entscheidet ein Mensch mit?",
        "options": [[step, step] for step in words.HUMAN_STEPS],
    },
    {
        "id": "hinweis",
        "label": "Wann erfahren die Betroffenen von der KI?",
        "options": [
            [words.NOTICE_NONE, "gar nicht"],
            *([notice, notice] for notice in words.NOTICES[1:]),
        ],
    },
    {
        "id": "begruendung",
        "label": "Bekommen Abgelehnte eine Begründung?",
        "options": [
            [words.REASON_NONE, "nein"],
            [words.REASON_GENERAL, "eine allgemeine"],
            [words.REASON_PERSONAL, "eine persönliche"],
        ],
    },
    {
        "id": "einspruch",
        "label": "Wie lange ist ein Einspruch möglich?",
        "options": [[0, "gar nicht"], [7, "7 Tage"], [14, "14 Tage"], [30, "30 Tage oder länger"]],
    },
    {
        "id": "pruefung",
        "label": "Wie oft prüft jemand die Ergebnisse?",
        "options": [
            [0, "nie"],
            [1, "jeden Monat"],
            [3, "alle 3 Monate"],
            [6, "alle 6 Monate"],
            [12, "einmal im Jahr"],
        ],
    },
    {
        "id": "liste",
        "label": "Steht das System in einer Liste der Firma?",
        "options": [["ja", "ja"], ["nein", "nein"]],
    },
]
"""The few questions of a Steckbrief that somebody without access to the data can ask about a system."""

EXAMPLE = {
    "leads": {"verantwortlich": OWNER_TEAM, "mensch": words.HUMAN_ALL, "hinweis": words.NOTICE_NONE},
    "stellenanzeigen": {"hinweis": words.NOTICE_NONE, "liste": "nein"},
    "anfragen": {
        "verantwortlich": OWNER_PERSON,
        "lernziel": words.FROM_SUBSTITUTE,
        "mensch": words.HUMAN_NONE,
        "hinweis": words.NOTICE_NONE,
        "pruefung": 0,
        "liste": "ja",
    },
    "zahlung": {
        "verantwortlich": OWNER_TEAM,
        "mensch": words.HUMAN_NONE,
        "hinweis": words.NOTICE_HIDDEN,
        "begruendung": words.REASON_NONE,
        "einspruch": 14,
        "liste": "ja",
    },
    "rechnungen": {"verantwortlich": OWNER_PERSON, "mensch": words.HUMAN_ALL, "pruefung": 12, "liste": "ja"},
    "wartung": {"verantwortlich": OWNER_PERSON, "lernziel": words.FROM_RESULT, "pruefung": 3, "liste": "ja"},
    "texte": {"mensch": words.HUMAN_ALL, "hinweis": words.NOTICE_NONE, "liste": "nein"},
    "spam": {"mensch": words.HUMAN_NONE, "liste": "ja"},
}
"""What Samira Haddad found out about the firm's own register (``register.EXAMPLE``) in one week."""


def system(use: register.Use, answers: dict) -> DecisionSystem:
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
            human_share={words.HUMAN_NONE: 0.0, words.HUMAN_ALL: 1.0}.get(step),
            notice=answers.get("hinweis"),
            reason=answers.get("begruendung"),
            appeal_days=answers.get("einspruch"),
            owner=answers.get("verantwortlich"),
            monitoring_months=answers.get("pruefung"),
            in_register=None if listed is None else listed == "ja",
        ),
    )


def checked(value: Any) -> dict[str, dict]:
    """The answers in a value of the browser store; what the questions do not know is left out.

    Raises:
        BadAnswerError: it does not have the form of such answers.
    """
    if not isinstance(value, dict) or not all(isinstance(answers, dict) for answers in value.values()):
        raise BadAnswerError("Die Steckbriefe sind beschädigt.", "Füllen Sie sie bitte neu aus.")
    options = {asked["id"]: [option for option, _ in asked["options"]] for asked in QUESTIONS}
    return {
        use: {asked: given for asked, given in answers.items() if given in options.get(asked, ())}
        for use, answers in value.items()
    }
