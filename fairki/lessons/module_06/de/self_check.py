"""The self-check of module 06: questions, options, and why each is right or not."""

QUESTIONS = [
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
    {
        "id": "mindern",
        "text": "Nach dem Mindern ist der Abstand fast weg. Die Treffer gegenüber den alten Urteilen sinken. Was folgt daraus?",
        "options": [
            {
                "text": "Das Programm ist dadurch schlechter geworden.",
                "right": False,
                "why": "Das zeigt dieses Maß nicht. Die alten Urteile waren selbst einseitig.",
            },
            {
                "text": "Ohne einen zweiten Maßstab folgt daraus wenig.",
                "right": True,
                "why": "Erst wer weiß, wer wirklich geeignet war, sieht den Preis. Im Beispiel stiegen die richtigen Entscheidungen.",
            },
            {
                "text": "Das Programm ist damit für alle fair geworden.",
                "right": False,
                "why": "Ein Abstand ist nur ein Maß. Kleine Gruppen und andere Nachteile sieht man damit nicht.",
            },
        ],
    },
]
