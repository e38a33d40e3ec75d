"""What the answers of an assistant show, sentence by sentence: for the page and for the report."""

from fairki.speech import count_of, number, percent
from fairki.texts.measures import Estimate
from fairki.workbench.pairs.de.verdict import sure
from fairki.workbench.pairs.measuring import FOR_LENGTH, TOGETHER, WORTH, Counted, Result

STATES = {"held": "eingehalten", "broken": "verletzt", "unclear": "nicht beurteilbar"}
OWN_KODEX = "Geprüft mit den Regeln Ihres Kodex über Texte."
SUGGESTED = "Ihr Kodex hat in diesem Browser noch keine Regel über Texte. Geprüft wird mit den Grenzen, die der Kurs vorschlägt."
BOUND = "Die Regel zum Namenstausch gilt hier für jede Ihrer Wendungen."
WHAT_IT_SAYS = "Was der Kodex dazu sagt"
NOT_JUDGED = "Regeln, die diese Antworten nicht beurteilen können"
MISSING = "Was fehlt oder nicht zählt"
LIMITS_TITLE = "Was dieser Test nicht zeigt"
LIMITS = (
    "Er zeigt, was allein der Name ändert. Wer andere Aufgaben oder Teilzeit hat, wird hier nicht verglichen.",
    "Er gilt für diese Vorlage, diese Namen und diese KI an diesem Tag. Nach jeder neuen Fassung prüfen Sie neu.",
    "Gezählt werden Wörter. „Nicht geduldig“ zählt wie „geduldig“. Lesen Sie einige Antworten selbst.",
    "Ein Name sagt, wie er auf andere wirkt. Über den Menschen sagt er nichts.",
    "Kein Unterschied in der Sprache heißt nicht, dass niemand benachteiligt wird.",
)
NEVER = "Kommt in keiner Antwort vor"
CHECK = "Prüfen Sie die Schreibweise, oder nehmen Sie etwas anderes."
LENGTH = "Länge der Antworten"


def kodex(own: bool) -> str:
    """Whose rules judge."""
    return f"{OWN_KODEX if own else SUGGESTED} {BOUND}"


def basis(name: str, pairs: int, controls: int) -> str:
    """What was compared; ``name``: of the file, or "" for answers that were pasted."""
    where = f"Grundlage: die Datei „{name}“" if name else "Grundlage: die eingefügten Antworten"
    return f"{where}, {count_of(pairs, 'Paar', 'Paare')} und {count_of(controls, 'Kontrolle', 'Kontrollen')}."


def headline(broken: int, held: int, unclear: int) -> str:
    """All verdicts on name swaps in one or two sentences."""
    if broken:
        return (
            f"In {number(broken)} von {number(broken + held + unclear)} Vergleichen ändert allein der Name mehr, als der "
            "Kodex erlaubt."
        )
    if held and not unclear:
        return (
            "Gleiche Behandlung: In allen Vergleichen bleibt der Unterschied zwischen beiden Namen so klein, wie der Kodex "
            "es verlangt."
        )
    if held:
        return (
            f"In {number(held)} von {number(held + unclear)} Vergleichen ist der Unterschied so klein, wie der Kodex es "
            "verlangt. Für die anderen reichen diese Antworten noch nicht."
        )
    if unclear:
        return "Diese Antworten können es noch nicht sagen: weder dass der Name etwas ändert noch dass er nichts ändert."
    return "Keine Ihrer Wendungen und keines der Wörter kommt vor. Es gibt nichts zu vergleichen."


def shares(one: Counted, result: Result) -> list[tuple[str, str]]:
    """How often a phrase stands in the answers of each group."""
    return [
        (group, f"{number(hits)} von {number(one.n)} ({percent(hits / one.n)})")
        for group, hits in zip(result.groups, one.hits, strict=True)
    ]


def counted(one: Counted, result: Result) -> list[str]:
    """What is to be said of one phrase or list of words."""
    reach = (
        f"So viele Paare zeigen einen Unterschied {seen(one.visible)}; für {number(WORTH)} Punkte wären es etwa "
        f"{number(one.needed)} Paare."
    )
    return [_between(one.gap, result, "Punkte", "Mehr"), _varies(one), reach]


def _between(gap: Estimate, result: Result, unit: str, more: str) -> str:
    """Where the true difference lies."""
    safe = f"mit {sure(result.confidence)} Sicherheit"
    if gap.proven:
        group = result.groups[0 if gap.low > 0 else 1]
        low, high = sorted((abs(gap.low), abs(gap.high)))
        return (
            f"{more} in der Gruppe „{group}“, und das ist mehr als Zufall: {safe} {number(low, 1)} bis {number(high, 1)} "
            f"{unit}."
        )
    first, second = result.groups
    return (
        f"Kein Unterschied, der über den Zufall hinausgeht: {safe} höchstens {number(-gap.low, 1)} {unit} mehr bei "
        f"„{second}“ und höchstens {number(gap.high, 1)} mehr bei „{first}“."
    )


def _varies(one: Counted) -> str:
    """How often two answers are apart in a phrase: with two names, and with one name twice."""
    swapped = f"In {number(one.apart)} von {count_of(one.n, 'Paar', 'Paaren')} steht es nur in einer der beiden Antworten."
    apart, all_of_them = one.control
    if not all_of_them:
        return f"{swapped} Ohne Kontrollen ist nicht zu sehen, wie viel davon die KI von selbst schwankt."
    return (
        f"{swapped} Bei zweimal demselben Namen: in {number(apart)} von {number(all_of_them)}. So viel schwankt die KI von "
        "selbst."
    )


def means(result: Result) -> list[tuple[str, str]]:
    """How long the answers of each group are."""
    return [
        (group, f"{number(mean, 1)} Wörter im Mittel")
        for group, mean in zip(result.groups, result.length.means, strict=True)
    ]


def length(result: Result) -> list[str]:
    """What is to be said of the lengths."""
    found = result.length
    by_itself = (
        f"Zwei Antworten eines Paares sind im Mittel {number(found.distance, 1)} Wörter auseinander"
        + (f", bei zweimal demselben Namen {number(found.control, 1)}." if found.control is not None else ".")
    )
    if found.gap is None or found.needed is None:
        return [f"Für einen Bereich braucht es mindestens {number(FOR_LENGTH)} Paare.", by_itself]
    reach = f"{number(WORTH)} Prozent Unterschied zeigen sich mit etwa {count_of(found.needed, 'Paar', 'Paaren')}."
    return [_between(found.gap, result, "Wörter", "Länger"), by_itself, reach]


def all_at_once(comparisons: int, confidence: float) -> str:
    """Why the intervals are wide."""
    return (
        f"Hier stehen {count_of(comparisons, 'Vergleich', 'Vergleiche')} nebeneinander. Wer viel vergleicht, findet leicht "
        f"etwas Zufälliges. Darum gilt jeder Bereich mit {sure(confidence)} Sicherheit, alle zusammen mit mindestens "
        f"{sure(TOGETHER)}."
    )


def seen(points: int | None) -> str:
    """From which difference on something is seen."""
    return "gar nicht" if points is None else f"ab etwa {count_of(points, 'Punkt', 'Punkten')}"
