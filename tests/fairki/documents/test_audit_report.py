"""The audit report says what was found and what is open, alike in both formats."""

import datetime as dt
import io

import pytest
from docx import Document

from fairki import register
from fairki.audit import audit
from fairki.documents import audit as report
from fairki.documents import layout, word_file
from fairki.kodex import BROKEN, Kodex, Rule, patterns
from fairki.systems import catalogue, questions

DAY = dt.date(2026, 11, 3)
RULES = (Rule(patterns.NOTICE, owner="Jonas Weber"), Rule(patterns.SELECTION_RATES), Rule(patterns.APPEAL))
KODEX = Kodex("Kodex | mit Strich", RULES)


@pytest.fixture(scope="module")
def found():
    return audit(KODEX, catalogue())


@pytest.fixture(scope="module")
def own():
    answers = questions.EXAMPLE
    uses = [entry.use for entry in register.entries(register.EXAMPLE)]
    return audit(KODEX, [questions.system(use, answers.get(use.id, {})) for use in uses])


def words(paper) -> tuple[str, str]:
    """The text of the Word file and of the Markdown file."""
    document = Document(io.BytesIO(word_file.word(paper)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells]), layout.markdown(paper)


def test_every_broken_rule_stands_in_the_report_with_its_reason(found):
    text, _ = words(report.paper(found, DAY))
    broken = [f for f in found.findings if f.outcome.status == BROKEN]
    assert broken
    for finding in broken:
        assert finding.outcome.why in text


def test_every_open_point_of_the_own_systems_has_room_for_a_name(found, own):
    paper = report.paper(found, DAY, own=own)
    table = next(p for p in paper.parts if isinstance(p, layout.Table) and p.columns[0] == "Was fehlt")
    assert {row[0] for row in table.rows} == {f.outcome.why for f in own.open_points}
    assert all(row[-1] == "" for row in table.rows)


def test_a_point_that_is_open_everywhere_names_no_system(found, own):
    paper = report.paper(found, DAY, own=own)
    table = next(p for p in paper.parts if isinstance(p, layout.Table) and p.columns[0] == "Was fehlt")
    no_data = next(row for row in table.rows if "nur der Steckbrief" in row[0])
    assert no_data[1:3] == ("2", "alle")


def test_both_files_hold_summary_limits_thoughts_and_whose_register_it_is(found, own):
    first = audit(Kodex("Der erste", RULES[:1]), catalogue())
    thoughts = [("Was fehlt?", "Frau Kaya fragen"), ("Noch etwas?", "")]
    paper = report.paper(found, DAY, own=own, first=first, thoughts=thoughts, own_title="Beispiel-Register")
    for text in words(paper):
        assert first.score.why in text and found.score.why in text
        assert "Frau Kaya fragen" in text and "Noch etwas?" not in text
        assert "Beispiel-Register" in text and report.de.LIMITS[0] in text


def test_an_audit_without_rules_makes_no_report():
    with pytest.raises(layout.EmptyPaperError, match="noch nichts geprüft"):
        report.paper(audit(Kodex(), catalogue()), DAY)
