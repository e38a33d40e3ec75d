"""``grade`` on the command line, which understands its verbs as well (see ``coursetools.grading.verbs``)."""

from typing import Any

from coursetools.german_cli import GermanCommand
from coursetools.grading import verbs
from coursetools.workshop.options import WrongCallError
from fairki import home


class GradeCommand(GermanCommand):
    """A verb becomes the options that say the same."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            arguments = verbs.in_options(args)
        except IndexError:
            raise WrongCallError(
                f"Hinter „{args[0]}“ fehlt eine Angabe.", f"Hilfe zeigt: {home.COMMAND} grade --help"
            ) from None
        parsed: list[str] = super().parse_args(ctx, arguments)
        return parsed
