"""German of the pictures: titles, summaries, axes and the columns of their tables."""

from collections.abc import Iterable, Mapping, Sequence

from fairki.speech import count_of, number, percent, points, together

SEPARATORS = ",."
"""Sign of the decimals and of the thousands on axes."""

# ---- groups ----

GROUPS: Mapping[str, str] = {"weiblich": "Frauen", "männlich": "Männer", "divers": "divers"}
"""Entry in a form → the people."""
WOMEN_AHEAD, MEN_AHEAD = "← Frauen", "Männer →"
GROUP, INTERVAL, PEOPLE, JUDGEABLE = "Gruppe", "95-%-Bereich", "Personen", "Urteil möglich"
YES, TOO_SMALL = "ja", "nein, zu klein"
UNDECIDED = "Ohne Entscheidung"
INVITED = "eingeladen"
GENDER = "Geschlecht"


def span(low: float, high: float) -> str:
    """An interval of shares."""
    return f"{number(100 * low, 1)} bis {percent(high, 1)}"


def small(name: str) -> str:
    """A group that is too small for a judgement."""
    return f"{name} (kleine Gruppe)"


def share_who_are(verb: str) -> str:
    """An axis of shares."""
    return f"Anteil, der {verb} wird"


def heading(verb: str) -> str:
    """The column of rates."""
    return verb.capitalize()


def rate(name: str, share: float, low: float, high: float) -> str:
    """A group's rate with its interval."""
    return f"{name} {percent(share, 1)} ({span(low, high)})"


def undecided(n: int) -> str:
    """People without a decision."""
    return f" Nicht mitgezählt: {count_of(n, 'Person', 'Personen')} ohne Entscheidung."


def of_hundred(name: str, share: float) -> str:
    """How many of 100."""
    return f"von 100 {name}{'' if name.endswith('n') else 'n'} {number(100 * share)}"


def rates_title(verb: str, parts: Iterable[str]) -> str:
    """What happens to whom."""
    return f"{verb.capitalize()} werden {together(parts)}."


def rates_summary(verb: str, parts: Iterable[str]) -> str:
    """The same with intervals."""
    return f"{verb.capitalize()} werden: {together(parts)}; in Klammern der 95-%-Bereich."


NO_GAP = "Kein Abstand zwischen den Gruppen ist größer, als der Zufall erklärt."
TOO_FEW = "Keine zwei Gruppen sind groß genug für einen Vergleich."


def furthest(verb: str, better: str, rate_better: float, worse: str, rate_worse: float) -> str:
    """The two groups that are surely furthest apart."""
    return (
        f"Von 100 in der Gruppe „{better}“ werden {number(100 * rate_better)} {verb},"
        f" in der Gruppe „{worse}“ {number(100 * rate_worse)}."
    )


def smallest(name: str, people: int, too_small: bool) -> str:
    """The smallest group, and whether it can be measured."""
    measured = ": zu klein zum Messen" if too_small else ""
    return f" Die kleinste Gruppe ist „{name}“ mit {count_of(people, 'Person', 'Personen')}{measured}."


# ---- gaps ----

GAP_POINTS, GAP_PERCENTAGE_POINTS = "Abstand in Punkten", "Abstand in Prozentpunkten"
MODEL, RESULT, CHANCE_ALONE, DIFFERENCE = "Modell", "Ergebnis", "Zufall allein", "Unterschied"
GAP = "Abstand Männer − Frauen"
ALL_OPEN = "Offen: Der Abstand kann Zufall sein."
ALL_FOUND = "Der Abstand ist größer, als der Zufall erklärt."


def chance_alone(span: str) -> str:
    """What chance alone does."""
    return f"Zufall allein: {span}"


def some_found(found: Iterable[str], rest: Iterable[str]) -> str:
    """Which gaps are more than chance, and which are open."""
    return f"Mehr als Zufall: {together(found)}. Offen: {together(rest)}."


def compared(name: str, text: str, span: str) -> str:
    """A gap and what chance alone does."""
    return f"{name} {text}, Zufall allein {span}"


def against_chance(parts: Iterable[str]) -> str:
    """All gaps."""
    return f"Abstand in Punkten: {'; '.join(parts)}. Grauer Balken: Zufall, Raute: Modell."


def with_column(column: str) -> str:
    """A model that sees the column."""
    return f"mit der Spalte {column}"


def without_column(column: str) -> str:
    """A model that does not."""
    return f"ohne die Spalte {column}"


def rows_of_gaps(column: str) -> list[str]:
    """The rows of the table."""
    return [f"mit {column}", f"ohne {column}", DIFFERENCE]


def falls_away(gap: float) -> str:
    """What is gone without the column."""
    return f"fällt weg: {points(gap)}"


def stays(column: str, with_it: float, without_it: float) -> str:
    """How much of the gap stays without the column."""
    if with_it <= 0:
        return f"Schon mit der Spalte {column} haben Männer hier keinen Vorsprung."
    if without_it >= with_it:
        return f"Ohne die Spalte {column} wird der Abstand nicht kleiner."
    if without_it <= 0:
        return f"Ohne die Spalte {column} bleibt kein Vorsprung der Männer."
    return f"Ohne die Spalte {column} bleiben {percent(without_it / with_it)} des Abstands."


def stay_summary(with_it: str, without_it: str) -> str:
    """Both gaps."""
    return f"Abstand mit der Spalte: {with_it}; ohne die Spalte: {without_it}. Gestreift: was wegfällt."


# ---- what gives the gender away ----

COLUMN, TOLD, ALL_TOGETHER = "Spalte", "richtig erkannt", "alle zusammen"
TOLD_AXIS, COIN, ALWAYS = "Frau und Mann richtig erkannt", "Münzwurf", "immer richtig"


def tells_most(column: str) -> str:
    """The column that tells most."""
    return f"„{column}“ verrät am meisten über das Geschlecht."


def tell_together(share: float) -> str:
    """What all columns tell."""
    return f"Zusammen verraten die Spalten in {number(100 * share)} von 100 Paaren das Geschlecht."


def told(parts: Iterable[str]) -> str:
    """What each column tells."""
    return f"So oft wird richtig erkannt, wer die Frau und wer der Mann ist: {together(parts)}."


# ---- over time ----

ROUNDS: Mapping[str, str] = {
    "round": "Jahr",
    "pool": "Bewerbungen von Frauen",
    "gap": GAP,
    "agreement": "richtige Entscheidungen",
}
"""Column of the history → what it is called."""


def change(first: float, last: float) -> str:
    """From one share to another."""
    return f"von {percent(first)} auf {percent(last)}"


def women_apply(first: float, last: float) -> str:
    """How the share of women among the applications changes; less than two points are no change."""
    if last < first - 0.02:
        return f"Der Anteil der Frauen unter den Bewerbungen sinkt {change(first, last)}."
    if last > first + 0.02:
        return f"Der Anteil der Frauen unter den Bewerbungen steigt {change(first, last)}."
    return "Der Anteil der Frauen unter den Bewerbungen bleibt etwa gleich."


def rounds(pool: Sequence[float], gap: Sequence[float], agreement: Sequence[float]) -> str:
    """The first and the last value of each."""
    return (
        f"Frauen unter den Bewerbungen: {change(*pool)}; Abstand: am Anfang {points(gap[0])},"
        f" am Ende {points(gap[1])}; richtige Entscheidungen: am Anfang"
        f" {percent(agreement[0], 1)}, am Ende {percent(agreement[1], 1)}."
    )


# ---- set-ups and fields ----

RANGE, SETUP, GOAL = "Spanne", "Aufbau", "Ziel"
NUMBER_AND_NAME, HAPPENS, SIGN = "Nummer und Name", "Was geschieht", "Zeichen"


def key(open_: str, filled: str) -> str:
    """What an open and a filled sign mean."""
    return f"offen: {open_}<br>gefüllt: {filled}"
