"""The server: Voilà without its routes, its template and its kernel pool, but with ours."""

import asyncio
import errno
import logging
import os
import shutil
import signal
import socket
import webbrowser
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any, cast

from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from tornado.platform.asyncio import BaseAsyncIOLoop
from traitlets import Any as AnyTrait
from traitlets import Integer, default
from traitlets.config import Config
from voila.app import Voila

from coursetools import machine
from coursetools.discreet import hush
from coursetools.kernels.manager import Kernels
from coursetools.kernels.spec import CourseKernels, forked, transport
from coursetools.screen import has_screen
from coursetools.serve import de, descriptors, metrics
from coursetools.serve.assets import Assets, publish
from coursetools.serve.capacity import Capacity, pages_by_memory
from coursetools.serve.channels import GuardedConnection, Nobody
from coursetools.serve.drawn import Drawn
from coursetools.serve.ending import leave
from coursetools.serve.front import Front, Gate
from coursetools.serve.guard import LARGEST_MESSAGE
from coursetools.serve.handlers import Nothing, routes
from coursetools.serve.hosts import Hosts, alone, origin
from coursetools.serve.logs import USUAL, Logs
from coursetools.serve.metrics import Gauge, Metrics, course_gauges
from coursetools.serve.public import Public
from coursetools.serve.rendering import TEMPLATES, Renderer
from coursetools.serve.site import Page, Site, site
from coursetools.serve.tickets import RESTARTS
from coursetools.serve.visits import Visits
from coursetools.web_names import readable
from fairki import manifest
from fairki.errors import SetupError

PORTS_TO_TRY = 50
FAREWELL, LAST_ANSWERS = 5.0, 0.5
"""Seconds that a farewell may take in all, and that pages and answers have to be gone in."""


def run(
    root: Path,
    host: str = "127.0.0.1",
    port: int = 8866,
    open_browser: bool = True,
    say: Callable[[str], None] = print,
    framed_by: Sequence[str] = (),
    address: str = "",
    trusted: Sequence[str] = (),
    logs: Logs = USUAL,
    figures: str = "",
    pages_at_once: int = 0,
) -> None:
    """Serve the built course in the folder `root` until Ctrl-C or SIGTERM; then this process ends.

    `port` 0 takes any free one; one that is taken is replaced by the next free one. `say` gets German
    lines for the person at the console. `framed_by`: addresses of other sites that may show the course in a frame.
    `address`, `trusted`: see ``Public.of``. `figures`: where they are shown, see ``metrics.place``; "": nowhere.
    `pages_at_once`: how many pages have a kernel at once; 0: as many as memory carries.

    Raises:
        BadFileError: if the manifest is missing or damaged.
        SetupError: if the course cannot listen at this address, or something in `framed_by`, `address`, `trusted` or
            `figures` is none.
    """
    root = Path(root).resolve()
    frames = [origin(one) for one in framed_by]
    if None in frames:
        raise SetupError(*de.no_frame(framed_by[frames.index(None)]))
    public = Public.of(address, trusted)
    course = FairkiVoila(
        site=site(manifest.read(root), root, own_data=alone(host) and not (frames or address or trusted)),
        say=say,
        public=public,
        base_url=public.path,
        frames=frames,
        ip=host,
        port=port,
        open_browser=open_browser,
        root_dir=str(root / ".build"),
        metrics_at=figures,
        logs=logs,
        config=settings(root, logs),
        **limited(pages_at_once),
    )
    course.initialize([])
    course.start()
    leave()


def settings(root: Path, logs: Logs = USUAL) -> Config:
    """What we ask of Voilà, jupyter_server and traitlets. Errors are written down; no visitor is named there."""
    return Config(
        {
            "Application": {"logging_config": logs.config(root)},
            "KernelManager": {"transport": transport()},
            # A kernel that died has forgotten its page: report it, do not start an empty one.
            "KernelRestarter": {"restart_limit": 0, "time_to_dead": 1.0},
            "VoilaConfiguration": {
                "kernel_spec_manager_class": CourseKernels,
                "multi_kernel_manager_class": Kernels,
            },
        }
    )


def limited(pages_at_once: int) -> dict[str, int]:
    """The argument for a server that is to have so many pages with a kernel; 0: it finds out by itself."""
    return {"pages_at_once": pages_at_once} if pages_at_once else {}


def given(*default: Any, **named: Any) -> Any:
    """A trait for what the constructor is given, whatever it is."""
    return AnyTrait(*default, **named)


class FairkiVoila(Voila):  # type: ignore[misc]  # Voilà has no types
    """Serves one course; `site` says what there is, `say` speaks to the person at the console.

    `frames`: origins of other sites that may show it in a frame. `public`: its address for people.
    `metrics_at`: where its figures are shown. `logs`: how it writes down what happens.
    """

    port: int
    site: Site = given()
    say: Callable[[str], None] = given()
    frames: Sequence[str] = given(())
    public: Public = given(Public())
    metrics_at: str = given("")
    logs: Logs = given(USUAL)
    pages_at_once = Integer(help="Kernels that memory carries; more visitors are asked to wait.").tag(
        config=True
    )

    identity_provider_class = Nobody
    kernel_websocket_connection_class = GuardedConnection

    @default("pages_at_once")
    def _default_pages_at_once(self) -> int:
        return pages_by_memory()

    def load_config_file(self, *args: Any, **kwargs: Any) -> None:
        """No settings of this machine: a course is the same everywhere."""

    def setup_template_dirs(self) -> None:
        """Our templates need none of Voilà's."""
        self.template_paths = [TEMPLATES]

    def initialize(self, argv: list[str] | None = None) -> None:
        """As Voilà does; and Ctrl-C ends the course like SIGTERM, never in the middle of something."""
        hush(logging.getLogger("asyncio"))
        self.capacity = Capacity(descriptors.raise_limit(), self.pages_at_once)
        super().initialize(argv)
        signal.signal(signal.SIGINT, self._handle_signal_stop)
        self.goodbye: asyncio.Task[None] | None = None
        self.metrics: Metrics | None = None

    def init_settings(self) -> dict[str, Any]:
        """Voilà's settings for Tornado, and ours."""
        inherited: dict[str, Any] = super().init_settings()
        assets = Assets(self.base_url)
        addresses = publish(assets)
        renderer = Renderer(assets, addresses, self.contents_manager, self.log)
        environment = {**os.environ, "IPYTHONDIR": os.path.join(self.connection_dir, "ipython")}
        room = self.capacity.room_for_page
        drawn = Drawn(Path(self.root_dir) / "drawn", assets, addresses, self.site.course)
        self.visits = Visits(self.kernel_manager, renderer, environment, room, self.log, drawn)
        self.capacity.kernels = lambda: len(self.visits.visits)
        self.hosts = Hosts(self.public.named, self.ip, self.public.trusted)
        return inherited | {
            "addresses": addresses,
            "assets": assets,
            "compress_response": True,
            "default_handler_class": Nothing,
            "log_function": lambda handler: None,  # nobody's visits are written down
            "frames": self.frames,
            "hosts": self.hosts,
            "lines": set(),
            "site": self.site,
            "visits": self.visits,
            "websocket_max_message_size": LARGEST_MESSAGE,
            "ws_ping_interval": 0,  # see ``channels``
        }

    def init_handlers(self) -> list[tuple[Any, ...]]:
        """Our addresses only."""
        return routes(self.base_url)

    def listen(self) -> None:
        """Open the port, say where, prepare the pages and serve until told to stop."""
        self.ioloop = cast(BaseAsyncIOLoop, IOLoop.current())
        sockets = self._bind()
        wanted, self.port = self.port, sockets[0].getsockname()[1]
        self.front = Front(Gate(self.app, self.hosts, self.base_url), self.capacity)
        self.front.add_sockets(sockets)
        if wanted not in (0, self.port):
            self.say(de.taken(wanted, self.port))
        if self.metrics_at:
            self.metrics = Metrics(*metrics.place(self.metrics_at), self.gauges)
        self.announce()
        self.log.info("the course is served")
        if self.open_browser and has_screen():
            self.ioloop.run_in_executor(None, webbrowser.open, self.display_url)
        jobs = [*self.jobs(), self.front.watch(), self._learn_name()]
        tasks = [self.ioloop.asyncio_loop.create_task(job) for job in jobs]
        try:
            self.ioloop.start()
        finally:
            for task in tasks:
                task.cancel()
            self.stop()
            self.log.info("the course has ended")

    def _handle_signal_stop(self, number: int, frame: Any) -> None:
        if not hasattr(self, "front"):
            raise SystemExit(0)  # nothing has begun
        self.ioloop.add_callback_from_signal(self._end)

    def _end(self) -> None:
        if self.goodbye is None:
            self.goodbye = self.ioloop.asyncio_loop.create_task(self._finish())
        else:  # who asks twice does not want to wait
            self.ioloop.stop()

    async def _finish(self) -> None:
        self.log.info("the course was told to end")
        self.front.stop()
        try:
            await asyncio.wait_for(self.say_goodbye(), FAREWELL)
        except Exception as error:
            self.log.error("a farewell failed", exc_info=error)
        finally:
            self.ioloop.stop()

    async def say_goodbye(self) -> None:
        """Tell open pages that they are to wait for the course, and let answers under way arrive."""
        for line in tuple(self.app.settings["lines"]):
            line.close(RESTARTS)
        await self.front.quiet(LAST_ANSWERS)

    def gauges(self) -> list[Gauge]:
        """How things stand now, for ``metrics``."""
        return course_gauges(
            self.visits, self.capacity, len(self.front.door), len(self.app.settings["lines"])
        )

    def announce(self) -> None:
        """Say where the course is; the port is known by now."""
        self.say(de.running(self.display_url))
        if self.public.origin:
            self.say(de.public(readable(self.public.origin) + self.base_url))
        if machine.as_root() and (self.public.origin or not alone(self.ip)):
            self.say(de.AS_ROOT)
        self.say(de.STOP)

    def jobs(self) -> list[Coroutine[Any, Any, None]]:
        """What runs beside the answers as long as the course is served."""
        pages = list(self.site.pages.values())
        if forked():
            from coursetools.kernels import provisioner

            provisioner.start_fork_server()  # the first answer must not wait for it
        return [self.visits.prepare_all(pages, self._prepared), self.visits.sweep()]

    def stop(self) -> None:
        """End every kernel."""
        if self.metrics:
            self.metrics.stop()
        self.ioloop.run_sync(self.visits.end_all)
        shutil.rmtree(self.connection_dir, ignore_errors=True)
        self.say(de.ENDED)

    @property
    def display_url(self) -> str:
        """The address for people."""
        names = {"127.0.0.1": "localhost", "0.0.0.0": socket.gethostname(), "::": socket.gethostname()}
        host = names.get(self.ip, f"[{self.ip}]" if ":" in self.ip else self.ip)
        return f"http://{host}:{self.port}{self.base_url}"

    def _bind(self) -> list[socket.socket]:
        last = self.port + PORTS_TO_TRY
        for port in range(self.port, last + 1):
            try:
                return bind_sockets(port, self.ip)
            except socket.gaierror as error:
                raise SetupError(*de.unknown_host(self.ip)) from error
            except OSError as error:
                if error.errno == errno.EADDRNOTAVAIL:
                    raise SetupError(*de.foreign_host(self.ip)) from error
                if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                    raise
        raise SetupError(*de.no_port(self.port, last))

    async def _learn_name(self) -> None:
        # The network is asked for our full name, and may take its time.
        self.hosts.learn(await asyncio.to_thread(socket.getfqdn))

    def _prepared(self, page: Page, successful: bool) -> None:
        if not successful:
            self.say(de.not_prepared(page.title, self.logs.where))
