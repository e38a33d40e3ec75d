"""German of the world ``foerderung``."""

from fairki.speech import number, percent
from fairki.worlds import sheet

TITLE = "Arbeitssuchende und die veröffentlichte AMS-Gleichung"

COLUMNS = {
    "nummer": ("Nummer", "", "Laufende Nummer der arbeitssuchenden Person"),
    "geschlecht": ("Geschlecht", "", "weiblich, männlich oder divers; die Gleichung fragt nur nach weiblich"),
    "altersgruppe": ("Altersgruppe", "Jahre", "bis 29, 30 bis 49 oder ab 50"),
    "staatsgruppe": ("Staatsangehörigkeit", "", "Österreich, EU oder Drittstaat"),
    "ausbildung": ("Ausbildung", "", "Pflichtschule, Lehre oder Matura oder mehr"),
    "betreuungspflicht": ("Betreuungspflicht", "", "1: betreut Kinder oder Angehörige, 0: nicht"),
    "region": ("Region", "", "Typ der Arbeitsmarktregion, 1 bis 5"),
    "beeintraechtigt": ("Beeinträchtigt", "", "1: gesundheitlich beeinträchtigt, 0: nicht"),
    "berufsgruppe": ("Berufsgruppe", "", "Dienstleistung oder Produktion"),
    "wenig_beschaeftigt": (
        "Wenige Beschäftigungstage",
        "",
        "1: war zuletzt nur wenige Tage beschäftigt, 0: mehr",
    ),
    "geschaeftsfaelle": ("Geschäftsfälle", "Anzahl", "Frühere Geschäftsfälle; 3 heißt 3 oder mehr"),
    "langer_fall": ("Langer Geschäftsfall", "", "1: ein früherer Geschäftsfall dauerte lang, 0: keiner"),
    "massnahme": ("Maßnahme", "", "Art der besuchten Maßnahme, 1 bis 3; 0 heißt keine"),
    "chance": ("Chance", "Anteil", "Wahrscheinlichkeit, Arbeit zu finden, nach der Gleichung"),
    "segment_a": ("Segment A", "", "1: Chance mindestens 66 %, 0: darunter"),
    "arbeit_gefunden": ("Arbeit gefunden", "", "1: hat in dieser erfundenen Welt Arbeit gefunden"),
}
"""Column → label for screens, unit, and what it means, for the datasheet."""

COEFFICIENTS = {
    "grundwert": "Grundwert",
    "weiblich": "Geschlecht: weiblich",
    "alter_30_bis_49": "Alter: 30 bis 49 Jahre",
    "alter_ab_50": "Alter: ab 50 Jahren",
    "staat_eu": "Staatsangehörigkeit: EU",
    "staat_drittstaat": "Staatsangehörigkeit: Drittstaat",
    "ausbildung_lehre": "Ausbildung: Lehre",
    "ausbildung_matura": "Ausbildung: Matura oder mehr",
    "betreuungspflicht": "Betreuungspflicht (zählt nur bei Frauen)",
    "region_2": "Region: Typ 2",
    "region_3": "Region: Typ 3",
    "region_4": "Region: Typ 4",
    "region_5": "Region: Typ 5",
    "beeintraechtigt": "Gesundheitlich beeinträchtigt",
    "beruf_produktion": "Beruf: Produktion",
    "wenig_beschaeftigt": "Wenige Beschäftigungstage",
    "geschaeftsfaelle_1": "Geschäftsfälle: 1",
    "geschaeftsfaelle_2": "Geschäftsfälle: 2",
    "geschaeftsfaelle_3": "Geschäftsfälle: 3 oder mehr",
    "langer_fall": "Langer Geschäftsfall",
    "massnahme_1": "Maßnahme: Art 1",
    "massnahme_2": "Maßnahme: Art 2",
    "massnahme_3": "Maßnahme: Art 3",
}
"""The summands of the equation."""

GROUPS = ("Geschlecht", "Personen", "mittlere Chance", "Segment A", "Arbeit gefunden")
"""The columns of the table of groups."""


def datasheet(
    *, people: int, groups: str, divers: int, segment: float, men: float, women: float
) -> dict[str, str]:
    """The sections of the datasheet."""
    return sheet.sections(
        motivation=(
            "Die Tabelle gehört zum Kurs „Fairer und kluger KI-Einsatz“. Sie zeigt ein Modell aus der"
            " öffentlichen Verwaltung, dessen Gleichung veröffentlicht ist, so dass man sie lesen und"
            " besprechen kann."
        ),
        composition=(
            f"{number(people)} erfundene Arbeitssuchende, eine Person je Zeile. Angaben echter Menschen sind"
            f" nicht enthalten; kein Wert fehlt.\n\n{groups}\n\n"
            f"Die Gruppe „divers“ hat nur {number(divers)} Personen. Das ist zu wenig für ein Urteil"
            " über die Gruppe; trotzdem gehört sie in jede Auswertung, mit ihrer Unsicherheit. Die Gleichung"
            " kennt diesen Eintrag nicht: Sie rechnet wie bei Männern."
        ),
        creation=(
            "Die Gleichung ist echt: J. Holl, G. Kernbauer, M. Wagner-Pinter, „Das"
            " AMS-Arbeitsmarktchancen-Modell“ (2018). Sie ist eines von vielen Teilmodellen; andere haben"
            " andere Zahlen. Die Personen und die Häufigkeit ihrer Merkmale sind erfunden"
            " (`fairki.worlds.funding.generate`); derselbe Startwert ergibt dieselbe Tabelle. Ob jemand Arbeit"
            " fand, wurde mit genau der Wahrscheinlichkeit ausgelost, die die Gleichung nennt."
        ),
        unfairness=(
            "In dieser Tabelle stimmt die Gleichung im Mittel genau. Trotzdem zieht sie Frauen, älteren"
            " Menschen, Menschen mit Beeinträchtigung und Menschen aus bestimmten Regionen Punkte ab, und eine"
            f" Betreuungspflicht zählt nur bei Frauen. Zum Segment A (Chance mindestens {percent(segment)})"
            f" gehören {percent(men, 1)} der Männer und"
            f" {percent(women, 1)} der Frauen. Ob ein Modell Ungleichheit beschreibt"
            " oder verfestigt, entscheidet sich daran, was aus der Zahl folgt."
        ),
        purpose=(
            "Zum Lernen und Üben: eine Gleichung lesen, Beiträge einzelner Merkmale verstehen, über Zweck und"
            " Folgen sprechen."
        ),
        misuse=(
            "nicht, um echte Menschen einzustufen",
            "nicht als Beleg dafür, wie häufig Merkmale am Arbeitsmarkt sind",
            "nicht als Beschreibung des ganzen Systems: Die Gleichung ist nur ein Teil davon",
        ),
    )
