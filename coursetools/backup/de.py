"""All that people read about backups."""

from collections.abc import Sequence
from pathlib import Path

from fairki import home
from fairki.speech import count_of, together

BACK_UP, RESTORE = f"{home.COMMAND} sicherung", f"{home.COMMAND} wiederherstellen"
HELP = "Räume, Noten und den Ordner des Betriebs in einer Datei sichern, auch während ein Workshop läuft."
HELP_TARGET = "Neue Zip-Datei; ohne Angabe eine mit Tag und Uhrzeit im Ordner sicherungen."
HELP_RESTORE = "Aus einer Sicherung zurückholen: Räume, Noten und den Ordner des Betriebs."
HELP_SOURCE = "Die Sicherung. Ohne Angabe geht eine Wiederherstellung weiter, die unterbrochen wurde."
HELP_REPLACE = "Was jetzt da ist, weicht. Es kommt vorher in einen Ordner und geht nicht verloren."
HELP_ROOMS = "Datenbank der Räume, wie bei workshop (mit Passwort besser in FAIRKI_WORKSHOP)."
HELP_GRADES = "Notendatei, wie bei grade (mit Passwort besser in FAIRKI_GRADEBOOK)."

PARTS = {"raeume": "Räume", "noten": "Abgaben und Noten", "betrieb": "Ordner des Betriebs"}

NOTHING = (
    "Es gibt noch nichts zu sichern: keinen Workshop, keine Noten, keinen Ordner des Betriebs.",
    "Liegt die Datenbank woanders? Dann nennen Sie --datenbank oder --gradebook.",
)
BUSY = (
    "Hier läuft gerade eine Bewertung, eine Sicherung oder eine Wiederherstellung.",
    "Warten Sie, bis sie fertig ist. Rufen Sie den Befehl dann noch einmal auf.",
)
ROOM_CHANGES = (
    "Im Workshop wird gerade so viel abgestimmt, dass kein ruhiger Augenblick zu finden war.",
    "Es wurde nichts gesichert. Rufen Sie den Befehl in einer Minute noch einmal auf.",
)
DAMAGED_DATABASE = (
    "Eine Datenbank ist beschädigt und lässt sich nicht sichern.",
    "Starten Sie workshop oder grade: Dort steht, welche es ist und was zu tun ist.",
)
ROOM_OPEN = (
    "Ein Workshop läuft gerade und benutzt die Räume.",
    "Beenden Sie zuerst den Server (Strg+C). Der Stand bleibt erhalten. Rufen Sie den Befehl dann noch einmal auf.",
)
BOOK_OPEN = (
    "Die Notendatei ist gerade geöffnet, vielleicht auf der Bewertungsseite oder im Formgrader.",
    "Schließen Sie das zuerst. Rufen Sie den Befehl dann noch einmal auf.",
)
UNFINISHED = (
    "Eine Wiederherstellung wurde unterbrochen.",
    f"Bringen Sie sie zuerst zu Ende: {RESTORE}",
)
NOTHING_UNFINISHED = (
    "Es fehlt die Angabe, was zurückgeholt werden soll.",
    f"Nennen Sie die Sicherung: {RESTORE} DATEI",
)
NO_BACKUP = "ist keine Sicherung des Kurses."
NAME_A_BACKUP = f"Nennen Sie eine Zip-Datei, die der Befehl „{BACK_UP}“ gemacht hat."
FINISHED = "Eine unterbrochene Wiederherstellung ist jetzt fertig."
CONFIDENTIAL = (
    "Darin stehen Abgaben und Namen. Nur Sie dürfen die Datei lesen. Bewahren Sie sie sicher auf, und löschen Sie sie,"
    " wenn Sie sie nicht mehr brauchen."
)
VOTES = (
    "Darin stehen auch Stimmen eines Workshops, ohne Namen. Löschen Sie die Sicherung, wenn er beendet ist."
)
GOES_ON = f"Räume laufen weiter mit: {home.COMMAND} workshop"
OTHER_DATABASE = (
    "Beim ersten Versuch gehörte eine Datenbank dazu, und dieser Aufruf nennt keine.",
    "Nennen Sie sie wieder mit --datenbank oder --gradebook.",
)


def exists(target: Path) -> tuple[str, str]:
    return (
        f"{target} gibt es schon.",
        "Nennen Sie eine neue Datei. Eine Sicherung überschreibt keine andere.",
    )


def not_written(target: Path, reason: str) -> tuple[str, str]:
    return (
        f"Die Sicherung lässt sich nicht schreiben: {target} ({reason}).",
        "Prüfen Sie Rechte und freien Platz, oder nennen Sie einen anderen Ort.",
    )


def no_file(source: Path) -> tuple[str, str]:
    return (f"{source} gibt es nicht.", NAME_A_BACKUP)


def no_backup(source: Path) -> tuple[str, str]:
    return (f"{source} {NO_BACKUP}", NAME_A_BACKUP)


def damaged(source: Path) -> tuple[str, str]:
    return (
        f"Die Sicherung ist beschädigt: {source}.",
        "Es wurde nichts geändert. Nehmen Sie eine andere Sicherung, oder kopieren Sie diese noch einmal.",
    )


def newer(source: Path) -> tuple[str, str]:
    return (
        f"Eine neuere Fassung des Kurses hat diese Sicherung gemacht: {source}.",
        "Es wurde nichts geändert. Bringen Sie zuerst den Kurs auf den neuesten Stand.",
    )


def is_there(parts: Sequence[str]) -> tuple[str, str]:
    return (
        f"Das gibt es hier schon: {together([PARTS[part] for part in parts])}.",
        "Es wurde nichts geändert. Soll die Sicherung an ihre Stelle? Dann ergänzen Sie --ersetzen. Was jetzt da ist,"
        " kommt vorher in einen Ordner.",
    )


def old_tables(what: str) -> tuple[str, str]:
    return (
        f"Die Datenbank ({what}) gehört zu einer anderen Fassung des Kurses.",
        "Starten Sie workshop oder grade in dieser Fassung einmal mit dieser Datenbank. Danach geht das Sichern.",
    )


def not_reached(what: str) -> tuple[str, str]:
    return (
        f"Die Datenbank ({what}) lässt sich nicht öffnen.",
        "Prüfen Sie, ob sie läuft und Adresse, Name und Passwort stimmen.",
    )


def bad_note(note: Path, stage: Path) -> tuple[str, str]:
    return (
        f"Die Notiz über eine unterbrochene Wiederherstellung ist nicht lesbar: {note}.",
        f"Löschen Sie sie und den Ordner {stage}. Holen Sie die Sicherung danach noch einmal zurück, mit --ersetzen.",
    )


def done(target: Path, parts: Sequence[str], files: int) -> str:
    return f"Gesichert: {together([PARTS[part] for part in parts])} ({count_of(files, 'Datei', 'Dateien')}) in {target}"


def restored(parts: Sequence[str], made: str) -> str:
    return f"Zurückgeholt: {together([PARTS[part] for part in parts])}, Stand {made}."


def put_aside(folder: Path) -> str:
    return f"Was vorher da war, liegt in {folder}. Stimmt alles? Dann löschen Sie diesen Ordner."


def deleted_again(number: int) -> str:
    again = "ist" if number == 1 else "sind"
    return f"{count_of(number, 'Person wurde', 'Personen wurden')} nach der Sicherung gelöscht und {again} jetzt wieder gelöscht."
