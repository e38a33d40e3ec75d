"""The pictures of both tools."""

from fairki import charts
from fairki.charts import Picture
from fairki.lessons.workbench.de import decisions as de
from fairki.lessons.workbench.de import texts as of_texts
from fairki.workbench import rows
from fairki.workbench.de import told
from fairki.workbench.figures import Errors, Rates
from fairki.workbench.pairs.measuring import Result

COLUMNS = (told.GROUP, told.PEOPLE, told.RATE, told.INTERVAL, told.JUDGEABLE)


def rates(found: Rates, good: str) -> Picture:
    """The rates of all shown groups."""
    apart = found.furthest
    return charts.rates_of_groups(
        found.rates,
        rows.rates(found.rates),
        COLUMNS,
        f"{found.name}: {told.headline(apart, good)}",
        told.rates(found, good),
        de.axis(good),
        worse=apart.worse if apart and apart.low else "",
    )


def wrongly_refused(found: Errors) -> Picture:
    """Of those who deserved the good decision: who did not get it."""
    apart = found.refused_apart
    return charts.rates_of_groups(
        found.refused,
        rows.rates(found.refused),
        COLUMNS,
        f"{found.name}: {told.wrongly(apart, False)}",
        de.refused(list(zip(found.refused["gruppe"], found.refused["rate"], strict=True))),
        de.REFUSED_AXIS,
        worse=apart.better if apart and apart.low else "",
    )


def name_swap(found: Result) -> Picture | None:
    """How much more often each phrase stands in the answers of one group; None if none of them occurs."""
    occur = [one for one in found.counted if one.occurs]
    if not occur:
        return None
    return charts.differences(
        [(one.phrase.label, one.difference, one.gap.low, one.gap.high) for one in occur],
        [of_texts.row(one, found) for one in occur],
        (of_texts.PHRASE, *found.groups, of_texts.SPAN, of_texts.DIFFERENCE),
        of_texts.picture_title(occur),
        of_texts.picture_summary(occur, found),
        of_texts.AXIS,
        of_texts.sides(found.groups[1], found.groups[0]),
    )
