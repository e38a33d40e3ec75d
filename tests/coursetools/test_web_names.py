"""Names with umlauts, as people write them and as browsers send them."""

import pytest

from coursetools.web_names import address_in_ascii, readable

WRITTEN_AND_SENT = [
    ("https://kurs.müller.de/kurs/", "https://kurs.xn--mller-kva.de/kurs/"),
    (
        "http://straße.example:8866",
        "http://xn--strae-oqa.example:8866",
    ),  # not „strasse“: that is another company
    ("https://kurs_neu.firma.de/", "https://kurs_neu.firma.de/"),
    ("http://[::1]:8866/", "http://[::1]:8866/"),
    ("https://xn--zz-.firma.de/", "https://xn--zz-.firma.de/"),  # it only looks like such a name
]


@pytest.mark.parametrize(("written", "sent"), WRITTEN_AND_SENT)
def test_an_address_is_sent_as_browsers_do_and_shown_as_people_write_it(written, sent):
    assert address_in_ascii(written) == sent
    assert readable(sent) == written


@pytest.mark.parametrize("address", [f"https://{'ü' * 70}.de/", "https://ü..de/", "https://["])
def test_what_no_browser_could_ask_for_is_refused(address):
    with pytest.raises(ValueError):
        address_in_ascii(address)
