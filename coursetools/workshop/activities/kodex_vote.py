"""Kodex vote: the room chooses rules, fills in their blanks, and its Kodex examines the toy systems at once.

Round 1, „Regeln wählen“: everybody proposes up to ``PICKS`` of the sentence patterns, the most important one first.
The first place counts 5 points, the second 4 and so on (Borda count); what is not picked counts nothing. The patterns
with most points become the rules. Equal points: the pattern that more people picked comes first, then the one that
stands first in the list.

Round 2, „Lücken füllen“: a number becomes the median of the answers (the lower middle one if there are two), a choice
the option with most votes (if equal: the course's suggestion if it is among them, else the one that stands first). A
blank with fewer answers than results need keeps the course's suggestion. Further rounds repeat this one.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from statistics import median_low
from typing import Any

from coursetools.workshop.activities.activity import FEWEST, Activity, Rounds, not_an_answer
from coursetools.workshop.de import activities as de
from fairki import speech
from fairki.audit import ACCUSED, FOUND, MISSED, Audit, audit
from fairki.errors import BadAnswerError
from fairki.kodex import Choice, Kodex, Number, Rule, clash, form_of, patterns, tensions
from fairki.systems import DECISIONS, DecisionSystem, catalogue

CHOOSE, FILL = "choose", "fill"
"""The phases."""
CHOSEN, CLASH = "chosen", "clash"
"""Marks in a result: a rule that comes into the Kodex, and a note about rules that exclude each other."""
PICKS = 5
OFFERED = patterns.about(DECISIONS)
"""What can be chosen: the toy systems that the room's Kodex examines decide about people."""
LONGEST_ENTRY = 40
"""Characters in a blank; keys of options are shorter."""


class KodexVote(Activity):
    """The Kodex vote.

    Settings: ``question``; ``rules``: how many rules the Kodex gets (2 to 8, 5 if left out).

    A vote of round 1 is a list of one to ``PICKS`` pattern ids in the order of importance. A vote of later rounds
    maps pattern ids to their blanks (``{"einspruch": {"frist": 14}}``); blanks may be left out.
    """

    kind = "kodex_vote"
    phases = CHOOSE, FILL

    def __init__(self, settings: Mapping[str, Any]):
        super().__init__(settings)
        self._only("question", "rules")
        self.question = self._text("question")
        self.rules = settings.get("rules", 5)
        if isinstance(self.rules, bool) or not isinstance(self.rules, int) or not 2 <= self.rules <= 8:
            raise self._unfit(de.BAD_RULES)

    def public(self, round: int = 1, rounds: Rounds | None = None, fewest: int = FEWEST) -> dict[str, Any]:
        """Round 1: ``patterns`` (id, title, sentence, hint) and ``most``. Later: ``rules``, the chosen patterns as
        ``fairki.kodex.form_of`` writes them. No rules as long as too few people have chosen."""
        shape = {"kind": self.kind, "question": self.question, "phase": self.phases[min(round, 2) - 1]}
        if round == 1:
            patterns = [
                {"id": one.id, "title": one.title, "sentence": one.sentence(), "hint": one.hint}
                for one in OFFERED.values()
            ]
            return {**shape, "most": PICKS, "patterns": patterns}
        chosen = list((rounds or {}).get(1, ()))
        return {
            **shape,
            "question": de.BLANKS,
            "rules": [
                form_of(OFFERED[pattern], hints=False)
                for pattern in (self._top(chosen) if len(chosen) >= max(fewest, FEWEST) else ())
            ],
        }

    def accept(self, value: Any, round: int = 1) -> list[str] | dict[str, dict[str, int | str]]:
        return self._accept_choice(value) if round == 1 else self._accept_blanks(value)

    def kodex(self, rounds: Rounds, fewest: int = FEWEST) -> Kodex:
        """The room's Kodex after all ``rounds``; without a round for the blanks they hold the course's suggestions.

        Raises:
            BadAnswerError: too few people have chosen rules.
        """
        if len(rounds.get(1, ())) < fewest:
            raise BadAnswerError(*de.NO_KODEX)
        filled = [list(rounds[number]) for number in sorted(rounds) if number > 1]
        answers = filled[-1] if filled else []
        return Kodex(
            de.TITLE,
            tuple(
                Rule(
                    pattern,
                    {name: value for name, (value, _) in self._filled(pattern, answers, fewest).items()},
                )
                for pattern in self._top(list(rounds[1]))
            ),
        )

    def warm_up(self) -> None:
        audit(Kodex(de.TITLE, tuple(map(Rule, OFFERED))), _systems())

    # --- round 1 -----------------------------------------------------------------------------------

    def _accept_choice(self, value: Any) -> list[str]:
        if not isinstance(value, list) or not 1 <= len(value) <= PICKS:
            raise not_an_answer()
        for one in value:
            if not isinstance(one, str) or one not in OFFERED:
                raise not_an_answer()
        if len(set(value)) < len(value):
            raise not_an_answer()
        return list(value)

    def _points(self, votes: Sequence[list[str]]) -> tuple[Counter[str], Counter[str]]:
        """Points, and people who picked it, per pattern."""
        points: Counter[str] = Counter()
        picked: Counter[str] = Counter()
        for vote in votes:
            for place, one in enumerate(vote):
                points[one] += PICKS - place
                picked[one] += 1
        return points, picked

    def _ranked(self, votes: Sequence[list[str]]) -> list[str]:
        points, picked = self._points(votes)
        return sorted(OFFERED, key=lambda one: (-points[one], -picked[one]))

    def _top(self, votes: Sequence[list[str]]) -> list[str]:
        points, _ = self._points(votes)
        return [one for one in self._ranked(votes)[: self.rules] if points[one]]

    # --- round 2 -----------------------------------------------------------------------------------

    def _accept_blanks(self, value: Any) -> dict[str, dict[str, int | str]]:
        if not isinstance(value, dict) or len(value) > len(OFFERED):
            raise not_an_answer()
        accepted = {}
        for pattern, entries in value.items():
            if pattern not in OFFERED:
                raise not_an_answer()
            blanks = {blank.name: blank for blank in OFFERED[pattern].blanks}
            if not isinstance(entries, dict) or not set(entries) <= set(blanks):
                raise not_an_answer()
            if any(isinstance(entry, str) and len(entry) > LONGEST_ENTRY for entry in entries.values()):
                raise not_an_answer()  # a blank's own error would repeat it all
            accepted[pattern] = {name: blanks[name].read(entry) for name, entry in entries.items()}
        return accepted

    def _filled(
        self, pattern: str, answers: Sequence[dict[str, Any]], fewest: int
    ) -> dict[str, tuple[int | str, str]]:
        """Blank → its value, and how the room came to it."""
        filled = {}
        for blank in OFFERED[pattern].blanks:
            given = [
                answer[pattern][blank.name] for answer in answers if blank.name in answer.get(pattern, {})
            ]
            if len(given) < fewest:
                filled[blank.name] = blank.default, de.SUGGESTED
            elif isinstance(blank, Number):
                filled[blank.name] = median_low(given), de.median_of(len(given))
            else:
                value, votes = _most(given, blank)
                filled[blank.name] = value, de.most_votes(votes, len(given))
        return filled

    # --- what the room sees ------------------------------------------------------------------------

    def _result(
        self, shown: int, rounds: dict[int, list[Any]], fewest: int, approved: frozenset[str]
    ) -> dict[str, Any]:
        if shown == 1:
            return self._chosen(rounds[1])
        if 1 not in rounds:
            return self._shape(
                len(rounds[shown]),
                *de.RULES_MISSING,
                enough=False,
            )
        return self._examined(rounds, shown, fewest)

    def _chosen(self, votes: list[Any]) -> dict[str, Any]:
        points, picked = self._points(votes)
        ranked, top = self._ranked(votes), self._top(votes)
        most = PICKS * len(votes)
        bars = [
            {
                "label": OFFERED[one].title,
                "share": points[one] / most,
                "text": de.points(points[one]),
            }
            for one in ranked
        ]
        rows = [
            [
                OFFERED[one].title,
                speech.number(points[one]),
                speech.number(picked[one]),
                de.YES if one in top else de.NO,
            ]
            for one in ranked
        ]
        return self._shape(
            len(votes),
            de.MOST_IMPORTANT,
            de.in_front(OFFERED[top[0]].title, len(top)),
            notes=[de.COUNTED_SO],
            bars=bars,
            columns=de.CHOICE_COLUMNS,
            rows=rows,
            marked_rows=[CHOSEN if one in top else "" for one in ranked],
        )

    def _examined(self, rounds: dict[int, list[Any]], shown: int, fewest: int) -> dict[str, Any]:
        kodex = self.kodex(rounds, fewest)
        found = audit(kodex, _systems())
        score, clashes = found.score, tensions.of_kodex(kodex)
        rows = []
        for number, rule in enumerate(kodex.rules, 1):
            how = [how for _, how in self._filled(rule.pattern, rounds[shown], fewest).values()]
            rows.append([speech.number(number), rule.sentence, "; ".join(how) or de.NO_BLANK])
        if clashes:
            notes = [de.clash(sentence) for sentence in clashes]
        elif any(rule.pattern in clash.NUMERIC for rule in kodex.rules):
            notes = [de.NO_CLASH]
        else:
            notes = [de.NO_NUMERIC]
        return self._shape(
            len(rounds[shown]),
            de.KODEX_OF_ROOM,
            score.why,
            notes=[*notes, *_faults(found)],
            marked_notes=[CLASH] * len(clashes),
            bars=[
                _bar(de.FOUND, score.found, score.planted, de.of_faults),
                _bar(de.MISSED, score.missed, score.planted, de.of_faults),
                _bar(de.ACCUSED, score.accused, len(score.systems), de.of_systems),
            ],
            columns=de.KODEX_COLUMNS,
            rows=rows,
        )


def _most(given: Sequence[str], blank: Choice) -> tuple[str, int]:
    """The option with most votes, and how many it has."""
    counts = Counter(given)
    best = max(counts.values())
    leaders = [key for key in blank.options if counts[key] == best]
    return (blank.default if blank.default in leaders else leaders[0]), best


def _bar(label: str, count: int, of: int, told: Callable[[int, int], str]) -> dict[str, Any]:
    return {"label": label, "share": count / of, "text": told(count, of)}


def _faults(found: Audit) -> list[str]:
    """Which kinds of fault were found and missed, and which rules accused wrongly, in words."""
    told = []
    for label, column in (
        (de.FOUND, FOUND),
        (de.MISSED, MISSED),
        (de.ACCUSED_BY, ACCUSED),
    ):
        names = Counter(name for cell in found.score.systems[column] for name in cell.split(", ") if name)
        if names:
            told.append(de.listed(label, names.items()))
    return told


@cache
def _systems() -> tuple[DecisionSystem, ...]:
    return catalogue()
