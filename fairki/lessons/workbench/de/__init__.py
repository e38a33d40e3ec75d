"""All German of the page „Eigene Daten prüfen“, a file per part."""
