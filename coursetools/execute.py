"""Running a notebook from top to bottom in a real kernel."""

import os
import subprocess
from pathlib import Path

from nbclient import NotebookClient

from coursetools import notebooks


def problems(path: Path, timeout: int = 120) -> list[str]:
    """Run the notebook at ``path`` in its own folder; German sentences about errors and output on stderr.

    ``timeout`` is in seconds per cell.
    """
    notebook = notebooks.load(path)
    # Two BLAS threads that spin on two cores slow each other down: one is faster for tables as small as ours.
    environment = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    client = NotebookClient(
        notebook,
        timeout=timeout,
        allow_errors=True,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.execute(env=environment, stderr=subprocess.DEVNULL)  # the kernel's own log, not what cells print
    found = []
    for number, cell in enumerate(notebook.cells, 1):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                found.append(f"Zelle {number} bricht ab: {output.ename}: {output.evalue}")
            elif output.output_type == "stream" and output.name == "stderr":
                found.append(f"Zelle {number} schreibt eine Warnung: {output.text.strip()[:200]}")
    return found
