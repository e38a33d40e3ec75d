"""The honest mirror: what a model learns from the decisions of a person, of a room, or of the firm.

Sixteen invented applicants form eight pairs, a woman and a man of equal visible qualification each. Every
single qualification (grade, test, skills, experience) has exactly the same values among the women as among
the men, so whoever decides by one of them, with whatever bar, invites as many women as men. Gaps and
part-time wishes are spread as unequally as in life, a little steeper than in the toy world.

**What sixteen decisions can teach, and what not.** A small linear model learns from them and then decides
about a fresh year of 2,000 applicants. To see whether its gap could be mere chance, the two labels of a pair
are swapped: within a pair, both people are equally qualified, so for somebody who looks at qualification
only, the swapped decisions would have been just as likely. A pair with equal decisions has nothing to swap.
With ``k`` pairs decided differently there are 2^k possible swaps, all of which are tried; hence no result can
be rarer than p = 2 / 2^k, and fewer than six such pairs can never prove anything at the 5 % level
(2/32 = 0.06). The other way round, "no difference can be proven" is no certificate of fairness. And a proven
difference says what the model learns from these decisions, not what somebody is like.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from fairki import german, metrics, worlds
from fairki.errors import BadAnswerError
from fairki.worlds import recruiting
from fairki.worlds.recruiting import MAN, QUALIFICATIONS, WOMAN

YES, NO = "ja", "nein"
DIFFERENCE = "unterschied"
NOTHING_PROVABLE = "kein_unterschied_nachweisbar"
NOT_LEARNABLE = "nicht_lernbar"

SIGNIFICANCE = 0.05
"""Largest p-value at which a difference counts as shown."""
PULL_TO_ZERO = 2.0
"""Ridge penalty: with sixteen decisions for seven columns, a model without one follows every accident."""
FIRM_SHUFFLES = 200
"""Shuffles of the firm's labels for its control."""
FIRM_STRATUM = 20
"""People of (almost) equal visible qualification among whom the firm's labels are shuffled."""

_SEEN = (*QUALIFICATIONS, "auszeit_monate", "teilzeit")
_CODE = {WOMAN: 1.0, MAN: -1.0}  # any other entry is 0: the model never saw such a person

# One line per pair, from the best to the least qualified; per person: name, grade, test, skills, experience,
# gap in months, part-time wish. Found by search; what it has to satisfy is tested, not the search.
_PAIRS = (
    (("Katrin B.", 1.9, 73, 8.2, 10.0, 26, 1), ("Stefan M.", 1.2, 65, 7.0, 8.0, 0, 0)),
    (("Aylin K.", 1.2, 63, 5.5, 7.0, 14, 0), ("Emre D.", 1.9, 82, 4.9, 4.5, 0, 0)),
    (("Joanna W.", 2.8, 82, 7.0, 8.0, 0, 1), ("Piotr L.", 1.5, 63, 5.5, 5.5, 0, 0)),
    (("Svenja H.", 1.5, 57, 4.9, 9.0, 3, 1), ("Malte R.", 2.4, 73, 5.5, 10.0, 4, 0)),
    (("Linh T.", 2.7, 65, 6.5, 6.5, 12, 0), ("Minh P.", 2.8, 57, 8.2, 8.5, 0, 0)),
    (("Chiara F.", 2.4, 55, 5.5, 8.5, 9, 1), ("Luca S.", 2.9, 60, 6.5, 9.0, 0, 1)),
    (("Rania A.", 2.4, 60, 3.3, 5.5, 7, 0), ("Karim Z.", 2.4, 53, 4.4, 6.5, 0, 0)),
    (("Johanna G.", 2.9, 53, 4.4, 4.5, 18, 0), ("Florian E.", 2.7, 55, 3.3, 7.0, 0, 0)),
)
# Places in the list above (woman 2i, man 2i + 1) in the order shown: pairs apart, women and men mixed.
_SHOWN = (7, 12, 2, 9, 15, 4, 1, 10, 6, 3, 13, 8, 5, 14, 0, 11)


@dataclass(frozen=True, eq=False)
class Reflection:
    """What a model learns from decisions.

    Attributes:
        verdict: ``DIFFERENCE``, ``NOTHING_PROVABLE`` or ``NOT_LEARNABLE``.
        reason: one German sentence that says why nothing could be learnt; otherwise empty.
        n: decisions that the model learnt from.
        invited_women, invited_men: how many of them were invitations; for shares, their sum.
        discordant: pairs whose two people were decided differently (None for the firm).
        gap: men minus women among 2,000 fresh applicants; its interval covers their random choice, not the
            uncertainty of learning, for which see the control. None if nothing could be learnt.
        decisions: the model's decisions (1/0) about ``fresh_applicants()``; empty if nothing could be learnt.
        lead: how much higher the model scores men than women on average. A score of 0 is a sure rejection,
            1 a sure invitation. Unlike the gap it has no ceiling, so the verdict goes by it. NaN if nothing
            could be learnt.
        control: the lead of each model that learnt from swapped or shuffled labels; the first one is the real
            one.
        control_range: lowest and highest lead among the controls that are no rarer than ``SIGNIFICANCE``:
            what chance alone does. ``lead`` lies outside it exactly if the verdict is ``DIFFERENCE``.
        p_value: share of the controls that favour one gender at least as strongly; 1 if nothing could
            be swapped or learnt.
    """

    verdict: str
    reason: str
    n: int
    invited_women: float
    invited_men: float
    discordant: int | None
    gap: metrics.Gap | None
    decisions: np.ndarray
    lead: float
    control: np.ndarray
    control_range: tuple[float, float]
    p_value: float


def applicants() -> pd.DataFrame:
    """The sixteen applicants in the order shown.

    Columns: ``id`` (text), ``name``, ``paar`` (1 = best qualified … 8), ``geschlecht``, abschlussnote, test,
    fachkenntnisse, erfahrung, auszeit_monate, teilzeit.
    """
    people = [
        (name, pair, gender, *values)
        for pair, two in enumerate(_PAIRS, 1)
        for gender, (name, *values) in zip((WOMAN, MAN), two, strict=True)
    ]
    table = pd.DataFrame([people[i] for i in _SHOWN], columns=["name", "paar", "geschlecht", *_SEEN])
    table.insert(0, "id", [f"b{place:02d}" for place in range(1, len(table) + 1)])
    return table


def cards() -> list[dict]:
    """The sixteen applicants for ``ui.Cards``: id, title, facts (pairs of label and value), note."""
    number = german.number

    def months(gap: int) -> str:
        return german.count_of(gap, "Monat", "Monate") if gap else "keine"

    return [
        {
            "id": person.id,
            "title": person.name,
            "facts": [
                ["Abschlussnote", number(person.abschlussnote, 1)],
                ["Eignungstest", f"{number(person.test)} von 100 Punkten"],
                ["Fachkenntnisse", f"{number(person.fachkenntnisse, 1)} von 10 Punkten"],
                ["Berufserfahrung", f"{number(person.erfahrung, 1)} Jahre"],
                ["Auszeit", months(person.auszeit_monate)],
                ["Teilzeit gewünscht", "ja" if person.teilzeit else "nein"],
            ],
            "note": "",
        }
        for person in applicants().itertuples()
    ]


def fresh_applicants() -> pd.DataFrame:
    """The 2,000 applicants of a fresh year whom every model of this mirror decides about."""
    return _fresh().copy()


def learn(decisions: Mapping[str, str]) -> Reflection:
    """What a model learns from sixteen decisions (id of the applicant → "ja" or "nein").

    Raises:
        BadAnswerError: an unknown applicant, or a decision that is neither "ja" nor "nein".
    """
    _only_known(decisions)
    if odd := [str(value) for value in decisions.values() if value not in (YES, NO)]:
        raise BadAnswerError(
            f"Mit „{odd[0]}“ kann das Modell nichts anfangen.", "Möglich sind „ja“ und „nein“."
        )
    return _learn({i: float(decision == YES) for i, decision in decisions.items()})


def learn_shares(shares: Mapping[str, float]) -> Reflection:
    """What a model learns from many people's decisions (id of the applicant → share of them who would invite).

    Each label is a share. That is the same as learning from every single vote, if a vote weighs one over the
    number of votes on its applicant: sixteen applicants stay sixteen, however many people voted on them. For the
    control the shares of a pair are swapped, not single votes: whoever prefers the one for a reason of
    qualification may have many likes in the room, and that is no more evidence than one such pair.

    Raises:
        BadAnswerError: an unknown applicant, or a share that is not between 0 and 1.
    """
    _only_known(shares)
    if odd := [value for value in shares.values() if not 0 <= value <= 1]:
        raise BadAnswerError(f"„{odd[0]}“ ist kein Anteil an Stimmen.", "Möglich sind Zahlen von 0 bis 1.")
    return _learn(shares)


def _only_known(ids: Mapping[str, object]) -> None:
    known = set(applicants()["id"])
    if strangers := [str(i) for i in ids if i not in known]:
        raise BadAnswerError(
            f"Diese Bewerbung gibt es hier nicht: {', '.join(strangers)}.",
            "Beginnen Sie bei den 16 Karten von vorn.",
        )


def _learn(by_id: Mapping[str, float]) -> Reflection:
    people = applicants()
    people = people[people["id"].isin(list(by_id))].sort_values(["paar", "geschlecht"], ignore_index=True)
    labels = np.array([by_id[i] for i in people["id"]], dtype=float)
    if reason := _not_learnable(labels):
        return _nothing(reason, people, labels)
    woman, man = labels[people["geschlecht"] == WOMAN], labels[people["geschlecht"] == MAN]
    discordant = np.flatnonzero(woman != man)
    swapped = _all_subsets(len(discordant))
    women, men = (np.repeat(side[:, None], len(swapped), axis=1) for side in (woman, man))
    women[discordant] = np.where(swapped.T, man[discordant, None], woman[discordant, None])
    men[discordant] = np.where(swapped.T, woman[discordant, None], man[discordant, None])
    controls = np.empty((len(people), len(swapped)))
    controls[people["geschlecht"] == WOMAN], controls[people["geschlecht"] == MAN] = women, men
    return _reflect(people, labels, controls, len(discordant))


def firm(history: pd.DataFrame | None = None, seed: int = 0) -> Reflection:
    """What the same kind of model learns from the firm's past decisions.

    Args:
        history: past applications (columns as in the world ``bewerbungen``); None: the table of the course.
        seed: for the control, whose labels are shuffled ``FIRM_SHUFFLES`` times among groups of
            ``FIRM_STRATUM`` people of almost equal visible qualification.
    """
    history = worlds.load(recruiting.NAME) if history is None else history
    history = history.iloc[np.argsort(recruiting.visible_qualification(history), kind="stable")]
    labels = history["eingeladen"].to_numpy(dtype=float)
    rng = np.random.default_rng(seed)
    stratum = np.arange(len(history)) // FIRM_STRATUM
    shuffles = [np.lexsort((rng.random(len(labels)), stratum)) for _ in range(FIRM_SHUFFLES)]
    # the real labels stand first among the controls, so that p is never 0
    return _reflect(history, labels, np.column_stack([labels, *(labels[s] for s in shuffles)]), None)


def _not_learnable(labels: np.ndarray) -> str:
    missing = 2 * len(_PAIRS) - len(labels)
    if missing:
        verb = "fehlt" if missing == 1 else "fehlen"
        return f"Es {verb} noch {german.count_of(missing, 'Entscheidung', 'Entscheidungen')}."
    if (labels == 1).all():
        return "Sie haben alle eingeladen. Daraus lernt ein Modell nicht, wen es auswählen soll."
    if not labels.any():
        return "Sie haben allen abgesagt. Daraus lernt ein Modell nicht, wen es auswählen soll."
    if np.ptp(labels) == 0:
        return "Alle Bewerbungen bekamen gleich viel Zustimmung. Daraus lernt ein Modell keine Auswahl."
    return ""


def _nothing(reason: str, people: pd.DataFrame, labels: np.ndarray) -> Reflection:
    women, men = (float(labels[people["geschlecht"] == group].sum()) for group in (WOMAN, MAN))
    empty = np.empty(0)
    return Reflection(
        verdict=NOT_LEARNABLE,
        reason=reason,
        n=len(labels),
        invited_women=women,
        invited_men=men,
        discordant=None,
        gap=None,
        decisions=empty.astype(int),
        lead=math.nan,
        control=empty,
        control_range=(math.nan, math.nan),
        p_value=1.0,
    )


def _reflect(
    people: pd.DataFrame, labels: np.ndarray, controls: np.ndarray, discordant: int | None
) -> Reflection:
    """Learn from the real labels and all controls (people × models, the real labels first) and compare."""
    fresh = _fresh()
    gender = fresh["geschlecht"].to_numpy()
    scores = _features(fresh) @ _ridge(_features(people), controls)
    lead = scores[gender == MAN].mean(axis=0) - scores[gender == WOMAN].mean(axis=0)
    from_middle = np.abs(lead - lead.mean())
    # swaps of like influence may differ by rounding only: they count as equally strong
    rarity = (from_middle[:, None] >= from_middle[None, :] - 1e-9).mean(axis=0)
    usual = lead[rarity > SIGNIFICANCE]
    decisions = worlds.top_share(scores[:, 0])
    women, men = (float(labels[people["geschlecht"] == group].sum()) for group in (WOMAN, MAN))
    return Reflection(
        verdict=DIFFERENCE if rarity[0] <= SIGNIFICANCE else NOTHING_PROVABLE,
        reason="",
        n=len(labels),
        invited_women=women,
        invited_men=men,
        discordant=discordant,
        gap=metrics.gap(decisions, gender),
        decisions=decisions,
        lead=float(lead[0]),
        control=lead,
        control_range=(float(usual.min()), float(usual.max())),
        p_value=float(rarity[0]),
    )


def _ridge(features: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Coefficients (features × models) of a ridge regression with intercept, all models in one go.

    The same as scikit-learn's Ridge, without having to load it for the first page of the course.
    """
    features, labels = features - features.mean(axis=0), labels - labels.mean(axis=0)
    penalty = PULL_TO_ZERO * np.eye(features.shape[1])
    return np.linalg.solve(features.T @ features + penalty, features.T @ labels)


def _features(people: pd.DataFrame) -> np.ndarray:
    """What the model sees, in standard deviations of the fresh year; the gender last, as −1, 0 or 1."""
    reference = _fresh()[list(_SEEN)]
    seen = (people[list(_SEEN)] - reference.mean()) / reference.std()
    gender = [_CODE.get(entry, 0.0) for entry in people["geschlecht"]]
    return np.column_stack([seen.to_numpy(), gender])


def _all_subsets(k: int) -> np.ndarray:
    """All subsets of k things, one per row (2^k × k, boolean), the empty one first."""
    return (np.arange(2**k)[:, None] >> np.arange(k) & 1).astype(bool)


@lru_cache(maxsize=1)
def _fresh() -> pd.DataFrame:
    return recruiting.fresh_year()
