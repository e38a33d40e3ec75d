"""What can be wrong with systems of any kind: the one place in which faults are looked up by their ids."""

from collections.abc import Mapping

from fairki import systems
from fairki.systems import Fault, own_systems
from fairki.texts import text_faults

FAULTS: Mapping[str, Fault] = {**systems.FAULTS, **text_faults.FAULTS, **own_systems.FAULTS}
"""id → fault, of all kinds of systems."""
