"""German of nbgrader's exchange."""

from fairki import home, speech

PLACE = "Austausch"
"""Where an entry lies that belongs to nobody."""

NOT_OF_NBGRADER = (
    "Ein Eintrag im Austausch, den nbgrader nicht angelegt hat.",
    "Er wurde nicht geöffnet. Sehen Sie selbst nach, wem er gehört.",
)
NO_NOTEBOOK = "In der Abgabe liegt kein Notebook.", "Bitten Sie um eine neue Abgabe."
WRONG_OWNER = (
    "Die Abgabe gehört nicht dem Konto, dessen Namen sie trägt.",
    "Sie zählt nicht. Fragen Sie die Person, ob sie abgegeben hat, und sagen Sie es der IT.",
)
UNREADABLE = (
    "Die Abgabe lässt sich nicht lesen. Vielleicht ist sie nur ein Verweis auf etwas anderes.",
    "Sie wurde nicht geöffnet. Bitten Sie um eine neue Abgabe.",
)
TOO_LARGE = "Die Datei ist viel zu groß.", "Bitten Sie um eine Abgabe ohne gespeicherte Ausgaben."
NOBODY = (
    "Im Austausch liegt noch keine Abgabe.",
    "Die Lernenden geben in JupyterLab unter „nbgrader“, „Assignment List“ mit „Submit“ ab.",
)

COLLECTED = (
    "! nbgrader hat Abgaben unter den Namen der Konten abgelegt. Sie sind noch nicht dabei: "
    f"{home.COMMAND} grade --aus-exchange nimmt sie unter Kürzeln auf."
)

NOT_HERE = (
    "Den Austausch von nbgrader gibt es unter Windows nicht.",
    "Lassen Sie sich die Abgaben als Dateien geben, und nennen Sie den Ordner.",
)


def no_exchange(path: str) -> tuple[str, str]:
    return (
        f"Hier gibt es keinen Austausch von nbgrader ({path}).",
        "Geben Sie zuerst eine Übung aus: nbgrader release_assignment werte. Liegt der Austausch woanders? Dann steht"
        " sein Ordner in nbgrader_config.py unter c.Exchange.root.",
    )


def not_ours(path: str) -> tuple[str, str]:
    return (
        f"Dieses Konto darf den Austausch nicht lesen ({path}).",
        "Rufen Sie den Befehl unter dem Konto auf, das die Übungen ausgegeben hat.",
    )


def not_released(reason: str) -> tuple[str, str]:
    return (
        f"nbgrader konnte die Rückmeldungen nicht in den Austausch legen. Gemeldet wurde: {reason}",
        "Rufen Sie den Befehl unter dem Konto auf, das die Übungen ausgegeben hat:"
        f" {home.COMMAND} grade --aus-exchange --rueckgabe. Bewertet wird dabei nichts doppelt.",
    )


def released(number: int) -> str:
    return (
        f"Rückgabe: {speech.count_of(number, 'Rückmeldung liegt', 'Rückmeldungen liegen')} im Austausch."
        " Die Lernenden holen sie in JupyterLab unter „Assignment List“ mit „Fetch Feedback“."
    )
