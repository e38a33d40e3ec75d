"""What a company may say about itself beyond what it has to, for tests of its folder."""

OWN = """
[kontakt]
person = "Ayşe Demir"
erreichbar = "Telefon 1234 <b>"
beschwerde = "beim Personalrat"

[abgabe]
wo = "auf der Lernplattform"
bis = 2027-03-31

[ki]
regeln = ["Ein Mensch liest mit."]

[[werkzeuge]]
name = "Schreibhilfe"
daten = ["Texte ohne Namen"]
"""
"""Goes at the end of the shipped ``betrieb.toml``."""
