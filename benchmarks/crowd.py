"""The real course for a crowd in a container of 4 GiB: many read, some answer at once, the rest tries, too.

    .venv/bin/python benchmarks/crowd.py [--readers 150] [--answering 30] [--gib 4]

The limit is that of a cgroup whose files are simulated. Memory is the sum of PSS of the server and all its processes.
Readers load a page of a module in turn, with its scripts and styles, as a browser without a cache does. Then it could
be operated: that is the first control here, without what a browser itself takes. Who answers connects and sends one
answer; the time ends when the kernel is done with it. For the first control in a browser, beside stock Voilà, see
``first_control.py``.
"""

import argparse
import json
import re
import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urljoin

import psutil
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from serving import Server, wait_for  # noqa: E402
from visiting import Visitor, fetch, frame  # noqa: E402

from coursetools import pages  # noqa: E402
from fairki import manifest  # noqa: E402

CONTAINER = """
from coursetools import machine
machine.GROUPS = __import__("pathlib").Path({groups!r})
machine.OWN_GROUPS = machine.GROUPS / "own"
"""
ASSETS = re.compile(r'(?:src|href)="([^"]+\.(?:js|css))"')


def memory(server: Server) -> tuple[float, float]:
    """PSS of all processes, and private memory of the kernels, in MiB."""
    pss, private = 0, 0
    top = psutil.Process(server.process.pid)
    kernels = {kernel.pid for kernel in server.kernels()}
    for process in [top, *top.children(recursive=True)]:
        try:
            full = process.memory_full_info()
        except psutil.Error:
            continue
        pss += full.pss
        private += full.uss if process.pid in kernels else 0
    return pss / 2**20, private / 2**20


def read(server: Server, path: str) -> tuple[Visitor, float]:
    """A reader, and the seconds until the page and its files are there."""
    begin = time.perf_counter()
    visitor = Visitor(server, path)
    assert visitor.status == 200
    for address in dict.fromkeys(ASSETS.findall(visitor.html)):
        assert fetch(urljoin(server.url + path, address))[0] == 200
    return visitor, time.perf_counter() - begin


def answer(visitor: Visitor) -> tuple[bool, float]:
    """Whether a reader came in, and the seconds until their answer was dealt with."""
    begin = time.perf_counter()
    widgets = json.loads(re.search(r'id="fairki-widgets">(.*?)</script>', visitor.html, re.DOTALL)[1])
    asks = next(id for id, one in widgets.items() if one.get("state", {}).get("key"))
    content = {"comm_id": asks, "data": {"method": "update", "state": {"value": None}, "buffer_paths": []}}
    inside = visitor.connect(timeout=300).welcome()
    if inside:
        assert visitor.answered(frame(content=content))
    return inside, time.perf_counter() - begin


def ready(server: Server) -> None:
    """Wait until all pages are drawn and the server is at rest."""
    wait_for(lambda: fetch(f"{server.url}gesund/bereit")[0] == 200, 300, "all pages are drawn")
    wait_for(lambda: not server.kernels(), 60, "nothing is left of that")
    time.sleep(3)


def summed(times: list[float]) -> str:
    """Median and 95th percentile."""
    return f"{statistics.median(times):.2f} / {sorted(times)[int(0.95 * (len(times) - 1))]:.2f} s"


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--readers", type=int, default=150)
    parser.add_argument("--answering", type=int, default=30)
    parser.add_argument("--gib", type=float, default=4)
    wanted = parser.parse_args()
    if pages.stale(ROOT):
        pages.build(ROOT)
    slugs = [module.slug for module in manifest.read(ROOT).modules]
    table = Table("", "page and files, median / p95", "first answer, median / p95", "kernels", "PSS, MiB")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "own").write_text("0::/\n")
        (Path(folder) / "memory.max").write_text(str(int(wanted.gib * 2**30)))
        server = Server(ROOT, preamble=CONTAINER.format(groups=folder))
        try:
            ready(server)

            def row(name: str, reading: str = "–", answering: str = "–") -> None:
                pss, private = memory(server)
                many = len(server.kernels())
                each = f"{many}, each {private / many:.0f} MiB private" if many else "0"
                table.add_row(name, reading, answering, each, f"{pss:.0f}")

            row("at rest")
            for many in (1, 10, 30):
                with ThreadPoolExecutor(many) as pool:
                    came = list(
                        pool.map(lambda at: read(server, f"modul/{slugs[at % len(slugs)]}"), range(many))
                    )
                row(f"{many} at once read", summed([seconds for _, seconds in came]))
            with ThreadPoolExecutor(16) as pool:
                came = list(
                    pool.map(
                        lambda at: read(server, f"modul/{slugs[at % len(slugs)]}"), range(wanted.readers)
                    )
                )
            row(f"{wanted.readers} read", summed([seconds for _, seconds in came]))
            first, rest = came[: wanted.answering], came[wanted.answering :]
            with ThreadPoolExecutor(wanted.answering) as pool:
                answers = list(pool.map(lambda one: answer(one[0]), first))
            assert all(inside for inside, _ in answers)
            row(
                f"{wanted.answering} of them answer at once", "–", summed([seconds for _, seconds in answers])
            )
            with ThreadPoolExecutor(16) as pool:
                others = list(pool.map(lambda one: answer(one[0]), rest))
            refused = sorted(
                {visitor.code for (visitor, _), (inside, _) in zip(rest, others, strict=True) if not inside}
            )
            row(
                f"all others, too: {sum(one for one, _ in others)} came in, the rest is asked to wait {refused}"
            )
        finally:
            server.stop()
    Console(width=150).print(table)


if __name__ == "__main__":
    main()
