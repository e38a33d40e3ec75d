"""The page „Eigene Daten prüfen“: what its notebook calls. It is no module, and it keeps nothing.

None of its blocks has a key: neither the browser nor the learner's file keeps an answer, and Python forgets all with
the page.
"""

from fairki.lessons.scene import Page
from fairki.lessons.workbench import gate


class Workbench:
    """The page with its two tools, decisions and texts."""

    def __init__(self) -> None:
        self.page = Page()

    def gate(self) -> None:
        """„Darf ich das?“: both tools ask ``gate.open_for`` before they take a file."""
        self.page.show("gate", gate.scene())
