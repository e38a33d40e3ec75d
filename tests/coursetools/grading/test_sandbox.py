"""The sandbox itself: never half there, back after a crash, gone at the end."""

import json
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from banks import ROOT, expected, made
from grading import LIMITS, grade_bytes, of_container, outputs, points
from serving import alive, wait_for

from coursetools import machine
from coursetools.grading import sandbox, sheet
from coursetools.grading.deno import bundle
from coursetools.grading.job import Assignment, Job
from coursetools.grading.runner import Runner, grade_one

pytestmark = pytest.mark.xdist_group("grading")

SLUG = "bewusstsein"
HONEST = made(SLUG, {"base": "light"}).encode()
FULL = expected(SLUG, {"base": "light"})


def inside(process: psutil.Process) -> list[psutil.Process]:
    """What lives in a sandbox."""
    try:
        return process.children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def walls() -> list[psutil.Process]:
    """The sandboxes of this process."""
    return [process for process in psutil.Process().children() if process.name() == "bwrap"]


@pytest.fixture
def without_deno(monkeypatch):
    """A machine on which the course lies without its tests' tools."""
    monkeypatch.setattr(machine, "find_deno", lambda: None)


def test_without_bubblewrap_nothing_runs_and_the_error_says_what_to_install(
    monkeypatch, tmp_path, without_deno
):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(sandbox.SandboxMissingError) as caught:
        sandbox.opened()
    assert "bubblewrap" in caught.value.happened
    assert "apt install bubblewrap" in caught.value.remedy


def test_a_container_takes_the_place_of_bubblewrap_only_where_that_is_missing(monkeypatch, tmp_path):
    for name in ("podman", "bwrap"):
        (tmp_path / name).touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert sandbox.wall() == sandbox.BUBBLEWRAP
    (tmp_path / "bwrap").unlink()
    assert sandbox.wall() == sandbox.PODMAN
    (tmp_path / "podman").unlink()
    assert sandbox.wall() == sandbox.DENO


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_have_deno_and_no_other_walls(monkeypatch, tmp_path, system):
    (tmp_path / "bwrap").touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sandbox.sys, "platform", system)
    assert sandbox.wall() == sandbox.DENO


def test_linux_walls_are_not_half_there_where_deno_is_the_only_one(monkeypatch, tmp_path):
    """Without this, what is made for bubblewrap would run with no walls at all."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ValueError, match="Deno"):
        sandbox.Sandbox()


def test_what_deno_needs_is_fetched_before_anything_is_graded_and_for_it_alone(
    monkeypatch, tmp_path, without_deno
):
    asked = []

    def made(deno: str, source: Path, say) -> Path:
        asked.append(source)
        return tmp_path

    monkeypatch.setattr(bundle, "folder", made)
    monkeypatch.setattr(sandbox, "_supplied", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    sandbox.provide(None, print)  # no walls at all: whoever needs them will hear why
    monkeypatch.setattr(machine, "find_deno", lambda: "deno")
    (tmp_path / "bwrap").touch(0o755)
    sandbox.provide(None, print)
    assert asked == []
    (tmp_path / "bwrap").unlink()
    for _ in range(2):
        sandbox.provide(tmp_path / "mitgebracht", print)
    assert asked == [tmp_path / "mitgebracht"]
    assert sandbox.supply() == tmp_path


def test_where_nothing_can_be_forked_walls_are_not_left_out(monkeypatch):
    monkeypatch.delattr(sandbox.os, "fork")
    with pytest.raises(sandbox.SandboxMissingError, match="nur unter Linux und macOS"):
        sandbox.opened(shut_in=False)


@pytest.mark.parametrize(
    ("free", "hand_ins"), [(1 << 20, 1), (sandbox.DENO_ITSELF + 3 * sandbox.HAND_IN_IN_DENO, 3), (1 << 60, 8)]
)
def test_deno_takes_as_many_hand_ins_at_once_as_memory_and_processors_bear(
    monkeypatch, tmp_path, free, hand_ins
):
    class Memory:
        available = free

    monkeypatch.setattr(sandbox.os, "cpu_count", lambda: 8)
    monkeypatch.setattr(sandbox.psutil, "virtual_memory", Memory)
    (tmp_path / "bwrap").touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert sandbox.at_once() == 8
    (tmp_path / "bwrap").unlink()
    assert sandbox.at_once() == hand_ins
    assert sandbox.at_once(shut_in=False) == 8


class BareDebian:
    """A machine without anything that isolates; `asked` are the questions, `installed` the parts."""

    def __init__(self, monkeypatch, folder, user: int = 0):
        (folder / "apt-get").touch(0o755)
        (folder / "apt").touch(0o755)
        monkeypatch.setenv("PATH", str(folder))
        monkeypatch.setattr(machine.os, "geteuid", lambda: user)
        monkeypatch.setattr(machine, "install", lambda parts, say: self.installed.extend(parts))
        self.asked, self.installed = [], []

    def answers(self, typed: str | None):
        def ask(question: str) -> str:
            self.asked.append(question)
            if typed is None:
                raise EOFError
            return typed

        return ask


@pytest.mark.parametrize(
    ("typed", "yes", "questions", "installs"),
    [
        ("", False, 1, True),
        ("ja", False, 1, True),
        ("n", False, 1, False),
        (None, False, 1, False),
        (None, True, 0, True),
    ],
    ids=["Enter", "ja", "nein", "nobody there", "--ja"],
)
def test_root_on_debian_is_asked_once_whether_bubblewrap_shall_be_installed(
    monkeypatch, tmp_path, typed, yes, questions, installs
):
    debian = BareDebian(monkeypatch, tmp_path)
    sandbox.offer(debian.answers(typed), print, yes)
    assert len(debian.asked) == questions
    assert debian.installed == [machine.BUBBLEWRAP] * installs


@pytest.mark.parametrize("there", ["bwrap", "podman"])
def test_nobody_is_asked_where_hand_ins_can_be_shut_in(monkeypatch, tmp_path, there):
    debian = BareDebian(monkeypatch, tmp_path)
    (tmp_path / there).touch(0o755)
    sandbox.offer(debian.answers("ja"), print, yes=True)
    assert debian.asked == debian.installed == []


def test_who_may_not_install_gets_the_one_command_to_type(monkeypatch, tmp_path, without_deno):
    debian = BareDebian(monkeypatch, tmp_path, user=1000)
    sandbox.offer(debian.answers("ja"), print, yes=True)
    assert debian.asked == debian.installed == []
    with pytest.raises(sandbox.SandboxMissingError) as caught:
        sandbox.wall()
    assert caught.value.remedy == "Bitte geben Sie ein: sudo apt install bubblewrap"


def test_docker_alone_is_not_enough_and_the_error_says_so(monkeypatch, tmp_path, without_deno):
    (tmp_path / "docker").touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(sandbox.SandboxMissingError) as caught:
        sandbox.wall()
    assert "Docker allein genügt nicht" in caught.value.remedy


@pytest.mark.parametrize(("system", "hint"), [("win32", "wsl --install"), ("freebsd14", "Rechner mit Linux")])
def test_without_deno_other_systems_refuse_and_say_where_it_works(monkeypatch, without_deno, system, hint):
    monkeypatch.setattr(sandbox.sys, "platform", system)
    with pytest.raises(sandbox.SandboxMissingError) as caught:
        sandbox.wall()
    assert "fehlt ein Sandkasten" in caught.value.happened
    assert hint in caught.value.remedy


def test_a_podman_that_refuses_is_explained(monkeypatch, tmp_path):
    program = tmp_path / "podman"
    program.write_text("#!/bin/sh\necho 'Error: cannot set up namespace using newuidmap' >&2\nexit 125\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(sandbox.SandboxMissingError, match="using newuidmap") as caught:
        sandbox.Sandbox().ready()
    assert "apt install bubblewrap" in caught.value.remedy


@pytest.mark.parametrize("end", ["closed", "grader killed"])
def test_nothing_is_left_of_a_container(podman, tmp_path, end):
    code = """
import sys, time
from coursetools.grading import sandbox
box = sandbox.Sandbox()
box.ready()
print(box.container.name, flush=True)
if sys.argv[1] == "closed":
    box.close()
time.sleep(100)
"""
    with subprocess.Popen(
        [sys.executable, "-c", code, end],
        env=os.environ | {"PATH": str(podman), "TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
    ) as run:
        try:
            name = run.stdout.readline().strip()
            assert name
            if end == "grader killed":
                assert of_container(name)
                run.kill()
            for _ in range(100):
                if not of_container(name) and name not in containers(podman):
                    break
                time.sleep(0.1)
            assert of_container(name) == []
            assert name not in containers(podman)
        finally:
            run.kill()


def containers(podman) -> str:
    """The names of all containers, running or not."""
    listing = [podman / "podman", "ps", "--all", "--format", "{{.Names}}"]
    return subprocess.run(listing, capture_output=True, text=True, timeout=30, check=True).stdout


def test_a_system_that_refuses_is_explained(monkeypatch, tmp_path):
    program = tmp_path / "bwrap"
    program.write_text("#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(sandbox.SandboxMissingError, match="setting up uid map: Permission denied") as caught:
        sandbox.Sandbox().ready()
    for hint in ("AppArmor", "seccomp", "Docker"):
        assert hint in caught.value.remedy


def test_what_the_stage_for_hand_ins_is_told_holds_nothing_hidden():
    exercise = Assignment.load(ROOT, SLUG)
    told = str(sheet.read(exercise).student_setup({}))
    assert "bewerbungen = worlds.load" in told
    for secret in ("HIDDEN", "SOLUTION", "expect", "tolerance", "abstand_abgelesen = round"):
        assert secret not in told
    assert "HIDDEN" in str(sheet.read(exercise).judge_setup({}))


OPEN_DESCRIPTORS = """
import os
for number in range(3, 256):
    try:
        os.fstat(number)
        print(number, end=" ")
    except OSError:
        pass
"""


def printed(child: sandbox.Child, source: str) -> str:
    """What a cell prints in a child."""
    child.send(b"r", source.encode())
    until = time.monotonic() + 30
    _, body = child.receive(1 << 20, until)
    assert child.receive(1 << 20, until) == (b".", b"")
    (output,) = json.loads(body)["outputs"]
    return output["text"]


def test_a_hand_in_inherits_no_way_to_another_one_that_runs_beside_it():
    stage, _ = sandbox.shared().stages(Assignment.load(ROOT, SLUG), LIMITS)
    alone = stage.child()
    alone_has = printed(alone, OPEN_DESCRIPTORS).split()
    assert alone.end().code == -9
    others = [stage.child() for _ in range(3)]
    assert {printed(one, "print('ja')") for one in others} == {"ja\n"}
    beside = stage.child()
    assert len(printed(beside, OPEN_DESCRIPTORS).split()) == len(alone_has) > 0
    assert [one.end().code for one in (beside, *others)] == [-9] * 4


def test_children_that_run_while_their_stage_is_given_up_come_to_their_own_end():
    exercise, own = Assignment.load(ROOT, SLUG), sandbox.Sandbox()
    try:
        child = own.stages(exercise, LIMITS)[0].child()
        assert printed(child, "print(1)") == "1\n"
        own.forget(exercise)
        assert printed(child, "print(2)") == "2\n"
        assert child.end().code == -9
    finally:
        own.close()


@pytest.mark.parametrize("victim", ["the whole sandbox", "its stages"])
def test_after_a_crash_the_next_hand_in_finds_a_new_sandbox(victim):
    grade_bytes(HONEST)
    (outer,) = walls()
    for process in [outer] if victim == "the whole sandbox" else inside(outer)[2:]:
        process.kill()
    assert points(grade_bytes(HONEST)) == FULL


def test_a_hand_in_under_which_every_sandbox_dies_is_reported_and_the_others_go_on():
    exercise = Assignment.load(ROOT, SLUG)
    endless = {"base": "light", "answers": {"a2": "while True:\n    pass"}}
    done = threading.Event()

    def kill_what_works() -> None:
        while not done.is_set():
            with suppress(psutil.NoSuchProcess, OSError):  # somebody ended while we looked
                for outer in walls():
                    if any(time.time() - process.create_time() > 1 for process in busy(outer)):
                        outer.kill()
            time.sleep(0.05)

    def busy(outer: psutil.Process) -> list[psutil.Process]:
        return [process for process in inside(outer) if process.children() == [] and in_own_rooms(process)]

    def in_own_rooms(process: psutil.Process) -> bool:
        with open(f"/proc/{process.pid}/status") as file:
            return any(line.startswith("NSpid:") and len(line.split()) == 4 for line in file)

    killer = threading.Thread(target=kill_what_works)
    killer.start()
    try:
        job = Job(exercise.key, made(SLUG, endless).encode())
        result = grade_one(exercise, job, replace(LIMITS, cell_seconds=50))  # the killer is there first
    finally:
        done.set()
        killer.join()
    assert [incident.kind for incident in result.incidents] == ["failed"]
    assert (result.key, result.grades) == (job.key, ())
    assert points(grade_bytes(HONEST)) == FULL


def test_leaving_the_runner_leaves_no_process():
    exercise = Assignment.load(ROOT, SLUG)
    with Runner([exercise], limits=LIMITS) as runner:
        (result,) = runner.map([Job(exercise.key, HONEST)])
        lived = [process for outer in walls() for process in [outer, *inside(outer)]]
    assert points(result) == FULL
    assert len(lived) >= 5
    wait_for(lambda: not any(map(alive, lived)), 20, "no process is left")


def test_without_walls_it_works_as_well_for_those_who_ask_for_it():
    try:
        assert points(grade_bytes(HONEST, sandbox=False)) == FULL
        ends = {"base": "light", "answers": {"a2": "import os\nos._exit(0)"}}
        assert points(grade_bytes(made(SLUG, ends).encode(), sandbox=False)) == FULL | {"a2-test-1": 0}
    finally:
        sandbox.close_shared()


def test_a_job_for_another_version_of_the_exercise_is_refused():
    exercise = Assignment.load(ROOT, SLUG)
    with pytest.raises(ValueError, match="bewusstsein@0"):
        grade_one(exercise, Job("bewusstsein@0", HONEST))


def waits_with_threads(number: int, until: float) -> str:
    return f"""
import threading, time
da = time.time() < {until}
for _ in range({number}):
    threading.Thread(target=time.sleep, args=({until} + 1 - time.time(),), daemon=True).start()
time.sleep(max(0, {until} - time.time()))
print("alle", {number}, "gleichzeitig" if da else "zu spät")
"""


def side_by_side(number: int, threads: int) -> list:
    """Results of so many hand-ins that all keep so many threads running at the same time."""
    exercise = Assignment.load(ROOT, SLUG)
    grade_one(exercise, Job(exercise.key, HONEST))
    until = time.time() + 6
    sources = [waits_with_threads(threads, until) + f"# {one}" for one in range(number)]
    jobs = [
        Job(exercise.key, made(SLUG, {"base": "light", "answers": {"a1": one}}).encode()) for one in sources
    ]
    with ThreadPoolExecutor(number) as executor:
        return list(executor.map(lambda job: grade_one(exercise, job), jobs))


def test_each_of_many_hand_ins_has_its_own_room_for_threads():
    for result in side_by_side(5, threads=12):
        assert outputs(result, "a1") == "alle 12 gleichzeitig\n"


def test_too_many_threads_end_with_words_and_the_trainer_hears_of_it():
    (result,) = side_by_side(1, threads=20)
    (told,) = [one.text for one in result.incidents if one.kind == "stopped"]
    assert "Starten Sie weniger Threads auf einmal." in told
    (remark,) = {one.remark for one in result.grades if one.cell == "a1-test-1"}
    assert told in remark and points(result)["a1-test-1"] == 0
