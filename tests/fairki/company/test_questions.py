"""Questions that a company prepares: what may stand in its files, and that each can be asked."""

import shutil
from pathlib import Path

import pytest

from coursetools.workshop import own_questions
from coursetools.workshop.activities import KINDS
from fairki.company import reading

EXAMPLES = sorted(
    path.parent for path in (Path(__file__).parents[3] / "docs" / "beispiele").glob("*/betrieb.toml")
)
HEAD = '[[fragen]]\nid = "eins"\nfrage = "Was gilt?"\n'
"""Three lines; what is wrong stands from line 4 on."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A company with a case and without questions."""
    shutil.copytree(EXAMPLES[-1], tmp_path / "betrieb")
    shutil.rmtree(tmp_path / "betrieb" / "fragen")
    (tmp_path / "betrieb" / "fragen").mkdir()
    shutil.rmtree(tmp_path / "betrieb" / "ablaeufe", ignore_errors=True)
    return tmp_path / "betrieb"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_question_of_the_example_companies_can_be_asked(path):
    firm = reading.read(path)
    steps = own_questions.prepared(firm)
    assert len(steps) == len(firm.questions) >= 2
    for step in steps.values():
        assert KINDS[step.activity](step.settings).public()["question"] == step.settings["question"]


def test_the_examples_show_every_kind():
    firms = [reading.read(path) for path in EXAMPLES]
    assert {one.art for firm in firms for one in firm.questions} == set(own_questions.KIND)


@pytest.mark.parametrize(
    ("rest", "line", "said"),
    [
        ('art = "quiz"', 4, "art"),
        ('art = "auswahl"', 1, "gehört „antworten“"),
        ('art = "auswahl"\nantworten = ["nur eine"]', 5, "2 bis 12"),
        ('art = "auswahl"\nantworten = ["a", "a"]', 5, "verschiedene"),
        ('art = "auswahl"\nantworten = ["a", "b"]\nhoechstens = 3', 6, "1 bis 2"),
        ('art = "auswahl"\nantworten = "a, b"', 5, "Liste"),
        ('art = "rangfolge"\nantworten = ["1", "2", "3", "4", "5", "6", "7", "8", "9"]', 5, "2 bis 8"),
        ('art = "skala"\nlinks = "nie"', 1, "rechts"),
        ('art = "skala"\nlinks = "nie"\nrechts = "immer"\nstufen = 1', 7, "2 bis 10"),
        ('art = "skala"\nlinks = "nie"\nrechts = "immer"\nantworten = ["a", "b"]', 7, "hat kein „antworten“"),
        ('art = "schaetzung"\nkleinste = 5\ngroesste = 5', 6, "nicht größer"),
        ('art = "schaetzung"\nkleinste = 0\ngroesste = 1000000\nschritt = 0.5', 7, "10.000"),
        ('art = "schaetzung"\nkleinste = 0\ngroesste = 9\nschritt = 0', 7, "schritt"),
        ('art = "schaetzung"\nkleinste = 0\ngroesste = 9\nrichtig = 50', 7, "die man auch antworten kann"),
        ('art = "schaetzung"\nkleinste = nan\ngroesste = 9', 5, "Zahl"),
        ('art = "schaetzung"\nkleinste = "0"\ngroesste = 9', 5, "Zahl"),
        ('art = "wortwolke"\nhoechstens = 6', 5, "1 bis 5"),
        ('art = "freitext"\nminuten = 61', 5, "1 bis 60"),
        ('art = "fall"\nfall = "gibt_es_nicht"', 5, "wohngeld"),
        ('art = "freitext"\nart2 = 1', 5, "art2"),
    ],
)
def test_what_does_not_fit_is_said_with_file_and_line(folder, rest, line, said):
    (folder / "fragen" / "probe.toml").write_text(HEAD + rest + "\n", encoding="utf-8")
    firm, complaints = reading.check(folder)
    assert firm is None
    told = [f"{one.happened} {one.remedy}" for one in complaints]
    assert any("probe.toml" in one and f"Zeile {line}" in one and said in one for one in told), told


def test_two_files_do_not_share_an_id(folder):
    for name in ("eins", "zwei"):
        (folder / "fragen" / f"{name}.toml").write_text(f'{HEAD}art = "freitext"\n', encoding="utf-8")
    _, complaints = reading.check(folder)
    assert [(one.path.name, one.line) for one in complaints] == [("eins.toml", 2), ("zwei.toml", 2)]
    assert "steht in eins.toml und zwei.toml" in str(complaints[0])
