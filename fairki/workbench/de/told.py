"""What is said about the findings, on the page and in the report."""

from collections.abc import Sequence

from fairki.groups import Comparison
from fairki.speech import capital, count_of, either, number, percent, points, together
from fairki.workbench.figures import Findings, FourFifths, Rates
from fairki.workbench.proxies import Proxy

GROUP, PEOPLE, RATE, INTERVAL, JUDGEABLE = "Gruppe", "Personen", "Quote", "95-%-Bereich", "Urteil möglich"
YES, TOO_SMALL = "ja", "nein, zu klein"
ERROR_COLUMNS = (
    GROUP,
    "zu Unrecht ungünstig",
    "zu Unrecht günstig",
    "günstig und richtig",
    "ungünstig und richtig",
)
ERRORS_MEAN = (
    "Zu Unrecht ungünstig: Bei diesem Anteil derer, für die das wahre Ergebnis sprach, fiel die Entscheidung ungünstig aus. "
    "Zu Unrecht günstig: Bei diesem Anteil derer, gegen die es sprach, fiel sie günstig aus. "
    "Günstig und richtig: So oft stimmte eine günstige Entscheidung. "
    "Ungünstig und richtig: So oft stimmte eine ungünstige."
)
CALIBRATION_COLUMNS = ("Klasse und Gruppe", PEOPLE, "mittlere Punktzahl", "traf zu", INTERVAL)
RULE_COLUMNS = ("Regel", "Ergebnis", "Warum")
STATUSES = {"held": "eingehalten", "broken": "verletzt", "unclear": "nicht beurteilbar"}
NOT_JUDGED = "nicht geprüft"
PROXY_COLUMNS = ("Spalte", "verrät", "von 100 Paaren richtig")
NO_PROXIES = "Es gibt keine weiteren Spalten, die eine Gruppe verraten könnten."
PROXIES_MEAN = (
    "So ist die Zahl zu lesen: Man nimmt eine Person aus der Gruppe und eine andere, und das 100-mal. Wie oft zeigt die "
    "Spalte richtig, wer zur Gruppe gehört? 50 ist wie ein Münzwurf, 100 ist sicher."
)
TOO_FEW = "Es gibt keine zwei Gruppen mit mindestens 30 Personen, die gezeigt werden dürfen. So ist kein Vergleich möglich."
NO_GAP = "Kein Abstand zwischen zwei Gruppen ist größer, als der Zufall erklärt."
NO_CLASSES = "Keine Klasse ist groß genug, um sie zu zeigen."
LIMITS = (
    "Die Zahlen zeigen, wie entschieden wurde. Sie zeigen nicht, warum. Ein Abstand beweist noch keine Benachteiligung, "
    "und gleiche Quoten beweisen nicht, dass alle fair behandelt wurden.",
    "Wer sich gar nicht erst beworben oder gemeldet hat, steht nicht in der Tabelle.",
    "Die Spalte mit dem wahren Ergebnis kann selbst verzerrt sein. Oft ist das Ergebnis nur bei denen bekannt, die eine "
    "Zusage bekamen.",
    "Kleine Gruppen sind verborgen. Verborgen ist auch, woraus sie sich durch Addieren und Abziehen genau berechnen ließen. "
    "Wer anderes Wissen hat, kann mehr erraten. Eine Quote von 0 oder 100 Prozent verrät die Entscheidung über jede Person "
    "der Gruppe.",
    "Je mehr Gruppen man vergleicht, desto eher weicht eine durch Zufall ab. Die Bereiche der weitesten Abstände "
    "berücksichtigen das, die Bereiche einzelner Quoten nicht.",
    "Der Bericht ist eine Orientierung und keine Rechtsberatung.",
)


ALL_COLUMNS = (
    " Der Bereich ist weiter als bei einer Spalte allein, denn hier sind alle Spalten mit Gruppen verglichen."
)


def in_short(findings: Findings) -> list[str]:
    """Whom it is about, and what is furthest apart."""
    good, people = findings.roles.good, findings.people
    said = [
        f"Ausgewertet: {count_of(people, 'Person', 'Personen')}. Mit „{good}“ entschieden: "
        f"{percent(findings.good / people, 1)}."
    ]
    if undecided := findings.parted.undecided:
        said.append(
            f"{count_of(undecided, 'Zeile', 'Zeilen')} ohne Entscheidung {'zählt' if undecided == 1 else 'zählen'} nicht mit."
        )
    if any(findings.parted.left_out):
        said.append(left_out(findings.parted.left_out, findings.roles.smallest))
    if findings.surest:
        many = sum(not one.second for one in findings.rates) > 1
        said.append(f"Am weitesten auseinander: {apart(findings.surest, good)}{ALL_COLUMNS if many else ''}")
    elif any(one.furthest for one in findings.rates if not one.second):
        said.append(NO_GAP)
    else:
        said.append(TOO_FEW)
    return said


def left_out(columns: Sequence[Sequence[str]], smallest: int) -> str:
    """Groups whose people are in no number, by column."""
    listed = either(f"„{name}“" for names in columns for name in names)
    each = " je Spalte" if sum(map(bool, columns)) > 1 else ""
    return (
        f"Wer zu {listed} gehört, zählt nirgends mit: Das sind{each} weniger als {number(smallest)} Personen, und niemand "
        "soll sie aus den Summen berechnen können."
    )


def apart(found: Comparison | None, good: str) -> str:
    """The two groups that are furthest apart, with the interval of the gap."""
    if found is None or not found.low:
        return headline(found, good)
    low, high = number(100 * found.low, 1), number(100 * found.high, 1)
    return f"{headline(found, good)} Der Abstand ist {points(found.value)} (95-%-Bereich {low} bis {high})."


def headline(found: Comparison | None, good: str) -> str:
    """The two groups that are furthest apart, in one sentence."""
    if found is None:
        return TOO_FEW
    if not found.low:
        return NO_GAP
    return (
        f"Mit „{good}“ entschieden sind in der Gruppe „{found.better}“ {percent(found.rate_better, 1)}, "
        f"in der Gruppe „{found.worse}“ {percent(found.rate_worse, 1)}."
    )


def rates(found: Rates, good: str) -> str:
    """The rates of all groups in one sentence, at most eight of them."""
    parts = [
        f"{name} {percent(rate, 1)}"
        for name, rate in zip(found.rates["gruppe"], found.rates["rate"], strict=True)
    ]
    shown = (
        together(parts) if len(parts) <= 8 else f"{', '.join(parts[:8])} und {number(len(parts) - 8)} weitere"
    )
    return f"Mit „{good}“ entschieden: {shown}."


def four_fifths(found: FourFifths | None) -> str:
    """The rule of thumb, and how often chance alone breaks it here."""
    if found is None:
        return ""
    verdict = "Das ist weniger als vier Fünftel." if found.broken else "Das sind mindestens vier Fünftel."
    chance = (
        "in weniger als 0,1\N{NO-BREAK SPACE}% der Fälle"
        if found.by_chance < 0.001
        else (f"in {percent(found.by_chance, 1)} der Fälle")
    )
    groups = "beide" if found.groups == 2 else f"alle {number(found.groups)}"
    return (
        f"Vier-Fünftel-Regel: Die niedrigste Quote („{found.lowest}“) ist {percent(found.ratio, 1)} der höchsten "
        f"(„{found.highest}“). {verdict} Fehlalarm: Hätten {groups} Gruppen dieselbe Quote, läge die niedrigste bei diesen "
        f"Gruppengrößen trotzdem {chance} unter vier Fünfteln."
    )


def hidden(names: Sequence[str], smallest: int) -> str:
    """Groups that are not shown; their number is not said either."""
    if not names:
        return ""
    shown = [f"„{name}“" for name in names]
    listed = together(shown) if len(shown) <= 12 else f"{', '.join(shown[:12])} und weitere"
    return (
        f"Nicht gezeigt: {listed}. In einer solchen Gruppe sind weniger als {number(smallest)} Personen, oder aus ihr ließe "
        "sich eine so kleine Gruppe berechnen."
    )


def same_mix(found: Rates, second: str) -> str:
    """The rates if all groups were spread alike."""
    if not found.same_mix:
        return ""
    parts = [f"{name} {percent(rate, 1)}" for name, rate in found.same_mix.items()]
    return f"Wären alle gleich auf „{second}“ verteilt, wären die Quoten: {together(parts)}."


def proxies(found: Sequence[Proxy]) -> str:
    """The column that tells most."""
    if not found:
        return NO_PROXIES
    first = found[0]
    return (
        f"Am meisten verrät „{first.column}“: In {number(100 * first.auc)} von 100 Paaren zeigt die Spalte, wer zur Gruppe "
        f"„{first.group}“ ({first.attribute}) gehört."
    )


def wrongly(found: Comparison | None, granted: bool) -> str:
    """Which two groups differ most in wrong decisions."""
    kind = "zu Unrecht günstig" if granted else "zu Unrecht ungünstig"
    if found is None:
        return TOO_FEW
    if not found.low:
        return f"Kein Abstand bei „{kind}“ ist größer, als der Zufall erklärt."
    return (
        f"„{capital(kind)}“ trifft die Gruppe „{found.better}“ mit {percent(found.rate_better, 1)} häufiger als die "
        f"Gruppe „{found.worse}“ mit {percent(found.rate_worse, 1)}."
    )


def class_of(place: int, group: str) -> str:
    """A class of scores and a group."""
    return f"{number(place)}: {group}"


def calibrated(name: str, chances: bool) -> str:
    """What a table of calibration shows."""
    expected = "Stimmt die Punktzahl als Chance, dann liegt sie im Bereich daneben. " if chances else ""
    return (
        f"Bedeutet dieselbe Punktzahl in jeder Gruppe („{name}“) dasselbe? Klasse 1 sind die niedrigsten Punktzahlen. "
        f"{expected}Vergleichen Sie die Gruppen innerhalb einer Klasse."
    )


def span(low: float, high: float) -> str:
    """An interval of shares."""
    return f"{number(100 * low, 1)} bis {percent(high, 1)}"
