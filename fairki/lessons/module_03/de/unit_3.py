"""German of unit 3, three traps: in the order of the page."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from fairki.explanations import Case
from fairki.groups import Comparison
from fairki.html import NOTHING, Markup, bullets, card, facts, folded, html, icon, paragraphs, strong
from fairki.kodex.de.patterns import PATTERNS
from fairki.label_bias import Learnt
from fairki.reference import Finding
from fairki.speech import number, percent, points
from fairki.worlds import recruiting
from fairki.worlds.attributes import OLD, YOUNG
from fairki.worlds.crossings import GERMAN, TURKISH
from fairki.worlds.crossings import label as label_of
from fairki.worlds.world import DIVERS, MAN, WOMAN

LABEL = "Was schätzen Sie: Wie viel Prozent der Plätze bekommen Menschen vom Land?"


def label(costs: Learnt) -> Markup:
    """What a model of costs does to the country, and why it is right all the same."""
    return paragraphs(
        html(
            "Es sind {}. Bei denen, die Hilfe am dringendsten brauchen, kommen aber {} vom Land.",
            strong(percent(costs.share)),
            percent(costs.among_urgent),
        ),
        "Gerechnet hat das System richtig: Im Mittel trifft es die Kosten, in der Stadt und auf dem Land. "
        "Die Kosten waren die falsche Frage: Auf dem Land ist der Weg zur Praxis "
        "weit, und bei gleichem Bedarf wurde dort weniger ausgegeben.",
        f"Bei gleichem Punktwert ist der Bedarf auf dem Land {number(costs.need, 1)}-mal so hoch wie in der Stadt.",
    )


SHARES_TITLE = "Wer aus Kosten lernt, übersieht das Land."
SHARES_COLUMNS = ["Gruppe", "Anteil vom Land"]
SHARES_AXIS = "Anteil der Menschen vom Land"


def shares(costs: Learnt, need: Learnt) -> list[tuple[str, float]]:
    """The bars: who, and the share of people from the country among them."""
    return [
        ("Alle Versicherten", costs.among_all),
        ("Am dringendsten", costs.among_urgent),
        ("Platz, aus Kosten gelernt", costs.share),
        ("Platz, aus Bedarf gelernt", need.share),
    ]


def shares_summary(costs: Learnt, need: Learnt) -> str:
    """The bars in words."""
    return (
        f"Vom Land kommen {percent(costs.among_all)} aller Versicherten und "
        f"{percent(costs.among_urgent)} derer, die am dringendsten Hilfe brauchen. Lernt das "
        f"System aus Kosten, bekommt das Land {percent(costs.share)} der Plätze, lernt es aus dem "
        f"Bedarf, {percent(need.share)}."
    )


def quoted(found: Finding) -> Markup:
    """A finding with its source."""
    return html('<p class="fairki">{} <cite>({})</cite></p>', found.text, found.source)


def small(size: int) -> str:
    """The question; people in each group."""
    return (
        f"Je {size} Frauen und Männer haben sich beworben. "
        "Was schätzen Sie: Bei wie vielen von 100 fairen Firmen schlägt die Regel Alarm?"
    )


OF_100 = "von 100"


def by_chance(alarms: float) -> Markup:
    """How often the rule cries wolf, and that it goes the other way, too."""
    return paragraphs(
        html(
            "Es sind {}. Dabei behandeln alle diese Firmen beide Gruppen gleich. Der Alarm ist reiner Zufall.",
            strong(f"{number(100 * alarms)} von 100"),
        ),
        "Andersherum gilt das auch: Bei kleinen Gruppen kann echte Benachteiligung im Zufall verschwinden.",
    )


ALARMS_TITLE = "Je kleiner die Gruppen, desto öfter gibt es falschen Alarm."
ALARMS_COLUMNS = ["Gruppe", "Fehlalarm"]
ALARMS_AXIS = "Faire Firmen mit Alarm"


def each(size: int) -> str:
    """Name of a bar."""
    return f"je {size} Personen"


def alarms_summary(alarms: Mapping[int, float]) -> str:
    """The bars in words; people in each group → share of false alarms."""
    return f"Falscher Alarm: {', '.join(f'bei {each(size)} {percent(alarm, 1)}' for size, alarm in alarms.items())}."


SIZE = "Wie viele Personen sind bei Ihnen in jeder Gruppe?"
PEOPLE = "Personen"


def own_size(size: int, alarms: float) -> Markup:
    """How often the rule cries wolf at this size, and what the Kodex does instead."""
    shown = "weniger als 1" if alarms < 0.01 else number(100 * alarms)
    return paragraphs(
        html(
            "Bei je {} Personen schlägt die Regel bei {} fairen Firmen Alarm.",
            number(size),
            strong(f"{shown} von 100"),
        ),
        "Ihr Kodex rechnet deshalb anders: Er nennt zu jedem Abstand einen Bereich, der auch zu den Daten passt. "
        "„Verletzt“ sagt er nur, wenn der ganze Bereich jenseits der Grenze liegt. „Eingehalten“ sagt er nur, wenn "
        "der Abstand erlaubt ist und der Bereich höchstens bis zum Doppelten der Grenze reicht. Sonst sagt er "
        "„nicht beurteilbar“.",
    )


CROSSED = (
    "Frauen und Männer werden gleich oft eingeladen, Menschen mit beiden Arten von Namen auch. "
    "Kann trotzdem jemand benachteiligt sein?"
)
CROSSED_OPTIONS = [
    ["ja", "Ja, das kann sein"],
    ["nein", "Nein, dann ist niemand benachteiligt"],
]
CROSSED_GROUPS = {
    GERMAN: "deutscher Name",
    TURKISH: "türkischer Name",
    label_of((WOMAN, GERMAN)): "Frauen + deutscher Name",
    label_of((WOMAN, TURKISH)): "Frauen + türkischer Name",
    label_of((MAN, GERMAN)): "Männer + deutscher Name",
    label_of((MAN, TURKISH)): "Männer + türkischer Name",
}
"""Kind of name or crossing → the people."""
CROSSED_TITLE = "Jede Gruppe für sich sieht fair aus, beides zusammen nicht."


def crossed(rates: pd.DataFrame, people: int) -> Markup:
    """What each group alone shows, what the crossings show, and who is too few to be measured.

    Args:
        rates: gender, kind of name or crossing → ``rate`` and ``n``, as from ``metrics.group_rates``.
        people: everybody.
    """

    def share(group: str, name: str = "") -> str:
        return percent(rates["rate"][label_of((group, name)) if name else group])

    return paragraphs(
        html(
            "{} Eingeladen werden {} der Frauen und {} der Männer. Mit deutschem Namen sind es {}, mit türkischem {}.",
            strong("Ja."),
            share(WOMAN),
            share(MAN),
            share(GERMAN),
            share(TURKISH),
        ),
        html(
            "Nun beides zugleich: Von den Frauen mit türkischem Namen werden {} eingeladen, mit deutschem {}. "
            "Bei den Männern ist es umgekehrt: {} mit türkischem Namen, {} mit deutschem.",
            strong(share(WOMAN, TURKISH)),
            share(WOMAN, GERMAN),
            share(MAN, TURKISH),
            strong(share(MAN, GERMAN)),
        ),
        "Geeignet sind alle vier Gruppen genau gleich. Zählen Sie nur ein Merkmal, heben sich die Nachteile auf.",
    ) + folded(
        "Und der Eintrag „divers“?",
        paragraphs(
            f"Ihn haben {number(rates['n'][DIVERS])} von {number(people)} Personen. Das sind zu "
            "wenige zum Messen. Hier hilft keine Statistik, sondern das Formular: eine freie Anrede und kein "
            "Pflichtfeld für das Geschlecht."
        ),
    )


def crossed_summary(rarest: Sequence[str]) -> str:
    """The two crossings that are invited most rarely."""
    return f"Am seltensten eingeladen: {' und '.join(rarest)}."


APPLICATIONS = "Wie viele Bewerbungen gibt es in einem Jahr?"
APPLICATIONS_UNIT = "Bewerbungen"
FAIR_TITLE = "Die zweite Firma benachteiligt niemanden."


def seen(size: int, found: int, alarms: int) -> Markup:
    """How often a disadvantage of women with a Turkish name is seen, and what is said of a firm without one.

    Args:
        size: applications in a year.
        found: years of 100 in which it is seen.
        alarms: the same for the firm in which nobody is at a disadvantage.
    """
    return paragraphs(
        html(
            "Bei {} Bewerbungen sehen Sie den Nachteil der Frauen mit türkischem Namen in {} Jahren. "
            "Denn wer kreuzt, teilt kleine Gruppen noch einmal.",
            number(size),
            strong(f"{number(found)} von 100"),
        ),
        html(
            "Das Bild zeigt eine zweite Firma, die nur auf die Eignung sieht. Die Quoten weichen auch dort etwas "
            "voneinander ab, aus Zufall. Die richtige Antwort ist hier: {} Falschen Alarm gibt es in {} Jahren.",
            strong("kein Fehler."),
            f"{number(alarms)} von 100",
        ),
        f"Auch ein Kodex kann kreuzen. Sein Satzmuster dafür heißt „{PATTERNS['kreuzungen'].title}“.",
    )


AMPEL, FINDER = "ampel", "finder"
SYSTEMS = (
    "Zwei Systeme laden Frauen und Männer etwa gleich oft ein. Was glauben Sie: Wo wird trotzdem jemand "
    "benachteiligt?"
)
SYSTEMS_OPTIONS = [
    [AMPEL, "Nur bei der „Bewerbungsampel“"],
    [FINDER, "Nur beim „Stellenfinder“"],
    ["beide", "Bei beiden"],
    ["keines", "Bei keinem"],
]
FINDER_TITLE = "Stellenfinder: Frauen und Männer liegen gleichauf, die Kreuzungen nicht."
_PEOPLE = {WOMAN: "Frauen", MAN: "Männer", DIVERS: "divers"}


def crossing_of(label: str) -> str:
    """What a crossing of a system is called in the picture: ``Frauen + unter 30``."""
    group, _, age = label.partition(", ")
    return f"{_PEOPLE[group]} + {age}"


def systems(
    hit: bool, rates: pd.Series, found: Sequence[tuple[Comparison | None, Comparison | None]]
) -> Markup:
    """Who loses in the one system, and why there is no fault in the other.

    Args:
        hit: whether the guess was right.
        rates: crossing → rate of the system with the fault.
        found: of the sound system and of the faulty one: the groups and the crossings that are furthest apart.
    """

    def of(group: str, age: str) -> str:
        return percent(rates[f"{group}, {age}"])

    (_, apart), (alone, _) = found
    return paragraphs(
        html(
            "{} Er lädt von den Frauen unter 30 {} ein, von den Frauen ab 50 {}. Bei den Männern ist es umgekehrt: "
            "{} unter 30 und {} ab 50.{}",
            "Ja, nur beim Stellenfinder." if hit else "Es ist nur der Stellenfinder.",
            strong(of(WOMAN, YOUNG)),
            of(WOMAN, OLD),
            of(MAN, YOUNG),
            strong(of(MAN, OLD)),
            f" Zusammen liegen Frauen und Männer nur {points(alone.value)} auseinander." if alone else "",
        ),
        html(
            "Bei der Bewerbungsampel ist die richtige Antwort: {}{}",
            strong("kein Fehler."),
            f" Auch dort liegen zwei Kreuzungen {points(apart.value)} auseinander. Der 99-%-Bereich reicht aber von "
            f"{number(100 * apart.low, 1)} bis {number(100 * apart.high, 1)}: Es kann Zufall sein."
            if apart
            else "",
        ),
    )


def too_few(people: pd.Series) -> Markup:
    """Crossings that are too small to measure; ``people``: how many each has."""
    return paragraphs(
        f"Kreuzungen mit „divers“ haben {number(people.min())} bis {number(people.max())} Personen: zu wenige, um zu "
        "messen."
    )


def own_kodex(found: bool, example: bool) -> Markup:
    """Whether the Kodex in use finds the fault, and which pattern does."""
    whose = "Unser Beispiel-Kodex" if example else "Ihr Kodex"
    pattern = PATTERNS["kreuzungen"].title
    if found:
        return paragraphs(f"{whose} findet diesen Fehler, mit dem Satzmuster „{pattern}“.")
    return paragraphs(
        f"{whose} findet diesen Fehler nicht. Das Satzmuster „{PATTERNS['auswahlquoten'].title}“ sieht nur eine Gruppe "
        f"nach der anderen an. Sie brauchen dafür „{pattern}“."
    )


EXPLANATIONS = ("Erklärung A", "Erklärung B")


def rejected(
    applicant: int, known: Mapping[str, str | float], reasons: Sequence[Iterable[tuple[str, int, bool]]]
) -> Markup:
    """A rejected person and two explanations.

    Args:
        applicant: number of the application.
        known: column → what the person said.
        reasons: what counted in each explanation: column, 1 for her, −1 against her or 0, whether strongly.
    """
    told = facts((recruiting.LABELS[column], _value(column, value)) for column, value in known.items())
    panels = (
        html(
            '<section class="fk-panel"><h4>{}</h4>{}</section>', title, bullets(_reason(*one) for one in some)
        )
        for title, some in zip(EXPLANATIONS, reasons, strict=True)
    )
    return card(f"Bewerbung {number(applicant)}: Absage", told) + html(
        '<div class="fk-explanations">{}</div>', NOTHING.join(panels)
    )


def _value(column: str, value: str | float) -> str:
    if isinstance(value, str):
        return value
    if column == "teilzeit":
        return "ja" if value else "nein"
    shown = number(value, 1 if column in ("fachkenntnisse", "wortstil") else 0)
    return f"{shown} Monate" if column == "auszeit_monate" else shown


def _reason(column: str, sign: int, strongly: bool) -> Markup:
    much = "stark " if strongly else ""
    look, shown, text = {
        1: ("fk-for", "+", f"{much}für sie"),
        -1: ("fk-against", "−", f"{much}gegen sie"),
        0: ("", "0", "spielt keine Rolle"),
    }[sign]
    return html(
        '<span class="{}">{}{}</span>: {}', look, icon(shown), text, strong(recruiting.LABELS[column])
    )


CASE = "Was glauben Sie: Welche Erklärung ist richtig gerechnet?"
CASE_OPTIONS = [
    ["a", "Nur Erklärung A"],
    ["b", "Nur Erklärung B"],
    ["beide", "Beide"],
    ["keine", "Keine von beiden"],
]


def both(case: Case) -> Markup:
    """Both are right, for they compare with different people."""
    return paragraphs(
        html(
            "{} Es ist dasselbe Modell, dieselbe Person, dieselbe Absage.",
            strong("Beide sind richtig gerechnet."),
        ),
        f"Erklärung A vergleicht sie mit {case.first.compared_with}. Erklärung B vergleicht sie mit "
        f"{case.second.compared_with}. Wer nur Frauen mit Frauen vergleicht, sieht nie, dass das "
        "Geschlecht Punkte kostet.",
    )
