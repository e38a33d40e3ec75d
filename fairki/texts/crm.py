"""Notes of visits and the form in the customer file: what is put in where a note says nothing.

A model fills in the form from the note. It has learnt from old notes whose gaps clerks filled from memory, so it
learns to guess; or from notes in which a gap is called open. Two checks are laid side by side: the model's own
confidence, and the comparison with the record.
"""

from dataclasses import dataclass

import numpy as np

from fairki.texts import regression
from fairki.texts.de import crm as de
from fairki.texts.regression import MISSING

BRANCH, PRODUCT, SCALE, TERM, CONTACT = range(5)
FIELDS = ("branche", "produkt", "groesse", "zahlungsziel", "kontaktweg")
"""Ids of the fields, in the order of a note's columns."""
SIZE = (5, 5, 3, 3, 4)
"""How many words each field has."""
GAP = 0.055
"""How likely a new note lacks a field."""
OLD_GAP = 0.25
"""Share of fields that the old notes lacked."""
NOTES = 2000
"""Old notes that a model learns from."""
SURE = 0.8
"""What a model has to believe in a word, so that the check of its confidence lets it pass."""

_SHARE_SCALE = (0.5, 0.3, 0.2)
_SHARE_CONTACT = (0.5, 0.25, 0.15, 0.1)
_SAME_PRODUCT, _SAME_TERM = 0.6, 0.9
_STEPS = 120


def customers(n: int, rng: np.random.Generator) -> np.ndarray:
    """The record: what is true of ``n`` customers, one column per field.

    The product often follows from the branch and the term mostly from the size: a guess is often right.
    """
    record = np.zeros((n, len(FIELDS)), dtype=int)
    record[:, BRANCH] = rng.integers(0, SIZE[BRANCH], n)
    follows = rng.random(n) < _SAME_PRODUCT
    record[:, PRODUCT] = np.where(follows, record[:, BRANCH], rng.integers(0, SIZE[PRODUCT], n))
    record[:, SCALE] = rng.choice(SIZE[SCALE], n, p=_SHARE_SCALE)
    follows = rng.random(n) < _SAME_TERM
    record[:, TERM] = np.where(follows, record[:, SCALE], rng.integers(0, SIZE[TERM], n))
    record[:, CONTACT] = rng.choice(SIZE[CONTACT], n, p=_SHARE_CONTACT)
    return record


def with_gaps(record: np.ndarray, rng: np.random.Generator, share: float = GAP) -> np.ndarray:
    """Notes about these customers: each field is missing with the probability ``share``."""
    return np.where(rng.random(record.shape) < share, MISSING, record)


def note(row: np.ndarray, customer: int = 0, names_gaps: bool = False) -> str:
    """The note in words.

    Args:
        row: the words of its fields, ``MISSING`` where it lacks one.
        customer: number of the name that it gives to the customer.
        names_gaps: whether it says of a missing field that it is open; by itself it says nothing.
    """
    said = [de.opening(de.CUSTOMERS[customer % len(de.CUSTOMERS)])]
    for field, word in zip(FIELDS, row, strict=True):
        if word != MISSING:
            said.append(de.sentence(field, int(word)))
        elif names_gaps:
            said.append(de.gap(field))
    return " ".join(said)


def form(row: np.ndarray) -> dict[str, str]:
    """The form in words: name of each field → what stands in it."""
    return {
        de.FIELDS[field]: de.OPEN if word == MISSING else de.WORDS[field][word]
        for field, word in zip(FIELDS, row, strict=True)
    }


@dataclass(frozen=True)
class Filled:
    """Forms that were filled in.

    Attributes:
        words: one row per note, ``MISSING`` where a field was left open.
        sure: how likely the model thinks its word is, by field; for a field left open, how sure it is of that.
    """

    words: np.ndarray
    sure: np.ndarray

    def invented(self, notes: np.ndarray) -> np.ndarray:
        """Yes or no per field: the note says nothing, the form something."""
        found: np.ndarray = np.logical_and(notes == MISSING, self.words != MISSING)
        return found

    def only_if_sure(self, threshold: float = SURE) -> "Filled":
        """The same forms, with every word left open that the model believes in less than ``threshold``."""
        return Filled(np.where(self.sure < threshold, MISSING, self.words), self.sure)


@dataclass(frozen=True)
class Autofill:
    """A model that fills in forms from notes.

    Attributes:
        weights: per field those of its regression on all five fields of the note.
        says_open: whether it knows one more word: „offen“.
    """

    weights: tuple[np.ndarray, ...]
    says_open: bool = False

    @classmethod
    def learn(cls, rng: np.random.Generator, says_open: bool = False, n: int = NOTES) -> "Autofill":
        """Learns from ``n`` old notes with gaps, and from the forms that belong to them.

        Args:
            says_open: the old forms say „offen“ where the note has a gap; else clerks filled them from memory.
        """
        record = customers(n, rng)
        notes = with_gaps(record, rng, OLD_GAP)
        features = regression.one_hot(notes, range(len(FIELDS)), SIZE)
        weights = []
        for field, size in enumerate(SIZE):
            wanted = (
                np.where(notes[:, field] == MISSING, size, record[:, field])
                if says_open
                else record[:, field]
            )
            weights.append(regression.fit(features, wanted, size + says_open, steps=_STEPS))
        return cls(tuple(weights), says_open)

    def fill(self, notes: np.ndarray) -> Filled:
        """The likeliest word for each field of these notes."""
        features = regression.one_hot(notes, range(len(FIELDS)), SIZE)
        words, sure = np.empty_like(notes), np.empty(notes.shape)
        for field, weights in enumerate(self.weights):
            likely = regression.softmax(features @ weights)
            word = likely.argmax(axis=1)
            sure[:, field] = likely.max(axis=1)
            words[:, field] = np.where(word == SIZE[field], MISSING, word)
        return Filled(words, sure)


@dataclass(frozen=True)
class Copying:
    """What became of the fields; all shares between 0 and 1.

    Attributes:
        invented: of the fields that the notes lack, those filled in all the same.
        lucky: of the invented ones, those that happen to be right; not a number if there are none.
        copied: of the fields that stand in the notes, those that stand in the form just so.
        left_open: of the fields that stand in the notes, those left open.
        notes_invented: of the notes with a gap, those in whose form something is invented.
    """

    invented: float
    lucky: float
    copied: float
    left_open: float
    notes_invented: float


def compare(notes: np.ndarray, record: np.ndarray, filled: Filled) -> Copying:
    """What became of the fields of these notes."""
    gap = np.asarray(notes == MISSING)
    invented = filled.invented(notes)
    return Copying(
        invented=_share(invented[gap]),
        lucky=_share((filled.words == record)[invented]),
        copied=_share((filled.words == notes)[~gap]),
        left_open=_share((filled.words == MISSING)[~gap]),
        notes_invented=_share(_in_any(invented)[_in_any(gap)]),
    )


@dataclass(frozen=True)
class Check:
    """What a check of filled forms finds, and what it costs; all shares between 0 and 1.

    Attributes:
        found: of the inventions, those it stops.
        found_wrong: of the inventions that are wrong, those it stops.
        false_alarms: of the fields that stand in the note, those it stops.
        read: of the notes, those a person has to read.
    """

    found: float
    found_wrong: float
    false_alarms: float
    read: float


def by_confidence(notes: np.ndarray, record: np.ndarray, filled: Filled, threshold: float = SURE) -> Check:
    """The model's own doubt: a person reads every word that it believes in less than ``threshold``."""
    return _check(notes, record, filled, (filled.words != MISSING) & (filled.sure < threshold))


def by_record(notes: np.ndarray, record: np.ndarray, filled: Filled) -> Check:
    """Laid side by side: a person reads every word of a form that does not stand in its note."""
    return _check(notes, record, filled, (filled.words != MISSING) & (filled.words != notes))


def _check(notes: np.ndarray, record: np.ndarray, filled: Filled, stopped: np.ndarray) -> Check:
    invented = filled.invented(notes)
    return Check(
        found=_share(stopped[invented]),
        found_wrong=_share(stopped[invented & (filled.words != record)]),
        false_alarms=_share(stopped[notes != MISSING]),
        read=_share(_in_any(stopped)),
    )


def _share(yes: np.ndarray) -> float:
    return float(yes.mean()) if yes.size else float("nan")


def _in_any(fields: np.ndarray) -> np.ndarray:
    """Yes or no per note: in at least one field."""
    return np.asarray(fields.any(axis=1))
