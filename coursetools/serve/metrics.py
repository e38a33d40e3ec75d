"""Figures for whoever watches over the course, as Prometheus reads them; off unless somebody asks for them.

They are sums and counts since the process began. None is about a person, a page or a room: with few people in a room
even a number could tell who had voted.
"""

import asyncio
import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import psutil
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from coursetools.serve import de, tally
from coursetools.serve.capacity import Capacity
from coursetools.serve.visits import Visits
from fairki.errors import SetupError

HOST = "127.0.0.1"
KEPT = 5  # seconds for which what memory is used is not measured again
PATIENCE = 20  # seconds
LARGEST_HEAD = 1 << 13  # bytes


@dataclass(frozen=True)
class Gauge:
    """Something that goes up and down; ``values``: by the words in ``labels``."""

    name: str
    about: str
    values: dict[tuple[str, ...], float]
    labels: tuple[str, ...] = ()


def place(written: str) -> tuple[str, int]:
    """Host and port of ``9100`` or ``0.0.0.0:9100``.

    Raises:
        SetupError: if it is none.
    """
    host, _, port = written.rpartition(":")
    if not port.isascii() or not port.isdigit() or not 0 <= int(port) < 1 << 16:
        raise SetupError(*de.no_metrics_place(written))
    return host.strip("[]") or HOST, int(port)


class Metrics:
    """Answers at a port of its own; ``gauges`` says how things stand now."""

    def __init__(self, host: str, port: int, gauges: Callable[[], Iterable[Gauge]]):
        from prometheus_client import CollectorRegistry, ProcessCollector

        self.gauges = gauges
        self.registry = CollectorRegistry()
        self.registry.register(self)
        ProcessCollector(registry=self.registry)
        self._memory: tuple[float, Gauge] | None = None
        try:
            sockets = bind_sockets(port, host)
        except OSError as error:
            raise SetupError(*de.no_metrics_port(host, port)) from error
        self.port: int = sockets[0].getsockname()[1]
        application = web.Application(
            [(r"/metriken", Shown, {"metrics": self})], log_function=lambda handler: None
        )
        self._server = HTTPServer(
            application,
            idle_connection_timeout=PATIENCE,
            body_timeout=PATIENCE,
            max_body_size=0,
            max_header_size=LARGEST_HEAD,
        )
        self._server.add_sockets(sockets)

    def describe(self) -> Sequence[Any]:
        """Nothing: what there is is known when it is asked for."""
        return ()

    def collect(self) -> Iterable[Any]:
        """All figures, as the library wants them."""
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

        for name, about in de.METRICS_COUNTED.items():
            yield CounterMetricFamily(f"fairki_{name}", about, value=tally.counts[name])
        refused = CounterMetricFamily("fairki_refused", de.METRICS_REFUSED, labels=["reason"])
        for reason, number in sorted(tally.refusals.items()):
            refused.add_metric([reason], number)
        yield refused
        for one in [*self.gauges(), *([self._memory[1]] if self._memory else [])]:
            family = GaugeMetricFamily(f"fairki_{one.name}", one.about, labels=list(one.labels))
            for words, value in one.values.items():
                family.add_metric(list(words), value)
            yield family

    async def measure(self) -> None:
        """Look how much memory is used, in a thread: with many kernels that takes a moment."""
        if self._memory is None or time.monotonic() - self._memory[0] > KEPT:
            self._memory = time.monotonic(), await asyncio.to_thread(memory)

    def stop(self) -> None:
        """Answer no more."""
        self._server.stop()


class Shown(web.RequestHandler):
    """All figures as text."""

    def initialize(self, metrics: Metrics) -> None:
        """`metrics`: whose."""
        self.metrics = metrics

    async def get(self) -> None:
        """What Prometheus reads."""
        from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

        await self.metrics.measure()
        self.clear_header("Server")
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.set_header("Cache-Control", "no-store")
        self.finish(generate_latest(self.metrics.registry))

    head = get


def course_gauges(visits: Visits, capacity: Capacity, at_door: int, lines: int) -> list[Gauge]:
    """What every course has."""
    kernels, used = len(visits.visits), len(visits.guests)
    starting = sum(not one.preparation.done() for one in visits.guests.values())
    return [
        Gauge("pages_connected", de.METRICS_CONNECTED, {(): lines}),
        Gauge("kernels", de.METRICS_KERNELS, {("in_use",): used, ("reserve",): kernels - used}, ("use",)),
        Gauge("kernel_places", de.METRICS_PLACES, {(): capacity.pages}),
        Gauge("waiting", de.METRICS_WAITING, {("kernel",): starting, ("door",): at_door}, ("for",)),
        Gauge("connections", de.METRICS_CONNECTIONS, {(): capacity.connections()}),
        Gauge("connection_places", de.METRICS_CONNECTION_PLACES, {(): capacity.most_connections}),
    ]


def memory() -> Gauge:
    """What this process uses, and what those that it started use; what they share is divided among them."""
    own = psutil.Process(os.getpid())
    kernels = 0
    for one in own.children(recursive=True):
        try:
            kernels += _share(one)
        except psutil.Error:  # it is just ending
            continue
    return Gauge(
        "memory_bytes", de.METRICS_MEMORY, {("server",): _share(own), ("kernels",): kernels}, ("part",)
    )


def _share(process: psutil.Process) -> int:
    full = process.memory_full_info()
    return int(getattr(full, "pss", full.rss))
