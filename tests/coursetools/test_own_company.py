"""The company's folder on the command line, and what of it is seen on pages."""

import os
import re
import subprocess
import sys
import tomllib
from dataclasses import replace

import pytest
from nbformat import v4

from coursetools import notebooks, own_company
from fairki import company
from fairki.company import files, reading
from fairki.company.schema import Entry, Many
from fairki.errors import BadFileError
from tests.company_files import OWN

PAGE = "# Wer wir sind\n\n<script>alert(1)</script> [x](javascript:alert(1))\n"


@pytest.fixture
def folder(tmp_path):
    """A new folder, as the command makes it."""
    own_company.new(tmp_path / "wir")
    return tmp_path / "wir"


@pytest.fixture
def taken(monkeypatch):
    """The companies that a call takes."""
    found = []
    monkeypatch.setattr(own_company, "take", found.append)
    monkeypatch.delenv(company.VARIABLE, raising=False)
    return found


def test_a_new_folder_can_be_used_at_once_and_is_the_shipped_company(folder):
    assert own_company.complaints(folder) == []
    made = reading.read(folder)
    assert replace(made, agendas=()) == company.shipped()
    assert [one.name for one in made.agendas] == ["teamrunde"]  # an example of what may stand there


def test_nothing_is_written_where_something_lies(folder):
    with pytest.raises(BadFileError, match="liegt schon etwas"):
        own_company.new(folder)


def uncommented(file):
    """A file of a new folder as if somebody had taken away each # before an entry."""
    written = re.sub(r"(?m)^# ?(?=[\w\[.]+( =|\]))", "", file.read_text(encoding="utf-8"))
    file.write_text(written, encoding="utf-8")
    return tomllib.loads(written)


def explained(raw, table):
    """Whether what stands in a file or section is all that may stand there."""
    assert raw.keys() == table.keys()
    for key, one in table.items():
        if not isinstance(one, Entry):
            sections = raw[key] if isinstance(one, Many) else [raw[key]]
            explained({name: value for section in sections for name, value in section.items()}, one.section)


def test_every_entry_that_the_course_reads_is_explained_in_the_new_folder(folder):
    for file in files.FILES:
        (path,) = (folder / file.folder).glob(file.name)
        raw = uncommented(path)
        assert raw.pop(reading.VERSION_KEY, None) == (reading.VERSION if file is files.MAIN else None)
        explained(raw, file.table)
    (missing,) = own_company.complaints(folder)  # the one thing that is not text
    assert missing.path.name == "beispiel.toml" and "das Notebook beispiel.ipynb" in missing.happened
    asked = v4.new_code_cell(metadata={"nbgrader": {"grade_id": "a1", "solution": True}})
    notebook = v4.new_notebook(cells=[asked], metadata={"fairki": {"exercise": "beispiel"}})
    (folder / "uebungen" / "beispiel.ipynb").write_text(notebooks.dumps(notebook), encoding="utf-8")
    assert own_company.complaints(folder) == []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["serve", "--betrieb", "wir"], ["wir"]),
        (["publish", "ziel", "--betrieb=wir"], ["wir"]),
        (["serve"], []),
        (["serve", "--betrieb"], []),
        (["betrieb", "pruefen", "wir"], []),
    ],
)
def test_a_call_takes_the_company_that_it_names(tmp_path, taken, arguments, expected):
    own_company.choose(arguments, tmp_path)
    assert taken == expected


@pytest.mark.parametrize(
    ("arguments", "takes"), [([], True), (["workshop"], True), (["grade", "x"], True), (["data"], False)]
)
def test_a_folder_beside_the_course_is_found_by_the_verbs_that_people_see(tmp_path, taken, arguments, takes):
    (tmp_path / "betrieb").mkdir()
    own_company.choose(arguments, tmp_path)
    assert taken == ([str(tmp_path / "betrieb")] if takes else [])


@pytest.mark.parametrize("named", ["", "anderswo"])
def test_the_environment_comes_before_the_folder_beside_the_course(tmp_path, taken, monkeypatch, named):
    monkeypatch.setenv(company.VARIABLE, named)
    (tmp_path / "betrieb").mkdir()
    own_company.choose(["serve"], tmp_path)
    assert taken == []


def call(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "coursetools", *arguments],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "COLUMNS": "300"} | environment,
    )


def test_the_check_lists_what_is_wrong_and_the_course_does_not_start_with_it(folder):
    file = folder / reading.FILE
    file.write_text(
        file.read_text(encoding="utf-8").replace('"er"', '"es"').replace("240", "0"), encoding="utf-8"
    )
    checked = call("betrieb", "pruefen", str(folder))
    assert checked.returncode == 1 and "4 Stellen" in checked.stderr
    assert checked.stdout.count("betrieb.toml, Zeile ") == 4 and "ganze Zahl ab 1" in checked.stdout
    started = call("serve", "--betrieb", str(folder))
    assert started.returncode == 1 and "Dazu 3 weitere Stellen" in started.stderr


AGENDA = """titel = "Runde"
minuten = 10
[[schritte]]
schritt = "{step}"
minuten = 10
"""
EXERCISE = """titel = "Übung"
minuten = 10
modul = "99"
[[loesungswege]]
frage = "a1"
text = "So."
einheit = "98.1"
"""


@pytest.mark.parametrize(
    "broken", ["betrieb.toml", "fragen/fragen.toml", "faelle/alltag.toml", "faelle/ethikrat.toml"]
)
def test_what_whole_files_name_is_looked_up_although_another_file_is_no_toml(folder, broken):
    """All places at once: a step, a module and a unit that there are not, beside the file that cannot be read."""
    (folder / broken).write_text("[kaputt", encoding="utf-8")
    (folder / "ablaeufe" / "runde.toml").write_text(AGENDA.format(step="gibt_es_nicht"), encoding="utf-8")
    (folder / "uebungen" / "beispiel.toml").write_text(EXERCISE, encoding="utf-8")
    found = [(one.path.name, one.line) for one in own_company.complaints(folder)]
    assert found[0] == (broken.rpartition("/")[2], 1)
    assert found[1:] == [("runde.toml", 4), *[("beispiel.toml", line) for line in (3, 7, 0)]]


@pytest.mark.parametrize(
    ("broken", "step"),
    [("fragen/fragen.toml", "frage_unsere"), ("faelle/ethikrat.toml", "ethikrat.unserer")],
)
def test_what_an_unreadable_file_may_hold_is_not_called_unknown(folder, broken, step):
    (folder / "ablaeufe" / "runde.toml").write_text(AGENDA.format(step=step), encoding="utf-8")
    (unknown,) = own_company.complaints(folder)
    assert step in unknown.happened
    (folder / broken).write_text("[kaputt", encoding="utf-8")
    (unreadable,) = own_company.complaints(folder)
    assert unreadable.path == folder / broken


def test_a_broken_folder_that_the_environment_names_can_be_checked_and_mended_and_is_used_by_nothing_else(
    folder,
):
    (folder / reading.FILE).write_text("[betrieb", encoding="utf-8")
    named = {company.VARIABLE: str(folder)}
    checked = call("betrieb", "pruefen", str(folder), **named)
    assert checked.returncode == 1 and "✗ " in checked.stdout and "1 Stelle" in checked.stderr
    assert call("betrieb", "neu", str(folder / "neu"), **named).returncode == 0
    assert (
        call("betrieb", "bearbeiten", str(folder / "fehlt"), **named).stderr.count("liegt kein Betrieb") == 1
    )
    started = call("serve", **named)
    assert started.returncode == 1 and str(folder) in started.stderr and not started.stdout


SHOW = """
import sys
from coursetools import own_company
own_company.take(sys.argv[1])
from coursetools.publish import site
from coursetools.serve import assets, handlers, plain_pages
from fairki import manifest
at = assets.publish(assets.Assets())
course = site.site(manifest.read(), manifest.ROOT)
for name, _ in at.own:
    print(plain_pages.own(at, name))
print(plain_pages.home(at, course))
print(*[route[0] for route in handlers.routes("/")], *site.firm_files())
"""


def test_what_the_company_says_stands_on_pages_as_text(folder):
    file = folder / reading.FILE
    file.write_text(file.read_text(encoding="utf-8") + OWN, encoding="utf-8")
    (folder / "seiten" / "impressum.md").write_text(PAGE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", SHOW, str(folder)], capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    shown = done.stdout
    for text in (
        f"FairKI · {company.shipped().short}".replace("&", "&amp;"),
        "Fragen zum Kurs beantwortet: Ayşe Demir. Telefon 1234 &lt;b&gt;",
        "<p>beim Personalrat</p>",
        "<li>Ein Mensch liest mit.</li>",
        "<h3>Schreibhilfe</h3>",
        "<li>Texte ohne Namen</li>",
        "Abgabe bis 31. März 2027: auf der Lernplattform",
        '<a href="/bei-uns.html">Bei uns</a>',
        '<a href="/impressum.html">Impressum</a>',
        "<h1>Wer wir sind</h1>",
        "&lt;script&gt;alert(1)",
        "/(bei-uns|impressum)(?:",
        "betrieb/betrieb.toml betrieb/seiten/impressum.md",
    ):
        assert text in shown
    assert (
        "<script>alert" not in shown and 'href="javascript' not in shown and "datenschutz.html" not in shown
    )
