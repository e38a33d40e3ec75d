"""German of unit 1, eight aspects: in the order of the page."""

from collections.abc import Mapping, Sequence

from fairki import company, manifest
from fairki.documents.self_assessment import ASPECTS, LEVELS
from fairki.html import NOTHING, Markup, bullets, definitions, html, lines, only_heard, paragraphs, strong
from fairki.speech import capital, count_of

EVIDENCE = (
    f"Was schätzen Sie: Zu wie vielen der {len(ASPECTS)} Aspekte haben Sie aus dem Kurs etwas Schriftliches?"
)
EVIDENCE_UNIT = f"von {len(ASPECTS)}"
NEXT_STEP = {
    "werte": f"Im Kodex-Baukasten ({manifest.called('02')}) schreiben Sie auf, was für Sie fair ist.",
    "abwaegen": "Beantworten Sie in Einheit 2 die sieben Fragen „Braucht es hier KI?“ für einen Fall.",
    "diskriminierung": f"Lassen Sie in {manifest.called('03')} Ihren Kodex prüfen.",
    "kompetenzen": "Stellen Sie in Einheit 3 Regeln für einen Raum zum Üben auf.",
    "teilhabe": f"Nehmen Sie in {manifest.called('02')} eine Regel zum Einspruch auf.",
    "transparenz": f"Legen Sie in {manifest.called('00')} ein Register an.",
    "nachhaltigkeit": "Schätzen Sie in Einheit 2 den Fußabdruck.",
    "verankern": "Geben Sie in Einheit 4 eine Zusage, mit Person und Termin.",
}
"""Aspect → where something in writing about it can come from."""

NO_PAIR = paragraphs("Sobald Sie zu einem Aspekt beides haben, steht hier der Vergleich.")

CODE = "Welcher Grundsatz aus dem Code of Conduct kommt in unserer Liste nicht vor?"
PRINCIPLES = {
    "abwaegen": "Abwägung der Nutzung",
    "menschen": "Menschenzentrierung",
    "transparenz": "Transparenz",
    "teilhabe": "Teilhabe und Partizipation",
    "diskriminierung": "diskriminierungskritische Haltung",
    "verankern": "Verantwortung und Verantwortlichkeit",
    "kompetenzen": "Kompetenzen",
    "nachhaltigkeit": "ökologische Nachhaltigkeit",
}
"""The principles of the published Code of Conduct in its own words and order. Where an aspect comes close (our own
reading), the two have the same id."""
MISSING_HERE = "menschen"
"""The principle without an aspect of its own."""
CODE_OPTIONS = [[id, PRINCIPLES[id]] for id in ("teilhabe", MISSING_HERE, "abwaegen", "kompetenzen")]
BREAKS = (
    "diskriminierungs-kritisch",
    "Menschen-zentrierung",
    "Nach-haltigkeit",
    "Verantwort-lichkeit",
    "berück-sichtigen",
)
"""Where long words in the two lists may break on a phone."""


def aspect(id: str) -> str:
    """The name of an aspect at the beginning of a line."""
    return capital(ASPECTS[id])


def own_evidence(found: Mapping[str, Sequence[str]], untouched: int) -> Markup:
    """What the learner has in writing.

    Args:
        found: aspect → one line for each thing that is there; something is.
        untouched: rules of the example that nobody has changed or confirmed.
    """
    there = strong(f"{sum(map(bool, found.values()))} von {len(found)}")
    return (
        paragraphs(html("Es sind {}. Das liegt in diesem Browser:", there))
        + _evidence(found)
        + paragraphs(
            _not_counted(untouched),
            "Kein Beleg aus dem Kurs heißt nicht, dass es bei Ihnen nichts gibt. Vielleicht liegt es in "
            "einem anderen Ordner. Und ein Beleg heißt noch nicht, dass alles gut ist.",
        )
    )


def no_evidence(example: Mapping[str, Sequence[str]], untouched: int) -> Markup:
    """Nothing of one's own yet, and what an example has; arguments as in ``own_evidence``."""
    return paragraphs(
        "In diesem Browser liegt noch nichts Eigenes aus den anderen Modulen. Das macht nichts.",
        _not_counted(untouched),
        f"So sieht es bei {company.current().dative} nach {manifest.called('02')} aus:",
    ) + _evidence(example)


def _not_counted(untouched: int) -> str:
    if not untouched:
        return ""
    return (
        f"Noch nicht mitgezählt: {count_of(untouched, 'Regel', 'Regeln')} aus dem Beispiel-Kodex, bisher "
        f"unverändert. Ändern oder bestätigen Sie im Kodex-Baukasten ({manifest.called('02')}), was für Sie gelten soll."
    )


def _evidence(found: Mapping[str, Sequence[str]]) -> Markup:
    return definitions(
        (aspect(id), lines(*said) or f"Noch kein Beleg. {NEXT_STEP[id]}") for id, said in found.items()
    )


def change(pairs: Sequence[tuple[str, str, str]]) -> Markup:
    """What has changed between two assessments: aspect, level before, level today; at least one."""
    changed = [(id, before, today) for id, before, today in pairs if before != today]
    same = count_of(len(pairs) - len(changed), "Aspekt", "Aspekten")
    items = (
        html("{} zuerst „{}“, jetzt „{}“", strong(f"{aspect(id)}:"), LEVELS[before], LEVELS[today])
        for id, before, today in changed
    )
    return (paragraphs("Anders als zuerst:") + bullets(items) if changed else NOTHING) + paragraphs(
        f"Bei {same} bleiben Sie bei Ihrer Einschätzung." if len(changed) < len(pairs) else "",
        "Höher, gleich oder niedriger: Alles ist in Ordnung. Wer genauer hinsieht, entdeckt oft auch Lücken. "
        "Eine erkannte Lücke ist mehr wert als ein gutes Gefühl.",
    )


def missing_here(right: bool, rule: str) -> Markup:
    """The principle that the aspects lack, and the rule of the Kodex that has it all the same."""
    return paragraphs(
        html(
            "{}{}. Der Gedanke steckt trotzdem im Kurs, zum Beispiel in der Regel „{}“ "
            f"und in {manifest.called('06')}. Als eigener Aspekt fehlt er in unserer Liste.",
            "Richtig: " if right else "Es ist ",
            strong(PRINCIPLES[MISSING_HERE]),
            rule,
        )
    )


def two_lists() -> Markup:
    """Aspects and principles side by side; neither passes for the other."""
    alone = next(name for id, name in ASPECTS.items() if id not in PRINCIPLES)
    pairs = [(ASPECTS.get(id, ""), principle) for id, principle in PRINCIPLES.items()] + [(alone, "")]
    rows = (html("<tr><td>{}</td><td>{}</td></tr>", *map(_cell, pair)) for pair in pairs)
    return html(
        '<table class="fk-groups"><caption>Zwei Listen nebeneinander</caption><thead><tr>'
        '<th scope="col">Aspekte in diesem Kurs</th><th scope="col">Grundsätze im Code of Conduct</th>'
        "</tr></thead><tbody>{}</tbody></table>",
        NOTHING.join(rows),
    ) + paragraphs(
        "Was nebeneinandersteht, ist verwandt, aber nicht dasselbe. Die Zuordnung stammt von uns. "
        f"Für „{alone}“ haben wir kein Gegenstück gefunden. "
        "Unsere Aspekte kommen aus dem Vortrag, aus dem dieser Kurs entstand.",
        "Bei fünf Grundsätzen kennen wir nur die Überschrift, nicht den genauen Text. "
        "Wer sich auf den Code of Conduct berufen will, liest ihn bitte im Original bei D64.",
    )


def _cell(text: str) -> Markup:
    """A name in a narrow table: long words may break."""
    for word in BREAKS:
        text = text.replace(word.replace("-", ""), word.replace("-", "\N{SOFT HYPHEN}"))
    return html("{}", capital(text)) if text else html("–{}", only_heard("kein Gegenstück"))
