"""Rehearsal: a workshop on this machine only, with simulated participants, so that a facilitator can practise alone.

The participants are phones to the server: they join, listen and vote over HTTP, and know only what a phone is told.
Their answers are made up and say nothing about real people. About the applicants they decide by what is on the card,
and take time out and part-time amiss; a sentence about „Herr“ promises more than one about „Frau“: enough for the
mirror and the room's model to have something to show.
"""

import asyncio
import json
import tempfile
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from tornado.httpclient import AsyncHTTPClient, HTTPError
from tornado.simple_httpclient import HTTPStreamClosedError

from coursetools.serve.app import given, settings
from coursetools.serve.ending import leave
from coursetools.serve.site import site
from coursetools.workshop.de import terminal as de
from coursetools.workshop.kept_rooms import Kept
from coursetools.workshop.server import WorkshopVoila
from coursetools.workshop.session import FEWEST, OPEN
from coursetools.workshop.store import Store
from coursetools.workshop.workshop import Agendas, of_course
from fairki import manifest, mirror
from fairki.errors import SetupError
from fairki.texts import corpus

MARK = de.MARK
MOST = 300
THINKING = (1.5, 7.0)
"""Seconds that participants take to answer, from the fastest to the slowest."""
SEED = 20
LEADER = {corpus.WOMAN: 0.1, corpus.MAN: 0.9}
"""How often a participant sees a future leader, by the Anrede that they read."""
TASTE = 0.12
"""How often a participant decides about an applicant otherwise than the card suggests."""


def run(
    root: Path,
    agenda: str,
    people: int = 20,
    port: int = 8866,
    thinking: tuple[float, float] = THINKING,
    say: Callable[[str], None] = print,
) -> None:
    """Serve the built course and a rehearsal at 127.0.0.1 until Ctrl-C or SIGTERM; nothing of it stays on the disk.

    Args:
        root: folder of the course.
        agenda: id of the agenda that is practised.
        people: simulated participants.
        port: where to listen, or the next free one.
        thinking: seconds that participants take to answer, from the fastest to the slowest.
        say: gets German lines for the person at the console.

    Raises:
        BadFileError: if the manifest or an agenda is missing or damaged.
        SetupError: if there is no such agenda, the number of people is no use, or the course cannot listen here.
    """
    root = Path(root).resolve()
    if not FEWEST <= people <= MOST:
        raise SetupError(*de.bad_people(people, FEWEST, MOST))
    agendas = _marked(of_course())
    if agenda not in agendas.ready:
        raise SetupError(*de.no_agenda(agenda, list(agendas.ready)))
    with tempfile.TemporaryDirectory(prefix="fairki-probe-") as folder:
        course = RehearsalVoila(
            site=site(manifest.read(root), root),
            say=say,
            ip="127.0.0.1",
            port=port,
            open_browser=False,
            root_dir=str(root / ".build"),
            config=settings(root),
            kept=[Kept(Store(f"sqlite:///{Path(folder) / 'probe.db'}"))],
            agendas=agendas,
            first_agenda=agenda,
            crowd=Crowd(people, thinking),
        )
        course.initialize([])
        course.start()
    say(de.REHEARSAL_OVER)
    leave()


def _marked(agendas: Agendas) -> Agendas:
    """The same, with titles that nobody takes for the real thing."""

    def marked(agenda: dict[str, Any]) -> dict[str, Any]:
        return {**agenda, "title": f"{MARK}: {agenda['title']}"}

    ready = {name: marked(agenda) for name, agenda in agendas.ready.items()}
    return replace(
        agendas,
        ready=ready,
        of_units=lambda units: marked(agendas.of_units(units)),
        of_steps=lambda steps, title: marked(agendas.of_steps(steps, title)),
    )


class RehearsalVoila(WorkshopVoila):
    """Serves one course and one rehearsal; `crowd` takes part in it."""

    crowd: "Crowd" = given()

    def announce(self) -> None:
        """Say that it is none of the real thing, then as ever."""
        self.say(f"──── {MARK} ────")
        self.say(de.rehearsal(self.crowd.people))
        super().announce()

    def jobs(self) -> list[Coroutine[Any, Any, None]]:
        """The participants, and what a workshop needs."""
        base = f"http://127.0.0.1:{self.port}{self.base_url}"
        return [self.crowd.take_part(base, self.rooms.all[0].room.record.session.code), *super().jobs()]

    def farewell(self) -> None:
        """Nothing goes on from here."""


class Crowd:
    """Simulated participants.

    Args:
        people: how many.
        thinking: seconds that they take to answer, from the fastest to the slowest.
        seed: of their answers.
    """

    def __init__(self, people: int, thinking: tuple[float, float] = THINKING, seed: int = SEED):
        self.people, self.thinking, self.seed = people, thinking, seed

    async def take_part(self, base: str, code: str) -> None:
        """Join the workshop `code` of the site at `base` and vote until it is over or the server is gone."""
        client = AsyncHTTPClient(force_instance=True, max_clients=3 * self.people)
        address = f"{base}mitmachen/{code}"
        chances = np.random.default_rng(self.seed).spawn(self.people)
        try:
            await asyncio.gather(*(Person(client, address, one, self.thinking).run() for one in chances))
        finally:
            client.close()


class Person:
    """One simulated participant."""

    def __init__(
        self,
        client: AsyncHTTPClient,
        address: str,
        chance: np.random.Generator,
        thinking: tuple[float, float],
    ):
        self._client, self._address, self._chance, self._thinking = client, address, chance, thinking
        self._token, self._received = "", b""
        self._at: tuple[str, int] | None = None
        self._voting: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Join, listen and vote."""
        await asyncio.sleep(self._chance.uniform(0, self._thinking[0]))
        try:
            self._token = (await self._post("beitreten", {}))["token"]
            await self._client.fetch(
                f"{self._address}/ereignisse",
                headers={"Authorization": f"Bearer {self._token}"},
                streaming_callback=self._take_in,
                request_timeout=0,
            )
        except (HTTPError, HTTPStreamClosedError, OSError):
            pass  # the server is gone
        finally:
            self._stop_thinking()

    def _take_in(self, chunk: bytes) -> None:
        *events, self._received = (self._received + chunk).split(b"\n\n")
        for event in events:
            for line in event.splitlines():
                if line.startswith(b"data: "):
                    self._look(json.loads(line[6:]))

    def _look(self, state: dict[str, Any]) -> None:
        step = state.get("step")
        activity = step["activity"] if step else None
        if not step or not activity or activity["state"] != OPEN or activity["mine"]:
            self._stop_thinking()
            return
        if self._voting and not self._voting.done() and self._at == (step["id"], activity["round"]):
            return
        self._stop_thinking()
        self._at = step["id"], activity["round"]
        shown = activity["public"] | activity["own"]
        self._voting = asyncio.create_task(self._vote(*self._at, shown))

    def _stop_thinking(self) -> None:
        if self._voting:
            self._voting.cancel()
            self._voting = None

    async def _vote(self, step: str, round_: int, shown: dict[str, Any]) -> None:
        value = answer(shown, self._chance)
        if value is None:
            return
        await asyncio.sleep(self._chance.uniform(*self._thinking))
        nonce = self._chance.bytes(8).hex()
        with suppress(HTTPError, HTTPStreamClosedError, OSError):  # too late: voting is closed
            await self._post("stimme", {"step": step, "round": round_, "nonce": nonce, "value": value})

    async def _post(self, where: str, body: dict[str, Any]) -> dict[str, Any]:
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self._token}"}
        got = await self._client.fetch(
            f"{self._address}/{where}", method="POST", headers=headers, body=json.dumps(body)
        )
        answered: dict[str, Any] = json.loads(got.body)
        return answered


# ---- what they answer ----


def answer(public: dict[str, Any], chance: np.random.Generator) -> Any:
    """A plausible vote for what a phone is shown; None if there is nothing to answer."""
    return _ANSWERS[public["kind"]](public, chance)


def _poll(public: dict[str, Any], chance: np.random.Generator) -> Any:
    keys = [option["id"] for option in public["options"]]
    if public["most"] == 1:
        return _picked(keys, 1, chance)[0]
    return _picked(keys, int(chance.integers(1, public["most"] + 1)), chance)


def _estimate(public: dict[str, Any], chance: np.random.Generator) -> float:
    low, high = public["low"], public["high"]
    # Most people guess somewhere below the middle; the spread is wide.
    value = low + (high - low) * chance.beta(2, 3)
    guess: float = min(high, low + round((value - low) / public["step"]) * public["step"])
    return guess


def _applicants(public: dict[str, Any], chance: np.random.Generator) -> dict[str, str]:
    """Invites the half with the better test; months out and a wish for part-time count against an applicant."""
    known = mirror.applicants().set_index("id").loc[[card["id"] for card in public["cards"]]]
    test = _standardised(known["test"].tolist())
    away, part_time = known["auszeit_monate"].to_numpy(), known["teilzeit"].to_numpy()
    score = test - 0.2 * away - part_time + chance.normal(0, 0.25, len(known))
    invited = score > np.median(score)
    invited ^= chance.random(len(known)) < TASTE
    return {id: mirror.YES if one else mirror.NO for id, one in zip(known.index, invited, strict=True)}


def _kodex_vote(public: dict[str, Any], chance: np.random.Generator) -> Any:
    if "patterns" in public:
        return _picked([one["id"] for one in public["patterns"]], public["most"], chance)
    rules = {
        rule["id"]: {blank["name"]: _entry(blank, chance) for blank in rule["blanks"]}
        for rule in public["rules"]
        if rule["blanks"]
    }
    return rules or None


def _entry(blank: dict[str, Any], chance: np.random.Generator) -> int | str:
    if blank["kind"] == "choice":
        others = [key for key, _ in blank["options"]]
        return blank["default"] if chance.random() < 0.5 else str(chance.choice(others))
    near = round(blank["default"] * chance.uniform(0.6, 1.5))
    return int(min(blank["high"], max(blank["low"], near)))


def _sentence(public: dict[str, Any], chance: np.random.Generator) -> dict[str, int]:
    """Sees a future leader in „Herr“ far more often than in „Frau“."""
    others = {blank["id"]: [one["id"] for one in blank["options"]] for blank in public["blanks"]}
    picked = {name: int(chance.choice(ids)) for name, ids in others.items()}
    if chance.random() < LEADER[public["anrede"]]:
        picked["ausblick"] = corpus.PHRASE
    else:
        picked["ausblick"] = int(chance.choice([one for one in others["ausblick"] if one != corpus.PHRASE]))
    return {"anrede": public["anrede"], **picked}


def _retrospective(public: dict[str, Any], chance: np.random.Generator) -> dict[str, Any]:
    answers = {
        one["id"]: _picked([option["id"] for option in one["options"]], 1, chance)[0]
        for one in public["questions"]
    }
    text = {"text": str(chance.choice(de.INVENTED_TEXTS))} if public["text"] and chance.random() < 0.3 else {}
    return {"answers": answers} | text


def _ranking(public: dict[str, Any], chance: np.random.Generator) -> list[str]:
    keys = [option["id"] for option in public["options"]]
    return _picked(keys, len(keys), chance)


def _text(public: dict[str, Any], chance: np.random.Generator) -> str:
    return str(chance.choice(de.INVENTED_TEXTS))


def _cloud(public: dict[str, Any], chance: np.random.Generator) -> list[str]:
    return _picked(list(de.INVENTED_WORDS), public["words"], chance)


def _questions(public: dict[str, Any], chance: np.random.Generator) -> dict[str, list[str]]:
    asked = [str(chance.choice(de.INVENTED_QUESTIONS))] if chance.random() < 0.4 else []
    return {"asked": asked, "up": [one["id"] for one in public["released"] if chance.random() < 0.5]}


def _groups(public: dict[str, Any], chance: np.random.Generator) -> dict[str, str]:
    group = public.get("group") or str(chance.choice([one["id"] for one in public["groups"]]))
    text = {"text": str(chance.choice(de.INVENTED_TEXTS))} if chance.random() < 0.3 else {}
    return {"group": group} | text


_ANSWERS: dict[str, Callable[[dict[str, Any], np.random.Generator], Any]] = {
    "poll": _poll,
    "estimate": _estimate,
    "applicants": _applicants,
    "kodex_vote": _kodex_vote,
    "retrospective": _retrospective,
    "sentence": _sentence,
    "data_cases": _poll,
    "scale": _poll,
    "ranking": _ranking,
    "text": _text,
    "cloud": _cloud,
    "qa": _questions,
    "groups": _groups,
}


def _picked(keys: list[str], count: int, chance: np.random.Generator) -> list[str]:
    """Some of `keys`, in order of preference; the ones that stand further up are picked a little more often."""
    weights = 0.9 ** np.arange(len(keys))
    return [str(one) for one in chance.choice(keys, count, replace=False, p=weights / weights.sum())]


def _standardised(values: list[float]) -> np.ndarray:
    standard: np.ndarray = (np.array(values) - np.mean(values)) / (np.std(values) or 1.0)
    return standard
