"""A case before the KI-Ethikrat: four perspectives, what can be decided, and what follows from it.

No decision is the right one. Each helps somebody and costs somebody something; the conditions that go with it
matter as much.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fairki import company, speech
from fairki.errors import BadAnswerError
from fairki.governance import operation

DECISION_KEY, CONDITIONS_KEY = "04.beschluss", "04.auflagen"
REASON_KEY, OBJECTION_KEY = "04.begruendung", "04.einwand"
"""Names of the learner's answers in the browser store."""

TITLE = "Was geschieht mit den Absagen?"
CASE = (
    "Drei Monate lang gab es ein zu kurzes Formular. Wer sich Teilzeit wünschte, konnte dort keine Fachkenntnisse "
    "angeben. Die Auswahlhilfe hielt diese Menschen deshalb für weniger geeignet. Das traf mehr Frauen als Männer.",
    "Das Formular ist repariert. Aber die Absagen sind verschickt. Der KI-Ethikrat soll sagen, was jetzt geschieht.",
)
"""The case in German sentences."""


@dataclass(frozen=True)
class Voice:
    """A perspective on the case: who speaks, for whom, and what they say."""

    name: str
    stands_for: str
    says: str


VOICES = (
    Voice(
        "Ewa Nowak",
        "hat eine Absage bekommen",
        "Ich habe zwei Wochen an meiner Bewerbung gesessen. Warum die Absage kam, hat mir niemand gesagt. "
        "Ich möchte, dass jemand meine Bewerbung wirklich liest.",
    ),
    Voice(
        company.current().people.hr.name,
        "leitet Personal",
        "Es tut mir leid um jede falsche Absage. Aber die meisten Stellen sind vergeben. Wenn mein Team alles noch "
        "einmal liest, warten alle neuen Bewerbungen.",
    ),
    Voice(
        company.current().people.it.name,
        "IT",
        "Ich kann zeigen, wer das kurze Formular hatte. Die fehlenden Angaben kann ich nicht herbeizaubern. Und die "
        "Unterlagen werden bald gelöscht, so haben wir es versprochen.",
    ),
    Voice(
        company.current().people.council.name,
        "Betriebsrat",
        "Auch Kolleginnen haben sich auf diese Stellen beworben. Wenn wir das still erledigen, glaubt uns beim "
        "nächsten System niemand mehr. Mir ist wichtig, dass wir offen sind.",
    ),
)
"""The four perspectives of the case."""

DECISIONS = {
    "alle": (
        "Alle Absagen noch einmal lesen",
        "Menschen lesen jede Bewerbung aus diesen drei Monaten neu.",
    ),
    "formular": (
        "Nur das kurze Formular noch einmal lesen",
        "Wer das kurze Formular hatte, wird nach den fehlenden Angaben gefragt und neu geprüft.",
    ),
    "anfrage": (
        "Auf Anfrage noch einmal lesen",
        "Auf der Website steht, was geschehen ist. Wer sich meldet, wird neu geprüft.",
    ),
    "vorne": (
        "Nach vorne schauen",
        "Die Absagen bleiben. Die Firma steckt die Kraft in bessere Prüfungen.",
    ),
}
"""What the board can decide, id → (title, what it means)."""

CONDITIONS = {
    "informieren": "Die Betroffenen erfahren, was geschehen ist.",
    "name": "Eine Person mit Namen setzt den Beschluss um.",
    "termin": "Der Rat sieht nach drei Monaten nach, was daraus wurde.",
    "freigabe": "Ab jetzt braucht auch jede Änderung am Formular eine Freigabe.",
    "daten": "Die Unterlagen bleiben länger gespeichert, bis alles geprüft ist.",
}
"""What can go with a decision, id → German sentence."""

MONTHS = 3
"""How long the short form was in use, in months."""
_SEED, _SINCE = 41, 4


@dataclass(frozen=True)
class Scale:
    """How large the case is, counted in a simulated year of operation.

    Attributes:
        rejections: rejections while the form was too short.
        women: women among them.
        missed: invitations that the women did not get, against the same year without the fault.
    """

    rejections: int
    women: int
    missed: int


def scale() -> Scale:
    """Size of the case: the months with the short form beside the same months of the same year without it."""
    months = range(_SINCE, _SINCE + MONTHS)
    short, usual = (
        year.table[year.table["monat"].isin(months)].sum()
        for year in (operation.year(_SEED, "formular", _SINCE), operation.year(_SEED))
    )
    invited = sum(short[f"eingeladen_{group}"] for group in ("frauen", "maenner", "divers"))
    rate = usual["eingeladen_frauen"] / usual["frauen"]
    return Scale(
        rejections=int(short["bewerbungen"] - invited),
        women=int(short["frauen"] - short["eingeladen_frauen"]),
        missed=round(rate * short["frauen"] - short["eingeladen_frauen"]),
    )


def what_followed(decision: str, conditions: Sequence[str], size: Scale) -> list[str]:
    """What the months after brought, in German sentences: first the decision, then each condition or its lack.

    Args:
        decision: key of ``DECISIONS``.
        conditions: keys of ``CONDITIONS``.
        size: how large the case is.
    """
    missed = speech.count_of(size.missed, "Frau", "Frauen")
    told = {
        "alle": [
            f"Das Team liest {speech.count_of(size.rejections, 'Absage', 'Absagen')} noch einmal. Es findet die "
            f"meisten, die sonst eingeladen worden wären, auch die etwa {missed}.",
            "Dafür bleiben die neuen Bewerbungen liegen. Einige gute Leute sagen inzwischen anderswo zu.",
        ],
        "formular": [
            f"Die Arbeit ist zu schaffen. Viele der etwa {missed} werden gefunden, wenn sie die fehlenden Angaben "
            "nachreichen.",
            "Ein paar Absagen mit dem langen Formular waren auch falsch. Danach sucht nun niemand.",
        ],
        "anfrage": [
            "Nur wenige melden sich. Sie werden schnell und freundlich neu geprüft.",
            f"Die meisten der etwa {missed} lesen die Website nie. Wer schweigt, ist nicht unbedingt zufrieden.",
        ],
        "vorne": [
            "Die neuen Prüfungen sind nach zwei Wochen fertig und werden von allen gelobt.",
            f"Die etwa {missed} bekommen keine zweite Chance. Später fragt eine Zeitung, warum.",
        ],
    }[decision]
    return told + [yes if key in conditions else no for key, (yes, no) in _CONSEQUENCES.items()]


_CONSEQUENCES: Mapping[str, tuple[str, str]] = {
    "informieren": (
        "Die Betroffenen wissen Bescheid. Einige sind verärgert, viele bedanken sich für die Offenheit.",
        "Die Betroffenen erfahren es nicht von der Firma. Eine Bewerberin hört durch Zufall davon.",
    ),
    "name": (
        "Eine Person kümmert sich. Bei Fragen wissen alle, wen sie anrufen.",
        "Alle finden den Beschluss gut. Aber es fängt lange niemand an.",
    ),
    "termin": (
        "Nach drei Monaten sieht der Rat nach und bessert an einer Stelle nach.",
        "Ob der Beschluss gewirkt hat, hat nie jemand nachgesehen.",
    ),
    "freigabe": (
        "Die nächste Änderung am Formular wird vorher geprüft. Das dauert eine Woche länger.",
        "Im Herbst ändert wieder jemand das Formular. Es fällt erst spät auf.",
    ),
    "daten": (
        "Alles lässt sich in Ruhe prüfen. Dafür liegen Unterlagen länger da als versprochen. Das muss man den "
        "Menschen sagen.",
        "Die Firma löscht wie versprochen. Was bis dahin nicht geprüft ist, lässt sich nicht mehr prüfen.",
    ),
}
"""What each condition brings and what its lack costs."""


def decision_from(value) -> str:
    """The decision in a value of the browser store. Raises BadAnswerError if it is none."""
    if not isinstance(value, str) or value not in DECISIONS:
        raise _refusal()
    return value


def conditions_from(value) -> list[str]:
    """The conditions in a value of the browser store. Raises BadAnswerError if they are none."""
    if not isinstance(value, list) or not all(isinstance(one, str) and one in CONDITIONS for one in value):
        raise _refusal()
    return [key for key in CONDITIONS if key in value]


def text_from(value) -> str:
    """A reason or an objection in a value of the browser store. Raises BadAnswerError if it is no text."""
    if not isinstance(value, str):
        raise _refusal()
    return value


def _refusal() -> BadAnswerError:
    return BadAnswerError("Dieser Beschluss passt nicht zum Kurs.", "Bitte wählen Sie noch einmal.")
