"""German of unit 3, twelve months of operation: in the order of the page."""

from collections.abc import Mapping

from fairki import company
from fairki.documents.life_cycle import INTERVAL_KEY, LIMIT_KEYS
from fairki.governance.operation import Result
from fairki.html import Markup, html, paragraphs, strong
from fairki.speech import count_of, number, percent

YEAR_COLUMNS = ("Monat", "eingeladen, Frauen", "eingeladen, Männer", "Bewerbungen von Frauen")
YEAR_TITLE = "Ein Jahr Auswahlhilfe: Die Quoten schwanken von Monat zu Monat."
MONTH = "Was schätzen Sie: Ab welchem Monat stimmt etwas nicht mehr?"
ALARMS_UNIT = "Alarme"
POINTS = "Punkte"
SLIDERS = {
    INTERVAL_KEY: "Alle wie viele Monate sehen Sie nach?",
    LIMIT_KEYS["abstand"]: "Alarm ab diesem Abstand der Quoten",
    LIMIT_KEYS["pool"]: "Alarm ab dieser Abweichung beim Anteil der Frauen",
    LIMIT_KEYS["fehlend"]: "Alarm ab diesem Anteil fehlender Angaben",
}
PLANS = ("Ihr Plan", "bei jeder Kleinigkeit Alarm", "einmal im Jahr, weite Grenze")
"""The learner's plan, the strict one and the loose one."""
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
        "Im Jahr von oben käme kein richtiger Alarm."
        if first is None
        else f"Im Jahr von oben käme der erste richtige Alarm am Ende von Monat {number(first)}.",
    )


def plan_title(result: Result) -> str:
    """What the learner's plan achieves, in short."""
    return (
        f"Ihr Plan: {number(result.delay, 1)} Monate bis zur Entdeckung, {number(result.false_alarms, 1)} falsche "
        "Alarme im Jahr."
    )


def plan_summary(plans: Mapping[str, Result]) -> str:
    """What each plan achieves; name → result."""
    parts = (
        f"{name}: {number(one.delay, 1)} Monate, {number(one.false_alarms, 1)} falsche Alarme, "
        f"{percent(one.share_found)} der Fehler gefunden"
        for name, one in plans.items()
    )
    return f"{'; '.join(parts)}."
