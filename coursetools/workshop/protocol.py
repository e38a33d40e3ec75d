"""What the room found, added up: all that outlives a workshop, and only if the facilitator takes it along."""

from typing import Any

from coursetools.workshop.de import papers as de
from coursetools.workshop.exports.findings import Findings
from fairki.documents.layout import Heading, Items, Paper, Part, Prose, Table

FILE_NAME = "protokoll.docx"


def paper(findings: Findings) -> Paper:
    """The protocol: each activity whose voting is closed and that has enough answers; never a single answer."""
    parts: list[Part] = []
    for finding in findings.found:
        parts += [Heading(finding.title), *_described(finding.result)]
    if not parts:
        parts = [Prose(de.NOTHING_YET)]
    return Paper(
        de.PROTOCOL,
        findings.title,
        findings.day,
        [*parts, Prose(de.sums_alone(findings.fewest), muted=True)],
    )


def _described(result: dict[str, Any]) -> list[Part]:
    parts: list[Part] = [Heading(result["title"], 2), Prose(result["summary"])]
    table = result["table"]
    if table["rows"]:
        parts.append(Table(tuple(table["columns"]), tuple(tuple(map(str, row)) for row in table["rows"])))
    if result["texts"]:
        parts.append(Items(tuple(result["texts"])))
    return parts + [Prose(note) for note in result["notes"]]
