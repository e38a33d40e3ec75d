"""Module 00, „Willkommen“: what its notebook calls, in the order of the page."""

from fairki.lessons.lesson import Lesson, asks
from fairki.lessons.module_00 import unit_1, unit_2, unit_3
from fairki.lessons.scene import cell


class Module00(Lesson):
    """The page of module 00. Opinions lie under ``00.meinung.<id>``, the register under ``00.register``."""

    def __init__(self) -> None:
        super().__init__("00")

    # unit 1: three questions
    opener = cell(unit_1.opener)
    opinions = cell(unit_1.opinions)
    transfer_opinions = asks("transfer.fair", optional=True)

    # unit 2: where AI takes part
    guess_uses = cell(unit_2.guess_uses)
    collect = cell(unit_2.collect)
    map = cell(unit_2.map)
    transfer_register = asks("transfer.register")

    # unit 3: in the open
    shadow = cell(unit_3.shadow)
    reasons = cell(unit_3.reasons)
    literacy = cell(unit_3.literacy)
    self_check = cell(unit_3.self_check)
    transfer_open = asks("transfer.sichtbar")

    # the end of the page
    def words(self) -> None:
        """Glossary of this module."""
        self.words_of(
            "algorithmus",
            "betroffene",
            "ki",
            "lead_scoring",
            "modell",
            "register",
            "schatten_ki",
            "transparenz",
        )

    def sources(self) -> None:
        """Where the legal statement comes from."""
        self.sources_of([], ["omnibus", "kompetenz", "kompetenz_irrtum", "nachweis"])
