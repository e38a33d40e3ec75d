"""German of the structural attributes: what their groups are called."""

from fairki.worlds.attributes import GERMAN, MIDDLE, OLD, OTHER, WITH, WITHOUT, YOUNG
from fairki.worlds.world import DIVERS, MAN, WOMAN

NAMES = {
    WOMAN: "Frauen",
    MAN: "Männer",
    DIVERS: "divers",
    YOUNG: "unter 30",
    MIDDLE: "30 bis 49",
    OLD: "ab 50",
    WITH: "mit Behinderung",
    WITHOUT: "ohne Behinderung",
    GERMAN: "Name klingt deutsch",
    OTHER: "Name klingt anders",
}
"""Group → how it is called in pictures and sentences."""
