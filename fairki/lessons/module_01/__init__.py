"""Module 01, „Bewusstsein schaffen: Der Spiegel“: what its notebook calls, in the order of the page."""

from fairki.lessons.lesson import Lesson, asks
from fairki.lessons.module_01 import unit_1, unit_2, unit_3, unit_4
from fairki.lessons.scene import cell


class Module01(Lesson):
    """The page of module 01."""

    def __init__(self) -> None:
        super().__init__("01")

    # unit 1: the mirror
    decide = cell(unit_1.decide)
    asked_before = cell(unit_1.asked_before)
    mirror = cell(unit_1.mirror)
    people = cell(unit_1.people)
    colleagues = cell(unit_1.colleagues)
    control = cell(unit_1.control)
    other_groups = cell(unit_1.other_groups)
    transfer_decisions = asks("transfer.entscheidungen")

    # unit 2: delete the column
    drop_column = cell(unit_2.drop_column)
    find_stand_ins = cell(unit_2.find_stand_ins)
    all_stand_ins = cell(unit_2.all_stand_ins)
    choose_columns = cell(unit_2.choose_columns)
    flip_test = cell(unit_2.flip_test)
    transfer_columns = asks("transfer.spalten", optional=True)

    # unit 3: eight years
    eight_years = cell(unit_3.eight_years)
    reactions = cell(unit_3.reactions)
    urn = cell(unit_3.urn)
    transfer_years = asks("transfer.kreislauf", optional=True)

    # unit 4: and my work?
    tasks = cell(unit_4.tasks)
    who_was_asked = cell(unit_4.who_was_asked)
    asked_again = cell(unit_4.asked_again)
    self_check = cell(unit_4.self_check)
    transfer_work = asks("transfer.arbeit")

    # the end of the page
    def words(self) -> None:
        """Glossary of this module."""
        self.words_of(
            "betroffene",
            "einladungsquote",
            "kontrolle",
            "modell",
            "punkte",
            "rueckkopplung",
            "stellvertreter",
            "trainingsdaten",
            "verzerrung",
            "zufall",
        )

    def sources(self) -> None:
        """What the world outside knows about this, and where the legal statement comes from."""
        self.sources_of(
            ["amazon", "weichselbaumer", "kaas", "siegen", "wilson"],
            ["mitbestimmung", "agg_gruende", "agg_benachteiligung", "agg_schutz"],
        )
