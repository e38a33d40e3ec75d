"""What stands on the pages of a workshop before their scripts draw anything; theirs is in ``pages/texts``."""

TITLES = {
    "mitmachen": "Mitmachen",
    "frage": "Frage",
    "leitung": "Workshop leiten",
    "leinwand": "Leinwand",
    "bilder": "Ergebnisse des Workshops",
    "karten": "Antwortkarten",
}
"""Template → title of the page."""

PHONE_NO_SCRIPT = (
    "Zum Abstimmen braucht diese Seite JavaScript. Bitte schalten Sie es ein und laden Sie die Seite neu."
)
PHONE_PROMISE = (
    "Ohne Namen, ohne Konto. Gespeichert wird nur Ihre Stimme. Am Ende des Workshops wird alles gelöscht."
)
QUESTION_ANSWERED = "So sieht die Frage auf dem Handy aus. Diese Antwort wird nicht gespeichert."
CONNECTING = "Die Seite verbindet sich mit dem Workshop …"

SCREEN_NO_SCRIPT = "Die Leinwand braucht JavaScript. Bitte schalten Sie es ein und laden Sie die Seite neu."
SCREEN_FULL = "Ganzer Bildschirm"

LEAD_NO_SCRIPT = (
    "Zum Leiten braucht diese Seite JavaScript. Bitte schalten Sie es ein und laden Sie die Seite neu."
)
LEAD_SKIP = "Zum aktuellen Schritt springen"
LEAD_BAR = "Steuerung"
LEAD_BUTTONS = "Schritte und Abstimmung"
LEAD_NOW = "Aktueller Schritt"
LEAD_VOTES = "Abstimmung"
LEAD_TEXTS = "Freie Antworten"
LEAD_ASK = "Eigene Fragen"
LEAD_SHEET = "Das sagen und fragen Sie"
LEAD_JOIN = "Mitmachen"
LEAD_TIME = "Zeit und Spielregeln"
LEAD_STEPS = "Ablauf"
LEAD_TOOLS = "Leinwand und Unterlagen"
LEAD_AWAY = "Ohne Handy und aus der Ferne"
LEAD_FILES = "Ergebnisse mitnehmen"
LEAD_SETTINGS = "Einstellungen"

PICTURES_NO_SCRIPT = (
    "Zum Drucken braucht diese Seite JavaScript. Bitte schalten Sie es ein und laden Sie die Seite neu."
)

CARDS_HOW = (
    "Drucken Sie die Karten einmal für jede Person ohne Handy, und schneiden Sie sie auseinander. Für Fragen mit bis "
    "zu sechs Antworten genügt die erste Seite. Bei einer Abstimmung hält jede Person eine Karte hoch. Die Leitung "
    "zählt und trägt ein."
)
CARDS_LETTERS = "ABCDEFGHIJKL"
"""One for each answer that a question can have; six are on a page."""
