"""A logo is a drawing: what runs or fetches something is none."""

from pathlib import Path

import pytest

from fairki.company import svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"'


@pytest.mark.parametrize(
    "path", sorted(Path("docs/beispiele").glob("*/*.svg")), ids=lambda path: path.parent.name
)
def test_the_logos_of_the_example_companies_are_drawings(path):
    assert svg.is_drawing(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "inside",
    [
        '<defs><linearGradient id="a"/></defs><path fill="url(#a)" d="M0 0"/><use xlink:href="#a"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        "<style>path { fill: url('#a') }</style>",
    ],
)
def test_what_only_draws_is_a_drawing(inside):
    assert svg.is_drawing(f'<?xml version="1.0"?><!DOCTYPE svg>{HEAD}>{inside}</svg>')


@pytest.mark.parametrize(
    "written",
    [
        f"{HEAD}><script>alert(1)</script></svg>",
        f'{HEAD} onload="alert(1)"/>',
        f'{HEAD}><a xlink:href="javascript:alert(1)"><path/></a></svg>',
        f'{HEAD}><image href="https://anderswo.example/x.png"/></svg>',
        f'{HEAD}><image href="data:image/svg+xml,&lt;svg/&gt;"/></svg>',
        f"{HEAD}><style>@import url(https://anderswo.example/x.css);</style></svg>",
        f'{HEAD}><path style="fill: url(//anderswo.example/x)"/></svg>',
        f'{HEAD}><a><animate attributeName="xlink:href" values="javascript:alert(1)"/></a></svg>',
        f"{HEAD}><style>a {{}}<g/>@import url(https://anderswo.example/x.css);</style></svg>",
        f"{HEAD}><SCRIPT>alert(1)</SCRIPT></svg>",
        f"{HEAD}><foreignObject><p/></foreignObject></svg>",
        f'<!DOCTYPE svg [<!ENTITY a "x">]>{HEAD}>&a;</svg>',
        f'<?xml-stylesheet href="https://anderswo.example/x.css"?>{HEAD}/>',
        "<html><svg/></html>",
        "<svg",
        "",
    ],
)
def test_what_runs_or_fetches_something_is_no_drawing(written):
    assert not svg.is_drawing(written)
