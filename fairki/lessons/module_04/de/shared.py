"""German that several units of module 04 share."""

NOTHING_YET = ("Hier steht noch nichts.", "Füllen Sie zuerst etwas aus, dann entsteht die Datei.")
