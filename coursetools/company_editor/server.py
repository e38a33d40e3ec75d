"""The local page: on this machine alone, for whoever has the key in its address, and nothing from elsewhere.

The key is part of every address and lives as long as the program. A page of another site neither knows it nor may
speak to this one: who asks for another host, or comes from another origin, is refused.
"""

import asyncio
import hmac
import secrets
import signal
import webbrowser
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest
from tornado.netutil import bind_sockets

from coursetools.company_editor import handlers
from coursetools.company_editor.de import names
from coursetools.company_editor.de import pages as de
from coursetools.company_editor.desk import Desk
from coursetools.company_editor.preview import Preview
from coursetools.local_page import HOST, asked_here
from coursetools.screen import has_screen
from coursetools.serve.assets import Assets
from fairki import company, language
from fairki import web as browser
from fairki.company import reading
from fairki.errors import BadFileError, SetupError

HERE = Path(__file__).parent
LARGEST_BODY = 4 << 20
"""Bytes of a request: a form with everything in it, and two pictures that are too large."""


class Editor:
    """The page of one folder; ``folder`` has to hold ``betrieb.toml``."""

    def __init__(self, folder: Path, root: Path):
        self.desk, self.key = Desk(folder), secrets.token_urlsafe(24)
        self.preview = Preview(root, self.desk)
        self.assets = Assets()
        self.templates = Environment(
            loader=FileSystemLoader(HERE / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        course = HERE.parent / "serve" / "static"
        self.templates.globals |= {
            "de": de,
            "names": names,
            "language": language.chosen(),
            "base": f"/{self.key}/",
            "icon": self.assets.add("icon.svg", company.fill((course / "icon.svg").read_text("utf-8"))),
            "styles": [
                self.assets.add("fairki.css", (browser.BLOCKS / "fairki.css").read_text("utf-8")),
                self.assets.add("page.css", (course / "page.css").read_text("utf-8")),
                self.assets.add("editor.css", (HERE / "static" / "editor.css").read_text("utf-8")),
            ],
            "script": self.assets.add("editor.js", browser.module(HERE / "static" / "editor.js")),
        }
        self.port = 0
        self._server: HTTPServer | None = None

    @property
    def address(self) -> str:
        """Where the page is, with its key."""
        return f"http://localhost:{self.port}/{self.key}/"

    def application(self) -> web.Application:
        """What answers."""
        return web.Application(
            handlers.routes(),
            editor=self,
            log_function=lambda handler: None,
            default_handler_class=handlers.Nothing,
        )

    def listen(self, port: int = 0) -> None:
        """Open a port: this one, or any that is free."""
        sockets = bind_sockets(port, HOST)
        self.port = sockets[0].getsockname()[1]
        self._server = HTTPServer(self.application(), max_body_size=LARGEST_BODY, body_timeout=60)
        self._server.add_sockets(sockets)

    def admits(self, request: HTTPServerRequest) -> bool:
        """Whether somebody asks for this page, and no page of another site."""
        fetched = request.headers.get("Sec-Fetch-Site", "none")
        own = request.method in ("GET", "HEAD") or fetched in ("none", "same-origin")
        return own and asked_here(request, self.port)

    def knows(self, key: str) -> bool:
        """Whether this is the key."""
        return hmac.compare_digest(key.encode(), self.key.encode())

    def close(self) -> None:
        """Take no more requests, and end the preview."""
        if self._server:
            self._server.stop()
        self.preview.end()


def run(folder: Path, root: Path, port: int, open_browser: bool, say: Callable[[str], None]) -> None:
    """Serve the page until Ctrl-C or SIGTERM.

    Raises:
        BadFileError: there is no company in this folder.
    """
    folder = Path(folder)
    if folder.name == reading.FILE and folder.is_file():
        folder = folder.parent
    if not (folder / reading.FILE).is_file():
        raise BadFileError(*de.no_folder(str(folder)))
    asyncio.run(_serve(Editor(folder, root), port, open_browser, say))
    say(de.ENDED)


async def _serve(editor: Editor, port: int, open_browser: bool, say: Callable[[str], None]) -> None:
    over = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(name, over.set)
        except NotImplementedError:  # Windows: Ctrl-C ends the loop by itself
            signal.signal(name, lambda *_: loop.call_soon_threadsafe(over.set))
    try:
        editor.listen(port)
    except OSError:
        raise SetupError(*de.no_port(port)) from None
    for line in (*de.running(str(editor.desk.folder), editor.address), de.STOP):
        say(line)
    if open_browser and has_screen():
        loop.run_in_executor(None, webbrowser.open, editor.address)
    try:
        await over.wait()
    finally:
        editor.close()
