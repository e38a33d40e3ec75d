"""All German that Python itself says in the browser, beside what lessons and blocks say."""

NO_PIP = (
    "Hier lassen sich keine weiteren Bibliotheken laden: Nichts kommt von anderswo aus dem Netz. "
    "Für die Übungen ist alles da."
)
