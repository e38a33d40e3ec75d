"""A document to take along: two buttons that save it as a Word file and as plain text."""

import datetime as dt
from collections.abc import Callable, Sequence

from fairki import ui
from fairki.documents import layout, word_file
from fairki.lessons import de
from fairki.lessons.scene import Answers, Scene


def files(
    title: str, file: str, paper: Callable[[Answers, dt.date], layout.Paper], needs: Sequence[str]
) -> list[Scene]:
    """The two buttons.

    Args:
        title: what it is called on them.
        file: name of the files, without its end.
        paper: makes the document at each click, from the newest answers and today.
        needs: keys of these answers.
    """

    def word(answers: Answers) -> bytes:
        return word_file.word(paper(answers, dt.date.today()))

    def text(answers: Answers) -> bytes:
        return layout.markdown(paper(answers, dt.date.today())).encode()

    return [
        Scene(ui.Download(de.save_word(title), f"{file}.docx", layout.WORD_TYPE), needs=needs, make=word),
        Scene(ui.Download(de.save_text(title), f"{file}.md", layout.MARKDOWN_TYPE), needs=needs, make=text),
    ]
