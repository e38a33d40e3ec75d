"""The drawn people of the course: who has a head, who has none, and what a drawing may hold."""

import re
import tomllib
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from fairki import company
from fairki.company import cast, reading
from fairki.errors import BadFileError
from fairki.html import Markup

EVERY_DRAWING = pytest.mark.parametrize("name", cast.names())
SHIPPED = company.shipped()


@EVERY_DRAWING
def test_a_drawing_is_small_stands_alone_and_shares_no_id(name):
    text = cast.svg(name)
    ET.fromstring(text)
    assert 1_000 < len(text) < 20_000
    assert not re.search(r"href|url\(|<script|<style|<image|\bid=|@import", text)


def test_everybody_of_the_shipped_company_has_a_drawing_of_their_own():
    drawings = [person.drawing for person in SHIPPED.people]
    assert len(set(drawings)) == len(drawings) and set(drawings) <= set(cast.names())


def test_every_drawing_is_listed_and_the_licence_lies_beside_them():
    listed = tomllib.loads(cast.LIST.read_text(encoding="utf-8"))["zeichnungen"]
    assert sorted(listed) == list(cast.names())
    assert "CC0 1.0" in (cast.FOLDER / "LICENSE.txt").read_text(encoding="utf-8")


def test_the_faces_are_calm_or_smile_and_the_people_differ():
    listed = tomllib.loads(cast.LIST.read_text(encoding="utf-8"))["zeichnungen"].values()
    assert {one["gesicht"] for one in listed} <= {"calm", "smile"}
    assert len({one["haut"] for one in listed}) == 5
    assert {"hijab", "turban"} <= {one["kopf"] for one in listed}
    assert {one.get("zusatz") for one in listed} == {None, "hoergeraet", "rollstuhl"}
    assert 0 < sum("brille" in one for one in listed) < len(listed)


def test_beside_a_name_the_head_is_only_seen():
    shown = cast.says(SHIPPED.people.it, Markup("Guten Tag"))
    assert 'alt=""' in shown and "<figcaption>Samira Haddad, IT</figcaption>" in shown
    assert cast.address("kopftuch") in shown


def test_somebody_without_a_drawing_has_the_first_letters_of_the_names(root):
    other = reading.read(root / "tests" / "cases" / "companies" / "soehne.toml")
    assert {person.drawing for person in other.people} == {""}
    assert cast.face(other.people.council) == '<span class="fk-face" aria-hidden="true">ZD</span>'


def test_letters_of_a_name_are_escaped():
    person = replace(SHIPPED.people.it, given="<b>", drawing="")
    assert "&lt;" in cast.face(person)


def test_a_drawing_that_does_not_exist_is_refused_with_those_that_do(tmp_path):
    text = company.chosen.SHIPPED.read_text(encoding="utf-8")
    (tmp_path / "b.toml").write_text(text.replace('bild = "kopftuch"', 'bild = "hut"'), encoding="utf-8")
    with pytest.raises(BadFileError) as refused:
        reading.read(tmp_path / "b.toml")
    assert "„bild“ in [personen.it]" in str(refused.value) and "„turban“" in str(refused.value)
