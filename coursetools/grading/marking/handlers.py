"""The addresses of the page; what is not listed in ``routes`` does not exist.

The page itself and its files hold nothing about anybody. All else needs the token, in the header ``Authorization:
Bearer <token>`` (the page has it from the fragment of its address, which a browser sends to nobody), and comes from no
other site: a foreign ``Host`` or ``Origin`` is refused. All is JSON; a refusal is ``{"error", "remedy"}``.

``GET  /questions``           see ``page.overview``
``GET  /question?key=werte/f1``  see ``page.question``
``POST /decide``              ``{"key", "id", "points", "criteria", "comment", "edit", "before"}`` → ``{"decision",
                              "steps"}``; 409: not what was there ``before`` (points, criteria, comment) is there now
``POST /undo``                ``{}`` → ``{"key", "id", "decision", "steps"}``; all null if there is no step
``POST /bank``                ``{"key", "text", "sure"}`` → ``{"bank"}``; 409: a name stands in it
``POST /bank/remove``         ``{"key", "text"}`` → ``{"bank"}``
``GET  /second?key=…``        the file for a second person
``POST /second?key=…``        that file → ``{"taken"}``
"""

import hmac
import json
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import Environment, FileSystemLoader
from tornado import web
from tornado.log import app_log

from coursetools.grading.marking import de, page, second
from coursetools.grading.marking.bank import Bank, Full, Named
from coursetools.grading.marking.decision import ChangedElsewhere, NotAllowed, checked, seen
from coursetools.grading.marking.desk import Desk, FirstDesk
from coursetools.grading.marking.ledger import Gone
from coursetools.grading.marking.questions import Question
from coursetools.local_page import asked_here
from fairki import language
from fairki.errors import FairkiError

LARGEST_BODY = 64 << 10
"""Bytes of a decision or a comment."""
LONGEST_EDIT = 64
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "pages"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


class Refused(Exception):
    """A request that is not answered: status, what happened and what to do."""

    def __init__(self, status: int, said: tuple[str, str]):
        super().__init__(status, said)
        self.status, self.said = status, said


class Handler(web.RequestHandler):
    """What all addresses share."""

    @property
    def desk(self) -> Desk:
        """What is worked with."""
        desk: Desk = self.settings["desk"]
        return desk

    @property
    def bank(self) -> Bank:
        """The collection of comments."""
        bank: Bank = self.settings["bank"]
        return bank

    def set_default_headers(self) -> None:
        """Strict rules for the browser; nothing about the server."""
        self.clear_header("Server")
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def prepare(self) -> None:
        """Refuse whoever asks for another host, or comes from another site."""
        if not asked_here(self.request, self.settings["port"]):
            raise Refused(403, de.REFUSED)

    def answer(self, value: Mapping[str, Any]) -> None:
        """Answer with JSON."""
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json.dumps(value, ensure_ascii=False))

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """A refusal says what to do; anything else is a fault of ours and says so without details."""
        error, said = kwargs.get("exc_info", (None, None))[1], de.FAILED
        if isinstance(error, Refused):
            status_code, said = error.status, error.said
        elif isinstance(error, FairkiError):
            status_code, said = 422, (error.happened, error.remedy)
        elif isinstance(error, NotAllowed):
            status_code, said = 400, de.NOT_UNDERSTOOD
        elif isinstance(error, Gone):
            status_code, said = 410, de.GONE
        self.set_status(status_code)
        self.answer({"error": said[0], "remedy": said[1]})

    def log_exception(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write down what is a fault of ours, without what somebody wrote."""
        if not isinstance(error, web.HTTPError | Refused | FairkiError | NotAllowed | Gone):
            app_log.error("%s failed: %s", type(self).__name__, kind and kind.__name__)

    def _request_summary(self) -> str:
        return f"{self.request.method} {self.request.path}"


class Page(Handler):
    """The page. It holds nothing about anybody."""

    def get(self) -> None:
        """The empty page, which then asks for all else."""
        template = _templates.get_template("bewerten.html.j2")
        title = de.TITLE_SECOND if self.desk.second else de.TITLE
        given = {"de": de, "title": title, "language": language.chosen()}
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(template.render(given))


class File(Handler):
    """A script or a stylesheet: one of those that are listed, by its name."""

    def get(self, name: str) -> None:
        """The file."""
        asset = self.settings["assets"].get(name)
        if asset is None:
            raise web.HTTPError(404)
        self.set_header("Content-Type", asset.type)
        self.finish(asset.content)


class Known(Handler):
    """An address for whoever has the token."""

    most = LARGEST_BODY

    def prepare(self) -> None:
        """Look at the token, and at how much comes."""
        super().prepare()
        kind, _, token = self.request.headers.get("Authorization", "").partition(" ")
        if kind != "Bearer" or not hmac.compare_digest(token.encode(), self.settings["token"].encode()):
            raise Refused(401, de.REFUSED)
        if len(self.request.body) > self.most:
            raise Refused(413, de.TOO_LARGE)

    def question(self, key: object) -> Question:
        """The question of that name."""
        if not isinstance(key, str) or key not in self.desk.questions:
            raise Refused(404, de.GONE)
        return self.desk.questions[key]

    def body(self) -> dict[str, Any]:
        """The object in the body."""
        try:
            value = json.loads(self.request.body.decode("utf-8"))
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict):
            raise Refused(400, de.NOT_UNDERSTOOD)
        return value


class Questions(Known):
    """All questions."""

    def get(self) -> None:
        """With their progress."""
        self.answer(page.overview(self.desk))


class Asked(Known):
    """One question."""

    def get(self) -> None:
        """With all answers."""
        self.answer(page.question(self.desk, self.question(self.get_argument("key", "")), self.bank))


class Decide(Known):
    """A decision."""

    def post(self) -> None:
        """Keep it."""
        body = self.body()
        question, who, edit = self.question(body.get("key")), body.get("id"), body.get("edit")
        if not isinstance(who, str) or not isinstance(edit, str) or len(edit) > LONGEST_EDIT:
            raise Refused(400, de.NOT_UNDERSTOOD)
        wanted = checked(question, body.get("points"), body.get("criteria"), body.get("comment"))
        try:
            kept = self.desk.decide(question, who, wanted, edit, seen(body.get("before")))
        except ChangedElsewhere:
            raise Refused(409, de.DECIDED_ELSEWHERE) from None
        self.answer({"decision": page.decision(kept), "steps": self.desk.steps()})


class Undo(Known):
    """The last step."""

    def post(self) -> None:
        """Take it back."""
        try:
            key, who, decision = self.desk.undo() or (None, None, None)
        except ChangedElsewhere:
            raise Refused(409, de.CHANGED_ELSEWHERE) from None
        shown = page.decision(decision) if decision else None
        self.answer({"key": key, "id": who, "decision": shown, "steps": self.desk.steps()})


class Comments(Known):
    """The collection of comments."""

    def post(self, end: str) -> None:
        """One more, or one less."""
        body = self.body()
        question, text = self.question(body.get("key")), body.get("text")
        if not isinstance(text, str) or not text.strip():
            raise Refused(400, de.NOT_UNDERSTOOD)
        if end:
            self.bank.remove(question.key, text)
        else:
            try:
                self.bank.add(question.key, text, body.get("sure") is True)
            except Named as found:
                raise Refused(409, de.named(str(found))) from None
            except Full:
                raise Refused(422, de.FULL) from None
        self.answer({"bank": self.bank.of(question.key)})


class Second(Known):
    """The second opinion, away and back."""

    most = second.LARGEST

    def get(self) -> None:
        """The file for a second person."""
        question = self.question(self.get_argument("key", ""))
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(self._first.for_a_second_person(question))

    def post(self) -> None:
        """The file comes back."""
        question = self.question(self.get_query_argument("key", ""))
        self.answer({"taken": self._first.take_in(question, self.request.body)})

    @property
    def _first(self) -> FirstDesk:
        if not isinstance(self.desk, FirstDesk):
            raise Refused(404, de.GONE)
        return self.desk


class Nothing(Handler):
    """What does not exist."""

    def prepare(self) -> None:
        """Say so."""
        super().prepare()
        raise web.HTTPError(404)


routes = [
    (r"/", Page),
    (r"/static/([\w.-]+)", File),
    (r"/questions", Questions),
    (r"/question", Asked),
    (r"/decide", Decide),
    (r"/undo", Undo),
    (r"/bank(/remove)?", Comments),
    (r"/second", Second),
]
