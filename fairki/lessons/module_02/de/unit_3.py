"""German of unit 3, our Kodex: in the order of the page."""

EXAMPLES = {
    "schnellsichtung": "Bewerbungs-Schnelltest",
    "treuepost": "Angebotspost",
    "wartungsplan": "Wartungsplan",
}
"""System of the catalogue → its name as an example."""
