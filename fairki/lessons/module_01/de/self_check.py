"""The self-check of module 01: questions, options, and why each is right or not."""

QUESTIONS = [
    {
        "id": "label",
        "text": "Ein Modell lernt aus alten Einladungen. Was lernt es?",
        "options": [
            {
                "text": "Wer für die Stelle geeignet ist.",
                "right": False,
                "why": "Das hofft man oft. Aber wer geeignet ist, steht nicht in den Daten. Dort steht nur, wer eingeladen wurde.",
            },
            {
                "text": "Wen die Firma früher ausgewählt hat.",
                "right": True,
                "why": "Das Modell ahmt alte Entscheidungen nach, auch die unfairen.",
            },
            {
                "text": "Wer sich später in der Firma bewährt hat.",
                "right": False,
                "why": "Auch das steht nicht in den Daten. Wer eine Absage bekam, konnte sich nicht bewähren.",
            },
        ],
    },
    {
        "id": "test",
        "text": "Ein Modell sieht die Spalte Geschlecht nicht. Beim Umdreh-Test ändert sich keine Entscheidung. Was wissen Sie?",
        "options": [
            {
                "text": "Dass es Frauen und Männer gleich behandelt.",
                "right": False,
                "why": "Das folgt nicht. Der Abstand kann über andere Spalten entstehen. Der Test sieht ihn nicht.",
            },
            {
                "text": "Dass es diese eine Spalte nicht benutzt.",
                "right": True,
                "why": "Das war schon vorher klar. Über den Abstand sagt der Test hier nichts.",
            },
            {
                "text": "Dass es alte Urteile nicht mehr nachahmt.",
                "right": False,
                "why": "Es lernt weiter aus den alten Entscheidungen. Nur eine Spalte fehlt.",
            },
        ],
    },
    {
        "id": "spalte",
        "text": "Die Spalte Geschlecht ist gelöscht. Warum bleibt der größte Teil des Abstands?",
        "options": [
            {
                "text": "Auszeit, Teilzeit und Verein verraten es dem Programm.",
                "right": True,
                "why": "Auch das Studienfach gehört dazu. Solche Angaben heißen Stellvertreter-Merkmale.",
            },
            {
                "text": "Im Speicher liegt vielleicht noch eine Kopie davon.",
                "right": False,
                "why": "Die Spalte ist wirklich weg. Das Modell braucht sie gar nicht, um das alte Muster zu treffen.",
            },
            {
                "text": "Bei 2.000 Bewerbungen ist noch viel Zufall dabei.",
                "right": False,
                "why": "2.000 sind hier genug. Auch mit mehr Daten bliebe der Abstand, denn das Muster steckt in den Daten selbst.",
            },
        ],
    },
    {
        "id": "kreislauf",
        "text": "Über die Jahre trifft ein Modell immer öfter die richtige Entscheidung. Was folgt daraus?",
        "options": [
            {
                "text": "Der Abstand zwischen Frauen und Männern schrumpft.",
                "right": False,
                "why": "Das kann man nicht daraus ablesen. In unserem Beispiel blieb der Abstand, während der Anteil der richtigen Entscheidungen stieg.",
            },
            {
                "text": "Frauen wie Männer werden besser beurteilt als früher.",
                "right": False,
                "why": "Ein Durchschnitt kann steigen, obwohl es einer Gruppe schlechter geht.",
            },
            {
                "text": "Wenig, weil vielleicht Menschen in den Daten fehlen.",
                "right": True,
                "why": "Wer sich nicht mehr bewirbt, kann auch nicht falsch beurteilt werden. Schauen Sie immer auch, wer noch da ist.",
            },
        ],
    },
    {
        "id": "zufall",
        "text": "In einer Abteilung bekamen 2 von 5 Frauen und 3 von 5 Männern eine Einladung. Was können Sie sagen?",
        "options": [
            {
                "text": "Frauen haben hier die schlechteren Karten.",
                "right": False,
                "why": "Möglich ist es. Aber zehn Personen zeigen es nicht: Bei einer einzigen anderen Entscheidung wären beide Gruppen gleich.",
            },
            {
                "text": "Der Unterschied ist klein, also ist es fair.",
                "right": False,
                "why": "Auch das lässt sich nicht sagen. „Nicht nachweisbar“ heißt nicht „nicht da“.",
            },
            {
                "text": "Beides ist möglich, weil zehn Personen zu wenige sind.",
                "right": True,
                "why": "Bei so kleinen Gruppen ist der Zufall groß. Man braucht mehr Fälle oder schaut sich jeden Fall einzeln an.",
            },
        ],
    },
    {
        "id": "betroffene",
        "text": "Ein Programm ordnet Bewerbungen. Wen nennen wir in diesem Kurs die Betroffenen?",
        "options": [
            {
                "text": "Die Menschen, die eine Stelle suchen.",
                "right": True,
                "why": "Über sie wird etwas vorgeschlagen oder entschieden. Sie tragen den Schaden, wenn es falsch ist.",
            },
            {
                "text": "Die Beschäftigten, die damit arbeiten.",
                "right": False,
                "why": "Auch ihre Arbeit ändert sich, und sie sollten mitreden. Beurteilt werden aber die Menschen, die sich bewerben.",
            },
            {
                "text": "Die Fachleute, die das Programm bauen.",
                "right": False,
                "why": "Sie tragen Verantwortung für ihre Arbeit. Beurteilt werden sie von dem Programm nicht.",
            },
        ],
    },
]
