"""Systems that decide about people: their Steckbriefe, their faults, and a catalogue to audit."""

from fairki.systems.fields import FIELDS, Field, StandIn
from fairki.systems.steckbrief import Steckbrief
from fairki.systems.system import DecisionSystem, Recipe

__all__ = ["FIELDS", "DecisionSystem", "Field", "Recipe", "StandIn", "Steckbrief"]
