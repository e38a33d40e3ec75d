"""Unit 3, our Kodex: the Kodex-Baukasten."""

from fairki.kodex.example import EXAMPLE
from fairki.lessons import bench, misconceptions
from fairki.lessons.module_02 import figures
from fairki.lessons.scene import Scene


def build() -> Scene:
    """The Kodex-Baukasten."""
    return Scene(bench.kodex_builder(figures.examples(), EXAMPLE, feeds=["4"]))


def caution_before() -> Scene:
    """Whom does a cautious rule accuse?"""
    return misconceptions.before(misconceptions.CAUTION)
