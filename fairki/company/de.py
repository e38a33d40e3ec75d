"""German of the company: articles, pronouns and genitives, and what to say about a file that does not fit."""

from collections.abc import Iterable, Mapping

from fairki.speech import either

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


# What is wrong with a file: the first part says what and where, the second what to write.

MISSING = ("Die Datei fehlt oder lässt sich nicht öffnen", "Prüfen Sie den Namen und den Ordner.")
NOT_UTF8 = ("Ein Zeichen ist nicht lesbar", "Speichern Sie die Datei als UTF-8.")
WRITE_TEXT = "Schreiben Sie einen Text in Anführungszeichen, in einer Zeile."
WRITE_NUMBER = "Schreiben Sie eine ganze Zahl ab 1, ohne Anführungszeichen und ohne Punkt."
WRITE_LIST = 'Schreiben Sie eine Liste von Texten, zum Beispiel ["Musterstadt"].'
WRITE_SECTION = "Ein Abschnitt beginnt mit einer Zeile wie [betrieb] oder [personen.leitung]."
WRITE_COLOUR = 'Schreiben Sie eine Farbe mit sechs Stellen, zum Beispiel "#0b5c66".'
WRITE_LOGO = 'Schreiben Sie den Namen einer SVG-Datei (.svg), die im selben Ordner liegt, oder "".'
WRITE_INTERNET = 'Schreiben Sie nur die Adresse, zum Beispiel "beispiel.example".'


def bad_file(path: object, what: str) -> str:
    """What is wrong with the company's file."""
    return f"Mit der Datei des Betriebs stimmt etwas nicht ({path}): {what}."


def not_toml(error: object) -> tuple[str, str]:
    """The file is no TOML."""
    return (
        f"Sie lässt sich nicht lesen ({error})",
        "Sehen Sie an dieser Stelle nach. Oft fehlt ein Anführungszeichen, oder eines ist zu viel.",
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


def write_known(known: Iterable[str]) -> str:
    """Which names there are."""
    return f"Möglich ist: {', '.join(known)}."


def does_not_fit(key: str, section: str) -> str:
    """An entry has the wrong form."""
    return f"„{key}“ in [{section}] passt nicht"


def forbidden(sign: str, key: str, section: str) -> str:
    """An entry holds a sign that pages and exercises cannot show everywhere."""
    return f"In „{key}“ in [{section}] steht das Zeichen {sign}"


def write_without(signs: Iterable[str]) -> str:
    """Which signs have to stay out."""
    return f"Schreiben Sie den Text ohne diese Zeichen: {' '.join(signs)}"


def write_one_of(words: Iterable[str]) -> str:
    """Which words there are."""
    return f"Schreiben Sie {quoted(words)}."


def same_name(name: str) -> tuple[str, str]:
    """Two people cannot be told apart."""
    return f"„{name}“ heißen zwei Personen", "Geben Sie jeder Person einen eigenen Namen."


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
