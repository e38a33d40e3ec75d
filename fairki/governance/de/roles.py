"""German of roles, tasks and what is not clear about them."""

from collections.abc import Sequence

from fairki.speech import together

DUTIES = {"entscheidet": "Wer entscheidet?", "prueft": "Wer prüft?", "steht_ein": "Wer steht dafür ein?"}
ROLES = {
    "ethikbeauftragte": (
        "KI-Ethikbeauftragte",
        "Eine Person für alle Fragen zu fairer KI. Sie prüft, berät und hört zu. Sie darf direkt mit der "
        "Geschäftsführung sprechen.",
    ),
    "algorithmus": (
        "Algorithmus-Verantwortliche",
        "Eine Person je System. Sie weiß, wie es rechnet, hält es in Ordnung und meldet, wenn etwas auffällt.",
    ),
    "daten": (
        "Data-Governance-Lead",
        "Eine Person für die Daten. Sie klärt, woher sie kommen, wer sie sehen darf und wann sie gelöscht werden.",
    ),
    "ethikrat": (
        "KI-Ethikrat",
        "Eine kleine Runde mit verschiedenen Blicken, zum Beispiel Personal, IT, Betriebsrat und eine Person von "
        "außen. Sie berät schwierige Fälle.",
    ),
    "geschaeftsfuehrung": (
        "Geschäftsführung",
        "Sie trägt die Verantwortung für die Firma. Sie kann Aufgaben abgeben.",
    ),
    "fachabteilung": (
        "Fachabteilung",
        "Sie arbeitet jeden Tag mit dem System, zum Beispiel die Personalabteilung.",
    ),
    "betriebsrat": ("Betriebsrat", "Er vertritt die Beschäftigten und achtet auf ihre Rechte."),
}
"""Role → its name, and what it is there for."""
TASKS = {
    "einsatz": ("Ein neues System einsetzen", "Darf es in Betrieb gehen? Das ist die Freigabe."),
    "daten": ("Daten auswählen", "Welche Angaben über Menschen darf das System verwenden?"),
    "ueberwachung": (
        "Den Betrieb überwachen",
        "Jemand sieht regelmäßig nach, wie sich das System auf Menschen auswirkt.",
    ),
    "anhalten": (
        "Ein auffälliges System anhalten",
        "Wer darf sofort auf „Stopp“ drücken, auch am Freitagabend?",
    ),
    "aenderung": (
        "Ein System weiterentwickeln",
        "Neue Daten, eine neue Grenze, ein neues Modell: Dann ist es ein anderes System.",
    ),
    "fehlentscheidung": (
        "Eine Fehlentscheidung berichtigen",
        "Jemand bekam zu Unrecht eine Absage. Was geschieht jetzt?",
    ),
    "kodex": ("Den Kodex ändern", "Eine Regel passt nicht mehr, oder eine fehlt."),
    "abschaltung": (
        "Ein System abschalten",
        "Was wird aus den Daten und aus den Fällen, die noch offen sind?",
    ),
}
"""Task → its name, and what belongs to it."""
WHO_USES = "Wer entscheidet über den Einsatz?"
WHO_REVIEWS = "Wer prüft die Auswirkungen?"
WHO_ANSWERS = "Wer trägt die Verantwortung bei Fehlentscheidungen?"
KINDS = {"luecke": "Lücke", "doppelt": "doppelt", "selbst": "prüft sich selbst"}
DECIDE, ANSWER = "entscheiden", "stehen dafür ein"
BAD_TABLE = ("Das ist keine Rollentabelle aus diesem Kurs.", "Füllen Sie die Tabelle bitte neu aus.")


def gap(question: str) -> str:
    """Nobody has a duty."""
    return f"{question} Das ist noch offen."


def several(do: str, names: Sequence[str]) -> str:
    """Several roles have a duty of which there should be one holder."""
    return f"Mehrere {do}: {together(names)}. Dann wartet leicht jede Seite auf die andere. Wer hat das letzte Wort?"


def own_review(names: Sequence[str]) -> str:
    """Roles review what they did themselves."""
    return (
        f"Hier wird die eigene Arbeit geprüft: {together(names)}. Eigene Fehler sieht man schlecht. "
        "Wer könnte von außen darauf sehen?"
    )
