"""German of the world ``bewerbungen``."""

from typing import Protocol

from fairki import company
from fairki.speech import number, percent, points
from fairki.worlds import sheet
from fairki.worlds.de import shared

TITLE = f"Bewerbungen bei {company.current().dative}"

COLUMNS = {
    "nummer": ("Nummer", "", "Laufende Nummer der Bewerbung"),
    "geschlecht": ("Geschlecht", "", "Angabe im Bewerbungsformular: weiblich, männlich oder divers"),
    "abschlussnote": ("Abschlussnote", "Note 1 bis 4", "Letzter Abschluss, 1 ist die beste Note"),
    "test": ("Eignungstest", "Punkte von 100", "Ergebnis im Eignungstest der Firma"),
    "fachkenntnisse": ("Fachkenntnisse", "Punkte von 10", "Einschätzung im Fachgespräch"),
    "erfahrung": ("Berufserfahrung", "Jahre", "Jahre im Beruf, Auszeiten abgezogen"),
    "auszeit_monate": (
        "Auszeit",
        "Monate",
        "Längste Zeit ohne Beruf, zum Beispiel Elternzeit, Pflege oder Arbeitssuche",
    ),
    "teilzeit": ("Teilzeit gewünscht", "", "1: möchte in Teilzeit arbeiten, 0: nicht"),
    "studienfach": ("Studienfach", "", "Fach des letzten Abschlusses"),
    "verein": ("Verein", "", "Verein, der im Lebenslauf steht"),
    "wortstil": (
        "Wortstil",
        "Index",
        "Wortwahl im Anschreiben: positive Werte heißen mehr Wörter für Gemeinschaft",
    ),
    "geeignet": (
        "Tatsächlich geeignet",
        "",
        "1: gehört zu den 30 % Geeignetsten; im echten Leben kennt man das nicht",
    ),
    "eingeladen": ("Eingeladen", "", "1: wurde damals eingeladen, 0: bekam eine Absage"),
}
"""Column → label for screens, unit, and what it means, for the datasheet."""

GROUPS = ("Geschlecht", "Bewerbungen", "tatsächlich geeignet", "eingeladen")
"""The columns of the table of groups."""


class Penalties(Protocol):
    """Points of qualification that past decisions took off."""

    @property
    def woman(self) -> float: ...
    @property
    def gap_year(self) -> float: ...
    @property
    def part_time(self) -> float: ...


def datasheet(
    *,
    people: int,
    groups: str,
    divers: int,
    gap_women: float,
    gap_men: float,
    invited: float,
    penalties: Penalties,
    women: float,
    men: float,
) -> dict[str, str]:
    """The sections of the datasheet."""
    return sheet.sections(
        motivation=(
            "Die Tabelle gehört zum Kurs „Fairer und kluger KI-Einsatz“. Sie zeigt, was geschieht, wenn ein"
            " Modell aus früheren Entscheidungen lernt, die nicht fair waren. Weil die Daten erfunden sind,"
            " ist die Wahrheit bekannt: Man sieht, wer wirklich geeignet ist. Im echten Leben geht das"
            " nicht."
        ),
        composition=(
            f"{number(people)} erfundene Bewerbungen, eine je Zeile, aus einem Jahr"
            f" {shared.at_company()}. Angaben echter Menschen sind nicht"
            " enthalten; kein Wert fehlt.\n\n"
            f"{groups}\n\n"
            f"Die Gruppe „divers“ hat nur {number(divers)} Personen. Das ist zu wenig für ein Urteil"
            " über die Gruppe; trotzdem gehört sie in jede Auswertung, mit ihrer Unsicherheit."
        ),
        creation=(
            "Ein Zufallsgenerator mit festem Startwert erzeugt die Tabelle; derselbe Startwert ergibt"
            " dieselbe Tabelle (`fairki.worlds.recruiting.generate`). Zuerst bekommt jede Person eine"
            " Eignung, in allen Gruppen gleich verteilt. Note, Test, Fachkenntnisse und Erfahrung hängen von"
            " der Eignung ab, dazu kommt Zufall; von der Erfahrung geht die Auszeit zum Teil ab. Auszeit,"
            " Teilzeitwunsch, Studienfach, Verein und Wortstil hängen nur vom Geschlecht ab, nicht von der"
            f" Eignung: Frauen haben im Mittel {number(gap_women, 1)} Monate Auszeit, Männer"
            f" {number(gap_men, 1)}. Personen mit dem Eintrag „divers“ gleichen darin den Männern dieser"
            " Tabelle, und die Firma zog ihnen für das Geschlecht nichts ab. Das ist eine Lücke der Tabelle und"
            " keine Aussage über Menschen. Zählen Sie die Gruppe deshalb für sich, nie zusammen mit den Männern."
        ),
        unfairness=(
            f"Eingeladen wurden {percent(invited)} aller Bewerbungen. Es zählte die sichtbare"
            " Qualifikation, aber die Firma zog davon etwas ab: für Frauen"
            f" {number(penalties.woman, 2)}, je Jahr Auszeit {number(penalties.gap_year, 2)} und für den"
            f" Teilzeitwunsch {number(penalties.part_time, 2)}. Gerechnet ist in Einheiten der Eignung, deren"
            f" Streuung 1 ist. Dadurch liegt die Quote der Männer {points(men - women)} über"
            " der Quote der Frauen, obwohl beide Gruppen gleich geeignet sind. Die Quote der Frauen geteilt"
            f" durch die der Männer ergibt {number(women / men, 2)}. Alle Effekte sind mit"
            " Absicht deutlich gewählt. Sie sind keine Schätzung der Wirklichkeit."
        ),
        purpose=(
            "Zum Lernen und Üben: Verzerrung sehen, Stellvertreter-Merkmale finden, Gegenmittel vergleichen und"
            " bewerten."
        ),
        misuse=(
            "nicht, um ein Modell für echte Bewerbungen zu trainieren oder zu prüfen",
            "nicht als Beleg dafür, wie groß Benachteiligung in echten Firmen ist",
            "nicht als Beleg dafür, wie sich Frauen, Männer oder diverse Personen im Beruf unterscheiden",
        ),
    )
