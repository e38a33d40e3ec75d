"""What the page of module 03 says about an audit, an explanation and noisy counts: data for the blocks, German HTML."""

from html import escape

import pandas as pd

from fairki import german
from fairki.audit import Audit
from fairki.kodex import BROKEN, PATTERNS, Kodex
from fairki.systems import FAULTS
from fairki.worlds import recruiting

HINTS = 2
"""Kinds of hidden faults that a hint names at once."""
SEED = 7
STRONG = 1.0
"""From this share of the score on, a reason counts as strong."""


# --- the audit -----------------------------------------------------------------------------------------


def kodex_html(kodex: Kodex, own: bool) -> str:
    """Which Kodex examines, and its rules to unfold."""
    count = german.count_of(len(kodex.rules), "Regel", "Regeln")
    first = (
        f"Es prüft: <strong>{escape(kodex.title)}</strong> mit {count}."
        if own
        else f"Sie haben noch keinen eigenen Kodex. Es prüft: der <strong>{escape(kodex.title)}</strong> mit {count}. "
        "Er ist gut gemeint, aber noch nicht gut."
    )
    items = "".join(f"<li>{escape(rule.sentence)}</li>" for rule in kodex.rules)
    return f"<p>{first}</p><details><summary>Die Regeln lesen</summary><ol>{items}</ol></details>"


def score_html(audit: Audit) -> str:
    """What was found, missed and wrongly accused; missed faults without the name of their system."""
    score = audit.score
    found = [(row["System"], row["Gefunden"]) for _, row in score.systems.iterrows() if row["Gefunden"]]
    of_systems = german.count_of(len(score.systems), "System", "Systemen")
    parts = [
        f"<p><strong>{escape(score.why)}</strong></p>",
        '<div class="fk-scores">',
        _tile(
            "✓",
            german.number(score.found),
            f"von {german.count_of(score.planted, 'Fehler', 'Fehlern')} gefunden",
        ),
        _tile("?", german.number(score.missed), "Fehler übersehen"),
        _tile("✗", german.number(score.accused), f"von {of_systems} zu Unrecht beanstandet"),
        "</div>",
        _pairs("Gefunden", found),
        _pairs(
            "Zu Unrecht beanstandet",
            audit.accusations,
            "Diese Systeme haben den Fehler nicht, auf den die Regel zielt.",
        ),
    ]
    return "".join(parts)


def _tile(sign: str, figure: str, text: str) -> str:
    return (
        f'<p class="fk-score"><span class="fk-icon" aria-hidden="true">{sign}</span> '
        f"<strong>{figure}</strong> <span>{text}</span></p>"
    )


def _pairs(title: str, pairs: list[tuple[str, str]], note: str = "") -> str:
    if not pairs:
        return ""
    items = "".join(f"<li><strong>{escape(name)}:</strong> {escape(text)}</li>" for name, text in pairs)
    return f"<h4>{title}</h4>{f'<p>{note}</p>' if note else ''}<ul>{items}</ul>"


def hint_html(audit: Audit) -> str:
    """What kind of fault is still hidden, without the system; and the solution for those who want it."""
    missed = audit.missed
    if not missed and not audit.score.accused:
        return (
            "<p><strong>Alle Fehler gefunden, nichts zu Unrecht beanstandet.</strong> Besser geht es nicht. "
            "Bei neuen Systemen können andere Fehler vorkommen. Deshalb prüft man immer wieder.</p>"
        )
    parts = []
    if missed:
        kinds = german.count_of(len(missed), "Art von Fehler", "Arten von Fehlern")
        items = "".join(f"<li>{escape(FAULTS[fault].harm)}</li>" for fault in missed[:HINTS])
        shown = "Das ist noch verborgen" if len(missed) <= HINTS else "Zwei davon"
        parts.append(
            f"<p>Noch nicht gefunden: <strong>{kinds}</strong>. {shown}:</p><ul>{items}</ul>"
            "<p>Welche Regel könnte das finden? Nehmen Sie sie in Ihren Kodex auf, oder machen Sie eine Regel "
            "strenger.</p>" + _finders_html(missed[:HINTS])
        )
    if audit.score.accused:
        parts.append(
            "<p>Manche Systeme werden zu Unrecht beanstandet. Dann ist eine Regel zu streng: "
            "Machen Sie sie etwas weiter.</p>"
        )
    rows = "".join(
        f"<tr><th scope='row'>{escape(row['System'])}</th><td>{escape(row['Fehler']) or 'kein Fehler'}</td></tr>"
        for _, row in audit.score.systems.iterrows()
    )
    parts.append(
        "<details><summary>Auflösung: Welcher Fehler steckt wo?</summary><table class='fk-solution'><thead><tr>"
        "<th scope='col'>System</th><th scope='col'>Eingebauter Fehler</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></details>"
    )
    return "".join(parts)


def _finders_html(faults: list[str]) -> str:
    """Which patterns find faults of these kinds, and how often with the suggested blanks."""
    items = []
    for fault in (FAULTS[key] for key in faults):
        often = sorted(fault.found_by.items(), key=lambda pair: -pair[1])
        named = ", ".join(f"„{PATTERNS[pattern].title}“ {found}" for pattern, found in often if found)
        items.append(f"<li><strong>{escape(fault.name)}:</strong> {escape(named)}</li>")
    return (
        "<details><summary>Welche Regel findet das?</summary><p>Ausprobiert an je 100 anderen Systemen mit diesem "
        "Fehler. In den Lücken stand, was der Kodex-Baukasten vorschlägt. So viele von 100 fand die Regel:</p>"
        f"<ul>{''.join(items)}</ul></details>"
    )


def own_html(audit: Audit, own: bool) -> str:
    """What the Kodex says about the systems of the register."""
    broken = sum(finding.outcome.status == BROKEN for finding in audit.findings)
    points = len(audit.open_points)
    whose = "Ihrem Register" if own else "dem Register der Hansen & Yıldız GmbH"
    return (
        f"<p>Der Kodex prüft {german.count_of(len(audit.systems), 'System', 'Systeme')} aus {escape(whose)}: "
        f"<strong>{german.count_of(broken, 'Verstoß', 'Verstöße')}, "
        f"{german.count_of(points, 'offener Punkt', 'offene Punkte')}</strong>. Hier gibt es keine Daten, nur die "
        "Steckbriefe aus Einheit 1. Deshalb bleibt viel offen. Je mehr Sie dort ausfüllen, desto weniger bleibt "
        "offen.</p>"
    )


# --- explanations ----------------------------------------------------------------------------------------


def case_html(case) -> str:
    """A rejected person and two explanations (``explanations.Case``)."""
    person = case.person.iloc[0]
    facts = "".join(
        f"<div><dt>{escape(recruiting.LABELS[name])}</dt><dd>{escape(_value(name, person[name]))}</dd></div>"
        for name in ("geschlecht", "test", "fachkenntnisse", "abschlussnote", "auszeit_monate", "verein")
    )
    return (
        f'<div class="fk-card"><h4 class="fk-card-title">Bewerbung {german.number(person["nummer"])}: Absage</h4>'
        f'<dl class="fk-facts">{facts}</dl></div><div class="fk-explanations">'
        f"{_explanation('Erklärung A', case.first)}{_explanation('Erklärung B', case.second)}</div>"
    )


def _explanation(title: str, explanation) -> str:
    shown = [name for name in explanation.parts.index if explanation.sign(name)][:5]
    for name in ("geschlecht", "auszeit_monate"):
        if name not in shown:
            shown.append(name)
    items = "".join(
        f"<li>{_strength(explanation, name)}: <strong>{escape(recruiting.LABELS[name])}</strong></li>"
        for name in shown
    )
    return f'<section class="fk-panel"><h4>{title}</h4><ul>{items}</ul></section>'


def _strength(explanation, name: str) -> str:
    strong = "stark " if abs(explanation.parts[name]) >= STRONG else ""
    look, sign, text = {
        1: ("fk-for", "+", f"{strong}für sie"),
        -1: ("fk-against", "−", f"{strong}gegen sie"),
        0: ("", "0", "spielt keine Rolle"),
    }[explanation.sign(name)]
    return f'<span class="{look}"><span class="fk-icon" aria-hidden="true">{sign}</span>{text}</span>'


def _value(name: str, value) -> str:
    if isinstance(value, str):
        return value
    return german.number(value, 1 if name in ("fachkenntnisse", "abschlussnote") else 0) + (
        " Monate" if name == "auszeit_monate" else ""
    )


# --- data protection ----------------------------------------------------------------------------------------


def unique_hint(share: float) -> str:
    """One sentence on a share of unique people."""
    if share < 0.01:
        return "Noch haben mindestens 99 von 100 Personen dieselben Angaben wie andere. Welche Spalte kommt dazu?"
    if share < 0.5:
        return "Namen stehen keine in der Liste. Trotzdem ist ein Teil der Menschen schon erkennbar."
    return "Namen stehen keine in der Liste. Trotzdem ist mindestens die Hälfte der Menschen erkennbar."


def noise_html(counts: pd.Series, epsilon: float) -> str:
    """True counts beside noisy ones, and what noise of this strength costs.

    Args:
        counts: group → count.
        epsilon: strength of the protection; small protects much.
    """
    from fairki import privacy

    noisy = privacy.noisy_counts(counts.to_numpy(), epsilon, SEED)
    span = privacy.noise_interval(epsilon)
    rows = "".join(
        f"<tr><th scope='row'>{escape(group)}</th><td>{german.number(count)}</td>"
        f"<td><strong>{german.number(shown)}</strong></td><td>{german.percent(span / count)}</td></tr>"
        for group, count, shown in zip(counts.index, counts, noisy, strict=True)
    )
    smallest = counts.idxmin()
    lost = [group for group, count in counts.items() if round(100 * span / count) > 50]  # as the table shows
    verdict = (
        f"Für die Gruppe „{escape(str(smallest))}“ kann der Fehler größer sein als die halbe Zahl."
        if lost == [smallest]
        else f"Der Fehler kann größer sein als die halbe Zahl bei: {', '.join(map(escape, lost))}."
        if lost
        else "Bei keiner Gruppe ist der Fehler größer als die halbe Zahl. Dafür ist der Schutz der einzelnen Person "
        "schwächer."
    )
    return (
        "<table class='fk-audit-table'><caption>Einladungen: genau und mit Rauschen gezeigt</caption>"
        "<thead><tr><th scope='col'>Gruppe</th>"
        "<th scope='col'>Genau</th><th scope='col'>Gezeigt</th><th scope='col'>Fehler bis</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
        f"<p>In 95 von 100 Fällen liegt das Rauschen zwischen {german.number(-span)} und {german.number(span)}. "
        f"{verdict}</p>"
    )
