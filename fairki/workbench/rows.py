"""The findings as rows of finished text, the same for the page and the report."""

from collections.abc import Sequence

import pandas as pd

from fairki.speech import number, percent
from fairki.workbench.calibration import Calibration
from fairki.workbench.de import told as de
from fairki.workbench.figures import Errors
from fairki.workbench.judged import Judged
from fairki.workbench.proxies import Proxy


def rates(found: pd.DataFrame) -> list[tuple[str, ...]]:
    """Group, people, rate, interval, whether a judgement is possible."""
    return [
        (str(name), number(n), percent(rate, 1), de.span(low, high), de.TOO_SMALL if small else de.YES)
        for name, n, _, rate, low, high, small in found.itertuples(index=False)
    ]


def errors(found: Errors) -> list[tuple[str, ...]]:
    """Group, wrongly refused, wrongly granted, right yes, right no."""
    return [
        (str(name), percent(refused, 1), percent(granted, 1), percent(fields.ppv, 1), percent(fields.npv, 1))
        for (name, fields), refused, granted in zip(
            found.fields.items(), found.refused["rate"], found.granted["rate"], strict=True
        )
    ]


def calibration(found: Calibration) -> list[tuple[str, ...]]:
    """Class and group, people, mean score, what came true, interval."""
    places, groups, people, means, rates, lows, highs = (
        found.classes[column].tolist()
        for column in ("klasse", "gruppe", "n", "erwartet", "rate", "von", "bis")
    )
    return [
        (de.class_of(place, group), number(n), number(mean, 2), percent(rate, 1), de.span(low, high))
        for place, group, n, mean, rate, low, high in zip(
            places, groups, people, means, rates, lows, highs, strict=True
        )
    ]


def proxies(found: Sequence[Proxy], most: int = 12) -> list[tuple[str, ...]]:
    """Column, group, and of how many of 100 pairs it tells who is who."""
    return [(one.column, f"{one.group} ({one.attribute})", number(100 * one.auc)) for one in found[:most]]


def rules(found: Sequence[Judged]) -> list[tuple[str, ...]]:
    """Rule, status, why."""
    return [
        (one.rule.sentence, de.STATUSES[one.outcome.status], f"{one.attribute}: {one.outcome.why}")
        if one.outcome
        else (one.rule.sentence, de.NOT_JUDGED, one.needs)
        for one in found
    ]
