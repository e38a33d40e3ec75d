"""German of activities: what phones and the projector say, and what is wrong with settings."""

from collections.abc import Iterable, Sequence

from fairki.speech import count_of, number, percent, together
from fairki.texts.room import POWER, Room

# ---- all activities ----

NOT_AN_ANSWER = ("Das ist hier keine mögliche Antwort.", "Bitte wählen Sie eine der Antworten auf der Seite.")
TOO_FEW = "Noch zu wenige Antworten"
ANSWER, ANSWERS, VOTES, QUESTION = "Antwort", "Antworten", "Stimmen", "Frage"


def from_so_many(fewest: int) -> str:
    """From how many answers on there is a result."""
    return f"Hier erscheint etwas ab {number(fewest)} Antworten. So bleibt jede einzelne geheim."


def answered(people: int) -> str:
    """How many have answered; the sentence has no end yet."""
    return f"{count_of(people, 'Person hat', 'Personen haben')} geantwortet."


def round_name(round_: int) -> str:
    """A round by its number."""
    return f"Runde {round_}"


def unfit(kind: str, what: str) -> tuple[str, str]:
    """The settings of an activity do not fit."""
    return (
        f"Eine Aktivität im Ablauf („{kind}“) passt nicht: {what}.",
        "Bitte berichtigen Sie den Ablauf oder wählen Sie einen fertigen.",
    )


def no_text(name: str, most: int) -> str:
    """A text is missing in the settings."""
    return f"„{name}“ fehlt oder ist kein Text von höchstens {most} Zeichen"


def no_number(name: str) -> str:
    """A number is missing in the settings."""
    return f"„{name}“ fehlt oder ist keine Zahl"


def no_setting(name: str) -> str:
    """There is no such setting."""
    return f"„{name}“ gibt es hier nicht"


def no_pairs(name: str, most: int) -> str:
    """Options are no pairs."""
    return f"„{name}“ ist keine Liste aus 2 bis {most} Paaren aus Kennung und Text"


def twice(name: str) -> str:
    """An option comes twice, or is too long."""
    return f"in „{name}“ ist eine Kennung doppelt oder ein Text zu lang"


# ---- poll ----

MOST_NOT_WHOLE = "„most“ ist keine ganze Zahl"
NOBODY_KNOWS_OPINIONS = "Wer seine Meinung geändert hat, weiß niemand. Verglichen wird nur der ganze Raum."
SEVERAL_POSSIBLE = "Mehrere Antworten waren möglich. Zusammen können es mehr als 100 % sein."
SEVERAL_IN_FRONT = "Mehrere Antworten liegen gleichauf."
WON, LOST = "gewonnen", "verloren"
NO_CASE_TEXTS = "„about“ ist nicht leer und besteht nicht aus Name und Beschreibung eines Falls"


def about(case: str, question: str) -> str:
    """A question about a case."""
    return f"{case}: {question}"


def most_beyond(options: int) -> str:
    """More answers than there are options."""
    return f"„most“ liegt nicht zwischen 1 und {options}"


def answered_by_round(sizes: Iterable[tuple[int, int]]) -> str:
    """Round and how many have answered in it."""
    return f"Geantwortet haben {', '.join(f'in Runde {n} {number(size)}' for n, size in sizes)}."


def two_in_front(labels: Sequence[str], share: str) -> str:
    """Two answers have most votes."""
    return f"Gleichauf vorn liegen {together(f'„{label}“' for label in labels)} mit je {share}."


def most_often(label: str, share: str) -> str:
    """One answer has most votes."""
    return f"Am häufigsten: „{label}“ mit {share}."


def several_moved(verb: str) -> str:
    """Several answers have won or lost the same."""
    return f"Mehrere Antworten haben gleich viel {verb}."


def moved(verb: str, answers: Sequence[tuple[str, int, int]]) -> str:
    """Label, percent before and percent after of the answers that have won or lost most."""
    told = together(
        f"„{label}“: von {percent(before / 100)} auf {percent(after / 100)}"
        for label, before, after in answers
    )
    return f"Am meisten {verb} {'hat' if len(answers) == 1 else 'haben'} {told}."


def nothing_moved(first: int, last: int) -> str:
    """All shares are as they were."""
    return f"Von Runde {first} bis Runde {last} hat sich nichts verschoben."


# ---- estimate ----

UNIT_TOO_LONG = "„unit“ ist kein kurzer Text"
NO_SCALE = "„low“, „high“ und „step“ ergeben keine Skala"
STEP_TOO_SMALL = "„step“ ist zu klein"
OUT_OF_SCALE = "Diese Zahl liegt außerhalb der Skala."
NOBODY_KNOWS_ESTIMATES = "Wer seine Schätzung geändert hat, weiß niemand. Verglichen wird nur der ganze Raum."
ESTIMATE_COLUMNS = ["Runde", "Antworten", "Mitte", "Mittlere Hälfte von", "bis"]
RIGHT = "Richtig"
EXACT = "Die Mitte des Raums trifft genau."
AS_WIDE = "Die Antworten liegen so weit auseinander wie vorher."
NARROWER, WIDER = (
    "Die Antworten liegen jetzt näher beieinander.",
    "Die Antworten liegen jetzt weiter auseinander.",
)


def possible(low: str, high: str) -> str:
    """Which numbers are possible."""
    return f"Möglich ist eine Zahl von {low} bis {high}."


def middle(value: str, low: str, high: str) -> str:
    """The middle of the room and its spread."""
    return (
        f"Die Mitte des Raums liegt bei {value}. "
        f"Die mittlere Hälfte der Antworten liegt zwischen {low} und {high}."
    )


def right(value: str) -> str:
    """The true value."""
    return f"Richtig ist: {value}."


def middle_before(round_: int, value: str, spread: str) -> str:
    """The middle of an earlier round, and what has become of the spread."""
    return f"In Runde {round_} lag die Mitte bei {value}. {spread}"


def away(by: str, above: bool) -> str:
    """How far the middle is from the true value."""
    return f"Die Mitte des Raums liegt um {by} {'darüber' if above else 'darunter'}."


def between(low: str, high: str) -> str:
    """A class of numbers."""
    return f"{low} bis {high}"


# ---- applicants ----

MODELS = {"mehrheit": "Modell des Raums (Mehrheit)", "alle": "Modell des Raums (alle Stimmen)"}
HOW = {
    "mehrheit": "Gelernt hat es aus der Mehrheit: ein Ja gilt, wenn mehr als die Hälfte zustimmt.",
    "alle": "Gelernt hat es aus allen Stimmen: Für jede Person zählt der Anteil der Ja-Stimmen.",
}
OTHER_WAY = {"mehrheit": "Nur aus der Mehrheit", "alle": "Aus allen Stimmen"}
VOTES_MISSING = "Noch fehlen Stimmen"
SIXTEEN = "Viele Stimmen machen aus 16 Bewerbungen nicht mehr Bewerbungen. Deshalb zählt für den Zufall jedes Paar nur einmal."
APPLICANT_COLUMNS = [
    "Modell",
    "Frauen eingeladen",
    "Männer eingeladen",
    "Abstand in Punkten",
    "Ergebnis",
    "Zufall allein",
]


def bad_training(majority: str, all_: str) -> str:
    """The setting ``training`` is neither of the two."""
    return f"„training“ ist weder „{majority}“ noch „{all_}“"


def votes_missing(waiting: int, fewest: int) -> str:
    """Applications have too few votes."""
    return (
        f"Bei {count_of(waiting, 'Bewerbung', 'Bewerbungen')} fehlen noch Stimmen. "
        f"Jede braucht mindestens {number(fewest)}."
    )


def yes_votes(share: str) -> str:
    """How many would invite."""
    return f"{share} ja"


def span(not_fair_yet: str) -> str:
    """How to read the picture."""
    return (
        "Die Spanne zeigt, welche Abstände durch Zufall allein entstehen können. Liegt ein Modell außerhalb, "
        f"reicht Zufall als Erklärung nicht aus. Sonst bleibt es offen. {not_fair_yet}"
    )


def of_firm(decisions: int) -> str:
    """Why the span of the firm is short."""
    return f"Das Modell der Firma lernte aus {number(decisions)} alten Entscheidungen. Deshalb ist seine Spanne so kurz."


def nothing_learnt(way: str) -> str:
    """The other way to training data has taught nothing."""
    return f"{OTHER_WAY[way]} lässt sich hier nichts lernen."


def learnt(way: str, gap: str, verdict: str) -> str:
    """What the other way to training data has taught."""
    return f"{OTHER_WAY[way]} gelernt: Der Abstand beträgt {gap}. Ergebnis: {verdict}."


def learnt_from_you(found: str) -> str:
    """A gap that chance does not explain."""
    return (
        f"{found} Gelernt hat das Modell ihn aus Ihren Stimmen. Er kann am Geschlecht liegen oder an Angaben, die "
        "damit zusammenhängen, zum Beispiel an einer Auszeit."
    )


def may_look_so(found: str, not_fair_yet: str) -> str:
    """No gap that chance does not explain."""
    return f"{found} {not_fair_yet} Auch eine Benachteiligung wie bei der Firma kann so aussehen."


def chance_alone(range_: str) -> str:
    """What chance alone does."""
    return f"Zufall allein: {range_}"


# ---- retrospective ----

FREE_TEXT_NO_BOOL = "„free_text“ ist weder wahr noch falsch"
PROMPT_MISSING = "zum freien Text fehlt „prompt“"
NO_QUESTION = "eine Frage besteht nicht aus „id“, „question“ und „options“"
QUESTION_TWICE = "eine Frage kommt doppelt vor"
NOTHING_ANSWERED = ("Das ist noch keine Antwort.", "Bitte beantworten Sie mindestens eine Frage.")
NO_FREE_TEXT = (
    "Freie Texte sind hier nicht eingeschaltet.",
    "Bitte wählen Sie eine der Antworten auf der Seite.",
)
BRACKETS = (
    "Spitze Klammern sind im Text nicht erlaubt.",
    "Bitte schreiben Sie den Satz ohne „<“ und „>“.",
)


def too_few_for(question: str) -> str:
    """A question has too few answers."""
    return f"Zu „{question}“ gibt es noch zu wenige Antworten."


def thanks(people: int) -> str:
    """How many have answered."""
    return f"{answered(people)} Danke für Ihre Rückmeldung."


def no_questions(most: int) -> str:
    """The settings hold no list of questions."""
    return f"„questions“ ist keine Liste aus 1 bis {most} Fragen"


# ---- Kodex vote ----

TITLE = "Kodex aus dem Workshop"
BLANKS = "Was soll in den Lücken stehen?"
BAD_RULES = "„rules“ ist keine ganze Zahl von 2 bis 8"
NO_KODEX = (
    "Für einen Kodex haben noch zu wenige Personen Regeln gewählt.",
    "Öffnen Sie zuerst die Runde „Regeln wählen“.",
)
SUGGESTED = "Vorschlag des Kurses (zu wenige Antworten)"
RULES_MISSING = ("Es fehlen noch Regeln", "Zuerst wählt der Raum Regeln. Danach füllen Sie die Lücken.")
MOST_IMPORTANT = "Das ist dem Raum am wichtigsten"
COUNTED_SO = "So wird gezählt: Platz 1 bringt 5 Punkte, Platz 2 bringt 4, Platz 5 noch einen."
CHOICE_COLUMNS = ["Regel", "Punkte", "Gewählt von", "Im Kodex"]
YES, NO = "ja", "nein"
NO_BLANK = "keine Lücke"
NO_CLASH = "Kein Zielkonflikt gefunden. Geprüft werden Regeln über gleiche Quoten und gleiche Chancen."
NO_NUMERIC = "Zielkonflikte zeigen sich bei gleichen Quoten und gleichen Chancen. Diese Regeln fehlen hier."
KODEX_OF_ROOM = "Der Kodex des Raums"
KODEX_COLUMNS = ["Nummer", "Regel", "So entstanden"]
FOUND, MISSED, ACCUSED = "Gefunden", "Übersehen", "Zu Unrecht beanstandet"
ACCUSED_BY = "Zu Unrecht beanstandet hat"


def median_of(answers: int) -> str:
    """How a number came about."""
    return f"Mitte aus {count_of(answers, 'Antwort', 'Antworten')}"


def most_votes(votes: int, of: int) -> str:
    """How a choice came about."""
    return f"meiste Stimmen: {number(votes)} von {number(of)}"


def points(n: int) -> str:
    """Points of a pattern."""
    return count_of(n, "Punkt", "Punkte")


def in_front(title: str, rules: int) -> str:
    """The most important rule, and how many the Kodex gets."""
    return f"Vorn liegt „{title}“. In den Kodex kommen {count_of(rules, 'Regel', 'Regeln')}."


def clash(sentence: str) -> str:
    """Two rules that exclude each other."""
    return f"Konflikt: {sentence}"


def of_faults(count: int, of: int) -> str:
    """Some of all faults."""
    return f"{number(count)} von {count_of(of, 'Fehler', 'Fehlern')}"


def of_systems(count: int, of: int) -> str:
    """Some of all systems."""
    return f"{number(count)} von {count_of(of, 'System', 'Systemen')}"


def listed(label: str, counts: Iterable[tuple[str, int]]) -> str:
    """Names, each with how often it occurs."""
    names = (name if count == 1 else f"{name} ({number(count)}-mal)" for name, count in counts)
    return f"{label}: {', '.join(names)}."


# ---- data cases ----

CASE, SUGGESTION = "Fall", "Vorschlag des Kurses"
NO_LAW = "Das ist ein Vorschlag des Kurses, kein Gesetz. Ihre Firma darf strenger sein."
CASE_TWICE = "in „cases“ kommt ein Fall doppelt vor"


def no_cases(most: int) -> str:
    """The settings hold no list of cases."""
    return f"„cases“ ist keine Liste aus 2 bis {most} Fällen"


def no_case(id: str) -> str:
    """There is no such case."""
    return f"den Fall „{id}“ gibt es nicht"


def case_has(have: str) -> str:
    """What somebody has in front of them."""
    return f"Sie haben: {have.removesuffix('.')}."


def case_wants(want: str) -> str:
    """What the program is to do with it."""
    return f"Sie möchten: {want}."


def course_suggests(answer: str) -> str:
    """What the course thinks of a case."""
    return f"Der Kurs schlägt vor: {answer}."


def room_agrees(share: str) -> str:
    """How many in the room have said the same; 0 for nobody."""
    return f"So haben auch hier geantwortet: {share}."


def contract_first(contract: str) -> str:
    """What the company's contract has to say first."""
    return f"Das muss vorher im Vertrag stehen: {contract}"


def to_talk(talk: str) -> str:
    """What the room can talk about."""
    return f"Zum Gespräch: {talk}"


# ---- a sentence about somebody ----

HALVES_BEFOREHAND = (
    "Danach vergleichen wir zwei Hälften des Raums. Was sie unterscheidet, sagen wir nach der Abstimmung."
)
SMALLER_POSSIBLE = "Kleinere Unterschiede kann es geben. Wir sehen sie dann nur nicht."
HALF_TOO_SMALL = "Für den Vergleich noch zu wenige Antworten"
TOLD = "Alle lasen dieselben zehn Angaben. Eine Hälfte las „Frau“, die andere „Herr“."
OUTLOOK, GAP = "Letzter Satz", "Unterschied"
SENTENCE_COLUMNS = ["Anrede", "Das schreibt das Modell jetzt", "Potenzial im Raum", "Potenzial beim Modell"]
MODEL_TAKES_LIKELIEST = (
    "Das Modell hat nur aus Ihren Sätzen gelernt. Es schreibt immer das wahrscheinlichste Wort. "
    "Schon eine Stimme mehr kann seinen Satz ändern."
)
ONE_OUTLOOK = (
    "Geprüft wird nur „Potenzial zur Leitung“, und das stand vorher fest. Wer alle Wörter prüft, findet leicht eines, das "
    "sich zufällig unterscheidet."
)
FACTS = (
    ("Termine", "alle gehalten"),
    ("Ideen", "zwei Vorschläge umgesetzt"),
    ("Im Team", "lernt neue Kräfte an"),
    ("Kundschaft", "lobt die klaren Antworten"),
    ("Wunsch", "mehr Verantwortung"),
)
"""What is known about the person, beside what stands in the text."""


def since(years: str) -> list[str]:
    """How long somebody has been there."""
    return ["In der Firma", f"seit {years}"]


def seen_by_size(rooms: Iterable[tuple[int, int | None]]) -> str:
    """People in a room, and the difference in points that they can see."""
    told = ", ".join(
        f"bei {number(people)} Antworten {number(points)} Punkte" for people, points in rooms if points
    )
    return f"Ein Unterschied fällt {_ROOMS} auf, wenn er so groß ist: {told}."


def half_too_small(answers: int, fewest: int) -> str:
    """One half has too few answers."""
    return f"{answered(answers)} {TOLD} Verglichen wird ab {number(fewest)} Antworten in jeder Hälfte."


def gap_title(room: Room) -> str:
    """Whether the halves differ more than by chance."""
    if not room.proven:
        return "Kein Unterschied nachweisbar"
    return f"„{'Herr' if room.gap > 0 else 'Frau'}“ bekommt hier öfter Potenzial zur Leitung"


def gap_found(room: Room) -> str:
    """The shares of the halves and their difference."""
    women, men = (f"{number(half.promised)} von {number(half.n)}" for half in (room.women, room.men))
    return (
        f"„Potenzial zur Leitung“ schrieben {women} über die Frau und {men} über den Mann. {gap_span(room)}"
    )


def gap_verdict(room: Room) -> str:
    """Whether chance explains the difference."""
    return "Zufall allein reicht als Erklärung nicht aus." if room.proven else "Das kann Zufall sein."


def gap_span(room: Room) -> str:
    """The difference and its interval, as seen from whoever gets more."""
    low, high = (room.low, room.high) if room.gap >= 0 else (-room.high, -room.low)
    more = "mehr für „Herr“" if room.gap >= 0 else "mehr für „Frau“"
    apart = round(abs(room.gap))
    found = count_of(apart, "Punkt", "Punkte") + (f" {more}" if apart else "")
    return f"Unterschied: {found}, Spanne von {number(low)} bis {number(high)}."


def gap_meaning(room: Room) -> str:
    """What a difference means, or its absence."""
    if room.proven:
        return (
            "Der Unterschied gilt für den Raum, nicht für eine einzelne Person. "
            "Ein anderer Raum kann anders schreiben."
        )
    return (
        "Ob Sie gleich schreiben, wissen wir damit nicht. Wir wissen nur: Größer als "
        f"{number(max(-room.low, room.high))} Punkte ist der Unterschied wohl nicht."
    )


def sees(points: int | None) -> str:
    """What so many answers can show; None: nothing."""
    if points is None:
        return "So wenige Antworten zeigen nicht einmal den größten Unterschied sicher."
    return f"Bei so vielen Antworten fällt {_ROOMS} erst ein Unterschied ab {number(points)} Punkten auf."


_ROOMS = f"in {number(10 * POWER)} von 10 Räumen"
