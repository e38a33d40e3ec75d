"""German of unit 3, whom it hears and what it keeps: in the order of the page."""

from collections.abc import Iterable, Mapping, Sequence

from fairki.html import NOTHING, Markup, bullets, folded, grouped, html, paragraphs, strong
from fairki.reference import DATA_ANSWERS, DataCase, Finding, Law
from fairki.speech import count_of, number, percent

# ---- calls

GROUPS = ("Gruppe A", "Gruppe B")


def hearing(agents: int, share_b: float, errors_a: int, errors_b: int, worst: int) -> str:
    """The question; people on the phone, share of group B, errors per 100 words by group, how many the list names."""
    return (
        f"Am Telefon arbeiten {agents} Menschen, etwa {number(10 * share_b)} von 10 gehören zu Gruppe B. Auf 100 Wörter macht das Programm "
        f"bei Gruppe A {errors_a} Fehler und bei Gruppe B {errors_b}. Was schätzen Sie: Wie viele der {worst} Letzten "
        "auf der Liste gehören zu Gruppe B?"
    )


def of(worst: int) -> str:
    """The unit behind the guess."""
    return f"von {worst}"


LIST_TITLE = "Auf der Liste steht, wen das Programm schlecht versteht."
LIST_COLUMNS = ["Unter wem?", "Anteil von Gruppe B", "von", "bis"]
LIST_AXIS = "Anteil von Gruppe B"
LIST_ROWS = ("alle am Telefon", "wirklich die Letzten", "Letzte laut Programm")


def list_summary(shares: Sequence[float]) -> str:
    """Shares of group B in the firm, among the truly worst and on the list, in words."""
    parts = ", ".join(f"{row} {percent(share)}" for row, share in zip(LIST_ROWS, shares, strict=True))
    return f"Anteil von Gruppe B: {parts}. Der Strich zeigt die Firma mit dem kleinsten und die mit dem größten Anteil."


def who_is_listed(on_list: float, truly: float, worst: int, wrongly: float, firms: int) -> Markup:
    """Who stands on the list.

    Args:
        on_list, truly: share of group B on it, and among those who really said the least.
        worst: how many it names.
        wrongly: share of them who do not belong there.
        firms: over how many firms this is the mean.
    """
    return paragraphs(
        html(
            "Es sind {}. Nach dem, was wirklich gesagt wurde, wären es {}.",
            strong(f"etwa {number(worst * on_list)} von {worst}"),
            number(worst * truly),
        ),
        f"Von allen auf der Liste gehören {percent(wrongly)} nicht dorthin. Sie haben ihre Sätze gesagt. Das Programm "
        "hat sie nur nicht verstanden.",
        f"Das ist der Mittelwert aus {firms} erfundenen Firmen. Beide Gruppen halten sich gleich gut an den Leitfaden: "
        "So haben wir sie gemacht.",
    )


ERRORS = "Fehler bei Gruppe B auf 100 Wörter"
ERRORS_UNIT = "Fehler"
ERRORS_FIRST = paragraphs("Bewegen Sie den Regler. Dann rechnen wir.")
ERRORS_COLUMNS = ("Gemessen wird", "Wert")


def at_errors(
    errors_a: int,
    errors_b: int,
    shares: Mapping[str, float],
    wrongly: float,
    points: Sequence[float],
    close: bool,
) -> Markup:
    """What becomes of the list with so many errors.

    Args:
        errors_a, errors_b: per 100 words.
        shares: row of the table → share of group B.
        wrongly: share of those on the list who do not belong there.
        points: points found of 100, by group.
        close: whether the list names about as many of group B as belong there.
    """
    rows = {
        "Anteil von Gruppe B": [(name, percent(share)) for name, share in shares.items()],
        "Die ganze Liste": [("zu Unrecht darauf", percent(wrongly))],
        "Gefundene Sätze von 100": [
            (group, number(found)) for group, found in zip(GROUPS, points, strict=True)
        ],
    }
    if errors_a == errors_b:
        said = (
            "Gleich viele Fehler: Dann trifft es keine Gruppe mehr als die andere. Ganz stimmt die Liste auch jetzt "
            "nicht, denn Fehler macht das Programm weiter."
        )
    elif close:
        said = "Der Abstand der Liste zur Wahrheit ist noch klein. Ein Programm kann also ungleich hören und hier wenig anrichten."
    else:
        said = "Die Menschen haben sich nicht verändert. Nur das Programm hört schlechter zu."
    return grouped(
        f"{number(errors_a)} Fehler bei Gruppe A, {number(errors_b)} bei Gruppe B", ERRORS_COLUMNS, rows
    ) + paragraphs(said)


ON_LIST, TRULY = "auf der Liste", "wirklich unter den Letzten"


def found(finding: Finding) -> Markup:
    """A finding with its source."""
    return paragraphs(html("{} <cite>({})</cite>", finding.text, finding.source))


# ---- law

FORBIDDEN = "Was glauben Sie: Was davon ist am Arbeitsplatz verboten?"
VOICE = "stimme"
FORBIDDEN_OPTIONS = [
    [VOICE, "Aus der Stimme der Beschäftigten ablesen, wie sie sich fühlen"],
    ["mails", "Aus dem Text ihrer E-Mails ablesen, wie sie sich fühlen"],
    ["leitfaden", "Zählen, wie oft sie sich an den Leitfaden halten"],
]


def stated(law: Law) -> Markup:
    """A legal statement with where it stands."""
    return paragraphs(html("{} <cite>({})</cite>", law.text, law.citation))


def forbidden(hit: bool, codetermination: Law, laws: Iterable[Law]) -> Markup:
    """What is forbidden, and what the law says about the rest.

    Args:
        hit: whether it was guessed.
        codetermination: what the works council may say.
        laws: the rest, to unfold.
    """
    return (
        paragraphs(
            html(
                "{} Verboten ist {}. Die anderen beiden sind damit nicht frei: Beide können bewerten, wie jemand arbeitet.",
                "Ja." if hit else "Hier nicht.",
                strong("das Ablesen aus der Stimme"),
            )
        )
        + stated(codetermination)
        + NOTHING.join(folded(law.title, stated(law)) for law in laws)
        + paragraphs(
            "Ob man etwas darf, ist die eine Frage. Ob es stimmt, ist die andere: Auch aus E-Mails rät ein Programm nur."
        )
    )


# ---- the secret


def secret(times: int, replies: int, beginning: str, tries: int) -> str:
    """The question; how often the code stands among how many replies, what somebody types, how often."""
    return (
        f"In {number(replies)} alten Antworten steht {times}-mal derselbe Satz mit dem Code für das Tor. "
        f"Jemand tippt „{beginning}“ und lässt das Modell {tries}-mal weiterschreiben. Was schätzen Sie: In wie vielen "
        "von 100 Firmen kommt der Code heraus?"
    )


SECRET_UNIT = "von 100"
SECRET_COLUMNS = ("So oft getippt", "Je Versuch", "Insgesamt")
REMEDIES = {"doppelte": "Doppelte Sätze entfernt", "ziffern": "Ziffern gestrichen"}


def kept(
    times: int,
    sentence: str,
    typed: Mapping[int, tuple[float, float]],
    remedies: Mapping[str, tuple[float, float]],
    most: int,
    tries: int,
    at_zero: float,
) -> Markup:
    """What the models keep.

    Args:
        times: how often the code stood there in the question.
        sentence: as somebody typed it.
        typed: how often → chance in one try, and in all of them.
        remedies: id of a remedy → the same, for the code that was typed most often.
        most: how often that was.
        tries: how many tries there are.
        at_zero: share of the firms whose model gives that one away at temperature 0.
    """
    groups = {
        "Nichts getan": [(f"{count}-mal", *_chances(chances)) for count, chances in typed.items()],
        f"Vorher aufgeräumt, {most}-mal getippt": [
            (REMEDIES[id], *_chances(chances)) for id, chances in remedies.items()
        ],
    }
    without = remedies["doppelte"][1]
    return (
        paragraphs(
            html(
                "Es sind {}. Niemand hat dem Modell gesagt, dass der Satz geheim ist: „{}“",
                strong(f"etwa {number(100 * typed[times][1])} von 100"),
                sentence,
            )
        )
        + grouped(f"So oft kommt der Code heraus, bei {tries} Versuchen", SECRET_COLUMNS, groups)
        + paragraphs(
            f"Doppelte Sätze zu entfernen hilft, aber weniger als gedacht: Einmal bleibt der Satz stehen. Dann kommt er "
            f"so oft heraus, als wäre er nur einmal getippt worden: in {percent(without)} der Firmen. Erst wenn die Ziffern "
            "fehlen, ist der Code fort. Mit ihm fehlen dann auch die Nummern der Bestellungen.",
            f"Eine niedrige Temperatur schützt nicht. Bei Temperatur 0 nennt das Modell den Code in {percent(at_zero)} "
            f"der Firmen sofort, wenn er {most}-mal dastand.",
        )
    )


def _chances(chances: tuple[float, float]) -> tuple[str, str]:
    one, all_ = chances
    return percent(one, 1), percent(all_)


# ---- what may go in

CARDS = "Was darf hinein?"
CHOICES = [(id, DATA_ANSWERS[id], sign) for id, sign in (("frei", "✓"), ("werkzeug", "●"), ("nie", "✗"))]
HAVE, WANT = "Sie haben", "Sie möchten"


def contract(case: DataCase) -> str:
    """What depends on the contract, as a sentence on the card; "" if nothing does."""
    if not case.contract:
        return ""
    return f"Im Vertrag muss stehen: {case.contract}" if case.answer == "werkzeug" else case.contract


def still_unsorted(missing: int) -> Markup:
    """Not every card is sorted yet."""
    return paragraphs(
        f"Noch {count_of(missing, 'Karte', 'Karten')}. Ihre Wahl kommt später in Ihre Spielregeln."
    )


def after_sorting(contracts: Sequence[str], depends: int, stricter: int, looser: int) -> Markup:
    """What is to be settled with the company's contract, and how the learner's choice differs from ours.

    Args:
        contracts: what it has to say, each once.
        depends: for how many cards the answer depends on it.
        stricter, looser: cards that the learner sorted so, compared with our suggestion.
    """
    differs = [
        text
        for count, text in (
            (stricter, f"{count_of(stricter, 'Karte', 'Karten')} strenger"),
            (looser, f"{count_of(looser, 'Karte', 'Karten')} lockerer"),
        )
        if count
    ]
    said = f"Sie sind bei {' und bei '.join(differs)} als unser Vorschlag. " if differs else ""
    return paragraphs(
        f"{said}Unsere Antworten sind Vorschläge. Ihre Firma kann strenger sein; fragen Sie nach, bevor Sie lockerer sind.",
        f"Bei {number(depends)} Karten kommt es auf den Vertrag mit dem Anbieter an. Das muss darin stehen:",
    ) + bullets(contracts)
