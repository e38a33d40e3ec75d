"""What of the libraries goes to the browser, and in which form."""

import io
import zipfile
from importlib import metadata

import pytest

from coursetools.publish import packing
from coursetools.publish.packs import PACKS, STDLIB
from fairki.errors import SetupError

BY_NAME = {pack.name: pack for pack in (*PACKS, STDLIB)}


@pytest.mark.parametrize(
    ("pack", "path", "packed"),
    [
        ("numpy", "numpy/f2py/__init__.py", True),  # scipy's copies of numpy's names look into it
        ("numpy", "numpy/_core/tests/test_dtype.py", False),
        ("numpy", "numpy/_core/_umath_tests.cpython-314-wasm32-emscripten.so", False),
        ("numpy", "numpy/_core/_multiarray_umath.cpython-314-wasm32-emscripten.so", True),
        ("numpy", "numpy/__init__.pyi", False),
        ("numpy", "numpy-2.4.3.dist-info/METADATA", True),
        ("numpy", "numpy-2.4.3.dist-info/RECORD", False),
        (
            "pandas",
            "pandas/_libs/testing.cpython-314-wasm32-emscripten.so",
            True,
        ),  # pandas imports it at its start
        ("pandas", "pandas/io/formats/templates/html.tpl", True),
        ("scipy", "scipy.libs/libopenblas.so", True),
        ("scipy", "scipy/sparse/csgraph/_shortest_path.cpython-314-wasm32-emscripten.so", True),
        ("scipy", "scipy/special/_test_internal.cpython-314-wasm32-emscripten.so", False),
        ("widgets", "babel/locale-data/de.dat", True),
        ("widgets", "babel/locale-data/de_DE.dat", True),
        ("widgets", "babel/locale-data/root.dat", True),
        ("widgets", "babel/global.dat", True),
        ("widgets", "babel/locale-data/de_AT.dat", False),
        ("widgets", "babel/locale-data/fr.dat", False),
        ("widgets", "psygnal/_signal.py", True),
        ("widgets", "psygnal/_signal.cpython-311-x86_64-linux-gnu.so", False),
        ("widgets", "markupsafe/_speedups.cp313-win_amd64.pyd", False),
        ("docx", "docx/templates/default.docx", True),
        ("docx", "docx/templates/default-header.xml", True),
        ("python_stdlib", "encodings/utf_8.py", True),
        ("python_stdlib", "encodings/cp437.py", True),  # zips
        ("python_stdlib", "encodings/cp1252.py", True),
        ("python_stdlib", "encodings/big5.py", False),
    ],
)
def test_only_what_pages_need_is_packed(pack, path, packed):
    assert BY_NAME[pack].wants(path) == packed


def test_what_a_pack_needs_is_a_pack_and_no_module_has_two():
    assert all(need in BY_NAME for pack in PACKS for need in pack.needs)
    imports = [name for pack in PACKS for name in pack.imports]
    assert len(imports) == len(set(imports))


def test_a_library_is_taken_as_it_was_installed_with_its_licence():
    files, licence = packing.of_environment("traitlets")
    assert (licence.name, licence.version) == ("traitlets", metadata.version("traitlets"))
    assert "BSD" in licence.kind and "Redistribution and use" in licence.text
    about = next(content for name, content in files.items() if name.endswith("METADATA"))
    assert about == f"Metadata-Version: 2.1\nName: traitlets\nVersion: {licence.version}\n".encode()


def test_a_library_that_somebody_changed_is_not_given_away(tmp_path, monkeypatch):
    (tmp_path / "small").mkdir()
    (tmp_path / "small" / "__init__.py").write_text("changed = True\n")
    about = tmp_path / "small-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: small\nVersion: 1\n")
    (about / "RECORD").write_text("small/__init__.py,sha256=AAAA,15\nsmall-1.dist-info/METADATA,,\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(SetupError, match=r"Datei von small verändert: small/__init__.py.*\.venv"):
        packing.of_environment("small")


def test_the_same_files_make_the_same_zip():
    files = {"b.txt": b"b" * 1000, "a.txt": b"a"}
    content = packing.zipped(files)
    assert content == packing.zipped(dict(reversed(files.items())))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files


def test_a_zip_is_made_anew_when_a_file_its_name_or_its_place_changes():
    bundles = [
        packing.Bundle("site", {"a.py": b"x = 1"}),
        packing.Bundle("site", {"a.py": b"x = 2"}),
        packing.Bundle("site", {"b.py": b"x = 1"}),
        packing.Bundle("elsewhere", {"a.py": b"x = 1"}),
        packing.Bundle("site", {"a.py": b"", "b.py": b"x = 1"}),
    ]
    assert len({bundle.key for bundle in bundles}) == len(bundles)
    assert bundles[0].key == packing.Bundle("site", {"a.py": b"x = 1"}).key
