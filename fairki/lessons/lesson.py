"""What every module's page has: head, ends of units, transfer notes, storage, words and sources."""

from html import escape

from IPython.display import HTML, display

from fairki import manifest, reference, ui
from fairki.lessons.scene import Answers, Page, Scene


class Lesson:
    """The calls that the notebook of one module makes; subclasses add the module's own.

    Args:
        id: the module's id in ``course.toml``, such as ``"01"``.
    """

    def __init__(self, id: str):
        self.module = manifest.read().module(id)
        self.page = Page()

    def key(self, name: str) -> str:
        """Name of an answer in the browser store."""
        return f"{self.module.id}.{name}"

    def start(self) -> None:
        """The head of the page: units as steps, and what the learner can do afterwards."""
        goals = "".join(f"<li>{escape(goal)}</li>" for goal in self.module.goals)
        display(
            ui.Header(self.module.id, self.module.title, [unit.step for unit in self.module.units]),
            HTML(
                '<section class="fairki fairki-goals"><h3 aria-level="2">Was Sie danach können</h3>'
                f"<ul>{goals}</ul></section>"
            ),
        )

    def transfer(self, name: str) -> None:
        """„Was heißt das für uns?“: a note that becomes part of the learner's own document."""
        asked = reference.transfer(self.key(name))
        note = ui.Note(asked.key, label=asked.question, hint=asked.hint, rows=3)
        self.page.show(asked.key, Scene(note))

    def end_unit(self, unit: str) -> None:
        """The end of a unit: what is open, and the way on."""
        display(ui.UnitEnd(self.module.id, unit))

    def storage(self) -> None:
        """Take one's answers along, bring them back, or delete them."""
        display(ui.Store())

    def words_of(self, *ids: str) -> None:
        """The glossary entries with these ids; links such as ``#glossar-modell`` lead here."""
        entries = "".join(
            f'<dt id="glossar-{term.id}">{escape(term.word)}</dt><dd>{escape(term.meaning)}</dd>'
            for term in reference.terms(*ids)
        )
        display(HTML(f'<dl class="fairki fairki-words">{entries}</dl>'))

    def sources_of(self, findings: list[str], laws: list[str]) -> None:
        """The findings and legal statements that the page quotes, with where they come from."""
        items = [reference.finding(id) for id in findings]
        entries = "".join(
            f"<li>{escape(item.text)} <cite>{escape(item.source)}</cite></li>" for item in items
        )
        for item in (reference.law(id) for id in laws):
            entries += f"<li>{escape(item.text)} <cite>{escape(item.citation)}</cite></li>"
        display(HTML(f'<ul class="fairki fairki-sources">{entries}</ul>'))


def thoughts(answers: Answers, *keys: str) -> list[tuple[str, str]]:
    """Questions „Was heißt das für uns?“ by their keys, each with what was answered, for a document."""
    return [(reference.transfer(key).question, answers[key] or "") for key in keys]
