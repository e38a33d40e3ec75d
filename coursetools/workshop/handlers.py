"""The addresses of a workshop and their contract; the answers come from ``phone_handlers``, ``staff_handlers`` and
``file_handlers``.

Everything is JSON in UTF-8, and every JSON answer names in ``session`` the workshop that it comes from: what lacks that
comes from a login page or a proxy in between, and means nothing. Nor does an answer to a vote without its `nonce`, or
one to a command without its `id`. Requests that a network brings twice, or late, count once.

Bodies have at most 16 kB and the type ``application/json``. Tokens travel in the header ``Authorization: Bearer
<token>``, never in an address; ``/leitung#<token>`` and ``/leinwand#<token>`` keep them in the fragment, which a
browser does not send. `<code>` is the join code (6 signs, capital or small). A server may have several workshops
(``rooms.Rooms``): the token of who leads, or the code in the address, says which one is meant.

Refusals
--------
Every refusal has a status and ``{"code", "error", "remedy"}``: `error` and `remedy` are German sentences for people.

====  ===================  ==========================================================================
400   bad_request          not JSON, not an object, a field missing or of the wrong kind
401   unknown_token        no token, or one that this workshop does not know (phones: join again, votes that wait stay)
403   seat_needed          the seats of this workshop have printed codes, and this is none of them
404   unknown_session      no workshop with this code
409   not_current          the step or the round is not the current one (phones: show what the events say)
409   closed               the current activity takes no votes
409   claimed              another phone of this group has given its answer
409   replaced             an earlier vote that a network brought late: a newer one of this phone is stored
409   not_opened, bad_round, already_running, no_free_text, unknown_step, bad_number: commands
409   no_timer, no_promises, already_asked: commands, too
409   no_kodex             the room has not chosen rules yet
410   ended                the workshop is over and everything is deleted (phones: forget the token)
413   too_large            body of more than 16 kB
422   bad_value            the activity refuses this value
429   too_fast             too many requests with this token; header ``Retry-After`` in seconds
429   too_fast             or too many devices from one address: 320 at once, then 5 a second
502   elsewhere            this server stands by, another one has the workshop; ``Retry-After``, and no `session`
503   full                 300 people is what we promise, 1000 is the end; silent devices make room
503   no_stream            no more open connections: ask for `stand` every few seconds
507   not_saved            the disk is full: nothing was stored, the phone may try the same vote again
====  ===================  ==========================================================================

Phones
------
``GET  /mitmachen``, ``GET /mitmachen/<code>``   the page (template ``mitmachen.html.j2``; `code` is "" or the code).
``GET  /mitmachen/<code>/qr.svg``                QR code of the page with the code, for any page that shows it.
``POST /mitmachen/<code>/beitreten``  ``{"token": str}``  → 200 ``{"token": str}``: the phone makes its token itself (43
    to 64 letters, digits, ``-`` and ``_``), so that joining may be repeated after a lost answer; with ``{}`` the
    server makes one. Where seats have printed codes, the token is that code. A token that was stored with another
    `session` belongs to an old workshop.
``GET  /mitmachen/<code>/stand``   (token)       → 200 a phone state (below) at once: for phones that cannot stream.
``GET  /mitmachen/<code>/ereignisse``   (token)  → server-sent events, read with ``fetch`` and a stream reader
    (``EventSource`` cannot send the header). Events: ``event: stand``, ``id: <revision>``, ``data: <phone state>``: one
    at once (so a phone that comes back needs nothing else), then one per change; only the newest state is sent.
    ``: <blank>`` is a heartbeat, every 15 s; a phone that hears nothing for 40 s connects again.
    The stream ends when the server stops, with ``event: pause``, ``data: {"session", "pause": true}`` if it was told to
    and will be back; connect again after 1, 2, 4 … at most 10 s (with some chance in it).
``POST /mitmachen/<code>/stimme``   (token)  ``{"step": str, "round": int, "nonce": str, "value": …}`` → 200
    ``{"session", "nonce", "confirmed": true, "step", "round", "value"}`` (the value as the activity has normalised it),
    sent when the vote is on the disk. `nonce`: 8–64 letters, digits, ``-`` and ``_``, made anew for each new choice,
    kept for repeats of the same one: send the same body again after a lost answer, it counts once. Another vote in the
    same step and round replaces the first one as long as the activity is open. Send it only after the first one was
    answered: then a copy of the first that comes late is refused.

A phone state::

    {"revision": int, "session": str, "ended": false, "title": str (of the agenda),
     "step": null                         while people arrive: „Willkommen, gleich geht es los“
           | {"id": str, "title": str, "kind": "activity" | "talk" | "page" | "break",
              "page": str | null          a course page to open (kind "page"), such as "/modul/01_bewusstsein"
              "activity": null | {"kind": str, "state": "hidden" | "open" | "closed" | "revealed", "round": int,
                                  "public": {…} | null   what the activity says of itself; null while hidden
                                  "summary": str | null  one or two sentences of the result, only when revealed
                                  "mine": null | {"nonce": str, "value": …}   the stored vote of this phone, this round
                                  "own": {…}   what only this phone shows beside `public`; mostly nothing
              }},
     "timer": null | {"left": seconds, "running": bool}}

After the end the last event is ``{"revision", "session", "ended": true}``.

Facilitators (any number; all see and do the same)
-------------------------------------------------
``GET  /leitung``                                the page (template ``leitung.html.j2``).
``GET  /leitung/ablauf``   (token)  → ``{"plan": int, "agenda": {id, title, minutes, steps: […]}, "agendas": [{"id",
    "title", "minutes", "steps": [[id, minutes], …]}], "units": [{"id": "01.1", "number": "1.1", "title", "module",
    "minutes"}], "steps": [{"id", "title", "minutes", "kind", "again", "group"}]}``: the run sheet with all that is to
    be said, and what else could be followed or put together. Load it again when `plan` in the events has grown.
``GET  /leitung/ereignisse``   (token)  → events as above, at most three per second, ``data``::

    {"revision": int, "session": str, "ended": bool, "plan": int, "code": str,
     "join": {"address": "http://192.168.1.20:8866/mitmachen", "qr": "/mitmachen/<code>/qr.svg?…",
              "addresses": [str, …] (of this machine, to choose from)},
     "seats": int | null (seats with printed codes), "label": str ("" or such as "Raum 2"),
     "projector": "/leinwand#<token>",
     "position": str | null, "people": int (joined), "connected": int (listening right now),
     "silent": int (joined, not listening, and never voted),
     "elapsed": {"workshop": seconds | null, "step": seconds | null},
     "timer": null | {"left": seconds, "running": bool}, "rules": bool (whether the projector shows the rules of play),
     "earlier": null | {"day", "title", "promises": [str, …]} of an earlier room,
     "beside": [{"day", "title"}, …] of every earlier room that stands beside this one,
     "cards": {"on": bool, "letters": [{"letter", "id", "label"}, …] (what a raised card can say now), "counted": int},
     "fewest": int, "trouble": str | null (a German sentence when the last vote could not be stored),
     "phases": {<step id>: {"state", "round", "next": int | null (null: not yet), "answers": int (of the
                            current round), "finished": int (whole answers of it), "rounds": [int, …] (answers each),
                            "names": [str, …] (ids of its rounds, if each round asks for something else)
                            "free_text": null | bool (null: there is none),
                            "moderated": bool (each answer is read first)}}   for every step of kind "activity"
     "texts": [{"text": str, "shown": bool, "answered": bool}]   of the current step and round, for moderation
     "public": {…} | null     of the current activity
     "result": {…} | null     of the current activity (`Activity.result`): a preview when closed, the same when revealed
     "computing": bool        a result is on its way
     "too_few": int | null    so many more answers are needed before there is a result
     "new": null | {"answers": int, "missing": int}   answers that are not in the result yet: the figures stay as they
                              were shown until `missing` more are new}

``POST /leitung/befehl``   (token)  → 200 ``{"session", "id": str, "revision": int}``. Commands name their aim, so a
    double click, or two facilitators at once, do no harm. `id`: as a vote's nonce; a command comes into effect once,
    however often and however late a network brings it::

    {"command": "go", "step": str | null}                   null: back to the arrival page
    {"command": "open", "step": str, "round": int}          `round` or `next` of the step's phase
    {"command": "close", "step": str}                       ends voting; hides a result that is shown
    {"command": "reveal", "step": str}                      ends voting, shows the result to all
    {"command": "reset", "step": str}       deletes all votes of this activity, also of its other steps (`again`)
    {"command": "fewest", "number": int}                    5 to 50; not below what it was once there are votes
    {"command": "address", "address": str}                  one of `join.addresses`
    {"command": "timer", "action": "start" | "pause" | "on" | "more" | "stop", "minutes": int}
    {"command": "rules", "on": bool}                        rules of play on the projector
    {"command": "cards", "on": bool}                        count raised cards; the projector shows letters
    {"command": "raised", "step": str, "round": int, "counts": {<option>: int}}   what was counted, each time all of it
    {"command": "promises"}                                 a step that asks what became of the earlier promises
    {"command": "forget_earlier"}                           no comparison any more
    {"command": "remove_silent"}                            a device that comes back joins again by itself
    {"command": "free_text", "step": str, "on": bool}
    {"command": "moderate", "step": str, "text": str, "shown": bool}   or "texts": [str, …]
    {"command": "answered", "step": str, "text": str, "on": bool}      a question of the room that was let through
    {"command": "ask", "kind": str, "settings": {…}, "minutes": int, "now": bool}   an own question: at once, or later
    {"command": "rewrite", "step": str, "kind": str, "settings": {…}, "minutes": int}   one that nobody has seen yet
    {"command": "drop", "step": str}                        takes it away
    {"command": "agenda", "agenda": str}                    another agenda, as long as nobody has voted
    {"command": "agenda", "units": ["01.1", …]}             an own agenda
    {"command": "agenda", "steps": [["ankommen", 5], …], "title": str}   one put together step by step
    {"command": "end", "confirm": "beenden"}                deletes everything, for all; the page asks twice

    All but go, fewest, address, ask, rewrite, drop, timer, rules, cards, promises, forget_earlier, remove_silent,
    agenda and end need `step` to be the current one.
``GET  /leitung/protokoll.docx``   (token)       the aggregated protocol: load it with ``fetch``, then offer the blob.
``GET  /leitung/platzkarten.docx``   (token)     cards with the codes of the seats.
``GET  /leitung/ergebnisse.xlsx``, ``….pptx``   (token)   the findings as a workbook and as slides, loaded likewise.
``GET  /leitung/tabelle``, ``/leitung/kodex``   (token)   → ``{"name", "text"}``: the findings as CSV, and the room's
    Kodex as the file that the course opens (409 ``no_kodex`` if there is none yet).
``GET  /leitung/raum``   (token)   → ``{"name", "text"}``: the file that a later room opens (``earlier.py``).
``POST /leitung/frueher``   (token)   the content of such a file, at most 128 kB → 200 ``{"session", "revision"}``.
``GET  /leitung/ergebnisse``   (token)   → ``{"title", "fewest", "results": [{"step", "result"}]}``: all results.
``GET  /leitung/karten``                         the page with cards to print (template ``karten.html.j2``).
``GET  /leitung/bilder``                         the page that prints them (template ``bilder.html.j2``).

``GET  /gesund``                                 for whoever watches over the server; 503 when nothing can be stored.

Projector
---------
``GET  /leinwand``                               the page (template ``leinwand.html.j2``).
``GET  /leinwand/ereignisse``   (token of the projector, or of a facilitator)  → events, at most three per second::

    {"revision", "session", "ended", "title", "code", "join": {…}, "people": int,
     "timer": as for facilitators, "rules": null | [str, …] (instead of the step),
     "step": as for phones, but `activity` = {"kind", "state", "round", "public", "answers": int, "finished": int,
             "result": {…} | null (only when revealed), "computing": bool, "too_few": int | null}
             and, of kind "talk", "ask": [str, …], the questions to the room}

Templates
---------
``pages/<name>.html.j2`` are Jinja templates (autoescape) with ``at`` (coursetools.serve.assets.Addresses: styles,
icon), ``files`` (name → address of every file in ``pages/static/``), ``code`` and ``title``. The security headers are
those of the course: scripts and styles from files of their own only, no inline script, no event attributes.
"""

import re
from typing import Any

from coursetools.serve.handlers import Handler
from coursetools.workshop import file_handlers, phone_handlers, staff_handlers
from coursetools.workshop.handler_base import WorkshopHandler


class WorkshopPage(Handler):
    """One of the pages; it knows nothing of the workshop and asks with its token."""

    def initialize(self, name: str) -> None:
        """`name` of the template."""
        self.name = name

    def get(self, code: str = "") -> None:
        """The page."""
        self.finish(self.settings["workshop_pages"].page(self.name, code.upper()))


class WorkshopHealth(WorkshopHandler):
    """For whoever watches over the server."""

    def prepare(self) -> None:
        """Also a server that stands by is well."""

    def get(self) -> None:
        """Whether it lives and can keep votes."""
        rooms = [one.room for one in self.settings["workshops"].all]
        if not rooms:
            self.finish({"gesund": True, "workshop": "bereit"})
            return
        good = not any(room.trouble for room in rooms)
        self.set_status(200 if good else 503)
        self.answer(
            {"gesund": good, "workshop": "beendet" if all(room.ended for room in rooms) else "laeuft"}
        )


def routes(base_url: str) -> list[tuple[Any, ...]]:
    """Pattern and handler of everything that a workshop adds to the site."""
    base, code = re.escape(base_url), r"([A-Za-z0-9]{1,12})"
    return [
        (rf"{base}gesund", WorkshopHealth),
        (rf"{base}mitmachen", WorkshopPage, {"name": "mitmachen"}),
        (rf"{base}mitmachen/{code}", WorkshopPage, {"name": "mitmachen"}),
        (rf"{base}mitmachen/{code}/qr\.svg", phone_handlers.Code),
        (rf"{base}mitmachen/{code}/beitreten", phone_handlers.Join),
        (rf"{base}mitmachen/{code}/stand", phone_handlers.Glance),
        (rf"{base}mitmachen/{code}/ereignisse", phone_handlers.PhoneEvents),
        (rf"{base}mitmachen/{code}/stimme", phone_handlers.Cast),
        (rf"{base}leitung", WorkshopPage, {"name": "leitung"}),
        (rf"{base}leitung/ablauf", staff_handlers.Sheet),
        (rf"{base}leitung/ereignisse", staff_handlers.FacilitatorEvents),
        (rf"{base}leitung/befehl", staff_handlers.Command),
        (rf"{base}leitung/protokoll\.docx", file_handlers.Protocol),
        (rf"{base}leitung/platzkarten\.docx", file_handlers.SeatCards),
        (rf"{base}leitung/ergebnisse", file_handlers.Results),
        (rf"{base}leitung/ergebnisse\.xlsx", file_handlers.OfficeResults, file_handlers.EXCEL),
        (rf"{base}leitung/ergebnisse\.pptx", file_handlers.OfficeResults, file_handlers.SLIDES),
        (rf"{base}leitung/tabelle", file_handlers.TableResults),
        (rf"{base}leitung/kodex", file_handlers.RoomKodex),
        (rf"{base}leitung/raum", file_handlers.RoomFile),
        (rf"{base}leitung/frueher", staff_handlers.EarlierRoom),
        (rf"{base}leitung/bilder", WorkshopPage, {"name": "bilder"}),
        (rf"{base}leitung/karten", WorkshopPage, {"name": "karten"}),
        (rf"{base}leinwand", WorkshopPage, {"name": "leinwand"}),
        (rf"{base}leinwand/ereignisse", staff_handlers.ProjectorEvents),
    ]
