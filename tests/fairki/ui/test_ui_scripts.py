"""Each block's script is one module that needs nothing else; the stylesheet has one home."""

import re

import pytest

from fairki import charts, ui, web
from fairki.ui.base import Block, script, text_of

CLASSES = [
    value for name in ui.__all__ if issubclass(value := getattr(ui, name), Block) and value is not Block
]


@pytest.mark.parametrize("block", CLASSES)
def test_a_script_imports_nothing_and_asks_no_other_host(block):
    code = str(block._esm)
    assert not re.search(r"^\s*import\b", code, re.MULTILINE)
    assert not re.search(r"\bimport\(", code)
    assert "://" not in code


def test_only_the_header_of_a_page_carries_the_stylesheet():
    """A block with many rules of its own may carry these; what all pages share comes once."""
    shared = text_of("fairki.css")
    carriers = [block for block in CLASSES if shared in str(vars(block).get("_css", ""))]
    assert carriers == [ui.Header]


@pytest.mark.parametrize(
    "sheet", sorted(path.name for path in web.BLOCKS.iterdir() if path.name.endswith(".css"))
)
def test_no_stylesheet_fetches_anything(sheet):
    css = text_of(sheet)
    assert "url(" not in css
    assert "@import" not in css


def test_where_colours_are_forced_no_mark_has_the_colour_of_what_is_out_of_use():
    """``GrayText`` is any colour, even red, and says that something cannot be used."""
    assert [path.name for path in web.BLOCKS.iterdir() if "GrayText" in path.read_text("utf-8")] == []


def test_groups_have_the_same_colours_in_charts_and_on_the_page():
    css = text_of("fairki.css")
    tokens = {"weiblich": "women", "männlich": "men", "divers": "divers"}
    for group, token in tokens.items():
        light = charts.GROUP_COLOURS[group]
        assert f"--fk-{token}: light-dark({light}, {charts.DARK[light]});" in css


def test_browsers_without_light_dark_get_the_light_colours():
    css = re.sub(r"\s+", " ", text_of("fairki.css"))
    colour = r"(#\w+|rgb\([^)]*\))"
    usual = dict(re.findall(r"(--fk-[\w-]+): ([^;]*light-dark[^;]*);", css))
    older = css.partition("@supports not (color: light-dark")[2].partition("} }")[0]
    light = {
        name: re.sub(rf"light-dark\({colour}, {colour}\)", r"\1", value) for name, value in usual.items()
    }
    assert len(light) > 20
    assert dict(re.findall(r"(--fk-[\w-]+): ([^;]+);", older)) == light


def test_text_and_its_background_differ_enough_in_light_and_dark():
    tokens = dict(re.findall(r"--fk-([\w-]+): light-dark\((#\w{6}, #\w{6})\);", text_of("fairki.css")))
    pairs = {name: value.split(", ") for name, value in tokens.items()}
    texts_on = {
        "paper": ["ink", "muted", "petrol"],
        "panel": ["ink", "muted", "petrol", "good"],
        "soft": ["ink", "muted"],
        "petrol-soft": ["ink", "muted", "petrol"],
        "petrol": ["on-petrol"],
        "petrol-strong": ["on-petrol"],
        "amber-soft": ["ink", "amber-text"],
        "good-soft": ["ink", "good"],
        "bad-soft": ["bad"],
        "good": ["panel"],
    }
    for background, texts in texts_on.items():
        for text in texts:
            for scheme in (0, 1):
                ratio = contrast(pairs[text][scheme], pairs[background][scheme])
                assert ratio >= 4.5, f"{text} on {background}, scheme {scheme}: {ratio:.2f}"


def test_the_colours_of_marks_differ_from_the_panel_as_much_as_the_house_rules_say(root):
    tokens = dict(re.findall(r"--fk-([\w-]+): light-dark\((#\w{6}, #\w{6})\);", text_of("fairki.css")))
    rows = re.findall(
        r"^\| (\w+) \| [^|]+ \| ([\d.]+) \| ([\d.]+) \|$", (root / "CONTRIBUTING.md").read_text("utf-8"), re.M
    )
    groups = re.findall(r"--fk-mark: var\(--fk-(\w+)\);", text_of("picture.css"))
    assert {name for name, *_ in rows} >= {*groups, "amber", "edge"}
    for name, *stated in rows:
        pairs = zip(tokens[name].split(", "), tokens["panel"].split(", "), strict=True)
        found = [contrast(*pair) for pair in pairs]
        assert min(found) >= 3, name
        assert [f"{ratio:.1f}" for ratio in found] == stated, name


def test_the_script_of_a_picture_stays_small():
    for block in (ui.Thresholds, ui.Queue, ui.Opener, ui.Months, ui.Mirror, ui.Swarm, ui.Ranking):
        shared = web.parts(web.BLOCKS / "text.js").values()
        own = str(block._esm)
        for part in shared:
            own = own.replace(part, "")
        assert len(own.encode()) <= 25_000


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (WCAG 2.1)."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def test_each_script_file_belongs_to_a_block_or_is_part_of_one():
    scripts = [str(block._esm) for block in all_blocks()]
    for file in web.BLOCKS.glob("*.js"):
        if "export default" in file.read_text(encoding="utf-8"):
            assert script(file.stem) in scripts
        else:
            assert any(f"const {file.stem} = (() => {{" in text for text in scripts)


def all_blocks():
    """Every class of block, however deep."""
    found, waiting = set(), [Block]
    while waiting:
        for child in waiting.pop().__subclasses__():
            if "_esm" in vars(child):
                found.add(child)
            waiting.append(child)
    return found
