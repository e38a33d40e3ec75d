"""A company's own letters stand beside the course's, and nobody loses a text by it."""

import pytest

from fairki import company
from fairki.company import letters, reading
from fairki.feedback import letter
from fairki.lessons.module_05.de import unit_3 as de
from tests.company_files import shown

PARTS = "".join(
    f"""
[[briefe.{part}]]
id = "gut"
text = "Gut: <b>{part}</b>."
[[briefe.{part}]]
id = "amt"
text = "Amtlich: {part}."
"""
    for part in letters.PARTS
)
OWN = f"""
[[briefe]]
id = "anrede"
name = "Ein Bescheid"
anlass = "Der Antrag war <i>unvollständig</i>."
an = "Renate Beispiel"
{PARTS}
"""
SHOW = """
import json, sys
from fairki import company
company.use(sys.argv[1])
from fairki.documents import feedback_plan
from fairki.feedback import letter
from fairki.lessons.module_05 import unit_3
own, = letter.OWN
empty = {letter.LETTER_KEY: None} | {key: None for one in letter.KNOWN for key in one.keys}
course = empty | {"05.brief.grund": "klar", "05.brief": "Der Brief des Kurses."}
picked = empty | {letter.LETTER_KEY: own.id} | dict.fromkeys(own.part_keys.values(), "gut")
picked |= {own.part_keys["ki"]: "nichts"}
typed = picked | {own.reply_key: "Kurz."}
print(json.dumps({
    "keys": [one.keys for one in letter.KNOWN],
    "letters": [one.id for one in letter.LETTERS],
    "happened": [str(unit_3.what_happened(answers).says) for answers in (empty, course, picked)],
    "visible": unit_3.the_letter_so_far(picked).visible,
    "letter": str(unit_3.the_letter_so_far(picked).says),
    "look": str(unit_3.what_a_look_finds(typed).says),
    "paper": repr(feedback_plan.parts(course | typed | {"05.brief": "Der Brief des Kurses."})),
    "asked": [[block.key, block.visible] for block in unit_3.write_letter().blocks if block.key],
}))
"""


@pytest.fixture(scope="module")
def beside(tmp_path_factory):
    return shown(tmp_path_factory.mktemp("firm"), "briefe.toml", OWN, SHOW)


def test_own_letters_come_first_and_one_is_chosen_or_begun(beside):
    nothing, begun, chosen = beside["happened"]
    assert beside["letters"] == ["anrede", "bewerbung"] and nothing == chosen
    assert begun == de.OCCASION and "&lt;i&gt;unvollständig" in chosen and "an Renate Beispiel." in chosen


def test_answers_to_one_letter_are_never_those_to_another(beside):
    own, ours = map(set, beside["keys"])
    assert not own & ours and {"05.brief", "05.brief.anrede"} <= ours


def test_an_own_letter_is_put_together_of_its_parts(beside):
    assert "<p>Guten Tag Renate Beispiel,</p><p>gut: &lt;b&gt;anfang" in beside["letter"]
    assert (
        "grund" in beside["letter"] and "ki&lt;" not in beside["letter"] and "Amtlich" not in beside["letter"]
    )
    assert {key for key, seen in beside["visible"].items() if seen} == set(beside["keys"][0][1:])
    assert {key for key, visible in beside["asked"] if visible} == set(beside["keys"][0][1:])


def test_the_learners_own_text_goes_first_and_both_letters_stand_in_the_plan(beside):
    assert "noch sehr kurz" in beside["look"]
    for text in ("Vorlage für eine Absage", "Der Brief des Kurses.", "Vorlage: Ein Bescheid", "Kurz."):
        assert text in beside["paper"]


def test_of_the_courses_letters_the_company_knows_ids_and_parts():
    assert (letter.OURS.id,) == letters.OURS and tuple(de.LETTER) == letters.PARTS
    assert letter.LETTERS == (letter.OURS,)
    assert any(id == letters.NOTHING for _, options in de.LETTER.values() for id, _ in options)


def test_the_option_that_leaves_out_is_taken(tmp_path):
    (tmp_path / "betrieb.toml").write_bytes(company.chosen.SHIPPED.read_bytes())
    (tmp_path / "faelle").mkdir()
    path = tmp_path / "faelle" / "briefe.toml"
    path.write_text(OWN.replace('id = "amt"', 'id = "nichts"', 1), encoding="utf-8")
    (complaint,) = reading.check(tmp_path)[1]
    line = path.read_text(encoding="utf-8").splitlines().index('id = "nichts"') + 1
    assert f"briefe.toml, Zeile {line})" in complaint.happened and "schon vergeben" in complaint.remedy
