"""The page „Eigene Daten prüfen“: what its notebook calls. It is no module, and it keeps nothing.

None of its blocks has a key: neither the browser nor the learner's file keeps an answer, and Python forgets all with
the page.
"""

from fairki.lessons.scene import Page, Scene
from fairki.lessons.workbench import gate, report, texts
from fairki.lessons.workbench.decisions import Decisions


class Workbench:
    """The page with its two tools, decisions and texts."""

    def __init__(self) -> None:
        self.page = Page()
        self.decisions = Decisions()

    def gate(self) -> None:
        """„Darf ich das?“: both tools ask ``gate.open_for`` before they take a file."""
        self.page.show("gate", gate.scene())

    def table(self) -> None:
        """Choose a table of decisions."""
        self.page.show("table", self.decisions.choose())

    def examples(self) -> None:
        """Three worked examples."""
        self._show("example", self.decisions.examples())

    def columns(self) -> None:
        """Which column is what."""
        self._show("columns", [self.decisions.assign(), self.decisions.begin()])

    def findings(self) -> None:
        """What was found."""
        self._show("findings", [self.decisions.in_short(), *self.decisions.details()])

    def report(self) -> None:
        """The report to take along."""
        self._show("report", report.scenes(self.decisions))

    def prompts_out(self) -> None:
        """Pairs of prompts for the firm's own assistant."""
        self._show("prompts", texts.prompts_out())

    def answers_back(self) -> None:
        """What the assistant answered, and what that shows."""
        self._show("answers", texts.answers_back())

    def _show(self, name: str, scenes: list[Scene]) -> None:
        for at, scene in enumerate(scenes):
            self.page.show(f"{name}-{at}", scene)
