"""The self-check of module 05: questions, options, and why each is right or not."""

from fairki import company

QUESTIONS = [
    {
        "id": "ruecklauf",
        "text": "500 Menschen bekommen eine Umfrage, 100 antworten. Von ihnen finden 80 das Verfahren fair. Welcher Satz gehört in den Bericht?",
        "options": [
            {
                "text": "„80 von 100 Betroffenen finden das Verfahren fair. Das ist ein gutes Ergebnis.“",
                "right": False,
                "why": "Das gilt nur für die, die geantwortet haben. 400 Menschen haben nichts gesagt.",
            },
            {
                "text": "„Nur 80 von 500 Betroffenen finden das Verfahren fair. Die anderen sind dagegen.“",
                "right": False,
                "why": "So wird aus jedem Schweigen ein Nein. Auch das wissen Sie nicht.",
            },
            {
                "text": "„In 80 von 100 Antworten steht „fair“. Von 400 Menschen haben wir keine Antwort.“",
                "right": True,
                "why": "So steht beides da. Wer den Satz liest, weiß, was noch offen ist.",
            },
        ],
    },
    {
        "id": "was_waere_wenn",
        "text": "Ein System sagt zu einer Absage: „Mit 5 Punkten mehr im Test wären Sie eingeladen worden.“ Was wissen Sie jetzt?",
        "options": [
            {
                "text": "Die Absage war fair und lag am Test.",
                "right": False,
                "why": "Vielleicht hätte bei jemand anderem derselbe Punktwert gereicht. Das zeigt erst die Frage „Nur das Geschlecht anders?“.",
            },
            {
                "text": "Was das System verlangt, aber nicht, ob es fair war.",
                "right": True,
                "why": "Ein Weg hilft der Person. Ob sie benachteiligt wurde, zeigen andere Fragen.",
            },
            {
                "text": "Der Test zählt hier mehr, als er sollte.",
                "right": False,
                "why": "Dafür müssten Sie viele Fälle ansehen. Ein einzelner Fall zeigt nur diesen Fall.",
            },
        ],
    },
    {
        "id": "kleine_gruppe",
        "text": "In einer Gruppe haben nur 7 Menschen geantwortet. 2 davon fühlen sich unfair behandelt. Was tun Sie?",
        "options": [
            {
                "text": "Ich schreibe die Quote mit dem Hinweis, dass sie ungenau ist.",
                "right": False,
                "why": "Bei 2 von 7 passt jeder Wert von 8 bis 64 % zu den Antworten. Außerdem erkennt man leicht, wer geantwortet hat. Dagegen hilft kein Hinweis.",
            },
            {
                "text": "Ich nenne keine Quote und rede mit den sieben.",
                "right": True,
                "why": "Gespräche helfen, wo Zahlen nicht tragen. Und niemand wird gegen seinen Willen erkannt.",
            },
            {
                "text": "Ich lasse die Gruppe im Bericht weg, weil sie so klein ist.",
                "right": False,
                "why": "Dann kommt sie nie vor. Zu klein für eine Zahl heißt nicht unwichtig.",
            },
        ],
    },
    {
        "id": "stille",
        "text": "Im ganzen Jahr kommen nur 6 Einsprüche. „Dann sind ja fast alle zufrieden“, "
        f"sagt {company.current().people.hr.name}. Was antworten Sie?",
        "options": [
            {
                "text": "Das wissen wir nicht. Hören wir uns um.",
                "right": True,
                "why": "Wer schweigt, stimmt nicht unbedingt zu. Erst wenn Sie selbst fragen, erfahren Sie mehr.",
            },
            {
                "text": "Ja, wer Ärger hat, meldet sich von selbst.",
                "right": False,
                "why": "Viele melden sich nie: Sie kennen den Weg nicht, haben Angst oder keine Zeit.",
            },
            {
                "text": "Nein, das System gehört abgeschaltet.",
                "right": False,
                "why": "Die Zahl allein sagt wenig. Wichtig ist, was in den Einsprüchen steht und wer gar keinen schreibt.",
            },
        ],
    },
    {
        "id": "regel",
        "text": "Ein Einspruch war berechtigt, die Person wird jetzt eingeladen. Was fehlt noch?",
        "options": [
            {
                "text": "Klären, welche Person den Fehler gemacht hat.",
                "right": False,
                "why": "Wer Angst vor Schuld hat, meldet den nächsten Fehler vielleicht nicht mehr.",
            },
            {
                "text": "Nichts mehr, denn die Person ist jetzt zufrieden.",
                "right": False,
                "why": "Für diese Person schon. Die Nächsten trifft derselbe Fehler, wenn sich keine Regel ändert.",
            },
            {
                "text": "Überlegen, welche Regel es verhindert hätte, und sie ändern.",
                "right": True,
                "why": "So schützt ein Einspruch alle, die danach kommen. Schreiben Sie auch auf, warum Sie etwas ändern.",
            },
        ],
    },
    {
        "id": "nie_fertig",
        "text": "Sie haben eine Regel verschärft. Der Kodex findet jetzt zwei Fehler mehr, beanstandet aber auch zwei gute Systeme. Und nun?",
        "options": [
            {
                "text": "Die Grenze etwas weiter stellen und noch einmal prüfen.",
                "right": True,
                "why": "Regeln reifen in Schritten. Die Geschichte des Kodex zeigt, warum es so gekommen ist.",
            },
            {
                "text": "Die Änderung wieder zurücknehmen, weil gute Systeme auffallen.",
                "right": False,
                "why": "Dann bleiben auch die beiden Fehler verborgen. Vielleicht gibt es einen Weg dazwischen.",
            },
            {
                "text": "So lassen, weil zwei weitere gefundene Fehler mehr wiegen.",
                "right": False,
                "why": "Wer zu oft zu Unrecht beanstandet, dem glaubt bald niemand mehr.",
            },
        ],
    },
]
