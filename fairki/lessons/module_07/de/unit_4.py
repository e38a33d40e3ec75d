"""German of unit 4, three commitments: in the order of the page."""

from collections.abc import Sequence

from fairki import company
from fairki.documents.action_plan import Commitment
from fairki.html import NOTHING, Markup, bullets, folded, html, lines, paragraphs, strong
from fairki.speech import count_of

EXAMPLE_PLAN = [
    [
        "Wir schreiben in jede Stellenanzeige, dass ein Programm die Bewerbungen vorsortiert.",
        "Leitung Personal",
        "Alle offenen Anzeigen enthalten den Satz.",
    ],
    [
        "Wir zählen jeden Monat, wie viele Frauen und Männer eingeladen werden.",
        "IT, gemeinsam mit dem Betriebsrat",
        "Die Tabelle liegt am ersten Montag im Monat vor.",
    ],
    [
        "Wir beantworten jeden Einspruch innerhalb von 14 Tagen, und ein Mensch sieht ihn an.",
        "Leitung Personal",
        "Im Register der Einsprüche ist keiner länger offen.",
    ],
]
"""What the company promises: what, who, sign."""
COMMITMENTS = "Unsere Zusagen"
NO_COMMITMENT = paragraphs(
    "Fangen Sie mit einer Zusage an. Klein und sicher ist besser als groß und ungewiss."
)
AGAIN = "Wann sehen Sie spätestens wieder hin?"


def opinion(first: str | None, today: str) -> Markup:
    """An opinion today beside the one at the beginning, in the words of its scale; None: there is none."""
    if first is None:
        return paragraphs(f"Heute: „{today}“. Vom Anfang des Kurses liegt hier keine Antwort.")
    if first == today:
        return paragraphs(f"Am Anfang und heute: „{today}“. Sie bleiben dabei.")
    return paragraphs(f"Am Anfang: „{first}“. Heute: „{today}“.")


def example_plan() -> Markup:
    """The commitments of the company, folded."""
    items = (
        html("<li>{}</li>", lines(what, f"Wer: {who}. Woran man es merkt: {sign}"))
        for what, who, sign in EXAMPLE_PLAN
    )
    return folded(
        f"Ein Beispiel: drei Zusagen {company.current().genitive}", html("<ol>{}</ol>", NOTHING.join(items))
    )


def plan(made: Sequence[Commitment]) -> Markup:
    """How many commitments there are and what they leave open; there is at least one."""
    count = count_of(len(made), "Zusage", "Zusagen")
    open_ = [f"„{one.what.rstrip('.')}“: Es fehlt noch, {_join(one.missing)}." for one in made if one.missing]
    if open_:
        return paragraphs(f"{count}.") + bullets(open_)
    whole = strong(f"{count}, jede mit Person, Tag und Zeichen.")
    return paragraphs(html("{} Damit kann man Sie beim Wort nehmen.", whole))


def _join(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} und {parts[-1]}"
