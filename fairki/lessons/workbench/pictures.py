"""The pictures of the first tool."""

from fairki import charts
from fairki.charts import Picture
from fairki.lessons.workbench.de import decisions as de
from fairki.workbench import rows
from fairki.workbench.de import told
from fairki.workbench.figures import Errors, Rates

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
