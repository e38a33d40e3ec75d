"""The drawn people are derived: from their list, by one command, to the byte."""

import pytest

from coursetools import cast as drawings
from coursetools import web_tools
from fairki.company import cast
from fairki.errors import SetupError


def test_the_shipped_drawings_are_drawn_just_so(root):
    there = [file for file in cast.FOLDER.iterdir() if file.suffix in (cast.ENDING, cast.PIXELS)]
    assert drawings.draw(root) == {file.name: file.read_bytes() for file in there}
    assert len(there) == 2 * len(cast.names())


def test_writing_replaces_what_differs_and_drops_what_is_gone(tmp_path, monkeypatch):
    monkeypatch.setattr(web_tools, "install", lambda root, say: None)
    monkeypatch.setattr(drawings, "draw", lambda root: {"a.svg": b"neu"})
    monkeypatch.setattr(cast, "FOLDER", tmp_path)
    for name in ("a.svg", "b.svg", "LICENSE.txt"):
        (tmp_path / name).write_text("alt")
    drawings.write(tmp_path, print)
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {
        "a.svg": "neu",
        "LICENSE.txt": "alt",
    }


def test_an_option_that_the_collection_does_not_have_is_named(root, tmp_path, monkeypatch):
    changed = cast.LIST.read_text(encoding="utf-8").replace('haut = "hell"', 'haut = "lila"')
    (tmp_path / "cast.toml").write_text(changed, encoding="utf-8")
    monkeypatch.setattr(cast, "LIST", tmp_path / "cast.toml")
    with pytest.raises(SetupError, match=r"zeichnen.*cast.toml"):
        drawings.draw(root)
