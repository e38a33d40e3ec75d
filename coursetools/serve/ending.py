"""The end of a server's process, once all that it keeps is safe and its kernels are ended."""

import atexit
import os
import sys
from typing import NoReturn


def leave() -> NoReturn:
    """Clean up and end this process, as Python does, but wait for no thread.

    Threads may still prepare what nobody will see: results of a workshop that load scikit-learn, or kernels that wait
    until the fork server has loaded. That takes seconds.
    """
    if sys.platform == "linux":
        from coursetools.kernels.provisioner import end_fork_server

        end_fork_server()
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
