"""Which options of ``build_course.py workshop`` go together: one that would do nothing is refused, never ignored."""

from collections.abc import Collection

from fairki import speech
from fairki.errors import FairkiError

REHEARSAL, DRY_RUN, PEOPLE, SEATS = "--probe", "--probelauf", "--teilnehmende", "--plaetze"
WITHOUT_EFFECT = {
    REHEARSAL: ("--host", "--datenbank", "--neu", SEATS),
    DRY_RUN: ("--neu", PEOPLE, SEATS),
}
"""Option that changes what the verb does → options that do nothing then."""
_WHY = {
    REHEARSAL: "Die Probe läuft nur auf diesem Rechner und behält nichts.",
    DRY_RUN: "Der Probelauf prüft nur. Er beginnt und löscht nichts.",
}


class WrongCallError(FairkiError):
    """Options that do not go together."""


def check(given: Collection[str]) -> None:
    """Refuse options that would do nothing; `given`: those on the command line, such as ``{"--probe", "--host"}``.

    Raises:
        WrongCallError: if there is one.
    """
    if REHEARSAL in given and DRY_RUN in given:
        raise WrongCallError(
            f"{DRY_RUN} und {REHEARSAL} gehen nicht zugleich.",
            f"Prüfen Sie zuerst mit {DRY_RUN}. Üben Sie danach mit {REHEARSAL}.",
        )
    for mode, useless in WITHOUT_EFFECT.items():
        if mode in given and (found := [option for option in useless if option in given]):
            listed = speech.together(found)
            raise WrongCallError(
                f"Bei {mode} {'haben' if len(found) > 1 else 'hat'} {listed} keine Wirkung.",
                f"{_WHY[mode]} Lassen Sie {listed} weg.",
            )
    if PEOPLE in given and REHEARSAL not in given:
        raise WrongCallError(
            f"{PEOPLE} gibt es nur zum Üben, zusammen mit {REHEARSAL}.",
            f"Möchten Sie üben? Ergänzen Sie {REHEARSAL}. Ist es ernst? Lassen Sie {PEOPLE} weg.",
        )
