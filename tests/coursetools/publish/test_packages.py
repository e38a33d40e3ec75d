"""Packages for learning platforms as files: manifests, what is in the zip, what goes together on the command line."""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lms import NO_PYTHON, SCHEMAS, built, lay_out, short, supply  # noqa: F401 (fixtures)
from lxml import etree

from coursetools.publish import command, de, manifests, options, packages
from coursetools.publish.options import Wish
from coursetools.publish.platforms import CMI5, SCORM_12, SCORM_2004
from coursetools.workshop.options import WrongCallError

EDITIONS = {
    SCORM_12: ("scorm12edition", ("imscp_rootv1p1p2.xsd", "adlcp_rootv1p2.xsd")),
    SCORM_2004: ("scorm20044thedition", ("imscp_v1p1.xsd", "adlcp_v1p3.xsd", "imsss_v1p0.xsd")),
}
SEQUENCING = [
    f"imsss_v1p0{part}.xsd"
    for part in (
        "seqrule",
        "objective",
        "delivery",
        "random",
        "rollup",
        "control",
        "limit",
        "auxresource",
        "util",
    )
]
FOLDER = "lib/schemas/definitionFiles"
SPACE = re.compile(r'targetNamespace\s*=\s*"([^"]+)"')
ZIP = Path("kurs.zip")


@pytest.fixture(scope="module")
def one_module(built, supply, tmp_path_factory) -> Path:  # noqa: F811
    """The files of a package with one module."""
    return lay_out(short("00"), tmp_path_factory.mktemp("paket"), built, supply)


def schema(platform, supply, folder: Path) -> etree.XMLSchema:  # noqa: F811
    """The official schema files of a version of SCORM, as one."""
    edition, names = EDITIONS[platform]
    all_of_it = ["xml.xsd", *SEQUENCING] if platform is SCORM_2004 else ["ims_xml.xsd"]
    for name, content in supply.package(
        SCHEMAS, tuple(f"{FOLDER}/{edition}/{name}" for name in [*names, *all_of_it])
    ).items():
        (folder / Path(name).name).write_bytes(content)
    imports = [
        f'<xs:import namespace="{SPACE.search((folder / name).read_text())[1]}" schemaLocation="{name}"/>'
        for name in names
    ]
    text = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{"".join(imports)}</xs:schema>'
    return etree.XMLSchema(etree.fromstring(text, base_url=f"{folder}/all.xsd"))


@pytest.mark.parametrize("platform", EDITIONS, ids=lambda one: one.kind)
@pytest.mark.parametrize(("only", "each"), [("", False), ("", True), ("01", False)])
def test_the_manifest_obeys_the_official_schema(platform, only, each, supply, tmp_path):  # noqa: F811
    rules = schema(platform, supply, tmp_path)
    package = short(only, each, platform)
    text = manifests.manifest(package, ["lms.html", "index.html"])
    assert rules.validate(etree.fromstring(text)), rules.error_log
    wrongs = [
        (b'"sco"', b'"kurs"'),
        (b"<resources>", b"<resources><title/>"),
        (b'Content="true"', b'Content="ja"'),
    ]
    for wrong in {text.replace(*pair) for pair in wrongs} - {text}:
        assert not rules.validate(etree.fromstring(wrong))
    titles = [one.text for one in etree.fromstring(text).iter("{*}title")]
    assert titles == [package.title, *(entry.title for entry in package.entries)]


def test_the_course_structure_of_cmi5_obeys_its_rules():
    """No registry carries the schema file: what stands in chapter 13 of the specification, as far as it is used."""
    space = f"{{{manifests.CMI5_SPACE}}}"
    for package in [
        short(platform=CMI5),
        short(platform=CMI5, each=True),
        short("01", platform=CMI5),
        short(platform=CMI5, address="https://intranet.firma.de/ki/"),
    ]:
        root = ElementTree.fromstring(manifests.manifest(package, []))
        assert root.tag == f"{space}courseStructure"
        course, *units = root
        assert course.tag == f"{space}course" and len(units) == len(package.entries)
        ids = [one.attrib["id"] for one in root]
        assert len(set(ids)) == len(ids) and all(re.match(r"[a-z]+:\S+$", id) for id in ids)
        for unit in units:
            assert unit.tag == f"{space}au"
            assert unit.attrib["moveOn"] == "Completed" and unit.attrib["launchMethod"] == "AnyWindow"
            assert [one.tag for one in unit] == [f"{space}{name}" for name in ("title", "description", "url")]
            assert unit[2].text.startswith(f"{package.address}lms.html")
        for said in root.iter(f"{space}langstring"):
            assert said.attrib["lang"] == "de" and said.text


def test_a_package_has_each_file_once_and_is_the_same_each_time(one_module, tmp_path):
    package = short("00")
    names = [path.relative_to(one_module).as_posix() for path in one_module.rglob("*") if path.is_file()]
    text = manifests.manifest(package, names)
    for name in ("eins.zip", "zwei.zip"):
        packages.write(tmp_path / name, "imsmanifest.xml", text, one_module)
    assert (tmp_path / "eins.zip").read_bytes() == (tmp_path / "zwei.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "eins.zip") as archive:
        packed = archive.namelist()
        contents = [archive.read(name) for name in packed if not name.endswith((".csv", ".html"))]
    listed = [one.attrib["href"] for one in ElementTree.fromstring(text).iter() if one.tag.endswith("}file")]
    assert len(set(packed)) == len(packed) and sorted([*listed, "imsmanifest.xml"]) == sorted(packed)
    assert len(set(contents)) == len(contents)


def test_pages_keep_answers_under_the_packages_name_and_say_who_else_may_see_them(one_module):
    pages = [path for path in one_module.rglob("*.html") if path.name != packages.SHELL]
    assert len(pages) > 10
    for path in pages:
        html = path.read_text(encoding="utf-8")
        assert '<meta name="fairki-store" content="fairki.paket.00">' in html
        assert "Dann können diese Ihre Antworten sehen." in html
        leads = re.findall(r'<a class="page-home" href="(.*?)"', html)
        there = [(path.parent / link).resolve() for link in leads]
        assert there == (
            [] if path.stem == "00_willkommen" else [one_module / "modul" / "00_willkommen.html"]
        )
    assert short().store == "fairki.paket.kurs"
    assert short(address="https://a.de/ki/").store == "fairki"  # as a folder without a platform has it
    assert "pipwerks-scorm-api-wrapper" in (one_module / "lizenzen.html").read_text(encoding="utf-8")


def test_what_a_platform_knows_is_said_wherever_a_page_speaks_of_data(built, supply, tmp_path):  # noqa: F811
    folder = lay_out(short(), tmp_path, built, supply)
    texts = [
        path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.suffix in (".html", ".js") and path.name != packages.SHELL
    ]
    for served, true in de.ON_PLATFORM.items():
        assert not any(served in text for text in texts), served
        if served not in de.ALONE:
            assert any(true in text for text in texts), true


def test_the_command_makes_a_zip_and_says_how_large_it_is(built, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setattr(command.runtime_files, "build", lambda *_, **__: NO_PYTHON)
    said: list[str] = []
    file = tmp_path / "neu" / "kurs.zip"
    command.run(built, Wish(None, {"--scorm12": file}, module="00"), said.append)
    assert [path.name for path in file.parent.iterdir()] == ["kurs.zip"]
    with zipfile.ZipFile(file) as archive:
        assert {"imsmanifest.xml", packages.SHELL, "modul/00_willkommen.html"} <= set(archive.namelist())
        assert de.READ_ME not in archive.namelist()
    assert re.search(r"Das Paket liegt in .*kurs\.zip: \d+,\d MB\.", said[-1])
    with pytest.raises(WrongCallError) as refused:
        command.run(built, Wish(None, {"--scorm12": file}, module="99"), said.append)
    assert "Ein Modul „99“ gibt es nicht." in refused.value.happened
    assert "7 (Die KI, die schreibt)" in refused.value.remedy
    command.run(
        built, Wish(None, {"--scorm12": file}, module="7"), said.append
    )  # as pages number it, not its id
    assert said[-2] == "Darin ist nur Modul 7: Die KI, die schreibt."


def test_a_package_for_an_address_has_only_the_way_there(built, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setattr(command.runtime_files, "build", lambda *_, **__: NO_PYTHON)
    monkeypatch.setattr(
        command.site,
        "write",
        lambda root, fresh, *_: (fresh.mkdir(), (fresh / de.READ_ME).write_text("Text")),
    )
    said: list[str] = []
    wish = Wish(tmp_path / "ki", {"--cmi5": tmp_path / "kurs.zip"}, address="https://intranet.müller.de/ki")
    command.run(built, wish, said.append)
    with zipfile.ZipFile(tmp_path / "kurs.zip") as archive:
        assert archive.namelist() == ["cmi5.xml"]
        assert b"<url>https://intranet.xn--mller-kva.de/ki/lms.html</url>" in archive.read("cmi5.xml")
    assert (tmp_path / "kurs.zip").stat().st_size < 2000
    assert (tmp_path / "ki" / de.READ_ME).is_file() and " kB" in said[-1]


def test_only_the_shell_of_cmi5_may_speak_to_another_site(built, supply, tmp_path, one_module):  # noqa: F811
    elsewhere = lay_out(short("00", platform=CMI5), tmp_path, built, supply)
    for path in [*elsewhere.rglob("*.html"), *one_module.rglob("*.html")]:
        may = "connect-src *" in path.read_text(encoding="utf-8")
        assert may == (path == elsewhere / packages.SHELL), path


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish(None, {}), "Es fehlt, was gemacht werden soll."),
        (Wish(None, {"--scorm12": ZIP, "--cmi5": ZIP}), "Ein Aufruf macht ein Paket."),
        (Wish(Path("ordner"), {}, module="01"), "gehören zu einem Paket"),
        (Wish(Path("ordner"), {}, address="https://a.de"), "nur zusammen mit --druck oder --cmi5"),
        (Wish(Path("ordner"), {}, paper=True, each=True), "gehören zu einem Paket"),
        (Wish(Path("ordner"), {}, paper=True, source=Path("da")), "--druck steht ohne"),
        (Wish(Path("ordner"), {}, paper=True, notebooks=True), "--notebooks gibt es nur für den Ordner"),
        (Wish(None, {"--scorm12": ZIP}, notebooks=True), "--notebooks gibt es nur für den Ordner"),
        (Wish(None, {"--scorm12": ZIP}, paper=True), "--druck steht ohne"),
        (Wish(None, {}, paper=True), "Es fehlt, was gemacht werden soll."),
        (Wish(Path("ordner"), {}, paper=True, address="intranet"), "ist keine Adresse"),
        (Wish(Path("ordner"), {}, paper=True, address="https://["), "ist keine Adresse"),
        (Wish(None, {"--scorm12": ZIP}, module="01", each=True), "--modul steht ohne"),
        (Wish(None, {"--cmi5": ZIP}, address="https://a.de"), "gehören zusammen"),
        (Wish(Path("ordner"), {"--scorm12": ZIP}, address="https://a.de"), "gehören zusammen"),
        (Wish(Path("ordner"), {"--cmi5": ZIP}), "gehören zusammen"),
        (Wish(Path("ordner"), {"--cmi5": ZIP}, address="intranet"), "ist keine Adresse"),
    ],
)
def test_options_that_would_do_nothing_are_refused(wish, words):
    with pytest.raises(WrongCallError) as refused:
        options.check(wish)
    assert words in refused.value.happened


@pytest.mark.parametrize(
    "wish",
    [
        Wish(Path("ordner"), {}),
        Wish(None, {"--scorm2004": ZIP}, each=True),
        Wish(Path("ordner"), {"--cmi5": ZIP}, address="https://a.de/ki"),
        Wish(Path("ordner"), {}, paper=True),
        Wish(Path("ordner"), {}, paper=True, address="https://a.de/ki"),
    ],
)
def test_what_goes_together_is_taken(wish):
    options.check(wish)
