"""A form's change in a TOML file touches its own lines alone: comments, order, quotes and all other lines stay."""

import datetime as dt
import difflib
import random
import tomllib
from pathlib import Path

import pytest
import tomlkit

from coursetools.company_editor import statements
from coursetools.company_editor.form import said
from coursetools.company_editor.toml_edit import Row, edited
from coursetools.own_company import TEMPLATE
from fairki import company
from fairki.company import files, kinds, main, uses
from fairki.company.schema import Entry, Many, One
from fairki.errors import FairkiError

EXAMPLES = Path("docs/beispiele")
TEXTS = [
    *((one.parent.name, main.TABLE, one) for one in sorted(EXAMPLES.glob("*/betrieb.toml"))),
    *((one.parent.parent.name, uses.TABLE, one) for one in sorted(EXAMPLES.glob("*/faelle/alltag.toml"))),
    ("shipped", main.TABLE, company.chosen.SHIPPED),
]
OTHER = {
    kinds.LINE: "Anders O’Wert #1",
    kinds.TEXT: 'Anders, mit "Zeichen" und \\ # und [kontakt].',
    kinds.NUMBER: 77,
    kinds.DAY: dt.date(2031, 1, 2),
    kinds.ID: "anders_1",
    kinds.COLOUR: "#123456",
    kinds.CHOICE: "anders",
    kinds.CHOICES: ["spam"],
    kinds.ANSWERS: {"mensch": "alle"},
    kinds.FILE: "anders.svg",
}
CASE = {
    "id": "neu",
    "name": "Neuer Fall",
    "text": "Etwas geschieht.",
    "bereich": "Haus",
    "betroffene": "alle",
    "wie_viele": "viele",
    "ki": "entscheidet",
    "unbemerkt": False,
}


def diff(before, after):
    """The lines that went and came."""
    found = difflib.ndiff(before.splitlines(), after.splitlines())
    lines = [line for line in found if line[0] in "+-"]
    return [line[2:] for line in lines if line[0] == "-"], [line[2:] for line in lines if line[0] == "+"]


def other(shape, value):
    """Another value of the same kind; of a list, another last entry."""
    if shape == kinds.FLAG:
        return not value
    return [*value[:-1], "Anders"] if shape == kinds.LINES else OTHER[shape]


def entries(table, raw, place=()):
    """Every entry that a file has."""
    for key, one in table.items():
        if key not in raw:
            continue
        if isinstance(one, Entry):
            yield (*place, key), one, raw[key]
        elif isinstance(one, One):
            yield from entries(one.section, raw[key], (*place, key))
        else:
            for at, row in enumerate(raw[key]):
                yield from entries(one.section, row, (*place, key, at))


def with_value(table, raw, place, value):
    """What a form would ask for to change one entry."""
    key, *rest = place
    if not rest:
        return {key: value}
    if isinstance(table[key], Many):
        at, *rest = rest
        rows = [Row({}, origin) for origin in range(len(raw[key]))]
        rows[at] = Row(with_value(table[key].section, raw[key][at], rest, value), at)
        return {key: rows}
    return {key: with_value(table[key].section, raw[key], rest, value)}


@pytest.mark.parametrize(("name", "table", "path"), TEXTS, ids=[f"{one[0]}-{one[2].stem}" for one in TEXTS])
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_change_of_one_entry_is_a_change_of_one_line(name, table, path, ending):
    text = path.read_text(encoding="utf-8").replace("\n", ending)
    raw, count = tomllib.loads(text), 0
    for place, entry, value in entries(table, raw):
        new = other(entry.kind.shape, value)
        after = edited(text, table, with_value(table, raw, place, new))
        gone, came = diff(text, after)
        assert (len(gone), len(came)) == (1, 1), place
        assert entry.kind.shape == kinds.LINES or gone[0].partition("=")[0] == came[0].partition("=")[0]
        assert gone[0].partition(" # ")[2] == came[0].partition(" # ")[2] or entry.kind.shape == kinds.TEXT
        assert after.count(ending) == text.count(ending) and after.count("\n") == text.count("\n")
        count += 1
    assert count > 20


@pytest.mark.parametrize(("name", "table", "path"), TEXTS, ids=[f"{one[0]}-{one[2].stem}" for one in TEXTS])
def test_what_is_not_changed_stays_to_the_letter(name, table, path):
    text = path.read_text(encoding="utf-8")
    assert edited(text, table, said(table, tomllib.loads(text))) == text


@pytest.mark.parametrize("file", files.FILES, ids=lambda file: file.name)
def test_every_entry_of_the_template_can_be_switched_on_in_place_and_off_again(file):
    path = company.chosen.SHIPPED if file is files.MAIN else TEMPLATE / file.folder / file.name
    if "*" in file.name:
        path = next(path.parent.glob(file.name))
    text = path.read_text(encoding="utf-8")
    lines = [
        statements.uncommented(one) if statements.is_code(one) else one for one in statements.lines_of(text)
    ]
    full = tomllib.loads("".join(lines))
    wanted = said(file.table, full)
    for value in wanted.values():  # the sections of the comment are new ones
        for at, row in enumerate(
            value if isinstance(value, list) and value and isinstance(value[0], Row) else []
        ):
            value[at] = fresh(row)
    on = edited(text, file.table, wanted)
    assert tomllib.loads(on) == full
    gone, came = diff(text, on)
    assert all(one.lstrip().startswith("#") for one in gone)
    now = tomllib.loads(text)
    off = edited(on, file.table, said(file.table, now))
    assert tomllib.loads(off) == now
    if file is files.MAIN:
        assert {*diff(text, off)[1]} <= {"# " + one for one in came}


def fresh(row):
    """A section of a list with all in it, as if it were new."""
    rows = {key: [fresh(one) for one in value] for key, value in row.wanted.items() if is_rows(value)}
    return Row({**row.wanted, **rows})


def is_rows(value):
    return isinstance(value, list) and bool(value) and isinstance(value[0], Row)


LISTED = """# Worum es geht.
weglassen = ["kamera"]

# Der erste.
[[faelle]]
id = "a" # bleibt
name = 'mit "Zeichen"'

[[faelle]]
id = "b"

# Der dritte.
# Noch eine Zeile.
[[faelle]]
id = "c"
"""


def rows(*origins):
    return {"faelle": [Row({} if one is not None else CASE, one) for one in origins]}


def test_sections_of_a_list_move_with_their_comments():
    after = edited(LISTED, uses.TABLE, rows(2, 0, 1))
    head, _, rest = after.partition("\n\n")
    assert head == '# Worum es geht.\nweglassen = ["kamera"]'
    assert rest == (
        '# Der dritte.\n# Noch eine Zeile.\n[[faelle]]\nid = "c"\n\n'
        '# Der erste.\n[[faelle]]\nid = "a" # bleibt\nname = \'mit "Zeichen"\'\n\n'
        '[[faelle]]\nid = "b"\n'
    )


def test_a_section_that_is_taken_away_takes_its_lines_along_and_no_others():
    gone, came = diff(LISTED, edited(LISTED, uses.TABLE, rows(0, 2)))
    assert gone == ["[[faelle]]", 'id = "b"', ""] and came == []
    assert tomllib.loads(edited(LISTED, uses.TABLE, rows())) == {"weglassen": ["kamera"]}


@pytest.mark.parametrize(
    ("origins", "ids"), [((0, 1, 2, None), "abc+"), ((None, 0, 1, 2), "+abc"), ((0, None, 2), "a+c")]
)
def test_a_new_section_stands_where_it_was_put(origins, ids):
    after = edited(LISTED, uses.TABLE, rows(*origins))
    found = [one["id"] for one in tomllib.loads(after)["faelle"]]
    assert found == ["neu" if one == "+" else one for one in ids]
    assert "# bleibt\nname = 'mit \"Zeichen\"'" in after and "# Noch eine Zeile.\n[[faelle]]" in after


def shaken(chance, table, wanted):
    """Change some of what a form says, in place: entries, whole sections, the order of lists."""
    for key, one in table.items():
        value = wanted[key]
        if isinstance(one, Many):
            for row in value:
                shaken(chance, one.section, row.wanted)
            if chance.random() < 0.3:
                chance.shuffle(value)
            if chance.random() < 0.2 and value:
                value.pop(chance.randrange(len(value)))
            if chance.random() < 0.2:
                value.insert(chance.randrange(len(value) + 1), Row({next(iter(one.section)): "neu"}))
        elif isinstance(one, One):
            if value is None and chance.random() < 0.3:
                wanted[key] = {next(iter(one.section)): "neu"}
            elif value is not None and not one.needed and chance.random() < 0.2:
                wanted[key] = None
            elif value is not None:
                shaken(chance, one.section, value)
        elif chance.random() < 0.2:
            wanted[key] = None if value is not None and not one.needed else "neu \"'#"


@pytest.mark.parametrize(("name", "table", "path"), TEXTS, ids=[f"{one[0]}-{one[2].stem}" for one in TEXTS])
def test_whatever_is_changed_at_once_says_what_it_should_and_is_no_file_written_anew(
    name, table, path, monkeypatch
):
    text, parse = path.read_text(encoding="utf-8"), tomlkit.parse
    monkeypatch.setattr(
        "tomlkit.parse", lambda one: parse(one) if one.startswith("x = ") else pytest.fail(one)
    )
    for seed in range(20):
        wanted = said(table, tomllib.loads(text))
        shaken(random.Random(seed), table, wanted)
        after = edited(text, table, wanted)  # proves itself
        assert edited(after, table, said(table, tomllib.loads(after))) == after


def test_lists_keep_their_lines_and_comments():
    text = '[ki]\nregeln = [\n  "eins", # der Grund\n  "zwei",\n  "drei",\n]\n'
    after = edited(text, main.TABLE, {"ki": {"regeln": ["eins", "anders", "drei"]}})
    assert after == text.replace("zwei", "anders")
    after = edited(text, main.TABLE, {"ki": {"regeln": ["eins", "drei"]}})
    assert diff(text, after) == (['  "zwei",'], [])


def test_quotes_of_the_other_kind_stay():
    text = "[betrieb]\nname = 'alt' # Name\n"
    assert edited(text, main.TABLE, {"betrieb": {"name": "neu"}}) == "[betrieb]\nname = 'neu' # Name\n"
    assert edited(text, main.TABLE, {"betrieb": {"name": "O'Neu"}}) == '[betrieb]\nname = "O\'Neu" # Name\n'


@pytest.mark.parametrize(
    "text",
    [
        'kontakt = { person = "a", erreichbar = "b", beschwerde = "c" }\n',
        'kontakt.person = "a"\nkontakt.erreichbar = "b"\nkontakt.beschwerde = "c"\n',
        '[kontakt]\n"person" = """a"""\nerreichbar = "b"\nbeschwerde = """\nc"""\n\n[ki]\nregeln = []\n',
        '[kontakt]\nperson = "a"\nerreichbar = "# [kontakt]"\nbeschwerde = "c"',
    ],
)
def test_what_is_written_in_another_way_is_changed_all_the_same(text):
    before = tomllib.loads(text)
    after = edited(text, main.TABLE, {"kontakt": {"person": "neu"}})
    assert tomllib.loads(after) == before | {"kontakt": before["kontakt"] | {"person": "neu"}}


def test_an_edit_that_would_say_something_else_is_none(monkeypatch):
    monkeypatch.setattr("coursetools.company_editor.values.rewritten", lambda before, value: '"falsch"')
    monkeypatch.setattr("tomlkit.dumps", lambda document: "")
    with pytest.raises(FairkiError, match="Formular"):
        edited('[betrieb]\nname = "a"\n', main.TABLE, {"betrieb": {"name": "b"}})
