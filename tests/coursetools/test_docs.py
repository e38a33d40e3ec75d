"""Guides tell the truth: they are easy to read, and every command, option, file, button and address in them exists."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
from typer.main import get_command

from coursetools import cli, course_folder, reading
from coursetools.serve import hosts
from coursetools.workshop import agenda, guide_handlers, handlers, options
from fairki import company, language

ROOT = Path(__file__).parents[2]
GUIDES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PAPERS = [*GUIDES, ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"]
VERBS = get_command(cli.app).commands
FOLDERS = ("coursetools", "docs", "fairki", "modules", "tests")
"""Folders that guides name; not those that appear only when somebody works (``bewertung``, ``workshop``)."""


def text_of(path: Path) -> str:
    """A paper without its English summary."""
    return path.read_text(encoding="utf-8").partition("## English summary")[0]


def spans(path: Path) -> list[str]:
    """What stands in backticks in the running text, and every line of a block of code."""
    text = path.read_text(encoding="utf-8")
    blocks = re.findall(r"```\n(.*?)```", text, re.DOTALL)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    return inline + [line for block in blocks for line in block.splitlines()]


def calls(path: Path) -> list[list[str]]:
    """Verb and arguments of every call of ours, also of the short form ``workshop --neu``."""
    found = [
        re.fullmatch(
            r"(?:sudo (?:-u \S+ )?(?:env \S+ )?)?(?:(?:python3 )?build_course\.py|(?:\S*/)?fairki) (\S.*)",
            span,
        )
        for span in spans(path)
    ]
    ours = [one[1] for one in found if one]
    ours += [span for span in spans(path) if span.split(" ")[0] in VERBS]
    return [shlex.split(one, comments=True) for one in ours]


def named(paths: list[Path], find) -> list:
    """What `find` finds in each file, with the file's name for the report."""
    return [pytest.param(path, one, id=f"{path.name} {one}") for path in paths for one in find(path)]


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_every_chapter_of_a_guide_is_easy_enough(path):
    chapters = [one for one in re.split(r"(?m)^(?=#+ )", text_of(path)) if one.strip()]
    found = [reading.measure(chapter.partition("\n")[0], chapter) for chapter in chapters]
    assert sum(one.words for one in found) > 100
    # The heading alone, or with a line or two below it, is too little to measure.
    assert [one for one in found if one.words > 20 and one.ease < reading.EASY_ENOUGH] == []


@pytest.mark.parametrize(("path", "call"), named(PAPERS, calls))
def test_every_call_can_be_made_as_it_is_written(path, call):
    verb, *arguments = call
    context = VERBS[verb].make_context(verb, arguments)
    if verb == "workshop":
        options.check(arguments)
        assert context.params["agenda"] in agenda.load()


@pytest.mark.parametrize(
    ("path", "option"),
    named(
        GUIDES, lambda path: [span.split()[0] for span in spans(path) if re.match(r"--[a-z-]+( \w+)?$", span)]
    ),
)
def test_every_option_that_stands_alone_belongs_to_a_verb(path, option):
    assert any(option in parameter.opts for verb in VERBS.values() for parameter in verb.params)


@pytest.mark.parametrize(
    ("path", "name"), named(PAPERS, lambda path: re.findall(r"FAIRKI_[A-Z]+", text_of(path)))
)
def test_every_variable_is_one_that_an_option_or_the_server_reads(path, name):
    read = {parameter.envvar for verb in VERBS.values() for parameter in verb.params}
    read |= {course_folder.VARIABLE, hosts.VARIABLE, language.VARIABLE, company.VARIABLE}
    assert name in read


@pytest.mark.parametrize(
    ("path", "extra"), named(PAPERS, lambda path: re.findall(r"--extra (\w+)", text_of(path)))
)
def test_every_extra_can_be_installed(path, extra):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert extra in project["optional-dependencies"]


@pytest.mark.parametrize(
    ("path", "link"), named(PAPERS, lambda path: re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text("utf-8")))
)
def test_every_link_leads_to_a_file(path, link):
    assert "://" not in link and (path.parent / link).exists()


@pytest.mark.parametrize(
    ("path", "file"),
    named(
        PAPERS,
        lambda path: [
            word
            for span in spans(path)
            for word in span.split()
            if word.startswith(tuple(f"{folder}/" for folder in FOLDERS)) and "NN" not in word
        ],
    ),
)
def test_every_file_is_there(path, file):
    pattern = re.sub(r"<[^>]*>", "*", file).rstrip("/")
    assert list(ROOT.glob(pattern))


@pytest.mark.parametrize(
    ("path", "address"),
    named(GUIDES, lambda path: [span for span in spans(path) if re.match(r"/(leit|mit|lein)\w+", span)]),
)
def test_every_address_of_the_server_is_answered(path, address):
    page, _, query = address.partition("?")
    routes = [*handlers.routes("/"), *guide_handlers.routes("/")]
    assert any(re.fullmatch(route[0], page) for route in routes)
    if query:
        assert agenda.of_units(query.removeprefix("einheiten=").split(",")).steps


def test_the_guide_for_facilitators_names_every_agenda_by_its_title():
    text = text_of(ROOT / "docs" / "leitfaden.md")
    quick = text_of(ROOT / "docs" / "schnellstart-workshop.md")
    for name, one in agenda.load().items():
        assert f"| {one.title} |" in text
        assert f"`{name}`" in quick


def test_every_button_and_message_of_the_quick_start_is_on_a_page():
    text = text_of(ROOT / "docs" / "schnellstart-workshop.md")
    buttons = re.findall(r"(?m)^\| [^|]+ \| (\w[\w ]+?)(?:\.[^|]*)? \|$", text)[1:] + re.findall(
        r"„([^“]+)“", text
    )
    assert len(buttons) > 8
    scripts = (ROOT / "coursetools" / "workshop" / "pages").rglob("*.js")
    pages = "".join(script.read_text(encoding="utf-8") for script in scripts)
    assert [one for one in buttons if not re.search(rf'["`]{re.escape(one)}', pages)] == []
