"""German of unit 4, and my work?: in the order of the page."""

from fairki.html import Markup, bullets, html, paragraphs, strong
from fairki.reference import Law
from fairki.speech import count_of

ASKED = "Wen würden Sie vor der Einführung fragen?"
TASKS = [
    ["eingang", "Den Eingang einer Bewerbung bestätigen"],
    ["vollstaendig", "Prüfen, ob alle Unterlagen da sind"],
    ["reihenfolge", "Bewerbungen in eine Reihenfolge bringen"],
    ["einladen", "Entscheiden, wer eingeladen wird"],
    ["termine", "Termine abstimmen"],
    ["gespraech", "Das Gespräch führen"],
    ["absage", "Eine Absage begründen"],
    ["beschwerde", "Auf einen Einspruch antworten"],
]

WHO_DOES_IT = [
    ["programm", "Programm allein"],
    ["vorschlag", "Mensch mit Vorschlag"],
    ["mensch", "Mensch allein"],
]

WHO_IS_ASKED = [
    [
        "bewerbende",
        "Menschen, die sich bewerben",
        "Das sind die Betroffenen. Sie merken oft zuerst, wenn etwas nicht passt.",
    ],
    ["personal", "Die Personalabteilung", "Sie kennt die Fälle, die in keiner Tabelle stehen."],
    ["fach", "Die Teams mit den offenen Stellen", "Dort sieht man später, ob die Auswahl gut war."],
    ["betriebsrat", "Der Betriebsrat", "Er vertritt die Beschäftigten und kennt ihre Sorgen."],
    ["it", "IT und Datenschutz", "Dort weiß man, welche Daten das Programm bekommt und wohin sie gehen."],
    ["leitung", "Die Geschäftsführung", "Sie trägt die Verantwortung."],
]


def tasks(chosen: list[str]) -> Markup:
    """What the learner's division of tasks says; it is described, not judged."""
    count = {name: chosen.count(name) for name, _ in WHO_DOES_IT}
    with_people = len(chosen) - count["programm"]
    return paragraphs(
        f"Ihre Verteilung: {count_of(count['programm'], 'Aufgabe', 'Aufgaben')} beim Programm allein, "
        f"{count['vorschlag']} bei einem Menschen mit Vorschlag vom Programm, "
        f"{count['mensch']} bei einem Menschen allein.",
        f"An {with_people} von {len(chosen)} Aufgaben arbeiten weiter Menschen. Neue Aufgaben kommen hinzu: "
        "Vorschläge prüfen, Fehler finden, Einsprüche beantworten.",
        "Ob Zeit für gute Gespräche frei wird oder Stellen wegfallen, entscheidet nicht das Programm. "
        "Das entscheiden Menschen. Deshalb ist wichtig, wer mitreden kann.",
    )


def tasks_missing(missing: int) -> Markup:
    """Not every task has a choice yet."""
    return paragraphs(f"Noch {count_of(missing, 'Aufgabe', 'Aufgaben')} ohne Wahl.")


def asked(missing: list[tuple[str, str]], law: Law) -> Markup:
    """Who is not asked, with the reason to ask them; and what the law says."""
    if missing:
        first = paragraphs("Hier fehlt noch jemand. Darum lohnt es sich zu fragen:") + bullets(
            html("{} {}", strong(f"{label}:"), why) for label, why in missing
        )
    else:
        first = paragraphs("Sie fragen alle. Planen Sie Zeit ein, auch die Antworten zu nutzen.")
    return first + paragraphs(
        html(
            "Gut zu wissen: {} <cite>({})</cite> "
            "Auch ein Programm für Bewerbungen kann zeigen, wie die Personalabteilung arbeitet.",
            law.text,
            law.citation,
        )
    )
