"""All that is installed may be used beside our MIT and CC BY: whoever brings a new licence says here why it fits."""

import re

from coursetools import installed

PERMISSIVE = """
0BSD; Apache 2.0; Apache License, Version 2.0; Apache Software License; Apache-2.0; BSD; BSD License; BSD-2-Clause;
BSD 3-Clause License; BSD-3-Clause; CC0-1.0; ISC; ISC License (ISCL); MIT; MIT License; MIT-0; MIT-CMU; PSF-2.0;
Python Software Foundation License; Unlicense; Zlib
"""
ALLOWED = {" ".join(name.split()) for name in PERMISSIVE.split(";")}
"""Ask for nothing but their text, which travels along (``paket`` packs it)."""
FILE_BY_FILE = {"MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)"}
"""Ask for their own files only, which stay as they are."""
SINGLY = {
    "fairki": "MIT AND CC-BY-4.0",  # ourselves
    "psycopg": "LGPL-3.0-only",  # a library that is imported and can be exchanged
    "psycopg-binary": "LGPL-3.0-only",
    "yattag": "GNU Library or Lesser General Public License (LGPL)",  # only for tests of tests
    "axe-playwright-python": "unbekannt",  # MIT, says its repository; only for tests
}


def unfit(licence: str) -> list[str]:
    """The parts of a licence that nobody looked at yet; of several to choose from one has to fit."""
    if licence in ALLOWED | FILE_BY_FILE:
        return []
    choices = [[part.strip(" ()") for part in re.split(r" AND |, ", one)] for one in licence.split(" OR ")]
    wrong = [[part for part in parts if part not in ALLOWED | FILE_BY_FILE] for parts in choices]
    return min(wrong, key=len)


def test_every_library_has_a_licence_that_somebody_looked_at():
    found = {one.name: one.licence for one in installed.libraries() if SINGLY.get(one.name) != one.licence}
    assert {name: unfit(licence) for name, licence in found.items() if unfit(licence)} == {}


def test_a_licence_that_nobody_looked_at_is_found():
    assert unfit("GPL-3.0-only") == ["GPL-3.0-only"] and unfit("MIT AND AGPL-3.0") == ["AGPL-3.0"]
    assert (
        unfit("GPL-2.0 OR MIT") == [] and unfit("Apache-2.0 AND (BSD-2-Clause)") == [] and unfit("unbekannt")
    )
