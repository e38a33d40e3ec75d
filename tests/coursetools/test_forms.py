"""The form of an exercise: derived from the released notebook, checked by its checks, handed in as that notebook."""

import ast
import itertools
import json
import re
import tomllib

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetools import execute, forms, notebooks, release
from fairki import manifest
from fairki.errors import BadAnswerError
from fairki.ui import Form
from fairki.ui.exercise import Exercise
from fairki.worlds import recruiting

ROOT = manifest.ROOT
SLUGS = release.slugs(ROOT)
NOTEBOOKS = {slug: notebooks.load(ROOT / release.TARGET / slug / f"{slug}.ipynb") for slug in SLUGS}
EXERCISES = {slug: Exercise(notebook) for slug, notebook in NOTEBOOKS.items()}
SLUG = "bewusstsein"
"""The exercise for what is the same in all of them."""
RELEASED, EXERCISE = NOTEBOOKS[SLUG], EXERCISES[SLUG]

each_exercise = pytest.mark.parametrize("slug", SLUGS)


def good_answers(slug: str) -> dict:
    """What a hand-in with full points in Part A answers in the form."""
    path = ROOT / "tests" / "hand_ins" / slug / "full_part_a_from_the_form.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))["form"]


RIGHT = good_answers(SLUG)


@pytest.fixture
def form() -> Form:
    return Form(json.dumps(RELEASED))


def cells_of(notebook) -> dict:
    return {cell["id"]: cell for cell in notebook["cells"]}


def grade_ids(notebook) -> list[str]:
    return [cell["metadata"].get("nbgrader", {}).get("grade_id") for cell in notebook["cells"]]


@each_exercise
def test_a_form_is_a_notebook_of_prose_and_calls(slug):
    built = forms.build(NOTEBOOKS[slug])
    nbformat.validate(built)
    calls = [
        cell.source for cell in built.cells if cell.cell_type == "code" and cell.source.startswith("form.")
    ]
    asked = [f'form.ask("{name}")' for name in good_answers(slug)]
    assert calls == ["form.start()", *asked, "form.further()", "form.finish()"]


@each_exercise
def test_building_a_form_twice_gives_the_same_bytes(slug):
    assert notebooks.dumps(forms.build(NOTEBOOKS[slug])) == notebooks.dumps(forms.build(NOTEBOOKS[slug]))


@each_exercise
def test_a_form_runs_without_error_or_warning(slug, tmp_path, kernel):
    path = tmp_path / f"uebung_{slug}.ipynb"
    path.write_text(notebooks.dumps(forms.build(NOTEBOOKS[slug])), encoding="utf-8")
    assert execute.problems(path, kernel) == []


def test_a_form_whose_tables_are_drawn_already_needs_no_cell_that_makes_them():
    made = forms.build(RELEASED)
    code = [cell for cell in made.cells if cell.cell_type == "code"]
    needed = [cell for cell in code if forms.SHOWN not in cell.metadata.get("tags", ())]
    assert len(code) - len(needed) == sum(part.kind == "code" for part in EXERCISE.parts) > 0
    names: dict = {}
    for cell in needed:
        exec(compile(cell.source, SLUG, "exec"), names)  # our own form
    for name, answer in names["form"].answers.items():
        answer.set_state({"value": RIGHT[name]})
        assert answer.check(), name


@each_exercise
def test_no_question_is_shown_twice(slug):
    prose = "\n".join(
        cell.source for cell in forms.build(NOTEBOOKS[slug]).cells if cell.cell_type == "markdown"
    )
    for question in EXERCISES[slug].questions.values():
        assert question.label not in prose
        assert not any(f"` {label}" in prose for _, label in question.options)
        assert not any(f". {row}" in prose for row in question.rows)


@each_exercise
def test_every_word_of_a_question_comes_from_the_notebook(slug):
    source = "\n".join(cell.source for cell in NOTEBOOKS[slug].cells)
    for question in EXERCISES[slug].questions.values():
        assert f"**{question.label}**" in source
        for value, label in [*question.options, *itertools.chain(*question.choices.values())]:
            assert f"- `{value}` {label}" in source
        for row in question.rows:
            assert f". {row}" in source


@each_exercise
def test_the_form_asks_part_a_and_the_text_and_folds_part_b(slug):
    assert list(EXERCISES[slug].questions) == list(good_answers(slug))
    shown = "\n".join(cell.source for cell in forms.build(NOTEBOOKS[slug]).cells[1:])
    assert "freiwillig" in shown
    for hidden in ("### B1", "Umschalt + Enter", "show_patterns"):
        assert hidden not in shown


@pytest.mark.parametrize(("slug", "name"), [(slug, name) for slug in SLUGS for name in good_answers(slug)])
def test_a_good_answer_is_complete(slug, name):
    exercise = EXERCISES[slug]
    assert exercise.check(exercise.questions[name], good_answers(slug)[name]).state in ("filled", "told")


@each_exercise
def test_a_form_passes_on_every_good_answer_unchanged(slug):
    form = Form(json.dumps(NOTEBOOKS[slug]))
    for name, value in good_answers(slug).items():
        assert form.ask(name).accept(value) == value


def test_the_options_are_those_that_the_checks_accept():
    for value, _ in EXERCISE.questions["a2"].options:
        assert EXERCISE.check(EXERCISE.questions["a2"], value).state == "filled"
    for value, _ in EXERCISE.questions["a5"].options:
        assert EXERCISE.check(EXERCISE.questions["a5"], dict.fromkeys("1234", value)).state == "filled"
    assert sorted(value for value, _ in EXERCISE.questions["a4"].options) == sorted(recruiting.FEATURES)


@pytest.mark.parametrize(
    ("name", "value", "state", "text"),
    [
        ("a1", None, "hint", "Hier fehlt noch Ihre Antwort."),
        ("a1", "viel", "not-yet", "„viel“ ist keine Zahl."),
        ("a1", "0,19", "not-yet", "Ein Anteil wie 0,25 sind 25 von 100."),
        ("a4", ["geschlecht"], "told", "Noch nicht am Ziel"),
        ("a4", RIGHT["a4"], "told", "In diesem Jahr sind beide Ziele erreicht."),
        (
            "a4",
            [value for value, _ in EXERCISE.questions["a4"].options],
            "not-yet",
            "kann kein Modell lernen",
        ),
        (
            "a5",
            {"1": "offen"},
            "not-yet",
            "Nummer 2 ist noch leer. Nummer 3 ist noch leer. Nummer 4 ist noch leer.",
        ),
        ("f1", "Hallo", "filled", "liest Ihre Kursleitung"),
    ],
)
def test_the_visible_checks_answer_at_once(name, value, state, text):
    verdict = EXERCISE.check(EXERCISE.questions[name], value)
    assert verdict.state == state
    assert text in verdict.text


def test_a_wrong_answer_is_not_given_away():
    assert EXERCISE.check(EXERCISE.questions["a2"], "a") == EXERCISE.check(EXERCISE.questions["a2"], "b")
    assert EXERCISE.check(EXERCISE.questions["a1"], "50") == EXERCISE.check(EXERCISE.questions["a1"], "19,3")


def test_a_hand_in_is_the_released_notebook_with_the_answers_in_it():
    hand_in = EXERCISE.compose(RIGHT)
    nbformat.validate(nbformat.from_dict(hand_in))
    assert grade_ids(hand_in) == grade_ids(RELEASED)
    before, after = cells_of(RELEASED), cells_of(hand_in)
    assert list(before) == list(after)
    changed = [name for name in before if before[name] != after[name]]
    assert changed == list(RIGHT)
    assert all({**before[name], "source": ""} == {**after[name], "source": ""} for name in changed)


def test_what_has_no_answer_stays_as_it_was_released():
    assert EXERCISE.compose({}) == RELEASED
    assert EXERCISE.compose(dict.fromkeys(RIGHT)) == RELEASED


def test_composing_leaves_the_released_notebook_alone():
    before = json.dumps(RELEASED)
    EXERCISE.compose(RIGHT)
    assert json.dumps(RELEASED) == before


def assigned(source: str, name: str):
    """The value that a cell assigns to a name; fails if it is anything but a literal."""
    tree = ast.parse(source)
    assert [type(node) for node in tree.body] == [ast.Assign]
    assert tree.body[0].targets[0].id == name
    return ast.literal_eval(tree.body[0].value)


@given(st.text(max_size=200).map(str.strip).filter(bool))
def test_what_a_learner_types_is_data_and_never_code(text):
    hand_in = cells_of(EXERCISE.compose({"a1": text, "f1": text}))
    value = assigned(hand_in["a1"]["source"], "abstand_abgelesen")
    assert value == text or isinstance(value, int | float)
    assert hand_in["f1"]["source"] == text


@pytest.mark.parametrize(
    "attack",
    [
        '1" + __import__("os").system("true") + "',
        "1\nimport os",
        "1)#",
        "'''",
        "\\",
        "### END SOLUTION",
        "1\u20282",
    ],
)
def test_an_attack_in_a_number_field_becomes_a_harmless_text(attack):
    source = cells_of(EXERCISE.compose({"a1": attack}))["a1"]["source"]
    assert assigned(source, "abstand_abgelesen") == attack


@given(
    st.dictionaries(
        st.sampled_from("1234"), st.sampled_from(["stimmt", "stimmt nicht", "offen"]), min_size=1
    ),
    st.lists(
        st.sampled_from([value for value, _ in EXERCISE.questions["a4"].options]), min_size=1, unique=True
    ),
)
def test_choices_arrive_in_the_hand_in_as_they_were_made(claims, columns):
    hand_in = cells_of(EXERCISE.compose({"a5": claims, "a4": columns}))
    assert assigned(hand_in["a5"]["source"], "urteile") == {
        int(row): option for row, option in claims.items()
    }
    assert assigned(hand_in["a4"]["source"], "weggenommen") == columns


@pytest.mark.parametrize(
    ("name", "value"),
    [("a1", 19.3), ("a1", ["19,3"]), ("a2", "e"), ("a2", ["b"]), ("a2", {"b": 1}), ("a4", "geschlecht"),
     ("a5", ["offen"]), ("a5", "offen"), ("f1", 7), ("f1", {})],
)  # fmt: skip
def test_a_value_that_no_control_can_send_is_refused(form, name, value):
    block = form.ask(name)
    with pytest.raises(BadAnswerError):
        block.accept(value)
    block.set_state({"value": value})
    assert block.value is None


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [("a1", " 19,3 ", "19,3"), ("a1", "   ", None), ("a1", "9" * 900, "9" * 50), ("f1", "halb \ud83d", "halb"),
     ("a4", ["verein", "erfunden", "test"], ["test", "verein"]), ("a4", [], None),
     ("a5", {"1": "offen", "2": "vielleicht", "9": "offen"}, {"1": "offen"}), ("a5", {}, None)],
)  # fmt: skip
def test_a_value_is_trimmed_to_what_the_question_asks(form, name, value, kept):
    form.ask(name).set_state({"value": value})
    assert form.ask(name).value == kept


def test_the_browser_can_change_nothing_but_the_answer(form):
    block = form.ask("a1")
    block.set_state(
        {"kind": "text", "label": "x", "verdict": {"state": "right", "text": ""}, "value": "19,3"}
    )
    assert (block.kind, block.label, block.verdict) == ("number", EXERCISE.questions["a1"].label, {})


def receive(block, content):
    """What happens when the browser sends a message to a block."""
    block._handle_custom_msg(content, [])


def test_checking_one_question_shows_its_verdict_until_the_answer_changes(form):
    block = form.ask("a1")
    block.set_state({"value": "viel"})
    receive(block, {"type": "check"})
    assert block.verdict["state"] == "not-yet"
    block.set_state({"value": "19,3"})
    assert block.verdict == {}


def test_checking_everything_names_what_is_open(form):
    end = form.finish()
    for name in ("a1", "a2", "a4", "f1"):
        form.ask(name).set_state({"value": RIGHT[name]})
    receive(end, {"type": "check"})
    assert end.verdict["open"] == [["a3", "A3"], ["a5", "A5"]]
    assert form.ask("a3").verdict["state"] == "hint"
    for name in RIGHT:
        form.ask(name).set_state({"value": RIGHT[name]})
    receive(end, {"type": "check"})
    assert (end.verdict["state"], end.verdict["open"]) == ("filled", [])
    assert end.verdict["text"] == "Alle 6 Aufgaben sind beantwortet. Sie können abgeben."


def test_saving_sends_the_hand_in_as_a_file_without_anything_personal(form, monkeypatch):
    end, sent = form.finish(), []
    monkeypatch.setattr(type(end), "send", lambda self, content, buffers=None: sent.append(content))
    form.ask("a1").set_state({"value": "19,3"})
    receive(end, {"type": "save"})
    [message] = sent
    assert re.fullmatch(rf"{SLUG}-[0-9a-f]{{6}}\.ipynb", message["name"])
    assert json.loads(message["content"]) == EXERCISE.compose({"a1": "19,3"})
    assert "Ohne Antwort sind noch: A2, A3, A4, A5, F1." in message["text"]
    assert json.loads(message["content"])["metadata"].keys() == {"kernelspec", "fairki"}


@pytest.mark.parametrize(
    "content", [{"type": "run", "code": "1"}, {"type": "check", "code": "1"}, {}, None, "check", [1]]
)
def test_any_other_message_is_ignored(form, monkeypatch, content):
    end = form.finish()
    monkeypatch.setattr(type(end), "send", lambda self, content, buffers=None: pytest.fail("answered"))
    receive(end, content)
    receive(form.ask("a1"), content)
    assert (end.verdict, form.ask("a1").verdict) == ({}, {})


SETUP = good_answers("mensch-maschine")["a4"]


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (SETUP, SETUP),
        ({"weg": "automatisch", "team": ""}, {"weg": "automatisch"}),
        ({"weg": "würfeln", "team": ["linde"], "faelle": " 400 "}, {"faelle": "400"}),
        ({"auswahl": "linde", "minuten": "9" * 900, "fremd": "x"}, {"minuten": "9" * 50}),
        ({"weg": 3}, None),
    ],
)
def test_fields_keep_what_was_typed_and_only_choices_that_exist(value, kept):
    block = Form(json.dumps(NOTEBOOKS["mensch-maschine"])).ask("a4")
    assert list(block.choices) == ["weg", "team", "auswahl"]
    block.set_state({"value": value})
    assert block.value == kept


def test_fields_arrive_in_the_hand_in_as_numbers_and_texts():
    source = cells_of(EXERCISES["mensch-maschine"].compose({"a4": SETUP}))["a4"]["source"]
    assert assigned(source, "aufbau") == SETUP | {"faelle": 400, "minuten": 10}


def test_answers_are_kept_in_the_browser_under_the_exercises_name(form):
    keys = [form.ask(name).key for name in RIGHT]
    assert keys[0] == "uebung.bewusstsein.abstand_abgelesen"
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("a3", {"ab 30": " 20 ", "unter 30": "", "divers": "5"}, {"ab 30": "20"}),
        ("a3", {"ab 30": 20, "unter 30": ["30"]}, None),
        ("a4", {"einspruch": {"frist": "14", "fremd": "x"}, "erfunden": {}}, {"einspruch": {"frist": "14"}}),
        ("a4", {"hinweis": {"zeitpunkt": "9" * 900}}, {"hinweis": {"zeitpunkt": "9" * 50}}),
        ("a4", {"hinweis": {"zeitpunkt": 7}, "einspruch": "14"}, {"hinweis": {}}),
        ("a4", {}, None),
    ],
)
def test_numbers_and_rules_are_trimmed_to_what_the_question_asks(name, value, kept):
    assert Form(json.dumps(NOTEBOOKS["werte"])).ask(name).accept(value) == kept


@pytest.mark.parametrize(
    ("name", "value"), [("a3", "20"), ("a3", ["20"]), ("a4", ["einspruch"]), ("a4", "alles")]
)
def test_numbers_and_rules_of_another_kind_are_refused(name, value):
    with pytest.raises(BadAnswerError):
        Form(json.dumps(NOTEBOOKS["werte"])).ask(name).accept(value)


def test_numbers_and_rules_arrive_in_the_hand_in_as_data():
    attack = '14, "x": __import__("os")'
    answers = {
        "a3": {"ab 30": "12,5", "unter 30": "20"},
        "a4": {"einspruch": {"frist": attack}, "hinweis": {}},
    }
    hand_in = cells_of(EXERCISES["werte"].compose(answers))
    assert assigned(hand_in["a3"]["source"], "grenzen") == {"ab 30": 12.5, "unter 30": 20}
    assert assigned(hand_in["a4"]["source"], "kodex") == {"einspruch": {"frist": attack}, "hinweis": {}}


@pytest.mark.parametrize(
    ("value", "state", "text"),
    [
        ({"einspruch": {"frist": "14"}}, "told", "mindestens 14\N{NO-BREAK SPACE}Tage Zeit"),
        ({"einspruch": {}}, "not-yet", "In der Regel „Einspruch“ ist noch eine Lücke leer."),
        ({"einspruch": {"frist": "bald"}}, "not-yet", "„bald“ passt nicht in diese Lücke."),
        ({"einspruch": {"frist": "0"}}, "not-yet", "Möglich ist eine ganze Zahl zwischen 1 und 365."),
        ({"hinweis": {"zeitpunkt": "später"}}, "not-yet", "„vor der Entscheidung“"),
    ],
)
def test_the_checks_read_rules_and_say_what_is_missing(value, state, text):
    exercise = EXERCISES["werte"]
    verdict = exercise.check(exercise.questions["a4"], value)
    assert verdict.state == state
    assert text in verdict.text


# Answers with something wrong in each place that a person can fill in, and what the form must not say about them.
SLIPS = [
    ("mensch-maschine", "a1", {"vielfalt": "41"}, "Für „Passung: Geeignete unter 100 Eingeladenen“ fehlt"),
    ("mensch-maschine", "a1", {"fehler": "viele"}, "Für „Fehlentscheidungen im Jahr“: „viele“ ist keine Zahl."),
    ("mensch-maschine", "a4", {"weg": "mensch"}, "Für „Welches Team?“ fehlt noch eine Auswahl."),
    ("mensch-maschine", "a4", {"team": "linde"}, "Möglich ist: „Programm allein“, „Mensch allein“"),
    ("mensch-maschine", "a4", {"weg": "mensch", "team": "linde"}, "Für „Wie viele Fälle? (0 bis 2.000)“ fehlt"),
    ("werte", "a3", {"ab 30": "120"}, "Für „Grenze für Menschen ab 30 Jahren“: 120 liegt nicht"),
    ("werte", "a4", {"hinweis": {}}, "die Lücke „Zeitpunkt“."),
    ("werte", "a4", {"hinweis": {"zeitpunkt": "bald"}}, "„spätestens mit der Entscheidung“"),
    ("governance", "a3", {"alle": "2"}, "Für „Wie viele Monate werten Sie dabei zusammen aus? (1 bis 12)“ fehlt"),
    ("feedback", "a3", {"deutsch": "40"}, "Für „Andere Erstsprache“ fehlt noch eine Zahl."),
    ("feedback", "a1", {"1": "bleibt"}, "Nummer 2 ist noch leer."),
]  # fmt: skip


@pytest.mark.parametrize(("slug", "name", "value", "text"), SLIPS)
def test_what_is_wrong_is_said_in_the_words_of_the_page(slug, name, value, text):
    exercise = EXERCISES[slug]
    question = exercise.questions[name]
    said = exercise.check(question, value).text
    assert text in said
    keys = {key for key, word in question.words.items() if key != word}
    assert not keys & set(re.findall("„([^“]*)“", said))


@each_exercise
def test_no_complaint_about_any_field_names_a_key(slug):
    """Each question with one entry gone or spoilt: the sentence names what the page shows, never a key."""
    exercise = EXERCISES[slug]
    for name, value in good_answers(slug).items():
        question = exercise.questions[name]
        if not isinstance(value, dict):
            continue
        keys = {key for key, word in question.words.items() if key != word and not word.startswith(key)}
        for entry in value:
            for spoilt in (
                {key: kept for key, kept in value.items() if key != entry},
                value | {entry: {} if question.kind == "rules" else "xy?"},
            ):
                said = exercise.check(question, spoilt).text
                assert not keys & set(re.findall("„([^“]*)“", said)), said
                assert not re.search(r"\(\w+\)", said) or question.unit or "(0 bis" in said, said


def test_nothing_green_says_that_an_answer_that_was_filled_in_is_right():
    parts = (ROOT / "fairki/ui/static").glob("form*.js")
    script = "".join(part.read_text(encoding="utf-8") for part in parts)
    signs = re.search(r"const SIGNS = \{(.*?)\};", script, re.DOTALL)[1]
    texts = (ROOT / "fairki/web/texts/form_texts.js").read_text(encoding="utf-8")
    words = re.search(r"const verdicts = \{(.*?)\};", texts, re.DOTALL)[1]
    assert "Ausgefüllt." in words
    assert not re.search("vollständig|richtig|fertig|✓", signs + words, re.IGNORECASE)
    assert "fk-right" not in script and "fk-good" not in script
