"""German of unit 2, what it invents: in the order of the page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fairki.html import NOTHING, Markup, bullets, folded, grouped, html, paragraphs, strong
from fairki.lessons.module_08.de.shared import of_hundred, percent
from fairki.reference import Finding
from fairki.speech import number
from fairki.texts.crm import Check, Copying
from fairki.texts.de import crm as words

GAPS = (
    "Was glauben Sie: Bei wie vielen von 100 Angaben, die in der Notiz fehlen, "
    "schreibt das Programm trotzdem etwas ins Formular?"
)
CHECKS_TITLE = "Nebeneinander legen kostet mehr Lesen und findet mehr."
WAYS = ("Programm fragen", "nebeneinander")
ALL_SHARES = "Alle Zahlen zu beiden Prüfungen"
CHECK_COLUMNS = ["Prüfung", "Anteil"]
FROM = {
    "memory": "aus dem Gedächtnis",
    "likeliest": "Gedächtnis, Temperatur 0",
    "sheet": "mit Quellenblatt",
    "asking": "mit Blatt, fragt nach",
}
"""Where an answer comes from."""
WRONG_COLUMNS = ["Woher die Antwort kommt", "Anteil falscher Antworten"]
SHEET_TITLE = "Ein Quellenblatt hilft. Nachfragen hilft noch mehr."
OLD = (
    "Eine Firma hat ihre Blätter nicht erneuert. Manche Antworten sind deshalb falsch. Unter jeder steht, von welchem "
    "Blatt sie kommt. Was glauben Sie: Bei wie vielen von 100 falschen Antworten ist es genau das richtige Blatt?"
)


@dataclass(frozen=True)
class Case:
    """A gap and what the form says.

    Attributes:
        field: its id.
        said, true: number of the word in the form, and of the one in the record.
        sure: how sure the program is, 0 to 1.
    """

    field: str
    said: int
    true: int
    sure: float


def notes(texts: Iterable[str]) -> Markup:
    """Notes to read."""
    items = NOTHING.join(html("<blockquote>{}</blockquote>", text) for text in texts)
    return html('<div class="fairki">{}</div>', items)


def filled(guessed: float, copying: Copying) -> Markup:
    """How many gaps are filled, and how often that is right by luck."""
    invented = 100 * copying.invented
    return paragraphs(
        html(
            "{}: Das Programm füllt {} fehlenden Angaben aus. Keine Lücke bleibt sichtbar."
            if invented > 99.5
            else "{}: Das Programm füllt {} fehlenden Angaben aus.",
            "Gut geschätzt" if abs(guessed - invented) <= 10 else "Es kommt anders",
            strong(of_hundred(invented)),
        ),
        f"Davon stimmen {percent(100 * copying.lucky)}, aber nur durch Glück: Das Programm nimmt das Wort, das in "
        "alten Formularen am besten dazu passte. Wer gut rät, fällt weniger auf. Richtig gelesen hat es trotzdem nicht.",
    )


def cases(cases: Sequence[Case]) -> Markup:
    """The three notes: what stands in the form, and what is true."""
    groups = {
        f"Es fehlte: {words.FIELDS[case.field]}": [
            (
                f"im Formular ({percent(100 * case.sure)} sicher)",
                words.WORDS[case.field][case.said],
            ),
            ("wahr ist", words.WORDS[case.field][case.true]),
        ]
        for case in cases
    }
    return grouped("Die drei Notizen: was daraus wurde", ("", "Angabe"), groups)


def remedy(copying: Copying) -> Markup:
    """The same model after forms in which a gap is called open."""
    return paragraphs(
        html(
            "Es geht auch anders. Das gleiche Modell lernt aus Formularen, in denen bei einer Lücke „{}“ steht. "
            "Dann erfindet es bei {} fehlenden Angaben etwas. Von dem, was in der Notiz steht, lässt es {} weg. "
            "Raten hat es sich also nicht selbst beigebracht. Es hat gelernt, dass Felder voll sein sollen.",
            words.OPEN,
            strong(of_hundred(100 * copying.invented)),
            percent(100 * copying.left_open),
        )
    )


def check_question(sure: float) -> str:
    """How much the program's own doubt finds; ``sure``: how sure it must be to be let pass."""
    return (
        f"Ein Mensch liest nur, was das Programm mit weniger als {percent(100 * sure)} Sicherheit eingetragen hat. "
        "Was glauben Sie: Wie viele von 100 erfundenen Angaben findet er so?"
    )


def check_rows(doubt: Check, record: Check) -> list[tuple[str, float]]:
    """What both checks find and cost: name, share."""
    return [
        (f"findet: {WAYS[0]}", doubt.found),
        (f"findet: {WAYS[1]}", record.found),
        (f"Aufwand: {WAYS[0]}", doubt.read),
        (f"Aufwand: {WAYS[1]}", record.read),
    ]


def checks(guessed: float, doubt: Check, record: Check, let_through: float) -> Markup:
    """Two checks side by side.

    Args:
        let_through: of the notes with a gap, those with an invention that the program is sure of.
    """
    found = 100 * doubt.found
    measures = {
        "findet von allem Erfundenen": (doubt.found, record.found),
        "findet von dem, was falsch ist": (doubt.found_wrong, record.found_wrong),
        "meldet etwas, obwohl es stimmt": (doubt.false_alarms, record.false_alarms),
        "so viele Notizen liest ein Mensch": (doubt.read, record.read),
    }
    groups = {
        name: [(way, percent(100 * share, 1)) for way, share in zip(WAYS, shares, strict=True)]
        for name, shares in measures.items()
    }
    return (
        paragraphs(
            html(
                "{}: Es sind {}. Den Rest hat das Programm erfunden und ist sich dabei sicher.",
                "Gut geschätzt" if abs(guessed - found) <= 10 else "Es kommt anders",
                strong(of_hundred(found)),
            )
        )
        + folded(ALL_SHARES, grouped("Zwei Prüfungen", ("Prüfung", "Anteil"), groups))
        + paragraphs(
            "Ganz schlecht ist das Fragen nicht: Von den Angaben, die wirklich falsch sind, fallen dabei "
            f"{percent(100 * doubt.found_wrong)} auf. Aber in {percent(100 * let_through)} der Notizen mit einer Lücke "
            "bleibt etwas Erfundenes stehen. Wer beides nebeneinander legt, liest mehr Notizen und übersieht "
            f"{percent(100 - 100 * record.found)} vom Erfundenen. Das braucht kein Bauchgefühl. Es braucht die Notiz."
        )
    )


def checks_summary(rows: Iterable[tuple[str, float]]) -> str:
    """Both checks in words."""
    return (
        "So viel finden beide, und so viele Notizen liest ein Mensch: "
        + "; ".join(f"{name}: {percent(100 * share)}" for name, share in rows)
        + "."
    )


def sheet_question(outdated: float) -> str:
    """How much a sheet helps; ``outdated``: share of the sheets that are old."""
    return (
        f"Jetzt liegt zu jeder Frage ein Blatt bereit. {of_hundred(100 - 100 * outdated)} Blättern sind auf dem "
        "Stand von heute. Was glauben Sie: Wie viele von 100 Antworten sind trotzdem falsch?"
    )


def sheet(guessed: float, wrong: Mapping[str, float], asked_back: float, changed: float) -> Markup:
    """What a sheet and a question back bring.

    Args:
        wrong: where the answer comes from (as in ``FROM``) → wrong answers in percent of all questions.
        asked_back: questions answered with a question, in percent.
        changed: facts that have changed since the old answers, in percent of the questions.
    """
    with_it, asking = wrong["sheet"], wrong["asking"]
    return paragraphs(
        html(
            "{}: Ohne Blatt sind {} falsch, mit Blatt noch {}.",
            "Gut geschätzt" if abs(guessed - with_it) <= 5 else "Es kommt anders",
            of_hundred(wrong["memory"]),
            strong(number(with_it)),
        ),
        f"Aus dem Gedächtnis kommt altes Wissen: Bei {of_hundred(changed)} Fragen hat sich die Antwort seitdem "
        "geändert. Das kann ein Modell nicht wissen, auch nicht bei Temperatur 0. Mit Blatt greift es "
        "manchmal zum falschen, weil die Frage zu ungenau ist.",
        html(
            "Darf es nachfragen, wenn zwei Blätter gleich gut passen, sind es noch {}. Dafür fragt es bei {} Fragen "
            "erst einmal zurück.",
            strong(of_hundred(asking)),
            of_hundred(asked_back),
        ),
    )


def sheet_summary(wrong: Mapping[str, float]) -> str:
    """Wrong answers in words."""
    return (
        "Falsche Antworten: " + "; ".join(f"{FROM[id]}: {percent(one, 1)}" for id, one in wrong.items()) + "."
    )


def examples(said: Sequence[tuple[str, str]]) -> Markup:
    """One question, answered at once and with a question back."""
    (question, wrong), (_, asked) = said
    return bullets(
        [
            html("{} {}", strong("Frage:"), question),
            html("{} {}", strong("Antwortet sofort, leider vom falschen Blatt:"), wrong),
            html("{} {}", strong("Fragt nach:"), asked),
        ]
    )


def old(guessed: float, well_cited: float, wrong: float, current: float) -> Markup:
    """What an outdated sheet does.

    Args:
        well_cited: of the wrong answers, those with exactly the right sheet, in percent.
        wrong, current: wrong answers in percent of all questions, with old and with current sheets.
    """
    return paragraphs(
        html(
            "{}: Bei {} falschen Antworten stimmt die Quelle genau. Nur steht auf dem Blatt nicht mehr, was gilt.",
            "Gut geschätzt" if abs(guessed - well_cited) <= 10 else "Es kommt anders",
            strong(of_hundred(well_cited)),
        ),
        f"Mit alten Blättern sind {of_hundred(wrong)} Antworten falsch, mit neuen {number(current)}. "
        "Wer nur prüft, ob es so auf dem Blatt steht, merkt davon nichts. Vergleichen Sie mit dem, was heute gilt.",
    )


def outdated(said: tuple[str, str], cited: str, true: str) -> Markup:
    """One wrong answer with a perfect source."""
    question, answer = said
    return bullets(
        [
            html("{} {}", strong("Frage:"), question),
            html("{} {}", strong("Antwort:"), answer),
            html("{} {}", strong("Auf dem Blatt steht:"), cited),
            html("{} {}", strong("Heute gilt:"), true),
        ]
    )


def studies(findings: Sequence[Finding]) -> Markup:
    """What was found in real programs."""
    found = bullets(html("{} <cite>({})</cite>", one.text, one.source) for one in findings)
    return html('<div class="fairki">{}</div>', found)
