"""Which libraries go into which zip of the browser edition, and what of them no page needs."""

import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Pack:
    """One zip.

    Attributes:
        name: of the zip, without its ending.
        wheels: libraries out of Pyodide's own list, by their names there.
        installed: libraries out of this environment, by their names on PyPI: the versions that the course serves.
        imports: modules at the top whose import needs the zip; none: every page needs it from the start.
        needs: names of the packs that have to be there first.
        leave_out: paths, besides ``EVERYWHERE``.
        instead: path → what is packed instead of the file there.
    """

    name: str
    wheels: tuple[str, ...] = ()
    installed: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    leave_out: str = ""
    instead: Mapping[str, bytes] = field(default_factory=dict)

    def wants(self, path: str) -> bool:
        """Whether the file at ``path`` is packed."""
        return not EVERYWHERE.search(path) and not (self.leave_out and re.search(self.leave_out, path))


EVERYWHERE = re.compile(
    r"(^|/)(tests?|__pycache__|_pyinstaller\w*)/"
    r"|(^|/)conftest\.py$"
    r"|\.(pyi|pyx|pxd|pxi|c|h|cc|cpp|hpp|f|f90|a|lib|map|typed|tp|in|build|toml|rst|md)$"
    r"|\.dist-info/(?!METADATA$)|\.data/|^\.\.|/\.\./"
    r"|(^|/)_(\w+_)?c?y?tests?(_\w+)?\.cpython-[^/]*\.so$"
    r"|\.cpython-\d+-(?!wasm32)[^/]*\.so$|\.pyd$"  # compiled for this machine; its Python sources lie beside it
)


def _of(folder: str, names: str) -> str:
    """What finds these modules and packages in ``folder``, with all that lies in them."""
    return rf"^{folder}({'|'.join(names.split())})(/|\.)"


def _any(*patterns: str) -> str:
    return "|".join(patterns)


STDLIB = Pack(
    "python_stdlib",
    leave_out=_any(
        _of(
            "",
            "__phello__ _pyio bdb cProfile curses dbm doctest ensurepip ftplib idlelib imaplib lib2to3 mailbox"
            " modulefinder nntplib optparse pdb pickletools plistlib poplib profile pstats pyclbr pydoc_data"
            " rlcompleter smtplib socketserver sqlite3 tabnanny telnetlib tkinter trace turtle venv wsgiref xmlrpc",
        ),
        _of("asyncio/", r"windows_\w+"),
        _of("ctypes/", "macholib"),
        _of("http/", "cookiejar cookies server"),
        _of("logging/", "config handlers"),
        _of("multiprocessing/", "dummy managers"),
        _of("pyodide/", "console"),
        _of("unittest/", "mock"),
        _of("xml/", "dom sax"),
        r"^_pyrepl/(?!(__init__|pager|trace|types)\.py$)",
        r"^encodings/(big5|cp(?!437|850|125)|euc|gb|hp|hz|iso2022|johab|koi8|kz|mac|palmos|ptcp|shift|tis)\w*\.py$",
    ),
)
"""Python's own library, which Pyodide reads from a zip. It comes as sources; compiled, it starts much faster."""

NUMPY_DOCS = ("numpy/_core/_add_newdocs.py", "numpy/_core/_add_newdocs_scalars.py")
"""They do nothing but write docstrings into what is compiled."""
ZONES = "dateutil/zoneinfo/dateutil-zoneinfo.tar.gz"
"""All zones of time, read whenever pandas starts; UTC, the only one here, is known without. An empty tar instead."""

PACKS = (
    Pack(
        "numpy",
        wheels=("numpy",),
        leave_out=_of("numpy/linalg/", "lapack_lite"),
        instead=dict.fromkeys(NUMPY_DOCS, b""),
    ),
    Pack(
        "pandas",
        wheels=("pandas", "python-dateutil", "six"),
        leave_out=_of("pandas/", "plotting/_matplotlib io/clipboard core/_numba/kernels"),
        instead={ZONES: gzip.compress(bytes(10240), mtime=0)},
    ),
    Pack(
        "widgets",
        installed=(
            "anywidget",
            "babel",
            "comm",
            "ipywidgets",
            "markupsafe",
            "psygnal",
            "traitlets",
            "typing_extensions",
        ),
        leave_out=_any(
            _of("anywidget/", "labextension nbextension"),
            _of("babel/", "messages"),
            r"^babel/locale-data/(?!(root|de|de_DE)\.dat$)",
            _of("psygnal/", "containers"),
            _of("traitlets/", "config"),
        ),
    ),
    Pack(
        "scipy",
        wheels=("scipy",),
        imports=("scipy",),
        leave_out=_any(
            _of("scipy/", "cluster datasets differentiate fftpack io misc odr signal"),
            _of("scipy/_external/", "cobyqa pyprima"),
            _of("scipy/optimize/", "cython_optimize"),
            _of("scipy/special/", "_add_newdocs _precompute"),
            _of("scipy/stats/", "_sobol_direction_numbers _unuran"),
        ),
    ),
    Pack(
        "sklearn",
        wheels=("scikit-learn", "joblib", "threadpoolctl"),
        imports=("sklearn", "joblib", "threadpoolctl"),
        needs=("scipy",),
        leave_out=_any(
            _of(
                "sklearn/",
                "cluster cross_decomposition datasets feature_extraction feature_selection gaussian_process impute"
                " manifold mixture neural_network semi_supervised",
            ),
            _of("sklearn/utils/", "_test_common estimator_checks"),
        ),
    ),
    Pack(
        "narwhals",
        installed=("narwhals", "packaging"),
        imports=("narwhals", "packaging"),
        leave_out=_any(
            _of("narwhals/", "_arrow _dask _duckdb _ibis _polars _spark_like _sql testing"),
            _of("packaging/", "licenses"),
        ),
    ),
    Pack("openpyxl", installed=("openpyxl", "et_xmlfile"), imports=("openpyxl", "et_xmlfile")),
    Pack("fairlearn", installed=("fairlearn",), imports=("fairlearn",), needs=("sklearn", "narwhals")),
    Pack(
        "docx",
        wheels=("lxml",),
        installed=("python-docx",),
        imports=("docx", "lxml"),
        leave_out=_any(
            _of("docx/", "templates/default-docx-template"),
            _of("lxml/", "html includes isoschematron objectify"),
        ),
    ),
)
