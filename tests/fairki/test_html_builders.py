"""The builders of HTML: what is filled in stays text, and what only some see or hear is marked so."""

from fairki.html import bullets, definitions, facts, framed, icon, lines, only_heard, stated, strong

TYPED = "<script>&"
AS_TEXT = "&lt;script&gt;&amp;"


def test_the_first_cell_of_a_row_names_it_and_figures_are_set_right():
    made = framed("Was", ("Gruppe", "Wert"), [("A", "1"), (TYPED, strong("2"))], numbers=True)
    assert '<caption class="fk-only-heard">Was</caption>' in made
    assert '<th scope="col">Gruppe</th><th scope="col" class="fk-number">Wert</th>' in made
    assert '<tr><th scope="row">A</th><td class="fk-number">1</td></tr>' in made
    assert f'<th scope="row">{AS_TEXT}</th><td class="fk-number"><strong>2</strong></td>' in made
    assert "fk-number" not in framed("Was", ("Gruppe", "Wort"), [("A", "b")])


def test_a_sign_is_only_seen_and_its_words_are_only_heard():
    assert icon("✓") + only_heard(TYPED) == (
        f'<span class="fk-icon" aria-hidden="true">✓</span><span class="fk-only-heard">{AS_TEXT}</span>'
    )


def test_a_list_of_signs_has_no_bullets_and_wide_facts_have_room():
    assert "list-style: none" in bullets([icon("✓")], signs=True) and "style" not in bullets(["a"])
    assert "16rem" in facts([("a", "b")], wide=True) and "style" not in facts([("a", "b")])


def test_names_stand_above_explanations_and_lines_below_each_other():
    assert definitions([("a", lines(TYPED, strong("b")))]) == (
        f"<dl><dt>a</dt><dd>{AS_TEXT}<br><strong>b</strong></dd></dl>"
    )
    assert definitions([], look="fk-x") == '<dl class="fk-x"></dl>'
    assert lines() == ""


def test_a_statement_stands_with_its_source():
    assert stated("a & b", "c") == '<p class="fairki">a &amp; b <cite>(c)</cite></p>'
