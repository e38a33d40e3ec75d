"""German of unit 1, how it writes: in the order of the page."""

from collections.abc import Iterable, Mapping, Sequence

from fairki.html import NOTHING, Markup, bullets, folded, framed, html, paragraphs, strong
from fairki.lessons.module_08.de.shared import marked, of_hundred, percent, points, span, turned
from fairki.reference import Finding
from fairki.speech import number
from fairki.texts.corpus import MAN, WOMAN, Part
from fairki.texts.measures import Estimate
from fairki.texts.probe import Heat, Wording

OPEN = 4
"""Assessments that stand open; the others are folded."""
MORE_TEXTS = "Die übrigen Beurteilungen"
ANREDEN = {WOMAN: "mit „Frau“", MAN: "mit „Herr“"}
PASSES = "So oft hat das Modell alle Texte gelesen"
PASSES_FIRST = paragraphs("Beginnen Sie mit „noch nie“ und gehen Sie dann weiter.")
RARE = "seltene Wörter"
TWO = {"frau": "Frau Leyla", "herr": "Herr Emre"}
TWO_BEGINNINGS = (
    "Frau Leyla arbeitet in Teilzeit im Kundendienst, Herr Emre in Vollzeit in der Fertigung. "
    "Die Leistung ist bei beiden sehr gut. Wir schätzen besonders …"
)
WRITER = "Anfang tippen und weiterschreiben lassen"
WHO = (
    "Zwei Menschen haben die gleiche Leistung. Was glauben Sie: "
    "Bei wem schreibt das Modell öfter „Wir sehen Potenzial zur Leitung.“?"
)
WHO_OPTIONS = [
    ["frau", "Öfter bei Texten mit „Frau“"],
    ["gleich", "Bei beiden etwa gleich oft"],
    ["herr", "Öfter bei Texten mit „Herr“"],
]
WHO_TITLE = "„Wir sehen Potenzial zur Leitung.“ steht nicht bei allen gleich oft."
SHARE_COLUMNS = ["Texte", "Anteil mit diesem Satz", "von", "bis"]
CLUES = (
    "Wir streichen Anrede und Fürwörter aus allen Texten. Das Modell lernt noch einmal von vorn. "
    "Was glauben Sie: Wie viel Prozent vom Abstand bleiben?"
)
STEPS = [
    "alles bleibt",
    "ohne Anrede, Fürwörter",
    "… und ohne Vornamen",
    "… und ohne Bereich, Aufgabe",
    "… und ohne Arbeitszeit",
]
"""What is struck out, one after the other, as in ``probe.CLUES``."""
CLUES_TITLE = "Das Streichen der Anrede nimmt dem Modell nur wenig."
CLUE_COLUMNS = ["Gestrichen", "So viel bleibt vom Abstand"]
HEAT_TITLE = "Was öfter vorkommt, kommt jetzt noch öfter vor."
HEAT_COLUMNS = ["Texte", "Anteil tatkräftiger Wörter"]
WORLD = (
    "Das gleiche Modell lernt aus anderen Texten. In ihnen wurden alle gleich behandelt. "
    "Was glauben Sie: Bei wem schreibt es dann öfter von Leitung?"
)
WORLD_OPTIONS = [
    ["frau", "Öfter bei Texten mit „Frau“"],
    ["gleich", "Bei beiden etwa gleich oft"],
    ["herr", "Öfter bei Texten mit „Herr“"],
]
WORLDS = {1.0: "unsere Firma", 0.0: "alle gleich", -1.0: "alles umgekehrt"}
"""Bias of the texts → name of the world."""
WORLDS_TITLE = "Gleiches Modell, andere Texte, anderes Ergebnis."


def assessments(texts: Sequence[Sequence[Part]]) -> Markup:
    """Texts of the firm to read, with the words marked that a model will choose; most of them are folded."""
    items = [html("<li>{}</li>", marked(parts)) for parts in texts]
    rest = html('<ol start="{}">{}</ol>', OPEN + 1, NOTHING.join(items[OPEN:]))
    return html(
        '<div class="fairki"><ol>{}</ol>{}</div>', NOTHING.join(items[:OPEN]), folded(MORE_TEXTS, rest)
    )


def hit_question(passes: int) -> str:
    """How often the model will be right once it has learnt."""
    return (
        f"Das Modell hat alle Texte {passes}-mal gelesen. Nun soll es bei 100 neuen Menschen erraten, "
        "welches Lob im Text steht. Was glauben Sie: Wie oft trifft es das Wort?"
    )


def hits(guessed: float, hits: Mapping[int, float]) -> Markup:
    """How often the model is right, after each number of passes."""
    first, *_, last = hits.values()
    close = abs(guessed - last) <= 10
    rows = [(passes(n), of_hundred(share)) for n, share in hits.items()]
    return (
        paragraphs(
            html(
                "{}: Es trifft das Wort in {} Texten. Ganz ohne Lernen wären es {}. "
                "Dann nimmt es immer das häufigste Wort.",
                "Gut geschätzt" if close else "Es kommt anders",
                strong(of_hundred(last)),
                number(first),
            )
        )
        + framed("Treffer nach jedem Durchgang", ("Gelesen", "Treffer"), rows, numbers=True)
        + paragraphs(
            "Das ist kein Fehler. Auch Menschen schreiben über ähnliche Leute nicht immer das Gleiche. "
            "Ein Sprachmodell lernt deshalb keine richtige Antwort. Es lernt, welches Wort wie "
            "wahrscheinlich ist."
        )
    )


def passes(n: int) -> str:
    """How often all texts were read."""
    return "noch nie" if not n else f"{n}-mal"


def knows(passes: int, chances: Mapping[str, Mapping[str, float]]) -> Markup:
    """Chances of the next praise for two beginnings.

    Args:
        passes: how often the model has read all texts.
        chances: id of a beginning → word → chance in percent.
    """
    rows = [
        (word, *(percent(one[word]) for one in chances.values())) for word in next(iter(chances.values()))
    ]
    columns = ("Wort", *(TWO[id] for id in chances))
    apart = max(
        abs(one - other) for one, other in zip(*(list(c.values()) for c in chances.values()), strict=True)
    )
    table = framed("Wahrscheinlichkeit des nächsten Wortes", columns, rows, numbers=True)
    return (
        paragraphs(TWO_BEGINNINGS)
        + table
        + paragraphs(
            "Noch sagt es bei beiden das Gleiche. Es kennt nur, wie oft jedes Wort vorkommt."
            if apart < 0.5
            else f"Die beiden Spalten liegen jetzt bis zu {number(apart)} Punkte auseinander. "
            "Das Modell hat gelernt, was in den Texten zusammen steht."
        )
    )


def who(guess: str, model: Estimate, firm: Estimate, written: int, read: int) -> Markup:
    """Who gets the phrase, at equal assessment.

    Args:
        guess: id of the option that was chosen.
        model, firm: men minus women in what the model wrote and in the texts of the firm.
        written, read: how many texts that are.
    """
    return paragraphs(
        html(
            "{}: {}",
            "Richtig" if guess == ahead(model) else "Es kommt anders",
            _compared(model, f"{number(written)} neuen Texten"),
        ),
        f"In den {number(read)} Texten der Firma beträgt der Abstand {points(firm.value)} "
        f"(Spanne {span(firm, 'Punkte')}). Das Modell hat ihn sich nicht ausgedacht. Es hat ihn gelernt.",
    )


def ahead(gap: Estimate) -> str:
    """Who has the phrase more often: the id of an option. Whoever is not safely ahead is not ahead."""
    if gap.low > 0:
        return "herr"
    return "frau" if gap.high < 0 else "gleich"


def _compared(gap: Estimate, where: str) -> Markup:
    if ahead(gap) == "gleich":
        return html(
            "Bei gleicher Leistung ist in {} kein Unterschied nachweisbar (Spanne {}).",
            where,
            span(gap, "Punkte"),
        )
    return html(
        "Bei gleicher Leistung liegen in {} Menschen {} {} vorn (Spanne {}).",
        where,
        ANREDEN[MAN if gap.value > 0 else WOMAN],
        strong(points(gap.value)),
        span(gap if gap.value > 0 else turned(gap), "Punkte"),
    )


def shares_summary(shares: Mapping[str, Estimate]) -> str:
    """Shares with the phrase in words."""
    parts = "; ".join(f"{name}: {percent(one.value, 1)}" for name, one in shares.items())
    return f"Anteil der Texte mit dem Satz zur Leitung: {parts}. Der Strich zeigt die Spanne, in der der Anteil liegen kann."


def few(firm: Estimate, model: Estimate) -> Markup:
    """Those without Anrede: too few to say where they stand.

    Args:
        firm: their share in the texts of the firm, with the number of texts.
        model: their share in what the model writes.
    """
    return paragraphs(
        f"Manche möchten weder mit „Frau“ noch mit „Herr“ angesprochen werden. Ohne Anrede gibt es in der Firma nur {firm.n} Texte. "
        f"Das Modell schreibt den Satz bei ihnen in {percent(model.value, 1)} der Fälle. In den Texten der Firma "
        f"waren es {percent(firm.value, 1)}, mit einer Spanne von {span(firm, '%')}. Das ist zu ungenau. "
        "Wir ordnen diese Menschen deshalb nirgends ein. Übersehen dürfen wir sie nicht: "
        "Was ein Modell aus so wenigen Texten lernt, hängt am Zufall."
    )


def pair(texts: Mapping[float, Sequence[Part]]) -> Markup:
    """One person twice: the chance of the phrase in percent → the text."""
    rows = [
        html("<p>{}</p><p>{}: {}</p>", marked(parts), CHANCE, strong(percent(chance)))
        for chance, parts in texts.items()
    ]
    return folded("Zweimal der gleiche Mensch", *rows, paragraphs(PAIR))


CHANCE = "Wahrscheinlichkeit für den Satz zur Leitung"
PAIR = (
    "Getauscht sind nur Anrede und Fürwörter und, wo es einen gibt, der Vorname von Frauen oder Männern. Gewürfelt "
    "wurde mit den gleichen Zahlen. Was verschieden ist, kommt allein von diesem Tausch."
)


def clues(guessed: float, left: Mapping[str, float], gap: float) -> Markup:
    """What is left of the gap while clues are struck out.

    Args:
        guessed: percent that the learner thought are left without Anrede.
        left: step → percent of the gap.
        gap: the whole gap in points.
    """
    _, first, *_, last = left.values()
    return paragraphs(
        html(
            "{}: Der Abstand betrug {}. Ohne Anrede und Fürwörter bleiben davon {}.",
            "Gut geschätzt" if abs(guessed - first) <= 10 else "Es kommt anders",
            points(gap),
            strong(percent(first)),
        ),
        "Das Modell braucht das Wort „Frau“ nicht. Vorname, Bereich, Aufgabe und Arbeitszeit verraten genug. "
        + (
            "Erst wenn auch die Arbeitszeit fehlt, ist der Abstand weg."
            if abs(last) < 3
            else f"Selbst wenn auch die Arbeitszeit fehlt, bleiben {percent(last)}."
        )
        + " Dann steht im Text aber auch kaum noch etwas über den Menschen.",
    )


def clues_summary(left: Mapping[str, float]) -> str:
    """What is left, in words."""
    return (
        "So viel bleibt vom Abstand: "
        + "; ".join(f"{step}: {percent(value)}" for step, value in left.items())
        + "."
    )


def heat_question(men: float) -> str:
    """How one-sided it becomes; ``men``: energetic words for men in the texts of the firm, in percent."""
    return (
        f"In der Firma sind bei Männern {of_hundred(men)} dieser Wörter tatkräftig. Nun nimmt das Modell "
        "immer das wahrscheinlichste Wort. Was glauben Sie: Wie viele von 100 sind es dann bei Männern?"
    )


def heat(guessed: float, old: Wording, cold: Wording) -> Markup:
    """How one-sided words are at temperature 0; ``old`` are the texts of the firm."""
    return paragraphs(
        html(
            "{}: Bei Männern sind jetzt {} dieser Wörter tatkräftig, in der Firma waren es {}. "
            "Bei Frauen sind es {}, in der Firma waren es {}.",
            "Gut geschätzt" if abs(guessed - cold.strong_men) <= 10 else "Es kommt anders",
            strong(of_hundred(cold.strong_men)),
            number(old.strong_men),
            strong(of_hundred(cold.strong_women)),
            number(old.strong_women),
        ),
        "Niemand wollte das. Wer immer das Wahrscheinlichste nimmt, verstärkt, was schon da ist. "
        f"Auch die seltenen Wörter leiden: In der Firma stehen sie in {percent(old.rare, 1)} der Texte, "
        f"bei Temperatur 0 in {percent(cold.rare, 1)}.",
    )


def heat_rows(old: Wording, cold: Wording) -> list[tuple[str, float]]:
    """Name, share of energetic words in percent."""
    return [
        ("Männer, Texte der Firma", old.strong_men),
        ("Männer, Temperatur 0", cold.strong_men),
        ("Frauen, Texte der Firma", old.strong_women),
        ("Frauen, Temperatur 0", cold.strong_women),
    ]


def heat_summary(rows: Iterable[tuple[str, float]]) -> str:
    """Shares of energetic words, in words."""
    parts = "; ".join(f"{name}: {percent(value)}" for name, value in rows)
    return f"„Tatkraft“ oder „Entschlossenheit“ statt „Herzlichkeit“ oder „Geduld“: {parts}."


def heats(heats: Iterable[Heat]) -> Markup:
    """All temperatures as a table to unfold."""
    rows = [
        (
            number(one.temperature, 1),
            percent(one.wording.strong_men),
            percent(one.wording.strong_women),
            percent(one.wording.rare, 1),
        )
        for one in heats
    ]
    columns = ("Temperatur", "tatkräftig, Männer", "tatkräftig, Frauen", "seltene Wörter")
    return folded("Alle Temperaturen", framed("Worte je Temperatur", columns, rows, numbers=True))


def worlds(guess: str, gaps: Mapping[float, Estimate]) -> Markup:
    """What the same model learns in three worlds; bias → men minus women."""
    past, fair, reversed_ = (gaps[bias] for bias in WORLDS)
    return paragraphs(
        html(
            "{}: {}",
            "Richtig" if guess == ahead(fair) else "Es kommt anders",
            _compared(fair, "der fairen Welt"),
        ),
        FAIR_IS_FAIR if ahead(fair) == "gleich" else FAIR_BY_CHANCE,
        html("In der umgekehrten Welt gilt: {}", _compared(reversed_, "den neuen Texten")),
        DIRECTION if ahead(past) != ahead(reversed_) else NOTHING,
    )


FAIR_IS_FAIR = "Hier gibt es nichts zu beanstanden. Dieses Modell ist nicht von selbst gegen jemanden."
FAIR_BY_CHANCE = (
    "Das ist Zufall in den Texten, aus denen das Modell gelernt hat. Bei anderen Texten läge es anders."
)
DIRECTION = (
    "Die Richtung kommt also aus den Texten. Und welche Texte das sind, haben wir festgelegt. "
    "Fragen Sie bei einem echten System nie nur, ob es Frauen benachteiligt. Prüfen Sie in beide Richtungen."
)


def studies(findings: Sequence[Finding]) -> Markup:
    """What studies found."""
    found = bullets(html("{} <cite>({})</cite>", one.text, one.source) for one in findings)
    return html('<div class="fairki">{}</div>', found)
