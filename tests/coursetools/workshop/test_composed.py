"""Agendas that somebody put together: on the page, or in a file of the company; the minutes add up."""

import subprocess
import sys
from pathlib import Path

import pytest
from serving import ENVIRONMENT

from coursetools import own_company
from coursetools.workshop import agenda, composed, kept_agenda
from coursetools.workshop.record import check
from coursetools.workshop.session import Session
from fairki import manifest
from fairki.company import agendas, chosen
from fairki.errors import BadAnswerError

HEAD = 'titel = "Teamrunde"\nminuten = 9\n'
GOOD = HEAD + "\n".join(
    f'\n[[schritte]]\nschritt = "{id}"\nminuten = {minutes}' for id, minutes in (("ankommen", 4), ("uns", 5))
)


@pytest.fixture
def folder(tmp_path: Path):
    """Makes a company with this agenda of its own."""

    def made(text: str, name: str = "runde") -> Path:
        (tmp_path / "betrieb.toml").write_bytes(chosen.SHIPPED.read_bytes())
        (tmp_path / agendas.FOLDER).mkdir(exist_ok=True)
        (tmp_path / agendas.FOLDER / f"{name}.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return made


def test_steps_come_in_the_order_and_with_the_minutes_that_somebody_chose():
    made = composed.of_steps(
        [("uns", 7), ("pause", 3), ("vorher", 4), ("pause", 5), ("noch_einmal", 2)], " Abend "
    )
    assert [(step.id, step.minutes) for step in made.steps][:2] == [("uns", 7), ("pause", 3)]
    assert made.minutes == 21 and made.title == "Abend" and made.steps[3].id == "pause-2"
    again = made.steps[-1]
    assert again.again == "vorher" and again.activity == "poll" and again.settings
    check(Session("ABC", made.plain()))
    assert kept_agenda.whole(kept_agenda.brief(made.plain())) == made.plain()


@pytest.mark.parametrize(
    ("named", "word"),
    [
        ([], "leer"),
        ([("uns", 1)] * 61, "zu lang"),
        ([("gibt_es_nicht", 5)], "gibt es hier nicht"),
        ([("uns", 0)], "Minuten"),
        ([("uns", 601)], "Minuten"),
        ([("noch_einmal", 3), ("vorher", 3)], "vorher nicht vor"),
    ],
)
def test_what_makes_no_agenda_is_refused_in_german(named, word):
    with pytest.raises(BadAnswerError) as refused:
        composed.of_steps(named)
    assert word in refused.value.happened and refused.value.remedy


def test_every_step_of_the_course_can_be_chosen():
    offered = composed.offered()
    assert {one["id"] for one in offered} >= set(agenda.steps())
    modules = {one.title for one in manifest.read().modules}
    assert {one["group"] for one in offered} == modules | {""}


def test_a_facilitator_follows_an_agenda_of_her_own_until_somebody_votes(served):
    steps = [["ankommen", 4], ["vorher", 6]]
    assert served.order("agenda", steps=steps, title="Unser Abend")[0] == 200
    sheet = served.request("GET", "/leitung/ablauf", served.facilitator)[1]
    assert sheet["agenda"]["title"] == "Unser Abend" and sheet["agenda"]["minutes"] == 10
    for bad in ([["ankommen", True]], [["ankommen"]], ["ankommen"], [["ankommen", "5"]]):
        assert served.order("agenda", steps=bad, title="")[1]["code"] == "bad_request"
    assert served.order("agenda", steps=[["gibt_es_nicht", 5]], title="")[0] == 422
    served.open("vorher")
    assert served.order("agenda", steps=steps, title="")[1]["code"] == "already_running"


@pytest.mark.parametrize(
    ("old", "new", "line", "word"),
    [
        ("minuten = 9", "minuten = 10", 2, "dauern zusammen 9 Minuten"),
        ('"uns"', '"unser"', 9, "gibt es nicht"),
        ('"uns"', '"noch_einmal"', 9, "vorher nicht vor"),
        ('"uns"', "7", 9, "schritt"),
        ("minuten = 5", "minuten = 0", 10, "minuten"),
        ("minuten = 4", "minuten = 4.5", 6, "minuten"),
        ('titel = "Teamrunde"', "titel = 3", 1, "titel"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_its_line(folder, old, new, line, word):
    first = own_company.complaints(folder(GOOD.replace(old, new)))[0]
    assert first.path.name == "runde.toml" and first.line == line
    assert word in first.happened and first.write


def test_a_name_that_the_course_has_or_that_nobody_can_type_is_refused(folder):
    assert own_company.complaints(folder(GOOD)) == []
    (complaint,) = own_company.complaints(folder(GOOD, "90"))
    assert complaint.path.name == "90.toml" and "„90“" in complaint.happened


def test_the_example_of_the_template_and_of_the_company_of_the_docs_are_agendas(tmp_path):
    own_company.new(tmp_path / "neu")
    for place in (tmp_path / "neu", manifest.ROOT / "docs" / "beispiele" / "klinikverbund"):
        assert own_company.complaints(place) == [] and list((place / agendas.FOLDER).glob("*.toml"))


def test_an_agenda_of_the_company_can_be_chosen_by_its_file_s_name(folder):
    """In a process of its own: the company is chosen before any words are loaded."""
    code = f"""
from coursetools import own_company
own_company.take({str(folder(HEAD + 'spielregeln = ["Wir duzen uns."]' + GOOD.removeprefix(HEAD)))!r})
from coursetools.workshop import workshop
one = workshop.of_course().ready["runde"]
print(one["title"], one["minutes"], [step["id"] for step in one["steps"]], one["rules"])
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=ENVIRONMENT, check=True
    )
    assert done.stdout.split("\n")[0] == "Teamrunde 9 ['ankommen', 'uns'] ['Wir duzen uns.']"
