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
  publish   den Kurs als Dateien ausgeben: für Webserver, LMS und Papier
  paket     ein Archiv für einen Rechner ohne Internet machen
  check     Notebooks, Texte und abgeleitete Dateien prüfen
  clean     Notebooks in Form bringen, Gebautes entfernen
  release   Übungen für die Ausgabe bauen
  data      Datentabellen und Datenblätter bauen
  cast      die gezeichneten Menschen neu zeichnen
  grade     Abgaben bewerten
  sicherung         Räume, Noten und den Ordner des Betriebs sichern
  wiederherstellen  eine Sicherung zurückholen
  test      alle Tests ausführen (richtet auch den Test-Browser ein)
  version   die Fassung des Kurses nennen

Beim ersten Aufruf wird alles Nötige in den Ordner .venv installiert.
Dafür brauchen Sie einmal Internet und etwa 1 GB Platz, für test etwa 2 GB.
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
    tools = max(wanted_tools(arguments), tools_before(), key=TOOLS.index)
    if not is_set_up(tools):
        if arguments[:1] in (["--help"], ["-h"]):
            print(__doc__)
            return 0
        set_up(tools)
    command = [PYTHON, "-m", "coursetools"] + arguments
    os.environ["FAIRKI_ROOT"] = ROOT
    if os.name == "nt":  # there is no real exec on Windows: the shell would not wait
        return wait_for(subprocess.Popen(command))
    os.execv(PYTHON, command)


def wait_for(process):
    """The exit code of a process that hears Ctrl-C as we do, and ends in its own way."""
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            pass


def wanted_tools(arguments):
    """Which of TOOLS a call needs."""
    verb = arguments[0] if arguments else ""
    if verb == "test":
        return "test"
    edition = (verb == "publish" and "--druck" not in arguments) or (
        verb == "paket" and "--ohne-ausgabe" not in arguments
    )
    return "publish" if edition else "kurs"


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
    sources = load("sources.py")
    # Whoever wants more than the course asks the network for the rest.
    where = sources.named(os.environ, ROOT, tools == TOOLS[0])
    say("Der Kurs wird eingerichtet. Das geschieht nur einmal und dauert etwa eine Minute.")
    try:
        if shutil.disk_usage(ROOT).free < NEEDED_GB * 1e9 and not os.path.exists(PYTHON):
            stop_disk_full()
        if os.path.exists(STAMP):
            os.unlink(STAMP)
        if os.path.isdir(os.path.join(ROOT, sources.WHEELS)):
            check_archive()
        if not works([PYTHON, "-c", "pass"]):
            say("1/3  Python-Umgebung anlegen …")
            shutil.rmtree(VENV, ignore_errors=True)
            # No pip: nothing here needs it, and Debian and Ubuntu leave out what it takes to have it.
            run([sys.executable, "-m", "venv", "--without-pip", VENV], os.environ)
        with tempfile.TemporaryDirectory(dir=VENV, prefix="einrichtung-") as scratch:
            uv = UV
            if not is_locked_uv():
                say("2/3  Installationsprogramm uv holen …")
                uv, where = get_uv(sources, where, scratch)
            say("3/3  Bibliotheken installieren …")
            install(uv, tools, where.for_uv(os.environ), scratch)
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


def load(*path):
    """One file of coursetools alone: the package around it needs what is not installed yet."""
    import importlib.util

    file = os.path.join(os.path.dirname(os.path.abspath(__file__)), "coursetools", *path)
    spec = importlib.util.spec_from_file_location(path[-1][:-3], file)
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def install(uv, tools, environment, scratch):
    """Just what uv.lock names, from wherever ``environment`` says, and nothing whose checksum is another one."""
    environment.pop("VIRTUAL_ENV", None)
    wanted, builders = (os.path.join(scratch, name) for name in ("wanted.txt", "builders.txt"))
    export = [uv, "export", "--frozen", "--quiet", "--no-header", "--format", "requirements.txt"]
    export += ["--project", ROOT, "--python", PYTHON, "--no-emit-project", "--output-file"]
    run(export + [wanted, "--extra", "trainer"] + EXTRAS[tools], environment)
    run(export + [builders, "--only-group", "bau"], environment)
    build = ["--python", PYTHON, "--build-constraints", builders, "--require-build-hashes"]
    build += ["--preview-features", "build-dependency-hashes"]  # so uv calls it until it has settled
    # Compiling now saves half of the time of every later start, also where PYTHONDONTWRITEBYTECODE is set.
    sync = [uv, "pip", "sync", "--require-hashes", "--compile-bytecode"]
    run(sync + build + [wanted], environment, installed_share)
    run([uv, "pip", "install", "--no-deps"] + build + ["--editable", ROOT], environment)


def locked_uv():
    return [package for package in read_lock()["package"] if package["name"] == "uv"][0]


def is_locked_uv():
    """Whether .venv has just the uv of uv.lock. Another one could not take its own place on Windows while it runs."""
    try:
        said = subprocess.run([UV, "--version"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    except OSError:
        return False
    return locked_uv()["version"] in said.decode("utf-8", "replace").split()


def get_uv(sources, where, scratch):
    """The program uv out of its wheel, with the checksum that the lock file demands; and where that wheel lies now."""
    import dataclasses
    import zipfile

    fitting = [file for file in sources.files([locked_uv()], "uv") if sources.runs_here(file.name)]
    if not fitting:
        stop(
            "Für diesen Rechner gibt es kein fertiges Installationsprogramm.",
            "Der Kurs braucht Linux, macOS oder Windows auf einem Rechner mit 64 Bit.",
        )
    try:
        content = where.fetch(fitting[0])
    except sources.OtherFileError as error:
        stop_other_file(str(error))
    except sources.NotThereError as error:
        explain(str(error))
        stop_no_network(str(error))
    wheel = os.path.join(scratch, fitting[0].name)
    with open(wheel, "wb") as file:
        file.write(content)
    uv = os.path.join(scratch, os.path.basename(UV))
    with zipfile.ZipFile(wheel) as archive:
        member = [name for name in archive.namelist() if name.endswith("/scripts/" + os.path.basename(UV))][0]
        with open(uv, "wb") as file:
            file.write(archive.read(member))
    os.chmod(uv, 0o755)
    return uv, dataclasses.replace(where, folders=(scratch,) + where.folders)


def check_archive():
    """An archive of `paket` that arrived damaged, or on another kind of machine than it was made for, says so."""
    arrived = load("paket", "arrived.py")
    try:
        made_for = arrived.made_for(ROOT)
    except ValueError as error:
        stop(
            "Dieses Archiv ist neuer, als dieses Programm versteht (Fassung %s)." % error,
            "Entpacken Sie es in einen leeren Ordner und starten Sie das build_course.py, das darin liegt.",
        )
    damaged = arrived.damaged(ROOT) if made_for else [arrived.ABOUT]
    if damaged:
        stop(
            "Dieses Archiv ist unvollständig oder beschädigt: %s." % ", ".join(damaged[:3]),
            "Entpacken Sie es noch einmal in einen leeren Ordner. Bleibt der Fehler, lassen Sie es sich neu geben.",
        )
    if made_for != arrived.here():
        words = "{system} ({machine}) mit Python {python}"
        stop(
            "Dieses Archiv passt nicht zu diesem Rechner.",
            "Es ist gemacht für %s; hier ist %s. Lassen Sie sich das passende geben, oder starten Sie mit dem"
            " passenden Python." % (words.format(**made_for), words.format(**arrived.here())),
        )


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
    explain(words)
    stop(
        "Die Einrichtung ist gescheitert bei: %s." % " ".join(command[:3]),
        "Bitte starten Sie noch einmal. Bleibt der Fehler, zeigen Sie diese Meldung Ihrer IT:\n"
        + tail(words),
    )


def explain(words):
    """Stop with what is known about a failure that says ``words``; otherwise go on."""
    said = [
        (("No space left", "os error 28", "os error 112"), lambda _: stop_disk_full()),
        (("Hash mismatch", "HashMismatch"), stop_other_file),
        (("401 Un", "401: Un", "403 Forb", "403: Forb", "407 Proxy", "407: Proxy"), stop_not_allowed),
        (
            (
                "dns error",
                "error sending request",
                "Failed to fetch",
                "Could not connect",
                "ConnectionError",
                "ProxyError",
                "name resolution",
            ),
            stop_no_network,
        ),
        (
            ("No solution found", "was not found in", "no version of", "404: Not Found", ": offline"),
            stop_not_offered,
        ),
    ]
    for signs, end in said:
        if any(sign in words for sign in signs):
            end(words)


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
        " Umgebungsvariable HTTPS_PROXY oder PIP_INDEX_URL; fragen Sie Ihre IT. Starten Sie dann noch einmal. Ganz ohne"
        " Netz geht es mit einem Archiv, das ein anderer Rechner macht: build_course.py paket\n"
        + tail(words),
    )


def stop_not_allowed(words):
    stop(
        "Das Paketverzeichnis lässt Sie nicht hinein.",
        "Prüfen Sie Namen und Passwort in der Adresse des Verzeichnisses (UV_DEFAULT_INDEX, PIP_INDEX_URL oder pip.conf)"
        " oder fragen Sie Ihre IT. Starten Sie dann noch einmal.\n" + tail(words),
    )


def stop_not_offered(words):
    stop(
        "Im Paketverzeichnis fehlt etwas, was der Kurs braucht.",
        "Die Fassungen stehen fest. Bitten Sie Ihre IT, dass das Verzeichnis sie anbietet, oder nehmen Sie ein Archiv,"
        " das auf einem Rechner mit Internet gemacht ist (build_course.py paket).\n" + tail(words),
    )


def stop_other_file(words):
    stop(
        "Eine Bibliothek ist nicht die, die der Kurs verlangt: Ihre Prüfsumme ist eine andere.",
        "Sie wurde nicht installiert. Starten Sie noch einmal. Bleibt der Fehler, fragen Sie Ihre IT, ob das"
        " Paketverzeichnis oder etwas im Netz Dateien verändert.\n" + tail(words),
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
