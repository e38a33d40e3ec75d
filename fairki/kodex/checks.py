"""The check behind each sentence pattern.

A check takes the evidence about one system and what stands in the blanks. It says *verletzt* only if the whole
interval lies beyond the bound, and *eingehalten* only if the measured value is within the bound and twice the
bound can be ruled out. Everything else, and everything that is not known, is *nicht beurteilbar*.
"""

import math

from fairki import metrics, speech
from fairki.kodex.evidence import CONFIDENCE, Comparison, Evidence
from fairki.kodex.outcome import BROKEN, HELD, UNCLEAR, Outcome
from fairki.systems import steckbrief as words
from fairki.systems.fields import AGE, GENDER, HOME, ORIGIN

GENDER_KEY, ORIGIN_KEY, AGE_KEY, HOME_KEY, ANY_KEY = "geschlecht", "herkunft", "alter", "wohnort", "alle"
ATTRIBUTES = {GENDER_KEY: GENDER, ORIGIN_KEY: ORIGIN, AGE_KEY: AGE, HOME_KEY: HOME}
"""Key of the choice → attribute of a field of use."""
DECISIONS_KEY, SUBSTITUTES_KEY, BOTH_KEY = "entscheidungen", "ersatzgroessen", "beides"
SOURCES = {
    DECISIONS_KEY: (words.FROM_DECISIONS,),
    SUBSTITUTES_KEY: (words.FROM_SUBSTITUTE,),
    BOTH_KEY: (words.FROM_DECISIONS, words.FROM_SUBSTITUTE),
}
"""Key of the choice → kinds of labels that a system must not learn from."""
NOTICE_KEYS = {"vorher": words.NOTICE_BEFORE, "spaetestens_mit": words.NOTICE_WITH}
"""Key of the choice → weakest notice that is enough."""
REASON_KEYS = {"allgemein": words.REASON_GENERAL, "persoenlich": words.REASON_PERSONAL}
"""Key of the choice → weakest reason that is enough."""
NEVER_KEY, NEEDED_KEY = "nie", "mit_bedarf"

NO_DATA = "Es liegen keine Entscheidungen vor, nur der Steckbrief."
RANGE = f"{speech.percent(CONFIDENCE)}-Bereich"


def selection_rates(evidence: Evidence, values) -> Outcome:
    """Rates of positive decisions of two groups are close to each other."""
    if not evidence.has_data:
        return Outcome(UNCLEAR, NO_DATA)
    if evidence.rates is None:
        return Outcome(UNCLEAR, _too_few(evidence))
    return _rates(evidence, evidence.rates, values["abstand"], "")


def equal_opportunity(evidence: Evidence, values) -> Outcome:
    """The same among those whom the positive decision is really for."""
    if not evidence.has_data:
        return Outcome(UNCLEAR, NO_DATA)
    if not evidence.truth_known:
        return Outcome(
            UNCLEAR, "Niemand hat gemessen, wer die Zusage wirklich verdient oder gebraucht hätte."
        )
    if evidence.chances is None:
        return Outcome(UNCLEAR, f"Von den {evidence.system.field.deserving} gibt es zu wenige je Gruppe.")
    return _rates(
        evidence, evidence.chances, values["abstand"], f"von den {evidence.system.field.deserving} "
    )


def equal_meaning(evidence: Evidence, values) -> Outcome:
    """The same score means the same in every group."""
    if not evidence.has_data:
        return Outcome(UNCLEAR, NO_DATA)
    if not evidence.truth_known:
        return Outcome(UNCLEAR, "Niemand hat gemessen, was am Ende wirklich zutraf.")
    found = evidence.meaning
    if found is None:
        return Outcome(UNCLEAR, _too_few(evidence))
    bound = values["abweichung"]
    status, (value, low, high) = _against(found, bound)
    why = (
        f"Bei gleichem Punktwert liegt das tatsächliche Ergebnis der Gruppe „{found.worse}“"
        f" {speech.percent(found.value)} über dem der Gruppe „{found.better}“ ({RANGE}"
        f" {speech.number(low)} bis {speech.percent(found.high)}), "
        f"erlaubt sind {_percent(bound)}{_noise(status, value, bound)}."
    )
    affected = round(found.n_worse * evidence.decisions.mean() * found.value) if status == BROKEN else 0
    return Outcome(status, why, value, low, high, affected)


def label(evidence: Evidence, values) -> Outcome:
    """The system does not learn from a label of a forbidden kind."""
    kind, name = evidence.steckbrief.label_kind, evidence.steckbrief.label
    if kind is None:
        return _not_stated("woraus das System gelernt hat")
    shown = f"„{name}“" if name else "nicht genauer benannten Daten"
    if kind in SOURCES[values["quelle"]]:
        return Outcome(BROKEN, f"Das System hat aus {shown} gelernt: {kind}.", affected=_everybody(evidence))
    return Outcome(HELD, f"Das System hat aus {shown} gelernt: {kind}.", affected=0)


def minimum_group(evidence: Evidence, values) -> Outcome:
    """A person decides about groups that the training data hardly contain."""
    if not evidence.has_data:
        return Outcome(UNCLEAR, NO_DATA)
    counts = evidence.learnt_from
    smallest = min(counts, key=counts.get)
    figure, shown = counts[smallest], speech.count_of(counts[smallest], "Person", "Personen")
    small = [group for group, n in counts.items() if n < values["anzahl"]]
    if not small:
        return Outcome(
            HELD,
            f"Die kleinste Gruppe in den Trainingsdaten ist „{smallest}“ mit {shown}.",
            figure,
            affected=0,
        )
    fact = f"In den Trainingsdaten stehen von der Gruppe „{smallest}“ nur {shown}"
    match evidence.steckbrief.human_for_small_groups:
        case None:
            return Outcome(UNCLEAR, f"{fact}; wer über sie entscheidet, steht nicht im Steckbrief.", figure)
        case True:
            return Outcome(HELD, f"{fact}; über sie entscheidet ein Mensch.", figure, affected=0)
    affected = sum(evidence.sizes[group] for group in small)
    return Outcome(BROKEN, f"{fact}; trotzdem entscheidet das System über sie.", figure, affected=affected)


def forbidden_feature(evidence: Evidence, values) -> Outcome:
    """A protected feature is not used, and cannot be guessed from the others."""
    if not evidence.has_data:
        return Outcome(UNCLEAR, NO_DATA)
    field, bound, chosen = evidence.system.field, values["treffer"], values["merkmal"]
    name = field.world.COLUMNS[field.group].label
    if chosen != ANY_KEY and ATTRIBUTES[chosen] != field.attribute:
        return Outcome(
            UNCLEAR,
            f"Zum Merkmal {ATTRIBUTES[chosen]} liegen hier keine Daten vor; Stellvertreter-Merkmale bleiben offen.",
        )
    if field.group in evidence.system.recipe.columns:
        return Outcome(
            BROKEN, f"Die Angabe „{name}“ fließt in die Bewertung ein.", 100.0, affected=_everybody(evidence)
        )
    found = evidence.stand_ins
    if found is None:
        return Outcome(UNCLEAR, _too_few(evidence))
    value, low, high = (100 * x for x in (found.value, found.low, found.high))
    status = BROKEN if low > bound else HELD if value <= bound else UNCLEAR
    why = (
        f"Aus den verwendeten Angaben lässt sich „{name}“ in {speech.number(value)} von 100 Vergleichen"
        f" erraten ({RANGE} {speech.number(low)} bis {speech.number(high)}), erlaubt sind"
        f" {speech.number(bound)}{'; der Unterschied kann Zufall sein' if status == UNCLEAR else ''}."
    )
    return Outcome(status, why, value, low, high, found.n_worse if status == BROKEN else 0)


def human_near_threshold(evidence: Evidence, values) -> Outcome:
    """A person decides the closest cases."""
    step, share = evidence.steckbrief.human_step, evidence.steckbrief.human_share
    if step is None:
        return _not_stated("ob ein Mensch mitentscheidet")
    if step == words.HUMAN_ALL:
        return Outcome(HELD, "Ein Mensch entscheidet alle Fälle.", 100.0, affected=0)
    if step == words.HUMAN_NEAR and share is None:
        return _not_stated("wie viele knappe Fälle ein Mensch entscheidet")
    share = 0.0 if step == words.HUMAN_NONE else share
    wanted = values["anteil"] / 100
    figure = 100 * share
    if share >= wanted - 1e-9:
        return Outcome(
            HELD, f"Ein Mensch entscheidet die knappsten {_percent(figure)} der Fälle.", figure, affected=0
        )
    affected = round((wanted - share) * evidence.people) if evidence.has_data else None
    why = (
        f"Ein Mensch entscheidet nur die knappsten {_percent(figure)} der Fälle,"
        f" verlangt sind {_percent(values['anteil'])}."
        if share
        else "Kein Mensch entscheidet mit, auch nicht bei knappen Fällen."
    )
    return Outcome(BROKEN, why, figure, affected=affected)


def reason(evidence: Evidence, values) -> Outcome:
    """Rejected people are told why."""
    given = evidence.steckbrief.reason
    if given is None:
        return _not_stated("ob Abgelehnte eine Begründung bekommen")
    return _at_least(
        words.REASONS,
        given,
        REASON_KEYS[values["begruendung"]],
        f"Begründung bei einer Ablehnung: {given}.",
        evidence.rejected if evidence.has_data else None,
    )


def notice(evidence: Evidence, values) -> Outcome:
    """People learn in time that AI takes part."""
    given = evidence.steckbrief.notice
    if given is None:
        return _not_stated("wann die Betroffenen von der KI erfahren")
    return _at_least(
        words.NOTICES,
        given,
        NOTICE_KEYS[values["zeitpunkt"]],
        f"Hinweis auf KI: {given}.",
        _everybody(evidence),
    )


def appeal(evidence: Evidence, values) -> Outcome:
    """There is enough time for an appeal."""
    days = evidence.steckbrief.appeal_days
    if days is None:
        return _not_stated("ob ein Einspruch möglich ist")
    if days >= values["frist"]:
        return Outcome(HELD, f"Für einen Einspruch {_are(days)} {_days(days)} Zeit.", days, affected=0)
    why = (
        f"Für einen Einspruch {_are(days)} nur {_days(days)} Zeit,"
        f" verlangt {_are(values['frist'])} {_days(values['frist'])}."
        if days
        else "Ein Einspruch ist nicht möglich."
    )
    return Outcome(BROKEN, why, days, affected=evidence.rejected if evidence.has_data else None)


def data_minimisation(evidence: Evidence, values) -> Outcome:
    """The system uses few pieces of information about a person."""
    used = evidence.steckbrief.features
    if used is None:
        return _not_stated("welche Angaben das System verwendet")
    held = len(used) <= values["anzahl"]
    shown = speech.count_of(len(used), "Angabe", "Angaben")
    why = f"Das System verwendet {shown}, erlaubt {_are(values['anzahl'])} {speech.number(values['anzahl'])}."
    return Outcome(HELD if held else BROKEN, why, len(used), affected=0 if held else _everybody(evidence))


def monitoring(evidence: Evidence, values) -> Outcome:
    """Somebody looks at the results often enough."""
    months = evidence.steckbrief.monitoring_months
    if months is None:
        return _not_stated("wie oft jemand die Ergebnisse prüft")
    if not months:
        return Outcome(BROKEN, "Niemand prüft die Ergebnisse.", affected=_everybody(evidence))
    held = months <= values["abstand"]
    often = "jeden Monat" if months == 1 else f"alle {speech.number(months)} Monate"
    why = f"Die Ergebnisse werden {'' if held else 'nur '}{often} geprüft."
    return Outcome(HELD if held else BROKEN, why, months, affected=0 if held else _everybody(evidence))


def energy(evidence: Evidence, values) -> Outcome:
    """1,000 decisions stay within the energy budget."""
    used = evidence.steckbrief.energy_wh
    if used is None:
        return _not_stated("wie viel Energie das System braucht")
    held = used <= values["energie"]
    shown = f"{speech.number(used, 0 if used >= 10 else 1)}\N{NO-BREAK SPACE}Wh"
    why = f"Das System braucht für 1.000 Entscheidungen {shown}, erlaubt sind {speech.number(values['energie'])}."
    return Outcome(HELD if held else BROKEN, why, used, affected=0 if held else _everybody(evidence))


def sensitive_data(evidence: Evidence, values) -> Outcome:
    """Sensitive data are used only if need be, or never."""
    used, needed = evidence.steckbrief.sensitive, evidence.steckbrief.sensitive_needed
    if used is None:
        return _not_stated("ob das System sensible Daten verwendet")
    if not used:
        return Outcome(HELD, "Das System verwendet keine sensiblen Daten.", affected=0)
    shown = f"Das System verwendet sensible Daten: {', '.join(used)}"
    if values["bedingung"] == NEVER_KEY:
        return Outcome(BROKEN, f"{shown}.", affected=_everybody(evidence))
    if needed is None:
        return Outcome(UNCLEAR, f"{shown}; ob es ohne sie ginge, steht nicht im Steckbrief.")
    if needed:
        return Outcome(HELD, f"{shown}; der Bedarf ist belegt.", affected=0)
    return Outcome(BROKEN, f"{shown}, ohne dass der Bedarf belegt ist.", affected=_everybody(evidence))


def no_secret_use(evidence: Evidence, values) -> Outcome:
    """The system stands in the register."""
    match evidence.steckbrief.in_register:
        case None:
            return _not_stated("ob das System im Register steht")
        case True:
            return Outcome(HELD, "Das System steht im Register.", affected=0)
    return Outcome(
        BROKEN, "Das System steht nicht im Register; es wird heimlich genutzt.", affected=_everybody(evidence)
    )


def _rates(evidence: Evidence, found: Comparison, bound: int, among: str) -> Outcome:
    status, (value, low, high) = _against(found, bound)
    positive = evidence.system.field.positive
    small = [
        f"„{g}“ ({speech.count_of(evidence.sizes[g], 'Person', 'Personen')})" for g in evidence.small_groups
    ]
    better, worse = speech.percent(found.rate_better), speech.percent(found.rate_worse)
    why = (
        f"In der Gruppe „{found.better}“ werden {among}{better} {positive}, in der Gruppe „{found.worse}“ {worse}:"
        f" {speech.points(found.value)} Abstand ({RANGE} {speech.number(low, 1)} bis {speech.number(high, 1)}),"
        f" erlaubt sind {speech.number(bound)}{_noise(status, value, bound)}"
        + (f"; zu klein für ein Urteil: {', '.join(small)}" if small else "")
        + "."
    )
    affected = round(found.value * found.n_worse) if status == BROKEN else 0
    return Outcome(status, why, value, low, high, affected)


def _against(found: Comparison, bound: int) -> tuple[str, tuple[float, float, float]]:
    """Status and the figures in points or percent (0 to 100)."""
    value, low, high = (100 * x for x in (found.value, found.low, found.high))
    if low > bound:
        return BROKEN, (value, low, high)
    return HELD if value <= bound and high <= 2 * bound else UNCLEAR, (value, low, high)


def _noise(status: str, value: float, bound: int) -> str:
    if status != UNCLEAR:
        return ""
    return "; der Unterschied kann Zufall sein" if value > bound else "; die Messung ist dafür zu ungenau"


def _at_least(order: tuple[str, ...], given: str, wanted: str, why: str, people: int | None) -> Outcome:
    held = order.index(given) >= order.index(wanted)
    return Outcome(HELD if held else BROKEN, why, affected=0 if held else people)


def _not_stated(what: str) -> Outcome:
    return Outcome(UNCLEAR, f"Im Steckbrief steht nicht, {what}.")


def _too_few(evidence: Evidence) -> str:
    return f"Es gibt keine zwei Gruppen mit mindestens {metrics.MINIMUM} Personen."


def _everybody(evidence: Evidence) -> int | None:
    return evidence.people if evidence.has_data else None


def _percent(value: float) -> str:
    return speech.percent(value / 100, 0 if math.isclose(value, round(value)) else 1)


def _are(number: int) -> str:
    return "ist" if number == 1 else "sind"


def _days(days: int) -> str:
    return speech.count_of(days, "Tag", "Tage")
