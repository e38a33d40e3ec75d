"""The string literals of a JavaScript file, without a parser: strings, templates and what stands inside of them."""

import re
from collections.abc import Callable

_ESCAPE = re.compile(r"\\(u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\r\n|[\s\S])")
_BEFORE_REGEX = re.compile(r"(?:^|[-+*/%=(,:;!&|?{}\[<>~^]|\b(?:return|typeof|case|in|of|new|delete|void))$")


def read(source: str) -> list[tuple[int, str]]:
    """Line and text of each literal, in order of their ends; of a template the text around its ``${…}``."""
    reader = _Reader(source)
    reader.code("")
    return sorted(reader.found)


def marked(source: str, wanted: Callable[[str], bool]) -> str:
    """The script with ⟦ ⟧ inside of each literal that is wanted."""
    reader = _Reader(source)
    reader.code("")
    marks = [
        mark
        for start, end, text in reader.places
        if wanted(text)
        for mark in ((start + 1, "⟦"), (end - 1, "⟧"))
    ]
    for at, sign in sorted(marks, reverse=True):
        source = source[:at] + sign + source[at:]
    return source


class _Reader:
    def __init__(self, source: str):
        self.source, self.at = source, 0
        self.found: list[tuple[int, str]] = []
        self.places: list[tuple[int, int, str]] = []

    def code(self, end: str) -> None:
        """Read code until the bracket ``end`` that closes a ``${``, or to the end of the file."""
        depth, before = 0, ""
        while self.at < len(self.source):
            sign, rest = self.source[self.at], self.source[self.at : self.at + 2]
            if rest == "//":
                self.at = self._after("\n")
            elif rest == "/*":
                self.at = self._after("*/", self.at + 2)
            elif sign in "\"'":
                self.string(sign)
                before = sign
            elif sign == "`":
                self.template()
                before = sign
            elif sign == "/" and _BEFORE_REGEX.search(before):
                self.regex()
                before = "x"
            else:
                if end and sign == "{":
                    depth += 1
                if end and sign == end:
                    if depth == 0:
                        return
                    depth -= 1
                self.at += 1
                before = before + sign if not sign.isspace() else before and before + " "
                before = (before.rstrip() if not sign.isidentifier() else before)[-12:]

    def string(self, quote: str) -> None:
        start = self.at
        self.at += 1
        while self.source[self.at] != quote:
            self.at += 2 if self.source[self.at] == "\\" else 1
        self.at += 1
        self.keep(start, self.source[start + 1 : self.at - 1])

    def template(self) -> None:
        start, parts = self.at, []
        self.at += 1
        piece = self.at
        while self.source[self.at] != "`":
            if self.source.startswith("${", self.at):
                parts.append(self.source[piece : self.at])
                self.at += 2
                self.code("}")
                self.at += 1
                piece = self.at
            else:
                self.at += 2 if self.source[self.at] == "\\" else 1
        parts.append(self.source[piece : self.at])
        self.at += 1
        self.keep(start, "{}".join(parts))

    def regex(self) -> None:
        self.at += 1
        inside = False
        while self.source[self.at] != "/" or inside:
            sign = self.source[self.at]
            inside = (inside or sign == "[") and sign != "]"
            self.at += 2 if sign == "\\" else 1
        self.at += 1

    def keep(self, start: int, raw: str) -> None:
        text = _ESCAPE.sub(lambda found: _unescaped(found[1]), raw)
        self.found.append((self.source.count("\n", 0, start) + 1, text))
        self.places.append((start, self.at, text))

    def _after(self, mark: str, start: int | None = None) -> int:
        found = self.source.find(mark, self.at if start is None else start)
        return len(self.source) if found < 0 else found + len(mark)


def _unescaped(escape: str) -> str:
    if escape[0] in "ux" and len(escape) > 1:
        return chr(int(escape[1:].strip("{}"), 16))
    return {"n": "\n", "t": "\t", "\n": "", "\r\n": ""}.get(escape, escape)
