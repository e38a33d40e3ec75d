"""The longer German texts of module 02 as data: definitions, levels, groups of patterns, examples, self-check."""

from fairki import german
from fairki.kodex import tensions
from fairki.worlds import credit, need

MEANINGS = {
    "quoten": "In beiden Gruppen bekommen gleich viele von 100 den Kredit.",
    "chancen": "Von denen, die zurückzahlen würden, bekommen in beiden Gruppen gleich viele den Kredit.",
    "fehler": "Wie bei den gleichen Chancen. Außerdem bekommen von denen, die nicht zurückzahlen, in beiden Gruppen gleich viele den Kredit.",
    "bedeutung": "Von denen mit Kredit zahlen in beiden Gruppen gleich viele zurück. Eine Zusage bedeutet also für alle dasselbe.",
}
"""Key of a definition → what it compares."""

PRO_AND_CON = {
    "quoten": "Dafür spricht: Alle Gruppen haben gleich viel Zugang. Dagegen spricht: Wer öfter zurückzahlt, hat davon nichts.",
    "chancen": "Dafür spricht: Wer zurückzahlen würde, hat in jeder Gruppe die gleiche Chance. Dagegen spricht: Oft weiß niemand, wer zurückgezahlt hätte.",
    "fehler": "Dafür spricht: Beide Arten von Fehlern treffen die Gruppen gleich. Dagegen spricht: Dann bedeutet eine Zusage nicht mehr für alle dasselbe.",
    "bedeutung": "Dafür spricht: Die Bank kann sich auf eine Zusage in jeder Gruppe gleich verlassen. Dagegen spricht: Unter Jüngeren bekommen mehr Menschen zu Unrecht eine Absage.",
    "andere": "Auch das ist eine klare Haltung: Vielleicht soll gar kein Programm entscheiden, oder nach ganz anderen Regeln.",
}
"""Key of an opinion → what speaks for and against it."""

OPINIONS = [
    ["quoten", "Gleiche Quoten", MEANINGS["quoten"]],
    ["chancen", "Gleiche Chancen", MEANINGS["chancen"]],
    ["fehler", "Gleiche Fehlerquoten", "Beide Arten von Fehlern kommen in beiden Gruppen gleich oft vor."],
    ["bedeutung", "Gleiche Bedeutung", MEANINGS["bedeutung"]],
    ["andere", "Etwas anderes", "Keine dieser vier Definitionen passt für mich."],
]

LEVELS = [
    ["ganzes", "Nur das Ganze"],
    ["teile", "Nur die einzelnen Fachbereiche"],
    ["beide", "Beides, und dazu die Frage nach dem Grund"],
]
LEVEL_ANSWERS = {
    "ganzes": "Das Ganze zeigt, was am Ende herauskommt. Es zeigt nicht, wo der Unterschied entsteht. Wer nur hier hinschaut, sucht vielleicht an der falschen Stelle.",
    "teile": "Die Teile zeigen, wer entscheidet. Aber sie zeigen nicht, warum sich Menschen verschieden verteilen und warum manche Fachbereiche so wenige Plätze haben.",
    "beide": "So gehen auch Fachleute vor: Das Ganze zeigt das Ergebnis, die Teile zeigen den Ort. Der Grund steht in keiner der beiden Tabellen. Danach muss man fragen.",
}

PAID_BACK = (
    "Von 100 Personen unter 30 zahlen hier "
    f"{german.number(100 * (1 - credit.DEFAULT_RATE[credit.YOUNGER]))} zurück, von 100 Personen ab 30 "
    f"{german.number(100 * (1 - credit.DEFAULT_RATE[credit.OLDER]))}."
)
MORE_NEED = f"Auf dem Land ist der Bedarf hier im Mittel {german.number(need.MORE_NEED, 1)}-mal so hoch wie in der Stadt."

FIELDS = [
    [key, tensions.EXAMPLES[key], note]
    for key, note in (
        ("bewerbung", "Frauen und Männer sind hier gleich gut geeignet."),
        ("kredit", PAID_BACK),
        ("versorgung", MORE_NEED),
    )
]
"""Key of a field of use, its name, how its groups differ."""

SELF_CHECK = [
    {
        "id": "entscheidet",
        "text": "Wer entscheidet, welche Definition von fair gilt?",
        "options": [
            {
                "text": "Fachleute für Daten, die alle Zahlen kennen.",
                "right": False,
                "why": "Sie können ausrechnen, was jede Definition bedeutet. Welche gelten soll, steht in keinen Daten.",
            },
            {
                "text": "Die Firma, die das Programm verkauft und dafür einsteht.",
                "right": False,
                "why": "Sie trifft oft eine Vorauswahl, ohne es zu sagen. Fragen Sie danach. Entscheiden sollten Sie selbst.",
            },
            {
                "text": "Menschen aus der Firma gemeinsam mit den Betroffenen.",
                "right": True,
                "why": "Es ist eine Frage von Werten. Deshalb braucht sie Menschen, Gründe und ein offenes Gespräch.",
            },
        ],
    },
    {
        "id": "vier",
        "text": "Zwei Gruppen zahlen Kredite verschieden oft zurück. Was gilt für die vier Definitionen von fair?",
        "options": [
            {
                "text": "Ein Modell mit weniger Fehlern kann alle vier erfüllen.",
                "right": False,
                "why": "Auch ein Modell, das sich nie irrt, vergibt hier verschiedene Quoten: In jeder Gruppe bekommen so viele Kredit, wie zurückzahlen.",
            },
            {
                "text": "Es gehen nicht alle zugleich. Man muss also abwägen.",
                "right": True,
                "why": "Die Zahlen hängen zusammen. Alle vier zugleich gehen nur, wenn beide Gruppen gleich oft zurückzahlen. Bei diesen Krediten ist das nicht so.",
            },
            {
                "text": "In diesem Fall lässt sich keine einzige davon erreichen.",
                "right": False,
                "why": "Jede einzelne ist erreichbar. Nur nicht alle zusammen.",
            },
        ],
    },
    {
        "id": "regel",
        "text": "Welche dieser Regeln lässt sich an einem System prüfen?",
        "options": [
            {
                "text": "„Wir prüfen jedes System gründlich und mit Augenmaß.“",
                "right": False,
                "why": "Das klingt gut. Aber woran würden Sie merken, dass zu wenig geprüft wurde?",
            },
            {
                "text": "„Gegen eine Absage kann man 14 Tage lang Einspruch erheben.“",
                "right": True,
                "why": "Man kann nachsehen, ob es die Frist gibt und wie lang sie ist. Das macht eine gute Regel aus.",
            },
            {
                "text": "„In jedem Zweifel zählt der Mensch mehr als die Zahl.“",
                "right": False,
                "why": "Ein guter Gedanke, aber noch keine Regel. Prüfbar wird er zum Beispiel so: Wir lassen die knappsten Fälle von einem Menschen entscheiden.",
            },
        ],
    },
    {
        "id": "simpson",
        "text": "Im Ganzen hat eine Gruppe die kleinere Quote, in fast jeder Abteilung aber die größere. Wie kann das sein?",
        "options": [
            {
                "text": "Sie bewirbt sich öfter dort, wo es meist Absagen gibt.",
                "right": True,
                "why": "Dann zieht das die Quote im Ganzen nach unten, auch wenn jede Abteilung für sich anders entscheidet.",
            },
            {
                "text": "Gar nicht, weil das Ganze der Durchschnitt der Teile ist.",
                "right": False,
                "why": "Beides kann zugleich stimmen, wie in Berkeley. Eine Abteilung zählt umso mehr, je mehr Menschen sich dort bewerben. Das ist in jeder Gruppe anders.",
            },
            {
                "text": "Einzelne Abteilungen sind klein, da ist viel Zufall.",
                "right": False,
                "why": "Kleine Zahlen schwanken. Aber auch bei Tausenden von Menschen kann das Ganze anders aussehen als seine Teile.",
            },
        ],
    },
    {
        "id": "konflikt",
        "text": "Zwei Ihrer Regeln lassen sich mit den Daten nicht zugleich einhalten. Was ist ein guter nächster Schritt?",
        "options": [
            {
                "text": "Eine der beiden Grenzen lockern und im Kodex den Grund dafür nennen.",
                "right": True,
                "why": "So wird aus einem versteckten Zielkonflikt eine offene Entscheidung. Am besten treffen Sie sie gemeinsam. Darüber kann man später wieder sprechen.",
            },
            {
                "text": "Beide Regeln behalten und offen sagen, dass es Ausnahmen gibt.",
                "right": False,
                "why": "Offen ist gut. Aber dann ist immer eine Regel verletzt. Bald nimmt niemand den Kodex mehr ernst.",
            },
            {
                "text": "Statt der Zahlen die gemeinsame Absicht in den Kodex schreiben.",
                "right": False,
                "why": "Dann gibt es keinen Konflikt mehr, aber auch nichts mehr zu prüfen.",
            },
        ],
    },
    {
        "id": "kundschaft",
        "text": "Ein Programm schlägt vor, wem der Vertrieb zuerst antwortet. Englische Anfragen landen oft weit hinten. Was ist ein fairer erster Schritt?",
        "options": [
            {
                "text": "Die Reihenfolge behalten und dem Vertrieb erklären.",
                "right": False,
                "why": "Vielleicht weiß das Programm nur, um wen sich der Vertrieb bisher bemüht hat. Das sollte zuerst jemand prüfen.",
            },
            {
                "text": "Englische Anfragen zum Ausgleich einige Zeit vorziehen.",
                "right": False,
                "why": "Damit wird eine Gruppe bevorzugt, ohne dass jemand weiß, warum sie hinten lag. Das kann die nächste Ungerechtigkeit sein.",
            },
            {
                "text": "Messen, ob bei gleichem Interesse alle gleich lang warten.",
                "right": True,
                "why": "So sehen Sie, ob die Sprache selbst den Ausschlag gibt. Dann lässt sich eine Regel schreiben, die man später wieder prüfen kann.",
            },
        ],
    },
    {
        "id": "urteil",
        "text": "Ihre Regel sagt zu einem System: „nicht beurteilbar“. Was heißt das?",
        "options": [
            {
                "text": "Hier ist alles so, wie es sein soll.",
                "right": False,
                "why": "Das wissen Sie noch nicht. Es fehlen Angaben oder Daten.",
            },
            {
                "text": "Hier steckt ein Fehler, den jemand suchen soll.",
                "right": False,
                "why": "Auch das wissen Sie noch nicht. Wer nichts weiß, sollte niemanden beschuldigen.",
            },
            {
                "text": "Zum Urteil über das System fehlt noch etwas.",
                "right": True,
                "why": "Genau. Jemand fragt nach. „Nicht beurteilbar“ ist ein ehrliches Ergebnis und ein Auftrag.",
            },
        ],
    },
]
