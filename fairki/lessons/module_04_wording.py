"""What the page of module 04 says about a role table, a gate, a plan and a log: German HTML and quiz questions."""

from html import escape

from fairki.documents.layout import MONTHS
from fairki.governance import life_cycle as cycle
from fairki.governance import log, operation, roles
from fairki.lessons import module_04_texts as texts

MANY_FALSE, SOME_FALSE, FEW_FOUND, LATE = 4.0, 2.0, 0.5, 6.0
"""From so many false alarms in a year, below such a share of faults, after so many months a plan gets a word."""


def verdict(result: operation.Result) -> str:
    """What a plan is worth, in a German sentence or two; both lazy extremes are told why."""
    if result.false_alarms >= MANY_FALSE:
        return texts.CONSTANT_ALARM
    if result.share_found < FEW_FOUND:
        return texts.NEVER_ALARM
    if result.delay >= LATE:
        return texts.LATE_ALARM
    if result.false_alarms >= SOME_FALSE:
        return texts.NOISY_ALARM
    return texts.BALANCED


def log_questions(found: log.Log) -> list[dict]:
    """The quiz on a log: who decided, where the chain broke, what mends it. Answers are read from the entries."""
    (broken,) = log.breaks(found)
    entry = log.decided_by(found)
    return [
        {
            "id": "wer",
            "text": f"Wer hat über {found.case} entschieden?",
            "options": [
                {
                    "text": f"das Programm „{log.SYSTEM}“",
                    "right": False,
                    "why": "Das Programm hat die Absage vorgeschlagen. Verschickt wurde sie nach der Bestätigung.",
                },
                {
                    "text": entry.who,
                    "right": True,
                    "why": "Mit der Bestätigung wurde aus dem Vorschlag eine Entscheidung. Ob die Person eine echte "
                    "Wahl hatte, ist die nächste Frage.",
                },
                {
                    "text": "Samira Haddad, IT",
                    "right": False,
                    "why": "Die Änderung war eine Ursache. Über diese Bewerbung hat sie nicht entschieden.",
                },
            ],
        },
        {
            "id": "stelle",
            "text": "An welcher Stelle ist die Kette gerissen?",
            "options": [
                {"text": option, "right": kind == broken, "why": right if kind == broken else wrong}
                for kind, (option, right, wrong) in texts.BREAK_OPTIONS.items()
            ],
        },
        {
            "id": "hilfe",
            "text": "Was hilft am besten, damit so etwas nicht wieder geschieht?",
            "options": [
                {"text": texts.BLAME, "right": False, "why": texts.BLAME_WHY},
                *(
                    {
                        "text": text,
                        "right": kind == broken,
                        "why": texts.REPAIR_WHY if kind == broken else texts.OTHER_REPAIR_WHY,
                    }
                    for kind, text in texts.REPAIRS.items()
                ),
            ],
        },
    ]


def table_html(table: roles.RoleTable) -> str:
    """A table as a list of cards that a phone can show: each task with its duties and what is not clear."""
    cards = ""
    for id, task in roles.TASKS.items():
        held = "".join(
            f"<dt>{question}</dt><dd>{escape(', '.join(roles.holders(table, id, duty)) or 'niemand')}</dd>"
            for duty, question in roles.DUTIES.items()
        )
        kinds = dict.fromkeys(roles.KINDS[finding.kind] for finding in roles.findings(table, id))
        note = ", ".join(kinds) or "klar"
        cards += f"<details><summary><strong>{escape(task.name)}</strong>: {note}</summary><dl>{held}</dl></details>"
    return f'<div class="fk-stack">{cards}</div>'


def gate_html(gate: cycle.Gate) -> str:
    """A gate to unfold: who keeps it, which rules are looked at, and what is missing."""
    phase = cycle.PHASES[gate.phase]
    rules = "".join(
        f"<li>{escape(rule.kind.title)} (Regel {number}): "
        + (
            f"{escape(rule.owner)}, {escape(rule.channel)}"
            if rule.anchored
            else "<strong>nicht verankert</strong>"
        )
        + "</li>"
        for number, rule in gate.rules
    )
    points = "".join(f"<li>{escape(point)}</li>" for point in gate.open_points)
    state, sign, word = ("offen", "?", "noch offen") if points else ("ja", "✓", "bereit")
    return (
        f'<details class="fk-system"><summary><span class="fk-system-name">{phase.title}</span>'
        f'<span class="fk-mark" data-answer="{state}"><span class="fk-icon" aria-hidden="true">{sign}</span> '
        f"{word}</span>"
        f"</summary><p>{phase.question} Der Prozess dazu heißt {phase.process}. "
        f"Es entscheidet: {escape(', '.join(gate.keepers)) or 'noch niemand'}.</p>"
        + (f"<p>Das wird hier geprüft:</p><ul>{rules}</ul>" if rules else "")
        + (f"<p>Das fehlt noch:</p><ul>{points}</ul>" if points else "")
        + "</details>"
    )


def log_html(found: log.Log) -> str:
    """The entries of a log in order, without the year."""
    lines = "".join(
        f"<li><time>{entry.at.day}. {MONTHS[entry.at.month - 1]}, {entry.at.hour}:{entry.at:%M} Uhr</time>"
        f"<div><strong>{log.KINDS[entry.kind]}</strong> · {escape(entry.who)} · {escape(entry.about)}<br>"
        f"{escape(entry.text)}</div></li>"
        for entry in found.entries
    )
    return f'<ol class="fk-log" aria-label="Protokoll zu {found.case}">{lines}</ol>'
