"""``python -m coursetools``: what ``build_course.py`` hands over to."""

import io
import sys


def main() -> None:
    """Choose the company, because the verbs' own words name it; then run the verb."""
    for stream in (
        sys.stdout,
        sys.stderr,
    ):  # Windows writes into a file or a pipe in letters that lack many of ours
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        from coursetools import course_folder, own_company

        own_company.choose(sys.argv[1:], course_folder.where())
        from coursetools.cli import main as run

        run()
    except KeyboardInterrupt:  # while Python is still loading the course, or already leaving it
        sys.exit(130)


if __name__ == "__main__":
    main()
