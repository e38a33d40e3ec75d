"""A server ends when it is told to, whatever it is preparing just then."""

import subprocess
import sys
import time

import pytest
from serving import alive, children, notebook_server, wait_for

from coursetools import machine

LOADING = """
import sys
sys.path.insert(0, {folder!r})
provisioner.PRELOAD = "loads_for_ever"
"""
BUSY = """
import atexit, threading, time
from coursetools.serve.ending import leave
atexit.register(print, "cleaned up")
threading.Thread(target=time.sleep, args=[60]).start()
print("done", flush=True)
leave()
"""


@pytest.mark.needs(machine.LINUX)
def test_a_course_whose_first_kernel_still_waits_for_its_libraries_ends_at_once(tmp_path):
    (tmp_path / "loads_for_ever.py").write_text("import time; time.sleep(600)", encoding="utf-8")
    (root := tmp_path / "kurs").mkdir()
    server = notebook_server(root, LOADING.format(folder=str(tmp_path)), probe=["1"])
    family = wait_for(
        lambda: len(found := children(server.process.pid)) == 2 and found, 60, "the fork server"
    )
    start = time.monotonic()
    server.stop()
    assert time.monotonic() - start < 10 and server.process.returncode == 0
    wait_for(lambda: not any(map(alive, family)), 10, "its helpers end, too")
    assert server.lines[-1] == "Der Kurs ist beendet." and server.log == ""


def test_no_thread_holds_up_the_end_and_what_has_to_be_cleaned_up_is():
    ended = subprocess.run([sys.executable, "-c", BUSY], capture_output=True, text=True, timeout=30)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "done\ncleaned up\n", "")
