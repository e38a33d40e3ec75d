"""The one kernel that serves pages, and the one place that chooses how it is started."""

import sys
import tempfile
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager, NoSuchKernel

from coursetools.kernels.kernel import ENVIRONMENT

NAME = "python3"
LONGEST_PATH = 107
"""Characters of a socket's path, in Linux."""
KERNELS_SOCKET, FORK_SERVERS_SOCKET = 66, len("/pymp-12345678/listener-12345678")
"""Characters that such a path has after the folder for temporary files."""


def forked() -> bool:
    """Whether kernels are forked; elsewhere each is an ordinary process."""
    return _fits(FORK_SERVERS_SOCKET)


def transport() -> str:
    """How kernels are talked to: by sockets in a folder of ours ("ipc"), or by ports ("tcp")."""
    return "ipc" if _fits(KERNELS_SOCKET) else "tcp"


def _fits(socket: int) -> bool:
    return sys.platform == "linux" and len(tempfile.gettempdir()) + socket <= LONGEST_PATH


class CourseKernels(KernelSpecManager):
    """Knows only the Python kernel of this installation, whatever else the machine has."""

    def find_kernel_specs(self) -> dict[str, str]:
        """Name and resource folder (there is none) of the kernels."""
        return {NAME: ""}

    def get_all_specs(self) -> dict[str, Any]:
        """Name and description of the kernels, as jupyter_client asks for."""
        return {NAME: {"resource_dir": "", "spec": self.get_kernel_spec(NAME).to_dict()}}

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """The kernel `NAME`: forked where that works (Linux), an ordinary process elsewhere."""
        if kernel_name != NAME:
            raise NoSuchKernel(kernel_name)
        provisioner = "fairki-forked" if forked() else "local-provisioner"
        return KernelSpec(
            argv=[sys.executable, "-m", "coursetools.kernels.kernel", "{connection_file}"],
            display_name="Python 3 (FairKI)",
            language="python",
            env=dict(ENVIRONMENT),
            interrupt_mode="signal",
            metadata={"kernel_provisioner": {"provisioner_name": provisioner}},
        )
