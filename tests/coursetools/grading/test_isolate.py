"""The inner walls in numbers: which system calls the filter lets through, and what the kernel calls its flags."""

import errno
import json
import re
import struct
from pathlib import Path

import pytest

from coursetools.grading.inside import isolate

LINUX = json.loads((Path(__file__).parents[2] / "cases" / "linux_numbers.json").read_text(encoding="utf-8"))
"""System calls of two machines and the flags in use, from the kernel's own headers."""
FLAGS = LINUX["flags"]
ALLOW, KILL = FLAGS["SECCOMP_RET_ALLOW"], FLAGS["SECCOMP_RET_KILL_PROCESS"]
REFUSE, UNKNOWN = FLAGS["SECCOMP_RET_ERRNO"] | errno.EPERM, FLAGS["SECCOMP_RET_ERRNO"] | errno.ENOSYS
ARCHITECTURES = {"x86_64": FLAGS["AUDIT_ARCH_X86_64"], "aarch64": FLAGS["AUDIT_ARCH_AARCH64"]}
FORBIDDEN = re.findall(
    r"\w+",
    """
    fork vfork execve execveat socket connect accept accept4 bind listen ptrace process_vm_readv process_vm_writev kcmp
    pidfd_getfd mount umount2 pivot_root chroot unshare setns open_tree move_mount fsopen fsconfig fsmount fspick
    mount_setattr add_key request_key keyctl bpf perf_event_open userfaultfd io_uring_setup io_uring_enter
    io_uring_register personality name_to_handle_at open_by_handle_at memfd_create memfd_secret shmget shmat msgget
    semget mq_open
    """,
)
"""New processes and programs, the network, others' memory, mounts, and memory that no limit counts."""


class Filter:
    """The kernel's packet filter (see bpf(4)), as far as the rule uses it."""

    def __init__(self, monkeypatch, machine: str):
        monkeypatch.setattr(isolate.platform, "machine", lambda: machine)
        self.rules = list(struct.iter_unpack("=HBBI", isolate._filter()))
        self.arch, self.numbers = ARCHITECTURES[machine], LINUX[machine]

    def verdict(self, number: int, flags: int = 0, arch: int | None = None) -> int:
        """What happens to a system call with this number and first argument."""
        data = struct.pack("=iIQQ", number, self.arch if arch is None else arch, 0, flags)
        loaded, at = 0, 0
        while True:
            code, yes, no, value = self.rules[at]
            if code == 0x20:
                (loaded,) = struct.unpack_from("=I", data, value)
                at += 1
            elif code == 0x06:
                return value
            else:
                holds = {0x15: loaded == value, 0x35: loaded >= value, 0x45: bool(loaded & value)}[code]
                at += 1 + (yes if holds else no)


@pytest.fixture(params=ARCHITECTURES)
def filtered(request, monkeypatch) -> Filter:
    return Filter(monkeypatch, request.param)


def test_exactly_the_dangerous_system_calls_are_refused(filtered):
    special = {"clone", "clone3"}
    refused = {name for name, number in filtered.numbers.items() if filtered.verdict(number) == REFUSE}
    assert refused - special == {name for name in FORBIDDEN if name in filtered.numbers}
    for name, number in filtered.numbers.items():
        if name not in refused | special:
            assert filtered.verdict(number) == ALLOW, name


def test_threads_may_be_started_and_processes_may_not(filtered):
    clone, thread = filtered.numbers["clone"], FLAGS["CLONE_THREAD"]
    assert filtered.verdict(clone, thread) == filtered.verdict(clone, thread | 17) == ALLOW
    for flags in (0, 17, thread >> 1, thread << 1, FLAGS["CLONE_NEWUSER"]):
        assert filtered.verdict(clone, flags) == REFUSE
    # its flags lie in memory: the C library is told that there is no such call, and takes clone
    assert filtered.verdict(filtered.numbers["clone3"], thread) == UNKNOWN


def test_calls_by_another_table_of_numbers_end_the_process(filtered):
    read, x32 = filtered.numbers["read"], 0x40000000
    assert filtered.verdict(read) == ALLOW
    for arch in (*ARCHITECTURES.values(), 0x40000003, 0x40000028):  # i386 and arm, too
        assert filtered.verdict(read, arch=arch) == (ALLOW if arch == filtered.arch else KILL)
    for number in (x32, x32 + read, x32 + 512, -1):
        assert filtered.verdict(number) == KILL
    assert filtered.verdict(x32 - 1) == ALLOW


def test_flags_are_those_of_the_kernel():
    for name, value in {
        "CLONE_NEWUSER": isolate._NEW_USER,
        "CLONE_NEWPID": isolate._NEW_PID,
        "CLONE_NEWNS": isolate._NEW_MOUNTS,
        "CLONE_NEWIPC": isolate._NEW_IPC,
        "CLONE_NEWUTS": isolate._NEW_UTS,
        "MS_NOSUID": isolate._NOSUID,
        "MS_NODEV": isolate._NODEV,
        "MS_NOEXEC": isolate._NOEXEC,
        "MS_RDONLY": isolate._READ_ONLY,
        "MS_REC": isolate._RECURSIVE,
        "MS_PRIVATE": isolate._PRIVATE,
        "PR_SET_DUMPABLE": isolate._SET_DUMPABLE,
        "PR_SET_NO_NEW_PRIVS": isolate._SET_NO_NEW_PRIVS,
        "PR_SET_SECCOMP": isolate._SET_SECCOMP,
        "PR_CAPBSET_DROP": isolate._CAPBSET_DROP,
        "SECCOMP_MODE_FILTER": isolate._FILTER,
    }.items():
        assert value == FLAGS[name], name
    for machine, (_, arch, clone) in isolate._MACHINES.items():
        assert (arch, clone) == (ARCHITECTURES[machine], LINUX[machine]["clone"])


def test_no_right_that_this_kernel_knows_is_left_out():
    assert int(Path("/proc/sys/kernel/cap_last_cap").read_text()) < isolate._CAPABILITIES
