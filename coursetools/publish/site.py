"""The course as plain files: pages as served, made by the same renderer, with addresses relative to the page."""

import asyncio
import dataclasses
import json
import logging
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jupyter_server.utils import ApiPath
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from traitlets.config import Config

from coursetools import machine, notebooks
from coursetools.files import write_atomically
from coursetools.forms import SHOWN
from coursetools.kernels.manager import Kernels
from coursetools.kernels.spec import NAME as KERNEL
from coursetools.kernels.spec import CourseKernels, transport
from coursetools.publish import de, lite, packages
from coursetools.publish.packages import Package
from coursetools.publish.platforms import Library
from coursetools.publish.runtime_files import Runtime
from coursetools.serve import de as serve_de
from coursetools.serve import plain_pages
from coursetools.serve.assets import REFERENCE, Addresses, Alone, Assets, Only, publish
from coursetools.serve.rendering import DIGEST, Renderer
from coursetools.serve.site import NAME, Page, Site, site
from coursetools.serve.tracebacks import plain
from fairki import company, home, language, manifest, web
from fairki.errors import FairkiError

# Stands in finished pages for the way from a page to the start of the site.
BASE = "way-to-the-start/"
_STATIC = Path(plain_pages.__file__).parent / "static"
CORE = ("pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
POLICY = "; ".join(
    (
        "default-src 'self'",
        # blob: a block that Python makes later brings its script as text; wasm-unsafe-eval: Python is WebAssembly,
        # and there are browsers in which a worker obeys the rules of its page
        "script-src 'self' blob: 'wasm-unsafe-eval'",
        "worker-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # pictures are laid out by style attributes
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
    )
)
"""What a page may do; as a ``meta`` element, because no server has to know of it."""


FIRM = "betrieb/"
"""Where a company that is not the shipped one lies beside the course in the browser."""


def firm_files() -> dict[str, bytes]:
    """Path beside the course → content, of the company that was chosen instead of the shipped one."""
    files = company.current().files if company.own() else ()
    return {f"{FIRM}{path.relative_to(files[0].parent).as_posix()}": path.read_bytes() for path in files}


def write(
    root: Path,
    folder: Path,
    runtime: Runtime,
    say: Callable[[str], None],
    package: Package | None = None,
    library: Library | None = None,
    notebooks: lite.Notebooks | None = None,
) -> None:
    """Write the course, built in the folder ``root``, into the empty ``folder``.

    ``package``: what of it a learning platform gets, with the ``library`` by which the shell speaks; None: the whole
    course for itself. ``notebooks``: JupyterLite, if all exercises are to be there as notebooks, too.

    Raises:
        FairkiError: a notebook cannot be run, or a sentence about the server is on no page any more.
    """
    course = site(package.course if package else manifest.read(root), root, own_data=package is None)
    words = _Words(de.ON_PLATFORM if package else de.ALONE)
    whole = package is None or package.only is None
    if package and package.only:
        course = _only(course, package)
    assets = Assets(BASE, words.alone)
    at = _addresses(assets, package, f"{BASE}{lite.NAME}/index.html" if notebooks else "")
    made = asyncio.run(_with_kernels(course, _renderer(assets, at), at, runtime, say))
    if whole:
        made |= {"index.html": plain_pages.home(at, course)}
    made |= {f"{path}.html": plain_pages.look_up(at, course, path) for path in REFERENCE}
    made |= {f"{path}.html": plain_pages.own(at, path) for path, _ in at.own}
    made |= {
        f"daten/{name}.html": plain_pages.datasheet(at, name, file)
        for name, file in course.datasheets.items()
    }
    files = notebooks.files(_exercises(course), runtime, _needs(at, runtime)) if notebooks else {}
    if notebooks:
        made |= _notebooks(at, course, files)
    made["lizenzen.html"] = plain_pages.page(
        "lizenzen.html.j2",
        at,
        title=f"{serve_de.LICENCES} – {NAME}",
        licences=(
            *runtime.licences,
            *((library.licence,) if library else ()),
            *(notebooks.licences if notebooks else ()),
        ),
        libraries=next((path for path in files if path.endswith(lite.LIBRARIES)), ""),
    )
    if package and library:
        made[packages.SHELL] = _shell(assets, at, package, library, [*made, *course.downloads])
    for path, html in made.items():
        way = "../" * path.count("/") or "./"
        write_atomically(folder / path, words.alone(html).replace(BASE, way))
    if package is None:
        words.check()
    for path, asset in assets.all().items():
        write_atomically(folder / "static" / path, asset.content)
    for path, file in course.downloads.items():
        write_atomically(folder / path, file.read_bytes())
    for path, content in files.items():
        write_atomically(folder / path, content)
    if files:
        say(de.notebooks(len(files), sum(map(len, files.values()))))
    runtime.write(folder)
    about = de.WHAT_IS_HERE.format(policy=POLICY, call=home.COMMAND)
    more = de.WITH_NOTEBOOKS.format(policy=lite.POLICY) if notebooks else ""
    write_atomically(folder / de.READ_ME, about + more)


class _Words:
    """Says what is true without a server, and notices which sentences stood nowhere."""

    def __init__(self, true: dict[str, str]) -> None:
        self.true = true if language.chosen() == language.GERMAN else {}
        self.unseen = set(self.true)

    def alone(self, text: str) -> str:
        for served, here in self.true.items():
            if served in text:
                self.unseen.discard(served)
                text = text.replace(served, here)
        return text

    def check(self) -> None:
        for sentence in self.unseen:
            raise FairkiError(*de.untrue(sentence))


def _exercises(course: Site) -> dict[str, Path]:
    """Slug → the notebook that is given out."""
    return {one.slug: course.downloads[f"uebung/{one.slug}.ipynb"] for one in course.course.exercises}


def _notebooks(at: Addresses, course: Site, files: dict[str, bytes]) -> dict[str, str]:
    """Path → HTML of the pages for ``files`` of JupyterLite."""
    title = f"{serve_de.NOTEBOOKS} – {NAME}"
    inner = lite.folder_of(files)
    given = {"settings": lite.settings(files), "labels": lite.LABELS}
    page = plain_pages.page("notebook.html.j2", at, title=title, policy=lite.POLICY, inner=inner, **given)
    listed = plain_pages.page("notebooks.html.j2", at, title=title, site=course)
    return {f"{lite.NAME}/{lite.PAGE}": page, f"{lite.NAME}/index.html": listed}


def _only(course: Site, package: Package) -> Site:
    """What is there of the course if the package has one module: its page and exercises, and all tables."""
    forms = [f"uebung/{exercise.slug}" for exercise in package.exercises]
    paths = [package.start, *forms]
    there = [f"{form}.ipynb" for form in forms]
    return dataclasses.replace(
        course,
        pages={path: course.pages[path] for path in paths},
        downloads={
            path: file
            for path, file in course.downloads.items()
            if path in there or path.startswith("daten/")
        },
    )


def _shell(assets: Assets, at: Addresses, package: Package, library: Library, pages: list[str]) -> str:
    script = web.module(_STATIC / package.platform.script)
    knows = package.shell(assets.add("library.js", library.content), pages)
    return plain_pages.page(
        "lms.html.j2",
        at,
        title=package.title,
        policy=POLICY.replace("connect-src 'self'", "connect-src *")
        if package.platform.elsewhere
        else POLICY,
        looks=assets.add("lms.css", (_STATIC / "lms.css").read_text(encoding="utf-8")),
        script=assets.add(package.platform.script, script),
        package=json.dumps(knows, ensure_ascii=False).replace("<", "\\u003c"),
    )


def _addresses(assets: Assets, package: Package | None, notebooks: str = "") -> Addresses:
    joins = f"(() => {{\n{web.module(_STATIC / 'lms_page.js')}}})();\n"
    alone = Alone(
        policy=POLICY,
        as_file=assets.add("as_file.js", (_STATIC / "as_file.js").read_text(encoding="utf-8")),
        transport=assets.add("transport_worker.js", web.module(web.WEB / "transport_worker.js")),
        worker=assets.add("worker.js", web.module(web.WEB / "worker.js")),
        follow=assets.add_script("follow.js", web.module(web.WEB / "follow.js"), anew=True),
        joins=assets.add("lms_page.js", joins) if package else "",
        store=package.store if package else "",
        notebooks=notebooks,
    )
    home = f"{BASE}{package.start if package else 'index'}.html"
    only = Only(package.start, package.exercises) if package and package.only else None
    return dataclasses.replace(publish(assets), home=home, alone=alone, only=only)


def _renderer(assets: Assets, at: Addresses) -> Renderer:
    no_files = SimpleNamespace(file_exists=lambda path: False)  # notebooks show none of their own
    return Renderer(assets, at, no_files, logging.getLogger(__name__))


async def _with_kernels(
    course: Site, renderer: Renderer, at: Addresses, runtime: Runtime, say: Callable[[str], None]
) -> dict[str, str]:
    """Path → HTML of each page with a kernel."""
    needs = _needs(at, runtime)
    made: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as sockets:
        kernels = Kernels(  # type: ignore[no-untyped-call]  # jupyter_server has no types there
            config=Config({"KernelManager": {"transport": transport()}}), connection_dir=sockets
        )
        kernels.kernel_spec_manager = CourseKernels()
        room = asyncio.Semaphore(machine.processors())

        async def make(page: Page) -> None:
            async with room:
                made[f"{page.path}.html"] = await _page(page, renderer, kernels, needs)
            say(de.building(len(made), len(course.pages)))

        try:
            await asyncio.gather(*map(make, course.pages.values()))
        finally:
            await kernels.shutdown_all(now=True)
    return made


def _needs(at: Addresses, runtime: Runtime) -> dict[str, Any]:
    """What every page tells its worker, see ``Start`` in worker.js."""
    assert at.alone
    return {
        "transport": at.alone.transport,
        "worker": at.alone.worker,
        "python": f"{BASE}{runtime.folder}/",
        "start": runtime.start,
        "late": runtime.late,
        "bytes": runtime.bytes,
        "needed": sum(runtime.bytes[name] for name in (*CORE, *runtime.start)),
        "language": language.chosen(),
        "firm": f"{FIRM}{firm.files[0].name}" if (firm := company.own()) else "",
    }


def _is_needed(cell: NotebookNode) -> bool:
    return SHOWN not in cell.metadata.get("tags", ())


async def _page(page: Page, renderer: Renderer, kernels: Kernels, needs: dict[str, Any]) -> str:
    kernel = await kernels.start_kernel(kernel_name=KERNEL, path=ApiPath(""), env=dict(os.environ))
    try:
        executed = await renderer.execute(notebooks.load(page.notebook), kernels.get_kernel(kernel))
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        raise FairkiError(*de.broken(page.title, plain(str(error)).strip().splitlines()[-1])) from error
    finally:
        await kernels.shutdown_kernel(kernel, now=True)  # type: ignore[no-untyped-call]  # as above
    cells = [cell.source for cell in executed.notebook.cells if cell.cell_type == "code" and _is_needed(cell)]
    html = await renderer.page(executed, page.title, page.path, {**needs, "cells": cells})
    return html.replace(DIGEST, "")
