"""The page for a company's folder: what it saves, keeps as a draft, takes back, notices and refuses."""

import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from editing import Form, Visitor, edited_by_hand

from coursetools import own_company
from coursetools.company_editor import form, form_page
from coursetools.company_editor.de import pages as de
from coursetools.company_editor.desk import Desk, kind_of
from fairki.company import cast, files, kinds, reading, schema
from fairki.company import de as company_de

CONTACT = "datei/betrieb.toml?teil=kontakt"
FIRM = "datei/betrieb.toml?teil=betrieb"
LOOK = "datei/betrieb.toml?teil=aussehen"
TOOLS = "datei/betrieb.toml?teil=werkzeuge"
CASES = "datei/faelle/alltag.toml"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


@pytest.fixture
def folder(tmp_path):
    """A new folder of a company."""
    own_company.new(tmp_path / "wir")
    return tmp_path / "wir"


@pytest.fixture
def visitor(folder):
    """Somebody with the address of its page."""
    with edited_by_hand(folder) as editor:
        yield Visitor(editor)


def content(folder):
    """All files that the course reads."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".bearbeiten" not in path.parts
    }


@pytest.mark.parametrize(
    "example", ["vorlage", *sorted(path.name for path in Path("docs/beispiele").iterdir() if path.is_dir())]
)
def test_every_form_that_is_sent_untouched_changes_nothing(tmp_path, example):
    folder = tmp_path / "wir"
    own_company.new(folder) if example == "vorlage" else shutil.copytree(
        Path("docs/beispiele") / example, folder
    )
    before = content(folder)
    with edited_by_hand(folder) as editor:
        visitor, sent = Visitor(editor), 0
        for name in Desk(folder).names():
            file = kind_of(name)
            pages = [f"datei/{name}?teil={part}" for part in form_page.parts(file)] if file else []
            for path in [*pages, *([f"text/{name}"] if (folder / name).exists() else [])]:
                status, headers, text = visitor.send(path, visitor.form(path))
                assert status == 303 and headers["Location"].endswith("ok=gleich"), (path, text)
                sent += 1
    assert sent > 8 and content(folder) == before


def test_a_change_is_saved_taken_back_and_made_again(folder, visitor):
    before = content(folder)
    form = visitor.form(CONTACT)
    filled = {
        "kontakt.person": "Ayşe Demir",
        "kontakt.erreichbar": "Telefon <b>1234</b>",
        "kontakt.beschwerde": "Rat",
    }
    status, headers, _ = visitor.send(CONTACT, form, **filled)
    assert status == 303 and headers["Location"].endswith("ok=gespeichert")
    assert reading.read(folder).contact.reach == "Telefon <b>1234</b>"
    shown = visitor.ask(CONTACT)[2]
    assert "Telefon &lt;b&gt;1234&lt;/b&gt;" in shown and "<b>1234" not in shown
    after = content(folder)
    for path, expected in (("zurueck", before), ("vor", after), ("zurueck", before), ("zurueck", before)):
        assert visitor.post(path, [])[0] == 303
        assert content(folder) == expected


def test_what_does_not_fit_is_a_draft_and_the_file_stays(folder, visitor):
    before = content(folder)
    wrong = {"betrieb.beschaeftigte": "viele", "betrieb.name": "A <b>", "betrieb.branche": ""}
    status, _, text = visitor.send(FIRM, visitor.form(FIRM), **wrong)
    assert status == 422 and content(folder) == before and reading.check(folder)[1] == []
    for said in (
        "Schreiben Sie eine ganze Zahl ab 1, ohne Punkt.",
        "Hier steht das Zeichen &lt;",
        de.EMPTY,
        de.DRAFT_KEPT,
        'value="viele"',
    ):
        assert said in text
    assert text.count('aria-invalid="true"') == 3 and "Anführungszeichen" not in text
    again = visitor.ask(FIRM)[2]
    assert de.DRAFT_SHOWN in again and "A &lt;b&gt;" in again and de.IS_DRAFT in visitor.ask("")[2]
    mended = {"betrieb.beschaeftigte": "12", "betrieb.name": "A und B", "betrieb.branche": "Holz"}
    assert visitor.send(FIRM, Form(again), **mended)[0] == 303
    assert reading.read(folder).employees == 12 and de.DRAFT_SHOWN not in visitor.ask(FIRM)[2]


@pytest.mark.parametrize("told", [one for key, one in vars(company_de).items() if key.startswith("WRITE_")])
def test_what_to_write_into_a_field_has_no_signs_of_the_file(told):
    for shape in (kinds.LINE, kinds.LINES, kinds.NUMBER, kinds.CHOICE):
        assert "Anführungszeichen" not in de.write(told, shape)
        assert '"' not in de.write(told, shape) and "[" not in de.write(told, kinds.LINES).replace(
            "[betrieb]", ""
        ).replace("[personen.leitung]", "")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        *[("12", 12), ("-5", -5), ("2,5", 2.5), ("0.25", 0.25), ("0.125", 0.125), ("1.200,5", "1.200,5")],
        *[
            ("1.240", "1.240"),
            ("-12,500", "-12,500"),
            ("1.2400", 1.24),
        ],  # a thousand, or a bit more than one?
    ],
)
def test_numbers_are_read_as_they_are_typed(typed, value):
    entry = {"x": schema.Entry(kinds.number)}
    assert form.returned(entry, {}, {"x": [typed]}) == {"x": value}


def test_what_was_typed_for_a_number_stays_and_the_field_says_without_a_point(folder, visitor):
    status, _, text = visitor.send(FIRM, visitor.form(FIRM), **{"betrieb.beschaeftigte": "1.240"})
    assert status == 422 and 'value="1.240"' in text and "eine ganze Zahl ab 1, ohne Punkt." in text


def test_a_draft_goes_on_from_page_to_page_and_can_be_thrown_away(folder, visitor):
    before = content(folder)
    visitor.send(FIRM, visitor.form(FIRM), **{"betrieb.beschaeftigte": "0"})
    status, _, text = visitor.send(LOOK, visitor.form(LOOK), **{"aussehen.farbe": "#112233"})
    assert status == 422 and f"({de.ELSEWHERE})" in text and content(folder) == before
    assert visitor.send(LOOK, visitor.form(LOOK), "verwerfen")[0] == 303
    assert "#112233" not in visitor.ask(LOOK)[2] and content(folder) == before


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(folder, visitor):
    form, file = visitor.form(FIRM), folder / reading.FILE
    file.write_text(file.read_text("utf-8").replace("240", "241"), encoding="utf-8")
    before = content(folder)
    status, _, text = visitor.send(FIRM, form, **{"betrieb.branche": "Holz"})
    assert status == 409 and de.CONFLICT in text and 'value="Holz"' in text and content(folder) == before
    assert visitor.send(FIRM, Form(text), **{"betrieb.branche": "Holz"})[0] == 409
    assert visitor.send(FIRM, visitor.form(FIRM), **{"betrieb.branche": "Holz"})[0] == 303
    assert (reading.read(folder).trade, reading.read(folder).employees) == ("Holz", 241)


def test_a_second_tab_is_noticed_and_undo_leaves_what_an_editor_wrote(folder, visitor):
    one, two = visitor.form(FIRM), visitor.form(LOOK)
    assert visitor.send(FIRM, one, **{"betrieb.branche": "Holz"})[0] == 303
    assert visitor.send(LOOK, two, **{"aussehen.farbe": "#112233"})[0] == 409
    file = folder / reading.FILE
    file.write_text(file.read_text("utf-8") + "# von Hand\n", encoding="utf-8")
    status, _, text = visitor.post("zurueck", [])
    assert status == 409 and "woanders geändert" in text and "# von Hand" in file.read_text("utf-8")


def test_a_draft_of_a_file_that_was_changed_meanwhile_does_not_overwrite_it(folder, visitor):
    visitor.send(FIRM, visitor.form(FIRM), **{"betrieb.beschaeftigte": "0"})
    file = folder / reading.FILE
    file.write_text(file.read_text("utf-8") + "# von Hand\n", encoding="utf-8")
    form = visitor.form(FIRM)
    assert de.STALE in visitor.ask(FIRM)[2]
    assert visitor.send(FIRM, form, **{"betrieb.beschaeftigte": "9"})[0] == 409
    assert "# von Hand" in file.read_text("utf-8") and reading.read(folder).employees == 240


def test_sections_of_lists_are_added_moved_and_taken_away_and_saved_together(folder, visitor):
    before = content(folder)
    form = visitor.form(TOOLS)
    for at, name in enumerate(("Eins", "Zwei")):
        status, _, text = visitor.send(TOOLS, form, "neu:werkzeuge")
        assert status == 200 and content(folder) == before
        form = Form(text)
        form.fields = [
            (key, {f"werkzeuge.{at}.name": name, f"werkzeuge.{at}.daten": "a\r\n\r\n b \r\n"}.get(key, value))
            for key, value in form.fields
        ]
    form = Form(visitor.send(TOOLS, form, "hoch:werkzeuge.1")[2])
    assert visitor.send(TOOLS, form)[0] == 303
    assert [(one.name, one.data) for one in reading.read(folder).tools] == [
        ("Zwei", ("a", "b")),
        ("Eins", ("a", "b")),
    ]
    form = Form(visitor.send(TOOLS, visitor.form(TOOLS), "weg:werkzeuge.0")[2])
    assert visitor.send(TOOLS, form)[0] == 303
    assert [one.name for one in reading.read(folder).tools] == ["Eins"]


def test_a_case_is_made_of_a_form_alone(folder, visitor):
    form = Form(visitor.send(CASES, visitor.form(CASES), "neu:faelle")[2])
    case = {
        "id": "wohngeld",
        "name": "Vorprüfung",
        "text": "Ein Programm\r\nliest\u00ad Anträge.",
        "bereich": "Bürgerdienste",
        "betroffene": "Menschen",
        "wie_viele": "viele",
        "ki": "schlaegt_vor",
        "unbemerkt": "ja",
        "recht_wie": "zahlung",
        "steckbrief.einspruch": "14",
        "steckbrief.mensch": "alle",
    }
    status, _, text = visitor.send(
        CASES,
        form,
        weglassen=["kamera", "leads"],
        **{f"faelle.0.{key}": value for key, value in case.items()},
    )
    assert status == 303, text
    firm = reading.read(folder)
    (found,) = firm.cases
    assert found.text == "Ein Programm liest Anträge." and found.profile == {
        "einspruch": 14,
        "mensch": "alle",
    }
    assert firm.without == ("leads", "kamera") or firm.without == ("kamera", "leads")
    assert not found.listed and found.hidden and found.like == "zahlung"


def test_a_page_is_written_corrected_and_deleted(folder, visitor):
    path = "datei/seiten/impressum.md"
    status, _, text = visitor.send(path, visitor.form(path), text="Kein Titel")
    assert status == 422 and "Zeile 1" in text and not (folder / "seiten" / "impressum.md").exists()
    assert visitor.send(path, Form(text), text="# Impressum\r\n\r\n<script>x</script>")[0] == 303
    assert (folder / "seiten" / "impressum.md").read_bytes() == b"# Impressum\n\n<script>x</script>\n"
    assert "&lt;script&gt;x" in visitor.ask(path)[2]
    assert visitor.send(path, visitor.form(path), "loeschen")[0] == 303
    assert not (folder / "seiten" / "impressum.md").exists()
    visitor.post("zurueck", [])
    assert (folder / "seiten" / "impressum.md").exists()


def test_a_logo_is_stored_under_a_name_of_ours_and_taken_back_with_its_entry(folder, visitor):
    before = content(folder)
    files = [("aussehen.logo.datei", "../../böse.html", SVG), ("aussehen.logo_word.datei", "/etc/x", PNG)]
    status, _, text = visitor.send(LOOK, visitor.form(LOOK), files=files)
    assert status == 303, text
    assert {*content(folder)} - {*before} == {"logo.svg", "logo.png"} and reading.read(folder).look.logo
    assert "data:image/svg+xml;base64," in visitor.ask(LOOK)[2]
    visitor.post("zurueck", [])
    assert content(folder) == before


def test_a_logo_goes_to_no_place_that_the_file_names_elsewhere(folder, visitor):
    elsewhere = folder.parent / "anderswo.svg"
    main = folder / "betrieb.toml"
    for named in (str(elsewhere), "../anderswo.svg"):
        before = main.read_bytes()
        written = main.read_text("utf-8").replace('logo = ""', f"logo = '{named}'")
        assert named in written
        main.write_text(written, encoding="utf-8")
        files = [("aussehen.logo.datei", "x.svg", SVG)]
        assert visitor.send(LOOK, visitor.form(LOOK), files=files)[0] == 303
        assert not elsewhere.exists() and reading.read(folder).look.logo == folder / "logo.svg"
        main.write_bytes(before)


@pytest.mark.parametrize(
    "svg",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
        b"\x89PNG",
        b"<svg/>" + b" " * 300_000,
        b"\xff",
    ],
)
def test_a_logo_that_is_no_drawing_is_not_stored(folder, visitor, svg):
    before = content(folder)
    files = [("aussehen.logo.datei", "logo.svg", svg)]
    status, _, text = visitor.send(LOOK, visitor.form(LOOK), files=files, **{"aussehen.farbe": "#112233"})
    assert status == 422 and de.UPLOAD_AGAIN in text and content(folder) == before
    form = visitor.form(LOOK)
    assert ("aussehen.logo", "") in form.fields and ("aussehen.farbe", "#112233") in form.fields
    assert visitor.send(LOOK, form)[0] == 303 and reading.read(folder).look.logo is None


def test_a_file_that_is_no_toml_is_mended_as_text(folder, visitor):
    file = folder / "faelle" / "alltag.toml"
    file.write_text("weglassen = [\n", encoding="utf-8")
    status, _, text = visitor.ask(CASES)
    assert status == 200 and "Zeile 1" in text and "Schreibweise" in text
    assert visitor.send(f"text/{CASES[6:]}", Form(text), text='weglassen = ["kamera"]')[0] == 303
    assert reading.read(folder).without == ("kamera",)
    assert de.AS_TEXT in visitor.ask(CASES)[2]


def test_a_file_that_nobody_can_read_says_so(folder, visitor):
    (folder / "faelle" / "alltag.toml").write_bytes(b"\xff\xfe\x00")
    status, _, text = visitor.ask(CASES)
    assert status == 409 and "UTF-8" in text and visitor.ask("")[0] == 200


def test_a_file_with_a_name_of_its_own_is_made_of_a_form(folder, visitor):
    status, headers, _ = visitor.ask("neu?art=ablaeufe&name=kurz")
    assert status == 302
    path = headers["Location"]
    form = Form(visitor.send(path, visitor.form(path), "neu:schritte")[2])
    wrong = {
        "titel": "Kurz",
        "minuten": "5",
        "schritte.0.schritt": "gibt_es_nicht",
        "schritte.0.minuten": "5",
    }
    status, _, text = visitor.send(path, form, **wrong)
    assert status == 422 and not (folder / "ablaeufe" / "kurz.toml").exists() and "kurz" in visitor.ask("")[2]
    assert visitor.send(path, Form(text), **{"schritte.0.schritt": "ankommen"})[0] == 303
    (made,) = (one for one in reading.read(folder).agendas if one.name == "kurz")
    assert made.title == "Kurz" and own_company.complaints(folder) == []


@pytest.mark.parametrize(
    "query", ["art=ablaeufe&name=../x", "art=..&name=x", "art=ablaeufe&name=Ä", "art=&name=x", ""]
)
def test_a_new_file_has_a_plain_name_in_a_folder_that_is_known(folder, visitor, query):
    assert visitor.ask(f"neu?{query}")[0] == 400


def test_nothing_is_answered_without_the_key(folder, visitor):
    before = content(folder)
    for path in (
        "/",
        "/x/",
        f"/{'k' * 32}/",
        f"/{'k' * 32}/datei/betrieb.toml",
        "/betrieb.toml",
        f"/{'k' * 32}/zurueck",
    ):
        for method in ("GET", "POST"):
            status, headers, text = visitor.ask(path, method)
            assert status == 403 and visitor.editor.key not in text and str(folder) not in text
            assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert content(folder) == before


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "anderswo.example"},
        {"Host": "localhost:1"},
        {"Origin": "https://anderswo.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_foreign_hosts_and_origins_are_refused_even_with_the_key(folder, visitor, headers):
    form = visitor.form(FIRM)
    fields = [
        *[one for one in form.fields if one[0] != "betrieb.branche"],
        ("betrieb.branche", "Holz"),
        ("tat", "speichern"),
    ]
    assert visitor.post(FIRM, fields, **headers)[0] == 403
    assert reading.read(folder).trade != "Holz"
    origin = {"Origin": f"http://localhost:{visitor.editor.port}", "Sec_Fetch_Site": "same-origin"}
    assert visitor.post(FIRM, fields, **origin)[0] == 303


@pytest.mark.parametrize(
    "name",
    [
        "../geheim.toml",
        "faelle/../../geheim.toml",
        "seiten/%2e%2e/x.md",
        ".bearbeiten/stand.json",
        "faelle/x.toml",
        "logo.svg",
        "seiten/LIESMICH.txt",
        "/etc/passwd",
        "betrieb.toml/",
        "betrieb.toml?teil=fremd",
        "betrieb.toml%00",
    ],
)
def test_only_files_of_a_company_can_be_named(folder, visitor, name):
    (folder.parent / "geheim.toml").write_text("geheim = 1", encoding="utf-8")
    for way in ("datei", "text"):
        status, _, text = visitor.ask(f"{way}/{name}")
        assert (
            (status, "geheim = 1" in text) == (404, False)
            or (status == 403 and "geheim = 1" not in text)
            or (way == "text" and "teil" in name and status == 200)
        )
        assert visitor.post(f"{way}/{name}", [("text", "x"), ("stand", ""), ("tat", "speichern")])[0] in (
            400,
            403,
            404,
            409,
        )
    assert (folder.parent / "geheim.toml").read_text("utf-8") == "geheim = 1"


@pytest.mark.parametrize(
    "fields",
    [
        [],
        [("tat", "speichern")],
        [("tat", "fremd"), ("stand", "x")],
        [("tat", "neu:betrieb"), ("stand", "x")],
        [("tat", "weg:betrieb.x"), ("stand", "x")],
        [("tat", b"\xed\xa0\x80")],
        [("tat", "speichern"), ("betrieb.name", b"\xff\xfe")],
    ],
)
def test_what_no_form_sends_changes_nothing(folder, visitor, fields):
    before = content(folder)
    status, _, text = visitor.post(FIRM, fields)
    assert status in (400, 409) and content(folder) == before and de.TITLE in text
    assert visitor.ask("")[0] == 200


def test_too_much_is_not_read(visitor):
    try:
        status = visitor.send(
            LOOK, visitor.form(LOOK), files=[("aussehen.logo.datei", "x.svg", bytes(5 << 20))]
        )[0]
    except OSError:  # hung up on
        status = 413
    assert status in (400, 413) and visitor.ask("")[0] == 200


def test_every_file_of_the_schema_has_a_page(visitor):
    overview = visitor.ask("")[2]
    for file in files.FILES:
        if "*" not in file.name:
            name = f"{file.folder}/{file.name}".lstrip("/")
            assert f"datei/{name}" in overview
            for part in form_page.parts(file):
                assert visitor.ask(f"datei/{name}?teil={part}")[0] == 200


def test_a_list_that_is_too_short_says_how_many_it_needs(folder, visitor):
    path = "datei/faelle/ethikrat.toml"
    form = Form(visitor.send(path, visitor.form(path), "neu:faelle")[2])
    text = visitor.send(path, form, **{"faelle.0.id": "termine"})[2]
    assert "mindestens 2 und höchstens 8" in text and "[[" not in text
    form = Form(visitor.send(path, Form(text), "neu:faelle.0.stimmen")[2])
    assert ("faelle.0.stimmen.0.@", "") in form.fields


def test_every_field_has_a_name_and_every_description_is_there(folder, visitor):
    (folder / "betrieb.toml").write_text("[betrieb]\nname = 1\n[[werkzeuge]]\ndaten = 2\n", encoding="utf-8")
    (folder / "faelle" / "alltag.toml").write_text(
        "weglassen = 3\n[[faelle]]\nsteckbrief = 4\n", encoding="utf-8"
    )
    for path in (FIRM, LOOK, TOOLS, CASES, "datei/betrieb.toml?teil=personen"):
        text = visitor.ask(path)[2]
        ids = set(re.findall(r' id="([^"]+)"', text))
        assert len(ids) == text.count(' id="')
        named = set(re.findall(r'<label for="([^"]+)"', text))
        described = {
            one for found in re.findall(r'aria-describedby="([^"]+)"', text) for one in found.split()
        }
        assert named <= ids and described <= ids and described
        asked = set(
            re.findall(r'<(?:select|textarea|input(?! type="(?:hidden|checkbox)")) id="([^"]+)"', text)
        )
        asked |= set(re.findall(r'<input type="file" id="([^"]+)"', text))
        assert asked <= named
        links = {unquote(one) for one in re.findall(r'<a href="#([^"]+)"', text)}
        assert links <= ids


def test_an_exercise_in_use_is_not_called_an_example(folder, visitor):
    (folder / "uebungen" / "schicht.toml").write_text('titel = "Schicht"\n', encoding="utf-8")
    text = visitor.ask("datei/uebungen/schicht.toml")[2]
    assert "Der Name bleibt für immer" in text and "zählt die Datei nicht" not in text


def test_every_drawing_to_choose_has_a_german_name(visitor):
    text = visitor.ask("datei/betrieb.toml?teil=personen")[2]
    offered = set(re.findall(r'<option value="([a-z_]+)"[^>]*>([^<]+)</option>', text))
    named = {value: name for value, name in offered if value in cast.names()}
    assert set(named) == set(cast.names())
    assert all(re.search("[A-ZÄÖÜ]", name) and "_" not in name for name in named.values())
