"""Hostile hand-ins get what they deserve, are named to the trainer, and leave the next hand-in untouched.

All this in bubblewrap, and in a podman container with a third of the attacks a day (``tests/turns.py``).
"""

import json
import re
import time

import psutil
import pytest
from banks import ROOT, attacks, described, expected
from grading import looks, of_container, outputs, points
from turns import on_turn

from coursetools.grading import sandbox

pytestmark = [pytest.mark.xdist_group("grading"), pytest.mark.usefixtures("wall")]

HONEST = {"base": "light"}
NAMES = [path.stem for path in attacks()]
SUCCESS = re.compile("GELUNGEN|SICHTBAR|GEFUNDEN|NETZ|PROZESS|RECHTE")
"""What attacks print if they reach what they should not."""


@pytest.fixture(scope="module")
def honest(grade, wall):
    return grade(HONEST)


def attack_on_a1(code: str) -> dict:
    return {"base": "light", "answers": {"a1": code}}


@pytest.mark.parametrize(
    ("wall", "name"),
    [(sandbox.BUBBLEWRAP, name) for name in NAMES] + [(sandbox.PODMAN, name) for name in on_turn(NAMES)],
    indirect=["wall"],
)
def test_an_attack_earns_what_it_deserves_and_leaves_nothing_behind(grade, honest, name):
    attack = described(next(path for path in attacks() if path.stem == name))
    result = grade(attack)
    assert points(result) == expected(attack["slug"], attack)
    assert {incident.kind for incident in result.incidents} >= set(attack.get("told", []))
    assert not SUCCESS.search(outputs(result))
    (look,) = looks(attack["slug"], result)
    assert look.reasons
    assert [name for name in attack.get("named", []) if name not in " ".join(look.reasons)] == []
    after = grade(HONEST)
    assert (after.grades, after.incidents, after.notebook) == (honest.grades, (), honest.notebook)


def test_an_honest_hand_in_gives_no_reason_to_look(honest):
    assert honest.incidents == ()
    assert points(honest) == expected("bewusstsein", HONEST)


def test_nothing_of_the_trainers_machine_can_be_read(grade, wall, tmp_path):
    """Solutions, tests, gradebook, other hand-ins, the home folder: not there, whatever the rights are."""
    others = tmp_path / "submitted.ipynb"
    others.write_text("a hand-in of somebody else")
    wanted = [
        others,
        ROOT / "solutions",
        ROOT / "exercises",
        ROOT / "tests",
        ROOT / ".git",
        ROOT / "course.toml",
        *(ROOT / "fairki" / "reference" / "answers").glob("*.toml"),
    ]
    wanted += [
        ROOT / "gradebook.db",
        "/etc/passwd",
        "/etc/machine-id",
        "/var/log",
        "/home",
        "/run/lock",
        "/boot",
        "/mnt",
    ]
    code = f"import os\nprint('gesehen:', [ort for ort in {[str(path) for path in wanted]} if os.path.exists(ort)])"
    assert "gesehen: []" in outputs(grade(attack_on_a1(code)), "a1")
    code = """
import os, platform
print(platform.node(), sorted({*os.listdir("/etc")} - {"ld.so.cache", "localtime"}))
print([ort for ort in ("/home", "/run", "/sys", "/dev/mqueue") if os.path.isdir(ort) and os.listdir(ort)])
"""
    brought_along = {sandbox.BUBBLEWRAP: [], sandbox.PODMAN: ["hostname", "mtab"]}
    assert outputs(grade(attack_on_a1(code)), "a1") == f"fairki {brought_along[wall]}\n[]\n"


def test_nothing_can_be_written_outside_of_the_work_folder(grade):
    code = """
import fairki, os, sys
ueberall = "/ /usr /etc /dev /dev/shm /dev/mqueue /dev/pts /proc /run /sys /tmp".split()
for ort in (*ueberall, sys.prefix, os.path.dirname(fairki.__file__)):
    try:
        open(ort + "/spur", "w")
        print("geschrieben:", ort)
    except OSError:
        pass
open("spur", "w").write("hier geht es")
print(os.getcwd(), os.listdir())
"""
    assert outputs(grade(attack_on_a1(code)), "a1") == "/arbeit ['spur']\n"
    assert outputs(grade(attack_on_a1("import os\nprint(os.listdir())")), "a1") == "[]\n"


def test_a_hand_in_is_alone_and_has_no_rights(grade):
    code = """
import ctypes, os, resource
zaehlt = ctypes.CDLL(None)
print(os.getpid(), os.getppid(), os.getuid() != 0, zaehlt.prctl(39, 0, 0, 0, 0), zaehlt.prctl(21, 0, 0, 0, 0))
print([nummer for nummer in range(3, 200) if os.path.exists(f"/dev/fd/{nummer}")], os.listdir("/proc"))
offen = []
for nummer in range(200):
    try:
        os.fstat(nummer)
        offen.append(nummer)
    except OSError:
        pass
print(len(offen))
"""
    # process 1 without a parent, an ordinary user, no new rights (1), a filter of system calls (2), no secure bits;
    # nothing but the null device three times and one pipe
    assert outputs(grade(attack_on_a1(code)), "a1") == "1 0 True 1 2\n[] []\n4\n"


def test_threads_work_within_limits_and_processes_do_not(grade):
    code = """
import concurrent.futures, threading, time
with concurrent.futures.ThreadPoolExecutor(4) as mehrere:
    print(sum(mehrere.map(abs, range(5))))
try:
    for _ in range(100):
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    print("ohne Grenze")
except RuntimeError:
    print("Grenze")
!ls /
print("weiter")
"""
    assert outputs(grade(attack_on_a1(code)), "a1") == (
        "10\nGrenze\nBei der Bewertung laufen keine anderen Programme.\nweiter\n"
    )


def test_no_process_outlives_its_hand_in(grade):
    grade(HONEST)
    stages = settled(lambda count: count > 3)
    assert stages > 3  # the outer walls, the preloaded process, two stages
    grade(attack_on_a1("import threading, time\nthreading.Thread(target=time.sleep, args=(600,)).start()"))
    grade(
        attack_on_a1(
            "import os, signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nos.kill(os.getpid(), 9)"
        )
    )
    assert settled(lambda count: count <= stages) <= stages


def inside_walls() -> list[psutil.Process]:
    container = sandbox.shared().container
    roots = [psutil.Process()]
    if container is not None:  # it is not below this process, but below podman's monitor
        roots = [one for one in of_container(container.name) if one.name() == "conmon"]
    return [process for root in roots for process in [root, *root.children(recursive=True)]]


def settled(enough) -> int:
    """How many processes live in the walls, once nothing changes any more (or ``enough``)."""
    for _ in range(100):
        mine = inside_walls()
        count = sum(process.is_running() and process.status() != psutil.STATUS_ZOMBIE for process in mine)
        time.sleep(0.1)
        if enough(count) and len(inside_walls()) == len(mine):
            return count
    return count


def test_hidden_tests_and_solutions_are_not_in_the_hand_ins_process(grade):
    """Everything that Python knows in that process is searched, after all questions have been graded."""
    code = """
import gc
gc.unfreeze()
texte = []
for ding in gc.get_objects():
    if type(ding) is dict:
        texte += [*ding, *ding.values()]
    elif type(ding) in (list, tuple) and ding is not texte:
        texte += ding
    elif type(ding).__name__ == "function":
        texte += [*ding.__code__.co_consts, *ding.__code__.co_names]
alles = "\\n".join({text for text in texte if type(text) is str})
rueckwaerts = ("NEDDIH NIGEB", "nekceul_tim", "erhaj_euen", "NOITULOS NIGEB", "nemmits ammoK med hcan elletS")
print(len(alles) > 10**6, [was for was in rueckwaerts if was[::-1] in alles])
"""
    hand_in = {"base": "released", "answers": {"b2": code}}
    assert outputs(grade(hand_in), "b2") == "True []\n"


def test_markup_of_a_hand_in_does_not_reach_the_trainers_browser(grade):
    code = """
from IPython.display import HTML, Javascript, display
display(HTML("<script>alert(1)</script>"), Javascript("alert(2)"))
HTML("<img src=x onerror=alert(3)>")
"""
    for cell in json.loads(grade(attack_on_a1(code)).notebook)["cells"]:
        for output in cell.get("outputs", []):
            kinds = set(output.get("data", {}))
            assert kinds <= (
                {"text/plain", "image/png"} if cell["id"] == "a1" else {"text/plain", "text/html"}
            )
