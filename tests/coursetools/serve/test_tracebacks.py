"""The log names the place of an error and nothing of what was worked on."""

import sys

from IPython.core.ultratb import VerboseTB

from coursetools.serve.tracebacks import places, plain


def test_the_place_is_kept_and_what_a_learner_wrote_is_not():
    def lesson(answer):
        return int(answer)

    try:
        lesson("GEHEIM")
    except ValueError:
        for theme in ("nocolor", "linux"):
            shown = VerboseTB(theme_name=theme).structured_traceback(*sys.exc_info())
            assert "GEHEIM" in "\n".join(shown)
            kept = places(shown)
            assert "GEHEIM" not in kept
            assert f"{__file__}:" in kept and "lesson" in kept


def test_colours_go():
    assert plain("\x1b[31mFehler\x1b[39m \x1b[38;5;28;01mhier") == "Fehler hier"
