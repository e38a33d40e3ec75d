"""A company's own cases before the KI-Ethikrat stand beside the course's, and nobody loses an answer by it."""

import pytest

from fairki import company
from fairki.company import ethics, reading
from fairki.governance import board
from tests.company_files import shown

OWN = """
{without}
[[faelle]]
id = "termine"
titel = "Was geschieht mit den Terminen?"
text = ["Es gab <b>falsche</b> Termine."]
[[faelle.stimmen]]
wer = "personal"
steht_fuer = "leitet Personal"
sagt = "Das tut mir leid."
[[faelle.stimmen]]
wer = "Ewa Beispiel"
steht_fuer = "hat gewartet"
sagt = "Ich war umsonst da."
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
"""
SHOW = """
import json, sys
from fairki import company
company.use(sys.argv[1])
from coursetools.workshop import agenda, kept_agenda
from fairki.documents import ethics_board
from fairki.governance import board
from fairki.lessons.module_04 import unit_4
ours = {key: None for key in ethics_board.SECTION.keys} | {board.CASE_KEY: None}
kept = ours | {"04.beschluss": "vorne", "04.begruendung": "Wegen des Kurses."}
own = ours | {board.CASE_KEY: "termine", "04.beschluss.termine": "alle", "04.begruendung.termine": "Weil!"}
both = kept | {key: value for key, value in own.items() if value}
step = next(one for one in agenda.of_units(["04.4"]).steps if one.unit == "04.4")
plain = {"id": "tag", "steps": [agenda.plain(step)]}
print(json.dumps({
    "cases": [case.id for case in board.CASES],
    "undecided": str(unit_4.what_is_decided(ours).says),
    "begun": str(unit_4.what_is_decided(kept).says),
    "own": str(unit_4.what_is_decided(own).says),
    "asked": unit_4.what_can_be_decided(own).visible,
    "later": str(unit_4.what_followed(own).says),
    "paper": repr(ethics_board.parts(both)),
    "step": agenda.plain(step),
    "kept": kept_agenda.brief(plain)["steps"][0],
}))
"""


def shown_cases(folder, without=""):
    return shown(folder, "ethikrat.toml", OWN.replace("{without}", without), SHOW)


@pytest.fixture(scope="module")
def beside(tmp_path_factory):
    return shown_cases(tmp_path_factory.mktemp("beside"))


def test_own_cases_come_first_and_one_is_chosen(beside):
    assert beside["cases"] == ["termine", "absagen"] and "falsche" in beside["undecided"]
    assert "&lt;b&gt;falsche" in beside["own"] and company.shipped().people.hr.name in beside["own"]
    assert "Ewa Beispiel" in beside["own"] and "fk-face" in beside["own"]
    assert {key for key, seen in beside["asked"].items() if seen} == {
        "04.beschluss.termine",
        "04.auflagen.termine",
    }
    assert "Das dauert." in beside["later"] and "Niemand liest es." in beside["later"]


def test_whoever_decided_the_courses_case_before_goes_on_with_it(beside):
    assert board.OURS.told[0] in beside["begun"]


def test_the_minutes_hold_every_case_that_was_decided(beside):
    for text in ("Wegen des Kurses.", "Weil!", "Alle anrufen. Menschen rufen an.", board.OURS.title):
        assert text in beside["paper"]


def test_the_workshop_decides_the_own_case_and_keeps_it_whole(beside):
    step = beside["step"]
    assert step["id"] == "ethikrat.termine" and step["say"][-2:] != [] and "falsche" in " ".join(step["say"])
    assert [id for id, _ in step["settings"]["options"]] == ["alle", "vorne"]
    assert beside["kept"] == step


def test_without_the_courses_case_nothing_is_chosen(tmp_path):
    alone = shown_cases(tmp_path, 'weglassen = ["absagen"]')
    assert alone["cases"] == ["termine"] and "falsche" in alone["undecided"]
    assert "Wegen des Kurses." in alone["paper"]


def test_of_the_courses_cases_the_company_knows_the_ids():
    assert (board.OURS.id,) == ethics.OURS
    assert board.CASES == (board.OURS,) and not any(key.startswith("04.fall") for key in board.OURS.keys)


def test_leaving_everything_out_is_a_complaint(tmp_path):
    (tmp_path / "betrieb.toml").write_bytes(company.chosen.SHIPPED.read_bytes())
    (tmp_path / "faelle").mkdir()
    (tmp_path / "faelle" / "ethikrat.toml").write_text('weglassen = ["absagen"]\n', encoding="utf-8")
    (complaint,) = reading.check(tmp_path)[1]
    assert "ethikrat.toml, Zeile 1" in complaint.happened and "lässt nichts übrig" in complaint.happened
