"""Every number of a module that people see is its place in course.toml, wherever the module moves."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from coursetools import notebooks
from fairki import manifest, reference
from tests import german, script_literals

ROOT = manifest.ROOT
COURSE = manifest.read()
MODULES = [ROOT / "modules" / f"{module.slug}.ipynb" for module in COURSE.modules]
TYPED = re.compile(r"\bModul(?:e|en|s)?[ \N{NO-BREAK SPACE}](\d+)")
GUIDES = [path for path in (ROOT / "docs").glob("*.md")]


def markdown(path: Path) -> str:
    return "\n\n".join(cell.source for cell in notebooks.load(path).cells if cell.cell_type == "markdown")


def leaves(plain: Any) -> list[str]:
    """The texts in plain data."""
    if isinstance(plain, dict | list):
        inner = plain.values() if isinstance(plain, dict) else plain
        return [text for one in inner for text in leaves(one)]
    return [plain] if isinstance(plain, str) else []


def texts(path: Path) -> list[str]:
    """What a source shows, as it stands there; docstrings and comments are nothing that it shows."""
    source = path.read_text(encoding="utf-8")
    match path.suffix:
        case ".py":
            return [text for _, text in german.literals(source)]
        case ".js":
            return [text for _, text in script_literals.read(source)]
        case ".toml":
            # Comments in a company's new files are read by people, and shown as hints in the editor.
            return [source] if "vorlage" in path.parts else leaves(tomllib.loads(source))
        case ".ipynb":
            return [manifest.without_spans(markdown(path))]
    return [source]


def sources() -> list[Path]:
    """All that people see, but exercises (they are given out as they are) and the README (its list is below)."""
    packages = [ROOT / "fairki", ROOT / "coursetools"]
    code = [
        path for root in packages for kind in ("py", "js", "j2", "toml") for path in root.rglob(f"*.{kind}")
    ]
    return [*MODULES, *GUIDES, ROOT / "course.toml", *sorted(code)]


def test_nobody_types_the_number_of_a_module():
    """In words ``manifest.called``, in TOML ``{modul.07}``, in notebooks ``<span data-modul="07">…</span>``."""
    looked_at = sources()
    assert len(looked_at) > 300
    typed = {path: [text for text in texts(path) if TYPED.search(text)] for path in looked_at}
    assert {path.relative_to(ROOT).as_posix(): found for path, found in typed.items() if found} == {}


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.py", "def f():\n    '''Modul 1'''\n    return f'In Modul 7 sind {n}'"),
        ("a.js", "// Modul 1\nconst a = `zu den Modulen 1 bis ${n}`;"),
        ("a.toml", '[[steps]]\nsay = ["Ich öffne Modul\N{NO-BREAK SPACE}7."]'),
        ("a.md", "Siehe Modul 7."),
    ],
)
def test_a_typed_number_is_found(tmp_path, name, source):
    (tmp_path / name).write_text(source, encoding="utf-8")
    (found,) = [text for text in texts(tmp_path / name) if TYPED.search(text)]
    assert "Modul 1\n" not in found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_in_jupyterlab_a_notebook_reads_as_on_its_page(path):
    for id, words in manifest.spans(markdown(path)):
        assert words == manifest.called(id)


def test_a_mark_becomes_the_number_that_the_manifest_has_today():
    (first, *_, last) = COURSE.modules
    assert manifest.fill(f"{{modul.{first.id}}}, Einheit 2. Danach {{personal}}.") == (
        "Modul 0, Einheit 2. Danach {personal}."
    )
    span = f'In <span data-modul="{last.id}">Modul 99</span> fragen wir.'
    assert manifest.exchange(span) == f"In [Modul {last.number}]({last.slug}.html) fragen wir."
    unit = last.units[0]
    assert manifest.place(f"{last.id}.{unit.id}") == f"{manifest.called(last.id)}, Einheit „{unit.title}“"


@pytest.mark.parametrize("wrong", ["{modul.99}", '<span data-modul="99">Modul 99</span>'])
def test_a_mark_for_no_module_is_an_error(wrong):
    with pytest.raises(KeyError):
        manifest.exchange(manifest.fill(wrong))


@pytest.mark.parametrize("exercise", COURSE.exercises, ids=lambda exercise: exercise.slug)
def test_an_exercise_names_its_own_module_by_the_number_that_is_shown(exercise):
    whole = (ROOT / "solutions" / exercise.slug / f"{exercise.slug}.ipynb").read_text(encoding="utf-8")
    assert {int(number) for number in TYPED.findall(whole)} == {COURSE.module(exercise.module).number}


def test_the_readme_lists_all_modules_in_their_order():
    listed = re.findall(r"(?m)^- \*\*Modul (\d+) – (.+?)\.\*\*", (ROOT / "README.md").read_text("utf-8"))
    assert [int(number) for number, _ in listed] == [module.number for module in COURSE.modules]
    for (_, short), module in zip(listed, COURSE.modules, strict=True):
        assert short.casefold() in module.title.casefold()


def test_questions_for_the_own_firm_stand_in_the_order_of_the_course():
    order = [module.id for module in COURSE.modules]
    asked = [one.key.partition(".")[0] for one in reference.transfers()]
    assert asked == sorted(asked, key=order.index)
