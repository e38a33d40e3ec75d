"""What a unit asks, read from the manifest."""

import pytest

from fairki import manifest
from fairki.errors import BadFileError

COURSE = """
[course]
title = "Kurs"
version = "1"
[steps]
[aspects]
[[modules]]
id = "04"
slug = "04_modul"
title = "Modul"
minutes = 10
about = "Nur für Tests."
goals = []
"""


def course(folder, unit: str) -> manifest.Course:
    """A course with one module of one unit, which says ``unit`` as well."""
    text = f'{COURSE}[[modules.units]]\nid = "1"\ntitle = "Einheit"\nminutes = 10\n{unit}\n'
    (folder / manifest.FILE_NAME).write_text(text, encoding="utf-8")
    return manifest.read(folder)


def test_a_module_is_shown_with_its_place_in_the_file(tmp_path):
    (only,) = course(tmp_path, "").modules
    assert (only.id, only.number) == ("04", 0)
    shown = {module.id: module.number for module in manifest.read().modules}
    assert list(shown.values()) == list(range(len(shown)))
    assert shown["08"] == shown["06"] + 1 == shown["07"] - 1


def test_the_short_path_takes_about_an_hour_and_never_more_than_75_minutes_in_the_order_of_the_course():
    own = manifest.read()
    order = [f"{module.id}.{unit.id}" for module in own.modules for unit in module.units]
    assert own.short_path == ("00.2", "01.1", "01.2", "08.1", "07.3", "07.4")
    assert list(own.short_path) == sorted(own.short_path, key=order.index)
    assert sum(own.unit(place)[1].minutes for place in own.short_path) == own.short_minutes
    assert 55 <= own.short_minutes <= 75


def test_a_short_path_through_a_unit_that_is_not_there_is_a_mistake_with_its_place(tmp_path):
    course(tmp_path, "")
    text = (tmp_path / manifest.FILE_NAME).read_text(encoding="utf-8")
    path = '[short_path]\nunits = ["04.1", "04.2"]\n[[modules]]'
    (tmp_path / manifest.FILE_NAME).write_text(text.replace("[[modules]]", path, 1), encoding="utf-8")
    with pytest.raises(BadFileError) as error:
        manifest.read(tmp_path)
    assert "Die Einheit „04.2“ gibt es nicht ([short_path])" in str(error.value)


def test_questions_of_a_unit_get_the_names_of_the_browser_store(tmp_path):
    unit = course(tmp_path, 'asks = { klar = 1, "log.a|log.b" = 3 }').modules[0].units[0]
    assert unit.asks == (("04.klar", 1), ("04.log.a|04.log.b", 3))
    assert unit.step == ["1", "Einheit", 10, {"04.klar": 1, "04.log.a|04.log.b": 3}]


def test_a_unit_may_ask_nothing(tmp_path):
    assert course(tmp_path, "").modules[0].units[0].asks == ()


@pytest.mark.parametrize(
    "asks,complaint",
    [
        ("[1]", "„asks“ muss ein Abschnitt sein"),
        ("{ klar = 0 }", "„klar“ muss mindestens 1 sein"),
        ('{ klar = "ja" }', "„klar“ muss eine ganze Zahl sein"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path, asks, complaint):
    with pytest.raises(BadFileError) as error:
        course(tmp_path, f"asks = {asks}")
    assert complaint in str(error.value)
    assert "[[modules.units]] in [[modules]] Nummer 1" in str(error.value)
