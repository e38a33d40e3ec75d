"""What all datasheets have in common, after Gebru et al., "Datasheets for Datasets" (2021)."""

from collections.abc import Sequence

from fairki.worlds.de import shared as de


def sections(
    *, motivation: str, composition: str, creation: str, unfairness: str, purpose: str, misuse: Sequence[str]
) -> dict[str, str]:
    """The sections (heading → Markdown) of a datasheet; ``misuse`` becomes a list."""
    return {
        de.MOTIVATION: motivation,
        de.COMPOSITION: composition,
        de.CREATION: creation,
        de.UNFAIRNESS: unfairness,
        de.PURPOSE: purpose,
        de.MISUSE: ",\n".join(f"- {text}" for text in misuse) + ".",
        de.MAINTENANCE: de.MAINTAINED,
    }


def rows(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first are aligned to the right."""
    rule = "|---|" + "---:|" * (len(head) - 1)
    return "\n".join([f"| {' | '.join(head)} |", rule, *(f"| {' | '.join(line)} |" for line in lines)])
