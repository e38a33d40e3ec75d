"""Another company leads through the course: no page, form, guide or document names the shipped one."""

import json
import os
import re
import subprocess
import sys
import tomllib

import pytest

from coursetools import notebooks
from coursetools.pages import OWN_DATA
from fairki import company, manifest
from fairki.company import marks

ROOT = manifest.ROOT
OTHER = ROOT / "tests" / "cases" / "companies" / "soehne.toml"
SHIPPED = company.shipped()
CAST = (SHIPPED.people.leader, SHIPPED.people.hr, SHIPPED.people.it, SHIPPED.people.council)
NAMES = re.compile(
    "|".join(
        [r"\bHansen\b", re.escape(SHIPPED.domain.split(".")[0]), SHIPPED.trade]
        + [rf"\b{re.escape(person.name)}" for person in SHIPPED.people]  # others bear one of these names, too
        + [rf"\b{name}" for person in CAST for name in (person.given, person.family)]
    )
)
MODULES = sorted((ROOT / "modules").glob("*.ipynb"))
EXERCISES = {
    one.slug: ROOT / "exercises" / one.slug / f"{one.slug}.ipynb" for one in manifest.read().exercises
}
SENTENCES = tomllib.loads(marks.EXERCISES.read_text(encoding="utf-8"))


def stem(path):
    return path.stem


def with_company(path, *arguments):
    environment = os.environ | {company.VARIABLE: str(path), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def told():
    done = with_company(OTHER, "-m", "tests.whole_text")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_nothing_that_the_course_shows_names_the_shipped_company(told):
    found = {
        (place, match[0], text[max(0, match.start() - 40) : match.end() + 40])
        for place, texts in told.items()
        for text in texts
        for match in NAMES.finditer(text)
    }
    assert found == set()


def test_all_that_is_read_speaks_of_the_other_company(told):
    silent = [
        place
        for place, texts in told.items()
        if place.endswith(".ipynb")
        and place != OWN_DATA
        and not any("Öztürk" in text or "O’Brien" in text for text in texts)
    ]
    assert len(told) > 60 and silent == []


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("00_willkommen.ipynb", "Sie baut Backöfen und ist erfunden. Björn O’Brien leitet die Firma"),
        ("01_bewusstsein.ipynb", "Deshalb fragt Geschäftsführer Björn O’Brien:"),
        ("01_bewusstsein.ipynb", "Das Modell spart ihr Zeit."),
        ("03_pruefen.ipynb", "René Groß hat eingetragen, was er in einer Woche erfahren hat."),
        ("06_mensch_maschine.ipynb", "Sie sieht einen Stapel von Vorschlägen und die Uhr."),
        ("uebung_pruefen.ipynb", "Antwort an einen Kollegen"),
        ("uebung_pruefen.ipynb", "Was antworten Sie ihm?"),
        ("uebung_feedback.ipynb", "Björn O’Brien, der Geschäftsführer, gibt"),
        ("uebung_governance.ipynb", "Entschieden hat es Björn O’Brien: Er hat es angeordnet."),
        ("guide 00", "Ihre Absagen lässt sie von einem Chat-Programm schreiben. Sie verrät es René Groß"),
        ("data sheet anfragen", "bei der erfundenen Öztürk & O’Brien Söhne KG (Backöfen, 95 Beschäftigte)"),
    ],
)
def test_pronouns_and_words_follow_the_people(told, place, sentence):
    assert any(sentence in text for text in told[place])


def test_a_company_that_cannot_be_read_is_refused_when_the_course_starts(tmp_path):
    done = with_company(tmp_path / "keiner.toml", "-m", "coursetools", "version")
    assert done.returncode == 1 and "keiner.toml" in done.stderr and "Traceback" not in done.stderr


def test_no_other_file_names_the_company_or_its_people():
    home = ROOT / "fairki" / "company"
    files = [ROOT / "course.toml", *(ROOT / "docs").rglob("*.md")]
    files += [
        path for folder in ("fairki", "coursetools") for path in (ROOT / folder).rglob("*") if path.is_file()
    ]
    named = {
        str(path.relative_to(ROOT))
        for path in files
        if path.suffix in (".py", ".js", ".toml", ".j2", ".html", ".css", ".md", ".svg")
        and path.parent != home
        if NAMES.search(path.read_text(encoding="utf-8"))
    }
    assert named == set()


@pytest.mark.parametrize("path", MODULES, ids=stem)
def test_a_module_names_the_company_only_in_marked_places(path):
    prose = [cell.source for cell in notebooks.load(path).cells]
    assert [text for text in prose if NAMES.search(marks.without_spans(text))] == []


@pytest.mark.parametrize("path", MODULES, ids=stem)
def test_in_a_marked_place_stand_the_words_of_the_shipped_company(path):
    wrong = [
        (mark, words)
        for cell in notebooks.load(path).cells
        for mark, words in marks.spans(cell.source)
        if marks.says(mark, SHIPPED) != words
    ]
    assert wrong == []


@pytest.mark.parametrize("slug", EXERCISES)
def test_the_sentences_that_a_form_exchanges_stand_in_the_exercise(slug):
    text = "\n".join(cell.source for cell in notebooks.load(EXERCISES[slug]).cells)
    sentences = [marks.fill(one, SHIPPED) for one in SENTENCES[slug]]
    assert [one for one in sentences if one not in text] == [] and len(set(sentences)) == len(sentences)


def test_only_exercises_have_sentences_to_exchange():
    assert set(SENTENCES) == {"ueberall", *EXERCISES}
