"""Which options of ``build_course.py workshop`` go together: one that would do nothing is refused, never ignored."""

from collections.abc import Collection

from coursetools.workshop.de import terminal as de
from fairki.errors import FairkiError

REHEARSAL, DRY_RUN, PEOPLE = "--probe", "--probelauf", "--teilnehmende"
SEATS, ROOMS = "--plaetze", "--raeume"
PUBLIC, TRUSTED = "--adresse", "--vertraut"
PAGES = "--seiten"
FOR_SERVERS = ("--log", "--log-form", "--log-stufe", "--metriken", "--zugang", PAGES)
"""Options for whoever runs a server for others."""
WITHOUT_EFFECT = {
    REHEARSAL: ("--host", "--datenbank", "--neu", SEATS, ROOMS, PUBLIC, TRUSTED, *FOR_SERVERS),
    DRY_RUN: ("--neu", PEOPLE, SEATS, ROOMS, PUBLIC, TRUSTED, *FOR_SERVERS),
}
"""Option that changes what the verb does → options that do nothing then."""


class WrongCallError(FairkiError):
    """Options that do not go together."""


def check(given: Collection[str]) -> None:
    """Refuse options that would do nothing; `given`: those on the command line, such as ``{"--probe", "--host"}``.

    Raises:
        WrongCallError: if there is one.
    """
    if REHEARSAL in given and DRY_RUN in given:
        raise WrongCallError(*de.not_both(DRY_RUN, REHEARSAL))
    for mode, useless in WITHOUT_EFFECT.items():
        if mode in given and (found := [option for option in useless if option in given]):
            raise WrongCallError(*de.no_effect(mode, found))
    if PEOPLE in given and REHEARSAL not in given:
        raise WrongCallError(*de.only_to_practise(PEOPLE, REHEARSAL))
