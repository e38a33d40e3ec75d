"""The page on which a company's folder is edited, for tests: served beside them, and filled in as a browser would."""

import asyncio
import http.client
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urljoin

from coursetools.company_editor.server import Editor
from fairki import manifest


@contextmanager
def edited_by_hand(folder: Path) -> Iterator[Editor]:
    """The page of a folder, in a thread of its own."""
    editor = Editor(folder, manifest.ROOT)
    ready, over = threading.Event(), []

    async def serve() -> None:
        stop = asyncio.Event()
        over.append((asyncio.get_running_loop(), stop))
        editor.listen()
        ready.set()
        await stop.wait()
        editor.close()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    try:
        assert ready.wait(20)
        yield editor
    finally:
        loop, stop = over[0]
        loop.call_soon_threadsafe(stop.set)
        thread.join(20)


class Form(HTMLParser):
    """The fields of a page's form as a browser would send them; ``buttons`` are its values of ``tat``."""

    def __init__(self, html: str):
        super().__init__()
        self.fields: list[tuple[str, str]] = []
        self.buttons: list[str] = []
        self._select: tuple[str, str] | None = None
        self._area: str | None = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = {key: value or "" for key, value in attrs}
        name, value = found.get("name", ""), found.get("value", "")
        if tag == "input" and name and found.get("type") != "file":
            if found.get("type") != "checkbox" or "checked" in found:
                self.fields.append((name, value))
        elif tag == "select" and name:
            self._select = (name, "")
        elif tag == "option" and self._select and ("selected" in found):
            self._select = (self._select[0], value)
        elif tag == "textarea":
            self._area = ""
            self.fields.append((name, ""))
        elif tag == "button" and name == "tat":
            self.buttons.append(value)

    def handle_endtag(self, tag):
        if tag == "select" and self._select:
            self.fields.append(self._select)
            self._select = None
        elif tag == "textarea" and self._area is not None:
            name, text = self.fields.pop()[0], self._area.removeprefix("\n")
            self.fields.append((name, text.replace("\n", "\r\n")))
            self._area = None

    def handle_data(self, data):
        if self._area is not None:
            self._area += data


class Visitor:
    """Asks a page without a browser."""

    def __init__(self, editor: Editor):
        self.editor = editor

    def ask(self, path, method="GET", body=b"", **headers):
        """Status, headers and text of an answer; ``path`` is below the key, unless it begins with ``/``."""
        line = http.client.HTTPConnection("127.0.0.1", self.editor.port, timeout=20)
        named = {
            "Host": f"localhost:{self.editor.port}",
            **{key.replace("_", "-"): one for key, one in headers.items()},
        }
        line.request(method, quote(urljoin(f"/{self.editor.key}/", path), safe="/?&=%.#"), body, named)
        answer = line.getresponse()
        text = answer.read().decode("utf-8")
        line.close()
        return answer.status, answer.headers, text

    def form(self, path):
        """The form on a page."""
        status, _, text = self.ask(path)
        assert status == 200, text
        return Form(text)

    def send(self, path, form, does="speichern", files=(), **changed):
        """Send a form with some fields changed (a list: several values, None: not sent)."""
        fields = [one for one in form.fields if one[0] not in changed]
        for name, value in changed.items():
            values = [] if value is None else value if isinstance(value, list) else [value]
            fields += [(name, one) for one in values]
        return self.post(path, [*fields, ("tat", does)], files)

    def post(self, path, fields, files=(), **headers):
        """Send fields and files (name, name of the file, content)."""
        if not files:
            body = "&".join(f"{quote(name)}={quote(value)}" for name, value in fields).encode()
            return self.ask(path, "POST", body, Content_Type="application/x-www-form-urlencoded", **headers)
        mark = uuid.uuid4().hex
        parts = [_part(mark, f'name="{name}"', _bytes(value)) for name, value in fields]
        parts += [_part(mark, f'name="{name}"; filename="{file}"', content) for name, file, content in files]
        body = b"".join(parts) + f"--{mark}--\r\n".encode()
        return self.ask(path, "POST", body, Content_Type=f"multipart/form-data; boundary={mark}", **headers)


def _bytes(value):
    return value if isinstance(value, bytes) else value.encode("utf-8")


def _part(mark, about, content):
    return f"--{mark}\r\nContent-Disposition: form-data; {about}\r\n\r\n".encode() + content + b"\r\n"
