"""German of the rooms that are a single file: what columns, tables, models and the manifest say of what cannot be used.

An error has two parts: what happened, and what to do now.
"""

from collections.abc import Iterable, Mapping

from fairki import speech

# ---- columns of yes and no ----

DECISIONS, TRUTHS = "Entscheidungen", "Wahrheiten"
"""What a column holds, as a plural."""


def no_list(what: str) -> tuple[str, str]:
    """It is no plain column."""
    return f"Die {what} sind keine einfache Liste.", "Gebraucht wird eine Spalte: ein Wert je Person."


def gaps(what: str, missing: int, all_: int) -> tuple[str, str]:
    """Some values are missing."""
    return (
        f"Unter den {what} fehlen Werte: {missing} von {all_} sind leer.",
        "Lassen Sie diese Zeilen weg oder tragen Sie die Werte nach.",
    )


def unequal(first: int, second: int, what: str) -> tuple[str, str]:
    """One column is longer than the other."""
    return (
        f"Die Spalten sind verschieden lang: {first} und {second} Werte.",
        f"Zu jeder Person gehört ein Wert in den {what} und einer in der anderen Spalte.",
    )


def neither(value: str, what: str) -> tuple[str, str]:
    """A value is neither yes nor no."""
    return (
        f"In den {what} steht „{value}“. Das ist weder Ja noch Nein.",
        "Schreiben Sie 1 für Ja und 0 für Nein. Was fehlt, bleibt leer (None).",
    )


# ---- models and measures ----

NOT_GIVEN = "ohne Angabe"
"""Group of those for whom the group is missing."""

EVERYBODY, WOMEN = "allen, die sich beworben haben", "den Frauen, die sich beworben haben"
"""With whom a person is compared, as it reads after "im Vergleich mit"."""

DEFINITIONS: Mapping[str, str] = {
    "quoten": "Gleiche Quoten",
    "chancen": "Gleiche Chancen",
    "fehler": "Gleiche Fehlerquoten",
    "bedeutung": "Gleiche Bedeutung",
}
"""The definitions of fairness."""

NO_COLUMN = "Ohne eine einzige Spalte kann kein Modell lernen.", "Lassen Sie mindestens eine Spalte stehen."
ALL_ALIKE = (
    "Alle Entscheidungen sind gleich. Daraus kann ein Modell nichts lernen.",
    "Nehmen Sie Daten mit Zusagen und Absagen.",
)


def no_chance(value: float) -> tuple[str, str]:
    """A chance that is none."""
    return (
        f"Unter den Wahrscheinlichkeiten steht {speech.number(value, 2)}.",
        "Eine Wahrscheinlichkeit liegt zwischen 0 und 1.",
    )


def too_few_to_learn(minimum: int) -> tuple[str, str]:
    """No two groups from which something could be learnt about each."""
    return (
        "In den alten Bewerbungen gibt es keine zwei Gruppen, aus denen sich lernen lässt.",
        f"Jede Gruppe braucht mindestens {minimum} Personen, darunter eingeladene und abgelehnte.",
    )


def unknown_columns(unknown: Iterable[str], known: Iterable[str]) -> tuple[str, str]:
    """Columns that a table does not have."""
    return f"Diese Spalten gibt es nicht: {', '.join(unknown)}.", f"Vorhanden sind: {', '.join(known)}."


def too_few(one: str, other: str) -> tuple[str, str]:
    """Groups too small for a comparison."""
    return (
        f"Für „{one}“ oder „{other}“ stehen weniger als drei Personen in der Tabelle.",
        "Nehmen Sie mehr Daten.",
    )


# ---- the manifest ----


def module(number: int) -> str:
    """How a module is called wherever it is mentioned."""
    return f"Modul {number}"


def place(module: str, unit: str) -> str:
    """A unit of a module, by its title."""
    return f"{module}, Einheit „{unit}“"


START, FILE = "Anfang der Datei", "Datei"
"""Places in the manifest."""
KINDS: Mapping[str, str] = {
    "str": "ein Text",
    "int": "eine ganze Zahl",
    "list": "eine Liste",
    "dict": "ein Abschnitt",
}
"""What an entry has to be."""


def no_manifest(file: str, folder: object) -> tuple[str, str]:
    """The manifest is not there."""
    return (
        f"Die Datei {file} fehlt in {folder}.",
        "Holen Sie die Datei aus Ihrer Kopie des Kurses zurück, zum Beispiel mit: git checkout course.toml",
    )


def damaged_manifest(file: str, error: object) -> tuple[str, str]:
    """It is no TOML."""
    return (
        f"Die Datei {file} ist beschädigt ({error}).",
        "Öffnen Sie die Datei an dieser Stelle und prüfen Sie Klammern und Anführungszeichen.",
    )


def wrong_manifest(file: str, what: str) -> tuple[str, str]:
    """Something in it is wrong."""
    return (
        f"In der Datei {file} stimmt etwas nicht: {what}.",
        "Bitte berichtigen Sie die Stelle und starten Sie noch einmal.",
    )


def nth(table: str, number: int) -> str:
    """The place of a table in a list of tables."""
    return f"[[{table}]] Nummer {number}"


def inside(table: str, place: str) -> str:
    """A table within another one."""
    return f"[[{table}]] in {place}"


def entry(key: str, place: str) -> str:
    """An entry of a place."""
    return f"„{key}“, {place}"


def topic(table: str, key: str) -> str:
    """An entry of the frame."""
    return f"[frame.{table}], {key}"


def of_module(id: str) -> str:
    """Which module."""
    return f"im Modul „{id}“"


def at_least_one(name: str, place: str) -> str:
    """A count is too small."""
    return f"„{name}“ muss mindestens 1 sein („asks“, {place})"


def not_in_frame(name: str, table: str) -> str:
    """The frame names what the table does not have."""
    return f"„{name}“ aus [frame.{table}] steht nicht in [{table}]"


def twice(name: str) -> str:
    """A name was given twice."""
    return f"Die Kennung „{name}“ kommt doppelt vor"


def no_step(step: str, place: str) -> str:
    """There is no such step."""
    return f"Den Schritt {step} gibt es nicht ({place})"


def no_exercise(slug: str, place: str) -> str:
    """There is no such exercise."""
    return f"Die Übung „{slug}“ gibt es nicht ({place})"


def number_of_units(place: str, n: int) -> str:
    """A module has too few or too many units."""
    return f"Ein Modul hat eine bis vier Einheiten ({place} sind es {n})"


def no_module(id: str, exercise: str) -> str:
    """An exercise belongs to a module that is not there."""
    return f"Das Modul „{id}“ der Übung „{exercise}“ gibt es nicht"


def no_unit(unit: str, place: str) -> str:
    """A unit is named that is not there."""
    return f"Die Einheit „{unit}“ gibt es nicht ({place})"


def only_tables(key: str) -> str:
    """It has to be a list of tables."""
    return f"„{key}“ muss aus Abschnitten [[{key}]] bestehen"


def only_text(key: str) -> str:
    """It has to be a table of texts."""
    return f"In [{key}] darf nur Text stehen"


def only_texts(key: str, place: str) -> str:
    """It has to be a list of texts."""
    return f"„{key}“ darf nur Texte enthalten ({place})"


def lacks(key: str, place: str) -> str:
    """An entry is missing."""
    return f"„{key}“ fehlt ({place})"


def must_be(key: str, kind: str, place: str) -> str:
    """An entry is of the wrong kind, a key of ``KINDS``."""
    return f"„{key}“ muss {KINDS[kind]} sein ({place})"


def name_is_taken(slug: str) -> tuple[str, str]:
    """An own exercise is called like one of the course."""
    return (
        f"Den Namen „{slug}“ hat im Kurs schon etwas anderes",
        "Geben Sie Ihrer Übung einen anderen Namen, zum Beispiel mit dem Namen Ihres Betriebs davor.",
    )


def no_module_for(module: str, known: Iterable[str]) -> tuple[str, str]:
    """An own exercise stands with a module that there is not."""
    return f"Ein Modul „{module}“ gibt es nicht", f"Schreiben Sie eines davon: {', '.join(known)}."


def no_unit_for(unit: str, known: Iterable[str]) -> tuple[str, str]:
    """An own exercise sends its readers to a unit that there is not."""
    return (
        f"Eine Einheit „{unit}“ gibt es nicht",
        f"Schreiben Sie eine davon, mit Modul und Einheit: {', '.join(known)}.",
    )
