"""The longer German texts of module 03 as data: example answers to the Steckbrief, self-check."""

from fairki import register
from fairki.kodex import Kodex, Rule, patterns
from fairki.systems import steckbrief as words
from fairki.systems.questions import OWNER_PERSON, OWNER_TEAM

EXAMPLE_ANSWERS = {
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

TALKS_OR_WRITES = ("chatbot", "anrufe", "texte", "uebersetzung", "mitschrift")
"""Uses that talk with people or write for them."""

EXAMPLE_KODEX = Kodex(
    "Beispiel-Kodex der Hansen & Yıldız GmbH",
    (
        Rule(patterns.SELECTION_RATES, {"abstand": 20}),
        Rule(patterns.FORBIDDEN_FEATURE, {"merkmal": "geschlecht", "treffer": 93}),
        Rule(patterns.NOTICE, {"zeitpunkt": "spaetestens_mit"}),
        Rule(patterns.APPEAL, {"frist": 14}),
        Rule(patterns.MONITORING, {"abstand": 12}),
        Rule(patterns.ENERGY, {"energie": 30}),
    ),
)
"""Well meant, but two rules are too loose, one is too strict, and some are missing: something to sharpen."""

RISK_CLASSES = [
    ["gering", "Kein besonderes Risiko"],
    ["hoch", "Hochrisiko-Anwendung"],
    ["verboten", "Verboten"],
]


def risk_note(use: register.Use) -> str:
    """Rough orientation for one use, in one or two German sentences; the law itself stands in ``reference``."""
    if use.resembles == register.APPLICATIONS:
        note = "Orientierung: Auswahl von Personal, also wahrscheinlich Hochrisiko."
    elif use.id in TALKS_OR_WRITES:
        note = "Orientierung: Spricht mit Menschen oder schreibt für sie. Lassen Sie klären, ob Sie das kennzeichnen müssen."
    elif use.resembles:
        note = "Orientierung: Kann für einzelne Menschen viel bedeuten. Lassen Sie die Risikoklasse klären."
    else:
        note = "Orientierung: Meist ein geringes Risiko für einzelne Menschen."
    if use.area == register.STAFF or use.affected.startswith(("Beschäftigte", "Fahrer")):
        note += " Fragen Sie den Betriebsrat: Er kann ein Recht auf Mitbestimmung haben."
    return note


SELF_CHECK = [
    {
        "id": "offen",
        "text": "Eine Regel ist bei einem System „nicht beurteilbar“. Was heißt das für Ihren Bericht?",
        "options": [
            {
                "text": "Das System ist an dieser Stelle in Ordnung und bleibt draußen.",
                "right": False,
                "why": "Das wissen Sie nicht. Eine Angabe fehlt, oder die Gruppe ist zu klein für ein Urteil.",
            },
            {
                "text": "Das ist ein offener Punkt: Jemand findet die fehlende Angabe heraus.",
                "right": True,
                "why": "Genau. Eine Lücke zu nennen ist ein Ergebnis der Prüfung und kein Versagen.",
            },
            {
                "text": "Das System hat die Regel verletzt, solange nichts anderes feststeht.",
                "right": False,
                "why": "Auch das wissen Sie nicht. Wer ohne Beleg beanstandet, verliert schnell das Vertrauen.",
            },
        ],
    },
    {
        "id": "streng",
        "text": "Eine Kollegin stellt alle Regeln auf die strengste Stufe. Fast jedes System ist jetzt „verletzt“. Wie gut ist dieser Kodex?",
        "options": [
            {
                "text": "Sehr gut, denn ihm entgeht kaum noch ein Fehler.",
                "right": False,
                "why": "Er findet viel, aber er beanstandet auch die guten Systeme. Niemand weiß, wo man anfangen soll.",
            },
            {
                "text": "Das lässt sich nicht sagen, denn niemand kennt die Fehler.",
                "right": False,
                "why": "Bei den Übungssystemen ist bekannt, welche Fehler darin stecken. Deshalb sieht man, was zu Unrecht beanstandet wird.",
            },
            {
                "text": "Schlecht, denn er trennt gute Systeme nicht von fehlerhaften.",
                "right": True,
                "why": "Eine Prüfung ist nur dann nützlich, wenn sie beides kann: finden und in Ruhe lassen.",
            },
        ],
    },
    {
        "id": "lernziel",
        "text": "Ein System sagt die Kosten von Stadt und Land gleich genau voraus. Trotzdem benachteiligt es das Land. Wie kann das sein?",
        "options": [
            {
                "text": "Die Kosten messen nicht, worum es geht.",
                "right": True,
                "why": "Auf dem Land wurde bei gleichem Bedarf weniger ausgegeben. Wer Kosten lernt, lernt diese Lücke mit.",
            },
            {
                "text": "Dann hat das System schlecht gerechnet.",
                "right": False,
                "why": "Gerechnet hat es richtig. Falsch war die Frage, die man ihm gestellt hat.",
            },
            {
                "text": "Es gab zu wenige Versicherte auf dem Land.",
                "right": False,
                "why": "Auch mit mehr Daten bliebe der Fehler. Er steckt im Lernziel.",
            },
        ],
    },
    {
        "id": "klein",
        "text": "In einer Filiale wurden 4 von 12 Frauen und 6 von 12 Männern eingeladen. Die Vier-Fünftel-Regel schlägt an. Was tun Sie?",
        "options": [
            {
                "text": "Ich schreibe „verletzt“ in den Bericht, denn die Regel ist eindeutig.",
                "right": False,
                "why": "Bei so kleinen Gruppen schlägt die Regel sehr oft an, obwohl alle gleich behandelt werden.",
            },
            {
                "text": "Ich schreibe „nicht beurteilbar“ und sammle Fälle aus mehr Filialen.",
                "right": True,
                "why": "Und Sie können jeden Fall einzeln ansehen. Dafür braucht es keine Statistik.",
            },
            {
                "text": "Ich lasse den Punkt weg, denn so kleine Gruppen sagen nichts.",
                "right": False,
                "why": "Zu klein für ein Urteil heißt nicht unwichtig. Der Punkt bleibt offen.",
            },
        ],
    },
    {
        "id": "erklaerung",
        "text": "Eine Anbieterin zeigt Ihnen zu jeder Absage eine Erklärung. Das Geschlecht kommt darin nie vor. Was prüfen Sie noch?",
        "options": [
            {
                "text": "Die Ergebnisse: Wie oft bekommt jede Gruppe eine Zusage?",
                "right": True,
                "why": "Ergebnisse lassen sich nachzählen. Erklärungen helfen zusätzlich, ersetzen das Zählen aber nicht.",
            },
            {
                "text": "Nichts: Was in keiner Erklärung steht, hat auch nicht mitgezählt.",
                "right": False,
                "why": "Das folgt nicht. Eine Erklärung hängt davon ab, mit wem verglichen wird. Eine andere kann das Gegenteil sagen.",
            },
            {
                "text": "Die Sprache: Verstehen alle, was in den Erklärungen steht?",
                "right": False,
                "why": "Das ist wichtig, sagt aber nichts darüber, ob eine Gruppe benachteiligt wird.",
            },
        ],
    },
    {
        "id": "namen",
        "text": "Aus einer Liste wurden alle Namen gelöscht. Ist sie jetzt anonym?",
        "options": [
            {
                "text": "Ja. Ohne Namen lässt sich niemand mehr zuordnen.",
                "right": False,
                "why": "Schon wenige Angaben zusammen gibt es oft nur ein einziges Mal. Wer sie kennt, erkennt die Person.",
            },
            {
                "text": "Nein, aber das macht nichts, solange die Liste in der Firma bleibt.",
                "right": False,
                "why": "Gerade in der Firma kennt man sich. Dort fehlt oft nur eine Angabe, um jemanden zu erkennen.",
            },
            {
                "text": "Nicht unbedingt. Es kommt darauf an, welche Angaben übrig sind.",
                "right": True,
                "why": "Zählen Sie, wie viele Zeilen einmalig sind. Das geht mit jeder Tabelle.",
            },
        ],
    },
]
