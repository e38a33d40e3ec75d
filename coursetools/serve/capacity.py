"""How much this machine carries: pages with a kernel, and connections, out of one purse of descriptors.

When a library for talking to kernels finds no free descriptor it ends the whole process, so it never gets that far.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from coursetools import machine

MEMORY_PER_PAGE = (64 if sys.platform == "linux" else 160) << 20
"""Bytes; generous: private memory of a kernel with a trained model. Where nothing is forked, nothing is shared."""
FEWEST_BY_MEMORY = 20
UNKNOWN_MEMORY = 50  # pages, where the system does not say how much it has
PER_PAGE = 10
"""Descriptors of a page beside its connection; ``benchmarks/visitors.py`` measures 9 with it."""
SPARE = 160
"""Descriptors for all else: the server itself, its files, and the notebooks that are executed just now."""


def pages_by_memory() -> int:
    """Kernels that half the memory carries."""
    memory = machine.memory()
    return UNKNOWN_MEMORY if memory is None else max(FEWEST_BY_MEMORY, memory // 2 // MEMORY_PER_PAGE)


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
        """Connections that are kept free for people who come, whatever the pages need."""
        return self.descriptors // 4

    def room_for_page(self, kernels: int) -> bool:
        """Whether there is room for one more kernel beside so many."""
        needed = SPARE + max(self.kept, self.connections()) + PER_PAGE * (kernels + 1)
        return kernels < self.pages and needed <= self.descriptors

    @property
    def most_connections(self) -> int:
        """How many connections there may be at the moment."""
        return max(1, self.descriptors - SPARE - PER_PAGE * self.kernels())
