"""The sentence patterns: each is one German sentence with blanks, and one check."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fairki.kodex import checks
from fairki.kodex.blanks import Blank, Choice, Number
from fairki.kodex.evidence import Evidence
from fairki.kodex.outcome import Outcome

SELECTION_RATES = "auswahlquoten"
EQUAL_OPPORTUNITY = "chancengleichheit"
EQUAL_MEANING = "gleicher_punktwert"
LABEL = "lernziel"
MINIMUM_GROUP = "mindestgruppe"
FORBIDDEN_FEATURE = "verbotenes_merkmal"
HUMAN_NEAR_THRESHOLD = "mensch_an_der_grenze"
REASON = "begruendung"
NOTICE = "hinweis"
APPEAL = "einspruch"
DATA_MINIMISATION = "datensparsamkeit"
MONITORING = "ueberwachung"
ENERGY = "energie"
SENSITIVE_DATA = "sensible_daten"
NO_SECRET_USE = "keine_heimliche_nutzung"


@dataclass(frozen=True)
class Pattern:
    """A sentence pattern.

    Attributes:
        id: key in a rule and in the file.
        title: German title.
        template: the sentence, with the name of a blank in braces.
        hint: one German sentence: what the rule is good for.
        blanks: its blanks in the order of the sentence.
        aspects: keys of the course's aspects that it serves.
        step: key of the course's step that it belongs to.
        check: what the rule does with a system.
    """

    id: str
    title: str
    template: str
    hint: str
    blanks: tuple[Blank, ...]
    aspects: tuple[str, ...]
    step: str
    check: Callable[[Evidence, Mapping], Outcome]

    def sentence(self, values: Mapping[str, int | str] | None = None) -> str:
        """The sentence with these values in its blanks; blanks left out show their default."""
        values = values or {}
        return self.template.format_map(
            {b.name: b.render(values.get(b.name, b.default)) for b in self.blanks}
        )


def _points(hint: str, sensible: tuple[int, int], default: int) -> Number:
    return Number(
        "abstand", "Größter Abstand", hint, ("Prozentpunkt", "Prozentpunkte"), 0, 50, sensible, default
    )


_ALL = (
    Pattern(
        SELECTION_RATES,
        "Gleiche Quoten",
        "Wir achten auf ähnliche Quoten: Bei den Zusagen lassen wir zwischen zwei Gruppen höchstens {abstand}"
        " Abstand zu.",
        "Zeigt, ob eine Gruppe seltener eine Zusage bekommt als eine andere.",
        (
            _points(
                "Mit 5 Punkten findet die Regel ein Stellvertreter-Merkmal in 100 von 100 Übungssystemen, mit 20 in"
                " 34.",
                (5, 8),
                5,
            ),
        ),
        ("diskriminierung", "werte"),
        "2",
        checks.selection_rates,
    ),
    Pattern(
        EQUAL_OPPORTUNITY,
        "Gleiche Chancen",
        "Wir geben gleiche Chancen: Unter denen, die geeignet sind oder Bedarf haben, lassen wir zwischen den"
        " Quoten zweier Gruppen höchstens {abstand} Abstand zu.",
        "Vergleicht nur Menschen, für die die Zusage wirklich gedacht ist.",
        (_points("Dafür muss bekannt sein, wer geeignet war oder Bedarf hatte.", (5, 10), 6),),
        ("diskriminierung", "werte"),
        "2",
        checks.equal_opportunity,
    ),
    Pattern(
        EQUAL_MEANING,
        "Gleicher Punktwert, gleiche Bedeutung",
        "Wir sorgen dafür, dass ein Punktwert in jeder Gruppe dasselbe heißt: Bei gleichem Punktwert weicht das"
        " tatsächliche Ergebnis um höchstens {abweichung} ab.",
        "Findet Systeme, die das Falsche richtig vorhersagen, zum Beispiel Kosten statt Bedarf.",
        (
            Number(
                "abweichung",
                "Größte Abweichung",
                "Bei 5 % bleibt das Urteil bei drei von vier guten Übungssystemen unsicher, ab 12 % bei keinem.",
                ("%", "%"),
                0,
                100,
                (18, 25),
                20,
            ),
        ),
        ("diskriminierung", "abwaegen"),
        "3",
        checks.equal_meaning,
    ),
    Pattern(
        LABEL,
        "Woraus gelernt wird",
        "Wir lassen kein System aus {quelle} lernen, sondern aus dem, worum es wirklich geht.",
        "Wer aus alten Entscheidungen lernt, wiederholt sie; wer aus Kosten lernt, sieht den Bedarf nicht.",
        (
            Choice(
                "quelle",
                "Verbotene Quelle",
                "Woraus darf ein System nicht lernen?",
                {
                    checks.DECISIONS_KEY: "eigenen früheren Entscheidungen",
                    checks.SUBSTITUTES_KEY: "Ersatzgrößen wie Kosten oder Aufwand",
                    checks.BOTH_KEY: "früheren Entscheidungen oder Ersatzgrößen wie Kosten",
                },
                (checks.DECISIONS_KEY, checks.SUBSTITUTES_KEY, checks.BOTH_KEY),
                checks.BOTH_KEY,
            ),
        ),
        ("diskriminierung", "abwaegen"),
        "3",
        checks.label,
    ),
    Pattern(
        MINIMUM_GROUP,
        "Mindestgröße einer Gruppe",
        "Wir lassen einen Menschen entscheiden, wenn von einer Gruppe weniger als {anzahl} in den Trainingsdaten"
        " stehen.",
        "Ob ein System für eine Gruppe stimmt, lässt sich ohne Menschen aus dieser Gruppe nicht prüfen.",
        (
            Number(
                "anzahl",
                "Mindestgröße",
                "Ein Vorschlag: 30 bis 100 Personen.",
                ("Person", "Personen"),
                2,
                500,
                (20, 100),
                30,
            ),
        ),
        ("diskriminierung", "abwaegen"),
        "3",
        checks.minimum_group,
    ),
    Pattern(
        FORBIDDEN_FEATURE,
        "Verbotenes Merkmal",
        "Wir bewerten niemanden nach {merkmal}; auch aus den übrigen Angaben darf sich das in höchstens {treffer}"
        " von 100 Vergleichen erraten lassen.",
        "Sieht auch Stellvertreter-Merkmale: Angaben, die ein Merkmal verraten, ohne es zu nennen.",
        (
            Choice(
                "merkmal",
                "Merkmal",
                "Welches Merkmal soll keine Rolle spielen?",
                {
                    checks.GENDER_KEY: "dem Geschlecht",
                    checks.ORIGIN_KEY: "der Herkunft",
                    checks.AGE_KEY: "dem Alter",
                    checks.HOME_KEY: "dem Wohnort",
                    checks.ANY_KEY: "geschützten Merkmalen wie Geschlecht, Herkunft oder Alter",
                },
                (*checks.ATTRIBUTES, checks.ANY_KEY),
                checks.ANY_KEY,
            ),
            Number(
                "treffer",
                "Höchstens richtig erraten",
                "50 von 100 ist reiner Zufall, 100 von 100 heißt: sicher erkannt.",
                ("", ""),
                50,
                100,
                (68, 78),
                72,
            ),
        ),
        ("diskriminierung", "transparenz"),
        "2",
        checks.forbidden_feature,
    ),
    Pattern(
        HUMAN_NEAR_THRESHOLD,
        "Mensch bei knappen Fällen",
        "Wir lassen die knappsten Fälle von einem Menschen entscheiden, mindestens {anteil} aller Fälle.",
        "Bei den knappsten 10 % der Fälle irren sich die Übungssysteme in 42 bis 51 von 100, sonst in 6 bis 37.",
        (
            Number(
                "anteil",
                "Anteil der Fälle",
                "Ein Vorschlag: 5 bis 20 %. Je mehr Fälle, desto weniger Zeit bleibt für jeden.",
                ("%", "%"),
                1,
                100,
                (5, 20),
                10,
            ),
        ),
        ("teilhabe", "abwaegen"),
        "2",
        checks.human_near_threshold,
    ),
    Pattern(
        REASON,
        "Begründung",
        "Wir geben allen, die wir ablehnen, {begruendung}.",
        "Wer den Grund kennt, kann etwas ändern oder widersprechen.",
        (
            Choice(
                "begruendung",
                "Art der Begründung",
                "Was sollen Abgelehnte erfahren?",
                {
                    "allgemein": "mindestens eine allgemeine Begründung",
                    "persoenlich": "eine persönliche Begründung",
                },
                ("allgemein", "persoenlich"),
                "persoenlich",
            ),
        ),
        ("transparenz", "teilhabe"),
        "5",
        checks.reason,
    ),
    Pattern(
        NOTICE,
        "Hinweis auf KI",
        "Wir sagen den Betroffenen {zeitpunkt}, dass KI an der Entscheidung beteiligt ist.",
        "Nur wer davon weiß, kann nachfragen.",
        (
            Choice(
                "zeitpunkt",
                "Zeitpunkt",
                "Wann sollen die Betroffenen davon erfahren?",
                {"vorher": "vor der Entscheidung", "spaetestens_mit": "spätestens mit der Entscheidung"},
                ("vorher", "spaetestens_mit"),
                "vorher",
            ),
        ),
        ("transparenz",),
        "2",
        checks.notice,
    ),
    Pattern(
        APPEAL,
        "Einspruch",
        "Wir geben allen Betroffenen mindestens {frist} Zeit für einen Einspruch.",
        "Ein Einspruch kann Fehler zeigen, die sonst niemand sieht.",
        (
            Number(
                "frist",
                "Frist",
                "Zwei Wochen lassen Zeit zum Nachdenken und zum Fragen.",
                ("Tag", "Tage"),
                1,
                365,
                (7, 30),
                14,
            ),
        ),
        ("teilhabe", "transparenz"),
        "5",
        checks.appeal,
    ),
    Pattern(
        DATA_MINIMISATION,
        "Datensparsamkeit",
        "Wir verwenden in jedem System höchstens {anzahl} über eine Person.",
        "Was nicht gespeichert ist, kann niemanden verraten.",
        (
            Number(
                "anzahl",
                "Anzahl der Angaben",
                "Probieren Sie es mit 6 bis 10 Angaben.",
                ("Angabe", "Angaben"),
                1,
                50,
                (6, 10),
                8,
            ),
        ),
        ("diskriminierung", "nachhaltigkeit"),
        "2",
        checks.data_minimisation,
    ),
    Pattern(
        MONITORING,
        "Überwachung",
        "Wir prüfen die Ergebnisse jedes Systems mindestens {abstand}.",
        "Ein System, das heute fair ist, muss es morgen nicht sein.",
        (
            Number(
                "abstand",
                "Wie oft wird geprüft?",
                "Ein Vorschlag: 3 bis 12 Monate.",
                ("Monat", "Monate"),
                1,
                36,
                (3, 12),
                6,
                forms=((1, "jeden Monat"), (12, "einmal im Jahr")),
                phrase="alle {}",
            ),
        ),
        ("verankern", "abwaegen"),
        "4",
        checks.monitoring,
    ),
    Pattern(
        ENERGY,
        "Energie",
        "Wir verbrauchen für 1.000 Entscheidungen höchstens {energie}.",
        "Fragt, ob auch ein kleineres Modell genügt.",
        (
            Number(
                "energie",
                "Energie je 1.000 Entscheidungen",
                "Die Übungssysteme ohne Fehler brauchen weniger als 50 Wattstunden.",
                ("Wattstunde", "Wattstunden"),
                1,
                10_000,
                (50, 200),
                100,
            ),
        ),
        ("nachhaltigkeit",),
        "2",
        checks.energy,
    ),
    Pattern(
        SENSITIVE_DATA,
        "Sensible Daten",
        "Wir verwenden sensible Daten wie Gesundheit oder Religion {bedingung}.",
        "Sensible Daten können schaden, wenn sie in falsche Hände kommen.",
        (
            Choice(
                "bedingung",
                "Bedingung",
                "Wann sind sensible Daten erlaubt?",
                {
                    checks.NEEDED_KEY: "nur, wenn belegt ist, dass es ohne sie nicht geht",
                    checks.NEVER_KEY: "in keinem Fall",
                },
                (checks.NEEDED_KEY,),
                checks.NEEDED_KEY,
            ),
        ),
        ("diskriminierung", "werte"),
        "2",
        checks.sensitive_data,
    ),
    Pattern(
        NO_SECRET_USE,
        "Keine heimliche Nutzung",
        "Wir nutzen KI nicht heimlich: Jedes System steht in unserem Register.",
        "Was niemand kennt, kann niemand prüfen.",
        (),
        ("transparenz", "kompetenzen"),
        "1",
        checks.no_secret_use,
    ),
)

PATTERNS: dict[str, Pattern] = {pattern.id: pattern for pattern in _ALL}
"""id → pattern, in the order in which they are offered."""
