"""What build_course.py runs: build, serve, grade, check. Whoever imports it has chosen language and company."""

import os
import sys

from fairki import language

MENDS = "betrieb"
"""The verb that mends a company's folder: it has to run although the folder is broken."""


def _choose() -> None:
    try:
        language.choose(os.environ.get(language.VARIABLE) or language.GERMAN)
    except LookupError as error:
        sys.exit(f"{language.VARIABLE}={error.args[0]}: In dieser Sprache gibt es den Kurs nicht.")
    from fairki import company, errors  # these have words, in the language chosen above

    if named := os.environ.get(company.VARIABLE):
        # kernels inherit it, and run in other folders
        path = os.environ[company.VARIABLE] = os.path.abspath(named)
        try:
            company.use(path)
        except errors.BadFileError as error:
            if sys.argv[1:2] != [MENDS]:
                sys.exit(str(error))


_choose()
