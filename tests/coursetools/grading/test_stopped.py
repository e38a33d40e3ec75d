"""What stopped a cell is said in German: which line, which error, what to do."""

import io
from contextlib import redirect_stderr, redirect_stdout

import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from coursetools.grading.inside.student import Outputs, Shell, _Hook, _Publisher
from coursetools.grading.stopped import explain, names_lost


@pytest.fixture(scope="module")
def run():
    config = Config(
        {"HistoryManager": {"enabled": False}, "InteractiveShell": {"colors": "nocolor", "xmode": "Plain"}}
    )
    shell = Shell(config=config, displayhook_class=_Hook, display_pub_class=_Publisher)

    def cell(source: str) -> list[dict]:
        shell.outputs = Outputs(5000)
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            shell.run_cell(source, store_history=False)
        return [entry for entry in shell.outputs.entries if entry["output_type"] == "error"]

    assert isinstance(shell, InteractiveShell)
    return cell


@pytest.mark.parametrize(
    "source,line,said",
    [
        ("x = 1\ny = geht", 2, "„geht“ kennt Python hier nicht"),
        ("urteile = {1: „stimmt“}", 1, "Das Anführungszeichen „ versteht Python nicht"),
        ("urteile = {1: “stimmt”}", 1, "Das Anführungszeichen “ versteht"),
        ("a = 'x'\nb = ‚y‘", 2, "Das Anführungszeichen ‚ versteht"),
        ("werte = {'a': 1,5}", 1, "14.8 statt 14,8"),
        ("a = 14,8\na + 1", 2, "14.8 statt 14,8"),
        ("x = 5 – 3", 1, "Das Zeichen – versteht Python nicht"),
        ("x\u00a0= 5", 1, "unsichtbares Zeichen"),
        ("import torch_9", 1, "Das Paket „torch_9“ gibt es bei der Bewertung nicht"),
        ("x = input('Wie viele? ')", 1, "input() geht bei der Bewertung nicht"),
        ("  x = 1\n y = 2", 1, "falsch eingerückt"),
        ("def f():\n    return 1 / 0\n\nf()", 2, "durch null geteilt"),
        ("d = {}\nd['q']", 2, "Einen Eintrag 'q' gibt es nicht"),
        ("x = (1,", 1, "Es fehlt etwas am Ende"),
        ("x = [1\ny = 2", 1, "eine Klammer"),
        ("if True\n    x = 1", 1, "Python versteht diese Zeile nicht"),
        ("def f(n):\n    return f(n)\n\n\nf(1)", 2, "ruft sich ohne Ende selbst auf"),
        ("x = 1\nraise KeyboardInterrupt", 2, "Sie wurde angehalten"),
        ("x = 1\n\nimport sys\nsys.exit(0)", 4, "Nehmen Sie diesen Befehl heraus"),
        ("raise SystemExit('fertig')", 1, "wird das Programm beendet"),
        ("x = 1\nraise MemoryError", 2, "zu viel Arbeitsspeicher"),
        ("if True:\n\tx = 1\n        y = 2", 3, "mal Leerzeichen, mal Tabulatoren"),
        ("x = (1 + 2))", 1, "Die Klammern passen nicht zusammen"),
        ("x = [1, 2)", 1, "Die Klammern passen nicht zusammen"),
        ("x = [1, 2]\nx[2]", 2, "weniger Einträge"),
        ("raise ValueError('zu klein')", 1, "Python meldet: zu klein."),
        ("raise ValueError", 1, "keinen weiteren Grund"),
    ],
)
def test_the_line_and_the_cause_are_named(run, source, line, said):
    (error,) = run(source)
    text = explain(error["ename"], error["evalue"], error["traceback"], source)
    assert f"bricht in Zeile {line} ab ({error['ename']})" in text and said in text
    assert source.splitlines()[line - 1].strip() in text


def test_a_function_of_another_cell_does_not_lend_its_line(run):
    run("def helfer():\n\n\n    return 1 / 0")
    source = "x = 1\ny = helfer()"
    (error,) = run(source)
    text = explain(error["ename"], error["evalue"], error["traceback"], source)
    assert "in Zeile 2 ab" in text and text.endswith("Die Zeile lautet: y = helfer()")


def test_a_name_that_a_stopped_cell_above_did_not_make_is_said_to_be_lost_there(run):
    (error,) = run("z = doppelt + 1")
    given = error["ename"], error["evalue"], error["traceback"], "z = doppelt + 1"
    assert "sollte weiter oben entstehen" in explain(*given, lost=names_lost("doppelt = 2 * („7“)"))
    assert "sollte weiter oben entstehen" in explain(*given, lost=names_lost("def doppelt(x:\n    return x"))
    assert "sollte weiter oben entstehen" not in explain(*given, lost=names_lost("doppelt == 3"))


def test_a_cell_whose_time_was_up_is_told_where_it_was(run):
    (error,) = run("x = 1\nraise KeyboardInterrupt")
    text = explain(error["ename"], "", error["traceback"], "x = 1\nwhile True: pass", late=True)
    assert text == (
        "Die Zelle bricht in Zeile 2 ab (Zeitlimit). Sie lief zu lange und wurde angehalten."
        " Endet eine Schleife nie? Die Zeile lautet: while True: pass"
    )


def test_what_comes_from_a_stranger_stays_short():
    text = explain("E" * 1000, "t" * 10_000, ["File <ipython-input-1-a>:99999\n"] * 9, "s" * 10_000)
    assert len(text) < 300 and text.startswith("Die Zelle bricht ab (")


def test_asking_for_pictures_in_the_page_is_no_error(run):
    assert run("%matplotlib inline\nx = 1") == []
