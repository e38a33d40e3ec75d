"""How much this machine carries: pages with a kernel, and connections, out of one purse of descriptors.

When a library for talking to kernels finds no free descriptor it ends the whole process, so it never gets that far.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from coursetools import machine

MEMORY_PER_PAGE = (64 if sys.platform == "linux" else 160) << 20
"""Bytes; generous: private memory of a kernel with a trained model. Where nothing is forked, nothing is shared."""
AT_REST = 384 << 20  # bytes of the server and of what all kernels share
FEWEST_BY_MEMORY = 4
UNKNOWN_MEMORY = 50  # pages, where the system does not say how much it has
PER_PAGE = 10
"""Descriptors of a page beside its connection; ``benchmarks/visitors.py`` measures 9 with it."""
SPARE = 160
"""Descriptors for all else: the server itself, its files, and the notebooks that are executed just now."""


def pages_by_memory() -> int:
    """Kernels that half the memory of a machine carries, or three quarters of what a container is granted."""
    memory, granted = machine.memory(), machine.memory_limit()
    if memory is None:
        return UNKNOWN_MEMORY
    ours = memory // 2 if granted is None else min(memory, granted) * 3 // 4
    return max(FEWEST_BY_MEMORY, (ours - AT_REST) // MEMORY_PER_PAGE)


@dataclass
class Capacity:
    """What may still come.

    Attributes:
        descriptors: how many this process may have.
        pages: how many kernels memory carries.
        kernels, connections: how many there are now.
    """

    descriptors: int
    pages: int
    kernels: Callable[[], int] = lambda: 0
    connections: Callable[[], int] = lambda: 0

    @property
    def kept(self) -> int:
        """Descriptors that are kept free for people who come, whatever pages need; as many for pages, whoever comes."""
        return self.descriptors // 4

    def room_for_page(self, kernels: int) -> bool:
        """Whether there is room for one more kernel beside so many."""
        needed = SPARE + max(self.kept, self.connections()) + PER_PAGE * (kernels + 1)
        return kernels < self.pages and needed <= self.descriptors

    @property
    def most_connections(self) -> int:
        """How many connections there may be at the moment."""
        for_pages = max(min(self.kept, PER_PAGE * self.pages), PER_PAGE * self.kernels())
        return max(1, self.descriptors - SPARE - for_pages)
