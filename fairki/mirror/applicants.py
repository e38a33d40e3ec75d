"""The sixteen invented applicants of the mirror: eight pairs of a woman and a man of equal visible qualification.

Every single qualification (grade, test, skills, experience) has exactly the same values among the women as among
the men, so whoever decides by one of them, with whatever bar, invites as many women as men. Gaps and part-time
wishes are spread as unequally as in life, a little steeper than in the toy world.
"""

from typing import Any

import pandas as pd

from fairki.mirror.de import applicants as de
from fairki.worlds.recruiting import QUALIFICATIONS
from fairki.worlds.world import MAN, WOMAN

SEEN = (*QUALIFICATIONS, "auszeit_monate", "teilzeit")
"""What stands on a card, and what a model sees beside the gender."""

# One line per pair, from the best to the least qualified; per person: name, grade, test, skills, experience,
# gap in months, part-time wish. Found by search; what it has to satisfy is tested, not the search.
_PAIRS = (
    (("Katrin B.", 1.9, 73, 8.2, 10.0, 26, 1), ("Stefan M.", 1.2, 65, 7.0, 8.0, 0, 0)),
    (("Aylin K.", 1.2, 63, 5.5, 7.0, 14, 0), ("Emre D.", 1.9, 82, 4.9, 4.5, 0, 0)),
    (("Joanna W.", 2.8, 82, 7.0, 8.0, 0, 1), ("Piotr L.", 1.5, 63, 5.5, 5.5, 0, 0)),
    (("Svenja H.", 1.5, 57, 4.9, 9.0, 3, 1), ("Malte R.", 2.4, 73, 5.5, 10.0, 4, 0)),
    (("Linh T.", 2.7, 65, 6.5, 6.5, 12, 0), ("Minh P.", 2.8, 57, 8.2, 8.5, 0, 0)),
    (("Chiara F.", 2.4, 55, 5.5, 8.5, 9, 1), ("Luca S.", 2.9, 60, 6.5, 9.0, 0, 1)),
    (("Rania A.", 2.4, 60, 3.3, 5.5, 7, 0), ("Karim Z.", 2.4, 53, 4.4, 6.5, 0, 0)),
    (("Johanna G.", 2.9, 53, 4.4, 4.5, 18, 0), ("Florian E.", 2.7, 55, 3.3, 7.0, 0, 0)),
)
# Places in the list above (woman 2i, man 2i + 1) in the order shown: pairs apart, women and men mixed.
_SHOWN = (7, 12, 2, 9, 15, 4, 1, 10, 6, 3, 13, 8, 5, 14, 0, 11)


def applicants() -> pd.DataFrame:
    """The sixteen applicants in the order shown.

    Columns: ``id`` (text), ``name``, ``paar`` (1 = best qualified … 8), ``geschlecht``, abschlussnote, test,
    fachkenntnisse, erfahrung, auszeit_monate, teilzeit.
    """
    people = [
        (name, pair, gender, *values)
        for pair, two in enumerate(_PAIRS, 1)
        for gender, (name, *values) in zip((WOMAN, MAN), two, strict=True)
    ]
    table = pd.DataFrame([people[i] for i in _SHOWN], columns=["name", "paar", "geschlecht", *SEEN])
    table.insert(0, "id", [f"b{place:02d}" for place in range(1, len(table) + 1)])
    return table


def cards() -> list[dict[str, Any]]:
    """The sixteen applicants for ``ui.Cards``: id, title, facts (pairs of label and value), note."""
    return [
        {
            "id": person["id"],
            "title": person["name"],
            "facts": de.facts(
                person["abschlussnote"],
                person["test"],
                person["fachkenntnisse"],
                person["erfahrung"],
                person["auszeit_monate"],
                bool(person["teilzeit"]),
            ),
            "note": "",
        }
        for person in applicants().to_dict("records")
    ]
