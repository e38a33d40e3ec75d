"""``deploy/compose.yaml`` is what the Compose Specification allows, and nothing in it has more rights than it needs."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from fairki import manifest

FOLDER = Path(__file__).parents[2] / "deploy"
COMPOSE = yaml.safe_load((FOLDER / "compose.yaml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]
RUNNING = {name: one for name, one in SERVICES.items() if "profiles" not in one}
OURS = {name: one for name, one in RUNNING.items() if "build" in one}


def test_the_specification_allows_it():
    schema = json.loads((Path(__file__).parent / "compose-spec.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(COMPOSE)


@pytest.mark.parametrize("name", RUNNING)
def test_no_service_runs_as_root_or_writes_outside_of_its_volumes(name):
    one = SERVICES[name]
    assert one["read_only"] and one["cap_drop"] == ["ALL"] and "cap_add" not in one
    assert one["security_opt"] == ["no-new-privileges:true"]
    user = one.get("user", "0:0") if name not in OURS else _user_of_the_image()
    assert not user.startswith(("0", "root"))


def _user_of_the_image() -> str:
    """Under which user the default target, the last one, ends."""
    text = (FOLDER / "Containerfile").read_text(encoding="utf-8")
    return re.findall(r"(?m)^USER (\S+)", text.rpartition("\nFROM ")[2])[-1]


def test_every_stage_that_runs_gives_up_roots_rights():
    text = (FOLDER / "Containerfile").read_text(encoding="utf-8")
    stages = re.split(r"(?m)^FROM ", text)[1:]
    final = [stage for stage in stages if re.search(r"AS (kurs|trainer)\n", stage)]
    assert len(final) == 2
    assert [re.findall(r"(?m)^USER (\S+)", stage)[-1] for stage in final] == ["10001:10001"] * 2


def test_nginx_finds_each_process_and_they_believe_nobody_else():
    text = (FOLDER / "nginx-ziele-compose.conf").read_text(encoding="utf-8")
    address = {name: one["networks"]["innen"]["ipv4_address"] for name, one in RUNNING.items()}
    for upstream, prefix in (("fairki_kurs", "kurs-"), ("fairki_workshop", "workshop-")):
        block = re.search(rf"(?s)upstream {upstream} \{{(.*?)\}}", text)[1]
        wanted = [f"{place}:8866" for name, place in address.items() if name.startswith(prefix)]
        assert re.findall(r"server (\S+)", block) == wanted and len(wanted) == 2
    for one in OURS.values():
        assert one["command"][one["command"].index("--vertraut") + 1] == address["nginx"]
        assert "ports" not in one  # only nginx is reached from outside


def test_the_image_bears_the_version_of_the_course():
    assert {one["image"] for one in OURS.values()} == {f"fairki:{manifest.read().version}"}


def test_the_room_is_kept_where_both_of_its_processes_find_it():
    kept = {
        one["environment"]["FAIRKI_WORKSHOP"] for name, one in OURS.items() if name.startswith("workshop")
    }
    assert len(kept) == 1 and SERVICES["datenbank"]["volumes"]


def test_a_backup_is_made_by_the_same_image_of_the_same_room():
    backup, room = SERVICES["sicherung"], SERVICES["workshop-1"]
    assert (backup["image"], backup["environment"]) == (room["image"], room["environment"])
    assert backup["volumes"] == ["./sicherungen:/kurs/sicherungen"] and backup["restart"] == "no"
