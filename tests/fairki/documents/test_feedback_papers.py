"""The history of the Kodex and the feedback plan say what was settled, and call open what is open."""

import datetime as dt

import pytest

from fairki.documents import kodex_history, layout
from fairki.errors import BadAnswerError
from fairki.kodex import Kodex, Rule, history, patterns

MONDAY, FRIDAY = dt.date(2026, 11, 2), dt.date(2026, 11, 6)
NOTICE = Rule(patterns.NOTICE, owner="Jonas Weber", channel="kodex@firma.example")
SHORT, LONG = (Rule(patterns.APPEAL, {"frist": days}) for days in (7, 30))


@pytest.fixture
def grown() -> history.History:
    begun = history.History(MONDAY, Kodex("Unser Kodex", (NOTICE, SHORT)))
    begun = begun.then(
        history.Change(MONDAY, "Einspruch 4", "Zu | kurz", Kodex("Unser Kodex", (NOTICE, LONG)))
    )
    return begun.then(history.Change(FRIDAY, "", "", Kodex("Kodex 2", (LONG, Rule(patterns.REASON)))))


def test_the_history_tells_day_occasion_reason_and_both_wordings(grown):
    text = layout.markdown(kodex_history.paper(grown, FRIDAY))
    assert "2 Änderungen seit dem 2. November 2026." in text
    assert "| 2. November 2026 | Einspruch 4 | Zu \\| kurz |" in text
    assert "| 6. November 2026 | nicht genannt | nicht genannt |" in text
    assert f"- Vorher: {SHORT.sentence}\n- Jetzt: {LONG.sentence}" in text
    assert f"- Neu: {Rule(patterns.REASON).sentence}" in text
    assert f"- Entfallen: {NOTICE.sentence} Zuständig: Jonas Weber. Meldeweg: kodex@firma.example." in text
    assert text.index("Die erste Fassung") < text.rindex(SHORT.sentence)


def test_the_section_says_the_same_as_the_paper(grown):
    parts = kodex_history.SECTION.parts({history.KEY: history.to_value(grown)})
    assert parts == kodex_history.paper(grown, FRIDAY).parts[1:]
    assert all(part.level <= 2 for part in parts if isinstance(part, layout.Heading))


def test_without_a_change_there_is_no_history(grown):
    begun = history.History(grown.day, grown.start)
    assert kodex_history.SECTION.parts({}) == []
    assert kodex_history.SECTION.parts({history.KEY: history.to_value(begun)}) == []
    for nothing in (None, begun):
        with pytest.raises(layout.EmptyPaperError, match="keine Änderung"):
            kodex_history.paper(nothing, FRIDAY)


def test_a_damaged_history_is_refused(grown):
    value = history.to_value(grown) | {"aenderungen": "keine"}
    with pytest.raises(BadAnswerError):
        kodex_history.SECTION.parts({history.KEY: value})
