"""Module 03, „Prozesse prüfen: Das Audit“: what its notebook calls, in the order of the page."""

from fairki.lessons.lesson import Lesson, asks
from fairki.lessons.module_03 import scored, unit_1, unit_2, unit_3, unit_4
from fairki.lessons.scene import cell


class Module03(Lesson):
    """The page of module 03. The register comes from module 00, the Kodex from module 02."""

    def __init__(self) -> None:
        super().__init__("03")

    # unit 1: from the register to the Steckbrief
    guess_known = cell(unit_1.guess_known)
    profiles = cell(unit_1.profiles)
    risk_class = cell(unit_1.risk_class)
    risk_levels = cell(unit_1.risk_levels)
    guess_guilty = cell(scored.guess_guilty)
    switch_rules = cell(scored.switch_rules)
    guess_loud = cell(scored.guess_loud)
    switch_loud = cell(scored.switch_loud)
    transfer_profiles = asks("transfer.steckbrief", optional=True)

    # unit 2: the Kodex examines
    guess_found = cell(unit_2.guess_found)
    audit = cell(unit_2.EXAMINATION.audit)
    sharpen = cell(unit_2.EXAMINATION.sharpen)
    again = cell(unit_2.EXAMINATION.again)
    own_systems = cell(unit_2.own_systems)
    transfer_audit = asks("transfer.pruefung")

    # unit 3: three traps
    wrong_label = cell(unit_3.wrong_label)
    published_case = cell(unit_3.published_case)
    small_samples = cell(unit_3.small_samples)
    own_size = cell(unit_3.own_size)
    crossed_groups = cell(unit_3.crossed_groups)
    crossed_years = cell(unit_3.crossed_years)
    two_systems = cell(unit_3.two_systems)
    two_explanations = cell(unit_3.two_explanations)
    outcomes = cell(unit_3.outcomes)
    fooled_explanations = cell(unit_3.fooled_explanations)
    transfer_traps = asks("transfer.fallen", optional=True)

    # unit 4: protect data, write the report
    identify = cell(unit_4.identify)
    choose_columns = cell(unit_4.choose_columns)
    noise = cell(unit_4.noise)
    groups_again = cell(unit_4.groups_again)
    caution_again = cell(unit_4.caution_again)
    self_check = cell(unit_4.self_check)
    transfer_data = asks("transfer.daten")
    report = cell(unit_4.report)

    # the end of the page
    def words(self) -> None:
        """Glossary of this module."""
        self.words_of(
            "audit",
            "betroffene",
            "epsilon",
            "hochrisiko",
            "kodex",
            "lead_scoring",
            "lernziel",
            "modell",
            "rauschen",
            "register",
            "steckbrief",
            "stellvertreter",
            "vier_fuenftel",
            "zufall",
        )

    def sources(self) -> None:
        """What the world outside knows about this, and where the legal statements come from."""
        self.sources_of(
            ["obermeyer", "slack", "datenethikkommission", "ki_observatorium"],
            [
                "klassen",
                "hochrisiko",
                "hochrisiko_arbeit",
                "zweck_zaehlt",
                "hochrisiko_kredit",
                "termine",
                "emotionen",
                "mitbestimmung",
            ],
        )
