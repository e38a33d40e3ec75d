"""How much memory there is follows the container or the service, whatever the machine has."""

import pytest

from coursetools import machine
from coursetools.serve import capacity

GIB = 1 << 30


@pytest.fixture
def groups(monkeypatch, tmp_path):
    """Simulated files of a cgroup: `own` is the line of this process, `limits` what stands in which file."""

    def simulate(own: str, limits: dict[str, str]) -> None:
        (tmp_path / "own").write_text(own, encoding="utf-8")
        for place, limit in limits.items():
            (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / place).write_text(f"{limit}\n", encoding="utf-8")
        monkeypatch.setattr(machine, "OWN_GROUPS", tmp_path / "own")
        monkeypatch.setattr(machine, "GROUPS", tmp_path)

    return simulate


def test_a_container_sees_its_own_limit_at_the_top(groups):
    groups("0::/\n", {"memory.max": str(GIB)})
    assert machine.memory_limit() == GIB and machine.memory() <= GIB


def test_a_service_has_its_limit_and_those_above_it(groups):
    own = "1:name=systemd:/x\n0::/system.slice/kurs.service\n"
    groups(own, {"system.slice/kurs.service/memory.max": "max", "system.slice/memory.max": str(GIB)})
    assert machine.memory_limit() == GIB


def test_an_older_kernel_has_a_tree_of_its_own_for_memory(groups):
    groups("5:memory:/kurs\n4:cpu:/kurs\n", {"memory/kurs/memory.limit_in_bytes": str(2 * GIB)})
    assert machine.memory_limit() == 2 * GIB
    groups("5:memory:/kurs\n", {"memory/kurs/memory.limit_in_bytes": str((1 << 63) - 4096)})  # means none
    assert machine.memory_limit() is None


def test_without_a_limit_the_machine_counts(groups, monkeypatch, tmp_path):
    groups("0::/\n", {"memory.max": "max"})
    assert machine.memory_limit() is None
    monkeypatch.setattr(machine, "OWN_GROUPS", tmp_path / "none")
    assert machine.memory_limit() is None


@pytest.mark.parametrize(("gib", "many"), [(0.25, 4), (1, 6), (2, 18), (4, 42), (8, 90), (16, 186)])
def test_so_many_pages_fit_into_a_container_as_the_guide_for_administrators_says(
    groups, monkeypatch, gib, many
):
    groups("0::/\n", {"memory.max": str(int(gib * GIB))})
    monkeypatch.setattr(machine, "memory", lambda: 64 * GIB)
    assert capacity.pages_by_memory() == many


def test_of_a_machine_without_a_limit_half_is_taken(groups, monkeypatch):
    groups("0::/\n", {"memory.max": "max"})
    monkeypatch.setattr(machine, "memory", lambda: 8 * GIB)
    assert capacity.pages_by_memory() == (4 * GIB - capacity.AT_REST) // capacity.MEMORY_PER_PAGE
    monkeypatch.setattr(machine, "memory", lambda: None)
    assert capacity.pages_by_memory() == capacity.UNKNOWN_MEMORY
