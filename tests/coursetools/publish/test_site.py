"""The edition without a server: all its files as they lie in the folder, without a browser."""

import io
import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import nbformat
import pytest
from answers import FULL, answers_to
from publishing import edition  # noqa: F401 (a fixture)

from coursetools import web_tools
from coursetools.publish import command, de, options
from coursetools.publish.site import BASE, FIRM
from fairki import company, manifest
from fairki.errors import SetupError

TESTS = Path(__file__).resolve().parents[2]
COURSE = manifest.read()
BETWEEN_MARKS = re.compile(
    r"### BEGIN (?:SOLUTION|HIDDEN TESTS|MARK SCHEME)\n(.*?)### END", re.DOTALL | re.IGNORECASE
)
LONG = 25  # letters of a line that nobody else writes by chance


class Links(HTMLParser):
    """All addresses on a page, and all places that one can jump to."""

    def __init__(self, text: str):
        super().__init__()
        self.addresses: list[str] = []
        self.places: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.addresses += [given[name] for name in ("href", "src", "data-script") if given.get(name)]
        self.places |= {given[name] for name in ("id",) if given.get(name)}
        if tag == "meta" and given.get("name") == "fairki-plotly":
            self.addresses.append(given["content"])


def embedded(html: str, name: str) -> dict:
    """The JSON that a page carries under this id."""
    return json.loads(html.partition(f'id="{name}">')[2].partition("</script>")[0])


def pages(folder: Path) -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))}


def test_every_link_leads_to_a_file_of_the_folder_and_to_a_place_in_it(edition):  # noqa: F811
    made = pages(edition)
    assert len(made) == len(COURSE.modules) + len(COURSE.exercises) + 7 + 5 + 3
    links = {path: Links(html) for path, html in made.items()}
    followed = 0
    for path, found in links.items():
        states = re.findall(r'href=\\"([^"\\]+)\\"|"(?:esm|css|link)": "([^"]+)"', made[path])
        for address in [*found.addresses, *(one or other for one, other in states)]:
            if address.startswith(("https://", "data:image/")):
                continue  # the text of a law, for whoever clicks; a face
            assert not re.match(r"/|\w+:|\\", address), (path.name, address)
            target, place = urldefrag(address)
            file = (path.parent / unquote(target.partition("?")[0])).resolve() if target else path
            assert file.is_file() and file.is_relative_to(edition), (path.name, address)
            if place and not place.startswith(("einheit-", "glossar-")):
                assert unquote(place) in links[file].places, (path.name, address)
            followed += 1
    assert followed > 500


def test_scripts_find_each_other_beside_themselves(edition):  # noqa: F811
    scripts = list((edition / "static").rglob("*.js"))
    assert len(scripts) > 30
    for script in scripts:
        text = script.read_text(encoding="utf-8")
        assert BASE not in text
        for address in re.findall(
            r'^(?:import .* from |const .* import\()"([^"]+)"\)?;$', text, re.MULTILINE
        ):
            assert (script.parent / address).resolve().is_file(), (script.name, address)


def test_a_page_brings_its_own_rules_and_no_word_of_a_server(edition):  # noqa: F811
    for path, html in pages(edition).items():
        assert html.count('http-equiv="Content-Security-Policy"') == 1, path
        assert "an den Kurs" not in html, path
        inline = [tag for tag in re.findall(r"<script([^>]*)>", html) if "src=" not in tag]
        assert all("application/json" in tag for tag in inline), path
    for script in (edition / "static").rglob("*.js"):
        assert "an den Kurs" not in script.read_text(encoding="utf-8"), script.name
    assert "http.server" in (edition / de.READ_ME).read_text(encoding="utf-8")


def sources(path: Path) -> list[str]:
    return [cell.source for cell in nbformat.read(path, 4).cells]


def between_marks(path: Path) -> list[str]:
    found = "\n".join(part for text in sources(path) for part in BETWEEN_MARKS.findall(text))
    return found.splitlines()


def secrets(root: Path) -> set[bytes]:
    """Lines of our exercises that nobody gets: what stands between the marks, and in no notebook that is given out."""
    inside = {line.strip() for path in (root / "solutions").rglob("*.ipynb") for line in between_marks(path)}
    given = [text for path in (root / "exercises").rglob("*.ipynb") for text in sources(path)]
    given += [path.read_text(encoding="utf-8") for path in (root / "fairki/reference/answers").glob("*")]
    public = "\n".join(given)
    return {line.encode() for line in inside if len(line) >= LONG and line not in public}


def all_bytes(folder: Path) -> dict[str, bytes]:
    """Every file, and every file in a zip."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file() and not {"build", "extensions"} & set(
            path.parts
        ):  # of JupyterLite's wheels, by checksum
            content = found[str(path.relative_to(folder))] = path.read_bytes()
        if path.suffix == ".zip" and not path.name.startswith(("scipy", "sklearn", "pandas", "numpy")):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                found |= {f"{path.name}/{name}": archive.read(name) for name in archive.namelist()}
    return found


def test_hidden_tests_and_solutions_are_in_no_file(edition, root):  # noqa: F811
    hidden = secrets(root)
    assert len(hidden) > 100
    for name, content in all_bytes(edition).items():
        content = content.replace(b'\\"', b'"')  # in a notebook's JSON
        assert not [line for line in hidden if line in content], name
        assert b"BEGIN HIDDEN TESTS" not in content and b"BEGIN SOLUTION" not in content, name


BEFORE = {"modul/02_werte": ["modul/01_bewusstsein"], "uebung/bewusstsein": ["modul/00_willkommen"]}
"""Page → those that the same Python worked for before, as when a learner goes from one to the next."""


@pytest.mark.parametrize(
    "page",
    [f"modul/{one.slug}" for one in COURSE.modules] + [f"uebung/{one.slug}" for one in COURSE.exercises],
)
def test_after_answers_a_page_shows_the_same_without_a_server(page, edition, root):  # noqa: F811
    """All traits of all blocks: those that the page came with and what its own Python said, and those in a kernel."""
    html = (edition / f"{page}.html").read_text(encoding="utf-8")
    shown = {name: one["state"] for name, one in embedded(html, "fairki-widgets").items() if "state" in one}
    answers = FULL | answers_to(shown.values())
    here = (
        f"import sys, json\nsys.path.insert(0, {str(TESTS)!r})\nfrom played import play\n"
        "sys.stdout.write(play(**json.load(sys.stdin), as_kernel=True))"
    )
    given = json.dumps({"pages": [embedded(html, "fairki-python")["cells"]], "answers": answers})
    served = run([sys.executable, "-c", here], given, root)
    program = [web_tools.node(), str(TESTS / "web" / "played.mjs"), str(edition), str(TESTS / "played.py")]
    followed = [f"{one}.html" for one in (*BEFORE.get(page, ()), page)]
    alone = run(program, json.dumps({"pages": followed, "answers": answers}), root)
    assert alone["wrong"] == served["wrong"] == []
    assert set(alone["traits"]) == set(served["traits"]) >= set(shown)
    assert alone["told"]
    for name, state in shown.items():
        own = {"value": answers[state["key"]]} if state.get("key") in answers else {}
        seen = state | own | alone["told"].get(name, {})
        kernel = {trait: value for trait, value in served["traits"][name].items() if trait in state}
        differ = {one for one, value in kernel.items() if rounded(one, seen[one]) != rounded(one, value)}
        assert differ == set(), (name, state.get("key"), {one: (seen[one], kernel[one]) for one in differ})


ROUNDED = {"figure_json": "how long a bar is: the two Pythons sum the products of matrices in another order"}
"""Trait whose numbers need not be the same beyond twelve digits → why; all others are the same to the letter."""


def rounded(trait: str, value):
    if trait not in ROUNDED:
        return value
    return json.loads(json.dumps(value), parse_float=lambda digits: float(f"{float(digits):.12g}"))


def run(program: list[str], given: str, root: Path) -> dict:
    done = subprocess.run(program, input=given, capture_output=True, text=True, cwd=root)
    assert done.returncode == 0, done.stderr[-2000:]
    found = done.stdout
    for sentence, here in de.ALONE.items():  # the only differences: what is said of a server
        found = found.replace(sentence, here)
    return json.loads(found)


def test_a_folder_with_something_else_is_left_alone(tmp_path):
    (tmp_path / "eigenes.txt").write_text("wichtig")
    with pytest.raises(SetupError) as refused:
        command.run(tmp_path, options.Wish(tmp_path, {}), print)
    assert "liegt schon etwas anderes" in refused.value.happened
    assert [path.name for path in tmp_path.iterdir()] == ["eigenes.txt"]


def test_another_company_travels_along_and_leads_through_the_answers_too(root, tmp_path):
    other = root / "tests" / "cases" / "companies" / "soehne.toml"
    code = (
        "import sys\nfrom pathlib import Path\nfrom coursetools.publish import site\n"
        "for path, content in site.firm_files().items():\n"
        "    target = Path(sys.argv[1]) / path\n"
        "    target.parent.mkdir(parents=True, exist_ok=True)\n"
        "    target.write_bytes(content)\n"
    )
    environment = os.environ | {company.VARIABLE: str(other)}
    subprocess.run([sys.executable, "-c", code, tmp_path], env=environment, cwd=root, check=True)
    joined = (
        "import sys\nfrom fairki.browser.bridge import Bridge\nBridge(print, firm=sys.argv[1])\n"
        "from fairki import company\nprint(company.current().name)"
    )
    program = [sys.executable, "-c", joined, tmp_path / FIRM / other.name]
    named = subprocess.run(program, capture_output=True, text=True, cwd=root, check=True).stdout.strip()
    assert (
        named == tomllib.loads(other.read_text(encoding="utf-8"))["betrieb"]["name"] != company.shipped().name
    )
