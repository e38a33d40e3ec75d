"""What is said about own exercises."""

from collections.abc import Iterable


def missing_beside(slug: str, file: str) -> tuple[str, str]:
    """The notebook of an exercise is missing."""
    return (
        f"Zur Übung „{slug}“ fehlt im selben Ordner das Notebook {file}",
        "Legen Sie es dort hin, oder löschen Sie die Datei der Übung mit der Endung .toml.",
    )


NO_NOTEBOOK = (
    "Das ist kein lesbares Notebook",
    "Öffnen Sie die Datei in JupyterLab, oder ersetzen Sie sie durch eine frühere Fassung.",
)
NO_GRADE_ID = (
    "Eine Zelle für eine Lösung hat keine Kennung von nbgrader („grade_id“)",
    "Öffnen Sie das Notebook in JupyterLab, und geben Sie der Zelle unter „Create Assignment“ eine ID, zum Beispiel a1.",
)


def other_name(slug: str) -> tuple[str, str]:
    """The notebook says that it is another exercise."""
    return (
        f"Das Notebook gehört nicht zur Übung „{slug}“",
        f'Schreiben Sie in seine Angaben (metadata): "fairki": {{"exercise": "{slug}"}}. In JupyterLab stehen sie'
        " rechts unter dem Zahnrad bei „Notebook Metadata“.",
    )


def way_to_nothing(question: str, asked: Iterable[str]) -> tuple[str, str]:
    """It is told how a question is solved that nobody asks."""
    return (
        f"Eine Frage „{question}“ gibt es im Notebook nicht",
        f"Schreiben Sie den Namen (grade_id) einer Antwortzelle: {', '.join(asked)}.",
    )


def no_way(questions: Iterable[str]) -> tuple[str, str]:
    """Of some questions nobody told how they are solved."""
    return (
        f"Es fehlt der Lösungsweg zu: {', '.join(questions)}",
        "Ergänzen Sie je Frage einen Abschnitt [[loesungswege]]. Das Formular zeigt ihn nach der Abgabe.",
    )


ONLY_PROBES = (
    "Hier stehen nicht nur Abschnitte [[probe]]",
    "Löschen Sie alles andere, oder setzen Sie ein # davor.",
)
PROBE_DOES_NOT_FIT = (
    "Diese Probe passt nicht",
    'Jede Probe braucht name und grundlage ("loesung" oder "leer"). Dazu kommen antworten, zum Beispiel'
    ' { a1 = "c" }, und punkte, zum Beispiel { a1 = 0 } oder { f1 = "hand" }.',
)


def no_question(probe: str, questions: Iterable[str]) -> tuple[str, str]:
    """A probe names questions that there are not."""
    return (
        f"Probe „{probe}“: Diese Fragen gibt es in der Übung nicht: {', '.join(questions)}",
        "Eine Frage heißt wie die grade_id ihrer Antwortzelle, zum Beispiel a1.",
    )


def earns_something_else(probe: str, question: str, earned: str, wanted: str) -> str:
    """A probe does not earn what it has to."""
    return f"Probe „{probe}“, Frage „{question}“: bekommt {earned}, erwartet sind {wanted}."


def answers_do_not_fit(probe: str, why: str) -> str:
    """The answers of a probe cannot be put into the exercise."""
    return f"Probe „{probe}“: Die Antworten passen nicht ({why})."


def points(found: float | str) -> str:
    """Points of a question, or that a person decides."""
    from coursetools.grading.pages import in_points

    return "Punkte von Hand" if isinstance(found, str) else f"{in_points(found)} Punkte"


NO_COMPANY = "Eigene Übungen liegen im Ordner Ihres Betriebs. Den gibt es noch nicht."


def make_company(call: str, slug: str) -> str:
    """What to do if there is no company's folder."""
    return (
        f"Legen Sie ihn an: {call} betrieb neu ORDNER. Danach: {call} uebung neu {slug} --betrieb ORDNER. Heißt der"
        " Ordner betrieb und liegt er beim Kurs, findet ihn der Kurs von selbst."
    )


def is_no_name(slug: str) -> tuple[str, str]:
    """A name that an exercise cannot have."""
    return (
        f"„{slug}“ kann keine Übung heißen.",
        "Nehmen Sie 3 bis 40 kleine Buchstaben ohne Umlaute, Ziffern und Bindestriche, zum Beispiel schichtplan."
        " Der Name bleibt für immer: Unter ihm stehen später die Punkte.",
    )


def is_there(path: str) -> tuple[str, str]:
    """Something lies where a new exercise would."""
    return f"Dort liegt schon etwas: {path}.", "Nehmen Sie einen anderen Namen."
