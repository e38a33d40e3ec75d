"""Files for the browser: one address per content."""

import gzip
from dataclasses import replace

import pytest

from coursetools.serve.assets import Assets, publish
from fairki import company


def test_an_address_changes_with_the_content_and_only_then():
    assets = Assets("/kurs/")
    first = assets.add("a.js", "1")
    assert first.startswith("/kurs/static/") and first.endswith("/a.js")
    assert assets.add("a.js", "1") == first
    assert assets.add("a.js", "2") != first


def test_the_same_content_is_sent_once_whatever_its_name():
    assets = Assets()
    assert assets.add("fairki.css", "p {}") == assets.add("header.css", "p {}")


def test_a_file_is_found_under_its_address_packed_and_plain():
    assets = Assets()
    asset = assets.get(assets.add("a.css", "ä").removeprefix("/static/"))
    assert (asset.type, gzip.decompress(asset.packed)) == ("text/css; charset=utf-8", "ä".encode())


def test_an_unknown_address_leads_to_nothing():
    assert Assets().get("0123456789abcdef/a.js") is None


def test_everything_a_page_needs_is_there():
    assets = Assets()
    at = publish(assets)
    for address in (at.icon, *at.styles, at.page_script, at.home_script, at.store_panel, at.plotly):
        assert assets.get(address.removeprefix("/static/")).content


@pytest.fixture
def icon_of(monkeypatch):
    """The icon of the pages for a company that looks like this."""

    def published(**look):
        firm = company.shipped()
        monkeypatch.setattr(company, "current", lambda: replace(firm, look=replace(firm.look, **look)))
        assets = Assets()
        return assets.get(publish(assets).icon.removeprefix("/static/")).content.decode()

    return published


def test_the_sign_of_the_course_has_the_colours_of_the_company(icon_of):
    assert 'fill="#0b5c66"' in icon_of() and 'stroke="#ffffff"' in icon_of()
    icon = icon_of(colour="#7a1f3d", letters="#fff0f0")
    assert 'fill="#7a1f3d"' in icon and 'stroke="#fff0f0"' in icon and "{" not in icon


def test_a_company_with_a_logo_shows_it(icon_of, tmp_path):
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    assert icon_of(logo=tmp_path / "logo.svg") == "<svg/>"
