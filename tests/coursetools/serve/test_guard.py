"""What a page may say to its kernel: every forged message is refused."""

import json
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from visiting import frame

from coursetools.serve import guard

HEADER = {"msg_id": "1", "msg_type": "comm_msg"}
CONTENT = {"comm_id": "7", "data": {"method": "update", "state": {"value": 1}}}


def test_a_message_to_a_widget_passes_with_its_binary_parts():
    message = guard.admit(frame(buffers=[b"abc", b""]))
    assert (message.type, message.id, message.content) == ("comm_msg", "1", CONTENT)
    assert message.buffers == [b"abc", b""]


def test_only_what_was_understood_is_passed_on():
    message = guard.admit(frame(content={**CONTENT, "target_name": "x", "code": "1/0"}))
    assert message.content == CONTENT


@pytest.mark.parametrize(
    "typed,kept",
    [
        ("vorn \ud83d hinten", "vorn  hinten"),
        ("\udc00", ""),
        ("ganz \U0001f600", "ganz \U0001f600"),
        ("Größe \\ud83d", "Größe \\ud83d"),
    ],
)
@pytest.mark.parametrize("escaped", [True, False])
def test_half_an_emoji_goes_and_the_rest_of_the_message_passes(typed, kept, escaped):
    content = {"comm_id": "7", "data": {"method": "update", "state": {"value": [typed, {typed: 1}]}}}
    raw = json.dumps(content, ensure_ascii=escaped).encode("utf-8", "surrogatepass")
    message = guard.admit(frame(content=raw))
    assert message.content["data"]["state"] == {"value": [kept, {kept: 1}]}
    json.dumps(message.content, ensure_ascii=False).encode()


def test_asking_whether_the_kernel_lives_passes_without_content():
    message = guard.admit(frame(header={"msg_id": "1", "msg_type": "kernel_info_request"}, buffers=[b"x"]))
    assert (message.content, message.buffers) == ({}, [])


KINDS = [
    "execute_request",
    "complete_request",
    "inspect_request",
    "history_request",
    "is_complete_request",
    "debug_request",
    "shutdown_request",
    "interrupt_request",
    "create_subshell_request",
    "input_reply",
    "comm_open",
    "comm_close",
    "comm_info_request",
]


@pytest.mark.parametrize("channel", ["shell", "control", "stdin", "iopub"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_other_kind_of_message_is_refused_on_every_channel(kind, channel):
    with pytest.raises(guard.Refused):
        guard.admit(frame(channel, header={"msg_id": "1", "msg_type": kind}))


@pytest.mark.parametrize("channel", ["control", "stdin", "iopub", "Shell", "shell ", ""])
def test_other_channels_are_refused(channel):
    with pytest.raises(guard.Refused):
        guard.admit(frame(channel))


@pytest.mark.parametrize(
    "forged",
    [
        json.dumps({"channel": "shell", "header": {"msg_type": "execute_request"}}),
        json.dumps({"channel": "shell", "header": HEADER, "content": CONTENT}).encode(),
        b"",
        b"\x00" * 8,
        frame(count=2**63),
        frame(count=5),
        frame(offsets=[0, 0, 0, 0, 0, 0]),
        frame(offsets=[56, 50, 60, 70, 80, 2**40]),
        frame()[:-1],
        frame() + b"x",
        frame(header=[]),
        frame(header={"msg_type": "comm_msg"}),
        frame(header={"msg_id": "1" * 65, "msg_type": "comm_msg"}),
        frame(header={"msg_id": "1", "msg_type": ["comm_msg"]}),
        frame(content=[]),
        frame(content={"comm_id": 7, "data": {}}),
        frame(content={"comm_id": "7", "data": []}),
        frame(content={"comm_id": "7", "data": {}}),
        frame(content={"comm_id": "7", "data": {"method": "request_state"}}),
        frame(content={"comm_id": "7", "data": {"method": ["update"]}}),
        frame(buffers=[b""] * 60),
        frame(buffers=[bytes(guard.LARGEST_MESSAGE)]),
    ],
)
def test_a_malformed_message_is_refused_at_once(forged):
    begin = time.perf_counter()
    with pytest.raises(guard.Refused):
        guard.admit(forged)
    assert time.perf_counter() - begin < 0.5


@given(st.binary(max_size=300))
def test_no_bytes_whatever_make_it_fail_otherwise(noise):
    with pytest.raises(guard.Refused):
        guard.admit(noise)


@given(st.data())
def test_a_frame_with_changed_bytes_is_refused_or_read_as_what_it_is(data):
    whole = bytearray(frame())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(guard.Refused):
        assert guard.admit(bytes(whole)).type in ("comm_msg", "kernel_info_request")


def test_a_burst_passes_and_a_flood_does_not(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(guard.time, "monotonic", lambda: now[0])
    rate = guard.Rate(burst=10, per_second=2)
    for _ in range(10):
        rate.take()
    with pytest.raises(guard.Refused):
        rate.take()
    now[0] += 1
    rate.take()
    rate.take()
    with pytest.raises(guard.Refused):
        rate.take()
