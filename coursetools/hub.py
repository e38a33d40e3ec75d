"""What a JupyterHub starts: the course's pages behind the hub's door, and a learner's place with the notebooks.

``deploy/jupyterhub_config.py`` calls both as ``python -m coursetools.hub``.
"""

import os
import shutil
import sys
from pathlib import Path
from typing import Any

from jupyter_server_proxy.standalone.app import StandaloneProxyServer
from tornado import web

from fairki import home

PAGES, NOTEBOOKS = "seiten", "notebooks"
PARTS = ("course.toml", "modules", "data")
"""What a learner's place has from the beginning; exercises come from nbgrader's exchange."""


class CourseDoor(StandaloneProxyServer):  # type: ignore[misc]  # it publishes no types
    """jupyter-server-proxy's door for services; this one asks at websockets, too, who comes."""

    def get_proxy_base_class(self) -> tuple[type, dict[str, Any]]:
        """The class of handlers that leads to the course, and its settings."""
        base, settings = super().get_proxy_base_class()

        class Asking(base):  # type: ignore[misc, valid-type]  # the class is known only once the hub runs
            def prepare(self, *arguments: Any, **named: Any) -> None:
                super().prepare(*arguments, **named)
                opens_page = (
                    self.request.method in ("GET", "HEAD")
                    and self.request.headers.get("Upgrade", "").lower() != "websocket"
                )
                if not opens_page and self.current_user is None:  # pages send people to the hub's login
                    raise web.HTTPError(403)

        return Asking, settings


def lay_out(place: Path, course: Path = home.COURSE) -> None:
    """Put the course's notebooks into a learner's folder; what lies there stays as it is.

    Args:
        place: the learner's folder; it is made if there is none.
        course: the course as it came.
    """
    if not place.exists():
        place.mkdir(parents=True)
        place.chmod(0o700)  # homes are open to other accounts on many machines
    for part in PARTS:
        source = course / part
        files = (
            [path for path in sorted(source.rglob("*")) if path.is_file()] if source.is_dir() else [source]
        )
        for file in files:
            target = place / file.relative_to(course)
            if not target.exists() and ".ipynb_checkpoints" not in file.parts:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, target)


def main(arguments: list[str]) -> None:
    """``seiten …`` leads to a course server, started by the first visit; ``notebooks …`` is a learner's Jupyter."""
    what, *rest = arguments
    if what == PAGES:
        CourseDoor.launch_instance(rest)
    else:
        place = Path(os.environ["JUPYTERHUB_ROOT_DIR"]).expanduser()
        lay_out(place)
        os.chdir(place)  # nbgrader puts what it fetches where Jupyter was started
        os.execv(sys.executable, [sys.executable, "-m", "jupyterhub.singleuser", *rest])


if __name__ == "__main__":
    main(sys.argv[1:])
