"""German of unit 2, is AI needed here: in the order of the page."""

from collections.abc import Sequence

from fairki import footprint, need
from fairki.documents.footprint import DAYS, GRID, PEOPLE, PER_DAY, RESULTS
from fairki.footprint import MASS_UNITS, WATER_UNITS, Year, rounded, span
from fairki.html import NOTHING, Markup, bullets, html, lines, paragraphs, strong
from fairki.speech import count_of, number

RATIO_UNIT = "Mal so viel"

KIND = "Wofür nutzen Sie KI?"
KINDS = [
    [
        footprint.WRITE,
        "Texte schreiben lassen",
        "Ein Chat-Programm beantwortet eine Frage oder entwirft einen Text.",
    ],
    [footprint.SORT, "Texte einordnen lassen", "Ein Modell legt eine E-Mail in das passende Fach."],
    [footprint.DRAW, "Bilder erzeugen lassen", "Ein Programm malt ein Bild nach einer Beschreibung."],
]
SLIDERS = {
    PER_DAY: "Anfragen je Person und Arbeitstag",
    PEOPLE: "Personen",
    DAYS: "Arbeitstage im Jahr",
    GRID: "Strommix: CO₂ je Kilowattstunde",
}
GRID_UNIT = "g"
NO_KIND = paragraphs("Wählen Sie zuerst, wofür Sie KI nutzen.")

CASE = "Um welchen Einsatz geht es?"
OTHER_CASE = "Ein anderer Fall"
YES_NO = [[need.YES, "ja"], [need.NO, "nein"], [need.UNSURE, "weiß ich noch nicht"]]
ADVICE = {
    need.NO_AI: "Das ist ein gutes Ergebnis. Sie sparen Geld, Strom und Ärger. Suchen Sie zuerst das Problem, dann das Werkzeug.",
    need.SMALLER: "Ein einfaches Mittel verstehen alle, und es fällt auf, wenn etwas nicht stimmt. Fangen Sie damit an.",
    need.NOT_THIS_WAY: "Der Zweck kann gut sein. Vor dem Start fehlt noch etwas:",
    need.OPEN: "Ehrlich ist hier: noch nicht entscheiden. Klären Sie zuerst diese Fragen:",
    need.WITH_CARE: "Nach Ihren Antworten spricht vieles dafür. Fangen Sie klein an, zum Beispiel in einem Raum für Experimente, und fragen Sie nach drei Monaten noch einmal.",
}


def ratio(google: float) -> str:
    """The question how far two published figures lie apart; one of them, in grams."""
    return (
        f"Google nennt für eine Anfrage {number(google, 2)} g CO₂. "
        "Mistral nennt für 400 Textstücke mehr. Was schätzen Sie: Wie viel mehr?"
    )


def why_so_far_apart(google: float, mistral: float, on_grid: float) -> Markup:
    """Why two published figures for CO₂ lie so far apart; grams, the last with the German grid."""
    return paragraphs(
        html(
            "Es ist {}: {} g statt {} g. Deshalb ist aber keine der beiden Zahlen falsch. Sie zählen Verschiedenes.",
            strong(f"etwa das {number(rounded(mistral / google))}-Fache"),
            number(mistral, 2),
            number(google, 2),
        )
    ) + bullets(
        html("{} {}", strong(counted), text)
        for counted, text in (
            (
                "Welche Anfrage?",
                "Google meint eine mittlere Textanfrage. Mistral meint 400 Textstücke.",
            ),
            (
                "Nur der Betrieb oder mehr?",
                "Mistral rechnet über den Lebenszyklus, nicht nur für den Betrieb.",
            ),
            (
                "Welcher Strom?",
                "Google rechnet mit den eigenen Stromverträgen. Mit dem deutschen Strommix von 2024 wären es "
                f"bei gleichem Strom etwa {number(on_grid, 3)} g, also etwa "
                f"{number(rounded(on_grid / google), 1)}-mal so viel.",
            ),
        )
    )


def grid(german_grid: float) -> Markup:
    """The grid that the slider starts with."""
    return paragraphs(
        f"Zum Strommix: Deutschland kam 2024 auf {number(german_grid)} g CO₂ je Kilowattstunde."
    )


def year_range(answers: float, year: Sequence[Year]) -> Markup:
    """The range of a year in words: how many answers, and what they cost by each figure."""
    co2 = strong(f"{span([one.grams for one in year], MASS_UNITS)} CO₂")
    water = [one.ml for one in year]
    also = "" if set(water) == {None} else f", dazu {span(water, WATER_UNITS)} Wasser"
    return paragraphs(
        html("Im Jahr sind das etwa {} Anfragen. Das macht {}{}.", number(rounded(answers)), co2, also)
    )


def year_table(
    columns: Sequence[str],
    rows: Sequence[tuple[tuple[str, str], str, str, str]],
    sort: float,
    write: float,
    draw: float,
) -> Markup:
    """A year by each published figure.

    Args:
        columns: what each figure says.
        rows: (who, what is counted), and one value for each column.
        sort, write, draw: watt-hours of one answer of each kind, by the same measurement.
    """
    heads = (html('<th scope="col">{}</th>', column) for column in columns)
    groups = (
        html(
            '<tbody><tr><th scope="rowgroup" colspan="{}">{}</th></tr><tr>{}</tr></tbody>',
            len(columns),
            lines(who, html('<span class="fk-tile-hint">{}</span>', what)),
            NOTHING.join(html("<td>{}</td>", value) for value in values),
        )
        for (who, what), *values in rows
    )
    return html(
        '<table class="fk-groups"><caption>Ein Jahr, verschieden gerechnet</caption>'
        "<thead><tr>{}</tr></thead>{}</table>",
        NOTHING.join(heads),
        NOTHING.join(groups),
    ) + paragraphs(
        "Auf die Aufgabe kommt es an. In der Messung von Luccioni und anderen brauchte ein Bild etwa "
        f"{number(rounded(draw / write))}-mal so viel Strom wie ein Text. Ein Text brauchte etwa "
        f"{number(rounded(write / sort))}-mal so viel wie das Einordnen.",
        ""
        if len(rows) > 1
        else "Für diese Aufgabe haben wir nur eine Messung. Andere Zahlen können anders sein.",
    )


def unanswered(count: int) -> Markup:
    """Questions without an answer."""
    return paragraphs(f"Noch {count_of(count, 'Frage', 'Fragen')} ohne Antwort.")


def verdict(verdict: need.Verdict, case: str) -> Markup:
    """What the seven answers come to, for the case with this name."""
    result = strong(RESULTS[verdict.result])
    said = paragraphs(html("Ihr Ergebnis für {}: {}", case, result), ADVICE[verdict.result])
    if not verdict.because:
        return said
    return said + bullets(lines(question.text, strong(question.todo)) for question in verdict.because)
