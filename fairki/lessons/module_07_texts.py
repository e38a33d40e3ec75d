"""The longer German texts of module 07 as data: the two lists, labels to choose from, rules, self-check."""

from fairki import footprint, need
from fairki.documents import action_plan

NEXT_STEP = {
    "werte": "Im Kodex-Baukasten (Modul 2) schreiben Sie auf, was für Sie fair ist.",
    "abwaegen": "Beantworten Sie in Einheit 2 die sieben Fragen „Braucht es hier KI?“ für einen Fall.",
    "diskriminierung": "Lassen Sie in Modul 3 Ihren Kodex prüfen.",
    "kompetenzen": "Stellen Sie in Einheit 3 Regeln für einen Raum zum Üben auf.",
    "teilhabe": "Nehmen Sie in Modul 2 eine Regel zum Einspruch auf.",
    "transparenz": "Legen Sie in Modul 0 ein Register an.",
    "nachhaltigkeit": "Schätzen Sie in Einheit 2 den Fußabdruck.",
    "verankern": "Geben Sie in Einheit 4 eine Zusage, mit Person und Termin.",
}
"""Aspect → where something in writing about it can come from."""

CODE = [
    ["abwaegen", "Abwägung der Nutzung"],
    ["", "Menschenzentrierung"],
    ["transparenz", "Transparenz"],
    ["teilhabe", "Teilhabe und Partizipation"],
    ["diskriminierung", "diskriminierungskritische Haltung"],
    ["verankern", "Verantwortung und Verantwortlichkeit"],
    ["kompetenzen", "Kompetenzen"],
    ["nachhaltigkeit", "ökologische Nachhaltigkeit"],
]
"""The principles of the published Code of Conduct in its own words and order, each with the aspect that comes
closest (our own reading) or ""."""
HUMAN = "Menschenzentrierung"
BREAKS = (
    "diskriminierungs-kritisch",
    "Menschen-zentrierung",
    "Nach-haltigkeit",
    "Verantwort-lichkeit",
    "berück-sichtigen",
)
"""Where long words in the two lists may break on a phone."""
CODE_GUESS = [
    [name, name] for name in ("Teilhabe und Partizipation", HUMAN, "Abwägung der Nutzung", "Kompetenzen")
]

KINDS = [
    [
        footprint.WRITE,
        "Texte schreiben lassen",
        "Ein Chat-Programm beantwortet eine Frage oder entwirft einen Text.",
    ],
    [footprint.SORT, "Texte einordnen lassen", "Ein Modell legt eine E-Mail in das passende Fach."],
    [footprint.DRAW, "Bilder erzeugen lassen", "Ein Programm malt ein Bild nach einer Beschreibung."],
]
YES_NO = [[need.YES, "ja"], [need.NO, "nein"], [need.UNSURE, "weiß ich noch nicht"]]
ADVICE = {
    need.NO_AI: "Das ist ein gutes Ergebnis. Sie sparen Geld, Strom und Ärger. Suchen Sie zuerst das Problem, dann das Werkzeug.",
    need.SMALLER: "Ein einfaches Mittel verstehen alle, und es fällt auf, wenn etwas nicht stimmt. Fangen Sie damit an.",
    need.NOT_THIS_WAY: "Der Zweck kann gut sein. Vor dem Start fehlt noch etwas:",
    need.OPEN: "Ehrlich ist hier: noch nicht entscheiden. Klären Sie zuerst diese Fragen:",
    need.WITH_CARE: "Nach Ihren Antworten spricht vieles dafür. Fangen Sie klein an, zum Beispiel in einem Raum für Experimente, und fragen Sie nach drei Monaten noch einmal.",
}

CLAIM = [
    ["siegel", "Ein Siegel daneben"],
    ["pruefbar", "Etwas, das man nachprüfen kann"],
    ["technik", "Eine Erklärung der Technik"],
    ["leitung", "Eine Unterschrift der Leitung"],
]
OCCASIONS = [
    [key, title, action_plan.EXAMPLE_SENTENCES[key]]
    for key, title in (
        ("text", "Ein Text"),
        ("bild", "Ein Bild"),
        ("chat", "Ein Chat"),
        ("auswahl", "Eine Auswahl"),
        ("uebersetzung", "Eine Übersetzung"),
        ("werte", "Unsere Werte"),
    )
]
"""Key, what is labelled, example sentence."""

NEEDED = {
    "daten": "Ohne diese Regel können echte Daten nach außen gelangen.",
    "menschen": "Ohne diese Regel kann ein Versuch jemandem schaden, der nichts davon weiß.",
    "ende": "Ohne diese Regel wird aus dem Versuch still ein Dauerbetrieb.",
}
"""Rules of the room for experiments that protect others → what happens without them."""

EXAMPLE_PLAN = [
    [
        "Wir schreiben in jede Stellenanzeige, dass ein Programm die Bewerbungen vorsortiert.",
        "Leitung Personal",
        "Alle offenen Anzeigen enthalten den Satz.",
    ],
    [
        "Wir zählen jeden Monat, wie viele Frauen und Männer eingeladen werden.",
        "IT, gemeinsam mit dem Betriebsrat",
        "Die Tabelle liegt am ersten Montag im Monat vor.",
    ],
    [
        "Wir beantworten jeden Einspruch innerhalb von 14 Tagen, und ein Mensch sieht ihn an.",
        "Leitung Personal",
        "Im Register der Einsprüche ist keiner länger offen.",
    ],
]
"""What Hansen & Yıldız promise: what, who, sign."""

SELF_CHECK = [
    {
        "id": "lernprozess",
        "text": "Die drei Zusagen sind erfüllt. Wann ist die Arbeit an demokratischer KI fertig?",
        "options": [
            {
                "text": "Jetzt, wo alle Zusagen eingehalten sind.",
                "right": False,
                "why": "Das ist ein Grund zur Freude. Aber Systeme, Daten und Aufgaben ändern sich weiter.",
            },
            {
                "text": "Wenn das Gesetz nichts Neues mehr verlangt.",
                "right": False,
                "why": "Pflichten sind nur ein Teil. Ob es fair zugeht, fragen auch die Betroffenen.",
            },
            {
                "text": "Nie ganz, weil sich Systeme und Aufgaben ändern.",
                "right": True,
                "why": "Ein System, das heute eine Regel einhält, kann sie morgen verletzen. Das Lernen hört nicht auf.",
            },
        ],
    },
    {
        "id": "fussabdruck",
        "text": "Ein Anbieter nennt für eine Anfrage viel weniger CO₂ als ein anderer. Was schließen Sie daraus?",
        "options": [
            {
                "text": "Er schont die Umwelt mehr als der andere.",
                "right": False,
                "why": "Das kann sein. Vielleicht zählt er aber nur weniger mit, zum Beispiel keine Herstellung.",
            },
            {
                "text": "Bei einer der beiden Zahlen stimmt etwas nicht.",
                "right": False,
                "why": "Beide können stimmen. Sie beantworten nur verschiedene Fragen.",
            },
            {
                "text": "Wenig, vielleicht zählen beide Verschiedenes mit.",
                "right": True,
                "why": "Strom am Netz oder eigener Vertrag, nur Betrieb oder ganzer Lebenszyklus: Das kann die Zahl vervielfachen.",
            },
        ],
    },
    {
        "id": "belege",
        "text": "Eine Firma schreibt: „Werte verbindlich verankern: erledigt.“ Was überzeugt Sie am ehesten?",
        "options": [
            {
                "text": "Alle Beschäftigten haben die Regeln gelesen und unterschrieben.",
                "right": False,
                "why": "Eine Unterschrift zeigt, dass jemand den Text kennt. Ob er im Alltag gilt, zeigt sie nicht.",
            },
            {
                "text": "Jede Regel hat eine Person, einen Meldeweg und einen Prüftermin.",
                "right": True,
                "why": "Dann merkt jemand, wenn eine Regel verletzt wird, und kann etwas tun. Das meint verankern.",
            },
            {
                "text": "Die Regeln stehen gut sichtbar und in klarer Sprache im Internet.",
                "right": False,
                "why": "Sichtbar ist gut. Aber wer kümmert sich, wenn eine Regel nicht eingehalten wird?",
            },
        ],
    },
    {
        "id": "nach_aussen",
        "text": "Welcher Satz zeigt die Werte einer Firma am besten nach außen?",
        "options": [
            {
                "text": "„Sie können jeder Absage 14 Tage lang widersprechen.“",
                "right": True,
                "why": "Das kann jede Person ausprobieren. Die Firma lässt sich beim Wort nehmen.",
            },
            {
                "text": "„Bei uns steht verantwortungsvolle KI an erster Stelle.“",
                "right": False,
                "why": "Das klingt gut, aber niemand kann es nachprüfen.",
            },
            {
                "text": "„Wir nutzen die modernste und sicherste KI auf dem Markt.“",
                "right": False,
                "why": "Das ist Werbung für Technik. Über den Umgang mit Menschen sagt es nichts.",
            },
        ],
    },
    {
        "id": "experiment",
        "text": "Ein Team möchte ein neues KI-Programm ausprobieren. Was gehört zu einem sicheren Raum dafür?",
        "options": [
            {
                "text": "Klare Regeln für jede Lage, bevor jemand das Programm öffnet.",
                "right": False,
                "why": "Dann lernt niemand etwas, oder es geschieht heimlich. Wenige klare Regeln genügen für den Anfang.",
            },
            {
                "text": "Erfundene Daten, ein fester Zeitraum, ein Team, das davon weiß.",
                "right": True,
                "why": "So kann etwas schiefgehen, ohne dass jemand Schaden nimmt. Und das Gelernte bleibt im Team.",
            },
            {
                "text": "Freie Hand für das Team, solange nichts davon nach außen dringt.",
                "right": False,
                "why": "Auch innen kann ein Versuch schaden, zum Beispiel mit Daten von Kolleginnen und Kollegen.",
            },
        ],
    },
]
