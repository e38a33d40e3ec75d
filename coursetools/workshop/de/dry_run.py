"""German of the dry run: what was found, and what to do."""

from collections.abc import Sequence

from fairki import home
from fairki.speech import count_of, number

# ---- the list ----

PROJECTOR = (
    "Leinwand: Das prüfen Sie selbst, mit „workshop --probe“ und dem Projektor.",
    "    Öffnen Sie aus der Leitung die Leinwand als Vollbild (F11). Gut ist eine Auflösung ab 1280 × 720.",
    "    Lesen Sie Adresse und Code aus der letzten Reihe? Wenn nicht, vergrößern Sie das Bild des Projektors.",
)
READY = "Alles bereit."
READY_BUT_PHONE = (
    "Alles bereit, bis auf das Handy. Prüfen Sie im Raum, im Terminal, noch einmal: mit einem Handy."
)


def left(points: int) -> str:
    """How many points are not good."""
    return f"{count_of(points, 'Punkt ist', 'Punkte sind')} noch zu erledigen. Prüfen Sie danach noch einmal."


# ---- the course ----

BUILD = f"Starten Sie einmal: {home.COMMAND}"
BUILT = "Der Kurs ist gebaut."


def stale(stages: Sequence[str]) -> str:
    """Parts of the course that have to be built."""
    return f"Nicht aktuell: {', '.join(stages)}."


def all_there(files: int) -> str:
    """No file is missing."""
    return f"{count_of(files, 'Datei ist', 'Dateien sind')} da: Seiten, Tabellen und Übungen."


def missing(files: Sequence[str]) -> str:
    """Files that are missing."""
    return f"Es fehlt: {', '.join(files)}."


def agenda_loads(title: str) -> str:
    """The agenda can be loaded."""
    return f"Der Ablauf „{title}“ lässt sich laden."


def papers(count: int) -> str:
    """Guides and run sheets can be made."""
    return f"{number(count)} Leitfäden und Abläufe zum Drucken lassen sich erzeugen."


# ---- the machine ----

CAN_BE_KEPT = "Die Stimmen lassen sich speichern."
MEMORY_UNKNOWN = "Der freie Arbeitsspeicher lässt sich auf diesem System nicht prüfen."


def not_ended(day: str) -> str:
    """A workshop that was not ended."""
    return (
        f"{CAN_BE_KEPT} Der Workshop vom {day} ist noch nicht beendet: "
        "Er geht beim Start weiter. Mit --neu beginnt ein neuer."
    )


def free(megabytes: int) -> str:
    """Room on the disk."""
    return f"Auf dem Datenträger sind {number(megabytes)} MB frei."


def make_room(megabytes: int) -> str:
    """How much room is needed."""
    return f"Schaffen Sie Platz: mindestens {number(megabytes)} MB."


def memory(pages: int) -> str:
    """For how many pages there is memory."""
    return (
        f"Der freie Arbeitsspeicher reicht für {count_of(pages, 'Kursseite', 'Kursseiten')}, auf denen zugleich gerechnet wird. "
        "Die Handys brauchen keine."
    )


def close_others(pages: int) -> str:
    """For how many pages there has to be memory."""
    return f"Schließen Sie andere Programme, bis mindestens {pages} Seiten passen."


# ---- the network ----

NO_NETWORK = (
    "Dieser Rechner ist in keinem Netz, in dem Handys ihn finden.",
    "Verbinden Sie ihn mit dem WLAN der Handys, und lassen Sie --host weg.",
)
FIREWALL = "Erlauben Sie Python in der Firewall dieses Rechners, eingehende Verbindungen anzunehmen."
OPEN_NOW = "Öffnen Sie die Seite jetzt mit einem Handy, das im Netz der Teilnehmenden ist:"
NO_PHONE = (
    "Kein anderes Gerät hat die Seite geöffnet.",
    "Ist das Handy im selben WLAN wie dieser Rechner? Gäste-Netze sind oft getrennt. Läuft hier ein VPN? "
    "Versuchen Sie die anderen Adressen, oder trennen Sie das VPN. Prüfen Sie auch die Firewall.",
)
TITLE = "Probelauf"


def port_taken(port: int) -> tuple[str, str]:
    """Something else listens there."""
    return (
        f"Der Anschluss {port} ist belegt.",
        "Beenden Sie, was dort läuft (vielleicht der Kurs), oder nennen Sie mit --port einen anderen.",
    )


def cannot_listen(host: str, port: int) -> tuple[str, str]:
    """Nothing can listen there."""
    return (
        f"Auf {host}, Anschluss {port}, lässt sich nichts starten.",
        "Lassen Sie --host weg, oder nennen Sie mit --port eine Zahl über 1024.",
    )


def port_free(port: int) -> str:
    """Nothing else listens there."""
    return f"Der Anschluss {port} ist frei."


def one_address(address: str) -> str:
    """This machine is in one network."""
    return f"Im Netz hat dieser Rechner die Adresse {address}."


def addresses(found: Sequence[str]) -> str:
    """This machine is in several networks."""
    return (
        f"Dieser Rechner ist in mehreren Netzen und hat die Adressen {', '.join(found)}. "
        "Welche die Leinwand zeigt, wählen Sie in der Leitung."
    )


def page_answers(place: str, good: bool) -> str:
    """Whether the page of the phones answers there."""
    return f"Die Seite zum Mitmachen antwortet{'' if good else ' nicht'} unter {place}."


def waits(seconds: int) -> str:
    """How long there is time for a phone."""
    return f"Der Probelauf wartet {count_of(seconds, 'Sekunde', 'Sekunden')}. Strg+C überspringt das."


def phone_came(place: str, first: bool) -> str:
    """Another device has opened the page."""
    more = "" if first else " Wählen Sie diese Adresse in der Leitung, bevor Sie beginnen."
    return f"Ein anderes Gerät hat die Seite geöffnet, unter {place}.{more}"
