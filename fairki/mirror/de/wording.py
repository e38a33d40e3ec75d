"""What is said about a ``Reflection``, on the page and on the wall: every number is the gap or what it is made of.

"Offen" is never said without what it does not mean. How often a bias goes unseen comes from ``power``.
"""

from fairki import speech
from fairki.mirror.learning import DIFFERENCE, NOT_LEARNABLE, RARE, Reflection, fresh_applicants
from fairki.mirror.power import VOTES, Power
from fairki.worlds.world import MAN, WOMAN

OWN, ROOM, FIRM = "Ihr Modell", "Das Modell des Raums", "Das Modell der Firma"
OPEN_TITLE = "Offen: Es kann Zufall sein"
NOT_FAIR_YET = "„Offen“ heißt nicht „fair“."
COMMON = int(100 * RARE)
"""Largest whole number out of 100 that still counts as rare."""


def points(gap: int) -> str:
    """A gap (tenths of a point) without its sign: ``38,7 Punkte``, with a no-break space."""
    return speech.points(abs(gap) / 1000)


def rate(of_1000: int) -> str:
    """A rate of invitations: ``13,2 %``."""
    return speech.percent(of_1000 / 1000, 1)


def ahead(gap: int) -> str:
    """Whom a gap favours, in the genitive: ``der Männer``; empty for none."""
    return "" if gap == 0 else "der Männer" if gap > 0 else "der Frauen"


def distance(gap: int) -> str:
    """A gap with whom it favours: ``38,7 Punkte zugunsten der Männer``."""
    return f"{points(gap)} zugunsten {ahead(gap)}" if gap else points(gap)


def short(gap: int) -> str:
    """A gap in points with whom it favours, for tables and labels: ``38,7 (Männer)``."""
    size = speech.number(abs(gap) / 10, 1)
    return f"{size} ({'Männer' if gap > 0 else 'Frauen'})" if gap else size


def chance(one: Reflection) -> str:
    """What chance alone does, in points and in both directions; without a pair to swap, nothing can be said."""
    if one.discordant == 0:
        return "kein Vergleich möglich"
    low, high = (speech.number(abs(end) / 10, 1) for end in one.chance)
    return f"bis {low} (Frauen) und bis {high} (Männer)"


def verdict(one: Reflection) -> str:
    """The verdict in two or three words, for tables and pictures."""
    if one.verdict == NOT_LEARNABLE:
        return "nicht lernbar"
    return "mehr als Zufall" if one.verdict == DIFFERENCE else "offen"


def result(one: Reflection, whose: str) -> str:
    """Whom the model invites, and the gap between the two."""
    if one.gap == 0:
        return f"{whose} lädt Frauen und Männer gleich oft ein: je {rate(one.rates[WOMAN])}."
    return (
        f"{whose} lädt {rate(one.rates[WOMAN])} der Frauen und {rate(one.rates[MAN])} der Männer ein. "
        f"Der Abstand beträgt {distance(one.gap)}."
    )


def too_few(one: Reflection) -> str:
    """Groups that nothing can be said about; empty if there are none."""
    return " ".join(
        f"Über Menschen mit dem Eintrag „{group}“ sagt der Spiegel nichts: {speech.number(n)} von "
        f"{speech.number(len(fresh_applicants()))} neuen Bewerbungen sind zu wenige, um zu messen."
        for group, n in one.too_small.items()
    )


def title(one: Reflection, whose: str) -> str:
    """The verdict as a heading without a full stop."""
    if one.verdict == NOT_LEARNABLE:
        return "Daraus lernt ein Modell nichts"
    if one.verdict == DIFFERENCE:
        return f"{whose} lädt {'Männer' if one.gap > 0 else 'Frauen'} häufiger ein"
    return OPEN_TITLE


def after_title(one: Reflection, whose: str) -> str:
    """``result`` as it follows the title, which may have named the model already."""
    return result(one, "Es" if one.verdict == DIFFERENCE else whose)


def compared(one: Reflection) -> str:
    """How the gap compares with those after swapping; the reason for the verdict."""
    if one.discordant == 0:
        other = "" if one.gap == 0 else " Den Abstand hat das Modell aus anderen Angaben gelernt."
        return (
            "In jedem Paar bekamen die Frau und der Mann die gleiche Entscheidung. Dann gibt es nichts zu "
            f"tauschen, und die Kontrolle kann nichts zeigen.{other}"
        )
    if one.gap == 0:
        return "Ein Modell ohne Abstand kann aber auch durch Zufall entstehen."
    often = round(100 * one.as_far)
    cases = f"{speech.number(often)} von 100 Fällen" if often else "weniger als 1 von 100 Fällen"
    swapped = (
        "Zur Kontrolle tauschen wir die Entscheidungen in den Paaren. "
        f"In {cases} entsteht dabei ein mindestens so großer Abstand zugunsten {ahead(one.gap)}. "
    )
    if one.verdict == DIFFERENCE:
        return swapped + "Zufall allein erklärt den Abstand also schlecht."
    return swapped + f"Erst bei höchstens {COMMON} von 100 sprechen wir von mehr als Zufall."


def beforehand_alone(measured: Power) -> list[str]:
    """What sixteen decisions of one person can show, to be said before the first guess."""
    return [
        "Ein Spiegel sagt entweder „mehr als Zufall“ oder „offen“. Wir haben ihn mit erfundenen Personen geprüft. "
        "Manche bewerteten Frauen und Menschen mit Auszeit oder Teilzeitwunsch so viel schlechter wie die Firma "
        f"früher. Der Spiegel merkte es bei höchstens {speech.number(measured.alone)} von 100. Bei den übrigen sagte "
        "er „offen“.",
        "Andere achteten nur auf die Qualifikation. Von ihnen verdächtigte er höchstens "
        f"{speech.number(measured.alone_fair)} von 100.",
        f"Der Grund: 16 Karten sind wenig. Nur ein Abstand ab {points(measured.smallest)} fällt auf, und der ist "
        f"sehr groß. {NOT_FAIR_YET}",
    ]


def beforehand_room(measured: Power) -> str:
    """What the votes of a room can show, to be said before it votes and beside an open result."""
    least, most = measured.rooms
    majority = (
        f"höchstens bei {speech.number(measured.majority)} von 100"
        if measured.majority
        else "bei keinem einzigen"
    )
    return (
        f"Wir haben den Spiegel mit erfundenen Räumen geprüft: je {speech.number(VOTES)} Personen, die Frauen und "
        "Menschen mit Auszeit oder Teilzeitwunsch um so viel schlechter bewerten wie die Firma. Lernt das Modell "
        f"aus allen Stimmen, heißt es bei {speech.number(least)} bis {speech.number(most)} von 100 solchen Räumen "
        "„mehr als Zufall“. Lernt es nur aus "
        f"der Mehrheit, heißt es das {majority}. Räume, die nur auf die Qualifikation achten, werden selten zu "
        f"Unrecht verdächtigt: höchstens {speech.number(measured.rooms_fair)} von 100."
    )


def unseen_alone(measured: Power) -> str:
    """What an open result of one person does not say."""
    return (
        f"{NOT_FAIR_YET} Auch wer Frauen so benachteiligt wie die Firma, liest hier meistens „offen“: in mindestens "
        f"{speech.number(100 - measured.alone)} von 100 Fällen."
    )
