"""The longer German texts of module 06 as data: teams, ways, four views of one case, self-check."""

from fairki import people

WAYS = [
    [people.AUTOMATIC, "Programm allein", "Was das Programm vorschlägt, gilt."],
    [people.HUMAN, "Mensch allein", "Das Team liest Bewerbungen ohne Vorschlag und wählt selbst aus."],
    [
        people.COMBINED,
        "Mensch mit Vorschlag",
        "Das Team prüft einen Teil der Vorschläge und darf sie ändern.",
    ],
]
TEAMS = [
    ["fair", "Das Team urteilt fair", "Es liest jeden Fall und achtet nur auf das Können."],
    ["durchwinken", "Das Team winkt 80 % durch", "Es bestätigt die meisten Vorschläge ungelesen."],
    [
        "einseitig",
        "Das Team urteilt selbst einseitig",
        "Es liest jeden Fall, zieht aber bei Frauen, Auszeiten und Teilzeit Punkte ab.",
    ],
]
WHICH = [
    [people.RANDOM, "zufällig gezogene Vorschläge"],
    [people.NEAR, "Vorschläge nahe an der Grenze zwischen Einladung und Absage"],
    [people.DECLINED, "nur vorgeschlagene Absagen"],
]

DECISIONS = [
    ["einladen", "Ich lade sie ein."],
    ["absagen", "Ich folge dem Vorschlag und sage ab."],
    ["fragen", "Ich hole eine zweite Meinung."],
]

VIEWS = [
    {
        "id": "bewerberin",
        "who": "Lena Hoffmann, Bewerberin",
        "sees": "Sie sieht nur die Absage.",
        "questions": [
            [
                "grund",
                "Warum habe ich eine Absage bekommen?",
                "Darauf braucht es eine Begründung, die zu ihrem Fall passt. Ein allgemeiner Satz hilft ihr nicht.",
            ],
            [
                "gelesen",
                "Hat ein Mensch meine Bewerbung gelesen?",
                "Das muss die Firma wissen und ehrlich sagen können. Wer durchwinkt, kann es nicht.",
            ],
            [
                "einspruch",
                "An wen kann ich mich wenden, wenn ich das falsch finde?",
                "Dafür braucht es eine Stelle mit Namen und Frist. Das war das Thema von Modul 5.",
            ],
        ],
    },
    {
        "id": "personal",
        "who": "Jonas Weber, leitet Personal",
        "sees": "Er sieht einen Stapel von Vorschlägen und die Uhr.",
        "questions": [
            [
                "zeit",
                "Wie viel Zeit darf ich mir für diesen Fall nehmen?",
                "Das entscheidet die Leitung. Ohne Zeit wird aus Prüfen schnell Durchwinken.",
            ],
            [
                "mut",
                "Was geschieht mit mir, wenn ich dem Programm widerspreche und falsch liege?",
                "Wer Ärger fürchtet, folgt lieber dem Vorschlag. Diese Frage gehört offen auf den Tisch.",
            ],
            [
                "massstab",
                "Worauf achten wir alle, wenn wir einen Vorschlag prüfen?",
                "Ein gemeinsamer Maßstab schützt vor einseitigem Urteil. Er lässt sich an alten Fällen üben.",
            ],
        ],
    },
    {
        "id": "entwicklung",
        "who": "Samira Haddad, betreut das Programm in der IT",
        "sees": "Sie sieht Zahlen über viele Fälle, aber keinen Menschen.",
        "questions": [
            [
                "daten",
                "Woraus hat das Programm gelernt?",
                "Hier: aus alten Einladungen. Dort kosteten Auszeit und Teilzeit Punkte, und das Programm macht so weiter.",
            ],
            [
                "aenderungen",
                "Wie oft und warum ändern Menschen einen Vorschlag?",
                "Diese Zahl zeigt früh, ob geprüft wird. Gründe für Änderungen zeigen, was am Programm nicht stimmt.",
            ],
            [
                "anzeige",
                "Was zeigt der Bildschirm zuerst: den Fall oder den Vorschlag?",
                "Wer zuerst selbst urteilt und dann vergleicht, kann nicht so leicht durchwinken.",
            ],
        ],
    },
    {
        "id": "betriebsrat",
        "who": "Thomas Krüger, Betriebsrat",
        "sees": "Er sieht die Beschäftigten, die prüfen, und die, die neu dazukommen.",
        "questions": [
            [
                "ueberwachung",
                "Misst das Programm auch, wie schnell und wie gut die Prüfenden arbeiten?",
                "Klären Sie das früh mit ihm. Die Rechtslage steht unter „Quellen“.",
            ],
            [
                "last",
                "Wer trägt die Folgen, wenn das Team in Eile einen Fehler macht?",
                "Verantwortung braucht Zeit und das Recht, Nein zu sagen. Sonst trägt das Team nur die Schuld.",
            ],
            [
                "beteiligt",
                "Wer durfte mitreden, bevor das Programm kam?",
                "Wer die Arbeit kennt, sieht Fehler früher. Mitreden ist am leichtesten, bevor alles feststeht.",
            ],
        ],
    },
]
"""Each question: id, what the person asks, and what it takes to answer it."""

SELF_CHECK = [
    {
        "id": "versprechen",
        "text": "Eine Firma sagt: „Bei uns entscheidet am Ende ein Mensch, also ist es fair.“ Was stimmt?",
        "options": [
            {
                "text": "Das stimmt oft, denn Menschen erkennen Fehler von Programmen.",
                "right": False,
                "why": "Sie können es, wenn sie Zeit haben und wirklich prüfen. Von selbst geschieht das nicht.",
            },
            {
                "text": "Das hängt davon ab, wer prüft und wie viel Zeit dafür da ist.",
                "right": True,
                "why": "Im Experiment wurde es mit einem fairen Team besser und mit einem einseitigen schlechter.",
            },
            {
                "text": "Das stimmt selten, denn Menschen urteilen schlechter als Programme.",
                "right": False,
                "why": "Im Experiment war das faire Team mit genug Zeit besser als das Programm allein.",
            },
        ],
    },
    {
        "id": "einseitig",
        "text": "Das Programm benachteiligt Frauen. Das Team, das prüft, tut es noch stärker. Was geschieht, wenn es mehr Fälle prüft?",
        "options": [
            {
                "text": "Beides gleicht sich ein wenig aus.",
                "right": False,
                "why": "Beides geht in dieselbe Richtung. Dann wird die Benachteiligung größer.",
            },
            {
                "text": "Frauen werden noch stärker benachteiligt.",
                "right": True,
                "why": "Jeder geprüfte Fall wird nach dem Maßstab des Teams entschieden. Auch Prüfende brauchen eine Prüfung.",
            },
            {
                "text": "Der Anteil der Frauen bleibt, wie er ist.",
                "right": False,
                "why": "Gerade bei den Fällen, die das Team liest, ändert es Einladungen in Absagen.",
            },
        ],
    },
    {
        "id": "durchwinken",
        "text": "Ein Team bestätigt fast jeden Vorschlag in wenigen Sekunden. Was ändert sich gegenüber dem Programm allein?",
        "options": [
            {
                "text": "Wenig, aber es sieht nach Prüfung aus.",
                "right": True,
                "why": "Der kleine Rest, der wirklich gelesen wird, hilft ein wenig. Alles andere bleibt, wie das Programm es wollte.",
            },
            {
                "text": "Viel, denn jetzt trägt jemand Verantwortung.",
                "right": False,
                "why": "Ein Name unter der Entscheidung macht sie nicht besser. Gelesen hat sie trotzdem niemand.",
            },
            {
                "text": "Es wird schlechter durch die Eile.",
                "right": False,
                "why": "Wer nur bestätigt, macht keine neuen Fehler, lässt aber die alten stehen.",
            },
        ],
    },
    {
        "id": "mehr_faelle",
        "text": "Ein faires Team hat 100 Stunden. Es soll nun alle Fälle prüfen statt einen Teil. Womit rechnen Sie?",
        "options": [
            {
                "text": "Mit weniger Fehlern, denn dann wird jeder Fall angesehen.",
                "right": False,
                "why": "Nur wenn die Zeit reicht. Wer müde oder in Eile liest, irrt sich öfter.",
            },
            {
                "text": "Mit gleich vielen Fehlern, denn es bleiben dieselben Menschen.",
                "right": False,
                "why": "Dasselbe Team urteilt mit wenig Zeit anders als mit viel Zeit.",
            },
            {
                "text": "Mit mehr Fehlern, denn für jeden Fall bleibt weniger Zeit.",
                "right": True,
                "why": "Wenige Fälle gut zu prüfen, bringt im Experiment mehr als alle Fälle schlecht.",
            },
        ],
    },
    {
        "id": "blicke",
        "text": "Warum sehen wir denselben Fall aus vier Blickwinkeln an?",
        "options": [
            {
                "text": "Weil jeder Blick eine Frage stellt, die den anderen fehlt.",
                "right": True,
                "why": "So zeigt sich, was vor dem Einsatz geklärt sein muss. Der Mensch steht dabei im Mittelpunkt.",
            },
            {
                "text": "Weil wir so am Ende besser wissen, wer von ihnen recht hat.",
                "right": False,
                "why": "Alle vier Fragen sind berechtigt. Keine ersetzt die anderen.",
            },
            {
                "text": "Weil sich dann leichter eine Mehrheit für einen Weg findet.",
                "right": False,
                "why": "Abgestimmt wird hier nicht. Ein guter Einwand zählt auch dann, wenn ihn nur eine Person hat.",
            },
        ],
    },
    {
        "id": "zielkonflikt",
        "text": "Sie suchen den Aufbau mit den wenigsten Fehlentscheidungen und den wenigsten Stunden. Was ist richtig?",
        "options": [
            {
                "text": "Bei genauer Suche findet sich ein Aufbau, der beides schafft.",
                "right": False,
                "why": "Null Stunden hat nur das Programm allein. Weniger Fehler macht aber ein Team, das sich Zeit nimmt.",
            },
            {
                "text": "Aus den Zahlen ergibt sich am Ende der richtige Aufbau.",
                "right": False,
                "why": "Die Zahlen zeigen, was ein Aufbau kostet und bringt. Was wichtiger ist, entscheiden Menschen.",
            },
            {
                "text": "Zuerst legen Menschen fest, was in beidem reicht.",
                "right": True,
                "why": "Ein Ziel mit Grenzen hilft bei der Wahl. Wo die Grenzen liegen, ist eine Frage der Werte.",
            },
        ],
    },
]
