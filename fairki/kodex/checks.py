"""The check behind each sentence pattern.

A check takes the evidence about one system and what stands in the blanks. It says *broken* only if the whole
interval lies beyond the bound, and *held* only if the measured value is within the bound and twice the bound can be
ruled out. Everything else, and everything that is not known, is *unclear*.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from fairki import metrics
from fairki.groups import Comparison
from fairki.kodex.de import checks as de
from fairki.kodex.evidence import CONFIDENCE, Evidence
from fairki.kodex.outcome import BROKEN, HELD, UNCLEAR, Outcome
from fairki.systems import de as said
from fairki.systems import steckbrief as words
from fairki.systems.fields import AGE, GENDER, HOME, ORIGIN, Field

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

Values = Mapping[str, Any]
"""Blank → what stands in it, as its blank has read it: a number or the key of an option."""


def selection_rates(evidence: Evidence, values: Values) -> Outcome:
    """Rates of positive decisions of two groups are close to each other."""
    if not evidence.has_data:
        return Outcome(UNCLEAR, de.NO_DATA)
    if evidence.rates is None:
        return Outcome(UNCLEAR, de.too_few(metrics.MINIMUM))
    return _rates(evidence, evidence.rates, values["abstand"], "", _small_groups(evidence))


def crossings(evidence: Evidence, values: Values) -> Outcome:
    """The same for crossings of two attributes, as far as they have enough people."""
    if not evidence.has_data:
        return Outcome(UNCLEAR, de.NO_DATA)
    found = evidence.crossed_rates(values["anzahl"])
    if found is None:
        return Outcome(UNCLEAR, de.too_few_crossed(values["anzahl"]))
    sizes = {one: int(members.sum()) for one, members in evidence.crossings.items()}
    small = [(one, n) for one, n in sizes.items() if n < values["anzahl"]]
    return _rates(evidence, found, values["abstand"], "", small)


def equal_opportunity(evidence: Evidence, values: Values) -> Outcome:
    """The same among those whom the positive decision is really for."""
    if not evidence.has_data:
        return Outcome(UNCLEAR, de.NO_DATA)
    if not evidence.truth_known:
        return Outcome(UNCLEAR, de.WHO_WAS_RIGHT)
    if evidence.chances is None:
        return Outcome(UNCLEAR, de.too_few_deserving(_field(evidence).deserving))
    among = de.among(_field(evidence).deserving)
    return _rates(evidence, evidence.chances, values["abstand"], among, _small_groups(evidence))


def equal_meaning(evidence: Evidence, values: Values) -> Outcome:
    """The same score means the same in every group."""
    if not evidence.has_data:
        return Outcome(UNCLEAR, de.NO_DATA)
    if not evidence.truth_known:
        return Outcome(UNCLEAR, de.WHAT_CAME)
    found = evidence.meaning
    if found is None:
        return Outcome(UNCLEAR, de.too_few(metrics.MINIMUM))
    bound = values["abweichung"]
    status, (value, low, high) = _against(found, bound)
    why = de.meaning(
        found.worse,
        found.better,
        found.value,
        (low, found.high),
        CONFIDENCE,
        de.percent(bound),
        noise(status, value, bound),
    )
    affected = round(found.n_worse * evidence.decisions.mean() * found.value) if status == BROKEN else 0
    return Outcome(status, why, value, low, high, affected)


def label(evidence: Evidence, values: Values) -> Outcome:
    """The system does not learn from a label of a forbidden kind."""
    kind, name = evidence.steckbrief.label_kind, evidence.steckbrief.label
    if kind is None:
        return _not_stated(de.LABEL)
    why = de.learnt(name, said.LABEL_KINDS[kind])
    if kind in SOURCES[values["quelle"]]:
        return Outcome(BROKEN, why, affected=_everybody(evidence))
    return Outcome(HELD, why, affected=0)


def minimum_group(evidence: Evidence, values: Values) -> Outcome:
    """A person decides about groups that the training data hardly contain."""
    if not evidence.has_data:
        return Outcome(UNCLEAR, de.NO_DATA)
    counts = evidence.learnt_from
    smallest = min(counts, key=lambda group: counts[group])
    figure = counts[smallest]
    small = [group for group, n in counts.items() if n < values["anzahl"]]
    if not small:
        return Outcome(HELD, de.smallest_group(smallest, figure), figure, affected=0)
    human = evidence.steckbrief.human_for_small_groups
    why = de.small_group(smallest, figure, human)
    if human is None:
        return Outcome(UNCLEAR, why, figure)
    if human:
        return Outcome(HELD, why, figure, affected=0)
    return Outcome(BROKEN, why, figure, affected=sum(evidence.sizes[group] for group in small))


def forbidden_feature(evidence: Evidence, values: Values) -> Outcome:
    """A protected feature is not used, and cannot be guessed from the others."""
    if not evidence.has_data:
        return Outcome(UNCLEAR, de.NO_DATA)
    field, bound, chosen = _field(evidence), values["treffer"], values["merkmal"]
    name = field.world.COLUMNS[field.group].label
    if chosen != ANY_KEY and ATTRIBUTES[chosen] != field.attribute:
        return Outcome(UNCLEAR, de.other_attribute(ATTRIBUTES[chosen]))
    recipe = evidence.system.recipe
    if recipe is not None and field.group in recipe.columns:
        return Outcome(BROKEN, de.used(name), 100.0, affected=_everybody(evidence))
    found = evidence.stand_ins
    if found is None:
        return Outcome(UNCLEAR, de.too_few(metrics.MINIMUM))
    value, low, high = (100 * x for x in (found.value, found.low, found.high))
    status = BROKEN if low > bound else HELD if value <= bound else UNCLEAR
    doubt = de.CHANCE if status == UNCLEAR else ""
    why = de.guessed(name, value, (low, high), CONFIDENCE, bound, doubt)
    return Outcome(status, why, value, low, high, found.n_worse if status == BROKEN else 0)


def human_near_threshold(evidence: Evidence, values: Values) -> Outcome:
    """A person decides the closest cases."""
    step, share = evidence.steckbrief.human_step, evidence.steckbrief.human_share
    if step is None:
        return _not_stated(de.HUMAN)
    if step == words.HUMAN_ALL:
        return Outcome(HELD, de.HUMAN_FOR_ALL, 100.0, affected=0)
    if step == words.HUMAN_NONE:
        share = 0.0
    if share is None:
        return _not_stated(de.SHARE)
    wanted = values["anteil"] / 100
    figure = 100 * share
    if share >= wanted - 1e-9:
        return Outcome(HELD, de.human_share(de.percent(figure)), figure, affected=0)
    affected = round((wanted - share) * evidence.people) if evidence.has_data else None
    why = de.human_share(de.percent(figure), de.percent(values["anteil"])) if share else de.NO_HUMAN
    return Outcome(BROKEN, why, figure, affected=affected)


def reason(evidence: Evidence, values: Values) -> Outcome:
    """Rejected people are told why."""
    given = evidence.steckbrief.reason
    if given is None:
        return _not_stated(de.REASON)
    return _at_least(
        words.REASONS,
        given,
        REASON_KEYS[values["begruendung"]],
        de.reason(said.REASONS[given]),
        evidence.rejected if evidence.has_data else None,
    )


def notice(evidence: Evidence, values: Values) -> Outcome:
    """People learn in time that AI takes part."""
    given = evidence.steckbrief.notice
    if given is None:
        return _not_stated(de.NOTICE)
    return _at_least(
        words.NOTICES,
        given,
        NOTICE_KEYS[values["zeitpunkt"]],
        de.notice(said.NOTICES[given]),
        _everybody(evidence),
    )


def appeal(evidence: Evidence, values: Values) -> Outcome:
    """There is enough time for an appeal."""
    days = evidence.steckbrief.appeal_days
    if days is None:
        return _not_stated(de.APPEAL)
    if days >= values["frist"]:
        return Outcome(HELD, de.appeal(days), days, affected=0)
    why = de.appeal(days, values["frist"]) if days else de.NO_APPEAL
    return Outcome(BROKEN, why, days, affected=evidence.rejected if evidence.has_data else None)


def data_minimisation(evidence: Evidence, values: Values) -> Outcome:
    """The system uses few pieces of information about a person."""
    used = evidence.steckbrief.features
    if used is None:
        return _not_stated(de.FEATURES)
    held = len(used) <= values["anzahl"]
    why = de.features(len(used), values["anzahl"])
    return Outcome(HELD if held else BROKEN, why, len(used), affected=0 if held else _everybody(evidence))


def monitoring(evidence: Evidence, values: Values) -> Outcome:
    """Somebody looks at the results often enough."""
    months = evidence.steckbrief.monitoring_months
    if months is None:
        return _not_stated(de.MONITORING)
    if not months:
        return Outcome(BROKEN, de.NOBODY_LOOKS, affected=_everybody(evidence))
    held = months <= values["abstand"]
    why = de.monitored(months, held)
    return Outcome(HELD if held else BROKEN, why, months, affected=0 if held else _everybody(evidence))


def energy(evidence: Evidence, values: Values) -> Outcome:
    """1,000 decisions stay within the energy budget."""
    used = evidence.steckbrief.energy_wh
    if used is None:
        return _not_stated(de.ENERGY)
    held = used <= values["energie"]
    why = de.energy(used, values["energie"])
    return Outcome(HELD if held else BROKEN, why, used, affected=0 if held else _everybody(evidence))


def sensitive_data(evidence: Evidence, values: Values) -> Outcome:
    """Sensitive data are used only if need be, or never."""
    used, needed = evidence.steckbrief.sensitive, evidence.steckbrief.sensitive_needed
    if used is None:
        return _not_stated(de.SENSITIVE)
    if not used:
        return Outcome(HELD, de.NOTHING_SENSITIVE, affected=0)
    if values["bedingung"] == NEVER_KEY:
        return Outcome(BROKEN, de.sensitive(used), affected=_everybody(evidence))
    why = de.sensitive_if_needed(used, needed)
    if needed is None:
        return Outcome(UNCLEAR, why)
    return Outcome(HELD, why, affected=0) if needed else Outcome(BROKEN, why, affected=_everybody(evidence))


def free_salutation(evidence: Evidence, values: Values) -> Outcome:
    """Nobody has to state a gender."""
    match evidence.steckbrief.gender_optional:
        case None:
            return _not_stated(de.GENDER)
        case True:
            return Outcome(HELD, de.GENDER_OPTIONAL, affected=0)
    return Outcome(BROKEN, de.GENDER_FORCED, affected=_everybody(evidence))


def no_secret_use(evidence: Evidence, values: Values) -> Outcome:
    """The system stands in the register."""
    match evidence.steckbrief.in_register:
        case None:
            return _not_stated(de.REGISTER)
        case True:
            return Outcome(HELD, de.IN_REGISTER, affected=0)
    return Outcome(BROKEN, de.SECRET, affected=_everybody(evidence))


def _small_groups(evidence: Evidence) -> list[tuple[str, int]]:
    return [(group, evidence.sizes[group]) for group in evidence.small_groups]


def _rates(
    evidence: Evidence, found: Comparison, bound: int, among: str, small: Iterable[tuple[str, int]]
) -> Outcome:
    status, (value, low, high) = _against(found, bound)
    why = de.rates(
        (found.better, found.rate_better),
        (found.worse, found.rate_worse),
        _field(evidence).positive,
        among,
        (found.value, low, high),
        CONFIDENCE,
        bound,
        noise(status, value, bound),
        small,
    )
    affected = round(found.value * found.n_worse) if status == BROKEN else 0
    return Outcome(status, why, value, low, high, affected)


def _against(found: Comparison, bound: int) -> tuple[str, tuple[float, float, float]]:
    """Status and the figures in points or percent (0 to 100)."""
    value, low, high = (100 * x for x in (found.value, found.low, found.high))
    if low > bound:
        return BROKEN, (value, low, high)
    return HELD if value <= bound and high <= 2 * bound else UNCLEAR, (value, low, high)


def noise(status: str, value: float, bound: float) -> str:
    """Why a measured value is no verdict; "" if it is one."""
    if status != UNCLEAR:
        return ""
    return de.CHANCE if value > bound else de.IMPRECISE


def _at_least(order: tuple[str, ...], given: str, wanted: str, why: str, people: int | None) -> Outcome:
    held = order.index(given) >= order.index(wanted)
    return Outcome(HELD if held else BROKEN, why, affected=0 if held else people)


def _not_stated(what: str) -> Outcome:
    return Outcome(UNCLEAR, de.not_stated(what))


def _field(evidence: Evidence) -> Field:
    """The field of use of a system whose decisions are known; without them, there is none."""
    field = evidence.system.field
    if field is None:
        raise LookupError(evidence.system.id)
    return field


def _everybody(evidence: Evidence) -> int | None:
    return evidence.people if evidence.has_data else None
