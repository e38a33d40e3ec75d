"""A year of operation as a plan sees it, for the picture of twelve months: looks, alarms, log, and what it was."""

import math
from typing import Any

from fairki.governance import operation
from fairki.lessons.module_04.de import unit_3 as de

NARROWEST, WIDEST_MISSING = 25, 60
"""What a lane shows at least: points to both sides of what is usual, and percent of missing values."""


def lane(name: str, limit: float) -> dict[str, Any]:
    """A measure (key of ``de.LANES``) with its limit, what is usual, and a domain with room for both."""
    title, short, note = de.LANES[name]
    usual = {"abstand": 0.0, "pool": operation.USUAL_POOL}.get(name)
    room = max(limit + 5, NARROWEST)
    return {
        "title": title,
        "short": short,
        "note": note(limit),
        "usual": usual,
        "limits": [limit] if usual is None else [usual - limit, usual + limit],
        "domain": [0, max(limit + 5, WIDEST_MISSING)] if usual is None else [usual - room, usual + room],
    }


def of(plan: operation.Plan, year: operation.Year) -> dict[str, Any]:
    """A year as ``ui.Months`` draws it: as the plan sees it, up to the alarm that finds its fault."""
    end, found = operation.until(plan, year)
    looks = [look for look in _looks(plan, year) if look["month"] <= end]
    for look in looks:
        look["right"] = found and look["month"] == end
    false = sum(look["alarm"] and not look["right"] for look in looks)
    since = year.fault_since
    harmed = [list(hit) if month <= end else [0, 0, 0] for month, hit in enumerate(year.harmed, 1)]
    lasts = operation.SEASON_MONTHS if since is None else operation.MONTHS
    return {
        "looks": looks,
        "end": end,
        "since": year.month,
        "until": year.month and min(end, year.month + lasts - 1),
        "fault": since is not None,
        "harmed": harmed,
        "missing": year.kind == "kanal",
        "log": _log(plan, looks, end),
        "verdict": de.verdict(since, end if found else None, false),
        "story": de.story(year.kind, since is not None, false),
        "toll": de.toll(sum(map(sum, harmed)), year.kind == "kanal", found) if since else "",
    }


def _looks(plan: operation.Plan, year: operation.Year) -> list[dict[str, Any]]:
    """What each look sees: per lane the value with its interval (None: too few people), and what rings."""
    spans, seen = operation.spans(plan, year), operation.looks(plan, year)
    made = []
    for at, (month, alarm) in enumerate(zip(seen["monat"].tolist(), seen["alarm"].tolist(), strict=True)):
        made.append(
            {
                "month": month,
                "alarm": bool(alarm),
                "values": [
                    None if math.isnan(span[at][0]) else [round(value, 1) for value in span[at]]
                    for span in spans.values()
                ],
                "beyond": [operation.MEASURES[name].label in alarm.split(", ") for name in spans],
            }
        )
    return made


def _log(plan: operation.Plan, looks: list[dict[str, Any]], end: int) -> list[dict[str, Any]]:
    """Line by line, what was measured and done; months without a look share one."""
    lines, last = [], 0
    for look in [*looks, {"month": end + 1}]:
        month = look["month"]
        if month > last + 1:
            lines.append(_line(last + 1, month - 1, de.UNSEEN, de.UNWATCHED))
        if month <= end:
            names = [name for name, beyond in zip(plan.limits, look["beyond"], strict=True) if beyond]
            seen = de.seen(dict(zip(plan.limits, look["values"], strict=True)))
            lines.append(
                _line(month, month, seen, de.raised(names), de.after(look["right"]))
                if names
                else _line(month, month, seen, de.QUIET)
            )
        last = month
    return lines


def _line(first: int, last: int, seen: str, done: str, after: str = "") -> dict[str, Any]:
    return {"first": first, "last": last, "seen": seen, "done": done, "after": after}
