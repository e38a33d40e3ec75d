"""German of the two lists that are made by points: in the order of the page."""

from collections.abc import Iterable, Mapping, Sequence

from fairki.html import Markup, html, paragraphs, strong, table
from fairki.scoring import leads as scored
from fairki.scoring import tasks
from fairki.speech import number

RULES = {
    scored.PAGES: (
        "Besuchte Seiten",
        f"je Seite {scored.PER_PAGE}, bis {scored.PAGES_AT_MOST}",
    ),
    scored.SIZE: ("Große Firma", f"{scored.FOR_LARGE} Punkte"),
    scored.NEWSLETTER: ("Newsletter", f"{scored.FOR_NEWSLETTER} Punkte"),
    scored.AREA: ("Gebiet Süd", f"{scored.FOR_SOUTH} Punkte"),
    scored.LANGUAGE: ("Schreibt Deutsch", f"{scored.FOR_GERMAN} Punkte"),
    scored.DAY: ("Schreibt am Tag", f"{scored.FOR_DAY} Punkte"),
    scored.REQUEST: ("Hat angefragt", f"{scored.FOR_REQUEST} Punkte"),
}
"""Rule → its name, and what it gives."""
SHORT = {
    scored.PAGES: "Seiten",
    scored.SIZE: "Firma",
    scored.NEWSLETTER: "Newsletter",
    scored.AREA: "Süd",
    scored.LANGUAGE: "Deutsch",
    scored.DAY: "Tag",
    scored.REQUEST: "Frage",
}
"""Rule → what it is called as a reason."""

Top = tuple[float, float]
"""Of those who are called: the share who would buy, the share whose name sounds different."""


def of_100(share: float) -> str:
    """A share as so many of 100."""
    return number(100 * share)


def guilty(others: float, called: float) -> str:
    """The question which rule is to blame; shares of other names in the list, and of those who are called."""
    return (
        f"In der ganzen Liste klingt bei {of_100(others)} von 100 Personen der Name nicht deutsch. Angerufen wird "
        f"nur das oberste Drittel. Dort sind es {of_100(called)} von 100. Der Name selbst gibt keinen Punkt. Welche Regel "
        "drückt diese Menschen am stärksten nach unten?"
    )


BY_CHANCE = ("Keine davon", "Das kommt durch Zufall.")
RIGHT, ANOTHER, NOT_CHANCE = "Richtig.", "Es ist eine andere.", "Zufall ist es nicht."
RULES_COLUMNS = ["Ohne …", "kaufen", "anders"]
RULES_CAPTION = "Von 100 Angerufenen: Wie viele kaufen? Bei wie vielen klingt der Name anders?"
ALL_ON = "nichts"


def blamed(
    verdict: str,
    all_on: Top,
    without: Mapping[str, Top],
    worst: str,
    useful: str,
    sides: tuple[float, float],
) -> Markup:
    """Which rule it is, what changes without each rule, and one that is useful and fair.

    Args:
        verdict: on the guess.
        all_on: the figures with all rules.
        without: rule → the figures without it.
        worst, useful: the rule without which most other names are called; one without which fewer would buy and no
            more other names are called.
        sides: share of other names in the north and in the south.
    """
    north, south = sides
    rows = [
        (name, of_100(buy), of_100(other))
        for name, (buy, other) in [
            (ALL_ON, all_on),
            *((RULES[rule][0], found) for rule, found in without.items()),
        ]
    ]
    return paragraphs(
        html(
            "{} Es ist die Regel {}. Ohne sie klingt bei {} von 100 Angerufenen der Name anders. Mit ihr waren es {}. "
            "Kaufen würden ohne sie {} von 100, mit ihr {}.",
            verdict,
            strong(f"„{RULES[worst][0]}“"),
            of_100(without[worst][1]),
            of_100(all_on[1]),
            of_100(without[worst][0]),
            of_100(all_on[0]),
        ),
        f"Der Grund: Im Norden klingt bei {of_100(north)} von 100 Personen der Name anders, im Süden bei "
        f"{of_100(south)}.",
        f"„{RULES[useful][0]}“ dagegen nützt und verdrängt niemanden: Ohne diese Regel würden nur "
        f"{of_100(without[useful][0])} kaufen, und der Name klingt bei {of_100(without[useful][1])} anders.",
    ) + table(RULES_COLUMNS, rows, "fk-compare", RULES_CAPTION)


LIST = "Wer wird heute angerufen? Rechts stehen die Punkte."
WHICH_COUNT = "Welche Regeln zählen?"
GROUPS = ["Name klingt deutsch", "Name klingt anders"]
TRUTH = ["kauft", "kauft nicht"]
END = "Bis hier wird angerufen."
COLUMNS = ["Platz", "Anfrage", "Name", "Punkte", "Gründe", "In Wahrheit"]
NO_REASON = "keine"


def request(number_of: int) -> str:
    """What a lead is called."""
    return f"Nr. {number_of}"


def reasons(given: Iterable[tuple[str, int]]) -> str:
    """The reasons of a place with their points, for a table."""
    return ", ".join(f"{name} {points}" for name, points in given) or NO_REASON


def called(top: int, buying: int, others: int) -> str:
    """What the top of the short list is worth, and how many other names are in it."""
    buy = f"würde {buying} kaufen" if buying == 1 else f"würden {buying} kaufen"
    sound = "Bei keiner Person klingt" if others == 0 else f"Bei {others} klingt"
    return f"Von den ersten {top} {buy}. {sound} der Name anders."


def whole(people: int, found: Top, others: float) -> str:
    """The same for the whole list."""
    return (
        f"In der ganzen Liste mit {number(people)} Anfragen: Von 100 Angerufenen würden {of_100(found[0])} kaufen. "
        f"Bei {of_100(found[1])} klingt der Name anders, unter allen bei {of_100(others)}."
    )


SAME_PLACES = "Jede Anfrage steht auf demselben Platz wie mit allen Regeln."
NO_RULE = "Ohne Regel zählt nur, wer zuerst gefragt hat."


def more(*said: str) -> str:
    """Sentences one after the other."""
    return " ".join(one for one in said if one)


def row(
    place: int, name: str, group: str, points: int, given: Sequence[tuple[str, int]], truth: str
) -> list[str]:
    """A row of the table."""
    return [number(place), name, group, number(points), reasons(given), truth]


LOUD_COUNT = (
    f"Jeden Tag kommen {tasks.DAY} Anliegen, und {tasks.FIRST} davon kommen zuerst dran. Nehmen wir 100 Anliegen, "
    "die zu den eiligsten ihres Tages gehören. Wie viele davon setzt der Assistent auf einen der ersten Plätze?"
)
OF_100 = "von 100"
TASK_RULES = {
    tasks.FAULTS: ("Störungen", f"je {tasks.PER_FAULT} Punkte"),
    tasks.EMERGENCY: ("Notfall", f"{tasks.FOR_EMERGENCY} Punkte"),
    tasks.WAITING: ("Wartet", f"je Tag {tasks.PER_DAY} Punkt"),
    tasks.CAPITALS: ("Großbuchstaben", f"{tasks.FOR_CAPITALS} Punkte"),
    tasks.ASKED_AGAIN: ("Fragt nach", f"je {tasks.PER_QUESTION} Punkte"),
    tasks.PHONE: ("Ruft an", f"{tasks.FOR_PHONE} Punkte"),
}
"""Rule → its name, and what it gives."""
TASKS_LIST = "Was wird zuerst erledigt? Rechts stehen die Punkte."
LANGUAGES = ["schreibt Deutsch", "andere Sprache"]
NEED = ["eilig", "kann warten"]
TASKS_END = "Bis hier wird heute erledigt."
TASKS_COLUMNS = ["Platz", "Anliegen", "Sprache", "Punkte", "Gründe", "In Wahrheit"]


def loud(found: int, by_need: int, by_loudness: int) -> Markup:
    """Of 100 urgent requests those that come first: with all rules, with those on need, with those on loudness."""
    return paragraphs(
        html("Es sind {} von 100.", strong(number(found))),
        f"Drei Gründe messen, wie laut jemand ist: Großbuchstaben, Nachfragen, Anrufe. Zählen nur sie, sind es "
        f"{number(by_loudness)}. Würde man losen, wären es {number(100 * tasks.FIRST / tasks.DAY)}. Zählen nur "
        f"Störungen, Notfall und Wartezeit, sind es {number(by_need)}.",
        "Jeder genannte Grund stimmt: Die Person hat wirklich angerufen. Aber ein wahrer Grund ist noch kein guter Grund.",
    )


def done_first(found: int) -> str:
    """How many of the most urgent requests of the day come first."""
    are = "steht eins" if found == 1 else f"stehen {number(found) if found else 'keine'}"
    return f"Von den {tasks.FIRST} eiligsten Anliegen {are} auf den ersten {tasks.FIRST} Plätzen."


def waits(names: Sequence[str]) -> str:
    """Who is in need, asks quietly and has to wait."""
    if not names:
        return "Niemand mit einem eiligen Anliegen muss warten, nur weil es leise kam."
    return f"Leise und eilig, aber nicht vorn: {' und '.join(names)}."


def many_days(days: int, found: int) -> str:
    """The same for many days."""
    return f"Über {number(days)} Tage kommen von 100 eiligen Anliegen {number(found)} sofort dran."
