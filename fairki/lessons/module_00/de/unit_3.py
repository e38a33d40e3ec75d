"""German of unit 3, in the open: in the order of the page."""

from fairki import company
from fairki.html import Markup, bullets, html, paragraphs, strong
from fairki.reference import Law
from fairki.speech import number

EMPLOYEES = company.current().employees
SHADOW = (
    "Was schätzen Sie: Wie viele von 10 Kolleginnen und Kollegen nutzen KI, ohne dass es abgesprochen ist?"
)
SHADOW_UNIT = "von 10"
REASONS = "Warum sagt jemand nicht, dass KI geholfen hat? Wählen Sie alles, was bei Ihnen vorkommen könnte."
NO_REASON = paragraphs("Zu jedem Grund erscheint hier, was helfen kann.")
WHY_SECRET = [
    [
        "regeln",
        "Niemand weiß genau, was erlaubt ist.",
        "Eine kurze, klare Liste: Das ist erlaubt, das nicht, und hier fragen Sie nach.",
    ],
    [
        "werkzeug",
        "Es gibt kein freigegebenes Programm.",
        "Ein freigegebenes Programm anbieten. Mit Verboten allein wird vieles nur unsichtbar.",
    ],
    [
        "zeit",
        "Der Druck ist hoch, und es geht schneller.",
        "Über die Arbeitsmenge sprechen. KI ist hier nur ein Zeichen für etwas anderes.",
    ],
    [
        "koennen",
        "Man ist unsicher und möchte sich nicht blamieren.",
        "Schulen statt überfordern: kleine Schritte, eigene Aufgaben, Zeit zum Üben und jemand, den man fragen kann.",
    ],
    [
        "urteil",
        "Man fürchtet, dass die eigene Leistung dann weniger zählt.",
        "Offen vormachen, auch in der Leitung: „Diesen Text habe ich mit KI geschrieben und dann geprüft.“",
    ],
    [
        "stelle",
        "Man fürchtet um die eigene Stelle.",
        "Früh und ehrlich sagen, was geplant ist, und die Beschäftigten mitreden lassen.",
    ],
]


def shadow(guessed: int) -> Markup:
    """What an estimate (of 10) of secret use can and cannot say."""
    there = round(guessed / 10 * EMPLOYEES)
    alone = (
        "Jeder Versuch bleibt dann für sich, gute wie schlechte."
        if guessed
        else "Dann wissen bei Ihnen alle voneinander. Das wäre ein guter Anfang."
    )
    return paragraphs(
        html(
            "Ob das stimmt, wissen wir nicht. Eine Zahl aus anderen Firmen würde über Ihre nichts sagen. {}",
            strong("Die Antwort gibt es nur bei Ihnen im Haus."),
        ),
        "So finden Sie es heraus: eine anonyme Umfrage mit festen Antworten, ab etwa zehn Personen. "
        "In kleineren Runden lässt sich leicht erraten, wer was gesagt hat.",
        f"Nur zum Vorstellen: In einer Firma mit {EMPLOYEES} Beschäftigten wären das nach Ihrer Schätzung "
        f"{number(there)} Menschen. {alone}",
    )


def helps(reasons: list[tuple[str, str]]) -> Markup:
    """What helps against each reason, ``(reason, help)``."""
    return paragraphs("Das kann helfen:") + bullets(
        html("{} {}", strong(reason), help) for reason, help in reasons
    )


def literacy(law: Law) -> Markup:
    """What the law says about knowing enough."""
    return paragraphs(html("Gut zu wissen: {} <cite>({})</cite>", law.text, law.citation))
