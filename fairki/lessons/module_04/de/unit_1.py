"""German of unit 1, who does what: in the order of the page."""

from collections.abc import Collection, Mapping, Sequence

from fairki.governance import roles as governance
from fairki.governance.roles import DOUBLE, DUTIES, GAP, KINDS, OWN_REVIEW, TASKS, Role, RoleTable
from fairki.html import NOTHING, Markup, definitions, folded, html, paragraphs, strong
from fairki.speech import count_of, number

TAKE_EXAMPLE, ONE_MOMENT = "Mit der Tabelle der Firma beginnen", "Einen Moment …"
TABLE = "Ihre Rollentabelle"
SAVE, FILE = "Rollentabelle als Word-Datei speichern", "rollentabelle.docx"


def clear(tasks: int) -> str:
    """The question for how many tasks everything is clear."""
    return f"Was schätzen Sie: Bei wie vielen der {tasks} Aufgaben ist alles klar geregelt?"


def clear_unit(tasks: int) -> str:
    """What stands behind the guessed number."""
    return f"von {tasks}"


def firms_table(table: RoleTable, clear: int, findings: Mapping[str, int]) -> Markup:
    """The table of the firm, and what is wrong with it.

    Args:
        table: the table.
        clear: for how many tasks everything is clear.
        findings: kind of a finding → how many there are.
    """
    settled = strong(f"{number(clear)} von {number(len(TASKS))}")
    return (
        paragraphs(
            html("Alles klar ist nur bei {} Aufgaben. So sieht die Tabelle der Firma heute aus:", settled)
        )
        + html('<div class="fk-stack">{}</div>', NOTHING.join(_task(table, id) for id in TASKS))
        + paragraphs(
            f"Es gibt {count_of(findings[GAP], 'Lücke', 'Lücken')}. "
            f"{number(findings[DOUBLE])}-mal sind mehrere zugleich zuständig. "
            f"{number(findings[OWN_REVIEW])}-mal prüft jemand die eigene Arbeit.",
            "Niemand hat das so beschlossen. Es hat sich so ergeben.",
        )
    )


def _task(table: RoleTable, id: str) -> Markup:
    """A task to unfold: its duties and what is not clear."""
    kinds = dict.fromkeys(KINDS[finding.kind] for finding in governance.findings(table, id))
    held = {
        question: ", ".join(governance.holders(table, id, duty)) or "niemand"
        for duty, question in DUTIES.items()
    }
    return folded(
        html("{}: {}", strong(TASKS[id].name), ", ".join(kinds) or "klar"), definitions(held.items())
    )


def roles(known: Mapping[str, Role], new: Collection[str]) -> Markup:
    """The roles and what they are there for."""
    named = ((f"{role.name} (neu)" if id in new else role.name, role.does) for id, role in known.items())
    return definitions(named, "fairki")


def taken(tasks: int) -> str:
    """For how many tasks the firm's table was taken over."""
    if not tasks:
        return "Bei diesen Aufgaben steht schon etwas. Es bleibt, wie es ist."
    return f"{count_of(tasks, 'Aufgabe', 'Aufgaben')} eingetragen. Jetzt können Sie verbessern."


def own_table(
    answers: Mapping[str, Sequence[str]], clear: int, tasks: int, jam: Sequence[str], idle: Sequence[str]
) -> Markup:
    """What the learner's table says as a whole.

    Args:
        answers: founding question → names of the roles that the table gives.
        clear: for how many tasks everything is clear.
        tasks: of how many.
        jam: names of the roles that decide more than half of them.
        idle: names of the roles that stand nowhere.
    """
    held = {question: ", ".join(names) or "noch offen" for question, names in answers.items()}
    return html("<h4>Die drei Grundfragen in Ihrer Tabelle</h4>{}", definitions(held.items())) + paragraphs(
        html("Klar geregelt: {} Aufgaben.", strong(f"{number(clear)} von {number(tasks)}")),
        f"Bei mehr als der Hälfte der Aufgaben entscheidet dieselbe Rolle: {', '.join(jam)}. "
        "Dann wartet alles auf sie. Was könnte jemand anderes entscheiden?"
        if jam
        else "",
        f"Noch ohne Aufgabe: {', '.join(idle)}." if idle else "",
    )
