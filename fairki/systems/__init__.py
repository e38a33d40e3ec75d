"""Systems that decide about people: their Steckbriefe, their faults, and a catalogue to audit."""

from fairki.systems.catalogue import sound, variant
from fairki.systems.exemplary import exemplary, exemplary_but
from fairki.systems.faults import FAULTS, Fault, InjectedFault
from fairki.systems.fields import FIELDS, Field, StandIn
from fairki.systems.kinds import DECISIONS, KINDS, TEXTS, System
from fairki.systems.own_systems import catalogue
from fairki.systems.steckbrief import Steckbrief
from fairki.systems.system import DecisionSystem, Recipe

__all__ = [
    "DECISIONS",
    "FAULTS",
    "FIELDS",
    "KINDS",
    "TEXTS",
    "DecisionSystem",
    "Fault",
    "Field",
    "InjectedFault",
    "Recipe",
    "StandIn",
    "Steckbrief",
    "System",
    "catalogue",
    "exemplary",
    "exemplary_but",
    "sound",
    "variant",
]
