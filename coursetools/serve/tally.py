"""What happened how often since this process began, for whoever watches over it: numbers, and nothing of whom."""

from collections import Counter

PAGES, VOTES, JOINS, FAILED, REFUSED = "pages", "votes", "joins", "failed", "refused"

counts: Counter[str] = Counter()
refusals: Counter[str] = Counter()
"""By reason: a fixed word of ours."""


def count(what: str, number: int = 1) -> None:
    """Count something that happened."""
    counts[what] += number


def refuse(reason: str) -> None:
    """Count somebody or something that was refused."""
    refusals[reason] += 1
