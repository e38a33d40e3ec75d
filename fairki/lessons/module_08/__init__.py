"""Module 08, „Die KI, die schreibt“: what its notebook calls, in the order of the page."""

from fairki.lessons.bench.examination import OF_TEXTS
from fairki.lessons.lesson import Lesson, asks
from fairki.lessons.module_08 import unit_1, unit_2, unit_3, unit_4
from fairki.lessons.scene import cell


class Module08(Lesson):
    """The page of module 08. Every number comes from models that are trained for this page."""

    def __init__(self) -> None:
        super().__init__("08")

    # unit 1: how it writes
    assessments = cell(unit_1.assessments)
    learning = cell(unit_1.learning)
    passes = cell(unit_1.passes)
    next_words = cell(unit_1.next_words)
    who_gets_it = cell(unit_1.who_gets_it)
    clues = cell(unit_1.clues)
    heat = cell(unit_1.heat)
    worlds = cell(unit_1.worlds)
    studies_writing = cell(unit_1.studies_writing)
    transfer_writing = asks("transfer.schreiben")

    # unit 2: what it invents
    notes = cell(unit_2.notes)
    gaps = cell(unit_2.gaps)
    checks = cell(unit_2.checks)
    with_sheet = cell(unit_2.with_sheet)
    old_sheet = cell(unit_2.old_sheet)
    studies_inventing = cell(unit_2.studies_inventing)
    transfer_inventing = asks("transfer.erfinden", optional=True)

    # unit 3: whom it hears and what it keeps
    hearing = cell(unit_3.hearing)
    errors = cell(unit_3.errors)
    measured = cell(unit_3.measured)
    forbidden = cell(unit_3.forbidden)
    secret = cell(unit_3.secret)
    remembered = cell(unit_3.remembered)
    cards = cell(unit_3.cards)
    transfer_data = asks("transfer.daten", optional=True)

    # unit 4: together and visible
    copies = cell(unit_4.copies)
    year_by_year = cell(unit_4.year_by_year)
    other_roads = cell(unit_4.other_roads)
    collapse = cell(unit_4.collapse)
    in_a_hurry = cell(unit_4.in_a_hurry)
    felt = cell(unit_4.felt)
    helps = cell(unit_4.helps)
    guess_found = cell(unit_4.guess_found)
    audit = cell(OF_TEXTS.audit)
    sharpen = cell(OF_TEXTS.sharpen)
    again = cell(OF_TEXTS.again)
    why_hidden = cell(unit_4.why_hidden)
    rules_of_play = cell(unit_4.rules_of_play)
    take_along = cell(unit_4.take_along)
    transfer_rules = asks("transfer.regeln")
    self_check = cell(unit_4.self_check)

    # the end of the page
    def words(self) -> None:
        """Glossary of this module."""
        self.words_of(
            "abschrift", "halluzination", "prompt", "punkte", "sprachmodell", "temperatur", "wortstueck"
        )

    def sources(self) -> None:
        """What the world outside knows about this, and where the legal statements come from."""
        self.sources_of(
            [
                "ebu_bbc",
                "magesh",
                "koenecke_2024",
                "wan",
                "rickman",
                "jobfair",
                "koenecke_2020",
                "carlini_2021",
                "shumailov",
                "metr",
                "brynjolfsson",
                "noy_zhang",
                "dellacqua",
                "reif",
            ],
            ["emotionen", "hochrisiko_arbeit", "mitbestimmung"],
        )
