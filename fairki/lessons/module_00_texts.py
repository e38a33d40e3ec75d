"""The longer German texts of module 00 as data: opening questions, voices, reasons for secret use, self-check."""

EMPLOYEES = 240  # at Hansen & Yıldız GmbH, see the introduction of module 01

NOT_SURE = ["weiss-nicht", "weiß ich noch nicht"]
HOW_MUCH = [
    ["1", "gar nicht"],
    ["2", "wenig"],
    ["3", "teils, teils"],
    ["4", "ziemlich"],
    ["5", "sehr"],
    NOT_SURE,
]

OPENING = [
    {
        "id": "wer",
        "question": "Wer soll bei uns entscheiden, was „fair“ ist?",
        "scale": [
            ["1", "die Leitung allein"],
            ["2", "vor allem die Leitung"],
            ["3", "halb und halb"],
            ["4", "vor allem die Betroffenen"],
            ["5", "die Betroffenen allein"],
            NOT_SURE,
        ],
        "voices": [
            [
                "Miriam Yıldız, Geschäftsführung",
                "Wenn etwas schiefgeht, muss ich dafür geradestehen. Also entscheide ich auch.",
            ],
            [
                "Thomas Krüger, Betriebsrat",
                "Wer die Folgen trägt, muss mitreden können. Sonst fehlt das Wichtigste.",
            ],
        ],
    },
    {
        "id": "transparenz",
        "question": "Wie gut kann ich nachvollziehen, wie Programme bei uns zu ihren Ergebnissen kommen?",
        "scale": HOW_MUCH,
        "voices": [
            ["Jonas Weber, Personal", "Ich sehe einen Punktwert. Warum er so ist, sehe ich nicht."],
            [
                "Samira Haddad, IT",
                "Ich kann den Rechenweg zeigen. Ob ihn dann jemand versteht, ist eine andere Frage.",
            ],
        ],
    },
    {
        "id": "werte",
        "question": "Wie gut passen diese Ergebnisse zu den Werten, die mir wichtig sind?",
        "scale": HOW_MUCH,
        "voices": [
            ["Jonas Weber, Personal", "Ein Programm rechnet doch nur. Welche Werte sollen da drinstecken?"],
            [
                "Samira Haddad, IT",
                "Es rechnet mit dem, was wir früher wichtig fanden. Auch das sind Werte, nur alte.",
            ],
        ],
    },
]

WHY_SECRET = [
    [
        "regeln",
        "Niemand weiß genau, was erlaubt ist.",
        "Eine kurze, klare Liste: Das ist erlaubt, das nicht, und hier fragen Sie nach.",
    ],
    [
        "werkzeug",
        "Es gibt kein freigegebenes Programm.",
        "Ein freigegebenes Programm anbieten. Mit Verboten allein wird vieles nur unsichtbar.",
    ],
    [
        "zeit",
        "Der Druck ist hoch, und es geht schneller.",
        "Über die Arbeitsmenge sprechen. KI ist hier nur ein Zeichen für etwas anderes.",
    ],
    [
        "koennen",
        "Man ist unsicher und möchte sich nicht blamieren.",
        "Schulen statt überfordern: kleine Schritte, eigene Aufgaben, Zeit zum Üben und jemand, den man fragen kann.",
    ],
    [
        "urteil",
        "Man fürchtet, dass die eigene Leistung dann weniger zählt.",
        "Offen vormachen, auch in der Leitung: „Diesen Text habe ich mit KI geschrieben und dann geprüft.“",
    ],
    [
        "stelle",
        "Man fürchtet um die eigene Stelle.",
        "Früh und ehrlich sagen, was geplant ist, und die Beschäftigten mitreden lassen.",
    ],
]

SELF_CHECK = [
    {
        "id": "vorschlag",
        "text": "Ein Programm schlägt nur eine Reihenfolge vor, ein Mensch entscheidet. Ist damit alles gut?",
        "options": [
            {
                "text": "Ja, wenn dieser Mensch auch mit seinem Namen dafür einsteht.",
                "right": False,
                "why": "Ein Name unter der Entscheidung ist gut. Aber ein Vorschlag lenkt den Blick. Wer unter Zeitdruck nur die ersten drei liest, folgt ihm, ohne es zu merken.",
            },
            {
                "text": "Ja, wenn dieser Mensch wirklich anders entscheiden kann.",
                "right": True,
                "why": "Dafür braucht ein Mensch Zeit, Wissen und die Freiheit, dem Vorschlag nicht zu folgen.",
            },
            {
                "text": "Nein, wo es um Menschen geht, sollte kein Programm mitreden.",
                "right": False,
                "why": "Ein guter Vorschlag kann helfen. Wichtig ist, was Menschen daraus machen.",
            },
        ],
    },
    {
        "id": "unbemerkt",
        "text": "Ein Spamfilter legt E-Mails zur Seite, bevor sie jemand liest. Gehört er in ein Register der KI-Einsätze?",
        "options": [
            {
                "text": "Nein. Er sortiert Nachrichten und urteilt nicht über Menschen.",
                "right": False,
                "why": "Hinter jeder Nachricht steht ein Mensch. Landet eine Bewerbung oder eine Beschwerde im Spam, trifft es ihn.",
            },
            {
                "text": "Ja. Er entscheidet, welche Nachricht jemand zu sehen bekommt.",
                "right": True,
                "why": "Vielleicht liegt eine Bewerbung oder eine Beschwerde im Spam. Wer den Filter kennt, schaut dort auch einmal nach.",
            },
            {
                "text": "Vielleicht später, wenn sich jemand über ihn beschwert hat.",
                "right": False,
                "why": "Wer nie eine Antwort bekommt, weiß oft nicht, warum. Dann kann sich auch niemand beschweren.",
            },
        ],
    },
    {
        "id": "daten",
        "text": "Wo liegen die Antworten, die Sie in diesem Kurs geben?",
        "options": [
            {
                "text": "In diesem Browser auf Ihrem Gerät.",
                "right": True,
                "why": "Sie können Ihren Stand als Datei mitnehmen oder löschen. Nur zum Rechnen gehen Antworten an den Kurs; gespeichert werden sie dort nicht.",
            },
            {
                "text": "In der Personalabteilung Ihrer Firma.",
                "right": False,
                "why": "Dorthin geht nichts. Auch Ihre Versuche in diesem Selbsttest sieht niemand.",
            },
            {
                "text": "Auf dem Rechner, der diesen Kurs anbietet.",
                "right": False,
                "why": "Der Kurs rechnet mit Ihren Antworten, speichert sie aber nicht und verbindet sie nicht mit Ihrem Namen.",
            },
        ],
    },
    {
        "id": "schatten",
        "text": "In einer Abteilung nutzen mehrere heimlich ein Chat-Programm. Was hilft am besten?",
        "options": [
            {
                "text": "Offen erklären, welche Gefahren es gibt, und das Programm sperren.",
                "right": False,
                "why": "Erklären ist gut. Nach einer Sperre weichen manche aber vielleicht auf das eigene Handy aus. Die Firma weiß danach noch weniger.",
            },
            {
                "text": "Eine Weile zusehen und dann gemeinsam aus Fehlern lernen.",
                "right": False,
                "why": "Bis dahin können vertrauliche Daten nach außen gelangen. Und aus Fehlern, von denen niemand spricht, lernt auch niemand.",
            },
            {
                "text": "Nach den Gründen fragen und dann gemeinsam Regeln vereinbaren.",
                "right": True,
                "why": "So wird aus heimlicher Nutzung gemeinsames Wissen, und die Regeln passen zur Arbeit.",
            },
        ],
    },
    {
        "id": "zuerst",
        "text": "Die Zeit reicht nur für ein System. Welches sehen Sie sich zuerst genauer an?",
        "options": [
            {
                "text": "Eine Kamera, die fehlerhafte Teile aussortiert.",
                "right": False,
                "why": "Sie entscheidet zwar selbst, aber über Teile. Menschen sind hier wenig betroffen.",
            },
            {
                "text": "Einen Dienst, der Anleitungen übersetzt.",
                "right": False,
                "why": "Er schlägt einen Text vor, und ein Mensch kann ihn prüfen. Das kann etwas warten.",
            },
            {
                "text": "Ein System, das festlegt, wer zuerst eine Antwort bekommt.",
                "right": True,
                "why": "Hier kommen zwei Dinge zusammen: Viele Menschen sind betroffen, und das System entscheidet selbst.",
            },
        ],
    },
]
