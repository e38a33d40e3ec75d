"""German of unit 4, the board meets: in the order of the page."""

from collections.abc import Iterable, Sequence
from typing import Any

from fairki import company
from fairki.company import cast
from fairki.governance import log as logs
from fairki.governance.board import Voice
from fairki.html import NOTHING, Markup, bullets, html, paragraphs, strong
from fairki.speech import day_of_year, time

CASE = "Welchen Fall beraten Sie? Ohne Auswahl ist es der erste."
DECISION = "Was beschließen Sie?"
CONDITIONS = "Was soll dazu gelten? Wählen Sie, was Ihnen wichtig ist."
REASON = "Warum haben Sie so entschieden?"
REASON_HINT = "Ein oder zwei Sätze für das Protokoll. Danach lesen Sie, was geschah."
OBJECTION = "Was ist der stärkste Einwand gegen Ihren Beschluss?"
OBJECTION_HINT = "Wer den Einwand kennt, entscheidet besser. Er steht auch im Protokoll."
NO_DECISION = paragraphs("Der Rat wartet auf Ihren Beschluss.")
NO_REASON = paragraphs(
    "Ihr Beschluss steht. Schreiben Sie noch eine Begründung. Dann lesen Sie, was geschah."
)
SAVE, FILE = "Protokoll als Word-Datei speichern", "protokoll-ki-ethikrat.docx"
LOG = "Welchen Fall sehen Sie sich an?"
LOG_QUIZ = "Fragen zum Protokoll"
CASES = {"eins": "Fall 1", "zwei": "Fall 2", "drei": "Fall 3"}
NO_LOG = paragraphs("Wählen Sie einen Fall. In jedem ist die Kette woanders gerissen. Ein Fall genügt.")
BREAK_OPTIONS = {
    logs.UNAPPROVED: (
        "bei der Änderung am Formular",
        "Vor der Änderung steht keine Freigabe im Protokoll. Niemand hat gefragt, wen die fehlenden Felder treffen.",
        "Diese Änderung hatte eine Freigabe. Auch eine Freigabe kann sich irren. Darum gibt es mehr als ein Tor.",
    ),
    logs.UNANSWERED: (
        "bei einem Alarm der Überwachung",
        "Der Alarm zu den Quoten war richtig. Aber danach steht kein Eintrag, dass jemand nachgesehen hat.",
        "Auf den Alarm im Protokoll hat am nächsten Tag jemand geantwortet. Hier hat die Kette gehalten.",
    ),
    logs.WAVED_THROUGH: (
        "beim Bestätigen der Vorschläge",
        "Rechnen Sie nach: Für jeden Fall blieben weniger als zehn Sekunden. In dieser Zeit liest niemand eine Bewerbung.",
        "Für jeden Vorschlag blieben mindestens vier Minuten. Das reicht zum Lesen, auch wenn das Ergebnis hier falsch war.",
    ),
}
"""Where the chain can have broken: the option, why it is right, why it is not."""
REPAIRS = {
    logs.UNAPPROVED: "Jede Änderung braucht eine Freigabe, auch eine kleine am Formular.",
    logs.UNANSWERED: "Jeder Alarm hat eine Person, eine Vertretung und eine Frist.",
    logs.WAVED_THROUGH: "Wer bestätigt, bekommt weniger Fälle und genug Zeit zum Lesen.",
}
"""What mends each kind of break."""
BLAME = "Die Person, die bestätigt hat, bekommt eine Abmahnung."
BLAME_WHY = "Die nächste Person sitzt vor demselben Bildschirm und macht denselben Fehler. Der Ablauf muss sich ändern."
REPAIR_WHY = "Das behebt genau die Stelle, an der die Kette gerissen ist."
OTHER_REPAIR_WHY = "Das ist sonst eine gute Regel. An diesem Fall hätte sie aber nichts geändert."


def case(told: Sequence[str], size: str, voices: Iterable[Voice]) -> Markup:
    """The case, how large it is, and the perspectives on it."""
    heard = (
        html(
            "<figure><figcaption>{}<div>{} <span>{}</span></div></figcaption><blockquote>{}</blockquote></figure>",
            cast.face(voice.person) if voice.person else NOTHING,
            strong(voice.name),
            voice.stands_for,
            voice.says,
        )
        for voice in voices
    )
    return paragraphs(*told, *([size] if size else [])) + html(
        '<div class="fk-voices">{}</div>', NOTHING.join(heard)
    )


def followed(sentences: Iterable[str]) -> Markup:
    """What the months after the decision brought."""
    return html("<h4>Ein halbes Jahr später</h4>{}", bullets(sentences)) + paragraphs(
        "Eine richtige Antwort gibt es hier nicht. Jeder Beschluss hilft jemandem und kostet jemanden etwas. "
        "Ändern Sie Beschluss oder Auflagen und sehen Sie, was sich verschiebt."
    )


def log(found: logs.Log) -> Markup:
    """The entries of a log in order, without the year."""
    lines = (
        html(
            "<li><time>{}, {}</time><div>{} · {} · {}<br>{}</div></li>",
            day_of_year(entry.at),
            time(entry.at),
            strong(logs.KINDS[entry.kind]),
            entry.who,
            entry.about,
            entry.text,
        )
        for entry in found.entries
    )
    return html('<ol class="fk-log" aria-label="Protokoll zu {}">{}</ol>', found.case, NOTHING.join(lines))


def who_answers(question: str, names: Sequence[str]) -> Markup:
    """Who answers for wrong decisions in the learner's role table: names of roles."""
    return paragraphs(
        f"{question} In Ihrer Rollentabelle steht dafür ein: {', '.join(names)}."
        if names
        else f"{question} In Ihrer Rollentabelle aus Einheit 1 ist das noch offen."
    )


def log_questions(case: str, person: str, broken: str) -> list[dict[str, Any]]:
    """The quiz on a log.

    Args:
        case: the application that got the wrong decision.
        person: who decided about it.
        broken: where the chain broke, a key of ``BREAK_OPTIONS``.
    """
    return [
        {
            "id": "wer",
            "text": f"Wer hat über {case} entschieden?",
            "options": [
                {
                    "text": f"das Programm „{logs.SYSTEM}“",
                    "right": False,
                    "why": "Das Programm hat die Absage vorgeschlagen. Verschickt wurde sie nach der Bestätigung.",
                },
                {
                    "text": person,
                    "right": True,
                    "why": "Mit der Bestätigung wurde aus dem Vorschlag eine Entscheidung. Ob die Person eine echte "
                    "Wahl hatte, ist die nächste Frage.",
                },
                {
                    "text": company.current().people.it.signed,
                    "right": False,
                    "why": company.fill(
                        "Die Änderung war eine Ursache. Über diese Bewerbung hat {it.er} nicht entschieden."
                    ),
                },
            ],
        },
        {
            "id": "stelle",
            "text": "An welcher Stelle ist die Kette gerissen?",
            "options": [
                {"text": option, "right": kind == broken, "why": right if kind == broken else wrong}
                for kind, (option, right, wrong) in BREAK_OPTIONS.items()
            ],
        },
        {
            "id": "hilfe",
            "text": "Was hilft am besten, damit so etwas nicht wieder geschieht?",
            "options": [
                {"text": BLAME, "right": False, "why": BLAME_WHY},
                *(
                    {
                        "text": text,
                        "right": kind == broken,
                        "why": REPAIR_WHY if kind == broken else OTHER_REPAIR_WHY,
                    }
                    for kind, text in REPAIRS.items()
                ),
            ],
        },
    ]
