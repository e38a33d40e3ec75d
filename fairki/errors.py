"""The course's own errors: each says in German what happened and what to do now (rule S7)."""


class FairkiError(Exception):
    """An error meant for people.

    Args:
        happened: one German sentence that says what went wrong.
        remedy: one or two German sentences that say what to do now.
    """

    def __init__(self, happened: str, remedy: str):
        super().__init__(happened, remedy)  # both: an error has to get from one process to another
        self.happened = happened
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.happened} {self.remedy}"


class MissingDataError(FairkiError):
    """A table of the course is not where it belongs."""


class BadFileError(FairkiError):
    """A file that somebody wrote, chose or edited cannot be used."""


class BadAnswerError(FairkiError):
    """A value that somebody entered cannot be used."""


class SetupError(FairkiError):
    """A program or a right that the course needs is missing on this machine."""
