"""German of unit 4, together and visible: in the order of the page."""

from collections.abc import Mapping, Sequence

import pandas as pd

from fairki.html import Markup, bullets, framed, html, paragraphs, strong
from fairki.reference import Finding
from fairki.speech import count_of, number, percent, points, together

# ---- copies of copies


def copies(words: int, years: int) -> str:
    """The question; how many words of praise people use, and for how many years the model copies itself."""
    return (
        f"Menschen loben hier mit {words} Wörtern. Nun lernt das Modell nur noch aus seinen eigenen Texten. "
        f"Was schätzen Sie: Wie viele dieser Wörter benutzt es nach {years} Jahren noch?"
    )


def of(words: int) -> str:
    """The unit behind the guess."""
    return f"von {words}"


YEARS_COLUMNS = ["Jahr", "seltene Wörter", "Potenzial: Frauen", "Potenzial: Männer"]
ALONE_TITLE = "Aus eigenen Texten gelernt: Jahr für Jahr verschwinden Wörter."


def years_summary(table: pd.DataFrame) -> str:
    """First and last year in words."""
    first, last = table.iloc[0], table.iloc[-1]
    parts = (f"{name} von {percent(first[name])} auf {percent(last[name])}" for name in table.columns[1:])
    return f"Anteil der Texte: {'; '.join(parts)}."


def left_over(words: int, women: Sequence[float], men: Sequence[float]) -> Markup:
    """What is left after the last year.

    Args:
        words: words of praise that still occur.
        women, men: share of them that get the phrase, first and last year.
    """
    return paragraphs(
        html("Es sind noch {}.", strong(number(words))),
        f"Auch der alte Abstand wächst. „Potenzial zur Leitung“ schreibt das Modell bei Frauen erst in {percent(women[0])} "
        f"der Texte, am Ende in {percent(women[1])}. Bei Männern geht es von {percent(men[0])} auf {percent(men[1])}.",
        "Beschlossen hat das niemand. Häufiges wird jedes Jahr häufiger, Seltenes seltener.",
    )


YEAR = "Mit diesen Wörtern lobt das Modell im Jahr"
GUESS_FIRST = paragraphs("Schätzen Sie zuerst oben. Dann zeigt der Regler jedes Jahr.")


def words_of(year: int, shares: Mapping[str, float]) -> Markup:
    """The words of praise of a year with their shares; those that are gone."""
    there = (f"{word} {percent(share, 1)}" for word, share in shares.items() if share)
    gone = [word for word, share in shares.items() if not share]
    first = "So schreiben Menschen:" if year == 0 else f"Im Jahr {year} gibt es noch:"
    return (
        paragraphs(strong(first))
        + bullets(there)
        + paragraphs(
            f"Verschwunden: {together(sorted(gone))}." if gone else "Verschwunden ist noch kein Wort."
        )
    )


ROAD = "Was könnte die Firma anders machen?"
ROADS = [
    ["halb", "Die Hälfte der Texte schreiben jedes Jahr Menschen."],
    ["bunt", "Das Modell schreibt mit Temperatur 1 statt mit einer niedrigeren."],
]
ROAD_FIRST = paragraphs("Wählen Sie einen Weg. Dann rechnen wir die Jahre noch einmal.")
ROAD_TITLES = {
    "halb": "Mit Texten von Menschen bleiben mehr Wörter.",
    "bunt": "Mit Temperatur 1 bleibt es ungefähr, wie es war.",
}
ROAD_SAID = {
    "halb": "Auf diesem Weg geht es langsamer bergab. Auch hier werden die seltenen Wörter aber seltener.",
    "bunt": "Nicht jeder Weg führt bergab: Bei Temperatur 1 verstärkt das Modell nichts. Die alte Ungleichheit bleibt aber auch.",
}


def road(id: str, words: int, alone: int, rare: Sequence[float], gap: Sequence[float]) -> Markup:
    """What becomes of the words on another road.

    Args:
        id: which one.
        words, alone: words of praise in the last year on this road, and without it.
        rare: share of texts with a rare word, first and last year.
        gap: men minus women in the share that gets the phrase, first and last year.
    """
    return paragraphs(
        html("Am Ende sind es {} statt {}.", strong(count_of(words, "Wort", "Wörter")), number(alone)),
        f"Seltene Wörter stehen dann in {percent(rare[1], 1)} der Texte, am Anfang waren es {percent(rare[0], 1)}. "
        f"Der Abstand zwischen Männern und Frauen beim „Potenzial“ geht von {number(100 * gap[0], 1)} auf {points(gap[1])}.",
        ROAD_SAID[id],
    )


def found(findings: Sequence[Finding]) -> Markup:
    """Findings with their sources; a list if there are several."""
    told = [html("{} <cite>({})</cite>", one.text, one.source) for one in findings]
    return html('<div class="fairki">{}</div>', bullets(told) if len(told) > 1 else paragraphs(*told))


# ---- reading in a hurry


def reading(per_hour: int, errors: float) -> str:
    """The question; texts in an hour, share of them with an error."""
    return (
        f"Angenommen, in {number(100 * errors)} von 100 Texten steckt ein Fehler, und eine Person liest {per_hour} Texte in "
        "der Stunde. Was schätzen Sie: Wie viele von 100 Fehlern findet sie?"
    )


READING_UNIT = "von 100"
READING_CAPTION = "Angenommen: gefundene Fehler"
READING_COLUMNS = ("Texte in der Stunde", "nur der Text", "neben der Akte")


def caught(
    asked: int, rows: Sequence[tuple[int, float, float]], slow: int, slipped: Sequence[float]
) -> Markup:
    """What readers catch.

    Args:
        asked: texts in an hour in the question.
        rows: texts in an hour, share of the errors caught alone and beside the record.
        slow: a slower pace to compare with.
        slipped: errors that go out in an hour at the asked pace, alone and beside the record.
    """
    found = {per_hour: (alone, beside) for per_hour, alone, beside in rows}
    alone, beside = found[asked]
    return (
        paragraphs(
            html(
                "Es sind {}. {} Diese Zahlen sind nicht an Menschen gemessen.",
                strong(f"etwa {number(100 * alone)} von 100"),
                strong("Angenommen:"),
            )
        )
        + framed(
            READING_CAPTION,
            READING_COLUMNS,
            [(number(per_hour), percent(one), percent(two)) for per_hour, one, two in rows],
            numbers=True,
        )
        + paragraphs(
            f"Langsamer lesen hilft. Die Akte daneben hilft hier noch mehr: Mit ihr findet man bei {asked} Texten "
            f"{percent(beside)}, ohne sie selbst bei {slow} Texten nur {percent(found[slow][0])}.",
            f"Unbemerkt gehen bei {asked} Texten jede Stunde {number(slipped[0], 1)} Fehler hinaus, mit der Akte "
            f"{number(slipped[1], 1)}. „Ein Mensch liest noch einmal drüber“ ist also erst ein Anfang.",
        )
    )


# ---- where it helps

FELT = (
    "Erfahrene Fachleute arbeiteten mit einem KI-Helfer an ihren eigenen Programmen. Danach schätzten sie, dass sie damit "
    "schneller waren. Was zeigte die Uhr?"
)
SLOWER = "langsamer"
FELT_OPTIONS = [
    ["schneller", "Sie waren schneller, aber etwas weniger, als sie dachten."],
    ["gleich", "Sie waren genauso schnell wie ohne."],
    [SLOWER, "Sie waren langsamer."],
]


def felt(hit: bool, finding: Finding) -> Markup:
    """What the clock said."""
    return paragraphs(
        html("{} Sie waren {}.", "Ja." if hit else "Es kam anders.", strong("langsamer")),
        html("{} <cite>({})</cite>", finding.text, finding.source),
        "Gefühlt ist nicht gemessen. In anderen Studien half das Programm: vor allem denen mit weniger Erfahrung, und "
        "dort, wo die Aufgabe zu ihm passt. Deshalb messen Sie besser selbst.",
    )


# ---- the Kodex


def how_many(planted: int) -> str:
    """The question; number of planted faults."""
    return f"In den Systemen stecken {planted} Fehler. Was schätzen Sie: Wie viele davon findet der Kodex beim ersten Mal?"


KEEP_GUESS = "Schätzung festhalten"
START_NOW = paragraphs("Gut. Starten Sie jetzt die Prüfung.")


def first_audit(found: int) -> Markup:
    """How many faults the first audit found."""
    return paragraphs(html("In Ihrer ersten Prüfung waren es {}.", strong(number(found))))


# ---- rules of play

PROPOSE, PROPOSING = "Vorschlag einsetzen", "Wird eingesetzt …"
PROPOSED = "Eingesetzt, wo noch nichts stand. Ändern Sie, was nicht passt."
ALL_FULL = "In jedem Feld steht schon etwas. Wir ändern daran nichts."
STRICTER = " Wo Ihre Wahl lockerer war als unser Vorschlag, steht hier der Vorschlag."
SORT_FIRST = " Für die ersten beiden Felder fehlen noch Ihre Karten aus Einheit 3."
NONE_SORTED_SO = " Ein Feld bleibt leer, denn so haben Sie noch keine Karte sortiert."
ANY, APPROVED = "In jedem Programm", "Nur im Werkzeug der Firma"
SUGGESTED_READS = "Wer den Text verschickt, hat ihn gelesen: neben der Quelle und mit Zeit dafür."
SUGGESTED_LABELS = (
    "Nach außen sagen wir, wo ein Programm schreibt und kein Mensch geprüft hat.",
    "Im Haus darf jede Person sagen, dass ein Programm geholfen hat. Niemand hat davon einen Nachteil.",
)
SUGGESTED_ASKS = (
    "Zu Daten und Verträgen: die IT.",
    "Wenn es um die Arbeit von Menschen geht: den Betriebsrat.",
)
FILE, TITLE = "spielregeln-ki-texte", "Spielregeln"


def uses(where: str, kinds: Sequence[str]) -> str:
    """What may go in, as a rule."""
    return f"{where}: {together(kinds)}."


def page_so_far(sorted_cards: int, of: int, open_fields: Sequence[str]) -> Markup:
    """What the page is made of so far.

    Args:
        sorted_cards, of: data cases that are sorted, of all.
        open_fields: titles of the fields in which nothing stands.
    """
    cards = f"Sortierte Karten: {number(sorted_cards)} von {number(of)}."
    if not open_fields:
        return paragraphs(f"{cards} Ihre Seite ist vollständig.")
    return paragraphs(f"{cards} Noch leer: {together(f'„{title}“' for title in open_fields)}.")
