"""Settings of nbgrader for this course; found by every ``nbgrader`` command that starts in this folder."""

import os
import sys
from pathlib import Path

c = get_config()  # noqa: F821  (nbgrader provides it)

# nbgrader calls the program „alembic“, which lies beside the Python that runs it.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])

c.CourseDirectory.course_id = "fairki"
if "FAIRKI_GRADEBOOK" in os.environ:  # a gradebook elsewhere, see coursetools.grading.manual
    c.CourseDirectory.db_url = os.environ["FAIRKI_GRADEBOOK"]
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"
# What people hand in lies in a folder that git ignores; so does the gradebook (gradebook.db).
c.CourseDirectory.submitted_directory = "bewertung/submitted"
c.CourseDirectory.autograded_directory = "bewertung/autograded"
c.CourseDirectory.feedback_directory = "bewertung/feedback"
c.CourseDirectory.solution_directory = "bewertung/solution"
c.CourseDirectory.source_with_tests_directory = "bewertung/source_with_tests"

# The stubs follow a line such as „abstand = None  # <- Hier eintragen: …“ or a docstring, and raise nothing:
# what is missing is said by fairki.checks, in German.
c.ClearSolutions.code_stub = {"python": "# Platz für Ihre Schritte"}
c.ClearSolutions.text_stub = "*Bitte ersetzen Sie diese Zeile durch Ihre Antwort.*"

# A kernel that has graded a hand-in has nothing left to save.
c.Execute.shutdown_kernel = "immediate"
# … and its remarks about encrypted connections help nobody here.
c.Execute.extra_arguments = ["--log-level=ERROR"]

# A hand-in is a stranger's file: its outputs must not bring scripts into feedback and Formgrader.
c.HTMLExporter.sanitize_html = True
# nbgrader's own page does not ask for that where it shows Markdown.
c.HTMLExporter.filters = {"markdown2html": "coursetools.grading.harmless.markdown"}
