"""What a page says of the learner's answers, and what paper says instead."""

import re

from coursetools.publish import de
from fairki.lessons.module_00.de import self_check


def test_each_sentence_is_still_said_by_a_page(root):
    pages = "".join(path.read_text(encoding="utf-8") for path in sorted((root / "modules").glob("*.ipynb")))
    said = pages.replace("**", "") + str(vars(self_check))
    assert [sentence for sentence in de.ON_PAPER if sentence not in said] == []


def test_whatever_notebooks_say_of_this_browser_is_told_otherwise(root):
    for path in sorted((root / "modules").glob("*.ipynb")):
        text = path.read_text(encoding="utf-8").replace("**", "")
        for sentence, here in de.ON_PAPER.items():
            text = text.replace(sentence, here)
        assert not re.search("in diesem Browser", text), path
