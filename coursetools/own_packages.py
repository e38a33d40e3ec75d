"""What is wrong with packages that bring own rules and systems (``fairki.plugins``)."""

from collections.abc import Callable

from fairki.plugins import loading


def tell(say: Callable[[str], None]) -> None:
    """Say what is wrong with each package that is left out, if there is any package at all."""
    if not any(map(loading.entry_points, loading.GROUPS)):
        return
    from fairki import kodex  # noqa: F401 - loads the packages

    for problem in loading.problems():
        say(f"Achtung: {problem.happened} {problem.remedy}")
