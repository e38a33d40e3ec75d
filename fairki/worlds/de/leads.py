"""German of the world ``leads``."""

from typing import NamedTuple

from fairki import company
from fairki.speech import number, percent, points
from fairki.worlds import sheet
from fairki.worlds.de import shared

TITLE = f"Anfragen von möglichen Kundinnen und Kunden bei {company.current().dative}"

COLUMNS = {
    "nummer": ("Nummer", "", "Laufende Nummer der Anfrage"),
    "kontaktname": (
        "Name der Kontaktperson",
        "",
        "Wie der Name auf andere wirkt, keine Aussage über die Person",
    ),
    "aktivitaet": (
        "Aktivität auf der Website",
        "Index",
        "Logarithmus von 1 + besuchte Seiten: höhere Werte heißen mehr",
    ),
    "firmengroesse": (
        "Firmengröße",
        "Index",
        "Größe der anfragenden Firma: höhere Werte heißen mehr Beschäftigte",
    ),
    "newsletter": ("Newsletter", "", "1: liest den Newsletter, 0: nicht"),
    "gebiet": ("Postgebiet", "", "Nord oder Süd, nach der Postleitzahl"),
    "englisch": ("Auf Englisch", "", "1: hat auf Englisch geschrieben, 0: auf Deutsch"),
    "abends": ("Abends geschrieben", "", "1: hat nach 18 Uhr geschrieben, 0: früher"),
    "kontaktiert": ("Kontaktiert", "", "1: der Vertrieb hat sich gemeldet, 0: nicht"),
    "wuerde_kaufen": (
        "Würde kaufen",
        "",
        "1: kauft, wenn sich jemand meldet; im echten Leben kennt man das nicht",
    ),
    "abschluss": ("Abschluss", "", "1: hat gekauft, 0: nicht"),
}
"""Column → label for screens, unit, and what it means, for the datasheet."""

GROUPS = ("Name der Kontaktperson", "Anfragen", "kontaktiert", "Abschluss", "würde kaufen")
"""The columns of the table of groups."""


class Less(NamedTuple):
    """What is taken off the probability of a contact, and for what."""

    name: float
    north: float
    english: float
    evening: float


def datasheet(
    *, people: int, groups: str, contact: float, less: Less, spontaneous: float, gap: float
) -> dict[str, str]:
    """The sections of the datasheet."""
    return sheet.sections(
        motivation=(
            "Die Tabelle gehört zum Kurs „Fairer und kluger KI-Einsatz“. Sie zeigt, was geschieht, wenn ein"
            " Modell Kaufinteresse vorhersagen soll und aus Abschlüssen lernt. Ein Abschluss verrät auch,"
            " um wen sich der Vertrieb bemüht hat."
        ),
        composition=(
            f"{number(people)} erfundene Anfragen, eine je Zeile, {shared.at_company()}."
            " Angaben echter Menschen sind nicht enthalten; kein Wert"
            f" fehlt.\n\n{groups}\n\n"
            "Die Spalte „Name der Kontaktperson“ hält einen Eindruck fest. Sie sagt nichts über Herkunft,"
            " Sprache oder Staatsangehörigkeit eines Menschen."
        ),
        creation=(
            "Ein Zufallsgenerator mit festem Startwert erzeugt die Tabelle; derselbe Startwert ergibt"
            " dieselbe Tabelle (`fairki.worlds.leads.generate`). Zuerst bekommt jede Anfrage ein"
            " Kaufinteresse, in beiden Gruppen gleich verteilt. Aktivität, Firmengröße und Newsletter"
            " hängen vom Interesse ab, dazu kommt Zufall. Postgebiet, englische Sprache und Uhrzeit hängen"
            " nur mit dem Namen zusammen, nicht mit dem Interesse."
        ),
        unfairness=(
            f"Die Wahrscheinlichkeit, dass sich der Vertrieb meldet, beginnt bei {percent(contact)}. Davon"
            f" gehen ab: für einen anders klingenden Namen {points(less.name, 0)}, für das Postgebiet"
            f" Nord {points(less.north, 0)}, für eine englische Anfrage {points(less.english, 0)} und"
            f" für eine Anfrage am Abend {points(less.evening, 0)}. Wer nicht kontaktiert wird, kauft"
            f" auch bei Interesse nur in {percent(spontaneous)} der Fälle. Die Quote der Abschlüsse liegt"
            f" deshalb bei deutsch klingenden Namen {points(gap)} höher. Alle Effekte"
            " sind mit Absicht deutlich gewählt. Sie sind keine Schätzung der Wirklichkeit."
        ),
        purpose=(
            "Zum Lernen und Üben: erkennen, dass ein Zielwert das eigene Verhalten misst, Stellvertreter-Merkmale"
            " finden, Rückkopplung verstehen."
        ),
        misuse=(
            "nicht, um ein Modell für echte Anfragen zu trainieren oder zu prüfen",
            "nicht als Beleg dafür, wie groß Benachteiligung in echten Firmen ist",
            "nicht, um aus Namen auf Menschen zu schließen",
        ),
    )
