"""The pictures of the mirror as data: people sorted by the learner's model, and that model among a hundred others."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import numpy as np

from fairki import mirror
from fairki.lessons.module_01 import figures
from fairki.lessons.module_01.de import pictures as de
from fairki.metrics import MINIMUM
from fairki.mirror import YES, Crowd, Sorting, as_far
from fairki.mirror.de import wording
from fairki.worlds.recruiting import SHARE_INVITED

STEP = 200
"""A row of the table of models holds so many tenths of a point."""


def people(decided: Mapping[str, str]) -> dict[str, Any]:
    """Two hundred people sorted by the learner's own model, and by those of one other decision."""
    crowd = mirror.crowd(decided)
    small = {group for group, n in crowd.of_all.items() if n < MINIMUM}
    groups = list(crowd.of_all)
    of_card = mirror.applicants().set_index("id")[figures.GENDER]
    others = [one for one in crowd.turned.values() if one]
    return {
        "groups": [
            {
                "name": de.GROUPS[group][0],
                "of": de.GROUPS[group][1],
                "n": int((crowd.gender == group).sum()),
                "small": group in small,
            }
            for group in groups
        ],
        "members": [groups.index(gender) for gender in crowd.gender],
        "suitable": _digits(crowd.suitable),
        "share": SHARE_INVITED,
        "cards": [
            {
                "title": card["title"],
                "group": groups.index(of_card[card["id"]]),
                "yes": decided[card["id"]] == YES,
            }
            for card in figures.cards()
        ],
        "sortings": [
            _sorting(crowd, crowd.own, small),
            *(_turned(crowd, card["id"], decided, small) for card in figures.cards()),
        ],
        "columns": de.COLUMNS,
        "range": de.between([one.gap for one in others]),
        "note": de.note(
            len(crowd.gender),
            sum(crowd.of_all.values()),
            [(group, crowd.of_all[group]) for group in groups if group in small],
        ),
        "visible": True,
    }


def _sorting(crowd: Crowd, one: Sorting, small: set[str], turned: str = "") -> dict[str, Any]:
    lost = (one.invited == 0) & (crowd.suitable == 1)
    of = {group: crowd.gender == group for group in crowd.of_all}
    return {
        "invited": _digits(one.invited),
        "says": de.headline(one, own=not turned),
        "lost": de.lost(
            [
                (group, int(lost[here].sum()), int(crowd.suitable[here].sum()))
                for group, here in of.items()
                if group not in small
            ]
        ),
        "turned": turned,
        "rows": [
            de.row(
                group,
                int(here.sum()),
                int(one.invited[here].sum()),
                int(lost[here].sum()),
                None if group in small else one.rates[group],
            )
            for group, here in of.items()
        ],
    }


def _turned(crowd: Crowd, card: str, decided: Mapping[str, str], small: set[str]) -> dict[str, Any]:
    one = crowd.turned[card]
    if one is None:
        empty = {"invited": "", "says": "", "lost": "", "rows": []}
        return {**empty, "turned": de.unlearnable(decided[card] != YES)}
    changed = de.turned(crowd.moved(card), len(crowd.gender), crowd.own.gap, one.gap)
    return _sorting(crowd, one, small, changed)


def _digits(truths: np.ndarray) -> str:
    return "".join(map(str, truths.astype(int)))


def swarm(gap: int) -> dict[str, Any]:
    """A hundred models and the learner's own gap among them: what is said before and after the kinds are told apart."""
    both = mirror.colleagues()
    kinds = [both.fair, both.biased]
    everybody = np.concatenate(kinds)
    names = de.swarm_kinds(len(both.fair))
    ends = [min(everybody.min(), gap), max(everybody.max(), gap)]
    edges = list(pairwise(range(STEP * (int(ends[0]) // STEP), STEP * (int(ends[1]) // STEP + 2), STEP)))
    fair, biased = (as_far(part, gap) for part in kinds)
    views = []
    for parts, columns, (headline, more) in (
        ([everybody], [de.SWARM_MODELS], de.swarm_together(int(everybody.min()), int(everybody.max()), gap)),
        (kinds, names, de.swarm_apart(gap, fair, biased, len(both.fair))),
    ):
        counts = [[int(((low <= part) & (part < high)).sum()) for part in parts] for low, high in edges]
        views.append(
            {
                "headline": headline,
                "more": more,
                "columns": de.swarm_columns(columns),
                "rows": de.swarm_rows(edges, gap, counts),
            }
        )
    return {
        "kinds": [
            {"name": name, "values": (part / 10).tolist()} for name, part in zip(names, kinds, strict=True)
        ],
        "own": {"value": gap / 10, "name": wording.OWN, "text": de.swarm_own(gap)},
        "views": views,
        "axis": de.SWARM_AXIS,
        "question": de.SWARM_ASK,
        "unsorted": de.SWARM_UNSORTED,
        "note": de.SWARM_NOTE,
        "visible": True,
    }
