"""Votes that come soon after one another share a commit; none is confirmed before it, a quiet room answers at once."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from coursetools.workshop import room

PEOPLE = 12


@pytest.fixture
def commits(served):
    """The nonces of each commit that is on the disk."""
    kept, add = [], served.store.add

    def noted(participants, votes):
        add(participants, votes)
        kept.append([vote.nonce for vote in votes])

    served.store.add = noted
    return kept


def test_who_votes_while_others_have_just_voted_shares_a_commit_with_who_comes_then(
    served, commits, monkeypatch
):
    monkeypatch.setattr(room, "PAUSE", 0)
    first, *others = [served.join() for _ in range(PEOPLE)]
    served.open()
    monkeypatch.setattr(room, "PAUSE", 2)
    commits.clear()
    assert served.vote(first, nonce="nonce-first")[0] == 200

    def vote(token: str) -> bool:
        nonce = f"nonce-{token[:20]}"
        return served.vote(token, nonce=nonce)[0] == 200 and any(nonce in votes for votes in commits)

    with ThreadPoolExecutor(len(others)) as pool:
        assert all(pool.map(vote, others))
    assert commits[0] == ["nonce-first"] and len(commits) == 2 and len(commits[1]) == len(others)


def test_who_votes_in_a_quiet_room_does_not_wait(served, monkeypatch):
    monkeypatch.setattr(room, "PAUSE", 0)
    token = served.join()
    served.open()
    time.sleep(0.2)  # whatever was to be done is done
    monkeypatch.setattr(room, "PAUSE", 5)
    start = time.monotonic()
    assert served.vote(token)[0] == 200
    assert time.monotonic() - start < 4
