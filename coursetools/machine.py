"""What the course and its tests need of a machine besides Python: one list, how each part is seen and installed."""

import ctypes
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from fairki.errors import SetupError

HEADLESS = "chromium-headless-shell"  # Chromium without windows: the same pages in a third of the time
BROWSERS = (HEADLESS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FIREFOXES = ("firefox-esr", "firefox")
INSTALLERS = ("apt install", "dnf install", "zypper install", "pacman -S", "apk add")
NO_LIMIT = 1 << 60  # bytes; the older kind of groups writes such a number where there is no limit
OWN_GROUPS, GROUPS = Path("/proc/self/cgroup"), Path("/sys/fs/cgroup")
FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


@dataclass(frozen=True)
class Part:
    """One thing that a machine has or has not.

    Attributes:
        name: what it is called in German sentences.
        packages: of Debian and Ubuntu; empty where nothing can be installed.
        needed_by: who needs it, in German, so that it fits after „für“.
        there: whether this machine has it.
        refuses: what this machine says when it is tried, in German; "" if it works.
        instead: whether this machine has something else that does the same, only slower.
    """

    name: str
    packages: tuple[str, ...]
    needed_by: str
    there: Callable[[], bool]
    refuses: Callable[[], str] = lambda: ""
    instead: Callable[[], bool] = lambda: False


def find_browser() -> str | None:
    """Path of a Chromium or Chrome on this machine, or None. FAIRKI_CHROMIUM names another one."""
    named = os.environ.get("FAIRKI_CHROMIUM")
    return named or _first_of(BROWSERS)


def find_firefox() -> str | None:
    """Path of a Firefox on this machine, or None."""
    return _first_of(FIREFOXES)


def find_minibrowser() -> str | None:
    """Path of the small browser that comes with WebKitGTK, or None; Debian keeps it off the PATH."""
    return _newest("/usr/lib", "*/webkit2gtk-4.*/MiniBrowser")


def find_deno() -> str | None:
    """Path of the Deno that came as a locked package, or None: a newer one could leave other doors open."""
    try:
        from deno import find_deno_bin

        return str(find_deno_bin())
    except (ImportError, FileNotFoundError):
        return None


def postgresql(program: str) -> str | None:
    """Path of one of PostgreSQL's programs, or None; Debian keeps them off the PATH."""
    return _newest("/usr/lib/postgresql", f"*/bin/{program}")


def _first_of(names: Iterable[str]) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


def _newest(folder: str, pattern: str) -> str | None:
    found = sorted(Path(folder).glob(pattern))
    return str(found[-1]) if found else shutil.which(Path(pattern).name)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_fonts() -> bool:
    there = {file.name for folder in FONTS for file in Path(folder).expanduser().rglob("*.ttf")}
    return there.issuperset(("LiberationSans-Regular.ttf", "DejaVuSans.ttf"))


def _podman_refuses() -> str:
    from coursetools.grading import sandbox  # late: most calls do not need it
    from coursetools.grading.wall import SandboxMissingError

    try:
        box = sandbox.Sandbox(kind=sandbox.PODMAN)
        box.ready()
        box.close()
    except SandboxMissingError as error:
        return f"kann auf diesem Rechner nicht laufen. {error.happened}"
    return ""


def _in_network() -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing; only asks which way it would go
        except OSError:
            return False
        return not probe.getsockname()[0].startswith("127.")


def _networks_refuse() -> str:
    try_it = "ip link add raum type veth peer name handy"
    done = subprocess.run(
        ["unshare", "--user", "--map-root-user", "--net", "bash", "-c", try_it],
        capture_output=True,
        text=True,
    )
    return "" if done.returncode == 0 else "lässt sich auf diesem Rechner nicht anlegen."


def _accounts_refuse() -> str:
    done = subprocess.run(["unshare", "--mount", "true"], capture_output=True)
    return "" if done.returncode == 0 else "lassen sich auf diesem Rechner nicht abschirmen."


LINUX = Part("Linux", (), "Kerne, die abgespalten werden", lambda: sys.platform == "linux")
POSIX = Part("Linux oder macOS", (), "Rechte und Signale", lambda: os.name == "posix")
NETWORK = Part("ein Netz", (), "die Probe der eigenen Adresse", _in_network)
NETWORKS = Part(
    "ein zweites Netz",
    ("iproute2", "util-linux"),
    "die Probe mit einem Handy in einem anderen Netz",
    lambda: all(map(shutil.which, ("ip", "unshare", "nsenter"))),
    _networks_refuse,
)
CHROMIUM = Part(
    "Chromium",
    (HEADLESS,),
    "die Tests der Seiten",
    lambda: bool(os.environ.get("FAIRKI_CHROMIUM") or shutil.which(HEADLESS)),
    instead=lambda: find_browser() is not None,
)
FIREFOX = Part(
    "Firefox", ("firefox-esr",), "die Tests in mehr als einem Browser", lambda: find_firefox() is not None
)
WEBKIT = Part(
    "WebKitGTK",
    ("webkit2gtk-driver", "xvfb"),
    "die Tests mit dem Kern von Safari",
    lambda: all(map(shutil.which, ("WebKitWebDriver", "Xvfb"))) and find_minibrowser() is not None,
)
NODE = Part(
    "libatomic",
    ("libatomic1",),
    "Playwright, das den Browser steuert",
    lambda: sys.platform != "linux" or _loads("libatomic.so.1"),
)
TYPEFACES = Part(
    "Schriften",
    ("fonts-liberation", "fonts-dejavu-core"),  # a narrow one and a wide one: pages have to fit with both
    "die Tests der Seiten",
    lambda: sys.platform != "linux" or _has_fonts(),
)
BUBBLEWRAP = Part(
    "bubblewrap", ("bubblewrap",), "die Bewertung von Abgaben", lambda: shutil.which("bwrap") is not None
)
PODMAN = Part(
    "podman",
    ("podman", "runc", "uidmap"),
    "die Tests der Bewertung ohne bubblewrap",
    lambda: shutil.which("podman") is not None,
    _podman_refuses,
)
DENO = Part("Deno", (), "die Bewertung von Abgaben ohne Linux", lambda: find_deno() is not None)
POSTGRESQL = Part(
    "PostgreSQL",
    ("postgresql",),
    "die Tests der Datenbanken",
    lambda: postgresql("initdb") is not None,
)
NGINX = Part(
    "nginx",
    ("nginx-light", "openssl"),
    "die Tests hinter einem Proxy",
    lambda: all(map(shutil.which, ("nginx", "openssl"))),
)
SYSTEMD = Part(
    "systemd",
    ("systemd",),
    "die Prüfung der Dienste",
    lambda: shutil.which("systemd-analyze") is not None,
)

ACCOUNTS = Part(
    "Konten, die nur root anlegen kann",
    (),
    "die Probe des JupyterHub",
    lambda: (
        sys.platform == "linux"
        and os.geteuid() == 0
        and all(map(shutil.which, ("useradd", "chpasswd", "setpriv", "unshare")))
    ),
    _accounts_refuse,
)

PARTS = (
    ACCOUNTS,
    LINUX,
    POSIX,
    NETWORK,
    NETWORKS,
    CHROMIUM,
    FIREFOX,
    WEBKIT,
    NODE,
    TYPEFACES,
    BUBBLEWRAP,
    PODMAN,
    DENO,
    POSTGRESQL,
    NGINX,
    SYSTEMD,
)


def missing() -> list[Part]:
    """The parts that could be installed and are not there."""
    return [part for part in PARTS if part.packages and not part.there()]


def as_root() -> bool:
    """Whether this process has the rights of root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def can_install() -> bool:
    """Whether packages of Debian or Ubuntu can be installed from here without a password."""
    return has_apt() and as_root()


def has_apt() -> bool:
    return shutil.which("apt-get") is not None


def command(parts: Iterable[Part]) -> str:
    """The one command that installs ``parts`` on this machine, as somebody types it; the packages are Debian's."""
    packages = " ".join(package for part in parts for package in part.packages)
    installer = next((words for words in INSTALLERS if shutil.which(words.split()[0])), INSTALLERS[0])
    sudo = "" if as_root() else "sudo "
    return f"{sudo}{installer} {packages}"


def install(parts: Iterable[Part], say: Callable[[str], None]) -> None:
    """Install ``parts`` from Debian's or Ubuntu's packages, one line each; ``can_install`` has to be true.

    Raises:
        SetupError: that failed, and there is nothing else that does the same; says what was heard last.
    """
    apt(["update", "-q"])  # a mirror that does not answer need not matter: the next step will say so
    for part in parts:
        say(f"Wird installiert: {part.name} ({', '.join(part.packages)}), für {part.needed_by} …")
        done = apt(["install", "-y", "-q", "--no-install-recommends", *part.packages])
        if done.returncode == 0 and part.there():
            continue
        if not part.instead():
            raise SetupError(
                f"{part.name} ließ sich nicht installieren.",
                f"Bitte installieren Sie es von Hand: {command([part])}. Letzte Meldung: {done.stderr.strip()[-300:]}",
            )
        say("Das ging nicht. Es geht auch mit dem, was da ist, nur langsamer.")


def apt(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    """Run apt-get; it asks nothing."""
    return subprocess.run(
        ["apt-get", *arguments],
        env=dict(os.environ, DEBIAN_FRONTEND="noninteractive"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


def free_memory() -> int | None:
    """Bytes that programs can still get; None where the system does not say it in this way."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) << 10 for line in lines if line.startswith("MemAvailable:")), None)


def memory() -> int | None:
    """Bytes that this process may use: of the machine, or of its container; None where the system does not say it."""
    if not hasattr(os, "sysconf"):  # Windows
        return int(psutil.virtual_memory().total)
    whole = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return min(whole, memory_limit() or whole)


def memory_limit() -> int | None:
    """Bytes that a container or a service of systemd grants this process; None where there is no such limit.

    The limit of each group above the own one holds, too. A container sees its own group as the topmost one.
    """
    try:
        lines = OWN_GROUPS.read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    found = []
    for line in lines:
        _, kinds, own = line.split(":", 2)
        if kinds not in ("", "memory"):
            continue
        top, name = (GROUPS, "memory.max") if kinds == "" else (GROUPS / "memory", "memory.limit_in_bytes")
        place = top / own.strip("/")
        for group in (place, *place.parents):
            if not group.is_relative_to(top):
                break
            with suppress(OSError):
                found.append((group / name).read_text(encoding="ascii").strip())
    limits = [int(one) for one in found if one.isdigit()]
    return min((one for one in limits if one < NO_LIMIT), default=None)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
