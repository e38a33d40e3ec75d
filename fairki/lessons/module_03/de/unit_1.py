"""German of unit 1, from the register to the Steckbrief: in the order of the page."""

from collections.abc import Sequence

from fairki import company, manifest, register
from fairki.html import Markup, bullets, folded, framed, html, paragraphs, strong
from fairki.reference import Finding, Law, RiskLevel
from fairki.speech import count_of, number


def known(systems: int, asked: int) -> str:
    """The question; number of systems, and of questions about all of them together."""
    return (
        f"Bei {systems} Systemen sind das {asked} Fragen. "
        "Was schätzen Sie: Wie viele der Fragen konnte niemand beantworten?"
    )


def of(asked: int) -> str:
    """The unit behind the guess."""
    return f"von {asked}"


def nobody_knew(left: int, asked: int, rare: Sequence[str]) -> Markup:
    """How many questions stayed open, and which of them nearly always did."""
    return (
        paragraphs(
            html("Offen blieben {} Fragen.", strong(f"{number(left)} von {number(asked)}")),
            "Auf diese Fragen gab es bei höchstens einem System eine Antwort:",
        )
        + bullets(rare)
        + paragraphs("Das ist kein Versagen. Es ist das erste Ergebnis der Prüfung.")
    )


FIRM = company.current()
OWN_PROFILES = "Steckbriefe Ihrer Systeme"
EXAMPLE_PROFILES = f"Steckbriefe {FIRM.genitive}"
NO_REGISTER = paragraphs(
    html(
        "Sie haben noch kein eigenes Register. Das macht nichts: Hier ist das Register {}. "
        "{} hat eingetragen, was {} in einer Woche erfahren hat. Probieren Sie damit. "
        'Ein eigenes Register legen Sie in <a href="../modul/00_willkommen.html">{}</a> an.',
        FIRM.genitive,
        FIRM.people.it.name,
        FIRM.people.it.he,
        manifest.called("00"),
    )
)


def own_register(systems: int) -> Markup:
    """How many systems the learner's register has, and in which order they stand."""
    return paragraphs(
        f"In Ihrem Register aus {manifest.called('00')} stehen {count_of(systems, 'System', 'Systeme')}. "
        "Oben steht, was selbst entscheidet und viele Menschen betrifft."
    )


def about(use: register.Use) -> str:
    """What a system does, and to whom."""
    return f"{use.description} Betroffen: {use.affected}."


def entries_known(known: int, asked: int, rarest: Sequence[str]) -> Markup:
    """How much is known, and which question is answered least often (one of ``rarest``)."""
    example = "" if len(rarest) == 1 else ", zum Beispiel"
    last = f"Am seltensten bekannt{example}: „{rarest[0]}“" if known < asked else "Es fehlt nichts."
    return paragraphs(
        html("Bekannt sind {} Angaben. {}", strong(f"{number(known)} von {number(asked)}"), last)
    )


RISK = "Was glauben Sie: In welche Klasse gehört ein Programm, das Bewerbungen auswählt?"
HIGH = "hoch"
RISK_CLASSES = [
    ["gering", "Kein besonderes Risiko"],
    [HIGH, "Hochrisiko-Anwendung"],
    ["verboten", "Verboten"],
]


def risk(hit: bool, law: Law, by_purpose: Law) -> Markup:
    """The class by law, whether it was guessed, what it depends on, and who knows more."""
    return paragraphs(
        f"{'Richtig' if hit else 'Es ist eine andere Klasse'}: {law.text}",
        html("<cite>Quelle: {}</cite>", law.citation),
        html("{}: {}", strong(by_purpose.title), by_purpose.text),
        html("<cite>Quelle: {}</cite>", by_purpose.citation),
        "Die Orientierung in den Steckbriefen haben wir grob gewählt. Ihre Rechtsabteilung oder eine Fachperson für Datenschutz weiß es genauer.",
    )


LEVEL = (
    "Ein Programm wählt Bewerbungen aus. Wie viel Schaden kann es anrichten, wenn es falsch entscheidet? "
    "Was meinen Sie?"
)
LEVELS = [
    ["1", "Keinen oder wenig"],
    ["2", "Etwas"],
    ["3", "Deutlichen"],
    ["4", "Erheblichen"],
    ["5", "So viel, dass man es verbieten sollte"],
]
"""Number of a proposed level, what it says."""
SCALES = "Fünf vorgeschlagene Stufen und vier Klassen des Rechts, von unten nach oben"
FROM_WHERE = "Woher das kommt, und wer noch hinsah"
SCALES_COLUMNS = ["Vorschlag von 2019", "Recht der EU"]


def scales(chosen: str, rows: Sequence[RiskLevel], proposed: Finding, law: Law, history: Finding) -> Markup:
    """Both scales, and which level the learner chose: an opinion.

    Args:
        chosen: number of the level.
        proposed, law: what the two columns rest on.
        history: who watched what AI does to work.
    """
    quoted = (html("{} <cite>({})</cite>", one.text, one.source) for one in (proposed, history))
    return (
        paragraphs(
            html("{} Ein Richtig gibt es hier nicht.", strong(f"Das ist Stufe {chosen} von {len(rows)}.")),
            "Wohin die Kommission dieses Programm gestellt hätte, fanden wir nicht. Das Recht der EU sagt: Hochrisiko.",
        )
        + framed(SCALES, SCALES_COLUMNS, [(f"{row.level}: {row.proposed}", row.law or "–") for row in rows])
        + paragraphs(
            "Nur die beiden Enden passen zusammen. Dazwischen ist eine Stufe nicht dasselbe wie die Klasse daneben."
        )
        + folded(FROM_WHERE, paragraphs(*quoted, html("{} <cite>({})</cite>", law.text, law.citation)))
    )
