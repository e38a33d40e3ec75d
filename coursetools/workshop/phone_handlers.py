"""The addresses for phones (their contract: ``coursetools.workshop.handlers``)."""

import io
import re

import segno

from coursetools.serve import tally
from coursetools.workshop import refusals, tokens
from coursetools.workshop.handler_base import NONCE, Post, WorkshopHandler, taken
from coursetools.workshop.streams import Stream, crowded
from coursetools.workshop.workshop import Workshop

MOST_STREAMS = 3  # of one participant; the oldest makes room
TOKEN = re.compile(r"[\w-]{43,64}", re.ASCII)  # 256 random bits in base64 or in hexadecimal digits
SEAT = re.compile(r"[A-Z0-9]{1,12}")  # as typed; whether there is such a seat, the room knows


class PhoneHandler(WorkshopHandler):
    """An address below the code of the workshop."""

    @property
    def workshop(self) -> Workshop:
        """The workshop with the code in the address."""
        found: Workshop = self.settings["workshops"].of_code(self.path_args[0])
        return found

    def known(self, code: str) -> None:
        """Refuse a wrong code."""
        if code.upper() != self.room.record.session.code:
            raise refusals.unknown_session()


class Join(Post, PhoneHandler):
    """Somebody arrives."""

    async def post(self, code: str) -> None:
        """Let them in with the token of their own making, as often as the request comes; or give them one."""
        self.known(code)
        self.room.entrance.pass_from(self.settings["hosts"].place(self.request))
        token = self.body().get("token", tokens.new_token())
        wanted = SEAT if self.room.record.session.seats else TOKEN
        if not isinstance(token, str) or not (TOKEN.fullmatch(token) or wanted.fullmatch(token)):
            raise refusals.bad_request()
        await self.room.join(token)
        tally.count(tally.JOINS)
        self.answer({"token": token})


class Cast(Post, PhoneHandler):
    """Somebody votes."""

    async def post(self, code: str) -> None:
        """Confirm the vote once it is on the disk."""
        self.known(code)
        number = self.room.participant(self.token)
        self.room.pace(number)
        body = self.body()
        step, round_, nonce = taken(body, step=str, round=int, nonce=str)
        if not NONCE.fullmatch(nonce) or "value" not in body:
            raise refusals.bad_request()
        self.about = {"nonce": nonce}
        vote = await self.room.vote(number, step, round_, nonce, body["value"])
        tally.count(tally.VOTES)
        self.answer(
            {
                "confirmed": True,
                "step": vote.step,
                "round": vote.round,
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
        if crowded(len(self.settings["streams"])):
            self.set_header("Connection", "close")
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(self.workshop.phone_state(number))


class Code(PhoneHandler):
    """The QR code of the page for phones."""

    def get(self, code: str) -> None:
        """Draw it."""
        self.known(code)
        drawn = io.BytesIO()
        address = f"{self.workshop.join}/{self.room.record.session.code}"
        segno.make(address, error="m", micro=False).save(
            drawn, "svg", border=4, light="#fff", svgclass=None, lineclass=None
        )
        self.set_header("Content-Type", "image/svg+xml")
        self.finish(drawn.getvalue())


class PhoneEvents(PhoneHandler, Stream):
    """What a phone listens to."""

    async def get(self, code: str) -> None:
        """Until it goes."""
        self.known(code)
        number = self.room.participant(self.token)
        self.room.pace(number)
        workshop = self.workshop
        with workshop.listening(number, self.on_connection_close, MOST_STREAMS):
            await self.follow(self.room.phones, lambda: workshop.phone_state(number))
