"""German words for typer's own texts, and German sentences for its complaints."""

import difflib
from typing import Any

import typer.core
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

WORDS = {
    "Arguments": "Angaben",
    "Options": "Schalter",
    "Commands": "Befehle",
    "Aborted!": "Abgebrochen.",
    "required": "nötig",
    "default: {default}": "Vorgabe: {default}",
}


def speak_german() -> None:
    """Replace the English texts in typer's help pages."""
    from typer import rich_utils

    vars(typer.core)["_"] = lambda text: WORDS.get(text, text)
    rich_utils.ARGUMENTS_PANEL_TITLE = WORDS["Arguments"]
    rich_utils.OPTIONS_PANEL_TITLE = WORDS["Options"]
    rich_utils.COMMANDS_PANEL_TITLE = WORDS["Commands"]
    rich_utils.DEFAULT_STRING = "[Vorgabe: {}]"
    rich_utils.REQUIRED_LONG_STRING = "[nötig]"


def _german_usage(usage: str) -> str:
    for english, german in (
        ("Usage:", "Aufruf:"),
        ("[OPTIONS]", "[SCHALTER]"),
        ("COMMAND [ARGS]...", "[BEFEHL]"),
    ):
        usage = usage.replace(english, german)
    return usage


def _german_help(option: Any) -> Any:
    option.help, option.metavar = "Diese Hilfe zeigen.", " "
    return option


class GermanCommand(TyperCommand):
    """One verb; its usage line and help switch are German."""

    def get_usage(self, ctx: Any) -> str:
        return _german_usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        return _german_help(super().get_help_option(ctx))


class GermanGroup(TyperGroup):
    """All verbs; their usage line and help switch are German."""

    def get_usage(self, ctx: Any) -> str:
        return _german_usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        return _german_help(super().get_help_option(ctx))


def explain(error: TyperException) -> str:
    """A German sentence for a wrong call, with the nearest verb where one was mistyped."""
    kind, message = (
        type(error).__name__,
        error.format_message(),
    )  # typer's own classes are private: go by name
    parameter = getattr(error, "param", None)
    parameter = parameter and (getattr(parameter, "metavar", None) or parameter.name)
    if message.startswith("No such command"):
        typed, verbs = message.split("'")[1], list(error.ctx.command.commands)  # type: ignore[attr-defined]  # as above
        near = difflib.get_close_matches(typed, verbs, n=1)
        hint = f" Meinten Sie „{near[0]}“?" if near else f" Es gibt: {', '.join(verbs)}."
        return f"Den Befehl „{typed}“ gibt es nicht.{hint}"
    if kind == "NoSuchOption":
        return f"Den Schalter „{getattr(error, 'option_name', '')}“ gibt es bei diesem Befehl nicht."
    if kind == "BadParameter":
        return f"Die Angabe für {parameter} passt nicht."
    if kind == "MissingParameter" or message.startswith("Missing command"):
        return "Hinter dem Befehl fehlt eine Angabe."
    if "unexpected extra argument" in message:
        return "Es stehen zu viele Angaben hinter dem Befehl."
    return "Diesen Aufruf verstehe ich nicht."
