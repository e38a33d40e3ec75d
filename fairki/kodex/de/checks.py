"""What the check of a rule says about a system: one German sentence each."""

import math
from collections.abc import Iterable

from fairki import speech

NO_DATA = "Es liegen keine Entscheidungen vor, nur der Steckbrief."
WHO_WAS_RIGHT = "Niemand hat gemessen, wer die Zusage wirklich verdient oder gebraucht hätte."
WHAT_CAME = "Niemand hat gemessen, was am Ende wirklich zutraf."
HUMAN_FOR_ALL = "Ein Mensch entscheidet alle Fälle."
NO_HUMAN = "Kein Mensch entscheidet mit, auch nicht bei knappen Fällen."
NO_APPEAL = "Ein Einspruch ist nicht möglich."
NOBODY_LOOKS = "Niemand prüft die Ergebnisse."
NOTHING_SENSITIVE = "Das System verwendet keine sensiblen Daten."
GENDER_OPTIONAL = "Die Anrede ist frei, und niemand muss ein Geschlecht angeben."
GENDER_FORCED = "Wer kein Geschlecht angibt, kommt nicht weiter."
IN_REGISTER = "Das System steht im Register."
SECRET = "Das System steht nicht im Register; es wird heimlich genutzt."

# What a Steckbrief may leave out.
LABEL = "woraus das System gelernt hat"
HUMAN = "ob ein Mensch mitentscheidet"
SHARE = "wie viele knappe Fälle ein Mensch entscheidet"
REASON = "ob Abgelehnte eine Begründung bekommen"
GENDER = "ob jemand ein Geschlecht angeben muss"
NOTICE = "wann die Betroffenen von der KI erfahren"
APPEAL = "ob ein Einspruch möglich ist"
FEATURES = "welche Angaben das System verwendet"
MONITORING = "wie oft jemand die Ergebnisse prüft"
ENERGY = "wie viel Energie das System braucht"
SENSITIVE = "ob das System sensible Daten verwendet"
REGISTER = "ob das System im Register steht"

# Why a measured difference is not enough for a verdict.
CHANCE = "; der Unterschied kann Zufall sein"
IMPRECISE = "; die Messung ist dafür zu ungenau"

UNNAMED_LABEL = "nicht genauer benannten Daten"


def not_stated(what: str) -> str:
    """The Steckbrief leaves something out."""
    return f"Im Steckbrief steht nicht, {what}."


def too_few(minimum: int) -> str:
    """There are no two groups to compare; ``minimum``: people that a group needs."""
    return f"Es gibt keine zwei Gruppen mit mindestens {minimum} Personen."


def too_few_crossed(minimum: int) -> str:
    """There are no two crossings to compare; ``minimum``: people that a crossing needs."""
    return f"Es gibt keine zwei Kreuzungen mit mindestens {minimum} Personen."


def too_few_deserving(deserving: str) -> str:
    """``deserving``: what those are called whom a positive decision is for."""
    return f"Von den {deserving} gibt es zu wenige je Gruppe."


def among(deserving: str) -> str:
    """Said before a rate that counts only those."""
    return f"von den {deserving} "


def _range(confidence: float, low: str, high: str) -> str:
    return f"(mit {speech.percent(confidence)} Sicherheit {low} bis {high})"


def rates(
    better: tuple[str, float],
    worse: tuple[str, float],
    positive: str,
    among: str,
    gap: tuple[float, float, float],
    confidence: float,
    bound: int,
    noise: str,
    small: Iterable[tuple[str, int]],
) -> str:
    """The rates of two groups.

    Args:
        better, worse: a group and its rate.
        positive: what a positive decision is called.
        among: whom the rates count, or "" for everybody.
        gap: difference as a share, and the interval around it in points.
        confidence: how often such an interval holds the true value.
        bound: points allowed.
        noise: why this is no verdict, or "".
        small: groups too small for a verdict, with their people.
    """
    value, low, high = gap
    named = [f"„{group}“ ({_people(n)})" for group, n in small]
    return (
        f"In der Gruppe „{better[0]}“ werden {among}{speech.percent(better[1])} {positive},"
        f" in der Gruppe „{worse[0]}“ {speech.percent(worse[1])}: {speech.points(value)} Abstand"
        f" {_range(confidence, speech.number(low, 1), speech.number(high, 1))},"
        f" erlaubt sind {speech.number(bound)}{noise}"
        + (f"; zu klein für ein Urteil: {', '.join(named)}" if named else "")
        + "."
    )


def meaning(
    worse: str,
    better: str,
    value: float,
    interval: tuple[float, float],
    confidence: float,
    bound: str,
    noise: str,
) -> str:
    """What the same score means in two groups; ``value`` and the upper end as shares, the lower end in percent."""
    low, high = interval
    return (
        f"Bei gleichem Punktwert liegt das tatsächliche Ergebnis der Gruppe „{worse}“ {speech.percent(value)}"
        f" über dem der Gruppe „{better}“ {_range(confidence, speech.number(low), speech.percent(high))},"
        f" erlaubt sind {bound}{noise}."
    )


def learnt(label: str | None, kind: str) -> str:
    """What a system has learnt from; ``label``: its name, if it has one."""
    return f"Das System hat aus {f'„{label}“' if label else UNNAMED_LABEL} gelernt: {kind}."


def smallest_group(group: str, people: int) -> str:
    """The smallest group is large enough."""
    return f"Die kleinste Gruppe in den Trainingsdaten ist „{group}“ mit {_people(people)}."


def small_group(group: str, people: int, human: bool | None) -> str:
    """The smallest group is too small; ``human``: whether a person decides about it, None if nobody knows."""
    fact = f"In den Trainingsdaten stehen von der Gruppe „{group}“ nur {_people(people)}"
    if human is None:
        return f"{fact}; wer über sie entscheidet, steht nicht im Steckbrief."
    return (
        f"{fact}; über sie entscheidet ein Mensch."
        if human
        else f"{fact}; trotzdem entscheidet das System über sie."
    )


def other_attribute(attribute: str) -> str:
    """The data say nothing about an attribute."""
    return f"Zum Merkmal {attribute} liegen hier keine Daten vor; Stellvertreter-Merkmale bleiben offen."


def used(column: str) -> str:
    """A forbidden column is used."""
    return f"Die Angabe „{column}“ fließt in die Bewertung ein."


def guessed(
    column: str, value: float, interval: tuple[float, float], confidence: float, bound: int, noise: str
) -> str:
    """In how many of 100 comparisons a column can be guessed from those in use."""
    shown = _range(confidence, *map(speech.number, interval))
    return (
        f"Aus den verwendeten Angaben lässt sich „{column}“ in {speech.number(value)} von 100 Vergleichen"
        f" erraten {shown}, erlaubt sind {speech.number(bound)}{noise}."
    )


def human_share(share: str, wanted: str = "") -> str:
    """How many of the closest cases a person decides; ``wanted``: what is demanded, if that is more."""
    if wanted:
        return f"Ein Mensch entscheidet nur die knappsten {share} der Fälle, verlangt sind {wanted}."
    return f"Ein Mensch entscheidet die knappsten {share} der Fälle."


def reason(given: str) -> str:
    """What rejected people are told."""
    return f"Begründung bei einer Ablehnung: {given}."


def notice(given: str) -> str:
    """When people learn that AI takes part."""
    return f"Hinweis auf KI: {given}."


def appeal(days: int, wanted: int | None = None) -> str:
    """How long an appeal is possible; ``wanted``: what is demanded, if that is longer."""
    if wanted is None:
        return f"Für einen Einspruch {_are(days)} {_days(days)} Zeit."
    return (
        f"Für einen Einspruch {_are(days)} nur {_days(days)} Zeit, verlangt {_are(wanted)} {_days(wanted)}."
    )


def features(count: int, allowed: int) -> str:
    """How many pieces of information about a person are used."""
    shown = speech.count_of(count, "Angabe", "Angaben")
    return f"Das System verwendet {shown}, erlaubt {_are(allowed)} {speech.number(allowed)}."


def monitored(months: int, held: bool) -> str:
    """How often the results are looked at."""
    often = "jeden Monat" if months == 1 else f"alle {speech.number(months)} Monate"
    return f"Die Ergebnisse werden {'' if held else 'nur '}{often} geprüft."


def energy(watt_hours: float, allowed: int) -> str:
    """How much energy 1,000 decisions need."""
    shown = f"{speech.number(watt_hours, 0 if watt_hours >= 10 else 1)}\N{NO-BREAK SPACE}Wh"
    return f"Das System braucht für 1.000 Entscheidungen {shown}, erlaubt sind {speech.number(allowed)}."


def sensitive(kinds: Iterable[str]) -> str:
    """Sensitive data are used, and must not be."""
    return f"{_sensitive(kinds)}."


def sensitive_if_needed(kinds: Iterable[str], needed: bool | None) -> str:
    """Sensitive data are used; ``needed``: whether it is shown that nothing else would do, None if nobody knows."""
    shown = _sensitive(kinds)
    if needed is None:
        return f"{shown}; ob es ohne sie ginge, steht nicht im Steckbrief."
    return f"{shown}; der Bedarf ist belegt." if needed else f"{shown}, ohne dass der Bedarf belegt ist."


def percent(value: float) -> str:
    """A percentage (0 to 100), with one decimal if it is not whole."""
    return speech.percent(value / 100, 0 if math.isclose(value, round(value)) else 1)


def _sensitive(kinds: Iterable[str]) -> str:
    return f"Das System verwendet sensible Daten: {', '.join(kinds)}"


def _people(count: int) -> str:
    return speech.count_of(count, "Person", "Personen")


def _are(number: int) -> str:
    return "ist" if number == 1 else "sind"


def _days(days: int) -> str:
    return speech.count_of(days, "Tag", "Tage")
