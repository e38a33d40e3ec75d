"""German of who may see which score, and of what the log then holds."""

ROLES = {
    "vertrieb": "Vertrieb",
    "personal": "Personalabteilung",
    "service": "Leitung im Service",
    "leitung": "Geschäftsführung",
    "it": "IT",
    "selbst": "die Person, um die es geht",
}
"""Role → its name."""
SCORES = {
    "anfrage": "Punktwert einer Anfrage",
    "bewerbung": "Punktwert einer Bewerbung",
    "gespraech": "Punktwert für ein Gespräch im Service",
}
"""Score → its name."""
