"""German of an exercise that cannot be graded, for trainers and authors."""


def notebook_missing(slug: str, file: str, command: str) -> tuple[str, str]:
    """One of its two notebooks is not there."""
    return (
        f"Von der Übung „{slug}“ fehlt das Notebook {file}, oder es ist nicht lesbar.",
        f"Holen Sie solutions/ aus Ihrer Kopie des Kurses zurück. Bauen Sie die Übungen dann neu: {command} release",
    )
