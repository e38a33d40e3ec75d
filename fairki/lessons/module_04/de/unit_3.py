"""German of unit 3, twelve months of operation: in the order of the page."""

from collections.abc import Callable, Mapping, Sequence

from fairki import company
from fairki.documents.life_cycle import INTERVAL_KEY, LIMIT_KEYS
from fairki.governance.operation import KINDS, USUAL_POOL, Plan, Result
from fairki.html import Markup, framed, html, paragraphs, strong
from fairki.speech import count_of, number, percent, together

YEAR_COLUMNS = ("Monat", "eingeladen, Frauen", "eingeladen, Männer", "Bewerbungen von Frauen")
YEAR_TITLE = "Ein Jahr Auswahlhilfe: Die Quoten schwanken von Monat zu Monat."
MONTH = "Was schätzen Sie: Ab welchem Monat stimmt etwas nicht mehr?"
ALARMS_UNIT = "Alarme"
POINTS = "Punkte"
UNITS = {
    INTERVAL_KEY: "",
    LIMIT_KEYS["abstand"]: POINTS,
    LIMIT_KEYS["pool"]: POINTS,
    LIMIT_KEYS["fehlend"]: "%",
}
SLIDERS = {
    INTERVAL_KEY: "Alle wie viele Monate sehen Sie nach?",
    LIMIT_KEYS["abstand"]: "Alarm ab diesem Abstand der Quoten",
    LIMIT_KEYS["pool"]: "Alarm ab dieser Abweichung beim Anteil der Frauen",
    LIMIT_KEYS["fehlend"]: "Alarm ab diesem Anteil fehlender Angaben",
}
MONTHS = "Zwölf Monate mit Ihrem Plan"
GROUPS = ("Frauen", "Männer", "divers")
LANES: Mapping[str, tuple[str, str, Callable[[float], str]]] = {
    "abstand": ("Abstand der Quoten", "Abstand", lambda limit: f"bis ±{number(limit)}"),
    "pool": ("Anteil der Frauen", "Frauen", lambda limit: f"{number(USUAL_POOL)} ±{number(limit)}"),
    "fehlend": ("fehlende Angaben", "fehlend", lambda limit: f"bis {percent(limit / 100)}"),
}
"""What the plan watches: long name, short name, and its limit."""
UNSEEN, UNWATCHED, QUIET = "nichts", "niemand sah nach", "alles in den Grenzen"
NO_OTHER = paragraphs(
    "Lassen Sie weiter oben ein Jahr laufen und ändern Sie danach Ihren Plan. Dann stehen hier beide Pläne nebeneinander."
)
CONSTANT_ALARM = (
    "Das ist zu viel. Wer so oft umsonst nachsieht, überhört vielleicht auch den richtigen Alarm."
)
NEVER_ALARM = (
    "Es ist schön ruhig. Aber die Ruhe sagt nichts: Dieser Plan übersieht mehr als die Hälfte der Fehler."
)
LATE_ALARM = (
    "Der Plan hat weniger als vier falsche Alarme im Jahr. Aber bis ein Fehler auffällt, dauert es im Mittel sechs Monate oder länger. Bis dahin trifft ein Fehler jeden Monat neue "
    "Menschen. Was geschieht, wenn Sie öfter nachsehen oder eine Grenze enger stellen?"
)
NOISY_ALARM = "Im Mittel fällt ein Fehler nach weniger als sechs Monaten auf. Dafür geht jemand zweimal im Jahr oder öfter einem falschen Alarm nach. Ist dafür Zeit eingeplant?"
BALANCED = (
    "Das ist ein brauchbarer Plan: im Mittel weniger als sechs Monate bis zur Entdeckung und weniger als zwei falsche Alarme im Jahr. Es gibt mehrere davon. Ob Ihnen weniger Arbeit oder eine frühere Entdeckung wichtiger "
    "ist, entscheiden Menschen, nicht die Rechnung."
)
SAVE, FILE = "Lebensweg als Word-Datei speichern", "lebensweg.docx"


def year_summary(women: tuple[float, float], men: tuple[float, float]) -> str:
    """The smallest and the largest monthly rate of each group."""
    return (
        f"Eingeladen werden je Monat zwischen {percent(women[0])} und {percent(women[1])} der Frauen und zwischen "
        f"{percent(men[0])} und {percent(men[1])} der Männer."
    )


def month(away: int, month: int, story: str, applications: int) -> Markup:
    """The month in which something went wrong.

    Args:
        away: how many months the guess is away from it.
        month: the month.
        story: what happened.
        applications: how many there are in a month.
    """
    said = "Genau getroffen." if not away else "Fast." if away == 1 else "Das ist schwer zu sehen."
    return paragraphs(
        html("{} Es war {}.", said, strong(f"Monat {number(month)}")),
        story,
        f"In einem Monat kommen nur rund {number(applications)} Bewerbungen. Da schwanken die Quoten schon durch "
        "Zufall. Ein echter Fehler kann darin untergehen.",
    )


def alarms(gap: float) -> str:
    """The question how many alarms of a plan with this limit (points) are false."""
    return (
        f"{company.current().people.council.name} will sichergehen: jeden Monat nachsehen und Alarm schon bei mehr als {number(gap)} Punkten "
        "Abstand. Was schätzen Sie: Wie viele Alarme im Jahr sind falsch?"
    )


def extremes(false_alarms: float, gap: float, found: int, faults: int) -> Markup:
    """How often the strict plan cries wolf, and how many of the faults a loose one (limit in points) finds."""
    return paragraphs(
        html(
            "Etwa {} im Jahr, obwohl alles in Ordnung ist. {}",
            strong(f"{number(false_alarms)} falsche Alarme"),
            CONSTANT_ALARM,
        ),
        f"Das Gegenteil hilft auch nicht: Wer nur einmal im Jahr nachsieht und erst bei {number(gap)} Punkten Alarm "
        f"schlägt, findet {number(found)} von {count_of(faults, 'Fehler', 'Fehlern')}.",
    )


def plan(result: Result, years: int, by_audit: int, word: str, first: int | None) -> Markup:
    """What the learner's plan achieves.

    Args:
        result: over many years.
        years: how many.
        by_audit: how many months a fault counts that raises no alarm.
        word: what the plan is worth.
        first: month of the first right alarm in the year on the page; None if there is none.
    """
    return paragraphs(
        html(
            "Ausprobiert in {} Jahren: Ihr Plan findet {}. Im Mittel dauert es {}. Ein Fehler, den kein Alarm meldet, "
            "zählt als {} Monate. Falsche Alarme: {} im Jahr.",
            number(years),
            strong(f"{number(result.found)} von {count_of(result.faults, 'Fehler', 'Fehlern')}"),
            strong(f"{number(result.delay, 1)} Monate"),
            number(by_audit),
            strong(number(result.false_alarms, 1)),
        ),
        word,
        "Im Jahr aus der ersten Frage käme kein richtiger Alarm."
        if first is None
        else f"Im Jahr aus der ersten Frage käme der erste richtige Alarm am Ende von Monat {number(first)}.",
    )


def compared(
    before: tuple[Plan, Result],
    now: tuple[Plan, Result],
    years: int,
    by_audit: int,
    look: int,
    follow: int,
) -> Markup:
    """Two plans side by side, and what the later one costs and brings.

    Args:
        before, now: each plan with its result.
        years: how many they are the mean of.
        by_audit: how many months a fault counts that raises no alarm.
        look, follow: hours of work for a look, and for following a false alarm.
    """
    (_, old), (_, new) = before, now
    rows = {
        "Monate bis zur Entdeckung": [number(one.delay, 1) for one in (old, new)],
        "Betroffene bis dahin": [number(one.harmed) for one in (old, new)],
        "falsche Alarme im Jahr": [number(one.false_alarms, 1) for one in (old, new)],
        "Arbeit im Jahr, in Stunden": [number(one.hours) for one in (old, new)],
    }
    return html(
        "{}{}",
        framed(
            "Ihr Plan und der davor",
            ("Plan", f"vorher: {_plan_words(before[0])}", f"jetzt: {_plan_words(now[0])}"),
            [(name, *values) for name, values in rows.items()],
            numbers=True,
        ),
        paragraphs(
            strong(_difference(new.hours - old.hours, new.delay - old.delay)),
            f"Alles im Mittel von {number(years)} erfundenen Jahren. Auch die Betroffenen eines Fehlers ohne Alarm zählen "
            f"{number(by_audit)} Monate lang. Angenommen sind {number(look)} Stunden für jedes Nachsehen und "
            f"{number(follow)} für jeden falschen Alarm.",
        ),
    )


def _plan_words(plan: Plan) -> str:
    often = "jeden Monat" if plan.interval == 1 else f"alle {number(plan.interval)} Monate"
    return f"{often}, Grenzen {', '.join(number(limit) for limit in plan.limits.values())}"


def _difference(hours: float, delay: float) -> str:
    """How the later of two plans differs, as exactly as the table shows it."""
    work, late = round(hours), round(delay, 1)
    costs = "Gleich viel Arbeit" if not work else "Mehr Arbeit" if work > 0 else "Weniger Arbeit"
    brings = "gleich spät" if not late else "später" if late > 0 else "früher"
    return (
        f"{costs} als vorher, und ein Fehler fällt {brings} auf."
        if work
        else f"{costs} wie vorher, und ein Fehler fällt {brings} auf."
    )


def seen(values: Mapping[str, Sequence[float] | None]) -> str:
    """What a look measured; None: too few people."""
    return "; ".join(f"{LANES[name][1]} {_value(name, span)}" for name, span in values.items())


def _value(name: str, span: Sequence[float] | None) -> str:
    if span is None:
        return "zu wenige"
    return number(span[0], 1) if name == "abstand" else percent(span[0] / 100, 1)


def raised(measures: Sequence[str]) -> str:
    """An alarm: what is beyond its limit, and who is called."""
    return f"Alarm: {together(LANES[name][1] for name in measures)}. {company.current().people.algorithm.name} sieht nach."


def after(right: bool) -> str:
    """What an alarm was, once the year is over."""
    if right:
        return "Ursache gefunden, System gestoppt, Betroffene informiert."
    return "Falscher Alarm."


def verdict(since: int | None, found: int | None, false_alarms: int) -> str:
    """What a year brought.

    Args:
        since: the month in which a fault began; None: there was none.
        found: the month of the alarm that found it; None: there was none.
        false_alarms: how many there were.
    """
    if since is None:
        return f"Kein Fehler in diesem Jahr{f', aber {_false(false_alarms)}' if false_alarms else ' und kein Alarm'}."
    if found is None:
        return f"Der Fehler begann in Monat {number(since)}. Ihr Plan hat ihn nicht gemerkt."
    return f"Der Fehler begann in Monat {number(since)}. Gemerkt am Ende von Monat {number(found)}."


def _false(alarms: int) -> str:
    return count_of(alarms, "falscher Alarm", "falsche Alarme")


def story(kind: str | None, fault: bool, false_alarms: int) -> str:
    """What happened in a year, told afterwards."""
    told = (
        KINDS[kind].story
        if kind
        else "In diesem Jahr hat sich nichts geändert. Die Quoten schwankten nur durch Zufall."
    )
    if not fault:
        return f"{told} „Kein Fehler“ ist hier die richtige Antwort."
    return f"{told} Falsche Alarme davor: {number(false_alarms)}." if false_alarms else told


def toll(people: int, missing: bool, found: bool) -> str:
    """Whom the fault harmed; ``missing``: women who heard nothing of the jobs; ``found``: up to the alarm."""
    until = "Bis zum Alarm" if found else "Bis zum Ende des Jahres"
    if missing:
        return f"{until} fehlen {count_of(people, 'Bewerbung', 'Bewerbungen')} von Frauen."
    return f"{until} {'bekam ein Mensch' if people == 1 else f'bekamen {number(people)} Menschen'} zu Unrecht eine Absage."
