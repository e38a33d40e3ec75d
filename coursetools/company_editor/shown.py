"""``python -m coursetools.company_editor.shown ROOT ORIGIN``: the course with the company of the environment.

It serves the pages that a company changes, and says in a line of JSON its ``address`` and its ``pages``, or why there
are none (``failed``); it ends when its input does. Its notebooks lie in a folder of their own, because those in
``.build`` belong to the course that may be running; own exercises are shown without a trial, and one that cannot be
made shows why instead.
"""

import json
import shutil
import sys
import tempfile
import threading
from _thread import interrupt_main
from collections.abc import Collection, Coroutine
from pathlib import Path
from typing import Any

from nbformat import v4
from tornado import web

from coursetools import notebooks, own_exercises, pages
from coursetools.company_editor import form_page, naming
from coursetools.company_editor.de import pages as de
from coursetools.serve.app import FairkiVoila, given, settings
from coursetools.serve.ending import leave
from coursetools.serve.handlers import Handler
from coursetools.serve.site import NAME, Page, Site
from coursetools.workshop import composed, guide_handlers, own_questions
from coursetools.workshop.activities import KINDS
from coursetools.workshop.page_files import PageFiles
from fairki import company, manifest
from fairki.errors import BadFileError, FairkiError
from fairki.manifest import Course


class QuestionPage(Handler):
    """A prepared question as phones draw it; what is answered here goes nowhere."""

    def get(self, id: str) -> None:
        """The page of the question with this id."""
        step = own_questions.prepared(company.current()).get(own_questions.PREPARED + id)
        if step is None:
            raise web.HTTPError(404)
        activity = KINDS[step.activity](step.settings)
        asked = {"title": step.title, **activity.public(), **activity.own(0)}
        self.finish(self.settings["workshop_pages"].page("frage", asked=asked))


class PreviewVoila(FairkiVoila):
    """Serves the course to one person, on this machine; no page is prepared before it is asked for.

    `refused`: own exercises that cannot be made.
    """

    refused: frozenset[str] = given()

    def init_settings(self) -> dict[str, Any]:
        """Those of the course, and the files of the vote page."""
        inherited: dict[str, Any] = super().init_settings()
        return inherited | {"workshop_pages": PageFiles(inherited["assets"], inherited["addresses"])}

    def init_handlers(self) -> list[tuple[Any, ...]]:
        """What the course has, run sheets of agendas, and questions."""
        of_file = form_page.QUESTION.format("[^/]+")
        question = (rf"{self.base_url}{of_file}/(\w+)", QuestionPage)
        mine: list[tuple[Any, ...]] = [question, *guide_handlers.routes(self.base_url)]
        return mine + super().init_handlers()

    def announce(self) -> None:
        """Tell the editor where, and what there is to see."""
        address = f"http://localhost:{self.port}/"
        print(json.dumps({"address": address, "pages": listed(self.site.course, self.refused)}), flush=True)

    def jobs(self) -> list[Coroutine[Any, Any, None]]:
        """Kernels that nobody needs any more end."""
        return [self.visits.sweep()]

    def wait_for_the_end(self) -> None:
        """Read the input to its end, and then end as after Ctrl-C; no signal does that on every system."""
        sys.stdin.read()
        if hasattr(self, "front"):
            self.ioloop.add_callback(self._end)
        else:
            interrupt_main()  # nothing has begun


def listed(course: Course, refused: Collection[str] = ()) -> list[tuple[str, str]]:
    """Pages of the course that this company changes: address and name; `refused` exercises are named as such."""
    firm = company.current()
    return [
        ("", de.HOME),
        (form_page.ABOUT_US, naming.about_us()),
        *((form_page.MODULE.format(one.slug), one.title) for one in course.modules),
        *((f"{key}.html", company.de.PAGES[key]) for key in firm.pages),
        *((form_page.AGENDA.format(one.name), de.seen_agenda(one.title)) for one in firm.agendas),
        *(
            (f"{form_page.QUESTION.format(one.file)}/{one.id}", de.seen_question(one.words))
            for one in firm.questions
        ),
        *(
            (
                form_page.EXERCISE.format(one.slug),
                (de.seen_refused if one.slug in refused else de.seen_exercise)(one.title),
            )
            for one in firm.exercises
        ),
    ]


def site(root: Path, scratch: Path) -> tuple[Site, frozenset[str]]:
    """The pages that are shown, and the own exercises that cannot be.

    They are made in the folder ``scratch``; forms of the course's exercises are shown as they lie there.
    """
    course = manifest.read(root)
    refused = set()
    for slug, found in own_exercises.untried(root, scratch).items():
        name = pages.form_name(slug)
        try:
            if isinstance(found, BadFileError):
                raise found
            made = pages.made(name, found)
        except FairkiError as error:
            refused.add(slug)
            made = v4.new_notebook(cells=[v4.new_markdown_cell(de.not_shown(error))])
        (scratch / name).write_text(notebooks.dumps(made), encoding="utf-8")
    for name, source in pages.sources(root).items():
        if not name.startswith(pages.FORM):
            (scratch / name).write_text(notebooks.dumps(pages.made(name, source)), encoding="utf-8")
        elif not (scratch / name).exists() and (built := root / pages.PAGES / name).exists():
            shutil.copy(built, scratch / name)
    shown = [
        *((form_page.MODULE.format(one.slug), one.title, f"{one.slug}.ipynb") for one in course.modules),
        *(
            (form_page.EXERCISE.format(one.slug), one.title, pages.form_name(one.slug))
            for one in course.exercises
        ),
    ]
    there = [
        Page(address, f"{title} – {NAME}", scratch / name)
        for address, title, name in shown
        if (scratch / name).exists()
    ]
    return Site(course, {page.path: page for page in there}, {}, {}), frozenset(refused)


def main(root: Path, origin: str) -> None:
    """Serve until the input ends."""
    with tempfile.TemporaryDirectory(prefix="fairki-vorschau-") as scratch:
        try:
            composed.ready()
            found, refused = site(root, Path(scratch))
        except FairkiError as error:
            print(json.dumps({"failed": str(error)}), flush=True)
            return
        voila = PreviewVoila(
            site=found,
            refused=refused,
            say=lambda line: None,
            frames=(origin,),
            ip="127.0.0.1",
            port=0,
            open_browser=False,
            root_dir=scratch,
            config=settings(root),
        )
        threading.Thread(target=voila.wait_for_the_end, daemon=True).start()
        voila.initialize([])
        voila.start()
    leave()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
