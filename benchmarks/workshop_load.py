"""A workshop with 300 phones: how long a confirmed vote takes, and whether one is lost when the server is killed.

    .venv/bin/python benchmarks/workshop_load.py [--phones 300] [--rounds 20] [--seconds 6] [--database URL]

The phones live in this process, the real server (with the pages of the course) in another. They join, listen to their
events, and vote at a random moment of each round's `--seconds`; one in ten changes its mind. In the middle of a round
in the middle of the workshop the server is killed with SIGKILL and started again; the phones come back by themselves
and repeat what was not confirmed. At the end the database is compared with every confirmation that a phone has seen.
"""

import argparse
import asyncio
import hashlib
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import sqlalchemy as sa
from rich.console import Console
from rich.table import Table

from coursetools import pages
from coursetools.workshop.store import PARTICIPANT, VOTE

ROOT = Path(__file__).resolve().parent.parent
PORT = 8961
STEP = "vorher"  # a poll of the shortest agenda
SERVE = """
from pathlib import Path
from coursetools.workshop import server
server.run(Path({root!r}), "45", host="127.0.0.1", port={port}, database={url!r},
           say=lambda line: print(line, flush=True))
"""


class Server:
    """The server in a process of its own, at `address`, with a facilitator's `token`."""

    def __init__(self, url: str):
        code = SERVE.format(root=str(ROOT), port=PORT, url=url)
        self.process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        self.code = self.token = ""
        for line in self.process.stdout:
            if found := re.search(r"Code: (\w+)", line):
                self.code = found[1]
            if found := re.search(r"leitung#(\S+)", line):
                self.token = found[1]
                break

    def memory(self) -> int:
        """Bytes of the serving process alone, without kernels."""
        return psutil.Process(self.process.pid).memory_info().rss

    def processor(self) -> float:
        """Seconds of CPU that it has used, without kernels."""
        return sum(psutil.Process(self.process.pid).cpu_times()[:2])

    def calm(self, seconds: float) -> None:
        """Wait until the pages of the course are prepared."""
        end, process = time.monotonic() + seconds, psutil.Process(self.process.pid)
        quiet = 0
        while quiet < 3 and time.monotonic() < end:
            everybody = [process, *process.children(recursive=True)]
            before = sum(sum(one.cpu_times()[:2]) for one in everybody if one.is_running())
            time.sleep(1)
            after = sum(sum(one.cpu_times()[:2]) for one in everybody if one.is_running())
            quiet = quiet + 1 if after - before < 0.1 else 0


async def ask(link, method: str, path: str, token: str = "", body=None) -> tuple[int, dict]:
    """Status and JSON of an answer over an open connection (reader, writer)."""
    reader, writer = link
    sent = b"" if body is None else json.dumps(body).encode()
    head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n"
    if body is not None:
        head += f"Content-Type: application/json\r\nContent-Length: {len(sent)}\r\n"
    writer.write(head.encode() + b"\r\n" + sent)
    await writer.drain()
    status, headers = await answered(reader)
    return status, json.loads(await reader.readexactly(int(headers[b"content-length"])))


async def answered(reader) -> tuple[int, dict[bytes, bytes]]:
    """Status and headers."""
    head = await reader.readuntil(b"\r\n\r\n")
    first, *lines = head.split(b"\r\n")[:-2]
    return int(first.split()[1]), {
        name.lower(): value.strip() for name, _, value in (line.partition(b":") for line in lines)
    }


class Phone:
    """Joins, listens and votes; keeps what was confirmed."""

    def __init__(self, number: int, code: str, seconds: float):
        self.chance = random.Random(number)
        self.path, self.seconds = f"/mitmachen/{code}", seconds
        self.token, self.link = "", None
        self.confirmed: dict[int, str] = {}
        self.times: list[tuple[int, float, bool]] = []  # round, seconds, whether it had to be repeated
        self.round, self.opened = 0, asyncio.Event()

    async def post(self, where: str, body: dict) -> tuple[int, dict, bool]:
        """Answer, and whether it took several attempts."""
        repeated = False
        while True:
            old = self.link is not None
            try:
                if self.link is None:
                    self.link = await asyncio.open_connection("127.0.0.1", PORT)
                status, answer = await ask(self.link, "POST", self.path + where, self.token, body)
                if status != 429:
                    return status, answer, repeated
            except (OSError, asyncio.IncompleteReadError):
                self.link = None
            repeated = True
            if (
                old and self.link is None
            ):  # a connection from before the kill; browsers open a new one at once, too
                continue
            await asyncio.sleep(0.5 + self.chance.random())

    async def join(self, within: float) -> float:
        """Seconds that it took."""
        await asyncio.sleep(self.chance.random() * within)
        start = time.perf_counter()
        _, answer, _ = await self.post("/beitreten", {})
        self.token = answer["token"]
        return time.perf_counter() - start

    async def listen(self) -> None:
        """Follow the events, again and again."""
        while True:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
                head = f"GET {self.path}/ereignisse HTTP/1.1\r\nHost: localhost\r\n"
                writer.write(f"{head}Authorization: Bearer {self.token}\r\n\r\n".encode())
                await answered(reader)
                async for line in reader:
                    if line.startswith(b"data: "):
                        self.see(json.loads(line[6:]))
            except (OSError, asyncio.IncompleteReadError):
                pass
            await asyncio.sleep(0.5 + self.chance.random())

    def see(self, state: dict) -> None:
        """Note that a round is open."""
        activity = state["step"] and state["step"]["activity"]
        if activity and activity["state"] == "open" and activity["round"] > self.round:
            self.round = activity["round"]
            self.opened.set()

    async def take_part(self, rounds: int) -> None:
        """Vote in every round."""
        while len(self.confirmed) < rounds:
            await self.opened.wait()
            self.opened.clear()
            changes = 2 if self.chance.random() < 0.1 else 1
            for _ in range(changes):
                await asyncio.sleep(self.chance.random() * self.seconds / changes)
                await self.vote(self.round)

    async def vote(self, number: int) -> None:
        """One vote."""
        value = self.chance.choice(["mensch", "programm", "beide"])
        nonce = f"{self.chance.getrandbits(64):016x}"
        start = time.perf_counter()
        body = {"step": STEP, "round": number, "nonce": nonce, "value": value}
        status, answer, repeated = await self.post("/stimme", body)
        assert status == 200, answer
        self.confirmed[number] = answer["value"]
        self.times.append((number, time.perf_counter() - start, repeated))


async def workshop(server: Server, url: str, phones: int, rounds: int, seconds: float) -> dict:
    """Play it; what was measured."""
    everybody = [Phone(number, server.code, seconds) for number in range(phones)]
    empty = server.memory()
    joined = await asyncio.gather(*(phone.join(15) for phone in everybody))
    listening = [asyncio.create_task(phone.listen()) for phone in everybody]
    taking_part = [asyncio.create_task(phone.take_part(rounds)) for phone in everybody]
    await asyncio.sleep(3)
    facilitator = await asyncio.open_connection("127.0.0.1", PORT)

    async def order(**command) -> None:
        status, answer = await ask(facilitator, "POST", "/leitung/befehl", server.token, command)
        assert status == 200, answer

    await order(command="go", step=STEP)
    killed, full = rounds // 2, 0
    spent, cast = 0.0, 0
    for number in range(1, rounds + 1):
        used, there = server.processor(), sum(len(phone.times) for phone in everybody)
        await order(command="open", step=STEP, round=number)
        if number == killed:
            await asyncio.sleep(seconds / 2)
            full = server.memory()
            server.process.kill()
            server.process.wait()
            server = await asyncio.to_thread(Server, url)
            facilitator = await asyncio.open_connection("127.0.0.1", PORT)
        while sum(number in phone.confirmed for phone in everybody) < phones:
            if done := [task for task in taking_part if task.done() and task.exception()]:
                raise done[0].exception()
            await asyncio.sleep(0.1)
        await asyncio.sleep(0.1 * seconds)
        await order(command="close", step=STEP)
        if number != killed:
            spent += server.processor() - used
            cast += sum(len(phone.times) for phone in everybody) - there
    await asyncio.gather(*taking_part)
    for task in listening:
        task.cancel()
    await asyncio.gather(*listening, return_exceptions=True)
    return {
        "phones": everybody,
        "joined": joined,
        "memory": (full - empty) / phones,
        "processor": spent / cast,
        "server": server,
    }


def compare(url: str, phones: list[Phone]) -> tuple[int, int, int]:
    """Confirmed votes that are lost, stored votes that nobody cast, and stored votes in all."""
    with sa.create_engine(url).connect() as connection:
        hashes = {row.id: row.hash for row in connection.execute(sa.select(PARTICIPANT))}
        rows = connection.execute(sa.select(VOTE)).all()
    stored = {(hashes[row.participant], row.round): row.value for row in rows}
    cast = {
        (hashlib.sha256(phone.token.encode()).hexdigest(), number): value
        for phone in phones
        for number, value in phone.confirmed.items()
    }
    lost = sum(stored.get(place) != value for place, value in cast.items())
    return lost, len(set(stored) - set(cast)) + len(rows) - len(stored), len(rows)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--phones", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=6)
    parser.add_argument("--database", default="")
    wanted = parser.parse_args()
    pages.build(ROOT)
    with tempfile.TemporaryDirectory(prefix="fairki-load-") as folder:
        url = wanted.database or f"sqlite:///{folder}/workshop.db"
        server = Server(url)
        try:
            server.calm(120)
            found = asyncio.run(workshop(server, url, wanted.phones, wanted.rounds, wanted.seconds))
            server = found["server"]
        finally:
            server.process.terminate()
            server.process.wait(30)
        lost, foreign, stored = compare(url, found["phones"])
    votes = [one for phone in found["phones"] for one in phone.times]
    calm = [1000 * seconds for number, seconds, _ in votes if number != wanted.rounds // 2]
    stormy = [1000 * seconds for number, seconds, _ in votes if number == wanted.rounds // 2]
    table = Table("Measured", "")
    table.add_row("confirmed votes (changes included)", str(len(votes)))
    for name, times in (
        ("join", [1000 * one for one in found["joined"]]),
        ("confirmed vote", calm),
        ("in the round with the kill", stormy),
    ):
        high = statistics.quantiles(times, n=100)
        table.add_row(f"{name}: median / p95 / p99 ms", f"{high[49]:.0f} / {high[94]:.0f} / {high[98]:.0f}")
    table.add_row("repeated after the kill", str(sum(repeated for _, _, repeated in votes)))
    table.add_row("confirmed and lost", str(lost))
    table.add_row("stored and never cast, or doubled", str(foreign))
    table.add_row("stored (phones × rounds)", f"{stored} ({wanted.phones * wanted.rounds})")
    table.add_row(
        "CPU of the server per vote, with its part of the events, ms", f"{1000 * found['processor']:.2f}"
    )
    table.add_row("memory per phone, kB", f"{found['memory'] / 1000:.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
