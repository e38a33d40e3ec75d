"""German of the notes about customers and of the form in their file."""

FIELDS = {
    "branche": "Branche",
    "produkt": "Produkt",
    "groesse": "Größe",
    "zahlungsziel": "Zahlungsziel",
    "kontaktweg": "Kontaktweg",
}
"""Id of a field → its name."""

WORDS = {
    "branche": ("Bau", "Chemie", "Handel", "Lebensmittel", "Maschinenbau"),
    "produkt": ("Filter", "Dichtungen", "Pumpen", "Ventile", "Steuerungen"),
    "groesse": ("klein", "mittelgroß", "groß"),
    "zahlungsziel": ("14 Tage", "30 Tage", "60 Tage"),
    "kontaktweg": ("Telefon", "E-Mail", "Besuch", "Video"),
}
"""Id of a field → what can stand in it."""

OPEN = "offen"
"""What a form says where it says nothing."""

CUSTOMERS = ("Nowak", "Lorenz", "Ritter", "Kühn", "Demir", "Krause", "Vogt", "Seidel", "Kaya", "Winter")
"""Names of customers for the notes; they say nothing about the fields."""

_SENTENCES = {
    "branche": "Sie arbeitet in der Branche {word}.",
    "produkt": "Sie fragt nach {word}.",
    "groesse": "Sie ist {word}.",
    "zahlungsziel": "Vereinbart sind {word} Zahlungsziel.",
    "kontaktweg": "Sie wünscht Kontakt {word}.",
}
_INFLECTED = {
    "produkt": ("Filtern", "Dichtungen", "Pumpen", "Ventilen", "Steuerungen"),
    "kontaktweg": ("am Telefon", "per E-Mail", "bei einem Besuch", "per Video"),
}
_GAPS = {
    "branche": "Die Branche ist offen.",
    "produkt": "Das Produkt ist offen.",
    "groesse": "Die Größe ist offen.",
    "zahlungsziel": "Das Zahlungsziel ist offen.",
    "kontaktweg": "Der Kontaktweg ist offen.",
}


def opening(customer: str) -> str:
    return f"Gespräch mit der Firma {customer}."


def sentence(field: str, word: int) -> str:
    """What a note says about this field."""
    return _SENTENCES[field].format(word=_INFLECTED.get(field, WORDS[field])[word])


def gap(field: str) -> str:
    """What a careful note says about a field that it lacks."""
    return _GAPS[field]
