"""Module 07, „Demokratische KI: verbindlich verankern“: what its notebook calls, in the order of the page."""

from fairki.lessons.lesson import Lesson, asks
from fairki.lessons.module_07 import end, kept, unit_1, unit_2, unit_3, unit_4
from fairki.lessons.scene import cell


class Module07(Lesson):
    """The page of module 07. It looks at answers of all modules and changes none of them."""

    def __init__(self) -> None:
        super().__init__("07")

    kept = cell(kept.kept)

    def start(self) -> None:
        """The head of the page, and what was kept on earlier pages."""
        super().start()
        self.kept()

    # unit 1: eight aspects
    before = cell(unit_1.before)
    evidence = cell(unit_1.evidence)
    today = cell(unit_1.today)
    code = cell(unit_1.code)
    transfer_aspects = asks("transfer.aspekte", optional=True)

    # unit 2: is AI needed here?
    guess_ratio = cell(unit_2.guess_ratio)
    footprint = cell(unit_2.footprint)
    needed = cell(unit_2.needed)
    transfer_needed = asks("transfer.braucht", optional=True)

    # unit 3: visible outside
    claim = cell(unit_3.claim)
    labels = cell(unit_3.labels)
    law = cell(unit_3.law)
    room = cell(unit_3.room)
    transfer_outside = asks("transfer.aussen", optional=True)

    # unit 4: three commitments
    opinions = cell(unit_4.opinions)
    misconceptions = cell(unit_4.misconceptions_compared)
    commitments = cell(unit_4.commitments)
    again = cell(unit_4.again)
    self_check = cell(unit_4.self_check)
    transfer_learning = asks("transfer.lernen", optional=True)

    # the end of the page
    folder = cell(end.folder)
    record = cell(end.record)

    def words(self) -> None:
        """Glossary of this module."""
        self.words_of(
            "aspekte",
            "betroffene",
            "co2",
            "demokratische_ki",
            "fussabdruck",
            "kilowattstunde",
            "kodex",
            "lebenszyklus",
            "menschenzentrierung",
            "modell",
            "register",
            "strommix",
            "verankern",
        )

    def sources(self) -> None:
        """Where figures, principles and the legal statement come from."""
        self.sources_of(
            ["d64", "google_anfrage", "altman", "mistral", "luccioni", "strommix"],
            ["transparenzpflichten", "markierung", "antwortvorschlag"],
        )
