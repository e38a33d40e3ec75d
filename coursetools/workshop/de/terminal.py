"""German of the terminal: a workshop, a rehearsal, and options that do not go together."""

from collections.abc import Sequence
from pathlib import Path

from fairki.speech import together

# ---- a workshop ----

OTHER_PORT = "Sein Anschluss ist ein anderer als zuvor. Bitte treten alle noch einmal bei."
SEATS_STAY = "Seine Plätze bleiben, wie sie waren. Mit --neu beginnt ein neuer Workshop."
SEVERAL_NETWORKS = (
    "Dieser Rechner ist in mehreren Netzen. Finden die Handys die Adresse nicht? Versuchen Sie:"
)
CHOOSE_ADDRESS = "In der Leitung wählen Sie, welche Adresse die Leinwand zeigt."
SEATS = "Jeder Platz hat einen Code. Die Karten zum Drucken laden Sie in der Leitung."
FOR_YOU_ALONE = "Nur für Sie, die Leitung (nicht zeigen, nicht weitergeben):"
NOT_ENDED = (
    "Der Workshop ist noch nicht beendet, seine Stimmen sind gespeichert. Derselbe Befehl setzt ihn fort. "
    "Mit --neu wird er gelöscht, und ein neuer beginnt."
)
STANDS_BY = (
    "Ein anderer Server führt den Workshop. Dieser hält sich bereit und übernimmt, sobald der andere ausfällt. "
    "Den Zugang für die Leitung nennt der Server, der führt."
)
LOST = "Die Verbindung zur Datenbank ist abgerissen. Der Workshop geht weiter, sobald sie wieder da ist."
STARTS = "Der Workshop startet gerade."
ENDED = "Der Workshop ist beendet. Alles ist gelöscht. Die Seiten des Kurses laufen weiter."


def no_agenda(wanted: str, there: Sequence[str]) -> tuple[str, str]:
    """There is no such agenda."""
    return f"Den Ablauf „{wanted}“ gibt es nicht.", f"Es gibt: {', '.join(there)}."


def bad_seats(seats: int, low: int, high: int) -> tuple[str, str]:
    """A workshop cannot have so many seats."""
    return (
        f"Mit {seats} Plätzen geht der Workshop nicht.",
        f"Nennen Sie mit --plaetze eine Zahl von {low} bis {high}.",
    )


def bad_rooms(rooms: int, most: int) -> tuple[str, str]:
    """A server cannot have so many rooms."""
    return f"Mit {rooms} Räumen geht es nicht.", f"Nennen Sie mit --raeume eine Zahl von 1 bis {most}."


def room(number: int) -> str:
    """One of several rooms."""
    return f"Raum {number}"


def goes_on(day: str) -> str:
    """A workshop that was not ended."""
    return f"Der Workshop vom {day} geht weiter, mit allen bestätigten Stimmen."


def its_agenda(title: str) -> str:
    """What it follows."""
    return f"Sein Ablauf: {title}. Mit --neu beginnt ein neuer Workshop."


def join(address: str, code: str) -> str:
    """Where to join."""
    return f"Mitmachen:  {address}   Code: {code}"


def ways_in(file: Path) -> str:
    """Where to read how to join and to lead."""
    return f"Wie man beitritt und leitet, steht nur in dieser Datei: {file}"


def no_ways_in(file: Path) -> tuple[str, str]:
    """That file cannot be written."""
    return (
        f"Die Datei für den Zugang lässt sich nicht schreiben: {file}.",
        "Nennen Sie mit --zugang eine Datei in einem Ordner, in den der Workshop schreiben darf.",
    )


def ways_in_held(file: Path) -> tuple[str, str]:
    """Another server has that file."""
    return (
        f"Die Datei für den Zugang gehört einem Workshop, der gerade läuft: {file}.",
        "Beenden Sie ihn zuerst, oder nennen Sie mit --zugang eine andere Datei.",
    )


# ---- a rehearsal ----

MARK = "Probe"
INVENTED_TEXTS = (
    "Der Spiegel hat mich überrascht.",
    "Mehr Zeit für die Gespräche zu zweit, bitte.",
    "Wann reden wir darüber mit der Geschäftsführung?",
)
INVENTED_QUESTIONS = ("Wer prüft das?", "Was passiert mit unseren Daten?", "Wo kann ich mich beschweren?")
INVENTED_WORDS = ("Vertrauen", "fair", "faire", "Tempo", "Kontrolle", "Neugier", "Daten", "offen")
REHEARSAL_OVER = "Die Probe ist beendet. Alles ist gelöscht."


def bad_people(people: int, low: int, high: int) -> tuple[str, str]:
    """A rehearsal cannot have so many people."""
    return (
        f"Mit {people} simulierten Teilnehmenden geht die Probe nicht.",
        f"Nennen Sie mit --teilnehmende eine Zahl von {low} bis {high}.",
    )


def rehearsal(people: int) -> str:
    """What a rehearsal is."""
    return f"Nur auf diesem Rechner, mit {people} simulierten Teilnehmenden. Ihre Antworten sind erfunden."


# ---- options ----

WHY = {
    "--probe": "Die Probe läuft nur auf diesem Rechner und behält nichts.",
    "--probelauf": "Der Probelauf prüft nur. Er beginnt und löscht nichts.",
}


def not_both(dry_run: str, rehearsal: str) -> tuple[str, str]:
    """A dry run is no rehearsal."""
    return (
        f"{dry_run} und {rehearsal} gehen nicht zugleich.",
        f"Prüfen Sie zuerst mit {dry_run}. Üben Sie danach mit {rehearsal}.",
    )


def no_effect(mode: str, useless: Sequence[str]) -> tuple[str, str]:
    """Options that do nothing in a mode."""
    listed = together(useless)
    return (
        f"Bei {mode} {'haben' if len(useless) > 1 else 'hat'} {listed} keine Wirkung.",
        f"{WHY[mode]} Lassen Sie {listed} weg.",
    )


def only_to_practise(people: str, rehearsal: str) -> tuple[str, str]:
    """Simulated people are for a rehearsal."""
    return (
        f"{people} gibt es nur zum Üben, zusammen mit {rehearsal}.",
        f"Möchten Sie üben? Ergänzen Sie {rehearsal}. Ist es ernst? Lassen Sie {people} weg.",
    )
