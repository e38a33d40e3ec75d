"""German of unit 4, does it all go together: in the order of the page."""

from collections.abc import Sequence

from fairki import manifest
from fairki.html import Markup, box, bullets, html, paragraphs, strong
from fairki.kodex import tensions
from fairki.speech import count_of, number
from fairki.worlds import credit, need

FIELD = "Mit welchen Daten?"
PAID_BACK = (
    "Von 100 Personen unter 30 zahlen hier "
    f"{number(100 * (1 - credit.DEFAULT_RATE[credit.YOUNGER]))} zurück, von 100 Personen ab 30 "
    f"{number(100 * (1 - credit.DEFAULT_RATE[credit.OLDER]))}."
)
MORE_NEED = (
    f"Auf dem Land ist der Bedarf hier im Mittel {number(need.MORE_NEED, 1)}-mal so hoch wie in der Stadt."
)

FIELDS = [
    [key, tensions.EXAMPLES[key], note]
    for key, note in (
        ("bewerbung", "Frauen und Männer sind hier gleich gut geeignet."),
        ("kredit", PAID_BACK),
        ("versorgung", MORE_NEED),
    )
]
"""Key of a field of use, its name, how its groups differ."""

FIELD_FIRST = paragraphs("Wählen Sie zuerst die Daten.")
RATES = "Gleiche Quoten: größter Abstand"
CHANCES = "Gleiche Chancen: größter Abstand"
POINTS = "Punkte"
PRICE = "Der Preis: So viele Zusagen dürfen dafür danebengehen"
PRICE_UNIT = "von 100"

OWN_FIRST = paragraphs(
    "Ihr Kodex ist noch leer. Nehmen Sie oben im Baukasten Regeln auf, dann prüfen wir sie hier."
)

WORD = "Als Word-Datei speichern"
TEXT = "Als einfachen Text speichern"
LATER = "Für später speichern"
FILE = "unser-ki-kodex"
"""Name of the files, without what tells their kind."""


def together() -> Markup:
    """Both rules can hold."""
    return _verdict(
        True,
        "Beide Regeln gehen zusammen.",
        "Es gibt eine Art zu entscheiden, die beide einhält. Machen Sie eine Regel strenger, "
        "oder ändern Sie den Preis. Wann kippt es?",
    )


def not_together(told: str) -> Markup:
    """Both rules cannot hold; by how much they miss each other, and for whom this is true."""
    return _verdict(
        False,
        "Beide Regeln gehen hier nicht zusammen.",
        told,
        "Das gilt, solange drei Dinge gelten: In jeder Gruppe kommt zuerst, wer mehr Punkte hat. Es gibt so viele "
        "Zusagen wie heute. Und der Preis wird eingehalten. Auch ein Los ist dabei erlaubt.",
    )


def own(rules: int, clashes: Sequence[str], loose: int) -> Markup:
    """The learner's own Kodex: which rules clash, and who answers for them.

    Args:
        rules: how many it has.
        clashes: a sentence for each that cannot hold, alone or beside another.
        loose: how many rules nobody answers for.
    """
    return (
        paragraphs(f"Ihr Kodex hat {count_of(rules, 'Regel', 'Regeln')}.")
        + (_clashing(clashes) if clashes else _no_clash())
        + paragraphs(
            f"Bei {count_of(loose, 'Regel', 'Regeln')} fehlt noch, wer sich kümmert oder wo man einen "
            f"Verstoß meldet. Das hat noch Zeit: In {manifest.called('04')} geht es darum."
            if loose
            else "Für jede Regel ist geklärt, wer sich kümmert und wo man einen Verstoß meldet.",
        )
    )


def _clashing(clashes: Sequence[str]) -> Markup:
    return _verdict(False, "Nicht alle Ihre Regeln lassen sich hier einhalten:") + bullets(clashes)


def _no_clash() -> Markup:
    return _verdict(
        True,
        "Kein Zielkonflikt gefunden.",
        "Geprüft haben wir Ihre Regeln über gleiche Quoten und gleiche Chancen. Wir haben sie an den drei "
        "Beispielen von oben ausprobiert, mit dem Preis, den Sie eingestellt haben. Haben Sie schon "
        f"Regeln für Texte von KI ({manifest.called('08')})? Dann prüfen wir auch, ob „Namenstausch“ und "
        "„Gleiche Beurteilung, gleicher Ausblick“ zusammenpassen.",
    )


def _verdict(good: bool, first: str, *more: str) -> Markup:
    """A result in a box; the sign only repeats what the words say."""
    sign = html('<span aria-hidden="true">{}</span> {}', "✓" if good else "✗", first)
    return box(good, paragraphs(strong(sign), *more))
