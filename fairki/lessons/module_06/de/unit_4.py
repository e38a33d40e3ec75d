"""German of unit 4, four views of one case: in the order of the page."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

import pandas as pd

from fairki import company, manifest
from fairki.company import Person, cast
from fairki.html import Markup, bullets, card, facts, html, paragraphs, strong
from fairki.speech import count_of, number
from fairki.worlds import recruiting

CASE = "Sie prüfen diesen Vorschlag. Was tun Sie?"
DECISIONS = [
    ["einladen", "Ich lade sie ein."],
    ["absagen", "Ich folge dem Vorschlag und sage ab."],
    ["fragen", "Ich hole eine zweite Meinung."],
]


class View(TypedDict):
    """Somebody's view of the case, of the firm (``person``) or not: ``questions`` has ``[id, question, what it takes to answer it]``."""

    id: str
    person: NotRequired[Person]
    name: str
    who: str
    sees: str
    questions: list[list[str]]


PEOPLE = company.current().people
VIEWS: list[View] = [
    {
        "id": "bewerberin",
        "name": "Lena Hoffmann",
        "who": "Lena Hoffmann, Bewerberin",
        "sees": "Sie sieht nur die Absage.",
        "questions": [
            [
                "grund",
                "Warum habe ich eine Absage bekommen?",
                "Darauf braucht es eine Begründung, die zu ihrem Fall passt. Ein allgemeiner Satz hilft ihr nicht.",
            ],
            [
                "gelesen",
                "Hat ein Mensch meine Bewerbung gelesen?",
                "Das muss die Firma wissen und ehrlich sagen können. Wer durchwinkt, kann es nicht.",
            ],
            [
                "einspruch",
                "An wen kann ich mich wenden, wenn ich das falsch finde?",
                f"Dafür braucht es eine Stelle mit Namen und Frist. Das war das Thema von {manifest.called('05')}.",
            ],
        ],
    },
    {
        "id": "personal",
        "person": PEOPLE.hr,
        "name": company.fill("{personal}"),
        "who": company.fill("{personal}, leitet Personal"),
        "sees": company.fill("{personal.Er} sieht einen Stapel von Vorschlägen und die Uhr."),
        "questions": [
            [
                "zeit",
                "Wie viel Zeit darf ich mir für diesen Fall nehmen?",
                "Das entscheidet die Leitung. Ohne Zeit wird aus Prüfen schnell Durchwinken.",
            ],
            [
                "mut",
                "Was geschieht mit mir, wenn ich dem Programm widerspreche und falsch liege?",
                "Wer Ärger fürchtet, folgt lieber dem Vorschlag. Diese Frage gehört offen auf den Tisch.",
            ],
            [
                "massstab",
                "Worauf achten wir alle, wenn wir einen Vorschlag prüfen?",
                "Ein gemeinsamer Maßstab schützt vor einseitigem Urteil. Er lässt sich an alten Fällen üben.",
            ],
        ],
    },
    {
        "id": "entwicklung",
        "person": PEOPLE.it,
        "name": company.fill("{it}"),
        "who": company.fill("{it}, betreut das Programm in der IT"),
        "sees": company.fill("{it.Er} sieht Zahlen über viele Fälle, aber keinen Menschen."),
        "questions": [
            [
                "daten",
                "Woraus hat das Programm gelernt?",
                "Hier: aus alten Einladungen. Dort kosteten Auszeit und Teilzeit Punkte, und das Programm macht so weiter.",
            ],
            [
                "aenderungen",
                "Wie oft und warum ändern Menschen einen Vorschlag?",
                "Diese Zahl zeigt früh, ob geprüft wird. Gründe für Änderungen zeigen, was am Programm nicht stimmt.",
            ],
            [
                "anzeige",
                "Was zeigt der Bildschirm zuerst: den Fall oder den Vorschlag?",
                "Wer zuerst selbst urteilt und dann vergleicht, kann nicht so leicht durchwinken.",
            ],
        ],
    },
    {
        "id": "betriebsrat",
        "person": PEOPLE.council,
        "name": company.fill("{betriebsrat}"),
        "who": company.fill("{betriebsrat.unterschrift}"),
        "sees": company.fill(
            "{betriebsrat.Er} sieht die Beschäftigten, die prüfen, und die, die neu dazukommen."
        ),
        "questions": [
            [
                "ueberwachung",
                "Misst das Programm auch, wie schnell und wie gut die Prüfenden arbeiten?",
                company.fill(
                    "Klären Sie das früh mit {betriebsrat.ihm}. Die Rechtslage steht unter „Quellen“."
                ),
            ],
            [
                "last",
                "Wer trägt die Folgen, wenn das Team in Eile einen Fehler macht?",
                "Verantwortung braucht Zeit und das Recht, Nein zu sagen. Sonst trägt das Team nur die Schuld.",
            ],
            [
                "beteiligt",
                "Wer durfte mitreden, bevor das Programm kam?",
                "Wer die Arbeit kennt, sieht Fehler früher. Mitreden ist am leichtesten, bevor alles feststeht.",
            ],
        ],
    },
]
"""Each question: id, what the person asks, and what it takes to answer it."""


def case(person: pd.Series, rank: int, places: int) -> Markup:
    """The card of the application, with the machine's proposal.

    Args:
        person: a row of ``people.year(…).applicants``.
        rank: where the machine puts it.
        places: how many are invited.
    """
    labels = recruiting.LABELS
    known = [
        (labels["abschlussnote"], number(person["abschlussnote"], 1)),
        (f"{labels['test']} (bis 100)", number(person["test"])),
        (f"{labels['fachkenntnisse']} (bis 10)", number(person["fachkenntnisse"], 1)),
        (f"{labels['erfahrung']} in Jahren", number(person["erfahrung"], 1)),
        (f"{labels['auszeit_monate']} in Monaten", number(person["auszeit_monate"])),
        (labels["teilzeit"], "ja" if person["teilzeit"] else "nein"),
        (labels["studienfach"], str(person["studienfach"])),
    ]
    proposal = html(
        '<p class="fk-card-note">Vorschlag des Programms: {}. Platz {}; eingeladen werden {}.</p>',
        strong("Absage"),
        number(rank),
        number(places),
    )
    return card(f"Lena Hoffmann, Bewerbung {number(person['nummer'])}", facts(known), proposal)


def truth(rank: int, able: int) -> Markup:
    """What only this invented world knows: where the machine puts her, and where her ability does."""
    return paragraphs(
        html(
            "Für jede Antwort gibt es gute Gründe. In dieser erfundenen Welt wissen wir mehr: {}",
            strong("Lena Hoffmann ist geeignet."),
        ),
        f"Zählen nur Note, Test und Fachkenntnisse, steht sie auf Platz {number(able)}. Das Programm setzt "
        f"sie auf Platz {number(rank)}. Es hat aus alten Einladungen gelernt. Dort kosteten Auszeit und "
        "Teilzeit Punkte.",
        "Im echten Leben sagt Ihnen niemand, wer wirklich geeignet ist. Deshalb sind die Fragen wichtig, "
        "die jetzt kommen.",
    )


def who(view: View) -> Markup:
    """Whose view it is, and what this person sees."""
    words = html("<h4>{}</h4><p>{}</p>", view["who"], view["sees"])
    if "person" not in view:
        return words
    return html('<div class="fk-says">{}<div>{}</div></div>', cast.face(view["person"]), words)


def ask(view: View) -> str:
    """The choice of this person's question."""
    return f"Die wichtigste Frage von {view['name']}:"


def answer(text: str) -> Markup:
    """What it takes to answer a question."""
    return paragraphs(text)


def views_missing(missing: int) -> Markup:
    """Not every person has a question yet."""
    return paragraphs(f"Noch {count_of(missing, 'Blick', 'Blicke')} ohne Frage. Es gibt keine falsche Wahl.")


def four_questions(asked: Sequence[tuple[str, str]]) -> Markup:
    """The chosen questions, each with who asks it."""
    return (
        paragraphs(strong("Ihre vier Fragen an den Fall:"))
        + bullets(f"{who}: „{question}“" for who, question in asked)
        + paragraphs(
            "Keine davon beantwortet das Programm von selbst. Nehmen Sie die Fragen mit in Ihre Firma."
        )
    )
