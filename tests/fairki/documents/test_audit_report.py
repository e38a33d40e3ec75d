"""The audit report says what was found and what is open, alike in both formats."""

import datetime as dt
import io

import pytest
from docx import Document

from fairki import audit as audits
from fairki import register
from fairki.audit import audit
from fairki.documents import audit as report
from fairki.documents import layout, word_file
from fairki.kodex import BROKEN, Kodex, Rule, patterns, stored
from fairki.systems import DECISIONS, TEXTS, catalogue, questions
from fairki.texts import text_systems

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


def test_systems_that_write_stand_beside_those_that_decide_once_they_were_audited(found):
    rules = (*RULES, Rule(patterns.NAME_SWAP), Rule(patterns.HUMAN_READS, owner="Ela Kaya"))
    written = audit(Kodex("Beides", rules), text_systems.sixteen())
    plain = report.paper(found, DAY)
    paper = report.paper(found, DAY, texts=written)
    for text in words(plain):
        assert report.de.PRACTICE[TEXTS] not in text and rules[-1].sentence not in text
    for text in words(paper):
        assert report.de.PRACTICE[DECISIONS] in text and report.de.PRACTICE[TEXTS] in text
        assert written.score.why in text and found.score.why in text and "Ela Kaya" in text
        assert all(system.name in text for system in written.systems)
    text, _ = words(paper)
    for finding in written.findings:
        assert (finding.outcome.why in text) == (finding.outcome.status == BROKEN)
    numbers = next(p for p in paper.parts if isinstance(p, layout.Table) and p.columns[0] == "Nr.")
    assert [row[0] for row in numbers.rows] == ["1", "2", "3", "4", "5"]


def test_an_audit_of_systems_that_write_is_a_report_of_its_own():
    written = audit(Kodex("Texte", (Rule(patterns.NAME_SWAP),)), text_systems.sixteen())
    _, text = words(report.paper(written, DAY))
    assert report.de.PRACTICE[TEXTS] in text and written.score.why in text
    overview = next(
        p for p in report.paper(written, DAY).parts if isinstance(p, layout.Table) and "Verletzt" in p.columns
    )
    counts = {row[0][0]: row[1:] for row in overview.rows}
    for system, row in zip(written.systems, written.rows, strict=True):
        assert sum(int(count) for count in counts[system.name]) == sum(finding is not None for finding in row)


@pytest.mark.parametrize(
    ("rules", "audited", "shown"),
    [
        ((patterns.NOTICE, patterns.NAME_SWAP), False, [DECISIONS]),
        ((patterns.NOTICE, patterns.NAME_SWAP), True, [DECISIONS, TEXTS]),
        ((patterns.NAME_SWAP,), True, [TEXTS]),
        ((patterns.NAME_SWAP,), False, []),
    ],
)
def test_the_folder_lists_systems_that_write_if_they_were_audited(rules, audited, shown):
    kodex = stored.to_value(Kodex(rules=tuple(map(Rule, rules))))
    answers = {stored.KEY: kodex, register.KEY: register.EXAMPLE}
    answers |= {audits.TEXTS_KEY: {"erste": kodex, "letzte": kodex}} if audited else {}
    headings = [part.text for part in report.SECTION.parts(answers) if isinstance(part, layout.Heading)]
    assert [kind for kind in (DECISIONS, TEXTS) if report.de.PRACTICE[kind] in headings] == shown
    assert (report.OWN_TITLE in headings) == (DECISIONS in shown)


def test_an_audit_without_rules_makes_no_report():
    with pytest.raises(layout.EmptyPaperError, match="noch nichts geprüft"):
        report.paper(audit(Kodex(), catalogue()), DAY)
