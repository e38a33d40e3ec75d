"""Nothing half-valid is used: whatever is wrong with a company's folder is said in German, with file and line."""

import re

import pytest

from fairki import company
from fairki.company import files, main, reading
from fairki.errors import BadFileError
from tests.company_files import CASES, OWN

SHIPPED = company.chosen.SHIPPED.read_text(encoding="utf-8")
GOOD = SHIPPED + OWN
LINES = GOOD.splitlines()
PAGE = "# Impressum\n\nBeispiel GmbH\n"


def whole(folder, text=GOOD, pages=(("impressum.md", PAGE),)):
    (folder / "betrieb.toml").write_text(text, encoding="utf-8")
    for name, page in pages:
        (folder / "seiten").mkdir(exist_ok=True)
        (folder / "seiten" / name).write_text(page, encoding="utf-8")
    return folder


def line_of(text: str) -> int:
    """The first line of the good file that begins so."""
    return next(number for number, line in enumerate(LINES, 1) if line.startswith(text))


def test_a_good_folder_is_whole(tmp_path):
    found = reading.read(whole(tmp_path))
    assert found.contact.person == "Ayşe Demir" and found.hand_in.until.year == 2027
    assert found.rules == ("Ein Mensch liest mit.",) and found.tools[0].data == ("Texte ohne Namen",)
    assert found.pages == {"impressum": PAGE}
    assert [path.name for path in found.files] == ["betrieb.toml", "impressum.md"]


def test_a_folder_and_its_file_are_the_same_company(tmp_path):
    assert reading.read(whole(tmp_path)) == reading.read(tmp_path / "betrieb.toml")


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("2", "für eine neuere Fassung"),
        ("0", "Diese Fassung gibt es nicht"),
        ('"1"', "Diese Fassung gibt es nicht"),
        ("true", "Diese Fassung gibt es nicht"),
    ],
)
def test_a_folder_of_a_newer_course_is_refused_by_one_sentence_whatever_else_is_in_it(tmp_path, said, what):
    text = GOOD.replace("fassung = 1", f"fassung = {said}").replace("[betrieb]", "[betrieb]\nkuenftig = 3")
    found, complaints = reading.check(whole(tmp_path, text, [("kuenftig.md", PAGE)]))
    assert found is None and [(one.line, what in one.what) for one in complaints] == [(3, True)]


def test_a_folder_that_says_no_version_is_of_the_first_one(tmp_path):
    assert reading.read(whole(tmp_path, GOOD.replace("fassung = 1", ""))).contact.person == "Ayşe Demir"


WRONG_TYPES = [
    (f"{key} = ", value)
    for key in ("name", "kurzname", "branche", "vorname", "rolle", "person", "erreichbar", "wo")
    for value in ("3", "true", "[]")
]
EDITED = [  # (what stands in the good file, what somebody made of it): in the same line
    *[(start, start + value) for start, value in WRONG_TYPES],
    ('name = "Hansen', 'name = "<b>Hansen</b>"'),
    ('vorname = "Miriam"', 'vorname = "<script>alert(1)</script>"'),
    ('nachname = "Weber"', 'nachname = "O\\"Hara"'),
    ('rolle = "IT"', 'rolle = "{personal}"'),
    ('kurzname = "', 'kurzname = "a\\u0000b"'),
    ('kurzname = "', 'kurzname = "a\\nb"'),
    ('name = "Hansen', 'name = ""'),
    ('name = "Hansen', f'name = "{"ä" * 201}"'),
    ('artikel = "die"', 'artikel = "DIE"'),
    ("beschaeftigte = 240", "beschaeftigte = -1"),
    ("beschaeftigte = 240", "beschaeftigte = 2.5"),
    ("beschaeftigte = 240", "beschaeftigte = nan"),
    ("beschaeftigte = 240", "beschaeftigte = 99999999999999999999"),
    ("internet = ", 'internet = "https://stadt.example/kurs"'),
    ("internet = ", 'internet = "müller.example"'),
    ("orte = ", 'orte = [["Lindental"]]'),
    ("orte = ", f"orte = {['x'] * 41}"),
    ('pronomen = "keines"', 'pronomen = ""'),
    ('bild = "bart"', 'bild = "../bart"'),
    ('nachname = "Weber"', 'nachnahme = "Weber"'),
    ('logo = ""', 'logo = "/etc/passwd"'),
    ('logo = ""', 'logo = "..\\\\logo.svg"'),
    ('logo = ""', 'logo = "logo.png"'),
    ('farbe = "#0b5c66"', 'farbe = "rgb(0,0,0)"'),
    ('farbe = "#0b5c66"', 'farbe = "#ffff00"'),
    ("bis = ", 'bis = "31.3.2027"'),
    ("bis = ", "bis = 2027-03-31T12:00:00"),
    ("regeln = ", 'regeln = "Ein Mensch liest mit."'),
    ("regeln = ", f'regeln = ["{"x" * 601}"]'),
    ("daten = ", "daten = [3]"),
    ("[kontakt]", "[kontakte]"),
    ("[personen.ethik]", "[personen.ethiker]"),
    ("beschaeftigte = 240", "beschaeftigte = 240 Leute"),
    ('name = "Schreibhilfe"', 'name = "Schreibhilfe'),
    ("[abgabe]", "[abgabe"),
    ("[abgabe]", "[kontakt]"),  # twice
]


@pytest.mark.parametrize(("there", "made"), EDITED)
def test_an_entry_that_does_not_fit_is_named_with_its_line(tmp_path, there, made):
    line = line_of(there)
    whole(tmp_path, "\n".join([*LINES[: line - 1], made, *LINES[line:]]))
    complaints = told(tmp_path)
    assert any(f"betrieb.toml, Zeile {line})" in one.happened for one in complaints), complaints


def told(folder) -> list[BadFileError]:
    """The complaints; each says which file, in which line, what to write; and the folder is not used."""
    found, complaints = reading.check(folder)
    assert found is None and complaints
    for one in complaints:
        assert re.search(r"\((.*, Zeile \d+|/[^:]*)\): .+\.$", one.happened), one.happened
        assert one.remedy and not re.search(r"Traceback|Error|Expected|Invalid", str(one))
    with pytest.raises(BadFileError) as refused:
        reading.read(folder)
    assert refused.value.happened == complaints[0].happened
    return complaints


CASES_EDITED = [  # (file, what stands there, what somebody made of it): in the same line
    ("alltag.toml", "wie_viele = ", "wie_viele = 3"),
    ("alltag.toml", "unbemerkt = ", 'unbemerkt = "ja"'),
    ("ethikrat.toml", 'id = "termine"', 'id = "Termine"'),
    ("ethikrat.toml", "titel = ", 'titel = "<b>Termine</b>"'),
    ("ethikrat.toml", "text = [", 'text = "Es gab falsche Termine."'),
    ("ethikrat.toml", "text = [", "text = []"),
    ("ethikrat.toml", "text = [", f"text = {['x'] * 7}".replace("'", '"')),
    ("ethikrat.toml", "text = [", f'text = ["{"x" * 601}"]'),
    ("ethikrat.toml", "wer = ", 'wer = "personnal"'),
    ("ethikrat.toml", "sagt = ", "sagt = true"),
    ("ethikrat.toml", "[[faelle.stimmen]]", "[faelle.stimmen]"),
    ("ethikrat.toml", "[[faelle.stimmen]]", "[[faelle.stimme]]"),
    ("ethikrat.toml", 'id = "vorne"', 'id = "alle"'),
    ("ethikrat.toml", 'folgen = ["Niemand', "folgen = [[1]]"),
    ("ethikrat.toml", "mit = ", "mitt = 'x'"),
    ("ethikrat.toml", "[[faelle]]", "[faelle]"),
    ("briefe.toml", "an = ", 'an = ""'),
    ("briefe.toml", "anlass = ", "anlass = 'a\u0007b'"),
    ("briefe.toml", 'id = "bescheid"', "id = 7"),
    ("briefe.toml", 'id = "gut"', 'id = "nichts"'),
    ("briefe.toml", 'text = "Gut: grund', "text = ['Gut']"),
    ("briefe.toml", 'text = "Gut: grund', 'texte = "Gut"'),
    ("briefe.toml", "[[briefe.ki]]", "[[briefe.computer]]"),
    ("briefe.toml", "[[briefe]]", "[[brief]]"),
]


def with_cases(folder, **changed):
    """A good company with all kinds of cases, some of whose files say something else."""
    whole(folder, pages=())
    (folder / "faelle").mkdir()
    for name, text in (CASES | {f"{name}.toml": text for name, text in changed.items()}).items():
        (folder / "faelle" / name).write_text(text, encoding="utf-8")
    return folder


def test_a_company_with_all_kinds_of_cases_is_whole(tmp_path):
    found = reading.read(with_cases(tmp_path))
    assert [len(one) for one in (found.cases, found.board_cases, found.letters)] == [1, 1, 1]
    assert {path.name for path in found.files} == {"betrieb.toml", *CASES}  # these go along without a server
    assert {f"{file.folder}/{file.name}" for file in files.OTHERS if file.folder == "faelle"} == {
        f"faelle/{name}" for name in CASES
    }


@pytest.mark.parametrize(("name", "there", "made"), CASES_EDITED)
def test_a_case_that_does_not_fit_is_named_with_its_line(tmp_path, name, there, made):
    lines = CASES[name].splitlines()
    line = next(number for number, text in enumerate(lines, 1) if text.startswith(there))
    lines[line - 1] = made
    with_cases(tmp_path, **{name.removesuffix(".toml"): "\n".join(lines)})
    said = [one.happened for one in told(tmp_path)]
    assert any(f"{name}, Zeile {line})" in one for one in said), said


def test_a_section_whose_first_line_is_still_a_comment_is_named_in_order(tmp_path):
    text = CASES["ethikrat.toml"].replace("[[faelle]]", "# [[faelle]]", 1)
    with_cases(tmp_path, ethikrat=text)
    said = told(tmp_path)
    lines = [int(re.search(r"Zeile (\d+)", one.happened)[1]) for one in said]
    assert lines == [3, 4, 5, text.splitlines().index("[[faelle.stimmen]]") + 1]
    assert all("Davor fehlt die Zeile [[faelle]]" in one.remedy for one in said[:3])


@pytest.mark.parametrize(
    ("name", "section", "what"),
    [
        ("ethikrat", "faelle.stimmen", "[[faelle.stimmen]] fehlt"),
        ("ethikrat", "faelle.beschluesse", "gibt es hier 1-mal"),
        ("briefe", "briefe.ki", "gibt es hier 1-mal"),
    ],
)
def test_too_few_of_a_kind_are_named(tmp_path, name, section, what):
    text = CASES[f"{name}.toml"]
    start = text.rindex(f"[[{section}]]")
    end = text.find("[[", start + 2)
    with_cases(tmp_path, **{name: text[:start] + (text[end:] if end >= 0 else "")})
    (complaint,) = told(tmp_path)
    assert what in complaint.happened and f"[[{section}]]" in complaint.happened
    assert "mindestens" in complaint.remedy


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\xff\xfe", "UTF-16"),
        (b"# caf\xe9\n", "ANSI"),
        (b"#" * 200_001, "größer"),
        (b"[" * 5000, "Schreibweise"),
    ],
    ids=["UTF-16", "ANSI", "huge", "deep"],
)
def test_a_file_of_cases_in_an_odd_form_is_named(tmp_path, name, content, what):
    with_cases(tmp_path)
    (tmp_path / "faelle" / name).write_bytes(content)
    (complaint,) = told(tmp_path)
    assert name in complaint.happened and what in complaint.happened


@pytest.mark.parametrize("section", ["betrieb", "personen.it", "aussehen"])
def test_a_missing_section_is_named(tmp_path, section):
    whole(tmp_path, GOOD.replace(f"[{section}]", f"[{section}s]", 1))
    said = [one.happened for one in told(tmp_path)]
    assert any(f"Der Abschnitt [{section}] fehlt" in one for one in said)
    assert any(f"Zeile {line_of(f'[{section}]')}): Den Abschnitt [{section}s] kennt" in one for one in said)


@pytest.mark.parametrize("key", [key for key, entry in main.FIRM.items() if entry.needed])
def test_a_missing_entry_is_named_with_the_line_of_its_section(tmp_path, key):
    whole(tmp_path, re.sub(rf"(?m)^{key} = .*$", "", GOOD, count=1))
    (complaint,) = told(tmp_path)
    assert f"Zeile {line_of('[betrieb]')}): In [betrieb] fehlt „{key}“" in complaint.happened


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        (GOOD.encode("utf-16"), 1, "UTF-16"),
        (GOOD.encode("utf-16-le"), 1, "UTF-16"),
        (SHIPPED.replace("ı", "i").encode("cp1252"), 2, "ANSI"),
        (GOOD.encode() + b"# caf\xe9\n", len(LINES) + 1, "ANSI"),
        (GOOD.encode() + b"# \0\n", 1, "Text"),
        (b"#" * 200_001, 1, "größer als 200 KB"),
        (b"", 1, "Abschnitt [betrieb] fehlt"),
        (b"[" * 5000, 1, "Schreibweise"),
        (b"a = " + b"[" * 5000, 1, "Schreibweise"),
        (b"a = " + b"9" * 5000, 1, "Schreibweise"),
        (b"[" + b" " * 100_000 + b"x", 1, "Schreibweise"),
        (b"\x89PNG\r\n\x1a\n", 1, "ANSI"),
        (b"betrieb = 3\npersonen = 3\n", 1, "Abschnitt [betrieb] fehlt"),
        (b"[[betrieb]]\nname = 'x'\n", 1, "Abschnitt [betrieb] fehlt"),
    ],
)
def test_a_file_in_an_odd_form_is_named(tmp_path, content, line, what):
    (tmp_path / "betrieb.toml").write_bytes(content)
    assert any(f"Zeile {line})" in one.happened and what in one.happened for one in told(tmp_path))


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(tmp_path):
    whole(tmp_path)
    expected = reading.read(tmp_path)
    (tmp_path / "betrieb.toml").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert reading.read(tmp_path) == expected


@pytest.mark.parametrize(
    ("name", "page", "what"),
    [
        ("impressum.md", "Impressum\n", "Überschrift"),
        ("impressum.md", "# \n\nText", "Überschrift"),
        ("impressum.md", "# Impressum\n", "nichts"),
        ("impressum.md", "", "Überschrift"),
        ("impressun.md", PAGE, "kennt der Kurs nicht"),
        ("impressum.html", PAGE, "kennt der Kurs nicht"),
        ("datenschutz.md", "#" * 200_001, "größer"),
    ],
)
def test_a_page_that_cannot_be_shown_is_named(tmp_path, name, page, what):
    (complaint,) = told(whole(tmp_path, pages=[(name, page)]))
    assert name in complaint.happened and what in complaint.happened


def test_a_drawing_that_is_none_is_no_logo(tmp_path):
    whole(tmp_path, GOOD.replace('logo = ""', 'logo = "logo.svg"'))
    (tmp_path / "logo.svg").write_text("<html></html>", encoding="utf-8")
    (complaint,) = told(tmp_path)
    assert f"Zeile {line_of('logo = ')}" in complaint.happened and "SVG" in complaint.happened


def test_all_complaints_are_found_at_once(tmp_path):
    text = GOOD.replace('artikel = "die"', "artikel = 1").replace("bis = 2027-03-31", "bis = 1")
    whole(tmp_path, text, pages=[("impressum.md", "x")])
    assert len(told(tmp_path)) == 3
    with pytest.raises(BadFileError, match="2 weitere Stellen"):
        reading.read(tmp_path)


def test_sixty_ways_to_break_it_are_tried():
    assert len(EDITED) >= 60
