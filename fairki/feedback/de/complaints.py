"""German of complaints."""

from collections.abc import Iterable

VERDICT_LINES = {
    "benachteiligt": ("Berechtigt: Das System hat benachteiligt.", "Einladen, Regel ändern."),
    "daten": ("Berechtigt: Eine Angabe war falsch.", "Berichtigen, neu prüfen."),
    "bleibt": ("Nicht berechtigt: Die Absage bleibt.", "Verständlich begründen."),
}
"""Verdict → what it is, and what it leads to."""
VERDICTS = {verdict: f"{what} {then}" for verdict, (what, then) in VERDICT_LINES.items()}
PEOPLE = {
    "direkt": "Aylin Demir",
    "stellvertreter": "Katrin Lorenz",
    "unbegruendet": "Sofia Wagner",
    "datenfehler": "Jan Petersen",
}
"""Kind of complaint → who wrote it. „Frau“ or „Herr“ is never needed to speak of somebody."""
TEXTS = {
    "direkt": (
        "Ich verstehe die Absage nicht. Im Test hatte ich {test} Punkte, das Gespräch lief gut. Was hat gefehlt?",
        "Mit {test} Punkten im Test und der Note {note} hatte ich mit einer Einladung gerechnet. Bitte prüfen Sie das.",
        "Ihre Absage nennt keinen Grund. Ich hatte {test} Punkte im Test und die Note {note}. Was fehlt Ihnen?",
    ),
    "stellvertreter": (
        "Ich hatte {test} Punkte im Test und trotzdem eine Absage. Sind {auszeit} Monate Auszeit bei Ihnen ein Grund?",
        "Die Absage hat mich überrascht. Meine Note ist {note}, im Test hatte ich {test} Punkte. Woran lag es?",
        "In meinem Lebenslauf steht offen: Auszeit, {auszeit} Monate. Hat das eine Rolle gespielt?",
    ),
    "unbegruendet": (
        "Ich glaube, Ihr Programm sortiert Menschen wie mich aus. Dabei hatte ich {test} Punkte im Test.",
        "Ich habe mich sehr auf die Stelle gefreut. Eine Absage ohne Erklärung finde ich ungerecht.",
        "Eine Maschine hat über mich entschieden. Ich möchte, dass ein Mensch meine Bewerbung liest.",
    ),
    "datenfehler": (
        "Mein Test ist sehr gut gelaufen, das hat mir die Prüferin gesagt. Ich kann mir die Absage nicht erklären.",
        "Im Test war ich bestimmt unter den Besten. Bitte sehen Sie nach, was bei Ihnen eingetragen ist.",
        "Meine Note ist {note}, und der Test war leicht für mich. Warum bekomme ich eine Absage?",
    ),
}
"""Kind of complaint → what people write; a test score, a grade and months of a gap stand for the blanks."""
TRUE = {
    "direkt": "In Wahrheit hat das Geschlecht den Ausschlag gegeben: Als Mann wäre diese Person eingeladen worden.",
    "stellvertreter": "In Wahrheit hat die Auszeit den Ausschlag gegeben: "
    "Ohne sie wäre diese Person eingeladen worden.",
    "unbegruendet": "In Wahrheit war die Absage richtig: Auch ein faires Verfahren hätte hier nicht eingeladen.",
    "datenfehler": "In Wahrheit war der Testwert falsch eingetragen: "
    "Mit dem richtigen Wert hätte das System eingeladen.",
}
"""Kind → what was true."""
LEADS_TO = {
    ("direkt", "benachteiligt"): "Ihre Entscheidung macht das gut und hilft auch den Nächsten.",
    ("direkt", "daten"): "Die Daten stimmten. Wer nur sie prüft, ändert nichts: Die Absage bleibt.",
    ("direkt", "bleibt"): "Mit Ihrer Entscheidung bleibt die Benachteiligung bestehen.",
    ("stellvertreter", "benachteiligt"): "Ihre Entscheidung macht das gut und hilft auch den Nächsten.",
    (
        "stellvertreter",
        "daten",
    ): "Die Auszeit war richtig eingetragen. Wer nur die Daten prüft, ändert nichts.",
    ("stellvertreter", "bleibt"): "Mit Ihrer Entscheidung bleibt die Benachteiligung bestehen.",
    (
        "unbegruendet",
        "benachteiligt",
    ): "Ihre Entscheidung nimmt einer anderen, besser geeigneten Person den Platz.",
    (
        "unbegruendet",
        "daten",
    ): "Die Daten stimmten. Die Person wartet noch einmal und bekommt wieder eine Absage.",
    (
        "unbegruendet",
        "bleibt",
    ): "Eine gute Begründung hilft der Person mehr als eine Einladung ohne Aussicht.",
    (
        "datenfehler",
        "benachteiligt",
    ): "Die Person wird eingeladen. Aber der falsche Wert bleibt stehen,"
    " und Sie ändern eine Regel, die nicht schuld war.",
    ("datenfehler", "daten"): "Ihre Entscheidung stellt das richtig.",
    ("datenfehler", "bleibt"): "Mit Ihrer Entscheidung bleibt der Fehler stehen.",
}
"""Kind and verdict → what the verdict leads to."""
SIGNS = {
    "daten": "Eine Angabe im System weicht von den Unterlagen ab.",
    "anderes_geschlecht": "Mit einem anderen Geschlecht hätte das System eingeladen.",
    "ohne_auszeit": "Ohne die Auszeit hätte das System eingeladen.",
    "ohne_teilzeit": "Ohne den Teilzeitwunsch hätte das System eingeladen.",
    "knapp": "Der Punktwert liegt knapp unter der Grenze.",
    "lang": "Das Schreiben ist länger als eine Seite.",
    "anwalt": "Im Schreiben ist von einem Anwalt oder einer Anwältin die Rede.",
    "spaet": "Der Einspruch kam erst in der letzten Woche der Frist.",
}
"""What can be seen when a complaint arrives."""


def no_such_verdict(possible: Iterable[str]) -> tuple[str, str]:
    """One cannot decide so."""
    return "Diese Entscheidung gibt es hier nicht.", f"Möglich ist: {', '.join(possible)}."


def no_such_sign(unknown: Iterable[object], possible: Iterable[str]) -> tuple[str, str]:
    """There are no such signs."""
    return (
        f"Diese Zeichen gibt es nicht: {', '.join(map(str, unknown))}.",
        f"Möglich ist: {', '.join(possible)}.",
    )


def occasion(kind: str) -> str:
    """A complaint as the occasion of a change."""
    return f"Einspruch von {PEOPLE[kind]}"
