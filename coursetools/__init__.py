"""What build_course.py runs: build, serve, grade, check. Whoever imports it has chosen the language of the process."""

import os
import sys

from fairki import language

try:
    language.choose(os.environ.get(language.VARIABLE) or language.GERMAN)
except LookupError as error:
    sys.exit(f"{language.VARIABLE}={error.args[0]}: In dieser Sprache gibt es den Kurs nicht.")
