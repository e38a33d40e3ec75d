"""The third wall gives the same points as the other two, and attacks earn and reach nothing in it either.

A part of it: each exercise and each attack has its turn once in three days (``tests/turns.py``). All banks and all
attacks are what ``benchmarks/walls.py Deno`` grades, and it names every difference.
"""

import pytest
from banks import BANKS, ROOT, SLUGS, attacks, bank, described, expected, made
from grading import LIMITS, looks, outputs, points
from turns import ROUNDS, TURN, on_turn

from coursetools import machine
from coursetools.grading import sandbox
from coursetools.grading.job import Assignment, Job, Limits
from coursetools.grading.runner import Runner

pytestmark = [
    pytest.mark.xdist_group("grading_deno"),
    pytest.mark.needs(machine.DENO),
    pytest.mark.usefixtures("deno"),
]

HONEST = {"base": "light"}
WITH_TIME = Limits(LIMITS.prepare_seconds, 10, 10, 120, LIMITS.memory)
"""Honest cells take some four times as long in WebAssembly; none may fail because the machine is busy."""


def of_both_kinds(slug: str) -> list[str]:
    """A hand-in that answers in another way than the solution, and one that misses something."""
    partial = [path.stem for path in bank(slug) if path.stem.startswith("partial")]
    return ["full_other_ways", partial[TURN // ROUNDS % len(partial)]]


@pytest.mark.parametrize("slug", on_turn(SLUGS))
def test_hand_ins_earn_the_same_as_elsewhere(slug):
    exercise = Assignment.load(ROOT, slug)
    given = {name: described(BANKS / slug / f"{name}.toml") for name in of_both_kinds(slug)}
    jobs = {name: Job(exercise.key, made(slug, one).encode()) for name, one in given.items()}
    with Runner([exercise], limits=WITH_TIME) as runner:
        results = {result.key: result for result in runner.map(jobs.values())}
    for name, job in jobs.items():
        assert points(results[job.key]) == expected(slug, given[name]), name
        assert results[job.key].incidents == (), name


@pytest.fixture(scope="module")
def honest(grade, deno):
    return grade(HONEST)


@pytest.mark.parametrize("name", on_turn([path.stem for path in attacks()]))
def test_an_attack_earns_what_it_deserves_and_leaves_nothing_behind(grade, honest, name):
    attack = described(next(path for path in attacks() if path.stem == name))
    result = grade(attack)
    assert sandbox.wall() == sandbox.DENO
    assert points(result) == expected(attack["slug"], attack)
    assert {incident.kind for incident in result.incidents} >= set(attack.get("told", []))
    assert "GELUNGEN" not in outputs(result)
    (look,) = looks(attack["slug"], result)
    assert [name for name in attack.get("named", []) if name not in " ".join(look.reasons)] == []
    after = grade(HONEST)
    assert (after.grades, after.incidents, after.notebook) == (honest.grades, (), honest.notebook)


def printed(grade, code: str, limits: Limits = LIMITS) -> str:
    """What a hand-in's cell prints, or with which error it ends."""
    return outputs(grade({"base": "light", "answers": {"a1": code}}, limits), "a1")


def test_a_hand_in_sees_files_in_memory_and_nothing_of_the_machine(grade, tmp_path):
    other = tmp_path / "geheim.txt"
    other.write_text("geheim")
    answers = "/lib/python3.14/site-packages/fairki/reference/answers"
    wanted = [str(other), str(ROOT), "/etc/passwd", "/root", "/usr/bin", answers]
    code = f"""
import os
print([place for place in {wanted} if os.path.exists(place)], os.getcwd(), os.listdir())
print([name for name, value in os.environ.items() if {str(ROOT)!r} in value])
"""
    assert printed(grade, code) == "[] /arbeit []\n[]\n"


def test_python_finds_no_way_to_javascript(grade):
    code = """
import gc, importlib, sys
names = ("js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core")
found = []
for step in range(2):
    for name in names:
        try:
            found.append(importlib.import_module(name).__name__)
        except ImportError:
            pass
    for name in [one for one in sys.modules if one.partition(".")[0] in names]:
        del sys.modules[name]  # from now on nothing says that they are not to be found
reached = []
for thing in gc.get_objects():
    if type(thing).__name__ == "JsFinder":
        reached += thing.jsproxies.values()
core = sys.modules.get("_pyodide_core")
for attempt in (
    lambda: core.to_js([1]).constructor.constructor("return 1")(),
    lambda: core.to_js({"a": 1}).constructor,
    lambda: reached[0].Object,
    lambda: reached[0].eval("1"),
):
    try:
        print("GELUNGEN", attempt())
    except BaseException as error:
        pass
print("Ende")
"""
    assert printed(grade, code) == "Ende\n"


def test_there_are_no_threads_programs_networks_or_a_keyboard(grade):
    code = """
import os, socket, subprocess, threading
for attempt in (
    lambda: threading.Thread(target=print).start(),
    lambda: subprocess.run(["ls"]),
    lambda: socket.create_connection(("127.0.0.1", 9), 1),
    lambda: os.fork(),
    lambda: input(),
):
    try:
        print("GELUNGEN", attempt())
    except (RuntimeError, OSError, AttributeError, EOFError) as error:
        pass
os.write(1, b"o" + bytes(4))
print("Ende")
"""
    assert printed(grade, code) == "Ende\n"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("while True:\n    pass", "timeout"),
        ("import time\ntime.sleep(600)", "timeout"),
        ("haufen = []\nwhile True:\n    haufen.append(bytearray(1 << 24))", "memory"),
        ("with open('voll', 'wb') as voll:\n    while True:\n        voll.write(bytes(1 << 20))", "folder"),
    ],
    ids=["loop", "sleep", "memory", "folder"],
)
def test_limits_stop_one_cell_and_are_told_as_elsewhere(grade, code, kind):
    result = grade({"base": "light", "answers": {"a2": code}}, Limits(20, 3, 3, 60, 100 << 20))
    assert {incident.kind for incident in result.incidents} >= {kind}
    assert points(result) == expected("bewusstsein", HONEST) | {"a2-test-1": 0}
