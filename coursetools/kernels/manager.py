"""Keeps the running kernels, with no more connections to each than a page needs."""

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager


class Kernels(AsyncMappingKernelManager):
    """jupyter_server's manager; it would listen to every kernel to note when it was last busy, which nobody asks."""

    def start_watching_activity(self, kernel_id: str) -> None:
        """Open no connection."""
