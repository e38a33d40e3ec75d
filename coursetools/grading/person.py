"""Whom a trainer means: by name or by pseudonym, and never somebody else."""

import difflib
import re
from dataclasses import dataclass
from pathlib import Path

from coursetools.grading.arrivals import shown
from coursetools.grading.intake import REPLACED, SUBMITTED
from coursetools.grading.origins import FEEDBACK
from coursetools.grading.pseudonyms import PSEUDONYM, Pseudonyms
from fairki.errors import BadFileError

AUTOGRADED = "autograded"
SHELVES = (SUBMITTED, REPLACED, AUTOGRADED, FEEDBACK)
"""Folders in which each person has a folder of their own."""


@dataclass(frozen=True)
class Person:
    """Somebody who handed in: the pseudonym, and the name as long as the mapping knows it."""

    pseudonym: str
    name: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({self.pseudonym})" if self.name else self.pseudonym


class Nobody(BadFileError):
    """The mapping knows nobody of that name.

    Attributes:
        surely: whether nothing can be here about somebody of that name: no other name is like it, and of everybody who
            handed in, the mapping knows the name.
    """

    surely = False


def find(folder: Path, named: str) -> Person:
    """The person in the grading folder ``folder`` whom ``named`` means.

    Args:
        folder: the grading folder.
        named: a pseudonym, or a name as it stands in the mapping (capitals and spaces do not matter).

    Raises:
        Nobody: nobody is called so.
        BadFileError: several people are.
    """
    names = {pseudonym: name for name, pseudonym in Pseudonyms(folder).people.items()}
    there = {
        path.name
        for shelf in SHELVES
        for path in (Path(folder) / shelf).glob("*")
        if path.is_dir() and PSEUDONYM.fullmatch(path.name)  # nbgrader itself lays down names of accounts
    }
    if named.strip() in names.keys() | there:
        return Person(named.strip(), names.get(named.strip(), ""))
    wanted = _plain(named)
    # Of two people with one name, the second one has a number behind it (see ``layouts``).
    found = [
        who for who, name in names.items() if wanted in (_plain(name), _plain(re.sub(r" \(\d+\)$", "", name)))
    ]
    if len(found) == 1:
        return Person(found[0], names[found[0]])
    if found:
        listed = "; ".join(f"{names[who]} ist {who}" for who in sorted(found))
        raise BadFileError(f"„{shown(named)}“ heißen mehrere Personen.", f"Nennen Sie das Kürzel: {listed}.")
    near = difflib.get_close_matches(shown(named), names.values(), n=3)
    hint = f" Meinten Sie: {'; '.join(near)}?" if near else ""
    nobody = Nobody(
        f"„{shown(named)}“ steht nicht in der Zuordnung.",
        f"Nennen Sie den Namen, wie er in zuordnung.csv steht, oder das Kürzel, z. B. abgabe-k7m2q.{hint}",
    )
    nobody.surely = bool(_plain(named)) and not near and there <= names.keys()
    raise nobody


def _plain(name: str) -> str:
    return " ".join(shown(name).casefold().split())
