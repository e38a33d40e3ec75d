"""What a package of a company's own can add to the course: sentence patterns with a check, and toy systems.

This module is all that such a package needs. It names functions without arguments in its entry points; the name of
the entry point comes before each id, so that packages never clash::

    [project.entry-points."fairki.patterns"]
    musterfirma = "musterfirma:patterns"

    [project.entry-points."fairki.systems"]
    musterfirma = "musterfirma:systems"

``patterns`` returns a list of ``Pattern``, ``systems`` a list of ``System``. A complete example lies in
``docs/beispiele/eigene_regel``.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

HELD, BROKEN, UNCLEAR = "held", "broken", "unclear"
"""How the check of a rule ends."""


class Found(NamedTuple):
    """What the check of a rule found in a system.

    Args:
        status: ``HELD``, ``BROKEN`` or ``UNCLEAR``.
        why: one German sentence.
        figure: what was measured, in the unit of the rule's blank; None if nothing.
        affected: people of this system whom a broken rule concerns; None if not known.
    """

    status: str
    why: str
    figure: float | None = None
    affected: int | None = None


@dataclass(frozen=True)
class Number:
    """A blank for a whole number.

    Attributes:
        name: key in files: small letters, digits, ``_``; never changes.
        label, hint: of the entry field, and one sentence that helps to choose.
        low, high: smallest and largest number allowed.
        default: suggested number.
        unit: how it reads after one and after several, such as ``("Prozent", "Prozent")``.
    """

    name: str
    label: str
    hint: str
    low: int
    high: int
    default: int
    unit: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Choice:
    """A blank for one of several phrases.

    Attributes:
        name, label, hint: as in ``Number``.
        options: key → the phrase as it reads in the sentence.
        default: suggested key.
    """

    name: str
    label: str
    hint: str
    options: Mapping[str, str]
    default: str


@dataclass(frozen=True)
class Pattern:
    """A sentence pattern.

    Attributes:
        id: key in files: small letters, digits, ``_``; never changes.
        title: a short name.
        sentence: the rule, with the name of a blank in braces.
        hint: one sentence: what the rule is good for.
        blanks: its blanks in the order of the sentence.
        check: gets what is known of a system (``fairki.kodex.evidence.Evidence``) and blank → value.
        aspects, step: keys of ``course.toml`` that it serves.
    """

    id: str
    title: str
    sentence: str
    hint: str
    blanks: Sequence[Number | Choice]
    check: Callable[[Any, Mapping[str, Any]], Found]
    aspects: tuple[str, ...] = ("werte",)
    step: str = "2"


@dataclass(frozen=True)
class Fault:
    """A fault that is planted in a toy system.

    Attributes:
        id: key: small letters, digits, ``_``.
        name: what is wrong, in a few words.
        harm: one sentence: whom it hurts and how.
        found_by: full ids of patterns that reveal it, such as ``"musterfirma.vier_augen"``.
        says: entry of the Steckbrief (``fairki.systems.steckbrief.Steckbrief``) → what stands there with the fault.
        decides: entry of the recipe (``fairki.systems.system.Recipe``) → what it is with the fault.
    """

    id: str
    name: str
    harm: str
    found_by: tuple[str, ...]
    says: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    decides: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class System:
    """A toy system that decides about people.

    Attributes:
        id: key: small letters, digits, ``_``.
        name, purpose: what it is called, and one sentence: what it is used for.
        field: its field of use, a key of ``fairki.systems.fields.FIELDS``: whose people it decides about.
        organisation, owner: who uses it, and who answers for it; "" for the company and its head of HR.
        says: entry of the Steckbrief → what stands there, where a sound system says something else.
        faults: faults of its own, and ids of the course's (``fairki.systems.faults.FAULTS``).
    """

    id: str
    name: str
    purpose: str
    field: str
    organisation: str = ""
    owner: str = ""
    says: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    faults: Sequence[Fault | str] = ()
