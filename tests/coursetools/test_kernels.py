"""Kernels made by forking: quick, alone with themselves, and never left behind."""

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time

import psutil
import pytest
from serving import alive, children, wait_for
from traitlets.config import Config

from coursetools import machine
from coursetools.kernels import spec
from coursetools.kernels.manager import Kernels
from coursetools.kernels.provisioner import ForkedProvisioner
from coursetools.kernels.spec import CourseKernels

linux = pytest.mark.needs(machine.LINUX)


def manager(folder: str) -> Kernels:
    """Starts kernels as the server does."""
    kernels = Kernels(
        config=Config({"KernelManager": {"transport": spec.transport()}}), connection_dir=folder
    )
    kernels.kernel_spec_manager = CourseKernels()
    return kernels


async def ask(kernels, kernel_id: str, code: str) -> str:
    """Run `code` in a kernel and return what it shows."""
    client = kernels.get_kernel(kernel_id).client()
    client.start_channels()
    await client.wait_for_ready(timeout=60)
    shown = []

    def note(message):
        content = message["content"]
        shown.append(content.get("text") or "\n".join(content.get("traceback", [])))

    await client.execute_interactive(code, timeout=60, output_hook=note)
    client.stop_channels()
    return "".join(shown).strip()


@pytest.fixture
def short_path():
    """A folder for sockets, whose path must have fewer than 108 characters."""
    with tempfile.TemporaryDirectory() as folder:
        yield folder


@pytest.fixture
def in_kernels(short_path):
    """Runs a coroutine function with a manager whose kernels are ended afterwards."""

    def run(test):
        async def whole():
            kernels = manager(short_path)
            try:
                return await test(kernels)
            finally:
                await kernels.shutdown_all(now=True)

        return asyncio.run(whole())

    return run


@linux
def test_a_forked_kernel_starts_in_a_moment_and_has_the_lessons_libraries(in_kernels):
    async def test(kernels):
        first = await kernels.start_kernel()
        await ask(kernels, first, "1")
        begin = time.perf_counter()
        second = await kernels.start_kernel()
        loaded = await ask(
            kernels, second, "import sys; print({'pandas', 'sklearn', 'fairlearn'} <= {*sys.modules})"
        )
        return time.perf_counter() - begin, loaded

    seconds, loaded = in_kernels(test)
    assert loaded == "True"
    assert seconds < 2  # a stock kernel with these imports takes more than 2 seconds on an idle machine


@linux
def test_a_forked_kernel_keeps_most_of_its_memory_shared(in_kernels):
    async def test(kernels):
        kernel_id = await kernels.start_kernel()
        await ask(kernels, kernel_id, "import fairki.ui")
        return psutil.Process(kernels.get_kernel(kernel_id).provisioner.pid).memory_full_info()

    memory = in_kernels(test)
    assert memory.uss < memory.rss / 2
    assert memory.uss < 64 << 20  # what coursetools.serve.app reckons with


def test_kernels_start_also_where_the_folder_for_temporary_files_has_too_long_a_path_for_sockets(
    in_kernels, short_path, monkeypatch
):
    folder = os.path.join(short_path, "x" * 100)
    os.mkdir(folder)
    monkeypatch.setattr(tempfile, "tempdir", folder)

    async def test(kernels):
        return await ask(kernels, await kernels.start_kernel(), "print(6 * 7)")

    assert not spec.forked() and in_kernels(test) == "42"


@linux
def test_what_is_preloaded_starts_no_thread():
    code = "import os, coursetools.kernels.preload; print(len(os.listdir('/proc/self/task')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("1", "")


@linux
def test_each_kernel_has_its_own_chance_session_folder_and_environment(in_kernels, tmp_path):
    code = (
        "import os, random, numpy; print(random.random(), numpy.random.random(), os.getsid(0), os.getpid())"
    )

    async def test(kernels):
        answers = []
        for name in ("a", "b"):
            environment = {**os.environ, "WHO": name}
            kernel_id = await kernels.start_kernel(cwd=str(tmp_path), env=environment)
            place = await ask(kernels, kernel_id, "import os; print(os.getcwd(), os.environ['WHO'])")
            assert place == f"{tmp_path} {name}"
            answers.append((await ask(kernels, kernel_id, code)).split())
        return answers

    first, second = in_kernels(test)
    assert all(one != other for one, other in zip(first, second, strict=True))
    assert first[2] == first[3]


@linux
def test_two_kernels_name_the_same_widgets_alike(in_kernels):
    code = "from fairki import ui; print([ui.Text(str(n)).model_id for n in range(3)])"

    async def test(kernels):
        return {await ask(kernels, await kernels.start_kernel(), code) for _ in range(2)}

    names = in_kernels(test)
    assert len(names) == 1 and "00" in names.pop()


@linux
def test_a_kernel_keeps_no_history_and_reads_no_settings_of_the_person(in_kernels, tmp_path, monkeypatch):
    start_up = tmp_path / "ipython" / "profile_default" / "startup"
    start_up.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".ipython").mkdir()

    async def test(kernels):
        kernel_id = await kernels.start_kernel(env={**os.environ, "IPYTHONDIR": str(tmp_path / "fresh")})
        return await ask(kernels, kernel_id, "print(get_ipython().history_manager.enabled)")

    assert in_kernels(test) == "False"
    assert not list(tmp_path.rglob("history.sqlite"))


@linux
@pytest.mark.parametrize("moment", ["launch_kernel", "post_launch"], ids=["while it forks", "when it runs"])
def test_a_kernel_whose_start_is_given_up_does_not_live_on(in_kernels, monkeypatch, short_path, moment):
    async def test(kernels):
        await kernels.shutdown_kernel(await kernels.start_kernel(), now=True)  # what is made once is made
        before, files = _running(), os.listdir(short_path)
        reached, real = asyncio.Event(), getattr(ForkedProvisioner, moment)

        async def noted(self, *arguments, **named):
            reached.set()
            return await real(self, *arguments, **named)

        monkeypatch.setattr(ForkedProvisioner, moment, noted)
        starting = asyncio.create_task(kernels.start_kernel())
        await reached.wait()
        starting.cancel()
        await asyncio.wait([starting])
        assert starting.cancelled()
        await asyncio.to_thread(wait_for, lambda: _running() == before, 10, "nothing is left")
        assert os.listdir(short_path) == files and not kernels.list_kernel_ids()

    in_kernels(test)


def _running() -> set[int]:
    return {kernel.pid for child in children(os.getpid()) for kernel in children(child.pid)}


@linux
def test_a_kernel_that_ends_itself_is_noticed(in_kernels):
    async def test(kernels):
        kernel_id = await kernels.start_kernel()
        await ask(kernels, kernel_id, "1")
        kernel = kernels.get_kernel(kernel_id)
        os.kill(kernel.provisioner.pid, signal.SIGKILL)
        for _ in range(100):
            if not await kernel.is_alive():
                return True
            await asyncio.sleep(0.05)
        return False

    assert in_kernels(test)


BUSY = """
import asyncio, sys
from test_kernels import ask, manager

async def main():
    kernels = manager(sys.argv[1])
    kernel_id = await kernels.start_kernel()
    await ask(kernels, kernel_id, "1")
    client = kernels.get_kernel(kernel_id).client()
    client.start_channels()
    client.execute("while True: pass")
    await asyncio.sleep(0.5)
    print("busy", flush=True)
    await asyncio.sleep(600)

asyncio.run(main())
"""


@linux
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_no_kernel_outlives_its_server_however_that_ends_and_whatever_the_kernel_does(short_path, number):
    here = os.path.dirname(__file__)
    path = os.pathsep.join([here, os.path.dirname(here), *sys.path])
    server = subprocess.Popen(
        [sys.executable, "-c", BUSY, short_path],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout.readline().strip() == "busy"
    family = [process for child in children(server.pid) for process in (child, *children(child.pid))]
    assert len(family) >= 3  # resource tracker, fork server, kernel
    server.send_signal(number)
    server.wait(10)
    wait_for(lambda: not any(alive(process) for process in family), 10, "all processes end")


def test_there_is_one_kernel_whatever_the_machine_has():
    kernels = CourseKernels()
    assert list(kernels.get_all_specs()) == ["python3"]
    with pytest.raises(spec.NoSuchKernel):
        kernels.get_kernel_spec("ir")


def test_where_forking_does_not_work_the_same_kernel_runs_as_an_ordinary_process(in_kernels, monkeypatch):
    monkeypatch.setattr(spec.sys, "platform", "darwin")

    async def test(kernels):
        kernel_id = await kernels.start_kernel()
        assert type(kernels.get_kernel(kernel_id).provisioner).__name__ == "LocalProvisioner"
        return await ask(kernels, kernel_id, "from fairki import ui; print(ui.Text('x').model_id[-4:])")

    assert in_kernels(test) == "0002"  # the layout is 1


COMPANY = """
import asyncio, sys, tempfile
sys.path[:0] = ["tests/coursetools", "tests"]
from test_kernels import ask, manager

async def name(folder):
    kernels = manager(folder)
    try:
        started = await kernels.start_kernel(cwd=folder)
        return await ask(kernels, started, "from fairki import company; print(company.current().name)")
    finally:
        await kernels.shutdown_all(now=True)

with tempfile.TemporaryDirectory() as folder:
    print(asyncio.run(name(folder)))
"""


def test_a_kernel_speaks_of_the_company_that_the_course_was_started_with(root):
    environment = os.environ | {
        "FAIRKI_BETRIEB": "tests/cases/companies/soehne.toml",
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, "-c", COMPANY],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.stdout.strip() == "Öztürk & O’Brien Söhne KG", done.stderr


@linux
def test_a_kernel_gets_no_more_memory_than_its_part_and_ends_before_the_server(in_kernels):
    too_much = (
        "import numpy, coursetools.kernels.limits as limits\n"
        "try:\n    numpy.ones(limits.allowance() // 8 + (1 << 20))\nexcept MemoryError:\n    print('refused')\n"
        "print(len(numpy.ones(1 << 20)), open('/proc/self/oom_score_adj').read().strip())"
    )

    async def test(kernels):
        return await ask(kernels, await kernels.start_kernel(), too_much)

    assert in_kernels(test).split() == ["refused", str(1 << 20), "1000"]
