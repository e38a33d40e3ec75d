"""What people see of a company, without a browser: ``python -m tests.example_company ORDNER`` prints it as JSON."""

import datetime as dt
import io
import json
import sys

from coursetools import own_company

own_company.take(sys.argv[1])

from docx import Document  # noqa: E402

from coursetools.publish import site  # noqa: E402
from coursetools.serve import assets, plain_pages  # noqa: E402
from coursetools.workshop import agenda  # noqa: E402
from fairki import manifest, register  # noqa: E402
from fairki.documents import folder, word  # noqa: E402
from fairki.feedback import letter  # noqa: E402
from fairki.governance import board  # noqa: E402
from fairki.lessons.module_00 import unit_1  # noqa: E402
from fairki.lessons.module_04 import unit_4  # noqa: E402
from fairki.lessons.module_05 import unit_3  # noqa: E402
from fairki.lessons.module_07 import end  # noqa: E402
from fairki.systems import questions  # noqa: E402


def seen() -> dict[str, object]:
    """Place → what is seen there."""
    kept = assets.Assets()
    at = assets.publish(kept)
    home = plain_pages.home(at, site.site(manifest.read(), manifest.ROOT))
    paper = Document(io.BytesIO(word(folder.paper(folder.entries({}), dt.date(2026, 11, 30)))))
    page, record, story = paper.sections[0], end.record().blocks[0], unit_1.opener().blocks[0]
    return {
        "icon": kept.get(at.icon.removeprefix("/static/")).content.decode(),
        "header": home.partition('class="page-home"')[2].partition("</a>")[0],
        "footer": home.partition("<footer")[2],
        "hand-in": [line.strip() for line in home.splitlines() if "Abgabe" in line],
        "cast": home.partition("page-cast")[2].partition("</figure>")[0],
        "story": [one["name"] for one in story.people],
        "pages": [
            plain_pages.own(at, name).partition("<main")[2].partition("</main>")[0] for name, _ in at.own
        ],
        "uses": [[use.area, use.name] for use in register.USES],
        "register": [questions.EXAMPLE[line["id"]] for line in register.EXAMPLE],
        "word, top": [page.header.paragraphs[0].text, len(page.header._element.xpath(".//pic:pic"))],
        "word, foot": page.footer.paragraphs[0].text,
        "word, title": paper.paragraphs[1].text,
        "board": [
            [str(unit_4.what_is_decided({board.CASE_KEY: case.id}).says), *map(str, case.decisions.values())]
            for case in board.CASES
        ],
        "letters": [
            [
                str(unit_3.what_happened({letter.LETTER_KEY: one.id}).says),
                *map(str, unit_3.letter_parts(one).values()),
            ]
            for one in letter.LETTERS
        ],
        "workshop": [step.title for step in agenda.of_units(["04.4"]).steps],
        "record": [record.company, record.logo],
    }


if __name__ == "__main__":
    print(json.dumps(seen(), ensure_ascii=False))
