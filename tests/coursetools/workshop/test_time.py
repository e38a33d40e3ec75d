"""The room's time: whoever leads gives it, everybody sees it, by the server's clock; and the rules of play."""

import pytest
from served import Served

from coursetools.workshop.session import Refused, Session
from coursetools.workshop.timer import Timer

SESSION = Session("ABC", {"id": "a", "title": "A", "minutes": 1, "steps": [{"id": "s", "kind": "talk"}]})


def test_a_timer_runs_rests_goes_on_and_never_falls_below_nothing():
    timer = Timer(300, 1000)
    assert timer.remaining(1060) == 240 and timer.remaining(9999) == 0
    rests = timer.after("pause", 0, 1060)
    assert rests == Timer(240) and rests.remaining(5000) == 240
    assert rests.after("more", 1, 5000) == Timer(300)
    assert rests.after("on", 0, 5000).remaining(5010) == 230
    assert timer.after("more", 2, 1060).remaining(1060) == 360
    assert timer.after("more", 120, 1000).left == 120 * 60


def test_a_time_ends_with_its_step_and_is_kept_with_the_session():
    given = SESSION.time("start", 5, 1000)
    assert Session.from_plain("ABC", given.plain()) == given and given.timer == Timer(300, 1000)
    assert given.go(None, 1001).timer == given.timer  # nobody went anywhere
    assert given.go("s", 1001).timer is None
    assert given.time("stop", 0, 1001).timer is None


@pytest.mark.parametrize(
    ("action", "minutes", "code"), [("start", 0, "bad_number"), ("start", 121, "bad_number")]
)
def test_minutes_that_do_not_fit_are_refused(action, minutes, code):
    with pytest.raises(Refused) as refused:
        SESSION.time(action, minutes, 0)
    assert refused.value.code == code


@pytest.mark.parametrize("action", ["pause", "on", "more"])
def test_without_a_time_there_is_nothing_to_go_on_with(action):
    with pytest.raises(Refused) as refused:
        SESSION.time(action, 1, 0)
    assert refused.value.code == "no_timer"


def test_phones_the_wall_and_who_leads_see_the_same_time_also_after_a_restart(url):
    served = Served(url)
    try:
        token = served.join()
        assert served.state(token)["timer"] is None
        assert served.order("timer", action="start", minutes=5)[0] == 200
        wall = served.stream("/leinwand/ereignisse", served.room.projector)
        times = [served.state(token)["timer"], wall.next()["timer"]]
        assert all(one["running"] and 295 <= one["left"] <= 300 for one in times)
        served.order("timer", action="pause", minutes=0)
        assert not wall.until(lambda state: not state["timer"]["running"])["rules"]
        served.order("rules", on=True)
        assert len(wall.until(lambda state: state["rules"])["rules"]) == 5
        wall.close()
    finally:
        served.stop()
    again = Served(url)
    try:
        assert again.room.record.session.timer and again.room.record.session.rules
        assert again.order("timer", action="fly", minutes=1)[1]["code"] == "bad_request"
        assert again.order("timer", action="start", minutes=True)[1]["code"] == "bad_request"
    finally:
        again.stop()
