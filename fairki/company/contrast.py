"""How well two colours can be told apart (WCAG 2.2)."""

import re

NEEDED = 4.5
"""Contrast of text of ordinary size (success criterion 1.4.3, level AA)."""
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def ratio(one: str, other: str) -> float:
    """The contrast ratio of two colours such as ``"#0b5c66"``: from 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """The relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
