"""German of the footprint: who published a figure, what it counts, and ranges in words."""

ENERGY_UNITS, MASS_UNITS, WATER_UNITS = ("Wh", "kWh", "MWh"), ("g", "kg", "t"), ("ml", "Liter")
FIGURES = {
    "google": ("Google", "mittlere Textanfrage, eigene Angabe, mit den eigenen Stromverträgen gerechnet"),
    "google_netz": (
        "Google, mit anderem Strommix",
        "derselbe Strom, aber mit dem eingestellten Strommix gerechnet",
    ),
    "altman": ("Sam Altman (OpenAI)", "eigene Angabe, nicht von außen geprüft"),
    "luccioni": ("Luccioni und andere", "Text schreiben lassen, Messung über je 1.000 Durchläufe"),
    "mistral": ("Mistral", "je 400 Textstücke, über den Lebenszyklus gerechnet"),
    "luccioni_klasse": ("Luccioni und andere", "Text einordnen lassen, Messung über je 1.000 Durchläufe"),
    "luccioni_bild": ("Luccioni und andere", "Bild erzeugen lassen, Messung über je 1.000 Durchläufe"),
}
"""Figure → who published it, and what it measures and counts."""
NOT_STATED = "keine Angabe"
BAD_USE = (
    "Mit diesen Annahmen lässt sich nicht rechnen.",
    "Bitte stellen Sie die Regler noch einmal ein.",
)


def about(quantity: str) -> str:
    """A rounded quantity."""
    return f"etwa {quantity}"


def between(low: str, high: str) -> str:
    """From a rounded quantity to a larger one."""
    return f"etwa {low} bis {high}"
