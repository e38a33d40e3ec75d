"""The outer walls where bubblewrap is missing: one podman container made of this machine's own files.

No image is downloaded: the container's file system is a folder that is empty but for links, into which the system's
programs, Python, the libraries and our packages are mounted read-only, as ``sandbox`` does with bubblewrap. Podman
hands the grader's socket on to the process inside, which Docker's daemon cannot do.
"""

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path

from coursetools.grading.inside import WORK

SOCKET = 3
"""The number that the grader's socket has inside: podman hands on descriptors from 3 upwards."""
NOBODY = 65534
MOST_PROCESSES = 4096
MOST_FILES = 1024
MEMORY_SHARE = 0.75
"""Of this machine's memory, for all hand-ins that run side by side; each one has a limit of its own besides."""


class Container:
    """A container that does not run yet.

    Args:
        shown: files and folders that can be seen inside, at the same place, read-only.
        covered: folders in them that are empty inside.
        links: symbolic links inside: place → target.
        environment: all that the program's environment holds.
        host: the machine's name inside.
    """

    def __init__(
        self,
        shown: Iterable[Path],
        covered: Iterable[Path],
        links: Mapping[Path, str],
        environment: Mapping[str, str],
        host: str,
    ):
        self.name = f"fairki-{uuid.uuid4().hex}"
        self._shown, self._covered, self._environment = tuple(shown), tuple(covered), dict(environment)
        self._host = host
        self._root = tempfile.TemporaryDirectory(prefix="fairki-", ignore_cleanup_errors=True)
        os.chmod(self._root.name, 0o755)  # the user inside has to get in
        # Whatever podman makes in there itself belongs to a user whose files we may not be allowed to remove.
        work = WORK.removeprefix("/")
        for name in ("dev", "etc", "proc", "run", "sys", work):
            Path(self._root.name, name).mkdir()
        Path(self._root.name, work).chmod(0o1777)  # what is mounted there takes this over
        for path in self._shown:
            place = Path(self._root.name, path.relative_to("/"))
            place.parent.mkdir(parents=True, exist_ok=True)
            place.mkdir(exist_ok=True) if path.is_dir() else place.touch()
        for place, target in links.items():
            Path(self._root.name, place.relative_to("/")).symlink_to(target)

    def command(self, program: list[str]) -> list[str]:
        """The command line that runs ``program`` inside; started with the socket as its standard input."""
        rootless = os.geteuid() != 0
        memory = int(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") * MEMORY_SHARE)
        options = [
            *["--rm", "--name", self.name, "--pull", "never", "--log-driver", "none"],
            *["--network", "none", "--no-hosts", "--ipc", "none", "--hostname", self._host],
            *["--cap-drop", "all", "--security-opt", "no-new-privileges"],
            # Each hand-in makes namespaces of its own in here, which the usual profiles forbid; after that it gets
            # a stricter filter of system calls (see ``inside.isolate``).
            *["--security-opt", "seccomp=unconfined", "--security-opt", "apparmor=unconfined"],
            *[
                "--security-opt",
                "label=disable",
            ],  # read-only folders of the trainer keep their SELinux labels
            *["--user", f"{NOBODY}:{NOBODY}"],
            *(["--userns", f"keep-id:uid={NOBODY},gid={NOBODY}"] if rootless else []),
            *["--pids-limit", str(MOST_PROCESSES), "--memory", str(memory)],
            *["--ulimit", f"nproc={MOST_PROCESSES}"],
            *["--ulimit", f"nofile={MOST_FILES}"],  # by itself podman asks for more than some users may have
            *["--read-only", "--read-only-tmpfs=false", "--passwd=false"],
            *["--tmpfs", f"{WORK}:rw,size=16m,mode=1777,nosuid,nodev,noexec", "--workdir", WORK],
            # Not recursive: what is mounted further down would not be read-only.
            *(part for path in self._shown for part in ("--volume", f"{path}:{path}:ro,bind")),
            *(
                part
                for path in self._covered
                for part in ("--tmpfs", f"{path}:ro,size=4k,nosuid,nodev,noexec,notmpcopyup")
            ),
            *["--unsetenv-all", "--http-proxy=false"],
            *(part for pair in self._environment.items() for part in ("--env", "=".join(pair))),
            "--preserve-fds=1",
        ]
        podman = [shutil.which("podman") or "podman", "run", *options, "--rootfs", self._root.name, *program]
        return ["/bin/sh", "-c", f'exec "$@" {SOCKET}<&0 0</dev/null', "sh", *podman]

    def remove(self) -> None:
        """End it, and all that runs in it, at once; nothing of it stays behind."""
        subprocess.run(
            ["podman", "rm", "--force", "--ignore", "--time", "0", self.name],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,  # what is gone already is as good
        )
        self._root.cleanup()
