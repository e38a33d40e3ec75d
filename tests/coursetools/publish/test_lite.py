"""JupyterLite in the edition without a server: its files as they lie in the folder, without a browser."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from publishing import edition  # noqa: F401 (a fixture)

from coursetools.publish import de, lite, site, supply
from coursetools.publish.lite import app
from coursetools.publish.supply import Supply
from coursetools.serve import de as serve_de
from coursetools.serve import plain_pages
from coursetools.serve.assets import Assets
from coursetools.serve.site import site as made
from fairki import manifest
from fairki.errors import SetupError


@pytest.fixture
def folder(edition: Path) -> Path:  # noqa: F811
    return edition / lite.NAME


def settings(folder: Path) -> dict:
    """What JupyterLite's page is told."""
    html = (folder / lite.PAGE).read_text(encoding="utf-8")
    return json.loads(html.partition('type="application/json">')[2].partition("</script>")[0])


def test_the_exercises_are_there_as_they_are_given_out_and_listed(folder, root):
    listed = json.loads((folder / "api/contents/all.json").read_text())["content"]
    slugs = {one.slug for one in manifest.read(root).exercises}
    assert {one["path"] for one in listed} == {f"{slug}.ipynb" for slug in slugs}
    for slug in slugs:
        given = (root / "exercises" / slug / f"{slug}.ipynb").read_bytes()
        assert (folder / "files" / f"{slug}.ipynb").read_bytes() == given


def test_every_address_in_the_settings_is_a_file_of_the_folder(folder):
    told = settings(folder)
    (extension,) = told["federated_extensions"]
    kernel = told["litePluginSettings"][f"{app.EXTENSION}:kernel"]
    wanted = [
        f"{told['fullStaticUrl']}/notebooks/bundle.js",
        f"{told['settingsUrl']}/all.json",
        f"{told['fullLabextensionsUrl']}/{extension['name']}/{extension['load']}",
        kernel["pyodideUrl"],
    ]
    assert [one for one in wanted if not (folder / one).is_file()] == []
    start = (folder / kernel["pyodideUrl"]).parent
    needs = json.loads((start / "needs.json").read_text())
    for name in ("pyodide.js", *needs["start"], *(one for zips in needs["late"].values() for one in zips)):
        assert (start / needs["python"] / name).resolve().is_file(), name


def test_python_lies_there_once(edition):  # noqa: F811
    assert len(list(edition.rglob("*.wasm"))) == 1
    assert {path.name for path in (edition / lite.NAME).rglob("*.zip")} == {"kernel.zip"}
    assert not list(edition.rglob("*.whl")) and not list((edition / lite.NAME).rglob("*.map"))


def test_only_the_page_of_jupyterlite_may_make_code_of_texts(edition):  # noqa: F811
    allowed = [path for path in edition.rglob("*.html") if "unsafe-eval'" in wide(path)]
    assert allowed == [edition / lite.NAME / lite.PAGE]
    assert "https:" not in lite.POLICY and "*" not in lite.POLICY
    assert lite.POLICY in (edition / de.READ_ME).read_text(encoding="utf-8")


def wide(path: Path) -> str:
    return unescape(path.read_text(encoding="utf-8")).replace("'wasm-unsafe-eval'", "")


def test_words_of_jupyterlab_are_german_and_polite(folder):
    told = json.loads((folder / f"api/translations/{app.LANGUAGE}.json").read_text(encoding="utf-8"))["data"]
    assert set(told) == set(app.DOMAINS)
    assert told["jupyterlite"]["Download"] == ["Herunterladen"]
    assert len(told["jupyterlab"]["Run Selected Cell"]) == 2
    ours = [one for domain in told.values() for name, words in domain.items() if name for one in words]
    assert len(ours) > 1000


def test_the_start_page_leads_there_only_if_it_is_there(root):
    course, assets = made(manifest.read(root), root), Assets(site.BASE)
    with_notebooks = plain_pages.home(site._addresses(assets, None, "notebooks/index.html"), course)
    assert f'<a href="notebooks/index.html">{serve_de.HOME_NOTEBOOKS}</a>' in with_notebooks
    assert serve_de.HOME_NOTEBOOKS not in plain_pages.home(site._addresses(assets, None), course)


def test_the_libraries_of_jupyterlite_have_their_licences(edition):  # noqa: F811
    html = (edition / "lizenzen.html").read_text(encoding="utf-8")
    for name in ("jupyterlite-core", "pyodide-kernel", "jupyterlab-language-pack-de-DE", "ipython"):
        assert f"<summary>{name} " in html, name
    (link,) = re.findall(r'href="([^"]*third-party-licenses.json)"', html)
    assert (edition / link).is_file()


def test_without_a_network_the_missing_wheel_is_named(tmp_path):
    held = Supply(tmp_path / "cache", tmp_path, print)
    with pytest.raises(SetupError) as missing:
        held.wheel(supply.JUPYTERLITE)
    assert supply.JUPYTERLITE.name in missing.value.happened
    assert "pypi.org" in missing.value.remedy
