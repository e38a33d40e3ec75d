"""The log: where whoever runs the course wants it, in the form that they want, and still about nobody."""

import json
import logging
import os
import sys
from pathlib import Path

import pytest
from serving import notebook_server, wait_for
from visiting import Visitor, frame

from coursetools import discreet
from coursetools.serve.logs import LOG, Logs
from fairki.errors import SetupError

SECRET = "GEHEIM"
SLIDER = "from fairki import ui\ns = ui.Slider('p.s', 'Anteil', 0, 10, 1, '', 2)\ns"
GIVEN = """
from functools import partial
from coursetools.serve.logs import Logs
app.run = partial(app.run, logs=Logs.of({target!r}, {form!r}, {level!r}))
"""


def lines(text: str) -> list[dict]:
    """The objects of a log in JSON."""
    return [json.loads(line) for line in text.splitlines()]


def test_a_log_in_json_goes_where_it_is_wanted_and_follows_when_the_system_moves_it_away(tmp_path):
    file, moved = tmp_path / "kurs.log", tmp_path / "kurs.log.1"
    folder = tmp_path / "kurs"
    folder.mkdir()
    given = GIVEN.format(target=str(file), form="json", level="info")
    server = notebook_server(folder, given, probe=[SLIDER], kaputt=["raise ValueError('x')"])
    try:
        wait_for(lambda: "ValueError" in file.read_text("utf-8"), 60, "the page that fails")
        file.rename(moved)  # as logrotate does
        visitor = Visitor(server).connect()
        assert visitor.welcome()
        visitor.send(frame(header={"msg_id": SECRET, "msg_type": SECRET}))
        wait_for(lambda: file.exists() and "refused" in file.read_text("utf-8"), 20, "a new file")
    finally:
        server.stop()
    before, after = lines(moved.read_text("utf-8")), lines(file.read_text("utf-8"))
    assert all(set(one) == {"time", "level", "message"} for one in before + after)
    assert {"info", "error"} == {one["level"] for one in before}
    assert before[0]["message"] == "the course is served" and before[0]["time"].endswith("+00:00")
    assert [one["message"] for one in after][-2:] == ["the course was told to end", "the course has ended"]
    assert not (folder / LOG).exists()
    assert SECRET not in moved.read_text("utf-8") + file.read_text("utf-8")


def test_what_is_no_place_form_or_level_is_refused_with_what_there_is(tmp_path):
    for given, word in (
        (("", "xml", "info"), "text, json"),
        (("", "json", "debug"), "fehler, warnung, info"),
        ((str(tmp_path / "fehlt" / "kurs.log"), "json", "info"), "--log"),
        ((str(tmp_path), "json", "info"), "--log"),
    ):
        with pytest.raises(SetupError) as refused:
            Logs.of(*given)
        assert word in f"{refused.value.happened} {refused.value.remedy}"


def record(path: Path, level: int, *, error: bool = False) -> logging.LogRecord:
    """A line that says a secret; ours, if `path` lies here."""
    info = None
    if error:
        try:
            raise ValueError(SECRET)
        except ValueError:
            info = sys.exc_info()
    return logging.LogRecord("x", level, str(path), 7, "%s failed", ("Home",), info)


def test_both_forms_say_the_same_and_nothing_of_anybody():
    ours, foreign = Path(discreet.HERE) / "serve" / "visits.py", Path("/x/tornado/web.py")
    for path in (ours, foreign):
        one = record(path, logging.ERROR, error=True)
        text, packed = discreet.Discreet().format(one), json.loads(discreet.DiscreetJson().format(one))
        assert text.endswith(packed["message"]) and SECRET not in text and "ValueError at" in text


def test_of_what_is_not_wrong_only_our_own_lines_are_written_down():
    ours, foreign = Path(discreet.HERE) / "serve" / "visits.py", Path("/x/tornado/web.py")
    needed = discreet.Needed().filter
    assert needed(record(ours, logging.INFO)) and needed(record(foreign, logging.WARNING))
    assert not needed(record(foreign, logging.INFO))


def test_a_line_that_cannot_be_written_is_not_printed_instead(capfd):
    handler = logging.StreamHandler(open(os.devnull, "w"))  # noqa: SIM115 - closed at once
    handler.stream.close()
    Logs().config(Path("."))
    handler.handle(record(Path("/x.py"), logging.ERROR))
    assert capfd.readouterr() == ("", "")
