"""The last layer of the third wall: JavaScript that has broken out of Python still reaches nothing in Deno."""

import json
import socket
import subprocess
from pathlib import Path

import pytest

from coursetools import machine
from coursetools.grading.deno.supervisor import FLAGS

pytestmark = pytest.mark.needs(machine.DENO)

SCRIPT = Path(__file__).with_name("escapes.mjs")
ALLOWED = [
    f"--allow-{what}" for what in ("read", "write", "env", "run", "sys", "ffi", "net=127.0.0.1", "import")
]
WITHIN_REACH = {
    *(
        "read a file",
        "read the bundle",
        "read by node",
        "fetch a file",
        "import from a worker",
        "read in a worker",
    ),
    *(
        "require",
        "make a worker of node",
        "write",
        "make a folder",
        "write by node",
        "write a database",
        "remove",
    ),
    *(
        "the environment",
        "the environment by node",
        "run",
        "run by node",
        "kill the grader",
        "load a library",
    ),
    *(
        "the name of the machine",
        "the user by node",
        "networks",
        "connect",
        "connect by node",
        "another folder",
    ),
    *("ask for a permission", "code from a text", "a function from a text"),
}
"""What succeeds with ``ALLOWED``; the rest asks servers, or needs something that this machine may lack."""


@pytest.fixture
def reached(tmp_path):
    """Runs the attempts; how many there were, and what they reached."""
    bundle, outside = tmp_path / "bundle", tmp_path / "fremd.json"
    bundle.mkdir()
    (bundle / SCRIPT.name).write_bytes(SCRIPT.read_bytes())
    (bundle / "beside.json").write_text("{}")
    outside.write_text('"geheim"')

    def run(*flags: str, last: tuple[str, ...] = ()) -> tuple[int, dict[str, str]]:
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = str(server.getsockname()[1])
            line = [
                machine.find_deno(),
                "run",
                *flags,
                str(bundle / SCRIPT.name),
                str(outside),
                str(bundle),
                port,
            ]
            environment = {"DENO_DIR": str(tmp_path / "deno"), "TMPDIR": str(tmp_path), "GEHEIM": "1"}
            done = subprocess.run(
                [*line, *last], env=environment, cwd=bundle, capture_output=True, timeout=90
            )
        number, found = json.loads(done.stdout)
        return number, found

    return run


def test_nothing_is_reached_where_a_hand_in_runs(reached, tmp_path):
    number, found = reached(*FLAGS, f"--allow-read={tmp_path / 'bundle'}")
    assert found == {}
    assert number >= 48
    assert [path.name for path in tmp_path.iterdir() if path.name not in ("bundle", "deno")] == ["fremd.json"]


def test_the_same_attempts_succeed_where_they_may(reached):
    """Otherwise the test above would say nothing."""
    _, found = reached("--no-prompt", *ALLOWED, last=("open",))
    assert found.keys() >= WITHIN_REACH
