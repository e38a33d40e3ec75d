"""What the second tool says: prompts in pairs for a name-swap test of one's own assistant."""

from collections.abc import Sequence

from fairki.html import Markup, bullets, card, facts, folded, html, icon, paragraphs, strong
from fairki.speech import count_of, number, percent
from fairki.texts.measures import Estimate
from fairki.workbench.pairs import power
from fairki.workbench.pairs.de import names as name_words
from fairki.workbench.pairs.de.examples import TEMPLATES
from fairki.workbench.pairs.de.verdict import sure
from fairki.workbench.pairs.measuring import FOR_LENGTH, WORTH, Counted, Result

EXAMPLES = "Womit wollen Sie anfangen?"
EXAMPLE_OPTIONS = [[id, one.label] for id, one in TEMPLATES.items()]
INSERT, INSERTING, INSERTED = (
    "In die Felder einsetzen",
    "Wird eingesetzt …",
    "Eingesetzt. Ändern Sie die Texte, bis sie zu Ihrem Betrieb passen.",
)

TEMPLATE = "Vorlage für den Auftrag an die KI"
TEMPLATE_HINT = (
    "Was in geschweiften Klammern steht, füllt diese Seite: {name}, {vorname}, {nachname}, {herr} und {herrn} (Frau oder "
    "Herr), {er}, {ihm}, {ihn}, {sein}, {seine} …, am Satzanfang groß. {Kollegin|Kollege} wählt ein Wort. "
    "Keine Namen von wirklichen Menschen."
)
FACTS = "Angaben, die von Paar zu Paar wechseln"
FACTS_HINT = (
    "Eine Zeile je Angabe, zum Beispiel: jahre: drei Jahre | fünf Jahre. In der Vorlage steht dann {jahre}. Beide Namen "
    "eines Paares bekommen dieselben Angaben."
)
SWAP = "Was soll sich im Paar unterscheiden?"
SWAP_OPTIONS = {
    "geschlecht": ("Frau und Mann", "gleicher Nachname, zum Beispiel Anna Lorenz und Lukas Lorenz"),
    "klang": ("Wie der Name klingt", "gleiches Geschlecht, zum Beispiel Anna Lorenz und Fatma Kaya"),
    "eigene": ("Eigene Namen", "zwei Listen, getauscht wird Zeile gegen Zeile"),
}
KIND_OPTIONS = [[id, kind.label] for id, kind in name_words.KINDS.items()]
FIRST_KIND, SECOND_KIND = "Namen", "Namen der zweiten Gruppe"
FIRST_LABEL, SECOND_LABEL = "Wie heißt die erste Gruppe?", "Wie heißt die zweite Gruppe?"
FIRST_NAMES, SECOND_NAMES = "Namen der ersten Gruppe", "Namen der zweiten Gruppe (gleich viele Zeilen)"
NAMES_HINT = "Eine Zeile je Name, mit oder ohne Anrede: Frau Anna Lorenz. Erfundene Namen, keine Kolleginnen und Kollegen."
PAIRS, CONTROLS = "Paare mit zwei Namen", "Kontrollen: zweimal derselbe Name"

PHRASES = "Auf welche Wendungen achten Sie?"
PHRASES_HINT = (
    "Eine je Zeile, höchstens sechs. Ein Stern steht für beliebige Buchstaben: Führung* findet auch Führungsaufgaben. "
    "Varianten trennen Sie mit |. Endungen zählen nicht."
)
STRONG, STRONG_LABEL = "Wörter wie „Tatkraft“", "Wörter wie Tatkraft"
WARM, WARM_LABEL = "Wörter wie „Herzlichkeit“", "Wörter wie Herzlichkeit"
WORDS_HINT = "Mit Komma getrennt. Ändern Sie die Liste, bevor Sie die Antworten lesen, nicht danach."

SAVE_PROMPTS = "Aufträge als CSV speichern"
PROMPTS_FILE = "namenstausch-auftraege.csv"
SAVE_ANSWERS = "Bisherige Antworten als CSV speichern"
ANSWERS_FILE = "namenstausch-antworten.csv"
PASTE = "Antworten einzeln einfügen"
UPLOAD = "Oder: die ausgefüllte Datei zurückgeben"
UPLOAD_HINT = (
    "CSV oder Excel, mit den Antworten in der Spalte „antwort“. Die Datei bleibt auf diesem Rechner. Ausgewertet wird, was "
    "zuletzt kam: die Datei oder eingefügte Antworten."
)
RUN, RUNNING, DONE = (
    "Antworten auswerten",
    "Die Antworten werden verglichen …",
    "Fertig. Das Ergebnis steht darunter.",
)
NO_ANSWERS = paragraphs(
    "Es ist noch keine Antwort da. Fügen Sie oben welche ein, oder geben Sie die ausgefüllte Datei zurück."
)
OUTDATED = paragraphs("Seit der letzten Auswertung hat sich etwas geändert. Werten Sie noch einmal aus.")

STATES = {"held": "eingehalten", "broken": "verletzt", "unclear": "nicht beurteilbar"}
SIGNS = {"held": "✓", "broken": "✗", "unclear": "?"}
OWN_KODEX = "Geprüft mit den Regeln Ihres Kodex über Texte."
SUGGESTED = "Ihr Kodex hat in diesem Browser noch keine Regel über Texte. Geprüft wird mit den Grenzen, die der Kurs vorschlägt."
BOUND = "Die Regel zum Namenstausch gilt hier für jede Ihrer Wendungen."
WHAT_IT_SAYS = "Was der Kodex dazu sagt"
NOT_JUDGED = "Regeln, die diese Antworten nicht beurteilen können"
LIMITS_TITLE = "Was dieser Test nicht zeigt"
LIMITS = folded(
    LIMITS_TITLE,
    bullets(
        [
            "Er zeigt, was allein der Name ändert. Wer andere Aufgaben oder Teilzeit hat, wird hier nicht verglichen.",
            "Er gilt für diese Vorlage, diese Namen und diese KI an diesem Tag. Nach jeder neuen Fassung prüfen Sie neu.",
            "Gezählt werden Wörter. „Nicht geduldig“ zählt wie „geduldig“. Lesen Sie einige Antworten selbst.",
            "Ein Name sagt, wie er auf andere wirkt. Über den Menschen sagt er nichts.",
            "Kein Unterschied in der Sprache heißt nicht, dass niemand benachteiligt wird.",
        ]
    ),
)
NEVER = "Kommt in keiner Antwort vor"
CHECK = "Prüfen Sie die Schreibweise, oder nehmen Sie etwas anderes."


def preview(titles: tuple[str, str], texts: tuple[str, str], prompts: int) -> Markup:
    """One pair to look at."""
    cards = (card(title, paragraphs(text)) for title, text in zip(titles, texts, strict=True))
    return findings(
        paragraphs(f"Das sind {count_of(prompts, 'Auftrag', 'Aufträge')}. So sieht ein Paar aus:"), *cards
    )


def reach(pairs: int, confidence: float) -> Markup:
    """Which differences so many pairs can show."""
    calm, lively = (_seen(power.visible(pairs, apart, confidence)) for apart in (power.CALM, power.LIVELY))
    ten = [power.needed(10, apart, confidence) for apart in (power.CALM, power.LIVELY)]
    return html(
        "<p>Wie viele Paare sind genug? Das hängt davon ab, wie sehr die KI von selbst schwankt. Schwankt sie wenig (die "
        "Wendung wechselt in {} von 100 Paaren), zeigen {} einen Unterschied {}. Schwankt sie stark ({} von 100), {}. Für "
        "10 Punkte brauchen Sie im ersten Fall etwa {} Paare, im zweiten etwa {}.</p>",
        number(100 * power.CALM),
        count_of(pairs, "Paar", "Paare"),
        calm,
        number(100 * power.LIVELY),
        lively,
        number(ten[0]),
        number(ten[1]),
    )


def _seen(points: int | None) -> str:
    return "gar nicht" if points is None else f"ab etwa {count_of(points, 'Punkt', 'Punkten')}"


def file_read(pairs: int, controls: int, told: int) -> str:
    """A file with answers was read."""
    found = (
        f"Gelesen: {count_of(pairs, 'vollständiges Paar', 'vollständige Paare')} und "
        f"{count_of(controls, 'Kontrolle', 'Kontrollen')}."
    )
    return f"{found} {count_of(told, 'Hinweis', 'Hinweise')} dazu: siehe Auswertung." if told else found


def basis(name: str, pairs: int, controls: int) -> Markup:
    """What was compared; ``name``: of the file, or "" for answers that were pasted."""
    where = f"Grundlage: die Datei „{name}“" if name else "Grundlage: die eingefügten Antworten"
    return paragraphs(
        f"{where}, {count_of(pairs, 'Paar', 'Paare')} und {count_of(controls, 'Kontrolle', 'Kontrollen')}."
    )


def findings(*parts: Markup) -> Markup:
    """All of the result, one part below the other."""
    return html('<div class="fk-findings">{}</div>', Markup().join(parts))


def told(sentences: Sequence[str]) -> Markup:
    """What is missing or was left out."""
    return card("Was fehlt oder nicht zählt", bullets(sentences)) if sentences else Markup()


def headline(broken: int, held: int, unclear: int) -> Markup:
    """All verdicts on name swaps in one or two sentences."""
    return paragraphs(strong(_headline(broken, held, unclear)))


def _headline(broken: int, held: int, unclear: int) -> str:
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


def never(labels: Sequence[str]) -> Markup:
    """Phrases and lists of words that stand in no answer."""
    return card(NEVER, bullets(labels), paragraphs(CHECK)) if labels else Markup()


def counted(one: Counted, result: Result) -> Markup:
    """One phrase or list of words."""
    shares = facts(
        [
            (group, f"{number(hits)} von {number(one.n)} ({percent(hits / one.n)})")
            for group, hits in zip(result.groups, one.hits, strict=True)
        ],
        wide=True,
    )
    reach = (
        f"So viele Paare zeigen einen Unterschied {_seen(one.visible)}; für {number(WORTH)} Punkte wären es etwa "
        f"{number(one.needed)} Paare."
    )
    found = _between(one.gap, result, "Punkte", "Mehr")
    return card(one.phrase.label, shares, paragraphs(found, _varies(one), reach))


def _between(gap: Estimate, result: Result, unit: str, more: str) -> str:
    """Where the true difference lies."""
    safe = f"mit {sure(result.confidence)} Sicherheit"
    if gap.low > 0 or gap.high < 0:
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


LENGTH = "Länge der Antworten"


def length(result: Result) -> Markup:
    """How long the answers are."""
    found = result.length
    shown = facts(
        [
            (group, f"{number(mean, 1)} Wörter im Mittel")
            for group, mean in zip(result.groups, found.means, strict=True)
        ],
        wide=True,
    )
    by_itself = (
        f"Zwei Antworten eines Paares sind im Mittel {number(found.distance, 1)} Wörter auseinander"
        + (f", bei zweimal demselben Namen {number(found.control, 1)}." if found.control is not None else ".")
    )
    if found.gap is None or found.needed is None:
        few = f"Für einen Bereich braucht es mindestens {number(FOR_LENGTH)} Paare."
        return card(LENGTH, shown, paragraphs(few, by_itself))
    reach = f"{number(WORTH)} Prozent Unterschied zeigen sich mit etwa {count_of(found.needed, 'Paar', 'Paaren')}."
    return card(LENGTH, shown, paragraphs(_between(found.gap, result, "Wörter", "Länger"), by_itself, reach))


def verdicts(rows: Sequence[tuple[str, str, str]], own: bool) -> Markup:
    """What the rules say: (title of the rule, status, reason)."""
    said = [
        html("{} {}: {}. {}", icon(SIGNS[status]), strong(title), STATES[status], why)
        for title, status, why in rows
    ]
    return card(
        WHAT_IT_SAYS, paragraphs(f"{OWN_KODEX if own else SUGGESTED} {BOUND}"), bullets(said, signs=True)
    )


def still_open(rows: Sequence[tuple[str, str]]) -> Markup:
    """Rules that cannot be judged: (title, what it would need)."""
    return folded(NOT_JUDGED, bullets([f"{title}: {needs}" for title, needs in rows]))


def all_at_once(comparisons: int, confidence: float) -> Markup:
    """Why the intervals are wide."""
    return paragraphs(
        f"Hier stehen {count_of(comparisons, 'Vergleich', 'Vergleiche')} nebeneinander. Wer viel vergleicht, findet leicht "
        f"etwas Zufälliges. Darum gilt jeder Bereich mit {sure(confidence)} Sicherheit, alle zusammen mit mindestens 95 %."
    )
