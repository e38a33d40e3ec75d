"""What runs in the learner's browser beside the blocks: models, transports, the browser store; and how it is packed.

A page loads one script for its runtime and one for each kind of block. JupyterLab and Voilà load a block's script from
a blob, where a relative import has no meaning. So `module` makes one script of a file and of all that it imports; texts
come in the language that was chosen.
"""

import re
from functools import cache
from pathlib import Path

from fairki import language

WEB = Path(__file__).parent

_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_IMPORT = re.compile(r'^import \* as (\w+) from "(\.[^"]*/\1\.js)";\n', re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*(?:(?!\*/)[\s\S])*\*/)\n", re.MULTILINE)
_CAST = re.compile(r"/\*\* @type \{[^*]+\} \*/ ?")


@cache
def module(file: Path) -> str:
    """One complete ES module: a file, in front of it all that it imports, each as a constant; without comments."""
    constants = "".join(map(_constant, dict.fromkeys(_needed(file))))
    return constants + _without_comments(_IMPORT.sub("", _text(file)))


@cache
def _constant(file: Path) -> str:
    text = _text(file)
    names = ", ".join(_EXPORT.findall(text))
    body = _without_comments(_IMPORT.sub("", _EXPORT.sub("", text)))
    name = file.name.partition(".")[0]  # texts.xx.js is texts in another language
    return f"const {name} = (() => {{\n{body}\nreturn {{ {names} }};\n}})();\n"


def _needed(file: Path) -> list[Path]:
    """The modules that a file imports, each behind those that it imports itself."""
    return [one for direct in _imported(file) for one in (*_needed(direct), direct)]


def _imported(file: Path) -> list[Path]:
    return [language.script((file.parent / path).resolve()) for _, path in _IMPORT.findall(_text(file))]


def _without_comments(text: str) -> str:
    return _CAST.sub("", _COMMENT.sub("", text))


@cache
def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
