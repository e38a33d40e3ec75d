"""The addresses of guides and run sheets; they need no workshop and no token.

``GET /leitfaden``                  list of all
``GET /leitfaden/modul-01``         guide of a module, ``/leitfaden/modul-01.docx`` as Word
``GET /leitfaden/ablauf-90``        run sheet of a ready agenda, ``/leitfaden/ablauf-90.docx`` as Word
``GET /leitfaden/ablauf-eigener?einheiten=01.1,02.3``   run sheet of an own agenda, with ``.docx`` as Word
``GET /leitfaden/ablauf-eigener?schritte=ankommen-5,uns-6``   the same of one that was put together step by step

Add ``routes(base_url)`` to the handlers of a server.
"""

import datetime as dt
from typing import Any

from tornado import web
from tornado.httputil import url_concat

from coursetools.serve.handlers import Handler
from coursetools.serve.site import NAME
from coursetools.workshop import agenda, composed, guide
from coursetools.workshop.de import papers as de
from fairki import documents, manifest
from fairki.documents.layout import WORD_TYPE
from fairki.errors import FairkiError

MODULE, AGENDA = "modul-", "ablauf-"
OF = UNITS, STEPS = "einheiten", "schritte"
"""What an own agenda is made of."""


def routes(base_url: str) -> list[tuple[Any, ...]]:
    """What a server adds to its addresses."""
    return [
        (f"{base_url}leitfaden/?", GuideList),
        (rf"{base_url}leitfaden/([a-z0-9_-]+)(\.docx)?", GuidePage),
    ]


class GuideList(Handler):
    """All guides and run sheets."""

    def get(self) -> None:
        """A list, made from the manifest and the agendas."""
        self.show(
            "leitfaeden.html.j2",
            title=de.guides(NAME),
            modules=[(f"{MODULE}{one.id}", one) for one in manifest.read().modules],
            agendas=[(f"{AGENDA}{one.id}", one) for one in composed.ready().values()],
        )


class GuidePage(Handler):
    """One guide or run sheet, as a page or as Word."""

    def get(self, name: str, word: str | None) -> None:
        """The paper with this name; 404 if there is none."""
        paper = self._paper(name)
        if word:
            self.set_header("Content-Type", WORD_TYPE)
            self.set_header("Content-Disposition", f'attachment; filename="leitfaden-{name}.docx"')
            self.finish(documents.word(paper))
            return
        asked = {name: value for name in OF if (value := self.get_query_argument(name, ""))}
        self.show(
            "leitfaden.html.j2",
            title=f"{paper.title} – {NAME}",
            paper=paper,
            word=url_concat(f"{name}.docx", asked),
        )

    def _paper(self, name: str) -> documents.Paper:
        today = dt.date.today()
        try:
            if name.startswith(MODULE):
                return guide.guide(name.removeprefix(MODULE), today)
            id = name.removeprefix(AGENDA)
            if id != agenda.OWN:
                one = composed.ready()[id]
            elif steps := self.get_query_argument(STEPS, ""):
                pairs = [pair.rpartition("-") for pair in steps.split(",")]
                one = composed.of_steps([(step, int(minutes)) for step, _, minutes in pairs])
            else:
                one = agenda.of_units(self.get_query_argument(UNITS, "").split(","))
            return guide.run_sheet(one, today)
        except (KeyError, ValueError, FairkiError):
            raise web.HTTPError(404) from None
