"""The log names the place of an error and nothing of what was worked on."""

import sys
from pathlib import Path

import pytest
from IPython.core.ultratb import VerboseTB

from coursetools.serve.tracebacks import places, plain

LESSON = """
def lesson(answer):
    raise ValueError(f"falsch: {answer}")
"""


@pytest.mark.parametrize("theme", ["nocolor", "linux"])
@pytest.mark.parametrize("course", ["kurs", "Unsere Kurse 2"])
@pytest.mark.parametrize("home", [".", "anderswo"])
def test_the_place_is_kept_and_what_a_learner_wrote_is_not(monkeypatch, tmp_path, theme, course, home):
    """Wherever the course lies: in the home folder, which IPython shortens to ~, and in folders with blanks."""
    monkeypatch.setenv("HOME", str(tmp_path / home))
    file = tmp_path / course / "lesson.py"
    file.parent.mkdir()
    file.write_text(LESSON, encoding="utf-8")
    known = {}
    exec(compile(LESSON, file, "exec"), known)
    try:
        known["lesson"]("GEHEIM\nFile /GEHEIM.py:3, in GEHEIM(x)\nGEHEIM")
    except ValueError:
        shown = VerboseTB(theme_name=theme).structured_traceback(*sys.exc_info())
    assert "GEHEIM" in "\n".join(shown)
    kept = places(shown)
    assert "GEHEIM" not in kept
    root = Path("~") if home == "." else tmp_path
    assert kept.endswith(f" → {root / course / 'lesson.py'}:3 lesson")


def test_colours_go():
    assert plain("\x1b[31mFehler\x1b[39m \x1b[38;5;28;01mhier") == "Fehler hier"
