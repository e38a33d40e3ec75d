"""True values of the estimates in our agendas: computed, never typed, and only when a result asks for them."""

from collections.abc import Callable
from functools import cache


def _column_gone() -> float:
    """Percent of the gap that stays when the column gender is deleted (unit 01.2)."""
    from fairki import metrics, worlds

    history, fresh = worlds.load("bewerbungen"), worlds.recruiting.fresh_year()
    with_it, without = (metrics.without_columns(history, gone, fresh).gap for gone in ((), ("geschlecht",)))
    return 100 * metrics.share_that_stays(with_it, without)


def _departments() -> float:
    """Departments of Berkeley in which men had the higher rate (unit 02.2)."""
    from fairki import worlds
    from fairki.worlds.world import MAN, WOMAN

    rates = worlds.admissions.rates(worlds.load("zulassung")).pivot(
        index="fach", columns="geschlecht", values="rate"
    )
    return float((rates[WOMAN] < rates[MAN]).sum())


def _countryside() -> float:
    """Percent of the places that go to the countryside if a model learns costs (unit 03.3)."""
    from fairki import label_bias, worlds

    return 100 * label_bias.learn(worlds.care, worlds.load("versorgung"), "kosten").share


def _unique() -> float:
    """People out of 100 who are alone with postal area, date of birth and gender (unit 03.4)."""
    from fairki import privacy

    return 100 * privacy.expected_unique_share(privacy.POSTAL_AREA, privacy.COMBINATIONS)


def _letters() -> float:
    """Wrongly declined people out of 100 who complain if there is only a letter (unit 05.2)."""
    from fairki.feedback import silence

    return 100 * silence.reached([silence.LETTER])


TRUTHS: dict[str, Callable[[], float]] = {
    name: cache(make)
    for name, make in {
        "abstand_ohne_spalte": _column_gone,
        "fachbereiche": _departments,
        "plaetze_land": _countryside,
        "einmalig": _unique,
        "einspruch_per_brief": _letters,
    }.items()
}
"""Name in the settings of an estimate → its true value, in the unit of the question."""
