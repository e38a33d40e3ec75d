"""What can be wrong with systems that write, and which rules reveal it."""

from fairki.systems import Fault
from fairki.texts.de import systems as de

OLD_TEXTS, STAND_INS, ALWAYS_SAME = "verzerrte_vorlagen", "stellvertreter", "immer_dasselbe"
OWN_TEXTS, FROM_MEMORY, OLD_SHEET = "eigene_texte", "aus_dem_kopf", "altes_blatt"
INVENTS, TELLS, HEARS_WORSE, WAVED_THROUGH = "erfindet", "plaudert_aus", "versteht_schlechter", "durchgewinkt"


class TextFault(Fault):
    """A fault of a system that writes; ``text_systems.variant`` makes fresh systems with it."""

    @property
    def name(self) -> str:
        """Its name."""
        return de.FAULTS[self.id]

    @property
    def harm(self) -> str:
        """One sentence: whom it hurts and how."""
        return de.HARMS[self.id]


SHARPENED = frozenset({"namenstausch", "ergebnis", "wortwahl"})
"""Where the likely words are preferred, or texts copied, chance differences of the old texts truly grow."""

FAULTS: dict[str, TextFault] = {
    fault.id: fault
    for fault in (
        TextFault(OLD_TEXTS, {"namenstausch": 99, "ergebnis": 100}, also=frozenset({"wortwahl"})),
        TextFault(STAND_INS, {"ergebnis": 100}),
        TextFault(ALWAYS_SAME, {"vielfalt": 100}, also=SHARPENED),
        TextFault(OWN_TEXTS, {"vielfalt": 100, "menschliche_texte": 100}, also=SHARPENED),
        TextFault(FROM_MEMORY, {"richtige_angaben": 100, "gleiche_antwort": 100}),
        TextFault(OLD_SHEET, {"richtige_angaben": 100}),
        TextFault(INVENTS, {"nichts_erfinden": 100}),
        TextFault(TELLS, {"geheimnis": 100}),
        TextFault(HEARS_WORSE, {"verstehen": 100}),
        TextFault(WAVED_THROUGH, {"mensch_liest": 100}),
    )
}
