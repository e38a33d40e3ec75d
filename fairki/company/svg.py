"""Whether a file is a drawing, and nothing else: an SVG can hold programs and ask other machines."""

import re
from xml.etree import ElementTree

_ACTIVE = {"script", "foreignobject", "iframe", "object", "embed", "handler", "listener"}
"""In small letters: within a page of HTML, case makes no difference."""
_INSTRUCTION = re.compile(r"<!ENTITY|<\?xml-stylesheet", re.IGNORECASE)
_INSIDE = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,])", re.IGNORECASE)
_ADDRESS = re.compile(r"""url\(\s*["']?\s*(?!["']?\s*#)|@import|javascript:|expression\(|\\""", re.IGNORECASE)


def is_drawing(written: str) -> bool:
    """Whether an SVG draws, runs nothing and fetches nothing from elsewhere."""
    if _INSTRUCTION.search(written):
        return False
    try:
        root = ElementTree.fromstring(written)
    except (ElementTree.ParseError, ValueError, RecursionError):
        return False
    return _name(root.tag) == "svg" and all(map(_is_still, root.iter()))


def _is_still(one: ElementTree.Element) -> bool:
    tag = _name(one.tag).lower()
    if tag in _ACTIVE or (tag == "style" and _ADDRESS.search("".join(one.itertext()))):
        return False
    for key, value in one.attrib.items():
        name = _name(key).lower()
        if (
            name.startswith("on")
            or (name in ("href", "src") and not _INSIDE.match(value))
            or _ADDRESS.search(value)
        ):
            return False
        if name == "attributename" and value.lower().rpartition(":")[2] in ("href", "src"):
            return False
    return True


def _name(tag: object) -> str:
    return str(tag).rpartition("}")[2]
