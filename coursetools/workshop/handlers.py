"""The addresses of a workshop, for phones, facilitators and the projector.

Everything is JSON in UTF-8. Bodies have at most 16 kB and the type ``application/json``. Tokens travel in the header
``Authorization: Bearer <token>``, never in an address; ``/leitung#<token>`` and ``/leinwand#<token>`` keep them in the
fragment, which a browser does not send. `<code>` is the join code (6 signs, capital or small).

Refusals
--------
Every refusal has a status and ``{"code", "error", "remedy"}``: `error` and `remedy` are German sentences for people.

====  ===================  ==========================================================================
400   bad_request          not JSON, not an object, a field missing or of the wrong kind
401   unknown_token        no token, or one that this workshop does not know (phones: forget it, join again)
404   unknown_session      no workshop with this code
409   not_current          the step or the round is not the current one (phones: show what the events say)
409   closed               the current activity takes no votes
409   not_opened, bad_round, already_running, no_free_text, unknown_step, bad_number: commands
410   ended                the workshop is over and everything is deleted (phones: forget the token)
413   too_large            body of more than 16 kB
422   bad_value            the activity refuses this value
429   too_fast             too many requests with this token; header ``Retry-After`` in seconds
503   full                 300 people is what we promise, 1000 is the end
507   not_saved            the disk is full: nothing was stored, the phone may try the same vote again
====  ===================  ==========================================================================

Phones
------
``GET  /mitmachen``, ``GET /mitmachen/<code>``   the page (template ``mitmachen.html.j2``; `code` is "" or the code).
``GET  /mitmachen/<code>/qr.svg``                QR code of the page with the code, for any page that shows it.
``POST /mitmachen/<code>/beitreten``  ``{}``      → 200 ``{"token": str, "session": str}``. `session` names this
    workshop: a token that was stored with another name belongs to an old workshop and is to be forgotten.
``GET  /mitmachen/<code>/stand``   (token)       → 200 a phone state (below) at once: for phones that cannot stream.
``GET  /mitmachen/<code>/ereignisse``   (token)  → server-sent events, read with ``fetch`` and a stream reader
    (``EventSource`` cannot send the header). Events: ``event: stand``, ``id: <revision>``, ``data: <phone state>``: one
    at once (so a phone that comes back needs nothing else), then one per change; only the newest state is sent.
    ``: <blank>`` is a heartbeat, every 15 s; a phone that hears nothing for 40 s connects again.
    The stream ends when the server stops; connect again after 1, 2, 4 … at most 10 s (with some chance in it).
``POST /mitmachen/<code>/stimme``   (token)  ``{"step": str, "round": int, "nonce": str, "value": …}`` → 200
    ``{"confirmed": true, "step", "round", "nonce", "value"}`` (the value as the activity has normalised it), sent when
    the vote is on the disk. `nonce`: 8–64 letters, digits, ``-`` and ``_``, made anew for each new choice, kept for
    repeats of the same one: send the same body again after a lost answer, it counts once. Another vote in the same
    step and round replaces the first one as long as the activity is open.

A phone state::

    {"revision": int, "session": str, "ended": false, "title": str (of the agenda),
     "step": null                         while people arrive: „Willkommen, gleich geht es los“
           | {"id": str, "title": str, "kind": "activity" | "talk" | "page" | "break",
              "page": str | null          a course page to open (kind "page"), such as "/modul/01_bewusstsein"
              "activity": null | {"kind": str, "state": "hidden" | "open" | "closed" | "revealed", "round": int,
                                  "public": {…} | null   what the activity says of itself; null while hidden
                                  "summary": str | null  one or two sentences of the result, only when revealed
                                  "mine": null | {"nonce": str, "value": …}   the stored vote of this phone, this round
              }}}

After the end the last event is ``{"revision", "session", "ended": true}``.

Facilitators (any number; all see and do the same)
-------------------------------------------------
``GET  /leitung``                                the page (template ``leitung.html.j2``).
``GET  /leitung/ablauf``   (token)  → ``{"plan": int, "agenda": {id, title, minutes, steps: […]}, "agendas": [{"id",
    "title", "minutes"}], "units": [{"id": "01.1", "title", "module", "minutes"}]}``: the run sheet with all that is to
    be said, and what else could be followed. Load it again when `plan` in the events has grown.
``GET  /leitung/ereignisse``   (token)  → events as above, at most three per second, ``data``::

    {"revision": int, "session": str, "ended": bool, "plan": int, "code": str,
     "join": {"address": "http://192.168.1.20:8866/mitmachen", "qr": "/mitmachen/<code>/qr.svg"},
     "projector": "/leinwand#<token>",
     "position": str | null, "people": int (joined), "connected": int (listening right now),
     "elapsed": {"workshop": seconds | null, "step": seconds | null},
     "fewest": int, "trouble": str | null (a German sentence when the last vote could not be stored),
     "phases": {<step id>: {"state", "round", "next": int | null (null: not yet), "answers": int (of the
                            current round), "rounds": [int, …] (answers each),
                            "names": [str, …] (German names of its rounds, if each round asks for something else)
                            "free_text": null | bool (null: there is none)}}   for every step of kind "activity"
     "texts": [{"text": str, "shown": bool}]   free texts of the current step and round, for moderation
     "public": {…} | null     of the current activity
     "result": {…} | null     of the current activity (`Activity.result`): a preview when closed, the same when revealed
     "computing": bool        a result is on its way
     "too_few": int | null    so many more answers are needed before there is a result}

``POST /leitung/befehl``   (token)  → 200 ``{"revision": int}``. Commands name their aim, so a double click, or two
    facilitators at once, do no harm::

    {"command": "go", "step": str | null}                   null: back to the arrival page
    {"command": "open", "step": str, "round": int}          `round` or `next` of the step's phase
    {"command": "close", "step": str}                       ends voting; hides a result that is shown
    {"command": "reveal", "step": str}                      ends voting, shows the result to all
    {"command": "reset", "step": str}       deletes all votes of this activity, also of its other steps (`again`)
    {"command": "fewest", "number": int}                    5 to 50
    {"command": "free_text", "step": str, "on": bool}
    {"command": "moderate", "step": str, "text": str, "shown": bool}
    {"command": "agenda", "agenda": str}                    another agenda, as long as nobody has voted
    {"command": "agenda", "units": ["01.1", …]}             an own agenda
    {"command": "end", "confirm": "beenden"}                deletes everything, for all; the page asks twice

    All but go, fewest, agenda and end need `step` to be the current one.
``GET  /leitung/protokoll.docx``   (token)       the aggregated protocol: load it with ``fetch``, then offer the blob.

Projector
---------
``GET  /leinwand``                               the page (template ``leinwand.html.j2``).
``GET  /leinwand/ereignisse``   (token of the projector, or of a facilitator)  → events, at most three per second::

    {"revision", "session", "ended", "title", "code", "join": {…}, "people": int,
     "step": as for phones, but `activity` = {"kind", "state", "round", "public", "answers": int,
             "result": {…} | null (only when revealed), "computing": bool, "too_few": int | null}}

Templates
---------
``pages/<name>.html.j2`` are Jinja templates (autoescape) with ``at`` (coursetools.serve.assets.Addresses: styles,
icon), ``files`` (name → address of every file in ``pages/static/``), ``code`` and ``title``. The security headers are
those of the course: scripts and styles from files of their own only, no inline script, no event attributes.
"""

import asyncio
import io
import json
import re
import socket
from collections.abc import Callable
from typing import Any

import segno
from tornado import web
from tornado.iostream import StreamClosedError

from coursetools.serve.handlers import Handler
from coursetools.workshop import protocol
from coursetools.workshop.commands import COMMANDS
from coursetools.workshop.live import Tick
from coursetools.workshop.room import Room, ended
from coursetools.workshop.session import Refused
from coursetools.workshop.store import FACILITATOR, PROJECTOR
from fairki.documents.layout import WORD_TYPE, word
from fairki.errors import BadAnswerError, FairkiError

LARGEST_BODY = 16 << 10  # bytes
HEARTBEAT = 15  # seconds
PACE = 0.34  # seconds between two events for facilitators and projectors
GONE = 45_000  # milliseconds after which a phone that acknowledges nothing counts as gone
MOST_STREAMS = 3  # of one participant; the oldest makes room

STATUS = {
    "bad_request": 400,
    "unknown_token": 401,
    "unknown_session": 404,
    "ended": 410,
    "too_large": 413,
    "bad_value": 422,
    "too_fast": 429,
    "full": 503,
    "not_saved": 507,
}
"""Status of a refusal by its code; all others are 409."""
NONCE = re.compile(r"[\w-]{8,64}", re.ASCII)


class WorkshopHandler(Handler):
    """What all addresses of a workshop share: its room, JSON in and out, and tokens in a header."""

    @property
    def room(self) -> Room:
        """The workshop."""
        return self.settings["workshop"].room

    @property
    def token(self) -> str:
        """What the request shows, or ""."""
        kind, _, token = self.request.headers.get("Authorization", "").partition(" ")
        return token.strip() if kind == "Bearer" else ""

    def answer(self, value: Any) -> None:
        """Answer with JSON."""
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json.dumps(value, ensure_ascii=False))

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """A refusal as JSON; anything else is a fault of ours and says so without details."""
        error = kwargs.get("exc_info", (None, None))[1]
        if isinstance(error, BadAnswerError):
            error = Refused("bad_value", error.happened, error.remedy)
        if not isinstance(error, Refused):
            error = Refused(
                "failed", "Da ist bei uns etwas schiefgegangen.", "Bitte versuchen Sie es gleich noch einmal."
            )
            self.set_status(status_code)
        else:
            self.set_status(STATUS.get(error.code, 409))
        if error.code == "too_fast":
            self.set_header("Retry-After", "2")
        self.answer({"code": error.code, "error": error.happened, "remedy": error.remedy})

    def log_exception(self, kind, error, trace) -> None:
        """Write down what is a fault of ours, without a word on who asked."""
        if not isinstance(error, FairkiError | StreamClosedError | web.HTTPError):
            self.room.report(error)


def _bad_request(happened: str = "Diese Anfrage ist nicht zu verstehen.") -> Refused:
    return Refused("bad_request", happened, "Laden Sie die Seite neu und versuchen Sie es noch einmal.")


@web.stream_request_body
class Post(WorkshopHandler):
    """An address that takes a JSON object; a body that is too large is refused before it is read."""

    def prepare(self) -> None:
        """Look at what the request says of its body."""
        self._body = bytearray()
        if int(self.request.headers.get("Content-Length") or 0) > LARGEST_BODY:
            self._refuse_size()
        if self.request.headers.get("Content-Type", "").partition(";")[0].strip() != "application/json":
            raise _bad_request()

    def data_received(self, chunk: bytes) -> None:
        """Take in a part of the body."""
        self._body += chunk
        if len(self._body) > LARGEST_BODY:
            self._refuse_size()

    def body(self) -> dict[str, Any]:
        """The object in the body."""
        try:
            value = json.loads(self._body, parse_constant=_no_number)
        except (ValueError, RecursionError) as error:
            raise _bad_request() from error
        if not isinstance(value, dict):
            raise _bad_request()
        return value

    def _refuse_size(self) -> None:
        self.set_header("Connection", "close")
        raise Refused("too_large", "Diese Antwort ist zu lang.", "Bitte kürzen Sie sie.")


def _no_number(name: str) -> None:
    raise ValueError(name)


def _taken(body: dict[str, Any], **kinds: type) -> list[Any]:
    """Values of these fields, each of its kind."""
    values = [body.get(name) for name in kinds]
    for value, kind in zip(values, kinds.values(), strict=True):
        if type(value) is not kind:  # True is no number here
            raise _bad_request()
    return values


# ---- phones ----


class PhoneHandler(WorkshopHandler):
    """An address below the code of the workshop."""

    def known(self, code: str) -> None:
        """Refuse a wrong code."""
        if code.upper() != self.room.session.code:
            raise Refused(
                "unknown_session",
                "Einen Workshop mit diesem Code gibt es hier nicht.",
                "Prüfen Sie den Code auf der Leinwand. Groß- und Kleinschreibung ist egal.",
            )


class Join(Post, PhoneHandler):
    """Somebody arrives."""

    async def post(self, code: str) -> None:
        """Give them a token."""
        self.known(code)
        self.body()
        self.answer({"token": await self.room.join(), "session": self.room.name})


class Cast(Post, PhoneHandler):
    """Somebody votes."""

    async def post(self, code: str) -> None:
        """Confirm the vote once it is on the disk."""
        self.known(code)
        number = self.room.participant(self.token)
        self.room.pace(number)
        body = self.body()
        step, round_, nonce = _taken(body, step=str, round=int, nonce=str)
        if not NONCE.fullmatch(nonce) or "value" not in body:
            raise _bad_request()
        vote = await self.room.vote(number, step, round_, nonce, body["value"])
        self.answer(
            {
                "confirmed": True,
                "step": vote.step,
                "round": vote.round,
                "nonce": vote.nonce,
                "value": vote.value,
            }
        )


class Glance(PhoneHandler):
    """The state of a phone, once."""

    def get(self, code: str) -> None:
        """Answer at once."""
        self.known(code)
        number = self.room.participant(self.token)
        self.room.pace(number)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(self.settings["workshop"].phone_state(number))


class Code(PhoneHandler):
    """The QR code of the page for phones."""

    def get(self, code: str) -> None:
        """Draw it."""
        self.known(code)
        drawn = io.BytesIO()
        address = f"{self.settings['workshop'].join}/{self.room.session.code}"
        segno.make(address, error="m", micro=False).save(
            drawn, "svg", border=4, light="#fff", svgclass=None, lineclass=None
        )
        self.set_header("Content-Type", "image/svg+xml")
        self.finish(drawn.getvalue())


# ---- streams ----


class Stream(WorkshopHandler):
    """Server-sent events: the newest state, whenever there is one."""

    def initialize(self) -> None:
        """Ask for no compression: it would cost a quarter of a megabyte per phone."""
        self.request.headers["Accept-Encoding"] = "identity"

    def on_connection_close(self) -> None:
        """Stop waiting."""
        if self._gone is not None and not self._gone.done():
            self._gone.set_result(None)

    _gone: asyncio.Future | None = None

    async def follow(self, tick: Tick, state: Callable[[], str], pace: float = 0.0) -> None:
        """Send `state()` now and after each tick, until the connection or the workshop ends."""
        self._gone = asyncio.get_running_loop().create_future()
        self.set_header("Content-Type", "text/event-stream; charset=utf-8")
        self.set_header("X-Accel-Buffering", "no")  # a proxy in between must not collect events
        _give_up_early(self.request.connection.stream.socket)
        try:
            while not self._gone.done():
                seen, over = tick.count, self.room.ended
                self.write(f"event: stand\nid: {self.room.session.revision}\ndata: {state()}\n\n")
                await self.flush()
                if over:
                    return
                await asyncio.wait([self._gone], timeout=pace) if pace else None
                while not self._gone.done() and tick.count == seen:
                    change = tick.after(seen)
                    await asyncio.wait(
                        [change, self._gone], timeout=HEARTBEAT, return_when=asyncio.FIRST_COMPLETED
                    )
                    if not change.done() and not self._gone.done():
                        self.write(": \n\n")
                        await self.flush()
        except StreamClosedError:
            pass


def _give_up_early(connection: socket.socket) -> None:
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, GONE)


class PhoneEvents(Stream, PhoneHandler):
    """What a phone listens to."""

    async def get(self, code: str) -> None:
        """Until it goes."""
        self.known(code)
        number = self.room.participant(self.token)
        self.room.pace(number)
        workshop = self.settings["workshop"]
        with workshop.listening(number, self.on_connection_close, MOST_STREAMS):
            await self.follow(self.room.phones, lambda: workshop.phone_state(number))


class FacilitatorEvents(Stream):
    """What a facilitator's page listens to."""

    async def get(self) -> None:
        """Until it goes."""
        self.room.admit(self.token, FACILITATOR)
        workshop = self.settings["workshop"]
        await self.follow(self.room.staff, workshop.facilitator_state, PACE)


class ProjectorEvents(Stream):
    """What the projector's page listens to."""

    async def get(self) -> None:
        """Until it goes."""
        self.room.admit(self.token, FACILITATOR, PROJECTOR)
        workshop = self.settings["workshop"]
        await self.follow(self.room.staff, workshop.projector_state, PACE)


# ---- facilitators ----


class Sheet(WorkshopHandler):
    """The run sheet."""

    def get(self) -> None:
        """All of it."""
        self.room.admit(self.token, FACILITATOR)
        if self.room.ended:
            raise ended()
        self.answer(self.settings["workshop"].sheet())


class Command(Post):
    """What a facilitator wants."""

    async def post(self) -> None:
        """Do it."""
        self.room.admit(self.token, FACILITATOR)
        body = self.body()
        run = COMMANDS.get(str(body.get("command")))
        if run is None:
            raise _bad_request()
        await run(self.settings["workshop"], body)
        self.answer({"revision": self.room.session.revision})


class Protocol(WorkshopHandler):
    """What the room found, added up."""

    async def get(self) -> None:
        """As a Word file."""
        self.room.admit(self.token, FACILITATOR)
        if self.room.ended:
            raise ended()
        paper = await protocol.paper(self.room)
        made = await asyncio.get_running_loop().run_in_executor(None, word, paper)
        self.set_header("Content-Type", WORD_TYPE)
        self.set_header("Content-Disposition", f'attachment; filename="{protocol.FILE_NAME}"')
        self.finish(made)


# ---- pages ----


class WorkshopPage(Handler):
    """One of the three pages; it knows nothing of the workshop and asks with its token."""

    def initialize(self, name: str) -> None:
        """`name` of the template."""
        self.name = name

    def get(self, code: str = "") -> None:
        """The page."""
        self.finish(self.settings["workshop"].page(self.name, code.upper()))


def routes(base_url: str) -> list[tuple]:
    """Pattern and handler of everything that a workshop adds to the site."""
    base, code = re.escape(base_url), r"([A-Za-z0-9]{1,12})"
    return [
        (rf"{base}mitmachen", WorkshopPage, {"name": "mitmachen"}),
        (rf"{base}mitmachen/{code}", WorkshopPage, {"name": "mitmachen"}),
        (rf"{base}mitmachen/{code}/qr\.svg", Code),
        (rf"{base}mitmachen/{code}/beitreten", Join),
        (rf"{base}mitmachen/{code}/stand", Glance),
        (rf"{base}mitmachen/{code}/ereignisse", PhoneEvents),
        (rf"{base}mitmachen/{code}/stimme", Cast),
        (rf"{base}leitung", WorkshopPage, {"name": "leitung"}),
        (rf"{base}leitung/ablauf", Sheet),
        (rf"{base}leitung/ereignisse", FacilitatorEvents),
        (rf"{base}leitung/befehl", Command),
        (rf"{base}leitung/protokoll\.docx", Protocol),
        (rf"{base}leinwand", WorkshopPage, {"name": "leinwand"}),
        (rf"{base}leinwand/ereignisse", ProjectorEvents),
    ]
