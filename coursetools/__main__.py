"""``python -m coursetools``: what ``build_course.py`` hands over to."""

if __name__ == "__main__":
    from coursetools.cli import main

    main()
