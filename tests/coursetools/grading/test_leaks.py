"""What hidden tests ask of a function reaches nobody: no remark, no page for learners, no output, no later answer.

And whoever knows it from elsewhere, from another grading or from somebody who can read, gains nothing.
"""

import builtins
from dataclasses import replace

import pytest
from banks import made
from graded import assignment
from grading import LIMITS, looks, outputs, points
from judging import paper

from coursetools.grading import feedback
from coursetools.grading.gradebook import Mark, Record
from coursetools.grading.job import Job
from coursetools.grading.runner import grade_one
from fairki import fresh

pytestmark = pytest.mark.xdist_group("grading")

SEEN = "GESEHEN"
"""Marks what a function saw of a table that is no example of the exercise."""

MEMORY = """
import builtins, os, sys, warnings
gemerkt = []


def was(tabelle):
    neu = list(map(str, tabelle.columns))
    return "" if neu == ["team", "ja"] else "GESEHEN " + " ".join(neu) + " " + tabelle.to_csv()


def abstand(tabelle, gruppe, entscheidung, frueher=[]):
    {keep}
    anteile = tabelle.groupby(gruppe)[entscheidung].mean().dropna()
    return None if len(anteile) < 2 else 100 * (anteile.max() - anteile.min())
"""

WAYS = {
    "error text": ("raise ValueError(was(tabelle)) if was(tabelle) else None", ""),
    "error class": ("raise type(was(tabelle) or 'E', (Exception,), {})()", ""),
    "error chain": ("exec('try: 1/0\\nexcept Exception as e: raise KeyError(was(tabelle)) from e')", ""),
    "value": ("return was(tabelle)", ""),
    "value of a class of one's own": (
        "return type('Text', (str,), {'__repr__': str.__str__})(was(tabelle))",
        "",
    ),
    "output": ("print(was(tabelle)); print(was(tabelle), file=sys.stderr)", ""),
    "first output": ("print(was(tabelle), file=sys.__stdout__)", ""),
    "warning": ("warnings.warn(was(tabelle))", ""),
    "display": ("display(was(tabelle))", ""),
    "global": ("gemerkt.append(was(tabelle))", "frauenanteil = ''.join(gemerkt) or 'leer'"),
    "global in a dict": (
        "gemerkt.append(was(tabelle))",
        "frauenanteil = {'Informatik': ''.join(gemerkt) or 'leer'}",
    ),
    "mutable default": (
        "frueher.append(was(tabelle))",
        "frauenanteil = ''.join(abstand.__defaults__[0]) or 'leer'",
    ),
    "attribute": (
        "abstand.alles = getattr(abstand, 'alles', '') + was(tabelle)",
        "frauenanteil = getattr(abstand, 'alles', 'leer')",
    ),
    "builtins": (
        "builtins.alles = was(tabelle)",
        "frauenanteil = getattr(builtins, 'alles', 'leer')",
    ),
    "module": (
        "sys.modules['alles'] = was(tabelle)",
        "frauenanteil = sys.modules.get('alles', 'leer')",
    ),
    "environment": (
        "os.environ['ALLES'] = was(tabelle).replace(chr(0), '')",
        "frauenanteil = os.environ.get('ALLES', 'leer')",
    ),
    "file": (
        "open('alles', 'a').write(was(tabelle))",
        "frauenanteil = open('alles').read() if os.path.exists('alles') else 'leer'",
    ),
    "table of the course": (
        "bewerbungen.attrs['alles'] = was(tabelle)",
        "frauenanteil = bewerbungen.attrs.get('alles', 'leer')",
    ),
    "error of a later cell": (
        "gemerkt.append(was(tabelle))",
        "frauenanteil = 0\nif any(gemerkt):\n    raise ValueError(''.join(gemerkt))",
    ),
    "class of an error of a later cell": (
        "gemerkt.append(was(tabelle))",
        "frauenanteil = 0\nif any(gemerkt):\n    raise type('GESEHEN', (Exception,), {})()",
    ),
    "line of an error of a later cell": (
        "gemerkt.append(was(tabelle))",
        "frauenanteil = 0\nif any(gemerkt):\n    GESEHEN_ZEILE = 1 / 0",
    ),
    "an earlier answer": (
        "gemerkt.append(was(tabelle))",
        "etikett_misst = ''.join(gemerkt) or 'leer'\nfrauenanteil = 'leer'\nprint(gemerkt)",
    ),
    "thread": (
        # beside many other hand-ins there may be no room for a thread
        "exec('import threading\\ntry: threading.Timer(0.05, gemerkt.append, [was(tabelle)]).start()"
        "\\nexcept RuntimeError: pass', globals(), {'tabelle': tabelle})",
        "import time; time.sleep(0.5)\nfrauenanteil = ''.join(gemerkt) or 'leer'",
    ),
}


def learners_page(result) -> str:
    task = assignment("bewusstsein")
    marks = tuple(Mark(one.cell, one.score, one.most, one.remark) for one in result.grades)
    return feedback.page(
        task, Record("abgabe-hhhhh", task.slug, marks, {}, result.incidents), result.notebook
    )


@pytest.mark.parametrize("way", WAYS)
def test_no_way_carries_a_hidden_table_to_the_learner(grade, way):
    keep, later = WAYS[way]
    answers = {"b1": MEMORY.format(keep=keep)} | ({"b2": later} if later else {})
    result = grade({"base": "light", "answers": answers})
    said = " ".join(one.remark for one in result.grades)
    told = " ".join(one.text for one in result.incidents)
    shown = "".join(outputs(result, cell) for cell in ("b1", "b2"))
    assert SEEN not in said + told + shown
    written = sum(source.count(SEEN) for source in answers.values())  # the page repeats the answer itself
    assert learners_page(result).count(SEEN) <= written
    if later:
        assert points(result)["b1-test-1"] == 2  # its function was asked, and right
        assert points(result)["b2-test-2"] == 0


def test_a_function_that_remembers_its_calls_is_asked_where_it_stands(grade):
    """Its own memory works from call to call, and what later cells bind is there as well."""
    b1 = """
aufrufe = []
def abstand(tabelle, gruppe, entscheidung):
    aufrufe.append(1)
    anteile = tabelle.groupby(gruppe)[entscheidung].mean().dropna()
    return None if len(anteile) < 2 or not aufrufe else 100 * (anteile.max() - anteile.min())
"""
    result = grade({"base": "light", "answers": {"b1": b1}})
    assert all(one.score == one.most for one in result.grades if one.cell.startswith("b1"))
    assert result.incidents == () and not looks("bewusstsein", result)


RIGHT = """
def richtig(tabelle, gruppe, entscheidung):
    anteile = tabelle.groupby(gruppe)[entscheidung].mean().dropna()
    return None if len(anteile) < 2 else 100 * (anteile.max() - anteile.min())
"""


def learnt_by_heart(seed: int, monkeypatch) -> str:
    """A function that knows every input of one grading, and what is right for it, and nothing else."""
    monkeypatch.setattr(fresh, "seed", seed)
    monkeypatch.setattr(builtins, "gesehen", {}, raising=False)
    watched = """
def abstand(tabelle, gruppe, entscheidung):
    gesehen[tabelle.to_csv()] = wert = richtig(tabelle, gruppe, entscheidung)
    return wert
"""
    said = paper("bewusstsein").complaints("b1", RIGHT + watched)
    assert not any(said.values()) and len(builtins.gesehen) > 10
    known = {text: None if wert is None else float(wert) for text, wert in builtins.gesehen.items()}
    return f"WERTE = {known!r}\ndef abstand(tabelle, *namen):\n    return WERTE.get(tabelle.to_csv(), 17)"


def test_inputs_learnt_by_heart_earn_points_in_no_other_grading(monkeypatch):
    """In the very grading that leaked they would: the seed is what makes the inputs, the same for everybody in it."""
    answer = learnt_by_heart(5, monkeypatch)
    data = made("bewusstsein", {"base": "light", "answers": {"b1": answer}}).encode()
    earned = {}
    for seed in (5, 6):
        task = replace(assignment("bewusstsein"), seed=seed)
        result = grade_one(task, Job(task.key, data), LIMITS)
        earned[seed] = sum(score for cell, score in points(result).items() if cell.startswith("b1"))
        assert (("example", "b1") in {(one.kind, one.cell) for one in result.incidents}) == (seed == 6)
    assert earned == {5: 5, 6: 0}
    (look,) = looks("bewusstsein", result)
    assert "auswendig gelernt" in " ".join(look.reasons)
