"""The tables that were given out stay as they are: exercises and hand-ins rest on their bytes.

That a fresh build gives the shipped bytes is tested in ``tests/coursetools/test_data.py``.
"""

import hashlib

import pytest

from fairki import worlds

GIVEN_OUT = {
    "anfragen": "fbb06d1db18475d02d55be7916d6a86d188c01d641c14f2dad1a8ef315eec180",
    "bewerbungen": "ca2292d1b8bf3daffe48d8cc2271e3193d02afa9f576805ea18fbcfa98e28634",
    "foerderung": "20c67e568fa80062e194a7e2c99118bcfbcb5526b392903b294e14552bb19fd2",
    "kredite": "425c0bba58c8dcfa95eed81c6ddb46fd442aab583415d0e1bdffbfcaaf998da9",
    "leads": "447a3c6d654ea0eef00e384f30611bf0397849bd3ab7a41b5fe1f42552e63c34",
    "versorgung": "66c6433359ebd1307db59a7a799776dd1494e85d88ab642fa71a1f23d73c0e9f",
    "zulassung": "9fcf8475a2d02fcc30ae27aad953e6b2563047a1dc0e50fe918ae9348529a12c",
}
"""Table → SHA-256 of its file."""


def test_every_table_is_pinned():
    assert set(GIVEN_OUT) == set(worlds.WORLDS)


@pytest.mark.parametrize("name", GIVEN_OUT)
def test_a_table_has_the_bytes_with_which_it_was_given_out(name):
    found = (worlds.TABLES / f"{name}.csv").read_bytes()
    assert hashlib.sha256(found).hexdigest() == GIVEN_OUT[name]
