"""Module 08, „Die KI, die schreibt“: what its notebook calls, in the order of the page."""

from fairki.lessons.lesson import Lesson


class Module08(Lesson):
    """The page of module 08. Every number comes from models that are trained for this page."""

    def __init__(self) -> None:
        super().__init__("08")

    # the end of the page
    def words(self) -> None:
        """Glossary of this module."""
        self.words_of()

    def sources(self) -> None:
        """What the world outside knows about this, and where the legal statements come from."""
        self.sources_of([], [])
