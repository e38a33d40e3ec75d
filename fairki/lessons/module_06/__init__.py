"""Module 06, „Mensch und Maschine“: what its notebook calls, in the order of the page."""

from fairki.lessons.lesson import Lesson, asks
from fairki.lessons.module_06 import set_up, unit_1, unit_2, unit_3, unit_4
from fairki.lessons.scene import cell


class Module06(Lesson):
    """The page of module 06. Who reviews is tried in twenty simulated years, what mitigates (unit 3) in one."""

    def __init__(self) -> None:
        super().__init__("06")

    # unit 1: three ways
    three_ways = cell(unit_1.three_ways)
    women_of_ways = cell(unit_1.women_of_ways)
    assumptions = cell(unit_1.assumptions)
    more_cases = cell(unit_1.more_cases)
    capacity = cell(unit_1.capacity)
    transfer_proposals = asks("transfer.vorschlaege", optional=True)

    # unit 2: who reviews
    three_teams = cell(unit_2.three_teams)
    promises = cell(unit_2.promises)
    waving = cell(unit_2.waving)
    studies = cell(unit_2.studies)
    transfer_review = asks("transfer.pruefen")

    # the last step of unit 2: the search for a set-up
    search = cell(set_up.search)
    is_there_a_best = cell(set_up.is_there_a_best)
    goal = cell(set_up.goal)
    transfer_setup = asks("transfer.aufbau", optional=True)

    # unit 3: mitigating
    places = cell(unit_3.places)
    room = cell(unit_3.room)
    yardsticks = cell(unit_3.yardsticks)
    many_years = cell(unit_3.many_years)
    more_measures = cell(unit_3.more_measures)
    fair_firm = cell(unit_3.fair_firm)
    group_bars = cell(unit_3.group_bars)
    transfer_mitigation = asks("transfer.mindern", optional=True)

    # unit 4: four views of one case
    case = cell(unit_4.case)
    views = cell(unit_4.views)
    four_questions = cell(unit_4.four_questions)
    self_check = cell(unit_4.self_check)
    transfer_views = asks("transfer.blicke")

    # the end of the page
    def words(self) -> None:
        """Glossary of this module."""
        self.words_of(
            "aufbau",
            "automation_bias",
            "durchwinken",
            "fehlentscheidung",
            "grenze",
            "menschenzentrierung",
            "passung",
            "vielfalt",
            "zielkonflikt",
        )

    def sources(self) -> None:
        """What the world outside knows about this, and where the legal statements come from."""
        self.sources_of(
            ["goddard", "green_chen"],
            ["schufa", "aufsicht", "mitbestimmung", "agg_ausgleich", "agg_gruppe", "agg_beweis"],
        )
