"""German of what a learner is told of an answer, where no check says it."""

MANUAL = "Diese Antwort bewertet ein Mensch."
EMPTY = "Hier steht noch keine Antwort."
TOO_MUCH = "Hier stimmt die Prüfung nicht. Ihre Antwort bewertet ein Mensch."
EXHAUSTED = "Die Zelle lässt keinen Arbeitsspeicher übrig."
BROKEN = "Die Prüfung konnte mit dieser Antwort nichts anfangen. Sehen Sie nach, welche Form erwartet wird."

TIME_LIMIT = "Zeitlimit"
ABORTED = "Abbruch"
"""Names of ends that Python has no name for."""
TOO_COSTLY = "zu aufwendig"
PICTURE = "Bild"
