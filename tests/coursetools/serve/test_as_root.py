"""Whoever lets others in with the rights of root is told that the course needs none of them."""

import pytest
from serving import notebook_server, wait_for

from coursetools.serve import de

ROOT = "from coursetools import machine; machine.as_root = lambda: True\n"
FOR_OTHERS = "from functools import partial; app.run = partial(app.run, host='0.0.0.0')"


@pytest.mark.parametrize(
    ("preamble", "told"),
    [
        (ROOT + FOR_OTHERS, True),
        (ROOT, False),
    ],
    ids=["for others", "alone"],
)
def test_root_is_advised_against_where_others_come_in(tmp_path, preamble, told):
    server = notebook_server(tmp_path, preamble, probe=["# Seite", "1"])
    try:
        wait_for(lambda: de.STOP in server.lines, 20, "the server has said all")
        assert (de.AS_ROOT in server.lines) == told
    finally:
        server.stop()
