"""What stands between Python and JavaScript in the third wall, and a judge that goes back for the next hand-in."""

import json
import time

import pytest
from banks import ROOT
from grading import LIMITS, outputs

from coursetools import machine
from coursetools.grading import sandbox
from coursetools.grading.inside import codec
from coursetools.grading.job import Assignment

pytestmark = [
    pytest.mark.xdist_group("grading_deno"),
    pytest.mark.needs(machine.DENO),
    pytest.mark.usefixtures("deno"),
]

REACHED = """
import sys
del sys.modules["_pyodide_core"]  # from now on nothing says that it is not to be found
import _pyodide_core as core
"""


@pytest.mark.parametrize("attempt", ["core.to_js([1])", 'core.to_js({"a": 1})', "core.create_proxy([]).x"])
def test_who_makes_an_object_of_javascript_ends(grade, attempt):
    code = f"{REACHED}print('GELUNGEN', {attempt})"
    result = grade({"base": "light", "answers": {"a1": code}}, LIMITS)
    assert "GELUNGEN" not in outputs(result, "a1")
    assert "crash" in {incident.kind for incident in result.incidents}


def test_a_library_that_is_not_ours_is_not_loaded(grade):
    code = r"""
import ctypes
with open("fremd.so", "wb") as file:
    file.write(b"\0asm\1\0\0\0\0\x0c\x08dylink.0\1\4\0\0\0\0")
try:
    print("GELUNGEN", ctypes.CDLL("/arbeit/fremd.so"))
except OSError as error:
    print(str(error).splitlines()[-1])
"""
    result = grade({"base": "light", "answers": {"a1": code}}, LIMITS)
    assert outputs(result, "a1") == "CompileError: a foreign library\n"


def test_a_judge_that_is_used_again_knows_nothing_of_the_hand_in_before():
    _, judges = sandbox.shared().stages(Assignment.load(ROOT, "bewusstsein"), LIMITS)

    def judged(answer: object) -> list[dict]:
        judge = judges.child()
        for cell in ("start", "a1-tabelle"):
            judge.send(b"l", cell.encode())
        if answer is not None:
            judge.send(b"b", b"abstand_abgelesen\0" + codec.encode(answer))
        judge.send(b"r", b"a1-test-1")
        kind, told = judge.receive(1 << 20, time.monotonic() + 30)
        judge.end()
        assert kind == b"o"
        return json.loads(told)

    empty = judged(None)
    (error,) = judged(90)
    assert error["ename"] == "NotYetRight"
    assert error not in empty
    assert judged(None) == empty
    assert judged(90) == [error]
