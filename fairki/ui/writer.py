"""A beginning, the words that a small language model would write next, and the text so far."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import traitlets as t

from fairki.texts import corpus
from fairki.texts.corpus import (
    ANREDE,
    AUFGABE,
    BEREICH,
    LOB,
    RARE,
    SIZE,
    SLOTS,
    UMFANG,
    VORNAME,
    WRITTEN,
)
from fairki.texts.de import corpus as words
from fairki.texts.language_model import LanguageModel
from fairki.ui.base import Block, Json, script, text_of
from fairki.ui.guess import number_in

OPEN = -1
"""In place of the number of a word that is not there (yet)."""
DECIMALS = 4  # of a weight: no chance changes by a tenth of a point


class Writer(Block):
    """Keywords are typed or chosen; the next words stand there with their chances, and one is taken or drawn.

    The browser computes with the weights that it got; the kernel is asked for nothing else.

    ``value`` is ``{"row": number of the word of each slot, "temperature": 0 to 1}``; -1 is a slot that is open.

    Args:
        key: name in the browser store.
        label: the name of the block.
        start: the row at first.

    Traits:
        weights: slot that is written → ``{"uses": slots that it looks at, "table": a row per feature}``; empty
            until a model has learnt. The first value asks for it.
        slots: id, title and words of each slot; ``forms`` are the words as they stand in the text, ``single`` is
            how many words have a bar of their own.
        templates: the parts of a text, with the slot of each: without Anrede known, and for each Anrede.
        others: words of the texts that stand around those of the slots.
        partners: slot → the number that each word gets when Frau and Herr change places.
        pair: which slot's words (``part``) belong to which word of another slot (``owner``), and how many to each.
        hours: id of the slot with two words for working hours.
        gap: the sign in a template for a word that is not there.
    """

    _esm = script("writer")
    _css = text_of("writer.css")

    weights: "t.Dict[str, Json]" = t.Dict().tag(sync=True)
    slots: t.List[Json] = t.List().tag(sync=True)
    templates: t.List[Json] = t.List().tag(sync=True)
    others: t.List[str] = t.List().tag(sync=True)
    partners: "t.Dict[str, Json]" = t.Dict().tag(sync=True)
    pair: "t.Dict[str, Json]" = t.Dict().tag(sync=True)
    hours = t.Unicode(SLOTS[UMFANG]).tag(sync=True)
    gap = t.Unicode(words.OPEN).tag(sync=True)
    start: t.List[int] = t.List().tag(sync=True)

    def __init__(self, key: str, label: str, start: Sequence[int], **block: Any) -> None:
        templates = [_parts({ANREDE: form}) for form in (OPEN, *range(SIZE[ANREDE]))]
        super().__init__(
            key=key,
            label=label,
            start=list(start),
            slots=[_slot(at) for at in range(len(SLOTS))],
            templates=templates,
            others=[*dict.fromkeys(text for parts in templates for text, _ in parts), *words.SURNAMES],
            partners={SLOTS[at]: _partners(at) for at in (ANREDE, VORNAME)},
            pair={"owner": BEREICH, "part": AUFGABE, "each": SIZE[AUFGABE] // SIZE[BEREICH]},
            **block,
        )

    def accept(self, value: Json) -> Json:
        """Numbers of words that there are, and a temperature moved into its range."""
        row = value.get("row") if isinstance(value, dict) else None
        if not isinstance(row, list) or len(row) != len(SLOTS):
            raise self.refusal()
        if any(
            type(word) is not int or not OPEN <= word < size for word, size in zip(row, SIZE, strict=True)
        ):
            raise self.refusal()
        return {"row": row, "temperature": number_in(self, value.get("temperature"), 0, 1)}


def weights_of(model: LanguageModel) -> dict[str, Json]:
    """What a model has learnt, for ``Writer.weights``."""
    return {
        SLOTS[slot]: {"uses": list(used), "table": np.round(table, DECIMALS).tolist()}
        for slot, (used, table) in model.weights.items()
    }


def _parts(known: Mapping[int, int]) -> list[tuple[str, str]]:
    """The parts of a text of which only these slots are known."""
    row = [known.get(at, OPEN) for at in range(len(SLOTS))]
    return [(part.text, part.slot) for part in corpus.parts(row)]


def _slot(at: int) -> dict[str, Json]:
    """What the script knows of a slot."""
    id = SLOTS[at]
    forms = [next(text for text, slot in _parts({at: value}) if slot == id) for value in range(SIZE[at])]
    return {
        "id": id,
        "title": corpus.title(id),
        "words": list(corpus.options(id)),
        "forms": forms,
        "written": at in WRITTEN,
        "single": SIZE[at] - (len(RARE) if at == LOB else 0),
    }


def _partners(at: int) -> list[int]:
    """The number that each word of a slot gets when Frau and Herr change places."""
    row = [[value if slot == at else OPEN for slot in range(len(SLOTS))] for value in range(SIZE[at])]
    return [int(word) for word in corpus.swap(np.array(row))[:, at]]
