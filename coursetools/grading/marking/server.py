"""``build_course.py grade --bewerten``: the page, on this machine alone, until Ctrl-C."""

import asyncio
import secrets
import signal
import webbrowser
from pathlib import Path

from rich.console import Console
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from coursetools.grading import grade
from coursetools.grading.gradebook import Gradebook
from coursetools.grading.marking import de, handlers, page, second
from coursetools.grading.marking.bank import Bank
from coursetools.grading.marking.desk import Desk, FirstDesk
from coursetools.grading.marking.questions import Question, questions
from coursetools.grading.person import AUTOGRADED
from coursetools.local_page import HOST
from coursetools.screen import has_screen
from coursetools.serve.assets import TYPES, Asset
from fairki import company, home
from fairki import web as browser
from fairki.errors import BadFileError

_PAGES = Path(__file__).parent / "pages"
_ICON = Path(__file__).parents[2] / "serve" / "static" / "icon.svg"


class Server:
    """The page for one desk. ``folder``: where the collection of comments lies."""

    def __init__(self, desk: Desk, folder: Path):
        self.token = secrets.token_urlsafe(24)
        (socket,) = bind_sockets(0, HOST)
        self.port: int = socket.getsockname()[1]
        files = {
            "fairki.css": (browser.BLOCKS / "fairki.css").read_text("utf-8"),
            "bewerten.css": (_PAGES / "static" / "bewerten.css").read_text("utf-8"),
            "bewerten.js": browser.module(_PAGES / "static" / "bewerten.js"),
            "icon.svg": company.fill(_ICON.read_text("utf-8")),
        }
        application = web.Application(
            handlers.routes,
            desk=desk,
            bank=Bank(folder),
            token=self.token,
            port=self.port,
            assets={
                name: Asset(text.encode(), TYPES[name.rpartition(".")[2]]) for name, text in files.items()
            },
            default_handler_class=handlers.Nothing,
            log_function=lambda _handler: None,
        )
        self._http = HTTPServer(application, max_body_size=second.LARGEST, body_timeout=60)
        self._http.add_socket(socket)

    @property
    def address(self) -> str:
        """Where the page is, with its token, which a browser keeps to itself."""
        return f"http://{HOST}:{self.port}/#{self.token}"

    def stop(self) -> None:
        """Take no more requests."""
        self._http.stop()


def run(
    root: Path,
    console: Console,
    url: str | None = None,
    file: Path | None = None,
    open_browser: bool = True,
) -> None:
    """Show the page until Ctrl-C, then write feedback and overview with what was decided.

    Args:
        file: for a second opinion: the file that another person made; the gradebook is left alone.

    Raises:
        BadFileError: nothing was graded yet, or the file is none; or afterwards, if the pages of an exercise could
            not be written; the others are there.
    """
    root = Path(root).resolve()
    folder = root / grade.FOLDER
    assignments, broken = grade.exercises(root)
    asked = {one.key: one for assignment in assignments.values() for one in questions(assignment)}
    if file is not None:
        asyncio.run(_serve(second.SecondDesk(file, asked), folder, console, open_browser))
        console.print(de.SECOND_KEPT)
        return
    if not any((folder / AUTOGRADED).glob("*/*/*.ipynb")):
        raise BadFileError(de.NOTHING_GRADED, de.grade_first(home.COMMAND))
    with Gradebook(root, url) as book:
        asyncio.run(_serve(_desk(folder, book, asked), folder, console, open_browser))
        with grade.alone(root):
            grade.write_reports(book, assignments, folder, broken=broken)
    grade.name_broken(broken, de.MARKS_ARE_THERE)
    console.print(de.UP_TO_DATE)


def _desk(folder: Path, book: Gradebook, asked: dict[str, Question]) -> FirstDesk:
    desk = FirstDesk(folder, book, asked)
    if not page.overview(desk)["questions"]:
        raise BadFileError(de.NOTHING_TO_MARK, de.grade_first(home.COMMAND))
    return desk


async def _serve(desk: Desk, folder: Path, console: Console, open_browser: bool) -> None:
    over, loop = asyncio.Event(), asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(name, over.set)
        except NotImplementedError:  # Windows
            signal.signal(name, lambda *_: loop.call_soon_threadsafe(over.set))
    server = Server(desk, folder)
    console.print(de.running(server.address), soft_wrap=True)
    console.print(de.END)
    if open_browser and has_screen():
        loop.run_in_executor(None, webbrowser.open, server.address)
    try:
        await over.wait()
    finally:
        server.stop()
