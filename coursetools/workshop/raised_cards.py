"""Cards that people raise who have no phone: whoever leads counts them, and each is a vote like any other.

So all that holds for votes holds for them: results from enough of them on, no figure that follows a single one, and
the end. Their tokens follow from a secret of the session, so that the same card votes in the next round, too.
"""

import asyncio
import hashlib
import hmac
import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from coursetools.workshop import tokens
from coursetools.workshop.changes import Join
from coursetools.workshop.de import refusals as de
from coursetools.workshop.record import Record
from coursetools.workshop.session import Refused
from fairki.errors import BadAnswerError

if TYPE_CHECKING:
    from coursetools.workshop.room import Room

LETTERS = "ABCDEFGHIJKL"
MOST = 300
"""Cards in one room."""


def lettered(record: Record, step: str) -> list[dict[str, str]]:
    """``letter``, ``id`` and ``label`` of what a card can say in the current round; empty if no card can say it."""
    options = record.public(step).get("options", [])
    activity, round_ = record.activity(step), record.session.phase(step).round
    try:
        for option in options:
            activity.accept(option["id"], round_)
    except BadAnswerError:
        return []
    return [
        {"letter": letter, "id": option["id"], "label": option["label"]}
        for letter, option in zip(LETTERS, options, strict=False)
    ]


def shown(record: Record, step: str) -> dict[str, Any]:
    """What an activity says of itself, with a letter before each answer."""
    letters = {one["id"]: one["letter"] for one in lettered(record, step)}
    public = record.public(step)
    if not letters:
        return public
    options = [{**one, "label": f"{letters[one['id']]} · {one['label']}"} for one in public["options"]]
    return {**public, "options": options}


def counted(record: Record, step: str) -> int:
    """How many cards have voted in the current round."""
    place = record.session.activity(step), record.session.phase(step).round
    there = record.votes.get(place, {})
    hashes = (tokens.digest(_token(record.session.cards, card)) for card in range(MOST))
    return sum(record.people.get(hashed) in there for hashed in hashes) if record.session.counting else 0


async def count(room: "Room", step: str, round_: int, counts: Mapping[str, int]) -> None:
    """Keep what was counted: option → raised cards. Counted again, the new numbers replace those before.

    Raises:
        Refused: cards are off, the step takes no votes, there are too many, or fewer than before: a vote is never
            taken back, only changed.
    """
    async with room.counting:  # two who count at once would each see the cards of before
        await _count(room, step, round_, counts)


async def _count(room: "Room", step: str, round_: int, counts: Mapping[str, int]) -> None:
    record = room.record
    record.session.admit(step, round_)
    known = {one["id"] for one in lettered(record, step)}
    total = sum(counts.values())
    if not record.session.counting or not counts or not set(counts) <= known or min(counts.values()) < 0:
        raise Refused("bad_number", *de.NO_CARDS)
    if not 1 <= total <= MOST:
        raise Refused("bad_number", *de.bad_cards(MOST))
    if total < (before := counted(record, step)):
        raise Refused("bad_number", *de.fewer_cards(before))
    values = [option for option, number in counts.items() for _ in range(number)]
    hashes = [tokens.digest(_token(record.session.cards, card)) for card in range(total)]
    await asyncio.gather(*(room.change(Join(hashed=one)) for one in hashes))
    numbers = [record.people[one] for one in hashes]
    votes = zip(numbers, values, strict=True)
    await asyncio.gather(*(room.vote(one, step, round_, secrets.token_hex(8), value) for one, value in votes))


def _token(secret: str, card: int) -> str:
    return hmac.new(secret.encode(), str(card).encode(), hashlib.sha256).hexdigest()
