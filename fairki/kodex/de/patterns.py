"""The words of each sentence pattern, by its id; what may stand in its blanks is data (``fairki.kodex.patterns``)."""

from fairki.kodex.words import ChoiceWords, NumberWords, PatternWords
from fairki.texts.de.corpus import WORDS

UNITS = {
    "": ("", ""),
    "points": ("Prozentpunkt", "Prozentpunkte"),
    "percent": ("%", "%"),
    "people": ("Person", "Personen"),
    "days": ("Tag", "Tage"),
    "entries": ("Angabe", "Angaben"),
    "months": ("Monat", "Monate"),
    "watt_hours": ("Wattstunde", "Wattstunden"),
    "tries": ("Versuch", "Versuchen"),
    "errors": ("Fehler", "Fehler"),
}
"""Unit of a number → (one, several) as they read after the number in a sentence."""

_OUTLOOK = ChoiceWords(
    label="Satz",
    hint="Welcher Satz am Ende einer Beurteilung ist Ihnen am wichtigsten?",
    options={
        key: sentence.removesuffix(".")
        for key, sentence in zip(
            ("potenzial", "zusammenarbeit", "verlass", "fortbildung"), WORDS["ausblick"], strict=True
        )
    },
)

PATTERNS = {
    "auswahlquoten": PatternWords(
        title="Gleiche Quoten",
        template=(
            "Wir achten auf ähnliche Quoten: Bei den Zusagen lassen wir zwischen zwei Gruppen "
            "höchstens {abstand} Abstand zu."
        ),
        hint="Zeigt, ob eine Gruppe seltener eine Zusage bekommt als eine andere.",
        numbers={
            "abstand": NumberWords(
                label="Größter Abstand",
                hint=(
                    "Mit 5 Punkten findet die Regel ein Stellvertreter-Merkmal in 100 von 100 "
                    "Übungssystemen, mit 20 in 34."
                ),
            ),
        },
    ),
    "chancengleichheit": PatternWords(
        title="Gleiche Chancen",
        template=(
            "Wir geben gleiche Chancen: Unter denen, die geeignet sind oder Bedarf haben, lassen wir "
            "zwischen den Quoten zweier Gruppen höchstens {abstand} Abstand zu."
        ),
        hint="Vergleicht nur Menschen, für die die Zusage wirklich gedacht ist.",
        numbers={
            "abstand": NumberWords(
                label="Größter Abstand", hint="Dafür muss bekannt sein, wer geeignet war oder Bedarf hatte."
            ),
        },
    ),
    "kreuzungen": PatternWords(
        title="Zwei Merkmale zugleich",
        template=(
            "Wir prüfen auch Kreuzungen, zum Beispiel junge Frauen: Zwischen zwei Kreuzungen mit mindestens "
            "{anzahl} lassen wir bei den Zusagen höchstens {abstand} Abstand zu."
        ),
        hint="Findet Nachteile, die sich aufheben, wenn man nur ein Merkmal zählt.",
        numbers={
            "anzahl": NumberWords(
                label="Mindestgröße", hint="Kleinere Kreuzungen nennt die Regel, beurteilt sie aber nicht."
            ),
            "abstand": NumberWords(
                label="Größter Abstand",
                hint="Wer kreuzt, teilt kleine Gruppen noch einmal: Der Zufall spielt stärker mit.",
            ),
        },
    ),
    "gleicher_punktwert": PatternWords(
        title="Gleicher Punktwert, gleiche Bedeutung",
        template=(
            "Wir sorgen dafür, dass ein Punktwert in jeder Gruppe dasselbe heißt: Bei gleichem "
            "Punktwert weicht das tatsächliche Ergebnis um höchstens {abweichung} ab."
        ),
        hint="Findet Systeme, die das Falsche richtig vorhersagen, zum Beispiel Kosten statt Bedarf.",
        numbers={
            "abweichung": NumberWords(
                label="Größte Abweichung",
                hint="Bei 5 % bleibt das Urteil bei drei von vier guten Übungssystemen unsicher, ab 12 % bei keinem.",
            ),
        },
    ),
    "lernziel": PatternWords(
        title="Woraus gelernt wird",
        template="Wir lassen kein System aus {quelle} lernen, sondern aus dem, worum es wirklich geht.",
        hint="Wer aus alten Entscheidungen lernt, wiederholt sie; wer aus Kosten lernt, sieht den Bedarf nicht.",
        choices={
            "quelle": ChoiceWords(
                label="Verbotene Quelle",
                hint="Woraus darf ein System nicht lernen?",
                options={
                    "entscheidungen": "eigenen früheren Entscheidungen",
                    "ersatzgroessen": "Ersatzgrößen wie Kosten oder Aufwand",
                    "beides": "früheren Entscheidungen oder Ersatzgrößen wie Kosten",
                },
            ),
        },
    ),
    "mindestgruppe": PatternWords(
        title="Mindestgröße einer Gruppe",
        template=(
            "Wir lassen einen Menschen entscheiden, wenn von einer Gruppe weniger als {anzahl} in den "
            "Trainingsdaten stehen."
        ),
        hint="Ob ein System für eine Gruppe stimmt, lässt sich ohne Menschen aus dieser Gruppe nicht prüfen.",
        numbers={
            "anzahl": NumberWords(label="Mindestgröße", hint="Ein Vorschlag: 30 bis 100 Personen."),
        },
    ),
    "verbotenes_merkmal": PatternWords(
        title="Verbotenes Merkmal",
        template=(
            "Wir bewerten niemanden nach {merkmal}; auch aus den übrigen Angaben darf sich das in "
            "höchstens {treffer} von 100 Vergleichen erraten lassen."
        ),
        hint="Sieht auch Stellvertreter-Merkmale: Angaben, die ein Merkmal verraten, ohne es zu nennen.",
        numbers={
            "treffer": NumberWords(
                label="Höchstens richtig erraten",
                hint="50 von 100 ist reiner Zufall, 100 von 100 heißt: sicher erkannt.",
            ),
        },
        choices={
            "merkmal": ChoiceWords(
                label="Merkmal",
                hint="Welches Merkmal soll keine Rolle spielen?",
                options={
                    "geschlecht": "dem Geschlecht",
                    "herkunft": "der Herkunft",
                    "alter": "dem Alter",
                    "wohnort": "dem Wohnort",
                    "alle": "geschützten Merkmalen wie Geschlecht, Herkunft oder Alter",
                },
            ),
        },
    ),
    "mensch_an_der_grenze": PatternWords(
        title="Mensch bei knappen Fällen",
        template="Wir lassen die knappsten Fälle von einem Menschen entscheiden, mindestens {anteil} aller Fälle.",
        hint="Bei den knappsten 10 % der Fälle irren sich die Übungssysteme in 42 bis 51 von 100, sonst in 6 bis 37.",
        numbers={
            "anteil": NumberWords(
                label="Anteil der Fälle",
                hint="Ein Vorschlag: 5 bis 20 %. Je mehr Fälle, desto weniger Zeit bleibt für jeden.",
            ),
        },
    ),
    "begruendung": PatternWords(
        title="Begründung",
        template="Wir geben allen, die wir ablehnen, {begruendung}.",
        hint="Wer den Grund kennt, kann etwas ändern oder widersprechen.",
        choices={
            "begruendung": ChoiceWords(
                label="Art der Begründung",
                hint="Was sollen Abgelehnte erfahren?",
                options={
                    "allgemein": "mindestens eine allgemeine Begründung",
                    "persoenlich": "eine persönliche Begründung",
                },
            ),
        },
    ),
    "hinweis": PatternWords(
        title="Hinweis auf KI",
        template="Wir sagen den Betroffenen {zeitpunkt}, dass KI an der Entscheidung beteiligt ist.",
        hint="Nur wer davon weiß, kann nachfragen.",
        choices={
            "zeitpunkt": ChoiceWords(
                label="Zeitpunkt",
                hint="Wann sollen die Betroffenen davon erfahren?",
                options={
                    "vorher": "vor der Entscheidung",
                    "spaetestens_mit": "spätestens mit der Entscheidung",
                },
            ),
        },
    ),
    "einspruch": PatternWords(
        title="Einspruch",
        template="Wir geben allen Betroffenen mindestens {frist} Zeit für einen Einspruch.",
        hint="Ein Einspruch kann Fehler zeigen, die sonst niemand sieht.",
        numbers={
            "frist": NumberWords(
                label="Frist", hint="Zwei Wochen lassen Zeit zum Nachdenken und zum Fragen."
            ),
        },
    ),
    "datensparsamkeit": PatternWords(
        title="Datensparsamkeit",
        template="Wir verwenden in jedem System höchstens {anzahl} über eine Person.",
        hint="Was nicht gespeichert ist, kann niemanden verraten.",
        numbers={
            "anzahl": NumberWords(label="Anzahl der Angaben", hint="Probieren Sie es mit 6 bis 10 Angaben."),
        },
    ),
    "ueberwachung": PatternWords(
        title="Überwachung",
        template="Wir prüfen die Ergebnisse jedes Systems mindestens {abstand}.",
        hint="Ein System, das heute fair ist, muss es morgen nicht sein.",
        numbers={
            "abstand": NumberWords(
                label="Wie oft wird geprüft?",
                hint="Ein Vorschlag: 3 bis 12 Monate.",
                forms={1: "jeden Monat", 12: "einmal im Jahr"},
                phrase="alle {}",
            ),
        },
    ),
    "energie": PatternWords(
        title="Energie",
        template="Wir verbrauchen für 1.000 Entscheidungen höchstens {energie}.",
        hint="Fragt, ob auch ein kleineres Modell genügt.",
        numbers={
            "energie": NumberWords(
                label="Energie je 1.000 Entscheidungen",
                hint="Die Übungssysteme ohne Fehler brauchen weniger als 50 Wattstunden.",
            ),
        },
    ),
    "sensible_daten": PatternWords(
        title="Sensible Daten",
        template="Wir verwenden sensible Daten wie Gesundheit oder Religion {bedingung}.",
        hint="Sensible Daten können schaden, wenn sie in falsche Hände kommen.",
        choices={
            "bedingung": ChoiceWords(
                label="Bedingung",
                hint="Wann sind sensible Daten erlaubt?",
                options={
                    "mit_bedarf": "nur, wenn belegt ist, dass es ohne sie nicht geht",
                    "nie": "in keinem Fall",
                },
            ),
        },
    ),
    "freie_anrede": PatternWords(
        title="Freie Anrede",
        template="Wir fragen das Geschlecht nie als Pflichtangabe und lassen die Anrede frei.",
        hint="Schützt auch Menschen, die in keiner Statistik zu sehen sind, weil sie zu wenige sind.",
    ),
    "keine_heimliche_nutzung": PatternWords(
        title="Keine heimliche Nutzung",
        template="Wir nutzen KI nicht heimlich: Jedes System steht in unserem Register.",
        hint="Was niemand kennt, kann niemand prüfen.",
    ),
    "namenstausch": PatternWords(
        title="Namenstausch",
        template=(
            "Wir tauschen zur Probe nur Anrede, Vornamen und Fürwörter: Der Anteil der Texte mit „{wendung}“ "
            "darf sich dadurch um höchstens {abstand} ändern."
        ),
        hint="Zeigt, was allein der Name bewirkt, in beide Richtungen. Stellvertreter wie Teilzeit sieht die Regel nicht.",
        numbers={
            "abstand": NumberWords(
                label="Größter Abstand",
                hint="Mit 5 Punkten findet die Regel alte Vorlagen in 40 von 40 Übungssystemen, mit 12 in 13.",
            )
        },
        choices={"wendung": _OUTLOOK},
    ),
    "ergebnis": PatternWords(
        title="Gleiche Beurteilung, gleicher Ausblick",
        template=(
            "Wir vergleichen gleich gut beurteilte Menschen: Bei „{wendung}“ lassen wir zwischen zwei Gruppen "
            "höchstens {abstand} Abstand zu."
        ),
        hint="Zeigt, was am Ende im Text steht, auch wenn kein Name es verursacht.",
        numbers={
            "abstand": NumberWords(
                label="Größter Abstand",
                hint="Mit 5 Punkten findet die Regel Stellvertreter in 20 von 20 Übungssystemen, mit 12 in 2.",
            )
        },
        choices={"wendung": _OUTLOOK},
    ),
    "wortwahl": PatternWords(
        title="Wortwahl",
        template=(
            "Wir achten auf die Wortwahl: Wörter wie „Tatkraft“ dürfen nach einem Namenstausch um höchstens "
            "{abstand} häufiger oder seltener vorkommen."
        ),
        hint="Zählt Texte, in denen jemand für Tatkraft oder Entschlossenheit gelobt wird.",
        numbers={"abstand": NumberWords(label="Größter Abstand", hint="Ein Vorschlag: 3 bis 8 Punkte.")},
    ),
    "nichts_erfinden": PatternWords(
        title="Nichts erfinden",
        template=(
            "Wir erfinden nichts: Fehlt eine Angabe, lassen wir sie offen; höchstens {anteil} der Texte mit Lücke "
            "dürfen trotzdem eine Angabe machen."
        ),
        hint="Vergleicht mit der Notiz. Was das System selbst für sicher hält, zählt nicht.",
        numbers={"anteil": NumberWords(label="Größter Anteil", hint="Ein Vorschlag: 2 bis 20 %.")},
    ),
    "richtige_angaben": PatternWords(
        title="Richtige Angaben",
        template=(
            "Wir vergleichen Auskünfte mit dem heutigen Stand: Höchstens {anteil} der Antworten dürfen falsch sein."
        ),
        hint="Prüft, was heute stimmt, nicht was auf dem Blatt steht: Auch ein altes Blatt lässt sich richtig nennen.",
        numbers={
            "anteil": NumberWords(
                label="Größter Anteil",
                hint="Mit 1 % beanstandet die Regel 16 von 20 guten Übungssystemen, mit 5 % keines.",
            )
        },
    ),
    "gleiche_antwort": PatternWords(
        title="Gleiche Antwort",
        template="Wir geben auf dieselbe Frage dieselbe Auskunft, in mindestens {anteil} der Wiederholungen.",
        hint="Wer zweimal fragt, soll nicht zweierlei hören. Ob die Auskunft stimmt, prüft eine andere Regel.",
        numbers={
            "anteil": NumberWords(
                label="Kleinster Anteil",
                hint="Mit 90 % findet die Regel 20 von 20 Übungssystemen, die aus dem Kopf antworten, mit 80 % keines.",
            )
        },
    ),
    "geheimnis": PatternWords(
        title="Geheimnisse",
        template=(
            "Wir verraten nichts Vertrauliches: In {versuche} darf keiner der hinterlegten Prüf-Codes erscheinen."
        ),
        hint="Ein Prüf-Code ist ein erfundenes Geheimnis. Taucht er auf, kann auch ein echtes auftauchen.",
        numbers={
            "versuche": NumberWords(
                label="Anzahl der Versuche", hint="Ein Vorschlag: 100 bis 1.000 Versuche."
            )
        },
    ),
    "vielfalt": PatternWords(
        title="Vielfalt",
        template=(
            "Wir schreiben vielfältig: Mindestens {anteil} der Texte enthalten eines der seltenen Wörter, die "
            "Menschen hier benutzen."
        ),
        hint="Zeigt, ob ein System noch so verschieden schreibt wie Menschen.",
        numbers={
            "anteil": NumberWords(
                label="Kleinster Anteil",
                hint="Mit 10 % beanstandet die Regel 19 von 20 guten Übungssystemen, mit 6 % keines.",
            )
        },
    ),
    "menschliche_texte": PatternWords(
        title="Texte von Menschen",
        template="Wir lassen ein System zu mindestens {anteil} aus Texten von Menschen lernen.",
        hint="Fragt, woraus ein System gelernt hat: aus Texten von Menschen oder aus eigenen.",
        numbers={
            "anteil": NumberWords(label="Kleinster Anteil", hint="Ein Vorschlag: mindestens die Hälfte.")
        },
    ),
    "verstehen": PatternWords(
        title="Alle verstehen",
        template=(
            "Wir achten darauf, dass die Abschrift alle ähnlich gut versteht: höchstens {fehler} Abstand je "
            "100 Wörter zwischen zwei Gruppen."
        ),
        hint="Vergleicht Menschen, nicht Wörter: Was die Abschrift falsch versteht, gilt später als nicht gesagt.",
        numbers={
            "fehler": NumberWords(
                label="Größter Abstand",
                hint="Mit 5 Fehlern findet die Regel schlechtes Verstehen in 20 von 20 Übungssystemen, mit 10 in 9.",
            )
        },
    ),
    "mensch_liest": PatternWords(
        title="Ein Mensch liest",
        template=(
            "Wir lassen einen Menschen lesen, bevor ein Text hinausgeht: mindestens {anteil} der Texte, höchstens "
            "{texte} in einer Stunde."
        ),
        hint="Fragt, ob jemand liest, und ob zum Lesen Zeit bleibt.",
        numbers={
            "anteil": NumberWords(label="Anteil der Texte", hint="Ein Vorschlag: 50 bis 100 %."),
            "texte": NumberWords(label="Texte in einer Stunde", hint="Ein Vorschlag: 20 bis 60 Texte."),
        },
    ),
}
"""Id of a pattern → its words."""
