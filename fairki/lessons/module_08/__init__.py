"""Module 08, „Die KI, die schreibt“: what its notebook calls, in the order of the page."""

from fairki.lessons.lesson import Lesson


class Module08(Lesson):
    """The page of module 08. Every sentence is written by a model that is trained for it."""

    def __init__(self) -> None:
        super().__init__("08")
