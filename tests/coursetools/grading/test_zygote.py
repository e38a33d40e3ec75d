"""The process before both sides of an exercise: locked cells run there first, and can do no harm."""

import builtins
import signal

import pytest

from coursetools.grading.inside import zygote


def test_locked_cells_share_a_namespace_of_their_own(monkeypatch):
    monkeypatch.setattr(builtins, "seen", None, raising=False)
    zygote.run_locked(["import builtins\nown = 2", "builtins.seen = own + 1"], 5)
    assert builtins.seen == 3 and "own" not in globals()


def test_a_locked_cell_that_never_ends_is_left_behind():
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(TimeoutError):
        zygote.run_locked(["while True:\n    pass"], 0.1)
    assert signal.getsignal(signal.SIGALRM) == before and signal.getitimer(signal.ITIMER_REAL) == (0, 0)
