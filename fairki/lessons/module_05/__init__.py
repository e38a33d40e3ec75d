"""Module 05, „Feedback ermöglichen: Der Einspruch“: what its notebook calls, in the order of the page."""

from fairki.lessons.lesson import Lesson, asks
from fairki.lessons.module_05 import unit_1, unit_2, unit_3, unit_4
from fairki.lessons.scene import cell


class Module05(Lesson):
    """The page of module 05. The Kodex comes from module 02 and is changed here."""

    def __init__(self) -> None:
        super().__init__("05")

    # unit 1: four complaints
    guess_founded = cell(unit_1.guess_founded)
    complaint = cell(unit_1.complaint)
    summary = cell(unit_1.summary)
    deadline = cell(unit_1.deadline)
    explanation = cell(unit_1.explanation)
    transfer_answers = asks("transfer.auskunft", optional=True)

    # unit 2: who does not complain
    guess_silence = cell(unit_2.guess_silence)
    channels = cell(unit_2.channels)
    settle = cell(unit_2.settle)
    transfer_silence = asks("transfer.stille", optional=True)

    # unit 3: two hundred answers
    guess_all = cell(unit_3.guess_all)
    read_groups = cell(unit_3.read_groups)
    themes = cell(unit_3.themes)
    write_letter = cell(unit_3.put_together)
    look_at_letter = cell(unit_3.look_at_letter)
    transfer_survey = asks("transfer.umfrage", optional=True)

    # unit 4: from the complaint to the rule
    what_follows = cell(unit_4.what_follows)
    examine = cell(unit_4.examine)
    change = cell(unit_4.change)
    guess_effect = cell(unit_4.guess_effect)
    compare = cell(unit_4.compare)
    kept_history = cell(unit_4.kept_history)
    self_check = cell(unit_4.self_check)
    transfer_rule = asks("transfer.regel", optional=True)
    take_along = cell(unit_4.take_along)

    # the end of the page
    def words(self) -> None:
        """Glossary of this module."""
        self.words_of(
            "betroffene",
            "einspruch",
            "kodex",
            "meldeweg",
            "ruecklauf",
            "stellvertreter",
            "was_waere_wenn",
            "zufall",
        )

    def sources(self) -> None:
        """What the world outside knows about this."""
        self.sources_of(
            ["wachter"],
            [
                "auskunft",
                "auskunft_was_waere_wenn",
                "erklaerung",
                "anrede",
                "agg_entschaedigung",
                "agg_klage",
                "agg_beweis",
            ],
        )
