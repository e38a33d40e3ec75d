"""The longer German texts of module 05 as data: people, what became of them, a letter in parts, self-check."""

from fairki.feedback.complaints import DIRECT, STAND_IN, UNFOUNDED, WRONG_DATA
from fairki.kodex import patterns

PEOPLE = {
    DIRECT: "Aylin Demir",
    STAND_IN: "Katrin Lorenz",
    UNFOUNDED: "Sofia Wagner",
    WRONG_DATA: "Jan Petersen",
}
"""Kind of a complaint → the name of the person. „Frau“ or „Herr“ is never needed to speak of somebody."""

WAYS, DOCUMENTS = "weg", "unterlagen"
ASKED = [
    [WAYS, "Was hätte anders sein müssen?", "Nur, was die Person selbst ändern kann"],
    ["geschlecht", "Nur das Geschlecht anders?"],
    ["auszeit_monate", "Nur die Auszeit anders?"],
    ["teilzeit", "Nur der Wunsch nach Teilzeit anders?"],
    [DOCUMENTS, "Stimmen die Angaben mit den Unterlagen überein?"],
]
"""What one can ask about a complaint: key, question, hint."""

HAPPENED = {
    DIRECT: (
        "Der Schaden: {name} hat eine Stelle nicht bekommen, für die sie gut genug war. Und sie war nicht die Einzige. "
        "Das hat niemand so gewollt. Das System hat es aus alten Entscheidungen gelernt.",
        "Verraten hat es nur die Frage „Nur das Geschlecht anders?“. Die Frage nach dem Weg hätte geantwortet: "
        "etwas mehr Punkte. Das klingt harmlos, und doch hätte ein Mann die Punkte nicht gebraucht.",
    ),
    STAND_IN: (
        "Der Schaden: {name} hat in dieser Zeit ihren Vater gepflegt. Deshalb bekam sie keine Einladung. "
        "Auch das hat niemand so beschlossen. Es stand in keiner Regel.",
        "Verraten hat es die Frage „Nur die Auszeit anders?“. Das Geschlecht allein hätte nichts geändert: "
        "Die Auszeit steht hier stellvertretend dafür.",
    ),
    UNFOUNDED: (
        "Ein Schaden war trotzdem da: {name} hat wochenlang gegrübelt, weil die Absage keinen Grund nannte. "
        "Ein verständlicher Brief hätte das erspart.",
        "Keine der Fragen hat etwas ergeben. Gefehlt haben Punkte im Test und Fachkenntnisse.",
    ),
    WRONG_DATA: (
        "Der Schaden: Beim Abtippen wurden zwei Ziffern vertauscht. {name} hat eine Stelle verloren, und niemand hätte "
        "es gemerkt. Nur er selbst konnte wissen, dass etwas nicht stimmt.",
        "Verraten hat es der Blick in die Unterlagen. Mit dem System hatte der Fehler nichts zu tun.",
    ),
}
"""Kind of a complaint → what it did to the person, and which question brought it to light."""

LESSONS = {
    DIRECT: (
        "Das Geschlecht darf keine Rolle spielen.",
        (patterns.FORBIDDEN_FEATURE, patterns.SELECTION_RATES, patterns.LABEL),
    ),
    STAND_IN: (
        "Eine Auszeit darf nicht für das Geschlecht stehen.",
        (patterns.FORBIDDEN_FEATURE, patterns.EQUAL_OPPORTUNITY, patterns.LABEL),
    ),
    UNFOUNDED: ("Wer abgelehnt wird, erfährt den Grund.", (patterns.REASON, patterns.NOTICE)),
    WRONG_DATA: (
        "Menschen können Fehler melden, und bei knappen Fällen sieht jemand hin.",
        (patterns.APPEAL, patterns.HUMAN_NEAR_THRESHOLD),
    ),
}
"""Kind of a complaint → what follows from it, and the sentence patterns that say so."""

EFFECTS = [
    ["mehr", "Der Kodex findet mehr Fehler."],
    ["beides", "Er findet mehr Fehler, beanstandet aber auch mehr zu Unrecht."],
    ["gleich", "Es ändert sich nichts."],
    ["weniger", "Er findet weniger Fehler."],
]
"""What a changed rule may bring about."""

LETTER = {
    "anfang": (
        "Wie fängt der Brief an?",
        [
            ["kurz", "Vielen Dank für Ihre Bewerbung. Leider müssen wir Ihnen heute absagen."],
            [
                "amt",
                "Bezugnehmend auf Ihre Bewerbung teilen wir Ihnen unter Berücksichtigung aller Umstände mit, dass wir "
                "Ihnen seitens der Personalabteilung leider keine positive Rückmeldung geben können.",
            ],
        ],
    ),
    "grund": (
        "Was steht zum Grund darin?",
        [
            ["leer", "Nach sorgfältiger Prüfung haben wir uns anderweitig entschieden."],
            [
                "klar",
                "Den Ausschlag gab der Eignungstest. So hätte es gereicht: {way}.",
            ],
            ["nichts", "(Der Brief nennt keinen Grund.)"],
        ],
    ),
    "ki": (
        "Was steht zum Programm darin?",
        [
            [
                "ja",
                "Über Ihre Bewerbung hat ein Programm entschieden. Nach Ihrem Einspruch hat ein Mensch alles "
                "noch einmal geprüft.",
            ],
            ["nichts", "(Das Programm kommt nicht vor.)"],
        ],
    ),
    "schluss": (
        "Wie geht es für die Person weiter?",
        [
            ["wunsch", "Wir wünschen Ihnen für Ihren weiteren Weg alles Gute."],
            [
                "weg",
                "Sehen Sie das anders? Dann schreiben Sie uns bis zum 3. Dezember: einspruch@hansen-yildiz.example. "
                "Eine Person, die noch nicht beteiligt war, liest Ihre Bewerbung noch einmal.",
            ],
        ],
    ),
}
"""The parts of a letter: key → question, options (key, text with blanks); „nichts“ leaves the part out."""
NOTHING = "nichts"
GREETING = "Guten Tag {name},"
"""What stands above a letter unless somebody writes another salutation: it fits everybody."""

SELF_CHECK = [
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
        "text": "Im ganzen Jahr kommen nur 6 Einsprüche. „Dann sind ja fast alle zufrieden“, sagt Jonas Weber. Was antworten Sie?",
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
