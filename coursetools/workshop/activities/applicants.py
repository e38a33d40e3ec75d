"""Applicant vote: the room decides about the sixteen applicants of the honest mirror, and a model learns from it.

Two ways from many votes to training data, both shown side by side (``fairki.mirror.power`` says what each can find):

- *majority*: each applicant gets one label, "ja" if more than half of the votes on it say so (a tie is no majority
  for an invitation). Few disagreements vanish, as in a committee that only writes down its decisions.
- *all votes*: each applicant's label is the share of "ja". That is what a model learns from all single votes if each
  weighs one over their number (``mirror.learn_shares``): a hundred people in a room are still only sixteen
  applicants.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from coursetools.workshop.activities.activity import FEWEST, Activity, Rounds, not_an_answer, share_text
from coursetools.workshop.de import activities as de
from fairki import mirror
from fairki.mirror import power
from fairki.mirror.de import wording
from fairki.worlds.world import MAN, WOMAN

MAJORITY, ALL = "mehrheit", "alle"


class Applicants(Activity):
    """The vote on the sixteen applicants.

    Settings: ``question``; ``training``: ``MAJORITY`` or ``ALL``, which of the two the headline is about (all votes
    if left out: the majority hides nearly every bias).

    A vote maps ids of applicants to "ja" or "nein"; at least one, not necessarily all sixteen. Each phone sends its
    whole vote again when something changes.
    """

    kind = "applicants"

    def __init__(self, settings: Mapping[str, Any]):
        super().__init__(settings)
        self._only("question", "training")
        self.question = self._text("question")
        self.training = settings.get("training", ALL)
        if self.training not in (MAJORITY, ALL):
            raise self._unfit(de.bad_training(MAJORITY, ALL))

    def public(self, round: int = 1, rounds: Rounds | None = None, fewest: int = FEWEST) -> dict[str, Any]:
        """As in ``Activity``; ``cards`` are those of ``mirror.cards`` (id, title, facts as pairs, note)."""
        return {
            "kind": self.kind,
            "question": self.question,
            "cards": _cards(),
            "answers": [mirror.YES, mirror.NO],
        }

    def accept(self, value: Any, round: int = 1) -> dict[str, str]:
        known = [card["id"] for card in _cards()]
        if not isinstance(value, dict) or not value or len(value) > len(known):
            raise not_an_answer()
        for one, answer in value.items():
            if one not in known:
                raise not_an_answer()
            if answer not in (mirror.YES, mirror.NO):
                raise not_an_answer()
        return {one: value[one] for one in known if one in value}

    def finished(self, value: dict[str, str]) -> bool:
        return len(value) == len(_cards())

    def _result(
        self, shown: int, rounds: dict[int, list[Any]], fewest: int, approved: frozenset[str]
    ) -> dict[str, Any]:
        votes = rounds[shown]
        cast = {card["id"]: [vote[card["id"]] for vote in votes if card["id"] in vote] for card in _cards()}
        if waiting := sum(len(answers) < fewest for answers in cast.values()):
            return self._shape(
                len(votes),
                de.VOTES_MISSING,
                de.votes_missing(waiting, fewest),
                enough=False,
            )
        shares = {one: answers.count(mirror.YES) / len(answers) for one, answers in cast.items()}
        learnt = {
            MAJORITY: mirror.learn(
                {one: mirror.YES if share > 0.5 else mirror.NO for one, share in shares.items()}
            ),
            ALL: mirror.learn_shares(shares),
        }
        room = learnt[self.training]
        ways = sorted(learnt, key=lambda way: way != self.training)  # the one of the headline first
        models = [*((de.MODELS[way], learnt[way]) for way in ways), (wording.FIRM, _firm())]
        bars = [
            {
                "label": card["title"],
                "share": shares[card["id"]],
                "text": de.yes_votes(share_text(cast[card["id"]].count(mirror.YES), len(cast[card["id"]]))),
            }
            for card in sorted(_cards(), key=lambda card: -shares[card["id"]])
        ]
        return self._shape(
            len(votes),
            wording.title(room, wording.ROOM),
            _summary(room),
            notes=[
                de.HOW[self.training] if room.verdict != mirror.NOT_LEARNABLE else "",
                self._other_way(learnt),
                wording.beforehand_room(power.power()),
                de.span(wording.NOT_FAIR_YET),
                wording.too_few(room) if room.verdict != mirror.NOT_LEARNABLE else "",
                de.of_firm(_firm().n),
                de.SIXTEEN,
            ],
            bars=bars,
            spans=[_span(name, one) for name, one in models if one.verdict != mirror.NOT_LEARNABLE],
            columns=de.APPLICANT_COLUMNS,
            rows=[_row(name, one) for name, one in models],
        )

    def _other_way(self, learnt: dict[str, mirror.Reflection]) -> str:
        other = next(way for way in learnt if way != self.training)
        found = learnt[other]
        if found.verdict == mirror.NOT_LEARNABLE:
            return de.nothing_learnt(other)
        return de.learnt(other, wording.distance(found.gap), wording.verdict(found))


@cache
def _cards() -> list[dict[str, Any]]:
    return mirror.cards()


@cache
def _firm() -> mirror.Reflection:
    return mirror.firm()


def _summary(room: mirror.Reflection) -> str:
    """What the room's model has learnt, how that compares with chance, and what it does not mean."""
    if room.verdict == mirror.NOT_LEARNABLE:
        return room.reason
    found = f"{wording.after_title(room, wording.ROOM)} {wording.compared(room)}"
    if room.verdict == mirror.DIFFERENCE:
        return de.learnt_from_you(found)
    return de.may_look_so(found, wording.NOT_FAIR_YET)


def _row(name: str, one: mirror.Reflection) -> list[str]:
    if one.verdict == mirror.NOT_LEARNABLE:
        return [name, "", "", "", wording.verdict(one), ""]
    return [
        name,
        wording.rate(one.rates[WOMAN]),
        wording.rate(one.rates[MAN]),
        wording.short(one.gap),
        wording.verdict(one),
        wording.chance(one),
    ]


def _span(name: str, one: mirror.Reflection) -> dict[str, Any]:
    """The model's rates (shares), its gap (points, men minus women), and what chance alone does."""
    low, high = one.chance
    return {
        "label": name,
        "women": one.rates[WOMAN] / 1000,
        "men": one.rates[MAN] / 1000,
        "value": one.gap / 10,
        "low": low / 10,
        "high": high / 10,
        "outside": one.verdict == mirror.DIFFERENCE,
        "text": de.chance_alone(wording.chance(one)),
    }
