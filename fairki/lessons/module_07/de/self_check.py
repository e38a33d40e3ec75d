"""The self-check of module 07: questions, options, and why each is right or not."""

QUESTIONS = [
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
