#!/usr/bin/env python3
# The one door to the course. Standard library only: it runs before anything is installed.
# Kept readable for old Pythons, too (no newer syntax at the top level), so that they get a clear message.
"""FairKI: der Kurs „Fairer und kluger KI-Einsatz“

Aufruf:  python3 build_course.py [BEFEHL]

  (ohne)    alles bauen, was veraltet ist
  serve     den Kurs starten und im Browser öffnen
  workshop  einen Workshop leiten: Abstimmen auf dem Handy
  betrieb   den Kurs an den eigenen Betrieb anpassen
  uebung    eine eigene Übung anlegen
  check     Notebooks, Texte und abgeleitete Dateien prüfen
  clean     Notebooks in Form bringen, Gebautes entfernen
  release   Übungen für die Ausgabe bauen
  data      Datentabellen und Datenblätter bauen
  grade     Abgaben bewerten
  test      alle Tests ausführen (richtet auch den Test-Browser ein)

Beim ersten Aufruf wird alles Nötige in den Ordner .venv installiert.
Dafür brauchen Sie einmal Internet und etwa 2 GB Platz.
Mehr zu einem Befehl:  python3 build_course.py BEFEHL --help
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
STAMP = os.path.join(VENV, "fairki-einrichtung.txt")
SCRIPTS = os.path.join(VENV, "Scripts" if os.name == "nt" else "bin")
PYTHON = os.path.join(SCRIPTS, "python.exe" if os.name == "nt" else "python")
UV = os.path.join(SCRIPTS, "uv.exe" if os.name == "nt" else "uv")
OLDEST, NEWEST = (3, 11), (3, 14)
NEEDED_GB = 2.0
# What is installed besides the course: nothing, what `publish` needs (not for paper), or what `test` needs as well.
TOOLS = ["kurs", "publish", "test"]
EXTRAS = {"kurs": [], "publish": ["--extra", "publish"], "test": ["--extra", "publish", "--group", "test"]}


def main(arguments):
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        stop(
            "Diese Python-Version passt nicht: %d.%d." % sys.version_info[:2],
            "Der Kurs braucht Python 3.11, 3.12, 3.13 oder 3.14. Sie finden es auf python.org oder in der"
            " Paketverwaltung Ihres Systems. Starten Sie dann zum Beispiel: python3.13 build_course.py serve",
        )
    more = arguments[:1] == ["test"] or (arguments[:1] == ["publish"] and "--druck" not in arguments)
    tools = max(arguments[0] if more else "kurs", tools_before(), key=TOOLS.index)
    if not is_set_up(tools):
        if arguments[:1] in (["--help"], ["-h"]):
            print(__doc__)
            return 0
        set_up(tools)
    command = [PYTHON, "-m", "coursetools"] + arguments
    os.environ["FAIRKI_ROOT"] = ROOT
    if os.name == "nt":  # there is no real exec on Windows: the shell would not wait
        return subprocess.call(command)
    os.execv(PYTHON, command)


def is_set_up(tools):
    """True if .venv was made by this lock file, with at least these of TOOLS."""
    try:
        with open(STAMP, encoding="utf-8") as file:
            lock, there = file.read().split("\n")[:2]
    except (OSError, ValueError):
        return False
    return lock == fingerprint() and there in TOOLS[TOOLS.index(tools) :]


def tools_before():
    """Which of TOOLS were set up here before, also for an older lock file: nobody wants to set them up twice."""
    try:
        with open(STAMP, encoding="utf-8") as file:
            there = file.read().split("\n")[1]
    except (OSError, IndexError):
        return TOOLS[0]
    return there if there in TOOLS else TOOLS[0]


def fingerprint():
    digest = hashlib.sha256(sys.version.split()[0].encode())
    for name in ("uv.lock", "pyproject.toml"):
        with open(os.path.join(ROOT, name), "rb") as file:
            digest.update(file.read())
    digest.update(ROOT.encode())  # an environment that was moved does not work any more
    return digest.hexdigest()


def set_up(tools):
    say("Der Kurs wird eingerichtet. Das geschieht nur einmal und dauert etwa eine Minute.")
    try:
        if shutil.disk_usage(ROOT).free < NEEDED_GB * 1e9 and not os.path.exists(PYTHON):
            stop_disk_full()
        if os.path.exists(STAMP):
            os.unlink(STAMP)
        if not works([PYTHON, "-c", "pass"]):
            say("1/3  Python-Umgebung anlegen …")
            shutil.rmtree(VENV, ignore_errors=True)
            make_environment()
        if not works([UV, "--version"]):
            say("2/3  Installationsprogramm uv holen …")
            get_uv()
        say("3/3  Bibliotheken installieren …")
        environment = dict(os.environ, UV_PROJECT_ENVIRONMENT=VENV)
        environment.pop("VIRTUAL_ENV", None)
        # Compiling now saves half of the time of every later start, also where PYTHONDONTWRITEBYTECODE is set.
        command = [UV, "sync", "--frozen", "--compile-bytecode", "--python", PYTHON, "--project", ROOT]
        command += ["--extra", "trainer"] + EXTRAS[tools]
        run(command, environment, installed_share)
        with open(STAMP + ".neu", "w", encoding="utf-8") as file:
            file.write(fingerprint() + "\n" + tools + "\n")
        os.replace(STAMP + ".neu", STAMP)
    except OSError as error:
        if error.errno == 28 or getattr(error, "winerror", None) == 112:
            stop_disk_full()
        stop(
            "Die Einrichtung ist gescheitert: %s." % error,
            "Prüfen Sie, ob Sie in den Ordner %s schreiben dürfen, und starten Sie noch einmal." % ROOT,
        )
    say("Fertig eingerichtet.\n")


def make_environment():
    """An environment with pip where the system has what that takes, otherwise a bare one."""
    if works([sys.executable, "-c", "import ensurepip"]):
        run([sys.executable, "-m", "venv", VENV], os.environ)
    else:  # Debian and Ubuntu leave ensurepip out of their Python
        run([sys.executable, "-m", "venv", "--without-pip", VENV], os.environ)


def get_uv():
    lock = read_lock()
    uv = [package for package in lock["package"] if package["name"] == "uv"][0]
    if works([PYTHON, "-m", "pip", "--version"]):  # pip knows the company's proxy and mirror
        run([PYTHON, "-m", "pip", "install", "--quiet", "uv==" + uv["version"]], os.environ)
    else:
        download_uv(uv)


def download_uv(uv):
    """uv straight from its wheel, with the checksum that the lock file demands."""
    import io
    import platform
    import sysconfig
    import urllib.request
    import zipfile

    musl = "musl" in (sysconfig.get_config_var("HOST_GNU_TYPE") or "")
    tags = ("musllinux" if musl else "manylinux", platform.machine().lower())
    fitting = [w for w in uv["wheels"] if all(tag in w["url"].rsplit("/", 1)[-1] for tag in tags)]
    if not fitting:
        stop(
            "Für diesen Rechner gibt es kein fertiges Installationsprogramm.",
            "Installieren Sie pip und venv (unter Debian und Ubuntu: apt install python3-venv). Starten Sie dann noch einmal.",
        )
    try:
        with urllib.request.urlopen(fitting[0]["url"], timeout=120) as answer:
            wheel = answer.read()
    except OSError as error:
        stop_no_network(str(error))
    if "sha256:" + hashlib.sha256(wheel).hexdigest() != fitting[0]["hash"]:
        stop("Die Datei mit dem Installationsprogramm ist beschädigt.", "Bitte starten Sie noch einmal.")
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        member = [name for name in archive.namelist() if name.endswith("/scripts/uv")][0]
        with open(UV, "wb") as file:
            file.write(archive.read(member))
    os.chmod(UV, 0o755)


def read_lock():
    import tomllib

    with open(os.path.join(ROOT, "uv.lock"), "rb") as file:
        return tomllib.load(file)


def works(command):
    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def run(command, environment, progress=None):
    """Run a step of the set-up; keep its words for the error message, show them only then.

    ``progress`` is a function that says how far the step is (0 to 1); people at a screen see it as a bar.
    """
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            while process.poll() is None:
                time.sleep(0.1)
                if progress and sys.stdout.isatty():
                    share = min(progress(), 1)
                    print(
                        "\r     %s%s %3d %%"
                        % ("█" * int(30 * share), "░" * (30 - int(30 * share)), 100 * share),
                        end="",
                    )
        except KeyboardInterrupt:
            process.terminate()
            process.wait()
            raise
        if progress and sys.stdout.isatty():
            print("\r" + " " * 45, end="\r", flush=True)
        output.seek(0)
        words = output.read().decode("utf-8", "replace")
    if process.returncode == 0:
        return
    if "No space left" in words or "os error 28" in words or "os error 112" in words:
        stop_disk_full()
    network = (
        "dns error",
        "Failed to fetch",
        "error sending request",
        "ConnectionError",
        "ProxyError",
        "name resolution",
    )
    if any(sign in words for sign in network):
        stop_no_network(words)
    stop(
        "Die Einrichtung ist gescheitert bei: %s." % " ".join(command[:3]),
        "Bitte starten Sie noch einmal. Bleibt der Fehler, zeigen Sie diese Meldung Ihrer IT:\n"
        + tail(words),
    )


def installed_share():
    """How many of the libraries in the lock file are there already, between 0 and 1."""
    folder = os.path.join(VENV, "Lib" if os.name == "nt" else "lib")
    there = sum(name.endswith(".dist-info") for _, names, _ in os.walk(folder) for name in names)
    return there / max(len(read_lock()["package"]), 1)


def stop_disk_full():
    stop(
        "Auf dem Datenträger ist zu wenig Platz.",
        "Der Kurs braucht etwa %s GB in %s. Schaffen Sie Platz und starten Sie noch einmal;"
        " was schon da ist, wird weiter benutzt." % (str(NEEDED_GB).replace(".", ","), ROOT),
    )


def stop_no_network(words):
    stop(
        "Es gibt keine Verbindung zum Internet (oder zum Paketverzeichnis).",
        "Nur die erste Einrichtung braucht das Netz. Prüfen Sie die Verbindung. In einem Firmennetz hilft oft die"
        " Umgebungsvariable HTTPS_PROXY; fragen Sie Ihre IT. Starten Sie dann noch einmal.\n" + tail(words),
    )


def tail(words):
    return "\n".join("    " + line for line in words.strip().split("\n")[-6:])


def say(text):
    print(text, flush=True)


def stop(happened, remedy):
    sys.stderr.write("\nFehler: %s\n%s\n" % (happened, remedy))
    sys.exit(1)


if __name__ == "__main__":
    if sys.version_info < (3, 7):
        sys.stderr.write("Fehler: Diese Python-Version ist zu alt. Der Kurs braucht Python 3.11 bis 3.14.\n")
        sys.exit(1)
    if hasattr(sys.stdout, "reconfigure"):  # Windows consoles are not always UTF-8
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        sys.stderr.reconfigure(encoding="utf-8", errors="replace")
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.stderr.write("\nAbgebrochen. Ein neuer Start macht dort weiter, wo Sie aufgehört haben.\n")
        sys.exit(130)
