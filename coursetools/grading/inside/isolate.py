"""Shutting one process in: namespaces, private folder, limits, no privileges, no dangerous system calls.

The outer walls (no network, read-only system, no home, no gradebook) are bubblewrap's or podman's; see ``sandbox``.
In there each hand-in gets walls of its own, so that it sees neither the process it was forked from nor other
hand-ins. Linux only.
"""

import ctypes
import os
import platform
import resource
import signal
import struct
from typing import Any

from coursetools.grading.inside import WORK

_libc = ctypes.CDLL(None, use_errno=True)
_libc_with_lock = ctypes.PyDLL(None, use_errno=True)  # keeps Python's lock, as a fork has to
_libc_with_lock.syscall.restype = ctypes.c_long
_libc_with_lock.syscall.argtypes = [ctypes.c_long] * 6
_python = ctypes.pythonapi

_NEW_USER, _NEW_PID, _NEW_MOUNTS = 0x10000000, 0x20000000, 0x00020000
_NEW_IPC, _NEW_UTS = 0x08000000, 0x04000000
_NOSUID, _NODEV, _NOEXEC, _READ_ONLY, _RECURSIVE, _PRIVATE = 2, 4, 8, 1, 0x4000, 0x40000
_SET_DUMPABLE, _SET_NO_NEW_PRIVS, _SET_SECCOMP, _CAPBSET_DROP, _FILTER = 4, 38, 22, 24, 2
_CAPABILITIES = 41

_HIDDEN = (b"/dev/mqueue", b"/dev/shm", b"/run", b"/sys")

# System calls that no exercise needs. First what would make processes or programs, then what talks to others,
# looks into others, mounts, or makes memory that the limit on address space does not count.
_DENIED = {
    "fork": (57, None),
    "vfork": (58, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    "socket": (41, 198),
    "connect": (42, 203),
    "accept": (43, 202),
    "accept4": (288, 242),
    "bind": (49, 200),
    "listen": (50, 201),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kcmp": (312, 272),
    "pidfd_getfd": (438, 438),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "unshare": (272, 97),
    "setns": (308, 268),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "personality": (135, 92),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
}
_MACHINES = {"x86_64": (0, 0xC000003E, 56), "aarch64": (1, 0xC00000B7, 220)}  # column, audit arch, clone
_CLONE3, _CLONE_THREAD = 435, 0x00010000


def own_proc() -> None:
    """Make a process that changed its user the owner of its files in ``/proc`` again."""
    _do(_libc.prctl, _SET_DUMPABLE, 1, 0, 0, 0)


def fork_apart() -> int:
    """Like ``os.fork``, but the child is the first process in namespaces of its own (user, mounts, processes, shared
    memory, host name) and has to call ``own_user``. Only for a process with a single thread.

    Done by one system call: ``os.unshare`` would need another fork in between, and a fork of all that is loaded costs
    as much as a hand-in's cells.

    Raises:
        OSError: the system does not allow it.
    """
    _python.PyOS_BeforeFork()
    flags = _NEW_USER | _NEW_PID | _NEW_MOUNTS | _NEW_IPC | _NEW_UTS | signal.SIGCHLD
    pid: int = _libc_with_lock.syscall(_MACHINES[platform.machine()][2], flags, 0, 0, 0, 0)
    number = ctypes.get_errno()
    if pid == 0:
        _python.PyOS_AfterFork_Child()
    else:
        _python.PyOS_AfterFork_Parent()
    if pid < 0:
        raise OSError(number, f"clone: {os.strerror(number)}")
    return pid


def own_user(uid: int, gid: int) -> None:
    """Be the user in one's own namespace that one was outside.

    Raises:
        OSError: the system does not allow it.
    """
    for name, text in (("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"), ("gid_map", f"{gid} {gid} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def private_folders(size: int) -> None:
    """An empty ``WORK`` of ``size`` bytes, and nothing to see in ``/proc`` and what else containers bring along."""
    _do(_libc.mount, b"none", b"/", None, _RECURSIVE | _PRIVATE, None)
    options = f"size={size},nr_inodes=2000,mode=700".encode()
    _do(_libc.mount, b"tmpfs", WORK.encode(), b"tmpfs", _NOSUID | _NODEV | _NOEXEC, options)
    for folder in (b"/proc", *(one for one in _HIDDEN if os.path.isdir(one))):
        _do(_libc.mount, b"tmpfs", folder, b"tmpfs", _NOSUID | _NODEV | _NOEXEC | _READ_ONLY, b"size=4k")


def limit(address_space: int, cpu_seconds: int, file_size: int, threads: int) -> None:
    """Set the limits of this process for good."""
    for kind, value in (
        (resource.RLIMIT_AS, address_space),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, file_size),
        (resource.RLIMIT_NPROC, threads),
        (resource.RLIMIT_NOFILE, 128),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
    ):
        resource.setrlimit(kind, (value, value))


def give_up_rights() -> None:
    """No capabilities, none to be had again, and the system calls in ``_DENIED`` answer „not permitted“."""
    for capability in range(_CAPABILITIES):
        _libc.prctl(_CAPBSET_DROP, capability, 0, 0, 0)
    header, none = struct.pack("=Ii", 0x20080522, 0), bytes(24)
    _do(_libc.capset, header, none)
    _do(_libc.prctl, _SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    program = _filter()
    code = ctypes.create_string_buffer(program, len(program))

    class Program(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ushort), ("code", ctypes.c_void_p)]

    given = Program(len(program) // 8, ctypes.addressof(code))
    _do(_libc.prctl, _SET_SECCOMP, _FILTER, ctypes.byref(given), 0, 0)


def _filter() -> bytes:
    """The rule as a program of the kernel's packet filter (see seccomp(2))."""
    column, arch, clone = _MACHINES[platform.machine()]
    numbers = sorted(number for row in _DENIED.values() if (number := row[column]) is not None)
    load, equal, at_least, any_bit, answer = 0x20, 0x15, 0x35, 0x45, 0x06
    kill, refuse, unknown, allow = 0x80000000, 0x00050001, 0x00050026, 0x7FFF0000
    rules = [
        (load, 0, 0, 4),
        (equal, 1, 0, arch),
        (answer, 0, 0, kill),
        (load, 0, 0, 0),
        (at_least, 0, 1, 0x40000000),  # the x32 table of calls, which would pass by our numbers
        (answer, 0, 0, kill),
        (equal, 0, 1, _CLONE3),  # its flags cannot be read here; the C library then falls back on clone
        (answer, 0, 0, unknown),
        (equal, 0, 4, clone),
        (load, 0, 0, 16),
        (any_bit, 1, 0, _CLONE_THREAD),
        (answer, 0, 0, refuse),
        (answer, 0, 0, allow),
    ]
    for number in numbers:
        rules += [(equal, 0, 1, number), (answer, 0, 0, refuse)]
    rules.append((answer, 0, 0, allow))
    return b"".join(struct.pack("=HBBI", *rule) for rule in rules)


def _do(call: Any, *arguments: object) -> None:
    if call(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{call.__name__}: {os.strerror(number)}")
