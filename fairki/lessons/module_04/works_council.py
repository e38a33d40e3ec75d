"""When which step with the works council? Five situations, one of which needs none."""

from fairki import reference, ui
from fairki.lessons.module_04.de import works_council as de
from fairki.lessons.scene import Scene

SITUATIONS = "04.betriebsrat"


def works_council() -> Scene:
    """Put each situation to the step that the law has for it."""
    return Scene(ui.Cards(SITUATIONS, cards(), de.STEPS, seconds=0, label=de.LABEL))


def cards() -> list[dict[str, object]]:
    """The situations as ``ui.Cards`` wants them; the law is quoted with its source."""
    return [
        {
            "id": id,
            "title": one.title,
            "facts": [[de.HAPPENS, one.happens]],
            "reply": {
                "answer": one.step,
                "why": de.why(one, reference.law(one.law) if one.law else None),
                "known": True,
            },
        }
        for id, one in de.SITUATIONS.items()
    ]
