"""The company's folder: it holds what the learner chose, calls the rest open, and no damage spoils it."""

import dataclasses
import datetime as dt
import io
import re
from itertools import pairwise

import pytest
from answers import FULL, KODEX, PASTED, pasted_over
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from fairki import audit, kodex, reference
from fairki.documents import folder, markdown, word
from fairki.documents.folder import DAMAGED, OPEN, THERE
from fairki.kodex import patterns, stored

DAY = dt.date(2026, 11, 22)
TITLES = [
    "Unser KI-Kodex",
    "Register und Prüfbericht",
    "Rollentabelle",
    "Lebensweg eines Systems",
    "Protokoll des KI-Ethikrats",
    "Feedback-Plan",
    "Geschichte unseres Kodex",
    "Mensch und Maschine: unser Aufbau",
    "Spielregeln für KI-Texte",
    "Acht Aspekte, unsere Belege",
    "Fußabdruck und Bedarf",
    "Aktionsplan",
]
NOTES = "Was heißt das für uns?"
CHOSEN = {
    "Unser KI-Kodex": "höchstens 15\N{NO-BREAK SPACE}Prozentpunkte",
    "Register und Prüfbericht": "Wie lange ist ein Einspruch möglich? 14 Tage.",
    "Rollentabelle": "KI-Ethikbeauftragte",
    "Lebensweg eines Systems": "Wir sehen alle 3 Monate nach.",
    "Protokoll des KI-Ethikrats": "Weil die Absagen niemand prüft.",
    "Feedback-Plan": "Herr Winter",
    "Geschichte unseres Kodex": "Einspruch aus der Nachtschicht",
    "Mensch und Maschine: unser Aufbau": "Menschen prüfen 500 von 2.000 Vorschlägen",
    "Spielregeln für KI-Texte": "Wer den Text verschickt, liest ihn neben der Akte.",
    "Acht Aspekte, unsere Belege": "Kodex: bei 1 von 2 Regeln sind Person und Meldeweg klar",
    "Fußabdruck und Bedarf": "Geprüft für „Chatbot für Fragen“.",
    "Aktionsplan": "Register aushängen",
}
"""Part → a piece of text that only follows from the choices in ``FULL``."""


@pytest.fixture(scope="module")
def full():
    return folder.entries(FULL)


@pytest.fixture(scope="module")
def document(full):
    return opened(word(folder.paper(full, DAY, "Muster GmbH")))


def opened(content: bytes):
    return Document(io.BytesIO(content))


def texts(document) -> str:
    """All text of a document, tables included, in its order."""
    return "\n".join(
        "".join("\n" if part.tag == qn("w:br") else part.text or "" for part in p.iter(qn("w:t"), qn("w:br")))
        for p in document.element.iter(qn("w:p"))
    )


def chapters(entries) -> dict[str, str]:
    """Title of each part → its text in the Markdown file."""
    pieces = re.split(r"(?m)^## \d+\\?\. ", markdown(folder.paper(entries, DAY)))[1:]
    return {title: body for title, _, body in (piece.partition("\n") for piece in pieces)}


def private(entries) -> str:
    """The text of the file that is the learner's alone."""
    return texts(opened(folder.files(entries, DAY)[folder.PRIVATE_NAME]))


def glance(entries) -> str:
    """The first page as Markdown."""
    return markdown(folder.paper(entries, DAY)).partition("**Inhalt**")[0].partition("## ")[2]


# ---- content


def test_the_parts_stand_in_their_order(full):
    assert [entry.section.title for entry in full] == [*TITLES, NOTES]
    assert list(chapters(full)) == TITLES


@pytest.mark.parametrize("title", TITLES)
def test_a_part_holds_what_was_chosen(full, title):
    assert {entry.section.title: entry.state for entry in full}[title] == THERE
    assert CHOSEN[title] in chapters(full)[title]


def test_word_and_plain_text_hold_the_same_choices(document):
    found = texts(document)
    assert all(chosen in found for chosen in CHOSEN.values())


def test_without_answers_every_part_is_open_and_says_where_it_is_made():
    entries = folder.entries({})
    assert {entry.state for entry in entries} == {OPEN}
    for entry, (title, body) in zip(entries[:-1], chapters(entries).items(), strict=True):
        told = f"Noch offen. So füllen Sie diesen Teil: {entry.section.place}."
        assert body.partition("---")[0].strip() == told, title


def test_every_note_stands_under_its_question(full):
    notes = private(full)
    for asked in reference.transfers():
        assert f"{asked.question}\nNotiz zu {asked.key}" in notes


def test_answers_that_no_part_needs_stay_outside():
    entries = folder.entries({"01.karten": {"k0": "ja"}, "00.meinung.fair": "geheim"})
    assert {entry.state for entry in entries} == {OPEN}
    assert "geheim" not in markdown(folder.paper(entries, DAY))


def test_the_company_stands_there_only_if_somebody_typed_it(full):
    assert folder.paper(full, DAY).subtitle == "22. November 2026"
    assert folder.paper(full, DAY, "  Muster\nGmbH ").subtitle == "Muster GmbH, 22. November 2026"
    assert len(folder.paper(full, DAY, "x" * 5000).subtitle) < 200


def test_without_a_kodex_the_register_stands_alone_and_nothing_is_judged():
    entries = folder.entries({key: value for key, value in FULL.items() if key.startswith("00.")})
    report = chapters(entries)["Register und Prüfbericht"]
    assert "Planung von Schichten" in report and "Geprüft ist noch nichts" in report
    assert "Verletzt" not in report


# ---- private notes


def test_a_private_note_is_in_no_file_but_the_one_of_its_own(full):
    made = folder.files(full, DAY, "Muster GmbH")
    note = "Notiz zu 01.transfer.arbeit"
    holding = [
        name for name, content in made.items() if name.endswith(".docx") and note in texts(opened(content))
    ]
    assert holding == [folder.PRIVATE_NAME] and folder.PRIVATE_NAME.startswith("nur-fuer-mich")
    assert note not in made[folder.TEXT_NAME].decode()
    assert "Diese Notizen gehören Ihnen allein." in private(full)
    assert folder.PRIVATE_NAME in made[folder.READ_ME_NAME].decode()


@pytest.mark.parametrize(
    "found", [folder.entries(FULL)[:-1], folder.entries({})], ids=["not chosen", "no notes"]
)
def test_without_notes_there_is_no_file_for_them_and_no_word_of_it(found):
    made = folder.files(found, DAY)
    assert folder.PRIVATE_NAME not in made
    assert folder.PRIVATE_NAME not in made[folder.READ_ME_NAME].decode()


def test_notes_can_be_taken_along_alone(full):
    made = folder.files(full[-1:], DAY)
    assert set(made) == {folder.READ_ME_NAME, folder.PRIVATE_NAME}


# ---- the first page


def test_the_first_page_says_what_rules_findings_and_commitments_there_are(full):
    page = glance(full)
    assert page.startswith("Auf einen Blick\n\n### Unsere Regeln")
    for rule in KODEX.rules:
        assert rule.sentence in page
    assert "2 Systeme aus dem Register, geprüft mit 2 Regeln" in page
    assert "Übung an" in page and "die schreiben: noch nicht geprüft." in page
    assert "- Register aushängen (wer: Leitung IT, bis: 1. Februar 2027)" in page


def test_the_first_page_knows_the_audit_of_systems_that_write():
    rules = kodex.Kodex("Kodex", (kodex.Rule(patterns.SELECTION_RATES), kodex.Rule(patterns.NAME_SWAP)))
    page = glance(folder.entries(FULL | {stored.KEY: stored.to_value(rules), audit.TEXTS_KEY: {}}))
    assert page.count("Übung an") == 2 and "noch nicht geprüft" not in page


def test_the_first_page_has_five_rules_at_most_and_those_of_the_learner_first():
    example = [dataclasses.replace(rule, from_example=True) for rule in KODEX.rules]
    own = [kodex.Rule(patterns.SELECTION_RATES, {"abstand": gap}) for gap in range(1, 8)]
    page = glance(folder.entries({stored.KEY: stored.to_value(kodex.Kodex("K", (*example, *own)))}))
    assert [rule.sentence in page for rule in own] == [True] * 5 + [False] * 2
    assert KODEX.rules[0].sentence not in page and "Dazu 4 weitere Regeln im Kodex." in page
    page = glance(folder.entries({stored.KEY: stored.to_value(kodex.Kodex("K", tuple(example)))}))
    assert example[0].sentence in page and "Diese Regeln stammen aus dem Beispiel." in page


def test_the_first_page_says_what_is_open_or_damaged_and_leaves_out_what_nobody_chose():
    page = glance(folder.entries({stored.KEY: 7}))
    assert "Teil 1 ist nicht lesbar." in page and "Teil 12 ist noch offen." in page
    page = glance(folder.entries({"07.saetze": "Wir sagen es."}))
    assert "Noch keine Zusage." in page
    chosen = [entry for entry in folder.entries(FULL) if entry.section.id not in ("kodex", "pruefung")]
    page = glance(chosen)
    assert "Unsere Regeln" not in page and "Was die Prüfung fand" not in page and "Register aushängen" in page
    assert "Auf einen Blick" not in markdown(folder.paper(chosen[:3], DAY))


def test_word_starts_the_contents_on_a_new_page(document):
    (contents,) = (p for p in document.paragraphs if p.style.name == "Contents Title")
    assert contents.paragraph_format.page_break_before


# ---- damage


@pytest.mark.parametrize("damaged", [7, "kaputt", ["?"], {"?": "?"}])
@pytest.mark.parametrize("title", TITLES)
def test_damage_to_one_part_leaves_the_others(full, title, damaged):
    own = [key for key in FULL if folder._OWNERS.get(key) and folder._OWNERS[key].title == title]
    entries = folder.entries(FULL | dict.fromkeys(own, damaged))
    states = {entry.section.title: entry.state for entry in entries}
    assert [other for other, state in states.items() if state != THERE] in ([title], [])
    if states[title] == DAMAGED:
        assert "Dieser Teil fehlt." in chapters(entries)[title]


@pytest.mark.parametrize("key", ["02.kodex", "04.rollen", "05.kodex.geschichte", "07.zusagen", "00.register"])
def test_a_part_that_looks_at_a_damaged_one_says_so(key):
    entries = folder.entries(FULL | {key: 7})
    owner = folder._OWNERS[key].title
    assert {entry.section.title: entry.state for entry in entries}[owner] == DAMAGED
    told = f"Nicht lesbar und deshalb nicht berücksichtigt: „{owner}“."
    for entry in entries:
        if key in entry.section.keys and entry.section.title != owner:
            assert entry.state == THERE and told in chapters(entries)[entry.section.title]


def test_a_damaged_note_leaves_the_other_notes():
    notes = private(folder.entries(FULL | {"01.transfer.arbeit": ["?"]}))
    assert "Diese Notiz ließ sich nicht lesen." in notes and "Notiz zu 01.transfer.spalten" in notes


plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 5000)
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=[]), max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "regeln", "muster", "was", "kodex"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(folder.KEYS), plain, max_size=12))
@settings(max_examples=60)
def test_whatever_lies_in_the_store_there_is_a_folder(answers):
    made = folder.paper(folder.entries(answers), DAY)
    assert markdown(made).encode()


@given(st.sampled_from(sorted(FULL)), plain)
@settings(max_examples=60)
def test_whatever_replaces_one_answer_there_is_a_folder(key, value):
    assert len(folder.entries(FULL | {key: value})) == len(folder.SECTIONS)


def test_pasted_texts_join_no_words_and_spoil_no_file():
    answers = {key: pasted_over(value) for key, value in FULL.items()} | {"01.transfer.arbeit": PASTED}
    made = folder.files(folder.entries(answers), DAY, f"Muster{PASTED[:60]}") | folder.kodex_file(
        FULL | {stored.KEY: stored.to_value(kodex.Kodex(f"Kodex {PASTED}"[:90], KODEX.rules))}
    )
    text = made[folder.TEXT_NAME].decode()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\ufffe]", text)
    words = texts(opened(made[folder.WORD_NAME])) + private(folder.entries(answers))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\ufffe\ud800-\udfff]", words)
    assert "Rechts\u200f" in words
    for joined in ("ZeileUmbruch", "SeiteWechsel", "WindowsMac", "MacAlt", "AbsatzEnde"):
        assert joined not in text and joined not in words
    for whole in ("Umbruch Seite", "\N{GRINNING FACE}", "x" * 320, "halb "):
        assert whole in text and whole in words
    assert kodex.loads(made[folder.KODEX_NAME].decode()).rules == KODEX.rules


# ---- the Word file


def test_word_has_a_title_and_a_heading_per_part_without_gaps_between_levels(document):
    levels = [
        0 if p.style.name == "Title" else int(p.style.name[-1])
        for p in document.paragraphs
        if p.style.name == "Title" or p.style.name.startswith("Heading")
    ]
    assert levels[0] == 0 and levels.count(1) == 1 + len(TITLES)  # „Auf einen Blick“ comes first
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_line_of_contents_leads_to_its_part(document):
    links = [link.get(qn("w:anchor")) for link in document.element.iter(qn("w:hyperlink"))]
    marks = list(document.element.iter(qn("w:bookmarkStart")))
    assert links == [mark.get(qn("w:name")) for mark in marks]
    assert len({mark.get(qn("w:id")) for mark in marks}) == len(TITLES)
    for mark, title in zip(marks, TITLES, strict=True):
        assert "".join(t.text for t in mark.getparent().iter(qn("w:t"))).endswith(title)


def test_every_table_has_a_header_row_that_is_repeated(document):
    assert document.tables
    for table in document.tables:
        first = table.rows[0]
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(cell.text for cell in first.cells)


def test_word_is_german_and_knows_nobody(document):
    assert document.core_properties.language == "de-DE"
    assert document.styles.element.find(".//" + qn("w:lang")).get(qn("w:val")) == "de-DE"
    assert document.core_properties.author == ""


# ---- the zip


def test_the_zip_holds_the_whole_each_part_the_kodex_and_a_note(full):
    made = folder.files(full, DAY, "Muster GmbH") | folder.kodex_file(FULL)
    single = [name for name in made if name.startswith(folder.SINGLE)]
    assert len(single) == len(TITLES)
    for name, title in zip(single, TITLES, strict=True):
        assert re.fullmatch(r"einzelne-teile/\d\d-[a-z0-9-]+\.docx", name)
        alone = opened(made[name])
        assert alone.paragraphs[0].text == title and CHOSEN[title] in texts(alone)
    assert CHOSEN["Aktionsplan"] in texts(opened(made[folder.WORD_NAME]))
    assert made[folder.TEXT_NAME].decode() == markdown(folder.paper(full, DAY, "Muster GmbH"))
    assert kodex.loads(made[folder.KODEX_NAME].decode()) == KODEX
    note = made[folder.READ_ME_NAME].decode()
    named = {name.partition("/")[0] for name in made} | {folder.STATE_NAME}
    assert all(name in note for name in named - {folder.READ_ME_NAME})


def test_open_and_damaged_parts_have_no_file_of_their_own():
    answers = {"07.saetze": "Wir sagen es.", stored.KEY: "kaputt"}
    made = folder.files(folder.entries(answers), DAY) | folder.kodex_file(answers)
    single = [name for name in made if name.startswith(folder.SINGLE)]
    assert single == ["einzelne-teile/12-aktionsplan.docx"]
    assert folder.KODEX_NAME not in made
