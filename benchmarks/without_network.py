"""Does the archive of ``build_course.py paket`` install and serve where there is no network? Standard library only.

    python3 build_course.py paket fairki.zip
    unshare --net python3 benchmarks/without_network.py fairki.zip

Best on a machine that has nothing but Debian and Python, as root. Unpacks the archive into a new folder, installs and
serves from there, asks for pages and says how long all of it took. Ends with an error if anything fails, or if there
is a network after all.
"""

import os
import re
import resource
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

PATIENCE = 600
PORT = 8899


def main(archive: Path) -> None:
    """Unpack, install, serve, ask."""
    wake_loopback()
    assert routes() == [], f"there is a network: {routes()}"
    folder = Path(tempfile.mkdtemp(prefix="ohne-netz-"))
    try:
        print(f"archive: {archive.stat().st_size / 1e6:.0f} MB")
        began = time.perf_counter()
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)
        (course,) = folder.iterdir()
        print(f"unpacked: {time.perf_counter() - began:.1f} s, {size(course) / 1e6:.0f} MB")
        environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}
        began = time.perf_counter()
        door = [sys.executable, "build_course.py"]
        done = subprocess.run([*door, "version"], cwd=course, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        spent = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(
            f"installed: {time.perf_counter() - began:.1f} s ({spent.ru_utime + spent.ru_stime:.1f} s of processors),"
            f" {size(course / '.venv') / 1e6:.0f} MB"
        )
        began = time.perf_counter()
        command = [*door, "serve", "--no-browser", "--port", str(PORT)]
        server = subprocess.Popen(command, cwd=course, env=environment, stdout=subprocess.DEVNULL)
        try:
            wait_until_ready(server)
            print(f"ready: {time.perf_counter() - began:.1f} s after serve")
            look(course)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(60)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def wake_loopback() -> None:
    """A new network namespace has only a loopback that is down; a bare Debian has no ``ip``."""
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        up_and_running = struct.pack("16sh", b"lo", 0x41)
        fcntl.ioctl(probe, 0x8914, up_and_running)


def routes() -> list[str]:
    """The ways out of this machine."""
    lines = Path("/proc/net/route").read_text(encoding="ascii").splitlines()[1:]
    return [line for line in lines if not line.startswith("lo")]


def wait_until_ready(server: "subprocess.Popen[bytes]") -> None:
    """Until the course says that pages and places are ready."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert server.poll() is None, "the server has ended"
        try:
            get("/gesund/bereit")
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise AssertionError("never ready")


def look(course: Path) -> None:
    """Every page, and every file that it names."""
    home = get("/")
    pages = sorted(set(re.findall(r'href="((?:/|\./)?modul/[\w-]+)', home)))
    assert len(pages) >= len(list((course / "modules").glob("0*.ipynb"))), pages
    files = set()
    for page in pages:
        files |= set(re.findall(r'(?:src|href)="([^"#?]*static/[^"#?]+)', get("/" + page.lstrip("./"))))
    for file in files:
        get("/" + re.sub(r"^(\.\./|\./|/)+", "", file))
    print(f"asked for {len(pages)} pages of modules and {len(files)} files: all are there")


def get(path: str) -> str:
    """What the course answers."""
    with urllib.request.urlopen(f"http://127.0.0.1:{PORT}{path}", timeout=60) as answer:
        content: bytes = answer.read()
    return content.decode("utf-8", "replace")


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
