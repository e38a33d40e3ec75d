"""What the course states as law: each statement with state, source and evidence, and all of them in one file."""

import datetime as dt
import re

import pytest

from coursetools import check, notebooks, reading
from fairki import manifest, reference, register

LAWS = [law for laws in reference.laws().values() for law in laws]
LEGAL = re.compile(
    r"§|\bArtikel \d|\bArt\. ?\d|DSGVO|\bAGG\b|BetrVG|KI-Verordnung|\bAI Act\b|EuGH|Digital Omnibus"
)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.title)
def test_a_legal_statement_says_where_it_stands_when_it_was_read_and_how_sure_it_is(law):
    assert law.text.endswith(".") and law.source and law.status in reference.STATUSES
    assert dt.date(2026, 9, 1) <= law.as_of
    assert re.fullmatch(
        r"\w+ 20\d\d, (Wortlaut gelesen|nach mehreren Quellen|nach einer Quelle)( in der Fassung vom \w+ \d{4})?",
        law.stand,
    )
    assert f"Stand: {law.stand}" in law.citation and law.citation.endswith("keine Rechtsberatung.")


def test_what_rests_on_one_secondary_text_says_so_wherever_it_is_quoted():
    for id in ("hochrisiko_kredit", "grundrechte", "sensible_daten", "aufsichtsbehoerde"):
        assert "nach einer Quelle" in reference.law(id).citation


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("omnibus", "27. Juli 2026"),
        ("kompetenz", "muss etwas dafür tun"),
        ("kompetenz", "Niemand muss für jede einzelne Person ein bestimmtes Können garantieren"),
        ("kompetenz_irrtum", "bleibt die Pflicht der Firmen"),
        ("hochrisiko", "Anzeigen für Stellen gezielt verteilen"),
        ("hochrisiko", "2. Dezember 2027"),
        ("hochrisiko_arbeit", "Leistung oder Verhalten"),
        ("termine", "2. August 2028"),
        ("grundrechte", "schuldet das nicht"),
        ("zweck_zaehlt", "nennt Zwecke, keine Technik"),
        ("emotionen", "aus Merkmalen des Körpers"),
        ("emotionen", "die von Anrufenden nicht"),
        ("emotionen", "Geht es nur um den Text, greift das Verbot nicht"),
        ("felder", "nicht als erzeugter Inhalt"),
        ("beurteilung", "Zustimmung des Betriebsrats"),
        ("antwortvorschlag", "ein Mensch schickt sie selbst ab"),
        ("transparenzpflichten", "2. August 2026"),
        ("markierung", "2. Dezember 2026"),
        ("auswahlrichtlinien", "beim Aufstellen dieser Richtlinien"),
        ("agg_entschaedigung", "nicht, bevor die Person von der Benachteiligung weiß"),
        ("agg_entschaedigung", "höchstens drei Monatsgehälter"),
    ],
)
def test_what_is_easily_told_wrongly_is_told_rightly(id, said):
    assert said in reference.law(id).text.replace("\N{NO-BREAK SPACE}", " ")


def test_no_penalty_is_threatened_for_lack_of_knowledge():
    assert not any(
        re.search(r"Million|35|7\s?%", law.text) for law in LAWS if "Artikel 4 " in law.source + " "
    )


def test_no_legal_claim_stands_outside_of_the_one_file():
    root = manifest.ROOT
    texts = {path: path.read_text(encoding="utf-8") for path in root.glob("fairki/**/*.py")}
    texts |= {path: path.read_text(encoding="utf-8") for path in root.glob("fairki/**/*.toml")}
    texts |= {path: path.read_text(encoding="utf-8") for path in root.glob("coursetools/workshop/**/*.toml")}
    texts |= {path: path.read_text(encoding="utf-8") for path in root.glob("data/*.md")}
    texts |= {
        path: path.read_text(encoding="utf-8") for path in (*root.glob("docs/*.md"), *root.glob("*.md"))
    }
    for path in notebooks.sources(root):
        texts[path] = "\n".join(cell.source for cell in notebooks.load(path).cells)
    law, code = root / "fairki" / "reference" / "law.toml", root / "fairki" / "reference" / "__init__.py"
    quoted = [f"{one.title}:** {one.text}" for one in LAWS]
    found = [
        f"{path.relative_to(root)}: {line.strip()[:100]}"
        for path, text in texts.items()
        if path not in (law, code)
        for line in text.split("\n")
        if LEGAL.search(line) and not any(one.replace("\N{NO-BREAK SPACE}", " ") in line for one in quoted)
    ]
    assert found == []


def test_every_everyday_use_gets_an_orientation():
    ids = {use.id for use in register.USES}
    notes = reference._read("law")["orientation"]
    assert {id for note in notes.values() for id in note["uses"]} <= ids
    assert all(
        note["rests_on"] in reference._read("law")["statements"]
        for note in notes.values()
        if "rests_on" in note
    )
    for use in ids:
        special = [name for name, note in notes.items() if name != "beschaeftigte" and use in note["uses"]]
        assert len(special) <= 1 and reference.orientation(use).startswith("Orientierung: ")


@pytest.mark.parametrize(
    ("use", "said"),
    [
        ("bewerbungen", "wahrscheinlich Hochrisiko"),
        ("stellenanzeigen", "gezielte Stellenanzeigen"),
        ("kennzahlen", "Leistung oder Verhalten bei der Arbeit, also wahrscheinlich Hochrisiko"),
        ("zahlung", "nach einer Quelle Hochrisiko"),
        ("betrug", "nicht unter Hochrisiko"),
        ("schichtplan", "Betriebsrat"),
        ("touren", "Betriebsrat"),
        ("chatbot", "Wer das Programm anbietet"),
        ("texte", "Entwurf für eine E-Mail ist meist ein geringes Risiko"),
        ("texte", "Bewertet das Programm Beschäftigte oder Bewerbungen, ist es wahrscheinlich Hochrisiko"),
        ("mitschrift", "wie jemand Gespräche führt, ist es wahrscheinlich Hochrisiko"),
        ("rechnungen", "geringes Risiko"),
    ],
)
def test_the_orientation_knows_the_uses_that_the_law_names(use, said):
    assert said in reference.orientation(use)
    assert ("Betriebsrat" in reference.orientation(use)) == (
        next(one for one in register.USES if one.id == use).affected.startswith(("Beschäftigte", "Fahrer"))
        or use in ("bewerbungen", "eignungstest", "stellenanzeigen", "mitschrift")
    )


def test_an_author_is_told_when_nobody_has_looked_for_six_months():
    newest = max(law.as_of for law in LAWS)
    assert check.old_laws(newest + dt.timedelta(days=180)) == [] or min(law.as_of for law in LAWS) < newest
    told = check.old_laws(newest + dt.timedelta(days=184))
    assert len(told) == len(LAWS)
    assert all("älter als sechs Monate" in one for one in told)


@pytest.mark.parametrize(
    ("id", "said", "not_said"),
    [
        ("wilson", ["85,1 %", "11,1 %", "keine Chatbots", "Anteile von Tests"], ["große Sprachmodelle"]),
        (
            "amazon",
            ["ab 2014", "500 Modelle", "50.000 Begriffen", "Nach Angaben von Amazon"],
            ["Online-Händler"],
        ),
        (
            "compas",
            ["44,85 %", "23,45 %", "27,99 %", "47,72 %", "erhöhtes Risiko", "63 % und 59 %"],
            ["gefährlich"],
        ),
        ("mistral", ["je 400 Textstücke", "1,14 g", "45 ml", "nicht direkt vergleichen"], ["eine Antwort"]),
        ("ebu_bbc", ["45 %", "31 %", "20 %", "nur Nachrichten"], []),
        ("magesh", ["17 bis 33 %", "weniger als bei GPT-4", "Recht der USA"], ["202 Fragen"]),
        ("koenecke_2024", ["13.140", "etwa 1 %", "38 %", "auf Englisch"], ["1,4"]),
        ("koenecke_2020", ["35 Fehler", "19", "aufgenommen"], []),
        ("carlini_2021", ["etwa 600", "älteres Modell"], []),
        ("carlini_2023", ["mindestens 1 %", "Für andere Modelle gilt diese Zahl nicht"], []),
        ("shumailov", ["wahllos", "das Seltene"], ["Zusammenbruch"]),
        ("rickman", ["617", "keinen Unterschied", "Gemma"], []),
        ("jobfair", ["sechs von zehn die Männer"], []),
        ("gao", ["in die andere Richtung"], []),
        ("brynjolfsson", ["5.172", "15 %", "sank leicht"], ["14 %", "34 %", "5.179"]),
        ("noy_zhang", ["453", "40 %", "18 %"], ["444"]),
        ("dellacqua", ["758", "12,2 %", "25,1 %", "19 Prozentpunkte"], ["19 %"]),
        ("metr", ["24 % weniger", "20 % weniger", "19 % mehr"], ["39"]),
        ("bitkom_2025", ["604", "8 %", "17 %", "23 %", "nicht die Beschäftigten selbst"], []),
        ("zensus_divers", ["969", "1.259", "0,0027 %", "Einträge beim Amt"], ["1,7"]),
        ("eames", ["7.970", "5,4 Punkte", "kein klarer Unterschied"], []),
        ("neumark", ["über 40.000", "Ältere Frauen", "viel schwächer"], []),
        ("glazko", ["fünf von sechs", "GPT-4", "dieses eine Modell"], []),
        ("google_anfrage", ["0,24 Wh", "0,03 g", "0,26 ml", "eigenen Stromverträge"], []),
    ],
)
def test_a_finding_says_its_figures_and_its_limits(id, said, not_said):
    text = reference.finding(id).text.replace("\N{NO-BREAK SPACE}", " ")
    assert [one for one in said if one not in text] == []
    assert [one for one in not_said if one in text] == []


def test_law_and_findings_are_easy_to_read():
    findings = "\n\n".join(found.text for found in reference.findings())
    for name, text in (("law", "\n\n".join(law.text for law in LAWS)), ("findings", findings)):
        assert reading.measure(name, text).ease > 55
