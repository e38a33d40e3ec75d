"""German of unit 1, three questions: in the order of the page."""

from typing import TypedDict

from fairki import company, manifest
from fairki.company import Person, cast
from fairki.html import NOTHING, Markup, html, paragraphs, strong
from fairki.speech import count_of

PEOPLE = company.current().people
NOT_SURE = ["weiss-nicht", "weiß ich noch nicht"]
HOW_MUCH = [
    ["1", "gar nicht"],
    ["2", "wenig"],
    ["3", "teils, teils"],
    ["4", "ziemlich"],
    ["5", "sehr"],
    NOT_SURE,
]


class Opinion(TypedDict):
    """A question without a right answer: ``scale`` has ``[value, label]``, ``voices`` who says what."""

    id: str
    question: str
    scale: list[list[str]]
    voices: list[tuple[Person, str]]


OPENING: list[Opinion] = [
    {
        "id": "wer",
        "question": "Wer soll bei uns entscheiden, was „fair“ ist?",
        "scale": [
            ["1", "die Leitung allein"],
            ["2", "vor allem die Leitung"],
            ["3", "halb und halb"],
            ["4", "vor allem die Betroffenen"],
            ["5", "die Betroffenen allein"],
            NOT_SURE,
        ],
        "voices": [
            (PEOPLE.leader, "Wenn etwas schiefgeht, muss ich dafür geradestehen. Also entscheide ich auch."),
            (PEOPLE.council, "Wer die Folgen trägt, muss mitreden können. Sonst fehlt das Wichtigste."),
        ],
    },
    {
        "id": "transparenz",
        "question": "Wie gut kann ich nachvollziehen, wie Programme bei uns zu ihren Ergebnissen kommen?",
        "scale": HOW_MUCH,
        "voices": [
            (PEOPLE.hr, "Ich sehe einen Punktwert. Warum er so ist, sehe ich nicht."),
            (PEOPLE.it, "Ich kann den Rechenweg zeigen. Ob ihn dann jemand versteht, ist eine andere Frage."),
        ],
    },
    {
        "id": "werte",
        "question": "Wie gut passen diese Ergebnisse zu den Werten, die mir wichtig sind?",
        "scale": HOW_MUCH,
        "voices": [
            (PEOPLE.hr, "Ein Programm rechnet doch nur. Welche Werte sollen da drinstecken?"),
            (PEOPLE.it, "Es rechnet mit dem, was wir früher wichtig fanden. Auch das sind Werte, nur alte."),
        ],
    },
]
ALL_GIVEN = paragraphs(
    html(
        "{} In {} fragen wir Sie noch einmal. Dann sehen Sie, ob sich etwas geändert hat. Beides ist in Ordnung.",
        strong("Ihre erste Meinung ist festgehalten."),
        manifest.called("07"),
    )
)

STORY = "Eine Bewerbung: eine ausgedachte Geschichte"
PROVIDER, PROVIDER_INITIAL = "Anbieter", "A"
CAPTIONS = [
    company.fill(caption)
    for caption in (
        "Eine Bewerbung kommt bei {betrieb.dem} an. Es ist die letzte im Stapel.",
        "Ein Programm sortiert. Über der Linie: eingeladen. Darunter: Absage. Diese Bewerbung liegt darunter.",
        "Die Person fragt: Warum? {personal} antwortet: „Das kam aus dem Programm. Da müssen Sie die IT fragen.“",
        "{it} aus der IT sagt: „Ich halte es am Laufen. Gebaut hat es der Anbieter.“ "
        "Der Anbieter sagt: „Es lernt aus den Daten Ihres Hauses.“",
        "{leitung} leitet die Firma und sagt: „Ich dachte, im Personal liest das jemand.“ "
        "Jetzt ist die Frage wieder am Anfang.",
        "Alle haben ihre Arbeit gemacht. Vielleicht war die Absage sogar richtig. Sagen kann es niemand. "
        "Darum geht es hier: Wer entscheidet, was fair ist, und wer kann es erklären?",
    )
]
"""What the six pictures of the story say."""


def in_picture(person: Person) -> str:
    """How somebody is called in the story's picture, where there is little room."""
    return person.given


def open_questions(count: int) -> Markup:
    """Questions without an answer."""
    return paragraphs(
        f"Noch {count_of(count, 'Frage', 'Fragen')} ohne Antwort. Sie dürfen auch eine auslassen."
    )


def voices(said: list[tuple[Person, str]]) -> Markup:
    """What people at the company say: who, and the words."""
    quoted = (cast.says(who, html("„{}“", text)) for who, text in said)
    heading = f"Zwei Stimmen aus {company.current().dative}"
    return html("<details><summary>{}</summary>{}</details>", heading, NOTHING.join(quoted))
