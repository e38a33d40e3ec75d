"""The edition without a server on a web server at which something is wrong, for what its pages say then."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from pathlib import Path

from publishing import Careless, Published


@dataclass(frozen=True)
class Fault:
    """What is wrong with the files whose address fits ``files``.

    Attributes:
        status: what the server answers; 0: nothing, it is not there any more.
        type: what it says the file is; empty: as ever.
        headers: what it says besides.
        part: how much of the file there is.
        breaks: the line breaks there, instead of a file that ends there.
        before: code in front of a script: a browser that lacks something.
        body: stands in place of the file.
    """

    files: str
    status: int = 200
    type: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    part: float = 1
    breaks: bool = False
    before: str = ""
    body: str | None = None


class _Failing(Careless):
    def __init__(self, *names, faults: list[Fault], **values):
        self.faults = faults
        super().__init__(*names, **values)

    def handle(self) -> None:
        """Serve; that a browser goes away is no news."""
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        """Send what is asked for, with its fault."""
        fault = next((one for one in self.faults if re.search(one.files, self.path)), None)
        path = Path(self.translate_path(self.path))
        if fault and not fault.status:
            self.close_connection = True
            return
        if fault is None or not path.is_file():
            super().do_GET()
            return
        body = path.read_bytes() if fault.body is None else fault.body.encode()
        content = fault.before.encode() + body if fault.status == HTTPStatus.OK else b""
        there = content[: round(len(content) * fault.part)]
        self.send_response(fault.status)
        self.send_header("Content-Type", fault.type or self.guess_type(path))
        self.send_header("Content-Length", str(len(content if fault.breaks else there)))
        for name, value in fault.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(there)
        self.close_connection = self.close_connection or fault.breaks


class FailingServer(Published):
    """The edition as such a server hands it out; ``faults`` may change at any time."""

    def __init__(self, folder: Path, *faults: Fault):
        self.faults = list(faults)
        super().__init__(folder, partial(_Failing, faults=self.faults))
