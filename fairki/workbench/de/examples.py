"""The worked examples: names of their columns and values."""

YES, NO = "ja", "nein"
ADMITTED = ("zugelassen", "abgelehnt")
COMPAS_GROUPS = {"black": "schwarz", "white": "weiß"}
RISKS = {"high": "erhöht", "low": "gering"}
BERKELEY, COMPAS, AMS = "Beispiel Berkeley 1973", "Beispiel COMPAS", "Beispiel AMS-Gleichung"
BERKELEY_COLUMNS = ("Fach", "Geschlecht", "Bescheid")
COMPAS_COLUMNS = ("Gruppe", "Risiko laut Programm", "Wieder straffällig")
AMS_COLUMNS = ("Chance laut Gleichung", "Segment A")
