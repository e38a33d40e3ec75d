"""Module 02, „Werte definieren“: what its notebook calls, in the order of the page."""

from fairki.lessons.lesson import Lesson, asks
from fairki.lessons.module_02 import unit_1, unit_2, unit_3, unit_4
from fairki.lessons.scene import cell


class Module02(Lesson):
    """The page of module 02. The learner's Kodex lies under ``02.kodex`` (see ``fairki.kodex.stored``)."""

    def __init__(self) -> None:
        super().__init__("02")

    # unit 1: four pictures of fairness
    opinion_before = cell(unit_1.opinion_before)
    thresholds = cell(unit_1.thresholds)
    all_at_once = cell(unit_1.all_at_once)
    opinion_after = cell(unit_1.opinion_after)
    transfer_customers = asks("transfer.kundschaft", optional=True)

    # unit 2: the whole and its parts
    the_whole = cell(unit_2.the_whole)
    the_parts = cell(unit_2.the_parts)
    which_level = cell(unit_2.which_level)
    groups_before = cell(unit_2.groups_before)
    who_loses = cell(unit_2.who_loses)
    all_groups = cell(unit_2.all_groups)
    too_few_to_measure = cell(unit_2.too_few_to_measure)
    transfer_levels = asks("transfer.ebenen", optional=True)

    # unit 3: our Kodex
    build = cell(unit_3.build)
    caution_before = cell(unit_3.caution_before)
    transfer_data = asks("transfer.daten", optional=True)
    transfer_automation = asks("transfer.automatisierung")

    # unit 4: does it all go together?
    clashes = cell(unit_4.clashes)
    own_kodex = cell(unit_4.own_kodex)
    self_check = cell(unit_4.self_check)
    take_along = cell(unit_4.take_along)
    transfer_next = asks("transfer.naechster_schritt")

    # the end of the page
    def words(self) -> None:
        """Glossary of this module."""
        self.words_of(
            "definition",
            "grenze",
            "grundquote",
            "kodex",
            "modell",
            "punkte",
            "satzmuster",
            "simpson",
            "zielkonflikt",
            "zusage",
        )

    def sources(self) -> None:
        """What the world outside knows about this."""
        self.sources_of(
            [
                "berkeley",
                "chouldechova",
                "kleinberg",
                "compas",
                "d64",
                "zensus_divers",
                "eames",
                "neumark",
                "glazko",
            ],
            ["agg_gruende", "agg_ausgleich", "agg_jedes_geschlecht", "anrede", "sensible_daten"],
        )
