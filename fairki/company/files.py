"""The files of a company's folder. A new one is a module with a ``FILE``, and its line here."""

from fairki.company import agendas, ethics, exercises, letters, main, questions, uses
from fairki.company.schema import File

MAIN: File = main.FILE
"""The one that has to be there."""
OTHERS: tuple[File, ...] = (
    uses.FILE,
    ethics.FILE,
    letters.FILE,
    agendas.FILE,
    questions.FILE,
    exercises.FILE,
)
FILES = (MAIN, *OTHERS)
