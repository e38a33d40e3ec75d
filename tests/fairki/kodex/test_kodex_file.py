"""A Kodex survives its file; a file that we do not understand survives us."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairki.errors import BadFileError
from fairki.kodex import PATTERNS, Choice, Kodex, KodexFileError, Rule, loads

WORDS = st.text(max_size=40)


def values_of(pattern):
    return st.fixed_dictionaries(
        {
            b.name: st.sampled_from(list(b.options)) if isinstance(b, Choice) else st.integers(b.low, b.high)
            for b in pattern.blanks
        }
    )


RULES = st.one_of(
    [
        st.builds(
            Rule,
            st.just(pattern.id),
            values_of(pattern),
            owner=WORDS,
            channel=WORDS,
            aspects=st.lists(WORDS, max_size=3).map(tuple),
            step=st.sampled_from("12345"),
        )
        for pattern in PATTERNS.values()
    ]
)
KODEXE = st.builds(Kodex, WORDS, st.lists(RULES, max_size=6).map(tuple))
GOOD = Kodex("Kodex", (Rule("einspruch"), Rule("keine_heimliche_nutzung"))).dumps()


@given(KODEXE)
def test_writing_and_reading_gives_the_same_kodex(kodex):
    assert loads(kodex.dumps()) == kodex


@given(KODEXE)
def test_the_file_is_readable_without_the_course(kodex):
    text = kodex.dumps()
    assert text.startswith("# Unser KI-Kodex")
    for rule in kodex.rules:
        assert f"# {rule.sentence}\n" in text
    assert len(tomllib.loads(text).get("regel", [])) == len(kodex.rules)


def test_umlauts_stand_in_the_file_as_people_write_them():
    text = Kodex("Für alle", (Rule("einspruch", owner="Jürgen Groß", channel="Brüssel · Ø"),)).dumps()
    for shown in ("Für alle", "Jürgen Groß", "Brüssel · Ø"):
        assert f'"{shown}"' in text


def test_what_a_file_leaves_out_gets_its_default():
    assert loads('fassung = 1\n[[regel]]\nmuster = "einspruch"\n') == Kodex("", (Rule("einspruch"),))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("das ist kein TOML", "kein lesbarer Kodex", id="no_toml"),
        pytest.param("x = " + 5000 * "[", "kein lesbarer Kodex", id="endless_brackets"),
        pytest.param("", "„fassung“", id="empty"),
        pytest.param('titel = "x"', "„fassung“", id="no_version"),
        pytest.param("fassung = true", "„fassung“", id="odd_version"),
        pytest.param('fassung = "1"', "„fassung“", id="version_as_text"),
        pytest.param(GOOD.replace("fassung = 1", "fassung = 2"), "neueren Fassung", id="newer"),
        pytest.param("fassung = 1\nanhang = 3", "„anhang“", id="unknown_entry"),
        pytest.param("fassung = 1\ntitel = 3", "Titel", id="title_is_a_number"),
        pytest.param("fassung = 1\nregel = 3", "Regeln", id="rules_are_a_number"),
        pytest.param("fassung = 1\nregel = [3]", "In Regel 1", id="rule_is_a_number"),
        pytest.param("fassung = 1\n[[regel]]", "In Regel 1", id="rule_without_pattern"),
        pytest.param(GOOD.replace("einspruch", "zeitreise"), "„zeitreise“", id="unknown_pattern"),
        pytest.param(GOOD.replace("frist = 14", "frist = 999"), "„999“", id="value_out_of_range"),
        pytest.param(GOOD.replace("frist = 14", "frist = 1.5"), "„1.5“", id="value_with_decimals"),
        pytest.param(GOOD.replace("frist", "stunden"), "„stunden“", id="unknown_blank"),
        pytest.param(GOOD.replace("meldeweg", "meldeamt"), "„meldeamt“", id="unknown_key_in_rule"),
        pytest.param(GOOD.replace('schritt = "5"', "schritt = 5"), "falsche Form", id="step_is_a_number"),
        pytest.param(
            GOOD.replace('zustaendig = ""', "zustaendig = []"), "falsche Form", id="owner_is_a_list"
        ),
        pytest.param(
            GOOD.replace('aspekte = ["teil', 'aspekte = [3, "teil'), "falsche Form", id="odd_aspect"
        ),
        pytest.param(GOOD.replace('aspekte = ["', 'aspekte = "x" #["'), "falsche Form", id="aspects_no_list"),
        pytest.param(GOOD.replace("{ frist = 14 }", "14"), "falsche Form", id="values_no_table"),
    ],
)
def test_a_file_we_do_not_understand_is_refused_in_german_and_kept(text, message):
    assert text != GOOD
    with pytest.raises(KodexFileError, match=message) as caught:
        loads(text)
    assert caught.value.text == text
    assert isinstance(caught.value, BadFileError)
    assert caught.value.remedy


@given(st.text())
def test_no_text_whatever_brings_the_reader_down(text):
    try:
        loads(text)
    except KodexFileError as error:
        assert error.text == text
