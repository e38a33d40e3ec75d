"""The addresses of guides and run sheets; they need no workshop and no token.

``GET /leitfaden``                  list of all
``GET /leitfaden/modul-01``         guide of a module, ``/leitfaden/modul-01.docx`` as Word
``GET /leitfaden/ablauf-90``        run sheet of a ready agenda, ``/leitfaden/ablauf-90.docx`` as Word
``GET /leitfaden/ablauf-eigener?einheiten=01.1,02.3``   run sheet of an own agenda, with ``.docx`` as Word

Add ``routes(base_url)`` to the handlers of a server.
"""

import datetime as dt
from typing import Any

from tornado import web
from tornado.httputil import url_concat

from coursetools.serve.handlers import Handler
from coursetools.serve.site import NAME
from coursetools.workshop import agenda, guide
from coursetools.workshop.de import papers as de
from fairki import documents, manifest
from fairki.documents.layout import WORD_TYPE
from fairki.errors import FairkiError

MODULE, AGENDA = "modul-", "ablauf-"


def routes(base_url: str) -> list[tuple[Any, ...]]:
    """What a server adds to its addresses."""
    return [
        (f"{base_url}leitfaden/?", GuideList),
        (rf"{base_url}leitfaden/([a-z0-9-]+)(\.docx)?", GuidePage),
    ]


class GuideList(Handler):
    """All guides and run sheets."""

    def get(self) -> None:
        """A list, made from the manifest and the agendas."""
        self.show(
            "leitfaeden.html.j2",
            title=de.guides(NAME),
            modules=[(f"{MODULE}{one.id}", one) for one in manifest.read().modules],
            agendas=[(f"{AGENDA}{one.id}", one) for one in agenda.load().values()],
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
        units = self.get_query_argument("einheiten", "")
        file = f"{name}.docx"
        self.show(
            "leitfaden.html.j2",
            title=f"{paper.title} – {NAME}",
            paper=paper,
            word=url_concat(file, {"einheiten": units}) if units else file,
        )

    def _paper(self, name: str) -> documents.Paper:
        today = dt.date.today()
        try:
            if name.startswith(MODULE):
                return guide.guide(name.removeprefix(MODULE), today)
            id = name.removeprefix(AGENDA)
            if id == agenda.OWN:
                one = agenda.of_units(self.get_query_argument("einheiten", "").split(","))
            else:
                one = agenda.load()[id]
            return guide.run_sheet(one, today)
        except (KeyError, FairkiError):
            raise web.HTTPError(404) from None
