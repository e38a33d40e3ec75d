"""The notes „Was heißt das für uns?“ in words."""

TITLE = "Was heißt das für uns?"
PLACE = "am Ende der Einheiten in allen Modulen"
UNREADABLE = "Diese Notiz ließ sich nicht lesen. Schreiben Sie sie bitte neu."
