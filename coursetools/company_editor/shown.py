"""``python -m coursetools.company_editor.shown ROOT ORIGIN``: the course with the company of the environment.

It serves the pages of modules as they are and says its address; it ends when its input does. Its notebooks lie in a
folder of their own, because those in ``.build`` belong to the course that may be running.
"""

import json
import sys
import tempfile
import threading
from _thread import interrupt_main
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from coursetools import notebooks, pages
from coursetools.serve.app import FairkiVoila, settings
from coursetools.serve.ending import leave
from coursetools.serve.site import NAME, Page, Site
from fairki import manifest


class PreviewVoila(FairkiVoila):
    """Serves the course to one person, on this machine; no page is prepared before it is asked for."""

    def announce(self) -> None:
        """Tell the editor where."""
        print(json.dumps({"address": f"http://localhost:{self.port}/"}), flush=True)

    def jobs(self) -> list[Coroutine[Any, Any, None]]:
        """Kernels that nobody needs any more end."""
        return [self.visits.sweep()]

    def wait_for_the_end(self) -> None:
        """Read the input to its end, and then end as after Ctrl-C; no signal does that on every system."""
        sys.stdin.read()
        if hasattr(self, "front"):
            self.ioloop.add_callback(self._end)
        else:
            interrupt_main()  # nothing has begun


def main(root: Path, origin: str) -> None:
    """Serve until the input ends."""
    course = manifest.read(root)
    with tempfile.TemporaryDirectory(prefix="fairki-vorschau-") as scratch:
        shown = {}
        for name, source in pages.sources(root).items():
            if not name.startswith("uebung_"):  # exercises stay as they are, whatever company it is
                path = Path(scratch) / name
                path.write_text(notebooks.dumps(pages.made(name, source)), encoding="utf-8")
                shown[path.stem] = path
        modules = [one for one in course.modules if one.slug in shown]
        site = Site(
            course,
            {
                f"modul/{one.slug}": Page(f"modul/{one.slug}", f"{one.title} – {NAME}", shown[one.slug])
                for one in modules
            },
            {},
            {},
        )
        voila = PreviewVoila(
            site=site,
            say=lambda line: None,
            frames=(origin,),
            ip="127.0.0.1",
            port=0,
            open_browser=False,
            root_dir=scratch,
            config=settings(root),
        )
        threading.Thread(target=voila.wait_for_the_end, daemon=True).start()
        voila.initialize([])
        voila.start()
    leave()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
