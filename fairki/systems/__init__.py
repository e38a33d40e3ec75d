"""Systems that decide about people: their Steckbriefe, their faults, and a catalogue to audit."""

from fairki.systems.catalogue import catalogue, sound, variant
from fairki.systems.exemplary import exemplary, exemplary_but
from fairki.systems.faults import FAULTS, Fault
from fairki.systems.fields import FIELDS, Field, StandIn
from fairki.systems.steckbrief import Steckbrief
from fairki.systems.system import DecisionSystem, Recipe

__all__ = [
    "FAULTS",
    "FIELDS",
    "DecisionSystem",
    "Fault",
    "Field",
    "Recipe",
    "StandIn",
    "Steckbrief",
    "catalogue",
    "exemplary",
    "exemplary_but",
    "sound",
    "variant",
]
