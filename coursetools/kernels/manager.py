"""Keeps the running kernels, with no more connections to each than a page needs."""

import asyncio
from collections.abc import Awaitable
from typing import Any, cast

from jupyter_client.manager import AsyncKernelManager, KernelManager
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager


class Kernels(AsyncMappingKernelManager):
    """jupyter_server's manager; it would listen to every kernel to note when it was last busy, which nobody asks."""

    def start_watching_activity(self, kernel_id: str) -> None:
        """Open no connection."""

    async def _add_kernel_when_ready(
        self, kernel_id: str, km: KernelManager, kernel_awaitable: Awaitable[Any]
    ) -> None:
        try:
            await super()._add_kernel_when_ready(kernel_id, km, kernel_awaitable)
        except asyncio.CancelledError:
            # jupyter_client would forget a kernel that runs already, but is not yet among the others.
            self._pending_kernels.pop(kernel_id, None)
            await cast(AsyncKernelManager, km).shutdown_kernel(now=True)
            raise
