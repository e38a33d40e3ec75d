"""A sentence that a second language lacks is a type error, and so is one that takes other figures."""

import pytest

from tests import word_protocols
from tests.word_protocols import complaints, module_name, protocol

WORDS = '''
"""Words."""
from fairki.speech import number

HELLO = "Guten Tag"
STEPS = ("eins", "zwei")
KINDS = {"a": "Art A", "b": "Art B"}
_PRIVATE = "nur hier"

def cards(n: int, *, left: bool = False) -> str:
    """A count of cards."""
    return f"{number(n)} Karten"
'''


@pytest.fixture(scope="module")
def wanted(tmp_path_factory):
    """The protocol of WORDS, as if they were a file of the project."""
    folder = tmp_path_factory.mktemp("room")
    (folder / "de.py").write_text(WORDS, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_protocols, "ROOT", folder)
        patch.syspath_prepend(folder)
        return protocol(folder / "de.py")


def said(wanted, words, tmp_path):
    return "\n".join(complaints({"room": (wanted, words)}, tmp_path))


def test_a_complete_second_language_has_the_right_type(wanted, tmp_path):
    assert "_PRIVATE" not in wanted
    other = WORDS.replace("Guten Tag", "Hello").replace('_PRIVATE = "nur hier"', "")
    assert said(wanted, other, tmp_path) == ""


@pytest.mark.parametrize(
    ("german", "other", "complaint"),
    [
        (
            'HELLO = "Guten Tag"',
            "",
            'missing following "Words" protocol member:\nroom_check.py:3: note:     HELLO',
        ),
        ('("eins", "zwei")', '("one",)', 'expected "tuple[str, str]", got "tuple[str]"'),
        ('"Art A"', "1", 'KINDS: expected "Mapping[str, str]", got "dict[str, object]"'),
        ("left: bool", "left: str", "def cards(n: int, *, left: bool = ...) -> str"),
        (", *, left: bool = False", "", "def cards(n: int, *, left: bool = ...) -> str"),
        ("def cards", "def _cards", "protocol member:\nroom_check.py:3: note:     cards"),
    ],
    ids=["no sentence", "a row is shorter", "no words", "other type", "other arguments", "no function"],
)
def test_what_a_second_language_lacks_is_a_type_error(wanted, german, other, complaint, tmp_path):
    assert german in WORDS
    found = said(wanted, WORDS.replace(german, other), tmp_path)
    assert "Incompatible types in assignment" in found and complaint in found


def test_every_file_of_words_has_a_protocol_that_its_own_german_fulfils(tmp_path):
    pairs = {
        module_name(path).replace(".", "_"): (protocol(path), path.read_text(encoding="utf-8"))
        for path in word_protocols.files()
    }
    assert len(pairs) > 50
    assert complaints(pairs, tmp_path) == []


def test_every_language_that_is_there_is_complete(root, tmp_path):
    pairs = {}
    for path in word_protocols.files():
        for language in _languages(root):
            parts = [language if part in ("de", "de.py") else part for part in path.relative_to(root).parts]
            other = root.joinpath(*parts[:-1], parts[-1] if parts[-1].endswith(".py") else f"{parts[-1]}.py")
            words = other.read_text(encoding="utf-8") if other.is_file() else ""
            pairs[f"{module_name(path)}_{language}".replace(".", "_")] = protocol(path), words
    assert not pairs or complaints(pairs, tmp_path) == []


def _languages(root):
    """Other languages than German."""
    return [path.stem for path in (root / "fairki" / "speech").glob("??.py") if path.stem != "de"]
