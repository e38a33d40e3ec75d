"""German of the checks: what is expected, what is wrong with an answer, and what it leads to."""

from collections.abc import Iterable

from fairki.speech import count_of, number, percent, together

# ---- what is expected ----


def span(low: float, high: float) -> str:
    """Where a number may lie."""
    return f"zwischen {number(low)} und {number(high)}"


def listed(options: Iterable[str]) -> str:
    """Options side by side."""
    return ", ".join(f"„{option}“" for option in options)


def measured(unit: str) -> str:
    """A unit behind what it measures; empty for none."""
    return f" ({unit})" if unit else ""


def expects_number(low: float, high: float, unit: str) -> str:
    """A number is expected."""
    return f"Erwartet wird eine Zahl {span(low, high)}{measured(unit)}."


def expects_numbers(keys: Iterable[str], unit: str) -> str:
    """A number for each of some keys is expected."""
    return f"Erwartet wird je eine Zahl{measured(unit)} für: {listed(keys)}."


def expects_shares(keys: Iterable[str]) -> str:
    """A share for each of some keys is expected."""
    return f"Erwartet wird ein Anteil {span(0, 1)} für: {listed(keys)}."


def expects(form: str) -> str:
    """Something of this form is expected."""
    return f"Erwartet wird {form}."


def possible(options: Iterable[str]) -> str:
    """What the answer can be."""
    return f"Möglich ist: {listed(options)}."


def possible_ways(options: Iterable[str]) -> str:
    """What the way can be."""
    return f"Möglich ist als „weg“: {listed(options)}."


def possible_number(low: float, high: float) -> str:
    """Which whole numbers fit."""
    return f"Möglich ist eine ganze Zahl {span(low, high)}."


def choose(options: Iterable[str]) -> str:
    """What there is to choose from."""
    return f"Wählen Sie aus: {listed(options)}."


def at_most(most: int) -> str:
    """How many there may be."""
    return f"Möglich sind höchstens {number(most)}."


def expects_function(name: str) -> str:
    """A function is expected."""
    return f"Erwartet wird eine Funktion: def {name}(…)."


def begin(name: str) -> str:
    """How a function begins."""
    return f"Beginnen Sie mit: def {name}(…)."


def fill(rule: str, label: str, blank: str) -> str:
    """Which blank has to be filled."""
    return f"Füllen Sie in der Regel „{rule}“ die Lücke „{label}“ ({blank})."


PARTS_OF_100 = " Ein Anteil wie 0,25 sind 25 von 100."
TABLE_FORM = '{1: "…", 2: "…"}'
SETUP_FORM = '{"weg": "…", "team": "…", …}'
TRY_IT = "Probieren Sie sie an einem Beispiel aus."

# ---- what is wrong ----

TOO_LONG = "Die Liste ist viel zu lang."
NOTHING_CHOSEN = "Sie haben noch nichts ausgewählt."
NO_RULE = "Ihr Kodex hat noch keine Regel."


def quoted(value: str) -> str:
    """What was handed in."""
    return f"„{value}“"


def missing(name: str) -> str:
    """An answer is not there."""
    return f"Die Antwort „{name}“ fehlt noch."


def no_number(shown: str) -> str:
    """It is no number."""
    return f"{shown} ist keine Zahl."


def outside(value: str, low: float, high: float) -> str:
    """A number lies elsewhere."""
    return f"{value} liegt nicht {span(low, high)}."


def no_answer(shown: str) -> str:
    """It is none of the answers."""
    return f"{shown} gehört nicht zu den Antworten."


def no_list(shown: str) -> str:
    """It is no list."""
    return f"{shown} ist keine Liste."


def no_table(shown: str) -> str:
    """It is no table."""
    return f"{shown} ist keine Tabelle."


def no_kodex(shown: str) -> str:
    """It is no Kodex."""
    return f"{shown} ist kein Kodex."


def no_setup(shown: str) -> str:
    """It is no set-up."""
    return f"{shown} ist kein Aufbau."


def no_function(shown: str) -> str:
    """It is no function."""
    return f"{shown} ist keine Funktion."


def no_option(shown: str) -> str:
    """It is none of the options."""
    return f"{shown} steht nicht zur Auswahl."


def not_among(shown: str) -> str:
    """It is none of the options, after the name of the entry."""
    return f"{shown} gehört nicht zur Auswahl."


def perhaps(option: str) -> str:
    """An option that is spelt much the same."""
    return f"Meinten Sie „{option}“?"


def empty_row(row: int) -> str:
    """A row is empty."""
    return f"Nummer {row} ist noch leer."


def in_row(row: int, what: str) -> str:
    """What is wrong, and in which row."""
    return f"Nummer {row}: {what}"


def at(key: str, what: str) -> str:
    """What is wrong, and with which entry."""
    return f"Für „{key}“: {what}"


def lacks_number(key: str) -> str:
    """A number is missing."""
    return f"Für „{key}“ fehlt noch eine Zahl."


def lacks_choice(key: str) -> str:
    """A choice is missing."""
    return f"Für „{key}“ fehlt noch eine Auswahl."


def lacks_share(key: str) -> str:
    """A share is missing."""
    return f"Für „{key}“ fehlt ein Anteil {span(0, 1)}."


def too_many_rules(n: int) -> str:
    """There are too many rules."""
    return f"Ihr Kodex hat {number(n)} Regeln."


def empty_blank(rule: str) -> str:
    """A blank is empty."""
    return f"In der Regel „{rule}“ ist noch eine Lücke leer."


def does_not_fit(shown: str) -> str:
    """Something does not fit into a blank."""
    return f"{shown} passt nicht in diese Lücke."


def breaks_off(error: str) -> str:
    """A function ends with an error."""
    return f"Ihre Funktion bricht ab ({error})."


def as_python_reads(typed: str, large: str, small: str) -> str:
    """A number that Python reads differently from what people mean."""
    return (
        f"Sie haben {typed} geschrieben. Python liest das als {small}."
        f" Meinen Sie {large}, dann schreiben Sie {large}."
    )


def read_on(where: str) -> str:
    """Where to read on."""
    return f"Zum Nachlesen: {where}."


# ---- what an answer leads to ----

WITH_ALL, WITH_YOURS = "Mit allen Angaben:", "Mit Ihrer Auswahl:"
BOTH_REACHED = "In diesem Jahr sind beide Ziele erreicht."
GAP, SUITABLE = "der Abstand", "die Eignung"
YOUR_SETUP, MACHINE = "Ihr Aufbau:", "Zum Vergleich das Programm allein:"
LATER = "\nDie Punkte gibt es bei der Bewertung: Dann laufen weitere Prüfungen."


def model(label: str, gap: float, suitable: float) -> str:
    """What a model achieves: gap in points, decisions of 100 that are right."""
    return (
        f"{label} Abstand {number(gap, 1)} Prozentpunkte; "
        f"{number(suitable, 1)} von 100 Entscheidungen sind richtig."
    )


def missed(goals: Iterable[str]) -> str:
    """Goals that were not reached."""
    return f"Noch nicht am Ziel: {together(goals)}."


def found(faults: int, planted: int, accused: int, systems: int) -> str:
    """What rules find in systems."""
    return (
        f"Gefunden: {number(faults)} von {count_of(planted, 'Fehler', 'Fehlern')}."
        f" Zu Unrecht beanstandet: {number(accused)} von"
        f" {count_of(systems, 'System', 'Systemen')}."
    )


def plan(faults: int, planted: int, false_alarms: float) -> str:
    """What a plan of monitoring finds."""
    return (
        f"Ihr Plan findet {number(faults)} von {count_of(planted, 'Fehler', 'Fehlern')}."
        f" Falsche Alarme im Jahr: {number(false_alarms, 1)}."
    )


def delay(title: str, months: float) -> str:
    """How long a fault goes unseen."""
    return f"{title[0].upper()}{title[1:]}: Ein Fehler läuft im Mittel {number(months, 1)} Monate."


def setup(label: str, women: float | None, wrong: float, hours: float) -> str:
    """What a set-up leads to; no women's share where nobody is invited."""
    invited = "niemand eingeladen" if women is None else f"{percent(women, 1)} Frauen"
    return f"{label} {invited}, {number(wrong, 1)} Fehlentscheidungen, {number(hours)} Arbeitsstunden."


def not_checked(question: str) -> str:
    """The checks of a question did not run."""
    return f"○ {question}  noch nicht geprüft: Bitte führen Sie die Zellen darüber aus."


def filled(question: str) -> str:
    """The checks of a question are content."""
    return f"● {question}  ausgefüllt"


# ---- tables ----

NO_BLANK = "keine"
RULE, SENTENCE, BLANKS = "Regel", "Satz", "Lücken"


def caption(first: str) -> str:
    """What a table is called where it is only heard."""
    return f"Tabelle: {first}"
