"""Worked answers: there is one for every question, it is right, and nobody sees it before it is time."""

import ast
import json
import re

import pytest

from coursetools import forms, notebooks, reading, release
from fairki import manifest, reference
from fairki.errors import BadAnswerError
from fairki.ui import Form, worked
from fairki.ui.exercise import SOLUTION_SEEN, Exercise
from fairki.ui.form import OFFERED, SEEN

ROOT = manifest.ROOT
SLUGS = release.slugs(ROOT)
NOTEBOOKS = {slug: notebooks.load(ROOT / release.TARGET / slug / f"{slug}.ipynb") for slug in SLUGS}
EXERCISES = {slug: Exercise(notebook) for slug, notebook in NOTEBOOKS.items()}
QUESTIONS = [(slug, name) for slug in SLUGS for name in EXERCISES[slug].questions]

each_exercise = pytest.mark.parametrize("slug", SLUGS)
each_question = pytest.mark.parametrize(("slug", "name"), QUESTIONS)


def texts(slug: str) -> list[str]:
    """Every sentence of the worked answers to an exercise."""
    answers = reference.worked_answers(slug).values()
    return [text for one in answers for text in (one.text, *one.why.values(), *one.ideas)]


@each_exercise
def test_every_question_has_a_worked_answer(slug):
    exercise = EXERCISES[slug]
    assert list(reference.worked_answers(slug)) == [*exercise.questions, *exercise.further]
    assert exercise.further == [f"b{number}" for number in range(1, len(exercise.further) + 1)] != []


@each_question
def test_a_worked_answer_has_reasons_for_all_its_parts_or_ideas_for_a_text(slug, name):
    answer, question = reference.worked_answers(slug)[name], EXERCISES[slug].questions[name]
    assert (answer.value is None) == (question.kind == "text")
    assert bool(answer.ideas) == (question.kind == "text")
    if question.kind == "table" or answer.why:
        assert sorted(answer.why) == sorted(answer.value)


@each_question
def test_a_worked_answer_is_one_that_the_form_takes_and_the_visible_checks_are_content_with(slug, name):
    answer, exercise = reference.worked_answers(slug)[name], EXERCISES[slug]
    if answer.value is None:
        return
    assert Form(json.dumps(NOTEBOOKS[slug])).ask(name).accept(answer.value) == answer.value
    verdict = exercise.check(exercise.questions[name], answer.value)
    assert verdict.state in ("filled", "told")
    assert not re.search("Noch nicht am Ziel", verdict.text)


@each_exercise
def test_a_worked_answer_leads_to_a_unit_that_exists(slug):
    course = manifest.read()
    for name in reference.worked_answers(slug):
        shown = worked.of(EXERCISES[slug], name)
        path, _, anchor = shown["link"].removeprefix("../modul/").partition(".html#einheit-")
        assert anchor in [unit.id for unit in course.module(path).units]
        assert course.module(path).title and shown["look"].startswith(f"Modul {course.module(path).number}, ")
        assert course.module(path).id == course.exercise(slug).module


def shown_on_the_page(slug: str) -> str:
    """What a learner sees: prose, questions, tables with German numbers, and what checks say to the worked answers."""
    exercise, names, found = EXERCISES[slug], {"__name__": "__main__"}, []
    for part in exercise.parts:
        found.append(part.text)
        if part.kind == "code":
            tree = ast.parse(part.text)
            last = tree.body[-1]
            if not isinstance(last, ast.Expr):
                exec(compile(tree, slug, "exec"), names)
                continue
            exec(compile(ast.Module(tree.body[:-1], []), slug, "exec"), names)
            table = eval(compile(ast.Expression(last.value), slug, "eval"), names)
            found.append(re.sub("<[^>]*>", " ", table._repr_html_()))
    for name, answer in reference.worked_answers(slug).items():
        if question := exercise.questions.get(name):
            found += [question.prose, question.label, question.hint, *question.rows]
            found += [label for _, label in question.options]
            found += [
                json.dumps(answer.value, ensure_ascii=False),
                exercise.check(question, answer.value).text,
            ]
    return "\n".join(found)


CALCULATION = re.compile(r"([\d.,]+)\s(?:·\s([\d.,]+)\s)?([−+/])\s([\d.,]+)\s([=≈])\s([\d.,]*\d)")
NUMBER = re.compile(r"\d[\d.,]*")


def plain(number: str) -> float:
    return float(number.rstrip(".,").replace(".", "").replace(",", "."))


def numbers(text: str) -> set[str]:
    return {number.rstrip(".,") for number in NUMBER.findall(text)}


@each_exercise
def test_every_calculation_in_a_worked_answer_is_right(slug):
    for text in texts(slug):
        for a, times, sign, b, equals, result in CALCULATION.findall(text):
            left, right = plain(a) * (plain(times) if times else 1), plain(b)
            true = {"−": left - right, "+": left + right, "/": left / right}[sign]
            assert abs(true - plain(result)) <= (0.5 if equals == "≈" else 1e-9), text


@each_exercise
def test_every_figure_in_a_worked_answer_is_one_that_the_learner_can_see(slug):
    visible = numbers(shown_on_the_page(slug)) | {"0", "60", "100"}  # nothing, an hour, all
    for text in texts(slug):
        computed = {result for *_, result in CALCULATION.findall(text)}
        assert numbers(text) - visible - computed == set(), text


@each_exercise
def test_a_worked_answer_is_no_copy_of_a_solution_or_of_a_mark_scheme(slug):
    source = notebooks.load(ROOT / release.SOURCE / slug / f"{slug}.ipynb")
    code = "\n".join(cell.source for cell in source.cells)
    secret = re.findall(r"### BEGIN (?:SOLUTION|MARK SCHEME)\n(.*?)### END", code, re.DOTALL)
    lines = {line.strip() for block in secret for line in block.splitlines() if len(line.strip()) > 25}
    assert len(lines) > 10
    said = "\n".join(texts(slug))
    assert [line for line in lines if line in said] == []


def test_worked_answers_are_easy_to_read():
    measured = [page for page in reading.pages(manifest.read(), ROOT) if page.page.startswith("Lösungswege")]
    assert len(measured) == len(SLUGS)
    assert all(page.ease >= 60 and page.per_sentence <= 14 for page in measured), measured


# ---- who sees it when ----


@pytest.fixture
def form() -> Form:
    return Form(json.dumps(NOTEBOOKS["bewusstsein"]))


@pytest.fixture
def end(form, monkeypatch):
    block = form.finish()
    block.sent = []
    monkeypatch.setattr(type(block), "send", lambda self, content, buffers=None: self.sent.append(content))
    return block


def receive(block, content):
    """What happens when the browser sends a message to a block."""
    block._handle_custom_msg(content, [])


def saved(end) -> dict:
    receive(end, {"type": "save"})
    return json.loads(end.sent[-1]["content"])


def hidden_lines(slug: str) -> set[str]:
    """Lines of hidden tests that nothing on the page may show."""
    source = notebooks.load(ROOT / release.SOURCE / slug / f"{slug}.ipynb")
    code = "\n".join(cell.source for cell in source.cells)
    blocks = re.findall(r"### BEGIN HIDDEN TESTS\n(.*?)### END HIDDEN TESTS", code, re.DOTALL)
    lines = {line.strip() for block in blocks for line in block.splitlines() if len(line.strip()) > 25}
    released = json.dumps(NOTEBOOKS[slug], ensure_ascii=False)
    return {line for line in lines if json.dumps(line, ensure_ascii=False)[1:-1] not in released}


def all_that_the_browser_gets(form: Form, end) -> str:
    blocks = [*form.answers.values(), form.further(), end]
    return "\n".join(
        json.dumps(value, ensure_ascii=False)
        for block in blocks
        for name, value in block.get_state().items()
        if name not in ("_esm", "_css")
    )


@each_exercise
def test_nothing_is_given_away_before_it_is_time_and_hidden_tests_never(slug):
    built = notebooks.dumps(forms.build(NOTEBOOKS[slug]))
    form = Form(json.dumps(NOTEBOOKS[slug]))
    end = form.finish()
    before = built + all_that_the_browser_gets(form, end)
    paragraphs = [paragraph for text in texts(slug) for paragraph in text.split("\n\n")]
    assert [text for text in paragraphs if text in before] == []
    receive(end, {"type": "resolve"})
    after = all_that_the_browser_gets(form, end)
    assert all(text in after for text in paragraphs)
    secret = hidden_lines(slug)
    assert len(secret) > 10
    assert [line for line in secret if line in before + after] == []
    assert "HIDDEN" not in before + after and "MARK SCHEME" not in before + after


def test_before_anything_is_saved_nothing_can_be_looked_at(form, end):
    receive(form.ask("a1"), {"type": "look"})
    assert (end.value, form.ask("a1").worked) == (None, [])
    assert SOLUTION_SEEN not in saved(end)["metadata"]["fairki"]


def test_after_saving_worked_answers_can_be_unfolded_and_the_checks_speak(form, end):
    form.ask("a1").set_state({"value": "viel"})
    receive(end, {"type": "save"})
    assert end.value == OFFERED
    for block in (*form.answers.values(), form.further()):
        assert block.worked and not block.unfolded
    assert [one["title"] for one in form.further().worked] == ["B1", "B2"]
    assert form.ask("a1").verdict["state"] == "not-yet"
    assert form.ask("a2").verdict["state"] == "hint"


def test_who_saves_twice_without_looking_is_not_said_to_have_looked(form, end):
    saved(end)
    assert SOLUTION_SEEN not in saved(end)["metadata"]["fairki"]


@pytest.mark.parametrize("where", ["a1", "f1", "further"])
def test_unfolding_one_worked_answer_is_noted_in_every_later_file(form, end, where):
    saved(end)
    receive(form.further() if where == "further" else form.ask(where), {"type": "look"})
    assert end.value == SEEN
    for _ in range(2):
        assert saved(end)["metadata"]["fairki"][SOLUTION_SEEN] is True
    assert "In der Datei steht: Lösung angesehen." in end.sent[-1]["text"]


def test_resolving_shows_everything_at_once_and_is_noted(form, end):
    receive(end, {"type": "resolve"})
    assert end.value == SEEN
    assert all(block.worked and block.unfolded for block in (*form.answers.values(), form.further()))
    assert end.verdict["open"] == [[name, name.upper()] for name in form.answers]
    hand_in = saved(end)
    assert hand_in["metadata"]["fairki"] == NOTEBOOKS["bewusstsein"].metadata.fairki | {SOLUTION_SEEN: True}


def test_the_answers_in_the_file_are_those_of_the_learner_whoever_looked(form, end):
    form.ask("a1").set_state({"value": "17"})
    before = saved(end)
    receive(end, {"type": "resolve"})
    assert saved(end)["cells"] == before["cells"]


@pytest.mark.parametrize("kept", [OFFERED, SEEN])
def test_what_the_browser_kept_is_restored(form, end, kept):
    end.set_state({"value": kept})
    assert form.ask("a1").worked and not form.ask("a1").unfolded
    assert saved(end)["metadata"]["fairki"].get(SOLUTION_SEEN, False) == (kept == SEEN)


def test_a_form_without_that_answer_is_as_before(form, end):
    end.set_state({"value": None})
    assert (end.value, form.further().worked) == (None, [])


@pytest.mark.parametrize("value", ["ja", True, 1, {}, ["angesehen"]])
def test_any_other_value_is_refused(end, value):
    with pytest.raises(BadAnswerError):
        end.accept(value)


def test_who_deletes_everything_starts_anew(form, end):
    receive(end, {"type": "resolve"})
    end.set_state({"value": None})
    assert all(not block.worked for block in (*form.answers.values(), form.further()))
    receive(form.ask("a1"), {"type": "look"})
    assert end.value is None


def test_the_state_is_kept_under_a_name_of_its_own(form, end):
    assert end.key == "uebung.bewusstsein.loesung"
    assert end.key not in [block.key for block in form.answers.values()]
