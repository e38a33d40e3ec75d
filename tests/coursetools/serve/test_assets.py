"""Files for the browser: one address per content."""

import gzip
import re
from dataclasses import replace

import pytest

from coursetools.serve.assets import Assets, publish
from fairki import company, web
from fairki.company import cast, reading
from fairki.ui.base import script

BLOCKS = [
    file.stem for file in web.BLOCKS.glob("*.js") if "export default" in file.read_text(encoding="utf-8")
]


def beside(address: str) -> str:
    """The address as another script sees it."""
    return "../" + address.partition("/static/")[2]


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


def test_what_scripts_have_in_common_they_import_from_one_file():
    assets = Assets("/kurs/")
    shared = assets.share("shared.js", {"one": "const one = 1;\n", "two": "const two = one + 1;\n"})
    assert text_at(assets, shared) == "const one = 1;\nconst two = one + 1;\nexport { one, two };\n"
    both = assets.add_script("both.js", "const one = 1;\nconst two = one + 1;\nuse(two);\n")
    assert text_at(assets, both) == f'import {{ one, two }} from "{beside(shared)}";\nuse(two);\n'


def test_a_script_that_runs_anew_on_each_page_finds_them_too():
    assets = Assets()
    shared = assets.share("shared.js", {"one": "const one = 1;\n"})
    again = assets.add_script("again.js", "const one = 1;\nuse(one);\n", anew=True)
    imports = f'const {{ one }} = await import("{beside(shared)}");'
    assert text_at(assets, again) == f"(async () => {{\n{imports}\nuse(one);\n}})();\n"


def test_a_script_keeps_what_is_not_the_same_to_the_letter():
    assets = Assets()
    shared = assets.share("shared.js", {"one": "const one = 1;\n", "two": "const two = 2;\n"})
    other = assets.add_script("other.js", "const one = 7;\nconst two = 2;\nuse(one, two);\n")
    assert (
        text_at(assets, other)
        == f'import {{ two }} from "{beside(shared)}";\nconst one = 7;\nuse(one, two);\n'
    )
    assert text_at(assets, assets.add_script("own.js", "use();\n")) == "use();\n"


@pytest.mark.parametrize("block", BLOCKS)
def test_no_block_brings_what_the_shared_file_has(block):
    assets = Assets()
    at = publish(assets)
    served = text_at(assets, assets.add_script(f"{block}.js", script(block)))
    needed = web.parts(web.BLOCKS / f"{block}.js")
    shared = re.findall(r"^const (\w+) = \(\(\) => \{$", text_at(assets, at.shared_script), re.MULTILINE)
    common = [name for name in shared if name in needed]
    assert {"store", "migrations", "elements", "common"} <= set(common)
    assert served.startswith(f'import {{ {", ".join(common)} }} from "{beside(at.shared_script)}";\n')
    assert [name for name in needed if f"const {name} = (() => {{" in served] == [
        name for name in needed if name not in common
    ]


def test_everything_a_page_needs_is_there():
    assets = Assets()
    at = publish(assets)
    scripts = (at.page_script, at.shared_script, at.home_script, at.store_panel)
    for address in (at.icon, *at.styles, *scripts, at.plotly, at.home_picture, *at.cast):
        assert assets.get(address.removeprefix("/static/")).content


def text_at(assets, address):
    """The text of the file at an address."""
    return assets.get(address.removeprefix(f"{assets.base_url}static/")).content.decode()


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


def test_the_pictures_of_the_start_page_are_the_drawn_people_of_the_company_and_light(root, monkeypatch):
    assets = Assets()
    at = publish(assets)
    drawn = [assets.get(address.removeprefix("/static/")) for address in at.cast]
    assert [one.content.decode() for one in drawn] == [
        cast.svg(person.drawing) for person in company.shipped().people
    ]
    picture = assets.get(at.home_picture.removeprefix("/static/"))
    assert sum(len(one.packed) for one in (*drawn, picture)) < 60_000
    other = reading.read(root / "tests" / "cases" / "companies" / "soehne.toml")
    monkeypatch.setattr(company, "current", lambda: other)
    assert publish(Assets()).cast == ()


def test_a_company_with_a_logo_shows_it(icon_of, tmp_path):
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    assert icon_of(logo=tmp_path / "logo.svg") == "<svg/>"


def test_a_stylesheet_is_sent_without_comments_and_spare_space_but_means_the_same():
    assets = Assets()
    css = '/* why */\n.a > .b,\n.c :hover {\n  width: calc(1rem + 2px); /* so */\n  content: "x,  y; /* z */";\n}\n'
    sent = assets.get(assets.add("some.css", css).partition("static/")[2]).content.decode()
    assert sent == '.a > .b,.c :hover{width:calc(1rem + 2px);content:"x,  y; /* z */";}'
