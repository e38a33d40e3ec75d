"""The bridge runs anywhere: here in a process of its own, because it takes the place of IPython."""

import json
import subprocess
import sys

import pytest

SETTING = """
import json, sys
from fairki.browser.bridge import Bridge, OnDemand
said = []
def note():
    from ipywidgets.widgets.widget import _instances

    return next(name for name, widget in _instances.items() if hasattr(widget, "label"))
bridge = Bridge(lambda kind, content, parts: said.append([kind, json.loads(content), [p.decode() for p in parts]]))
"""
BLOCK = """
from fairki import ui
note = ui.Note(key="p.notiz", label="Notiz")
"""


@pytest.fixture
def told():
    """Runs Python in which there is a `bridge`; what it says with ``print(json.dumps(…))`` comes back."""

    def run(code: str, worried: bool = False):
        done = subprocess.run([sys.executable, "-c", SETTING + code], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert bool(done.stderr) == worried, done.stderr
        return json.loads(done.stdout)

    return run


def test_an_answer_of_the_page_reaches_the_cells_and_what_they_say_the_page(told):
    cells = [BLOCK, "note.observe(lambda change: setattr(note, 'label', change.new.upper()), 'value')"]
    said = told(
        f"bridge.run({cells!r})\n"
        "quiet = list(said)\n"
        "bridge.handle(note(), {'method': 'update', 'state': {'value': 'gut'}})\n"
        "print(json.dumps([quiet, said]))"
    )
    assert said[0] == []  # the page knows already what it shows
    [kind, content, _] = said[1][-1]
    assert kind == "comm_msg" and content["comm_id"] == f"{2:032x}"  # its layout comes first, as in a kernel
    assert content["data"]["state"] == {"label": "GUT"}


def test_the_next_page_begins_as_if_there_had_been_none(told):
    said = told(
        f"bridge.run({[BLOCK]!r})\n"
        f"first = note()\nbridge.run({[BLOCK + f'note.observe(print, {chr(34)}value{chr(34)})']!r})\n"
        "from ipywidgets.widgets.widget import _instances\n"
        "print(json.dumps([first, note(), len(_instances), said]))"
    )
    assert said == [f"{2:032x}", f"{2:032x}", 2, []]  # its layout comes first


@pytest.mark.parametrize(
    ("failing", "memory"),
    [
        ("lambda change: 1 / 0", False),
        ("lambda change: [].pop()", False),
        ("lambda change: bytes(2**62)", True),
    ],
)
def test_what_a_cell_does_wrong_later_reaches_the_page_without_a_word_of_it(told, failing, memory):
    said = told(
        f"bridge.run({[BLOCK, f'note.observe({failing}, {chr(34)}value{chr(34)})']!r})\n"
        "bridge.handle(note(), {'method': 'update', 'state': {'value': 'gut'}})\n"
        "print(json.dumps(said))",
        worried=True,
    )
    assert ["error", {"memory": memory}, []] in said


def test_a_message_for_a_widget_that_there_is_not_is_left_alone(told):
    assert told("bridge.run([])\nbridge.handle('f' * 32, {})\nprint(json.dumps(said))") == []


def test_a_library_is_fetched_at_its_first_import_with_all_that_it_needs_and_once(told, tmp_path):
    for name in ("great", "small"):
        (tmp_path / f"fk_{name}.py").write_text(f"name = '{name}'\n")
    assert told(
        "fetched = []\n"
        "def fetch(name):\n"
        "    fetched.append(name)\n"
        f"    sys.path.append({str(tmp_path)!r})\n"
        "OnDemand({'fk_great': ['base.zip', 'great.zip'], 'fk_small': ['base.zip']}, fetch).install()\n"
        "bridge.run(['import fk_great, fk_small', 'import fk_great'])\n"
        "print(json.dumps(fetched))"
    ) == ["base.zip", "great.zip"]


def test_a_library_that_did_not_come_is_fetched_again_when_it_is_wanted_again(told):
    assert told(
        "tried = []\n"
        "def fetch(name):\n"
        "    tried.append(name)\n"
        "    raise ConnectionError\n"
        "OnDemand({'fk_far': ['far.zip']}, fetch).install()\n"
        "for _ in range(2):\n"
        "    try:\n"
        "        import fk_far\n"
        "    except ConnectionError:\n"
        "        pass\n"
        "print(json.dumps(tried))"
    ) == ["far.zip", "far.zip"]


def test_numbers_and_days_are_written_as_a_kernel_writes_them(told):
    assert told(
        "import datetime, numpy\n"
        "from fairki.browser.bridge import as_json\n"
        "print(as_json({'n': numpy.int64(3), 'x': numpy.float64(0.5), 'd': datetime.date(2026, 11, 30)}))"
    ) == {"n": 3, "x": 0.5, "d": "2026-11-30"}
