"""The complaints and the survey behind the page of module 05, each made when first needed and kept."""

from functools import cache

import pandas as pd

from fairki.feedback import complaints, survey
from fairki.feedback.complaints import Complaint


def cases() -> tuple[Complaint, ...]:
    """The four complaints, in the order of the page."""
    return complaints.four()


def declined() -> Complaint:
    """The complaint that was rightly declined: whoever wrote it deserves a good reply."""
    return next(case for case in cases() if case.kind == complaints.UNFOUNDED)


@cache
def asked() -> pd.DataFrame:
    """Everybody who was asked, one row each (columns as in ``survey.generate``)."""
    return survey.generate()
