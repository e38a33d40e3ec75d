"""German of the search for a set-up, the last step of unit 2: in the order of the page."""

from collections.abc import Mapping, Sequence

from fairki import people
from fairki.documents.review_setup import GOAL_KEYS, MEASURES, SETUP_KEYS, WHICH, minutes, shown, span
from fairki.html import Markup, bullets, grouped, html, paragraphs, strong
from fairki.people import AUTOMATIC, HUMAN, Band, Setup
from fairki.speech import count_of, number, percent

GOALS = {
    GOAL_KEYS["frauen"]: "Frauen unter den Eingeladenen: mindestens",
    GOAL_KEYS["fehler"]: "Fehlentscheidungen im Jahr: höchstens",
    GOAL_KEYS["stunden"]: "Arbeitsstunden im Jahr: höchstens",
}
HOURS_UNIT, MINUTES_UNIT = "Stunden", "Minuten"
TEAMS = [
    ["fair", "Das Team urteilt fair", "Es liest jeden Fall und achtet nur auf das Können."],
    ["durchwinken", "Das Team winkt 80 % durch", "Es bestätigt die meisten Vorschläge ungelesen."],
    [
        "einseitig",
        "Das Team urteilt selbst einseitig",
        "Es liest jeden Fall und zieht dabei Punkte ab, zum Beispiel bei Teilzeit.",
    ],
]
WHICH_OPTIONS = [
    [people.RANDOM, "zufällig gezogene Vorschläge"],
    [people.NEAR, "Vorschläge nahe an der Grenze zwischen Einladung und Absage"],
    [people.DECLINED, "nur vorgeschlagene Absagen"],
]
CONTROLS = {
    SETUP_KEYS["weg"]: "Wer entscheidet?",
    SETUP_KEYS["team"]: "Mit welchem Team rechnen Sie?",
    SETUP_KEYS["auswahl"]: "Was prüft das Team?",
    SETUP_KEYS["faelle"]: "Wie viele Fälle sieht das Team?",
    SETUP_KEYS["minuten"]: "Wie viel Zeit ist für jeden Fall geplant?",
}
BEST = (
    "Was glauben Sie: Gibt es einen Aufbau mit den meisten Frauen, den wenigsten Fehlentscheidungen "
    "und den wenigsten Stunden zugleich?"
)
BEST_OPTIONS = [["ja", "Ja, den muss man nur finden."], ["nein", "Nein, irgendwo zahlt man immer."]]
TRADE_TITLE = "Mehr Vielfalt kostet Zeit, aber mehr Zeit bringt nicht immer mehr."
TRADE_AXES = ("Stunden im Jahr", "Frauen unter den Eingeladenen")
TRADE_MARKS = ("verfehlt Ihr Ziel", "erreicht Ihr Ziel")


def still_open(labels: Sequence[str]) -> Markup:
    """The choices that are missing."""
    return paragraphs(f"Wählen Sie noch: {' '.join(labels)}")


def verdict(
    goal: people.Goal,
    bands: Mapping[str, Band],
    kept: Mapping[str, int],
    reached: int,
    needed: float,
    of: int,
) -> Markup:
    """Whether the set-up reaches the goal, wish by wish.

    Args:
        goal: the wishes.
        bands: measure → the set-up's years.
        kept: measure → in how many years this wish is met.
        reached: in how many years all of them are.
        needed: in how many they have to be.
        of: number of years.
    """
    limits: dict[str, str] = {}
    if goal.women is not None:
        limits["women"] = f"mindestens {percent(goal.women)}"
    if goal.wrong is not None:
        limits["wrong"] = f"höchstens {number(goal.wrong)}"
    if goal.hours is not None:
        limits["hours"] = f"höchstens {number(goal.hours)}"
    groups = {
        MEASURES[measure]: [
            (
                limit,
                f"{shown(measure, bands[measure].mean)} ({span(measure, bands[measure])})",
                f"{'✓' if kept[measure] >= needed else '✗'} {kept[measure]} von {of} Jahren",
            )
        ]
        for measure, limit in limits.items()
    }
    if reached >= needed:
        first = html("{} in {} von {} Jahren.", strong("Ziel erreicht:"), reached, of)
    else:
        first = html(
            "{} alles zugleich klappt in {} von {} Jahren. Wir verlangen {}.",
            strong("Ziel noch nicht erreicht:"),
            reached,
            of,
            number(needed),
        )
    return paragraphs(first) + grouped(
        "Ihr Ziel und Ihr Aufbau; in Klammern: kleinstes bis größtes Jahr",
        ("Ziel", "Ihr Aufbau", "Erfüllt in"),
        groups,
    )


def hint(team: str, tried: int, good: Sequence[Setup]) -> Markup:
    """How many of the set-ups tried with this team reach the goal; which ones, to unfold."""
    whose = f"Das Team {team}. Wir haben {number(tried)} Aufbauten mit ihm durchgerechnet:"
    if not good:
        return paragraphs(
            html("{} {} erreicht dieses Ziel. Ändern Sie das Ziel oder das Team.", whose, strong("Keiner"))
        )
    count = count_of(len(good), "Aufbau erreicht", "Aufbauten erreichen")
    return paragraphs(f"{whose} {count} dieses Ziel.") + html(
        "<details><summary>Welche sind das?</summary>{}</details>", bullets(map(short, good))
    )


def short(setup: Setup) -> str:
    """A set-up in one line."""
    if setup.way == AUTOMATIC:
        return "Programm allein"
    time = minutes(setup.minutes)
    if setup.way == HUMAN:
        return f"Mensch allein: {number(setup.cases)} Bewerbungen, je {time}"
    return f"Mensch mit Vorschlag: {number(setup.cases)} Fälle, je {time}, {WHICH[setup.which]}"


WISHES = {
    "women": "Meiste Frauen",
    "wrong": "Wenigste Fehlentscheidungen",
    "hours": "Wenigste Stunden",
}


def no_best(winners: Mapping[str, tuple[Setup, Mapping[str, float]]]) -> Markup:
    """Who wins in one point, and what it costs elsewhere; measure → winner and its means by measure."""
    items = (
        html(
            "{} {}. Das bringt {} Frauen, {} Fehlentscheidungen und {} Stunden.",
            strong(f"{WISHES[measure]}:"),
            short(setup),
            *(shown(name, means[name]) for name in WISHES),
        )
        for measure, (setup, means) in winners.items()
    )
    return (
        paragraphs(
            html("{} Schon bei einem fairen Team gewinnt jedes Mal ein anderer Aufbau:", strong("Nein."))
        )
        + bullets(items)
        + paragraphs(
            html(
                "Ein Programm kann diese Zahlen ausrechnen. Was sie wert sind, kann es nicht sagen. "
                'Das ist ein <a href="#glossar-zielkonflikt">Zielkonflikt</a>.'
            )
        )
    )


def trade_summary(drawn: int, most_wrong: int, reaching: int) -> str:
    """What is drawn, and how many of it reach the goal."""
    return (
        f"Gezeigt sind {number(drawn)} Aufbauten mit einem fairen Team und im Mittel "
        f"höchstens {number(most_wrong)} Fehlentscheidungen. Ihr Ziel "
        f"{'erreicht' if reaching == 1 else 'erreichen'} {number(reaching)} davon."
    )
