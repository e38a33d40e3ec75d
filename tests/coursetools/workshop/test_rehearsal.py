"""Practising alone: the real server, simulated participants who come as phones do, and nothing left afterwards."""

import http.client
import json
import signal
import sys
from pathlib import Path

import numpy as np
import pytest
from serving import ENVIRONMENT, Heard, wait_for

from coursetools.workshop import rehearsal
from coursetools.workshop.activities import KINDS
from coursetools.workshop.workshop import of_course
from fairki import mirror
from fairki.errors import SetupError

PEOPLE = 20
START = """
from pathlib import Path
from coursetools.workshop import rehearsal
rehearsal.run(Path({root!r}), "90", people={people}, port=0, thinking=(0.05, 0.3),
              say=lambda line: print(line, flush=True))
"""


class Rehearsal(Heard):
    """A rehearsal in a process of its own, with a folder of its own for temporary files."""

    def __init__(self, root: Path, temporary: Path):
        super().__init__(
            sys.executable,
            "-c",
            START.format(root=str(root), people=PEOPLE),
            env={**ENVIRONMENT, "TMPDIR": str(temporary)},
        )
        self.host, port, self.token = self.hears(r"http://(\S+):(\d+)/leitung#(\S+)").groups()
        self.port = int(port)

    def order(self, command: str, **values) -> None:
        """A facilitator's command."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=10)
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        body = json.dumps({"command": command, **values})
        connection.request("POST", "/leitung/befehl", body, headers)
        answer = connection.getresponse()
        assert answer.status == 200, answer.read()
        connection.close()

    def state(self) -> dict:
        """What the facilitator sees."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=10)
        connection.request("GET", "/leitung/ereignisse", headers={"Authorization": f"Bearer {self.token}"})
        for line in connection.getresponse():
            if line.startswith(b"data: "):
                connection.close()
                return json.loads(line[6:])
        raise EOFError

    def play(self, step: str, round_: int = 1) -> dict:
        """The revealed result of a round, once all have voted."""
        self.order("go", step=step)
        self.order("open", step=step, round=round_)
        wait_for(lambda: self.state()["phases"][step]["answers"] == PEOPLE, 20, "the room is so far")
        self.order("reveal", step=step)
        return wait_for(lambda: self.state()["result"], 20, "the room is so far")


@pytest.fixture
def practised(tmp_path: Path):
    """A rehearsal of the 90 minutes, everybody there."""
    root, temporary = tmp_path / "course", tmp_path / "temporary"
    root.mkdir()
    temporary.mkdir()
    (root / "course.toml").write_text((Path(__file__).parents[3] / "course.toml").read_text("utf-8"), "utf-8")
    one = Rehearsal(root, temporary)
    try:
        wait_for(lambda: one.state()["people"] == PEOPLE, 20, "all are there")
        yield one
    finally:
        one.process.send_signal(signal.SIGTERM)
        one.process.wait(20)


def test_simulated_participants_vote_in_every_round_and_nothing_is_left(practised, tmp_path):
    assert practised.host == "127.0.0.1"
    assert any("Probe" in line for line in practised.lines[:2])

    assert practised.play("vorher")["answers"] == PEOPLE
    assert "Männer häufiger" in practised.play("spiegel")["title"]
    assert practised.play("kodex")["answers"] == PEOPLE
    assert practised.play("kodex", 2)["table"]["rows"]

    practised.order("reset", step="kodex")
    assert practised.play("kodex")["answers"] == PEOPLE  # they vote again after a reset

    assert list((tmp_path / "temporary").glob("fairki-probe-*/probe.db"))
    practised.process.send_signal(signal.SIGINT)
    assert practised.process.wait(20) == 0
    assert "Alles ist gelöscht" in practised.lines[-1]
    assert not list((tmp_path / "temporary").glob("fairki-probe-*"))
    assert not (tmp_path / "course" / "workshop").exists()


def test_the_title_says_that_it_is_a_rehearsal():
    marked = rehearsal._marked(of_course())
    assert marked.ready["45"]["title"] == "Probe: 45 Minuten: Der Spiegel"
    assert marked.of_units(["01.1"])["title"].startswith("Probe: ")


@pytest.mark.parametrize("name", list(of_course().ready))
def test_every_activity_takes_the_made_up_answers(name):
    for step in of_course().ready[name]["steps"]:
        if step["kind"] != "activity":
            continue
        activity, rounds = KINDS[step["activity"]](step["settings"]), {}
        for round_ in range(1, max(1, len(activity.phases)) + 1):
            public = activity.public(round_, dict(rounds))
            people = np.random.default_rng(3).spawn(12)
            rounds[round_] = [
                activity.accept(rehearsal.answer(public | activity.own(number), one), round_)
                for number, one in enumerate(people)
            ]
        assert activity.result(rounds[round_], rounds)["enough"], step["id"]


def test_free_text_comes_only_when_asked_for():
    step = next(one for one in of_course().ready["90"]["steps"] if one["id"] == "rueckblick")
    for on in (False, True):
        settings = {**step["settings"], "free_text": on, "prompt": "Was fehlt?"}
        public = KINDS["retrospective"](settings).public()
        people = np.random.default_rng(3).spawn(30)
        assert any("text" in rehearsal.answer(public, one) for one in people) is on


def test_the_same_seed_gives_the_same_answers_and_the_mirror_shows_their_leaning():
    public = KINDS["applicants"]({"question": "Wen?"}).public()
    votes = [
        [rehearsal.answer(public, one) for one in np.random.default_rng(rehearsal.SEED).spawn(20)]
        for _ in range(2)
    ]
    assert votes[0] == votes[1]
    assert len({json.dumps(vote) for vote in votes[0]}) > 5  # not all think alike
    share = {card: sum(vote[card] == mirror.YES for vote in votes[0]) / 20 for card in votes[0][0]}
    assert mirror.learn_shares(share).verdict == mirror.DIFFERENCE


@pytest.mark.parametrize("seed", range(20))
def test_the_sentences_of_the_made_up_people_show_their_leaning_whoever_reads_which(seed):
    sentence = KINDS["sentence"]({"question": "Was passt?"})
    people = np.random.default_rng(seed).spawn(20)
    votes = [
        sentence.accept(rehearsal.answer(sentence.public() | sentence.own(number), one))
        for number, one in enumerate(people)
    ]
    assert sentence.result(votes)["title"].startswith("„Herr“ bekommt hier öfter")
    words = {vote[blank] for vote in votes for blank in ("verb", "lob")}
    assert len(words) > 3  # not all write alike


@pytest.mark.parametrize("people", [0, 4, 301])
def test_a_number_of_participants_that_is_no_use_is_refused(people, tmp_path):
    with pytest.raises(SetupError, match=str(people)):
        rehearsal.run(tmp_path, "45", people=people)
