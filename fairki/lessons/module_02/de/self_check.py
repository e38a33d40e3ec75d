"""The self-check of module 02: questions, options, and why each is right or not."""

QUESTIONS = [
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
                "why": "Dann fragt jemand nach. „Nicht beurteilbar“ ist ein ehrliches Ergebnis und ein Auftrag.",
            },
        ],
    },
]
