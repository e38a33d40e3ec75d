"""Applicant vote: the room decides about the sixteen applicants of the honest mirror, and a model learns from it.

Two ways from many votes to training data, both shown side by side:

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
from fairki import german, mirror

MAJORITY, ALL = "mehrheit", "alle"
_NAMES = {MAJORITY: "Modell des Raums (Mehrheit)", ALL: "Modell des Raums (alle Stimmen)"}
_HOW = {
    MAJORITY: "Gelernt hat es aus der Mehrheit: ein Ja gilt, wenn mehr als die Hälfte zustimmt.",
    ALL: "Gelernt hat es aus allen Stimmen: Für jede Person zählt der Anteil der Ja-Stimmen.",
}


class Applicants(Activity):
    """The vote on the sixteen applicants.

    Settings: ``question``; ``training``: ``MAJORITY`` or ``ALL``, which of the two the headline is about (the
    majority if left out).

    A vote maps ids of applicants to "ja" or "nein"; at least one, not necessarily all sixteen. Each phone sends its
    whole vote again when something changes.
    """

    kind = "applicants"

    def __init__(self, settings: Mapping[str, Any]):
        super().__init__(settings)
        self._only("question", "training")
        self.question = self._text("question")
        self.training = settings.get("training", MAJORITY)
        if self.training not in (MAJORITY, ALL):
            raise self._unfit(f"„training“ ist weder „{MAJORITY}“ noch „{ALL}“")

    def public(self, round: int = 1, rounds: Rounds | None = None, fewest: int = FEWEST) -> dict:
        """As in ``Activity``; ``cards`` are those of ``mirror.cards`` (id, title, facts as pairs, note)."""
        return {"kind": self.kind, "question": self.question, "cards": _cards(), "answers": ["ja", "nein"]}

    def accept(self, value: Any, round: int = 1) -> dict[str, str]:
        known = [card["id"] for card in _cards()]
        if not isinstance(value, dict) or not value or len(value) > len(known):
            raise not_an_answer()
        for one, answer in value.items():
            if one not in known:
                raise not_an_answer(one)
            if answer not in (mirror.YES, mirror.NO):
                raise not_an_answer(answer)
        return {one: value[one] for one in known if one in value}

    def _result(self, shown: int, rounds: dict[int, list], fewest: int, approved: frozenset[str]) -> dict:
        votes = rounds[shown]
        cast = {card["id"]: [vote[card["id"]] for vote in votes if card["id"] in vote] for card in _cards()}
        if waiting := sum(len(answers) < fewest for answers in cast.values()):
            return self._shape(
                len(votes),
                "Noch fehlen Stimmen",
                f"Bei {german.count_of(waiting, 'Bewerbung', 'Bewerbungen')} fehlen noch Stimmen. "
                f"Jede braucht mindestens {german.number(fewest)}.",
                enough=False,
            )
        shares = {one: answers.count(mirror.YES) / len(answers) for one, answers in cast.items()}
        learnt = {
            MAJORITY: mirror.learn(
                {one: mirror.YES if share > 0.5 else mirror.NO for one, share in shares.items()}
            ),
            ALL: mirror.learn_shares(shares),
        }
        room, firm = learnt[self.training], _firm()
        models = [*((_NAMES[way], one) for way, one in learnt.items()), ("Modell der Firma", firm)]
        bars = [
            {
                "label": card["title"],
                "share": shares[card["id"]],
                "text": f"{share_text(cast[card['id']].count(mirror.YES), len(cast[card['id']]))} ja",
            }
            for card in sorted(_cards(), key=lambda card: -shares[card["id"]])
        ]
        title, summary = _told(room)
        return self._shape(
            len(votes),
            title,
            summary,
            notes=[
                _HOW[self.training] if room.verdict != mirror.NOT_LEARNABLE else "",
                self._other_way(learnt),
                f"Das Modell der Firma lernte aus {german.number(firm.n)} alten Entscheidungen. Es lädt von 100 "
                f"Frauen {german.number(100 * firm.gap.rate_b)} und von 100 Männern "
                f"{german.number(100 * firm.gap.rate_a)} ein.",
                "Die Spanne zeigt, was Zufall allein schafft. Liegt ein Modell außerhalb, reicht Zufall als Erklärung "
                "nicht aus.",
                "Viele Stimmen machen aus 16 Bewerbungen nicht mehr Bewerbungen. Deshalb zählt für den Zufall "
                "jedes Paar nur einmal.",
            ],
            bars=bars,
            spans=[_span(name, one) for name, one in models if one.verdict != mirror.NOT_LEARNABLE],
            columns=[
                "Modell",
                "Von 100 Frauen eingeladen",
                "Von 100 Männern eingeladen",
                "Abstand",
                "Urteil",
            ],
            rows=[_row(name, one) for name, one in models],
        )

    def _other_way(self, learnt: dict[str, mirror.Reflection]) -> str:
        other = next(way for way in learnt if way != self.training)
        same = learnt[other].verdict == learnt[self.training].verdict
        name = "Aus allen Stimmen" if other == ALL else "Nur aus der Mehrheit"
        if learnt[other].verdict == mirror.NOT_LEARNABLE:
            return f"{name} lässt sich hier nichts lernen."
        return f"{name} gelernt, fällt das Urteil {'gleich' if same else 'anders'} aus: {_verdict(learnt[other])}."


@cache
def _cards() -> list[dict]:
    return mirror.cards()


@cache
def _firm() -> mirror.Reflection:
    return mirror.firm()


def _told(room: mirror.Reflection) -> tuple[str, str]:
    """Title and summary of what the room's model has learnt."""
    if room.verdict == mirror.NOT_LEARNABLE:
        return "Daraus lernt ein Modell nichts", room.reason
    rates = (
        f"Es lädt von 100 Frauen {german.number(100 * room.gap.rate_b)} und von 100 Männern "
        f"{german.number(100 * room.gap.rate_a)} ein."
    )
    if room.discordant == 0:
        return (
            "Kein Unterschied nachweisbar",
            f"In jedem Paar haben Sie die Frau und den Mann gleich behandelt. {rates} "
            "Das ist ein gutes Zeichen, aber kein Beweis: 16 Bewerbungen zeigen nur große Unterschiede.",
        )
    often = german.number(max(100 * room.p_value, 1))
    chance = f"Durch Zufall allein kommt ein so starkes Ergebnis etwa {often}-mal in 100 Fällen vor."
    if room.verdict == mirror.DIFFERENCE:
        more = "Männer" if room.lead > 0 else "Frauen"
        return (
            f"Das Modell des Raums bewertet {more} höher",
            f"{rates} {chance} Gelernt hat es das aus Ihren Stimmen. Es kann am Geschlecht liegen oder an "
            "Angaben, die damit zusammenhängen, zum Beispiel an einer Auszeit.",
        )
    return (
        "Kein Unterschied nachweisbar",
        f"{rates} {chance} Das ist zu oft, um von einem Unterschied zu sprechen. "
        "Ein Beweis für Fairness ist das nicht.",
    )


def _verdict(one: mirror.Reflection) -> str:
    return {
        mirror.DIFFERENCE: f"bewertet {'Männer' if one.lead > 0 else 'Frauen'} höher",
        mirror.NOTHING_PROVABLE: "kein Unterschied nachweisbar",
        mirror.NOT_LEARNABLE: "nicht lernbar",
    }[one.verdict]


def _row(name: str, one: mirror.Reflection) -> list[str]:
    if one.verdict == mirror.NOT_LEARNABLE:
        return [name, "", "", "", _verdict(one)]
    rates = [german.number(100 * rate) for rate in (one.gap.rate_b, one.gap.rate_a)]
    return [name, *rates, german.points(one.gap.value), _verdict(one)]


def _span(name: str, one: mirror.Reflection) -> dict:
    """How much higher the model scores men (points of 100), and what chance alone does."""
    low, high = one.control_range
    lead = german.number(100 * one.lead, 1)
    chance = f"Zufall: {german.number(100 * low, 1)} bis {german.number(100 * high, 1)}"
    return {
        "label": name,
        "value": 100 * one.lead,
        "low": 100 * low,
        "high": 100 * high,
        "outside": one.verdict == mirror.DIFFERENCE,
        "text": f"Vorsprung der Männer {lead} ({chance})",
    }
