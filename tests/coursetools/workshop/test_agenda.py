"""Agendas: minutes that add up, a model of the room, a commitment at the end, and words that can be read aloud."""

import json
import re
import shutil

import pytest

from coursetools import reading, wording
from coursetools.workshop import agenda
from coursetools.workshop.activities import KINDS
from fairki import manifest, speech
from fairki.errors import BadAnswerError, BadFileError
from fairki.lessons import misconceptions
from fairki.lessons.misconceptions import de as cases
from fairki.worlds import credit, need

AGENDAS = agenda.load()
STEPS = agenda.steps()
UNITS = [f"{module.id}.{unit.id}" for module in manifest.read().modules for unit in module.units]


def spoken(step: agenda.Step) -> str:
    objections = [text for one in step.objections for text in (one.says, one.answer)]
    return "\n\n".join([step.goal, *step.say, *step.ask, *step.expect, *objections, step.plan_b])


@pytest.mark.parametrize(
    "id,minutes",
    [("45", 45), ("45-texte", 45), ("90", 90), ("90-irrtuemer", 90), ("180", 180), ("tag", 450)],
)
def test_there_are_agendas_for_45_90_and_180_minutes_and_a_day_and_their_minutes_add_up(id, minutes):
    assert AGENDAS[id].minutes == sum(step.minutes for step in AGENDAS[id].steps) == minutes


@pytest.mark.parametrize("one", AGENDAS.values(), ids=AGENDAS)
def test_in_every_agenda_the_room_trains_a_model_and_at_the_end_there_is_a_commitment(one):
    assert {"applicants", "sentence"} & {step.activity for step in one.steps}
    assert one.steps[-1].id == "zusage" and one.steps[0].id == "ankommen"


@pytest.mark.parametrize("one", AGENDAS.values(), ids=AGENDAS)
def test_an_agenda_survives_as_plain_json_with_distinct_steps_and_activities_that_can_be_made(one):
    plain = one.plain()
    assert plain == json.loads(json.dumps(plain))
    assert len({step["id"] for step in plain["steps"]}) == len(plain["steps"])
    for step in plain["steps"]:
        if step["kind"] == "activity":
            assert KINDS[step["activity"]](step["settings"]).public()


@pytest.mark.parametrize("one", AGENDAS.values(), ids=AGENDAS)
def test_nobody_sits_for_longer_than_two_hours_without_a_break(one):
    since = longest = 0
    for step in one.steps:
        since = 0 if step.kind == "break" else since + step.minutes
        longest = max(longest, since)
    assert longest <= 120


@pytest.mark.parametrize("one", misconceptions.BEFORE)
def test_a_room_is_asked_the_same_case_as_the_course_and_again_by_a_poll_that_shows_sums(one):
    first, again = (STEPS[f"irrtum_{one}{end}"] for end in ("", "_noch_einmal"))
    case = cases.BEFORE[one]
    assert first.activity == "poll" and again.again == first.id
    assert first.settings["question"] == case.question.replace("\N{NO-BREAK SPACE}", " ")
    assert first.settings["options"] == case.options
    right = dict(map(tuple, case.options))[case.right].rstrip(".")
    assert right.lower() in " ".join(again.expect).lower()
    asked = [step.id for step in AGENDAS["90-irrtuemer"].steps]
    assert asked.index(first.id) < asked.index("spiegel") < asked.index("audit") < asked.index(again.id)


def test_every_unit_of_the_course_can_be_ticked_and_knows_its_page():
    assert [unit["id"] for unit in agenda.units()] == UNITS
    numbers = [f"{module.number}.{unit.id}" for module in manifest.read().modules for unit in module.units]
    assert [unit["number"] for unit in agenda.units()] == numbers
    assert all(step.page.startswith("/modul/") for step in STEPS.values() if step.unit)


def test_an_own_agenda_keeps_the_order_of_the_course_and_adds_opening_breaks_and_commitment():
    own = agenda.of_units(["05.4", "03.3", "00.2", "01.1", "02.1", "01.2", "01.3", "04.1", "05.1", "04.4"])
    ids = [step.id for step in own.steps]
    assert ids[0] == "ankommen" and ids[-2:] == ["rueckblick", "zusage"]
    assert [step.unit for step in own.steps[1:-2] if step.unit] == [
        "00.2",
        "01.1",
        "01.2",
        "01.3",
        "02.1",
        "03.3",
        "04.1",
        "04.4",
        "05.1",
        "05.4",
    ]
    assert ids.count("pause") == 1
    assert own.minutes == sum(step.minutes for step in own.steps)


def test_all_units_together_make_an_agenda_with_several_distinct_breaks():
    own = agenda.of_units(UNITS)
    breaks = [step.id for step in own.steps if step.kind == "break"]
    assert len(breaks) > 2 and len(set(breaks)) == len(breaks)


@pytest.mark.parametrize("units", [[], ["09.1"], [None]])
def test_an_own_agenda_without_real_units_is_refused(units):
    with pytest.raises(BadAnswerError):
        agenda.of_units(units)


@pytest.mark.parametrize(
    "step", [one for one in STEPS.values() if one.kind != "break"], ids=lambda one: one.id
)
def test_a_step_tells_a_facilitator_everything_in_plain_german(step):
    assert step.goal and step.say and step.ask and step.expect and step.objections and step.plan_b
    assert reading.measure(step.id, spoken(step)).ease >= reading.EASY_ENOUGH


@pytest.mark.parametrize("step", STEPS.values(), ids=lambda one: one.id)
def test_a_step_avoids_the_words_we_do_not_use(step):
    assert [rule.hint for rule in wording.DISCOURAGED if rule.pattern.search(spoken(step))] == []


def test_figures_that_are_read_aloud_are_those_of_the_worlds():
    said = " ".join(spoken(step) for step in STEPS.values())
    young, old = (
        speech.number(100 * (1 - credit.DEFAULT_RATE[group])) for group in (credit.YOUNGER, credit.OLDER)
    )
    assert f"Von 100 Jüngeren zahlen hier {young} zurück, von 100 Älteren {old}." in said
    assert f"Dort ist der Bedarf im Mittel {speech.number(need.MORE_NEED, 1)}-mal so hoch." in said


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("Jonas Weber", "Personalabteilung"),
        ("Samira Haddad", "IT"),
        ("Hansen & Yıldız", "in unserem Beispiel"),
    ],
)
def test_a_step_says_who_somebody_of_the_example_is(name, who):
    """In an own agenda any step may be the first that mentions them."""
    steps = [spoken(step) for step in STEPS.values() if name in spoken(step)]
    assert steps and all(who in words for words in steps)


@pytest.fixture
def copy(tmp_path):
    """The agendas and steps in a folder of their own."""
    for name in ("agendas.toml", "steps"):
        source = agenda.FOLDER / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(
    "file,old,new,complaint",
    [
        ("agendas.toml", '["vorher", 3]', '["vorher", 4]', "dauern"),
        ("agendas.toml", '["vorher", 3]', '["erfunden", 3]', "erfunden"),
        ("agendas.toml", '["vorher", 3], ["spiegel", 16]', '["uns", 3], ["spiegel", 16]', "wiederholt"),
        ("agendas.toml", "minutes = 45", "minuten = 45", "fehlt"),
        ("agendas.toml", "minutes = 45", "minutes = ", "agendas.toml"),
        ("steps/01.toml", 'activity = "applicants"', 'activity = "karten"', "karten"),
        ("steps/01.toml", 'unit = "01.1"', 'unit = "11.1"', "11.1"),
        ("steps/01.toml", 'training = "alle"', 'training = "zufall"', "training"),
        ("steps/01.toml", 'id = "spalte"', 'id = "spiegel"', "doppelt"),
        ("steps/rahmen.toml", 'kind = "break"\nminutes = 15', 'kind = "break"', "minutes"),
        ("steps/rahmen.toml", "says =", "sagt =", "Einwand"),
    ],
)
def test_a_mistake_in_the_files_is_reported_with_its_place(copy, file, old, new, complaint):
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(BadFileError, match=complaint):
        agenda.load(copy)


@pytest.mark.parametrize(
    "file,old,new,word",
    [
        ("agendas.toml", 'id = "90"', "id = 90 Minuten", "Anführungszeichen"),
        ("steps/rahmen.toml", "[[steps]]", "[[steps]", "Zeichen"),
        ("agendas.toml", "minutes = 90", "minutes = 91", "dauern 90 Minuten"),
        ("steps/01.toml", 'kind = "activity"', 'kind = "spiel"', "spiel"),
    ],
)
def test_a_mistake_in_a_file_is_named_in_german_with_its_line(copy, file, old, new, word):
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadFileError) as caught:
        agenda.load(copy)
    number = int(re.search(r"Zeile (\d+)", caught.value.happened)[1])
    at = text[: text.index(old)].count("\n") + 1
    head = max(n for n, row in enumerate(text.splitlines(), 1) if n <= at and row.startswith("[["))
    assert number in (at, head) and word in caught.value.happened
    assert not re.search(r"line|column|Expected|Invalid", caught.value.happened)


def test_a_file_in_another_encoding_is_named_with_its_line(copy):
    content = (copy / "agendas.toml").read_bytes()
    (copy / "agendas.toml").write_bytes(content.replace("ü".encode(), b"\xfc", 1))
    with pytest.raises(BadFileError, match="UTF-8") as caught:
        agenda.load(copy)
    line = content[: content.index("ü".encode())].count(b"\n") + 1
    assert f"agendas.toml, Zeile {line}" in caught.value.happened


@pytest.mark.parametrize("content", ["steps = 3", 'steps = ["a"]', "[steps]\nid = 1"])
def test_a_file_without_sections_is_named(copy, content):
    (copy / "steps" / "rahmen.toml").write_text(content, encoding="utf-8")
    with pytest.raises(BadFileError, match=r"rahmen.toml.*\[\[steps\]\]"):
        agenda.load(copy)


def test_a_file_that_is_gone_is_named(copy):
    (copy / "agendas.toml").unlink()
    with pytest.raises(BadFileError, match=r"agendas\.toml.*fehlt"):
        agenda.load(copy)
