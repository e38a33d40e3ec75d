"""What every kernel needs, loaded once by the fork server; all kernels share these pages of memory.

Import and warm up here only what starts no thread and opens no socket: a fork copies one thread only.
"""

import gc
import importlib
import os
import pkgutil
import signal
from contextlib import suppress

from coursetools.kernels.kernel import ENVIRONMENT, without_debugger

os.environ.update(ENVIRONMENT)  # the libraries read it when they load

MODULES = (
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.oinspect",
    "ipykernel.debugger",
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    "anywidget",
    "ipywidgets",
    "pandas",
    "scipy.stats",
    "sklearn.compose",
    "sklearn.inspection",
    "sklearn.linear_model",
    "sklearn.metrics",
    "sklearn.pipeline",
    "sklearn.preprocessing",
    "fairlearn.metrics",
    "fairlearn.postprocessing",
    "fairlearn.preprocessing",
    "fairlearn.reductions",
    "tornado.platform.asyncio",
    "tornado.queues",
)


def load() -> None:
    """Import `MODULES` and all of `fairki`, make one model, and settle the memory."""
    without_debugger()
    for name in MODULES:
        importlib.import_module(name)
    import fairki

    for module in pkgutil.walk_packages(fairki.__path__, "fairki.", onerror=lambda name: None):
        # What is broken here fails again in the notebook that uses it, and is reported there.
        with suppress(Exception):
            importlib.import_module(module.name)
    _warm_up()
    # Frozen objects are never visited by the kernels' garbage collection, so their pages stay shared.
    gc.collect()
    gc.freeze()


def _warm_up() -> None:
    # What these libraries load or compute only at first use.
    from sklearn.linear_model import LogisticRegression

    LogisticRegression().fit([[0.0], [1.0]], [0, 1]).predict_proba([[0.0]])


# The fork server lives as long as the web server does. A signal that is sent to all processes at once
# (Ctrl-C, systemd, docker) must not take it away before its kernels are ended in an orderly way.
signal.signal(signal.SIGTERM, signal.SIG_IGN)
signal.signal(signal.SIGHUP, signal.SIG_IGN)
load()
