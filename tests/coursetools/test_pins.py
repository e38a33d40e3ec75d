"""Pins that were taken back, or are old, are named; without an index that is said, and nothing fails."""

from pathlib import Path

import company_index
import pytest

from coursetools import pins
from coursetools.sources import Sources

LOCK = """
[[package]]
name = "klein"
version = "1.0"
source = { editable = "." }
[[package]]
name = "eins"
version = "1.0"
source = { registry = "https://pypi.org/simple" }
"""
TAKEN_BACK = '<a href="eins-1.0-py3-none-any.whl" data-yanked="kaputt">a</a><a href="eins-1.0.exe">b</a>'
FINE = '<a href="eins-1.0-py3-none-any.whl">a</a><a href="eins-1.0.tar.gz" data-yanked="">b</a>'
NEWER = '<a href="eins-2.1.tar.gz">c</a>'


def index(folder: Path, page: str) -> Sources:
    """A course with one pin, and an index on this disk that knows it."""
    (folder / "uv.lock").write_text(LOCK, encoding="utf-8")
    (folder / "simple" / "eins").mkdir(parents=True)
    (folder / "simple" / "eins" / "index.html").write_text(page, encoding="utf-8")
    return Sources(indexes=((folder / "simple").as_uri(),))


@pytest.mark.parametrize(
    ("page", "says"),
    [
        (TAKEN_BACK + NEWER, ["Zurückgezogen: eins 1.0."]),
        (FINE + NEWER, ["Eine Hauptfassung oder mehr zurück: eins 1.0 (neu: 2.1)."]),
        (FINE + '<a href="eins-1.9.tar.gz">c</a>', []),
        (FINE + '<a href="eins-1.0-dev-9429.tar.gz">c</a>', []),
        (FINE + '<a href="eins-2.1.tar.gz" data-yanked="">c</a><a href="eins-2.0rc1.tar.gz">d</a>', []),
    ],
)
def test_a_pin_that_was_taken_back_or_is_old_is_named(tmp_path, page, says):
    said = pins.warnings(tmp_path, index(tmp_path, page))
    assert len(said) == len(says) and all(map(str.startswith, said, says))


def test_without_an_answer_that_is_all_that_is_said(tmp_path):
    index(tmp_path, FINE)
    (said,) = pins.warnings(tmp_path, Sources(indexes=("http://anna:geheim@127.0.0.1:9/simple",)))
    assert "ließ sich nicht erfragen" in said and "geheim" not in said
    (said,) = pins.warnings(tmp_path, Sources(offline=True))
    assert "ließ sich nicht erfragen" in said


def test_the_mirror_of_the_company_is_asked(tmp_path, monkeypatch):
    index(tmp_path, FINE)
    company_index.make_wheel(tmp_path, "eins", "")
    with company_index.running(tmp_path) as mirror:
        monkeypatch.setenv("UV_DEFAULT_INDEX", mirror.url)
        pins.warnings(tmp_path)
    assert any(path.endswith("/eins/") for path in mirror.asked)


def test_an_installed_course_has_no_pins(tmp_path):
    assert pins.warnings(tmp_path) == []
