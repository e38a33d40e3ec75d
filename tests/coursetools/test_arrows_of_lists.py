"""A list to choose from shows its arrow, which ``fairki.css`` draws as a background."""

import re

import pytest

from fairki import manifest

ALONE = ("phone.css", "page.css")
"""Style sheets of pages without ``fairki.css``; there the browser draws the arrow."""
SHEETS = sorted(
    path for path in (manifest.ROOT / "coursetools").rglob("*.css") if path.name not in ALONE
)  # fmt: skip


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_no_sheet_paints_over_the_arrow(path):
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", path.read_text(encoding="utf-8"))
    assert rules
    lists = [
        selector.strip()
        for selector, said in rules
        if re.search(r"\bselect\b", selector) and "background:" in said
    ]
    assert lists == []
