"""The judge alone: whose exceptions it repeats, what it takes from the shelf, and how much of a cell it shows."""

import json
import time

import pytest

from coursetools.grading.inside import judge
from fairki import metrics, remembered


@pytest.mark.parametrize("name", ["ZeroDivisionError", "KeyError", "Exception"])
def test_an_exception_of_a_handed_in_function_keeps_its_kind_and_loses_its_words(name):
    raised = judge._raised(json.dumps([name, "the inputs of a hidden test"]).encode())
    assert type(raised).__name__ == name and isinstance(raised, Exception)
    assert str(raised) == ""


@pytest.mark.parametrize(
    "reply",
    [b'["print"]', b'["LECK42"]', b'["__doc__"]', b"[]", b"{}", b"[[1]]", b"[7]", b"7", b"", b"\xff"],
)
def test_whatever_is_no_exception_of_python_is_just_an_exception(reply):
    raised = judge._raised(reply)
    assert type(raised).__name__ == "Exception" and str(raised) == ""


def test_of_what_a_cell_prints_the_first_twenty_thousand_letters_are_shown():
    one = judge._Judge(frozenset())
    one.add("long", "print(19_999 * 'x' + 'yz')")
    assert [entry["text"] for entry in one.run("long")] == [19_999 * "x" + "y"]


class TestFromShelf:
    @pytest.fixture
    def slow(self, monkeypatch):
        """A function of ours that takes long enough to be worth remembering, and its calls."""
        calls = []

        def gap(*arguments):
            calls.append(arguments)
            time.sleep(2 * remembered.WORTH_IT)
            return len(calls)

        gap.__module__, gap.__qualname__ = metrics.__name__, "gap"
        monkeypatch.setattr(remembered, "shelf", remembered.Shelf())
        return gap, calls

    def test_what_took_long_is_remembered_by_its_arguments(self, slow):
        function, calls = slow
        remembering = judge.from_shelf(function)
        assert [remembering(1), remembering(1), remembering(2)] == [1, 1, 2] and len(calls) == 2

    def test_with_arguments_that_are_no_plain_data_nothing_is_remembered(self, slow):
        function, _ = slow
        remembering = judge.from_shelf(function)
        handed_in = lambda: None  # noqa: E731
        assert [remembering(handed_in), remembering(handed_in)] == [1, 2]

    def test_other_peoples_functions_are_left_alone(self, slow):
        function, _ = slow
        assert judge.from_shelf(len) is len
        function.__module__ = "pandas.core"
        assert judge.from_shelf(function) is function
        function.__module__ = "fairki.checks"
        assert judge.from_shelf(function) is function
