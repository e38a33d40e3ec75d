"""German about packages of a company's own: what is wrong with one, and what is missing without it."""

OWN_GROUP = ("Eigene Satzmuster", "Was ist bei uns außerdem wichtig?")
"""Title and question above the patterns of all packages."""


def broken(package: str, error: str) -> tuple[str, str]:
    """A package cannot be used."""
    return (
        f"Das Paket „{package}“ mit eigenen Regeln oder Systemen passt nicht: {error}.",
        "Der Kurs läuft ohne es weiter. Bitten Sie die Person, die es geschrieben hat, um Hilfe.",
    )


TWICE = "Seinen Namen hat schon ein anderes Paket"
NO_NAME = "Sein Name darf nur aus kleinen Buchstaben, Ziffern und _ bestehen"
NO_LIST = "Es gibt keine Liste zurück"


def no_id(id: object) -> str:
    """An id that files cannot hold."""
    return f"„{id}“ ist keine Kennung aus kleinen Buchstaben, Ziffern und _"


def twice(id: str) -> str:
    """Two things have the same id."""
    return f"„{id}“ kommt zweimal vor"


def not_known(id: object, what: str) -> str:
    """Something names what the course does not have."""
    return f"„{what}“ in „{id}“ kennt der Kurs nicht"


def odd_sentence(id: str) -> str:
    """The sentence and the blanks do not fit together."""
    return f"Im Satz von „{id}“ stehen andere Lücken als angegeben"


def bad_default(id: str, name: str) -> str:
    """The suggestion may not stand in the blank."""
    return f"Der Vorschlag für „{name}“ in „{id}“ ist nicht erlaubt"


def no_check(id: str) -> str:
    """There is nothing that checks."""
    return f"„{id}“ hat keine Prüfung"


def failed(package: str, error: str) -> str:
    """The check of a rule ended with an error."""
    return f"Die Prüfung aus dem Paket „{package}“ ist abgebrochen ({error})."


def absent_title(package: str) -> str:
    """A rule whose package is not here."""
    return f"Regel aus dem Paket „{package}“"


def absent_sentence(package: str) -> str:
    """What stands in place of the sentence of such a rule."""
    return f"Das Paket „{package}“ ist hier nicht installiert. Die Regel bleibt, wie sie ist, und prüft so lange nichts."
