"""What is installed: size and licence of every library, for IT and law."""

import csv
from email.message import Message

import pytest
from rich.console import Console

from coursetools import installed
from coursetools.installed import Library

MANY = [Library(f"bibliothek-{n}", "1.0", (40 - n) * 1_000_000, "MIT") for n in range(20)]


def metadata(*fields: tuple[str, str]) -> Message:
    made = Message()
    for name, value in fields:
        made[name] = value
    return made


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        ([("License-Expression", "MIT OR Apache-2.0"), ("Classifier", "License :: X")], "MIT OR Apache-2.0"),
        (
            [("License", "siehe Datei"), ("Classifier", "License :: OSI Approved :: BSD License")],
            "BSD License",
        ),
        (
            [("Classifier", "Topic :: A"), ("Classifier", "License :: A"), ("Classifier", "License :: B")],
            "A, B",
        ),
        ([("Classifier", "License :: OSI Approved"), ("License", "MIT")], "MIT"),
        ([("License", "\nBSD 3-Clause\n\nCopyright …")], "BSD 3-Clause"),
        ([("License", "Permission is hereby granted, free of charge, to any person obtaining")], "unbekannt"),
        ([("License", "UNKNOWN")], "unbekannt"),
        ([("License", "")], "unbekannt"),
        ([], "unbekannt"),
    ],
)
def test_the_licence_is_the_best_that_a_library_says_of_itself(fields, licence):
    assert installed.licence(metadata(*fields)) == licence


def test_every_library_is_listed_once_with_the_size_of_its_files_the_biggest_first():
    found = installed.libraries()
    sizes = [library.size for library in found]
    names = [library.name.lower() for library in found]
    assert sizes == sorted(sizes, reverse=True) and len(set(names)) == len(names)
    scipy = next(library for library in found if library.name == "scipy")
    assert scipy.size > 50e6 and "BSD" in scipy.licence
    assert {"fairki", "numpy", "voila"} <= set(names)


def test_a_file_that_is_gone_does_not_count(tmp_path, monkeypatch):
    folder = tmp_path / "probe-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: probe\nVersion: 1.0\n", encoding="utf-8")
    (folder / "RECORD").write_text("probe.py,,\nfehlt.py,,\n", encoding="utf-8")
    (tmp_path / "probe.py").write_bytes(b"x" * 700)
    monkeypatch.setattr("sys.path", [str(tmp_path)])
    assert installed.libraries() == [Library("probe", "1.0", 700, "unbekannt")]


def test_the_table_shows_the_biggest_and_sums_up_the_rest():
    console = Console(width=100)
    with console.capture() as shown:
        console.print(installed.table(MANY))
    text = shown.get()
    assert "bibliothek-14" in text and "bibliothek-15" not in text
    rest, every = (
        next(line for line in text.splitlines() if word in line) for word in ("weitere", "zusammen")
    )
    assert "und 5 weitere" in rest and "115,0" in rest and "610,0" in every


def test_few_libraries_are_all_shown():
    console = Console(width=100)
    with console.capture() as shown:
        console.print(installed.table(MANY[:15]))
    assert "bibliothek-14" in shown.get() and "weitere" not in shown.get()


def test_the_whole_list_is_a_file_for_spreadsheets(tmp_path):
    path = installed.write(tmp_path, MANY)
    assert path == tmp_path / ".build" / "lizenzen.csv"
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0] == ["Bibliothek", "Fassung", "Bytes", "Lizenz"]
    assert rows[1] == ["bibliothek-0", "1.0", "40000000", "MIT"] and len(rows) == 21
