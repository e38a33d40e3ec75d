"""Who may see which score, and what the log of it must not become (unit 4)."""

from fairki import reference, ui
from fairki.governance import rights
from fairki.lessons.module_04.de import rights as de
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown

KEYS = {score: f"04.rechte.{score}" for score in rights.SCORES}
"""Score → key of the roles that may see it."""
LOG = "04.rechte"


def who_may_see() -> Scene:
    """Tick who may see each score; then what follows."""
    roles = list(rights.ROLES.items())
    asked = [
        ui.Choice(key, label=de.may_see(score), options=roles, kind="checkbox") for score, key in KEYS.items()
    ]
    return Scene(*asked, ui.Text(), reveal=what_follows)


def what_follows(answers: Answers) -> Shown:
    """For each score who sees too much and who is missing, and a month with these rights."""
    given = {score: answers[key] or [] for score, key in KEYS.items()}
    if not any(given.values()):
        return Shown(de.NOTHING_TICKED)
    found = {score: (rights.too_much(given, score), rights.missing(given, score)) for score in rights.SCORES}
    return Shown(de.consequences(found, rights.month(given)))


def guess_log() -> Scene:
    """Guess what the log must not become, then see why."""
    return Demonstration(
        ui.Guess(LOG, question=de.LOG, kind="choice", options=de.LOG_USES), reveal=what_the_log_must_not_be
    )


def what_the_log_must_not_be(answers: Answers) -> Shown:
    """A control of performance, and what the law says; a piece of the log."""
    hit = answers[LOG] == de.MISUSE
    return Shown(de.log(hit, reference.law("mitbestimmung")), hit=hit)
