"""What runs in the learner's browser beside the blocks: models, transports, the browser store; and how it is packed.

A page loads one script for its runtime and one for each kind of block. JupyterLab and Voilà load a block's script from
a blob, where a relative import has no meaning. So `module` makes one script of a file and of all that it imports; texts
come in the language that was chosen. Our own pages have addresses: there, scripts share what they have in common
(``coursetools.serve.assets``).
"""

import re
from functools import cache
from pathlib import Path

from fairki import language

WEB = Path(__file__).parent
BLOCKS = WEB.parent / "ui" / "static"
"""Scripts and styles of the blocks; to ask for them need not load ``fairki.ui`` and all that it calculates with."""

wanted = True
"""Whether anybody asks for scripts and styles. Where a page brings its own and runs Python itself, to pack them would
only take time; to be set before ``fairki.ui`` is imported."""

_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_IMPORT = re.compile(r'^import \* as (\w+) from "(\.[^"]*/\1\.js)";\n', re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*(?:(?!\*/)[\s\S])*\*/)\n", re.MULTILINE)
_CAST = re.compile(r"/\*\* @type \{[^*]+\} \*/ ?")
_INDENT = re.compile(r"^(?:  )+", re.MULTILINE)


@cache
def module(file: Path) -> str:
    """One complete ES module: a file, in front of it all that it imports, each as a constant.

    What only readers need, comments and indentation, stays behind. Empty where nobody asks for it (``wanted``).
    """
    return "".join(parts(file).values()) + _bare(_IMPORT.sub("", _text(file))) if wanted else ""


def parts(file: Path) -> dict[str, str]:
    """All that a file imports, in order: the name of each constant in `module`, and the lines that make it."""
    return {_name(one): _constant(one) for one in _needed(file)}


def _name(file: Path) -> str:
    return file.name.partition(".")[0]  # texts.xx.js is texts in another language


@cache
def _constant(file: Path) -> str:
    text = _text(file)
    names = ", ".join(_EXPORT.findall(text))
    body = _bare(_IMPORT.sub("", _EXPORT.sub("", text)))
    return f"const {_name(file)} = (() => {{\n{body}\nreturn {{ {names} }};\n}})();\n"


def _needed(file: Path) -> list[Path]:
    """The modules that a file imports, each behind those that it imports itself."""
    return [one for direct in _imported(file) for one in (*_needed(direct), direct)]


def _imported(file: Path) -> list[Path]:
    return [language.script((file.parent / path).resolve()) for _, path in _IMPORT.findall(_text(file))]


def _bare(text: str) -> str:
    bare = _CAST.sub("", _COMMENT.sub("", text))
    in_texts = any(
        line.count("`") % 2 for line in bare.splitlines()
    )  # spaces in a text of several lines belong to it
    return bare if in_texts else _INDENT.sub("", bare)


@cache
def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
