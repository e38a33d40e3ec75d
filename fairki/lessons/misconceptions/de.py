"""German of the three misconceptions: the cases before and after, why an answer is right, and both together."""

from collections.abc import Mapping
from typing import NamedTuple

from fairki import manifest
from fairki.html import NOTHING, Markup, framed, html, lines, paragraphs, strong
from fairki.lessons.misconceptions.figures import (
    CAUTIOUS_RISK,
    EACH,
    STRICT,
    USUAL_RISK,
    Alike,
    Colleagues,
    Refused,
    Tested,
)
from fairki.speech import number, percent, points


class Case(NamedTuple):
    """A question with one right answer (``right``: id of an option)."""

    question: str
    options: list[list[str]]
    right: str


OPEN = ["weiss-nicht", "Das weiß ich noch nicht."]
BELIEFS = {
    "modell": "Mein Modell ist in Ordnung, also bin ich fair.",
    "gruppen": "Unfair heißt: Frauen gegen Männer.",
    "vorsicht": "Vorsicht ist immer richtig.",
}
BEFORE = {
    "modell": Case(
        "Eine Kollegin hat über dieselben 16 Bewerbungen entschieden. Ihr Modell lädt Frauen und Männer fast "
        "gleich oft ein. Was wissen wir jetzt über ihre Entscheidungen?",
        [
            ["fair", "Sie waren fair."],
            ["offen", "Sie können fair oder unfair gewesen sein."],
            ["unfair", "Sie waren unfair."],
            OPEN,
        ],
        "offen",
    ),
    "gruppen": Case(
        "Eine Firma hat nachgezählt: Sie lädt Frauen und Männer fast gleich oft ein. Sie sagt: „Bei uns wird "
        "niemand benachteiligt.“ Was wissen wir?",
        [
            ["niemand", "Das stimmt: Niemand wird benachteiligt."],
            ["frauen", "Das stimmt nicht: Frauen werden benachteiligt."],
            ["offen", "Ob das stimmt, zeigt diese Zählung nicht."],
            OPEN,
        ],
        "offen",
    ),
    "vorsicht": Case(
        "100 Firmen laden Frauen und Männer mit genau gleichen Chancen ein. In jeder bewerben sich "
        f"{EACH} Frauen und {EACH} Männer. Eine vorsichtige Regel schlägt schon ab {number(100 * STRICT)} Punkten Abstand "
        "Alarm. Bei wie vielen Firmen?",
        [
            ["keine", "Bei keiner. Sie sind ja alle fair."],
            ["wenige", "Bei einigen, aber weniger als der Hälfte."],
            ["viele", "Bei mehr als der Hälfte."],
            OPEN,
        ],
        "viele",
    ),
}
"""Misconception → the case before it is treated."""
AFTER = {
    "modell": Case(
        "Von einem Kollegen wissen wir: Er hat auf den 16 Karten Frauen benachteiligt, so stark wie die Firma. "
        "Wir haben ihn so erfunden. Sagt der Spiegel zu seinem Modell „mehr als Zufall“?",
        [
            ["nie", "Nein, nie. Ein Modell rechnet nur."],
            ["selten", "Selten. Meistens bleibt es offen."],
            ["oft", "Oft, aber nicht immer."],
            ["immer", "Ja, immer. Dafür ist er ja ein Spiegel."],
            OPEN,
        ],
        "selten",
    ),
    "gruppen": Case(
        "Alle diese Gruppen sind gleich gut geeignet. Wer hat hier deutlich schlechtere Karten?",
        [
            ["niemand", "Niemand"],
            ["frauen", "Frauen"],
            ["aeltere", "Ältere"],
            ["behinderung", "Menschen mit Behinderung"],
            OPEN,
        ],
        "behinderung",
    ),
    "vorsicht": Case(
        "Eine Bank schätzt bei allen das Risiko, dass sie nicht zurückzahlen. Bisher gab sie Kredite bis zu "
        f"einem Risiko von {percent(USUAL_RISK)}. Jetzt wird sie vorsichtig: nur noch bis {percent(CAUTIOUS_RISK)}. "
        "Wen trifft das?",
        [
            ["niemanden", "Niemanden. Vorsicht schadet nicht."],
            ["saeumige", "Nur Menschen, die nicht zurückgezahlt hätten."],
            ["viele", "Auch viele, die zurückgezahlt hätten."],
            OPEN,
        ],
        "viele",
    ),
}
"""Misconception → the case after it was treated."""
KEEP = "Antwort festhalten"
LATER = paragraphs("Festgehalten. Das prüfen wir später mit Ihnen. Bis dahin verraten wir nichts.")
NOTHING_GIVEN = paragraphs("Hier liegt noch keine Ihrer Antworten. Das macht nichts.")
ONLY_YOU = "Das steht nur in diesem Browser. Niemand außer Ihnen sieht es."
RIGHT, WRONG, UNSURE, LEFT_OUT = "richtig", "noch nicht richtig", "„weiß ich noch nicht“", "ausgelassen"
GROUP, INVITED = "Gruppe", "Eingeladen"
HOW_OFTEN = "Wie oft die Firma welche Gruppe einlädt"


def _label(case: Case, answer: str) -> str:
    return next(label for id, label in case.options if id == answer).rstrip(".")


def solved(misconception: str, now: str, first: str | None, why_first: str, why_now: str) -> Markup:
    """What is right in the case after and in the case before, and what was said.

    Args:
        misconception: which one.
        now, first: the learner's answers; ``first`` is None, if there is none.
        why_first, why_now: why the right answers are right.
    """
    before, after = BEFORE[misconception], AFTER[misconception]
    verdict = {after.right: "Richtig", OPEN[0]: "Die Antwort ist"}.get(now, "Nicht ganz. Richtig ist")
    own = f"Sie sagten: „{_label(before, first)}“." if first else "Sie haben sie ausgelassen."
    was = "Das war richtig." if first == before.right else f"Richtig ist: „{_label(before, before.right)}“."
    return paragraphs(
        html("{} {}", strong(f"{verdict}: „{_label(after, after.right)}“."), why_now),
        html("{} {}", strong("Die Frage von früher:"), before.question),
        html("{} {} {}", own, was, why_first),
    )


def model_before(found: Colleagues) -> str:
    """Why a model without a gap says little about who decided."""
    return (
        f"Von {found.each} erfundenen Menschen, die unfair entschieden, hatten {found.unfair} ein Modell mit weniger "
        f"als {number(100 * found.small)} Punkten Abstand. Von {found.each} Fairen waren es {found.fair}. Das ist ein kleines "
        "Zeichen, aber kein Beweis."
    )


def model_after(found: Colleagues, noticed: int) -> str:
    """Why a single model betrays nobody.

    Args:
        found: the colleagues.
        noticed: of 100 people as unfair as the firm, those of whom the mirror says more than „offen“, at most.
    """
    return (
        f"Das sagt er bei höchstens {noticed} von 100, die so entscheiden. Der Grund: Bei {found.unfair_ahead} von "
        f"{found.each} Unfairen lagen die Männer um {points(found.small, 0)} oder mehr vorn, aber auch bei "
        f"{found.fair_ahead} von {found.each} Fairen. 16 Karten sprechen niemanden frei und verurteilen niemanden."
    )


def groups_before(firms: tuple[Alike, Alike]) -> str:
    """Two firms that are alike for women and men, and not for others."""
    one, other = firms
    return (
        f"Ein Beispiel ist Firma A aus {manifest.called('02')}. Sie lud {percent(one.women)} der Frauen und {percent(one.men)} der Männer ein. Von den "
        f"Menschen ab 50 waren es nur {percent(one.old)}, von denen unter 30 dagegen {percent(one.young)}. Firma C "
        f"hätte recht, dort zählte nur die Eignung: {percent(other.old)} und {percent(other.young)}."
    )


def invited(found: Tested) -> Markup:
    """How often the firm of the case after invites its groups."""
    rows = (
        ("Frauen", found.women),
        ("Männer", found.men),
        ("unter 30", found.young),
        ("ab 50", found.old),
        ("mit Behinderung", found.disabled),
        ("ohne Behinderung", found.others),
    )
    return framed(HOW_OFTEN, (GROUP, INVITED), [(name, percent(rate)) for name, rate in rows], numbers=True)


def groups_after(found: Tested) -> str:
    """Whom a test against the clock puts at a disadvantage."""
    return (
        f"{percent(found.disabled)} gegen {percent(found.others)}: Mit einer Behinderung dauerte der Test länger, "
        "und Zeit kostete Punkte. Wer nur Frauen und Männer zählt, sieht das nicht."
    )


def caution_before(alarms: float, milder: float) -> str:
    """How often a strict rule accuses firms that are fair, and a milder one (four fifths)."""
    return (
        f"Es sind {percent(alarms)} der fairen Firmen. So groß wird ein Abstand bei {2 * EACH} Bewerbungen leicht "
        f"aus Zufall. Keine dieser Firmen hat etwas falsch gemacht. Die mildere Vier-Fünftel-Regel schlägt bei "
        f"{percent(milder)} von ihnen Alarm."
    )


def caution_after(found: Refused) -> str:
    """What caution costs those who would have paid back, and what it brings."""
    return (
        f"Von denen, die zurückgezahlt hätten, bekommen {percent(found.good[1])} eine Absage statt "
        f"{percent(found.good[0])}. Die Bank hat etwas davon: Von ihren Krediten fallen {percent(found.lost[1])} "
        f"aus statt {percent(found.lost[0])}. Vorsicht hat einen Preis, und hier zahlen ihn andere."
    )


def compared(given: Mapping[str, tuple[str | None, str | None]]) -> Markup:
    """The three misconceptions, each with how the cases before and after were answered."""
    told = (
        html(
            "<li>{}</li>",
            lines(
                f"„{BELIEFS[one]}“",
                f"Vorher: {_verdict(BEFORE[one], first)}. Nachher: {_verdict(AFTER[one], now)}.",
            ),
        )
        for one, (first, now) in given.items()
    )
    return html("<ul>{}</ul>", NOTHING.join(told)) + paragraphs(ONLY_YOU)


def _verdict(case: Case, answer: str | None) -> str:
    if answer is None:
        return LEFT_OUT
    return {case.right: RIGHT, OPEN[0]: UNSURE}.get(answer, WRONG)
