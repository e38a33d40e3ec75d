"""What files, sections, entries and choices are called, and what a form adds to the explanations in the template."""

from collections.abc import Mapping

from fairki.company import letters

LABELS: Mapping[str, str] = {
    "betrieb.toml": "Der Betrieb",
    "faelle/alltag.toml": "Fälle im Alltag",
    "faelle/ethikrat.toml": "Fälle für den Ethikrat",
    "faelle/briefe.toml": "Briefe",
    "seiten/impressum.md": "Impressum",
    "seiten/datenschutz.md": "Datenschutz",
    "seiten/barrierefreiheit.md": "Barrierefreiheit",
    "betrieb": "Name und Größe",
    "personen": "Personen",
    "aussehen": "Aussehen",
    "kontakt": "Kontakt",
    "abgabe": "Abgabe der Übungen",
    "ki": "Regeln für KI",
    "werkzeuge": "Erlaubte Programme",
    "faelle": "Eigene Fälle",
    "weglassen": "Fälle des Kurses, die es bei Ihnen nicht gibt",
    "kurzname": "Name ohne Rechtsform",
    "taetigkeit": "Was der Betrieb tut",
    "beschaeftigte": "Zahl der Beschäftigten",
    "internet": "Adresse im Internet",
    "personen.it": "IT",
    "personen.leitung": "Leitung",
    "personen.personal": "Personal",
    "personen.auswahl": "Wer Bewerbungen liest",
    "personen.algorithmus": "Wer für Algorithmen verantwortlich ist",
    "personen.ethik": "Wer bei Ethik hilft",
    "ueber": "Wofür der Ablauf gut ist",
    "minuten": "Minuten",
    "art": "Art der Frage",
    "hoechstens": "Wie viele Antworten erlaubt sind",
    "links": "Was die 1 bedeutet",
    "rechts": "Was die höchste Zahl bedeutet",
    "stufen": "Wie viele Stufen",
    "kleinste": "Kleinste Zahl",
    "groesste": "Größte Zahl",
    "fragen.schritt": "Abstand zweier Antworten",
    "richtig": "Richtige Zahl",
    "fragen.einheit": "Einheit hinter der Zahl",
    "fall": "Kennung des Falls",
    "gruppen": "Wie viele Gruppen",
    "einteilung": "Wer in welche Gruppe kommt",
    "loesungswege": "Wege zur Lösung",
    "loesungswege.frage": "Name der Antwortzelle",
    "bild": "Zeichnung",
    "logo": "Logo (SVG)",
    "logo_word": "Logo für Word (PNG)",
    "schrift": "Farbe der Schrift darauf",
    "erreichbar": "So ist die Person erreichbar",
    "beschwerde": "Wohin mit einer Beschwerde",
    "wo": "Wohin mit den Übungen",
    "bis": "Bis wann",
    "werkzeuge.name": "Name des Programms",
    "daten": "Welche Daten hinein dürfen",
    "id": "Kennung",
    "wie_viele": "Wie viele sind betroffen?",
    "faelle.ki": "Was tut die KI?",
    "unbemerkt": "Die Betroffenen merken es meist nicht",
    "recht_wie": "Rechtlich wie dieser Fall des Kurses",
    "im_register": "Steht im Register des Betriebs",
    "steckbrief": "Was man darüber weiß",
    "faelle.text": "Was geschieht",
    "titel": "Überschrift",
    "stimmen": "Wer gehört wird",
    "wer": "Wer spricht",
    "steht_fuer": "Wofür die Person steht",
    "sagt": "Was sie sagt",
    "beschluesse": "Was beschlossen werden kann",
    "heisst": "Was das bedeutet",
    "folgen": "Was ein halbes Jahr später daraus wurde",
    "auflagen": "Was dazu gelten kann",
    "faelle.auflagen.text": "Was gilt",
    "faelle.auflagen.mit": "Was geschieht, wenn es beschlossen ist",
    "faelle.auflagen.ohne": "Was geschieht, wenn es fehlt",
    "briefe": "Eigene Briefe",
    "anlass": "Was geschehen ist",
    "an": "An wen der Brief geht",
    "briefe.anfang": "Wie der Brief anfängt",
    "briefe.grund": "Was zum Grund darin steht",
    "briefe.ki": "Was zum Programm darin steht",
    "briefe.schluss": "Wie es für die Person weitergeht",
    **{f"briefe.{part}.text": "Text" for part in letters.PARTS},
}
"""Place or key → its name; without one, the key stands there."""
HINTS: Mapping[str, str] = {
    "logo": "Ohne Logo steht das Zeichen des Kurses da, in Ihren Farben. Höchstens 200 KB.",
    "logo_word": "Dasselbe Logo als PNG steht oben in jedem Word-Dokument. Höchstens 200 KB.",
    "farbe": "Sechs Stellen, zum Beispiel #0b5c66. Weiße Schrift muss darauf gut zu lesen sein.",
    "artikel": "So wird vom Betrieb gesprochen.",
    "pronomen": "Wer keines hat, wird immer beim Namen genannt.",
    "bild": "Ohne Zeichnung stehen die Anfangsbuchstaben da.",
    "wer": "Ein erfundener Name oder, für jemanden aus dem Betrieb: leitung, personal, it, betriebsrat und so weiter.",
    "recht_wie": "Ohne Angabe rät der Kurs, es klären zu lassen.",
    "im_register": "",
    "weglassen": "",
    "steckbrief": "",
    "ueber": "",
}
NEW_ONE = "Neu anlegen"
FREE = "Freiwillig: "
"""How comments begin that explain what nobody has to enter; a form says it beside the name."""
ENDS = (".", ":", "…", "?", "!", ".“", "?“", "!“")
IN_EDITORS = (
    "So sieht die Datei einer eigenen Übung aus. Solange hier nur Zeilen mit # stehen, zählt die Datei nicht.",
    "Ein eigener Fall.",
    "Für jeden weiteren schreiben Sie diese Zeilen noch einmal.",
    "Für jede weitere Frage schreiben Sie diese Zeilen noch einmal.",
)
"""What comments say to whoever writes the file by hand."""
ONES: Mapping[str, str] = {
    "werkzeuge": "Programm",
    "faelle": "Fall",
    "briefe": "Brief",
    "stimmen": "Stimme",
    "beschluesse": "Beschluss",
    "auflagen": "Auflage",
    "schritte": "Schritt",
    "fragen": "Frage",
    "loesungswege": "Weg",
    **dict.fromkeys(letters.PARTS, "Baustein"),
}
FILES: Mapping[str, str] = {"ablaeufe": "Ablauf", "fragen": "Fragen", "uebungen": "Übung"}
"""Folder of files with names of their own → what one is called."""
CHOICES: Mapping[str, str] = {
    "schlaegt_vor": "schlägt vor",
    "schaetzung": "Schätzung",
    "auswahl": "Umfrage",
    "skala": "Skala",
    "rangfolge": "Rangfolge",
    "freitext": "Freie Antworten",
    "wortwolke": "Wortwolke",
    "fall": "Abstimmung über einen Fall",
    "fragerunde": "Fragerunde",
    "gruppen": "Gruppen",
    "los": "Das Los entscheidet",
    "farbe": "Alle wählen ihre Farbe",
    "bart": "Bart",
    "dutt": "Dutt",
    "glatze": "Glatze",
    "kopftuch": "Kopftuch",
    "rollstuhl": "Rollstuhl",
    "turban": "Turban",
    "zoepfe": "Zöpfe",
    "hoergeraet": "Hörgerät",
    "kurze_haare": "kurze Haare",
    "graues_haar": "graues Haar",
}


def label(words: tuple[str, ...]) -> str:
    """The name of a section or entry."""
    own = LABELS.get(".".join(words)) or LABELS.get(words[-1])
    return own or words[-1].replace("_", " ").capitalize()


def add(words: tuple[str, ...], listed: str) -> str:
    """Adds one to a list, which is called ``listed``."""
    one = ONES.get(words[-1])
    return f"{one} hinzufügen" if one else f"Eintrag hinzufügen: {listed}"


def file_of(folder: str, name: str) -> str:
    """A file with a name of its own."""
    return f"{FILES.get(folder, folder)} „{name}“"


def new_file(folder: str) -> str:
    """Above the name of a new file of a kind."""
    return f"{NEW_ONE}: {FILES.get(folder, folder)}"


def sentences(*texts: str) -> str:
    """Texts in a row, each with its full stop."""
    return " ".join(text if text.endswith(ENDS) else f"{text}." for text in texts if text)


def example(text: str) -> str:
    """What could stand there."""
    return f"Zum Beispiel: „{text}“"
