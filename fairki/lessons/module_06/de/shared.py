"""German that several units of module 06 share: measures, set-ups side by side, the share of women."""

from collections.abc import Mapping

from fairki.documents.review_setup import MEASURES, shown, span
from fairki.html import Markup, grouped
from fairki.people import Band
from fairki.speech import percent
from fairki.worlds import recruiting

MACHINE_ALONE = "Programm allein"
WOMEN = MEASURES["women"]
WOMEN_COLUMNS = ["Aufbau", WOMEN, "von", "bis"]
MOVE_THE_SLIDER = "Bewegen Sie den Regler. Dann rechnen wir."


def comparison(caption: str, measures: Mapping[str, Mapping[str, Band]]) -> Markup:
    """Set-ups side by side, measure by measure: the mean, and the smallest and the largest year."""
    groups = {
        MEASURES[measure]: [
            (name, shown(measure, band.mean), span(measure, band)) for name, band in bands.items()
        ]
        for measure, bands in measures.items()
    }
    return grouped(f"{caption}; Spanne: kleinstes bis größtes Jahr", ("Weg", "Mittel", "Spanne"), groups)


def women_summary(bands: Mapping[str, Band]) -> str:
    """The shares of women in words; name of a set-up → its years."""
    parts = ", ".join(f"{name} {percent(band.mean, 1)}" for name, band in bands.items())
    return (
        f"Frauen unter den Eingeladenen, im Mittel aus 20 Jahren: {parts}. Der Strich zeigt das kleinste und das "
        f"größte Jahr. Unter den Bewerbungen sind {percent(recruiting.SHARE_WOMEN)} Frauen."
    )
