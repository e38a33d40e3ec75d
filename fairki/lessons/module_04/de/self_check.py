"""The self-check of module 04: questions, options, and why each is right or not."""

QUESTIONS = [
    {
        "id": "selbst",
        "text": "Eine Algorithmus-Verantwortliche ändert das Modell und prüft danach selbst, wie es auf Menschen wirkt. Was raten Sie?",
        "options": [
            {
                "text": "Es bleibt so, weil sie am meisten davon weiß.",
                "right": False,
                "why": "Das stimmt sogar. Aber eigene Fehler sieht man schlecht, auch mit bestem Willen.",
            },
            {
                "text": "Das System prüft jemand aus einer zweiten Rolle.",
                "right": True,
                "why": "Zum Beispiel die KI-Ethikbeauftragte. Wer baut und wer die Auswirkungen prüft, sind dann verschiedene Menschen. Das schützt beide.",
            },
            {
                "text": "Sie prüft etwas seltener und nimmt sich mehr Zeit dafür.",
                "right": False,
                "why": "Auch gründlich übersieht man eigene Fehler. Sie fallen dann erst auf, wenn Betroffene Einspruch erheben.",
            },
        ],
    },
    {
        "id": "rollen",
        "text": "Eine Bewerberin fragt: „Wann löschen Sie meine Daten?“ Wer kümmert sich darum?",
        "options": [
            {
                "text": "der KI-Ethikrat der Firma",
                "right": False,
                "why": "Er berät schwierige Fälle. Eine Frist nachzusehen ist Alltag. Dafür braucht es keine Runde.",
            },
            {
                "text": "die Algorithmus-Verantwortliche",
                "right": False,
                "why": "Sie weiß, wie das System rechnet. Für Herkunft und Löschen der Daten ist eine andere Rolle da.",
            },
            {
                "text": "der Data-Governance-Lead",
                "right": True,
                "why": "Diese Rolle klärt, woher Daten kommen, wer sie sieht und wann sie gelöscht werden.",
            },
        ],
    },
    {
        "id": "verankert",
        "text": "Im Kodex steht: „Wir prüfen die Ergebnisse jedes Systems alle 6 Monate.“ Wann ist die Regel verankert?",
        "options": [
            {
                "text": "Wenn alle Beschäftigten sie kennen und gemeinsam gut finden.",
                "right": False,
                "why": "Zustimmung hilft. Aber am Stichtag fragt sich jede Person: Wer macht es denn?",
            },
            {
                "text": "Wenn jemand zuständig ist und Verstöße gemeldet werden können.",
                "right": True,
                "why": "Eine Person und ein Meldeweg: Beides zusammen macht aus einem Satz eine Regel, die gilt.",
            },
            {
                "text": "Wenn sie auf der Website steht und Betroffene sie lesen können.",
                "right": False,
                "why": "Das zeigt Ihre Werte nach außen. Ob die Regel eingehalten wird, sieht so noch niemand nach.",
            },
        ],
    },
    {
        "id": "alarm",
        "text": "Eine Überwachung hat im letzten Jahr kein einziges Mal Alarm geschlagen. Was wissen Sie?",
        "options": [
            {
                "text": "Ein Jahr lang war alles in Ordnung.",
                "right": False,
                "why": "Möglich. Vielleicht waren die Grenzen aber so weit, dass gar kein Alarm möglich war.",
            },
            {
                "text": "Nichts, solange die Grenzen unbekannt sind.",
                "right": True,
                "why": "Fragen Sie: Welchen Fehler hätte dieser Plan gefunden, und wie schnell? Das lässt sich ausprobieren.",
            },
            {
                "text": "Eine so ruhige Überwachung braucht es nicht.",
                "right": False,
                "why": "Ein Rauchmelder ist auch nicht überflüssig, wenn es ein Jahr lang nicht brennt.",
            },
        ],
    },
    {
        "id": "einsatz",
        "text": "Die IT bekommt vom Hersteller ein neues Modell für ein System, das schon läuft. Was geschieht als Erstes?",
        "options": [
            {
                "text": "Es kann starten und behält die alte Freigabe.",
                "right": False,
                "why": "Die Freigabe galt für das alte Modell. Das neue kann ganz anders entscheiden.",
            },
            {
                "text": "Es startet, und die Überwachung prüft es im Betrieb.",
                "right": False,
                "why": "Dann tragen die Betroffenen das Risiko, bis der erste Alarm kommt.",
            },
            {
                "text": "Das System braucht eine neue Prüfung und eine neue Freigabe.",
                "right": True,
                "why": "Weiterentwicklung führt zurück zur Freigabe. Für Betroffene ist es ein anderes System.",
            },
        ],
    },
    {
        "id": "verantwortung",
        "text": "„Die Absage kam vom System.“ Wer trägt die Verantwortung für eine Fehlentscheidung?",
        "options": [
            {
                "text": "Ein Mensch, der vorher dafür benannt ist.",
                "right": True,
                "why": "Ein Programm kann sich nicht entschuldigen und nichts wiedergutmachen. Darum steht in der Rollentabelle ein Mensch.",
            },
            {
                "text": "Jemand aus der Firma, die es gebaut hat.",
                "right": False,
                "why": "Diese Firma kann mitverantwortlich sein. Aber eingesetzt und bestätigt hat es Ihre Firma.",
            },
            {
                "text": "Bei einem technischen Fehler niemand.",
                "right": False,
                "why": "Auch hinter einem technischen Fehler stehen Entscheidungen: einsetzen, ändern, nachsehen, bestätigen.",
            },
        ],
    },
]
