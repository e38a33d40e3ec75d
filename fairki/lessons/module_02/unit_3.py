"""Unit 3, our Kodex: the Kodex-Baukasten."""

from fairki import ui
from fairki.kodex import stored
from fairki.kodex.example import EXAMPLE
from fairki.kodex.groups import GROUPS
from fairki.lessons.module_02 import figures
from fairki.lessons.module_02.de import unit_3 as de
from fairki.lessons.scene import Scene


def build() -> Scene:
    """The Kodex-Baukasten."""
    return Scene(
        ui.RuleBuilder(
            stored.KEY,
            GROUPS,
            [(system.name, system.steckbrief.purpose) for system in figures.examples()],
            figures.tried,
            EXAMPLE,
            label=de.BUILDER,
            feeds=["4"],
        )
    )
