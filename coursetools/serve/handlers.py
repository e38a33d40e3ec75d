"""The addresses of the site. What is not listed in `routes` does not exist."""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from tornado import web
from tornado.iostream import StreamClosedError
from tornado.log import app_log

from coursetools.serve import de, hosts, own_pages, plain_pages, tally
from coursetools.serve.assets import REFERENCE
from coursetools.serve.channels import Channels
from coursetools.serve.site import OWN_DATA_PATH
from coursetools.serve.tickets import PageFailed, TooManyPages

POLICY, ALONE = "Content-Security-Policy", "frame-ancestors 'self'"
HEADERS = {
    POLICY: (
        "default-src 'self'; script-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; connect-src 'self'; "
        f"{ALONE}; base-uri 'none'; form-action 'self'; object-src 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
FOR_EVER = "public, max-age=31536000, immutable"

AGAIN = 5  # seconds until a visitor for whom there was no place asks again
_CHUNK = 1 << 16  # bytes


class Handler(web.RequestHandler):
    """A page of its own kind; errors are friendly German pages."""

    def set_default_headers(self) -> None:
        """Strict rules for the browser; nothing about the server."""
        self.clear_header("Server")
        for name, value in HEADERS.items():
            self.set_header(name, value)
        if around := self.settings.get("frames"):
            self.set_header(POLICY, HEADERS[POLICY].replace(ALONE, f"{ALONE} {' '.join(around)}"))
        self.set_header("Cache-Control", "no-store")

    def compute_etag(self) -> None:
        """None: what may be kept is named by its content, the rest must not be kept."""

    def _request_summary(self) -> str:
        return f"{self.request.method} {self.request.path}"  # Tornado's own names the visitor's address

    def log_exception(self, kind: Any, error: Any, trace: Any) -> None:
        """Write down what is a fault of ours; Tornado's own words would name the visitor's address."""
        if not isinstance(error, web.HTTPError | StreamClosedError):
            tally.count(tally.FAILED)
            app_log.error("%s failed", type(self).__name__, exc_info=error)

    async def hand_over_packed(self, plain: Callable[[], bytes], packed: Callable[[], bytes]) -> None:
        """`hand_over` what the browser can read: `packed` with gzip, or `plain`."""
        self.set_header("Vary", "Accept-Encoding")
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            await self.hand_over(packed())
        else:
            await self.hand_over(plain())

    async def hand_over(self, content: bytes) -> None:
        """Answer with `content`, piece by piece: whoever reads slowly costs no memory."""
        self.set_header("Content-Length", len(content))
        with suppress(StreamClosedError):  # somebody who goes in between is no error
            for start in range(0, len(content), _CHUNK):
                self.write(content[start : start + _CHUNK])
                await self.flush()

    async def head(self, *arguments: Any, **named: Any) -> None:
        """What GET would answer, without its content; Tornado leaves that out."""
        if answer := self.get(*arguments, **named):
            await answer

    def show(self, template: str, **values: Any) -> None:
        """Answer with a page made of `template`."""
        self.finish(plain_pages.page(template, self.settings["addresses"], **values))

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Answer with a friendly page that says what happened and what to do."""
        title, happened, remedy = de.MESSAGES.get(status_code, de.OTHER_MESSAGE)
        if status_code == 503:
            self.set_header("Retry-After", str(AGAIN))
        self.show(
            "message.html.j2",
            title=title,
            happened=happened,
            remedy=remedy,
            again=status_code >= 500,
            waits=status_code == 503,
            home=status_code != 403,
        )


class Home(Handler):
    """The learner's start page."""

    def get(self) -> None:
        """All from the manifest; needs no kernel."""
        self.finish(plain_pages.home(self.settings["addresses"], self.settings["site"]))


class Health(Handler):
    """For whoever watches over the server."""

    def get(self) -> None:
        """It answers, so it lives."""
        self.finish({"gesund": True})


class Ready(Handler):
    """For whoever sends people to the server."""

    def get(self) -> None:
        """Whether somebody who comes now finds a page and a place; if not, why, with 503."""
        visits, pages = self.settings["visits"], self.settings["site"].pages
        missing = len(pages.keys() - visits.latest.keys())
        reasons = [de.ready_later(missing, len(pages))] if missing else []
        if not visits.has_room():
            reasons.append(de.READY_FULL)
        self.set_status(503 if reasons else 200)
        self.finish({"bereit": not reasons, "gruende": reasons})


class Reference(Handler):
    """A page to look things up."""

    def get(self, path: str) -> None:
        """All from the data of `fairki.reference`; needs no kernel."""
        self.finish(plain_pages.look_up(self.settings["addresses"], self.settings["site"], path))


class OwnPage(Handler):
    """A page of the company."""

    def get(self, path: str) -> None:
        """All from the company's folder, read when the course started; needs no kernel."""
        self.finish(plain_pages.own(self.settings["addresses"], path))


class DataSheet(Handler):
    """What a table of the course is about."""

    def get(self, name: str) -> None:
        """The table's datasheet as a page."""
        file = self.settings["site"].datasheets.get(name)
        if file is None or not file.exists():
            raise web.HTTPError(404)
        self.finish(plain_pages.datasheet(self.settings["addresses"], name, file))


class CoursePage(Handler):
    """A page with a kernel of its own."""

    async def get(self, path: str) -> None:
        """The finished page, or an honest status."""
        page = self.settings["site"].pages.get(path)
        if page is None:
            raise web.HTTPError(404)
        try:
            rendered = await self.settings["visits"].open(page)
        except PageFailed:
            self.send_error(500)
        except TooManyPages:
            tally.refuse("full")
            self.send_error(503)
        else:
            tally.count(tally.PAGES)
            await self.hand_over_packed(rendered.html.encode, lambda: rendered.packed)


class OwnData(CoursePage):
    """The page for data of one's own: only where Python runs on the machine of whoever asks for it."""

    async def get(self, path: str) -> None:
        """The finished page, or the reason why it is switched off."""
        # No browser speaks HTTP/1.0 any more; nginx does to a course, if nobody told it otherwise. A proxy that hides
        # altogether gets the page, but no kernel: a browser names the site that a connection comes from.
        hidden = self.request.version == "HTTP/1.0"
        if hidden or hosts.passed_on(self.request) or path not in self.settings["site"].pages:
            title, happened, remedy = de.OWN_DATA_OFF
            self.set_status(403)
            self.show("message.html.j2", title=title, happened=happened, remedy=remedy, home=True)
        else:
            await super().get(path)


class Download(Handler):
    """A released notebook or a table to take along."""

    def get(self, path: str) -> None:
        """The file, under its name."""
        file = self.settings["site"].downloads.get(path)
        if file is None or not file.exists():
            raise web.HTTPError(404)
        kind = {".ipynb": "application/x-ipynb+json", ".csv": "text/csv; charset=utf-8"}[file.suffix]
        self.set_header("Content-Type", kind)
        self.set_header("Content-Disposition", f'attachment; filename="{file.name}"')
        self.finish(file.read_bytes())


class Static(Handler):
    """A file whose address names its content."""

    async def get(self, path: str) -> None:
        """The packed file, to be kept for ever."""
        asset = self.settings["assets"].get(path)
        if asset is None:
            raise web.HTTPError(404)
        self.set_header("Content-Type", asset.type)
        self.set_header("Cache-Control", FOR_EVER)
        await self.hand_over_packed(lambda: asset.content, lambda: asset.packed)


class Leave(Handler):
    """Where a page says that it is being left. Only the page knows the number that it gave itself."""

    async def post(self, visit: str) -> None:
        """End its kernel at once."""
        await self.settings["visits"].end(visit)
        self.set_status(204)


@web.stream_request_body
class Stranger(Handler):
    """For whoever asks for a name that is not ours, or from a page of another site."""

    def initialize(self, reason: str) -> None:
        """`reason`: what is counted."""
        self.reason = reason

    def prepare(self) -> None:
        """Nothing of the course is shown."""
        tally.refuse(self.reason)
        raise web.HTTPError(403)

    def data_received(self, chunk: bytes) -> None:
        """What is sent is not even looked at."""


class WithoutSlash(Handler):
    """Where somebody left out the slash at the end of the address of the course."""

    def initialize(self, base: str) -> None:
        """`base`: where the course begins."""
        self.base = base

    def get(self) -> None:
        """Lead there."""
        self.redirect(self.base)


class Nothing(Handler):
    """Every other address."""

    def prepare(self) -> None:
        """There is nothing here."""
        raise web.HTTPError(404)


def routes(base_url: str) -> list[tuple[Any, ...]]:
    """Pattern and handler of everything that exists."""
    base, page, visit = re.escape(base_url), r"(?:\.html)?", r"([0-9a-f]{32})"
    return [
        (rf"{base}", Home),
        (rf"{base}gesund", Health),
        (rf"{base}gesund/bereit", Ready),
        (rf"{base}({'|'.join(REFERENCE)}){page}", Reference),
        *([(rf"{base}({'|'.join(own)}){page}", OwnPage)] if (own := own_pages.titles()) else []),
        (rf"{base}((?:modul|uebung)/[\w-]+){page}", CoursePage),
        (rf"{base}({OWN_DATA_PATH}){page}", OwnData),
        (rf"{base}(uebung/[\w-]+\.ipynb|daten/\w+\.csv)", Download),
        (rf"{base}daten/(\w+){page}", DataSheet),
        (rf"{base}static/([0-9a-f]{{16}}/[\w.-]+)", Static),
        (rf"{base}besuch/{visit}", Channels),
        (rf"{base}verlassen/{visit}", Leave),
    ]
