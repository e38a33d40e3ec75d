"""German of unit 1, the mirror: in the order of the page."""

from fairki.groups import Comparison
from fairki.html import Markup, html, paragraphs, strong
from fairki.mirror import DIFFERENCE, NOT_LEARNABLE, Reflection
from fairki.mirror.de import wording
from fairki.mirror.power import power
from fairki.speech import count_of, number, percent
from fairki.worlds.de.attributes import NAMES

CARDS = "Ihre 16 Bewerbungen"
MIRROR = "Was glauben Sie: Wen lädt Ihr Modell häufiger ein?"
MIRROR_OPTIONS = [
    ["frauen", "Frauen deutlich häufiger"],
    ["gleich", "Frauen und Männer etwa gleich oft"],
    ["maenner", "Männer deutlich häufiger"],
]
LATER = paragraphs("Hier erscheint das Bild, sobald Sie oben aufgelöst haben.")
NO_PICTURE = paragraphs("Ihr Modell hat nichts gelernt. Deshalb gibt es hier kein Bild.")
CONTROL_LATER = paragraphs(
    "Hier sehen Sie Ihr Modell neben dem Modell der Firma, sobald Sie oben aufgelöst haben."
)


def beforehand() -> Markup:
    """What sixteen decisions can show at all; said before the guess."""
    return paragraphs(*wording.beforehand_alone(power()))


def decisions_missing(missing: int) -> Markup:
    """The mirror waits for the rest of the cards."""
    verb = "fehlt" if missing == 1 else "fehlen"
    return paragraphs(
        f"Es {verb} noch {count_of(missing, 'Entscheidung', 'Entscheidungen')}. Danach erscheint hier Ihr Modell."
    )


def mirror(own: Reflection) -> Markup:
    """What the mirror says about the learner's own model, or why there is none."""
    if own.verdict == NOT_LEARNABLE:
        return paragraphs(own.reason, "Ändern Sie ein paar Karten, wenn Sie den Spiegel sehen möchten.")
    title = strong(f"{wording.title(own, wording.OWN)}.")
    return paragraphs(html("{} {}", title, wording.after_title(own, wording.OWN)), wording.too_few(own))


PAIRS = "Je zwei Bewerbungen auf Ihren Karten sind gleich stark: eine von einer Frau, eine von einem Mann."


def meaning(own: Reflection) -> Markup:
    """The comparison with chance, and what the finding does not mean; below the picture."""
    if own.verdict == DIFFERENCE:
        last = (
            "Frauen und Männer sind in den neuen Bewerbungen gleich gut geeignet. Das Modell hat den Abstand aus "
            "Ihren Karten gelernt. Er kann am Geschlecht liegen oder an Angaben, die damit zusammenhängen, zum "
            "Beispiel an einer Auszeit."
        )
    else:
        last = wording.unseen_alone(power())
    return paragraphs(PAIRS, wording.compared(own), last)


NONE = "keine"
GROUPS = "Was glauben Sie: Bei welchen Gruppen zeigt Ihr Modell außerdem einen Abstand?"
GROUP_OPTIONS = [
    ["alter", "Bei Jüngeren und Älteren"],
    ["behinderung", "Bei Menschen mit und ohne Behinderung"],
    ["name", "Bei Menschen, deren Name deutsch oder anders klingt"],
    [NONE, "Bei keiner davon"],
]
GROUPS_SUMMARY = (
    "Wie oft Ihr Modell jede Gruppe einlädt, mit dem 95-%-Bereich. Jede Person steht in mehreren Gruppen."
)
GROUPS_NO_GAP = "Bei Alter, Behinderung und Namen kann jeder Abstand Zufall sein."


def groups_title(apart: Comparison | None) -> str:
    """What the picture of all groups shows."""
    return f"Am weitesten auseinander: {_pair(apart)}." if apart else GROUPS_NO_GAP


def _pair(apart: Comparison) -> str:
    return (
        f"{percent(apart.rate_better)} in der Gruppe „{NAMES[apart.better]}“, "
        f"{percent(apart.rate_worse)} in der Gruppe „{NAMES[apart.worse]}“"
    )


def other_groups(hit: bool, apart: Comparison | None) -> Markup:
    """Whether age, disability or name show a gap, and why hardly ever.

    Args:
        hit: whether the guess was that there is none.
        apart: the groups that are surely furthest apart.
    """
    if apart is None:
        first = html("{} {}", strong("Bei keiner davon." if hit else "Hier bei keiner."), GROUPS_NO_GAP)
    else:
        first = html(
            "{} Eingeladen werden {}. Das muss Zufall sein. Wer viele Gruppen vergleicht, findet auch einmal einen "
            "Abstand, der nichts bedeutet.",
            strong("Es zeigt sich einer."),
            _pair(apart),
        )
    return paragraphs(
        first,
        "Denn Ihr Modell kennt weder Alter noch Behinderung noch Namen. Und in unseren erfundenen Daten hängt keine "
        "seiner Angaben damit zusammen. In einer echten Firma kann das anders sein: Dort können Berufsjahre das Alter "
        "verraten.",
    )


def control(firm: Reflection) -> Markup:
    """The firm's model in words, and how to read the chart."""
    return paragraphs(
        f"Das Modell der Firma lernte aus {number(firm.n)} alten Entscheidungen. {wording.result(firm, 'Es')}",
        "Das Bild zeigt den Abstand jedes Modells. Der graue Balken zeigt, welche Abstände durch Zufall allein "
        "entstehen können. Liegt die Raute außerhalb des Balkens, reicht der Zufall als Erklärung nicht aus. "
        f"Liegt sie im Balken, bleibt es offen. {wording.NOT_FAIR_YET}",
        "Bei der Firma ist der Balken kurz, weil sie viel mehr Entscheidungen getroffen hat. Deshalb fällt bei "
        "ihr auch ein kleinerer Abstand auf.",
    )
