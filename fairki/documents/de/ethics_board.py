"""The minutes of the KI-Ethikrat in words."""

from fairki import company, manifest

TITLE = "Protokoll des KI-Ethikrats"
PLACE = manifest.place("04.4")

EXERCISE = f"Ein Übungsfall {company.current().genitive}. Die Form passt auch für echte Fälle."
HEARD = "Gehört wurden"
HEARD_COLUMNS = ("Wer", "Was gesagt wurde")
DECISION = "Beschluss"
CONDITIONS = "Dazu gehört:"
REASON = "Begründung"
OBJECTION = "Der stärkste Einwand"


def case(title: str) -> str:
    """The heading of the case."""
    return f"Der Fall: {title}"


def decided(title: str, meaning: str) -> str:
    """What was decided and what that means."""
    return f"{title}. {meaning}"


def head(name: str) -> str:
    """The alternative text of a drawing."""
    return f"Gezeichneter Kopf: {name}"
