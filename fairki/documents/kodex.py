"""The Kodex as a document: the rules, what they are good for, what is still open, and room for signatures."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from fairki import manifest, speech
from fairki.documents.layout import EmptyPaperError, Heading, Items, Paper, Part, Prose, Table
from fairki.documents.section import Section
from fairki.kodex import Kodex, stored

PURPOSE = (
    "Dieser Kodex sagt, was wir von Systemen erwarten, die über Menschen entscheiden oder solche Entscheidungen"
    " vorbereiten. Jede Regel ist so geschrieben, dass man sie an einem System prüfen kann.",
    "Ein Kodex ist nie fertig. Wir prüfen mindestens einmal im Jahr, ob die Regeln noch passen.",
)
NOBODY, NOWHERE = "noch offen", "noch offen"
SIGNATURES = 4
"""Empty rows to sign in."""


def paper(
    kodex: Kodex,
    on: dt.date,
    aspects: Mapping[str, str],
    thoughts: Sequence[tuple[str, str]] = (),
    clashes: Sequence[str] = (),
) -> Paper:
    """The document of a Kodex.

    Args:
        kodex: the Kodex.
        on: today.
        aspects: key → German name of the course's aspects.
        thoughts: the learner's own notes: question, answer.
        clashes: sentences about rules that do not go together.

    Raises:
        EmptyPaperError: the Kodex has no rules.
    """
    if not kodex.rules:
        raise EmptyPaperError(
            "Ihr Kodex ist noch leer.", "Nehmen Sie im Kodex-Baukasten zuerst eine Regel auf."
        )
    parts = [*_body(kodex, aspects, clashes)]
    answered = [(question, answer) for question, answer in thoughts if answer]
    if answered:
        parts.append(Heading("Unsere Überlegungen"))
        for question, answer in answered:
            parts += [Heading(question, 2), Prose(answer)]
    parts += [
        *_signatures(),
        Prose(
            "Entstanden im Kurs „Fairer und kluger KI-Einsatz“. Orientierung, keine Rechtsberatung.",
            muted=True,
        ),
    ]
    return Paper(kodex.title, f"{_count(kodex)} für den Einsatz von KI", on, parts)


def _section(answers: Mapping[str, Any]) -> list[Part]:
    """The Kodex as a part of the folder; the notes of all modules have a part of their own there."""
    kodex = stored.from_value(answers[stored.KEY]) if stored.KEY in answers else Kodex()
    if not kodex.rules:
        return []
    title = Prose(f"{kodex.title}: {_count(kodex)} für den Einsatz von KI.")
    return [title, *_body(kodex, manifest.read().aspects), *_signatures()]


SECTION = Section("Unser KI-Kodex", "Modul 2, Einheit „Unser Kodex“", (stored.KEY,), _section)


def _body(kodex: Kodex, aspects: Mapping[str, str], clashes: Sequence[str] = ()) -> list[Part]:
    parts: list[Part] = [
        Heading("Wozu dieser Kodex da ist"),
        *map(Prose, PURPOSE),
        Heading("Unsere Regeln"),
        _rules(kodex),
        Heading("Was der Kodex abdeckt"),
        _coverage(kodex, aspects),
    ]
    if points := [*_not_anchored(kodex), *_uncovered(kodex, aspects), *clashes]:
        parts += [Heading("Offene Punkte"), Items(tuple(points))]
    return parts


def _signatures() -> list[Part]:
    return [
        Heading("Beschlossen von"),
        Table(("Name und Rolle", "Datum", "Unterschrift"), (("", "", ""),) * SIGNATURES, (3, 1.5, 3), 1.0),
    ]


def _count(kodex: Kodex) -> str:
    return speech.count_of(len(kodex.rules), "Regel", "Regeln")


def _rules(kodex: Kodex) -> Table:
    rows = tuple(
        (str(number), (rule.sentence, rule.kind.hint), rule.owner or NOBODY, rule.channel or NOWHERE)
        for number, rule in enumerate(kodex.rules, 1)
    )
    return Table(("Nr.", "Regel", "Zuständig", "Meldeweg"), rows, (0.8, 6.3, 3.3, 3.6))


def _coverage(kodex: Kodex, aspects: Mapping[str, str]) -> Table:
    rows = tuple((name, _numbers(kodex, key) or "noch keine Regel") for key, name in aspects.items())
    return Table(("Aspekt demokratischer KI", "Regeln"), rows, (3, 2))


def _numbers(kodex: Kodex, aspect: str) -> str:
    return ", ".join(str(number) for number, rule in enumerate(kodex.rules, 1) if aspect in rule.aspects)


def _not_anchored(kodex: Kodex) -> list[str]:
    missing = [str(number) for number, rule in enumerate(kodex.rules, 1) if not rule.anchored]
    if not missing:
        return []
    return [
        f"Noch nicht verankert (zuständige Person oder Meldeweg fehlt): "
        f"{'Regel' if len(missing) == 1 else 'Regeln'} {', '.join(missing)}."
    ]


def _uncovered(kodex: Kodex, aspects: Mapping[str, str]) -> list[str]:
    missing = [f"„{name}“" for key, name in aspects.items() if not _numbers(kodex, key)]
    return [f"Ohne Regel: {', '.join(missing)}."] if missing else []
