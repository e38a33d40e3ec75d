"""What a company may say about itself beyond what it must, for tests of its folder; what the course then shows."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from fairki import company

OWN = """
[kontakt]
person = "Ayşe Demir"
erreichbar = "Telefon 1234 <b>"
beschwerde = "beim Personalrat"

[abgabe]
wo = "auf der Lernplattform"
bis = 2027-03-31

[ki]
regeln = ["Ein Mensch liest mit."]

[[werkzeuge]]
name = "Schreibhilfe"
daten = ["Texte ohne Namen"]
"""
"""Goes at the end of the shipped ``betrieb.toml``."""
CASES = {
    "alltag.toml": """
[[faelle]]
id = "wohngeld"
name = "Prüfung von Anträgen"
text = "Ein Programm liest Anträge."
bereich = "Bürgerdienste"
betroffene = "Menschen, die Wohngeld beantragen"
wie_viele = "viele"
ki = "entscheidet"
unbemerkt = true
""",
    "ethikrat.toml": """
[[faelle]]
id = "termine"
titel = "Was geschieht mit den Terminen?"
text = ["Es gab falsche Termine.", "Der Rat soll beschließen."]
[[faelle.stimmen]]
wer = "personal"
steht_fuer = "leitet Personal"
sagt = "Das tut mir leid."
[[faelle.beschluesse]]
id = "alle"
titel = "Alle anrufen"
heisst = "Menschen rufen an."
folgen = ["Das dauert."]
[[faelle.beschluesse]]
id = "vorne"
titel = "Nach vorne schauen"
heisst = "Ab jetzt wird es besser."
folgen = ["Niemand hört davon."]
[[faelle.auflagen]]
id = "offen"
text = "Es steht im Netz."
mit = "Viele lesen es."
ohne = "Niemand liest es."
""",
    "briefe.toml": """
[[briefe]]
id = "bescheid"
name = "Ein Bescheid"
anlass = "Ein Nachweis fehlte."
an = "Renate Beispiel"
"""
    + "".join(
        f"""[[briefe.{part}]]
id = "gut"
text = "Gut: {part}."
[[briefe.{part}]]
id = "amt"
text = "Amtlich: {part}."
"""
        for part in ("anfang", "grund", "ki", "schluss")
    ),
}
"""File in ``faelle`` → one case or letter of a company's own."""


def shown(folder: Path, name: str, text: str, show: str) -> Any:
    """What the Python ``show`` prints as JSON, with a company in ``folder`` that has this one file of cases."""
    (folder / "betrieb.toml").write_bytes(company.chosen.SHIPPED.read_bytes())
    (folder / "faelle").mkdir()
    (folder / "faelle" / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", show, str(folder)],
        capture_output=True,
        encoding="utf-8",
        env=os.environ,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
