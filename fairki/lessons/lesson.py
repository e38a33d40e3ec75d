"""What every module's page has: head, ends of units, transfer notes, storage, words and sources."""

from collections.abc import Callable

from IPython.display import HTML, display

from fairki import manifest, reference, ui
from fairki.html import NOTHING, bullets, html
from fairki.lessons import de
from fairki.lessons.scene import Answers, Page, Scene


class Lesson:
    """The calls that the notebook of one module makes; subclasses add the module's own.

    Args:
        id: the module's id in ``course.toml``, such as ``"01"``.
    """

    def __init_subclass__(cls) -> None:
        """Scenes stand on the page by the name of what makes them: two of one name would replace each other.

        Raises:
            TypeError: the class calls two scenes of the same name.
        """
        makers: dict[str, Callable[..., object]] = {}
        for show in vars(cls).values():
            make = getattr(show, "__wrapped__", None)
            if make and makers.setdefault(make.__name__, make) != make:
                raise TypeError(f"{cls.__name__} has two scenes of the name {make.__name__}")

    def __init__(self, id: str):
        self.module = manifest.read().module(id)
        self.page = Page()

    def key(self, name: str) -> str:
        """Name of an answer in the browser store."""
        return f"{self.module.id}.{name}"

    def start(self) -> None:
        """The head of the page: units as steps, and what the learner can do afterwards."""
        goals = html(
            '<section class="fairki fairki-goals"><h3 aria-level="2">{}</h3>{}</section>',
            de.GOALS,
            bullets(self.module.goals),
        )
        display(
            ui.Header(self.module.id, self.module.title, [unit.step for unit in self.module.units]),
            HTML(goals),
        )

    def transfer(self, name: str, optional: bool = False) -> None:
        """„Was heißt das für uns?“: a note that becomes part of the learner's own document.

        Args:
            name: the note, without the module's id.
            optional: whether it is no part of the path; then it brings its own heading, on its fold.
        """
        asked = reference.transfer(self.key(name))
        fold = de.TRANSFER if optional else ""
        note = ui.Note(asked.key, label=asked.question, hint=asked.hint, rows=3, optional=fold)
        self.page.show(asked.key, Scene(note))

    def end_unit(self, unit: str) -> None:
        """The end of a unit: what is open, and the way on."""
        course = manifest.read()
        short: list[str] = []
        if place := course.next_short(self.key(unit)):
            module, following = course.unit(place)
            short = [module.slug, following.id, following.title]
        after = course.module_after(self.module.id) if unit == self.module.units[-1].id else None
        beyond = [after.slug, f"{manifest.called(after.id)}: {after.title}"] if after else []
        display(ui.UnitEnd(self.module.id, unit, short, beyond))

    def storage(self) -> None:
        """Take one's answers along, bring them back, or delete them."""
        display(ui.Store())

    def words_of(self, *ids: str) -> None:
        """The glossary entries with these ids; links such as ``#glossar-modell`` lead here."""
        entries = (
            html('<dt id="glossar-{}">{}</dt><dd>{}</dd>', term.id, term.word, term.meaning)
            for term in reference.terms(*ids)
        )
        display(HTML(html('<dl class="fairki fairki-words">{}</dl>', NOTHING.join(entries))))

    def sources_of(self, findings: list[str], laws: list[str]) -> None:
        """The findings and legal statements that the page quotes, with where they come from."""
        found = [(one.text, one.source) for one in map(reference.finding, findings)]
        stated = [(one.text, one.citation) for one in map(reference.law, laws)]
        entries = (html("<li>{} <cite>{}</cite></li>", *entry) for entry in [*found, *stated])
        display(HTML(html('<ul class="fairki fairki-sources">{}</ul>', NOTHING.join(entries))))


def asks(name: str, optional: bool = False) -> Callable[[Lesson], None]:
    """The call of a notebook's cell that asks „Was heißt das für uns?“: ``Lesson.transfer`` with these arguments."""

    def ask(self: Lesson) -> None:
        self.transfer(name, optional)

    return ask


def thoughts(answers: Answers, *keys: str) -> list[tuple[str, str]]:
    """Questions „Was heißt das für uns?“ by their keys, each with what was answered, for a document."""
    return [(reference.transfer(key).question, answers[key] or "") for key in keys]
