"""nginx as ``deploy/`` sets it up: the very files, with other ports, folders and a certificate made on the spot."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from serving import listens, wait_for

DEPLOY = Path(__file__).parents[1] / "deploy"
NAME = "kurs.firma.example"
WHOLE = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  include {folder}/conf.d/*.conf;
}}
"""


def configure(
    folder: Path,
    https: int,
    http: int,
    course: Sequence[int],
    room: Sequence[int],
    targets: str = "nginx-ziele",
) -> Path:
    """Write the files of ``deploy/`` into `folder`; returns the file for ``nginx -c``.

    `https`, `http`: where nginx listens on this machine. `course`, `room`: ports of the processes behind it.
    """
    folder.chmod(0o755)
    (folder / "conf.d").mkdir()
    site = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    site = re.sub(r"(?m)^ *listen \[::\].*\n", "", site)
    site = site.replace("listen 443 ", f"listen 127.0.0.1:{https} ").replace(
        "listen 80;", f"listen 127.0.0.1:{http};"
    )
    site = (
        site.replace("/etc/nginx/tls", str(folder))
        .replace("/var/log/nginx", str(folder))
        .replace(NAME, "localhost")
    )
    (folder / "conf.d" / "fairki.conf").write_text(site, encoding="utf-8")
    upstreams = (DEPLOY / f"{targets}.conf").read_text(encoding="utf-8")
    for name, ports in (("fairki_kurs", course), ("fairki_workshop", room)):
        upstreams = _listed(upstreams, name, ports)
    (folder / "conf.d" / "fairki-ziele.conf").write_text(upstreams, encoding="utf-8")
    certify(folder / "kurs.key", folder / "kurs.pem")
    (folder / "nginx.conf").write_text(WHOLE.format(folder=folder), encoding="utf-8")
    return folder / "nginx.conf"


def certify(key: Path, certificate: Path) -> None:
    """Make a certificate for ``localhost``, with its key."""
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    made += ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run(made, check=True, capture_output=True)


def _listed(upstreams: str, name: str, ports: Sequence[int]) -> str:
    """The first server of an upstream, once for each port and with its settings; the others are gone."""
    block = re.search(rf"(?ms)^upstream {name} \{{.*?^\}}", upstreams)
    assert block
    lines = block[0].splitlines()
    servers = [line for line in lines if line.startswith("  server ")]
    kept = [re.sub(r"server \S+?(;| )", rf"server 127.0.0.1:{port}\1", servers[0]) for port in ports]
    rest = [line for line in lines if "server " not in line]
    return upstreams.replace(block[0], "\n".join([rest[0], rest[1], *kept, *rest[2:]]))


@contextmanager
def running(conf: Path, port: int) -> Iterator[None]:
    """nginx, until it is no longer needed; `port` is one of those where it listens."""
    command = ["nginx", "-c", str(conf), "-p", str(conf.parent)]
    with (conf.parent / "said").open("w") as said:
        process = subprocess.Popen(command, stderr=said)
    try:
        wait_for(lambda: listens(port), 20, "nginx listens")
        yield
    finally:
        process.terminate()
        process.wait(20)
