"""First names and family names, by how they sound, and what the two groups of a test are called.

Every letter exists in Windows-1252, so that a table survives a spreadsheet that saves it in the old way.
"""

from typing import NamedTuple


class Kind(NamedTuple):
    """Names that sound alike.

    Attributes:
        label: how they sound.
        women, men: first names, of which those at the same place are exchanged.
        families: family names.
    """

    label: str
    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]


KINDS = {
    "deutsch": Kind(
        "Name klingt deutsch",
        ("Sabine", "Anna", "Julia", "Petra", "Monika", "Katrin"),
        ("Stefan", "Lukas", "Martin", "Bernd", "Jan", "Markus"),
        ("Lorenz", "Kühn", "Krause", "Vogt", "Winkler", "Petersen"),
    ),
    "tuerkisch": Kind(
        "Name klingt türkisch",
        ("Leyla", "Fatma", "Zeynep", "Elif", "Derya", "Hatice"),
        ("Emre", "Ali", "Murat", "Kerem", "Yusuf", "Orhan"),
        ("Demir", "Kaya", "Öztürk", "Çelik", "Arslan", "Yilmaz"),
    ),
    "arabisch": Kind(
        "Name klingt arabisch",
        ("Amira", "Rania", "Salma", "Layla", "Yasmin", "Nadia"),
        ("Omar", "Karim", "Hassan", "Tarek", "Bilal", "Rashid"),
        ("Hamdan", "Mansour", "Khalil", "Saleh", "Nasser", "Rahman"),
    ),
    "polnisch": Kind(
        "Name klingt polnisch",
        ("Magda", "Agnieszka", "Ewa", "Joanna", "Dorota", "Katarzyna"),
        ("Marek", "Piotr", "Tomasz", "Andrzej", "Krzysztof", "Wojciech"),
        ("Nowak", "Kowalczyk", "Wójcik", "Mazur", "Zielinski", "Kaminski"),
    ),
}
"""Id → names. A name says how it sounds to others, nothing about a human being."""

WOMEN, MEN = "Frauen", "Männer"
FRAU, HERR, HERRN = "Frau", "Herr", "Herrn"
