"""The self-check of module 08: questions, options, and why each is right or not."""

QUESTIONS = [
    {
        "id": "wortwahl",
        "text": "Ein Modell schreibt bei Männern häufiger „Potenzial zur Leitung“ als bei Frauen. Niemand hat ihm das gesagt. Woher kommt es?",
        "options": [
            {
                "text": "Es liest am Vornamen ab, wer mehr kann.",
                "right": False,
                "why": "Vom Können weiß es nichts. Auch gleich gut Beurteilte bekommen verschiedene Sätze.",
            },
            {
                "text": "Es wählt Wörter, die in den alten Texten der Firma beisammen standen.",
                "right": True,
                "why": "Das Modell wiederholt, was es gelesen hat. Böse Absicht braucht es dazu nicht.",
            },
            {
                "text": "Es hat zu wenig gelesen. Mit mehr alten Texten verliert sich das.",
                "right": False,
                "why": "Aus mehr Texten derselben Art lernt es denselben Abstand, nur genauer.",
            },
        ],
    },
    {
        "id": "erfunden",
        "text": "Ein Programm füllt aus Notizen ein Formular aus. Wie finden Sie Angaben, die niemand gemacht hat?",
        "options": [
            {
                "text": "Jemand legt die Notiz daneben.",
                "right": True,
                "why": "Was in der Notiz nicht steht, fällt so auf. Das kostet Zeit, aber es rutscht nichts durch.",
            },
            {
                "text": "Das Programm meldet selbst, wo es sich unsicher ist.",
                "right": False,
                "why": "Auch Erfundenes gibt es oft sicher aus. Das rutscht dann durch.",
            },
            {
                "text": "Jemand liest das Formular und achtet darauf, ob etwas seltsam klingt.",
                "right": False,
                "why": "Erfundenes klingt wie alles andere. Gerade das macht es so schwer.",
            },
        ],
    },
    {
        "id": "daten",
        "text": "In einer Beurteilung ist der Name gestrichen. Es bleibt „die einzige Schichtleiterin im Lager“. Darf sie in ein fremdes Programm?",
        "options": [
            {
                "text": "Ja, denn ohne den Namen geht es um keine Person mehr.",
                "right": False,
                "why": "Im Haus wissen alle, wer gemeint ist. Ein Name ist nur eine von vielen Spuren.",
            },
            {
                "text": "Das kommt darauf an, wie gut die Beurteilung ist.",
                "right": False,
                "why": "Auch ein Lob geht Fremde nichts an. Auf den Inhalt kommt es hier nicht an.",
            },
            {
                "text": "Nein, man erkennt sie trotzdem.",
                "right": True,
                "why": "So ein Text gehört in das Werkzeug der Firma, und der Vertrag dazu muss passen.",
            },
        ],
    },
    {
        "id": "mitreden",
        "text": "Ein Programm schreibt Gespräche mit und zählt, wer sich an den Leitfaden hält. Was gilt?",
        "options": [
            {
                "text": "Es ist verboten, denn es wertet die Stimme aus.",
                "right": False,
                "why": "Verboten ist, aus der Stimme Gefühle abzulesen. Worte mitzuschreiben, ist etwas anderes.",
            },
            {
                "text": "Der Betriebsrat bestimmt mit, denn damit lässt sich Leistung überwachen.",
                "right": True,
                "why": "Dafür genügt, dass das System es kann. Reden Sie früh miteinander.",
            },
            {
                "text": "Die Leitung entscheidet, denn es hilft nur beim Aufschreiben.",
                "right": False,
                "why": "Es zählt auch, wer wie oft einen Satz sagt. Das ist mehr als Aufschreiben.",
            },
        ],
    },
    {
        "id": "helfen",
        "text": "Ein Team sagt: „Mit dem Programm sind wir schneller.“ Was wissen Sie damit?",
        "options": [
            {
                "text": "Dass es schneller geht, denn das Team kennt seine Arbeit am besten.",
                "right": False,
                "why": "Auch Erfahrene haben sich in einer Studie verschätzt: Sie fühlten sich schneller und waren langsamer.",
            },
            {
                "text": "Dass die Texte schlechter werden, denn Tempo geht auf Kosten der Qualität.",
                "right": False,
                "why": "Das kann so sein. In einer Studie wurden die Texte aber schneller fertig und besser bewertet.",
            },
            {
                "text": "Dass es sich so anfühlt. Ob es stimmt, zeigt erst eine Messung.",
                "right": True,
                "why": "Es hängt von der Aufgabe und von der Erfahrung ab. Messen Sie an der eigenen Arbeit.",
            },
        ],
    },
    {
        "id": "sichtbar",
        "text": "Ein Programm entwirft eine E-Mail für das Team. Ein Mensch prüft sie und schickt sie ab. Muss darin stehen, dass KI geholfen hat?",
        "options": [
            {
                "text": "Nein. Nur wenn Sie es untereinander so vereinbaren, gehört es hinein.",
                "right": True,
                "why": "Vorgeschrieben ist es nach unserer Lesart nicht. Wer offen darüber redet, muss nichts verstecken.",
            },
            {
                "text": "Ja, sobald ein Programm auch nur einen Satz geschrieben hat.",
                "right": False,
                "why": "So weit geht das Recht nicht. Es geht um Texte, die ungeprüft an die Öffentlichkeit gehen.",
            },
            {
                "text": "Nein, und reden sollte man darüber besser nicht.",
                "right": False,
                "why": "Manche schweigen, weil sie schlechter beurteilt werden könnten. Nutzt man KI heimlich, lernt niemand daraus.",
            },
        ],
    },
]
