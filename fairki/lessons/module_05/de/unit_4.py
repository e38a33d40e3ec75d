"""German of unit 4, from the complaint to the rule: in the order of the page."""

from collections.abc import Sequence

from fairki.feedback.complaints import DIRECT, STAND_IN, UNFOUNDED, WRONG_DATA, Complaint, occasion
from fairki.html import NOTHING, Markup, bullets, html, paragraphs, strong
from fairki.kodex.history import Change, Difference, History
from fairki.lessons.module_05.de.shared import name
from fairki.speech import count_of, day, number, together

LESSONS = {
    DIRECT: "Das Geschlecht darf keine Rolle spielen.",
    STAND_IN: "Eine Auszeit darf nicht für das Geschlecht stehen.",
    UNFOUNDED: "Wer abgelehnt wird, erfährt den Grund.",
    WRONG_DATA: "Menschen können Fehler melden, und bei knappen Fällen sieht jemand hin.",
}
"""Kind of a complaint → what follows from it."""

EXAMINE = "1. Kodex von heute prüfen"
OCCASION = "Was ist der Anlass für Ihre Änderung?"
OTHER_OCCASION = "etwas anderes"
WHY = "Warum ändern Sie den Kodex?"
WHY_HINT = "Ein Satz genügt. Er steht dann in der Geschichte des Kodex."
EFFECT = "Was glauben Sie: Was bringt die Änderung bei den Übungssystemen?"
EFFECTS = [
    ["mehr", "Der Kodex findet mehr Fehler."],
    ["beides", "Er findet mehr Fehler, beanstandet aber auch mehr zu Unrecht."],
    ["gleich", "Es ändert sich nichts."],
    ["weniger", "Er findet weniger Fehler."],
]
"""What a changed rule may bring about."""
EXAMINE_AGAIN = "2. Änderung festhalten und neu prüfen"
EXAMINE_FIRST = "Prüfen Sie zuerst den Kodex von heute. Der Knopf dafür steht weiter oben."
LOAD_FIRST = "Laden Sie im Baukasten zuerst den Beispiel-Kodex, und ändern Sie eine Regel."
NOTHING_CHANGED = "Im Kodex hat sich noch nichts geändert."
FULL = "Die Geschichte ist voll. Speichern Sie sie als Word-Datei."

PLAN, PLAN_FILE = "Feedback-Plan", "feedback-plan"
HISTORY, HISTORY_FILE = "Kodex mit Geschichte", "kodex-mit-geschichte"


def lesson(complaint: Complaint, titles: Sequence[str], there: Sequence[tuple[int, str]]) -> Markup:
    """What follows from a complaint, and whether the Kodex has such a rule already.

    Args:
        complaint: the complaint.
        titles: of the sentence patterns that fit.
        there: number and title of each rule that fits.
    """
    named = " oder ".join(f"„{title}“" for title in titles)
    rules = [f"Regel {number} ({title})" for number, title in there]
    state = f"Im Kodex steht dazu: {together(rules)}." if rules else "Im Kodex fehlt dazu noch eine Regel."
    return html(
        "{} {} Dazu passen die Muster {}. {}",
        strong(f"{name(complaint)}:"),
        LESSONS[complaint.kind],
        named,
        state,
    )


def lessons(title: str, own: bool, told: Sequence[Markup]) -> Markup:
    """What follows from all complaints.

    Args:
        title: of the Kodex.
        own: whether it is the learner's.
        told: one ``lesson`` for each complaint.
    """
    whose = "Ihrem Kodex" if own else f"dem {title}, denn Sie haben noch keinen eigenen"
    return paragraphs(f"Wir vergleichen mit {whose}.") + bullets(told)


def change_first() -> Markup:
    """The guess is kept; the answer comes with a change."""
    return paragraphs("Gut. Ändern Sie eine Regel, und prüfen Sie neu.")


def effect(found: int, accused: int, hit: bool, same: bool) -> Markup:
    """What the change brought about.

    Args:
        found, accused: faults found and systems accused wrongly, later minus earlier.
        hit: whether it was guessed.
        same: whether nothing has changed.
    """
    return paragraphs(
        html(
            "Gefundene Fehler: {}. Zu Unrecht beanstandete Systeme: {}. {}",
            strong(_signed(found)),
            strong(_signed(accused)),
            "Das hatten Sie erwartet." if hit else "Das kam anders, als Sie erwartet hatten.",
        ),
        "Manche Regel ändert hier nichts und ist trotzdem richtig. Vielleicht kommt dieser Fehler bei den "
        "Übungssystemen nicht vor. Oder eine andere Regel hatte ihn schon gefunden."
        if same
        else "",
    )


def _signed(count: int) -> str:
    return f"{'+' if count > 0 else ''}{number(count)}"


def kept(result: str) -> str:
    """A change is kept; ``result``: what the examination found."""
    return f"Festgehalten. {result}"


def history(kept: History) -> Markup:
    """The changes of the Kodex, the newest first."""
    if not kept.changes:
        rules = count_of(len(kept.start.rules), "Regel", "Regeln")
        return paragraphs(
            f"Festgehalten ist der Kodex vom {day(kept.day)} mit {rules}. Ändern Sie jetzt eine Regel."
        )
    steps = (_step(change, found) for change, found in reversed(list(kept.steps())))
    return html("<h4>Die Geschichte Ihres Kodex</h4>{}", bullets(steps))


def _step(change: Change, found: Difference) -> Markup:
    return html(
        "{}{}{}{}",
        strong(day(change.day)),
        f" · Anlass: {occasion(change.occasion)}" if change.occasion else "",
        html("<br>Warum: {}", change.why) if change.why else NOTHING,
        bullets(_difference(found)),
    )


def _difference(found: Difference) -> list[Markup]:
    return [
        *(_line("Neu:", rule.sentence) for rule in found.new),
        *(
            _line("Zuständig oder Meldeweg geändert:", after.sentence)
            if before.sentence == after.sentence
            else html("{}<br>{}", _line("Vorher:", before.sentence), _line("Jetzt:", after.sentence))
            for before, after in found.changed
        ),
        *(_line("Entfallen:", rule.sentence) for rule in found.dropped),
    ]


def _line(what: str, sentence: str) -> Markup:
    return html("{} {}", strong(what), sentence)
