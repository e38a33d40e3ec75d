"""All German of the site, apart from what notebooks, blocks and the course's own data say."""

from collections.abc import Sequence

from fairki import company, speech
from fairki.company.firm import HandIn

MESSAGES = {
    403: (
        "Diese Adresse gehört nicht zum Kurs",
        "Unter dem Namen, der oben in der Adresse steht, gibt es hier keinen Kurs.",
        "Nehmen Sie die Adresse, die Sie bekommen haben. "
        "Wer den Kurs betreut, kann mit FAIRKI_ADRESSE weitere Adressen erlauben.",
    ),
    404: (
        "Diese Seite gibt es nicht",
        "Unter dieser Adresse liegt keine Seite des Kurses.",
        "Vielleicht hat sich die Adresse geändert. Auf der Startseite finden Sie alle Teile des Kurses.",
    ),
    500: (
        "Diese Seite lässt sich gerade nicht öffnen",
        "Beim Aufbau der Seite ist etwas schiefgegangen. Das liegt nicht an Ihnen.",
        "Ihre Eingaben sind in diesem Browser gespeichert. Laden Sie die Seite noch einmal. "
        "Hilft das nicht, geben Sie bitte der Person Bescheid, die den Kurs betreut.",
    ),
    503: (
        "Gerade ist sehr viel los",
        "Es sind so viele Seiten gleichzeitig geöffnet, dass der Kurs keine weitere öffnen kann.",
        "Lassen Sie diese Seite einfach offen: Sobald ein Platz frei ist, geht es von selbst weiter. "
        "Ihre Eingaben sind in diesem Browser gespeichert.",
    ),
}
"""Status → title, what happened, what to do now."""
OTHER_MESSAGE = (
    "Das hat nicht geklappt",
    "Der Kurs kann diese Anfrage nicht beantworten.",
    "Auf der Startseite finden Sie alle Teile des Kurses.",
)
MESSAGE_WAITS = "Diese Seite wartet auf einen freien Platz …"
MESSAGE_RELOAD = "Seite neu laden"
MESSAGE_HOME = "Zur Startseite"

REFERENCE = {"woerter": "Wörter", "quellen": "Quellen", "rechtsstand": "Fakten und Rechtsstand"}
"""Page to look things up → title."""

# Every page.
SKIP = "Zum Inhalt springen"
TO_HOME = ", zur Startseite"
TO_MODULE = ": zum Modul"
LOOK_UP = "Nachschlagen"
FOOTER = "Ihre Antworten bleiben in diesem Browser. Zum Rechnen gehen sie an den Kurs und werden dort nicht gespeichert."

# What an own company says.
OURS = "Bei uns"
OURS_CONTACT = "Fragen zum Kurs"
OURS_COMPLAINT = "Beschwerden"
OURS_RULES = "Unsere Regeln für KI"
OURS_TOOLS = "Erlaubte Programme"
OURS_TOOLS_ABOUT = "Unter jedem Programm steht, was Sie dort eingeben dürfen."
OURS_HAND_IN = "Übungen abgeben"

# Every page of an edition without a server.
LICENCES = "Lizenzen"
LICENCES_ABOUT = (
    "Damit der Kurs ganz in Ihrem Browser rechnet, liegen hier diese freien Programme bei. "
    "Zum Lesen klappen Sie die Bedingungen auf."
)
LICENCES_NOTEBOOKS = (
    "Bibliotheken in JupyterLite, mit dem die Notebooks laufen (englisch, als Liste für Programme)"
)
AS_FILE = (
    "Sie haben diese Seite als Datei geöffnet. Lesen können Sie so, mitmachen nicht: Aus einem Ordner darf der Browser "
    "die Teile zum Mitmachen nicht laden. Öffnen Sie die Seite bitte unter einer Adresse, die mit http beginnt. Fragen "
    "Sie dazu die Person, die Ihnen den Kurs gegeben hat. Wie es geht, steht im Ordner in der Datei LIESMICH.txt."
)

# The shell of a package for learning platforms.
PLATFORM_OPENS = "Der Kurs wird geöffnet …"
PLATFORM_AS_FILE = (
    "Sie haben das Paket als Datei geöffnet. Es gehört in ein LMS: Laden Sie dort die Zip-Datei hoch."
)
PLATFORM_LEARNS = "Was erfährt die Lernplattform?"
PLATFORM_LEARNS_ABOUT = (
    "Sie erfährt, dass Sie den Kurs geöffnet haben, welche Einheiten fertig sind und wo Sie zuletzt waren. Sie "
    "weiß auch, wann und wie lange er offen war. Ihre Antworten, Notizen und Versuche erfährt sie nicht. Diese liegen in diesem "
    "Browser. Wer hier nach Ihnen dasselbe Konto des Rechners benutzt, kann sie sehen. Löschen können Sie sie unten auf "
    "jeder Modulseite."
)

# The page of a module.
MODULE_NO_SCRIPT = (
    "Zum Mitmachen braucht diese Seite JavaScript. Bitte schalten Sie es in Ihrem Browser ein. "
    "Den Text können Sie auch so lesen."
)
MODULE_STUCK = (
    "Diese Seite kommt nicht in Gang: Ein Teil von ihr ist nicht angekommen, oder der Server liefert ihn falsch aus. "
    "Lesen können Sie, mitmachen noch nicht. Laden Sie die Seite neu. Hilft das nicht, sagen Sie bitte der Person "
    "Bescheid, die den Kurs betreut. Was Sie schon beantwortet haben, bleibt in diesem Browser."
)
MODULE_WAITING = "Dieser Teil wird geladen …"
MODULE_OUTPUT = "Ausgabe"
MODULE_ALL = "Alles auf einer Seite"
MODULE_UNITS = "Eine Einheit nach der anderen"

# The start page.
HOME_STEPS = {
    "1": "Erleben, wie ein Modell aus alten Entscheidungen lernt, auch aus ungerechten.",
    "2": "Gemeinsam klären, was bei uns fair heißt.",
    "3": "Systeme an den eigenen Werten messen.",
    "4": "Festlegen, wer entscheidet, wer prüft und wer Verantwortung trägt.",
    "5": "Einspruch möglich machen und daraus lernen.",
}
HOME_ABOUT = (
    "Künstliche Intelligenz sortiert Bewerbungen, schreibt Texte und bewertet Menschen. In diesem Kurs probieren "
    "Sie selbst aus, wie sie zu ihren Entscheidungen kommt, wann das unfair wird und was Sie dagegen tun können. "
    "Sie brauchen keine Vorkenntnisse und müssen nichts programmieren."
)
HOME_CAST = f"Die Menschen bei {company.current().dative} begleiten Sie. Sie sind ausgedacht und gezeichnet."
HOME_CAST_SHOWS = "Gezeichnete Köpfe der Menschen aus dem Betrieb"
HOME_PICTURE = "Jedes Zeichen ist ein Mensch. Die Linie entscheidet. Im Kurs schieben Sie sie selbst."
HOME_PICTURE_SHOWS = "Viele Zeichen und eine Linie. Rechts von ihr sind sie voll, links leer. Einige sind orange: falsch entschieden."
HOME_BEGIN = "Kurs beginnen"
HOME_SHORT = "Die wichtigsten Stellen in einem Zug. Was Sie hier tun, zählt auch für den ganzen Kurs."
HOME_SHORT_BEGIN = "Kurzen Weg beginnen"
HOME_PATH = "Ihr Weg in fünf Schritten"
HOME_BEYOND = "Alles zusammen"
HOME_BEYOND_ABOUT = (
    "Wenn Sie die fünf Schritte kennen: Mensch und Maschine im Versuch. Eine KI, die schreibt. Und was Sie in Ihrer "
    "Firma verankern."
)
HOME_PRIVACY = "Ihre Daten bleiben bei Ihnen"
HOME_PRIVACY_ABOUT = (
    "Was Sie hier eingeben, bleibt in diesem Browser. Nur zum Rechnen geht es an den Kurs; dort wird es weder "
    "gespeichert noch mit Ihrem Namen verbunden noch protokolliert. Sie können Ihren Stand jederzeit als Datei "
    "mitnehmen oder löschen."
)
HOME_STATE = "Ihr Stand auf diesem Gerät: sichern, laden, löschen"
HOME_NO_SCRIPT = "Um Ihren Stand zu sehen, schalten Sie bitte JavaScript ein."
HOME_FORM = "Als Formular öffnen"
HOME_NOTEBOOK = "Als Notebook laden (für JupyterLab)"
# The page for data of one's own.
OWN_DATA = "Eigene Daten prüfen"
OWN_DATA_FOOTER = "Was Sie hier wählen oder eintragen, bleibt auf diesem Rechner und wird nicht gespeichert."
OWN_DATA_OFF = (
    "Eigene Daten prüfen: hier abgeschaltet",
    "Dieser Kurs läuft auf einem Server, den mehrere Menschen nutzen. Ihre Tabelle müsste Ihren Rechner verlassen, "
    "damit der Server mit ihr rechnen kann. Darum ist diese Seite hier abgeschaltet.",
    "Starten Sie den Kurs auf Ihrem eigenen Rechner, oder nehmen Sie die Ausgabe ohne Server. Dort rechnet Ihr Browser "
    "selbst.",
)

HOME_NOTEBOOKS = "Übungen als Notebooks (für alle, die gern Code lesen)"

# The exercises as notebooks in the browser.
NOTEBOOKS = "Übungen als Notebooks"
NOTEBOOKS_ABOUT = (
    "Hier öffnen Sie jede Übung als Notebook: als Seite, auf der Text und Code stehen und in der Sie den Code selbst "
    "ausführen. Das ist für alle, die gern Code lesen oder schreiben. Dieselben Übungen gibt es ohne Code als Formular; "
    "Sie brauchen nur eines von beiden."
)
NOTEBOOKS_HOW = "So geht es"
NOTEBOOKS_STEPS = (
    "Öffnen Sie ein Notebook. Beim ersten Mal lädt Ihr Browser das Programm dafür; das kann eine Minute dauern.",
    "Führen Sie die Zellen von oben nach unten aus: Zelle anklicken, dann Umschalt + Enter.",
    "Tragen Sie Ihre Antworten ein, wo None steht. Die Prüfzelle darunter sagt sofort, ob sie lesbar sind.",
    "Zum Abgeben: Menü „Datei“, dann „Herunterladen“. Die geladene Datei geben Sie ab, wie es bei Ihnen vereinbart ist.",
)
NOTEBOOKS_KNOW = "Gut zu wissen"
NOTEBOOKS_FACTS = (
    "Gespeichert wird von selbst, und zwar nur in diesem Browser auf diesem Gerät. Wer an demselben Gerät mit "
    "demselben Browser arbeitet, kann es sehen. Löschen Sie die Daten Ihres Browsers, ist auch das Notebook weg. Laden "
    "Sie herunter, was Sie behalten möchten.",
    "Gerechnet wird in Ihrem Browser. Nichts geht ins Netz, und es lassen sich keine weiteren Bibliotheken laden.",
    "Was Sie im Notebook eintragen, steht nicht im Formular, und umgekehrt.",
    "Am bequemsten ist es an einem großen Bildschirm mit Tastatur.",
)
NOTEBOOKS_ALL = "Alle Übungen"
NOTEBOOK_OPENING = "Das Notebook wird geöffnet …"
NOTEBOOK_LOADING = "Python wird geladen: {share} % …"
NOTEBOOK_STARTING = "Python startet …"
NOTEBOOK_LATE = "Eine Bibliothek wird geladen …"
NOTEBOOK_FAILED = (
    "Python ließ sich nicht starten. Lesen und schreiben können Sie, ausführen nicht. Laden Sie die Seite noch einmal. "
    "Bleibt es dabei, geben Sie bitte der Person Bescheid, die Ihnen den Kurs gegeben hat."
)
NOTEBOOK_NO_STORE = (
    "Dieser Browser lässt hier nichts speichern. Was Sie eintragen, ist weg, wenn Sie die Seite schließen. Laden Sie "
    "das Notebook vorher herunter: Menü „Datei“, dann „Herunterladen“."
)
NOTEBOOK_NO_SCRIPT = "Ein Notebook braucht JavaScript. Bitte schalten Sie es in Ihrem Browser ein."

# Pages to look things up.
WORDS_ABOUT = "Diese Wörter kommen im Kurs vor. Jedes steht hier einmal, nach dem Alphabet."
LAW_ABOUT = (
    "Bei jedem Satz stehen Quelle und Stand: bis wann wir nachgesehen haben und wie gut der Satz belegt ist. "
    "Später kann sich etwas geändert haben."
)
LAW_NO_ADVICE = (
    "Das hier ist Orientierung, keine Rechtsberatung. Im Zweifel fragen Sie bitte eine Person, die sich mit dem "
    "Recht auskennt."
)
LAW_TEXT = "Zum amtlichen Text"
SOURCES_ABOUT = (
    "Die Beispiele und Tabellen des Kurses sind erfunden, wenn nichts anderes dabeisteht. Wie stark die Unterschiede "
    "in ihnen sind, haben wir so gewählt, dass man sie gut sieht. Was aus der wirklichen Welt stammt, steht hier."
)
SOURCES_FINDINGS = "Was andere herausgefunden haben"
SOURCES_TABLES = "Die Tabellen des Kurses"
SOURCES_TABLES_ABOUT = "Zu jeder Tabelle gehört ein Datenblatt. Es sagt, was darin steht, wie sie entstanden ist und wozu sie nicht taugt."
SHEET_TABLES = "Alle Tabellen"
SHEET_TABLE = "Tabelle"

# Guides for those who lead a workshop.
GUIDES = "Leitfaden"
GUIDES_ABOUT = (
    "Hier finden Sie alles zum Vorlesen, Fragen und Antworten. Sie können jede Seite drucken oder als Word-Datei "
    "speichern."
)
GUIDES_MODULES = "Zu den Modulen"
GUIDES_AGENDAS = "Fertige Abläufe"
GUIDES_ALL = "Alle Leitfäden"
GUIDES_WORD = "Als Word-Datei speichern"

# What the terminal says.
AS_ROOT = (
    "Hinweis: Der Kurs läuft mit den Rechten von root, und andere erreichen ihn. Er braucht diese Rechte nicht. Starten"
    " Sie ihn besser unter einem eigenen Konto (docs/installieren.md)."
)
STOP = "Zum Beenden drücken Sie Strg+C."
ENDED = "Der Kurs ist beendet."


def minutes(count: int) -> str:
    """``1 Minute``."""
    return f"{count} {'Minute' if count == 1 else 'Minuten'}"


def about_minutes(count: int) -> str:
    """``etwa 60 Minuten``."""
    return f"etwa {minutes(count)}"


def module(number: int) -> str:
    """``Modul 3``."""
    return f"Modul {number}"


def short_path(count: int) -> str:
    """The way for somebody with little time, and how long it takes."""
    return f"Wenig Zeit? Der kurze Weg: {about_minutes(count)}"


def exercise(count: int) -> str:
    """How long an exercise takes."""
    return f"{about_minutes(count)} · mit Rückmeldung"


def contact(person: str, reach: str) -> str:
    """Whom to ask."""
    return f"Fragen zum Kurs beantwortet: {person}. {reach}"


def who_to_ask(person: str, reach: str) -> str:
    """Whom to ask, below a heading that says about what."""
    return f"{person}: {reach}"


def ours_about(dative: str, places: Sequence[str]) -> str:
    """What the page „Bei uns“ is about, and where the company is."""
    at = f" ({speech.together(places)})" if places else ""
    return f"Das gilt bei {dative}{at}. Die Fälle im Kurs sind trotzdem erfunden."


def hand_in(found: HandIn) -> str:
    """Where exercises are handed in, and until when."""
    return f"Abgabe bis {speech.day(found.until)}: {found.where}" if found.until else f"Abgabe: {found.where}"


def law_source(source: str, day: str) -> str:
    """Where a statement comes from, and of which day it is."""
    return f"Quelle: {source}. Stand: {day}."


def sheet_load(name: str) -> str:
    """A button that saves a table."""
    return f"Tabelle laden ({name}.csv)"


def guide_module(number: int, title: str) -> str:
    """The guide of a module."""
    return f"Modul {number}: {title}"


def guide_minutes(count: int) -> str:
    """How long a module takes, behind its name."""
    return f" ({count} Minuten)"


def taken(wanted: int, port: int) -> str:
    """A port that somebody else has."""
    return f"Der Anschluss {wanted} ist belegt. Der Kurs nimmt {port}."


def running(address: str) -> str:
    """Where the course is."""
    return f"Der Kurs läuft: {address}"


def unknown_host(address: str) -> tuple[str, str]:
    """An address that nobody knows, and what to do."""
    return (
        f"Die Adresse „{address}“ ist nicht bekannt.",
        "Lassen Sie --host weg, dann ist der Kurs nur auf diesem Rechner zu sehen.",
    )


READY_FULL = "Alle Plätze sind belegt."


def ready_later(missing: int, pages: int) -> str:
    """That pages are still being prepared."""
    return f"Noch nicht vorbereitet: {speech.number(missing)} von {speech.number(pages)} Seiten."


def no_address(given: str) -> tuple[str, str]:
    """That the course cannot be reached there."""
    return (
        f"„{given}“ ist keine ganze Adresse für den Kurs.",
        "Schreiben Sie sie so, wie alle sie eintippen, zum Beispiel https://kurs.firma.de/ oder "
        "https://firma.de/kurs/, ohne Fragezeichen, Raute, Leerzeichen und Umlaute im Pfad.",
    )


def no_proxy(given: str) -> tuple[str, str]:
    """That this is no proxy's address."""
    return (
        f"„{given}“ ist keine Adresse eines Proxys.",
        "Nennen Sie seine IP-Adresse oder sein Netz, zum Beispiel --vertraut 10.0.0.5 oder --vertraut 10.0.0.0/24.",
    )


def public(address: str) -> str:
    """Where people find the course."""
    return f"Für alle: {address}"


def no_frame(address: str) -> tuple[str, str]:
    """What cannot be the address of a site that shows the course in a frame, and what to do."""
    return (
        f"„{address}“ ist keine Adresse einer Seite, die den Kurs zeigen kann.",
        "Sie beginnt mit https://, zum Beispiel: --einbetten https://lms.firma.de",
    )


def foreign_host(address: str) -> tuple[str, str]:
    """An address of another machine, and what to do."""
    return (
        f"Die Adresse „{address}“ gehört nicht zu diesem Rechner.",
        "Nennen Sie mit --host eine eigene Adresse; 0.0.0.0 steht für alle eigenen.",
    )


def no_port(first: int, last: int) -> tuple[str, str]:
    """No port is free, and what to do."""
    return f"Zwischen {first} und {last} ist kein Anschluss frei.", "Nennen Sie mit --port einen anderen."


def not_prepared(title: str, log: str) -> str:
    """A page that cannot be opened."""
    return f"Diese Seite lässt sich nicht öffnen: „{title}“. Die Ursache steht in {log}."


# What whoever runs the course for others asks for.
METRICS_COUNTED = {
    "pages": "Ausgelieferte Kursseiten seit dem Start",
    "votes": "Bestätigte Stimmen in Workshops seit dem Start",
    "joins": "Beitritte zu Workshops seit dem Start",
    "failed": "Anfragen, die an einem Fehler im Kurs gescheitert sind",
}
METRICS_REFUSED = "Abgelehntes seit dem Start, nach Grund"
METRICS_MEMORY = "Arbeitsspeicher in Byte; was Prozesse teilen, ist auf sie verteilt"
METRICS_CONNECTED = "Offene Kursseiten, die gerade verbunden sind"
METRICS_KERNELS = "Rechenprozesse: vergeben oder in Reserve"
METRICS_PLACES = "So viele Rechenprozesse trägt der Speicher"
METRICS_WAITING = "Wer gerade wartet: auf einen Rechenprozess oder auf eine freie Verbindung"
METRICS_CONNECTIONS = "Offene Verbindungen"
METRICS_CONNECTION_PLACES = "So viele Verbindungen sind höchstens möglich"
METRICS_ROOMS = "Workshops, die laufen"
METRICS_LISTENING = "Geräte, die einem Workshop gerade zuhören"
METRICS_TROUBLE = "1, wenn ein Workshop gerade nichts speichern kann"


def no_such(option: str, given: str, known: Sequence[str]) -> tuple[str, str]:
    """An option was given something that it does not know."""
    return f"{option} kennt „{given}“ nicht.", f"Möglich sind: {', '.join(known)}."


def no_log(file: str) -> tuple[str, str]:
    """Nothing can be written to this log."""
    return (
        f"In diese Datei kann der Kurs nicht schreiben: {file}.",
        "Nennen Sie bei --log eine andere Datei, oder stderr.",
    )


def no_metrics_place(given: str) -> tuple[str, str]:
    """This is no place to show figures at."""
    return (
        f"Das ist kein Anschluss: {given}.",
        "Nennen Sie bei --metriken eine Nummer, zum Beispiel 9100, oder Adresse und Nummer: 0.0.0.0:9100.",
    )


def no_metrics_port(host: str, port: int) -> tuple[str, str]:
    """Figures cannot be shown here."""
    return (
        f"Der Anschluss {port} unter {host} ist belegt oder gehört nicht zu diesem Rechner.",
        "Nennen Sie bei --metriken einen anderen.",
    )
