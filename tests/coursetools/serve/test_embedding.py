"""Who may show the served course in a frame: nobody, or the sites that were named."""

import pytest
from visiting import fetch

from coursetools.serve.app import run
from coursetools.serve.hosts import origin
from fairki.errors import SetupError

AROUND = """
from functools import partial
app.run = partial(app.run, framed_by=["https://lms.firma.de/kurse/?id=3", "http://10.0.0.7:8080"])
"""


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://lms.firma.de", "https://lms.firma.de"),
        ("https://LMS.firma.de:444/kurse/?id=3#oben", "https://lms.firma.de:444"),
        ("http://[::1]:80/", "http://[::1]:80"),
        ("lms.firma.de", None),
        ("ftp://lms.firma.de", None),
        ("https://Müller.de", "https://xn--mller-kva.de"),
        ("https://", None),
        ("https://a b", None),
        ("https://a;script-src *", None),
        ("https://*", None),
        ("https://a:99999", None),
    ],
)
def test_an_address_names_a_site_or_nothing(address, found):
    assert origin(address) == found


def test_only_sites_that_were_named_may_show_the_course(serve_notebooks):
    server = serve_notebooks(preamble=AROUND, probe=["# Text"])
    for path in ("", "modul/probe", "gibt-es-nicht"):
        policy = fetch(server.url + path)[1]["Content-Security-Policy"]
        assert "; frame-ancestors 'self' https://lms.firma.de http://10.0.0.7:8080; base-uri 'none'" in policy


def test_what_is_no_site_is_refused_before_anything_starts(root):
    with pytest.raises(SetupError) as refused:
        run(root, framed_by=["https://lms.firma.de", "lms"])
    assert "„lms“ ist keine Adresse" in refused.value.happened
