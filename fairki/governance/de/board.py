"""German of the course's case before the KI-Ethikrat."""

from fairki.speech import count_of

TITLE = "Was geschieht mit den Absagen?"
CASE = (
    "Drei Monate lang gab es ein zu kurzes Formular. Wer sich Teilzeit wünschte, konnte dort keine Fachkenntnisse "
    "angeben. Die Auswahlhilfe hielt diese Menschen deshalb für weniger geeignet. Das traf mehr Frauen als Männer.",
    "Das Formular ist repariert. Aber die Absagen sind verschickt. Der KI-Ethikrat soll sagen, was jetzt geschieht.",
)
"""The case."""
REJECTED_NAME = "Ewa Nowak"
REJECTED = (
    "hat eine Absage bekommen",
    "Ich habe zwei Wochen an meiner Bewerbung gesessen. Warum die Absage kam, hat mir niemand gesagt. "
    "Ich möchte, dass jemand meine Bewerbung wirklich liest.",
)
HR = (
    "leitet Personal",
    "Es tut mir leid um jede falsche Absage. Aber die meisten Stellen sind vergeben. Wenn mein Team alles noch "
    "einmal liest, warten alle neuen Bewerbungen.",
)
IT = (
    "IT",
    "Ich kann zeigen, wer das kurze Formular hatte. Die fehlenden Angaben kann ich nicht herbeizaubern. Und die "
    "Unterlagen werden bald gelöscht, so haben wir es versprochen.",
)
COUNCIL = (
    "Betriebsrat",
    "Auch Kolleginnen haben sich auf diese Stellen beworben. Wenn wir das still erledigen, glaubt uns beim "
    "nächsten System niemand mehr. Mir ist wichtig, dass wir offen sind.",
)
"""A voice: for whom it stands, and what it says."""
DECISIONS = {
    "alle": (
        "Alle Absagen noch einmal lesen",
        "Menschen lesen jede Bewerbung aus diesen drei Monaten neu.",
    ),
    "formular": (
        "Nur das kurze Formular noch einmal lesen",
        "Wer das kurze Formular hatte, wird nach den fehlenden Angaben gefragt und neu geprüft.",
    ),
    "anfrage": (
        "Auf Anfrage noch einmal lesen",
        "Auf der Website steht, was geschehen ist. Wer sich meldet, wird neu geprüft.",
    ),
    "vorne": (
        "Nach vorne schauen",
        "Die Absagen bleiben. Die Firma steckt die Kraft in bessere Prüfungen.",
    ),
}
"""What the board can decide: title, and what it means."""
CONDITIONS = {
    "informieren": "Die Betroffenen erfahren, was geschehen ist.",
    "name": "Eine Person mit Namen setzt den Beschluss um.",
    "termin": "Der Rat sieht nach drei Monaten nach, was daraus wurde.",
    "freigabe": "Ab jetzt braucht auch jede Änderung am Formular eine Freigabe.",
    "daten": "Die Unterlagen bleiben länger gespeichert, bis alles geprüft ist.",
}
CONSEQUENCES = {
    "informieren": (
        "Die Betroffenen wissen Bescheid. Einige sind verärgert, viele bedanken sich für die Offenheit.",
        "Die Betroffenen erfahren es nicht von der Firma. Eine Bewerberin hört durch Zufall davon.",
    ),
    "name": (
        "Eine Person kümmert sich. Bei Fragen wissen alle, wen sie anrufen.",
        "Alle finden den Beschluss gut. Aber es fängt lange niemand an.",
    ),
    "termin": (
        "Nach drei Monaten sieht der Rat nach und bessert an einer Stelle nach.",
        "Ob der Beschluss gewirkt hat, hat nie jemand nachgesehen.",
    ),
    "freigabe": (
        "Die nächste Änderung am Formular wird vorher geprüft. Das dauert eine Woche länger.",
        "Im Herbst ändert wieder jemand das Formular. Es fällt erst spät auf.",
    ),
    "daten": (
        "Alles lässt sich in Ruhe prüfen. Dafür liegen Unterlagen länger da als versprochen. Das muss man den "
        "Menschen sagen.",
        "Die Firma löscht wie versprochen. Was bis dahin nicht geprüft ist, lässt sich nicht mehr prüfen.",
    ),
}
"""What each condition brings, and what its lack costs."""
BAD_DECISION = ("Dieser Beschluss passt nicht zum Kurs.", "Bitte wählen Sie noch einmal.")


def how_large(rejections: int, women: int) -> str:
    """How large the case is (counts as in ``followed``)."""
    return (
        f"In diesen Monaten gab es {count_of(rejections, 'Absage', 'Absagen')}. "
        f"Ohne den Fehler wären etwa {count_of(women, 'Frau', 'Frauen')} mehr eingeladen worden. "
        "Welche das sind, weiß niemand."
    )


def followed(decision: str, rejections: int, women: int) -> list[str]:
    """What the months after brought.

    Args:
        decision: key of ``DECISIONS``.
        rejections: rejections while the form was too short.
        women: invitations that women did not get.
    """
    missed = count_of(women, "Frau", "Frauen")
    return {
        "alle": [
            f"Das Team liest {count_of(rejections, 'Absage', 'Absagen')} noch einmal. Es findet die "
            f"meisten, die sonst eingeladen worden wären, auch die etwa {missed}.",
            "Dafür bleiben die neuen Bewerbungen liegen. Einige gute Leute sagen inzwischen anderswo zu.",
        ],
        "formular": [
            f"Die Arbeit ist zu schaffen. Viele der etwa {missed} werden gefunden, wenn sie die fehlenden Angaben "
            "nachreichen.",
            "Ein paar Absagen mit dem langen Formular waren auch falsch. Danach sucht nun niemand.",
        ],
        "anfrage": [
            "Nur wenige melden sich. Sie werden schnell und freundlich neu geprüft.",
            f"Die meisten der etwa {missed} lesen die Website nie. Wer schweigt, ist nicht unbedingt zufrieden.",
        ],
        "vorne": [
            "Die neuen Prüfungen sind nach zwei Wochen fertig und werden von allen gelobt.",
            f"Die etwa {missed} bekommen keine zweite Chance. Später fragt eine Zeitung, warum.",
        ],
    }[decision]
