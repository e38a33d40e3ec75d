"""The addresses of the editor: all below its key, so that nothing is answered without it.

``GET  /<key>/``                          the files of the folder, and what can be taken back.
``GET  /<key>/datei/<name>[?teil=<key>]`` a form; ``POST`` with ``tat``: ``speichern``, ``vorschau``, ``verwerfen``,
    ``loeschen``, or ``neu:<list>``, ``weg:``, ``hoch:``, ``runter:<list>.<number>``, which change the form alone.
``GET  /<key>/text/<name>``               the same file as text; ``POST`` as above.
``GET  /<key>/neu?art=<folder>&name=``    leads to the form of a file that is not there yet.
``POST /<key>/zurueck``, ``/<key>/vor``   take the last change back, make it again.
``GET  /<key>/vorschau``                  the real course with what was typed; ``/<key>/vorschau/stand``: how far it is.
``GET  /static/…``                        styles and script, named by their content.

A form sends along in ``stand`` what it was made from. Another one means that the file was changed meanwhile, and
nothing is overwritten.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from tornado import web

from coursetools.company_editor import form_page
from coursetools.company_editor.de import pages as de
from coursetools.company_editor.history import ChangedMeanwhileError
from fairki.errors import FairkiError

if TYPE_CHECKING:
    from coursetools.company_editor.server import Editor

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src http://localhost:*; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",  # with none at all a form would come from nowhere
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
KEY, NAME = r"/([\w-]{20,64})", r"([\w./-]{1,120})"


class Handler(web.RequestHandler):
    """A page of the editor."""

    @property
    def editor(self) -> "Editor":
        """The one page that this server has."""
        return cast("Editor", self.settings["editor"])

    def set_default_headers(self) -> None:
        """Strict rules for the browser; nothing about the server."""
        self.clear_header("Server")
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def compute_etag(self) -> None:
        """None: nothing is kept."""

    def prepare(self) -> None:
        """Let in who has the key and asks for this page."""
        if not self.editor.admits(self.request):
            raise web.HTTPError(403)
        if not self.editor.knows(str(self.path_args[0]) if self.path_args else ""):
            raise web.HTTPError(403)

    def show(self, template: str, **values: Any) -> None:
        """Answer with a page."""
        history = self.editor.desk.history
        values |= {"last": history.last(), "next": history.next()}
        self.finish(self.editor.templates.get_template(template).render(**values))

    def arguments(self) -> Mapping[str, Sequence[str]]:
        """What a form sent.

        Raises:
            HTTPError: it is not UTF-8.
        """
        try:
            sent = self.request.body_arguments
            return {name: [one.decode("utf-8") for one in values] for name, values in sent.items()}
        except UnicodeDecodeError:
            raise web.HTTPError(400) from None

    def log_exception(self, kind: Any, error: Any, trace: Any) -> None:
        """Say what is a fault of ours, without a word of what was typed."""
        if not isinstance(error, web.HTTPError | FairkiError):
            super().log_exception(kind, error, trace)

    def _request_summary(self) -> str:
        return f"{self.request.method} {type(self).__name__}"  # the address has the key in it

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Answer with a page that says what happened and what to do."""
        error = kwargs.get("exc_info", (None, None))[1]
        happened, remedy = {403: de.REFUSED, 404: de.NOT_FOUND, 400: de.BAD_REQUEST}.get(
            status_code, de.FAILED
        )
        if isinstance(error, FairkiError):
            self.set_status(409)
            happened, remedy = error.happened, error.remedy
        known = status_code != 403
        template = self.editor.templates.get_template("meldung.html.j2")
        self.finish(template.render(title=happened, happened=happened, remedy=remedy, known=known))


class Overview(Handler):
    """All files."""

    def get(self, key: str) -> None:
        """The list."""
        self.show(
            "uebersicht.html.j2", **form_page.overview(self.editor.desk, self.get_query_argument("ok", ""))
        )


class FilePage(Handler):
    """One file, as a form or as text."""

    def initialize(self, as_text: bool) -> None:
        """``as_text``: the text."""
        self.as_text = as_text

    def page(self, name: str) -> form_page.Page:
        """The page of a file that there can be."""
        if not self.editor.desk.allowed(name):
            raise web.HTTPError(404)
        try:
            return form_page.page(self.editor.desk, name, self.get_query_argument("teil", ""), self.as_text)
        except KeyError:
            raise web.HTTPError(404) from None

    def get(self, key: str, name: str) -> None:
        """What it says."""
        page = self.page(name)
        self.show(page.template, **page.shown(said=de.SAID.get(self.get_query_argument("ok", ""), "")))

    def post(self, key: str, name: str) -> None:
        """What is to be done with it."""
        page, given = self.page(name), self.arguments()
        uploads = {
            field: files[-1]["body"] for field, files in self.request.files.items() if files[-1]["body"]
        }
        what, _, about = (given.get("tat") or [""])[-1].partition(":")
        try:
            answer = page.answered(what, about, given, uploads)
        except (KeyError, IndexError, ValueError):
            raise web.HTTPError(400) from None
        if answer.preview is not None:
            self.editor.preview.show(answer.preview, f"http://{self.request.host}")
            self.redirect(f"/{self.editor.key}/vorschau?seite={page.seen_at}", status=303)
        elif answer.go_to:
            self.redirect(f"/{self.editor.key}/{answer.go_to}", status=303)
        else:
            self.set_status(answer.status)
            self.show(answer.template or page.template, **answer.shown)


class NewFile(Handler):
    """A file that is not there yet."""

    def get(self, key: str) -> None:
        """Lead to its form."""
        name = f"{self.get_query_argument('art', '')}/{self.get_query_argument('name', '').strip()}.toml"
        if not self.editor.desk.allowed(name):
            raise web.HTTPError(400)
        self.redirect(f"/{self.editor.key}/datei/{name}")


class Step(Handler):
    """Takes the last change back, or makes it again."""

    def initialize(self, back: bool) -> None:
        """``back``: takes it back."""
        self.back = back

    def post(self, key: str) -> None:
        """Do it, and tell so on the first page."""
        desk = self.editor.desk
        change = desk.history.last() if self.back else desk.history.next()
        if change:
            if any(desk.has_draft(name) for name in change.files):
                raise ChangedMeanwhileError(*de.DRAFT_FIRST)
            (desk.history.undo if self.back else desk.history.redo)()
        self.redirect(f"/{self.editor.key}/?ok={'zurueck' if self.back else 'wieder'}", status=303)


class PreviewPage(Handler):
    """The course with what was typed."""

    def get(self, key: str) -> None:
        """A frame for it."""
        self.show("vorschau.html.j2", seen=self.get_query_argument("seite", ""))


class PreviewState(Handler):
    """How far the preview is."""

    def get(self, key: str) -> None:
        """Its address and pages, once it is there, or why it is not."""
        preview = self.editor.preview
        self.finish({"address": preview.address, "pages": preview.pages, "failed": preview.failed})


class Static(Handler):
    """A style or a script; it says nothing of the folder."""

    def prepare(self) -> None:
        """Let in who asks for this page."""
        if not self.editor.admits(self.request):
            raise web.HTTPError(403)

    def get(self, path: str) -> None:
        """The file."""
        asset = self.editor.assets.get(path)
        if asset is None:
            raise web.HTTPError(404)
        self.set_header("Content-Type", asset.type)
        self.finish(asset.content)


class Nothing(Handler):
    """Every other address."""

    def prepare(self) -> None:
        """There is nothing here; whoever has no key does not even learn that."""
        raise web.HTTPError(404 if self.request.path.startswith(f"/{self.editor.key}/") else 403)


def routes() -> list[tuple[Any, ...]]:
    """Pattern and handler of everything that exists."""
    return [
        (rf"{KEY}/", Overview),
        (rf"{KEY}/datei/{NAME}", FilePage, {"as_text": False}),
        (rf"{KEY}/text/{NAME}", FilePage, {"as_text": True}),
        (rf"{KEY}/neu", NewFile),
        (rf"{KEY}/zurueck", Step, {"back": True}),
        (rf"{KEY}/vor", Step, {"back": False}),
        (rf"{KEY}/vorschau", PreviewPage),
        (rf"{KEY}/vorschau/stand", PreviewState),
        (r"/static/([0-9a-f]{16}/[\w.-]+)", Static),
    ]
