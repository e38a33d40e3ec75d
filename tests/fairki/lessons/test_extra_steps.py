"""Steps that nobody has to open: their tag and the words of their heading go together.

That nothing in them is asked of everybody is part of ``test_asks``.
"""

import json

from fairki import manifest

WORDS = "### Wenn Sie mögen: "


def test_a_step_says_that_it_is_extra_where_its_tag_does_and_nowhere_else(root):
    cells = [
        ("".join(cell["source"]), "extra" in cell["metadata"].get("tags", ()))
        for module in manifest.read().modules
        for cell in json.loads((root / "modules" / f"{module.slug}.ipynb").read_text("utf-8"))["cells"]
    ]
    extra = [text for text, tagged in cells if tagged]
    assert extra and all(text.startswith(WORDS) and "\n#" not in text for text in extra)
    assert [text for text, tagged in cells if not tagged and "# Wenn Sie mögen" in text] == []
