"""The fork server of small courses made by tests: it loads what shows blocks, in half the time of the whole course.

See ``coursetools.kernels.preload`` for the real one, which the tests of the real pages use.
"""

import gc
import os
import signal

from coursetools.kernels.kernel import ENVIRONMENT, without_debugger

os.environ.update(ENVIRONMENT)
without_debugger()

import ipykernel.debugger  # noqa: E402
import ipykernel.kernelapp  # noqa: E402, F401

import fairki.ui  # noqa: E402, F401

gc.collect()
gc.freeze()
signal.signal(signal.SIGTERM, signal.SIG_IGN)
signal.signal(signal.SIGHUP, signal.SIG_IGN)
