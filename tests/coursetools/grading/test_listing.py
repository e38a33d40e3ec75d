"""The overview lists every hand-in, which version of it counts, and what a trainer does about what was noticed."""

import datetime as dt
import json
import os

import pytest
from graded import assignment, record
from piles import course, light

from coursetools.grading import intake, listing, report, versions
from coursetools.grading.de import incidents
from coursetools.grading.de import overview as de
from coursetools.grading.pseudonyms import Pseudonyms
from coursetools.grading.versions import Versions
from fairki import manifest

OLD, NEW = dt.date(2026, 11, 10), dt.date(2026, 11, 12)


def test_every_kind_of_incident_says_what_to_do():
    assert incidents.REMEDIES.keys() == incidents.INCIDENTS.keys()
    assert [kind for kind, remedy in incidents.REMEDIES.items() if not remedy] == ["seen"]


def test_an_entry_has_points_open_questions_and_what_to_do():
    task = assignment()
    (one,) = listing.entries(task, [record(task, 0, incidents=["timeout", "seen"])], {})
    assert (one.state, one.reached, one.most, one.open) == ("graded", 0, 30, ("F1",))
    (reason,) = one.reasons
    assert "lief zu lange" in reason.text and "Schleife ohne Ende" in reason.remedy


def test_who_handed_nothing_in_has_a_line_and_nobody_has_two():
    task = assignment()
    found = listing.entries(task, [record(task, pseudonym="abgabe-b")], {}, ["abgabe-a", "abgabe-b"])
    assert [(one.pseudonym, one.state) for one in found] == [("abgabe-a", "missing"), ("abgabe-b", "graded")]


@pytest.mark.parametrize(
    ("days", "used", "said"),
    [
        ((None,), 1, ["die einzige"]),
        ((NEW,), 1, ["die einzige (12.11.2026)"]),
        ((OLD, NEW), 2, ["die 2. von 2 (12.11.2026)", "beiseite: die 1. (10.11.2026)"]),
        ((OLD, None, NEW), 1, ["die 1. von 3 (10.11.2026)", "beiseite: die 2., die 3. (12.11.2026)"]),
    ],
)
def test_the_version_that_counts_and_those_left_aside_are_named(days, used, said):
    assert de.versions_of(Versions(days, used)) == said


def test_a_later_version_that_does_not_count_is_something_to_look_at():
    task = assignment()
    seen = {("abgabe-k7m2q", "werte"): Versions((OLD, NEW), 1)}
    (one,) = listing.entries(task, [record(task)], seen)
    assert "eine spätere liegt beiseite" in one.reasons[-1].text and "--ersetzen" in one.reasons[-1].remedy
    html = report.overview([report.pile(task, [record(task)], seen)], [])
    assert "die 1. von 2 (10.11.2026)<br>beiseite: die 2. (12.11.2026)" in html


def test_intake_notes_versions_by_day_and_nothing_about_people(tmp_path):
    root = course(tmp_path / "kurs", "werte")
    folder, about = root / "bewertung", manifest.read(root)
    source = tmp_path / "abgaben"
    for name, number, day in (("werte.ipynb", 1, OLD), ("werte (2).ipynb", 2, NEW)):
        (source / "Selma Ak").mkdir(parents=True, exist_ok=True)
        path = source / "Selma Ak" / name
        path.write_bytes(light(number))
        when = dt.datetime.combine(day, dt.time(12)).timestamp()
        os.utime(path, (when, when))
    (source / "Bo Lund").mkdir()
    (source / "Bo Lund" / "werte.ipynb").write_bytes(light(3))
    intake.take_in(source, about, folder)
    who = Pseudonyms(folder).people["Selma Ak"]
    assert versions.of(folder, intake.digests(folder))[who, "werte"] == Versions((OLD, NEW), 2)
    # an earlier one that is to count does so by --ersetzen, and keeps its place
    first = tmp_path / "nur" / "Selma Ak" / "werte.ipynb"
    first.parent.mkdir(parents=True)
    first.write_bytes(light(1))
    (tmp_path / "nur" / "Cem").mkdir()
    (tmp_path / "nur" / "Cem" / "werte.ipynb").write_bytes(light(4))
    intake.take_in(tmp_path / "nur", about, folder, replace=True)
    assert versions.of(folder, intake.digests(folder))[who, "werte"].used == 1
    kept = (folder / versions.FILE).read_text("utf-8")
    assert "Selma" not in kept and ":" not in kept.replace('": ', "") and json.loads(kept)["version"] == 1
    versions.forget(folder, who)
    assert who not in (folder / versions.FILE).read_text("utf-8")
    assert (who, "werte") not in versions.of(folder, intake.digests(folder))


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"version": 2, "hand_ins": {}}',
        '{"version": 1, "hand_ins": {"a": {"b": [["x", "gestern"]]}}}',
    ],
)
def test_a_damaged_or_newer_note_is_set_aside_and_stops_nobody(tmp_path, content):
    (tmp_path / versions.FILE).write_text(content, "utf-8")
    assert versions.of(tmp_path, {("abgabe-a", "werte"): "x"}) == {}
    versions.note(tmp_path, {("abgabe-a", "werte"): [("x", ())]})
    assert versions.of(tmp_path, {("abgabe-a", "werte"): "x"}) == {
        ("abgabe-a", "werte"): Versions((None,), 1)
    }
    assert (tmp_path / "fassungen.unlesbar-1.json").read_text("utf-8") == content


def test_a_hand_in_without_points_has_a_line_that_says_so():
    html = report.overview([], [], waiting=[listing.waiting("abgabe-w", "werte")])
    assert "abgabe-w" in html and "Noch nicht bewertet." in html and 'href="feedback/abgabe-w' not in html
