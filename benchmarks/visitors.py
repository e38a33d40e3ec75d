"""Visitors at once, on a server with few descriptors: who comes in, who is refused, and what is left afterwards.

    .venv/bin/python benchmarks/visitors.py [--visitors 150]

Each limit (soft, hard) gets a server of its own, with one small page. All visitors connect at once and stay; then they
leave. The server must live, refuse the others by name (503 or 4503), and come back to the descriptors of its start.
"""

import argparse
import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from serving import notebook_server  # noqa: E402
from visiting import Visitor, fetch  # noqa: E402

LIMITS = ((1024, 1024), (256, 4096))
PAGE = "from fairki import ui\ns = ui.Slider('p.s', 'Anteil', 0, 10, 1, '', 2)\ns"
PREAMBLE = "import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, ({soft}, {hard}))"


def used(server) -> tuple[int, int]:
    """Descriptors and threads of the serving process."""
    process = psutil.Process(server.process.pid)
    return process.num_fds(), process.num_threads()


def come(server, digest: str) -> tuple[Visitor, bool, float]:
    """A visitor, whether they came in, and after how many seconds they knew."""
    begin = time.perf_counter()
    visitor = Visitor(server, digest=digest).connect(timeout=300)
    inside = visitor.welcome()
    return visitor, inside, time.perf_counter() - begin


def measure(limits: tuple[int, int], many: int) -> list[str]:
    """A row of the table."""
    with tempfile.TemporaryDirectory() as folder:
        server = notebook_server(Path(folder), PREAMBLE.format(soft=limits[0], hard=limits[1]), probe=[PAGE])
        try:
            first, _, alone = come(server, Visitor(server).digest)
            first.leave()
            time.sleep(5)
            start = used(server)
            with ThreadPoolExecutor(many) as pool:
                came = list(pool.map(lambda _: come(server, first.digest), range(many)))
            inside = [seconds for _, welcome, seconds in came if welcome]
            codes = sorted({visitor.code for visitor, welcome, _ in came if not welcome})
            most = used(server)
            home = fetch(server.url)[0]
            per_page = (most[0] - start[0]) / len(inside)
            for visitor, *_ in came:
                visitor.leave()
            time.sleep(10)
            left = used(server)
            return [
                f"{limits[0]} / {limits[1]}",
                f"{alone:.2f}",
                f"{len(inside)} ({statistics.median(inside):.1f} s)",
                f"{many - len(inside)} {codes}",
                str(home),
                f"{per_page:.1f}",
                f"{start[0]} → {most[0]} → {left[0]}",
                f"{start[1]} → {most[1]} → {left[1]}",
            ]
        finally:
            server.stop()


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--visitors", type=int, default=150)
    wanted = parser.parse_args()
    table = Table(
        "soft / hard", "first, s", "came in", "refused", "home page", "per page", "descriptors", "threads"
    )
    for limits in LIMITS:
        table.add_row(*measure(limits, wanted.visitors))
    Console(width=140).print(table)


if __name__ == "__main__":
    main()
