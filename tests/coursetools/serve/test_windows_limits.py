"""Windows limits no files, but its ``select`` watches 512 sockets, and each page there has a process of its own."""

import subprocess
import sys

CODE = """
import os, sys
import psutil, sqlalchemy, tornado.web  # they ask for the platform
sys.modules["resource"] = None
del os.sysconf
sys.platform = "elsewhere"
from coursetools.serve import capacity, descriptors
from coursetools.workshop import streams
room = capacity.Capacity(descriptors.raise_limit(), capacity.pages_by_memory())
room.connections = lambda: 250
pages = next(number for number in range(1000) if not room.room_for_page(number))
print(descriptors.raise_limit(), pages, room.most_connections, streams.crowded(100), streams.crowded(300))
print(capacity.MEMORY_PER_PAGE * capacity.pages_by_memory() <= psutil.virtual_memory().total // 2)
"""


def test_on_windows_no_more_come_in_than_select_can_watch_and_memory_carries():
    done = subprocess.run(
        [sys.executable, "-c", CODE], capture_output=True, encoding="utf-8", check=True
    ).stdout.split()
    limit, pages, most, *others = done
    assert int(limit) == 512 and 1 <= int(pages) <= 20 and int(most) + 10 * int(pages) <= 512
    assert others == ["False", "True", "True"]
