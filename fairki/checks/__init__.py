"""What exercise notebooks call to mark an answer. Every complaint says what is expected, and where to look.

Answers are named, not passed: ``checks.number("A1", "abstand", …)`` looks up ``abstand`` where it is called,
so that a forgotten or broken answer gets a sentence, not a NameError. A learner's value is turned into
a plain one (float, str, list, dict) before anything is compared with it. Nothing here writes to stderr,
because nbgrader takes that for a failure.
"""

from fairki.checks.answers import NotYetRight, OnlyTheExample, forget
from fairki.checks.expected import close, expect, expect_new, same, summary
from fairki.checks.objects import plan, rules, setup
from fairki.checks.reading import as_number
from fairki.checks.results import share_found, tell, tell_plan, tell_rules, tell_setup, without
from fairki.checks.shown import Shown, show, show_patterns
from fairki.checks.values import LONGEST_LIST, choice, function, number, numbers, selection, shares, table

__all__ = [
    "LONGEST_LIST",
    "NotYetRight",
    "OnlyTheExample",
    "Shown",
    "as_number",
    "choice",
    "close",
    "expect",
    "expect_new",
    "forget",
    "function",
    "number",
    "numbers",
    "plan",
    "rules",
    "same",
    "selection",
    "setup",
    "share_found",
    "shares",
    "show",
    "show_patterns",
    "summary",
    "table",
    "tell",
    "tell_plan",
    "tell_rules",
    "tell_setup",
    "without",
]
