"""What the second tool says: prompts in pairs for a name-swap test of one's own assistant."""

from collections.abc import Sequence

from fairki.html import Markup, bullets, card, facts, folded, html, icon, paragraphs, strong
from fairki.speech import count_of, number, together
from fairki.workbench.pairs import power
from fairki.workbench.pairs.de import names as name_words
from fairki.workbench.pairs.de import told
from fairki.workbench.pairs.de.examples import TEMPLATES
from fairki.workbench.pairs.findings import Findings
from fairki.workbench.pairs.measuring import Counted, Result

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
REPORT = "Bericht zum Namenstausch"
RUN, RUNNING, DONE = (
    "Antworten auswerten",
    "Die Antworten werden verglichen …",
    "Fertig. Das Ergebnis steht darunter.",
)
NO_ANSWERS = paragraphs(
    "Es ist noch keine Antwort da. Fügen Sie oben welche ein, oder geben Sie die ausgefüllte Datei zurück."
)
CLOSED_AGAIN = "Bestätigen Sie zuerst wieder alle Punkte von „Darf ich das?“, und nennen Sie den Zweck. Die Antworten liegen noch hier."
OUTDATED = paragraphs("Seit der letzten Auswertung hat sich etwas geändert. Werten Sie noch einmal aus.")

SIGNS = {"held": "✓", "broken": "✗", "unclear": "?"}


def preview(titles: tuple[str, str], texts: tuple[str, str], prompts: int) -> Markup:
    """One pair to look at."""
    cards = (card(title, paragraphs(text)) for title, text in zip(titles, texts, strict=True))
    return findings(
        paragraphs(f"Das sind {count_of(prompts, 'Auftrag', 'Aufträge')}. So sieht ein Paar aus:"), *cards
    )


def reach(pairs: int, confidence: float) -> Markup:
    """Which differences so many pairs can show."""
    calm, lively = (
        told.seen(power.visible(pairs, apart, confidence)) for apart in (power.CALM, power.LIVELY)
    )
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


def file_read(pairs: int, controls: int, hints: int) -> str:
    """A file with answers was read."""
    found = (
        f"Gelesen: {count_of(pairs, 'vollständiges Paar', 'vollständige Paare')} und "
        f"{count_of(controls, 'Kontrolle', 'Kontrollen')}."
    )
    return f"{found} {count_of(hints, 'Hinweis', 'Hinweise')} dazu: siehe Auswertung." if hints else found


PHRASE, SPAN, DIFFERENCE = "Wendung", "Bereich in Punkten", "Unterschied"
AXIS = "Unterschied in Punkten"


def row(one: Counted, result: Result) -> list[str]:
    """The numbers behind the picture: shares of both groups, the interval, the difference; short enough for a phone."""
    return [
        one.phrase.label,
        *(share for _, share in told.shares(one, result)),
        f"{number(one.gap.low, 1)} bis {number(one.gap.high, 1)}",
        f"{number(abs(one.difference), 1)} Punkte{'' if one.gap.proven else ', kann Zufall sein'}",
    ]


def _difference(one: Counted, result: Result) -> str:
    if not one.difference:
        return "kein Unterschied"
    group = result.groups[0 if one.difference > 0 else 1]
    said = f"{number(abs(one.difference), 1)} Punkte mehr bei „{group}“"
    return said if one.gap.proven else f"{said}, kann Zufall sein"


def picture_title(counted: Sequence[Counted]) -> str:
    """How many of the differences are more than chance."""
    sure = [one.phrase.label for one in counted if one.gap.proven]
    if not sure:
        return "Kein Unterschied zwischen den beiden Gruppen geht über den Zufall hinaus"
    return f"Mehr als Zufall ist der Unterschied bei {together(f'„{one}“' for one in sure)}"


def picture_summary(counted: Sequence[Counted], result: Result) -> str:
    """All differences in one sentence."""
    return "; ".join(f"{one.phrase.label}: {_difference(one, result)}" for one in counted) + "."


def sides(first: str, second: str) -> tuple[str, str]:
    """Who is ahead left and right in the picture."""
    return f"← {first}", f"{second} →"


def findings(*parts: Markup) -> Markup:
    """All of the result, one part below the other."""
    return html('<div class="fk-findings">{}</div>', Markup().join(parts))


def shown(found: Findings) -> Markup:
    """All of the result."""
    result = found.result
    rules = [
        html(
            "{} {}: {}. {}",
            icon(SIGNS[one.outcome.status]),
            strong(one.rule.kind.title),
            told.STATES[one.outcome.status],
            one.outcome.why,
        )
        for one in found.judged
    ]
    never = [one.phrase.label for one in result.counted if not one.occurs]
    return findings(
        paragraphs(strong(told.headline(*found.statuses))),
        paragraphs(told.basis(found.file, result.n, result.controls)),
        card(told.MISSING, bullets(found.told)) if found.told else Markup(),
        *(
            card(
                one.phrase.label,
                facts(told.shares(one, result), wide=True),
                paragraphs(*told.counted(one, result)),
            )
            for one in result.counted
            if one.occurs
        ),
        card(told.NEVER, bullets(never), paragraphs(told.CHECK)) if never else Markup(),
        card(told.LENGTH, facts(told.means(result), wide=True), paragraphs(*told.length(result))),
        paragraphs(told.all_at_once(result.comparisons, result.confidence)),
        card(told.WHAT_IT_SAYS, paragraphs(told.kodex(found.own)), bullets(rules, signs=True)),
        folded(told.NOT_JUDGED, bullets([f"{one.rule.kind.title}: {one.needs}" for one in found.still])),
        folded(told.LIMITS_TITLE, bullets(told.LIMITS)),
    )
