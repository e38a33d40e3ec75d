"""What all tests share."""

import os
from pathlib import Path

import pytest

# One BLAS thread: with two, they spin on a small machine and slow each other down.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the course."""
    return ROOT
