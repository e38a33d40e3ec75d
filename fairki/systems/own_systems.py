"""The toy systems of packages of a company's own, with the faults that are planted in them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from fairki import plugins
from fairki.plugins import de, loading
from fairki.systems import catalogue as ours
from fairki.systems import faults
from fairki.systems.fields import FIELDS
from fairki.systems.steckbrief import Steckbrief
from fairki.systems.system import DecisionSystem, Recipe

FIRST = 100
"""Added to the seed for the first of them, so that no system of the course changes."""
_ENTRIES, _RECIPE = ({one.name for one in fields(kind)} for kind in (Steckbrief, Recipe))


@dataclass(frozen=True)
class OwnFault(faults.Fault):
    """A fault of a package."""

    own_name: str
    own_harm: str
    says: Mapping[str, Any]
    decides: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Its name."""
        return self.own_name

    @property
    def harm(self) -> str:
        """One sentence: whom it hurts and how."""
        return self.own_harm

    def plant(self, system: DecisionSystem) -> DecisionSystem:
        """The same system with this fault."""
        changed = replace(system.says(**self.says), recipe=replace(system.own_recipe, **self.decides))
        return replace(changed, faults=(system.faults or frozenset()) | {self.id})


@dataclass(frozen=True)
class OwnSystem:
    """A toy system of a package: what is fixed about it, and its faults in order."""

    entry: ours.Entry
    name: str
    purpose: str
    says: Mapping[str, Any]
    faults: tuple[OwnFault | faults.InjectedFault, ...]

    def built(self, seed: int) -> DecisionSystem:
        """The system with its faults."""
        named = {"name": self.name, "purpose": self.purpose}
        system = ours.sound_of(self.entry, seed).says(**named, **self.says)
        for fault in self.faults:
            system = fault.plant(system) if isinstance(fault, OwnFault) else fault.inject(system, seed)
        return system


def _make(package: str, own: plugins.System) -> OwnSystem:
    if own.field not in FIELDS:
        raise loading.UnfitError(de.not_known(own.id, own.field))
    _only(own.id, own.says, _ENTRIES)
    entry = _OwnEntry(
        f"{package}.{own.id}",
        own.field,
        own.organisation or ours.HOUSE,
        own.owner or ours.PEOPLE.hr.signed,
    )
    made = OwnSystem(
        entry, own.name, own.purpose, own.says, tuple(_fault(package, own, one) for one in own.faults)
    )
    _tried(own.id, made.built(ours.SEED))
    return made


class _OwnEntry(ours.Entry):
    """An entry of the catalogue whose words stand in its package."""

    name = purpose = ""


def _fault(package: str, own: plugins.System, fault: plugins.Fault | str) -> OwnFault | faults.InjectedFault:
    if isinstance(fault, str):
        if fault not in faults.FAULTS:
            raise loading.UnfitError(de.not_known(own.id, fault))
        return faults.FAULTS[fault]
    if not loading.ID.fullmatch(fault.id):
        raise loading.UnfitError(de.no_id(fault.id))
    _only(fault.id, fault.says, _ENTRIES)
    _only(fault.id, fault.decides, _RECIPE)
    found_by = dict.fromkeys(fault.found_by, 100)
    return OwnFault(f"{package}.{fault.id}", found_by, fault.name, fault.harm, fault.says, fault.decides)


def _only(id: str, named: Mapping[str, Any], known: set[str]) -> None:
    if unknown := sorted(named.keys() - known):
        raise loading.UnfitError(de.not_known(id, unknown[0]))


def _tried(id: str, system: DecisionSystem) -> None:
    """Nothing that an audit would stumble over later."""
    system.steckbrief.rows()
    recipe, columns = system.own_recipe, system.own_field.world.COLUMNS
    malus = [column for column, _ in recipe.malus]
    for column in [recipe.label, *recipe.columns, *malus, *([recipe.only] if recipe.only else [])]:
        if column not in columns:
            raise loading.UnfitError(de.not_known(id, column))
    if not 0 < recipe.share < 1:
        raise loading.UnfitError(de.not_known(id, f"share = {recipe.share}"))


OWN = tuple(loading.load(loading.SYSTEMS, plugins.System, _make))
"""The systems of all packages."""
FAULTS: dict[str, OwnFault] = {
    fault.id: fault for one in OWN for fault in one.faults if isinstance(fault, OwnFault)
}
"""id → fault of a package."""


def catalogue(seed: int = ours.SEED) -> tuple[DecisionSystem, ...]:
    """The systems of the course, in fixed order, with the faults of their entries; then those of packages."""
    own = (one.built(seed + FIRST + number) for number, one in enumerate(OWN))
    return (*ours.catalogue(seed), *own)
