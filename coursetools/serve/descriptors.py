"""How many files and connections this process may hold open at once."""

from contextlib import suppress

try:
    import resource
except ModuleNotFoundError:  # Windows, see SELECTED
    resource = None  # type: ignore[assignment]  # it is asked for before each use

ENOUGH = 1 << 16
"""More than this is of no use to a course; it also stands for “no limit”."""

SELECTED = 512
"""Windows limits neither files nor connections, but its ``select``, which waits for all of them, takes no more."""


def raise_limit() -> int:
    """Raise what this process may hold open to what the machine allows it, and return that number.

    The usual limit (256 on macOS, 1024 on Linux) is only where a process begins; it may go up to the hard limit.
    """
    if resource is None:
        return SELECTED
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = ENOUGH if hard == resource.RLIM_INFINITY else min(hard, ENOUGH)
    for wanted in (most, 10_240):  # macOS says “no limit” and allows 10,240
        if soft != resource.RLIM_INFINITY and soft < wanted:
            with suppress(ValueError, OSError):
                resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return ENOUGH if soft == resource.RLIM_INFINITY else min(soft, ENOUGH)
