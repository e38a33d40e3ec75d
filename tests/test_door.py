"""The one door: build_course.py says in German what is wrong and what to do, and leaves nothing half-done."""

import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest

from coursetools import build, machine, release
from fairki import manifest


@pytest.fixture
def door(root, tmp_path, monkeypatch):
    """build_course.py as a module, pointed at an empty copy of the course's set-up files."""
    spec = importlib.util.spec_from_file_location("door", root / "build_course.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("uv.lock", "pyproject.toml"):
        shutil.copy(root / name, tmp_path)
    monkeypatch.setattr(module, "ROOT", str(tmp_path))
    for name in ("VENV", "STAMP", "SCRIPTS", "PYTHON", "UV"):
        monkeypatch.setattr(module, name, getattr(module, name).replace(str(root), str(tmp_path)))
    return module


@pytest.fixture
def copy(root, tmp_path):
    """A copy of the course's sources that a test may damage."""
    for name in ("course.toml", "pyproject.toml", "nbgrader_config.py"):
        shutil.copy(root / name, tmp_path)
    for name in ("modules", "solutions", "exercises", "data"):
        shutil.copytree(root / name, tmp_path / name)
    return tmp_path


def call(root, *arguments, **environment):
    """Run a verb as build_course.py hands it over, on the course in ``root``."""
    return subprocess.run(
        [sys.executable, "-m", "coursetools", *arguments],
        env={**os.environ, "FAIRKI_ROOT": str(root), "COLUMNS": "100", **environment},
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_a_python_that_is_too_old_gets_a_german_sentence(door, monkeypatch, capsys):
    monkeypatch.setattr(door.sys, "version_info", (3, 10, 2))
    with pytest.raises(SystemExit):
        door.main(["serve"])
    assert "Diese Python-Version passt nicht: 3.10." in capsys.readouterr().err


def test_the_door_can_be_read_by_any_python_3(root):
    import ast

    ast.parse((root / "build_course.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_a_full_disk_before_the_set_up_gets_a_german_sentence(door, monkeypatch, capsys):
    monkeypatch.setattr(door.shutil, "disk_usage", lambda _: SimpleNamespace(free=10**6))
    with pytest.raises(SystemExit):
        door.set_up("kurs")
    assert "zu wenig Platz" in capsys.readouterr().err
    assert not door.is_set_up("kurs")


def test_a_disk_that_fills_up_during_the_set_up_gets_a_german_sentence(door, capsys):
    script = "import sys; sys.exit('error: failed to write: No space left on device (os error 28)')"
    with pytest.raises(SystemExit):
        door.run([sys.executable, "-c", script], os.environ)
    assert "zu wenig Platz" in capsys.readouterr().err


def test_a_missing_network_gets_a_german_sentence(door, capsys):
    environment = {
        **os.environ,
        "HTTPS_PROXY": "http://127.0.0.1:9",
        "UV_HTTP_RETRIES": "0",
        "UV_CACHE_DIR": door.ROOT,
    }
    uv = os.path.join(os.path.dirname(sys.executable), "uv")
    with pytest.raises(SystemExit):
        door.run([uv, "pip", "install", "--target", door.ROOT + "/x", "six"], environment)
    assert "keine Verbindung zum Internet" in capsys.readouterr().err


def test_an_interrupted_set_up_is_not_taken_for_a_finished_one(door):
    os.makedirs(door.SCRIPTS)
    assert not door.is_set_up("kurs")


def test_a_changed_lock_file_calls_for_a_new_set_up(door):
    os.makedirs(door.VENV)
    with open(door.STAMP, "w", encoding="utf-8") as file:
        file.write(door.fingerprint() + "\nkurs\n")
    assert door.is_set_up("kurs") and not door.is_set_up("test")
    with open(os.path.join(door.ROOT, "uv.lock"), "a", encoding="utf-8") as file:
        file.write("\n")
    assert not door.is_set_up("kurs")


@pytest.mark.parametrize(
    ("call", "tools"),
    [
        (["serve"], "kurs"),
        (["publish", "ordner"], "publish"),
        (["publish", "--druck", "ordner"], "kurs"),
        (["paket"], "publish"),
        (["paket", "--ohne-ausgabe"], "kurs"),
        (["test"], "test"),
    ],
)
def test_each_verb_gets_the_tools_that_it_needs(door, monkeypatch, call, tools):
    asked = []
    monkeypatch.setattr(door, "is_set_up", lambda wanted: asked.append(wanted) or True)
    monkeypatch.setenv("FAIRKI_ROOT", "")  # main sets it
    monkeypatch.setattr(door.os, "execv", lambda program, command: None)
    door.main(call)
    assert asked == [tools]


@pytest.mark.parametrize("there", ["kurs", "publish", "test"])
def test_whoever_has_more_tools_keeps_them_when_the_lock_file_changes(door, there):
    os.makedirs(door.VENV)
    with open(door.STAMP, "w", encoding="utf-8") as file:
        file.write(f"an older lock file\n{there}\n")
    assert door.tools_before() == there
    os.unlink(door.STAMP)
    assert door.tools_before() == "kurs"


@pytest.mark.parametrize(
    ("there", "verb", "installs"),
    [
        ("kurs", "serve", None),
        ("kurs", "publish", ["--extra", "publish"]),
        ("kurs", "test", ["--extra", "publish", "--group", "test"]),
        ("publish", "serve", None),
        ("publish", "test", ["--extra", "publish", "--group", "test"]),
        ("test", "publish", None),
    ],
)
def test_a_verb_sets_up_what_it_needs_and_is_not_there(door, monkeypatch, there, verb, installs):
    os.makedirs(door.VENV)
    with open(door.STAMP, "w", encoding="utf-8") as file:
        file.write(f"{door.fingerprint()}\n{there}\n")
    done = []
    monkeypatch.setattr(door, "works", lambda command: True)
    monkeypatch.setattr(door, "is_locked_uv", lambda: True)
    monkeypatch.setattr(door, "run", lambda command, *_: done.append(command))
    monkeypatch.setattr(door.os, "execv", lambda *_: None)
    door.main([verb])
    assert [command[command.index("trainer") + 1 :] for command in done if "trainer" in command] == (
        [] if installs is None else [installs]
    )
    assert [command[-1] for command in done[-1:]] == ([] if installs is None else [door.ROOT])


def test_help_is_german(root):
    done = call(root, "--help")
    assert done.returncode == 0
    assert all(word in done.stdout for word in ("Befehle", "serve", "release", "Den Kurs starten"))
    assert not any(
        word in done.stdout for word in ("Usage", "OPTIONS", "Options", "Commands", "Show this message")
    )


def test_the_doors_own_help_names_every_command(door):
    from typer.main import get_group

    from coursetools.cli import app

    listed = {line.split()[0] for line in door.__doc__.splitlines() if line.startswith("  ")}
    assert {name for name, verb in get_group(app).commands.items() if not verb.hidden} <= listed


def test_help_before_the_set_up_installs_nothing(door, capsys):
    assert door.main(["--help"]) == 0
    assert "Aufruf" in capsys.readouterr().out
    assert not os.path.exists(door.VENV)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["srve"], "Den Befehl „srve“ gibt es nicht. Meinten Sie „serve“?"),
        (["xyz"], "Es gibt: serve, workshop, publish, paket, check, clean"),
        (["serve", "--prt", "1"], "Den Schalter „--prt“ gibt es bei diesem Befehl nicht."),
        (["serve", "--port", "viele"], "Die Angabe für NUMMER passt nicht."),
        (["grade", "--egal"], "Den Schalter „--egal“ gibt es bei diesem Befehl nicht."),
    ],
)
def test_a_wrong_call_gets_a_german_sentence(root, arguments, sentence):
    done = call(root, *arguments)
    assert done.returncode == 2
    assert sentence in " ".join(done.stderr.split())


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda text: text + "\n[[modules", "ist beschädigt"),
        (lambda text: text.replace('title = "Sie entscheiden', 'titel = "Sie entscheiden'), "„title“ fehlt"),
        (lambda text: text.replace("step = 1", "step = 9"), "Den Schritt 9 gibt es nicht"),
        (lambda text: text.replace("minutes = 40", 'minutes = "40"'), "muss eine ganze Zahl sein"),
        (
            lambda text: text.replace('exercise = "bewusstsein"', 'exercise = "fehlt"'),
            "Die Übung „fehlt“ gibt es nicht",
        ),
    ],
    ids=["broken", "missing key", "unknown step", "wrong type", "unknown exercise"],
)
def test_a_damaged_manifest_is_explained_and_nothing_is_written(copy, damage, sentence):
    path = copy / manifest.FILE_NAME
    damaged = damage(path.read_text(encoding="utf-8"))
    assert damaged != path.read_text(encoding="utf-8")
    path.write_text(damaged, encoding="utf-8")
    done = call(copy)
    assert done.returncode == 1
    assert sentence in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr and not (copy / ".build").exists()


def test_a_missing_manifest_is_explained(copy):
    (copy / manifest.FILE_NAME).unlink()
    assert "Die Datei course.toml fehlt" in " ".join(call(copy).stderr.split())


def test_a_build_makes_what_is_missing_and_then_rests(copy):
    shutil.rmtree(copy / "data")
    assert "Datentabellen" in call(copy).stdout
    assert (copy / "data" / "bewerbungen.csv").exists()
    assert "Alles ist aktuell" in call(copy).stdout


@pytest.fixture
def small(root, tmp_path):
    """A course with two modules and one exercise."""
    text = (root / "course.toml").read_text(encoding="utf-8")
    head, *tables = re.split(r"(?=^\[\[(?:modules|exercises)\]\])", text, flags=re.MULTILINE)
    kept = [
        table for table in tables if re.search(r'^(id = "0[01]"|slug = "bewusstsein")$', table, re.MULTILINE)
    ]
    (tmp_path / "course.toml").write_text(head.partition("[frame.")[0] + "".join(kept), encoding="utf-8")
    shutil.copy(root / "nbgrader_config.py", tmp_path)
    shutil.copytree(root / "solutions" / "bewusstsein", tmp_path / "solutions" / "bewusstsein")
    shutil.copytree(root / "modules", tmp_path / "modules")
    return tmp_path


def test_ctrl_c_in_the_middle_of_a_build_leaves_nothing_half_written(small):
    """Interrupted at many moments, a build leaves the old state or the new one, and a later build finishes it."""
    interrupted = 0
    for delay in (0.3, 0.6, 0.9, 1.2, 1.5, 1.8):
        process = subprocess.Popen(
            [sys.executable, "-m", "coursetools"],
            env={**os.environ, "FAIRKI_ROOT": str(small)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
        assert "Traceback" not in errors
        assert process.returncode in (0, 130, -signal.SIGINT)  # the last: before Python could take notice
        interrupted += process.returncode != 0
        left = {path.name for path in (small / "exercises").rglob("*") if path.is_file()}
        assert left in (set(), {f"{slug}.ipynb" for slug in release.slugs(small)})
    assert interrupted
    assert call(small).returncode == 0
    assert not any(stage.stale(small) for stage in build.STAGES)


def test_clean_brings_a_notebook_into_its_form(copy):
    path = next((copy / "modules").glob("*.ipynb"))
    tidy = path.read_text(encoding="utf-8")
    path.write_text(tidy.replace('"execution_count": null', '"execution_count": 7'), encoding="utf-8")
    assert path.name in call(copy, "clean").stdout
    assert path.read_text(encoding="utf-8") == tidy


def test_where_nothing_is_really_executed_the_door_waits_for_an_end_in_order(door):
    """Windows: Ctrl-C reaches door and course at once; the course says goodbye before the prompt is back."""
    told = "import time\ntry: time.sleep(60)\nexcept KeyboardInterrupt: time.sleep(1); print('Der Kurs ist beendet.')"
    code = (
        "import importlib.util, subprocess, sys\n"
        f"spec = importlib.util.spec_from_file_location('door', {door.__file__!r})\n"
        "door = importlib.util.module_from_spec(spec); spec.loader.exec_module(door)\n"
        "print('wartet', flush=True)\n"
        f"print('ende', door.wait_for(subprocess.Popen([sys.executable, '-c', {told!r}])), flush=True)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout.readline() == "wartet\n"
    time.sleep(1)
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=30)[0] == "Der Kurs ist beendet.\nende 0\n"


@pytest.mark.needs(machine.BUBBLEWRAP)
def test_a_folder_that_nobody_can_write_to_gets_a_german_sentence(copy, root):
    box = ["bwrap", "--dev-bind", "/", "/", "--ro-bind", str(copy), str(copy)]
    called = [*box, sys.executable, "-m", "coursetools", "clean"]
    notebook = next((copy / "modules").glob("*.ipynb"))
    notebook.write_text(
        notebook.read_text(encoding="utf-8") + "\n", encoding="utf-8"
    )  # there is something to do
    done = subprocess.run(
        called, env={**os.environ, "FAIRKI_ROOT": str(copy)}, capture_output=True, text=True
    )
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "Hier lässt sich nichts schreiben" in done.stderr and str(copy) in done.stderr.replace("\n", "")
