"""What all datasheets have in common, after Gebru et al., "Datasheets for Datasets" (2021)."""

from collections.abc import Sequence

from fairki import company


def sections(
    *, motivation: str, composition: str, creation: str, unfairness: str, purpose: str, misuse: Sequence[str]
) -> dict[str, str]:
    """The German sections (heading → Markdown) of a datasheet; ``misuse`` becomes a list."""
    return {
        "Motivation": motivation,
        "Zusammensetzung": composition,
        "Erzeugung": creation,
        "Bekannte Ungerechtigkeit": unfairness,
        "Wofür die Tabelle gedacht ist": purpose,
        "Wofür Sie die Tabelle nicht benutzen dürfen": ",\n".join(f"- {text}" for text in misuse) + ".",
        "Weitergabe und Pflege": (
            "Die Tabelle wird mit dem Kurs weitergegeben (Lizenz der Texte und Bilder: CC BY 4.0). Sie wird"
            " nicht von Hand geändert, sondern aus dem Generator neu erzeugt; ein Test vergleicht beide Byte"
            " für Byte."
        ),
    }


def at_company() -> str:
    """Where the people of a table are: at a company that does not exist."""
    return company.fill(
        "bei {betrieb|der|dem|dem} erfundenen {betrieb} ({betrieb.branche}, {betrieb.beschaeftigte} Beschäftigte)"
    )


def rows(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first are aligned to the right."""
    rule = "|---|" + "---:|" * (len(head) - 1)
    return "\n".join([f"| {' | '.join(head)} |", rule, *(f"| {' | '.join(line)} |" for line in lines)])
