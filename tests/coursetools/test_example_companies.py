"""The example folders are whole, and each changes what people see."""

import json
import subprocess
import sys

import pytest

from coursetools import own_company
from fairki import company, manifest
from fairki.company import reading

EXAMPLES = sorted(path for path in (manifest.ROOT / "docs" / "beispiele").iterdir() if path.is_dir())
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
    assert all(f"/{key}.html" in after["footer"] for key in company.de.PAGES) and len(after["pages"]) == 4
    assert after["word, top"] == ["", 1] and firm.short in after["word, foot"]


def test_without_an_own_company_nothing_of_it_is_seen(before):
    assert before["pages"] == before["hand-in"] == [] and "Bei uns" not in before["footer"]
    assert before["word, top"] == ["", 0] and before["record"] == ["", ""]
    assert "·" not in before["header"]
