"""German of the two pictures of the mirror."""

from collections.abc import Sequence

from fairki.mirror import SMALL, Sorting
from fairki.mirror.de import wording
from fairki.speech import number, together
from fairki.worlds.world import DIVERS, MAN, WOMAN

# ---- the picture of two hundred people ----

PEOPLE = "Ihr Modell entscheidet über neue Bewerbungen"
GROUPS = {WOMAN: ("Frauen", "Frauen"), MAN: ("Männer", "Männern"), DIVERS: ("divers", "divers")}
"""Entry in the form → nominative and dative, as in „von 90 Frauen“."""
COLUMNS = ["Gruppe", "im Bild", "eingeladen", "Absage, obwohl geeignet", "Quote von allen"]
NO_RATE = "zu wenige Menschen"


def headline(one: Sorting, own: bool) -> str:
    """Whom a model invites: the learner's own, or the one that would have come of another decision."""
    women, men = (round(one.rates[gender] / 10) for gender in (WOMAN, MAN))
    who = "Ihr Modell lädt" if own else "Dann lädt das Modell"
    if one.gap == 0:
        return f"{who} Frauen und Männer gleich oft ein: je {number(women)} von 100."
    if abs(one.gap) < SMALL:
        return f"{who} fast gleich oft ein: {number(women)} von 100 Frauen, {number(men)} von 100 Männern."
    (few, these), (many, those) = sorted([(women, "Frauen"), (men, "Männern")])
    return f"{who} {number(many)} von 100 {those} ein, aber nur {number(few)} von 100 {these}."


def lost(refused: Sequence[tuple[str, int, int]]) -> str:
    """Who is refused though suitable; per group its entry in the form, how many, and of how many suitable ones."""
    parts = [f"{number(n)} von {number(of)} {GROUPS[group][1]}" for group, n, of in refused]
    return f"Absage, obwohl geeignet: {together(parts)}."


def turned(moved: int, people: int, before: int, after: int) -> str:
    """What one other decision changes."""
    who = "Mensch wechselt" if moved == 1 else "Menschen wechseln"
    return (
        f"Eine Karte anders: {number(moved)} von {number(people)} {who} den Stapel. "
        f"Abstand in Punkten: vorher {wording.short(before)}, jetzt {wording.short(after)}."
    )


def unlearnable(invited: bool) -> str:
    """All cards would have the same answer."""
    return (
        f"Dann bekämen alle {'eine Einladung' if invited else 'eine Absage'}. Daraus lernt ein Modell nichts."
    )


def between(gaps: Sequence[int]) -> str:
    """Between which gaps a single card decides."""
    low, high = min(gaps), max(gaps)
    return f"Je nach Karte: von {wording.short(low)} bis {wording.short(high)}."


def row(group: str, people: int, invited: int, lost: int, of_1000: int | None) -> list[str]:
    """One row of the table; a group that is too small has no rate."""
    rate = NO_RATE if of_1000 is None else wording.rate(of_1000)
    return [GROUPS[group][0], number(people), number(invited), number(lost), rate]


def note(people: int, of_all: int, small: Sequence[tuple[str, int]]) -> str:
    """How the picture is read, and whom it is too small for."""
    few = "".join(
        f" „{GROUPS[group][0]}“ steht nur in {number(n)} Bewerbungen: zu wenige für eine Quote."
        for group, n in small
    )
    return (
        f"Im Bild stehen {number(people)} der {number(of_all)} neuen Bewerbungen, so gewählt, dass die Quoten "
        "stimmen. Eine Reihe ist ein Zehntel der Gruppe: Gleich hoch heißt gleiche Quote."
        f"{few}"
    )


# ---- the strip of a hundred colleagues ----

SWARM = "Die Modelle von 100 Kolleginnen und Kollegen"
SWARM_AXIS = ["← Frauen öfter", "gleich", "Männer öfter →"]
SWARM_ASK = "Wer hat alle gleich behandelt?"
SWARM_MODELS = "Modelle"
SWARM_UNSORTED = "je ein Modell"
SWARM_NOTE = (
    "Diese 100 Menschen sind erfunden. Alle haben über Ihre 16 Karten entschieden, und aus jedem Satz Karten lernte "
    "ein Modell. Alle schätzten Bewerbungen auch einmal zu gut oder zu schlecht ein, so wie im Alltag."
)
FAR_OUT = 0.05
"""Share of fair people up to which a gap is called far out."""
SWARM_WITH_OWN = "(hier liegt Ihr Modell)"


def swarm_kinds(each: int) -> tuple[str, str]:
    """Those who looked at qualification only, and the others."""
    return (
        f"{number(each)} achteten nur auf die Qualifikation",
        f"{number(each)} zogen Frauen, Auszeit und Teilzeit so viel ab wie die Firma",
    )


def swarm_own(gap: int) -> str:
    """The learner's own model in the picture; whom it favours is its place."""
    return f"{wording.OWN}: {wording.points(gap)}"


def swarm_together(lowest: int, highest: int, own: int) -> tuple[str, str]:
    """Headline and more before the kinds are told apart."""
    return (
        "Dieselben 16 Karten, und doch liegen 100 Modelle weit auseinander.",
        f"Abstand: {wording.distance(lowest)} bis {wording.distance(highest)}. Ihr Modell: {wording.distance(own)}.",
    )


def swarm_apart(own: int, fair: int, biased: int, each: int) -> tuple[str, str]:
    """Headline and more after that: how many of each kind lie as far as the learner's own model."""
    counted = (
        f"{number(fair)} von {number(each)} fairen Menschen und {number(biased)} von {number(each)} unfairen"
    )
    if abs(own) < SMALL:
        return (
            "Ein kleiner Abstand heißt noch nicht „fair“.",
            f"Einen Abstand unter {number(SMALL / 10)} Punkten haben auch {counted}.",
        )
    side = "die Männer" if own > 0 else "die Frauen"
    further = f"So weit wie bei Ihnen oder noch weiter vorn liegen {side} bei {counted}."
    if fair > each * FAR_OUT:
        return "16 Karten verraten nicht, ob jemand fair ist.", further
    return "Ihr Modell liegt weit außen: ein Hinweis, kein Beweis.", further


def swarm_rows(
    edges: Sequence[tuple[int, int]], own: int, counts: Sequence[Sequence[int]]
) -> list[list[str]]:
    """How many models lie between two gaps; ``counts``: per row a number for each column."""
    rows = []
    for (low, high), each in zip(edges, counts, strict=True):
        name = f"{number(low / 10)} bis unter {number(high / 10)}"
        mine = f" {SWARM_WITH_OWN}" if low <= own < high else ""
        rows.append([f"{name}{mine}", *map(number, each)])
    return rows


def swarm_columns(kinds: Sequence[str]) -> list[str]:
    """Heads of the table."""
    return ["Punkte zugunsten der Männer", *kinds]
