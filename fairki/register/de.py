"""German of the register: the everyday uses of AI and how they are classed."""

FEW, MANY = "wenige", "viele"
SUGGESTS, DECIDES = "schlägt vor", "entscheidet"
STAFF = "Personal"
SALES = "Vertrieb und Werbung"
SERVICE = "Service und Betreuung"
MONEY = "Geld und Verträge"
WORKS = "Werkstatt und Transport"
OFFICE = "Büro und Technik"
USES = {
    "bewerbungen": (
        "Rangfolge von Bewerbungen",
        "Ein Programm liest Bewerbungen und bringt sie in eine Reihenfolge.",
        "Menschen, die sich bewerben",
    ),
    "eignungstest": (
        "Auswertung von Online-Tests",
        "Ein Programm vergibt Punkte für einen Test am Bildschirm.",
        "Menschen, die sich bewerben",
    ),
    "stellenanzeigen": (
        "Verteilung von Stellenanzeigen",
        "Eine Plattform bestimmt, wer eine Anzeige zu sehen bekommt.",
        "Menschen, die eine Stelle suchen",
    ),
    "schichtplan": (
        "Planung von Schichten",
        "Ein Programm verteilt Schichten nach Bedarf und freien Zeiten.",
        "Beschäftigte",
    ),
    "kennzahlen": (
        "Kennzahlen zur Leistung",
        "Ein System berechnet, wie schnell oder wie gut jemand arbeitet.",
        "Beschäftigte",
    ),
    "weiterbildung": (
        "Tipps zur Weiterbildung",
        "Eine Lernplattform schlägt vor, welcher Kurs zu wem passt.",
        "Beschäftigte",
    ),
    "leads": (
        "Lead-Scoring",
        "Ein Programm schätzt, wer kaufen wird, und sortiert danach die Anrufliste.",
        "Mögliche Kundinnen und Kunden",
    ),
    "werbung": (
        "Auswahl für Werbung",
        "Ein Programm bestimmt, wer welches Angebot per E-Mail bekommt.",
        "Kundinnen und Kunden",
    ),
    "preise": (
        "Preise und Rabatte",
        "Ein Programm berechnet, wem welcher Preis oder Rabatt angeboten wird.",
        "Kundinnen und Kunden",
    ),
    "empfehlungen": (
        "Empfehlungen im Shop",
        "Der Shop zeigt: „Das könnte Ihnen auch gefallen.“",
        "Kundinnen und Kunden",
    ),
    "chatbot": (
        "Chatbot für Fragen",
        "Ein Programm beantwortet Fragen auf der Website.",
        "Kundinnen und Kunden",
    ),
    "anfragen": (
        "Reihenfolge von Anfragen",
        "Ein Programm bestimmt, welche Anfrage zuerst drankommt.",
        "Menschen, die Hilfe brauchen",
    ),
    "anrufe": (
        "Sprachcomputer am Telefon",
        "Eine Stimme fragt nach dem Anliegen und leitet den Anruf weiter.",
        "Menschen, die anrufen",
    ),
    "betreuung": (
        "Bedarf an Betreuung",
        "Ein Programm schätzt, wer mehr Zeit, Pflege oder Beratung braucht.",
        "Menschen, die betreut werden",
    ),
    "zahlung": (
        "Prüfung der Zahlungsfähigkeit",
        "Ein Punktwert entscheidet, wer auf Rechnung kaufen oder in Raten zahlen darf.",
        "Kundinnen und Kunden",
    ),
    "betrug": (
        "Schutz vor Betrug",
        "Ein System hält Zahlungen an, die ihm auffallen.",
        "Menschen, die bezahlen",
    ),
    "rechnungen": (
        "Lesen von Rechnungen",
        "Ein Programm liest Rechnungen und schlägt die Buchung vor.",
        "Buchhaltung und Lieferfirmen",
    ),
    "touren": (
        "Planung von Routen",
        "Ein Programm schlägt vor, wer welche Tour in welcher Reihenfolge fährt.",
        "Fahrerinnen und Fahrer",
    ),
    "wartung": (
        "Vorhersage von Störungen",
        "Ein System meldet, welche Maschine bald ausfallen könnte.",
        "Beschäftigte in der Werkstatt",
    ),
    "kamera": (
        "Prüfung mit der Kamera",
        "Eine Kamera erkennt fehlerhafte Teile und sortiert sie aus.",
        "Beschäftigte in der Werkstatt",
    ),
    "texte": (
        "Textassistent",
        "Ein Programm entwirft E-Mails, Berichte oder Anzeigen, zum Beispiel im Chat oder im CRM.",
        "Menschen, die den Text lesen",
    ),
    "uebersetzung": (
        "Übersetzung",
        "Ein Dienst übersetzt E-Mails und Anleitungen.",
        "Menschen, die den Text lesen",
    ),
    "mitschrift": (
        "Mitschrift von Gesprächen",
        "Ein Programm hört bei Besprechungen oder Anrufen mit und schreibt eine Zusammenfassung.",
        "Alle, die dabei sind",
    ),
    "spam": (
        "Spamfilter",
        "Ein Filter legt E-Mails zur Seite, bevor sie jemand liest.",
        "Menschen, die Ihnen schreiben",
    ),
}
"""Use → its name, what it does, and the people it is about."""
DAMAGED = ("Das Register ist beschädigt.", "Wählen Sie die Fälle bitte neu aus.")
