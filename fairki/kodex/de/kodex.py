"""German of the Kodex around its patterns: names, the file, errors, groups, how rules clash."""

from collections.abc import Iterable, Sequence

from fairki import company, speech

TITLE = "Unser KI-Kodex"
EXAMPLE_TITLE = f"Beispiel-Kodex {company.current().genitive}"

# --- the file --------------------------------------------------------------------------------------

HEADER = """\
# Unser KI-Kodex: eine Datei aus dem Kurs „Fairer und kluger KI-Einsatz“.
# Sie können sie mit jedem Textprogramm lesen. Im Kurs öffnen Sie sie im Kodex-Baukasten.
"""
STAYS = "Die Datei bleibt, wie sie ist. Wählen Sie bitte eine andere."
NOT_READABLE = "Die Datei ist kein lesbarer Kodex."
NO_VERSION = "In der Datei fehlt die Angabe „fassung“; sie ist kein Kodex."
NEWER_FILE = "Die Datei stammt aus einer neueren Fassung des Kurses."
OPEN_THERE = "Öffnen Sie sie dort. Hier bleibt sie, wie sie ist."
ODD_SHAPE = "Titel oder Regeln stehen nicht so in der Datei, wie der Kurs sie schreibt."
IN_FILE = "In der Datei"


def in_rule(number: int) -> str:
    """Where in the file something is wrong."""
    return f"In Regel {speech.number(number)}"


def no_pattern(place: str) -> str:
    """``place``: ``IN_FILE`` or ``in_rule(…)``."""
    return f"{place} steht kein Satzmuster."


def odd_entry(place: str) -> str:
    """An entry is no text, or no list."""
    return f"{place} hat ein Eintrag die falsche Form."


def unknown_entry(place: str, name: str) -> str:
    """An entry that this version does not know."""
    return f"{place} steht „{name}“; das kennt diese Fassung des Kurses nicht."


# --- rules and blanks ------------------------------------------------------------------------------


def does_not_fit(value: object, label: str) -> str:
    """Something that may not stand in a blank."""
    return f"„{value}“ passt nicht in die Lücke „{label}“."


def whole_number(low: int, high: int) -> str:
    """What may stand in a blank for a number."""
    return f"Möglich ist eine ganze Zahl von {speech.number(low)} bis {speech.number(high)}."


def one_of(keys: Iterable[str]) -> str:
    """What may stand in a blank for a choice."""
    return f"Möglich ist: {', '.join(keys)}."


def unknown_pattern(pattern: str) -> str:
    """There is no such pattern."""
    return f"Ein Satzmuster „{pattern}“ gibt es nicht."


def known_patterns(patterns: Iterable[str]) -> str:
    """The patterns that there are."""
    return f"Vorhanden sind: {', '.join(patterns)}."


def unknown_blank(title: str, name: str) -> str:
    """The pattern has no such blank."""
    return f"Das Satzmuster „{title}“ hat keine Lücke „{name}“."


def known_blanks(names: Iterable[str]) -> str:
    """The blanks that a pattern has."""
    listed = ", ".join(names)
    return f"Seine Lücken sind: {listed}." if listed else "Es hat gar keine Lücken."


def not_concerned(rule: str, system: str) -> tuple[str, str]:
    """A rule looks at a system in which there is nothing that it is about: what happened, what to do."""
    return (
        f"Die Regel „{rule}“ betrifft das System „{system}“ nicht.",
        "Prüfen Sie mit ihr nur Systeme, um die es in der Regel geht.",
    )


# --- what a browser keeps --------------------------------------------------------------------------

NO_KODEX = "Das ist kein Kodex aus diesem Kurs."
BEGIN_ANEW = "Beginnen Sie bitte einen neuen."
DAMAGED_RULE = "Eine Regel im Kodex ist beschädigt."
REMOVE_IT = "Entfernen Sie sie bitte."
NO_TEXT = "Eine Angabe im Kodex ist kein Text."
WRITE_ANEW = "Schreiben Sie sie bitte neu."
HISTORY_FULL = "Die Geschichte Ihres Kodex ist voll."
SAVE_HISTORY = "Speichern Sie sie als Datei und beginnen Sie neu."
HISTORY_DAMAGED = "Die Geschichte des Kodex ist beschädigt."
BEGIN_HISTORY = "Beginnen Sie bitte eine neue."

# --- groups of patterns, as they are offered -------------------------------------------------------

FAIR = ("Fair entscheiden", "Wann ist ein Ergebnis für uns fair?")
OPEN = ("Offen sprechen", "Was sagen wir unseren Kundinnen und Kunden und allen, die sich bewerben?")
DATA = ("Daten schützen", "Welche Daten sind sensibel, und welche brauchen wir gar nicht?")
PEOPLE = ("Menschen entscheiden lassen", "Wie viel Automatisierung ist für uns in Ordnung?")
ENERGY = ("Nachhaltig handeln", "Wie viel Energie ist uns eine Entscheidung wert?")
WRITE_ALIKE = ("Alle gleich behandeln", "Schreibt und versteht das System alle gleich gut?")
RELIABLE = ("Nichts erfinden", "Worauf sollen sich andere bei uns verlassen können?")
CONFIDENTIAL = ("Vertrauliches schützen", "Was darf nie in einem Text stehen?")
BY_PEOPLE = ("Menschen lesen und schreiben lassen", "Wie viel Automatisierung ist für uns in Ordnung?")

# --- where rules clash -----------------------------------------------------------------------------

EXAMPLES = {
    "bewerbung": "Bewerbungen",
    "kredit": "Kredite",
    "versorgung": "Plätze in einem Gesundheitsprogramm",
}
"""Field of use → the name of its people's matter."""
ASSESSMENTS = "Beurteilungen"
NONE_ALONE = "Schon jede allein ist hier nicht erreichbar."
EACH_ALONE = "Jede allein wäre erreichbar, beide zusammen nicht."


def out_of_reach(number: int, example: str, missing: float) -> str:
    """A rule that cannot hold; ``missing``: share (0 to 1) by which its bound has to be wider."""
    return (
        f"Regel {speech.number(number)} im Beispiel „{example}“: Sie ist schon allein nicht erreichbar. "
        f"Es fehlen mindestens {speech.points(missing)}."
    )


def clash(first: int, second: int, example: str, told: str) -> str:
    """Two rules that cannot both hold; ``told``: by how much."""
    return f"Regel {speech.number(first)} und Regel {speech.number(second)} im Beispiel „{example}“: {told}"


def one_out_of_reach(title: str) -> str:
    """One of two rules cannot even hold alone."""
    return f"Die Regel „{title}“ ist hier schon allein nicht erreichbar."


def missing(first: str, share: float, nearest: Sequence[tuple[str, float]]) -> str:
    """By how much two rules miss each other.

    Args:
        first: one of the sentences above: what each can do alone.
        share: by which (0 to 1) their bounds have to be wider.
        nearest: title and bound (0 to 1) of each rule, if there are bounds that go together.
    """
    told = f"{first} Es fehlen mindestens {speech.points(share)}."
    if not nearest:
        return told
    bounds = " und ".join(f"„{title}“ {speech.points(bound, 0)}" for title, bound in nearest)
    return f"{told} Die nächsten Grenzen, die zusammen gehen: {bounds}."


def text_clash(
    missing: float,
    equal: tuple[float, float],
    turned: bool,
    nameless: float,
    nearest: Sequence[tuple[str, float]],
    struck: Sequence[str],
    after: tuple[float, float],
) -> str:
    """Why two rules about texts miss each other, and a way out; all figures as shares (0 to 1).

    Args:
        missing: by which both bounds have to be wider.
        equal: distance of the outcomes where they are closest, and what the name alone does then.
        turned: whether the name then acts in the other direction.
        nameless: distance of the outcomes where the name alone changes nothing.
        nearest: title and bound of each rule that go together.
        struck: what is struck out of the texts on the way out.
        after: what the name alone does then, and the distance of the outcomes.
    """
    direction = ", in die andere Richtung" if turned else ""
    bounds = " und ".join(f"„{title}“ {speech.points(bound, 0)}" for title, bound in nearest)
    return (
        "Aus den alten Texten lernt das Sprachmodell aus dem Kurs nicht beides, wie stark man die Texte auch gewichtet. "
        f"Es fehlen mindestens {speech.points(missing)}. "
        f"Bekommen Männer und Frauen den Satz fast gleich oft ({speech.points(equal[0])} Abstand), "
        f"dann macht der Name allein {speech.points(equal[1])} Unterschied{direction}. "
        f"Bewirkt der Name nichts, bleiben {speech.points(nameless)} Abstand. "
        f"Die nächsten Grenzen, die zusammen gehen: {bounds}. "
        f"Ein Ausweg: {speech.together(struck)} aus den Texten streichen. "
        f"Dann macht der Name allein {speech.points(after[0])} Unterschied, und es bleiben "
        f"{speech.points(after[1])} Abstand."
    )
