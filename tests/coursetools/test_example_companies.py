"""The example folders are whole, and each changes what people see."""

import json
import subprocess
import sys

import pytest

from coursetools import own_company
from fairki import company, manifest
from fairki.company import reading
from fairki.feedback import reply

EXAMPLES = sorted(
    path for path in (manifest.ROOT / "docs" / "beispiele").iterdir() if (path / reading.FILE).is_file()
)
NEEDED = 8
"""So many things look different with another company."""


def seen(folder):
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "tests.example_company", str(folder)],
        capture_output=True,
        encoding="utf-8",
        cwd=manifest.ROOT,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def before():
    return seen(company.chosen.SHIPPED)


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_an_example_is_whole_and_changes_what_people_see(folder, before):
    assert own_company.complaints(folder) == []
    firm, after = reading.read(folder), seen(folder)
    assert len([place for place in before if after[place] != before[place]]) >= NEEDED
    text = json.dumps(after, ensure_ascii=False)
    assert company.shipped().name not in text and firm.name in text
    assert all(case.name in text for case in firm.cases) and len(firm.cases) >= 3
    assert all(place in text for place in firm.places) and firm.places
    case, letter = firm.board_cases[0], firm.letters[0]
    assert case.told[0] in after["board"][0][0] and case.title in after["workshop"]
    assert letter.occasion in after["letters"][0][0] and letter.person in after["letters"][0][0]
    assert all(f"/{key}.html" in after["footer"] for key in company.de.PAGES) and len(after["pages"]) == 4
    assert after["word, top"] == ["", 1] and firm.short in after["word, foot"]


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_the_first_texts_of_an_example_make_a_good_letter_and_the_last_ones_none(folder):
    for letter in reading.read(folder).letters:
        good, bad = (
            reply.look("\n\n".join(list(texts.values())[at] for texts in letter.parts.values()))
            for at in (0, -1)
        )
        assert good.complete and not good.hints, (good, good.hints)
        assert not bad.complete and bad.hints


def test_without_an_own_company_nothing_of_it_is_seen(before):
    assert before["pages"] == before["hand-in"] == [] and "Bei uns" not in before["footer"]
    assert before["word, top"] == ["", 0] and before["record"] == ["", ""]
    assert "·" not in before["header"]
