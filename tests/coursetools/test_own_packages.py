"""A package of a company's own brings patterns and systems; a broken one is left out, a missing one harms nothing."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tomllib
from types import SimpleNamespace

import numpy as np
import pytest

from coursetools import own_packages
from coursetools.publish import extras
from fairki import kodex, manifest
from fairki.errors import BadAnswerError, SetupError
from fairki.kodex import stored
from fairki.plugins import loading

EXAMPLE = manifest.ROOT / "docs" / "beispiele" / "eigene_regel"
ID = "musterfirma.geeignete_finden"
SHOW = """
import json, sys
from coursetools.publish import extras
from fairki import audit, kodex
from fairki.governance import life_cycle
from fairki.kodex.faults import FAULTS
from fairki.kodex.groups import GROUPS
from fairki.lessons import bench
from fairki.plugins import loading
from fairki.systems import catalogue
rule = kodex.Rule("musterfirma.geeignete_finden", {"anteil": 25}, owner="Ada Beispiel")
whole, systems = kodex.Kodex("Unser Kodex", (rule,)), catalogue()
made = audit.audit(whole, systems)
found = [FAULTS[id] for verdict in made.verdicts if verdict for id in verdict.found]
print(json.dumps({
    "patterns": list(kodex.PATTERNS),
    "systems": [[one.id, one.name, sorted(one.faults)] for one in systems[14:]],
    "problems": [[one.happened, one.remedy] for one in loading.problems()],
    "group": GROUPS[-1][:2],
    "form": kodex.form_of(rule.kind),
    "offered": [one["id"] for one in bench.builder().patterns],
    "file": whole.dumps(),
    "back": kodex.loads(whole.dumps()) == whole,
    "found": [[one.name, one.harm] for one in found],
    "accused": [one.system.id for one in made.findings if one.wrong],
    "open": [one.outcome.why for one in made.findings if one.outcome.status == "unclear"],
    "gates": [len(gate.rules) for gate in life_cycle.gates(whole, {})],
    "steckbrief": [list(row) for row in systems[-1].steckbrief.rows()][:3],
    "packed": {name: len(content) for name, content in extras.files().items()} if sys.argv[1:] else {},
}))
"""


def shown(*places, packed=False):
    env = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, [manifest.ROOT, *places]))}
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", SHOW, *["packed"] * packed],
        capture_output=True,
        encoding="utf-8",
        env=env,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The folder into which pip has installed the example."""
    folder = tmp_path_factory.mktemp("package")
    shutil.copytree(EXAMPLE, folder / "source")  # building leaves things beside the source
    call = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
    ]
    subprocess.run([*call, "--target", str(folder / "site"), str(folder / "source")], check=True, timeout=120)
    return folder / "site"


@pytest.fixture(scope="module")
def with_it(installed):
    return shown(installed, packed=True)


def test_its_pattern_stands_in_the_baukasten(with_it):
    assert with_it["patterns"][-1] == ID == with_it["offered"][-1]
    assert with_it["group"][0] == "Eigene Satzmuster" and with_it["problems"] == []
    assert with_it["form"]["title"] == "Geeignete finden" and with_it["form"]["blanks"][0]["high"] == 100
    assert with_it["gates"][:3] == [1, 1, 1]


def test_its_system_is_audited_and_its_fault_found_without_a_false_accusation(with_it):
    assert with_it["systems"] == [["musterfirma.talentfilter", "Talentfilter", ["musterfirma.zu_streng"]]]
    assert with_it["found"] == [["Viel zu streng", "Die meisten Geeigneten liest niemand."]]
    assert with_it["accused"] == [] and len(with_it["open"]) == 1
    assert with_it["steckbrief"][0][1]


def test_a_kodex_with_its_pattern_is_read_back_and_kept_where_it_is_missing(with_it):
    assert with_it["back"] and f'muster = "{ID}"' in with_it["file"] and "anteil = 25" in with_it["file"]
    here = kodex.loads(with_it["file"])
    (rule,) = here.rules
    assert rule.absent and rule.pattern == ID and dict(rule.values) == {"anteil": 25} and rule.owner
    assert "„musterfirma“ ist hier nicht installiert" in rule.sentence
    assert stored.from_value(stored.to_value(here)) == here
    again = tomllib.loads(here.dumps())["regel"][0]
    assert again == tomllib.loads(with_it["file"])["regel"][0]
    assert here.rules_about("decisions", "texts") == ()


def test_what_a_browser_kept_of_it_comes_out_unchanged():
    value = {"regeln": [{"muster": ID, "angaben": {"anteil": 40}, "zustaendig": "", "meldeweg": ""}]}
    assert stored.to_value(stored.from_value(value)) == value
    kept = tomllib.loads(stored.from_value(value).dumps())["regel"][0]
    assert "aspekte" not in kept and "schritt" not in kept  # those of the pattern, wherever it is


@pytest.mark.parametrize(
    "rule",
    [
        {"muster": "fremd"},
        {"muster": "a.b.c"},
        {"muster": "{x}.y"},
        {"muster": ID, "angaben": {"anteil": True}},
        {"muster": ID, "angaben": {"x = 1, y": 3}},
        {"muster": ID, "angaben": {"anteil": "x" * 201}},
        {"muster": ID, "angaben": {"anteil": [1]}},
    ],
)
def test_what_no_package_can_have_written_is_refused(rule):
    with pytest.raises(BadAnswerError):
        stored.from_value({"regeln": [rule]})


HEAD = "from fairki.plugins import *\ndef ok(e, v): return Found(HELD, 'Gut.')\ndef patterns(): return [{}]\n"


def pattern(id, sentence="Gut.", **more):
    extra = {"check": "ok"} | {name: value for name, value in more.items()}
    return (
        f"Pattern({id!r}, 'T', {sentence!r}, 'H', [], "
        + ", ".join(f"{k}={v}" for k, v in extra.items())
        + ")"
    )


SOURCES = {
    "gone": None,
    "loud": "raise RuntimeError('kaputt')\n",
    "quits": "import sys\nsys.exit('keine Lizenz')\n",
    "leaves": "def patterns(): raise SystemExit\n",
    "empty": "def patterns(): return 3\n",
    "ids": HEAD.format(pattern("Ä")),
    "twins": HEAD.format(f"{pattern('a')}, {pattern('a')}"),
    "words": HEAD.format(pattern("a", "Gut {fehlt}.")),
    "aspect": HEAD.format(pattern("a", aspects="('x',)")),
    "check": HEAD.format(pattern("a", check="None")),
    "system": "from fairki.plugins import *\ndef systems(): return [System('a', 'A', 'P', 'nirgends')]\n",
    "recipe": "from fairki.plugins import *\n"
    "bad = Fault('f', 'F', 'H', (), decides={'columns': ('x',)})\n"
    "def systems(): return [System('a', 'A', 'P', 'bewerbung', faults=[bad])]\n",
    "steckbrief": "from fairki.plugins import *\n"
    "def systems(): return [System('a', 'A', 'P', 'bewerbung', says={'notice': 'x'})]\n",
}
WHY = {
    "gone": "ModuleNotFoundError",
    "loud": "RuntimeError: kaputt",
    "quits": "SystemExit: keine Lizenz",
    "leaves": "SystemExit",
    "empty": "Es gibt keine Liste zurück",
    "ids": "„Ä“ ist keine Kennung",
    "twins": "„a“ kommt zweimal vor",
    "words": "andere Lücken",
    "aspect": "„x“ in „a“ kennt der Kurs nicht",
    "check": "„a“ hat keine Prüfung",
    "system": "„nirgends“ in „a“ kennt der Kurs nicht",
    "recipe": "„x“ in „a“ kennt der Kurs nicht",
    "steckbrief": "KeyError",
}


def test_it_goes_along_without_a_server(with_it):
    names = {name.partition("-1.0.dist-info/")[2] or name for name in with_it["packed"]}
    assert {"fairki_musterfirma.py", "entry_points.txt", "METADATA"} <= names
    assert not any(name.endswith(".pyc") for name in names)


@pytest.mark.parametrize(
    ("files", "needs", "why"),
    [
        (["eigen.py", "eigen.cpython-311-x86_64-linux-gnu.so"], "", "für diesen Rechner übersetzt"),
        (["__editable__.pth"], "", "liegt nicht bei dem"),
        (["eigen.py"], "torch>=2", "Es braucht torch"),
    ],
)
def test_what_cannot_run_in_a_browser_is_refused_with_a_sentence(tmp_path, monkeypatch, files, needs, why):
    info = tmp_path / "eigen-1.dist-info"
    info.mkdir()
    more = f"Requires-Dist: numpy\nRequires-Dist: {needs}\n" if needs else ""
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: eigen\nVersion: 1\n{more}")
    (info / "entry_points.txt").write_text("[fairki.patterns]\neigen = eigen:patterns\n")
    (info / "RECORD").write_text("".join(f"{name},,\n" for name in files))
    for name in files:  # importlib_metadata, once it is loaded, leaves out what is not there
        (tmp_path / name).touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    loading.entry_points.cache_clear()
    try:
        with pytest.raises(SetupError) as refused:
            extras.files()
    finally:
        monkeypatch.undo()
        loading.entry_points.cache_clear()
    assert why in refused.value.happened and "„eigen“" in refused.value.happened


def test_each_broken_package_is_said_once_and_the_others_are_there(tmp_path, installed):
    for name, source in SOURCES.items():
        group = "systems" if source and "def systems" in source else "patterns"
        info = tmp_path / f"paket_{name}-1.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: paket-{name}\nVersion: 1\n")
        (info / "entry_points.txt").write_text(f"[fairki.{group}]\n{name} = paket_{name}:{group}\n")
        if source is not None:
            (tmp_path / f"paket_{name}.py").write_text(source, encoding="utf-8")
    found = shown(tmp_path, installed)
    assert found["patterns"][-1] == ID and len(found["systems"]) == 1
    said = {happened.partition("„paket-")[2].partition("“")[0]: happened for happened, _ in found["problems"]}
    assert said.keys() == SOURCES.keys() and len(found["problems"]) == len(SOURCES)
    assert all(why in said[name] for name, why in WHY.items()), said


def test_what_is_wrong_is_told_in_german(monkeypatch):
    said = []
    own_packages.tell(said.append)
    assert said == []
    monkeypatch.setattr(loading, "entry_points", lambda group: (object(),))
    monkeypatch.setattr(loading, "_problems", [loading.Problem("Das Paket passt nicht.", "Weiter ohne.")])
    own_packages.tell(said.append)
    assert said == ["Achtung: Das Paket passt nicht. Weiter ohne."]


@pytest.mark.parametrize(
    ("truth", "decisions", "status", "told"),
    [
        ([0, 0], [1, 0], "unclear", "niemand, für den das Ja gedacht war"),
        ([1, 0], [0, 1], "broken", "0 von 100"),
        (
            [1] * 51 + [0],
            [1] * 10 + [0] * 42,
            "broken",
            "19 von 100",
        ),  # never the very number that is demanded
        ([1, 1], [1, 0], "held", "50 von 100"),
    ],
)
def test_the_example_judges_any_table(truth, decisions, status, told):
    """Also one in which there is nobody whom its rule is about."""
    spec = importlib.util.spec_from_file_location("fairki_musterfirma", EXAMPLE / "fairki_musterfirma.py")
    package = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(package)
    system = SimpleNamespace(truth=np.array(truth))
    evidence = SimpleNamespace(has_data=True, truth_known=True, system=system, decisions=np.array(decisions))
    found = package.enough_found(evidence, {"anteil": 20})
    assert found.status == status and told in found.why
