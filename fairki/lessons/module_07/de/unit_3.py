"""German of unit 3, visible outside: in the order of the page."""

from collections.abc import Sequence

from fairki import company
from fairki.documents.action_plan import EXAMPLE_SENTENCES, RULES
from fairki.html import Markup, bullets, html, lines, paragraphs, strong
from fairki.kodex import Rule
from fairki.reference import Law
from fairki.speech import count_of

CLAIM = "Was fehlt diesem Satz am meisten?"
CLAIM_OPTIONS = [
    ["siegel", "Ein Siegel daneben"],
    ["pruefbar", "Etwas, das man nachprüfen kann"],
    ["technik", "Eine Erklärung der Technik"],
    ["leitung", "Eine Unterschrift der Leitung"],
]

OCCASION = "Was möchten Sie kennzeichnen oder zeigen?"
OCCASIONS = [
    ["text", "Ein Text"],
    ["bild", "Ein Bild"],
    ["chat", "Ein Chat"],
    ["auswahl", "Eine Auswahl"],
    ["uebersetzung", "Eine Übersetzung"],
    ["werte", "Unsere Werte"],
]
"""What is labelled; each has an example in ``EXAMPLE_SENTENCES``."""
NO_OCCASION = paragraphs("Wählen Sie etwas aus. Dann erscheint hier ein Beispiel.")
TAKE_OVER, TAKING_OVER = "Beispiel in mein Feld übernehmen", "Einen Moment …"
NOTHING_CHOSEN = "Wählen Sie zuerst oben etwas aus."
ALREADY_THERE = "Dieses Beispiel steht schon in Ihrem Feld."
TAKEN_OVER = "Übernommen. Passen Sie Namen und Angaben jetzt an."
SENTENCES, SENTENCES_HINT = "Unsere Sätze", "Ändern Sie, bis es bei Ihnen stimmt. Ein Satz je Zeile."

ROOM = "Welche Regeln gelten in Ihrem Raum für Experimente?"
NO_RULE = paragraphs("Wählen Sie, was bei Ihnen gelten soll.")
NEEDED = {
    "daten": "Ohne diese Regel können echte Daten nach außen gelangen.",
    "menschen": "Ohne diese Regel kann ein Versuch jemandem schaden, der nichts davon weiß.",
    "ende": "Ohne diese Regel wird aus dem Versuch still ein Dauerbetrieb.",
}
"""Rules of the room for experiments that protect others → what happens without them."""


def can_be_checked(found: bool, own: bool, rules: Sequence[Rule]) -> Markup:
    """What the promise lacks, and sentences that have it.

    Args:
        found: whether the learner guessed it.
        own: whether the rules are from the learner's Kodex.
        rules: those that tell people outside something they can check.
    """
    lacks = strong("etwas, das man nachprüfen kann.")
    first = html("Ja: {}", lacks) if found else html("Das kann helfen. Am meisten fehlt {}", lacks)
    return paragraphs(
        html(
            "{} „Fair“ kann vieles heißen. Wer liest, weiß nicht, was versprochen ist, "
            "und kann niemanden beim Wort nehmen.",
            first,
        )
    ) + (_sentences(own, rules) if rules else NO_SENTENCE)


NO_SENTENCE = paragraphs(
    "In Ihrem Kodex haben wir keine Regel gefunden, die sich direkt an Betroffene richtet. "
    "Muster dafür finden Sie im Kodex-Baukasten unter „Offen sprechen“."
)


def _sentences(own: bool, rules: Sequence[Rule]) -> Markup:
    whose = "Ihrem Kodex" if own else f"dem Kodex {company.current().genitive}"
    return paragraphs(f"Diese Sätze aus {whose} lassen sich nachprüfen:") + bullets(
        lines(
            f"„{rule.sentence}“",
            "Person und Meldeweg sind geklärt."
            if rule.anchored
            else "Person oder Meldeweg fehlt noch: erst klären, dann zeigen.",
        )
        for rule in rules
    )


def example(occasion: str) -> Markup:
    """What the firm says on this occasion."""
    return paragraphs(f"Ein Beispiel {company.current().genitive}:") + html(
        "<blockquote>„{}“</blockquote>", EXAMPLE_SENTENCES[occasion]
    )


def law(law: Law) -> Markup:
    """What the law says."""
    return paragraphs(html("Gut zu wissen: {} <cite>({})</cite>", law.text, law.citation))


def room(chosen: Sequence[str]) -> Markup:
    """What the chosen rules of the room for experiments leave open; at least one is chosen."""
    missing = [f"„{RULES[rule]}“ {why}" for rule, why in NEEDED.items() if rule not in chosen]
    count = count_of(len(chosen), "Regel", "Regeln")
    if missing:
        return paragraphs(f"{count}. Diese würden wir noch dazunehmen:") + bullets(missing)
    return paragraphs(
        f"{count}. Was andere schützt, ist dabei. So darf etwas schiefgehen, und alle lernen daraus."
    )
