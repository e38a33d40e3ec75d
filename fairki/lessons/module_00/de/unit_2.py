"""German of unit 2, where AI takes part: in the order of the page."""

from collections.abc import Sequence

from fairki import company, register
from fairki.html import NOTHING, Markup, html, paragraphs, strong
from fairki.speech import count_of

FIRM = company.current()
GUESS_BUTTON = "Schätzung festhalten"
PICKED = "Was gibt es bei uns?"
UNNOTICED = "Läuft bei uns unbemerkt"
EXAMPLE = "Zum Vergleich"
EXAMPLE_OPTIONS = [["betrieb", f"Statt meiner Karte die {FIRM.genitive} zeigen"]]
NO_CASE = paragraphs(
    "Wählen Sie in der Liste mindestens einen Fall. Dann erscheint hier Ihre Karte. "
    f"Sie arbeiten gerade nirgends? Dann sehen Sie sich die Karte {FIRM.genitive} an."
)
MAP_QUESTION = "Betroffene Menschen"
UP = ("Das System schlägt vor", "Das System entscheidet")
MARKS = ("sichtbar", "unbemerkt")


def guess(total: int) -> str:
    """The question how many of the cases in the list there are."""
    return f"Was schätzen Sie: Wie viele der {total} Fälle in der Liste gibt es bei Ihnen?"


def guess_unit(total: int) -> str:
    """What stands behind the guessed number."""
    return f"von {total}"


def against_guess(guessed: int, found: int) -> Markup:
    """What the list says about the guess of how many cases there are."""
    if not found:
        return paragraphs(
            "Festgehalten. Gehen Sie jetzt die Liste durch. Hier erscheint dann, wie viele Fälle Sie finden."
        )
    if found > guessed:
        judged = "Das sind mehr, als Sie geschätzt haben. Vieles läuft so leise mit, dass man es übersieht."
    elif found < guessed:
        judged = (
            "Das sind weniger, als Sie geschätzt haben. Vielleicht sieht man in einer anderen Abteilung mehr: "
            "Fragen Sie dort einmal nach."
        )
    else:
        judged = (
            "Das passt genau zu Ihrer Schätzung. Fragen Sie trotzdem einmal in einer anderen Abteilung nach."
        )
    counted = strong(count_of(found, "Fall", "Fälle"))
    return paragraphs(html("Gefunden haben Sie bisher {}. {}", counted, judged))


def map_title(urgent: int, found: int) -> str:
    """In how many of the cases found a system decides alone about many people."""
    if not urgent:
        return "In keinem Fall entscheidet ein System selbst über viele Menschen."
    if found == 1:
        return "In diesem Fall entscheidet ein System selbst über viele Menschen."
    return f"In {urgent} von {count_of(found, 'Fall', 'Fällen')} entscheidet ein System selbst über viele Menschen."


def map_summary(seen: int, hidden: int) -> str:
    """What the marks on the map mean, and where the numbers stand."""
    return (
        f"Kreis: sichtbar ({seen}). Raute: läuft unbemerkt ({hidden}). "
        "Die Nummern stehen im Register darunter."
    )


def own_register(found: Sequence[register.Entry]) -> Markup:
    """The register as a numbered list, where to look first, and what may have been overlooked."""
    first = [entry.use.name for entry in found if entry.urgent and entry.hidden]
    again = [entry.use.name for entry in found if entry.use.often_hidden and not entry.hidden]
    return (
        html("<h4>Das Register: {}</h4>", count_of(len(found), "Eintrag", "Einträge"))
        + html("<ol>{}</ol>", NOTHING.join(map(_entry, found)))
        + paragraphs(
            html(
                "{} {}. Ein System entscheidet selbst, viele sind betroffen, und es läuft unbemerkt.",
                strong("Hier lohnt der erste Blick:"),
                ", ".join(first),
            )
            if first
            else "",
            html(
                "{} {}. Das läuft nach unserer groben Einordnung oft unbemerkt. "
                "Wissen die Betroffenen wirklich davon?",
                strong("Schauen Sie noch einmal hin:"),
                ", ".join(again),
            )
            if again
            else "",
        )
    )


def _entry(entry: register.Entry) -> Markup:
    use = entry.use
    return html(
        "<li>{}{}<br>Betroffen: {} ({}). Das System {}.</li>",
        strong(use.name),
        ", läuft unbemerkt" if entry.hidden else "",
        use.affected,
        use.how_many,
        use.autonomy,
    )
