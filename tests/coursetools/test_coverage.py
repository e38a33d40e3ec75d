"""Every step, aspect, role, process, impulse and founding question has its unit and its check."""

from dataclasses import replace

import pytest

from coursetools import coverage
from fairki import manifest

COURSE = manifest.read()
UNITS = [(module.id, unit.id) for module in COURSE.modules for unit in module.units]


def without(module_id: str, unit_id: str) -> manifest.Course:
    """The course after somebody has taken out one unit."""
    return replace(
        COURSE,
        modules=tuple(
            replace(module, units=tuple(unit for unit in module.units if unit.id != unit_id))
            if module.id == module_id
            else module
            for module in COURSE.modules
        ),
    )


def test_the_whole_frame_is_taught_and_checked(root):
    assert coverage.complaints(COURSE, root) == []


@pytest.mark.parametrize("module_id,unit_id", UNITS, ids=lambda part: part)
def test_taking_out_a_unit_is_noticed(module_id, unit_id, root):
    assert any(
        f"{module_id}.{unit_id}" in line for line in coverage.complaints(without(module_id, unit_id), root)
    )


def test_a_topic_without_a_place_is_noticed(root):
    topic = replace(COURSE.topics[0], units=(), checks=())
    found = coverage.complaints(replace(COURSE, topics=(topic, *COURSE.topics[1:])), root)
    assert f"course.toml: „{topic.name}“ wird nirgends gelehrt." in found
    assert f"course.toml: „{topic.name}“ wird nirgends geprüft." in found


def test_a_question_that_is_gone_is_noticed(root):
    topic = replace(COURSE.topics[0], checks=("01.gibt-es-nicht", "werte.a99"))
    found = coverage.complaints(replace(COURSE, topics=(topic, *COURSE.topics[1:])), root)
    assert any("01.gibt-es-nicht" in line for line in found) and any("werte.a99" in line for line in found)
