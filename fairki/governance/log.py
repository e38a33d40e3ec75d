"""The log of a wrong decision: who did what and when, and at which place the chain of controls broke.

A log is made from a seed and knows which fault was planted in it; ``breaks`` has to find that out from the
entries alone, as a learner does.
"""

import datetime as dt
from dataclasses import dataclass

import numpy as np

from fairki import company
from fairki.governance.de import log as de

APPROVAL, CHANGE, ALARM, LOOK, SCORE, DECISION, COMPLAINT = (
    "freigabe",
    "aenderung",
    "alarm",
    "nachgesehen",
    "wert",
    "entscheidung",
    "beschwerde",
)
KINDS = de.KINDS
"""What an entry tells of, id → German name."""

UNAPPROVED, UNANSWERED, WAVED_THROUGH = "ohne_freigabe", "alarm_liegt", "durchgewinkt"
BREAKS = de.BREAKS
"""How the chain can break, id → German name."""

SYSTEM, MONITOR = de.SYSTEM, de.MONITOR
"""The two programs in the log; everybody else is a person."""
PEOPLE = company.current().people
RESPONSIBLE = PEOPLE.algorithm.signed
DAYS_TO_ANSWER = 3
"""An alarm that nobody has looked at after so many working days counts as unanswered."""
SECONDS_TO_READ = 60
"""Below this time per case a decision counts as waved through."""
START = dt.date(2026, 3, 2)
"""Where the story begins; pages show day and month only."""


@dataclass(frozen=True)
class Entry:
    """A line of the log.

    Attributes:
        at: when.
        kind: key of ``KINDS``.
        who: the program or the person.
        about: what it is about, such as ``"Formular"`` or the number of an application.
        text: what happened, one German sentence.
        cases: for a decision, how many cases were decided together.
        minutes: for a decision, how long it took.
    """

    at: dt.datetime
    kind: str
    who: str
    about: str
    text: str
    cases: int = 0
    minutes: int = 0


@dataclass(frozen=True)
class Log:
    """The entries in order of time, the application that got the wrong decision, and the planted fault."""

    entries: tuple[Entry, ...]
    case: str
    planted: str


def make(seed: int, planted: str) -> Log:
    """A log in which the chain breaks at one place.

    Args:
        seed: where days, times and numbers come from.
        planted: key of ``BREAKS``.

    Raises:
        KeyError: there is no such fault.
    """
    BREAKS[planted]
    rng = np.random.default_rng(seed)
    case = de.case(int(rng.integers(1100, 1900)))

    def at(day: int) -> dt.datetime:
        """A time within the working hours of a working day, counted from the start."""
        date = np.busday_offset(START, int(day)).astype(dt.date)
        return dt.datetime.combine(date, dt.time(int(rng.integers(8, 16)), int(rng.integers(60))))

    changed = int(rng.integers(5, 10))
    alarmed = changed + int(rng.integers(8, 12))
    proposed = at(alarmed + int(rng.integers(7, 10)))
    many = planted == WAVED_THROUGH
    cases = int(rng.integers(60, 90) if many else rng.integers(14, 22))
    minutes = int(rng.integers(5, 10) if many else cases * rng.integers(4, 7))
    entries = [
        Entry(at(0), APPROVAL, PEOPLE.leader.name, SYSTEM, de.MAY_SORT),
        Entry(
            at(changed),
            CHANGE,
            PEOPLE.it.name,
            de.FORM,
            de.SHORTER,
        ),
        Entry(at(changed + 3), ALARM, MONITOR, de.ARRIVALS, de.NOTHING_CAME),
        Entry(at(changed + 4), LOOK, RESPONSIBLE, de.ARRIVALS, de.RUNS_AGAIN),
        Entry(proposed, SCORE, SYSTEM, case, de.proposal(int(rng.integers(31, 45)))),
        Entry(
            proposed.replace(hour=16, minute=int(rng.integers(10, 50))),  # a proposal comes before 16:00
            DECISION,
            PEOPLE.clerk.signed,
            case,
            de.confirmed(cases, minutes),
            cases,
            minutes,
        ),
        Entry(
            at(alarmed + int(rng.integers(15, 20))),
            COMPLAINT,
            de.APPLICANT,
            case,
            de.OBJECTION,
        ),
    ]
    if planted != UNAPPROVED:
        entries.append(Entry(at(changed - 2), APPROVAL, PEOPLE.ethics.signed, de.FORM, de.APPROVED))
    if planted == UNANSWERED:
        entries.append(Entry(at(alarmed), ALARM, MONITOR, de.RATES, de.BEYOND_LIMIT))
    return Log(tuple(sorted(entries, key=lambda entry: entry.at)), case, planted)


def unapproved(log: Log) -> list[Entry]:
    """The changes that nobody had approved before."""
    return [
        entry
        for entry in log.entries
        if entry.kind == CHANGE
        and not any(
            one.kind == APPROVAL and one.about == entry.about and one.at < entry.at for one in log.entries
        )
    ]


def unanswered(log: Log) -> list[Entry]:
    """The alarms that nobody looked at within ``DAYS_TO_ANSWER`` working days."""
    return [
        entry
        for entry in log.entries
        if entry.kind == ALARM
        and not any(
            one.kind == LOOK
            and one.about == entry.about
            and one.at > entry.at
            and np.busday_count(entry.at.date(), one.at.date()) <= DAYS_TO_ANSWER
            for one in log.entries
        )
    ]


def waved_through(log: Log) -> list[Entry]:
    """The decisions that left less than ``SECONDS_TO_READ`` seconds for each case."""
    return [
        entry
        for entry in log.entries
        if entry.kind == DECISION and 60 * entry.minutes < SECONDS_TO_READ * entry.cases
    ]


def breaks(log: Log) -> list[str]:
    """At which places the chain broke (keys of ``BREAKS``), read from the entries alone."""
    looks = {UNAPPROVED: unapproved, UNANSWERED: unanswered, WAVED_THROUGH: waved_through}
    return [name for name, look in looks.items() if look(log)]


def decided_by(log: Log) -> Entry:
    """The entry with which the wrong decision was made. A program's proposal is none."""
    return next(
        entry for entry in reversed(log.entries) if entry.kind == DECISION and entry.about == log.case
    )
