"""The language is chosen once, and all words follow: here in a small package with the real machinery."""

import os
import shutil
import subprocess
import sys

import pytest

from fairki import language

WORDS = {
    "room/__init__.py": "from fairki.room import de\nSAID = (de.HELLO, de.unit.WORD)\n",
    "room/de/__init__.py": "from fairki.room.de import unit\nHELLO = 'Guten Tag'\n",
    "room/de/unit.py": "WORD = 'Haus'\n",
    "room/xx/__init__.py": "from fairki.room.de import unit\nHELLO = '⟦Guten Tag⟧'\n",
    "room/xx/unit.py": "WORD = '⟦Haus⟧'\n",
    "poor/__init__.py": "",
    "poor/de.py": "HELLO = 'Guten Tag'\n",
    "company/__init__.py": "VARIABLE = 'FAIRKI_BETRIEB'\n",
    "errors.py": "class BadFileError(Exception):\n    pass\n",
    "speech/__init__.py": "from fairki.speech.de import NAME\n",
    "speech/de.py": "NAME = 'Deutsch'\n",
    "speech/xx.py": "NAME = '⟦Deutsch⟧'\n",
    "web/page.js": 'import * as texts from "./texts.js";\nimport * as cards from "./texts/cards.js";\n',
    "web/texts.js": 'export const hello = "Guten Tag";\n',
    "web/texts.xx.js": 'export const hello = "⟦Guten Tag⟧";\n',
    "web/texts/cards.js": 'export const turn = "Umdrehen";\n',
    "web/texts.xx/cards.js": 'export const turn = "⟦Umdrehen⟧";\n',
}


@pytest.fixture(scope="module")
def small(root, tmp_path_factory):
    """A folder with a small package ``fairki`` that has words in two languages."""
    folder = tmp_path_factory.mktemp("small")
    for path, text in WORDS.items():
        file = folder / "fairki" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    shutil.copy(root / "fairki" / "language.py", folder / "fairki" / "language.py")
    shutil.copy(root / "fairki" / "web" / "__init__.py", folder / "fairki" / "web" / "__init__.py")
    (folder / "fairki" / "__init__.py").touch()
    (folder / "coursetools").mkdir()
    shutil.copy(root / "coursetools" / "__init__.py", folder / "coursetools" / "__init__.py")
    return folder


def run(folder, code: str, name: str = "") -> subprocess.CompletedProcess[str]:
    environment = os.environ | {language.VARIABLE: name, "PYTHONPATH": str(folder), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, encoding="utf-8", cwd=folder
    )


SPEAK = "import coursetools; from fairki import room, speech; print(*room.SAID, speech.NAME)"


def test_without_a_choice_the_course_speaks_german(small):
    assert run(small, SPEAK).stdout == "Guten Tag Haus Deutsch\n"
    assert run(small, SPEAK, "de").stdout == "Guten Tag Haus Deutsch\n"


def test_with_another_language_all_words_come_from_the_siblings(small):
    assert run(small, SPEAK, "xx").stdout == "⟦Guten Tag⟧ ⟦Haus⟧ ⟦Deutsch⟧\n"


def test_scripts_take_their_texts_from_the_siblings_too(small):
    code = "import coursetools; from fairki import web; print(web.module(web.WEB / 'page.js'))"
    german, other = run(small, code).stdout, run(small, code, "xx").stdout
    assert 'hello = "Guten Tag"' in german and 'turn = "Umdrehen"' in german
    assert 'hello = "⟦Guten Tag⟧"' in other and 'turn = "⟦Umdrehen⟧"' in other
    assert "const texts = (" in other and "const cards = (" in other


@pytest.mark.parametrize("name", ["fr", "../x", "deutsch"])
def test_a_language_that_the_course_has_not_is_refused_at_once(small, name):
    found = run(small, SPEAK, name)
    assert found.returncode == 1 and "In dieser Sprache gibt es den Kurs nicht." in found.stderr


def test_words_that_a_language_lacks_are_never_german_instead(small):
    found = run(small, "import coursetools; from fairki.poor import de", "xx")
    assert "ImportError: fairki.poor has no words in the language xx" in found.stderr


def test_two_languages_never_mix_in_one_process(small):
    found = run(small, "from fairki import language, speech; language.choose('xx')")
    assert "RuntimeError: fairki.speech.de was loaded before" in found.stderr
    assert run(small, "from fairki import language, speech; language.choose('de')").returncode == 0
