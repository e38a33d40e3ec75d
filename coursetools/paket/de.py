"""All German of the archive for machines without a network."""

from fairki import speech

ONLY_IN_FOLDER = (
    "Ein Archiv gibt es nur aus dem Ordner des Kurses heraus.",
    "Hier ist der Kurs als Python-Paket installiert. Holen Sie den ganzen Ordner, und rufen Sie dort"
    " „python3 build_course.py paket“ auf.",
)
EDITION = "ohne-server"
LICENCES = "lizenzen"
READ_ME = "LIESMICH.txt"

WHAT_IS_HERE = """FairKI: der ganze Kurs für einen Rechner ohne Internet.
Fassung {version}, für {system} ({machine}) mit Python {python}.

Starten, in diesem Ordner:
  {python_call} build_course.py serve

Beim ersten Mal richtet der Befehl alles ein. Er nimmt dafür die Bibliotheken aus dem Ordner wheels
und fragt kein Netz. Auf dem Rechner muss nur Python {python} sein.
{needs}
Was hier liegt:
  wheels/            die Bibliotheken; ihre Prüfsummen stehen in uv.lock
{edition}  docs/              die Anleitungen, zum Beispiel betrieb.md
  sbom.cdx.json      Stückliste (SBOM) im Format CycloneDX 1.5
  lizenzen.csv       jede Bibliothek mit Fassung, Größe und Lizenz
  lizenzen/          die Lizenztexte
  paket.json         wofür dieses Archiv gemacht ist
  pruefsummen.txt    SHA-256 jeder Datei

Ist alles heil angekommen? Beim Einrichten prüft der Kurs das selbst. Unter Linux und macOS auch so:
  sha256sum -c pruefsummen.txt      (macOS: shasum -a 256 -c pruefsummen.txt)
"""
HAS_EDITION = (
    "  ohne-server/       der Kurs als Dateien für einen beliebigen Webserver (siehe LIESMICH.txt darin)\n"
)
NEEDS = {
    "linux": "Das Paket python3-venv braucht es nicht. Linux braucht glibc 2.28 oder neuer.\n",
    "macos": "macOS muss Fassung 14 oder neuer sein.\n",
    "windows": "",
}
CALLED = {"windows": "py -{python}", "linux": "python3", "macos": "python{python}"}

FETCHING = "Bibliotheken werden geholt …"


def no_such_target(system: str, machine: str, python: str, possible: list[str]) -> tuple[str, str]:
    return (
        f"Für {system} ({machine}) mit Python {python} gibt es kein Archiv.",
        f"Möglich sind {speech.either(possible)}, mit Python 3.11 bis 3.14.",
    )


def no_wheels(names: list[str], target: str) -> tuple[str, str]:
    return (
        f"Für {target} gibt es nicht alle Bibliotheken fertig: Es fehlt {speech.together(names)}.",
        "Nehmen Sie ein anderes Python oder einen anderen Rechner (--system, --python, --prozessor).",
    )


def not_fetched(name: str, words: str) -> tuple[str, str]:
    return (
        f"{name} ließ sich nicht herunterladen.",
        "Prüfen Sie die Verbindung zum Internet oder zum Paketverzeichnis der Firma und starten Sie noch einmal;"
        f" was schon da ist, wird weiter benutzt. Letzte Meldung: {words}",
    )


def other_file(where: str) -> tuple[str, str]:
    return (
        f"Eine Bibliothek ist nicht die, die der Kurs verlangt: Ihre Prüfsumme ist eine andere ({where}).",
        "Es ist kein Archiv entstanden. Starten Sie noch einmal. Bleibt der Fehler, fragen Sie Ihre IT, ob das"
        " Paketverzeichnis oder etwas im Netz Dateien verändert.",
    )


def not_exported(words: str) -> tuple[str, str]:
    return ("Die Liste der Bibliotheken ließ sich nicht lesen.", f"Letzte Meldung von uv: {words}")


def finished(file: str, bytes: int, wheels: int, target: str) -> str:
    return (
        f"Fertig: {file} ({speech.number(bytes / 1e6)} MB, {wheels} Bibliotheken, für {target}). Entpacken Sie die Datei"
        " auf dem anderen Rechner, und starten Sie dort, was in LIESMICH.txt steht."
    )
