"""Free texts are marked by hand: what is decided lies where nbgrader keeps it, can be taken back, and is never lost."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import free_texts
import pytest
import sqlalchemy as sa
from free_texts import SLUG, Text, attached, picture
from nbgrader import api

from coursetools import nbgrader_steps
from coursetools.grading import feedback, grade, harmless
from coursetools.grading.gradebook import Gradebook
from coursetools.grading.job import Assignment
from coursetools.grading.marking import answers, bank, page, pictures, second, similar
from coursetools.grading.marking.answers import Answer
from coursetools.grading.marking.decision import ChangedElsewhere, Decision, NotAllowed, checked
from coursetools.grading.marking.desk import FirstDesk
from coursetools.grading.marking.ledger import Gone
from coursetools.grading.marking.questions import questions
from coursetools.grading.marking.second import SecondDesk
from fairki.errors import BadFileError

LONG = (
    "Der Satz klingt gut, aber er lässt offen, was fair heißt. Soll aus jeder Gruppe der gleiche Anteil eine Zusage"
    " bekommen, oder sollen alle Geeigneten die gleiche Chance haben? Beides zugleich geht oft nicht."
)
TEXTS = {
    "abgabe-aaaaa": Text(LONG),
    "abgabe-bbbbb": Text(
        "Etwas ganz anderes: Wir fragen den Betriebsrat und messen den Abstand jeden Monat neu."
    ),
    "abgabe-ccccc": Text(""),
}
A, B = "abgabe-aaaaa", "abgabe-bbbbb"


@pytest.fixture(scope="module")
def first(tmp_path_factory) -> Path:
    return free_texts.written(tmp_path_factory.mktemp("frei") / "kurs", TEXTS)


@pytest.fixture
def course(first, tmp_path) -> Path:
    return shutil.copytree(first, tmp_path / "kurs")


@pytest.fixture
def asked(course):
    return free_texts.question(course)


@pytest.fixture
def desk(course, asked):
    with Gradebook(course) as book:
        yield FirstDesk(course / grade.FOLDER, book, {asked.key: asked})


def stock(course: Path, who: str) -> tuple:
    """What nbgrader's own tables say of an answer: points, whether it waits, the comment."""
    with api.Gradebook(f"sqlite:///{course / 'gradebook.db'}", nbgrader_steps.COURSE) as book:
        mark = book.find_grade("f1", SLUG, SLUG, who)
        said = book.find_comment("f1", SLUG, SLUG, who)
        return mark.manual_score, mark.needs_manual_grade, said.manual_comment


def decision(asked, *met: int, points: float | None = -1, comment: str = "") -> Decision:
    names = [asked.criteria[one].name for one in met]
    return checked(asked, asked.points(names) if points == -1 else points, names, comment)


# ---- questions ----


@pytest.mark.parametrize(
    "slug", ["bewusstsein", "feedback", "governance", "mensch-maschine", "pruefen", "sprache", SLUG]
)
def test_each_exercise_has_a_question_with_four_criteria_worth_its_points(root, slug):
    (one,) = questions(Assignment.load(root, slug))
    assert one.title.startswith("F1 · ") and one.key == f"{slug}/f1" and one.most == 4
    assert [criterion.points for criterion in one.criteria] == [1, 1, 1, 1]
    assert all(criterion.name and criterion.meaning for criterion in one.criteria)
    assert "MARK SCHEME" not in one.task + one.guidance and "<strong>" in one.task


def test_a_scheme_may_say_what_a_criterion_is_worth_and_one_without_a_list_has_none(course):
    task = Assignment.load(course, SLUG)
    source = json.loads(task.source)
    (scheme,) = [cell for cell in source["cells"] if "BEGIN MARK SCHEME" in "".join(cell["source"])]
    asked = "### F1 · Frage (4 Punkte)\n### BEGIN MARK SCHEME\n{}\n### END MARK SCHEME"

    def criteria(text: str):
        scheme["source"] = asked.format(text)
        (one,) = questions(Assignment(SLUG, json.dumps(source).encode(), task.released))
        return [(criterion.name, criterion.points) for criterion in one.criteria]

    assert criteria("1. **Eins** (2,5 Punkte): so\n2. **Zwei:** oder so\n3. **Drei:** so") == [
        ("Eins", 2.5),
        ("Zwei", 0.75),
        ("Drei", 0.75),
    ]
    assert criteria("Nach Gefühl.") == []


# ---- decisions ----


def test_a_decision_lies_where_the_formgrader_keeps_it_and_stands_in_the_feedback(course, asked, desk):
    desk.decide(asked, A, decision(asked, 0, 2, comment="Gut.\nWer prüft <das>?"), "1")
    assert stock(course, A) == (2, False, "Gut.\nWer prüft <das>?")
    assert desk.decisions(asked)[A].criteria == (asked.criteria[0].name, asked.criteria[2].name)
    task = Assignment.load(course, SLUG)
    record = next(one for one in desk.ledger.book.records(task) if one.pseudonym == A)
    html = feedback.page(task, record, b"")
    assert "Gut.<br>Wer prüft &lt;das&gt;?" in html and "noch offen" not in html


def test_points_may_differ_from_the_criteria_and_an_answer_may_be_open_again(course, asked, desk):
    desk.decide(asked, A, decision(asked, 0, points=1.5), "1")
    assert stock(course, A)[:2] == (1.5, False)
    desk.decide(asked, A, decision(asked, points=None), "2")
    assert stock(course, A)[:2] == (None, True)


def test_grading_anew_keeps_what_a_person_decided_and_asks_for_another_look(course, asked, desk):
    desk.decide(asked, A, decision(asked, 0, 1, comment="Schön."), "1")
    free_texts.add(course, {A: Text(LONG + " Neu.", automatic=0)})
    again = desk.decisions(asked)[A]
    assert (again.points, again.comment, again.again, again.decided) == (2, "Schön.", True, False)
    desk.decide(asked, A, decision(asked, 0, 1, comment="Schön."), "2")  # the same once more settles it
    assert desk.decisions(asked)[A].decided and stock(course, A) == (2, False, "Schön.")
    desk.undo()
    assert desk.decisions(asked)[A].again


def test_an_empty_answer_is_decided_by_the_computer_until_a_person_says_otherwise(course, asked, desk):
    free_texts.add(course, {"abgabe-ddddd": Text("", automatic=0)})
    assert desk.decisions(asked)["abgabe-ddddd"].decided
    desk.decide(asked, "abgabe-ddddd", decision(asked, points=1), "1")
    desk.decide(asked, "abgabe-ddddd", decision(asked, points=None), "2")
    assert stock(course, "abgabe-ddddd")[:2] == (None, False)


@pytest.mark.parametrize(
    ("points", "criteria", "comment"),
    [(-1, [], ""), (4.5, [], ""), (float("nan"), [], ""), (True, [], ""), ("2", [], ""), (1, ["<b>"], ""), (1, "x", ""),
     (1, [["x"]], ""), (1, [], None), (1, [], "a" * 5001), (1, [], "\0")],
)  # fmt: skip
def test_what_is_no_decision_is_refused(asked, points, criteria, comment):
    with pytest.raises(NotAllowed):
        checked(asked, points, criteria, comment)


def test_every_step_can_be_taken_back_also_by_the_next_call(course, asked, desk):
    start = desk.decisions(asked)
    desk.decide(asked, A, decision(asked, 0), "1")
    desk.decide(asked, B, decision(asked, 1, comment="K"), "2")
    desk.decide(asked, B, decision(asked, 1, comment="Kurz"), "2")  # letters of one comment are one step
    desk.decide(asked, A, decision(asked, 0, 3), "3")
    with Gradebook(course) as book:  # the command was killed and called again
        later = FirstDesk(course / grade.FOLDER, book, {asked.key: asked})
        assert later.steps() == 3
        assert later.undo() == (asked.key, A, desk.decisions(asked)[A])
        assert later.decisions(asked)[A].criteria == (asked.criteria[0].name,)
        assert later.undo()[1] == B
        assert later.undo()[1] == A
        assert later.decisions(asked) == start and later.undo() is None


def test_what_was_changed_elsewhere_is_not_taken_back(course, asked, desk):
    desk.decide(asked, A, decision(asked, 0), "1")
    with api.Gradebook(f"sqlite:///{course / 'gradebook.db'}", nbgrader_steps.COURSE) as book:
        book.find_grade("f1", SLUG, SLUG, A).manual_score = 3
        book.db.commit()
    with pytest.raises(ChangedElsewhere):
        desk.undo()
    assert desk.decisions(asked)[A].points == 3 and desk.steps() == 0


def test_whoever_has_not_seen_what_holds_changes_nothing(course, asked, desk, tmp_path):
    path = tmp_path / "zweitmeinung.json"
    path.write_text(desk.for_a_second_person(asked), "utf-8")
    other = SecondDesk(path, {asked.key: asked})
    for table, who in ((desk, A), (other, other.answers(asked)[0].id)):
        stale = table.decisions(asked)[who]
        wanted = decision(asked, 0, 1, comment="Gut.")
        for _ in range(2):  # what was kept, but its answer got lost, is sent once more
            table.decide(asked, who, wanted, "1", stale)
        with pytest.raises(ChangedElsewhere):
            table.decide(asked, who, decision(asked, points=None, comment="Und Sie?"), "2", stale)
        assert table.decisions(asked)[who].says_as(wanted)
        table.decide(asked, who, decision(asked, 2), "3", table.decisions(asked)[who])
        assert table.decisions(asked)[who].criteria == (asked.criteria[2].name,)


def test_nobody_is_marked_who_handed_nothing_in(asked, desk):
    with pytest.raises(Gone):
        desk.decide(asked, "abgabe-zzzzz", decision(asked, 0), "1")


def test_of_a_deleted_person_no_mark_and_no_step_is_left(course, asked, desk):
    desk.decide(asked, A, decision(asked, 0, comment="Nur für A."), "1")
    desk.decide(asked, B, decision(asked, 0), "2")
    desk.ledger.take_in(asked, {A: {"points": 1, "criteria": [], "comment": "zwei"}})
    desk.ledger.book.forget(A)
    with closing(sqlite3.connect(course / "gradebook.db")) as database:
        for table in ("fairki_marking", "fairki_marking_step"):
            assert {row[0] for row in database.execute(f"SELECT pseudonym FROM {table}")} == {B}
    assert b"Nur f" not in (course / "gradebook.db").read_bytes()


# ---- what is shown ----


def test_the_order_is_mixed_by_question_and_the_same_every_time(asked):
    people = [Answer(f"abgabe-{number}", "") for number in range(30)]
    mixed = [one.id for one in answers.shuffled(people, 7, "werte/f1")]
    assert mixed == [one.id for one in answers.shuffled(reversed(people), 7, "werte/f1")]
    assert (
        mixed != [one.id for one in answers.shuffled(people, 7, "pruefen/f1")] != [one.id for one in people]
    )
    fewer = [one.id for one in answers.shuffled(people[:20], 7, "werte/f1")]
    assert fewer == [one for one in mixed if one in fewer]  # who comes later moves nobody


def test_same_and_nearly_same_answers_are_told_and_others_are_not():
    texts = {
        "a": LONG,
        "b": LONG.upper().replace(",", " ;"),  # the same words
        "c": LONG + " Deshalb fragen wir alle.",
        "d": "Wir sollten zuerst den Betriebsrat fragen und danach gemeinsam eine Zahl festlegen, die alle kennen.",
        "short": "Kurz und gut.",
        "short too": "Kurz und gut.",
    }
    found = similar.alike(texts)
    assert {(one.other, one.same) for one in found["a"]} == {("b", True), ("c", False)}
    assert found.keys() == {"a", "b", "c"}
    assert similar.alike({"a": LONG + " Ich stimme zu.", "b": LONG + " Das sehe ich anders."}, [LONG]) == {}


EVIL = """<script>window.caught = 1</script><img src=x onerror=alert(1)> [Klick](javascript:alert(1))
![Bild](attachment:nicht-da.png) <style>body{display:none}</style> <iframe src="http://example.com"></iframe>"""


def test_a_strangers_text_acts_nowhere_and_a_picture_that_is_missing_stops_nobody(course, asked, desk):
    free_texts.add(course, {"abgabe-evil1": Text(EVIL), "abgabe-deep1": Text(">" * 30_000)})
    shown = page.question(desk, asked, bank.Bank(course / grade.FOLDER))
    html = next(one["html"] for one in shown["answers"] if one["id"] == "abgabe-evil1")
    assert not any(tag in html for tag in ("<script", "<img", "<style", "<iframe", '<a href="java'))
    assert "&lt;script&gt;window.caught" in html
    assert "Bild" in harmless.markdown("![Bild](attachment:nicht-da.png)")


def test_only_pictures_are_shown_and_by_what_they_are(course, asked, desk):
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    free_texts.add(
        course,
        {
            "abgabe-pict1": Text("So.", attached(picture())),
            "abgabe-pict2": Text("So.", attached(svg)),
            "abgabe-pict3": Text("So.", attached(b"\xff\xd8\xff", 'image/svg+xml"><script>')),
            "abgabe-pict4": Text("So.", {"x": {"image/png": "no base64"}}),
        },
    )
    shown = page.question(desk, asked, bank.Bank(course / grade.FOLDER))
    found = {one["id"]: one["pictures"] for one in shown["answers"]}
    assert found["abgabe-pict1"][0].startswith("data:image/png;base64,")
    assert found["abgabe-pict2"] == found["abgabe-pict4"] == []
    assert found["abgabe-pict3"][0].startswith("data:image/jpeg;base64,")


def test_a_picture_goes_on_without_what_is_not_seen():
    named = picture(tEXt=b"Author\0Selma Ak", eXIf=b"GPS 52.5")
    assert b"Selma" in named and pictures.bare(named) == picture()
    jpeg = (
        b"\xff\xd8"
        + b"\xff\xe1\x00\x0aExif Sel"
        + b"\xff\xdb\x00\x04ab"
        + b"\xff\xfe\x00\x07Selma"
        + b"\xff\xda\x00\x02scan"
    )
    assert pictures.bare(jpeg) == b"\xff\xd8\xff\xdb\x00\x04ab\xff\xda\x00\x02scan"
    for broken in (named[:40], b"\xff\xd8\xff\xe1\xff", b"GIF89a" + b"x" * 9, b""):
        assert pictures.bare(broken) is None


# ---- the collection of comments ----


def test_the_collection_grows_and_takes_no_name(course, asked):
    folder = course / grade.FOLDER
    (folder / "zuordnung.csv").write_text(
        "Pseudonym;Person\nabgabe-aaaaa;Selma Ak\nabgabe-bbbbb;Jo Gut\n", "utf-8"
    )
    comments = bank.Bank(folder)
    for text in ("Nennen Sie noch, wer prüft.", " Nennen Sie noch, wer prüft. ", "Sehr klar."):
        comments.add(asked.key, text)
    for text, word in (
        ("Gut, Selma!", "Selma"),
        ("Siehe abgabe-aaaaa.", "abgabe-aaaaa"),
        ("Gut begründet.", "Gut"),
    ):
        with pytest.raises(bank.Named, match=word):
            comments.add(asked.key, text)
    comments.add(asked.key, "Gut begründet.", sure=True)  # „Gut“ is a name and a word
    with pytest.raises(bank.Named):
        comments.add(asked.key, "Siehe abgabe-aaaaa.", sure=True)
    assert bank.Bank(folder).of(asked.key) == ["Nennen Sie noch, wer prüft.", "Sehr klar.", "Gut begründet."]
    comments.remove(asked.key, "Sehr klar.")
    assert bank.Bank(folder).of(asked.key) == ["Nennen Sie noch, wer prüft.", "Gut begründet."]
    assert json.loads((folder / bank.FILE).read_text("utf-8"))["version"] == 1


@pytest.mark.parametrize("content", ["{", "[]", '{"version": 9}', '{"version": 1, "comments": {"a": [1]}}'])
def test_a_damaged_or_newer_collection_is_set_aside(tmp_path, content):
    (tmp_path / bank.FILE).write_text(content, "utf-8")
    comments = bank.Bank(tmp_path)
    assert comments.of("werte/f1") == []
    comments.add("werte/f1", "Neu.")
    assert comments.of("werte/f1") == ["Neu."]
    assert (tmp_path / "kommentare.unlesbar-1.json").read_text("utf-8") == content


# ---- a second opinion ----


def test_a_second_opinion_goes_away_without_names_and_comes_back(course, asked, desk, tmp_path):
    named = picture(tEXt=b"Author\0Selma Ak")
    free_texts.add(course, {"abgabe-pict1": Text("Mit Bild.", attached(named))})
    desk.decide(asked, A, decision(asked, 0, 1, comment="Meins."), "1")
    path = tmp_path / "zweitmeinung.json"
    path.write_text(desk.for_a_second_person(asked), "utf-8")
    told = path.read_text("utf-8")
    assert "abgabe-" not in told and "Meins." not in told and LONG in told
    assert json.loads(told)["answers"][-1].keys() == {"id", "text", "code", "pictures"}
    shown = [one for answer in json.loads(told)["answers"] for one in answer["pictures"]]
    assert shown == [pictures.address(picture())]  # without the author

    other = SecondDesk(path, {asked.key: asked})
    by_text = {one.text: one.id for one in other.answers(asked)}
    other.decide(asked, by_text[LONG], decision(asked, 0, comment="Mir zu knapp."), "1")
    other.decide(asked, by_text[TEXTS[B].text], decision(asked, 2), "2")
    assert other.undo()[1] == by_text[TEXTS[B].text] and other.steps() == 1
    other = SecondDesk(path, {asked.key: asked})  # called again after a kill
    assert [one.points for one in other.decisions(asked).values() if one.decided] == [1]

    assert desk.take_in(asked, path.read_bytes()) == 2
    opinions = desk.opinions(asked)
    assert opinions[A] == {"points": 1, "criteria": [asked.criteria[0].name], "comment": "Mir zu knapp."}
    shown = {one["id"]: one["second"] for one in page.question(desk, asked, bank.Bank(course))["answers"]}
    assert shown[A]["points"] == 1 and shown[B] is None
    assert stock(course, A)[0] == 2  # it changes nothing by itself

    free_texts.add(course, {A: Text("Eine neue Fassung.")})
    assert (
        desk.take_in(asked, path.read_bytes()) == 1
    )  # what was said of the old text is no opinion about the new one


def test_a_file_that_nobody_could_open_is_not_made(asked, desk, monkeypatch):
    size = len(desk.for_a_second_person(asked).encode())
    for room, made in ((size, True), (size - 1, False)):
        monkeypatch.setattr(second, "LARGEST", second.SPACE_FOR_OPINIONS + room)
        if made:
            assert desk.for_a_second_person(asked)
        else:
            with pytest.raises(BadFileError, match="zu groß"):
                desk.for_a_second_person(asked)


def test_a_file_of_a_stranger_says_nothing_that_the_question_does_not_know(course, asked, desk, tmp_path):
    content = json.loads(desk.for_a_second_person(asked))
    names = [one["id"] for one in content["answers"]]
    evil = [
        {"points": 99, "criteria": [], "comment": ""},
        {"points": 1, "criteria": ["<b>"], "comment": ""},
        {"x": 1},
    ]
    content["opinions"] = dict(zip(names, evil, strict=True)) | {
        "nobody": {"points": 1, "criteria": [], "comment": ""}
    }
    desk.take_in(asked, json.dumps(content).encode())
    assert [one["points"] for one in desk.opinions(asked).values()] == [None, None, None]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe", b'{"kind": "x"}', b"[" * 100_000, b'{"kind": "fairki-zweitmeinung", "version": 2}',
     b'{"kind": "fairki-zweitmeinung", "version": 1, "exercise": 1}'],
)  # fmt: skip
def test_a_file_that_is_none_is_refused_in_german(asked, desk, content, tmp_path):
    with pytest.raises(BadFileError, match="Zweitmeinung"):
        desk.take_in(asked, content)
    (tmp_path / "x.json").write_bytes(content)
    with pytest.raises(BadFileError, match="Zweitmeinung"):
        SecondDesk(tmp_path / "x.json", {asked.key: asked})


def test_a_file_about_something_else_is_refused(asked, desk, tmp_path):
    content = json.loads(desk.for_a_second_person(asked))
    for name, value in (("cell", "f2"), ("exercise", "pruefen"), ("exercise_version", "0")):
        (tmp_path / "x.json").write_text(json.dumps(content | {name: value}), "utf-8")
        with pytest.raises(BadFileError, match="gibt es hier nicht"):
            SecondDesk(tmp_path / "x.json", {asked.key: asked})
    with pytest.raises(BadFileError, match="anderen Frage"):
        desk.take_in(asked, json.dumps(content | {"exercise": "pruefen"}).encode())
    with pytest.raises(BadFileError, match="nicht lesen"):
        SecondDesk(tmp_path / "gibt-es-nicht.json", {asked.key: asked})
    assert content["kind"] == second.KIND


def test_while_somebody_decides_nobody_else_writes(course):
    """Two who mark at once: what the first has read before deciding is still true when it is written."""
    with Gradebook(course) as book, book.writing() as connection:
        connection.execute(sa.text("select count(*) from grade"))
        with closing(sqlite3.connect(course / "gradebook.db", timeout=0)) as other:
            assert other.execute("select count(*) from grade").fetchone()[0]  # who only reads, does not wait
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("update grade set manual_score = 1")
