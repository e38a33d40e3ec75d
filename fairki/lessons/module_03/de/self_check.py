"""The self-check of module 03: questions, options, and why each is right or not."""

QUESTIONS = [
    {
        "id": "namen",
        "text": "Aus einer Liste wurden alle Namen gelöscht. Ist sie jetzt anonym?",
        "options": [
            {
                "text": "Ja, niemand lässt sich mehr einer Zeile zuordnen.",
                "right": False,
                "why": "Schon wenige Angaben zusammen gibt es oft nur ein einziges Mal. Wer sie kennt, erkennt die Person.",
            },
            {
                "text": "Nein, aber im eigenen Haus ist das kein Problem.",
                "right": False,
                "why": "Gerade in der Firma kennt man sich. Dort fehlt oft nur eine Angabe, um jemanden zu erkennen.",
            },
            {
                "text": "Das hängt davon ab, was sonst in der Liste steht.",
                "right": True,
                "why": "Zählen Sie, wie viele Zeilen einmalig sind. Das geht mit jeder Tabelle.",
            },
        ],
    },
    {
        "id": "offen",
        "text": "Eine Regel ist bei einem System „nicht beurteilbar“. Was heißt das für Ihren Bericht?",
        "options": [
            {
                "text": "Dort steht nichts, weil kein Befund vorliegt.",
                "right": False,
                "why": "So liest es sich, als wäre alles in Ordnung. Dabei fehlt eine Angabe, oder die Gruppe ist zu klein für ein Urteil.",
            },
            {
                "text": "Der Bericht nennt die Lücke, und jemand sucht die Angabe.",
                "right": True,
                "why": "Genau. Eine Lücke zu nennen ist ein Ergebnis der Prüfung und kein Versagen.",
            },
            {
                "text": "Der Bericht nennt einen Verstoß, und jemand geht ihm nach.",
                "right": False,
                "why": "Von einem Verstoß wissen Sie nichts. Wer ohne Beleg beanstandet, verliert schnell das Vertrauen.",
            },
        ],
    },
    {
        "id": "klein",
        "text": "In einer Filiale wurden 4 von 12 Frauen und 6 von 12 Männern eingeladen. Die Vier-Fünftel-Regel schlägt an. Was tun Sie?",
        "options": [
            {
                "text": "Ich schreibe „verletzt“ und nenne dazu beide Quoten genau.",
                "right": False,
                "why": "Bei so kleinen Gruppen schlägt die Regel oft an, obwohl alle gleich behandelt werden: Das zeigt Falle 2.",
            },
            {
                "text": "Ich schreibe „nicht beurteilbar“ und suche mehr Fälle.",
                "right": True,
                "why": "Und Sie können jeden Fall einzeln ansehen. Dafür braucht es keine Statistik.",
            },
            {
                "text": "Ich lasse den Punkt weg, weil zwölf Personen wenig sind.",
                "right": False,
                "why": "Zu klein für ein Urteil heißt nicht unwichtig. Der Punkt bleibt offen.",
            },
        ],
    },
    {
        "id": "lernziel",
        "text": "Ein System sagt die Kosten von Stadt und Land gleich genau voraus. Trotzdem benachteiligt es das Land. Wie kann das sein?",
        "options": [
            {
                "text": "Das System lernt Kosten, und gemeint ist Bedarf.",
                "right": True,
                "why": "Auf dem Land wurde bei gleichem Bedarf weniger ausgegeben. Wer Kosten lernt, lernt diese Lücke mit.",
            },
            {
                "text": "Es hat bei manchen Menschen falsch gerechnet.",
                "right": False,
                "why": "Gerechnet hat es richtig. Falsch war die Frage, die man ihm gestellt hat.",
            },
            {
                "text": "Auf dem Land gab es zu wenige Versicherte.",
                "right": False,
                "why": "Auch mit mehr Daten bliebe der Fehler. Er steckt im Lernziel.",
            },
        ],
    },
    {
        "id": "streng",
        "text": "Eine Kollegin stellt alle Regeln auf die strengste Stufe. Fast jedes System ist jetzt „verletzt“. Wie gut ist dieser Kodex?",
        "options": [
            {
                "text": "Sehr gut, denn vor Fehlern kann man nie genug warnen.",
                "right": False,
                "why": "Er findet viel, aber er beanstandet auch die guten Systeme. Niemand weiß, wo man anfangen soll.",
            },
            {
                "text": "Das bleibt offen, denn die wahren Fehler kennt niemand.",
                "right": False,
                "why": "Bei den Übungssystemen ist bekannt, welche Fehler darin stecken. Deshalb sieht man, was zu Unrecht beanstandet wird.",
            },
            {
                "text": "Schlecht, weil er auch gute Systeme beanstandet.",
                "right": True,
                "why": "Eine Prüfung ist nur dann nützlich, wenn sie beides kann: finden und in Ruhe lassen.",
            },
        ],
    },
    {
        "id": "erklaerung",
        "text": "Eine Anbieterin zeigt Ihnen zu jeder Absage eine Erklärung. Das Geschlecht kommt darin nie vor. Was prüfen Sie noch?",
        "options": [
            {
                "text": "Wie oft jede Gruppe eine Zusage bekommt.",
                "right": True,
                "why": "Ergebnisse lassen sich nachzählen. Erklärungen helfen zusätzlich, ersetzen das Zählen aber nicht.",
            },
            {
                "text": "Ob dieselbe Erklärung auch bei Zusagen steht.",
                "right": False,
                "why": "Das kann man vergleichen. Es sagt aber noch nichts darüber, ob eine Gruppe seltener eine Zusage bekommt.",
            },
            {
                "text": "Ob die Menschen die Erklärung auch verstehen.",
                "right": False,
                "why": "Das ist wichtig, sagt aber nichts darüber, ob eine Gruppe benachteiligt wird.",
            },
        ],
    },
]
