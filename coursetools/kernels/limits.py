"""What a kernel may take of the machine: so much memory, and when there is none left it ends first, not the server."""

import re
from contextlib import suppress
from pathlib import Path

from coursetools import machine

LEAST, MOST, PART = 256 << 20, 4 << 30, 4  # bytes; of the memory that there is, one kernel may have a quarter
FIRST_TO_GO = "1000"
"""How much Linux prefers to end a process when memory runs out: the most that there is. It takes no right."""


def allowance() -> int:
    """Bytes that one kernel may take beside those that it shares."""
    return max(LEAST, min(MOST, (machine.memory() or MOST * PART) // PART))


def settle() -> None:
    """Limit this process, a kernel on Linux. Whoever asks for more gets a ``MemoryError``, and the others keep theirs.

    RLIMIT_DATA counts what a process can write to and nobody shares; RLIMIT_AS would count each library that it sees.
    """
    import resource

    with suppress(OSError):  # a system that hides it
        Path("/proc/self/oom_score_adj").write_text(FIRST_TO_GO, encoding="ascii")
    with suppress(OSError, ValueError):  # somebody else has set a lower limit, which holds
        limit = _data() + allowance()
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def _data() -> int:
    """Bytes of that kind that this process has already."""
    found = re.search(
        r"^VmData:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"), re.MULTILINE
    )
    return int(found[1]) << 10 if found else 0
