"""The folder's first page: one picture of the audit, and never more than one page, whatever was typed."""

import datetime as dt
import io
import math
import re
import struct
import zlib
from itertools import pairwise, takewhile
from pathlib import Path

import numpy as np
import pytest
from answers import FULL
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from fairki import audit, kodex
from fairki.documents import action_plan, folder, markdown, marks, word
from fairki.documents.layout import cut
from fairki.kodex import patterns, rules, stored
from fairki.systems import catalogue
from fairki.texts.text_systems import sixteen

DAY = dt.date(2026, 11, 22)
BOTH = kodex.Kodex("Kodex", (kodex.Rule(patterns.SELECTION_RATES), kodex.Rule(patterns.NAME_SWAP)))
NO_PICTURE = "Ein Bild steht hier nach der ersten Prüfung."
LIGHT = dict(
    re.findall(
        r"--fk-([\w-]+): light-dark\(#(\w{6})",
        Path("fairki/ui/static/fairki.css").read_text(encoding="utf-8"),
    )
)


def paper(answers, company=""):
    return folder.paper(folder.entries(answers), DAY, company)


def opened(content):
    return Document(io.BytesIO(content))


def first_page(answers, company=""):
    """The paragraphs before the contents, which begin a page."""
    return list(
        takewhile(
            lambda p: p.style.name != "Contents Title", opened(word(paper(answers, company))).paragraphs
        )
    )


def pictures(element):
    """Alternative text and pixels (wide, high) of each picture."""
    return [
        (drawn.find(qn("wp:docPr")).get("descr"), drawn.find(".//" + qn("a:blip")).get(qn("r:embed")))
        for drawn in element.iter(qn("wp:inline"))
    ]


def pixels(png):
    """What a PNG of ours holds: rows, columns, colours."""
    wide, high = struct.unpack(">II", png[16:24])
    size = struct.unpack(">I", png[33:37])[0]
    lines = np.frombuffer(zlib.decompress(png[41 : 41 + size]), np.uint8).reshape(high, 1 + wide * 3)
    return lines[:, 1:].reshape(high, wide, 3)


# ---- the picture


def test_the_picture_counts_what_both_audits_count():
    scores = [audit.audit(BOTH, systems).score for systems in (catalogue(), sixteen())]
    whole = opened(word(paper(FULL | {stored.KEY: stored.to_value(BOTH), audit.TEXTS_KEY: {}})))
    drawn = {
        words: whole.part.related_parts[image].blob
        for words, image in pictures(whole.element)
        if "Kopf" not in words
    }
    seen = {words: pixels(png).shape[1] // marks.SIDE for words, png in drawn.items()}
    assert seen == {words: int(words.split()[0]) for words in seen}
    found, missed, *others = seen.values()
    assert (found, missed) == (sum(one.found for one in scores), sum(one.missed for one in scores))
    accused = [sum(one.accused for one in scores)] if any(one.accused for one in scores) else []
    assert others[:-1] == accused
    assert others[-1] <= sum(one.sound - one.sound_accused for one in scores)


def test_what_nobody_counts_has_its_words_and_no_marks():
    none = kodex.Kodex("Kodex", (kodex.Rule(patterns.NOTICE),))
    lines = [p for p in first_page({stored.KEY: stored.to_value(none)}) if p.style.name == "Tally"]
    assert len(lines) == 4
    for line in lines:
        words = line.text.rstrip("\t")
        assert [alt for alt, _ in pictures(line._p)] == ([] if words.startswith("0 ") else [words])
    assert any(line.text.startswith("0 ") for line in lines)


def test_the_text_file_has_the_words_of_the_picture():
    page = markdown(paper(FULL)).partition("**Inhalt**")[0]
    assert re.search(r"- \d+ Fehler gefunden\n- \d+ Fehler übersehen\n- \d+ Systeme? zu Unrecht", page)


@pytest.mark.parametrize("without", [(stored.KEY,), tuple(FULL)], ids=["no rules", "nothing"])
def test_without_an_audit_there_is_no_picture_and_the_page_says_so(without):
    lines = first_page({key: value for key, value in FULL.items() if key not in without})
    assert not any(p.style.name == "Tally" for p in lines)
    assert sum(NO_PICTURE in p.text for p in lines) == 1


def test_marks_differ_in_shape_and_have_the_colours_of_the_cards():
    names = {marks.FOUND: "good", marks.MISSED: "bad", marks.ACCUSED: "amber-text", marks.ALONE: "petrol"}
    assert {mark: colour.lower() for mark, colour in marks.COLOURS.items()} == {
        mark: LIGHT[name] for mark, name in names.items()
    }
    shapes = {pixels(marks.row(mark, 1)).min(axis=2).__lt__(200).tobytes() for mark in names}
    assert len(shapes) == len(names)
    three = pixels(marks.row(marks.FOUND, 3))
    assert three.shape == (marks.SIDE, 3 * marks.SIDE, 3)
    assert (three[:, : marks.SIDE] == three[:, marks.SIDE : 2 * marks.SIDE]).all()
    assert (three[0] == 255).all() and three[marks.SIDE // 2, 10].tolist() == [0x1F, 0x6F, 0x4A]


# ---- one page


def test_a_text_is_cut_between_words_and_never_longer():
    assert cut("ganz kurz", 9) == "ganz kurz"
    assert cut("Wir prüfen, was wir tun", 12) == "Wir prüfen…"
    assert cut("x" * 30, 10) == "x" * 9 + "…"


def test_the_first_page_stays_one_page_and_says_where_the_rest_is(monkeypatch):
    typed = (
        "Wir hängen das Register gut sichtbar aus und sprechen darüber einmal im Vierteljahr miteinander. "
        * 4
    )
    monkeypatch.setattr(rules.Rule, "sentence", property(lambda _: typed[:300]))
    six = kodex.Kodex("Kodex", (*BOTH.rules, *(kodex.Rule(patterns.NOTICE) for _ in range(4))))
    plan = [{"was": typed[:300], "wer": typed[:300], "bis": "2027-09-30"}] * 3
    answers = FULL | {stored.KEY: stored.to_value(six), audit.TEXTS_KEY: {}, action_plan.KEY: plan}
    lines = first_page(answers, "Verwaltungsgesellschaft für Einlagerung " * 3)
    told = [p.text for p in lines]
    assert sum("…" in text for text in told) == 5 + 3
    for title in ("Unser KI-Kodex", "Aktionsplan"):
        assert f"Gekürzt. Alles steht im Teil „{title}“." in told
    assert "30. September 2027" in next(text for text in told if "wer:" in text)
    page = opened(word(paper(answers))).sections[0]
    room = (page.page_height - page.top_margin - page.bottom_margin) / Pt(1)
    assert 0.7 * room < sum(map(height, lines)) < room


def height(paragraph) -> float:
    """Points that a paragraph takes, with letters as wide as those of Arial are on average in German."""
    style = paragraph.style
    size, shape = style.font.size.pt, style.paragraph_format
    per_line = (16 - 0.7) / 2.54 * 72 / (0.47 * size)
    lines = math.ceil(max(len(paragraph.text), 1) / per_line)
    return (
        lines * size * 1.15 * (shape.line_spacing or 1)
        + (shape.space_before.pt if shape.space_before else 0)
        + (shape.space_after.pt if shape.space_after else 0)
    )


# ---- every file


def test_every_word_file_has_headings_without_gaps_header_rows_and_alternative_texts():
    made = folder.files(folder.entries(FULL), DAY, "Muster GmbH")
    documents = {name: opened(content) for name, content in made.items() if name.endswith(".docx")}
    assert len(documents) == 14
    for name, document in documents.items():
        levels = [int(p.style.name[-1]) for p in document.paragraphs if p.style.name.startswith("Heading")]
        assert all(after - before <= 1 for before, after in pairwise([0, *levels])), name
        heads = [table.rows[0] for table in document.tables]
        assert all(row._tr.trPr.find(qn("w:tblHeader")) is not None for row in heads), name
        assert all(alt for alt, _ in pictures(document.element)), name
    drawn = {name: len(pictures(document.element)) for name, document in documents.items()}
    assert drawn[folder.WORD_NAME] > drawn["einzelne-teile/05-protokoll-des-ki-ethikrats.docx"] > 0
