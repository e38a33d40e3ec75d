"""The self-check of module 00: questions, options, and why each is right or not."""

QUESTIONS = [
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
