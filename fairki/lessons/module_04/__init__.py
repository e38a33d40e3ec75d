"""Module 04, „Governance etablieren“: what its notebook calls, in the order of the page."""

from fairki.lessons.lesson import Lesson
from fairki.lessons.module_04 import rights, unit_1, unit_2, unit_3, unit_4, works_council
from fairki.lessons.scene import cell


class Module04(Lesson):
    """The page of module 04. The Kodex comes from module 02 and can be anchored here."""

    def __init__(self) -> None:
        super().__init__("04")

    # unit 1: who does what
    guess_clear = cell(unit_1.guess_clear)
    roles = cell(unit_1.course_roles)
    role_table = cell(unit_1.role_table)
    whole_table = cell(unit_1.whole_table)
    law = cell(unit_1.law)
    role_paper = cell(unit_1.role_paper)
    works_council = cell(works_council.works_council)

    # unit 2: from start to end
    guess_fewest = cell(unit_2.guess_fewest)
    anchor = cell(unit_2.anchor)
    gates = cell(unit_2.gates)

    # unit 3: twelve months of operation
    guess_month = cell(unit_3.guess_month)
    guess_alarms = cell(unit_3.guess_alarms)
    plan = cell(unit_3.plan)
    twelve_months = cell(unit_3.twelve_months)
    many_years = cell(unit_3.many_years)
    life_cycle_paper = cell(unit_3.life_cycle_paper)

    # unit 4: the board meets
    case = cell(unit_4.case)
    decide = cell(unit_4.decide)
    give_reasons = cell(unit_4.give_reasons)
    minutes = cell(unit_4.minutes)
    reconstruct = cell(unit_4.reconstruct)
    ask_the_log = cell(unit_4.ask_the_log)
    who_may_see = cell(rights.who_may_see)
    guess_log = cell(rights.guess_log)
    self_check = cell(unit_4.self_check)

    # the end of the page
    def words(self) -> None:
        """Glossary of this module."""
        self.words_of(
            "algorithmus_verantwortliche",
            "betroffene",
            "data_governance_lead",
            "falscher_alarm",
            "freigabe",
            "governance",
            "ki_ethikbeauftragte",
            "ki_ethikrat",
            "kodex",
            "meldeweg",
            "protokoll",
            "punkte",
            "tor",
            "ueberwachung",
            "verankern",
            "zufall",
        )

    def sources(self) -> None:
        """Where the legal statement comes from."""
        self.sources_of(
            [],
            ["mitbestimmung", "planung", "sachverstand", "auswahlrichtlinien", "unterrichtung", "aufsicht"],
        )
