"""Sentence, pictures, tables and wall say the same about the same decisions: one sign, one number, one verdict."""

import re
from decimal import Decimal

import numpy as np
import pytest

from coursetools.workshop.activities import Applicants
from coursetools.workshop.activities.applicants import ALL, MAJORITY
from fairki import charts, metrics, mirror
from fairki.lessons.module_01 import pictures
from fairki.lessons.module_01.de import unit_1 as de
from fairki.mirror import power
from fairki.mirror.de import wording

PEOPLE = mirror.applicants()
IDS = PEOPLE["id"].tolist()
MEN = (PEOPLE["geschlecht"] == "männlich").to_numpy()
PAIR = PEOPLE["paar"].to_numpy()
GENDER = mirror.fresh_applicants()["geschlecht"].to_numpy()
RUNS, PARTS = 2000, 4
READS_AS_FAIR = re.compile(
    r"kein Unterschied|nachweisbar|gutes Zeichen|gutes Ergebnis|(?<!nicht „)\bfair\b", re.I
)


def patterns(part: int):
    """Decisions (truth value per applicant): mostly at random, some by pairs, some for one gender throughout."""
    rng = np.random.default_rng(part)
    for run in range(RUNS // PARTS):
        invited = rng.random(16) < rng.uniform(0.1, 0.9)
        if run % 4 == 1:  # the same within most pairs
            invited = np.where(rng.random(8)[PAIR - 1] < 0.8, (rng.random(8) < 0.5)[PAIR - 1], invited)
        elif run % 4 == 2:  # one gender in most pairs
            one = MEN if rng.random() < 0.5 else ~MEN
            invited = np.where(rng.random(16) < rng.uniform(0.7, 1), one, invited)
        yield invited


def ballot(invited) -> dict[str, str]:
    return {i: mirror.YES if yes else mirror.NO for i, yes in zip(IDS, invited, strict=True)}


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", ".").replace("\N{MINUS SIGN}", "-"))


def gap_in(text: str) -> Decimal:
    """The one gap that a text speaks of, men minus women."""
    found = re.findall(r"([\d,]+)(?:\sPunkte?)?(?: zugunsten der | \()?(Männer|Frauen)?", text)
    assert len(found) == 1, text
    size, whom = number(found[0][0]), found[0][1]
    assert bool(whom) == bool(size)
    return -size if whom == "Frauen" else size


def told(text: str) -> tuple[Decimal, Decimal, Decimal]:
    """Women's rate, men's rate and gap in a sentence."""
    if same := re.search(r"lädt Frauen und Männer gleich oft ein: je ([\d,]+)\s%", text):
        return number(same[1]), number(same[1]), Decimal(0)
    rates = re.search(
        r"lädt ([\d,]+)\s% der Frauen und ([\d,]+)\s% der Männer ein\. (Der Abstand.*?)\.(?: |$)", text
    )
    return number(rates[1]), number(rates[2]), gap_in(rates[3])


def expected(one: mirror.Reflection) -> tuple[Decimal, Decimal, Decimal]:
    """Women's rate, men's rate and gap, counted anew from the decisions about the fresh year."""
    exact = metrics.gap(one.decisions, GENDER)
    women, men = (Decimal(str(round(100 * rate, 1))) for rate in (exact.rate_b, exact.rate_a))
    assert abs(float(men - women) - 100 * exact.value) <= 0.1 + 1e-9
    return women, men, men - women


def check_words(title: str, text: str, one: mirror.Reflection) -> None:
    women, men, gap = expected(one)
    assert told(text) == (women, men, gap)
    if one.verdict == mirror.DIFFERENCE:
        assert title.endswith(f"{'Männer' if gap > 0 else 'Frauen'} häufiger ein") and gap != 0
    else:
        assert title == wording.OPEN_TITLE
        assert wording.NOT_FAIR_YET in text
    assert not READS_AS_FAIR.search(f"{title} {text}"), text
    if often := re.search(r"In (\d+|weniger als 1) von 100 Fällen", text):
        share = 0 if often[1].startswith("w") else int(often[1])
        further = np.mean(np.sign(gap) * one.control >= abs(one.gap))
        assert share == round(100 * further)
        assert (share <= 2) == (one.verdict == mirror.DIFFERENCE)


def check_control(one: mirror.Reflection) -> None:
    picture = charts.against_chance([(wording.OWN, one)])
    _, _, gap = expected(one)
    row, more = picture.table.iloc[0], one.verdict == mirror.DIFFERENCE
    bar, dot = picture.figure.data
    low, high = bar["base"][0], bar["base"][0] + bar["x"][0]
    assert gap_in(row["Abstand in Punkten"]) == gap == Decimal(str(dot["x"][0]))
    assert row["Ergebnis"] == ("mehr als Zufall" if more else "offen")
    assert dot["marker"]["symbol"] == ["diamond" if more else "diamond-open"]
    assert low <= 0 <= high and (low - 1e-9 <= dot["x"][0] <= high + 1e-9) != more
    if one.discordant:
        ends = re.fullmatch(r"bis ([\d,]+) \(Frauen\) und bis ([\d,]+) \(Männer\)", row["Zufall allein"])
        assert [-float(number(ends[1])), float(number(ends[2]))] == pytest.approx([low, high])
    else:
        assert row["Zufall allein"] == "kein Vergleich möglich"
    assert ("Offen" in picture.title) != more
    assert picture.figure.layout["annotations"][0]["text"].endswith(
        f"{row['Abstand in Punkten']}: {row['Ergebnis']}"
    )


def check_own_pictures(decided: dict[str, str], one: mirror.Reflection) -> None:
    """The piles say the same in whole numbers of 100, the table in tenths, the swarm at its diamond."""
    women, men, gap = expected(one)
    shown = pictures.people(decided)
    rates = {row[0]: row[-1] for row in shown["sortings"][0]["rows"]}
    assert [number(rates[group].removesuffix("\N{NO-BREAK SPACE}%")) for group in ("Frauen", "Männer")] == [
        women,
        men,
    ]
    said = shown["sortings"][0]["says"]
    whole = {whom: int(n) for n, whom in re.findall(r"(\d+) von 100 (Frauen|Männern)", said)}
    if gap == 0:
        assert "gleich oft ein: je" in said
    else:
        assert [whole["Frauen"], whole["Männern"]] == [round(float(women)), round(float(men))]
        assert ("aber nur" in said) == (abs(one.gap) >= mirror.SMALL)
    if abs(one.gap) >= mirror.SMALL:
        assert said.endswith(f"100 {'Frauen' if gap > 0 else 'Männern'}.")
    swarm = pictures.swarm(one.gap)
    assert Decimal(str(swarm["own"]["value"])) == gap
    assert gap_in(swarm["views"][0]["more"].partition("Ihr Modell: ")[2]) == gap
    for view in swarm["views"]:
        assert not READS_AS_FAIR.search(view["headline"].replace("ob jemand fair ist", ""))
        assert sum("Ihr Modell" in row[0] for row in view["rows"]) == 1
        assert sum(int(cell) for row in view["rows"] for cell in row[1:]) == 100


def check_wall(votes: list[dict[str, str]], training: str) -> str:
    shown = Applicants({"question": "Wen?", "training": training}).result(votes)
    share = {i: np.mean([vote[i] == mirror.YES for vote in votes]) for i in IDS}
    learnt = {ALL: mirror.learn_shares(share), MAJORITY: mirror.learn(ballot([share[i] > 0.5 for i in IDS]))}
    room = learnt[training]
    rows = {row[0]: row for row in shown["table"]["rows"]}
    spans = {span["label"]: span for span in shown["spans"]}
    for way, name in ((ALL, "Modell des Raums (alle Stimmen)"), (MAJORITY, "Modell des Raums (Mehrheit)")):
        one, row = learnt[way], rows[name]
        if one.verdict == mirror.NOT_LEARNABLE:
            assert row == [name, "", "", "", "nicht lernbar", ""] and name not in spans
            continue
        women, men, gap = expected(one)
        span = spans[name]
        assert [number(cell.removesuffix("\N{NO-BREAK SPACE}%")) for cell in row[1:3]] == [women, men]
        assert [span["women"], span["men"]] == pytest.approx([float(women) / 100, float(men) / 100])
        assert gap_in(row[3]) == gap == Decimal(str(span["value"]))
        assert row[4] == ("mehr als Zufall" if one.verdict == mirror.DIFFERENCE else "offen")
        assert span["outside"] == (not span["low"] <= span["value"] <= span["high"]) == (row[4] != "offen")
        assert row[5] in span["text"]
    if room.verdict == mirror.NOT_LEARNABLE:
        assert shown["summary"] == room.reason
    else:
        check_words(shown["title"], shown["summary"], room)
        first = f"Modell des Raums ({'alle Stimmen' if training == ALL else 'Mehrheit'})"
        assert next(iter(rows)) == next(iter(spans)) == first
    assert not any(READS_AS_FAIR.search(note) for note in shown["notes"])
    return room.verdict


@pytest.mark.parametrize("part", range(PARTS))
def test_sentence_pictures_tables_and_wall_agree_on_the_same_decisions(part):
    _, verdicts = power.every_pattern()
    bit = 2 * (PAIR - 1) + ~MEN
    seen, walls = set(), set()
    rng = np.random.default_rng(100 + part)
    for run, invited in enumerate(patterns(part)):
        own = mirror.learn(ballot(invited))
        assert own.verdict == verdicts[(invited << bit).sum()]
        seen.add((own.verdict, np.sign(own.gap)))
        after = "" if own.verdict == mirror.NOT_LEARNABLE else de.meaning(own)
        texts = re.findall("<p>(.*?)</p>", de.mirror(own) + after)
        if own.verdict == mirror.NOT_LEARNABLE:
            assert texts[0] == own.reason
        else:
            title = re.match(r"<strong>(.*?)\.</strong>", texts[0])[1]
            check_words(title, re.sub("<.*?>", "", " ".join(texts).partition("</strong>")[2]), own)
            if run % 4 == run // 4 % 4:  # pictures and walls take longest: for a quarter, of every kind
                check_control(own)
            if run % 20 == run // 20 % 20:
                check_own_pictures(ballot(invited), own)
        if run % 4 != (run // 4 + 1) % 4:
            continue
        votes = [ballot(invited ^ (rng.random(16) < rng.uniform(0, 0.4))) for _ in range(5 + run // 4 % 4)]
        walls.add(check_wall(votes, ALL if run // 4 % 2 else MAJORITY))
    assert seen >= {(mirror.DIFFERENCE, 1), (mirror.DIFFERENCE, -1), (mirror.OPEN, 1), (mirror.OPEN, -1)}
    assert walls >= {mirror.DIFFERENCE, mirror.OPEN}
