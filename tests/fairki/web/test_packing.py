"""Modules that import each other become one script, without comments and without imports."""

import re

import pytest

from fairki import web
from fairki.manifest import ROOT

FILES = [*web.BLOCKS.glob("*.js"), *web.WEB.rglob("*.js")]
FILES += [*(ROOT / "coursetools/serve").rglob("*.js"), *(ROOT / "coursetools/workshop/pages").rglob("*.js")]
HOMES = {file.stem: file for file in FILES}
"""Where the modules lie, by the name of the constant that they become."""
PART = re.compile(r"^const (\w+) = \(\(\) => \{$", re.MULTILINE)
IMPORT = re.compile(r"^import .* from .*/(\w+)\.js", re.MULTILINE)


def test_every_module_has_a_name_of_its_own():
    assert len(HOMES) == len(FILES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_script_brings_all_that_its_parts_import_before_they_use_it_and_nothing_twice(file):
    parts = PART.findall(web.module(file))
    assert len(set(parts)) == len(parts)
    for at, part in enumerate([*parts, file.stem]):
        assert set(IMPORT.findall(HOMES[part].read_text(encoding="utf-8"))) <= set(parts[:at])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_imports_and_comments_stay_at_home(file):
    script = web.module(file)
    assert not re.search(r"^import\b", script, re.MULTILINE)
    assert "/**" not in script
    assert not re.search(r"^\s*//", script, re.MULTILINE)


def test_a_comment_takes_nothing_with_it_that_stands_behind_it(tmp_path):
    part = "/** One. */\nexport const one = 1;\n/* two\n lines */ const kept = one; // stays\n\nexport class Two {}\n"
    (tmp_path / "part.js").write_text(part, encoding="utf-8")
    whole = 'import * as part from "./part.js";\n// gone\nuse(/** @type {any} */ (part).one);\n'
    (tmp_path / "whole.js").write_text(whole, encoding="utf-8")
    assert web.module(tmp_path / "whole.js") == (
        "const part = (() => {\nconst one = 1;\n/* two\n lines */ const kept = one; // stays\n\nclass Two {}\n"
        "\nreturn { one, Two };\n})();\nuse((part).one);\n"
    )


@pytest.mark.parametrize(
    ("source", "packed"),
    [
        ("if (a) {\n  if (b) {\n    use(`  a`);\n  }\n}\n", "if (a) {\nif (b) {\nuse(`  a`);\n}\n}\n"),
        ("use(`one\n  two`);\n", "use(`one\n  two`);\n"),
    ],
)
def test_indentation_stays_at_home_unless_it_may_be_part_of_a_text(tmp_path, source, packed):
    (tmp_path / "whole.js").write_text(source, encoding="utf-8")
    assert web.module(tmp_path / "whole.js") == packed
