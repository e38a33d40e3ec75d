"""German of unit 2, who does not complain: in the order of the page."""

import pandas as pd

from fairki.html import Markup, html, paragraphs, strong
from fairki.speech import count_of, number, percent

SILENT = "Was schätzen Sie: Wie viele von 100 zu Unrecht Abgelehnten legen per Brief Einspruch ein?"
OF_A_HUNDRED = "von 100"
BY_LETTER_TITLE = "Nur mit einem Brief bleiben die meisten still."
HEARD_COLUMNS = ["Gruppe", "Melden sich"]
HEARD_AXIS = "Anteil, der sich meldet"
CHANNELS = "Was bietet die Firma an?"
CHANNELS_TITLE = "So viele zu Unrecht Abgelehnte melden sich auf diesen Wegen."


def by_letter(found: pd.DataFrame, share: float) -> Markup:
    """How few complain if there is only a letter, and who they are.

    Args:
        found: as from ``silence.expected``.
        share: of all wrongly declined, how many complain.
    """
    harmed, heard = found["betroffen"].sum(), found["melden_sich"].sum()
    most = found.iloc[int(found["anteil_einsprueche"].argmax())]
    return paragraphs(
        html(
            "Im Mittel sind es nur {}. In einem Jahr sind das {} von {} Menschen.",
            strong(f"{number(100 * share)} von 100"),
            number(heard),
            number(harmed),
        ),
        f"Von allen Einsprüchen kommen {percent(most['anteil_einsprueche'])} aus einer Gruppe, „{most['gruppe']}“. "
        f"Vom Schaden trägt sie aber nur {percent(most['anteil_betroffen'])}.",
        "Die anderen schweigen. Zufrieden sind sie deshalb nicht: Manche wissen nicht, dass KI mitgewirkt hat. Manche "
        "können den Brief nicht schreiben. Manche trauen sich nicht.",
    )


def heard(found: pd.DataFrame) -> str:
    """How many of each group complain, in one sentence (``found`` as from ``silence.expected``)."""
    groups = ", ".join(
        f"{group} {number(100 * chance)}"
        for group, chance in zip(found["gruppe"], found["chance"], strict=True)
    )
    return f"Von 100 zu Unrecht Abgelehnten melden sich: {groups}."


def no_channel() -> Markup:
    """Nobody can complain."""
    return paragraphs(
        html(
            "{} Niemand kann Einspruch erheben. Wählen Sie mindestens einen Brief, ein Formular oder eine "
            "Vertrauensperson.",
            strong("Noch ist kein Weg offen."),
        )
    )


def channels(found: pd.DataFrame, share: float, days: int, everything: bool) -> Markup:
    """Whom the chosen channels reach, what they cost, and what is still missing.

    Args:
        found: as from ``silence.expected``.
        share: of all wrongly declined, how many complain.
        days: working days a year.
        everything: whether all there is has been chosen.
    """
    least = found.iloc[int(found["chance"].argmin())]
    return paragraphs(
        html(
            "So melden sich {} zu Unrecht Abgelehnten ({}). Das kostet im Jahr etwa {}.",
            strong(f"{number(found['melden_sich'].sum())} von {number(found['betroffen'].sum())}"),
            percent(share),
            count_of(days, "Arbeitstag", "Arbeitstage"),
        ),
        f"Am seltensten hören Sie von der Gruppe „{least['gruppe']}“: {number(100 * least['chance'])} von 100 melden "
        "sich.",
        f"Auch mit allen Wegen bleiben {percent(1 - share)} still. Deshalb lohnt es sich, zusätzlich von sich aus zu "
        "fragen."
        if everything
        else "",
    )
