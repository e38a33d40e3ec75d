"""However an answer's cell stops: learner and trainer read which line, which error and what to do, on every page."""

import html
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from banks import ROOT, made
from grading import LIMITS
from nbgrader import api
from piles import course

from coursetools import nbgrader_steps
from coursetools.grading import feedback, report
from coursetools.grading.gradebook import Gradebook
from coursetools.grading.job import Assignment, Job
from coursetools.grading.runner import Runner

pytestmark = pytest.mark.xdist_group("grading")

SLUG = "bewusstsein"
WAYS = {
    "recursion": (
        "def f():\n    return f()\n\n\nabstand_abgelesen = f()",
        "Zeile 2",
        "ohne Ende selbst auf",
    ),
    "interrupt": ("x = 1\nraise KeyboardInterrupt", "Zeile 2 ab (KeyboardInterrupt)", "Sie wurde angehalten"),
    "exit": ("import sys\nsys.exit()", "Zeile 2 ab (SystemExit)", "Nehmen Sie diesen Befehl heraus"),
    "quit": ("x = 1\n\nquit()", "Zeile 3 ab", "Nehmen Sie diesen Befehl heraus"),
    "output": ("x = 'x' * 9999\nwhile True:\n    print(x)", "Zeile 3 ab (OutputFlood)", "viel zu viel aus"),
    "time": ("x = 0\nwhile True:\n    x += 1", "ab (Zeitlimit)", "Sie lief zu lange"),
    "deaf": (
        "while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass",
        "Die Zelle lief zu lange",
        "ließ sich nicht anhalten",
    ),
    "memory": ("x = 1\ny = bytearray(1 << 40)", "Zeile 2 ab (MemoryError)", "zu viel Arbeitsspeicher"),
    "process": ("import os\nos._exit(3)", "Der Prozess der Abgabe", "hat sich selbst beendet"),
    "syntax": (
        "abstand_abgelesen = 19.3 Prozent",
        "Zeile 1 ab (SyntaxError)",
        "Python versteht diese Zeile nicht",
    ),
    "tab": ("if True:\n\tx = 1\n        y = 2", "Zeile 3 ab (TabError)", "mal Tabulatoren"),
    "indent": ("x = 1\n  y = 2", "Zeile 2 ab (IndentationError)", "falsch eingerückt"),
    "bracket": (
        "x = 1\nabstand_abgelesen = (19.3))",
        "Zeile 2 ab (SyntaxError)",
        "Die Klammern passen nicht",
    ),
    "input": ("abstand_abgelesen = input('?')", "Zeile 1", "input() geht bei der Bewertung nicht"),
    "decimal": ("x = 19,3\nabstand_abgelesen = x + 1", "Zeile 2 ab (TypeError)", "14.8 statt 14,8"),
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Way → (remarks of the learner's page, the overview's reasons, the row of the table, the formgrader's comment)."""
    root = course(tmp_path_factory.mktemp("stehen") / "kurs", SLUG)
    exercise = Assignment.load(ROOT, SLUG)
    hand_ins = {way: {"base": "released", "answers": {"a1": source}} for way, (source, *_) in WAYS.items()}
    hand_ins["above"] = {
        "base": "released",
        "answers": {"a1": "hilfe = 1 / 0\nabstand_abgelesen = 19.3", "a2": "etikett_misst = hilfe"},
    }
    jobs = {way: Job(exercise.key, made(SLUG, one).encode()) for way, one in hand_ins.items()}
    with ThreadPoolExecutor(2) as threads, Runner([exercise], executor=threads, limits=LIMITS) as runner:
        results = {result.key: result for result in runner.map(jobs.values())}
    with Gradebook(root) as book:
        book.prepare(exercise)
        for way, job in jobs.items():
            book.record(way, SLUG, results[job.key])
        records = {record.pseudonym: record for record in book.records(exercise)}
    return root, exercise, records, {way: results[job.key] for way, job in jobs.items()}


def pages(graded, way: str, cell: str = "a1") -> dict[str, str]:
    """What stands on each page about this hand-in."""
    root, exercise, records, results = graded
    record = records[way]
    pile = report.pile(exercise, [record])
    with api.Gradebook(f"sqlite:///{Path(root) / 'gradebook.db'}", nbgrader_steps.COURSE) as stock:
        comment = stock.find_comment(cell, SLUG, SLUG, record.pseudonym).auto_comment
    shown = {
        "feedback": feedback.page(exercise, record, results[way].notebook),
        "overview": report.overview([pile], ()),
        "csv": report.spreadsheet(exercise, [record]),
        "table": str(report.table(exercise, [record])[1][-1]),
        "formgrader": comment or "",
    }
    return {name: re.sub(r"\s+", " ", html.unescape(text)) for name, text in shown.items()}


@pytest.mark.parametrize("way", WAYS)
def test_line_error_and_cause_stand_on_every_page(graded, way):
    _, where, why = WAYS[way]
    for name, text in pages(graded, way).items():
        assert where in text and why in text, (name, text[-1500:])


def test_a_name_that_a_stopped_cell_above_should_have_made_is_explained(graded):
    for name, text in pages(graded, "above", "a2").items():
        assert "Zeile 1 ab (NameError). „hilfe“ sollte weiter oben entstehen." in text, (name, text[-1500:])
    for name, text in pages(graded, "above").items():
        assert "Zeile 1 ab (ZeroDivisionError). Hier wird durch null geteilt." in text, (name, text[-1500:])
