"""A company's own everyday uses stand before those of the course, and nobody loses an answer by it."""

import pytest

from fairki import company, reference, register, ui
from fairki.company import reading, uses
from fairki.systems import questions
from tests.company_files import shown

CASES = """
weglassen = ["kamera", "wartung"]

[[faelle]]
id = "wohngeld"
name = "Prüfung von Anträgen"
text = "Ein Programm liest <b>Anträge</b>."
bereich = "Bürgerdienste"
betroffene = "Menschen, die Wohngeld beantragen"
wie_viele = "viele"
ki = "entscheidet"
unbemerkt = true
recht_wie = "zahlung"
im_register = true
steckbrief = { mensch = "keiner", einspruch = 14 }

[[faelle]]
id = "chatbot"
name = "Auskunft im Netz"
text = "Ein Programm beantwortet Fragen zum Reisepass."
bereich = "Service und Betreuung"
betroffene = "Alle, die fragen"
wie_viele = "viele"
ki = "schlaegt_vor"
unbemerkt = false
"""
SHOW = """
import json, sys
from fairki import company
company.use(sys.argv[1])
from fairki import reference, register, ui
from fairki.lessons.module_00 import unit_2
from fairki.systems import questions
kept = [{"id": "kamera", "verborgen": True}, {"id": "fremd", "verborgen": False}, {"id": "wohngeld", "verborgen": True}]
scene = unit_2.collect()
print(json.dumps({
    "uses": [[use.id, use.area, use.name] for use in register.USES],
    "example": register.EXAMPLE,
    "known": questions.EXAMPLE,
    "entries": [entry.use.id for entry in register.entries(kept)],
    "law": [reference.orientation(id) for id in ("wohngeld", "chatbot", "anrufe")],
    "shown": str(unit_2.where_to_look_first({"00.beispiel": ["betrieb"], "00.register": kept}).says),
}))
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    return shown(tmp_path_factory.mktemp("firm"), "alltag.toml", CASES, SHOW)


def test_own_uses_come_first_and_areas_hold_together(seen):
    ids = [id for id, _, _ in seen["uses"]]
    assert ids[0] == "wohngeld" and ids[1] == "chatbot" and not {"kamera", "wartung"} & set(ids)
    assert len(ids) == len(set(ids)) == len(register.OURS) - 1
    areas = [area for _, area, _ in seen["uses"]]
    assert len(set(areas)) == sum(a != b for a, b in zip(areas, ["", *areas], strict=False))


def test_a_use_with_the_id_of_the_courses_takes_its_place(seen):
    assert [name for id, _, name in seen["uses"] if id == "chatbot"] == ["Auskunft im Netz"]


def test_the_companys_register_has_its_own_systems_and_what_is_known_of_them(seen):
    listed = [line["id"] for line in seen["example"]]
    assert listed == ["wohngeld", *(one["id"] for one in register.EXAMPLE if one["id"] != "wartung")]
    assert set(seen["known"]) == set(listed) and seen["known"]["wohngeld"] == {
        "mensch": "keiner",
        "einspruch": 14,
    }
    assert "Prüfung von Anträgen" in seen["shown"]


def test_what_a_learner_chose_of_a_use_that_is_left_out_still_stands_in_the_register(seen):
    assert seen["entries"] == ["wohngeld", "kamera"]


def test_of_an_own_use_the_course_promises_no_small_risk(seen):
    own, unlike, other = seen["law"]
    assert own == reference.orientation("zahlung") and other == reference.orientation("anrufe")
    assert "Lassen Sie die Risikoklasse klären." in unlike and "geringes" not in unlike


def test_what_was_picked_of_another_companys_list_comes_back_with_it():
    items = [{"id": "spam", "title": "Spam", "text": "", "group": ""}]
    picked = ui.PickList("", "Was?", items, ("verborgen", ""))
    value = [{"id": "spam", "verborgen": False}, {"id": "wohngeld", "verborgen": True}]
    assert picked.accept(value) == value
    assert register.entries(value)[0].use.id == "spam" and len(register.entries(value)) == 1


def test_the_tables_of_the_companys_files_know_what_the_course_knows():
    assert tuple(use.id for use in register.OURS) == uses.USES
    asked = {one["id"]: tuple(option for option, _ in one["options"]) for one in questions.QUESTIONS}
    assert asked == uses.PROFILE


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('id = "wohngeld"', 'id = "Wohngeld"', 5),
        ('id = "wohngeld"', 'id = "chatbot"', 18),
        ('wie_viele = "viele"', 'wie_viele = "alle"', 10),
        ('ki = "entscheidet"', 'ki = "<entscheidet>"', 11),
        ("unbemerkt = true", 'unbemerkt = "ja"', 12),
        ('recht_wie = "zahlung"', 'recht_wie = "fremd"', 13),
        ('mensch = "keiner"', 'mensch = "niemand"', 15),
        ("einspruch = 14", "einspruch = 15", 15),
        ("einspruch = 14", "einspruch = true", 15),
        ('bereich = "Bürgerdienste"', 'bereich = "<i>"', 8),
        ('weglassen = ["kamera"', 'weglassen = ["kammera"', 2),
        ("[[faelle]]\nid", "[faelle]\nid", 17),
        ('name = "Prüfung', 'titel = "Prüfung', 6),
    ],
)
def test_a_case_that_does_not_fit_is_named_with_its_line(tmp_path, old, new, line):
    (tmp_path / "betrieb.toml").write_bytes(company.chosen.SHIPPED.read_bytes())
    (tmp_path / "faelle").mkdir()
    assert old in CASES
    (tmp_path / "faelle" / "alltag.toml").write_text(CASES.replace(old, new, 1), encoding="utf-8")
    found, complaints = reading.check(tmp_path)
    assert found is None and any(f"alltag.toml, Zeile {line})" in one.happened for one in complaints), (
        complaints
    )
