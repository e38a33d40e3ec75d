"""German of the company: articles, pronouns and genitives, and what to say about a file that does not fit."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from fairki.speech import count_of, either

SHE, HE, NONE = "sie", "er", "keines"
PRONOUNS: Mapping[str, Mapping[str, str]] = {
    SHE: {"er": "sie", "ihm": "ihr", "ihn": "sie", "sein": "ihr"},
    HE: {"er": "er", "ihm": "ihm", "ihn": "ihn", "sein": "sein"},
}
"""Pronoun of a person → its forms; they are named by those of „er“, which are all different."""
ENDINGS = ("", "e", "em", "en", "er", "es")
"""Of „sein“ and „ihr“."""
ARTICLES: Mapping[str, Mapping[str, str]] = {
    "die": {"der": "die", "den": "die", "dem": "der", "des": "der", **PRONOUNS[SHE]},
    "der": {"der": "der", "den": "den", "dem": "dem", "des": "des", **PRONOUNS[HE]},
    "das": {**PRONOUNS[HE], "der": "das", "den": "das", "dem": "dem", "des": "des", "er": "es", "ihn": "es"},
}
"""Article of a company → its forms and those of the pronoun; they are named by those of „der“."""
SILENT = ("s", "ß", "x", "z")
"""A name with such an end takes an apostrophe in the genitive (official rules of German spelling, on the apostrophe)."""


def genitive(name: str) -> str:
    """Whose: „Anna Bergers“, but „Anna Krauß’“."""
    return f"{name}’" if name.endswith(SILENT) else f"{name}s"


def signed(name: str, role: str) -> str:
    """Somebody with the department or office, as below a letter."""
    return f"{name}, {role}"


def quoted(words: Iterable[str]) -> str:
    """Words to choose from."""
    return either(f"„{word}“" for word in words)


PAGES = {"impressum": "Impressum", "datenschutz": "Datenschutz", "barrierefreiheit": "Barrierefreiheit"}
"""Page of the company → its name in the footer."""

# What is wrong with a file: the first part says what and where, the second what to write.

MISSING = ("Die Datei fehlt oder lässt sich nicht öffnen", "Prüfen Sie den Namen und den Ordner.")
NOT_UTF8 = (
    "Ein Zeichen ist nicht lesbar. Die Datei ist vermutlich als ANSI gespeichert",
    "Speichern Sie die Datei als UTF-8. Im Editor steht das beim Speichern unter „Codierung“.",
)
UTF16 = (
    "Die Datei ist als UTF-16 gespeichert, oder sie enthält keinen Text",
    "Speichern Sie die Datei als UTF-8. Im Editor steht das beim Speichern unter „Codierung“.",
)
NOT_TOML = (
    "Hier stimmt die Schreibweise nicht",
    "Sehen Sie in dieser Zeile nach und in der davor. Oft fehlt ein Anführungszeichen, oder es ist eines zu viel. "
    "Jeder Eintrag und jeder Abschnitt darf nur einmal da sein.",
)
_STRAIGHT = 'Schreiben Sie den Text zwischen zwei geraden Anführungszeichen, zum Beispiel "Text".'
CURLY_QUOTES = ("Hier stehen Anführungszeichen, wie sie in Briefen üblich sind", _STRAIGHT)
BARE_TEXT = ("Hinter dem = beginnt ein Text ohne Anführungszeichen", _STRAIGHT)
UMLAUT_IN_KEY = (
    "Vor dem = steht ein Umlaut oder ein anderes besonderes Zeichen",
    "Schreiben Sie ae, oe, ue oder ss, zum Beispiel: taetigkeit",
)
TWICE = (
    "Dieser Eintrag oder Abschnitt steht schon weiter oben",
    "Jeder darf nur einmal da sein. Löschen Sie einen davon.",
)
BACKSLASH = ("Das Zeichen \\ geht hier nicht", "Schreiben Sie / oder \\\\ an seiner Stelle.")
NOT_A_PAGE = (
    "Die Seite beginnt nicht mit ihrer Überschrift",
    "Schreiben Sie in die erste Zeile # und dahinter die Überschrift, zum Beispiel: # Impressum",
)
EMPTY_PAGE = ("Unter der Überschrift steht nichts", "Schreiben Sie den Text der Seite darunter.")
WRITE_TEXT = "Schreiben Sie einen Text in Anführungszeichen, in einer Zeile, höchstens 200 Zeichen."
WRITE_NUMBER = "Schreiben Sie eine ganze Zahl ab 1, ohne Punkt und ohne Anführungszeichen."
WRITE_FLAG = "Schreiben Sie true für ja oder false für nein, ohne Anführungszeichen."
WRITE_DAY = "Schreiben Sie einen Tag als Jahr, Monat, Tag, ohne Anführungszeichen, zum Beispiel 2027-03-31"
WRITE_ID = (
    "Schreiben Sie eine Kennung mit 2 bis 40 Zeichen: kleine Buchstaben ohne Umlaute, Ziffern und _, "
    'vorn ein Buchstabe, zum Beispiel "wohngeld".'
)
WRITE_AMOUNT = "Schreiben Sie eine Zahl ohne Tausenderpunkt und ohne Anführungszeichen; vor die Nachkommastellen gehört ein Punkt, zum Beispiel 2.5"
GERMAN_DAY = ("Ein Tag steht hier in anderer Reihenfolge", WRITE_DAY)
NO_SUCH_DAY = ("Diesen Tag gibt es nicht", WRITE_DAY)
GERMAN_NUMBER = ("Eine Zahl steht hier mit Komma", WRITE_AMOUNT)
BAD_RANGE = ("„groesste“ ist nicht größer als „kleinste“", "Schreiben Sie bei „groesste“ die größere Zahl.")
BAD_STEP = (
    "„schritt“ passt nicht zu „kleinste“ und „groesste“",
    "Schreiben Sie einen Abstand zwischen zwei Antworten, zum Beispiel 1. Mehr als 10.000 Antworten darf es nicht geben.",
)
BAD_TRUTH = (
    "„richtig“ liegt nicht zwischen „kleinste“ und „groesste“",
    "Schreiben Sie eine Zahl, die man auch antworten kann.",
)
WRITE_STEP = (
    'Schreiben Sie die Kennung eines Schritts, zum Beispiel "ankommen". Die Leitung des Workshops zeigt alle.'
)
WRITE_MODULE = (
    'Schreiben Sie die zwei Ziffern, mit denen der Name des Moduls in modules/ beginnt, zum Beispiel "02".'
)
WRITE_UNIT = 'Schreiben Sie Modul und Einheit, zum Beispiel "02.1".'
WRITE_MINUTES = "Schreiben Sie eine ganze Zahl von 1 bis 600."
WRITE_LIST = 'Schreiben Sie eine Liste von höchstens 40 Texten, zum Beispiel ["Musterstadt"].'
WRITE_PARAGRAPHS = 'Schreiben Sie eine Liste von einem bis sechs Absätzen, zum Beispiel ["Erster Absatz.", "Zweiter Absatz."].'
WRITE_SECTION = "Ein Abschnitt beginnt mit einer Zeile wie [betrieb] oder [personen.leitung]."
WRITE_COLOUR = 'Schreiben Sie eine Farbe mit sechs Stellen, zum Beispiel "#0b5c66".'
WRITE_LOGO = 'Schreiben Sie den Namen einer SVG-Datei (.svg), die im selben Ordner liegt, oder "".'
WRITE_PICTURE = 'Schreiben Sie den Namen eines Bildes (.png), das im selben Ordner liegt, oder "".'
WRITE_INTERNET = (
    'Schreiben Sie nur die Adresse, ohne https:// und ohne Umlaute, zum Beispiel "beispiel.example".'
)
TAKE_OTHER_LOGO = "Nehmen Sie eine Zeichnung als SVG, höchstens 200 KB groß, ohne Programm (script) und ohne Adressen im Netz."
TAKE_OTHER_PICTURE = "Nehmen Sie ein Bild im Format PNG, höchstens 200 KB groß."
TAKE_SMALLER = "Eine Datei in dieser Größe gehört nicht in den Ordner. Kürzen Sie sie."


def bad_file(path: object, line: int, what: str) -> str:
    """What is wrong with a file of the company; without a line where it is about the whole."""
    place = f"{path}, Zeile {line}" if line else str(path)
    return f"Mit der Datei des Betriebs stimmt etwas nicht ({place}): {what}."


def too_large(largest: int) -> tuple[str, str]:
    """A file with too many bytes."""
    return f"Die Datei ist größer als {largest // 1000} KB", TAKE_SMALLER


NEWER = (
    "Dieser Ordner ist für eine neuere Fassung des Kurses gemacht",
    "Bringen Sie den Kurs auf den neuesten Stand. Am Ordner müssen Sie nichts ändern.",
)
NO_VERSION = ("Diese Fassung gibt es nicht", "Schreiben Sie: fassung = 1")


def unknown_file(known: Iterable[str]) -> tuple[str, str]:
    """A file in a folder of the company that nobody reads."""
    return "Diese Datei kennt der Kurs nicht", f"Hier dürfen liegen: {', '.join(known)}."


def write_prose(longest: int) -> str:
    """A text with any signs."""
    return f"Schreiben Sie einen Text in Anführungszeichen, in einer Zeile, höchstens {longest} Zeichen."


def no_logo(name: str) -> str:
    """A logo that is no drawing."""
    return f"{name} ist keine Zeichnung im Format SVG oder zu groß"


def no_picture(name: str) -> str:
    """A logo for Word that is no picture."""
    return f"{name} ist kein Bild im Format PNG oder zu groß"


def more(count: int) -> str:
    """So many more complaints."""
    return (
        f"Dazu {count_of(count, 'weitere Stelle', 'weitere Stellen')}: Alle nennt der Befehl betrieb pruefen."
    )


def lacks(key: str, section: str) -> str:
    """An entry is not there."""
    return f"In [{section}] fehlt „{key}“"


def lacks_section(section: str) -> str:
    """A section is not there."""
    return f"Der Abschnitt [{section}] fehlt"


def unknown(key: str, section: str) -> str:
    """An entry that nobody knows."""
    return f"„{key}“ in [{section}] kennt der Kurs nicht"


def unknown_section(section: str) -> str:
    """A section that nobody knows."""
    return f"Den Abschnitt [{section}] kennt der Kurs nicht"


def write_head(section: str) -> str:
    """An entry stands above the head of its section."""
    return f"Davor fehlt die Zeile [[{section}]]. Steht dort ein # davor, nehmen Sie es weg."


def write_known(known: Iterable[str]) -> str:
    """Which names there are."""
    return f"Möglich ist: {', '.join(known)}."


def does_not_fit(key: str, section: str) -> str:
    """An entry has the wrong form."""
    return f"„{key}“ in [{section}] passt nicht"


def does_not_list(section: str) -> str:
    """A section of which there can be several is written as one."""
    return f"Der Abschnitt [[{section}]] passt nicht"


def write_sections(section: str) -> str:
    """How one of several sections begins."""
    return f"Jeder Abschnitt dieser Art beginnt mit einer Zeile wie [[{section}]], in doppelten Klammern."


def wrong_number(section: str, count: int) -> str:
    """There are too few or too many sections of a kind."""
    return (
        f"Den Abschnitt [[{section}]] gibt es hier {count}-mal"
        if count
        else f"Der Abschnitt [[{section}]] fehlt"
    )


def write_so_many(section: str, least: int, most: int) -> str:
    """How many sections of a kind there may be."""
    return (
        f"Schreiben Sie mindestens {least} und höchstens {most} Abschnitte, die mit [[{section}]] beginnen."
    )


def write_entry(key: str) -> str:
    """An entry is to be added."""
    return f"Schreiben Sie in diesen Abschnitt eine Zeile, die mit {key} = beginnt, und dahinter einen Text oder Wert."


def forbidden(sign: str, key: str, section: str) -> str:
    """An entry holds a sign that pages and exercises cannot show everywhere."""
    return f"In „{key}“ in [{section}] steht das Zeichen {sign}"


def write_without(signs: Iterable[str]) -> str:
    """Which signs have to stay out."""
    return f"Schreiben Sie den Text ohne diese Zeichen: {' '.join(signs)}"


def write_chosen(known: Mapping[str, Iterable[str | int]]) -> str:
    """Which questions and answers there are."""
    listed = (f"{key} = {' | '.join(map(_written, answers))}" for key, answers in known.items())
    return f"Schreiben Sie eine Zeile wie {{ {', '.join(listed)} }} mit je einer der Antworten."


def _written(answer: str | int) -> str:
    return str(answer) if isinstance(answer, int) else f'"{answer}"'


def twice(id: str) -> tuple[str, str]:
    """Two entries with one name."""
    return f"„{id}“ steht zweimal da", "Geben Sie jedem Abschnitt dieser Art eine eigene Kennung."


def write_who(known: Iterable[str]) -> str:
    """Somebody of the company by key, or a name."""
    return f"Schreiben Sie einen Namen oder, für jemanden aus betrieb.toml, eines dieser Wörter: {', '.join(known)}."


def write_id_but(word: str) -> str:
    """An id that is taken."""
    return f"{WRITE_ID} „{word}“ ist schon vergeben."


def nothing_left(key: str) -> tuple[str, str]:
    """All of the course's are left out, and there is none of the company's own."""
    return (
        f"„{key}“ lässt nichts übrig",
        "Beschreiben Sie in dieser Datei etwas Eigenes, oder nehmen Sie die Zeile weg.",
    )


def write_one_of(words: Iterable[str]) -> str:
    """Which words there are."""
    return f"Schreiben Sie {quoted(words)}."


def same_name(name: str) -> tuple[str, str]:
    """Two people cannot be told apart."""
    return f"„{name}“ heißen zwei Personen", "Geben Sie jeder Person einen eigenen Namen."


WHITE = "Weiß"


def little_contrast(colour: str, other: str, ratio: str, needed: str) -> tuple[str, str]:
    """Two colours that are hard to tell apart."""
    return (
        f"{colour} und {other} sind schwer zu unterscheiden (Kontrast {ratio} : 1)",
        f"Wählen Sie eine dunklere oder hellere Farbe: Der Kontrast muss mindestens {needed} : 1 sein.",
    )


def unknown_mark(mark: str) -> tuple[str, str]:
    """A marked place that nobody knows."""
    return (
        f"Das Zeichen „{mark}“ für den Betrieb gibt es nicht.",
        "Welche es gibt, steht in CONTRIBUTING.md unter „The company in the course“.",
    )


def wrong_minutes(total: int, promised: int) -> tuple[str, str]:
    """The steps of an agenda take longer or shorter than it says."""
    return (
        f"Die Schritte dauern zusammen {total} Minuten, nicht {promised}",
        f"Schreiben Sie minuten = {total}, oder ändern Sie die Minuten der Schritte.",
    )


def no_step(step: str, known: Iterable[str]) -> tuple[str, str]:
    """There is no such step for a workshop; ``known`` are those that there are."""
    near = get_close_matches(step, known, n=3)
    return (
        f"Den Schritt „{step}“ gibt es nicht",
        f"Meinen Sie {quoted(near)}? {WRITE_STEP}" if near else WRITE_STEP,
    )


def not_before(step: str, again: str) -> tuple[str, str]:
    """A step goes on with one that does not come before it."""
    return (
        f"„{step}“ fragt noch einmal, was in „{again}“ gefragt wird; das kommt vorher nicht vor",
        f"Setzen Sie „{again}“ davor, oder lassen Sie „{step}“ weg.",
    )


def taken_name(name: str) -> tuple[str, str]:
    """An agenda of the course has this name, or it cannot be typed."""
    return (
        f"„{name}“ geht als Name eines Ablaufs nicht",
        "Nennen Sie die Datei mit kleinen Buchstaben ohne Umlaute, Ziffern, - und _, anders als die Abläufe des Kurses.",
    )


def question_lacks(art: str, entry: str) -> str:
    """A question of this kind cannot do without something."""
    return f"Zu einer Frage der Art „{art}“ gehört „{entry}“"


def question_has(art: str, entry: str) -> str:
    """A question of this kind has something that it has no use for."""
    return f"Eine Frage der Art „{art}“ hat kein „{entry}“"


def bad_answers(most: int) -> tuple[str, str]:
    """Too few or too many answers, or one twice."""
    return "Diese Antworten passen nicht", f"Schreiben Sie 2 bis {most} verschiedene Antworten."


def beyond(entry: str, least: int, greatest: int) -> tuple[str, str]:
    """A number is too small or too large."""
    return f"„{entry}“ passt nicht", f"Schreiben Sie eine ganze Zahl von {least} bis {greatest}."


def no_such_case(case: str, known: Iterable[str]) -> tuple[str, str]:
    """A question is about a case that the company has not described."""
    return (
        f"Den Fall „{case}“ gibt es in faelle/alltag.toml nicht",
        f"Schreiben Sie die Kennung (id) eines Falls: {', '.join(known) or 'dort steht noch keiner'}.",
    )


def asked_twice(id: str, files: Iterable[str]) -> tuple[str, str]:
    """Several files have a question with the same id."""
    return f"Die Kennung „{id}“ steht in {' und '.join(files)}", "Geben Sie jeder Frage eine eigene."


def told_twice(question: str) -> tuple[str, str]:
    """Two sections say how a question of an exercise is solved."""
    return f"Der Lösungsweg zu „{question}“ steht zweimal da", "Lassen Sie einen davon weg."


def write_so_long(most: int) -> str:
    """What to write for the minutes of an exercise."""
    return f"Schreiben Sie eine ganze Zahl von 1 bis {most}."
