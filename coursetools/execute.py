"""Running notebooks from top to bottom in a real kernel."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jupyter_client.manager import KernelManager, start_new_kernel
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell

from coursetools import notebooks


@contextmanager
def kernel() -> Iterator[KernelManager]:
    """A kernel for several notebooks, one after the other: to start one takes longer than to run most of them."""
    # Two BLAS threads that spin on two cores slow each other down: one is faster for tables as small as ours.
    environment = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    # its own log goes, not what cells print
    manager, client = start_new_kernel(kernel_name="python3", env=environment, stderr=subprocess.DEVNULL)
    client.stop_channels()
    try:
        yield manager
    finally:
        manager.shutdown_kernel(now=True)


def problems(path: Path, kernel: KernelManager, timeout: int = 120) -> list[str]:
    """Run the notebook at ``path`` from an empty namespace; German sentences about errors and output on stderr.

    ``timeout`` is in seconds per cell.
    """
    notebook = notebooks.load(path)
    notebook.cells.insert(0, new_code_cell("%reset -f"))
    client = NotebookClient(notebook, kernel, timeout=timeout, allow_errors=True)
    client.execute()
    assert client.kc is not None  # it has just run
    client.kc.stop_channels()
    found = []
    for number, cell in enumerate(notebook.cells):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                found.append(f"Zelle {number} bricht ab: {output.ename}: {output.evalue}")
            elif output.output_type == "stream" and output.name == "stderr":
                found.append(f"Zelle {number} schreibt eine Warnung: {output.text.strip()[:200]}")
    return found
