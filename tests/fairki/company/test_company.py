"""The company is one object, whose names bend as German wants it."""

import subprocess
import sys

import pytest

from fairki import company
from fairki.company import contrast, de, marks, reading
from fairki.errors import BadFileError


@pytest.fixture(scope="module")
def other(root):
    return reading.read(root / "tests" / "cases" / "companies" / "soehne.toml")


def test_without_a_choice_the_shipped_company_leads_through_the_course():
    assert company.current() == company.shipped()


@pytest.mark.parametrize(
    ("name", "genitive"),
    [
        ("Jonas Weber", "Jonas Webers"),
        ("Miriam Yıldız", "Miriam Yıldız’"),
        ("René Groß", "René Groß’"),
        ("Anna Fuchs", "Anna Fuchs’"),
        ("Max", "Max’"),
        ("Zoë D’Angelo", "Zoë D’Angelos"),
    ],
)
def test_a_genitive_takes_an_apostrophe_where_no_s_can_be_heard(name, genitive):
    assert de.genitive(name) == genitive


def test_pronouns_follow_the_person(other):
    he, she, neither = other.people.leader, other.people.hr, other.people.ethics
    assert [he.he, he.to_him, he.him, he.his("en")] == ["er", "ihm", "ihn", "seinen"]
    assert [she.he, she.to_him, she.him, she.his("en")] == ["sie", "ihr", "sie", "ihren"]
    assert [neither.he, neither.to_him, neither.him] == ["Kim Møller"] * 3
    assert neither.his("en") == "Kim Møllers"


def test_a_word_for_somebody_is_one_of_three(other):
    words = ("Leiterin", "Leiter", "Leitung")
    people = other.people
    assert [one.word(*words) for one in (people.hr, people.leader, people.ethics)] == [*words]


@pytest.mark.parametrize(
    ("article", "cases", "pronouns"),
    [
        ("die", ["die X", "die X", "der X", "der X"], ["sie", "ihr", "sie", "ihre"]),
        ("der", ["der X", "den X", "dem X", "des X"], ["er", "ihm", "ihn", "seine"]),
        ("das", ["das X", "das X", "dem X", "des X"], ["es", "ihm", "es", "seine"]),
    ],
)
def test_a_company_bends_by_its_article(article, cases, pronouns):
    from dataclasses import replace

    firm = replace(company.shipped(), name="X", article=article)
    assert [firm.nominative, firm.accusative, firm.dative, firm.genitive] == cases
    assert marks.fill("{betrieb.er} {betrieb.ihm} {betrieb.ihn} {betrieb.seine}", firm).split() == pronouns
    assert marks.fill("{betrieb|die|der|das}", firm) == article


def test_marks_are_filled_in_all_of_a_text(other):
    text = {
        "a": ["{personal.Er} fragt {leitung.ihn}.", 3],
        "b": "Bei {betrieb.dem}: {it.genitiv} {it.vorname}",
    }
    assert marks.fill_all(text, other) == {
        "a": ["Sie fragt ihn.", 3],
        "b": "Bei der Öztürk & O’Brien Söhne KG: René Groß’ René",
    }


@pytest.mark.parametrize(
    "mark", ["chef", "personal.wem", "personal|a|b", "personal.er|a|b|c", "betrieb.vorname", ""]
)
def test_a_mark_that_does_not_exist_is_named(mark, other):
    with pytest.raises(BadFileError, match="Zeichen"):
        marks.says(mark, other)


def test_a_marked_span_keeps_the_words_of_the_shipped_company():
    text = 'Bei <span data-betrieb="betrieb.dem">der Hansen & Yıldız GmbH</span> arbeitet **niemand**.'
    assert marks.exchange(text) == "Bei der Hansen & Yıldız GmbH arbeitet **niemand**."
    assert marks.without_spans(text) == "Bei  arbeitet **niemand**."


def test_a_straight_apostrophe_becomes_a_typographic_one(other):
    assert other.short == "Öztürk & O’Brien"


GOOD = company.chosen.SHIPPED.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "what", "write"),
    [
        ('artikel = "die"', 'artikel = "dem"', "„artikel“ in [betrieb]", "„die“, „der“ oder „das“"),
        ('artikel = "die"', "", "In [betrieb] fehlt „artikel“", "Text"),
        ("beschaeftigte = 240", 'beschaeftigte = "240"', "„beschaeftigte“ in [betrieb]", "ganze Zahl"),
        ("beschaeftigte = 240", "beschaeftigte = 0", "„beschaeftigte“ in [betrieb]", "ab 1"),
        ('pronomen = "keines"', 'pronomen = "they"', "[personen.vertrieb]", "„sie“, „er“ oder „keines“"),
        ('vorname = "Deniz"', 'vorname = "<b>"', "das Zeichen <", "ohne diese Zeichen"),
        ('vorname = "Deniz"', 'vorname = " "', "„vorname“ in [personen.vertrieb]", "Text"),
        (
            'vorname = "Deniz"\nnachname = "Aydın"',
            'vorname = "Jonas"\nnachname = "Weber"',
            "zwei Personen",
            "eigenen",
        ),
        ("[personen.ethik]", "[personen.ethiker]", "[personen.ethiker]", "leitung, personal"),
        ('orte = ["Lindental"]', 'orte = "Lindental"', "„orte“ in [betrieb]", "Liste"),
        ('internet = "hansen', 'internet = "https://hansen', "„internet“ in [betrieb]", "nur die Adresse"),
        ('internet = "hansen', 'internet = "hänsen', "„internet“ in [betrieb]", "ohne Umlaute"),
        ('farbe = "#0b5c66"', 'farbe = "petrol"', "„farbe“ in [aussehen]", "#0b5c66"),
        ('farbe = "#0b5c66"', 'farbe = "#e0e060"', "#e0e060 und Weiß", "4,5 : 1"),
        ('schrift = "#ffffff"', 'schrift = "#0b5c67"', "Kontrast 1,0 : 1", "mindestens 4,5 : 1"),
        ('logo = ""', 'logo = "logo.svg"', "„logo“ in [aussehen]", "im selben Ordner"),
        ('logo = ""', 'logo = "../logo.svg"', "„logo“ in [aussehen]", "im selben Ordner"),
        ("[aussehen]", "[ausehen]", "[ausehen]", "betrieb, personen, aussehen"),
        ('name = "Hansen', "name = Hansen", "Zeile 5", "Anführungszeichen"),
        ('orte = ["Lindental"]', "orte = [„Lindental“]", "wie sie in Briefen", "geraden"),
        ('branche = "Maschinenteile"', 'branche = "Maschinenteile“', "wie sie in Briefen", "geraden"),
        ("taetigkeit =", "tätigkeit =", "Umlaut", "ae, oe, ue"),
        ("beschaeftigte = 240", "beschaeftigte = 2,5", "mit Komma", "Punkt"),
        ("beschaeftigte = 240", "beschaeftigte = 31.03.2027", "Tag", "2027-03-31"),
        ("beschaeftigte = 240", "beschaeftigte = 2027-02-30", "Diesen Tag gibt es nicht", "2027-03-31"),
        ('logo = ""', 'logo = "C:\\Users\\logo.svg"', "Das Zeichen \\", "/"),
        ('artikel = "die"', 'artikel = "die"\nartikel = "der"', "Zeile 8", "nur einmal"),
    ],
)
def test_a_file_that_does_not_fit_says_where_and_what_to_write(tmp_path, old, new, what, write):
    path = tmp_path / "mein_betrieb.toml"
    assert old in GOOD
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadFileError) as complaint:
        reading.read(path)
    assert "mein_betrieb.toml" in complaint.value.happened and what in complaint.value.happened
    assert write in complaint.value.remedy


def test_a_missing_file_and_one_in_another_encoding_are_named(tmp_path):
    with pytest.raises(BadFileError, match="fehlt"):
        reading.read(tmp_path / "keine.toml")
    (tmp_path / "alt.toml").write_bytes(GOOD.encode("latin-1", "replace") + b"\xe4")
    with pytest.raises(BadFileError, match="UTF-8"):
        reading.read(tmp_path / "alt.toml")


def test_a_logo_beside_the_file_is_taken(tmp_path):
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    path = tmp_path / "betrieb.toml"
    path.write_text(GOOD.replace('logo = ""', 'logo = "logo.svg"'), encoding="utf-8")
    assert reading.read(path).look.logo == tmp_path / "logo.svg"


def test_contrast_is_that_of_the_guidelines():
    assert contrast.ratio("#000000", "#ffffff") == pytest.approx(21)
    assert contrast.ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)  # the known near miss
    assert contrast.ratio("#0b5c66", "#0b5c66") == 1


def test_the_company_is_chosen_before_anybody_asks(root):
    path = root / "tests" / "cases" / "companies" / "soehne.toml"
    code = (
        "from fairki import company\n"
        f"company.use({str(path)!r})\n"
        "print(company.current().name)\n"
        "try:\n    company.use(company.chosen.SHIPPED)\n"
        "except RuntimeError:\n    print('too late')\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, text=True, cwd=root
    )
    assert done.stdout.splitlines() == ["Öztürk & O’Brien Söhne KG", "too late"], done.stderr
