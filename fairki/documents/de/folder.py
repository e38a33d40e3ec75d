"""The folder in words."""

TITLE = "Mappe: Fairer und kluger KI-Einsatz"
THERE, OPEN, DAMAGED = "vorhanden", "noch offen", "nicht lesbar"
ABOUT = (
    "Diese Mappe sammelt, was im Kurs „Fairer und kluger KI-Einsatz“ entstanden ist. "
    "Was noch niemand ausgefüllt hat, steht als offen darin."
)
AT_A_GLANCE = "Auf einen Blick"
GLANCE = {
    "kodex": "Unsere Regeln",
    "pruefung": "Was die Prüfung fand",
    "aktionsplan": "Was wir zusagen",
}
"""Id of a part → what its lines on the first page are called."""
PRIVATE_NAME = "nur-fuer-mich-notizen.docx"
PRIVATE_TITLE = "Nur für mich: meine Notizen"
PRIVATE = "Diese Notizen gehören Ihnen allein. In der Mappe für die Firma stehen sie nicht."
LETTERS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
"""How a letter is written in the name of a file."""

READ_ME_NAME = "LIES-MICH.txt"
_READ_ME = """\
Mappe: Fairer und kluger KI-Einsatz
Stand: {day}

Das liegt in dieser Zip-Datei:

mappe.docx               Die gewählten Teile in einem Dokument, für Word und LibreOffice.
mappe.md                 Dasselbe als einfacher Text, zum Beispiel für ein Wiki.
{private}einzelne-teile           Jeder ausgefüllte Teil als eigenes Dokument, zum Weitergeben.
kodex.toml               Ihr Kodex, sobald er Regeln hat. Der Kodex-Baukasten öffnet ihn.
fairki-mein-stand.json   Ihr ganzer Stand im Kurs: Antworten und Fortschritt.

So machen Sie später weiter:
Öffnen Sie den Kurs. Wählen Sie unter „Ihr Stand auf diesem Gerät“ den Knopf
„Aus Datei laden“. Wählen Sie dort diese Zip-Datei.

Bitte beachten Sie:
In fairki-mein-stand.json stehen alle Ihre Antworten, auch Notizen und Übungen.
Geben Sie anderen lieber mappe.docx oder einzelne Teile.

Orientierung, keine Rechtsberatung.
"""


def read_me(day: str, private: bool) -> str:
    """The note in the zip; ``private``: whether the file with the learner's own notes lies there."""
    line = f"{PRIVATE_NAME}  Ihre Notizen. Sie sind nur für Sie.\n" if private else ""
    return _READ_ME.format(day=day, private=line)


def of_part(number: int, state: str) -> str:
    """A part without lines of its own on the first page."""
    return f"Teil {number} ist {state}."


def made_in(place: str) -> str:
    """Where a damaged part is made."""
    return f"Hier entsteht der Teil: {place}."


def missing(why: str) -> str:
    """A part that is not there, and why."""
    return f"Dieser Teil fehlt. {why}"


def still_open(place: str) -> str:
    """A part that nobody has filled in yet."""
    return f"Noch offen. So füllen Sie diesen Teil: {place}."


def left_out(titles: list[str]) -> str:
    """Which parts could not be read and are left aside."""
    return f"Nicht lesbar und deshalb nicht berücksichtigt: {', '.join(f'„{title}“' for title in titles)}."


def subtitle(company: str, day: str) -> str:
    """Whose folder it is, and of which day."""
    return f"{company}, {day}" if company else day
