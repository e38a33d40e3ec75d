"""Visitors at once: module 01 in a container of 4 GiB, beside plain ``voila`` with stock settings in the same run.

    .venv/bin/python benchmarks/at_once.py [--visitors 1 10 30] [--gib 4] [--reading 10]

Each number of visitors gets servers of its own, ours and stock in turn. First control: the page and all files that it
names are there, without what a browser itself takes. Of stock Voilà that is less than it needs (its widgets come by a
websocket afterwards). Then our visitors read for some seconds and answer at once. First answer: from the
connection until the kernel is done with it. Memory is the sum over a server and all its processes; PSS divides
what several share, private is what each alone has, kernels that wait for readers included.
"""

import argparse
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import psutil
from crowd import ASSETS, CONTAINER, ROOT, answer, read, ready
from first_control import Contender, contenders, running
from rich.console import Console
from rich.table import Table
from serving import Server
from visiting import fetch

from coursetools import pages
from fairki import manifest


def memory(pid: int) -> tuple[float, float]:
    """PSS and private memory of a process and all below it, in MiB."""
    pss = uss = 0
    top = psutil.Process(pid)
    for process in [top, *top.children(recursive=True)]:
        try:
            full = process.memory_full_info()
        except psutil.Error:
            continue
        pss, uss = pss + full.pss, uss + full.uss
    return pss / 2**20, uss / 2**20


def ours(slug: str, many: int, gib: float, reading: float) -> dict[str, str]:
    """What so many visitors of our server meet, and what they cost."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "own").write_text("0::/\n")
        (Path(folder) / "memory.max").write_text(str(int(gib * 2**30)))
        server = Server(ROOT, preamble=CONTAINER.format(groups=folder))
        try:
            ready(server)
            rest = memory(server.process.pid)
            with ThreadPoolExecutor(many) as pool:
                came = list(pool.map(lambda _: read(server, f"modul/{slug}"), range(many)))
            time.sleep(reading)
            read_by_all = memory(server.process.pid)
            with ThreadPoolExecutor(many) as pool:
                answered = list(pool.map(lambda one: answer(one[0]), came))
            time.sleep(2)
            answered_by_all = memory(server.process.pid)
        finally:
            server.stop()
    inside = [seconds for came_in, seconds in answered if came_in]
    per_reader, private = ((after - before) / many for after, before in zip(read_by_all, rest, strict=True))
    per_answer = (answered_by_all[0] - rest[0]) / max(1, len(inside))
    return {
        "at rest, PSS": f"{rest[0]:.0f} MiB",
        "first control": summed([seconds for _, seconds in came]),
        "first answer": f"{summed(inside)}{'' if len(inside) == many else f', {len(inside)} came in'}",
        "per reader, private / PSS": f"{private:.1f} / {per_reader:.1f} MiB",
        "per page that answers, PSS": f"{per_answer:.1f} MiB",
        "of these in a GiB beside what the server needs": f"{(1024 - rest[0]) / per_answer:.0f}",
    }


def stock(rival: Contender, many: int) -> dict[str, str]:
    """The same of plain Voilà, where a page that is read has a kernel already."""

    def visit(_: int) -> float:
        begin = time.perf_counter()
        status, _, html = fetch(rival.url)
        assert status == 200
        for address in dict.fromkeys(ASSETS.findall(html)):
            if urlsplit(address).hostname in (None, "localhost"):
                fetch(urljoin(rival.url, address))
        return time.perf_counter() - begin

    with running(rival):
        rest = memory(rival.process.pid)
        with ThreadPoolExecutor(many) as pool:
            times = list(pool.map(visit, range(many)))
        time.sleep(5)
        pss, private = (
            (after - before) / many for after, before in zip(memory(rival.process.pid), rest, strict=True)
        )
    return {
        "at rest, PSS": f"{rest[0]:.0f} MiB",
        "first control": summed(times),
        "per reader, private / PSS": f"{private:.1f} / {pss:.1f} MiB",
        "per page that answers, PSS": f"{pss:.1f} MiB",
        "of these in a GiB beside what the server needs": f"{(1024 - rest[0]) / pss:.0f}",
    }


def summed(times: list[float]) -> str:
    """Median and the longest."""
    return f"{statistics.median(times):.2f} (at most {max(times):.2f}) s" if times else "–"


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--visitors", type=int, nargs="+", default=[1, 10, 30])
    parser.add_argument("--gib", type=float, default=4)
    parser.add_argument("--reading", type=float, default=10, help="seconds until all answer")
    wanted = parser.parse_args()
    if pages.stale(ROOT):
        pages.build(ROOT)
    slug = manifest.read(ROOT).module("01").slug
    console = Console(width=150)
    for many in wanted.visitors:
        table = Table(f"{many} at once", "FairKI", "stock voila")
        mine = ours(slug, many, wanted.gib, wanted.reading)
        other = stock(contenders(slug)[1], many)
        for figure, value in mine.items():
            table.add_row(figure, value, other.get(figure, "–"))
        console.print(table)


if __name__ == "__main__":
    main()
