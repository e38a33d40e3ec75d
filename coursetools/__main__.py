"""``python -m coursetools``: what ``build_course.py`` hands over to."""

import sys

if __name__ == "__main__":
    try:
        from coursetools.cli import main

        main()
    except KeyboardInterrupt:  # while Python is still loading the course, or already leaving it
        sys.exit(130)
