"""What all addresses of a workshop share: its room, JSON in and out, tokens in a header, and refusals."""

import json
import re
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any

from tornado import web
from tornado.iostream import StreamClosedError

from coursetools.serve import tally
from coursetools.serve.handlers import Handler
from coursetools.workshop import refusals
from coursetools.workshop.room import Room
from coursetools.workshop.session import Refused
from fairki.errors import BadAnswerError, FairkiError

if TYPE_CHECKING:
    from coursetools.workshop.workshop import Workshop

LARGEST_BODY = 16 << 10  # bytes

NONCE = re.compile(r"[\w-]{8,64}", re.ASCII)
"""What names a request, so that it counts once however often it comes."""
LENGTH = re.compile(r"\d+", re.ASCII)
JSON = re.compile(r'application/json(\s*;\s*charset="?utf-8"?)?', re.IGNORECASE)
"""Types of a body that we read; JSON is always UTF-8 here."""

STATUS = {
    "bad_request": 400,
    "unknown_token": 401,
    "seat_needed": 403,
    "unknown_session": 404,
    "ended": 410,
    "too_large": 413,
    "bad_value": 422,
    "too_fast": 429,
    "elsewhere": 502,
    "full": 503,
    "no_stream": 503,
    "not_saved": 507,
}
"""Status of a refusal by its code; all others are 409."""


AGAIN = {"too_fast": "2", "elsewhere": "1"}
"""Seconds until whoever was refused by these codes may ask again."""


class WorkshopHandler(Handler):
    """What all addresses of a workshop share: its room, JSON in and out, and tokens in a header."""

    @property
    def workshop(self) -> "Workshop":
        """The workshop that the token is for."""
        workshop: Workshop = self.settings["workshops"].of_token(self.token)
        return workshop

    @property
    def room(self) -> Room:
        """Its room."""
        return self.workshop.room

    @property
    def token(self) -> str:
        """What the request shows, or ""."""
        kind, _, token = self.request.headers.get("Authorization", "").partition(" ")
        return token.strip() if kind == "Bearer" else ""

    def prepare(self) -> None:
        """Refuse everything where the workshop is not."""
        _ = self.workshop

    about: Mapping[str, str] = {}
    """What says to whoever asked which request an answer is for; a refusal carries it, too."""

    def answer(self, value: dict[str, Any]) -> None:
        """Answer with JSON that says from which workshop it comes, so that nothing in between is taken for it."""
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json.dumps({"session": self.room.name, **self.about, **value}, ensure_ascii=False))

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """A refusal as JSON; anything else is a fault of ours and says so without details."""
        error = kwargs.get("exc_info", (None, None))[1]
        if not self.settings["workshops"].all:
            error = refusals.elsewhere()
        if isinstance(error, BadAnswerError):
            error = Refused("bad_value", error.happened, error.remedy)
        if not isinstance(error, Refused):
            error = refusals.failed()
            self.set_status(status_code)
        else:
            self.set_status(STATUS.get(error.code, 409))
            tally.refuse(error.code)
        if error.code in AGAIN:
            self.set_header("Retry-After", AGAIN[error.code])
        said = {"code": error.code, "error": error.happened, "remedy": error.remedy}
        if error.code == "elsewhere":  # says nothing of the workshop: whoever asks tries again
            self.set_header("Content-Type", "application/json; charset=utf-8")
            self.finish(json.dumps(said, ensure_ascii=False))
        else:
            self.answer(said)

    def log_exception(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write down what is a fault of ours, without a word on who asked."""
        if error is None or isinstance(error, FairkiError | StreamClosedError | web.HTTPError):
            return
        tally.count(tally.FAILED)
        if self.settings["workshops"].all:
            self.room.report(error)
        else:
            super().log_exception(kind, error, trace)


@web.stream_request_body
class Post(WorkshopHandler):
    """An address that takes a JSON object; a body of more than `largest` bytes is refused before it is read."""

    largest = LARGEST_BODY

    def prepare(self) -> None:
        """Look at what the request says of its body."""
        super().prepare()
        self._body = bytearray()
        length = self.request.headers.get("Content-Length", "0").strip()
        if not LENGTH.fullmatch(length):
            raise refusals.bad_request()
        if len(length) > 9 or int(length) > self.largest:
            raise refusals.too_large()
        if not JSON.fullmatch(self.request.headers.get("Content-Type", "").strip()):
            raise refusals.bad_request()

    def data_received(self, chunk: bytes) -> None:
        """Take in a part of the body; one that did not say how long it is may still turn out to be too large."""
        self._body += chunk
        if len(self._body) > self.largest:
            error = refusals.too_large()
            self.send_error(exc_info=(type(error), error, None))  # an exception here would only be logged

    def body(self) -> dict[str, Any]:
        """The object in the body."""
        try:
            value = json.loads(self._body.decode("utf-8"), parse_constant=_no_number)
        except (ValueError, RecursionError) as error:
            raise refusals.bad_request() from error
        if not isinstance(value, dict):
            raise refusals.bad_request()
        return value


def _no_number(name: str) -> None:
    raise ValueError(name)


def taken(body: Mapping[str, Any], **kinds: type) -> list[Any]:
    """Values of these fields of a body, each of its kind.

    Raises:
        Refused: if one is missing or of another kind.
    """
    values = [body.get(name) for name in kinds]
    for value, kind in zip(values, kinds.values(), strict=True):
        if type(value) is not kind:  # True is no number here
            raise refusals.bad_request()
    return values
