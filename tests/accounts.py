"""Real accounts of this machine, made for a test and removed afterwards; only root can do that."""

import os
import secrets
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from banks import ROOT


@dataclass(frozen=True)
class Account:
    """An account of this machine."""

    name: str
    password: str = field(default_factory=lambda: secrets.token_hex(12))

    @property
    def home(self) -> Path:
        return Path("/home") / self.name

    def run(self, *command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess:
        """Run a command as this account."""
        who = ("setpriv", "--reuid", self.name, "--regid", self.name, "--init-groups")
        known = {"PATH": os.environ["PATH"], "HOME": str(self.home), "LANG": "C.UTF-8", "COLUMNS": "200"}
        return subprocess.run(
            [*as_seen_by_all(), *who, *command],
            cwd=cwd,
            env=known | environment,
            capture_output=True,
            text=True,
            timeout=120,
        )


@contextmanager
def made(in_group: int, others: int) -> Iterator[tuple[str, list[Account]]]:
    """A new group, and accounts: first those that belong to it, then the others."""
    group = f"fk-{secrets.token_hex(4)}"
    accounts = [Account(f"fk-{secrets.token_hex(4)}") for _ in range(in_group + others)]
    subprocess.run(["groupadd", group], check=True)
    try:
        for number, one in enumerate(accounts):
            belongs = ["--groups", group] if number < in_group else []
            subprocess.run(["useradd", "--create-home", "--user-group", *belongs, one.name], check=True)
            one.home.chmod(0o755)  # the weakest that machines have
        lines = "".join(f"{one.name}:{one.password}\n" for one in accounts)
        subprocess.run(["chpasswd"], input=lines, text=True, check=True)
        yield group, accounts
    finally:
        for one in accounts:
            subprocess.run(["userdel", "--force", one.name], capture_output=True)
            shutil.rmtree(one.home, ignore_errors=True)
        subprocess.run(["groupdel", group], capture_output=True)


def as_seen_by_all() -> list[str]:
    """What stands before a command so that every account reaches this Python and this course; mostly nothing.

    Where they lie in a folder that is its owner's alone, such as ``/root``, the command gets a view of the files of its
    own, in which that folder holds nothing else and may be entered.
    """
    needed = {Path(sys.executable).parent.resolve(), Path(sys.prefix), Path(sys.base_prefix).resolve(), ROOT}
    shut = {folder for path in needed for folder in path.parents if not folder.stat().st_mode & 0o001}
    outermost = {folder for folder in shut if not shut & set(folder.parents)}
    if not outermost:
        return []
    lines = ["set -e", "aside=$(mktemp -d)"]
    for place, folder in enumerate(sorted(outermost)):
        inside = sorted(path for path in needed if folder in path.parents)
        tops = [path for path in inside if not set(path.parents) & set(inside)]
        quoted = [(shlex.quote(str(path)), f"$aside/{place}-{number}") for number, path in enumerate(tops)]
        lines += [f"mkdir {kept}; mount --bind {path} {kept}" for path, kept in quoted]
        lines.append(f"mount -t tmpfs -o mode=755 tmpfs {shlex.quote(str(folder))}")
        lines += [
            f"mkdir -p {path}; mount --bind {kept} {path}; umount {kept}; rmdir {kept}"
            for path, kept in quoted
        ]
    lines += ["rmdir $aside", 'exec "$@"']
    return ["unshare", "--mount", "sh", "-c", "; ".join(lines), "sh"]
