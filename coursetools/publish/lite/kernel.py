"""The Python half of the notebooks: what IPython needs besides the libraries that every page has."""

import io
import re
import zipfile

from coursetools.publish import packing
from coursetools.publish.packing import Bundle, Files, Licence
from coursetools.publish.packs import Pack
from coursetools.publish.supply import Supply

NAME = "kernel"
PACK = Pack(
    NAME,
    installed=(
        "ipython",
        "ipython_pygments_lexers",
        "matplotlib_inline",
        "pygments",
        "stack_data",
        "executing",
        "asttokens",
        "pure_eval",
        "traitlets",
    ),
    leave_out="|".join(
        (
            r"^IPython/(sphinxext/|extensions/(?!(__init__|storemagic)\.py$))",
            r"^pygments/sphinxext",
            r"^pygments/(formatters|lexers|styles)/"
            r"(?!(__init__|_mapping|default|diff|html|python|special|terminal|terminal256)\.py$)",
            r"^traitlets/(?!config/)",  # every page has the rest
        )
    ),
)
STDLIB = re.compile(
    r"^(bdb|cProfile|optparse|pdb|profile|pstats|socketserver|logging/(config|handlers))\.py$"
)
"""Of Python's own library: what pages are spared, and IPython asks for."""
BRIDGE = "pyodide_kernel-0.8.3-py3-none-any.whl"
"""IPython's way to JupyterLite; it lies in the wheel of the kernel."""


def bundle(supply: Supply, wheel: zipfile.ZipFile) -> tuple[Bundle, list[Licence]]:
    """What becomes ``kernel.zip``, out of the environment and of the ``wheel`` of the kernel; and their licences."""
    place = next(name for name in wheel.namelist() if name.endswith(f"/{BRIDGE}"))
    parts = [packing.of_environment(name) for name in PACK.installed]
    parts.append(packing.of_wheel(wheel.read(place)))
    files: Files = {}
    for part, _ in parts:
        files |= {name: content for name, content in part.items() if PACK.wants(name)}
    return Bundle(packing.SITE, files | _stdlib(supply)), [licence for _, licence in parts]


def _stdlib(supply: Supply) -> Files:
    with zipfile.ZipFile(io.BytesIO(supply.pyodide["python_stdlib.zip"])) as archive:
        return {name: archive.read(name) for name in archive.namelist() if STDLIB.search(name)}
