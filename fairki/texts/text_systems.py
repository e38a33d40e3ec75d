"""Systems that write: sixteen to audit, sound and faulty ones, and as many fresh ones as there are seeds.

What is wrong with a system stands in ``system.faults``; its name does not tell. The sound ones are fair by
construction: they have learnt from fair texts and their swapped copies. Fair texts alone are not enough, because a
model blows up what 2,000 texts happen to hold.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np

from fairki import company, speech
from fairki.remembered import remembered
from fairki.systems import TEXTS as TEXT_KIND
from fairki.systems import de as said
from fairki.texts import corpus, crm, memory, remedies, sheets, text_faults, years
from fairki.texts.corpus import ANREDE, TEXTS, VORNAME
from fairki.texts.crm import Autofill, Filled
from fairki.texts.de import systems as de
from fairki.texts.language_model import LanguageModel, train
from fairki.texts.memory import NGram
from fairki.texts.regression import MISSING
from fairki.texts.sheets import Answers, Facts, Folder, Memory, Questions
from fairki.texts.streams import stream

TASKS = ASSESSMENTS, ANSWERS, FORMS, TRANSCRIPTS = "beurteilung", "auskunft", "crm", "abschrift"
"""What a system writes."""
FIRM = company.current()
SEED = 2026
"""Seed of the sixteen systems that the course shows."""
TEMPERATURE = 0.8
READ_PER_HOUR, WAVED_THROUGH = 20, 120


@dataclass(frozen=True)
class TextSteckbrief:
    """What a firm says about a system that writes; None: not known.

    Attributes:
        name: German name of the system.
        area: German name of the field it is used in.
        organisation: who uses it.
        purpose: one German sentence.
        learnt_from: what it has learnt from, in German.
        human_texts: share of texts by people among those (0 to 1); swapped copies of them count as such.
        read_share: share of its texts that a person reads before they go out (0 to 1).
        read_per_hour: how many of them this person reads in an hour.
        owner: name and department of the person who answers for the system.
    """

    name: str
    area: str
    organisation: str
    purpose: str
    learnt_from: str | None = None
    human_texts: float | None = None
    read_share: float | None = None
    read_per_hour: int | None = None
    owner: str | None = None

    def rows(self) -> list[tuple[str, str]]:
        """(German label, German value) of every entry, for screens and prints."""
        human, read, speed = self.human_texts, self.read_share, self.read_per_hour
        return [
            (said.AREA, self.area),
            (said.ORGANISATION, self.organisation),
            (said.PURPOSE, self.purpose),
            (de.LEARNT_FROM, self.learnt_from or said.UNKNOWN),
            (de.HUMAN_TEXTS, said.UNKNOWN if human is None else speech.percent(human)),
            (de.READ, said.UNKNOWN if read is None else de.read(read)),
            (de.PER_HOUR, said.UNKNOWN if speed is None else speech.number(speed)),
            (said.OWNER, self.owner or said.UNKNOWN),
        ]


@dataclass(frozen=True)
class Writing:
    """How a system comes to its assessments.

    Attributes:
        bias, words: of the texts by people that it began with, see ``corpus.draw``.
        texts: how many there were.
        copies: whether it has learnt from their swapped copies, too.
        hide: slots struck out of the texts.
        years: so many years it has learnt from its own texts.
        temperature: at which it writes.
    """

    bias: float = 0.0
    words: float = 0.0
    texts: int = TEXTS
    copies: bool = False
    hide: tuple[int, ...] = ()
    years: int = 0
    temperature: float = TEMPERATURE


@dataclass(frozen=True)
class Answering:
    """How a system comes to its answers.

    Attributes:
        from_memory: it has learnt old replies and knows no sheet.
        outdated: share of its sheets that say what was true before.
        code_typed: how often a code stood in the replies that it learnt its tone from.
    """

    from_memory: bool = False
    outdated: float = sheets.OUTDATED
    code_typed: int = 0


@dataclass(frozen=True)
class Filling:
    """How a system fills in forms.

    Attributes:
        says_open: whether it has learnt to leave gaps open.
        only_if_sure: whether it leaves open what it believes in less than ``crm.SURE``.
        slips: share of the gaps that it fills in all the same.
    """

    says_open: bool = True
    only_if_sure: bool = False
    slips: float = 0.0


@dataclass(frozen=True)
class Listening:
    """Errors per 100 words by group, see ``calls``."""

    rate_a: float
    rate_b: float


Recipe = Writing | Answering | Filling | Listening
TASK_OF: dict[type[Recipe], str] = {
    Writing: ASSESSMENTS,
    Answering: ANSWERS,
    Filling: FORMS,
    Listening: TRANSCRIPTS,
}


@dataclass(frozen=True)
class TextSystem:
    """A system that writes.

    Attributes:
        id: key, unique within what is audited together.
        steckbrief: what is said about it.
        recipe: how it comes to its texts.
        seed: picks what it learnt from, and what it writes about when it is audited.
        faults: ids of the faults it really has (``text_faults.FAULTS``).
    """

    id: str
    steckbrief: TextSteckbrief
    recipe: Recipe
    seed: int
    faults: frozenset[str] | None = None

    @property
    def kind(self) -> str:
        """Its kind among all systems that can be audited."""
        return TEXT_KIND

    @property
    def task(self) -> str:
        """What it writes, one of ``TASKS``."""
        return TASK_OF[type(self.recipe)]

    @property
    def name(self) -> str:
        """German name."""
        return self.steckbrief.name

    def says(self, **entries: Any) -> "TextSystem":
        """The same system with other entries in its Steckbrief."""
        return replace(self, steckbrief=replace(self.steckbrief, **entries))


@remembered(64)
def writer(recipe: Writing, seed: int) -> LanguageModel:
    """The model behind a system that writes assessments."""
    texts = corpus.human_texts(seed, recipe.texts, recipe.bias, recipe.words)
    if recipe.copies:
        texts = remedies.copies(texts)
    if recipe.years:
        *_, last = years.own_texts(seed, years=recipe.years - 1, bias=recipe.bias, words=recipe.words)
        texts = last.texts
    return train(texts, hide=recipe.hide)


@lru_cache(maxsize=64)
def facts(seed: int) -> Facts:
    """What is true in the firm with this seed."""
    return Facts.draw(stream(30, seed))


@remembered(64)
def source(recipe: Answering, seed: int) -> Memory | Folder:
    """Where a system takes its answers from."""
    if recipe.from_memory:
        return Memory.learn(facts(seed), stream(31, seed))
    return Folder.make(facts(seed), stream(32, seed), recipe.outdated)


def answer(recipe: Answering, seed: int, questions: Questions, rng: np.random.Generator) -> Answers:
    """What a system answers."""
    return source(recipe, seed).answer(questions, rng)


def tone(recipe: Answering, seed: int) -> NGram | None:
    """The model that has learnt the tone of old replies, code included; None where there is none."""
    return memory.learnt(seed, recipe.code_typed) if recipe.code_typed else None


@remembered(64)
def _autofill(says_open: bool, seed: int) -> Autofill:
    return Autofill.learn(stream(33, seed), says_open)


def fill(recipe: Filling, seed: int, notes: np.ndarray, rng: np.random.Generator) -> Filled:
    """What a system puts into the forms that belong to these notes."""
    filled = _autofill(recipe.says_open, seed).fill(notes)
    if recipe.only_if_sure:
        filled = filled.only_if_sure()
    if recipe.slips:
        guessed = _autofill(False, seed).fill(notes)
        slips = (filled.words == MISSING) & (rng.random(notes.shape) < recipe.slips)
        filled = Filled(np.where(slips, guessed.words, filled.words), filled.sure)
    return filled


FAIR = Writing(copies=True)
WITH_SHEET = Answering()
ENTRIES: dict[str, tuple[Recipe, tuple[str, ...]]] = {
    "fair_beurteilung": (FAIR, ()),
    "auskunft_mit_blatt": (WITH_SHEET, ()),
    "crm_laesst_offen": (Filling(), ()),
    "abschrift_gleich": (Listening(6, 6.5), ()),
    "alte_texte": (Writing(bias=1), (text_faults.OLD_TEXTS,)),
    "ohne_namen": (Writing(bias=1, hide=(ANREDE, VORNAME)), (text_faults.STAND_INS,)),
    "umgekehrt": (Writing(bias=-1), (text_faults.OLD_TEXTS,)),
    "temperatur_null": (Writing(words=0.35, temperature=0), (text_faults.ALWAYS_SAME,)),
    "kopie_der_kopie": (Writing(years=years.YEARS), (text_faults.OWN_TEXTS,)),
    "auskunft_ohne_blatt": (Answering(from_memory=True), (text_faults.FROM_MEMORY,)),
    "altes_blatt": (Answering(outdated=1), (text_faults.OLD_SHEET,)),
    "crm_raet": (Filling(says_open=False), (text_faults.INVENTS,)),
    "crm_prueft_p": (Filling(says_open=False, only_if_sure=True), (text_faults.INVENTS,)),
    "plaudert_aus": (Answering(code_typed=8), (text_faults.TELLS,)),
    "abschrift_dialekt": (Listening(6, 18), (text_faults.HEARS_WORSE,)),
    "durchgewinkt": (FAIR, (text_faults.WAVED_THROUGH,)),
}
"""Id → how it works, and the faults it has: the sixteen that the course shows, in this order."""
IMPERFECT: dict[str, Recipe] = {
    "viele_faire_texte": Writing(texts=8000),
    "auskunft_mit_blatt": WITH_SHEET,
    "crm_fast_offen": Filling(slips=0.02),
    "abschrift_fast_gleich": Listening(6, 8),
}
"""Sound systems that are not perfect: whoever tolerates nothing at all accuses them."""
SOUND = tuple(id for id, (_, faults) in ENTRIES.items() if not faults)


@lru_cache(maxsize=8)
def sixteen(seed: int = SEED) -> tuple[TextSystem, ...]:
    """The systems of the course, in fixed order; other seeds have learnt from other texts."""
    return tuple(_system(id, recipe, seed, faults) for id, (recipe, faults) in ENTRIES.items())


def imperfect(id: str, seed: int) -> TextSystem:
    """A sound system that is not perfect, with this key of ``IMPERFECT``. KeyError if there is none."""
    return _system(id, IMPERFECT[id], seed, ())


def sound(seed: int) -> TextSystem:
    """A system without faults, with a name of its own."""
    return _fresh(SOUND, seed)


def variant(fault: str, seed: int) -> TextSystem:
    """A system whose only fault is ``fault``, with a name of its own.

    Raises:
        KeyError: there is no such fault.
    """
    found = text_faults.FAULTS[fault].id
    return _fresh([id for id, (_, faults) in ENTRIES.items() if found in faults], seed)


def _fresh(ids: tuple[str, ...] | list[str], seed: int) -> TextSystem:
    rng = stream(34, seed)
    id = str(rng.choice(ids))
    recipe, faults = ENTRIES[id]
    system = _system(id, recipe, seed, faults)
    names = de.OTHER_NAMES[system.task]
    return replace(system, id=f"{system.task}_{seed}").says(name=names[rng.integers(len(names))])


def _system(id: str, recipe: Recipe, seed: int, faults: tuple[str, ...]) -> TextSystem:
    task = TASK_OF[type(recipe)]
    people = FIRM.people
    owner = {ASSESSMENTS: people.hr, FORMS: people.marketing}.get(task, people.sales)
    own_texts = isinstance(recipe, Writing) and recipe.years > 0
    steckbrief = TextSteckbrief(
        name=de.NAMES[id],
        area=de.AREAS[task],
        organisation=FIRM.name,
        purpose=de.PURPOSES[task],
        learnt_from=_learnt_from(recipe),
        human_texts=0.0 if own_texts else 1.0,
        read_share=1.0,
        read_per_hour=WAVED_THROUGH if text_faults.WAVED_THROUGH in faults else READ_PER_HOUR,
        owner=owner.signed,
    )
    return TextSystem(id, steckbrief, recipe, seed, frozenset(faults))


def _learnt_from(recipe: Recipe) -> str:
    match recipe:
        case Writing():
            return de.texts(recipe.texts, bool(recipe.hide))
        case Answering(from_memory=True):
            return de.replies(sheets.REPLIES)
        case Answering(code_typed=0):
            return de.SHEETS
        case Answering():
            return de.beside(de.SHEETS, de.replies(memory.REPLIES))
        case Filling():
            return de.notes(crm.NOTES)
        case Listening():
            return de.CALLS
